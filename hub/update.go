package hub

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// Hub is the use cases over one store: the only way to write, and the way to
// read networks.
type Hub struct {
	Store Store
	// Clock gives the time of updates; tests inject their own.
	Clock func() time.Time

	networks networkCache
}

// Outcome tells what an update did.
type Outcome struct {
	Revision  Revision
	Added     []ID
	Updated   []ID
	Unchanged []ID
	Deleted   []ID
}

// Batch collects the records of one update. Records put twice under one id:
// the last wins. Reads through Tx see the state before the batch.
type Batch struct {
	Reader
	order   []ID
	puts    map[ID]Record
	deletes map[ID]Cascade
	read    map[ID]Record // by Stored; nil where there is none
}

// Cascade names the nouns whose facts a delete may take along.
type Cascade []string

// Put adds a record to be created or replaced. A record without id gets the
// one its natural key gives.
func (b *Batch) Put(records ...Record) {
	for _, r := range records {
		Complete(r)
		if _, again := b.puts[r.Key()]; !again {
			b.order = append(b.order, r.Key())
		}
		b.puts[r.Key()] = r
	}
}

// Stored is Find for records that the caller is about to replace: the update
// does not read them again. They must not be changed, only cloned.
func (b *Batch) Stored(ctx context.Context, noun *Noun, ids []ID) ([]Record, error) {
	stored := make([]Record, len(ids))
	var unread []ID
	for _, id := range ids {
		if _, read := b.read[id]; !read {
			unread = append(unread, id)
		}
	}
	if len(unread) > 0 {
		found, err := b.Find(ctx, noun, unread)
		if err != nil {
			return nil, err
		}
		for i, id := range unread {
			b.read[id] = found[i]
		}
	}
	for i, id := range ids {
		stored[i] = b.read[id]
	}
	return stored, nil
}

// Delete adds a record to be deleted, with its parts. Other facts that refer
// to it are refused with WouldOrphan unless cascade names their noun.
func (b *Batch) Delete(id ID, cascade ...string) { b.deletes[id] = cascade }

// Complete sets what follows from the rest of a record: the order of the two
// ends of a mutual tie, the validity of an identifier, and the id of a record
// without one, by its natural key. Completing twice is completing once.
func Complete(r Record) {
	switch r := r.(type) {
	case *Tie:
		r.orient()
	case *Identifier:
		r.settle()
	}
	n := r.Noun()
	if r.Key() != "" || len(n.Key) == 0 {
		return
	}
	parts := make([]string, len(n.Key))
	for i, f := range n.Key {
		parts[i] = keyPart(f, r)
	}
	// The id field is text, which Set always takes.
	_ = n.ID().Set(r, string(joinKey(n.Prefix, parts)))
}

// Update validates and writes what fn puts into the batch, all or nothing.
// Records equal to what is stored are left alone; when nothing changes the
// revision stays. by names who makes the update, for the change log. Every
// fault of every record is reported at once, as Errors.
func (h *Hub) Update(ctx context.Context, by string, fn func(*Batch) error) (Outcome, error) {
	stamp := Stamp{At: h.Clock().UTC().Truncate(time.Millisecond), By: by}
	var out Outcome
	revision, err := h.Store.Update(ctx, func(tx Tx) error {
		b := &Batch{Reader: tx, puts: map[ID]Record{}, deletes: map[ID]Cascade{}, read: map[ID]Record{}}
		if err := fn(b); err != nil {
			return err
		}
		changes, result, err := b.changes(ctx, tx)
		if err != nil || len(changes) == 0 {
			out = result
			return err
		}
		out = result
		return tx.Apply(ctx, stamp, changes)
	})
	if err != nil {
		return Outcome{}, err
	}
	out.Revision = revision
	return out, nil
}

// changes turns the batch into the changes that Apply takes.
func (b *Batch) changes(ctx context.Context, tx Reader) ([]Change, Outcome, error) {
	var out Outcome
	var errs Errors
	for _, id := range b.order {
		errs = append(errs, Validate(b.puts[id])...)
	}
	if len(errs) > 0 {
		return nil, out, errs
	}
	if err := b.checkReferences(ctx, tx); err != nil {
		return nil, out, err
	}
	var changes []Change
	for _, n := range nouns {
		ids := b.idsOf(n)
		if len(ids) == 0 {
			continue
		}
		stored, err := b.Stored(ctx, n, ids)
		if err != nil {
			return nil, out, err
		}
		for i, id := range ids {
			after := b.puts[id]
			switch before := stored[i]; {
			case before == nil:
				out.Added = append(out.Added, id)
				changes = append(changes, Change{After: after})
			case Equal(before, after):
				out.Unchanged = append(out.Unchanged, id)
			default:
				out.Updated = append(out.Updated, id)
				changes = append(changes, Change{Before: before, After: after})
			}
		}
	}
	deletes, err := b.deletions(ctx, tx)
	if err != nil {
		return nil, out, err
	}
	if err := b.checkDeleted(deletes); err != nil {
		return nil, out, err
	}
	for _, r := range deletes {
		out.Deleted = append(out.Deleted, r.Key())
		changes = append(changes, Change{Before: r})
	}
	return changes, out, nil
}

