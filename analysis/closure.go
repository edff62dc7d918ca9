package analysis

import "math"

// closure computes the indicators of triangles in U.
func (r *run) closure(id Indicator) {
	m := r.start(Scope{Kind: ScopeNetwork})
	n := r.n.N()
	if n == 0 && id != Triangles {
		m.undefined(NoNodes)
		r.add(m)
		return
	}
	c := r.closing()
	if id == Triangles {
		m.value(float64(c.triangles))
		if m.PairsUnknown > 0 {
			full := c.triangles
			if n >= 3 {
				full = r.filledRows(false).closure(r.workers).triangles
			}
			m.Bounds = &Bounds{Lower: float64(c.triangles), Upper: float64(full), Method: Monotone}
		}
		r.add(m)
		return
	}
	switch {
	case c.twoPaths == 0:
		m.undefined(NoTwoPaths)
	case id == Transitivity:
		m.ratio(3*c.triangles, c.twoPaths)
	default:
		local, some := c.local(r.n.under)
		if id == AverageClustering {
			m.value(local / float64(some))
		} else {
			m.value(local / float64(n))
		}
	}
	at := map[Indicator]int{Transitivity: 0, AverageClustering: 1, AverageClusteringAll: 2}[id]
	r.enumerate(&m, closureFamily, at)
	r.add(m)
}

// local sums 2t/(d(d−1)) over the nodes of degree 2 or more, and counts them.
func (c *closure) local(under rows) (total float64, some int) {
	var s sum
	for i, t := range c.at {
		if d := int64(under.off[i+1] - under.off[i]); d >= 2 {
			s.add(float64(2*t) / float64(d*(d-1)))
			some++
		}
	}
	return s.value(), some
}

// directedClosure computes the indicators of directed triples.
func (r *run) directedClosure(id Indicator) {
	m := r.start(Scope{Kind: ScopeNetwork})
	if !r.needsArcs(&m) {
		r.add(m)
		return
	}
	if id == TriadCensus {
		r.triadCensus(m)
		return
	}
	t := r.tripleCounts()
	at := 0
	if id == TransitivityDirected {
		if t.twoPaths == 0 {
			m.undefined(NoTwoPaths)
		} else {
			m.ratio(t.closed(), t.twoPaths)
		}
	} else {
		at = 1
		if total, ok := t.fagiolo(); ok {
			m.value(total / float64(r.n.N()))
		} else {
			m.undefined(NoTwoPaths)
		}
	}
	r.enumerate(&m, triplesFamily, at)
	r.add(m)
}

func (r *run) triadCensus(m Measure) {
	if r.n.N() < 3 {
		m.undefined(TooFewNodes)
		r.add(m)
		return
	}
	for k, c := range r.tripleCounts().census() {
		m := r.start(Scope{Kind: ScopeNetwork, Keys: []string{triadNames[k]}})
		m.value(float64(c))
		r.enumerate(&m, triplesFamily, 2+k)
		r.add(m)
	}
}

// weightedClustering computes the clustering coefficients that use weights.
func (r *run) weightedClustering(id Indicator) {
	m := r.start(Scope{Kind: ScopeNetwork})
	switch {
	case r.n.N() == 0:
		m.undefined(NoNodes)
	case r.n.weights == nil:
		m.undefined(NotWeighted)
	case r.closing().twoPaths == 0:
		m.undefined(NoTwoPaths)
	default:
		mean := r.n.barrat
		if id == ClusteringOnnela {
			mean = r.n.onnela
		}
		if v, ok := mean(r.n.underWeights()); ok {
			m.value(v)
		} else {
			m.undefined(NoVariation)
		}
	}
	r.add(m)
}

// underWeights are the weights parallel to the rows of U, those of both arcs of a
// dyad added.
func (n *Network) underWeights() []float64 {
	if !n.directed {
		return n.weights
	}
	weights := make([]float64, len(n.under.adj))
	at := make([]int32, n.N()) // the next entry of each row of U that waits for an arc in
	copy(at, n.under.off)
	for i := range n.N() {
		next := n.under.off[i]
		for k := n.ties.off[i]; k < n.ties.off[i+1]; k++ {
			j := n.ties.adj[k]
			for n.under.adj[next] != j {
				next++
			}
			weights[next] += n.weights[k]
			for n.under.adj[at[j]] != int32(i) {
				at[j]++
			}
			weights[at[j]] += n.weights[k]
		}
	}
	return weights
}

// eachTriangle lists all triangles of U, with the places of their ties.
func (n *Network) eachTriangle(do func(*triangle)) {
	f := n.under.forward(true, 1)
	seen := make([]int32, n.N())
	var found []triangle
	for v := range int32(n.N()) {
		found = f.list(v, seen, found[:0])
		for k := range found {
			do(&found[k])
		}
	}
}

// barrat is the mean over nodes of what their triangles weigh; ok is false when all
// nodes of degree 2 or more have ties of weight 0 only.
func (n *Network) barrat(weights []float64) (mean float64, ok bool) {
	closed := make([]float64, n.N())
	n.eachTriangle(func(t *triangle) {
		first, second, third := weights[t.tie[0]], weights[t.tie[1]], weights[t.tie[2]]
		closed[t.node[0]] += first + second
		closed[t.node[1]] += first + third
		closed[t.node[2]] += second + third
	})
	var s sum
	some := 0
	for i, w := range closed {
		var strength sum
		for k := n.under.off[i]; k < n.under.off[i+1]; k++ {
			strength.add(weights[k])
		}
		if d := n.Degree(i); d >= 2 && strength.value() > 0 {
			s.add(w / (strength.value() * float64(d-1)))
			some++
		}
	}
	return s.value() / float64(max(some, 1)), some > 0
}

// onnela is the mean over nodes of the geometric means of their triangles; ok is
// false when all weights are 0.
func (n *Network) onnela(weights []float64) (mean float64, ok bool) {
	most := 0.0
	for _, w := range weights {
		most = max(most, w)
	}
	if most == 0 {
		return 0, false
	}
	intensity := make([]float64, n.N())
	n.eachTriangle(func(t *triangle) {
		w := math.Cbrt(weights[t.tie[0]] / most * (weights[t.tie[1]] / most) * (weights[t.tie[2]] / most))
		for _, v := range t.node {
			intensity[v] += w
		}
	})
	var s sum
	some := 0
	for i, w := range intensity {
		if d := n.Degree(i); d >= 2 {
			s.add(2 * w / float64(d*(d-1)))
			some++
		}
	}
	return s.value() / float64(some), true
}
