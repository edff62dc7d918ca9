package analysis

import (
	"context"
	"math"
	"math/bits"
	"slices"
)

// evaluateDrawn computes the families that have bounds of their own and are needed
// for random networks only.
func (s *scratch) evaluateDrawn(f family) {
	n := int64(s.net.n)
	switch f {
	case countFamily:
		pairs, ends := n*(n-1), s.ties()
		if !s.directed {
			pairs, ends = pairs/2, 2*ends
		}
		s.putFraction(fraction{s.ties(), pairs - s.unknown()})
		s.putFraction(fraction{ends, n})
	case pieceFamily:
		s.putFraction(fraction{s.net.pieces().joined, n * (n - 1)})
	case degreeFamily:
		most, sum := 0, 0
		for _, w := range s.net.under[:n] {
			d := bits.OnesCount64(w)
			most, sum = max(most, d), sum+d
		}
		s.putFraction(fraction{n*int64(most) - int64(sum), (n - 1) * (n - 2)})
	case compactFamily:
		s.put(s.efficiency() / float64(n*(n-1)))
	case arcFamily:
		s.arcs()
	}
}

// unknown counts the unknown pairs.
func (s *scratch) unknown() (pairs int64) {
	for _, w := range s.absent {
		pairs += int64(bits.OnesCount64(w))
	}
	if !s.directed {
		pairs /= 2
	}
	return pairs
}

// arcs computes the reciprocities, on the dyads known in both directions, and the
// directed transitivity, in one pass over the arcs.
func (s *scratch) arcs() {
	var arcs, back, closed, twoPaths int
	rows := &s.net.out
	for i, row := range rows[:s.net.n] {
		arcs += bits.OnesCount64(row)
		for left := row; left != 0; left &= left - 1 {
			next := rows[bits.TrailingZeros64(left)&63]
			twoPaths += bits.OnesCount64(next)
			closed += bits.OnesCount64(next & row)
			back += int(next >> (i & 63) & 1)
		}
	}
	known := arcs
	for i, unknown := range s.absent { // arcs i→j whose reversal is unknown
		known -= bits.OnesCount64(unknown & s.net.in[i])
	}
	s.putFraction(fraction{int64(back), int64(known)})
	s.putFraction(fraction{int64(back / 2), int64(known - back/2)})
	s.putFraction(fraction{int64(closed), int64(twoPaths - back)})
}

// efficiency is Σ 1/d over the ordered pairs that reach each other, in order of d.
func (s *scratch) efficiency() float64 {
	var at [maxBits]int64
	rows := &s.net.out
	for i := range s.net.n {
		seen := uint64(1) << (i & 63)
		here := rows[i&63] &^ seen
		for d := 1; here != 0; d++ {
			at[d] += int64(bits.OnesCount64(here))
			seen |= here
			next := uint64(0)
			for ; here != 0; here &= here - 1 {
				next |= rows[bits.TrailingZeros64(here)&63]
			}
			here = next &^ seen
		}
	}
	var total sum
	for d := 1; d < s.net.n; d++ {
		if at[d] > 0 {
			total.add(float64(at[d]) / float64(d))
		}
	}
	return total.value()
}

// place says where the value of a measure of a random network is found.
type place struct {
	family family
	at     int
	under  bool // of U
}

// places are those of the indicators that are families' values; the others are known
// to the whole machinery of Measure only.
var places = map[Indicator]place{
	Density:                           {countFamily, 0, false},
	AverageDegree:                     {countFamily, 1, false},
	ArcReciprocity:                    {arcFamily, 0, false},
	DyadReciprocity:                   {arcFamily, 1, false},
	TransitivityDirected:              {arcFamily, 2, false},
	TriadCensus:                       {triplesFamily, 2, false}, // and after, one a class
	Transitivity:                      {closureFamily, 0, true},
	AverageClustering:                 {closureFamily, 1, true},
	Connectedness:                     {pieceFamily, 0, true},
	Compactness:                       {compactFamily, 0, true},
	CompactnessDirected:               {compactFamily, 0, false},
	DegreeCentralization:              {degreeFamily, 0, true},
	InDegreeCentralization:            {arcDegreeFamily, 0, false},
	OutDegreeCentralization:           {arcDegreeFamily, 1, false},
	BetweennessCentralization:         {betweenFamily, 0, true},
	BetweennessCentralizationDirected: {arcBetweenFamily, 0, false},
	ClosenessCentralization:           {distanceFamily, 2, true},
	DegreeAssortativity:               {assortativityFamily, 0, true},
}

// gauge evaluates measures on drawn networks, one after another. Networks of at most
// 64 nodes are read as bit rows, in room made once; what is not known there, and
// larger networks, go through Measure.
type gauge struct {
	targets     []*Measure
	arcs, under *scratch // one when undirected
	readings    []reading
	mixes       []*mix
	mixed       []mixed
	whole       []int // targets that go through Measure
	wanted      wanted
	values      []float64 // of whole
	transposed  bool      // rows of arcs in are needed
}

// reading is one family with the targets that it has values for.
type reading struct {
	place
	slots []slot
}

type slot struct{ at, target int }

// mixed is a target on the classes of an attribute: the block density of two
// classes, or the E-I index of one or (−1) of all.
type mixed struct{ mix, row, column, target int }

func newGauge(p *plan, targets []*Measure) *gauge {
	net := p.net
	g := &gauge{targets: targets, wanted: wanted{two: p.two}}
	small := net.N() <= maxBits && p.two == nil
	if small {
		g.arcs = newScratch(&bitRows{n: net.N()}, net.directed)
		g.under = g.arcs
		if net.directed {
			g.under = newScratch(&bitRows{n: net.N()}, false)
		}
	}
	for k, m := range targets {
		if !small || !g.assign(net, k, m) {
			g.assignWhole(k, m)
		}
	}
	return g
}