func (b *Batch) idsOf(n *Noun) []ID {
	var ids []ID
	for _, id := range b.order {
		if _, deleted := b.deletes[id]; !deleted && b.puts[id].Noun() == n {
			ids = append(ids, id)
		}
	}
	return ids
}

// checkReferences refuses records that refer to nothing: neither stored nor in
// this batch.
func (b *Batch) checkReferences(ctx context.Context, tx Reader) error {
	type use struct {
		record Record
		field  *Field
	}
	wanted := map[*Noun]map[ID]use{}
	for _, id := range b.order {
		r := b.puts[id]
		for _, f := range r.Noun().Fields {
			for _, target := range f.references(r) {
				if _, here := b.puts[target]; here || b.read[target] != nil {
					continue
				}
				n := NounNamed(f.Ref)
				if wanted[n] == nil {
					wanted[n] = map[ID]use{}
				}
				if _, seen := wanted[n][target]; !seen {
					wanted[n][target] = use{r, f}
				}
			}
		}
	}
	var errs Errors
	for _, n := range nouns {
		ids := sortedKeys(wanted[n])
		if len(ids) == 0 {
			continue
		}
		known, err := knownIDs(ctx, tx, n, ids)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if _, deleted := b.deletes[id]; !known[id] || deleted {
				u := wanted[n][id]
				errs = append(errs, &Error{Code: NotFound, Record: u.record.Key(), Field: u.field.Name, Msg: fmt.Sprintf("%s refers to %s, which is not in the hub", u.record.Key(), id)})
			}
		}
	}
	if len(errs) > 0 {
		return errs
	}
	return nil
}

// knownIDs says which of some different ids are stored. It counts, which reads
// no records: all at once, and one by one only when some are missing.
func knownIDs(ctx context.Context, tx Reader, n *Noun, ids []ID) (map[ID]bool, error) {
	q := Query{Noun: n, Where: In(n.ID(), ids...)}
	tallies, err := tx.Tally(ctx, q)
	if err != nil {
		return nil, err
	}
	if len(tallies) == 1 && tallies[0].Count == len(ids) {
		known := make(map[ID]bool, len(ids))
		for _, id := range ids {
			known[id] = true
		}
		return known, nil
	}
	q.By = n.ID()
	if tallies, err = tx.Tally(ctx, q); err != nil {
		return nil, err
	}
	known := make(map[ID]bool, len(tallies))
	for _, t := range tallies {
		known[ID(t.Value)] = true
	}
	return known, nil
}

// checkDeleted refuses records that refer to what the same batch deletes, by
// name or by a cascade.
func (b *Batch) checkDeleted(deletes []Record) error {
	if len(deletes) == 0 {
		return nil
	}
	gone := make(map[ID]bool, len(deletes))
	for _, r := range deletes {
		gone[r.Key()] = true
	}
	var errs Errors
	for _, id := range b.order {
		if gone[id] {
			continue
		}
		r := b.puts[id]
		for _, f := range r.Noun().Fields {
			for _, target := range f.references(r) {
				if gone[target] {
					errs = append(errs, &Error{Code: NotFound, Field: f.Name, Msg: fmt.Sprintf("%s refers to %s, which the same update deletes", id, target)})
				}
			}
		}
	}
	if len(errs) > 0 {
		return errs
	}
	return nil
}

func sortedKeys[V any](m map[ID]V) []ID {
	ids := make([]ID, 0, len(m))
	for id := range m {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// references lists the ids that a field of r points to.
func (f *Field) references(r Record) []ID {
	switch f.Type {
	case TypeRef:
		if s := f.Text(r); s != "" {
			return []ID{ID(s)}
		}
	case TypeRefs:
		if p, ok := f.pointer(r).(*[]ID); ok {
			return *p
		}
	}
	return nil
}

// keyPart is the value of one field of a natural key. Of a reference only the
// local part counts; a text that looks like an id is a text.
func keyPart(f *Field, r Record) string {
	switch v := f.Get(r).(type) {
	case nil:
		return ""
	case []string:
		return DeriveID("", v...).Local()
	case string:
		if f.Type == TypeRef {
			return localPart(v)
		}
		return v
	default:
		return fmt.Sprint(v)
	}
}
