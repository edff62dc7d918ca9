package graph

import (
	"context"
	"polehub/graph/actor"
	"polehub/graph/generated"
	"polehub/hub/involvement"
)

func (r *peerComparisonResolver) Label(ctx context.Context, obj *involvement.Comparison, lang string) (string, error) {
	return said(lang, obj.Code.Words()), nil
}

func (r *peerPostureResolver) Label(ctx context.Context, obj *involvement.PosturePeers, lang string) (string, error) {
	return said(lang, obj.Posture.Words()), nil
}

func (r *postureResolver) Label(ctx context.Context, obj *involvement.Posture, lang string) (string, error) {
	return said(lang, obj.Code.Words()), nil
}

func (r *postureResolver) Explanation(ctx context.Context, obj *involvement.Posture, lang string) (string, error) {
	return said(lang, obj.Explanation()), nil
}

func (r *postureInputResolver) Label(ctx context.Context, obj *involvement.Input, lang string) (string, error) {
	return said(lang, obj.Code.Words()), nil
}

func (r *publicInvolvementResolver) Network(ctx context.Context, obj *involvement.Answer) (*involvement.Network, error) {
	return computedPart(ctx, obj.Network)
}

func (r *publicInvolvementResolver) Without(ctx context.Context, obj *involvement.Answer) ([]*involvement.Without, error) {
	return computedPart(ctx, obj.Without)
}

func (r *publicInvolvementResolver) Posture(ctx context.Context, obj *involvement.Answer, thresholds involvement.Thresholds) (*involvement.Posture, error) {
	return posture(ctx, obj, thresholds)
}

func (r *publicInvolvementResolver) Trajectory(ctx context.Context, obj *involvement.Answer) ([]*involvement.Year, error) {
	return trajectory(ctx, obj)
}

func (r *publicInvolvementResolver) Peers(ctx context.Context, obj *involvement.Answer) ([]*involvement.Comparison, error) {
	return comparisons(r.peers(ctx, obj))
}

func (r *publicInvolvementResolver) PeerPostures(ctx context.Context, obj *involvement.Answer) ([]*involvement.PosturePeers, error) {
	return postures(r.peers(ctx, obj))
}

func (r *publicPositionResolver) Organisation(ctx context.Context, obj *involvement.Position) (actor.Organisation, error) {
	return actor.Of(obj.Organisation), nil
}

func (r *withoutPublicActorResolver) Organisations(ctx context.Context, obj *involvement.Without) ([]actor.Organisation, error) {
	return organisations(obj.Gone), nil
}

func (r *Resolver) PeerComparison() generated.PeerComparisonResolver {
	return &peerComparisonResolver{r}
}

func (r *Resolver) PeerPosture() generated.PeerPostureResolver { return &peerPostureResolver{r} }

func (r *Resolver) Posture() generated.PostureResolver { return &postureResolver{r} }

func (r *Resolver) PostureInput() generated.PostureInputResolver { return &postureInputResolver{r} }

func (r *Resolver) PublicPosition() generated.PublicPositionResolver {
	return &publicPositionResolver{r}
}

func (r *Resolver) WithoutPublicActor() generated.WithoutPublicActorResolver {
	return &withoutPublicActorResolver{r}
}

type (
	peerComparisonResolver     struct{ *Resolver }
	peerPostureResolver        struct{ *Resolver }
	postureResolver            struct{ *Resolver }
	postureInputResolver       struct{ *Resolver }
	publicPositionResolver     struct{ *Resolver }
	withoutPublicActorResolver struct{ *Resolver }
)
