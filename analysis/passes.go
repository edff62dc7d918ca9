package analysis

// passes holds what one reading of a network, as U or along arcs, has been asked
// for: each part is computed when first needed and shared by all indicators.
type passes struct {
	near, filledNear *distances
	between          []float64
	closing          *closure
	filled           *rows
}

// passes picks the reading of an indicator.
func (r *run) passes(along bool) (*passes, rows) {
	if along {
		return &r.along, r.n.ties
	}
	return &r.under, r.n.under
}

// affordable reports whether n·m is small enough for a search from every node.
func (r *run) affordable(along bool) bool { return int64(r.n.N())*r.arcs(along) <= r.exactWork }

// arcs is the number of ties of U, or of arcs.
func (r *run) arcs(along bool) int64 {
	_, ties := r.passes(along)
	m := int64(len(ties.adj))
	if !along || !r.n.directed {
		m /= 2
	}
	return m
}

func (r *run) distances(along bool) *distances {
	p, ties := r.passes(along)
	if p.near == nil {
		p.near = ties.distances(r.workers)
	}
	return p.near
}

// filledDistances are those with every unknown pair present.
func (r *run) filledDistances(along bool) *distances {
	p, _ := r.passes(along)
	if p.filledNear == nil {
		p.filledNear = r.filledRows(along).distances(r.workers)
	}
	return p.filledNear
}

func (r *run) filledRows(along bool) rows {
	p, ties := r.passes(along)
	if p.filled == nil {
		p.filled = new(r.n.fill(ties, along))
	}
	return *p.filled
}

// fill adds to rows the unknown pairs, of both directions unless along arcs.
func (n *Network) fill(ties rows, along bool) rows {
	f := rows{off: make([]int32, 1, n.N()+1)}
	for i := range n.N() {
		row := ties.row(i)
		for j := range n.N() {
			tied := len(row) > 0 && int(row[0]) == j
			if tied {
				row = row[1:]
			}
			if tied || n.unknown.has(i, j) || !along && n.unknown.has(j, i) {
				f.adj = append(f.adj, int32(j))
			}
		}
		f.off = append(f.off, int32(len(f.adj)))
	}
	return f
}

func (r *run) bitRows() *bitRows {
	if r.bits == nil {
		r.bits = newBitRows(r.n.ties)
	}
	return r.bits
}

func (r *run) closing() *closure {
	if r.under.closing == nil {
		if r.n.N() <= maxBits {
			r.under.closing = new(r.bitRows().closure(make([]int64, r.n.N())))
		} else {
			r.under.closing = new(r.n.under.closure(r.workers))
		}
	}
	return r.under.closing
}

func (r *run) tripleCounts() *triples {
	if r.triples == nil {
		if n := r.n.N(); n <= maxBits {
			r.triples = &triples{around: make([]int64, n), possible: make([]int64, n)}
			r.bitRows().triples(r.triples)
		} else {
			r.triples = r.n.triples()
		}
	}
	return r.triples
}

func (r *run) betweennesses(along bool) []float64 {
	p, ties := r.passes(along)
	if p.between == nil {
		p.between = ties.betweenness(r.workers)
	}
	return p.between
}

// needsArcs gives the measure its reason when the indicator needs a directed
// network that is not empty.
func (r *run) needsArcs(m *Measure) bool {
	switch {
	case r.n.N() == 0:
		m.undefined(NoNodes)
	case !r.n.directed:
		m.undefined(NotDirected)
	default:
		return true
	}
	return false
}
