package neo4j_test

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"polehub/hub"
	"polehub/store/neo4j"
	"polehub/store/neo4j/neo4jtest"
)

// wrongPassword checks the errors of opening a store of a server that asks for
// a password.
func wrongPassword(t *testing.T, server neo4jtest.Server) {
	t.Helper()
	_, err := neo4j.Open(t.Context(), server.URI, neo4j.Options{User: server.User, Password: "wrong" + server.Password})
	refused(t, err, hub.Unauthenticated)
}

// refused checks that an error is one clear line with a code.
func refused(t *testing.T, err error, code hub.Code) {
	t.Helper()
	if hub.CodeOf(err) != code {
		t.Fatalf("want %s, got %v", code, err)
	}
	if e, _ := errors.AsType[*hub.Error](err); e.Msg == "" || strings.Contains(e.Msg, "\n") {
		t.Errorf("the message %q is not one line", e.Msg)
	}
}

func TestUnreachable(t *testing.T) {
	start := time.Now()
	_, err := neo4j.Open(t.Context(), "bolt://127.0.0.1:1", neo4j.Options{})
	refused(t, err, hub.Unavailable)
	if took := time.Since(start); took > 8*time.Second {
		t.Errorf("it took %v", took)
	}
	_, err = neo4j.Open(t.Context(), "http://127.0.0.1:1", neo4j.Options{})
	refused(t, err, hub.BadUserInput)
}

// TestOutage stops the server under an open store: every call fails in time and
// says that the server is away, and works again once it is back. The server asks
// for a password, which is tested here too: another one would take seconds.
func TestOutage(t *testing.T) {
	server := neo4jtest.StartOwn(t, neo4jtest.Options{Auth: true})
	wrongPassword(t, server.Server)
	store := openAt(t, server.URI, server.Server)
	calls := map[string]func(context.Context) error{
		"Revision": func(ctx context.Context) error { _, err := store.Revision(ctx); return err },
		"Rows": func(ctx context.Context) error {
			for _, err := range store.Rows(ctx, hub.Query{Noun: hub.PoleNoun}) {
				return err
			}
			return nil
		},
		"Ping": store.Ping,
		"View": func(ctx context.Context) error {
			return store.View(ctx, func(r hub.Reader) error { _, err := r.Revision(ctx); return err })
		},
		"Update": func(ctx context.Context) error {
			h := &hub.Hub{Store: store, Clock: time.Now}
			_, err := h.Update(ctx, "test", func(b *hub.Batch) error { b.Put(&hub.Pole{ID: "pole:a", Name: "A"}); return nil })
			return err
		},
	}
	// Several idle connections will be stale when the server comes back.
	together := make(chan error)
	const idle = 6
	for range idle {
		go func() {
			together <- store.View(t.Context(), func(r hub.Reader) error {
				time.Sleep(100 * time.Millisecond)
				_, err := r.Revision(t.Context())
				return err
			})
		}()
	}
	for range idle {
		if err := <-together; err != nil {
			t.Fatal(err)
		}
	}
	server.Stop()
	for name, call := range calls {
		const limit = 3 * time.Second
		ctx, cancel := context.WithTimeout(t.Context(), limit)
		start := time.Now()
		err := call(ctx)
		if hub.CodeOf(err) != hub.Unavailable {
			t.Errorf("%s while the server is down gives %v", name, err)
		}
		if took := time.Since(start); took > limit+time.Second {
			t.Errorf("%s took %v with a deadline of %v", name, took, limit)
		}
		cancel()
	}
	server.Restart()
	for name, call := range calls {
		if err := call(t.Context()); err != nil {
			t.Errorf("%s after the server came back: %v", name, err)
		}
	}
}

// TestSilence freezes the server in the middle: a call without a deadline ends
// too.
func TestSilence(t *testing.T) {
	server := neo4jtest.Start(t)
	server.Clean(t)
	openAt(t, server.URI, server) // makes the schema
	store, err := neo4j.Open(t.Context(), server.URI, neo4j.Options{User: server.User, Password: server.Password, Database: server.Database, Patience: 500 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close(context.WithoutCancel(t.Context()))
	held, release := make(chan struct{}), make(chan struct{})
	done := make(chan error)
	go func() {
		_, err := store.Update(t.Context(), func(hub.Tx) error { close(held); <-release; return nil })
		done <- err
	}()
	<-held
	// Another writer waits for the lock; only patience ends that.
	_, err = store.Update(t.Context(), func(hub.Tx) error { return nil })
	if hub.CodeOf(err) != hub.Unavailable {
		t.Errorf("a writer that waits gives %v", err)
	}
	close(release)
	if err := <-done; err != nil {
		t.Errorf("the first writer: %v", err)
	}
}

// TestClose: closing waits for calls that run, refuses later ones, and leaves
// no goroutine.
func TestClose(t *testing.T) {
	server := neo4jtest.Start(t)
	server.Clean(t)
	before := goleak.IgnoreCurrent()
	store, err := neo4j.Open(t.Context(), server.URI, neo4j.Options{User: server.User, Password: server.Password, Database: server.Database, Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	inside, done := make(chan struct{}), make(chan error)
	go func() {
		done <- store.View(t.Context(), func(r hub.Reader) error {
			close(inside)
			time.Sleep(200 * time.Millisecond)
			_, err := r.Revision(t.Context())
			return err
		})
	}()
	<-inside
	if err := store.Close(t.Context()); err != nil {
		t.Error("close:", err)
	}
	if err := <-done; err != nil {
		t.Error("the call that was running:", err)
	}
	_, err = store.Revision(t.Context())
	refused(t, err, hub.Unavailable)
	goleak.VerifyNone(t, before)
}

// TestPanic: a panic inside an update undoes it and holds nothing back.
func TestPanic(t *testing.T) {
	store := open(t)
	stamp := hub.Stamp{At: time.Unix(0, 0).UTC(), By: "test"}
	for range 3 {
		func() {
			defer func() {
				if recover() == nil {
					t.Error("the panic did not come out")
				}
			}()
			_, _ = store.Update(t.Context(), func(tx hub.Tx) error {
				if err := tx.Apply(t.Context(), stamp, []hub.Change{{After: &hub.Pole{ID: "pole:a", Name: "A"}}}); err != nil {
					t.Error(err)
				}
				panic("mine")
			})
		}()
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	revision, err := store.Update(ctx, func(tx hub.Tx) error {
		return tx.Apply(ctx, stamp, []hub.Change{{After: &hub.Pole{ID: "pole:a", Name: "A"}}})
	})
	if err != nil || revision != 1 {
		t.Errorf("the next update gives revision %d, %v", revision, err)
	}
}
