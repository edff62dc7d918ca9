package hub

import (
	"context"
	"slices"

	"polehub/analysis"
)

// PoleChange is what became of the members and ties of a pole between two days.
type PoleChange struct {
	PoleID   ID
	Revision Revision
	Change   *analysis.Change
	// Echo is the projection of the later day.
	Echo *analysis.Echo
}

// Changes compares each pole on two days, the first before the second, under a
// projection without a day, in the order of ids; nil where there is no such pole.
// The number of calls to the store does not depend on the number of poles. What is
// refused is BadUserInput naming the parameter. The results are shared with other
// callers: read only.
func (h *Hub) Changes(ctx context.Context, ids []ID, p analysis.Projection, from, to Date, actors analysis.Actors) ([]*PoleChange, error) {
	if from >= to {
		return nil, Invalid("to", "%s is not after %s", to, from)
	}
	p.AsOf, p.From, p.To, p.MembersIn = "", string(from), string(to.AddDays(1)), "" // the later day included
	key := "change " + string(actors) + projectionKey(p)
	return perPole(ctx, h, ids, key, func(ctx context.Context, r Reader, revision Revision, ids []ID, into map[ID]*PoleChange) error {
		f, err := readNetworkFacts(ctx, r, ids, p)
		if err != nil {
			return err
		}
		return eachPole(ctx, f.there(ids), into, func(pole ID) (*PoleChange, error) {
			c, err := f.change(pole, p, from, to, actors)
			if err != nil {
				return nil, projectionError(err)
			}
			c.PoleID, c.Revision = pole, revision
			return c, nil
		})
	})
}

// asOf is a projection of a period on one day.
func asOf(p analysis.Projection, day Date) analysis.Projection {
	p.AsOf, p.From, p.To, p.MembersIn = string(day), "", "", ""
	return p
}

func (f *networkFacts) change(pole ID, p analysis.Projection, from, to Date, actors analysis.Actors) (*PoleChange, error) {
	before, err := f.project(asOf(p, from), pole)
	if err != nil {
		return nil, err
	}
	after, err := f.project(asOf(p, to), pole)
	if err != nil {
		return nil, err
	}
	in, _ := f.input(p, pole)
	p.To = string(to)
	history, err := analysis.NewHistory(in, p)
	if err != nil {
		return nil, err
	}
	change, err := analysis.NewChange(before.Network, after.Network, analysis.ChangeOptions{
		Actors: actors, History: history, Stays: f.stays(pole, p),
	})
	if err != nil {
		return nil, err
	}
	return &PoleChange{Change: change, Echo: after.Network.Echo()}, nil
}

// stays are the memberships of a pole in a period, those of one organisation that
// overlap or touch joined.
func (f *networkFacts) stays(pole ID, p analysis.Projection) []analysis.Validity {
	var members []ID
	periods := map[ID][]Period{}
	for _, m := range f.membersOf(pole, p) {
		if periods[m.OrganisationID] == nil {
			members = append(members, m.OrganisationID)
		}
		periods[m.OrganisationID] = append(periods[m.OrganisationID], m.Period)
	}
	slices.Sort(members)
	stays := []analysis.Validity{}
	for _, id := range members {
		for _, s := range joinPeriods(periods[id]) {
			stays = append(stays, analysis.Validity{Start: string(s.ValidFrom), End: string(s.ValidTo)})
		}
	}
	return stays
}
