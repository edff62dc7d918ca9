package analysis

import "math"

// bipartite is the adjacency of a two-mode network: the first nodes are its rows, the
// others its columns, and ties run between the two.
type bipartite struct {
	rows
	first int
}

func (b bipartite) n() int { return len(b.off) - 1 }

func (b bipartite) degree(v int32) int64 { return int64(b.off[v+1] - b.off[v]) }

// span is from where to where the nodes of a mode go.
func (b bipartite) span(m Mode) (from, end int) {
	if m == RowMode {
		return 0, b.first
	}
	return b.first, b.n()
}

// centralization is Σ(d_max − d_i) of one mode over its maximum (n1−1)(n2−1); the
// denominator is 0 when a mode has fewer than two nodes.
func (b bipartite) centralization(m Mode) fraction {
	from, end := b.span(m)
	var most, total int64
	for v := from; v < end; v++ {
		d := b.degree(int32(v))
		most, total = max(most, d), total+d
	}
	n1, n2 := int64(b.first), int64(b.n()-b.first)
	if n1 < 2 || n2 < 2 {
		return fraction{}
	}
	return fraction{int64(end-from)*most - total, (n1 - 1) * (n2 - 1)}
}

// sharing is what the nodes that two nodes share add up to.
type sharing struct {
	fourCycles int64
	threePaths int64   // L3, paths of three ties
	overlap    [2]sum  // of rows and columns, over the nodes
	redundancy sum     // over the nodes of degree two or more
	several    int     // how many these are
	pairs      []int64 // by node, ordered pairs of its partners that share another node too
	shared     []int32 // by node, how many it shares with the one in hand
	list       []int32
}

// share goes through the paths of two ties from every node, in time Σd².
func (b bipartite) share(s *sharing) {
	n := b.n()
	if len(s.shared) < n {
		s.pairs, s.shared = make([]int64, n), make([]int32, n)
	}
	*s = sharing{pairs: s.pairs, shared: s.shared, list: s.list}
	clear(s.pairs)
	for u := range int32(n) {
		s.reach(b, u)
	}
	for v := range int32(n) {
		d := b.degree(v)
		if d >= 2 {
			s.redundancy.add(float64(s.pairs[v]) / float64(d*(d-1)))
			s.several++
		}
		if int(v) < b.first {
			for _, w := range b.row(int(v)) {
				s.threePaths += (d - 1) * (b.degree(w) - 1)
			}
		}
	}
}

// reach adds what node u shares with others.
func (s *sharing) reach(b bipartite, u int32) {
	s.list = s.list[:0]
	for _, v := range b.row(int(u)) {
		for _, w := range b.row(int(v)) {
			if w == u {
				continue
			}
			if s.shared[w] == 0 {
				s.list = append(s.list, w)
			}
			s.shared[w]++
		}
	}
	mode := 0
	if int(u) >= b.first {
		mode = 1
	}
	var overlap sum
	for _, w := range s.list {
		q := int64(s.shared[w])
		overlap.add(float64(q) / float64(b.degree(u)+b.degree(w)-q))
		if mode == 0 && u < w {
			s.fourCycles += q * (q - 1) / 2
		}
	}
	if len(s.list) > 0 {
		s.overlap[mode].add(overlap.value() / float64(len(s.list)))
	}
	for _, v := range b.row(int(u)) {
		for _, w := range b.row(int(v)) {
			if w != u && s.shared[w] >= 2 {
				s.pairs[v]++
			}
		}
	}
	for _, w := range s.list {
		s.shared[w] = 0
	}
}

// fourPaths counts the paths of four ties i–p–v–q–j between distinct rows i, v, j and
// columns p, q, and those of which i and j share a further column.
func (b bipartite) fourPaths() (closed, all int64) {
	n := b.n()
	shared, ofStart, ofFirst := make([]int32, n), make([]bool, n), make([]bool, n)
	for i := range b.first {
		for _, p := range b.row(i) {
			ofStart[p] = true
			for _, j := range b.row(int(p)) {
				shared[j]++
			}
		}
		for _, p := range b.row(i) {
			for _, v := range b.row(int(p)) {
				ofFirst[v] = true
			}
			for _, v := range b.row(int(p)) {
				if int(v) != i {
					c, a := b.endings(int32(i), p, v, shared, ofStart, ofFirst)
					closed, all = closed+c, all+a
				}
			}
			for _, v := range b.row(int(p)) {
				ofFirst[v] = false
			}
		}
		for _, p := range b.row(i) {
			ofStart[p] = false
			for _, j := range b.row(int(p)) {
				shared[j] = 0
			}
		}
	}
	return closed / 2, all / 2 // each from both ends
}

