package actor

import (
	"cmp"
	"context"
	"slices"

	"polehub/graph/load"
	"polehub/hub"
)

// ESSStatus is whether an organisation belongs to the social economy on a day.
type ESSStatus struct {
	hub.ESSStatus
	At hub.Date
}

// Ess weighs its claims on a day.
func (a actor) Ess(ctx context.Context, at *string) (*ESSStatus, error) {
	claims, err := load.List[*hub.Claim](ctx, a.Organisation, "claims", nil)
	if err != nil {
		return nil, err
	}
	day, err := load.From(ctx).Day(at)
	if err != nil {
		return nil, err
	}
	return &ESSStatus{hub.ESSOn(a.Organisation, claims, day), day}, nil
}

// PartOf are its links to the organisations it is part of, on a day.
func (a actor) PartOf(ctx context.Context, at *string) ([]*hub.Link, error) {
	if at == nil {
		at = new(string(load.From(ctx).Today()))
	}
	return load.ListOn[*hub.Link](ctx, a.Organisation, "partOf", at)
}

// Partner is an organisation with which another has cooperation ties.
type Partner struct {
	Organisation Organisation
	Ties         []*hub.Tie
}

// Partners are the other ends of its ties on a day, by id.
func (a actor) Partners(ctx context.Context, at *string, types []hub.TieType) ([]*Partner, error) {
	day, err := load.From(ctx).Day(at)
	if err != nil {
		return nil, err
	}
	where := hub.And{hub.InForce(hub.TieNoun, day)}
	if types != nil {
		where = append(where, hub.In(hub.TieNoun.Field("type"), types...))
	}
	ties, err := load.List[*hub.Tie](ctx, a.Organisation, "ties", where)
	if err != nil {
		return nil, err
	}
	partners := map[hub.ID]*Partner{}
	for _, t := range ties {
		end := "toId"
		if t.ToID == a.ID {
			end = "fromId"
		}
		other, err := load.One[*hub.Organisation](ctx, t, end)
		if err != nil {
			return nil, err
		}
		if other == nil {
			continue
		}
		p := partners[other.ID]
		if p == nil {
			p = &Partner{Organisation: Of(other)}
			partners[other.ID] = p
		}
		p.Ties = append(p.Ties, t)
	}
	out := make([]*Partner, 0, len(partners))
	for _, p := range partners {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b *Partner) int { return cmp.Compare(a.Organisation.Key(), b.Organisation.Key()) })
	return out, nil
}
