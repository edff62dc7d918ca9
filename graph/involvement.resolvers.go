package graph

import (
	"context"
	"polehub/analysis"
	"polehub/graph/actor"
	"polehub/graph/generated"
	"polehub/hub"
	"polehub/hub/involvement"
)

func (r *poleResolver) PublicInvolvement(ctx context.Context, obj *hub.Pole, at *string, from *string, to *string, groups analysis.Groups) (*involvement.Answer, error) {
	return r.involvement(ctx, obj, asked{at, from, to}, groups)
}

func (r *publicActorResolver) Organisation(ctx context.Context, obj *involvement.Actor) (actor.Organisation, error) {
	return actor.Of(obj.Organisation), nil
}

func (r *publicInvolvementResolver) Revision(ctx context.Context, obj *involvement.Answer) (int32, error) {
	return int32(obj.Revision), nil
}

func (r *publicRoleResolver) Sources(ctx context.Context, obj *involvement.Role) ([]*hub.Source, error) {
	return sourcesOf(ctx, obj.Facts)
}

func (r *Resolver) PublicActor() generated.PublicActorResolver { return &publicActorResolver{r} }

func (r *Resolver) PublicInvolvement() generated.PublicInvolvementResolver {
	return &publicInvolvementResolver{r}
}

func (r *Resolver) PublicRole() generated.PublicRoleResolver { return &publicRoleResolver{r} }

type (
	publicActorResolver       struct{ *Resolver }
	publicInvolvementResolver struct{ *Resolver }
	publicRoleResolver        struct{ *Resolver }
)