// endings counts how a path i–p–v goes on. shared is by row what it has in common with
// i, ofStart marks the columns of i, ofFirst the rows of p.
func (b bipartite) endings(i, p, v int32, shared []int32, ofStart, ofFirst []bool) (closed, all int64) {
	for _, q := range b.row(int(v)) {
		if q == p {
			continue
		}
		for _, j := range b.row(int(q)) {
			if j == v || j == i {
				continue
			}
			all++
			further := shared[j]
			if ofFirst[j] {
				further--
			}
			if ofStart[q] {
				further--
			}
			if further > 0 {
				closed++
			}
		}
	}
	return closed, all
}

// fourPathWork is about how many steps fourPaths takes.
func (b bipartite) fourPathWork() (steps int64) {
	for v := range b.first {
		var around int64
		for _, p := range b.row(v) {
			around += b.degree(p)
		}
		steps += around * around
	}
	return steps
}

// structured is a value of a two-mode network: a ratio of integers, a mean when the
// denominator is 0, or none.
type structured struct {
	fraction
	mean float64
	why  Reason
}

// structure computes one of structureOfTwo from what nodes share.
func (b bipartite) structure(id Indicator, s *sharing) (v structured) {
	rows, columns := b.first, b.n()-b.first
	mean := func(s sum, of int, why Reason) {
		if of == 0 {
			v.why = why
		} else {
			v.mean = s.value() / float64(of)
		}
	}
	ratio := func(num, den int64, why Reason) {
		if den == 0 {
			v.why = why
		} else {
			v.fraction = fraction{num, den}
		}
	}
	switch id {
	case TwoModeCentralizationRows:
		f := b.centralization(RowMode)
		ratio(f.num, f.den, tooFew(int64(min(rows, columns))))
	case TwoModeCentralizationColumns:
		f := b.centralization(ColumnMode)
		ratio(f.num, f.den, tooFew(int64(min(rows, columns))))
	case TwoModeClustering:
		ratio(4*s.fourCycles, s.threePaths, NoTwoPaths)
	case TwoModeOverlapRows:
		mean(s.overlap[0], rows, NoNodes)
	case TwoModeOverlapColumns:
		mean(s.overlap[1], columns, NoNodes)
	case TwoModeRedundancy:
		mean(s.redundancy, s.several, NoTwoPaths)
	case TwoModeClusteringOpsahl:
		closed, all := b.fourPaths()
		ratio(closed, all, NoTwoPaths)
	}
	return v
}

// newman is Σ k/2 over the columns of k ≥ 2 rows, doubled.
func (b bipartite) newman() (twice int64) {
	for v := b.first; v < b.n(); v++ {
		if k := b.degree(int32(v)); k >= 2 {
			twice += k
		}
	}
	return twice
}

// mostBetween is the largest betweenness of a node of a mode of size own against
// other, over unordered pairs (Borgatti & Everett 1997).
func mostBetween(own, other int64) float64 {
	if own < 1 || other < 1 {
		return 0
	}
	s, t := (own-1)/other, (own-1)%other
	return float64(other*other*(s+1)*(s+1)+other*(s+1)*(2*t-s-1)-t*(2*s-t+3)) / 2
}

// closeness is (other + 2(own−1))/Σd of each node of a network in one piece.
func (b bipartite) closeness(d *distances) []float64 {
	values := make([]float64, b.n())
	n1, n2 := int64(b.first), int64(b.n()-b.first)
	for v := range values {
		own, other := n1, n2
		if v >= b.first {
			own, other = n2, n1
		}
		values[v] = float64(other+2*(own-1)) / float64(d.farness[v])
	}
	return values
}

// normalize divides betweenness, summed over ordered pairs, by its maximum; NaN in a
// mode that cannot have any.
func (b bipartite) normalize(ordered []float64) {
	n1, n2 := int64(b.first), int64(b.n()-b.first)
	rows, columns := 2*mostBetween(n1, n2), 2*mostBetween(n2, n1)
	for v := range ordered {
		most := rows
		if v >= b.first {
			most = columns
		}
		if most == 0 {
			ordered[v] = math.NaN()
		} else {
			ordered[v] /= most
		}
	}
}
