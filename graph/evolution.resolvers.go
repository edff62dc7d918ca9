package graph

import (
	"context"
	"polehub/analysis"
	"polehub/graph/generated"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *poleResolver) Change(ctx context.Context, obj *hub.Pole, from *string, to *string, projection map[string]any, actors analysis.Actors) (*relay.PoleChange, error) {
	return r.change(ctx, obj, from, to, actors)
}

func (r *poleChangeResolver) Kept(ctx context.Context, obj *relay.PoleChange) ([]*relay.NetworkPair, error) {
	return changedPairs(obj, obj.Change.Kept)
}

func (r *poleChangeResolver) Formed(ctx context.Context, obj *relay.PoleChange) ([]*relay.NetworkPair, error) {
	return changedPairs(obj, obj.Change.Formed)
}

func (r *poleChangeResolver) Dissolved(ctx context.Context, obj *relay.PoleChange) ([]*relay.NetworkPair, error) {
	return changedPairs(obj, obj.Change.Dissolved)
}

func (r *poleChangeResolver) Measures(ctx context.Context, obj *relay.PoleChange, ids []analysis.Indicator, intervals bool, replicates int32, level float64, seed *uint64) ([]*analysis.Measure, error) {
	return changeMeasures(ctx, obj, ids, analysis.Options{Intervals: intervals, Replicates: int(replicates), Level: level, Seed: orZero(seed)})
}

func (r *queryResolver) Timeline(ctx context.Context, pole string, measures []analysis.Indicator, from *string, to *string, projection map[string]any, by []string) (*hub.PoleTimeline, error) {
	return r.timeline(ctx, pole, measures, from, to, by)
}

func (r *timelineResolver) Revision(ctx context.Context, obj *hub.PoleTimeline) (int32, error) {
	return int32(obj.Revision), nil
}

func (r *Resolver) PoleChange() generated.PoleChangeResolver { return &poleChangeResolver{r} }

func (r *Resolver) Timeline() generated.TimelineResolver { return &timelineResolver{r} }

type (
	poleChangeResolver struct{ *Resolver }
	timelineResolver   struct{ *Resolver }
)
