package analysis

import (
	"math"
	"math/bits"
)

// Limits of the fillings: a network of at most 64 nodes with at most
// 16 unknown pairs, or 10 for what takes longer than a count.
const (
	maxEnumerated = 16
	maxCostly     = 10
)

// family is a group of values that are computed together for each filling of the
// unknown pairs; a value that is undefined is NaN.
type family int

const (
	closureFamily     family = iota // TRANSITIVITY, both averages of clustering
	triplesFamily                   // TRANSITIVITY_DIRECTED, CLUSTERING_FAGIOLO, triads
	distanceFamily                  // mean, largest, closeness centralisation
	arcDistanceFamily               // mean, largest, hierarchy
	arcDegreeFamily                 // in- and out-degree centralisation
	efficiencyFamily
	assortativityFamily
	countFamily   // DENSITY, AVERAGE_DEGREE
	pieceFamily   // CONNECTEDNESS
	degreeFamily  // DEGREE_CENTRALIZATION
	compactFamily // COMPACTNESS, along arcs or of U
	arcFamily     // ARC_RECIPROCITY, DYAD_RECIPROCITY, TRANSITIVITY_DIRECTED
	cutFamily     // bridges, articulation points, nodes
	lubnessFamily
	betweenFamily    // centralisation, nodes
	arcBetweenFamily // the same along arcs
	eigenFamily      // nodes
	pageRankFamily   // nodes
	removalFamily    // nodes
	holesFamily      // nodes: constraint, effective size, efficiency
	egoFamily        // nodes: constraint, hierarchy
	families
)

// along reports whether a family reads arcs rather than U.
func (f family) along() bool {
	switch f {
	case closureFamily, distanceFamily, assortativityFamily, betweenFamily, eigenFamily, cutFamily, removalFamily, holesFamily:
		return false
	}
	return true
}

func (f family) limit() int {
	if f >= lubnessFamily {
		return maxCostly
	}
	return maxEnumerated
}

// enumerate attaches to a measure the bounds of one value of a family.
func (r *run) enumerate(m *Measure, f family, at int) {
	if m.PairsUnknown == 0 {
		return
	}
	m.bound(r.fillings(f), at)
}

// bound attaches one of the ranges over all fillings, nil when there are too many.
func (m *Measure) bound(spans []span, at int) {
	switch {
	case m.PairsUnknown == 0:
	case spans == nil:
		m.warn(UnknownTooMany)
	default:
		m.attach(spans[at], Enumerated)
	}
}

// enumerateNodes attaches to a column the bounds of n values of a family.
func (r *run) enumerateNodes(c *column, f family, at int) {
	if r.n.nUnknown == 0 {
		return
	}
	c.within(r.fillings(f), at)
}

// within attaches to a column its ranges over all fillings, nil when there are too many.
func (c *column) within(spans []span, at int) {
	if spans == nil {
		c.warn = append(c.warn, UnknownTooMany)
		return
	}
	c.low, c.high = make([]float64, len(c.values)), make([]float64, len(c.values))
	for i := range c.values {
		s := spans[at+i]
		c.low[i], c.high[i] = s.low, s.high
		if !s.some {
			c.low[i], c.high[i] = 1, 0 // no filling gives the node a value
		}
	}
}

// fillings returns the range of each value of a family over all fillings of the
// unknown pairs, or nil when there are too many.
func (r *run) fillings(f family) []span {
	if r.enumerated[f] == nil {
		r.enumerated[f] = r.throughFillings(f.along(), f.limit(), func(s *scratch) []float64 { return s.evaluate(f) })
	}
	return r.enumerated[f]
}

// throughFillings evaluates each filling of the unknown pairs, of arcs or of dyads of
// U, and returns the range of each value; nil when there are more pairs than the
// limit. It goes through them in Gray code order, so that one pair changes at a time.
func (r *run) throughFillings(along bool, limit int, evaluate func(*scratch) []float64) []span {
	_, ties := r.passes(along)
	pairs := r.n.unknownDyads(limit + 1)
	if along && r.n.directed {
		pairs = pairs[:0]
		for i, j := range r.n.UnknownPairs() {
			if pairs = append(pairs, Tie{From: i, To: j}); len(pairs) > limit {
				break
			}
		}
	}
	if len(pairs) > limit || r.n.N() > maxBits || r.valuesOnly {
		return nil
	}
	s := newScratch(newBitRows(ties), r.n.directed && along)
	values := evaluate(s)
	spans := make([]span, len(values))
	for code := 1; ; code++ {
		for k, x := range values {
			if !math.IsNaN(x) {
				spans[k].include(x)
			}
		}
		if code == 1<<len(pairs) {
			break
		}
		p := pairs[bits.TrailingZeros(uint(code))]
		s.net.flip(p.From, p.To, !s.directed)
		values = evaluate(s)
	}
	return spans
}

// scratch is the room in which the families of a changing network are computed.
type scratch struct {
	net      *bitRows
	directed bool
	absent   []uint64 // rows of the unknown pairs of a drawn network; nil for none
	out, in  rows
	values   []float64
	at       []int64
	triples  triples
	sources  *sources
	brandes  *brandes
	cut      *cuts
	hole     *holes
}

func newScratch(net *bitRows, directed bool) *scratch {
	n := net.n
	return &scratch{
		net: net, directed: directed, at: make([]int64, n), sources: newSources(n), brandes: newBrandes(n, n*n),
		triples: triples{around: make([]int64, n), possible: make([]int64, n)},
	}
}

