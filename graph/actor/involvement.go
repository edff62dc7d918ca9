package actor

import (
	"context"
	"encoding/json"

	"polehub/graph/load"
	"polehub/hub"
	"polehub/hub/involvement"
)

// PublicInvolvement is what a public actor does for all poles it takes part in, read
// for all sibling organisations together; nil for one that is none.
func (a actor) PublicInvolvement(ctx context.Context, at, from, to *string) (*involvement.Authority, error) {
	op := load.From(ctx)
	var q involvement.Question
	var err error
	if q.From, q.To, err = op.Time(at, from, to); err != nil {
		return nil, err
	}
	key, _ := json.Marshal(q) // texts always encode
	all, err := load.PerCohort(ctx, a.Organisation, "involvement "+string(key), func(ids []hub.ID) (map[hub.ID]*involvement.Authority, error) {
		list, err := involvement.AskAuthorities(ctx, op.Hub, ids, q)
		byID := make(map[hub.ID]*involvement.Authority, len(list))
		for i, authority := range list {
			byID[ids[i]] = authority
		}
		JoinAuthorities(ctx, list)
		return byID, err
	})
	return all[a.ID], err
}

// JoinAuthorities makes cohorts of what authorities refer to, so that what is asked of
// it is read together; nil ones refer to nothing.
func JoinAuthorities(ctx context.Context, list []*involvement.Authority) {
	var actors []*involvement.Actor
	var poles []*hub.Pole
	for _, a := range list {
		if a == nil {
			continue
		}
		for _, p := range a.Poles {
			actors = append(actors, p.Actor)
			poles = append(poles, p.Pole)
		}
	}
	load.Join(ctx, poles)
	JoinActors(ctx, actors)
}

// JoinActors makes cohorts of public actors and of the facts behind what they do.
func JoinActors(ctx context.Context, list []*involvement.Actor) {
	var organisations []*hub.Organisation
	byNoun := map[*hub.Noun][]hub.Record{}
	for _, a := range list {
		organisations = append(organisations, a.Organisation)
		for _, role := range a.Roles {
			for _, fact := range role.Facts {
				byNoun[fact.Noun()] = append(byNoun[fact.Noun()], fact)
			}
		}
	}
	load.Join(ctx, organisations)
	for _, facts := range byNoun {
		load.Join(ctx, facts)
	}
}
