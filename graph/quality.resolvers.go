package graph

import (
	"context"
	"polehub/graph/generated"
	"polehub/graph/relay"
	"polehub/hub/quality"
)

func (r *hubResolver) Quality(ctx context.Context, obj *relay.Hub) (*quality.Report, error) {
	return r.checker.Report(ctx)
}

func (r *qualityResolver) Revision(ctx context.Context, obj *quality.Report) (int32, error) {
	return int32(obj.Revision), nil
}

func (r *qualityResolver) Counts(ctx context.Context, obj *quality.Report, severities []quality.Severity, codes []string) ([]*quality.Count, error) {
	return countsOf(obj, severities, codes)
}

func (r *qualityResolver) Findings(ctx context.Context, obj *quality.Report, severities []quality.Severity, codes []string, first int32, skip int32) ([]*quality.Finding, error) {
	return findingsOf(obj, severities, codes, first, skip)
}

func (r *qualityRuleResolver) Code(ctx context.Context, obj *quality.Rule) (string, error) {
	return string(obj.Code), nil
}

func (r *qualityRuleResolver) Noun(ctx context.Context, obj *quality.Rule) (*string, error) {
	return nounOf(obj), nil
}

func (r *qualityRuleResolver) Name(ctx context.Context, obj *quality.Rule, lang string) (string, error) {
	return inLanguage(lang, obj.Name.French, obj.Name.English), nil
}

func (r *qualityRuleResolver) Fix(ctx context.Context, obj *quality.Rule, lang string) (string, error) {
	return inLanguage(lang, obj.Fix.French, obj.Fix.English), nil
}

func (r *Resolver) Quality() generated.QualityResolver { return &qualityResolver{r} }

func (r *Resolver) QualityRule() generated.QualityRuleResolver { return &qualityRuleResolver{r} }

type (
	qualityResolver     struct{ *Resolver }
	qualityRuleResolver struct{ *Resolver }
)
