package graph

import (
	"context"
	"polehub/graph/actor"
	"polehub/graph/generated"
	"polehub/graph/load"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *membershipResolver) Pole(ctx context.Context, obj *hub.Membership) (*hub.Pole, error) {
	return load.One[*hub.Pole](ctx, obj, "poleId")
}

func (r *membershipResolver) Organisation(ctx context.Context, obj *hub.Membership) (actor.Organisation, error) {
	return actor.One(load.One[*hub.Organisation](ctx, obj, "organisationId"))
}

func (r *membershipResolver) Sources(ctx context.Context, obj *hub.Membership) ([]*hub.Source, error) {
	return load.Sources(ctx, obj)
}

func (r *membershipResolver) Demonstration(ctx context.Context, obj *hub.Membership) (*bool, error) {
	return load.Demonstration(ctx, obj)
}

func (r *mutationResolver) CreateMembership(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Membership], error) {
	return createRecord[*hub.Membership](ctx, r.Resolver, hub.MembershipNoun)
}

func (r *mutationResolver) UpdateMembership(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Membership], error) {
	return updateRecord[*hub.Membership](ctx, r.Resolver, hub.MembershipNoun)
}

func (r *mutationResolver) EndMembership(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Membership], error) {
	return endRecord[*hub.Membership](ctx, r.Resolver, hub.MembershipNoun)
}

func (r *mutationResolver) DeleteMembership(ctx context.Context, input map[string]any) (*relay.DeletePayload, error) {
	return r.delete(ctx, hub.MembershipNoun)
}

func (r *mutationResolver) CreatePoleRole(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Role], error) {
	return createRecord[*hub.Role](ctx, r.Resolver, hub.RoleNoun)
}

func (r *mutationResolver) UpdatePoleRole(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Role], error) {
	return updateRecord[*hub.Role](ctx, r.Resolver, hub.RoleNoun)
}

func (r *mutationResolver) EndPoleRole(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Role], error) {
	return endRecord[*hub.Role](ctx, r.Resolver, hub.RoleNoun)
}

func (r *mutationResolver) DeletePoleRole(ctx context.Context, input map[string]any) (*relay.DeletePayload, error) {
	return r.delete(ctx, hub.RoleNoun)
}

func (r *poleRoleResolver) Pole(ctx context.Context, obj *hub.Role) (*hub.Pole, error) {
	return load.One[*hub.Pole](ctx, obj, "poleId")
}

func (r *poleRoleResolver) Organisation(ctx context.Context, obj *hub.Role) (actor.Organisation, error) {
	return actor.One(load.One[*hub.Organisation](ctx, obj, "organisationId"))
}

func (r *poleRoleResolver) Sources(ctx context.Context, obj *hub.Role) ([]*hub.Source, error) {
	return load.Sources(ctx, obj)
}

func (r *poleRoleResolver) Demonstration(ctx context.Context, obj *hub.Role) (*bool, error) {
	return load.Demonstration(ctx, obj)
}

func (r *Resolver) Membership() generated.MembershipResolver { return &membershipResolver{r} }

func (r *Resolver) PoleRole() generated.PoleRoleResolver { return &poleRoleResolver{r} }

type (
	membershipResolver struct{ *Resolver }
	poleRoleResolver   struct{ *Resolver }
)