// assignWhole leaves a target to Measure.
func (g *gauge) assignWhole(target int, m *Measure) {
	g.whole = append(g.whole, target)
	g.wanted.add(m)
	g.values = append(g.values, 0)
}

// assign finds the fast way to the value of a target, false when there is none.
func (g *gauge) assign(net *Network, target int, m *Measure) bool {
	if m.ID == EIIndex || m.ID == BlockDensity {
		g.assignMixed(net, target, m)
		return true
	}
	p, ok := places[m.ID]
	if !ok {
		return false
	}
	if m.ID == TriadCensus {
		p.at += slices.Index(triadNames[:], m.Scope.Keys[0])
	}
	g.transposed = g.transposed || p.under || p.family != countFamily && (p.family != arcFamily || net.nUnknown > 0)

	for k := range g.readings {
		if g.readings[k].family == p.family && g.readings[k].under == p.under {
			g.readings[k].slots = append(g.readings[k].slots, slot{p.at, target})
			return true
		}
	}
	g.readings = append(g.readings, reading{p, []slot{{p.at, target}}})
	return true
}

func (g *gauge) assignMixed(net *Network, target int, m *Measure) {
	at := slices.IndexFunc(g.mixes, func(x *mix) bool { return x.attribute == m.Scope.Attribute })
	if at < 0 {
		at = len(g.mixes)
		x := newMix(net, m.Scope.Attribute)
		k := len(x.size)
		x.blocks = &blocks{classes: k, ties: make([]int64, k*k), unknown: make([]int64, k*k)}
		x.members, x.classes = make([]uint64, k), make([]mixing, k)
		g.mixes = append(g.mixes, x)
	}
	to := mixed{at, -1, -1, target}
	class := func(name string) int { return slices.Index(g.mixes[at].names, name) }
	switch m.Scope.Kind {
	case ScopeClass:
		to.row = class(m.Scope.Keys[0])
	case ScopeClassPair:
		to.row, to.column = class(m.Scope.Keys[0]), class(m.Scope.Keys[1])
	}
	g.mixed = append(g.mixed, to)
}

// evaluate writes the value of each target on a drawn network; NaN when it has none.
func (g *gauge) evaluate(d *drawn, into []float64) {
	if g.arcs != nil {
		g.load(d)
		for k := range g.readings {
			p := &g.readings[k]
			s := g.arcs
			if p.under {
				s = g.under
			}
			values := s.evaluate(p.family)
			for _, x := range p.slots {
				into[x.target] = values[x.at]
			}
		}
		g.evaluateMixed(d, into)
	}
	if len(g.whole) > 0 {
		g.wanted.on(context.Background(), d.network(), false, g.values)
		for k, target := range g.whole {
			into[target] = g.values[k]
		}
	}
}

// load copies a drawn network to the bit rows.
func (g *gauge) load(d *drawn) {
	b := g.arcs.net
	n := b.n
	copy(b.out[:n], d.ties.words)
	g.arcs.absent = nil
	if d.net.nUnknown > 0 || len(d.selves) > 0 {
		g.arcs.absent = d.absent.words
	}
	if !d.net.directed {
		b.in, b.under = b.out, b.out
		return
	}
	if !g.transposed && g.arcs.absent == nil {
		return
	}
	clear(b.in[:n])
	for i, row := range b.out[:n] {
		for ; row != 0; row &= row - 1 {
			b.in[bits.TrailingZeros64(row)&63] |= 1 << (i & 63)
		}
	}
	for i := range n {
		b.under[i] = b.out[i] | b.in[i]
	}
	u := g.under.net
	u.out, u.in, u.under = b.under, b.under, b.under
}

// evaluateMixed computes the block densities and E-I indices.
func (g *gauge) evaluateMixed(d *drawn, into []float64) {
	for _, m := range g.mixes {
		m.recount(d, g.arcs)
	}
	for _, to := range g.mixed {
		into[to.target] = g.mixes[to.mix].drawnValue(to, d.net.directed)
	}
}

// wanted is what of one network is measured anew on others.
type wanted struct {
	two        *TwoMode // what the networks are like; nil for those of organisations
	list       []*Measure
	ids        []Indicator
	attributes []string
}

func (w *wanted) add(m *Measure) {
	w.list = append(w.list, m)
	if len(w.ids) == 0 || w.ids[len(w.ids)-1] != m.ID {
		w.ids = append(w.ids, m.ID)
	}
	w.attributes = sortedSet(append(w.attributes, m.Scope.Attribute))
}

// on runs Measure, without anything but values; NaN where there is none.
func (w *wanted) on(ctx context.Context, n *Network, nodes bool, into []float64) {
	r := &run{ctx: ctx, subject: SubjectNetwork, n: n, nodes: nodes, workers: 1, attributes: w.attributes, sample: DefaultSample, valuesOnly: true, exactWork: maxWork}
	if w.two != nil {
		r.subject, r.two = SubjectTwoMode, &TwoMode{net: n, rows: w.two.rows, classes: w.two.classes}
	}
	r.measureAll(w.ids)
	for k := range into {
		into[k] = math.NaN()
	}
	from := 0
	for _, m := range r.out {
		at := slices.IndexFunc(w.list[from:], func(x *Measure) bool { return m.ID == x.ID && m.Scope.equal(x.Scope) })
		if at < 0 {
			continue
		}
		from += at + 1
		if m.Value != nil {
			into[from-1] = *m.Value
		}
	}
}
