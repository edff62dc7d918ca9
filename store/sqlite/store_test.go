package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"polehub/hub"
	"polehub/store/storetest"
)

func TestMain(m *testing.M) {
	if path := os.Getenv(crashPath); path != "" {
		importUntilKilled(path)
	}
	goleak.VerifyTestMain(m)
}

func openTemp(tb testing.TB) *Store {
	tb.Helper()
	s, err := Open(tb.Context(), filepath.Join(tb.TempDir(), "hub.db"), Options{})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := s.Close(context.WithoutCancel(tb.Context())); err != nil {
			tb.Error(err)
		}
	})
	return s
}

func TestContract(t *testing.T) {
	storetest.Test(t, func(t testing.TB) hub.Store { return openTemp(t) })
}

// Readers see whole updates while one writer goes on: every update moves all
// records to the same new title.
func TestReadersBesideWriter(t *testing.T) {
	s := openTemp(t)
	ids := []hub.ID{"source:a", "source:b", "source:c"}
	write := func(n int) {
		records := make([]hub.Record, len(ids))
		for i, id := range ids {
			records[i] = &hub.Source{ID: id, Title: fmt.Sprintf("title %d", n), Kind: "SURVEY"}
		}
		put(t, s, records...)
	}
	write(0)
	ctx, stop := context.WithCancel(t.Context())
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for ctx.Err() == nil {
				err := s.View(t.Context(), func(r hub.Reader) error { return sameTitles(t.Context(), r, ids) })
				if err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	for n := range 200 {
		write(n + 1)
	}
	stop()
	wg.Wait()
	if revision, err := s.Revision(t.Context()); revision != 201 || err != nil {
		t.Errorf("revision %d, %v, want 1 + 200", revision, err)
	}
}

// sameTitles reads records in several calls and wants one title, and the
// revision that it stands for.
func sameTitles(ctx context.Context, r hub.Reader, ids []hub.ID) error {
	titles := map[string]bool{}
	for _, id := range ids {
		found, err := r.Find(ctx, hub.SourceNoun, []hub.ID{id})
		if err != nil {
			return err
		}
		titles[found[0].(*hub.Source).Title] = true
	}
	revision, err := r.Revision(ctx)
	if err != nil {
		return err
	}
	if want := fmt.Sprintf("title %d", revision-1); len(titles) != 1 || !titles[want] {
		return fmt.Errorf("at revision %d the titles are %v", revision, titles)
	}
	return nil
}

// A walk over the rows may ask for more rows, of the same statement too, and may
// be left early; no connection is lost.
func TestCallsInsideCalls(t *testing.T) {
	s := openTemp(t)
	for i := range 5 {
		put(t, s, &hub.Source{ID: hub.ID(fmt.Sprintf("source:%d", i)), Title: "A", Kind: "SURVEY"})
	}
	q := hub.Query{Noun: hub.SourceNoun}
	walk := func(r hub.Reader) (n int) {
		for range r.Rows(t.Context(), q) {
			for _, err := range r.Rows(t.Context(), q) {
				if err != nil {
					t.Error(err)
				}
				n++
				break
			}
		}
		return n
	}
	for range 2 * maxReaders {
		if n := walk(s); n != 5 {
			t.Fatalf("%d rows", n)
		}
	}
	err := s.View(t.Context(), func(r hub.Reader) error {
		if n := walk(r); n != 5 {
			t.Errorf("%d rows in a view", n)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	_, err = s.Update(t.Context(), func(tx hub.Tx) error {
		if n := walk(tx); n != 5 {
			t.Errorf("%d rows in an update", n)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func TestDeadline(t *testing.T) {
	s := openTemp(t)
	late, cancel := context.WithDeadline(t.Context(), time.Now().Add(-time.Second))
	defer cancel()
	gone, stop := context.WithCancel(t.Context())
	stop()
	calls := map[string]func(context.Context) error{
		"Revision": func(ctx context.Context) error { _, err := s.Revision(ctx); return err },
		"Find": func(ctx context.Context) error {
			_, err := s.Find(ctx, hub.SourceNoun, []hub.ID{"source:a"})
			return err
		},
		"Tally": func(ctx context.Context) error { _, err := s.Tally(ctx, hub.Query{Noun: hub.SourceNoun}); return err },
		"View":  func(ctx context.Context) error { return s.View(ctx, func(hub.Reader) error { return nil }) },
		"Update": func(ctx context.Context) error {
			_, err := s.Update(ctx, func(hub.Tx) error { return nil })
			return err
		},
		"Ping": s.Ping,
		"Rows": func(ctx context.Context) error {
			for _, err := range s.Rows(ctx, hub.Query{Noun: hub.SourceNoun}) {
				return err
			}
			return nil
		},
		"Changes": func(ctx context.Context) error {
			for _, err := range s.Changes(ctx, hub.ChangeQuery{}) {
				return err
			}
			return nil
		},
	}
	for name, call := range calls {
		if err := call(late); hub.CodeOf(err) != hub.Timeout || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s after its deadline: %v", name, err)
		}
		if err := call(gone); !errors.Is(err, context.Canceled) {
			t.Errorf("%s when nobody waits: %v", name, err)
		}
		if err := call(t.Context()); err != nil {
			t.Errorf("%s afterwards: %v", name, err)
		}
	}
}

// A walk ends with an error when its context does, not as if there were no more.
func TestCanceledWalk(t *testing.T) {
	s := openTemp(t)
	var records []hub.Record
	for i := range 500 {
		records = append(records, &hub.Source{ID: hub.ID(fmt.Sprintf("source:%d", i)), Title: "A", Kind: "SURVEY"})
	}
	put(t, s, records...)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var last error
	n := 0
	for _, err := range s.Rows(ctx, hub.Query{Noun: hub.SourceNoun}) {
		if last = err; n == 0 {
			cancel()
			time.Sleep(20 * time.Millisecond)
		}
		n++
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("%d rows, then %v", n, last)
	}
}

// Who waits for another update gives up at the deadline.
func TestWaitForWriter(t *testing.T) {
	s := openTemp(t)
	_, err := s.Update(t.Context(), func(hub.Tx) error {
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
		defer cancel()
		if _, err := s.Update(ctx, func(hub.Tx) error { return nil }); hub.CodeOf(err) != hub.Timeout {
			t.Errorf("the second update: %v", err)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// An update whose context ends in the middle leaves nothing.
func TestCanceledUpdate(t *testing.T) {
	s := openTemp(t)
	ctx, cancel := context.WithCancel(t.Context())
	h := &hub.Hub{Store: s, Clock: time.Now}
	_, err := h.Update(ctx, "test", func(b *hub.Batch) error {
		b.Put(&hub.Source{ID: "source:a", Title: "A", Kind: "SURVEY"})
		cancel()
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if revision := put(t, s, &hub.Source{ID: "source:b", Title: "B", Kind: "SURVEY"}); revision != 1 {
		t.Errorf("revision %d after one update that counts", revision)
	}
	found, err := s.Find(t.Context(), hub.SourceNoun, []hub.ID{"source:a"})
	if err != nil || found[0] != nil {
		t.Errorf("%v, %v stays", found, err)
	}
}

// A panic in fn passes and undoes the update.
func TestPanickingUpdate(t *testing.T) {
	s := openTemp(t)
	func() {
		defer func() { recover() }()
		s.Update(t.Context(), func(tx hub.Tx) error {
			change := hub.Change{After: &hub.Source{ID: "source:a", Title: "A", Kind: "SURVEY"}}
			if err := tx.Apply(t.Context(), hub.Stamp{At: time.Now()}, []hub.Change{change}); err != nil {
				t.Error(err)
			}
			panic("fault")
		})
	}()
	if revision := put(t, s, &hub.Source{ID: "source:b", Title: "B", Kind: "SURVEY"}); revision != 1 {
		t.Errorf("revision %d after one update that counts", revision)
	}
}

// A change that does not start from what is stored is refused.
func TestStaleChange(t *testing.T) {
	s := openTemp(t)
	a := &hub.Source{ID: "source:a", Title: "A", Kind: "SURVEY"}
	b := &hub.Source{ID: "source:b", Title: "B", Kind: "SURVEY"}
	put(t, s, a)
	for name, change := range map[string]hub.Change{
		"create what is there": {After: a},
		"replace what is not":  {Before: b, After: b},
		"delete what is not":   {Before: b},
	} {
		_, err := s.Update(t.Context(), func(tx hub.Tx) error {
			return tx.Apply(t.Context(), hub.Stamp{At: time.Now()}, []hub.Change{change})
		})
		if hub.CodeOf(err) != hub.Conflict {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A cascade may not take what a record of the same update refers to.
func TestReferenceToCascadedRecord(t *testing.T) {
	s := openTemp(t)
	put(t, s,
		&hub.Source{ID: "source:a", Title: "A", Kind: "SURVEY"},
		&hub.Organisation{ID: "org:a", Name: "A", Kind: "OTHER", Fact: hub.Fact{SourceIDs: []hub.ID{"source:a"}}},
		&hub.Organisation{ID: "org:b", Name: "B", Kind: "OTHER"},
	)
	h := &hub.Hub{Store: s, Clock: time.Now}
	_, err := h.Update(t.Context(), "test", func(b *hub.Batch) error {
		b.Put(&hub.Link{ChildID: "org:b", ParentID: "org:a"})
		b.Delete("source:a", "organisation")
		return nil
	})
	if hub.CodeOf(err) != hub.NotFound || !strings.Contains(err.Error(), "org:a") {
		t.Errorf("error %v", err)
	}
}

// Close lets a running call end, and refuses later ones.
func TestClose(t *testing.T) {
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "hub.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	inside, proceed, closed := make(chan bool), make(chan bool), make(chan error, 1)
	var wg sync.WaitGroup
	wg.Go(func() {
		err := s.View(t.Context(), func(r hub.Reader) error {
			close(inside)
			<-proceed
			_, err := r.Revision(t.Context())
			return err
		})
		if err != nil {
			t.Errorf("the running call: %v", err)
		}
	})
	<-inside
	wg.Go(func() { closed <- s.Close(t.Context()) })
	select {
	case err := <-closed:
		t.Errorf("closed under a running call: %v", err)
	case <-time.After(20 * time.Millisecond):
	}
	close(proceed)
	wg.Wait()
	if err := <-closed; err != nil {
		t.Error(err)
	}
	if err := s.Ping(t.Context()); hub.CodeOf(err) != hub.Unavailable {
		t.Errorf("after closing: %v", err)
	}
	if _, err := s.Update(t.Context(), func(hub.Tx) error { return nil }); hub.CodeOf(err) != hub.Unavailable {
		t.Errorf("an update after closing: %v", err)
	}
	if err := s.Close(t.Context()); err != nil {
		t.Errorf("closing again: %v", err)
	}
}
