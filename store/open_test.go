package store_test

import (
	"path/filepath"
	"strings"
	"testing"

	"polehub/hub"
	"polehub/store"
)

func TestOpenRefuses(t *testing.T) {
	for _, dsn := range []string{"", "hub.db", "sqlite:", "mysql://user:canary@host", "neo4jj://user:canary@host", "neo4j://user:canary@host", "neo4j:///canary", "neo4j://%zz"} {
		s, err := store.Open(t.Context(), dsn, store.Credentials{}, nil)
		if s != nil || hub.CodeOf(err) != hub.BadUserInput {
			t.Errorf("%q: %v", dsn, err)
			continue
		}
		if strings.Contains(err.Error(), "canary") {
			t.Errorf("%q: the message repeats what may be a password: %v", dsn, err)
		}
	}
}

func TestOpenSQLite(t *testing.T) {
	s, err := store.Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "hub.db"), store.Credentials{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close(t.Context())
	if s.Kind() != "sqlite" {
		t.Errorf("the store is of kind %s", s.Kind())
	}
}
