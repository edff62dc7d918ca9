package hub

import (
	"context"
	"fmt"
	"slices"

	"polehub/analysis"
)

// MaxSupposed is how many departures, and how many ties, a supposition may have.
const MaxSupposed = 100

// NewTie is a tie that is supposed: between two members, or with an organisation
// that would join the pole.
type NewTie struct{ From, To ID }

// Supposition is what could happen to a pole: members leave, ties are made.
type Supposition struct {
	Remove []ID
	Add    []NewTie
}

// WhatIf is the network of a pole as it is and as it would be.
type WhatIf struct{ Before, After *PoleNetwork }

// WhatIf computes a supposition and writes nothing; nil when there is no such pole.
// Members leave first, then ties are made; an end that is no member joins, and
// what it has to do with all others is as the projection has it for pairs of which
// nobody said anything. A supposition that does not fit the network is
// BadUserInput naming the argument.
func (h *Hub) WhatIf(ctx context.Context, pole ID, s Supposition, p analysis.Projection) (*WhatIf, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	networks, err := h.Networks(ctx, []ID{pole}, p)
	if err != nil || networks[0] == nil {
		return nil, err
	}
	before := networks[0]
	for i, id := range s.Remove {
		if _, there := before.Network.Index(string(id)); !there {
			return nil, Invalid(fmt.Sprintf("remove[%d]", i), "%s is not in the network of %s", id, pole)
		}
	}
	left := before.Network
	if len(s.Remove) > 0 {
		var gone []string
		for _, id := range s.Remove {
			gone = append(gone, string(id))
		}
		left = left.Without(gone...)
	}
	newcomers, err := h.newcomers(ctx, left, s, p)
	if err != nil {
		return nil, err
	}
	after := &PoleNetwork{PoleID: pole, AsOf: before.AsOf, Revision: before.Revision, Members: slices.Clone(before.Members)}
	after.Members = slices.DeleteFunc(after.Members, func(o *Organisation) bool { return slices.Contains(s.Remove, o.ID) })
	nodes := make([]analysis.Node, len(newcomers.nodes))
	for i, o := range newcomers.nodes {
		nodes[i] = analysis.Node{ID: string(o.ID), Classes: newcomers.classes(o, Date(p.Day()))}
		after.Members = append(after.Members, o)
	}
	ties := make([][2]string, len(s.Add))
	for i, t := range s.Add {
		ties[i] = [2]string{string(t.From), string(t.To)}
	}
	if after.Network, err = left.With(nodes, ties); err != nil {
		return nil, projectionError(err)
	}
	return &WhatIf{Before: before, After: after}, nil
}

func (s Supposition) check() error {
	switch {
	case len(s.Remove)+len(s.Add) == 0:
		return Invalid("remove", "nothing is supposed: name members who leave, or ties to add")
	case len(s.Remove) > MaxSupposed:
		return Invalid("remove", "%d members leave: at most %d", len(s.Remove), MaxSupposed)
	case len(s.Add) > MaxSupposed:
		return Invalid("add", "%d ties are added: at most %d", len(s.Add), MaxSupposed)
	}
	for i, t := range s.Add {
		for _, id := range []ID{t.From, t.To} {
			if slices.Contains(s.Remove, id) {
				return Invalid(fmt.Sprintf("add[%d]", i), "%s leaves", id)
			}
		}
		if t.From == t.To {
			return Invalid(fmt.Sprintf("add[%d]", i), "%s would be tied to itself", t.From)
		}
	}
	return nil
}

// newcomers are organisations that would join, with what classes them.
type newcomers struct {
	networkFacts
	nodes []*Organisation
}

// newcomers reads the ends of supposed ties that are not in the network.
func (h *Hub) newcomers(ctx context.Context, n *analysis.Network, s Supposition, p analysis.Projection) (*newcomers, error) {
	var ids []ID
	at := map[ID]string{}
	for i, t := range s.Add {
		for k, id := range []ID{t.From, t.To} {
			if _, there := n.Index(string(id)); !there && at[id] == "" {
				ids = append(ids, id)
				at[id] = fmt.Sprintf("add[%d].%s", i, []string{"from", "to"}[k])
			}
		}
	}
	out := &newcomers{}
	if len(ids) == 0 {
		return out, nil
	}
	err := h.Store.View(ctx, func(r Reader) error {
		out.nodes = nil
		found, err := r.Find(ctx, OrganisationNoun, ids)
		if err != nil {
			return err
		}
		for i, rec := range found {
			o, ok := rec.(*Organisation)
			if !ok {
				return Invalid(at[ids[i]], "no organisation has the id %q", ids[i])
			}
			out.nodes = append(out.nodes, o)
		}
		return out.readClaims(ctx, r, ids, p)
	})
	return out, err
}
