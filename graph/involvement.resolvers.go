package graph

import (
	"context"
	"polehub/analysis"
	"polehub/graph/actor"
	"polehub/graph/generated"
	"polehub/hub"
	"polehub/hub/involvement"
)

func (r *authorityInvolvementResolver) Organisation(ctx context.Context, obj *involvement.Authority) (actor.Organisation, error) {
	return actor.Of(obj.Organisation), nil
}

func (r *poleResolver) PublicInvolvement(ctx context.Context, obj *hub.Pole, at *string, from *string, to *string, groups analysis.Groups) (*involvement.Answer, error) {
	return r.involvement(ctx, obj, at, from, to, groups)
}

func (r *publicActorResolver) Organisation(ctx context.Context, obj *involvement.Actor) (actor.Organisation, error) {
	return actor.Of(obj.Organisation), nil
}

func (r *publicInvolvementResolver) Revision(ctx context.Context, obj *involvement.Answer) (int32, error) {
	return int32(obj.Revision), nil
}

func (r *publicInvolvementOfPolesResolver) Revision(ctx context.Context, obj *involvement.Region) (int32, error) {
	return int32(obj.Revision), nil
}

func (r *publicRoleResolver) Sources(ctx context.Context, obj *involvement.Role) ([]*hub.Source, error) {
	return sourcesOf(ctx, obj.Facts)
}

func (r *queryResolver) PublicInvolvement(ctx context.Context, where map[string]any, at *string, from *string, to *string) (*involvement.Region, error) {
	return r.involvementOfPoles(ctx, at, from, to)
}

func (r *Resolver) AuthorityInvolvement() generated.AuthorityInvolvementResolver {
	return &authorityInvolvementResolver{r}
}

func (r *Resolver) PublicActor() generated.PublicActorResolver { return &publicActorResolver{r} }

func (r *Resolver) PublicInvolvement() generated.PublicInvolvementResolver {
	return &publicInvolvementResolver{r}
}

func (r *Resolver) PublicInvolvementOfPoles() generated.PublicInvolvementOfPolesResolver {
	return &publicInvolvementOfPolesResolver{r}
}

func (r *Resolver) PublicRole() generated.PublicRoleResolver { return &publicRoleResolver{r} }

type (
	authorityInvolvementResolver     struct{ *Resolver }
	publicActorResolver              struct{ *Resolver }
	publicInvolvementResolver        struct{ *Resolver }
	publicInvolvementOfPolesResolver struct{ *Resolver }
	publicRoleResolver               struct{ *Resolver }
)
