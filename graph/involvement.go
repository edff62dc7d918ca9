package graph

import (
	"context"
	"encoding/json"
	"slices"

	"polehub/analysis"
	"polehub/graph/load"
	"polehub/hub"
	"polehub/hub/involvement"
)

// involvement answers for a pole, read for all sibling poles together.
func (r *Resolver) involvement(ctx context.Context, pole *hub.Pole, when asked, groups analysis.Groups) (*involvement.Answer, error) {
	q, err := when.question(ctx)
	if err != nil {
		return nil, err
	}
	question := involvement.Question{From: q.From, To: q.To, Groups: groups}
	key, _ := json.Marshal(question) // texts always encode
	all, err := load.PerCohort(ctx, pole, "involvement "+string(key), func(ids []hub.ID) (map[hub.ID]*involvement.Answer, error) {
		dossiers, err := r.dossiers(ctx, pole)
		if err != nil {
			return nil, err
		}
		answers, err := involvement.Answers(ctx, dossiers, question)
		joinFacts(ctx, answers)
		return byPole(ids, answers), err
	})
	if err == nil && all[pole.ID] == nil {
		err = &hub.Error{Code: hub.NotFound, Msg: string(pole.ID) + " was deleted meanwhile"}
	}
	return all[pole.ID], err
}

// joinFacts makes cohorts of what answers refer to, so that what is asked of it is
// read together.
func joinFacts(ctx context.Context, answers []*involvement.Answer) {
	var actors []*hub.Organisation
	byNoun := map[*hub.Noun][]hub.Record{}
	for _, a := range answers {
		if a == nil {
			continue
		}
		for _, actor := range slices.Concat(a.First.Actors, a.Actors) {
			actors = append(actors, actor.Organisation)
			for _, role := range actor.Roles {
				for _, fact := range role.Facts {
					byNoun[fact.Noun()] = append(byNoun[fact.Noun()], fact)
				}
			}
		}
	}
	load.Join(ctx, actors)
	for _, facts := range byNoun {
		load.Join(ctx, facts)
	}
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
