package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"polehub/hub"
)

// update is one generated update of a hub.
type update struct {
	by      string
	puts    []hub.Record
	deletes []deletion
	fail    bool // give up at the end
}

type deletion struct {
	id      hub.ID
	cascade []string
}

var errGivenUp = errors.New("given up")

// run makes the update on a store.
func (u update) run(ctx context.Context, s hub.Store) (hub.Outcome, error) {
	return hubOf(s).Update(ctx, u.by, func(b *hub.Batch) error {
		for _, r := range u.puts {
			b.Put(hub.Clone(r))
		}
		for _, d := range u.deletes {
			b.Delete(d.id, d.cascade...)
		}
		if u.fail {
			return errGivenUp
		}
		return nil
	})
}

// GoString shows the update in a failed test.
func (u update) GoString() string {
	var b strings.Builder
	fmt.Fprintf(&b, "by %q", u.by)
	for _, r := range u.puts {
		fmt.Fprintf(&b, "\n    put %s", hub.Clip(string(hub.EncodeRecord(r)), 400))
	}
	for _, d := range u.deletes {
		fmt.Fprintf(&b, "\n    delete %s, cascade %v", d.id, d.cascade)
	}
	if u.fail {
		b.WriteString("\n    give up")
	}
	return b.String()
}

// updates generates updates of the hub that the oracle holds: new records,
// changed and unchanged ones, deletes; some are refused.
func updates(t fataler, o hub.Store) *rapid.Generator[update] {
	var records []hub.Record
	for _, n := range hub.Nouns() {
		for _, row := range collect(t, o.Rows(t.Context(), hub.Query{Noun: n})) {
			records = append(records, row.Record)
		}
	}
	return rapid.Custom(func(t *rapid.T) update {
		u := update{by: rapid.SampledFrom([]string{"import test", "jeton d’Élise"}).Draw(t, "by")}
		known := targetsOf(records)
		for _, n := range hub.Nouns() {
			for range rapid.IntRange(0, 2).Draw(t, n.File) {
				if r := drawRecord(t, n, drawID(t, n), known); r != nil {
					u.puts = append(u.puts, r)
					if !slices.Contains(known[n.Name], r.Key()) {
						known[n.Name] = append(known[n.Name], r.Key())
					}
				}
			}
		}
		for range rapid.IntRange(0, 3).Draw(t, "again") {
			if len(records) > 0 {
				u.puts = append(u.puts, drawRevision(t, rapid.SampledFrom(records).Draw(t, "record"), known))
			}
		}
		if len(records) > 0 && rapid.IntRange(0, 2).Draw(t, "deletes") > 0 {
			u.deletes = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) deletion { return drawDeletion(t, records) }), 1, 3).Draw(t, "delete")
		}
		u.fail = rapid.IntRange(0, 9).Draw(t, "fail") == 9
		return u
	})
}

// drawRevision changes up to two fields of a record, whether the rules like it
// or not.
func drawRevision(t *rapid.T, r hub.Record, known targets) hub.Record {
	r = hub.Clone(r)
	for range rapid.IntRange(0, 2).Draw(t, "changes") {
		f := rapid.SampledFrom(r.Noun().Fields[1:]).Draw(t, "field")
		set(r, f, drawValue(t, f, known))
	}
	return r
}

// drawDeletion deletes a record, alone or with whatever needs it.
func drawDeletion(t *rapid.T, records []hub.Record) deletion {
	d := deletion{id: rapid.SampledFrom(records).Draw(t, "record").Key()}
	for _, n := range hub.Nouns() {
		if rapid.IntRange(0, 3).Draw(t, "cascade") > 0 {
			d.cascade = append(d.cascade, n.Name)
		}
	}
	return d
}
