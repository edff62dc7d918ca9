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
// to all, by node index, sorted; in a directed network both ways. ok is false when
// there are more than 100,000, or when somebody in a network above 64 nodes has more
// than 63 partners.
func (n *Network) Cliques() (cliques [][]int, ok bool) {
	s := cliqueSearch{limit: maxCliques, keep: true}
	if !s.all(n) {
		return nil, false
	}
	slices.SortFunc(s.found, slices.Compare)
	return s.found, true
}

// cliqueSearch goes through the maximal cliques (Bron & Kerbosch 1973, leaving out
// the neighbours of a pivot); it stops when there are more than the limit.
type cliqueSearch struct {
	tied  [maxBits]uint64
	names []int32 // the node of each bit; nil when it is the bit
	count int
	limit int
	keep  bool
	found [][]int
}

// all goes through the cliques of a network; false when there are too many, or too
// many partners of one node.
func (s *cliqueSearch) all(n *Network) bool {
	if n.N() <= maxBits {
		s.search(newBitRows(n.ties))
		return s.count <= s.limit
	}
	tied := n.ties
	if n.directed {
		tied = intersection(n.ties, n.in)
	}
	return s.around(tied)
}

// around finds each clique from its first node, among the partners of that one: those
// after it may be added, those before it are done with.
func (s *cliqueSearch) around(tied rows) bool {
	bit := make([]uint64, len(tied.off)-1)
	for v := range bit {
		partners := tied.row(v)
		if len(partners) >= maxBits {
			return false
		}
		s.names = append(append(s.names[:0], int32(v)), partners...)
		for k, w := range partners {
			bit[w] = 2 << k
		}
		var add, done uint64
		for k, w := range partners {
			s.tied[k+1] = 0
			for _, x := range tied.row(int(w)) {
				s.tied[k+1] |= bit[x]
			}
			if int(w) > v {
				add |= bit[w]
			} else {
				done |= bit[w]
			}
		}
		if s.extend(1, add, done); s.count > s.limit {
			return false
		}
		for _, w := range partners {
			bit[w] = 0
		}
	}
	return true
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
				s.found = append(s.found, s.members(clique))
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

func (s *cliqueSearch) members(clique uint64) []int {
	list := make([]int, 0, bits.OnesCount64(clique))
	for ; clique != 0; clique &= clique - 1 {
		v := bits.TrailingZeros64(clique)
		if s.names != nil {
			v = int(s.names[v])
		}
		list = append(list, v)
	}
	return list
}

// cliques gives the number of cliques.
func (r *run) cliques() {
	m := r.start(Scope{Kind: ScopeNetwork})
	switch r.n.N() {
	case 0:
		m.undefined(NoNodes)
	default:
		s := cliqueSearch{limit: maxCliques}
		if !s.all(r.n) {
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
