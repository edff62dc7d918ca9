package graph

import (
	"cmp"
	"context"
	"slices"

	"polehub/analysis"
	"polehub/graph/actor"
	"polehub/graph/load"
	"polehub/graph/relay"
	"polehub/hub"
)

// maxListedCliques is how many cliques are shown.
const maxListedCliques = 1000

// parts computes on a network and gives its nodes, which what was computed refers
// to by their index.
func parts(ctx context.Context, n *hub.PoleNetwork, compute func(*analysis.Network)) ([]*actor.NetworkNode, error) {
	if err := tooLarge(n, 0, ""); err != nil {
		return nil, err
	}
	if err := load.Compute(ctx, func() { compute(n.Network) }); err != nil {
		return nil, err
	}
	return actor.NetworkNodes(n), ctx.Err() // what was not computed in time is no answer
}

// partMeasures computes indicators with those of nodes.
func partMeasures(ctx context.Context, n *analysis.Network, ids ...analysis.Indicator) []analysis.Measure {
	return n.Measure(ctx, ids, analysis.Options{Nodes: true})
}

// group picks nodes by index.
func group(nodes []*actor.NetworkNode, members []int) []*actor.NetworkNode {
	out := make([]*actor.NetworkNode, len(members))
	for k, i := range members {
		out[k] = nodes[i]
	}
	return out
}

func groups(nodes []*actor.NetworkNode, lists [][]int) []*actor.NetworkGroup {
	out := make([]*actor.NetworkGroup, len(lists))
	for k, members := range lists {
		out[k] = &actor.NetworkGroup{Members: group(nodes, members)}
	}
	return out
}

func classMatrix(ctx context.Context, n *hub.PoleNetwork, by string) (*relay.ClassMatrix, error) {
	if err := tooLarge(n, 0, ""); err != nil {
		return nil, err
	}
	m := &relay.ClassMatrix{By: by}
	err := load.Compute(ctx, func() {
		for _, measure := range n.Network.Measure(ctx, []analysis.Indicator{analysis.Composition, analysis.BlockDensity}, analysis.Options{Attributes: []string{by}}) {
			m.Add(&measure)
		}
	})
	m.Finish()
	return m, cmp.Or(err, ctx.Err())
}

func components(ctx context.Context, n *hub.PoleNetwork) ([]*actor.NetworkGroup, error) {
	var found [][]int
	nodes, err := parts(ctx, n, func(a *analysis.Network) { found = a.Components() })
	if err != nil {
		return nil, err
	}
	return groups(nodes, found), nil
}

func corePeriphery(ctx context.Context, n *hub.PoleNetwork) (*actor.CorePeriphery, error) {
	var core analysis.Core
	var found bool
	var fit []analysis.Measure
	nodes, err := parts(ctx, n, func(a *analysis.Network) {
		if core, found = a.Core(ctx); found {
			fit = partMeasures(ctx, a, analysis.CorePeripheryFit)
		}
	})
	if err != nil || !found {
		return nil, err
	}
	out := &actor.CorePeriphery{Core: group(nodes, core.Members), Fit: &fit[0], Starts: core.Starts, Reached: core.Reached}
	for i, node := range nodes {
		if !slices.Contains(core.Members, i) {
			out.Periphery = append(out.Periphery, node)
		}
	}
	return out, nil
}

func cliques(ctx context.Context, n *hub.PoleNetwork) ([]*actor.NetworkGroup, error) {
	var found [][]int
	var ok bool
	nodes, err := parts(ctx, n, func(a *analysis.Network) { found, ok = a.Cliques() })
	if err != nil || !ok || len(nodes) == 0 {
		return nil, err
	}
	if len(found) > maxListedCliques {
		return nil, hub.Invalid("", "the network has %d cliques: at most %d are shown", len(found), maxListedCliques)
	}
	return groups(nodes, found), nil
}

func communities(ctx context.Context, n *hub.PoleNetwork) (*actor.Communities, error) {
	var found analysis.Communities
	var ok bool
	var modularity []analysis.Measure
	nodes, err := parts(ctx, n, func(a *analysis.Network) {
		if found, ok, _ = a.Communities(ctx, 0); ok { // parts tells of a context that ended
			modularity = partMeasures(ctx, a, analysis.CommunityModularity)
		}
	})
	if err != nil || !ok {
		return nil, err
	}
	out := &actor.Communities{Modularity: &modularity[0], Searches: found.Searches}
	lists := make([][]int, 1+slices.Max(found.Of))
	for i, c := range found.Of {
		lists[c] = append(lists[c], i)
	}
	out.Groups = groups(nodes, lists)
	return out, nil
}

