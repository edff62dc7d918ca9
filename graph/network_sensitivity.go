package graph

import (
	"cmp"
	"context"
	"fmt"

	"polehub/analysis"
	"polehub/graph/actor"
	"polehub/graph/load"
	"polehub/hub"
)

// Limits of one field that measures a network without some of its members.
const (
	maxMoved  = 20 // indicators
	maxLosses = 5  // percentages
)

// checkMoved refuses what a field that leaves out members cannot be asked for.
func checkMoved(n *hub.PoleNetwork, ids []analysis.Indicator) error {
	if len(ids) == 0 || len(ids) > maxMoved {
		return hub.Invalid("ids", "must name 1 to %d indicators, not %d", maxMoved, len(ids))
	}
	return cmp.Or(tooLarge(n, 0, ""), onlyOf(analysis.SubjectNetwork, ids))
}

func sensitivity(ctx context.Context, n *hub.PoleNetwork, ids []analysis.Indicator, lost []int32, opts analysis.Options) ([]*analysis.Loss, error) {
	if len(lost) == 0 || len(lost) > maxLosses {
		return nil, hub.Invalid("lost", "must name 1 to %d percentages, not %d", maxLosses, len(lost))
	}
	percentages := make([]int, len(lost))
	for i, percent := range lost {
		if percentages[i] = int(percent); percent < 1 || percent > 99 {
			return nil, hub.Invalid(fmt.Sprintf("lost[%d]", i), "%d is not between 1 and 99", percent)
		}
	}
	if err := cmp.Or(checkMoved(n, ids), checkReplicates(opts.Replicates)); err != nil {
		return nil, err
	}
	var list []analysis.Loss
	var err error
	if computed := load.Compute(ctx, func() { list, err = n.Network.Sensitivity(ctx, ids, percentages, opts) }); computed != nil {
		return nil, computed
	}
	out := make([]*analysis.Loss, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out, err
}

// wholeMeasure is the measure of a loss; nil for a ranking of members.
func wholeMeasure(l *analysis.Loss) *analysis.Measure {
	if l.Measure.Scope.Kind == analysis.ScopeNode {
		return nil
	}
	return l.Measure
}

func leaveOneOut(ctx context.Context, n *hub.PoleNetwork, ids []analysis.Indicator, by []string) ([]*actor.LeftOut, error) {
	if err := checkMoved(n, ids); err != nil {
		return nil, err
	}
	var list []analysis.LeftOut
	var failed error
	nodes, err := parts(ctx, n, func(n *analysis.Network) {
		list, failed = n.LeaveOneOut(ctx, ids, analysis.Options{Attributes: by})
	})
	if err = cmp.Or(err, failed); err != nil {
		return nil, err
	}
	node := func(id string) *actor.NetworkNode {
		if i, ok := n.Network.Index(id); ok {
			return nodes[i]
		}
		return nil
	}
	out := make([]*actor.LeftOut, len(list))
	for i, x := range list {
		out[i] = &actor.LeftOut{
			Measure: x.Measure, Lowest: x.Lowest, Highest: x.Highest, Undefined: x.Undefined,
			LowestWithout: node(x.LowestWithout), HighestWithout: node(x.HighestWithout),
		}
	}
	return out, nil
}
