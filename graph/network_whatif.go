package graph

import (
	"context"
	"fmt"

	"polehub/analysis"
	"polehub/graph/load"
	"polehub/hub"
)

func (r *Resolver) whatIf(ctx context.Context, pole string, remove []string, add []*hub.NewTie) (*hub.WhatIf, error) {
	id, err := hub.ParseID(pole)
	if err != nil {
		return nil, inArgument(err, "pole")
	}
	var s hub.Supposition
	for i, text := range remove {
		gone, err := hub.ParseID(text)
		if err != nil {
			return nil, inArgument(err, fmt.Sprintf("remove[%d]", i))
		}
		s.Remove = append(s.Remove, gone)
	}
	for _, t := range add {
		s.Add = append(s.Add, *t)
	}
	p, err := projection(ctx)
	if err != nil {
		return nil, err
	}
	w, err := r.hub.WhatIf(ctx, id, s, p)
	if err != nil || w == nil {
		return nil, err
	}
	load.Join(ctx, w.Before.Members)
	load.Join(ctx, w.After.Members)
	return w, nil
}

// supposed measures a network as it is and as it would be.
func supposed(ctx context.Context, w *hub.WhatIf, ids []analysis.Indicator, opts analysis.Options) ([]*analysis.Contrast, error) {
	return contrasts(ctx, w.Before, w.After, ids, opts, func(ctx context.Context, ids []analysis.Indicator, opts analysis.Options) []analysis.Contrast {
		return analysis.Compare(ctx, w.Before.Network, w.After.Network, ids, opts)
	})
}
