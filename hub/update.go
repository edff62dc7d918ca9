package hub

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"
)

// Hub is the use cases over one store: the only way to write, and the way to
// read networks.
type Hub struct {
	Store Store
	// Clock gives the time of updates; tests inject their own.
	Clock func() time.Time

	memory memory
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
	created []ID
	deletes map[ID]Cascade
	read    map[ID]Record // as stored; nil where there is none
	there   map[ID]bool   // whether ids that were only checked are stored

	partiesRequired bool
	// loosened are the records that a cascade leaves with fewer references, and
	// before what they were.
	loosened, before map[ID]Record
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

// Create adds records to be created: the update is refused with a Conflict for
// each id that is stored already.
func (b *Batch) Create(records ...Record) {
	b.Put(records...)
	for _, r := range records {
		b.created = append(b.created, r.Key())
	}
}

// Stored gives the records with these ids, of any nouns, that the caller is
// about to replace: the update does not read them again. They must not be
// changed, only cloned.
func (b *Batch) Stored(ctx context.Context, ids []ID) ([]Record, error) {
	if err := b.Prepare(ctx, ids, nil); err != nil {
		return nil, err
	}
	stored := make([]Record, len(ids))
	for i, id := range ids {
		stored[i] = b.read[id]
	}
	return stored, nil
}

// Prepare reads in one call what Stored will be asked for, and checks whether
// there are records that others will refer to. What it has seen, the update
// does not look up again.
func (b *Batch) Prepare(ctx context.Context, read, check []ID) error {
	read, check = unseen(read, b.read), unseen(unseen(check, b.read), b.there)
	if len(read)+len(check) == 0 {
		return nil
	}
	found, missing, err := b.Lookup(ctx, read, check)
	if err != nil {
		return err
	}
	for i, id := range read {
		b.read[id] = found[i]
	}
	for _, id := range check {
		b.there[id] = true
	}
	for _, id := range missing {
		b.there[id] = false
	}
	return nil
}

// unseen are the ids that have no entry in seen, none twice.
func unseen[V any](ids []ID, seen map[ID]V) []ID {
	var out []ID
	listed := make(map[ID]bool, len(ids))
	for _, id := range ids {
		if _, known := seen[id]; !known && !listed[id] {
			listed[id] = true
			out = append(out, id)
		}
	}
	return out
}

// stored says whether a record with an id that Prepare has seen is stored.
func (b *Batch) stored(id ID) bool { return b.read[id] != nil || b.there[id] }

// Delete adds a record to be deleted, with its parts. Other facts that refer
// to it are refused with WouldOrphan unless cascade names their noun.
func (b *Batch) Delete(id ID, cascade ...string) { b.deletes[id] = cascade }

// Complete sets what follows from the rest of a record: the order of the two
// ends of a mutual tie, the validity of an identifier, the flag of a kind without
// its reason, and the id of a record without one, by its natural key. Completing twice is completing once.
func Complete(r Record) {
	switch r := r.(type) {
	case *Tie:
		r.orient()
	case *Identifier:
		r.settle()
	case *Organisation:
		r.settleKind()
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
		b := &Batch{Reader: tx, puts: map[ID]Record{}, deletes: map[ID]Cascade{}, read: map[ID]Record{}, there: map[ID]bool{}}
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
	uses := b.uses()
	if err := b.Prepare(ctx, b.order, slices.Sorted(maps.Keys(uses))); err != nil {
		return nil, out, err
	}
	if err := b.checkCreated(); err != nil {
		return nil, out, err
	}
	if err := b.checkUses(uses); err != nil {
		return nil, out, err
	}
	var changes []Change
	for _, ids := range ByNoun(b.order) {
		for _, id := range ids {
			if _, deleted := b.deletes[id]; deleted {
				continue
			}
			after := b.puts[id]
			switch before := b.read[id]; {
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
	if err := b.checkParties(ctx, tx, deletes); err != nil {
		return nil, out, err
	}
	if loosened := b.loosenings(deletes); len(loosened) > 0 {
		for _, c := range loosened {
			out.Updated = append(out.Updated, c.After.Key())
		}
		changes = append(changes, loosened...)
		slices.SortStableFunc(changes, func(x, y Change) int {
			return slices.Index(nouns, x.After.Noun()) - slices.Index(nouns, y.After.Noun())
		})
	}
	for _, r := range deletes {
		out.Deleted = append(out.Deleted, r.Key())
		changes = append(changes, Change{Before: r})
	}
	return changes, out, nil
}

// checkCreated refuses ids that are taken.
func (b *Batch) checkCreated() error {
	var errs Errors
	for _, id := range b.created {
		if b.stored(id) {
			errs = append(errs, &Error{Code: Conflict, Record: id, Field: "id", Msg: string(id) + " exists already"})
		}
	}
	if len(errs) > 0 {
		return errs
	}
	return nil
}

// use is where a record refers to another.
type use struct {
	record Record
	field  *Field
}

// uses lists what the records refer to outside of the batch, each with the
// first place that does.
func (b *Batch) uses() map[ID]use {
	uses := map[ID]use{}
	for _, id := range b.order {
		r := b.puts[id]
		for _, f := range r.Noun().Fields {
			for _, target := range f.references(r) {
				_, here := b.puts[target]
				if _, seen := uses[target]; !here && !seen {
					uses[target] = use{r, f}
				}
			}
		}
	}
	return uses
}

// checkUses refuses records that refer to nothing: neither stored nor in this
// batch.
func (b *Batch) checkUses(uses map[ID]use) error {
	var errs Errors
	for _, ids := range ByNoun(slices.Sorted(maps.Keys(uses))) {
		for _, id := range ids {
			if _, deleted := b.deletes[id]; !b.stored(id) || deleted {
				u := uses[id]
				errs = append(errs, &Error{Code: NotFound, Record: u.record.Key(), Field: u.field.Name, Msg: fmt.Sprintf("%s refers to %s, which is not in the hub", u.record.Key(), id)})
			}
		}
	}
	if len(errs) > 0 {
		return errs
	}
	return nil
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
