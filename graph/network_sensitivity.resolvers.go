package graph

import (
	"context"
	"polehub/analysis"
	"polehub/graph/actor"
	"polehub/graph/generated"
	"polehub/hub"
)

func (r *actorLossResolver) ID(ctx context.Context, obj *analysis.Loss) (analysis.Indicator, error) {
	return obj.Measure.ID, nil
}

func (r *actorLossResolver) Measure(ctx context.Context, obj *analysis.Loss) (*analysis.Measure, error) {
	return wholeMeasure(obj), nil
}

func (r *networkResolver) Sensitivity(ctx context.Context, obj *hub.PoleNetwork, ids []analysis.Indicator, by []string, nodes bool, lost []int32, replicates int32, seed *uint64) ([]*analysis.Loss, error) {
	return sensitivity(ctx, obj, ids, lost, analysis.Options{Attributes: by, Nodes: nodes, Replicates: int(replicates), Seed: orZero(seed)})
}

func (r *networkResolver) LeaveOneOut(ctx context.Context, obj *hub.PoleNetwork, ids []analysis.Indicator, by []string) ([]*actor.LeftOut, error) {
	return leaveOneOut(ctx, obj, ids, by)
}

func (r *Resolver) ActorLoss() generated.ActorLossResolver { return &actorLossResolver{r} }

type actorLossResolver struct{ *Resolver }
