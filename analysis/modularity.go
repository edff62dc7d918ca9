package analysis

import (
	"cmp"
	"math"
	"slices"
)

// maxSteps limits the exact search for communities to about a tenth of a second.
const maxSteps = 500_000

// affinity holds by how much each pair of nodes in one community raises the
// modularity of a division: W·w(i,j) − k(i)·k(j), in units of W²/2, where k are the
// strengths of the nodes and W is their sum. Whole weights make whole numbers, so that
// two divisions are compared exactly as long as W² is below 2^53.
type affinity struct {
	n     int
	pair  []float64
	slack float64 // how close gains of equal divisions come; 0 for whole numbers
}

// affinityOf reads a component.
func (l *layer) affinityOf(nodes []int32) affinity {
	n := len(nodes)
	a := affinity{n: n, pair: make([]float64, n*n)}
	if l.weights != nil {
		a.slack = equal * l.total * l.total
	}
	at := make(map[int32]int, n)
	for i, v := range nodes {
		at[v] = i
	}
	for i, v := range nodes {
		for j, u := range nodes {
			a.pair[i*n+j] = -float64(l.strength[v] * l.strength[u])
		}
		for k := l.off[v]; k < l.off[v+1]; k++ {
			a.pair[i*n+at[l.adj[k]]] += float64(l.total * l.weight(k))
		}
	}
	return a
}

// heaviestFirst sorts the nodes by what is at stake with them, which makes the bounds
// of the exact search tight early.
func (a affinity) heaviestFirst() []int {
	order, stake := make([]int, a.n), make([]float64, a.n)
	for v := range a.n {
		order[v] = v
		for _, p := range a.pair[v*a.n : (v+1)*a.n] {
			stake[v] += math.Abs(p)
		}
	}
	slices.SortStableFunc(order, func(v, u int) int { return cmp.Compare(stake[u], stake[v]) })
	return order
}

// partitions searches all partitions of a set by branch and bound. Nodes are placed
// in a fixed order, each into a community that there is or a new one (restricted
// growth), with a running gain. What is left can add at most, by node, its best link
// to the communities there are and, among themselves, the optimum of the nodes left
// alone, which is known because the search starts with the last node and takes one
// more at a time (Russian doll search, Verfaillie et al. 1996).
type partitions struct {
	affinity           // in the order of the search
	rest     []float64 // optimum of the nodes from each on
	link     []float64 // by node and community
	saved    []float64 // links before a node was placed
	of       []int8
	order    []int
	best     float64
	every    bool // keep all that are as good as best
	steps    int

	optima int
	shown  []int8 // by node, communities in the order of their first node
}

// optimum finds the partitions of highest gain and counts them, unless that takes more
// than the steps there are. It shows the one with the fewest communities, and then the
// first by the communities of its nodes.
func (a affinity) optimum(steps int) *partitions {
	n := a.n
	p := &partitions{
		affinity: affinity{n: n, pair: make([]float64, n*n), slack: a.slack}, order: a.heaviestFirst(), steps: steps,
		rest: make([]float64, n+1), link: make([]float64, n*n), saved: make([]float64, n*n), of: make([]int8, n),
	}
	for i, v := range p.order {
		for j, u := range p.order {
			p.pair[i*n+j] = a.pair[v*n+u]
		}
	}
	for first := n - 1; first >= 0 && p.steps > 0; first-- {
		p.best = p.rest[first+1]
		p.place(first, 0, 0)
		p.rest[first] = p.best
	}
	p.every = true
	p.place(0, 0, 0)
	return p
}

// place puts node i and those after it; used communities there are already.
func (p *partitions) place(i, used int, gain float64) {
	if i == p.n {
		p.reach(gain)
		return
	}
	column := p.saved[i*p.n : (i+1)*p.n]
	for c := range used + 1 {
		if p.steps--; p.steps <= 0 {
			return
		}
		if c == used {
			for v := i; v < p.n; v++ {
				p.link[v*p.n+c] = 0
			}
		}
		p.of[i] = int8(c)
		now := max(used, c+1)
		bound := gain + p.link[i*p.n+c] + p.rest[i+1]
		for v := i + 1; v < p.n; v++ {
			links := p.link[v*p.n : v*p.n+now]
			column[v] = links[c]
			links[c] += p.pair[i*p.n+v]
			bound += max(0, slices.Max(links))
		}
		if bound > p.best+p.slack || p.every && bound >= p.best-p.slack {
			p.place(i+1, now, gain+p.link[i*p.n+c])
		}
		for v := i + 1; v < p.n; v++ {
			p.link[v*p.n+c] = column[v]
		}
	}
}

// reach keeps a partition that is better, or one of all that are as good.
func (p *partitions) reach(gain float64) {
	if !p.every {
		p.best = max(p.best, gain)
		return
	}
	if gain < p.best-p.slack {
		return
	}
	p.optima++
	found := make([]int8, p.n)
	for i, v := range p.order {
		found[v] = p.of[i]
	}
	if found = inOrderOfFirst(found); p.shown == nil || before(found, p.shown) {
		p.shown = found
	}
}

// before orders partitions by their number of communities, then by the communities of
// their nodes.
func before(a, b []int8) bool {
	if x, y := slices.Max(a), slices.Max(b); x != y {
		return x < y
	}
	return slices.Compare(a, b) < 0
}

// inOrderOfFirst numbers communities in the order of their first node.
func inOrderOfFirst[T int8 | int32](of []T) []T {
	number := make([]T, len(of))
	next := T(0)
	for v, c := range of {
		if number[c] == 0 {
			next++
			number[c] = next
		}
		of[v] = number[c] - 1
	}
	return of
}
