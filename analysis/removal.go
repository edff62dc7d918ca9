package analysis

import (
	"math/bits"
	"slices"
)

// maxSubsets limits the search for key players: C(n,k)·(n+2m) below it, half a second.
const maxSubsets = 20_000_000

// maxPlayers is the largest set of key players looked for.
const maxPlayers = 3

// equal is how close two sums of the same terms in another order can be.
const equal = 1e-12

// remaining is what is left of U when a set of nodes is gone.
type remaining struct {
	pairs      int64   // ordered pairs that reach each other
	efficiency float64 // Σ 1/d over them
}

// without computes what is left of a network when sets of nodes leave it.
type without struct {
	n       int
	under   []uint64 // one word a row, for networks that have bit rows
	seen    []uint64
	next    []uint64
	ties    rows
	kept    rows
	sources *sources
}

func newWithout(r rows) *without {
	n := len(r.off) - 1
	w := &without{n: n, ties: r}
	if n > maxBits {
		w.sources = newSources(n)
		w.kept = rows{off: make([]int32, n+1), adj: make([]int32, 0, len(r.adj))}
		return w
	}
	words := make([]uint64, 3*n)
	w.under, w.seen, w.next = words[:n:n], words[n:2*n:2*n], words[2*n:]
	for i := range n {
		for _, j := range r.row(i) {
			w.under[i] |= 1 << j
		}
	}
	return w
}

// left is what remains without the nodes of a set, in increasing order.
func (w *without) left(gone []int32) remaining {
	if w.n <= maxBits {
		mask := ^uint64(0) >> (maxBits - w.n)
		for _, v := range gone {
			mask &^= 1 << v
		}
		return leftOf(w.under, mask, w.seen, w.next)
	}
	w.kept.adj = w.kept.adj[:0]
	for i := range w.n {
		if !slices.Contains(gone, int32(i)) {
			for _, j := range w.ties.row(i) {
				if !slices.Contains(gone, j) {
					w.kept.adj = append(w.kept.adj, j)
				}
			}
		}
		w.kept.off[i+1] = int32(len(w.kept.adj))
	}
	w.sources.reset()
	for first := 0; first < w.n; first += 64 {
		w.sources.search(w.kept, first, min(first+64, w.n))
	}
	return remaining{w.sources.pairs(), w.sources.efficiency()}
}

// leftOf lets the balls around all nodes of a mask grow at once: after d steps the
// ball of a node holds all that are at most d ties away.
func leftOf(under []uint64, mask uint64, seen, next []uint64) (x remaining) {
	for left := mask; left != 0; left &= left - 1 {
		v := bits.TrailingZeros64(left)
		seen[v] = left & -left
	}
	var efficiency sum
	for d := 1; ; d++ {
		reached := int64(0)
		for left := mask; left != 0; left &= left - 1 {
			v := bits.TrailingZeros64(left)
			ball := seen[v]
			for near := under[v] & mask; near != 0; near &= near - 1 {
				ball |= seen[bits.TrailingZeros64(near)]
			}
			next[v] = ball
			reached += int64(bits.OnesCount64(ball) - 1)
		}
		if reached == x.pairs {
			x.efficiency = efficiency.value()
			return x
		}
		efficiency.add(float64(reached-x.pairs) / float64(d))
		x.pairs = reached
		seen, next = next, seen
	}
}

// players are the sets of k nodes whose loss does most harm.
type players struct {
	byF, byDF optimum
}

// optimum is the first of the best sets.
type optimum struct {
	set    []int32
	left   remaining
	optima int
}

// consider keeps a set that is better than those before; compare is 1 when it is.
func (o *optimum) consider(set []int32, left remaining, better int) {
	switch {
	case o.set == nil || better > 0:
		o.set, o.left, o.optima = append(o.set[:0], set...), left, 1
	case better == 0:
		o.optima++
	}
}

// players goes through all sets of k nodes in the order of their ids.
func (w *without) players(k int) *players {
	p := &players{}
	set := make([]int32, k)
	for i := range set {
		set[i] = int32(i)
	}
	for {
		left := w.left(set)
		far := compareWithin(p.byF.left.efficiency, left.efficiency)
		fewer := far
		if d := p.byF.left.pairs - left.pairs; d > 0 {
			fewer = 1
		} else if d < 0 {
			fewer = -1
		}
		p.byF.consider(set, left, fewer)
		p.byDF.consider(set, left, compareWithin(p.byDF.left.efficiency, left.efficiency))
		if !following(set, w.n) {
			return p
		}
	}
}

