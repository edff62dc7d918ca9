package seed

import (
	"context"
	"fmt"
	"hash/maphash"
	"slices"

	"polehub/hub"
)

// merger works out, inside one update, what a batch of items makes of the hub.
type merger struct {
	hub     *hub.Batch
	seen    *seen
	state   map[hub.ID]hub.Record // as stored or as it shall be; nil where there is none
	changed map[hub.ID]bool
	order   []hub.ID // of changed, as they came
	results []result
	undo    []undo
	stated  map[hub.ID]bool
	said    map[uint64]uint32   // statements of this batch
	stored  map[hub.ID]bool     // what the update found in the hub
	whole   map[hub.ID]bool     // contracts whose parts are in state
	parts   map[hub.ID][]hub.ID // of contracts, as far as they are in state
	who     *matcher
}

func newMerger(b *hub.Batch, seen *seen) *merger {
	return &merger{
		hub: b, seen: seen, state: map[hub.ID]hub.Record{}, changed: map[hub.ID]bool{},
		stated: map[hub.ID]bool{}, said: map[uint64]uint32{}, stored: map[hub.ID]bool{}, whole: map[hub.ID]bool{}, parts: map[hub.ID][]hub.ID{},
	}
}

// result is what became of one item.
type result struct {
	reject  *Rejection
	settled []settled
	removed []hub.ID
}

// settled is what became of one record.
type settled struct {
	record  hub.Record
	outcome outcome
	mention bool
	stated  []statement
	flags   []hub.Flag // that the item brought or the merge added
}

// undo restores one entry of the state.
type undo struct {
	id     hub.ID
	record hub.Record
}

// items merges each item in turn.
func (m *merger) items(ctx context.Context, items []Item) error {
	items, err := m.match(ctx, items)
	if err != nil {
		return err
	}
	if err := m.loadGroups(ctx, items); err != nil {
		return err
	}
	if err := m.load(ctx, items); err != nil {
		return err
	}
	m.results = make([]result, len(items))
	for i := range items {
		item := items[i]
		if item.Settle != nil {
			if err := m.settle(ctx, &item); err != nil {
				return err
			}
		}
		m.results[i] = m.apply(&item)
	}
	return nil
}

// settle lets an item look at the hub, then loads what it came to need.
func (m *merger) settle(ctx context.Context, item *Item) error {
	if item.Reject != nil {
		return nil
	}
	if err := item.Settle(ctx, View{m}, item); err != nil {
		return err
	}
	for _, r := range item.Records {
		if errs := hub.Validate(r); len(errs) > 0 && item.Reject == nil {
			item.Reject = &Rejection{Code: hub.FlagValueInvalid, Field: errs[0].Field, Reason: "together with what the hub holds: " + errs.Error()}
		}
	}
	return m.load(ctx, []Item{*item})
}

// load reads what the items state and refer to, in one call. That what earlier
// batches wrote is still there is looked at in the same call, for the update.
func (m *merger) load(ctx context.Context, items []Item) error {
	var read, check []hub.ID
	for i := range items {
		if items[i].Reject != nil {
			continue
		}
		for _, list := range [][]hub.Record{items[i].Mentions, items[i].Records} {
			for _, r := range list {
				read = append(read, r.Key())
				eachReference(r, func(_ *hub.Field, id hub.ID) {
					if m.seen.written(id) {
						check = append(check, id)
					} else {
						read = append(read, id)
					}
				})
			}
		}
	}
	return m.find(ctx, read, check)
}

// find makes sure that the state knows the ids of read, and the update those of
// check.
func (m *merger) find(ctx context.Context, read, check []hub.ID) error {
	var unknown []hub.ID
	for _, id := range read {
		if _, known := m.state[id]; !known {
			m.state[id] = nil
			unknown = append(unknown, id)
		}
	}
	if err := m.hub.Prepare(ctx, unknown, check); err != nil {
		return err
	}
	stored, err := m.hub.Stored(ctx, unknown)
	if err != nil {
		return err
	}
	for i, id := range unknown {
		m.state[id] = stored[i]
		m.stored[id] = stored[i] != nil
	}
	return nil
}

// apply merges all records of an item, or none when one cannot come in.
func (m *merger) apply(item *Item) result {
	if item.Reject != nil {
		return result{reject: item.Reject}
	}
	m.undo = m.undo[:0]
	out := result{settled: make([]settled, 0, len(item.Mentions)+len(item.Records))}
	for _, r := range item.Mentions {
		if reject := m.one(r, item, true, &out); reject != nil {
			return m.refuse(reject)
		}
	}
	for _, r := range item.Records {
		if reject := m.one(r, item, false, &out); reject != nil {
			return m.refuse(reject)
		}
	}
	out.removed = m.remove(item.Gone)
	for _, s := range out.settled {
		if !s.mention {
			m.stated[s.record.Key()] = true
			for _, st := range s.stated {
				m.said[st.key] = st.digest
			}
		}
	}
	for _, u := range m.undo {
		if !m.changed[u.id] {
			m.changed[u.id] = true
			m.order = append(m.order, u.id)
		}
	}
	return out
}

// refuse takes back what the item had changed so far.
func (m *merger) refuse(reject *Rejection) result {
	for _, u := range slices.Backward(m.undo) {
		m.state[u.id] = u.record
	}
	return result{reject: reject}
}

