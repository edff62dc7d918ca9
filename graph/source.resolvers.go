package graph

import (
	"context"
	"polehub/graph/generated"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *mutationResolver) CreateSource(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Source], error) {
	return createRecord[*hub.Source](ctx, r.Resolver, hub.SourceNoun)
}

func (r *mutationResolver) UpdateSource(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Source], error) {
	return updateRecord[*hub.Source](ctx, r.Resolver, hub.SourceNoun)
}

func (r *mutationResolver) DeleteSource(ctx context.Context, input map[string]any) (*relay.DeletePayload, error) {
	return r.delete(ctx, hub.SourceNoun)
}

func (r *sourceResolver) Demonstration(ctx context.Context, obj *hub.Source) (*bool, error) {
	return new(obj.Kind == hub.SourceDemonstration), nil
}

func (r *Resolver) Mutation() generated.MutationResolver { return &mutationResolver{r} }

func (r *Resolver) Source() generated.SourceResolver { return &sourceResolver{r} }

type (
	mutationResolver struct{ *Resolver }
	sourceResolver   struct{ *Resolver }
)
