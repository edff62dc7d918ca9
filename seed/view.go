package seed

import (
	"context"
	"slices"

	"polehub/hub"
)

// View shows Settle the hub as the items before have left it.
type View struct{ m *merger }

// Find gives the records with these ids as Reader.Find does.
func (v View) Find(ctx context.Context, noun *hub.Noun, ids []hub.ID) ([]hub.Record, error) {
	if err := v.m.find(ctx, ids, nil); err != nil {
		return nil, err
	}
	found := make([]hub.Record, len(ids))
	for i, id := range ids {
		if hub.NounOf(id) == noun {
			found[i] = v.m.state[id]
		}
	}
	return found, nil
}

// Contract gives a contract of the item's Group with its amendments and
// parties; nil when the hub has none with this id.
func (v View) Contract(id hub.ID) (*hub.Contract, []hub.Record) {
	contract, _ := v.m.state[id].(*hub.Contract)
	if contract == nil {
		return nil, nil
	}
	var parts []hub.Record
	for _, part := range v.m.parts[id] {
		if r := v.m.state[part]; r != nil {
			parts = append(parts, r)
		}
	}
	return contract, parts
}

// Stated reports whether an earlier item of the same import stated the record.
func (v View) Stated(id hub.ID) bool { return v.m.stated[id] || v.m.seen.stated(id) }

// partNouns are the nouns whose records are parts of a contract.
func partNouns() []*hub.Noun { return []*hub.Noun{hub.AmendmentNoun, hub.PartyNoun} }

// loadGroups reads the contracts that items want to see whole, with their parts.
func (m *merger) loadGroups(ctx context.Context, items []Item) error {
	var wanted, stored []hub.ID
	for _, item := range items {
		for _, id := range item.Group {
			if !m.whole[id] {
				m.whole[id] = true
				wanted = append(wanted, id)
			}
		}
	}
	if err := m.find(ctx, wanted, nil); err != nil {
		return err
	}
	for _, id := range wanted {
		if m.state[id] != nil {
			stored = append(stored, id)
		}
	}
	if len(stored) == 0 {
		return nil
	}
	for _, n := range partNouns() {
		for row, err := range m.hub.Rows(ctx, hub.Query{Noun: n, Where: hub.In(n.Field("contractId"), stored...)}) {
			if err != nil {
				return err
			}
			id := row.Record.Key()
			if _, known := m.state[id]; !known {
				m.state[id], m.stored[id] = row.Record, true
			}
			m.index(row.Record)
		}
	}
	return nil
}

// contractOf is the contract that a record is part of; empty for most nouns.
func contractOf(r hub.Record) hub.ID {
	switch r := r.(type) {
	case *hub.Amendment:
		return r.ContractID
	case *hub.Party:
		return r.ContractID
	}
	return ""
}

// index remembers that a record is part of a contract.
func (m *merger) index(r hub.Record) {
	contract := contractOf(r)
	if contract == "" {
		return
	}
	if id := r.Key(); !slices.Contains(m.parts[contract], id) {
		m.parts[contract] = append(m.parts[contract], id)
	}
}

// remove takes records out of the hub that became part of others.
func (m *merger) remove(ids []hub.ID) (removed []hub.ID) {
	for _, id := range ids {
		if have := m.state[id]; have != nil {
			m.undo = append(m.undo, undo{id, have})
			m.state[id] = nil
			removed = append(removed, id)
		}
	}
	return removed
}

// amended flags a party of an amendment that its contract does not have. The
// parts of the contract are in state: see Item.Group.
func (m *merger) amended(p *hub.Party) hub.Record {
	if p.Amendment == "" || slices.ContainsFunc(m.parts[p.ContractID], func(id hub.ID) bool {
		a, ok := m.state[id].(*hub.Amendment)
		return ok && a.Number == string(p.Amendment)
	}) {
		return p
	}
	flagged := hub.Clone(p)
	addFlag(flagged, hub.Flag{Field: "amendment", Code: hub.FlagUnknownReference, Raw: p.Amendment, Message: hub.Text(p.ContractID + " has no such amendment")})
	return flagged
}
