package graph

import (
	"context"
	"polehub/analysis"
	"polehub/graph/generated"
	"polehub/hub"
)

func (r *comparisonResolver) IsComparable(ctx context.Context, obj *hub.Comparison) (bool, error) {
	return len(obj.Differences) == 0, nil
}

func (r *comparisonResolver) Measures(ctx context.Context, obj *hub.Comparison, ids []analysis.Indicator, by []string, intervals bool, replicates int32, level float64, seed *uint64) ([]*analysis.Contrast, error) {
	return compared(ctx, obj, ids, analysis.Options{Attributes: by, Intervals: intervals, Replicates: int(replicates), Level: level, Seed: orZero(seed)})
}

func (r *measureContrastResolver) ID(ctx context.Context, obj *analysis.Contrast) (analysis.Indicator, error) {
	return either(obj).ID, nil
}

func (r *measureContrastResolver) Scope(ctx context.Context, obj *analysis.Contrast) (*analysis.Scope, error) {
	return &either(obj).Scope, nil
}

func (r *queryResolver) Compare(ctx context.Context, poles []string, at *string, dates []string, projection map[string]any) (*hub.Comparison, error) {
	return r.compare(ctx, poles, at, dates)
}

func (r *Resolver) Comparison() generated.ComparisonResolver { return &comparisonResolver{r} }

func (r *Resolver) MeasureContrast() generated.MeasureContrastResolver {
	return &measureContrastResolver{r}
}

type (
	comparisonResolver      struct{ *Resolver }
	measureContrastResolver struct{ *Resolver }
)
