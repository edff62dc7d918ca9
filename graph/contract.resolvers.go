package graph

import (
	"context"
	"polehub/graph/actor"
	"polehub/graph/generated"
	"polehub/graph/load"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *amendmentResolver) Contract(ctx context.Context, obj *hub.Amendment) (*hub.Contract, error) {
	return load.One[*hub.Contract](ctx, obj, "contractId")
}

func (r *amendmentResolver) Sources(ctx context.Context, obj *hub.Amendment) ([]*hub.Source, error) {
	return load.Sources(ctx, obj)
}

func (r *amendmentResolver) Demonstration(ctx context.Context, obj *hub.Amendment) (*bool, error) {
	return load.Demonstration(ctx, obj)
}

func (r *contractResolver) Parties(ctx context.Context, obj *hub.Contract) ([]*hub.Party, error) {
	return load.List[*hub.Party](ctx, obj, "parties", nil)
}

func (r *contractResolver) Amendments(ctx context.Context, obj *hub.Contract) ([]*hub.Amendment, error) {
	return load.List[*hub.Amendment](ctx, obj, "amendments", nil)
}

func (r *contractResolver) Poles(ctx context.Context, obj *hub.Contract) ([]*hub.Pole, error) {
	return load.Refs[*hub.Pole](ctx, obj, "poles")
}

func (r *contractResolver) Sources(ctx context.Context, obj *hub.Contract) ([]*hub.Source, error) {
	return load.Sources(ctx, obj)
}

func (r *contractResolver) Demonstration(ctx context.Context, obj *hub.Contract) (*bool, error) {
	return load.Demonstration(ctx, obj)
}

func (r *mutationResolver) CreateContract(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Contract], error) {
	return createRecord[*hub.Contract](ctx, r.Resolver, hub.ContractNoun)
}

func (r *mutationResolver) UpdateContract(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Contract], error) {
	return updateRecord[*hub.Contract](ctx, r.Resolver, hub.ContractNoun)
}

func (r *mutationResolver) EndContract(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Contract], error) {
	return endRecord[*hub.Contract](ctx, r.Resolver, hub.ContractNoun)
}

func (r *mutationResolver) DeleteContract(ctx context.Context, input map[string]any) (*relay.DeletePayload, error) {
	return r.delete(ctx, hub.ContractNoun)
}

func (r *mutationResolver) CreateAmendment(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Amendment], error) {
	return createRecord[*hub.Amendment](ctx, r.Resolver, hub.AmendmentNoun)
}

func (r *mutationResolver) UpdateAmendment(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Amendment], error) {
	return updateRecord[*hub.Amendment](ctx, r.Resolver, hub.AmendmentNoun)
}

func (r *mutationResolver) DeleteAmendment(ctx context.Context, input map[string]any) (*relay.DeletePayload, error) {
	return r.delete(ctx, hub.AmendmentNoun)
}

func (r *mutationResolver) CreateParty(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Party], error) {
	return createRecord[*hub.Party](ctx, r.Resolver, hub.PartyNoun)
}

func (r *mutationResolver) UpdateParty(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Party], error) {
	return updateRecord[*hub.Party](ctx, r.Resolver, hub.PartyNoun)
}

func (r *mutationResolver) DeleteParty(ctx context.Context, input map[string]any) (*relay.DeletePayload, error) {
	return r.delete(ctx, hub.PartyNoun)
}

func (r *partyResolver) Contract(ctx context.Context, obj *hub.Party) (*hub.Contract, error) {
	return load.One[*hub.Contract](ctx, obj, "contractId")
}

func (r *partyResolver) Organisation(ctx context.Context, obj *hub.Party) (actor.Organisation, error) {
	return actor.One(load.One[*hub.Organisation](ctx, obj, "organisationId"))
}

func (r *partyResolver) Sources(ctx context.Context, obj *hub.Party) ([]*hub.Source, error) {
	return load.Sources(ctx, obj)
}

func (r *partyResolver) Demonstration(ctx context.Context, obj *hub.Party) (*bool, error) {
	return load.Demonstration(ctx, obj)
}

func (r *Resolver) Amendment() generated.AmendmentResolver { return &amendmentResolver{r} }

func (r *Resolver) Contract() generated.ContractResolver { return &contractResolver{r} }

func (r *Resolver) Party() generated.PartyResolver { return &partyResolver{r} }

type (
	amendmentResolver struct{ *Resolver }
	contractResolver  struct{ *Resolver }
	partyResolver     struct{ *Resolver }
)
