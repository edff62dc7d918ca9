package analysis

import "slices"

// degree gives the degrees of the nodes, in U or along arcs.
func (r *run) degree(id Indicator) {
	ties, ends := r.n.under, func(i, j int) bool { return r.n.unknown.has(i, j) || r.n.unknown.has(j, i) }
	switch id {
	case OutDegree:
		ties, ends = r.n.ties, r.n.unknown.has
	case InDegree:
		ties, ends = r.n.in, func(i, j int) bool { return r.n.unknown.has(j, i) }
	}
	if !r.readyNodes(id != Degree, 1) {
		return
	}
	n := r.n.N()
	c := column{values: make([]float64, n), method: Monotone}
	for i := range c.values {
		c.values[i] = float64(ties.off[i+1] - ties.off[i])
	}
	if n > 1 {
		c.normal = 1 / float64(n-1)
	}
	if r.n.nUnknown > 0 {
		c.low, c.high = c.values, make([]float64, n)
		for i := range n {
			row, more := ties.row(i), 0
			for j := range n {
				if len(row) > 0 && int(row[0]) == j {
					row = row[1:]
				} else if ends(i, j) {
					more++
				}
			}
			c.high[i] = c.values[i] + float64(more)
		}
	}
	r.column(c)
}

// readyNodes reports whether an indicator of nodes is to be computed; if it has no
// value on the network it says so.
func (r *run) readyNodes(arcs bool, least int) bool {
	switch n := r.n.N(); {
	case n == 0:
		r.nodeBorder(Undefined, NoNodes)
	case arcs && !r.n.directed:
		r.nodeBorder(Undefined, NotDirected)
	case n < least:
		r.nodeBorder(Undefined, TooFewNodes)
	default:
		return r.wantsNodes()
	}
	return false
}

// arcCentralization computes the centralisation of in- or out-degrees.
func (r *run) arcCentralization(id Indicator) {
	m := r.start(Scope{Kind: ScopeNetwork})
	n := int64(r.n.N())
	switch {
	case !r.needsArcs(&m):
	case n < 3:
		m.undefined(TooFewNodes)
	default:
		ties, at := r.n.in, 0
		if id == OutDegreeCentralization {
			ties, at = r.n.ties, 1
		}
		most := int64(0)
		for i := range n {
			most = max(most, int64(ties.off[i+1]-ties.off[i]))
		}
		m.ratio(n*most-int64(r.n.M()), (n-1)*(n-1))
		r.enumerate(&m, arcDegreeFamily, at)
	}
	r.add(m)
}

// betweenness gives the betweenness of the nodes or its centralisation.
func (r *run) betweenness(id Indicator) {
	along := id == BetweennessDirected || id == BetweennessCentralizationDirected
	family := betweenFamily
	if along {
		family = arcBetweenFamily
	}
	n := r.n.N()
	if id == BetweennessCentralization || id == BetweennessCentralizationDirected {
		m := r.start(Scope{Kind: ScopeNetwork})
		switch {
		case along && !r.needsArcs(&m):
		case n < 3:
			m.undefined(tooFew(int64(n)))
		case !r.affordable(along):
			m.tooLarge()
		default:
			m.value(betweenCentralization(r.betweennesses(along)))
			r.enumerate(&m, family, 0)
		}
		r.add(m)
		return
	}
	if !r.readyNodes(along, 1) {
		return
	}
	half := 1.0
	if !along { // each pair was counted from both ends
		half = .5
	}
	c := column{method: Enumerated}
	switch {
	case r.affordable(along):
		c.values = make([]float64, n)
		for i, b := range r.betweennesses(along) {
			c.values[i] = b * half
		}
		r.enumerateNodes(&c, family, 1)
	case r.approximate:
		c = r.sampledBetweenness(along, half)
	default:
		r.nodeBorder(NotComputed, BudgetExceeded)
		return
	}
	if n > 2 {
		c.normal = 1 / (half * float64((n-1)*(n-2)))
	}
	r.column(c)
}

// betweenCentralization works on betweenness over ordered pairs.
func betweenCentralization(between []float64) float64 {
	n := float64(len(between))
	return excess(between) / ((n - 1) * (n - 1) * (n - 2))
}

// excess is Σ(max − x).
func excess(values []float64) float64 {
	most := 0.0
	for _, x := range values {
		most = max(most, x)
	}
	var s sum
	for _, x := range values {
		s.add(most - x)
	}
	return s.value()
}

