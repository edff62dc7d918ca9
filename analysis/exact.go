package analysis

import "math"

// exactEI attaches the exact test of an E-I index: with m ties on P known pairs of
// which P_int are inside a class, the number of internal ties is hypergeometric,
// P(I=k) = C(P_int,k)·C(P−P_int, m−k)/C(P,m). For one class the pairs are those that
// touch it. A high index is a low I.
func (r *run) exactEI(m *Measure) {
	x := newMix(r.n, m.Scope.Attribute)
	internal, pairs := x.knownPairs(r.n, m.Scope)
	ties := *m.Den
	inside := (ties - *m.Num) / 2
	lowest, highest := max(0, ties-(pairs-internal)), min(ties, internal)
	index := func(k int64) float64 { return float64(ties-2*k) / float64(ties) }
	m.exact(ExactEI, lowest, highest, inside,
		func(k int64) float64 { return choose(internal, k) + choose(pairs-internal, ties-k) }, index)
	m.Null.ReachLo, m.Null.ReachHi = new(index(highest)), new(index(lowest))
}

// knownPairs counts the known pairs inside a class and all of them, of known class:
// of the network, or those that touch one class.
func (m *mix) knownPairs(n *Network, scope Scope) (internal, pairs int64) {
	b := m.countBlocks(n)
	k := len(m.size)
	for a := range k {
		for c := range k {
			if !n.directed && c < a || scope.Kind == ScopeClass && m.names[a] != scope.Keys[0] && m.names[c] != scope.Keys[0] {
				continue
			}
			known := m.pairsAtRisk(a, c, n.directed) - b.unknown[a*k+c]
			pairs += known
			if a == c {
				internal += known
			}
		}
	}
	return internal, pairs
}

// exactReciprocity attaches the exact test of a reciprocity: of m arcs on D dyads,
// P(M=k) = C(D,k)·C(D−k, m−2k)·2^(m−2k)/C(2D,m). Both reciprocities rise with M. Only
// dyads known in both directions take part.
func (r *run) exactReciprocity(m *Measure) {
	d := r.n.dyads()
	arcs, dyads := 2*d.mutual+d.asymmetric, d.known()
	value := func(k int64) float64 { return float64(2*k) / float64(arcs) }
	if m.ID == DyadReciprocity {
		value = func(k int64) float64 { return float64(k) / float64(arcs-k) }
	}
	m.exact(ExactReciprocity, max(0, arcs-dyads), arcs/2, d.mutual, func(k int64) float64 {
		return choose(dyads, k) + choose(dyads-k, arcs-2*k) + float64(float64(arcs-2*k)*math.Ln2)
	}, value)
}

// exact attaches a test against the distribution of a count with these logarithms of
// weights; the value of the measure is monotone in the count. Tails are summed from
// the smallest terms up.
func (m *Measure) exact(model NullModel, lowest, highest, observed int64, weight, value func(int64) float64) {
	most := math.Inf(-1)
	for k := lowest; k <= highest; k++ {
		most = max(most, weight(k))
	}
	p := make([]float64, highest-lowest+1)
	for i := range p {
		p[i] = math.Exp(weight(lowest+int64(i)) - most)
	}
	at := int(observed - lowest)
	below, above := tail(p[:at+1]), tail(p[at:])
	total := below + tail(p[at+1:])
	var mean, squares sum
	for i := range p {
		p[i] /= total
		mean.add(float64(p[i] * value(lowest+int64(i))))
	}
	for i := range p {
		off := value(lowest+int64(i)) - mean.value()
		squares.add(float64(p[i] * off * off))
	}
	m.Null = &NullTest{
		Model: model, Exact: true, Mean: mean.value(), SD: math.Sqrt(squares.value()),
		PLower: min(1, below/total), PUpper: min(1, above/total),
	}
	if value(lowest) > value(highest) {
		m.Null.PLower, m.Null.PUpper = m.Null.PUpper, m.Null.PLower
	}
	m.complete()
}

// tail sums the terms of one tail from its thin end, whichever that is.
func tail(p []float64) float64 {
	var s sum
	if len(p) > 0 && p[0] > p[len(p)-1] {
		for i := len(p) - 1; i >= 0; i-- {
			s.add(p[i])
		}
		return s.value()
	}
	for _, x := range p {
		s.add(x)
	}
	return s.value()
}

// choose is the logarithm of the number of k-subsets of n.
func choose(n, k int64) float64 { return lnFactorial(n) - lnFactorial(k) - lnFactorial(n-k) }

func lnFactorial(n int64) float64 {
	x, _ := math.Lgamma(float64(n + 1))
	return x
}
