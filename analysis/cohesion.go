package analysis

// cohesion computes the counting indicators.
func (r *run) cohesion(id Indicator) {
	m := r.start(Scope{Kind: ScopeNetwork})
	n, ties := int64(r.n.N()), int64(r.n.M())
	ends := ties // ties counted at their ends: each once when directed, else twice
	if !r.n.directed {
		ends *= 2
	}
	switch id {
	case Nodes:
		m.value(float64(n))
	case Ties:
		m.value(float64(ties))
		m.closed(float64(ties), float64(ties+m.PairsUnknown))
	case Density:
		if n < 2 {
			m.undefined(tooFew(n))
			break
		}
		m.share(ties)
	case AverageDegree:
		if n == 0 {
			m.undefined(NoNodes)
			break
		}
		perPair := int64(2)
		if r.n.directed {
			perPair = 1
		}
		m.ratio(ends, n)
		m.closed(float64(ends)/float64(n), float64(ends+perPair*m.PairsUnknown)/float64(n))
	}
	r.add(m)
}

// tooFew is the reason for having fewer nodes than a definition needs.
func tooFew(n int64) Reason {
	if n == 0 {
		return NoNodes
	}
	return TooFewNodes
}

// share gives the measure the density of its pairs: ties among the known pairs,
// with the closed-form bounds ties/P and (ties+u)/P. There must be a pair at risk.
func (m *Measure) share(ties int64) {
	if m.PairsKnown == 0 {
		m.undefined(NoKnownPairs)
	} else {
		m.ratio(ties, m.PairsKnown)
	}
	m.closed(float64(ties)/float64(m.PairsAtRisk), float64(ties+m.PairsUnknown)/float64(m.PairsAtRisk))
}

// closed attaches closed-form bounds when pairs are unknown.
func (m *Measure) closed(lower, upper float64) {
	if m.PairsUnknown > 0 {
		m.Bounds = &Bounds{Lower: lower, Upper: upper, Method: ClosedForm}
	}
}

// connection computes the indicators of the component sizes of U. All of them
// rise or fall when ties are added, so the two extreme fillings are their bounds.
func (r *run) connection(id Indicator) {
	m := r.start(Scope{Kind: ScopeNetwork})
	if r.observed == nil {
		r.observed = new(r.n.pieces(false))
		r.filled = r.observed
		if r.n.nUnknown > 0 {
			r.filled = new(r.n.pieces(true))
		}
	}
	n := int64(r.n.N())
	num, den, why := r.observed.fraction(id, n)
	switch {
	case why != "":
		m.undefined(why)
	case den == 0:
		m.value(float64(num))
	default:
		m.ratio(num, den)
	}
	if m.PairsUnknown > 0 && why == "" {
		full, _, _ := r.filled.fraction(id, n)
		a, b := float64(num)/float64(max(den, 1)), float64(full)/float64(max(den, 1))
		m.Bounds = &Bounds{Lower: min(a, b), Upper: max(a, b), Method: Monotone}
	}
	r.add(m)
}

// fraction is the indicator as a ratio of integers; den is 0 for a plain count.
func (p pieces) fraction(id Indicator, n int64) (num, den int64, why Reason) {
	pairs := n * (n - 1)
	switch id {
	case Isolates:
		return int64(p.isolates), 0, ""
	case WeakComponents:
		return int64(p.count), 0, ""
	case Inclusiveness:
		num, den = n-int64(p.isolates), n
	case LargestComponentShare:
		num, den = int64(p.largest), n
	case ComponentRatio:
		num, den = int64(p.count)-1, n-1
	case Connectedness:
		num, den = p.joined, pairs
	case Fragmentation:
		num, den = pairs-p.joined, pairs
	}
	if den <= 0 {
		return 0, 0, tooFew(n)
	}
	return num, den, ""
}
