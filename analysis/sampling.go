package analysis

import (
	"math"
	"slices"
)

// sampleLevel is the probability that the errors of an approximation are all within
// what its interval says.
const sampleLevel = .95

// sampledSources draws those that stand for all nodes where a search from each would cost
// too much, without replacement, the same ones for all indicators of a network. Their
// paths take an eighth of what the exact computation may take at its limit.
func (r *run) sampledSources(along bool) []int32 {
	_, ties := r.passes(along)
	all := ties.nodes()
	stream := newStreams(r.seed, "sources").of(0)
	drawn := all[:max(1, min(len(all), int(r.sampleWork/max(1, r.arcs(along)))))]
	for k := range drawn {
		j := k + stream.below(len(all)-k)
		all[k], all[j] = all[j], all[k]
	}
	slices.Sort(drawn)
	return drawn
}

// hoeffding is the half width of the interval of the mean of draws from [0, 1], such
// that families of so many means are all within with probability [sampleLevel]
// (Hoeffding 1963; for draws without replacement too).
func hoeffding(draws, means int) float64 {
	return math.Sqrt(math.Log(2*float64(means)/(1-sampleLevel)) / (2 * float64(draws)))
}

// sampledInterval is value ± half, within what is possible.
func sampledInterval(value, half, most float64, draws int) Interval {
	return Interval{Lo: max(0, value-half), Hi: min(most, value+half), Level: sampleLevel, Method: Hoeffding, Replicates: draws}
}

// sampledCompactness gives a measure the compactness, or 1 minus it, of the paths from
// a sample: the mean over sources of Σ 1/d/(n−1), which is between 0 and 1.
func (r *run) sampledCompactness(m *Measure, along, breadth bool) {
	_, ties := r.passes(along)
	from := r.sampledSources(along)
	x := ties.distancesFrom(from, r.workers).efficiency() / float64(len(from)) / float64(r.n.N()-1)
	if breadth {
		x = 1 - x
	}
	m.value(x)
	m.Interval, m.Seed = new(sampledInterval(x, hoeffding(len(from), 1), 1, len(from))), r.seed
	m.warn(Approximate)
}

// sampledBetweenness gives the nodes the betweenness that the paths from a sample let
// expect (Brandes & Pich 2007). What a source adds to a node, over n−2, is between 0 and
// 1; the intervals hold for all nodes together.
func (r *run) sampledBetweenness(along bool, half float64) column {
	_, ties := r.passes(along)
	from := r.sampledSources(along)
	n := float64(r.n.N())
	c := column{values: ties.betweennessFrom(from, r.workers), warn: []Warning{Approximate}}
	width := half * n * (n - 2) * hoeffding(len(from), r.n.N())
	c.intervals = make([]Interval, len(c.values))
	for v := range c.values {
		c.values[v] *= half * n / float64(len(from))
		c.intervals[v] = sampledInterval(c.values[v], width, half*(n-1)*(n-2), len(from))
	}
	return c
}
