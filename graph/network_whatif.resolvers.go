package graph

import (
	"context"
	"polehub/analysis"
	"polehub/graph/generated"
	"polehub/hub"
)

func (r *queryResolver) WhatIf(ctx context.Context, pole string, remove []string, add []*hub.NewTie, projection map[string]any) (*hub.WhatIf, error) {
	return r.whatIf(ctx, pole, remove, add)
}

func (r *whatIfResolver) Measures(ctx context.Context, obj *hub.WhatIf, ids []analysis.Indicator, by []string, nodes bool) ([]*analysis.Contrast, error) {
	return supposed(ctx, obj, ids, analysis.Options{Attributes: by, Nodes: nodes})
}

func (r *Resolver) WhatIf() generated.WhatIfResolver { return &whatIfResolver{r} }

type whatIfResolver struct{ *Resolver }
