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

// changes computes indicators on two networks.
func changes(ctx context.Context, before, after *hub.PoleNetwork, ids []analysis.Indicator, opts analysis.Options) ([]*hub.MeasureChange, error) {
	for _, n := range []*hub.PoleNetwork{before, after} {
		if err := tooLarge(n, 0, ""); err != nil {
			return nil, err
		}
	}
	if ids != nil && len(ids) == 0 {
		return nil, nil
	}
	var out []*hub.MeasureChange
	err := load.Compute(ctx, func() {
		out = hub.PairMeasures(before.Network.Measure(ctx, ids, opts), after.Network.Measure(ctx, ids, opts))
	})
	return out, err
}
