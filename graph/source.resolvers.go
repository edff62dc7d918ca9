package graph

import (
	"context"
	"polehub/graph/generated"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *mutationResolver) CreateSource(ctx context.Context, input relay.Input) (*relay.Payload[*hub.Source], error) {
	return createRecord[*hub.Source](ctx, r.Resolver, hub.SourceNoun, input)
}

func (r *mutationResolver) UpdateSource(ctx context.Context, input relay.Input) (*relay.Payload[*hub.Source], error) {
	return updateRecord[*hub.Source](ctx, r.Resolver, hub.SourceNoun, input)
}

func (r *mutationResolver) DeleteSource(ctx context.Context, input relay.Input) (*relay.DeletePayload, error) {
	return r.delete(ctx, hub.SourceNoun, input)
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
