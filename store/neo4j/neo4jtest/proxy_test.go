package neo4jtest

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

func TestCountRequests(t *testing.T) {
	server := Start(t)
	server.Clean(t)
	for _, scheme := range []string{"bolt", "neo4j"} {
		t.Run(scheme, func(t *testing.T) {
			_, host, _ := strings.Cut(server.URI, "://")
			proxied := server
			uri, count := CountRequests(t, scheme+"://"+host)
			proxied.URI = uri
			driver := proxied.Driver(t)

			before := count()
			long := strings.Repeat("x", 200_000) // more than three chunks of at most 65,535 bytes
			if got := query(t, driver, "RETURN size($long)", map[string]any{"long": long}); got != int64(200_000) {
				t.Errorf("the server got %v characters, want 200000", got)
			}
			query(t, driver, "UNWIND range(1, 5000) AS i RETURN i", nil) // five PULL 1000 and still one RUN
			if got := count() - before; got != 2 {
				t.Errorf("counted %d statements, want 1 + 1", got)
			}
			inTransaction(t, driver, "RETURN 1", "RETURN 2", "RETURN 3")
			if got := count() - before; got != 2+3 {
				t.Errorf("counted %d statements, want 2 + 3", got)
			}
		})
	}
}

func inTransaction(t *testing.T, driver neo4j.DriverWithContext, statements ...string) {
	t.Helper()
	session := driver.NewSession(t.Context(), neo4j.SessionConfig{DatabaseName: "neo4j"})
	defer func() { _ = session.Close(t.Context()) }()
	_, err := neo4j.ExecuteRead(t.Context(), session, func(tx neo4j.ManagedTransaction) (int, error) {
		for _, statement := range statements {
			if _, err := tx.Run(t.Context(), statement, nil); err != nil {
				return 0, err
			}
		}
		return len(statements), nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestProxyClosesWhenTheServerIsAway(t *testing.T) {
	uri, count := CountRequests(t, "bolt://127.0.0.1:1") // nothing listens there
	driver := Server{URI: uri}.Driver(t)
	if err := driver.VerifyConnectivity(t.Context()); err == nil {
		t.Error("a proxy without a server answers")
	}
	if got := count(); got != 0 {
		t.Errorf("counted %d statements, want 0", got)
	}
}

func TestForwardMessage(t *testing.T) {
	for _, test := range []struct {
		name, message string
		tags          string
	}{
		{"a statement in one chunk", "\x00\x03\xB3\x10x\x00\x00", "\x10"},
		{"cut between marker and tag", "\x00\x01\xB3\x00\x02\x10x\x00\x00", "\x10"},
		{"a later chunk that looks like one", "\x00\x02\xB1\x3F\x00\x02\xB3\x10\x00\x00", "\x3F"},
		{"a message without fields", "\x00\x02\xB0\x0F\x00\x00", "\x0F"},
		{"keep-alive", "\x00\x00", ""},
		{"not a structure", "\x00\x02\x81\x10\x00\x00", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			var sent bytes.Buffer
			var tags []byte
			rest := strings.NewReader(test.message + "next")
			if err := forwardMessage(&sent, rest, func(tag byte) { tags = append(tags, tag) }); err != nil {
				t.Fatal(err)
			}
			if sent.String() != test.message || rest.Len() != len("next") {
				t.Errorf("forwarded %q and left %d bytes, want %q and 4", sent.String(), rest.Len(), test.message)
			}
			if string(tags) != test.tags {
				t.Errorf("saw the tags %q, want %q", tags, test.tags)
			}
		})
	}
}

func TestForwardMessageEndsWithItsClient(t *testing.T) {
	for text, want := range map[string]error{
		"":             io.EOF,
		"\x00":         io.ErrUnexpectedEOF,
		"\x00\x04\xB3": io.ErrUnexpectedEOF,
	} {
		if err := forwardMessage(io.Discard, strings.NewReader(text), func(byte) {}); !errors.Is(err, want) {
			t.Errorf("after %q got %v, want %v", text, err, want)
		}
	}
}
