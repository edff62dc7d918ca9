package storetest

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"polehub/hub"
)

// testRandom compares a store with the oracle on random hubs. The store is
// emptied by deleting between hubs, never opened again. The hubs have fixed
// seeds and the queries do not write, so that a failing query can be repeated
// and shrunk on the same hub without loading it again.
func testRandom(t *testing.T, s hub.Store) {
	for seed, most := range []int{1, 4, 8, 16} {
		records := Hubs(most).Example(seed + 1)
		t.Run(fmt.Sprintf("Hub%dOf%d", seed+1, len(records)), func(t *testing.T) {
			wipe(t, s)
			o := NewOracle()
			load(t, s, records)
			load(t, o, records)
			sameContent(t, o, s)
			a := newAsker(records)
			t.Run("Rows", rapid.MakeCheck(func(t *rapid.T) {
				compareRows(t, o, s, hub.Query(a.queries().Draw(t, "query")))
			}))
			t.Run("Tally", rapid.MakeCheck(func(t *rapid.T) {
				compareTallies(t, o, s, hub.Query(a.tallies().Draw(t, "query")))
			}))
			t.Run("Lookup", rapid.MakeCheck(func(t *rapid.T) { compareLookups(t, o, s, records) }))
			t.Run("Pages", rapid.MakeCheck(func(t *rapid.T) {
				comparePages(t, o, s, hub.Query(a.queries().Draw(t, "query")))
			}))
		})
	}
	t.Run("Updates", rapid.MakeCheck(func(t *rapid.T) { compareUpdates(t, s) }))
	t.Run("LogOfEverything", func(t *testing.T) { sameAfterRebuild(t, s) })
}

// fataler is what testing.T and rapid.T share.
type fataler interface {
	Helper()
	Context() context.Context
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

// hubOf is the use case over a store, at a fixed time.
func hubOf(s hub.Store) *hub.Hub {
	return &hub.Hub{Store: s, Clock: func() time.Time { return time.Date(2026, 1, 31, 23, 59, 59, 999_000_000, time.UTC) }}
}

// load puts records into a store in one update.
func load(t fataler, s hub.Store, records []hub.Record) {
	t.Helper()
	_, err := hubOf(s).Update(t.Context(), "import test", func(b *hub.Batch) error {
		for _, r := range records {
			b.Put(hub.Clone(r))
		}
		return nil
	})
	if err != nil {
		t.Fatalf("load: %v", err)
	}
}

// wipe deletes all records of a store; its revision and log stay.
func wipe(t fataler, s hub.Store) {
	t.Helper()
	ctx := t.Context()
	_, err := s.Update(ctx, func(tx hub.Tx) error {
		var deletes []hub.Change
		for _, n := range slices.Backward(hub.Nouns()) {
			for row, err := range tx.Rows(ctx, hub.Query{Noun: n}) {
				if err != nil {
					return err
				}
				deletes = append(deletes, hub.Change{Before: row.Record})
			}
		}
		if len(deletes) == 0 {
			return nil
		}
		return tx.Apply(ctx, hub.Stamp{At: hubOf(s).Clock(), By: "wipe"}, deletes)
	})
	if err != nil {
		t.Fatalf("wipe: %v", err)
	}
}

// collect reads an iterator to its end.
func collect[T any](t fataler, items func(func(T, error) bool)) []T {
	t.Helper()
	var out []T
	failed := false
	for item, err := range items {
		if failed {
			t.Fatalf("the iterator goes on after its error")
		}
		if err != nil {
			t.Errorf("the iterator fails: %v", err)
			failed = true
			continue
		}
		out = append(out, item)
	}
	return out
}

func compareRows(t fataler, o, s hub.Store, q hub.Query) {
	t.Helper()
	want, got := collect(t, o.Rows(t.Context(), q)), collect(t, s.Rows(t.Context(), q))
	for _, row := range got {
		restrict(row, q.Fields)
	}
	if !slices.EqualFunc(want, got, sameRow) {
		t.Fatalf("%s\n  want\n%s  got\n%s", ShowQuery(q), showRows(want, q.Order), showRows(got, q.Order))
	}
}

func sameRow(a, b hub.Row) bool {
	return a.Parent == b.Parent && sameRecord(a.Record, b.Record) && slices.EqualFunc(a.With, b.With, sameRecord)
}

func sameRecord(a, b hub.Record) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	return hub.Equal(a, b)
}

