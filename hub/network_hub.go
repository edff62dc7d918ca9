package hub

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"

	"polehub/analysis"
)

// Limits of a network of several poles.
const (
	MaxHubPoles   = 1000
	MaxHubMembers = 5000
)

// HubNetwork is the network of several poles as one: every member of one of them
// is a node once, and ties across poles are ties as those within.
type HubNetwork struct {
	Poles   []*Pole // by id
	Network *PoleNetwork
}

// HubNetwork gives the network of the poles that satisfy a filter, nil for all. The
// number of calls to the store does not depend on their number. More than
// MaxHubPoles poles, or MaxHubMembers members, are BadUserInput; so is a refused
// projection. The result is shared with other callers: read only.
func (h *Hub) HubNetwork(ctx context.Context, where Filter, p analysis.Projection) (*HubNetwork, error) {
	var out *HubNetwork
	err := h.Store.View(ctx, func(r Reader) error {
		out = &HubNetwork{}
		revision, err := r.Revision(ctx)
		if err != nil {
			return err
		}
		var ids []ID
		err = eachRow(ctx, r, Query{Noun: PoleNoun, Where: where, Limit: MaxHubPoles + 1}, func(row Row) {
			out.Poles = append(out.Poles, row.Record.(*Pole))
			ids = append(ids, row.Record.Key())
		})
		if err != nil {
			return err
		}
		if len(ids) > MaxHubPoles {
			return Invalid("where", "more than %d poles satisfy it: at most %d make one network", MaxHubPoles, MaxHubPoles)
		}
		key, asked := projectionKey(p), hubKey(ids)
		known, _ := recall[PoleNetwork](&h.memory, h.Clock(), revision, key, []ID{asked})
		if out.Network = known[asked]; out.Network != nil {
			return nil
		}
		if out.Network, err = readHubNetwork(ctx, r, ids, p); err != nil {
			return err
		}
		out.Network.Revision = revision
		keep(&h.memory, revision, key, map[ID]*PoleNetwork{asked: out.Network})
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// hubKey stands for a set of poles in the memory; no pole has such an id.
func hubKey(ids []ID) ID {
	digest := sha256.New()
	for _, id := range ids {
		digest.Write([]byte(id + "\n")) // never fails
	}
	return ID("hub " + hex.EncodeToString(digest.Sum(nil)))
}

func readHubNetwork(ctx context.Context, r Reader, ids []ID, p analysis.Projection) (*PoleNetwork, error) {
	f, err := readPerimeter(ctx, r, ids, p)
	if err != nil {
		return nil, err
	}
	if n := len(f.actors); n > MaxHubMembers {
		return nil, Invalid("where", "the %d poles that satisfy it have %d members: at most %d make one network", len(ids), n, MaxHubMembers)
	}
	if err := f.readWithin(ctx, r, ids, p); err != nil {
		return nil, err
	}
	n, err := f.project(p, ids...)
	if err != nil {
		return nil, err
	}
	n.PoleID, n.PolesOf = "", map[ID][]ID{}
	for _, pole := range ids {
		for _, m := range f.membersOf(pole, p) {
			if len(p.Circles) > 0 && !slices.Contains(p.Circles, string(m.Circle)) {
				continue
			}
			if poles := n.PolesOf[m.OrganisationID]; len(poles) == 0 || poles[len(poles)-1] != pole {
				n.PolesOf[m.OrganisationID] = append(poles, pole)
			}
		}
	}
	return n, ctx.Err()
}

// SharedMember is an organisation that is a member of two poles or more.
type SharedMember struct {
	Organisation *Organisation
	PoleIDs      []ID
}

// Shared are the members of two poles or more, those of most poles first, then by
// id.
func (n *HubNetwork) Shared() []SharedMember {
	var out []SharedMember
	for _, o := range n.Network.Members {
		if poles := n.Network.PolesOf[o.ID]; len(poles) > 1 {
			out = append(out, SharedMember{o, poles})
		}
	}
	slices.SortStableFunc(out, func(a, b SharedMember) int { return len(b.PoleIDs) - len(a.PoleIDs) })
	return out
}

// PoleLink is what joins two poles.
type PoleLink struct {
	FromID, ToID ID
	Shared       int // organisations that are members of both
	Ties         int // ties from a member of one to a member of the other that have no pole in common
}

// Links are the pairs of poles that something joins, by id; the smaller id comes
// first.
func (n *HubNetwork) Links() []*PoleLink {
	links := map[[2]ID]*PoleLink{}
	link := func(a, b ID) *PoleLink {
		key := [2]ID{min(a, b), max(a, b)}
		if links[key] == nil {
			links[key] = &PoleLink{FromID: key[0], ToID: key[1]}
		}
		return links[key]
	}
	for _, poles := range n.Network.PolesOf {
		for i, a := range poles {
			for _, b := range poles[i+1:] {
				link(a, b).Shared++
			}
		}
	}
	network := n.Network.Network
	for t := range network.Ties() {
		from, to := n.Network.PolesOf[ID(network.ID(t.From))], n.Network.PolesOf[ID(network.ID(t.To))]
		if slices.ContainsFunc(from, func(id ID) bool { return slices.Contains(to, id) }) {
			continue
		}
		for _, a := range from {
			for _, b := range to {
				link(a, b).Ties++
			}
		}
	}
	return slices.SortedFunc(maps.Values(links), func(a, b *PoleLink) int {
		return cmp.Or(cmp.Compare(a.FromID, b.FromID), cmp.Compare(a.ToID, b.ToID))
	})
}