// one merges one record.
func (m *merger) one(r hub.Record, item *Item, mention bool, out *result) *Rejection {
	if reject := m.unknownReference(r); reject != nil {
		return reject
	}
	if p, ok := r.(*hub.Party); ok && !item.Written {
		r = m.amended(p)
	}
	id := r.Key()
	have := m.state[id]
	s := settled{record: r, mention: mention, flags: flagsOf(r), outcome: added}
	if !mention {
		s.stated = m.seen.statements(r)
	}
	if have != nil {
		next, reject := m.merge(have, r, item, s)
		if reject != nil {
			return reject
		}
		if next != have {
			next = completed(next, have)
		}
		s.outcome = unchanged
		if next != have {
			s.outcome = updated
			if errs := hub.Validate(next); len(errs) > 0 {
				return &Rejection{Code: hub.FlagValueInvalid, Field: errs[0].Field, Reason: "together with what the hub holds: " + errs.Error()}
			}
		}
		s.record = next
		s.flags = newFlags(have, next, s.flags)
	}
	if s.record != have {
		m.undo = append(m.undo, undo{id, have})
		m.state[id] = s.record
		m.index(s.record)
	}
	out.settled = append(out.settled, s)
	if have == nil {
		m.came(s.record, item, out)
	}
	return nil
}

// merge puts two states of one record together.
func (m *merger) merge(have, r hub.Record, item *Item, s settled) (hub.Record, *Rejection) {
	if s.mention {
		return complete(have, r), nil
	}
	if item.Settle == nil {
		switch m.repeats(r.Key(), s.stated) {
		case contrary:
			return nil, &Rejection{Code: hub.FlagRecordDuplicate, Reason: fmt.Sprintf("its source stated %s before with other content; the first row stands", r.Key())}
		case repeated:
			return have, nil
		case partly:
			// What the earlier row brought besides, its flags, stays.
			if _, isTie := r.(*hub.Tie); !isTie {
				return unite(have, r, item.Unstated), nil
			}
		}
	}
	return replace(have, r, item.Unstated), nil
}

// completed settles what follows from the two states of a record together;
// stored itself when nothing changes.
func completed(next, stored hub.Record) hub.Record {
	if next.Noun() != hub.OrganisationNoun {
		return next // the parts of a fact that decide on the others are in its key
	}
	hub.Complete(next)
	if orderFlags(next, stored); hub.Equal(stored, next) {
		return stored
	}
	return next
}

// newFlags adds to the flags that an item brought those that the merge added.
func newFlags(before, after hub.Record, flags []hub.Flag) []hub.Flag {
	old := flagsOf(before)
	for _, flag := range flagsOf(after) {
		if !slices.Contains(old, flag) && !slices.Contains(flags, flag) {
			flags = append(slices.Clip(flags), flag)
		}
	}
	return flags
}

// unknownReference rejects a record that refers to nothing.
func (m *merger) unknownReference(r hub.Record) *Rejection {
	var reject *Rejection
	eachReference(r, func(f *hub.Field, id hub.ID) {
		if reject == nil && m.state[id] == nil && !m.seen.written(id) {
			reject = &Rejection{
				Code: hub.FlagUnknownReference, Field: f.Column, Raw: string(id),
				Reason: fmt.Sprintf("%s is neither in the hub nor in a file before this row", id),
			}
		}
	})
	return reject
}

// eachReference calls fn for each id that the record refers to.
func eachReference(r hub.Record, fn func(*hub.Field, hub.ID)) {
	for _, f := range r.Noun().Fields {
		switch f.Type {
		case hub.TypeRef:
			if id := *f.Pointer(r).(*string); id != "" {
				fn(f, hub.ID(id))
			}
		case hub.TypeRefs:
			for _, id := range *f.Pointer(r).(*[]hub.ID) {
				fn(f, id)
			}
		}
	}
}

// put hands what changed to the update.
func (m *merger) put(b *hub.Batch) {
	for _, id := range m.order {
		switch r := m.state[id]; {
		case r != nil:
			b.Put(r)
		case m.stored[id]:
			b.Delete(id)
		}
	}
}

// outcome is what an import did with a record.
type outcome uint8

const (
	unchanged outcome = iota
	updated
	added
)

// seen remembers, in a few bytes each, the records that the run came across.
type seen struct {
	seed    maphash.Seed
	records map[uint64]trace
	more    map[uint64]uint32 // statements beyond the first of a record
	sources map[hub.ID]uint16 // numbered from 1
}

// trace is what is remembered of a record, in eight bytes.
type trace struct {
	digest  uint32 // of what the first source stated
	source  uint16 // number of that source; 0 for none
	outcome outcome
	marks   marks
}

// marks are two facts about a record of the run.
type marks uint8

const (
	markStated  marks = 1 << iota // not only mentioned
	markFlagged                   // counted as flagged
)

func newSeen() seen {
	return seen{seed: maphash.MakeSeed(), records: map[uint64]trace{}, more: map[uint64]uint32{}, sources: map[hub.ID]uint16{}}
}

func (s *seen) hash(id hub.ID) uint64 { return maphash.String(s.seed, string(id)) }

// written reports whether an earlier batch wrote the record or found it in the
// hub.
func (s *seen) written(id hub.ID) bool {
	_, ok := s.records[s.hash(id)]
	return ok
}

// stated reports whether an earlier batch stated the record.
func (s *seen) stated(id hub.ID) bool { return s.records[s.hash(id)].marks&markStated != 0 }