func compareTallies(t fataler, o, s hub.Store, q hub.Query) {
	t.Helper()
	want, err := o.Tally(t.Context(), q)
	if err != nil {
		t.Fatalf("oracle: %v", err)
	}
	got, err := s.Tally(t.Context(), q)
	if err != nil || !slices.Equal(want, got) {
		t.Fatalf("%s\n  want %+v\n  got  %+v, %v", ShowQuery(q), want, got, err)
	}
}

// compareLookups looks up some of the records and ids that nothing has.
func compareLookups(t *rapid.T, o, s hub.Store, records []hub.Record) {
	id := rapid.Custom(func(t *rapid.T) hub.ID {
		id := rapid.SampledFrom(records).Draw(t, "of").Key()
		if rapid.IntRange(0, 3).Draw(t, "gone") == 0 {
			id += "x"
		}
		return id
	})
	read, check := rapid.SliceOfN(id, 0, 8).Draw(t, "read"), rapid.SliceOfN(id, 0, 8).Draw(t, "check")
	want, absent, err := o.Lookup(t.Context(), read, check)
	if err != nil {
		t.Fatalf("oracle: %v", err)
	}
	got, missing, err := s.Lookup(t.Context(), read, check)
	if err != nil || !slices.EqualFunc(want, got, sameRecord) || !slices.Equal(absent, missing) {
		t.Fatalf("read %s, check %s\n  want %s; %s\n  got  %s; %s, %v", read, check, keys(want), absent, keys(got), missing, err)
	}
}

// comparePages reads a list page by page, each from the last row of the one
// before: together the pages are the list, with no row twice and none left out.
func comparePages(t fataler, o, s hub.Store, q hub.Query) {
	t.Helper()
	q.Parents, q.With, q.After, q.Limit = nil, nil, nil, 0
	want := collect(t, o.Rows(t.Context(), q))
	var got []hub.Row
	q.Limit = 2
	for {
		rows := collect(t, s.Rows(t.Context(), q))
		got = append(got, rows...)
		if len(rows) < q.Limit || len(got) > len(want) {
			break
		}
		q.After = new(hub.PositionOf(rows[len(rows)-1].Record, q.Order))
	}
	for _, row := range got {
		restrict(row, q.Fields)
	}
	if !slices.EqualFunc(want, got, sameRow) {
		q.After = nil
		t.Fatalf("%s, page by page\n  want\n%s  got\n%s", ShowQuery(q), showRows(want, q.Order), showRows(got, q.Order))
	}
}

// sameContent compares the dumps of two hubs.
func sameContent(t fataler, want, got hub.Reader) {
	t.Helper()
	if diff := Diff(dump(t, want), dump(t, got)); diff != "" {
		t.Fatalf("the contents differ\n%s", diff)
	}
}

func dump(t fataler, r hub.Reader) string {
	t.Helper()
	text, err := Dump(t.Context(), r)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return text
}

// sameAfterRebuild compares a hub with what its change log alone says.
func sameAfterRebuild(t fataler, s hub.Store) {
	t.Helper()
	rebuilt, err := Rebuild(t.Context(), s)
	if err != nil {
		t.Fatalf("%v", err)
	}
	sameContent(t, rebuilt, s)
	want, _ := s.Revision(t.Context())
	if got, err := rebuilt.Revision(t.Context()); got != want || err != nil {
		t.Fatalf("the log ends at revision %d, %v; the hub is at %d", got, err, want)
	}
}

