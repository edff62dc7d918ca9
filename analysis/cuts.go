package analysis

import (
	"cmp"
	"slices"
)

// Bridge is a tie that is the only way between two sides of a network, by node
// index with From < To. Parted is the number of pairs of nodes that could no longer
// reach each other without it.
type Bridge struct {
	From, To int
	Parted   int64
}

// Bridges returns the bridges of the underlying undirected network, in order of
// From, then To.
func (n *Network) Bridges() []Bridge {
	c := newCuts(n.N())
	c.search(n.under)
	slices.SortFunc(c.bridges, func(a, b Bridge) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	return c.bridges
}

// cuts is one depth-first search for what holds a network together (Hopcroft &
// Tarjan 1973), without recursion. Nodes are visited in order, so that a subtree
// that cannot get round its root v is a piece of its own once v is gone.
type cuts struct {
	index, low    []int32 // order of the visit, from 1; first visit that the subtree gets back to
	at, up        []int32 // the next tie to follow; the node it was visited from
	size          []int32 // nodes in the subtree
	loose         []int64 // nodes in the pieces that come loose below
	path, visited []int32
	component     []int32 // by node, the size of its component

	bridges []Bridge
	more    []int32 // components that its loss adds, 0 for an isolate
	joined  []int64 // ordered pairs of its component that stay joined without it
	whole   int64   // ordered pairs joined in the network
}

func newCuts(n int) *cuts {
	ints, longs := make([]int32, 9*n), make([]int64, 2*n)
	part := func(k int) []int32 { return ints[k*n : (k+1)*n : (k+1)*n] }
	return &cuts{
		index: part(0), low: part(1), at: part(2), up: part(3), size: part(4),
		path: part(5)[:0], visited: part(6)[:0], component: part(7), more: part(8),
		loose: longs[:n:n], joined: longs[n:],
	}
}

// search finds the cuts of symmetric rows.
func (c *cuts) search(r rows) {
	c.bridges, c.visited, c.whole = c.bridges[:0], c.visited[:0], 0
	clear(c.index)
	clear(c.more)
	clear(c.loose)
	clear(c.joined)
	for root := range int32(len(c.index)) {
		if c.index[root] != 0 {
			continue
		}
		first, bridges := len(c.visited), len(c.bridges)
		c.visit(root, -1, r)
		for len(c.path) > 0 {
			c.step(r)
		}
		c.finish(root, c.visited[first:], c.bridges[bridges:])
	}
}

func (c *cuts) visit(v, up int32, r rows) {
	c.visited = append(c.visited, v)
	c.path = append(c.path, v)
	c.index[v] = int32(len(c.visited))
	c.low[v], c.at[v], c.up[v], c.size[v] = c.index[v], r.off[v], up, 1
}

// step follows one tie of the last node of the path, or leaves that node.
func (c *cuts) step(r rows) {
	v := c.path[len(c.path)-1]
	if c.at[v] < r.off[v+1] {
		w := r.adj[c.at[v]]
		c.at[v]++
		switch {
		case c.index[w] == 0:
			c.visit(w, v, r)
		case w != c.up[v]:
			c.low[v] = min(c.low[v], c.index[w])
		}
		return
	}
	c.path = c.path[:len(c.path)-1]
	if u := c.up[v]; u >= 0 {
		c.low[u] = min(c.low[u], c.low[v])
		c.size[u] += c.size[v]
		if c.low[v] >= c.index[u] { // without u, what is below v is a piece
			c.more[u]++
			c.loose[u] += int64(c.size[v])
			c.joined[u] += ordered(int64(c.size[v]))
		}
		if c.low[v] > c.index[u] {
			c.bridges = append(c.bridges, Bridge{From: int(min(u, v)), To: int(max(u, v)), Parted: int64(c.size[v])})
		}
	}
}

// finish completes what depends on the size of a component.
func (c *cuts) finish(root int32, members []int32, bridges []Bridge) {
	all := int64(len(members))
	c.whole += ordered(all)
	c.more[root] = max(c.more[root]-1, 0) // its last piece takes the place of the component
	for _, v := range members {
		c.component[v] = int32(all)
		if rest := all - 1 - c.loose[v]; rest > 0 {
			c.joined[v] += ordered(rest)
		}
	}
	for k := range bridges {
		bridges[k].Parted *= all - bridges[k].Parted
	}
}

// ordered is the number of ordered pairs among s nodes.
func ordered(s int64) int64 { return s * (s - 1) }

// effect is the change of the fragmentation when node v leaves; n is at least 3.
func (c *cuts) effect(v int) float64 {
	n := int64(len(c.index))
	left := c.whole - ordered(int64(c.component[v])) + c.joined[v]
	return float64(c.whole)/float64(ordered(n)) - float64(left)/float64(ordered(n-1))
}

// points counts the articulation points.
func (c *cuts) points() (count int) {
	for _, more := range c.more {
		if more > 0 {
			count++
		}
	}
	return count
}

// cuts is the search of the observed ties.
func (r *run) cuts() *cuts {
	if r.cut == nil {
		r.cut = newCuts(r.n.N())
		r.cut.search(r.n.under)
	}
	return r.cut
}

// cutting gives the number of bridges, or of articulation points with the
// components that the loss of each node adds.
func (r *run) cutting(id Indicator) {
	if r.n.N() == 0 {
		r.nodeBorder(Undefined, NoNodes)
		return
	}
	m := r.start(Scope{Kind: ScopeNetwork})
	c, at := r.cuts(), 0
	if id == Bridges {
		m.value(float64(len(c.bridges)))
	} else {
		m.value(float64(c.points()))
		at = 1
	}
	r.enumerate(&m, cutFamily, at)
	r.add(m)
	if id == ArticulationPoints && r.nodes {
		nodes := column{values: floats(c.more), method: Enumerated}
		r.enumerateNodes(&nodes, cutFamily, 2)
		r.column(nodes)
	}
}

// cuts puts the numbers of bridges and articulation points, then by node the
// components that its loss adds, then its effect on the fragmentation.
func (s *scratch) cuts() {
	n := s.net.n
	if s.cut == nil {
		s.cut = newCuts(n)
	}
	s.out.fill(s.net.under[:n])
	s.cut.search(s.out)
	s.put(float64(len(s.cut.bridges)))
	s.put(float64(s.cut.points()))
	for _, more := range s.cut.more {
		s.put(float64(more))
	}
	for v := range n {
		if n < 3 {
			s.put(0) // nobody asks
		} else {
			s.put(s.cut.effect(v))
		}
	}
}
