package graph

import (
	"cmp"
	"context"

	"polehub/graph/actor"
	"polehub/graph/input"
	"polehub/graph/load"
	"polehub/hub"
)

func (r *Resolver) hubNetwork(ctx context.Context) (*hub.HubNetwork, error) {
	where, err := input.Filter(hub.PoleNoun, rawArguments(ctx)["where"])
	if err != nil {
		return nil, err
	}
	p, err := projection(ctx)
	if err != nil {
		return nil, err
	}
	var n *hub.HubNetwork
	computed := load.Compute(ctx, func() { n, err = r.hub.HubNetwork(ctx, where, p) }) // each reads the whole hub
	if err := cmp.Or(computed, err); err != nil {
		return nil, err
	}
	load.Join(ctx, n.Poles)
	load.Join(ctx, n.Network.Members)
	return n, nil
}

func polesByID(n *hub.HubNetwork) map[hub.ID]*hub.Pole {
	poles := make(map[hub.ID]*hub.Pole, len(n.Poles))
	for _, p := range n.Poles {
		poles[p.ID] = p
	}
	return poles
}

func sharedMembers(n *hub.HubNetwork) []*actor.SharedMember {
	poles := polesByID(n)
	shared := n.Shared()
	out := make([]*actor.SharedMember, len(shared))
	for i, s := range shared {
		out[i] = &actor.SharedMember{Organisation: actor.Of(s.Organisation)}
		for _, id := range s.PoleIDs {
			out[i].Poles = append(out[i].Poles, poles[id])
		}
	}
	return out
}

func poleLinks(n *hub.HubNetwork) ([]*actor.PoleLink, error) {
	poles := polesByID(n)
	links := n.Links()
	if len(links) > maxPairs {
		return nil, hub.Invalid("", "%d pairs of poles are joined: at most %d are shown", len(links), maxPairs)
	}
	out := make([]*actor.PoleLink, len(links))
	for i, l := range links {
		out[i] = &actor.PoleLink{From: poles[l.FromID], To: poles[l.ToID], SharedMembers: l.Shared, Ties: l.Ties}
	}
	return out, nil
}