// compareUpdates makes the same random updates on a store and on a new oracle,
// and compares outcomes, contents and logs.
func compareUpdates(t *rapid.T, s hub.Store) {
	wipe(t, s)
	ctx, o := t.Context(), NewOracle()
	base, err := s.Revision(ctx)
	if err != nil {
		t.Fatalf("revision: %v", err)
	}
	for range rapid.IntRange(1, 4).Draw(t, "updates") {
		u := updates(t, o).Draw(t, "update")
		want, wantErr := u.run(ctx, o)
		got, gotErr := u.run(ctx, s)
		if fmt.Sprint(wantErr) != fmt.Sprint(gotErr) {
			t.Fatalf("want error %v\n got error %v", wantErr, gotErr)
		}
		if wantErr == nil {
			got.Revision -= base
		}
		if fmt.Sprint(want) != fmt.Sprint(got) {
			t.Fatalf("want outcome %v\n got outcome %v", want, got)
		}
	}
	noneDangles(t, o)
	sameContent(t, o, s)
	compareLogs(t, o, s, base, hub.ChangeQuery{})
	q := drawChangeQuery(t, o)
	compareLogs(t, o, s, base, q)
}

// noneDangles checks that every reference of every record leads to a record:
// hub.Update lets no other in, and no delete leaves one behind.
func noneDangles(t fataler, s hub.Store) {
	t.Helper()
	for _, n := range hub.Nouns() {
		for _, row := range collect(t, s.Rows(t.Context(), hub.Query{Noun: n})) {
			for _, f := range n.Fields {
				if f.Ref == "" {
					continue
				}
				ids := references(f, row.Record)
				found, err := s.Find(t.Context(), hub.NounNamed(f.Ref), ids)
				if err != nil {
					t.Fatalf("find: %v", err)
				}
				if i := slices.Index(found, nil); i >= 0 {
					t.Fatalf("%s refers to %s by %s, which is not there", row.Record.Key(), ids[i], f.Name)
				}
			}
		}
	}
}

// compareLogs compares what the logs answer; the store's revisions are ahead
// by base.
func compareLogs(t fataler, o, s hub.Store, base hub.Revision, q hub.ChangeQuery) {
	t.Helper()
	want := collect(t, o.Changes(t.Context(), q))
	q.Since += base
	got := collect(t, s.Changes(t.Context(), q))
	for i := range got {
		got[i].Revision -= base
	}
	same := func(a, b hub.Change) bool {
		return a.Revision == b.Revision && a.Sequence == b.Sequence && a.Stamp == b.Stamp &&
			sameRecord(a.Before, b.Before) && sameRecord(a.After, b.After)
	}
	if !slices.EqualFunc(want, got, same) {
		t.Fatalf("changes since %d, first %d, of %d nouns and ids %v, by %q\n  want\n%s  got\n%s", q.Since-base, q.First, len(q.Nouns), q.IDs, q.By, showChanges(want), showChanges(got))
	}
}

func showChanges(changes []hub.Change) string {
	var b strings.Builder
	for _, c := range changes {
		b.WriteString("    " + showChange(c) + "\n")
	}
	return b.String()
}

// drawChangeQuery makes a question to the log about records that it has.
func drawChangeQuery(t *rapid.T, o hub.Store) hub.ChangeQuery {
	log := collect(t, o.Changes(t.Context(), hub.ChangeQuery{}))
	q := hub.ChangeQuery{
		Since: hub.Revision(rapid.IntRange(0, 2).Draw(t, "since")),
		First: rapid.IntRange(0, 3).Draw(t, "first"),
		By:    rapid.SampledFrom([]string{"", "", "jeton d’Élise", "import test", "nobody"}).Draw(t, "by"),
	}
	if rapid.Bool().Draw(t, "of nouns") {
		q.Nouns = rapid.SliceOfNDistinct(rapid.SampledFrom(hub.Nouns()), 0, 3, func(n *hub.Noun) string { return n.Name }).Draw(t, "nouns")
	}
	if len(log) > 0 && rapid.Bool().Draw(t, "of records") {
		ids := map[hub.ID]bool{}
		for _, c := range log {
			ids[c.Record().Key()] = true
		}
		q.IDs = rapid.SliceOfNDistinct(rapid.SampledFrom(slices.Sorted(maps.Keys(ids))), 0, 3, rapid.ID).Draw(t, "ids")
	}
	return q
}