// evaluate computes the values of a family; the slice holds until the next call.
func (s *scratch) evaluate(f family) []float64 {
	s.values = s.values[:0]
	switch f {
	case closureFamily:
		s.closure()
	case triplesFamily:
		s.directedTriples()
	case distanceFamily, arcDistanceFamily:
		s.distances(f)
	case arcDegreeFamily:
		s.put(s.centralization(&s.net.in))
		s.put(s.centralization(&s.net.out))
	case efficiencyFamily:
		p := s.net.pieces()
		s.putFraction(efficiency(int64(s.net.n), s.ties(), &p, s.directed))
	case assortativityFamily:
		s.assortativity()
	case countFamily, pieceFamily, degreeFamily, compactFamily, arcFamily:
		s.evaluateDrawn(f)
	case cutFamily:
		s.cuts()
	case holesFamily:
		s.structuralHoles()
	case egoFamily:
		s.egos()
	case removalFamily:
		s.removal()
	case lubnessFamily:
		s.out.fill(s.net.out[:s.net.n])
		s.putFraction(lubness(s.out))
	case betweenFamily, arcBetweenFamily:
		s.betweenness(f)
	case eigenFamily:
		s.eigenvector()
	case pageRankFamily:
		s.out.fill(s.net.out[:s.net.n])
		s.in.fill(s.net.in[:s.net.n])
		s.values = append(s.values, pageRank(s.out, s.in, s.directed, 1)...)
	}
	return s.values
}

func (s *scratch) put(x float64) { s.values = append(s.values, x) }

func (s *scratch) putFraction(f fraction) {
	if f.den == 0 {
		s.put(math.NaN())
	} else {
		s.put(float64(f.num) / float64(f.den))
	}
}

// ties counts arcs, or ties when the network is undirected.
func (s *scratch) ties() (ties int64) {
	for _, w := range s.net.out[:s.net.n] {
		ties += int64(bits.OnesCount64(w))
	}
	if !s.directed {
		ties /= 2
	}
	return ties
}

func (s *scratch) closure() {
	c := s.net.closure(s.at)
	s.out.fill(s.net.under[:s.net.n])
	local, some := c.local(s.out)
	s.putFraction(fraction{3 * c.triangles, c.twoPaths})
	if some == 0 {
		s.put(math.NaN())
		s.put(math.NaN())
		return
	}
	s.put(local / float64(some))
	s.put(local / float64(s.net.n))
}

func (s *scratch) directedTriples() {
	s.net.triples(&s.triples)
	s.putFraction(fraction{s.triples.closed(), s.triples.twoPaths})
	if total, ok := s.triples.fagiolo(); ok {
		s.put(total / float64(s.net.n))
	} else {
		s.put(math.NaN())
	}
	for _, c := range s.triples.census() {
		s.put(float64(c))
	}
}

func (s *scratch) distances(f family) {
	n := s.net.n
	s.out.fill(s.net.out[:n])
	s.sources.reset()
	s.sources.search(s.out, 0, n)
	d := &s.sources.distances
	pairs := d.pairs()
	s.putFraction(fraction{d.sum(), pairs})
	if pairs == 0 {
		s.put(math.NaN())
	} else {
		s.put(float64(len(d.at) - 1))
	}
	if f == arcDistanceFamily {
		s.putFraction(hierarchy(pairs, s.net.mutuallyReachable()))
		return
	}
	value, ok := closenessCentralization(d, s.sources.harmonic)
	if !ok || n < 3 {
		value = math.NaN()
	}
	s.put(value)
}

// mutuallyReachable is the number of pairs that reach each other along arcs.
func (b *bitRows) mutuallyReachable() (pairs int64) {
	for left := ^uint64(0) >> (maxBits - b.n); left != 0; {
		first := left & -left
		piece := b.reach(&b.out, first) & b.reach(&b.in, first)
		left &^= piece
		size := int64(bits.OnesCount64(piece))
		pairs += size * (size - 1) / 2
	}
	return pairs
}

func (s *scratch) centralization(words *[maxBits]uint64) float64 {
	n := int64(s.net.n)
	most, sum := 0, 0
	for _, w := range words[:n] {
		d := bits.OnesCount64(w)
		most, sum = max(most, d), sum+d
	}
	return float64(n*int64(most)-int64(sum)) / float64((n-1)*(n-1))
}

func (s *scratch) betweenness(f family) {
	n := s.net.n
	s.out.fill(s.net.out[:n])
	s.values = append(s.values, make([]float64, n+1)...)
	nodes := s.values[1:]
	for v := range int32(n) {
		s.brandes.from(s.out, v)
	}
	s.brandes.flush(nodes)
	if s.values[0] = math.NaN(); n >= 3 {
		s.values[0] = betweenCentralization(nodes)
	}
	if f == betweenFamily {
		for i := range nodes {
			nodes[i] *= .5
		}
	}
}

func (s *scratch) assortativity() {
	s.out.fill(s.net.out[:s.net.n])
	value, ok := s.out.degreeAssortativity()
	if !ok {
		value = math.NaN()
	}
	s.put(value)
}

func (s *scratch) eigenvector() {
	s.out.fill(s.net.out[:s.net.n])
	for range s.net.n {
		s.put(math.NaN())
	}
	if len(s.out.adj) == 0 {
		return
	}
	nodes, _ := s.out.largest()
	if x, _, ok := s.out.eigenvector(nodes, maxWork); ok {
		for _, v := range nodes {
			s.values[v] = x[v]
		}
	}
}
