package seed

import (
	"context"
	"fmt"
	"iter"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"polehub/hub"
	"polehub/store/sqlite"
	"polehub/store/storetest"
)

// history writes a hub's change log as text.
func history(t *testing.T, r hub.Reader) string {
	t.Helper()
	var b strings.Builder
	for c, err := range r.Changes(t.Context(), hub.ChangeQuery{}) {
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%d.%d %s %s", c.Revision, c.Sequence, c.Stamp.At, c.Stamp.By)
		for _, state := range []hub.Record{c.Before, c.After} {
			if state == nil {
				b.WriteString(" -")
			} else {
				fmt.Fprintf(&b, " %s", hub.EncodeRecord(state))
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestCopy: facts, revisions and the log are the same after a copy, also into
// another kind of store and back.
func TestCopy(t *testing.T) {
	from := newHub()
	importInto(t, from, small(), Options{BatchSize: 4})
	importInto(t, from, awkward(), Options{BatchSize: 2})
	_, err := from.Update(t.Context(), "someone", func(b *hub.Batch) error {
		b.Delete("contract:2018M1")
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	file, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "hub.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close(t.Context()) })
	back := storetest.NewOracle()
	var last CopyProgress
	if err := Copy(t.Context(), from.Store, file, func(p CopyProgress) { last = p }); err != nil {
		t.Fatal(err)
	}
	if err := Copy(t.Context(), file, back, nil); err != nil {
		t.Fatal(err)
	}
	if want := revision(t, from.Store); last.Revision != want || last.Of != want {
		t.Errorf("last progress %+v, want revision %d", last, want)
	}
	for name, to := range map[string]hub.Reader{"sqlite": file, "back": back} {
		if diff := storetest.Diff(dump(t, from.Store), dump(t, to)); diff != "" {
			t.Errorf("%s: facts differ: %s", name, diff)
		}
		if diff := storetest.Diff(history(t, from.Store), history(t, to)); diff != "" {
			t.Errorf("%s: logs differ: %s", name, diff)
		}
	}
}

func TestCopyNeedsAnEmptyTarget(t *testing.T) {
	from, to := newHub(), newHub()
	importInto(t, to, small(), Options{})
	if err := Copy(t.Context(), from.Store, to.Store, nil); hub.CodeOf(err) != hub.Conflict {
		t.Errorf("got %v", err)
	}
}

// silent is a hub whose log tells nothing of one record.
type silent struct {
	hub.Store
	extra hub.Record
}

func (s silent) View(ctx context.Context, fn func(hub.Reader) error) error {
	return s.Store.View(ctx, func(r hub.Reader) error { return fn(silentReader{r, s.extra}) })
}

// silentReader shows the extra record after all others of its noun.
type silentReader struct {
	hub.Reader
	extra hub.Record
}

func (r silentReader) Rows(ctx context.Context, q hub.Query) iter.Seq2[hub.Row, error] {
	return func(yield func(hub.Row, error) bool) {
		for row, err := range r.Reader.Rows(ctx, q) {
			if !yield(row, err) {
				return
			}
		}
		if q.Noun == r.extra.Noun() {
			yield(hub.Row{Record: r.extra}, nil)
		}
	}
}

func (r silentReader) Find(ctx context.Context, n *hub.Noun, ids []hub.ID) ([]hub.Record, error) {
	found, err := r.Reader.Find(ctx, n, ids)
	for i, id := range ids {
		if err == nil && id == r.extra.Key() {
			found[i] = r.extra
		}
	}
	return found, err
}

// TestCopyOfWhatTheLogDoesNotTell: facts that another program wrote into the
// source arrive too.
func TestCopyOfWhatTheLogDoesNotTell(t *testing.T) {
	from, to := newHub(), newHub()
	importInto(t, from, small(), Options{})
	extra := &hub.Pole{ID: "pole:silent", Name: "Silent"}
	if err := Copy(t.Context(), silent{from.Store, extra}, to.Store, nil); err != nil {
		t.Fatal(err)
	}
	get[*hub.Pole](t, to.Store, "pole:silent")
	if got, want := revision(t, to.Store), revision(t, from.Store)+1; got != want {
		t.Errorf("revision %d, want %d", got, want)
	}
}

// TestCopyOfRandomHubs copies hubs of every shape.
func TestCopyOfRandomHubs(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		from, to := newHub(), newHub()
		records := storetest.Hubs(4).Draw(rt, "hub")
		if _, err := from.Update(t.Context(), "test", func(b *hub.Batch) error { b.Put(records...); return nil }); err != nil {
			rt.Fatal(err)
		}
		if err := Copy(t.Context(), from.Store, to.Store, nil); err != nil {
			rt.Fatal(err)
		}
		if diff := storetest.Diff(history(t, from.Store)+dump(t, from.Store), history(t, to.Store)+dump(t, to.Store)); diff != "" {
			rt.Fatal(diff)
		}
	})
}
