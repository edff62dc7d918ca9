package analysis

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// coreStarts is from how many divisions the search for a core starts: one in order of
// degrees, the others at random.
const coreStarts = 200

// coreSearch climbs from divisions of a network too large for all of them to the best
// one near by, one node at a time.
type coreSearch struct {
	net      *Network
	core     []bool
	degree   []int64 // arcs at each node, in and out: a tie is two
	toCore   []int64 // those of them whose other end is in the core
	size     int64
	in, out  int64 // arcs inside the core, inside the periphery
	order    []int32
	gain     float64 // of the division, as it is
	reached  int     // starts that ended at the best
	best     float64
	bestCore []int
}

// searchCore is the best of [coreStarts] searches; it is not proven to be the optimum.
// ok is false when no division has a correlation, or when the context ended.
func (n *Network) searchCore(ctx context.Context) (core Core, ok bool) {
	s := &coreSearch{
		net: n, core: make([]bool, n.N()), degree: make([]int64, n.N()), toCore: make([]int64, n.N()),
		order: make([]int32, n.N()), best: math.Inf(-1),
	}
	for v := range s.order {
		s.order[v] = int32(v)
		s.degree[v] = int64(len(n.ties.row(v)) + len(n.in.row(v)))
	}
	slices.SortStableFunc(s.order, func(a, b int32) int { return cmp.Compare(s.degree[b], s.degree[a]) })
	s.start(s.bestPrefix())
	s.climb()
	random := newStreams(n.seed(Options{}), "core")
	for k := 1; k < coreStarts && ctx.Err() == nil; k++ {
		stream := random.of(k)
		shuffle(&stream, s.order)
		s.start(2 + stream.below(n.N()-3))
		s.climb()
	}
	if ctx.Err() != nil || math.IsInf(s.best, -1) {
		return Core{}, false
	}
	return Core{Members: s.bestCore, Fit: s.best, Starts: coreStarts, Reached: s.reached}, true
}

// start makes the first nodes of the order the core.
func (s *coreSearch) start(size int) {
	clear(s.core)
	clear(s.toCore)
	s.size, s.in, s.out = 0, 0, 0
	for _, d := range s.degree {
		s.out += d
	}
	s.out /= 2
	for _, v := range s.order[:size] {
		s.move(int(v))
	}
	s.gain = s.fit(s.size, s.in, s.out)
}

// bestPrefix is how many of the first nodes of the order make the best core.
func (s *coreSearch) bestPrefix() int {
	s.start(2)
	best, most := 2, s.gain
	for size := 3; size <= s.net.N()-2; size++ {
		s.move(int(s.order[size-1]))
		if fit := s.fit(s.size, s.in, s.out); fit > most {
			best, most = size, fit
		}
	}
	return best
}

// after is the size and the arcs inside either side once a node has changed sides.
func (s *coreSearch) after(v int) (size, in, out int64) {
	if s.core[v] {
		return s.size - 1, s.in - s.toCore[v], s.out + s.degree[v] - s.toCore[v]
	}
	return s.size + 1, s.in + s.toCore[v], s.out - s.degree[v] + s.toCore[v]
}

// move makes a node change sides.
func (s *coreSearch) move(v int) {
	s.size, s.in, s.out = s.after(v)
	s.core[v] = !s.core[v]
	by := int64(1)
	if !s.core[v] {
		by = -1
	}
	for _, row := range [][]int32{s.net.ties.row(v), s.net.in.row(v)} {
		for _, u := range row {
			s.toCore[u] += by
		}
	}
}

// fit is the correlation of a division; −∞ when it has none.
func (s *coreSearch) fit(size, in, out int64) float64 {
	others := int64(s.net.N()) - size
	if size < 2 || others < 2 {
		return math.Inf(-1)
	}
	ones, zeros := ordered(size), ordered(others)
	tied := in + out
	if tied == 0 || tied == ones+zeros {
		return math.Inf(-1)
	}
	spread := float64(ones) * float64(zeros) * float64(tied) * float64(ones+zeros-tied)
	return float64(zeros*in-ones*out) / math.Sqrt(spread)
}

// climb makes the best move as long as one is better than none, then compares where it
// ends with what was found before.
func (s *coreSearch) climb() {
	for {
		best, most := -1, s.gain
		for v := range s.core {
			if fit := s.fit(s.after(v)); fit > most && !negligible(fit-most, fit) {
				best, most = v, fit
			}
		}
		if best < 0 {
			break
		}
		s.move(best)
		s.gain = most
	}
	switch better := s.gain - s.best; {
	case math.IsInf(s.gain, -1) || !math.IsInf(s.best, -1) && better < 0 && !negligible(-better, s.best):
		return
	case math.IsInf(s.best, -1) || !negligible(better, s.best) && better > 0:
		s.best, s.reached, s.bestCore = s.gain, 0, nil
	}
	s.reached++
	if found := s.members(); s.bestCore == nil || len(found) < len(s.bestCore) || len(found) == len(s.bestCore) && slices.Compare(found, s.bestCore) < 0 {
		s.bestCore = found
	}
}

func (s *coreSearch) members() (members []int) {
	for v, in := range s.core {
		if in {
			members = append(members, v)
		}
	}
	return members
}
