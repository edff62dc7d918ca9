package analysis

import (
	"math"
	"math/bits"
	"slices"
)

// Limits of the iteration for coreness: rounds, and rounds times entries of all
// fillings of the unknown pairs.
const (
	corenessRounds = 4000
	corenessWork   = 200_000_000
)

// coreness is a share in the core by node, of unit length, and how well the products
// of the shares follow the ties.
type coreness struct {
	share   []float64
	fit     float64
	varies  bool // products and ties differ among pairs, so that there is a fit
	settled bool
}

// minres computes c ≥ 0 that makes Σ_{i≠j}(x_ij − c_i·c_j)² least, x being half the arcs
// of a pair (Boyd et al. 2010). The shares of all nodes with ties start equal and move
// halfway to the best answer to the others at once; each sum goes from its least term
// to its largest. Nodes in like positions thus keep like shares, whatever their ids.
func minres(out, in rows) coreness {
	n := len(out.off) - 1
	c, next, terms := make([]float64, n), make([]float64, n), make([]float64, 0, 2*n)
	for i := range c {
		if len(out.row(i))+len(in.row(i)) > 0 {
			c[i] = 1
		}
	}
	ascending := func() (total float64) {
		slices.Sort(terms)
		for _, t := range terms {
			total += t
		}
		return total
	}
	squares := func(c []float64) float64 {
		terms = terms[:0]
		for _, x := range c {
			terms = append(terms, float64(x*x))
		}
		return ascending()
	}
	k := coreness{share: make([]float64, n)}
	length := math.Sqrt(squares(c))
	for range corenessRounds {
		whole := squares(c)
		for i := range n {
			terms = terms[:0]
			for _, j := range out.row(i) {
				terms = append(terms, c[j]/2)
			}
			for _, j := range in.row(i) {
				terms = append(terms, c[j]/2)
			}
			next[i] = c[i] / 2
			if others := whole - float64(c[i]*c[i]); others > 0 {
				next[i] += ascending() / others / 2
			}
		}
		c, next = next, c
		longer, change := math.Sqrt(squares(c)), 0.0
		for i := range c {
			change = max(change, math.Abs(c[i]/longer-next[i]/length))
		}
		if length = longer; change < settled {
			k.settled = true
			break
		}
	}
	for i := range c {
		k.share[i] = c[i] / length
	}
	k.fit, k.varies = products(out, c)
	return k
}

// products correlates x with c·cᵀ over the pairs of nodes.
func products(out rows, c []float64) (r float64, varies bool) {
	n := len(c)
	pairs := float64(n*(n-1)) / 2
	var x, xx, y, yy, xy sum
	for i := range n {
		for j := range i {
			tie := float64(out.has(i, j)+out.has(j, i)) / 2
			product := float64(c[i] * c[j])
			x.add(tie)
			xx.add(float64(tie * tie))
			y.add(product)
			yy.add(float64(product * product))
			xy.add(float64(tie * product))
		}
	}
	mx, my := x.value()/pairs, y.value()/pairs
	vx, vy := xx.value()/pairs-float64(mx*mx), yy.value()/pairs-float64(my*my)
	if vx < equal || vy < 1e-9*my*my {
		return 0, false
	}
	return (xy.value()/pairs - float64(mx*my)) / math.Sqrt(float64(vx*vy)), true
}

// has is 1 when there is an arc, else 0.
func (r rows) has(i, j int) int {
	if _, ok := slices.BinarySearch(r.row(i), int32(j)); ok {
		return 1
	}
	return 0
}

// continuousCore gives the fit of the continuous division into core and periphery, or
// the share of each node in the core.
func (r *run) continuousCore(id Indicator) {
	n := r.n.N()
	m := r.start(Scope{Kind: ScopeNetwork})
	switch {
	case n < 3:
		m.undefined(tooFew(int64(n)))
	case r.n.M() == 0:
		m.undefined(NoTies)
	case n > corenessWork/corenessRounds/n:
		m.tooLarge()
	case id == Coreness:
		if r.wantsNodes() {
			r.corenessColumn()
		}
		return
	default:
		k := minres(r.n.ties, r.n.in)
		if k.varies {
			m.value(k.fit)
		} else {
			m.undefined(NoVariation)
		}
		if m.Status == OK && !k.settled {
			m.warn(Heuristic)
		}
	}
	if id == Coreness {
		r.nodeBorder(m.Status, m.Reason)
		return
	}
	if n >= 3 && m.PairsUnknown > 0 {
		m.bound(r.corenessFillings(), n)
	}
	r.add(m)
}

func (r *run) corenessColumn() {
	k := minres(r.n.ties, r.n.in)
	if !k.settled {
		r.nodeBorder(Undefined, NotSettled)
		return
	}
	c := column{values: k.share, method: Enumerated}
	if r.n.nUnknown > 0 {
		c.within(r.corenessFillings(), 0)
	}
	r.column(c)
}

// corenessFillings is the range of the share of each node, then of the fit, over all
// fillings of the unknown pairs.
func (r *run) corenessFillings() []span {
	n := r.n.N()
	limit := bits.Len(uint(corenessWork/corenessRounds/(n*n))) - 1
	if r.coreness == nil {
		r.coreness = r.throughFillings(true, min(limit, maxCostly), func(s *scratch) []float64 {
			s.out.fill(s.net.out[:n])
			s.in.fill(s.net.in[:n])
			k := coreness{share: slices.Repeat([]float64{math.NaN()}, n)}
			if len(s.out.adj) > 0 {
				k = minres(s.out, s.in)
			}
			s.values = append(s.values[:0], k.share...)
			if !k.settled {
				for v := range s.values {
					s.values[v] = math.NaN()
				}
			}
			if !k.varies {
				k.fit = math.NaN()
			}
			return append(s.values, k.fit)
		})
	}
	return r.coreness
}
