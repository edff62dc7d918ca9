package analysis

import "math"

// Limits of the small-world quotient: below so many nodes chance alone gives short
// paths and triangles, and so many random networks give its denominators.
const (
	minSmallWorld  = 20
	smallWorldRuns = 199
)

// smallWorld compares transitivity and distances with those of random networks that
// have as many ties.
func (r *run) smallWorld() {
	m := r.start(Scope{Kind: ScopeNetwork})
	n := r.n.N()
	switch {
	case n < minSmallWorld:
		m.undefined(tooFew(int64(n)))
	case r.n.pieces(false).count > 1:
		m.undefined(NotConnected)
	case n > maxDrawn || int64(n)*int64(r.n.M()) > maxWork/smallWorldRuns:
		m.tooLarge()
	default:
		r.quotient(&m)
	}
	r.add(m)
}

// quotient draws the random networks. A connected network of 20 nodes has paths of two
// ties, so that its transitivity is defined.
func (r *run) quotient(m *Measure) {
	inner := &run{ctx: r.ctx, subject: r.subject, n: r.n, workers: r.workers, valuesOnly: true, exactWork: r.exactWork}
	inner.measureAll([]Indicator{Transitivity, MeanDistance})
	targets := []*Measure{&inner.out[0], &inner.out[1]}
	x := newPlan(r.n, nil).replicate(r.ctx, Options{Replicates: smallWorldRuns, Workers: r.workers}, r.seed, purpose(CUGTies), targets)
	if x.cancelled {
		m.Status, m.Reason = NotComputed, Cancelled
		return
	}
	_, clustering, _ := moments(x.values[0])
	_, distance, _ := moments(x.values[1])
	q := *targets[0].Value / clustering / (*targets[1].Value / distance)
	if math.IsNaN(q) || math.IsInf(q, 0) {
		m.undefined(NoVariation)
		return
	}
	m.value(q)
	m.Seed = r.seed
}

// relativeConnectivity gives for each node effective size times the mean weight of the
// ties it receives, in percent of the largest.
func (r *run) relativeConnectivity() {
	switch {
	case r.n.N() == 0:
		r.nodeBorder(Undefined, NoNodes)
	case r.n.M() == 0:
		r.nodeBorder(Undefined, NoTies)
	case r.n.weights == nil:
		r.nodeBorder(Undefined, NotWeighted)
	case r.wantsNodes():
		c := column{values: make([]float64, r.n.N()), absent: make([]bool, r.n.N()), why: NoRatings}
		received, counts := make([]sum, r.n.N()), make([]int, r.n.N())
		for t := range r.n.Ties() {
			received[t.To].add(t.Weight)
			counts[t.To]++
			if !r.n.directed {
				received[t.From].add(t.Weight)
				counts[t.From]++
			}
		}
		most, triangles := 0.0, r.closing().at
		for v := range c.values {
			if c.absent[v] = counts[v] == 0; !c.absent[v] {
				c.values[v] = effectiveSize(int64(r.n.Degree(v)), triangles[v], false) * received[v].value() / float64(counts[v])
				most = max(most, c.values[v])
			}
		}
		if most == 0 {
			r.nodeBorder(Undefined, NoVariation)
			return
		}
		for v := range c.values {
			c.values[v] *= 100 / most
		}
		r.column(c)
	}
}
