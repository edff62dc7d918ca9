package analysis

import (
	"cmp"
	"math/bits"
	"slices"
)

// maxLubness is the largest network for least upper boundedness, which takes n³/64.
const maxLubness = 4096

// krackhardt computes the three dimensions of hierarchy.
func (r *run) krackhardt(id Indicator) {
	m := r.start(Scope{Kind: ScopeNetwork})
	n := r.n.N()
	switch {
	case n == 0:
		m.undefined(NoNodes)
	case id == KrackhardtEfficiency:
		p := r.n.pieces(false)
		give(&m, efficiency(int64(n), int64(r.n.M()), &p, r.n.directed), NoVariation)
		r.enumerate(&m, efficiencyFamily, 0)
	case !r.needsArcs(&m):
	case id == KrackhardtHierarchy && !r.affordable(true) || id == KrackhardtLubness && n > maxLubness:
		m.tooLarge()
	case id == KrackhardtHierarchy:
		component, count := r.n.ties.strong()
		size := make([]int64, count)
		for _, c := range component {
			size[c]++
		}
		mutual := int64(0)
		for _, s := range size {
			mutual += s * (s - 1) / 2
		}
		give(&m, hierarchy(r.distances(true).pairs(), mutual), NoTies)
		r.enumerate(&m, arcDistanceFamily, 2)
	default:
		give(&m, lubness(r.n.ties), TooFewNodes)
		r.enumerate(&m, lubnessFamily, 0)
	}
	r.add(m)
}

// fraction is a ratio of counts, undefined when den is 0.
type fraction struct{ num, den int64 }

// give gives a measure a ratio of counts, or the reason for its denominator of 0.
func give(m *Measure, f fraction, why Reason) {
	if f.den == 0 {
		m.undefined(why)
	} else {
		m.ratio(f.num, f.den)
	}
}

// efficiency counts the ties that could go without cutting anybody off: none of
// what the components can hold beyond a tree gives 1.
func efficiency(n, ties int64, p *pieces, directed bool) fraction {
	tree := n - int64(p.count)
	most := p.joined
	if !directed {
		most /= 2
	}
	return fraction{most - ties, most - tree}
}

// hierarchy is what is not mutual among the pairs of which one reaches the other.
func hierarchy(reachable, mutual int64) fraction {
	return fraction{reachable - 2*mutual, reachable - mutual}
}

// lubness counts the pairs of a weak component that have no least upper bound. The
// upper bounds of a pair are the nodes that reach both; whoever reaches one of them
// is one as well, so the least of them is reached by as many nodes as there are.
// With the nodes in order of how many reach them, it can only be the first.
func lubness(arcs rows) fraction {
	n := len(arcs.off) - 1
	stride := (n + 63) / 64
	reach := arcs.reachedBy(stride)
	count := make([]int, n)
	order := make([]int32, n)
	for v := range n {
		order[v] = int32(v)
		for _, w := range reach[v*stride : (v+1)*stride] {
			count[v] += bits.OnesCount64(w)
		}
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	sorted := make([]uint64, n*stride) // the same sets, with nodes in this order
	for a, v := range order {
		for b, w := range order {
			if reach[int(v)*stride+int(w)>>6]>>(uint(w)&63)&1 == 1 {
				sorted[a*stride+b>>6] |= 1 << (uint(b) & 63)
			}
		}
	}
	component := arcs.weak()
	size := make([]int64, n)
	for _, c := range component {
		size[c]++
	}
	var f fraction
	for _, s := range size {
		if s > 2 {
			f.den += (s - 1) * (s - 2) / 2
		}
	}
	f.num = f.den
	for a := range n {
		for b := range a {
			if component[order[a]] == component[order[b]] && !boundedLeast(sorted[a*stride:(a+1)*stride], sorted[b*stride:(b+1)*stride], order, count) {
				f.num--
			}
		}
	}
	return f
}

// boundedLeast reports whether two sets have a common member that is reached by all
// the others.
func boundedLeast(a, b []uint64, order []int32, count []int) bool {
	common, first := 0, -1
	for k := range a {
		both := a[k] & b[k]
		if first < 0 && both != 0 {
			first = 64*k + bits.TrailingZeros64(both)
		}
		common += bits.OnesCount64(both)
	}
	return first >= 0 && count[order[first]] == common
}

// reachedBy gives for each node the set of nodes that reach it, itself included, as
// bit rows of the given stride.
func (r rows) reachedBy(stride int) []uint64 {
	n := len(r.off) - 1
	reach := make([]uint64, n*stride)
	for v := range n {
		reach[v*stride+v>>6] |= 1 << (uint(v) & 63)
	}
	for changed := true; changed; {
		changed = false
		for v := range n {
			from := reach[v*stride : (v+1)*stride]
			for _, w := range r.row(v) {
				to := reach[int(w)*stride : (int(w)+1)*stride]
				for k, x := range from {
					if x&^to[k] != 0 {
						to[k] |= x
						changed = true
					}
				}
			}
		}
	}
	return reach
}

// weak gives the smallest node of the weak component of each node.
func (r rows) weak() []int32 {
	f := newForest(len(r.off) - 1)
	for v := range f {
		for _, w := range r.row(v) {
			f.join(int32(v), w)
		}
	}
	for v := range f {
		f[v] = f.find(int32(v))
	}
	return f
}
