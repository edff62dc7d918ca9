package graph

import (
	"context"
	"polehub/graph/actor"
	"polehub/graph/generated"
	"polehub/graph/load"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *claimResolver) Organisation(ctx context.Context, obj *hub.Claim) (actor.Organisation, error) {
	return actor.One(load.One[*hub.Organisation](ctx, obj, "organisationId"))
}

func (r *claimResolver) Sources(ctx context.Context, obj *hub.Claim) ([]*hub.Source, error) {
	return load.Sources(ctx, obj)
}

func (r *claimResolver) Demonstration(ctx context.Context, obj *hub.Claim) (*bool, error) {
	return load.Demonstration(ctx, obj)
}

func (r *identifierResolver) Scheme(ctx context.Context, obj *hub.Identifier) (string, error) {
	return string(obj.Scheme), nil
}

func (r *identifierResolver) Organisation(ctx context.Context, obj *hub.Identifier) (actor.Organisation, error) {
	return actor.One(load.One[*hub.Organisation](ctx, obj, "organisationId"))
}

func (r *identifierResolver) Sources(ctx context.Context, obj *hub.Identifier) ([]*hub.Source, error) {
	return load.Sources(ctx, obj)
}

func (r *identifierResolver) Demonstration(ctx context.Context, obj *hub.Identifier) (*bool, error) {
	return load.Demonstration(ctx, obj)
}

func (r *linkResolver) Child(ctx context.Context, obj *hub.Link) (actor.Organisation, error) {
	return actor.One(load.One[*hub.Organisation](ctx, obj, "childId"))
}

func (r *linkResolver) Parent(ctx context.Context, obj *hub.Link) (actor.Organisation, error) {
	return actor.One(load.One[*hub.Organisation](ctx, obj, "parentId"))
}

func (r *linkResolver) Sources(ctx context.Context, obj *hub.Link) ([]*hub.Source, error) {
	return load.Sources(ctx, obj)
}

func (r *linkResolver) Demonstration(ctx context.Context, obj *hub.Link) (*bool, error) {
	return load.Demonstration(ctx, obj)
}

func (r *mutationResolver) CreateOrganisation(ctx context.Context, input map[string]any) (*relay.Payload[actor.Organisation], error) {
	return organisationPayload(createRecord[*hub.Organisation](ctx, r.Resolver, hub.OrganisationNoun))
}

func (r *mutationResolver) UpdateOrganisation(ctx context.Context, input map[string]any) (*relay.Payload[actor.Organisation], error) {
	return organisationPayload(updateRecord[*hub.Organisation](ctx, r.Resolver, hub.OrganisationNoun))
}

func (r *mutationResolver) EndOrganisation(ctx context.Context, input map[string]any) (*relay.Payload[actor.Organisation], error) {
	return organisationPayload(endRecord[*hub.Organisation](ctx, r.Resolver, hub.OrganisationNoun))
}

func (r *mutationResolver) DeleteOrganisation(ctx context.Context, input map[string]any) (*relay.DeletePayload, error) {
	return r.delete(ctx, hub.OrganisationNoun)
}

func (r *mutationResolver) CreateIdentifier(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Identifier], error) {
	return createRecord[*hub.Identifier](ctx, r.Resolver, hub.IdentifierNoun)
}

func (r *mutationResolver) UpdateIdentifier(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Identifier], error) {
	return updateRecord[*hub.Identifier](ctx, r.Resolver, hub.IdentifierNoun)
}

func (r *mutationResolver) DeleteIdentifier(ctx context.Context, input map[string]any) (*relay.DeletePayload, error) {
	return r.delete(ctx, hub.IdentifierNoun)
}

func (r *mutationResolver) CreateClaim(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Claim], error) {
	return createRecord[*hub.Claim](ctx, r.Resolver, hub.ClaimNoun)
}

func (r *mutationResolver) UpdateClaim(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Claim], error) {
	return updateRecord[*hub.Claim](ctx, r.Resolver, hub.ClaimNoun)
}

func (r *mutationResolver) EndClaim(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Claim], error) {
	return endRecord[*hub.Claim](ctx, r.Resolver, hub.ClaimNoun)
}

func (r *mutationResolver) DeleteClaim(ctx context.Context, input map[string]any) (*relay.DeletePayload, error) {
	return r.delete(ctx, hub.ClaimNoun)
}

func (r *mutationResolver) CreateLink(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Link], error) {
	return createRecord[*hub.Link](ctx, r.Resolver, hub.LinkNoun)
}

func (r *mutationResolver) UpdateLink(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Link], error) {
	return updateRecord[*hub.Link](ctx, r.Resolver, hub.LinkNoun)
}

func (r *mutationResolver) EndLink(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Link], error) {
	return endRecord[*hub.Link](ctx, r.Resolver, hub.LinkNoun)
}

func (r *mutationResolver) DeleteLink(ctx context.Context, input map[string]any) (*relay.DeletePayload, error) {
	return r.delete(ctx, hub.LinkNoun)
}

func (r *Resolver) Claim() generated.ClaimResolver { return &claimResolver{r} }

func (r *Resolver) Identifier() generated.IdentifierResolver { return &identifierResolver{r} }

func (r *Resolver) Link() generated.LinkResolver { return &linkResolver{r} }

type (
	claimResolver      struct{ *Resolver }
	identifierResolver struct{ *Resolver }
	linkResolver       struct{ *Resolver }
)
