package analysis

// distance computes the network's indicators of distances.
func (r *run) distance(id Indicator) {
	along := id == MeanDistanceDirected || id == DiameterDirected || id == CompactnessDirected || id == BreadthDirected
	m := r.start(Scope{Kind: ScopeNetwork})
	n := int64(r.n.N())
	switch {
	case along && !r.needsArcs(&m):
	case n == 0:
		m.undefined(NoNodes)
	case !r.affordable(along) && (!r.approximate || id != Compactness && id != CompactnessDirected && id != Breadth && id != BreadthDirected):
		m.tooLarge()
	case !r.affordable(along):
		r.sampledCompactness(&m, along, id == Breadth || id == BreadthDirected)
	default:
		switch id {
		case MeanDistance, MeanDistanceDirected, Diameter, DiameterDirected:
			r.geodesics(&m, along, id == Diameter || id == DiameterDirected)
		default:
			r.compactness(&m, along, id == Breadth || id == BreadthDirected)
		}
	}
	r.add(m)
}

// geodesics gives a measure the mean or the largest distance.
func (r *run) geodesics(m *Measure, along, largest bool) {
	d := r.distances(along)
	pairs, at := d.pairs(), 0
	switch {
	case pairs == 0:
		m.undefined(NoReachablePairs)
	case largest:
		m.value(float64(len(d.at) - 1))
	case along:
		m.ratio(d.sum(), pairs)
	default: // each pair once
		m.ratio(d.sum()/2, pairs/2)
	}
	if largest {
		at = 1
	}
	if along {
		r.enumerate(m, arcDistanceFamily, at)
	} else {
		r.enumerate(m, distanceFamily, at)
	}
}

// compactness gives a measure the compactness or 1 minus it.
func (r *run) compactness(m *Measure, along, breadth bool) {
	n := int64(r.n.N())
	if n < 2 {
		m.undefined(TooFewNodes)
		return
	}
	of := func(d *distances) float64 {
		x := d.efficiency() / float64(n*(n-1))
		if breadth {
			return 1 - x
		}
		return x
	}
	m.value(of(r.distances(along)))
	if m.PairsUnknown > 0 {
		var s span
		s.include(*m.Value)
		s.include(of(r.filledDistances(along)))
		m.attach(s, Monotone)
	}
}

// reachability computes the indicators of paths along arcs.
func (r *run) reachability(id Indicator) {
	m := r.start(Scope{Kind: ScopeNetwork})
	n := int64(r.n.N())
	switch {
	case !r.n.directed:
		m.undefined(NotDirected)
	case id == StrongComponents:
		_, count := r.n.ties.strong()
		m.value(float64(count))
		if m.PairsUnknown > 0 {
			_, fewer := r.filledRows(true).strong()
			m.Bounds = &Bounds{Lower: float64(fewer), Upper: float64(count), Method: Monotone}
		}
	case n < 2:
		m.undefined(tooFew(n))
	case id == StrongComponentRatio:
		_, count := r.n.ties.strong()
		m.ratio(int64(count-1), n-1)
		if m.PairsUnknown > 0 {
			_, fewer := r.filledRows(true).strong()
			m.Bounds = &Bounds{Lower: float64(fewer-1) / float64(n-1), Upper: *m.Value, Method: Monotone}
		}
	case !r.affordable(true):
		m.tooLarge()
	default:
		m.ratio(r.distances(true).pairs(), n*(n-1))
		if m.PairsUnknown > 0 {
			m.Bounds = &Bounds{Lower: *m.Value, Upper: float64(r.filledDistances(true).pairs()) / float64(n*(n-1)), Method: Monotone}
		}
	}
	r.add(m)
}

// tieValue computes the means of weights.
func (r *run) tieValue(id Indicator) {
	m := r.start(Scope{Kind: ScopeNetwork})
	n := int64(r.n.N())
	switch {
	case n == 0:
		m.undefined(NoNodes)
	case r.n.weights == nil:
		m.undefined(NotWeighted)
	case id == AverageTieValueTies && r.n.M() == 0:
		m.undefined(NoTies)
	case id == AverageTieValuePairs && n < 2:
		m.undefined(TooFewNodes)
	case id == AverageTieValuePairs && m.PairsKnown == 0:
		m.undefined(NoKnownPairs)
	default:
		var weights sum
		for t := range r.n.Ties() {
			weights.add(t.Weight)
		}
		if id == AverageTieValueTies {
			m.value(weights.value() / float64(r.n.M()))
		} else {
			m.value(weights.value() / float64(m.PairsAtRisk))
		}
	}
	r.add(m)
}
