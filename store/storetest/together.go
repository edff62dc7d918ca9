package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"polehub/hub"
)

// testTogether checks what happens when several callers use one store, or stop
// in the middle.
func testTogether(t *testing.T, s hub.Store) {
	load(t, s, fixture())
	t.Run("View", func(t *testing.T) { testView(t, s) })
	t.Run("EarlyStop", func(t *testing.T) { testEarlyStop(t, s) })
	t.Run("Contexts", func(t *testing.T) { testContexts(t, s) })
	t.Run("ReadersAndWriters", func(t *testing.T) { testReadersAndWriters(t, s) })
	t.Run("Log", func(t *testing.T) { sameAfterRebuild(t, s) })
}

// testView: a view keeps its state while another caller writes, and the next
// view has the new one. A store may make the writer wait for a while, or run
// the view again: its last run counts.
func testView(t *testing.T, s hub.Store) {
	ctx, written := t.Context(), make(chan error, 1)
	runs, seen := 0, ""
	err := s.View(ctx, func(r hub.Reader) (err error) {
		runs++
		seen, err = unmoved(ctx, r, func() {
			if runs > 1 {
				return
			}
			done := make(chan struct{})
			go func() {
				late := &hub.Organisation{ID: "org:late", Name: "Tard", Kind: hub.KindNetwork}
				_, err := put(ctx, s, "x", late, &hub.Pole{ID: "pole:vide", Name: "Plein"})
				written <- err
				close(done)
			}()
			select {
			case <-done:
			case <-time.After(time.Second):
			}
		})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen != "" {
		t.Errorf("during the view %s", seen)
	}
	if err := <-written; err != nil {
		t.Fatalf("the update during the view: %v", err)
	}
	mine := errors.New("mine")
	var found []hub.Record
	err = s.View(ctx, func(r hub.Reader) error {
		found, err = r.Find(ctx, hub.OrganisationNoun, []hub.ID{"org:late"})
		return mine
	})
	if err != mine {
		t.Errorf("want the error of the function, got %v", err)
	}
	if len(found) != 1 || found[0] == nil {
		t.Errorf("the next view finds %v", found)
	}
}

// unmoved says what changes in a view while something else happens.
func unmoved(ctx context.Context, r hub.Reader, something func()) (string, error) {
	before, err := Dump(ctx, r)
	if err != nil {
		return "", err
	}
	revision, err := r.Revision(ctx)
	if err != nil {
		return "", err
	}
	organisations, err := r.Tally(ctx, hub.Query{Noun: hub.OrganisationNoun})
	if err != nil {
		return "", err
	}
	known, err := r.Find(ctx, hub.OrganisationNoun, []hub.ID{"org:late"})
	if err != nil {
		return "", err
	}
	something()
	after, err := Dump(ctx, r)
	if err != nil {
		return "", err
	}
	now, err := r.Revision(ctx)
	if err != nil {
		return "", err
	}
	counted, err := r.Tally(ctx, hub.Query{Noun: hub.OrganisationNoun})
	if err != nil {
		return "", err
	}
	found, err := r.Find(ctx, hub.OrganisationNoun, []hub.ID{"org:late"})
	if err != nil {
		return "", err
	}
	for c, err := range r.Changes(ctx, hub.ChangeQuery{Since: revision}) {
		return "the log grows by " + showChange(c), err
	}
	switch {
	case before != after:
		return "the content changes:\n" + Diff(before, after), nil
	case revision != now:
		return fmt.Sprintf("the revision moves from %d to %d", revision, now), nil
	case !slices.Equal(organisations, counted):
		return fmt.Sprintf("the count moves from %v to %v", organisations, counted), nil
	case (found[0] != nil) != (known[0] != nil):
		return "a new record is found", nil
	}
	return "", nil
}

// testEarlyStop: an iterator that is left early holds nothing back, more often
// than any pool of connections has members.
func testEarlyStop(t *testing.T, s hub.Store) {
	ctx := t.Context()
	const often = 150
	for range often {
		for range s.Rows(ctx, hub.Query{Noun: hub.OrganisationNoun}) {
			break
		}
		for range s.Changes(ctx, hub.ChangeQuery{}) {
			break
		}
	}
	err := s.View(ctx, func(r hub.Reader) error {
		for range r.Rows(ctx, hub.Query{Noun: hub.OrganisationNoun}) {
			break
		}
		_, err := r.Tally(ctx, hub.Query{Noun: hub.OrganisationNoun})
		return err
	})
	if err != nil {
		t.Errorf("after an early stop in a view: %v", err)
	}
	_, err = s.Update(ctx, func(tx hub.Tx) error {
		for range tx.Rows(ctx, hub.Query{Noun: hub.OrganisationNoun}) {
			break
		}
		return tx.Apply(ctx, hub.Stamp{At: hubOf(s).Clock(), By: "x"}, []hub.Change{{After: &hub.Source{ID: "source:early", Title: "Tôt", Kind: hub.SourceSurvey}}})
	})
	if err != nil {
		t.Errorf("after an early stop in an update: %v", err)
	}
	// A query inside the loop over another: the callers of a pool of one
	// connection would wait for ever.
	limited, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	for row, err := range s.Rows(limited, hub.Query{Noun: hub.PoleNoun}) {
		if err != nil {
			t.Fatalf("nested: %v", err)
		}
		if _, err := s.Find(limited, hub.PoleNoun, []hub.ID{row.Record.Key()}); err != nil {
			t.Fatalf("nested: %v", err)
		}
	}
}

// testContexts: every call answers an ended context with an error that says
// so, and the store goes on.
func testContexts(t *testing.T, s hub.Store) {
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	late, cancelLate := context.WithDeadline(t.Context(), time.Now().Add(-time.Second))
	defer cancelLate()
	calls := map[string]func(context.Context) error{
		"Revision": func(ctx context.Context) error { _, err := s.Revision(ctx); return err },
		"Find": func(ctx context.Context) error {
			_, err := s.Find(ctx, hub.PoleNoun, []hub.ID{"pole:sud"})
			return err
		},
		"Lookup": func(ctx context.Context) error {
			_, _, err := s.Lookup(ctx, []hub.ID{"pole:sud"}, []hub.ID{"org:a"})
			return err
		},
		"Rows":    func(ctx context.Context) error { return lastError(s.Rows(ctx, hub.Query{Noun: hub.PoleNoun})) },
		"Tally":   func(ctx context.Context) error { _, err := s.Tally(ctx, hub.Query{Noun: hub.PoleNoun}); return err },
		"Changes": func(ctx context.Context) error { return lastError(s.Changes(ctx, hub.ChangeQuery{})) },
		"Ping":    s.Ping,
		"View": func(ctx context.Context) error {
			return s.View(ctx, func(r hub.Reader) error { _, err := r.Revision(ctx); return err })
		},
		"Update": func(ctx context.Context) error {
			_, err := put(ctx, s, "x", &hub.Pole{ID: "pole:never", Name: "Jamais"})
			return err
		},
	}
	for name, call := range calls {
		t.Run(name, func(t *testing.T) {
			if err := call(cancelled); !errors.Is(err, context.Canceled) && hub.CodeOf(err) != hub.Timeout {
				t.Errorf("a cancelled call gives %v", err)
			}
			if err := call(late); hub.CodeOf(err) != hub.Timeout {
				t.Errorf("a late call gives code %q: %v", hub.CodeOf(err), err)
			}
			if err := call(t.Context()); name != "Update" && err != nil {
				t.Errorf("the next call gives %v", err)
			}
		})
	}
	stopped, stop := context.WithCancel(t.Context())
	defer stop()
	_, err := s.Update(stopped, func(tx hub.Tx) error {
		err := tx.Apply(stopped, hub.Stamp{At: hubOf(s).Clock(), By: "x"}, []hub.Change{{After: &hub.Pole{ID: "pole:half", Name: "Moitié"}}})
		stop()
		return err
	})
	if found, findErr := s.Find(t.Context(), hub.PoleNoun, []hub.ID{"pole:half"}); err == nil || findErr != nil || found[0] != nil {
		t.Errorf("an update that was cancelled before its end gives %v and leaves %v, %v", err, found, findErr)
	}
}

// lastError reads an iterator to its end.
func lastError[T any](items func(func(T, error) bool)) error {
	var last error
	for _, err := range items {
		last = err
	}
	return last
}

// testReadersAndWriters: two writers each add one to both of two numbers, in
// one update, many times; readers never see the numbers differ, and no step is
// lost.
func testReadersAndWriters(t *testing.T, s hub.Store) {
	const writers, readers, steps = 2, 3, 8
	pair := []hub.ID{"membership:1", "membership:2"}
	setVotes(t, s, pair, func(int) int { return 0 })
	base := revisionOf(t, s)
	var wg sync.WaitGroup
	written := make(chan struct{})
	for range readers {
		wg.Go(func() {
			for {
				var votes []int // of the last run
				err := s.View(t.Context(), func(r hub.Reader) (err error) {
					votes, err = readVotes(t.Context(), r, pair)
					return err
				})
				if err != nil || votes[0] != votes[1] {
					t.Errorf("a view sees the votes %v, %v", votes, err)
					return
				}
				select {
				case <-written:
					return
				default:
				}
			}
		})
	}
	var writing sync.WaitGroup
	for range writers {
		writing.Go(func() {
			for range steps {
				setVotes(t, s, pair, func(votes int) int { return votes + 1 })
			}
		})
	}
	writing.Wait()
	close(written)
	wg.Wait()
	found, err := s.Find(t.Context(), hub.MembershipNoun, pair[:1])
	if err != nil {
		t.Fatal(err)
	}
	if votes := *found[0].(*hub.Membership).Votes; votes != writers*steps {
		t.Errorf("%d steps are left of %d×%d", votes, writers, steps)
	}
	if moved := revisionOf(t, s) - base; moved != writers*steps {
		t.Errorf("the revision moved by %d in %d updates", moved, writers*steps)
	}
}

// setVotes changes the votes of memberships, in one update.
func setVotes(t fataler, s hub.Store, ids []hub.ID, next func(int) int) {
	_, err := hubOf(s).Update(t.Context(), "writer", func(b *hub.Batch) error {
		found, err := b.Find(t.Context(), hub.MembershipNoun, ids)
		if err != nil {
			return err
		}
		for _, r := range found {
			m := hub.Clone(r).(*hub.Membership)
			votes := 0
			if m.Votes != nil {
				votes = *m.Votes
			}
			m.Votes = new(next(votes))
			b.Put(m)
		}
		return nil
	})
	if err != nil {
		t.Errorf("update: %v", err)
	}
}

// readVotes reads memberships by one call each.
func readVotes(ctx context.Context, r hub.Reader, ids []hub.ID) ([]int, error) {
	var votes []int
	for _, id := range ids {
		found, err := r.Find(ctx, hub.MembershipNoun, []hub.ID{id})
		if err != nil {
			return nil, err
		}
		votes = append(votes, *found[0].(*hub.Membership).Votes)
	}
	return votes, nil
}