// closeness gives the harmonic or classical closeness of the nodes, or the
// centralisation of the latter.
func (r *run) closeness(id Indicator) {
	n := r.n.N()
	if id == ClosenessCentralization {
		m := r.start(Scope{Kind: ScopeNetwork})
		switch {
		case n < 3:
			m.undefined(tooFew(int64(n)))
		case !r.affordable(false):
			m.tooLarge()
		default:
			if v, ok := closenessCentralization(r.distances(false), make([]float64, n)); ok {
				m.value(v)
			} else {
				m.undefined(NotConnected)
			}
			r.enumerate(&m, distanceFamily, 2)
		}
		r.add(m)
		return
	}
	if !r.readyNodes(false, 2) {
		return
	}
	if !r.affordable(false) {
		r.nodeBorder(NotComputed, BudgetExceeded)
		return
	}
	d := r.distances(false)
	if id == ClosenessCentrality && !d.connected() {
		r.nodeBorder(Undefined, NotConnected)
		return
	}
	of := func(d *distances) []float64 {
		values := make([]float64, n)
		for i := range values {
			if id == ClosenessCentrality {
				values[i] = float64(n-1) / float64(d.farness[i])
			} else {
				values[i] = d.harmonic[i] / float64(n-1)
			}
		}
		return values
	}
	c := column{values: of(d), method: Monotone}
	if r.n.nUnknown > 0 {
		c.low, c.high = c.values, of(r.filledDistances(false))
	}
	r.column(c)
}

// connected reports whether everybody reaches everybody.
func (d *distances) connected() bool {
	n := int64(len(d.farness))
	return d.pairs() == n*(n-1)
}

// closenessCentralization needs room for n values; ok is false when the network is
// not connected.
func closenessCentralization(d *distances, values []float64) (value float64, ok bool) {
	if !d.connected() {
		return 0, false
	}
	n := float64(len(values))
	for i, f := range d.farness {
		values[i] = (n - 1) / float64(f)
	}
	return excess(values) * (2*n - 3) / ((n - 1) * (n - 2)), true
}

// core gives the core numbers of the nodes, or the largest and how many have it.
func (r *run) core(id Indicator) {
	if id == CoreNumber && !r.readyNodes(false, 1) {
		return
	}
	if r.n.N() == 0 {
		r.nodeBorder(Undefined, NoNodes)
		return
	}
	cores, most := r.n.under.cores(r.workers), []int32(nil)
	if r.n.nUnknown > 0 {
		most = r.filledRows(false).cores(r.workers)
	}
	if id == CoreNumber {
		c := column{values: floats(cores), method: Monotone}
		if most != nil {
			c.low, c.high = c.values, floats(most)
		}
		r.column(c)
		return
	}
	m := r.start(Scope{Kind: ScopeNetwork})
	largest, size := slices.Max(cores), 0
	for _, k := range cores {
		if k == largest {
			size++
		}
	}
	m.value(float64(largest))
	if most != nil {
		m.Bounds = &Bounds{Lower: float64(largest), Upper: float64(slices.Max(most)), Method: Monotone}
	}
	r.add(m)
	m = r.start(Scope{Kind: ScopeNetwork, Keys: []string{"SIZE"}})
	m.value(float64(size))
	r.add(m)
}

func floats(numbers []int32) []float64 {
	values := make([]float64, len(numbers))
	for i, x := range numbers {
		values[i] = float64(x)
	}
	return values
}

// spectral gives the eigenvector centrality or the PageRank of the nodes.
func (r *run) spectral(id Indicator) {
	if !r.readyNodes(false, 1) {
		return
	}
	if id == PageRank {
		c := column{values: pageRank(r.n.ties, r.n.in, r.n.directed, r.workers), method: Enumerated}
		r.enumerateNodes(&c, pageRankFamily, 0)
		r.column(c)
		return
	}
	if len(r.n.under.adj) == 0 {
		r.nodeBorder(Undefined, NoTies)
		return
	}
	nodes, tied := r.n.under.largest()
	x, _, ok := r.n.under.eigenvector(nodes, maxWork)
	if !ok {
		r.nodeBorder(NotComputed, BudgetExceeded)
		return
	}
	c := column{values: x, why: NotConnected, absent: make([]bool, r.n.N()), method: Enumerated}
	for i := range c.absent {
		c.absent[i] = true
	}
	for _, v := range nodes {
		c.absent[v] = false
	}
	if tied {
		c.warn = append(c.warn, TiedComponent)
	}
	r.enumerateNodes(&c, eigenFamily, 0)
	r.column(c)
}

// largest lists the nodes of the largest component, the first one of several, and
// reports whether there are several.
func (r rows) largest() (nodes []int32, tied bool) {
	component := r.weak()
	size := make([]int, len(component))
	for _, c := range component {
		size[c]++
	}
	most := int32(0)
	for c, s := range size {
		switch {
		case s > size[most]:
			most, tied = int32(c), false
		case s == size[most] && int32(c) != most:
			tied = true
		}
	}
	for v, c := range component {
		if c == most {
			nodes = append(nodes, int32(v))
		}
	}
	return nodes, tied
}
