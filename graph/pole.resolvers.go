package graph

import (
	"context"
	"polehub/analysis"
	"polehub/graph/generated"
	"polehub/graph/load"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *mutationResolver) CreatePole(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Pole], error) {
	return createRecord[*hub.Pole](ctx, r.Resolver, hub.PoleNoun)
}

func (r *mutationResolver) UpdatePole(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Pole], error) {
	return updateRecord[*hub.Pole](ctx, r.Resolver, hub.PoleNoun)
}

func (r *mutationResolver) EndPole(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Pole], error) {
	return endRecord[*hub.Pole](ctx, r.Resolver, hub.PoleNoun)
}

func (r *mutationResolver) DeletePole(ctx context.Context, input map[string]any) (*relay.DeletePayload, error) {
	return r.delete(ctx, hub.PoleNoun)
}

func (r *mutationResolver) CreatePoleStatus(ctx context.Context, input map[string]any) (*relay.Payload[*hub.PoleStatus], error) {
	return createRecord[*hub.PoleStatus](ctx, r.Resolver, hub.PoleStatusNoun)
}

func (r *mutationResolver) UpdatePoleStatus(ctx context.Context, input map[string]any) (*relay.Payload[*hub.PoleStatus], error) {
	return updateRecord[*hub.PoleStatus](ctx, r.Resolver, hub.PoleStatusNoun)
}

func (r *mutationResolver) EndPoleStatus(ctx context.Context, input map[string]any) (*relay.Payload[*hub.PoleStatus], error) {
	return endRecord[*hub.PoleStatus](ctx, r.Resolver, hub.PoleStatusNoun)
}

func (r *mutationResolver) DeletePoleStatus(ctx context.Context, input map[string]any) (*relay.DeletePayload, error) {
	return r.delete(ctx, hub.PoleStatusNoun)
}

func (r *mutationResolver) CreateSite(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Site], error) {
	return createRecord[*hub.Site](ctx, r.Resolver, hub.SiteNoun)
}

func (r *mutationResolver) UpdateSite(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Site], error) {
	return updateRecord[*hub.Site](ctx, r.Resolver, hub.SiteNoun)
}

func (r *mutationResolver) EndSite(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Site], error) {
	return endRecord[*hub.Site](ctx, r.Resolver, hub.SiteNoun)
}

func (r *mutationResolver) DeleteSite(ctx context.Context, input map[string]any) (*relay.DeletePayload, error) {
	return r.delete(ctx, hub.SiteNoun)
}

func (r *poleResolver) Members(ctx context.Context, obj *hub.Pole, at *string, history *bool, circle []hub.Circle, where map[string]any, orderBy []map[string]any, first *int32, after *string, last *int32, before *string) (*relay.Connection[*hub.Membership], error) {
	return load.Children[*hub.Membership](ctx, obj, "members")
}

func (r *poleResolver) Roles(ctx context.Context, obj *hub.Pole, at *string, history *bool, role []hub.RoleKind, where map[string]any, orderBy []map[string]any, first *int32, after *string, last *int32, before *string) (*relay.Connection[*hub.Role], error) {
	return load.Children[*hub.Role](ctx, obj, "roles")
}

func (r *poleResolver) Ties(ctx context.Context, obj *hub.Pole, at *string, history *bool, types []hub.TieType, where map[string]any, orderBy []map[string]any, first *int32, after *string, last *int32, before *string) (*relay.Connection[*hub.Tie], error) {
	return load.Children[*hub.Tie](ctx, obj, "ties")
}

func (r *poleResolver) Contracts(ctx context.Context, obj *hub.Pole, where map[string]any, orderBy []map[string]any, first *int32, after *string, last *int32, before *string) (*relay.Connection[*hub.Contract], error) {
	return load.Children[*hub.Contract](ctx, obj, "contracts")
}

func (r *poleResolver) Documents(ctx context.Context, obj *hub.Pole, where map[string]any, orderBy []map[string]any, first *int32, after *string, last *int32, before *string) (*relay.Connection[*hub.Document], error) {
	return load.Children[*hub.Document](ctx, obj, "documents")
}

func (r *poleResolver) Observations(ctx context.Context, obj *hub.Pole, where map[string]any, orderBy []map[string]any, first *int32, after *string, last *int32, before *string) (*relay.Connection[*hub.Observation], error) {
	return load.Children[*hub.Observation](ctx, obj, "observations")
}

func (r *poleResolver) Assessments(ctx context.Context, obj *hub.Pole, where map[string]any, orderBy []map[string]any, first *int32, after *string, last *int32, before *string) (*relay.Connection[*hub.Assessment], error) {
	return load.Children[*hub.Assessment](ctx, obj, "assessments")
}

func (r *poleResolver) StatusClaims(ctx context.Context, obj *hub.Pole, at *string) ([]*hub.PoleStatus, error) {
	return load.ListOn[*hub.PoleStatus](ctx, obj, "statusClaims", at)
}

func (r *poleResolver) Sites(ctx context.Context, obj *hub.Pole, at *string) ([]*hub.Site, error) {
	return load.ListOn[*hub.Site](ctx, obj, "sites", at)
}

func (r *poleResolver) Network(ctx context.Context, obj *hub.Pole, projection map[string]any) (*hub.PoleNetwork, error) {
	return r.network(ctx, obj)
}

func (r *poleResolver) CooperationDensity(ctx context.Context, obj *hub.Pole, at *string, types []hub.TieType) (*analysis.Measure, error) {
	return r.density(ctx, obj, at, types)
}

func (r *poleResolver) Mix(ctx context.Context, obj *hub.Pole, at *string, by string) (*relay.Mix, error) {
	return r.mix(ctx, obj, at, by)
}

func (r *poleResolver) Sources(ctx context.Context, obj *hub.Pole) ([]*hub.Source, error) {
	return load.Sources(ctx, obj)
}

func (r *poleResolver) Demonstration(ctx context.Context, obj *hub.Pole) (*bool, error) {
	return load.Demonstration(ctx, obj)
}

func (r *poleStatusResolver) Pole(ctx context.Context, obj *hub.PoleStatus) (*hub.Pole, error) {
	return load.One[*hub.Pole](ctx, obj, "poleId")
}

func (r *poleStatusResolver) Sources(ctx context.Context, obj *hub.PoleStatus) ([]*hub.Source, error) {
	return load.Sources(ctx, obj)
}

func (r *poleStatusResolver) Demonstration(ctx context.Context, obj *hub.PoleStatus) (*bool, error) {
	return load.Demonstration(ctx, obj)
}

func (r *siteResolver) Pole(ctx context.Context, obj *hub.Site) (*hub.Pole, error) {
	return load.One[*hub.Pole](ctx, obj, "poleId")
}

func (r *siteResolver) Sources(ctx context.Context, obj *hub.Site) ([]*hub.Source, error) {
	return load.Sources(ctx, obj)
}

func (r *siteResolver) Demonstration(ctx context.Context, obj *hub.Site) (*bool, error) {
	return load.Demonstration(ctx, obj)
}

func (r *Resolver) Pole() generated.PoleResolver { return &poleResolver{r} }

func (r *Resolver) PoleStatus() generated.PoleStatusResolver { return &poleStatusResolver{r} }

func (r *Resolver) Site() generated.SiteResolver { return &siteResolver{r} }

type (
	poleResolver       struct{ *Resolver }
	poleStatusResolver struct{ *Resolver }
	siteResolver       struct{ *Resolver }
)
