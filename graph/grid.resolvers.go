package graph

import (
	"context"
	"polehub/analysis"
	"polehub/graph/generated"
	"polehub/graph/relay"
	"polehub/hub"
	"polehub/hub/criteria"
)

func (r *answerNoteResolver) Code(ctx context.Context, obj *criteria.Note) (string, error) {
	return string(*obj), nil
}

func (r *answerNoteResolver) Label(ctx context.Context, obj *criteria.Note, lang string) (string, error) {
	return worded(lang, obj.Words()), nil
}

func (r *criterionResolver) Name(ctx context.Context, obj *criteria.Criterion, lang string) (string, error) {
	return inLanguage(lang, obj.Name.Fr, obj.Name.En), nil
}

func (r *criterionResolver) Explanation(ctx context.Context, obj *criteria.Criterion, lang string) (string, error) {
	return inLanguage(lang, obj.Explanation.Fr, obj.Explanation.En), nil
}

func (r *criterionResolver) BeyondData(ctx context.Context, obj *criteria.Criterion, lang string) (string, error) {
	return inLanguage(lang, obj.BeyondData.Fr, obj.BeyondData.En), nil
}

func (r *dataGapResolver) Code(ctx context.Context, obj *criteria.DataGap) (string, error) {
	return string(obj.Code), nil
}

func (r *dataGapResolver) Label(ctx context.Context, obj *criteria.DataGap, lang string) (string, error) {
	return worded(lang, obj.Code.Words()), nil
}

func (r *evidenceResolver) Code(ctx context.Context, obj *criteria.Evidence) (string, error) {
	return string(obj.Code), nil
}

func (r *evidenceResolver) Label(ctx context.Context, obj *criteria.Evidence, lang string) (string, error) {
	return worded(lang, obj.Code.Words()), nil
}

func (r *gridResolver) Title(ctx context.Context, obj *criteria.Grid, lang string) (string, error) {
	return inLanguage(lang, obj.Title.Fr, obj.Title.En), nil
}

func (r *gridResolver) Summary(ctx context.Context, obj *criteria.Grid, lang string) (string, error) {
	return inLanguage(lang, obj.Summary.Fr, obj.Summary.En), nil
}

func (r *gridResolver) Reference(ctx context.Context, obj *criteria.Grid, lang string) (string, error) {
	return inLanguage(lang, obj.Reference.Fr, obj.Reference.En), nil
}

func (r *gridAnswerResolver) Revision(ctx context.Context, obj *criteria.GridAnswer) (int32, error) {
	return int32(obj.Revision), nil
}

func (r *gridAnswerResolver) Answers(ctx context.Context, obj *criteria.GridAnswer, ids []string) ([]*criteria.Answer, error) {
	return answersOf(obj, ids)
}

func (r *gridHistoryResolver) Revision(ctx context.Context, obj *criteria.GridHistory) (int32, error) {
	return int32(obj.Revision), nil
}

func (r *gridHistoryResolver) Criteria(ctx context.Context, obj *criteria.GridHistory, ids []string) ([]*criteria.CriterionHistory, error) {
	return named(obj.Grid, obj.Criteria, ids, func(c *criteria.CriterionHistory) *criteria.Criterion { return c.Criterion })
}

func (r *missingFactsResolver) Code(ctx context.Context, obj *criteria.Gap) (string, error) {
	return string(obj.Code), nil
}

func (r *missingFactsResolver) Label(ctx context.Context, obj *criteria.Gap, lang string) (string, error) {
	return worded(lang, obj.Code.Words()), nil
}

func (r *mutationResolver) RecordAssessment(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Assessment], error) {
	return createRecord[*hub.Assessment](ctx, r.Resolver, hub.AssessmentNoun)
}

func (r *poleResolver) Grid(ctx context.Context, obj *hub.Pole, id string, at *string, from *string, to *string, groups analysis.Groups, thresholds []*criteria.Override) (*criteria.GridAnswer, error) {
	return r.grid(ctx, obj, "id", id, asked{at, from, to}, groups, thresholds)
}

func (r *poleResolver) Grids(ctx context.Context, obj *hub.Pole, ids []string, at *string, from *string, to *string, groups analysis.Groups) ([]*criteria.GridAnswer, error) {
	return r.grids(ctx, obj, ids, asked{at, from, to}, groups)
}

func (r *poleResolver) DataGaps(ctx context.Context, obj *hub.Pole, at *string, first int32) ([]*criteria.DataGap, error) {
	return r.dataGaps(ctx, obj, at, first)
}

func (r *queryResolver) Grids(ctx context.Context) ([]*criteria.Grid, error) {
	return criteria.Grids(), nil
}

func (r *queryResolver) GridHistory(ctx context.Context, pole string, grid string, from *string, to *string, groups analysis.Groups, thresholds []*criteria.Override) (*criteria.GridHistory, error) {
	return r.gridHistory(ctx, pole, grid, from, to, groups, thresholds)
}

func (r *Resolver) AnswerNote() generated.AnswerNoteResolver { return &answerNoteResolver{r} }

func (r *Resolver) Criterion() generated.CriterionResolver { return &criterionResolver{r} }

func (r *Resolver) DataGap() generated.DataGapResolver { return &dataGapResolver{r} }

func (r *Resolver) Evidence() generated.EvidenceResolver { return &evidenceResolver{r} }

func (r *Resolver) Grid() generated.GridResolver { return &gridResolver{r} }

func (r *Resolver) GridAnswer() generated.GridAnswerResolver { return &gridAnswerResolver{r} }

func (r *Resolver) GridHistory() generated.GridHistoryResolver { return &gridHistoryResolver{r} }

func (r *Resolver) MissingFacts() generated.MissingFactsResolver { return &missingFactsResolver{r} }

type (
	answerNoteResolver   struct{ *Resolver }
	criterionResolver    struct{ *Resolver }
	dataGapResolver      struct{ *Resolver }
	evidenceResolver     struct{ *Resolver }
	gridResolver         struct{ *Resolver }
	gridAnswerResolver   struct{ *Resolver }
	gridHistoryResolver  struct{ *Resolver }
	missingFactsResolver struct{ *Resolver }
)
