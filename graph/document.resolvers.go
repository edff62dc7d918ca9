package graph

import (
	"context"
	"polehub/graph/actor"
	"polehub/graph/generated"
	"polehub/graph/load"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *assessmentResolver) Pole(ctx context.Context, obj *hub.Assessment) (*hub.Pole, error) {
	return load.One[*hub.Pole](ctx, obj, "poleId")
}

func (r *assessmentResolver) AuthorOrganisation(ctx context.Context, obj *hub.Assessment) (actor.Organisation, error) {
	return actor.One(load.One[*hub.Organisation](ctx, obj, "authorOrganisationId"))
}

func (r *assessmentResolver) Sources(ctx context.Context, obj *hub.Assessment) ([]*hub.Source, error) {
	return load.Sources(ctx, obj)
}

func (r *assessmentResolver) Demonstration(ctx context.Context, obj *hub.Assessment) (*bool, error) {
	return load.Demonstration(ctx, obj)
}

func (r *documentResolver) Pole(ctx context.Context, obj *hub.Document) (*hub.Pole, error) {
	return load.One[*hub.Pole](ctx, obj, "poleId")
}

func (r *documentResolver) Signatories(ctx context.Context, obj *hub.Document) ([]actor.Organisation, error) {
	return actor.All(load.Refs[*hub.Organisation](ctx, obj, "signatories"))
}

func (r *documentResolver) Sources(ctx context.Context, obj *hub.Document) ([]*hub.Source, error) {
	return load.Sources(ctx, obj)
}

func (r *documentResolver) Demonstration(ctx context.Context, obj *hub.Document) (*bool, error) {
	return load.Demonstration(ctx, obj)
}

func (r *mutationResolver) CreateDocument(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Document], error) {
	return createRecord[*hub.Document](ctx, r.Resolver, hub.DocumentNoun)
}

func (r *mutationResolver) UpdateDocument(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Document], error) {
	return updateRecord[*hub.Document](ctx, r.Resolver, hub.DocumentNoun)
}

func (r *mutationResolver) DeleteDocument(ctx context.Context, input map[string]any) (*relay.DeletePayload, error) {
	return r.delete(ctx, hub.DocumentNoun)
}

func (r *mutationResolver) CreateAssessment(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Assessment], error) {
	return createRecord[*hub.Assessment](ctx, r.Resolver, hub.AssessmentNoun)
}

func (r *mutationResolver) UpdateAssessment(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Assessment], error) {
	return updateRecord[*hub.Assessment](ctx, r.Resolver, hub.AssessmentNoun)
}

func (r *mutationResolver) DeleteAssessment(ctx context.Context, input map[string]any) (*relay.DeletePayload, error) {
	return r.delete(ctx, hub.AssessmentNoun)
}

func (r *Resolver) Assessment() generated.AssessmentResolver { return &assessmentResolver{r} }

func (r *Resolver) Document() generated.DocumentResolver { return &documentResolver{r} }

type (
	assessmentResolver struct{ *Resolver }
	documentResolver   struct{ *Resolver }
)
