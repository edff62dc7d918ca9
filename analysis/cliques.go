package analysis

import (
	"math"
	"math/bits"
	"slices"
)

// Limits of what is listed: cliques of a network, and of each filling of its
// unknown pairs.
const (
	maxCliques       = 100_000
	maxFilledCliques = 1_000
)

// Cliques returns the largest groups of three members or more in which all are tied
// to all, by node index, sorted; in a directed network both ways. ok is false above 64
// nodes or 100,000 cliques.
func (n *Network) Cliques() (cliques [][]int, ok bool) {
	if n.N() > maxBits {
		return nil, false
	}
	s := cliqueSearch{limit: maxCliques, keep: true}
	if s.search(newBitRows(n.ties)); s.count > s.limit {
		return nil, false
	}
	for _, mask := range s.found {
		var members []int
		for ; mask != 0; mask &= mask - 1 {
			members = append(members, bits.TrailingZeros64(mask))
		}
		cliques = append(cliques, members)
	}
	slices.SortFunc(cliques, slices.Compare)
	return cliques, true
}

// cliqueSearch goes through the maximal cliques (Bron & Kerbosch 1973, leaving out
// the neighbours of a pivot); it stops when there are more than the limit.
type cliqueSearch struct {
	tied  [maxBits]uint64
	count int
	limit int
	keep  bool
	found []uint64
}

func (s *cliqueSearch) search(b *bitRows) {
	for i := range b.n {
		s.tied[i] = b.out[i] & b.in[i]
	}
	s.count = 0
	s.extend(0, ^uint64(0)>>(maxBits-b.n), 0)
}

// extend finds the cliques that hold a set, some of the nodes that may be added and
// none of those done with.
func (s *cliqueSearch) extend(clique, add, done uint64) {
	if s.count > s.limit {
		return
	}
	if add|done == 0 {
		if bits.OnesCount64(clique) >= 3 {
			s.count++
			if s.keep {
				s.found = append(s.found, clique)
			}
		}
		return
	}
	pivot, most := 0, -1
	for left := add | done; left != 0; left &= left - 1 {
		v := bits.TrailingZeros64(left)
		if c := bits.OnesCount64(add & s.tied[v]); c > most {
			pivot, most = v, c
		}
	}
	for left := add &^ s.tied[pivot]; left != 0; left &= left - 1 {
		v := bits.TrailingZeros64(left)
		s.extend(clique|left&-left, add&s.tied[v], done&s.tied[v])
		add &^= left & -left
		done |= left & -left
	}
}

// cliques gives the number of cliques.
func (r *run) cliques() {
	m := r.start(Scope{Kind: ScopeNetwork})
	switch n := r.n.N(); {
	case n == 0:
		m.undefined(NoNodes)
	case n > maxBits:
		m.tooLarge()
	default:
		s := cliqueSearch{limit: maxCliques}
		if s.search(r.bitRows()); s.count > s.limit {
			m.tooLarge()
			break
		}
		m.value(float64(s.count))
		if m.PairsUnknown > 0 {
			m.bound(r.filledCliques(), 0)
		}
	}
	r.add(m)
}

// filledCliques is the range of the number of cliques over all fillings, nil when
// one has too many.
func (r *run) filledCliques() []span {
	c, beyond := cliqueSearch{limit: maxFilledCliques}, false
	spans := r.throughFillings(true, maxCostly, func(s *scratch) []float64 {
		s.values = append(s.values[:0], math.NaN())
		if beyond {
			return s.values
		}
		c.search(s.net)
		s.values[0], beyond = float64(c.count), c.count > c.limit
		return s.values
	})
	if beyond {
		return nil
	}
	return spans
}
