package graph

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"

	"polehub/analysis"
	"polehub/graph/actor"
	"polehub/graph/input"
	"polehub/graph/load"
	"polehub/hub"
	"polehub/hub/involvement"
)

// involvement answers for a pole, read for all sibling poles together.
func (r *Resolver) involvement(ctx context.Context, pole *hub.Pole, at, from, to *string, groups analysis.Groups) (*involvement.Answer, error) {
	q := involvement.Question{Groups: groups}
	var err error
	if q.From, q.To, err = load.From(ctx).Time(at, from, to); err != nil {
		return nil, err
	}
	key, _ := json.Marshal(q) // texts always encode
	all, err := load.PerCohort(ctx, pole, "involvement "+string(key), func(ids []hub.ID) (map[hub.ID]*involvement.Answer, error) {
		dossiers, err := r.dossiers(ctx, pole)
		if err != nil {
			return nil, err
		}
		answers, err := involvement.Answers(ctx, dossiers, q)
		joinFacts(ctx, answers)
		return byPole(ids, answers), err
	})
	if err == nil && all[pole.ID] == nil {
		err = &hub.Error{Code: hub.NotFound, Msg: string(pole.ID) + " was deleted meanwhile"}
	}
	return all[pole.ID], err
}

// involvementOfPoles answers for the poles that satisfy the argument where.
func (r *Resolver) involvementOfPoles(ctx context.Context, at, from, to *string) (*involvement.Region, error) {
	where, err := input.Filter(hub.PoleNoun, rawArguments(ctx)["where"])
	if err != nil {
		return nil, err
	}
	var q involvement.Question
	if q.From, q.To, err = load.From(ctx).Time(at, from, to); err != nil {
		return nil, err
	}
	var g *involvement.Region
	computed := load.Compute(ctx, func() { g, err = involvement.AskRegion(ctx, r.hub, where, q) }) // each reads all poles
	if err := cmp.Or(computed, err); err != nil {
		return nil, err
	}
	actor.JoinAuthorities(ctx, g.Authorities)
	return g, nil
}

// joinFacts makes cohorts of what answers refer to.
func joinFacts(ctx context.Context, answers []*involvement.Answer) {
	var actors []*involvement.Actor
	for _, a := range answers {
		if a != nil {
			actors = slices.Concat(actors, a.First.Actors, a.Actors)
		}
	}
	actor.JoinActors(ctx, actors)
}

// sourcesOf are who states facts, each once, in the order of the facts.
func sourcesOf(ctx context.Context, facts []hub.Record) ([]*hub.Source, error) {
	out := []*hub.Source{}
	met := map[hub.ID]bool{}
	for _, fact := range facts {
		sources, err := load.Sources(ctx, fact)
		if err != nil {
			return nil, err
		}
		for _, s := range sources {
			if !met[s.ID] {
				met[s.ID] = true
				out = append(out, s)
			}
		}
	}
	return out, nil
}
