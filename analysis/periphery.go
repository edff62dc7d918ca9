package analysis

import (
	"context"
	"math"
	"math/bits"
)

// maxBipartitions is the largest network whose bipartitions are all gone through.
// Beyond, up to maxCoreNodes, the best of several searches stands for the optimum.
const (
	maxBipartitions = 22
	maxCoreNodes    = 3000 // coreStarts searches of about n moves among n nodes
)

// Core is a division of a network into a core, whose members work with one another,
// and a periphery, whose members do not.
type Core struct {
	Members []int   // of the core, by node index
	Fit     float64 // CORE_PERIPHERY_FIT
	Optima  int     // divisions that fit as well, this one having the fewest members, then the smallest ids; 0 when not proven to be the best

	Starts, Reached int // how many searches there were, and how many ended at this fit; 0 when proven
}

// Core returns the division that fits best; of more than 22 nodes, the best of 200
// searches. ok is false when CORE_PERIPHERY_FIT has no value, or the context ended.
func (n *Network) Core(ctx context.Context) (core Core, ok bool) {
	switch {
	case n.N() < 4 || n.N() > maxCoreNodes:
		return Core{}, false
	case n.N() > maxBipartitions:
		return n.searchCore(ctx)
	}
	best := newBitRows(n.ties).core()
	if best.optima == 0 {
		return Core{}, false
	}
	for left := best.mask; left != 0; left &= left - 1 {
		core.Members = append(core.Members, bits.TrailingZeros64(left))
	}
	core.Fit, core.Optima = best.fit.value(), best.optima
	return core, true
}

// correlation is a coefficient kept as p/√q, so that two are compared in integers: at
// most 22 nodes leave at most 110·110 products of cells, and p² and q below 1.5·10⁸.
type correlation struct{ p, q int64 }

func (c correlation) value() float64 { return float64(c.p) / math.Sqrt(float64(c.q)) }

// compare is positive when c is larger.
func (c correlation) compare(o correlation) int64 {
	return c.p*abs(c.p)*o.q - o.p*abs(o.p)*c.q
}

func abs(x int64) int64 { return max(x, -x) }

// division is the best bipartition; optima is 0 when none has a correlation.
type division struct {
	mask   uint64
	fit    correlation
	optima int
}

// core goes through all bipartitions with two nodes at least on either side in Gray
// code order, so that one node changes sides at a time, and keeps the one whose cells
// correlate most with 1 in the core and 0 in the periphery. The cells between the two
// and the diagonal do not count. A tie counts as two arcs, which cancels out.
func (b *bitRows) core() (best division) {
	n := int64(b.n)
	mask, all := uint64(0), ^uint64(0)>>(maxBits-b.n)
	size, inner, outer := int64(0), int64(0), int64(0) // of the core; arcs in core, in periphery
	for _, w := range b.out[:n] {
		outer += int64(bits.OnesCount64(w))
	}
	for code := uint64(1); code>>n == 0; code++ {
		v := bits.TrailingZeros64(code)
		in := int64(bits.OnesCount64(b.out[v]&mask) + bits.OnesCount64(b.in[v]&mask))
		out := int64(bits.OnesCount64(b.out[v]&^mask&all) + bits.OnesCount64(b.in[v]&^mask&all))
		if mask ^= 1 << v; mask>>v&1 == 1 {
			size, inner, outer = size+1, inner+in, outer-out
		} else {
			size, inner, outer = size-1, inner-in, outer+out
		}
		if size < 2 || size > n-2 {
			continue
		}
		fit, ok := fitOf(ordered(size), ordered(n-size), inner, outer)
		if !ok {
			continue
		}
		switch better := fit.compare(best.fit); {
		case best.optima == 0 || better > 0:
			best = division{mask, fit, 1}
		case better == 0:
			best.optima++
			if precedes(mask, best.mask) {
				best.mask = mask
			}
		}
	}
	return best
}

// fitOf correlates cells with the pattern: ones and zeros cells, of which inner and
// outer are tied; ok is false when all are alike.
func fitOf(ones, zeros, inner, outer int64) (c correlation, ok bool) {
	tied := inner + outer
	if tied == 0 || tied == ones+zeros {
		return correlation{}, false
	}
	return correlation{zeros*inner - ones*outer, ones * zeros * tied * (ones + zeros - tied)}, true
}

// precedes reports whether a set has fewer members or, with as many, smaller ids.
func precedes(a, b uint64) bool {
	if x, y := bits.OnesCount64(a), bits.OnesCount64(b); x != y {
		return x < y
	}
	first := (a ^ b) & -(a ^ b)
	return a&first != 0
}

// corePeriphery gives the fit of the best division into core and periphery.
func (r *run) corePeriphery() {
	m := r.start(Scope{Kind: ScopeNetwork})
	n := r.n.N()
	switch {
	case n < 4:
		m.undefined(tooFew(int64(n)))
	case n > maxCoreNodes:
		m.tooLarge()
	case n > maxBipartitions:
		r.heuristicCore(&m)
	default:
		if best := r.bitRows().core(); best.optima == 0 {
			m.undefined(NoVariation)
		} else {
			m.value(best.fit.value())
			m.optimum(best.optima)
		}
		if m.PairsUnknown > 0 {
			m.bound(r.throughFillings(true, min(maxBipartitions-n, maxEnumerated), func(s *scratch) []float64 {
				s.values = append(s.values[:0], math.NaN())
				if best := s.net.core(); best.optima > 0 {
					s.values[0] = best.fit.value()
				}
				return s.values
			}), 0)
		}
	}
	r.add(m)
}

// heuristicCore gives the fit of the best division that was found.
func (r *run) heuristicCore(m *Measure) {
	switch core, ok := r.n.searchCore(r.ctx); {
	case r.ctx.Err() != nil:
		m.Status, m.Reason = NotComputed, Cancelled
	case !ok:
		m.undefined(NoVariation)
	default:
		m.value(core.Fit)
		m.warn(Heuristic)
	}
	if m.PairsUnknown > 0 {
		m.warn(UnknownTooMany)
	}
}
