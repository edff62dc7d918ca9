package sqlite

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"polehub/hub"
)

// The companions of a record follow it when it is written, changed and deleted.
func TestCompanions(t *testing.T) {
	s := openTemp(t)
	h := &hub.Hub{Store: s, Clock: time.Now}
	contract := func(title string, poles ...hub.ID) *hub.Contract {
		return &hub.Contract{ID: "contract:1", Type: "GRANT", Title: title, PoleIDs: poles}
	}
	put(t, s, &hub.Pole{ID: "pole:a", Name: "A"}, &hub.Pole{ID: "pole:b", Name: "B"}, &hub.Pole{ID: "pole:c", Name: "C"})
	steps := []struct {
		name         string
		batch        func(b *hub.Batch)
		words, links []string
	}{
		{"create", func(b *hub.Batch) { b.Put(contract("École de voile", "pole:b", "pole:a")) },
			[]string{"de", "ecole", "voile"}, []string{"pole:a", "pole:b"}},
		{"change", func(b *hub.Batch) { b.Put(contract("École de musique", "pole:b", "pole:c")) },
			[]string{"de", "ecole", "musique"}, []string{"pole:b", "pole:c"}},
		{"clear", func(b *hub.Batch) { b.Put(contract("🦓")) }, nil, nil},
		{"fill", func(b *hub.Batch) { b.Put(contract("Voile", "pole:a")) }, []string{"voile"}, []string{"pole:a"}},
		{"delete", func(b *hub.Batch) { b.Delete("contract:1") }, nil, nil},
	}
	for _, step := range steps {
		_, err := h.Update(t.Context(), "test", func(b *hub.Batch) error { step.batch(b); return nil })
		if err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		if got := texts(t, s, "SELECT token FROM contracts_words ORDER BY token"); !slices.Equal(got, step.words) {
			t.Errorf("%s: words %q, want %q", step.name, got, step.words)
		}
		if got := texts(t, s, "SELECT ref FROM contracts_poles ORDER BY ref"); !slices.Equal(got, step.links) {
			t.Errorf("%s: poles %q, want %q", step.name, got, step.links)
		}
	}
}

// A folded text stands beside its sort key only when it is longer.
func TestFoldedColumns(t *testing.T) {
	s := openTemp(t)
	long := strings.Repeat("É", hub.MaxSortKey+1)
	put(t, s,
		&hub.Source{ID: "source:1", Title: "Enquête", Kind: "SURVEY"},
		&hub.Source{ID: "source:2", Title: long, Kind: "SURVEY"},
		&hub.Source{ID: "source:3", Title: "🦓", Kind: "SURVEY"},
	)
	got := texts(t, s, "SELECT ifnull(title_key, 'NULL') || ' ' || ifnull(title_fold, 'NULL') FROM sources ORDER BY id")
	e := strings.Repeat("e", hub.MaxSortKey)
	want := []string{"enquete NULL", e + " " + e + "e", "NULL NULL"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Several Apply calls of one update share a revision and go on in sequence,
// each with its stamp.
func TestLogOfSeveralApplies(t *testing.T) {
	s := openTemp(t)
	at := time.Date(2024, 2, 29, 12, 0, 0, 123_000_000, time.UTC)
	source := func(i int) hub.Change {
		return hub.Change{After: &hub.Source{ID: hub.ID(fmt.Sprintf("source:%d", i)), Title: "A", Kind: "SURVEY"}}
	}
	revision, err := s.Update(t.Context(), func(tx hub.Tx) error {
		if err := tx.Apply(t.Context(), hub.Stamp{At: at, By: "first"}, []hub.Change{source(1), source(2)}); err != nil {
			return err
		}
		return tx.Apply(t.Context(), hub.Stamp{At: at.Add(time.Millisecond), By: "second"}, []hub.Change{source(3)})
	})
	if err != nil || revision != 1 {
		t.Fatalf("revision %d, %v", revision, err)
	}
	var got []string
	for change, err := range s.Changes(t.Context(), hub.ChangeQuery{}) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprintf("%d.%d %s %s %s", change.Revision, change.Sequence, change.Stamp.At.Format("05.000"), change.Stamp.By, change.Record().Key()))
	}
	want := []string{"1.0 00.123 first source:1", "1.1 00.123 first source:2", "1.2 00.124 second source:3"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Rows are inserted some at a time, in statements of few sizes, whatever their
// number.
func TestInserterCounts(t *testing.T) {
	s := openTemp(t)
	total := 0
	for _, n := range []int{0, 1, 2, 79, 80, 81, 239, 400} {
		var records []hub.Record
		for i := range n {
			records = append(records, &hub.Source{ID: hub.ID(fmt.Sprintf("source:%d-%d", n, i)), Title: fmt.Sprintf("t%d", i), Kind: "SURVEY"})
		}
		put(t, s, records...)
		total += n
		for _, table := range []string{"sources", "changes", "sources_words"} {
			if got, want := texts(t, s, "SELECT count(*) FROM "+table)[0], fmt.Sprint(total); got != want {
				t.Errorf("after %d records %s has %s rows, want %s", n, table, got, want)
			}
		}
	}
}

// Another process that writes makes an update wait, then fail.
func TestUpdateBesideAnotherProcess(t *testing.T) {
	path := t.TempDir() + "/hub.db"
	open := func() *Store {
		s, err := Open(t.Context(), path, Options{BusyTimeout: 20 * time.Millisecond})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close(context.WithoutCancel(t.Context())) })
		return s
	}
	a, b := open(), open()
	source := &hub.Source{ID: "source:a", Title: "A", Kind: "SURVEY"}
	_, err := a.Update(t.Context(), func(hub.Tx) error {
		_, err := b.Update(t.Context(), func(hub.Tx) error { return nil })
		if hub.CodeOf(err) != hub.Unavailable {
			t.Errorf("beside another writer: %v", err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	put(t, a, source)
	found, err := b.Find(t.Context(), hub.SourceNoun, []hub.ID{"source:a"})
	if err != nil || found[0] == nil || !hub.Equal(found[0], source) {
		t.Errorf("the other process reads %v, %v", found, err)
	}
	if revision := put(t, b, &hub.Source{ID: "source:b", Title: "B", Kind: "SURVEY"}); revision != 2 {
		t.Errorf("revision %d after two updates of two processes", revision)
	}
}