func bridges(ctx context.Context, n *hub.PoleNetwork) ([]*actor.Bridge, error) {
	var found []analysis.Bridge
	nodes, err := parts(ctx, n, func(a *analysis.Network) { found = a.Bridges() })
	if err != nil {
		return nil, err
	}
	out := make([]*actor.Bridge, len(found))
	for k, b := range found {
		out[k] = &actor.Bridge{From: nodes[b.From], To: nodes[b.To], PartedPairs: b.Parted}
	}
	return out, nil
}

// ofNodes gives measures of nodes by indicator and index; nil for those that no
// node has.
func ofNodes(a *analysis.Network, measures []analysis.Measure) map[analysis.Indicator][]*analysis.Measure {
	out := map[analysis.Indicator][]*analysis.Measure{}
	for k := range measures {
		if m := &measures[k]; m.Scope.Kind == analysis.ScopeNode {
			if out[m.ID] == nil {
				out[m.ID] = make([]*analysis.Measure, a.N())
			}
			i, _ := a.Index(m.Scope.Keys[0])
			out[m.ID][i] = m
		}
	}
	return out
}

func articulationPoints(ctx context.Context, n *hub.PoleNetwork) ([]*actor.ArticulationPoint, error) {
	var added []*analysis.Measure
	nodes, err := parts(ctx, n, func(a *analysis.Network) {
		added = ofNodes(a, partMeasures(ctx, a, analysis.ArticulationPoints))[analysis.ArticulationPoints]
	})
	if err != nil {
		return nil, err
	}
	out := []*actor.ArticulationPoint{}
	for i, m := range added {
		if *m.Value > 0 {
			out = append(out, &actor.ArticulationPoint{Member: nodes[i], Added: m})
		}
	}
	slices.SortStableFunc(out, func(x, y *actor.ArticulationPoint) int { return cmp.Compare(*y.Added.Value, *x.Added.Value) })
	return out, nil
}

func removals(ctx context.Context, n *hub.PoleNetwork, first int32) ([]*actor.Removal, error) {
	if first < 1 || first > maxPage {
		return nil, hub.Invalid("first", "%d is not between 1 and %d", first, maxPage)
	}
	var effects map[analysis.Indicator][]*analysis.Measure
	nodes, err := parts(ctx, n, func(a *analysis.Network) {
		effects = ofNodes(a, partMeasures(ctx, a, analysis.RemovalEffectF, analysis.RemovalEffectDF))
	})
	f, df := effects[analysis.RemovalEffectF], effects[analysis.RemovalEffectDF]
	if err != nil || f == nil || df == nil { // too few nodes, or too many
		return []*actor.Removal{}, err
	}
	out := make([]*actor.Removal, len(nodes))
	for i, node := range nodes {
		out[i] = &actor.Removal{Member: node, Fragmentation: f[i], Breadth: df[i]}
	}
	slices.SortStableFunc(out, func(x, y *actor.Removal) int {
		return cmp.Or(cmp.Compare(*y.Fragmentation.Value, *x.Fragmentation.Value), cmp.Compare(*y.Breadth.Value, *x.Breadth.Value))
	})
	return out[:min(int(first), len(out))], nil
}

func keyPlayers(ctx context.Context, n *hub.PoleNetwork) ([]*actor.KeyPlayers, error) {
	var found []analysis.Measure
	nodes, err := parts(ctx, n, func(a *analysis.Network) {
		found = partMeasures(ctx, a, analysis.KeyPlayerNegF, analysis.KeyPlayerNegDF)
	})
	if err != nil {
		return nil, err
	}
	out := make([]*actor.KeyPlayers, len(found))
	for k := range found {
		out[k] = &actor.KeyPlayers{Criterion: found[k].ID, Left: &found[k]}
		for _, id := range found[k].Scope.Keys {
			i, _ := n.Network.Index(id)
			out[k].Members = append(out[k].Members, nodes[i])
		}
	}
	return out, nil
}
