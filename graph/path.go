package graph

import (
	"context"

	"polehub/graph/actor"
	"polehub/graph/load"
	"polehub/hub"
)

func (r *Resolver) path(ctx context.Context, from, to string, at *string, types []hub.TieType, maxLength int32) (*actor.OrganisationPaths, error) {
	q := hub.PathQuestion{Types: types, MaxLength: int(maxLength)}
	if types != nil && len(types) == 0 {
		return nil, hub.Invalid("types", "names no type: leave it out for all")
	}
	var err error
	if q.From, err = hub.ParseID(from); err != nil {
		return nil, inArgument(err, "from")
	}
	if q.To, err = hub.ParseID(to); err != nil {
		return nil, inArgument(err, "to")
	}
	if q.At, err = load.From(ctx).Day(at); err != nil {
		return nil, err
	}
	found, err := r.hub.Paths(ctx, q)
	if err != nil {
		return nil, err
	}
	actors := []*hub.Organisation{found.From, found.To}
	var ties []*hub.Tie
	for _, path := range found.Paths {
		for _, step := range path.Steps {
			actors = append(actors, step.From, step.To)
			ties = append(ties, step.Ties...)
		}
	}
	load.Join(ctx, actors)
	load.Join(ctx, ties)
	return actor.Paths(found), nil
}
