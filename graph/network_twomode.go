package graph

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"iter"

	"polehub/analysis"
	"polehub/graph/load"
	"polehub/graph/relay"
	"polehub/hub"
)

// twoMode gives who takes part in what in a pole, read for all sibling poles together.
func (r *Resolver) twoMode(ctx context.Context, pole *hub.Pole, columns hub.TwoModeColumns) (*hub.PoleTwoMode, error) {
	return projected(ctx, pole, "two-mode "+string(columns), func(ids []hub.ID, p analysis.Projection) ([]*hub.PoleTwoMode, error) {
		return r.hub.TwoModes(ctx, ids, columns, p)
	})
}

// layers gives the types of ties of a pole, read for all sibling poles together.
func (r *Resolver) layers(ctx context.Context, pole *hub.Pole) (*hub.PoleLayers, error) {
	return projected(ctx, pole, "layers", func(ids []hub.ID, p analysis.Projection) ([]*hub.PoleLayers, error) {
		return r.hub.LayersOf(ctx, ids, p)
	})
}

// projected makes something of the projection asked for, for all sibling poles together.
func projected[T any](ctx context.Context, pole *hub.Pole, what string, build func([]hub.ID, analysis.Projection) ([]*T, error)) (*T, error) {
	p, err := projection(ctx)
	if err != nil {
		return nil, err
	}
	// A struct of texts, lists and numbers always encodes.
	key, _ := json.Marshal(p)
	all, err := load.PerCohort(ctx, pole, what+" "+string(key), func(ids []hub.ID) (map[hub.ID]*T, error) {
		list, err := build(ids, p)
		return byPole(ids, list), err
	})
	return all[pole.ID], err
}

// twoModeTooLarge refuses two-mode networks with too many nodes, and lists of one that
// would have too many items.
func twoModeTooLarge(n *hub.PoleTwoMode, items int64) error {
	if nodes := len(n.TwoMode.Rows()) + len(n.TwoMode.Columns()); nodes > maxNetwork {
		return hub.Invalid("", "the two-mode network of %s has %d nodes: at most %d are shown", n.PoleID, nodes, maxNetwork)
	}
	if items > maxPairs {
		return hub.Invalid("", "the two-mode network of %s has %d pairs: at most %d are shown", n.PoleID, items, maxPairs)
	}
	return nil
}

// pairsOf makes a list of rows and columns by their ids.
func pairsOf[T any](n *hub.PoleTwoMode, count int64, pairs iter.Seq2[int, int], of func(row, column hub.ID) *T) ([]*T, error) {
	if err := twoModeTooLarge(n, count); err != nil {
		return nil, err
	}
	rows, columns := n.TwoMode.Rows(), n.TwoMode.Columns()
	out := make([]*T, 0, count)
	for i, j := range pairs {
		out = append(out, of(hub.ID(rows[i]), hub.ID(columns[j])))
	}
	return out, nil
}

func twoModeTies(n *hub.PoleTwoMode) ([]*relay.NetworkTie, error) {
	return pairsOf(n, int64(n.TwoMode.M()), n.TwoMode.Ties(), func(row, column hub.ID) *relay.NetworkTie {
		return &relay.NetworkTie{From: row, To: column, Weight: 1}
	})
}

func twoModeUnknown(n *hub.PoleTwoMode) ([]*relay.NetworkPair, error) {
	return pairsOf(n, n.TwoMode.PairsUnknown(), n.TwoMode.UnknownPairs(), func(row, column hub.ID) *relay.NetworkPair {
		return &relay.NetworkPair{From: row, To: column}
	})
}

func twoModeMeasures(ctx context.Context, n *hub.PoleTwoMode, ids []analysis.Indicator, opts analysis.Options) ([]*analysis.Measure, error) {
	if err := twoModeTooLarge(n, 0); err != nil {
		return nil, err
	}
	if err := checkReplicates(opts.Replicates); err != nil {
		return nil, err
	}
	return measured(ctx, analysis.SubjectTwoMode, ids, func() []analysis.Measure {
		return n.TwoMode.Measure(ctx, ids, opts)
	})
}

func layerMeasures(ctx context.Context, n *hub.PoleLayers, ids []analysis.Indicator, opts analysis.Options) ([]*analysis.Measure, error) {
	if nodes := n.Layers.Union().N(); nodes > maxNetwork {
		return nil, hub.Invalid("", "the network of %s has %d nodes: at most %d are shown", n.PoleID, nodes, maxNetwork)
	}
	if err := checkReplicates(opts.Replicates); err != nil {
		return nil, err
	}
	return measured(ctx, analysis.SubjectLayers, ids, func() []analysis.Measure { return n.Layers.Measure(ctx, ids, opts) })
}

func relationsOf(n *hub.PoleLayers) []hub.TieType {
	var types []hub.TieType
	for _, code := range n.Layers.Relations() {
		types = append(types, hub.TieType(code))
	}
	return types
}

// regression explains one type of ties by others and by common classes.
func regression(ctx context.Context, n *hub.PoleLayers, of hub.TieType, on []hub.TieType, sameClass []string, opts analysis.Options) (*analysis.Regression, error) {
	if err := checkReplicates(opts.Replicates); err != nil {
		return nil, err
	}
	var predictors []analysis.Predictor
	for _, t := range on {
		predictors = append(predictors, analysis.Predictor{Relation: string(t)})
	}
	for _, by := range sameClass {
		predictors = append(predictors, analysis.Predictor{Attribute: by})
	}
	var r analysis.Regression
	var refused error
	err := load.Compute(ctx, func() { r, refused = n.Layers.Regress(ctx, string(of), predictors, opts) })
	if bad, ok := errors.AsType[*analysis.InputError](refused); ok {
		field := map[string]string{"dependent": "of"}[bad.Field]
		return nil, hub.Invalid(cmp.Or(field, bad.Field), "%s", bad.Error())
	}
	return &r, err
}
