package hub

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// deletions lists the stored records that the deletes of the batch remove:
// those named, their parts, and what their cascades allow, dependants first.
func (b *Batch) deletions(ctx context.Context, tx Reader) ([]Record, error) {
	gone := map[ID]Record{}
	var errs Errors
	for _, id := range slices.Sorted(maps.Keys(b.deletes)) {
		n := NounOf(id)
		if n == nil {
			return nil, Invalid("id", "%q has no known prefix", id)
		}
		found, err := tx.Find(ctx, n, []ID{id})
		if err != nil {
			return nil, err
		}
		if found[0] == nil {
			errs = append(errs, &Error{Code: NotFound, Field: "id", Msg: fmt.Sprintf("no record has the id %s", id)})
			continue
		}
		refused, err := b.collect(ctx, tx, []Record{found[0]}, b.deletes[id], gone)
		if err != nil {
			return nil, err
		}
		errs = append(errs, refused...)
	}
	if len(errs) > 0 {
		return nil, errs
	}
	ordered := slices.Collect(maps.Values(gone))
	slices.SortFunc(ordered, func(x, y Record) int {
		if dx, dy := slices.Index(nouns, x.Noun()), slices.Index(nouns, y.Noun()); dx != dy {
			return dy - dx
		}
		return compareIDs(x.Key(), y.Key())
	})
	return ordered, nil
}

func compareIDs(a, b ID) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// collect adds records and everything that goes with them to gone, and returns
// a refusal for each noun whose facts would be orphaned.
func (b *Batch) collect(ctx context.Context, tx Reader, records []Record, cascade Cascade, gone map[ID]Record) (Errors, error) {
	ids := map[*Noun][]ID{}
	for _, r := range records {
		if _, seen := gone[r.Key()]; !seen {
			gone[r.Key()] = r
			ids[r.Noun()] = append(ids[r.Noun()], r.Key())
		}
	}
	var errs Errors
	for _, target := range nouns {
		if len(ids[target]) == 0 {
			continue
		}
		for _, n := range nouns {
			for _, f := range n.Fields {
				if f.Ref != target.Name {
					continue
				}
				along := f.Part || slices.Contains(cascade, n.Name)
				dependants, count, err := b.dependants(ctx, tx, n, f, ids[target], gone, along)
				if err != nil {
					return nil, err
				}
				if count == 0 {
					continue
				}
				if !along {
					errs = append(errs, orphanError(target, n, dependants, count))
					continue
				}
				if f.Type == TypeRefs {
					dependants = b.loosen(f, dependants, ids[target])
				}
				refused, err := b.collect(ctx, tx, dependants, cascade, gone)
				if err != nil {
					return nil, err
				}
				errs = append(errs, refused...)
			}
		}
	}
	return errs, nil
}

// loosen drops what goes from the lists of records that refer to it among
// others: a fact that other sources state, a document that others signed, a
// contract that concerns other poles stays. It gives the records with nothing
// left, which go too.
func (b *Batch) loosen(f *Field, records []Record, ids []ID) (last []Record) {
	for _, r := range records {
		now := r
		if loosened := b.loosened[r.Key()]; loosened != nil {
			now = loosened
		}
		left := slices.DeleteFunc(slices.Clone(f.List(now)), func(id string) bool { return slices.Contains(ids, ID(id)) })
		if len(left) == 0 {
			last = append(last, r)
			continue
		}
		if b.loosened == nil {
			b.loosened, b.before = map[ID]Record{}, map[ID]Record{}
		}
		now = Clone(now)
		// The items are those of the same field.
		_ = f.Set(now, left)
		b.loosened[r.Key()], b.before[r.Key()] = now, r
	}
	return last
}

// loosenings are the changes of records that stay with fewer references, in the
// order of Nouns.
func (b *Batch) loosenings(deletes []Record) []Change {
	for _, r := range deletes {
		delete(b.loosened, r.Key())
	}
	var changes []Change
	for _, ids := range ByNoun(slices.Sorted(maps.Keys(b.loosened))) {
		for _, id := range ids {
			changes = append(changes, Change{Before: b.before[id], After: b.loosened[id]})
		}
	}
	return changes
}

// shownOrphans is how many facts a refusal names.
const shownOrphans = 5

// dependants are the stored records of n whose field f refers to one of ids,
// and that neither go themselves nor are replaced in this batch: all of them,
// or the first for a refusal (a source may have a million facts); and how many
// there are.
func (b *Batch) dependants(ctx context.Context, tx Reader, n *Noun, f *Field, ids []ID, gone map[ID]Record, all bool) ([]Record, int, error) {
	var out []Record
	count := 0
	for row, err := range tx.Rows(ctx, Query{Noun: n, Where: In(f, ids...)}) {
		if err != nil {
			return nil, 0, err
		}
		key := row.Record.Key()
		_, goes := gone[key]
		_, named := b.deletes[key]
		_, replaced := b.puts[key]
		if goes || named || replaced {
			continue
		}
		if count++; all || count <= shownOrphans {
			out = append(out, row.Record)
		}
	}
	return out, count, nil
}

// orphanError names the first facts that need the record.
func orphanError(target, n *Noun, first []Record, count int) *Error {
	var msg strings.Builder
	msg.WriteString(fmt.Sprintf("%d %s need this %s:", count, n.File, target.Name))
	for _, r := range first {
		msg.WriteString(" " + string(r.Key()))
	}
	if count > len(first) {
		msg.WriteString(" …")
	}
	return &Error{Code: WouldOrphan, Field: "id", Msg: msg.String() + "; name " + n.Name + " in cascade to delete them too"}
}
