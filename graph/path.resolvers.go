package graph

import (
	"context"
	"polehub/graph/actor"
	"polehub/hub"
)

func (r *queryResolver) Path(ctx context.Context, from string, to string, at *string, types []hub.TieType, maxLength int32) (*actor.OrganisationPaths, error) {
	return r.path(ctx, from, to, at, types, maxLength)
}
