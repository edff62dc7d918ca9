package actor

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"polehub/analysis"
	"polehub/graph/load"
	"polehub/graph/relay"
	"polehub/hub"
)

// NetworkNode is a member in a network.
type NetworkNode struct {
	ID           hub.ID
	Organisation Organisation
	Degree       int
	Classes      []*relay.NodeClass

	columns *columns
	index   int
}

// NetworkNodes gives the nodes of a network, by id.
func NetworkNodes(n *hub.PoleNetwork) []*NetworkNode {
	members := make(map[hub.ID]*hub.Organisation, len(n.Members))
	for _, o := range n.Members {
		members[o.ID] = o
	}
	attributes := n.Network.Attributes()
	c := &columns{network: n.Network, known: map[string][][]*analysis.Measure{}}
	nodes := make([]*NetworkNode, n.Network.N())
	for i := range nodes {
		id := hub.ID(n.Network.ID(i))
		nodes[i] = &NetworkNode{ID: id, Organisation: Of(members[id]), Degree: n.Network.Degree(i), columns: c, index: i}
		for _, by := range attributes {
			nodes[i].Classes = append(nodes[i].Classes, &relay.NodeClass{By: by, Class: hub.Text(n.Network.Class(by, i))})
		}
	}
	return nodes
}

// Measures are indicators of the member.
func (n *NetworkNode) Measures(ctx context.Context, ids []analysis.Indicator, by []string) ([]*analysis.Measure, error) {
	all, err := n.columns.of(ctx, ids, by)
	if err != nil {
		return nil, err
	}
	return all[n.index], nil
}

// columns are the measures of all nodes of a network, computed together by
// whoever asks first.
type columns struct {
	network *analysis.Network
	mu      sync.Mutex
	known   map[string][][]*analysis.Measure // by question, then by node
}

func (c *columns) of(ctx context.Context, ids []analysis.Indicator, by []string) ([][]*analysis.Measure, error) {
	for _, id := range ids {
		if d, _ := analysis.DefinitionOf(id); !slices.Contains(d.Scopes, analysis.ScopeNode) {
			return nil, hub.Invalid("ids", "%s has no values of single members: ask the network for it", id)
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	question := fmt.Sprintf("%q %q", ids, by)
	if all, ok := c.known[question]; ok {
		return all, nil
	}
	all := make([][]*analysis.Measure, c.network.N())
	if len(ids) > 0 {
		if err := load.Compute(ctx, func() { c.compute(ctx, all, ids, by) }); err != nil {
			return nil, err
		}
	}
	c.known[question] = all
	return all, ctx.Err()
}

// compute puts the measures of nodes where they belong. What no node has, such as
// of a network too large, stands at all of them with its reason.
func (c *columns) compute(ctx context.Context, all [][]*analysis.Measure, ids []analysis.Indicator, by []string) {
	measures := c.network.Measure(ctx, ids, analysis.Options{Attributes: by, Nodes: true})
	type column struct {
		id analysis.Indicator
		by string
	}
	given := map[column]bool{}
	for k := range measures {
		if m := &measures[k]; m.Scope.Kind == analysis.ScopeNode {
			i, _ := c.network.Index(m.Scope.Keys[0])
			all[i] = append(all[i], m)
			given[column{m.ID, m.Scope.Attribute}] = true
		}
	}
	for k := range measures {
		if m := &measures[k]; m.Value == nil && !given[column{m.ID, m.Scope.Attribute}] {
			for i := range all {
				all[i] = append(all[i], m)
			}
		}
	}
}