// compareWithin compares sums that may have been added in another order.
func compareWithin(a, b float64) int {
	switch tolerance := equal * max(1, a, b); {
	case a > b+tolerance:
		return 1
	case b > a+tolerance:
		return -1
	}
	return 0
}

// following turns a set into the next one of its size, false when it was the last.
func following(set []int32, n int) bool {
	k := len(set)
	for i := k - 1; i >= 0; i-- {
		if int(set[i]) < n-k+i {
			set[i]++
			for j := i + 1; j < k; j++ {
				set[j] = set[j-1] + 1
			}
			return true
		}
	}
	return false
}

// subsets reports whether all sets of k nodes can be gone through.
func subsets(n, k, ends int) bool {
	work := float64(n + ends)
	for i := range k {
		work = work * float64(n-i) / float64(i+1)
	}
	return work <= maxSubsets
}

// players are those of the observed ties and, when pairs are unknown, those with
// all of them present.
func (r *run) playersOf(k int) (observed, filled *players) {
	if r.players[k] == nil {
		r.players[k] = newWithout(r.n.under).players(k)
		if r.n.nUnknown > 0 {
			r.filledPlayers[k] = newWithout(r.filledRows(false)).players(k)
		}
	}
	return r.players[k], r.filledPlayers[k]
}

// keyPlayers gives one measure for each size of the set that leaves.
func (r *run) keyPlayers(id Indicator) {
	n := r.n.N()
	if n < 3 {
		r.nodeBorder(Undefined, tooFew(int64(n)))
		return
	}
	ends := len(r.n.under.adj)
	if r.n.nUnknown > 0 {
		ends = len(r.filledRows(false).adj)
	}
	for k := 1; k <= maxPlayers && n-k >= 2; k++ {
		if !subsets(n, k, ends) {
			r.nodeBorder(NotComputed, BudgetExceeded)
			return
		}
		observed, filled := r.playersOf(k)
		pick := func(p *players) *optimum {
			if id == KeyPlayerNegF {
				return &p.byF
			}
			return &p.byDF
		}
		best := pick(observed)
		m := r.start(Scope{Kind: ScopeNodeSet, Keys: r.idsOf(best.set)})
		m.optimum(best.optima)
		possible := ordered(int64(n - k))
		value := func(x remaining) float64 {
			if id == KeyPlayerNegF {
				return float64(possible-x.pairs) / float64(possible)
			}
			return 1 - x.efficiency/float64(possible)
		}
		m.value(value(best.left))
		if id == KeyPlayerNegF {
			m.ratio(possible-best.left.pairs, possible)
		}
		if filled != nil {
			m.Bounds = &Bounds{Lower: value(pick(filled).left), Upper: *m.Value, Method: Monotone}
		}
		r.add(m)
	}
}

// optimum records how many solutions are as good as the one shown.
func (m *Measure) optimum(count int) {
	m.Optima = count
	if count > 1 {
		m.warn(TiedOptimum)
	}
}

func (r *run) idsOf(nodes []int32) []string {
	ids := make([]string, len(nodes))
	for k, v := range nodes {
		ids[k] = r.n.ids[v]
	}
	return ids
}

// removalEffect gives what the loss of each node does to the fragmentation, or to
// the breadth.
func (r *run) removalEffect(id Indicator) {
	if !r.readyNodes(false, 3) {
		return
	}
	n := r.n.N()
	c := column{values: make([]float64, n), method: Enumerated}
	if id == RemovalEffectF {
		for v := range n {
			c.values[v] = r.cuts().effect(v)
		}
		r.enumerateNodes(&c, cutFamily, 2+n)
		r.column(c)
		return
	}
	if int64(len(r.n.under.adj)/2)*int64(n) > maxWork/int64(n) {
		r.nodeBorder(NotComputed, BudgetExceeded)
		return
	}
	newWithout(r.n.under).effects(c.values)
	r.enumerateNodes(&c, removalFamily, 0)
	r.column(c)
}

// effects computes by node the change of the breadth when it leaves; n is at least 3.
func (w *without) effects(into []float64) {
	n := int64(w.n)
	whole := w.left(nil).efficiency / float64(ordered(n))
	gone := make([]int32, 1)
	for v := range into {
		gone[0] = int32(v)
		into[v] = whole - w.left(gone).efficiency/float64(ordered(n-1))
	}
}

// removal puts by node the change of the breadth when it leaves.
func (s *scratch) removal() {
	n := s.net.n
	s.values = append(s.values, make([]float64, n)...)
	w := without{n: n, under: s.net.under[:n], seen: make([]uint64, n), next: make([]uint64, n)}
	w.effects(s.values)
}
