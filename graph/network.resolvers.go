package graph

import (
	"context"
	"polehub/analysis"
	"polehub/graph/actor"
	"polehub/graph/generated"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *measureScopeResolver) Attribute(ctx context.Context, obj *analysis.Scope) (*string, error) {
	return orNil(obj.Attribute), nil
}

func (r *networkResolver) Revision(ctx context.Context, obj *hub.PoleNetwork) (int32, error) {
	return int32(obj.Revision), nil
}

func (r *networkResolver) IsDirected(ctx context.Context, obj *hub.PoleNetwork) (bool, error) {
	return obj.Network.Directed(), nil
}

func (r *networkResolver) IsWeighted(ctx context.Context, obj *hub.PoleNetwork) (bool, error) {
	return obj.Network.Weighted(), nil
}

func (r *networkResolver) Nodes(ctx context.Context, obj *hub.PoleNetwork) ([]*actor.NetworkNode, error) {
	return networkNodes(obj)
}

func (r *networkResolver) Ties(ctx context.Context, obj *hub.PoleNetwork) ([]*relay.NetworkTie, error) {
	return networkTies(obj)
}

func (r *networkResolver) UnknownPairs(ctx context.Context, obj *hub.PoleNetwork) ([]*relay.NetworkPair, error) {
	return unknownPairs(obj)
}

func (r *networkResolver) Measures(ctx context.Context, obj *hub.PoleNetwork, ids []analysis.Indicator, by []string, nodes bool, intervals bool, nulls bool, model *analysis.NullModel, replicates int32, level float64, seed *uint64, adjust *analysis.Adjustment, sample int32) ([]*analysis.Measure, error) {
	return measures(ctx, obj, ids, analysis.Options{
		Attributes: by, Nodes: nodes, Intervals: intervals, Nulls: nulls,
		Model: orZero(model), Replicates: int(replicates), Level: level, Seed: orZero(seed),
		Adjust: orZero(adjust), Sample: int(sample),
	})
}

func (r *networkResolver) Projection(ctx context.Context, obj *hub.PoleNetwork) (*relay.Projection, error) {
	return relay.NewProjection(obj.Network.Echo()), nil
}

func (r *Resolver) MeasureScope() generated.MeasureScopeResolver { return &measureScopeResolver{r} }

func (r *Resolver) Network() generated.NetworkResolver { return &networkResolver{r} }

type (
	measureScopeResolver struct{ *Resolver }
	networkResolver      struct{ *Resolver }
)
