package analysis

import (
	"context"
	"math"
	"slices"
)

// Measure computes indicators of two-mode networks, all of them when none is asked
// for, as [Network.Measure] does; indicators of networks of organisations give
// NOT_ONE_MODE. Measures of nodes come for rows, then columns.
func (t *TwoMode) Measure(ctx context.Context, ids []Indicator, opts Options) []Measure {
	opts.resolve()
	r := t.net.run(ctx, SubjectTwoMode, opts)
	r.two = t
	r.measureAll(ids)
	r.infer(opts)
	return r.out
}

func (r *run) bipartite() bipartite { return bipartite{r.n.ties, r.two.rows} }

// twoMode computes the indicators of two-mode networks.
func (r *run) twoMode(id Indicator) {
	switch id {
	case TwoModeDegree, TwoModeCloseness, TwoModeBetweenness:
		if r.wantsNodes() {
			r.twoModeNodes(id)
		}
		return
	}
	m := r.start(Scope{Kind: ScopeNetwork})
	switch id {
	case TwoModeDensity:
		if m.PairsAtRisk == 0 {
			m.undefined(NoNodes)
		} else {
			m.share(int64(m.Ties))
		}
	case TwoModeAverageDegreeRows, TwoModeAverageDegreeColumns, TwoModeAverageDegreeAll:
		r.twoModeDegrees(&m)
	case TwoModeFourCycles:
		r.grown(&m, func(b bipartite) float64 {
			var s sharing
			b.share(&s)
			return float64(s.fourCycles)
		})
	case NewmanTieTotal:
		r.grown(&m, func(b bipartite) float64 { return float64(b.newman()) / 2 })
	default:
		r.twoModeStructure(&m)
	}
	r.add(m)
}

// twoModeDegrees gives a measure the mean degree of a mode or of both.
func (r *run) twoModeDegrees(m *Measure) {
	rows, columns := r.two.modes()
	nodes := rows + columns
	switch m.ID {
	case TwoModeAverageDegreeRows:
		nodes = rows
	case TwoModeAverageDegreeColumns:
		nodes = columns
	}
	if nodes == 0 {
		m.undefined(NoNodes)
		return
	}
	m.ratio(int64(m.Ties), nodes)
	m.closed(*m.Value, float64(int64(m.Ties)+m.PairsUnknown)/float64(nodes))
}

// grown gives a measure a value that ties only raise.
func (r *run) grown(m *Measure, of func(bipartite) float64) {
	m.value(of(r.bipartite()))
	if m.PairsUnknown > 0 {
		m.Bounds = &Bounds{Lower: *m.Value, Upper: of(bipartite{r.filledRows(false), r.two.rows}), Method: Monotone}
	}
}

// The values of a two-mode network that are computed for each filling, in this order.
var structureOfTwo = []Indicator{
	TwoModeCentralizationRows, TwoModeCentralizationColumns, TwoModeClustering,
	TwoModeOverlapRows, TwoModeOverlapColumns, TwoModeRedundancy, TwoModeClusteringOpsahl,
}

// twoModeStructure gives a measure its value with the range over all fillings.
func (r *run) twoModeStructure(m *Measure) {
	b := r.bipartite()
	if m.ID == TwoModeClusteringOpsahl && b.fourPathWork() > maxWork {
		m.tooLarge()
		return
	}
	if r.shares == nil {
		r.shares = &sharing{}
		b.share(r.shares)
	}
	v := b.structure(m.ID, r.shares)
	switch {
	case r.n.N() == 0:
		m.undefined(NoNodes)
		return
	case v.why != "":
		m.undefined(v.why)
	case v.den != 0:
		m.ratio(v.num, v.den)
	default:
		m.value(v.mean)
	}
	if m.PairsUnknown > 0 {
		m.bound(r.fillingsOfTwo(), slices.Index(structureOfTwo, m.ID))
	}
}

// fillingsOfTwo is the range of each value of structureOfTwo.
func (r *run) fillingsOfTwo() []span {
	if r.structures == nil {
		var s sharing
		r.structures = r.throughFillings(false, maxCostly, func(c *scratch) []float64 {
			c.out.fill(c.net.out[:c.net.n])
			b := bipartite{c.out, r.two.rows}
			b.share(&s)
			c.values = c.values[:0]
			for _, id := range structureOfTwo {
				switch v := b.structure(id, &s); {
				case v.why != "":
					c.put(math.NaN())
				case v.den != 0:
					c.putFraction(v.fraction)
				default:
					c.put(v.mean)
				}
			}
			return c.values
		})
	}
	return r.structures
}

// twoModeNodes gives an indicator of nodes: normalised by the sizes of both modes.
func (r *run) twoModeNodes(id Indicator) {
	rows, columns := r.two.modes()
	switch {
	case r.n.N() == 0:
		r.nodeBorder(Undefined, NoNodes)
	case id == TwoModeDegree:
		r.twoModeDegree(rows, columns)
	case !r.affordable(false):
		r.nodeBorder(NotComputed, BudgetExceeded)
	case id == TwoModeCloseness:
		r.twoModeCloseness()
	default:
		r.twoModeBetweenness()
	}
}

func (r *run) twoModeDegree(rows, columns int64) {
	for v := range r.n.N() {
		other := columns
		if v >= r.two.rows {
			other = rows
		}
		m := r.start(Scope{Kind: ScopeNode, Mode: r.two.modeOf(v), Keys: []string{r.n.ids[v]}})
		m.pairs(other, r.n.unknown.count(v))
		if other == 0 {
			m.undefined(NoNodes)
		} else {
			m.ratio(int64(r.n.Degree(v)), other)
			m.closed(*m.Value, float64(int64(r.n.Degree(v))+m.PairsUnknown)/float64(other))
		}
		r.add(m)
	}
}

func (r *run) twoModeCloseness() {
	d := r.distances(false)
	if r.n.N() < 2 {
		r.nodeBorder(Undefined, TooFewNodes)
		return
	}
	if !d.connected() {
		r.nodeBorder(Undefined, NotConnected)
		return
	}
	c := column{values: r.bipartite().closeness(d), method: Monotone}
	if r.n.nUnknown > 0 {
		c.low, c.high = c.values, r.bipartite().closeness(r.filledDistances(false))
	}
	r.column(c)
}

func (r *run) twoModeBetweenness() {
	b := r.bipartite()
	c := column{values: slices.Clone(r.betweennesses(false)), why: TooFewNodes, method: Enumerated}
	b.normalize(c.values)
	for _, x := range c.values {
		c.absent = append(c.absent, math.IsNaN(x))
	}
	if r.n.nUnknown > 0 {
		c.within(r.throughFillings(false, maxCostly, func(s *scratch) []float64 {
			s.values = s.values[:0]
			s.betweenness(arcBetweenFamily)
			nodes := s.values[1:]
			b.normalize(nodes)
			return nodes
		}), 0)
	}
	r.column(c)
}
