package graph

import (
	"context"
	"polehub/analysis"
	"polehub/graph/generated"
	"polehub/graph/relay"
)

func (r *indicatorDefinitionResolver) Name(ctx context.Context, obj *analysis.Definition, lang string) (string, error) {
	return inLanguage(lang, obj.Name.Fr, obj.Name.En), nil
}

func (r *indicatorDefinitionResolver) Explanation(ctx context.Context, obj *analysis.Definition, lang string) (string, error) {
	return inLanguage(lang, obj.Explanation.Fr, obj.Explanation.En), nil
}

func (r *projectionResolver) Inclusion(ctx context.Context, obj *relay.Projection, lang string) (string, error) {
	return inLanguage(lang, obj.Echo.Inclusion.Fr, obj.Echo.Inclusion.En), nil
}

func (r *Resolver) IndicatorDefinition() generated.IndicatorDefinitionResolver {
	return &indicatorDefinitionResolver{r}
}

func (r *Resolver) Projection() generated.ProjectionResolver { return &projectionResolver{r} }

type (
	indicatorDefinitionResolver struct{ *Resolver }
	projectionResolver          struct{ *Resolver }
)
