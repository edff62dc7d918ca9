package hub

import (
	"context"
	"maps"
	"slices"

	"polehub/analysis"
)

// PoleSurvey is what the members of a pole think of one another on a day.
type PoleSurvey struct {
	PoleID   ID
	Revision Revision
	Survey   *analysis.Survey

	network *analysis.Network // of those who rate
}

// Surveys gives the ratings among the members of each pole on the day of a
// projection, in the order of ids; nil where there is no such pole. Ratings are the
// strengths of TRUST ties, as their first party states them; the hub keeps none of
// value. The number of calls to the store does not depend on the number of poles.
// The results are shared with other callers: read only.
func (h *Hub) Surveys(ctx context.Context, ids []ID, p analysis.Projection) ([]*PoleSurvey, error) {
	return perPole(ctx, h, ids, "survey "+projectionKey(p), func(ctx context.Context, r Reader, revision Revision, ids []ID, into map[ID]*PoleSurvey) error {
		f, err := readNetworkFacts(ctx, r, ids, p)
		if err != nil {
			return err
		}
		said, err := f.readRoles(ctx, r, p)
		if err != nil {
			return err
		}
		return eachPole(ctx, f.there(ids), into, func(pole ID) (*PoleSurvey, error) {
			n, err := f.project(p, pole)
			if err != nil {
				return nil, err
			}
			s, err := analysis.NewSurvey(n.Network, f.surveyInput(pole, p, said))
			return &PoleSurvey{PoleID: pole, Revision: revision, Survey: s, network: n.Network}, projectionError(err)
		})
	})
}

// readRoles reads the ties in force by which members rate others or produce with
// them, by first organisation.
func (f *networkFacts) readRoles(ctx context.Context, r Reader, p analysis.Projection) (map[ID][]*Tie, error) {
	return grouped(ctx, r, Query{
		Noun: TieNoun,
		Where: And{
			In(TieNoun.Field("fromId"), slices.Sorted(maps.Keys(f.actors))...), inForceWhen(TieNoun, p),
			In(TieNoun.Field("type"), TieTrust, TieSupply, TieJointOffer),
		},
		Fields: fieldsNamed(TieNoun, "type", "fromId", "toId", "claimedBy", "strengths"),
	}, func(t *Tie) ID { return t.FromID })
}

// surveyInput makes ratings of trust ties, and finds who coordinates without
// producing: a carrier that neither supplies another member, nor is supplied by one,
// nor makes a joint offer with one.
func (f *networkFacts) surveyInput(pole ID, p analysis.Projection, said map[ID][]*Tie) analysis.SurveyInput {
	members, producing := map[ID]bool{}, map[ID]bool{}
	for _, m := range f.membersOf(pole, p) {
		members[m.OrganisationID] = members[m.OrganisationID] || m.Circle == CircleCarrier
	}
	var in analysis.SurveyInput
	for _, id := range slices.Sorted(maps.Keys(members)) {
		for _, t := range said[id] {
			if _, member := members[t.ToID]; !member {
				continue
			}
			if t.Type != TieTrust {
				producing[t.FromID], producing[t.ToID] = true, true
			} else if rating := t.ratingByFirst(); rating > 0 {
				in.Ratings = append(in.Ratings, analysis.Rating{
					From: string(t.FromID), To: string(t.ToID), About: analysis.AboutTrust, Dimension: string(TieTrust), Value: rating,
				})
			}
		}
	}
	for id, carrier := range members {
		if carrier && !producing[id] {
			in.Coordinators = append(in.Coordinators, string(id))
		}
	}
	slices.Sort(in.Coordinators)
	return in
}

// ratingByFirst is the strength that the first party states, or the one of the whole
// tie; 0 when neither is stated.
func (r *Tie) ratingByFirst() int {
	switch {
	case len(r.Strengths) == 1:
		return r.Strengths[0]
	case len(r.Strengths) == len(r.ClaimedBy):
		if k := slices.Index(r.ClaimedBy, ByFirst); k >= 0 {
			return r.Strengths[k]
		}
	}
	return 0
}
