package neo4j_test

import (
	"context"
	"log/slog"
	"slices"
	"testing"
	"time"

	"polehub/hub"
	"polehub/seed/synthetic"
	"polehub/store/neo4j"
	"polehub/store/neo4j/neo4jtest"
	"polehub/store/storetest"
)

// TestContract runs the suite that every store passes.
func TestContract(t *testing.T) {
	storetest.Test(t, func(t testing.TB) hub.Store { return open(t) })
}

// open gives an empty store, closed at the end of the test.
func open(t testing.TB) *neo4j.Store {
	t.Helper()
	server := neo4jtest.Start(t)
	server.Clean(t)
	return openAt(t, server.URI, server)
}

// openAt opens the hub of the server by another address, such as a proxy's.
func openAt(t testing.TB, uri string, server neo4jtest.Server) *neo4j.Store {
	t.Helper()
	store, err := neo4j.Open(t.Context(), uri, neo4j.Options{
		User: server.User, Password: server.Password, Database: server.Database,
		Logger: slog.New(slog.NewTextHandler(t.Output(), nil)),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(context.WithoutCancel(t.Context())); err != nil {
			t.Error("close:", err)
		}
	})
	return store
}

// fill writes a synthetic hub.
func fill(t testing.TB, store hub.Store, size synthetic.Size) *hub.Hub {
	t.Helper()
	h := &hub.Hub{Store: store, Clock: time.Now}
	for part := range slices.Chunk(slices.Collect(synthetic.Records(size, 1)), 5000) {
		if _, err := h.Update(t.Context(), "test", func(b *hub.Batch) error { b.Put(part...); return nil }); err != nil {
			t.Fatal(err)
		}
	}
	return h
}
