package graph

import (
	"context"
	"polehub/analysis"
	"polehub/graph/generated"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *coefficientResolver) Relation(ctx context.Context, obj *analysis.Coefficient) (*string, error) {
	return orNil(obj.Relation), nil
}

func (r *coefficientResolver) Attribute(ctx context.Context, obj *analysis.Coefficient) (*string, error) {
	return orNil(obj.Attribute), nil
}

func (r *layersResolver) Revision(ctx context.Context, obj *hub.PoleLayers) (int32, error) {
	return int32(obj.Revision), nil
}

func (r *layersResolver) Relations(ctx context.Context, obj *hub.PoleLayers) ([]hub.TieType, error) {
	return relationsOf(obj), nil
}

func (r *layersResolver) Measures(ctx context.Context, obj *hub.PoleLayers, ids []analysis.Indicator, nulls bool, by []string, replicates int32, seed *uint64, adjust *analysis.Adjustment) ([]*analysis.Measure, error) {
	return layerMeasures(ctx, obj, ids, analysis.Options{Attributes: by, Nulls: nulls, Replicates: int(replicates), Seed: orZero(seed), Adjust: orZero(adjust)})
}

func (r *layersResolver) Regression(ctx context.Context, obj *hub.PoleLayers, of hub.TieType, on []hub.TieType, sameClass []string, replicates int32, seed *uint64) (*analysis.Regression, error) {
	return regression(ctx, obj, of, on, sameClass, analysis.Options{Replicates: int(replicates), Seed: orZero(seed)})
}

func (r *layersResolver) Projection(ctx context.Context, obj *hub.PoleLayers) (*relay.Projection, error) {
	return relay.NewProjection(obj.Layers.Echo()), nil
}

func (r *poleResolver) TwoMode(ctx context.Context, obj *hub.Pole, columns hub.TwoModeColumns, projection map[string]any) (*hub.PoleTwoMode, error) {
	return r.twoMode(ctx, obj, columns)
}

func (r *poleResolver) Layers(ctx context.Context, obj *hub.Pole, projection map[string]any) (*hub.PoleLayers, error) {
	return r.layers(ctx, obj)
}

func (r *regressionResolver) Dependent(ctx context.Context, obj *analysis.Regression) (hub.TieType, error) {
	return hub.TieType(obj.Dependent), nil
}

func (r *twoModeResolver) Revision(ctx context.Context, obj *hub.PoleTwoMode) (int32, error) {
	return int32(obj.Revision), nil
}

func (r *twoModeResolver) Rows(ctx context.Context, obj *hub.PoleTwoMode) ([]string, error) {
	return obj.TwoMode.Rows(), twoModeTooLarge(obj, 0)
}

func (r *twoModeResolver) Columns(ctx context.Context, obj *hub.PoleTwoMode) ([]string, error) {
	return obj.TwoMode.Columns(), twoModeTooLarge(obj, 0)
}

func (r *twoModeResolver) Ties(ctx context.Context, obj *hub.PoleTwoMode) ([]*relay.NetworkTie, error) {
	return twoModeTies(obj)
}

func (r *twoModeResolver) UnknownPairs(ctx context.Context, obj *hub.PoleTwoMode) ([]*relay.NetworkPair, error) {
	return twoModeUnknown(obj)
}

func (r *twoModeResolver) Measures(ctx context.Context, obj *hub.PoleTwoMode, ids []analysis.Indicator, nodes bool, nulls bool, model *analysis.NullModel, replicates int32, seed *uint64, adjust *analysis.Adjustment) ([]*analysis.Measure, error) {
	return twoModeMeasures(ctx, obj, ids, analysis.Options{
		Nodes: nodes, Nulls: nulls, Model: orZero(model), Replicates: int(replicates), Seed: orZero(seed), Adjust: orZero(adjust),
	})
}

func (r *twoModeResolver) Projection(ctx context.Context, obj *hub.PoleTwoMode) (*relay.Projection, error) {
	return relay.NewProjection(obj.TwoMode.Echo()), nil
}

func (r *Resolver) Coefficient() generated.CoefficientResolver { return &coefficientResolver{r} }

func (r *Resolver) Layers() generated.LayersResolver { return &layersResolver{r} }

func (r *Resolver) Regression() generated.RegressionResolver { return &regressionResolver{r} }

func (r *Resolver) TwoMode() generated.TwoModeResolver { return &twoModeResolver{r} }

type (
	coefficientResolver struct{ *Resolver }
	layersResolver      struct{ *Resolver }
	regressionResolver  struct{ *Resolver }
	twoModeResolver     struct{ *Resolver }
)
