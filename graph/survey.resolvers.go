package graph

import (
	"context"
	"polehub/analysis"
	"polehub/graph/generated"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *poleResolver) Survey(ctx context.Context, obj *hub.Pole, projection map[string]any) (*relay.Survey, error) {
	return r.survey(ctx, obj)
}

func (r *surveyResolver) Measures(ctx context.Context, obj *relay.Survey, ids []analysis.Indicator, nodes bool) ([]*analysis.Measure, error) {
	return measured(ctx, analysis.SubjectSurvey, ids, func() []analysis.Measure { return obj.Survey.Measure(ctx, ids, nodes) })
}

func (r *Resolver) Survey() generated.SurveyResolver { return &surveyResolver{r} }

type surveyResolver struct{ *Resolver }
