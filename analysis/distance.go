package analysis

import (
	"math"
	"math/bits"
)

// maxWork limits exact distances and betweenness to networks of n·m below it.
const maxWork = 2_000_000_000

// distances summarises the shortest paths between all ordered pairs. Paths are
// counted at their last node, which in an undirected network is as well the first.
type distances struct {
	at       []int64   // pairs by distance; at[0] is 0
	farness  []int64   // Σ d to each node from those that reach it
	harmonic []float64 // Σ 1/d
	reached  []int32   // how many reach it
}

// sources is one search from up to 64 sources at once: bit k of a word of node v
// says that the k-th source has reached v. A step along a tie moves all of them.
type sources struct {
	seen, here, next []uint64
	list, following  []int32
	blockHarmonic    []float64
	distances
}

func newSources(n int) *sources {
	words, list := make([]uint64, 3*n), make([]int32, 3*n)
	s := &sources{
		seen: words[:n:n], here: words[n : 2*n : 2*n], next: words[2*n:],
		list: list[:0:n], following: list[n : n : 2*n], blockHarmonic: make([]float64, n),
	}
	s.distances = distances{at: make([]int64, 1, 16), farness: make([]int64, n), harmonic: make([]float64, n), reached: list[2*n:]}
	return s
}

// distances searches along rows from all nodes.
func (r rows) distances(workers int) *distances { return r.distancesFrom(r.nodes(), workers) }

// nodes lists all of them.
func (r rows) nodes() []int32 {
	all := make([]int32, len(r.off)-1)
	for v := range all {
		all[v] = int32(v)
	}
	return all
}

// distancesFrom searches along rows from some nodes, 64 at a time; with several
// workers blocks are searched at once and summed up in their order.
func (r rows) distancesFrom(from []int32, workers int) *distances {
	n := len(r.off) - 1
	blocks := (len(from) + 63) / 64
	each := make([]*sources, min(workers, blocks))
	for w := range each {
		each[w] = newSources(n)
	}
	if len(each) == 0 {
		return &distances{}
	}
	total := &each[0].distances
	inOrder(blocks, len(each),
		func(w, block int) { each[w].searchFrom(r, from[64*block:min(64*block+64, len(from))]) },
		func(w, _ int) {
			for v, h := range each[w].blockHarmonic {
				total.harmonic[v] += h
				each[w].blockHarmonic[v] = 0
			}
		})
	for _, s := range each[1:] {
		total.merge(&s.distances)
	}
	return total
}

// merge adds the integers of another worker.
func (d *distances) merge(o *distances) {
	for len(d.at) < len(o.at) {
		d.at = append(d.at, 0)
	}
	for k, c := range o.at {
		d.at[k] += c
	}
	for v := range d.farness {
		d.farness[v] += o.farness[v]
		d.reached[v] += o.reached[v]
	}
}

// search runs from sources first to end−1.
func (s *sources) search(r rows, first, end int) {
	clear(s.seen)
	s.list = s.list[:0]
	for v := first; v < end; v++ {
		s.begin(int32(v), v-first)
	}
	s.spread(r)
}

// searchFrom runs from at most 64 sources.
func (s *sources) searchFrom(r rows, from []int32) {
	clear(s.seen)
	s.list = s.list[:0]
	for bit, v := range from {
		s.begin(v, bit)
	}
	s.spread(r)
}

func (s *sources) begin(v int32, bit int) {
	s.seen[v] = 1 << bit
	s.here[v] = s.seen[v]
	s.list = append(s.list, v)
}

// spread goes from the sources, a step of all of them at a time.
func (s *sources) spread(r rows) {
	for d := int64(1); len(s.list) > 0; d++ {
		if len(s.list) > len(s.seen)/8 {
			s.stepDense(r)
		} else {
			s.stepSparse(r)
		}
		if len(s.following) > 0 && len(s.at) <= int(d) {
			s.at = append(s.at, 0)
		}
		for _, v := range s.following {
			new := s.next[v]
			s.next[v] = 0
			s.seen[v] |= new
			s.here[v] = new
			c := bits.OnesCount64(new)
			s.at[d] += int64(c)
			s.farness[v] += d * int64(c)
			s.reached[v] += int32(c)
			s.blockHarmonic[v] += float64(c) / float64(d)
		}
		s.list, s.following = s.following, s.list[:0]
	}
}

// stepDense moves many nodes: first along all ties, then one pass finds who is new.
func (s *sources) stepDense(r rows) {
	for _, v := range s.list {
		here := s.here[v]
		for _, w := range r.adj[r.off[v]:r.off[v+1]] {
			s.next[w] |= here
		}
	}
	s.following = s.following[:0]
	for v, reached := range s.next {
		reached &^= s.seen[v]
		s.next[v] = reached
		if reached != 0 {
			s.following = append(s.following, int32(v))
		}
	}
}

// stepSparse moves few nodes, in time proportional to their ties.
func (s *sources) stepSparse(r rows) {
	s.following = s.following[:0]
	for _, v := range s.list {
		here := s.here[v]
		for _, w := range r.adj[r.off[v]:r.off[v+1]] {
			if new := here &^ s.seen[w]; new != 0 {
				if s.next[w] == 0 {
					s.following = append(s.following, w)
				}
				s.next[w] |= new
			}
		}
	}
}

// reset empties what a search has summed up, for a network of n nodes.
func (s *sources) reset() {
	s.at = s.at[:1]
	clear(s.farness)
	clear(s.harmonic)
	clear(s.reached)
	clear(s.blockHarmonic)
}

// pairs is the number of ordered pairs that reach each other.
func (d *distances) pairs() (pairs int64) {
	for _, c := range d.at {
		pairs += c
	}
	return pairs
}

// sum is the sum of all distances.
func (d *distances) sum() (sum int64) {
	for k, c := range d.at {
		sum += int64(k) * c
	}
	return sum
}

// efficiency is Σ 1/d in order of d.
func (d *distances) efficiency() float64 {
	var s sum
	for k := 1; k < len(d.at); k++ {
		s.add(float64(d.at[k]) / float64(k))
	}
	return s.value()
}

// sum adds numbers with Neumaier's compensation.
type sum struct{ high, low float64 }

func (s *sum) add(x float64) {
	t := s.high + x
	if math.Abs(s.high) >= math.Abs(x) {
		s.low += s.high - t + x
	} else {
		s.low += x - t + s.high
	}
	s.high = t
}

func (s *sum) value() float64 { return s.high + s.low }
