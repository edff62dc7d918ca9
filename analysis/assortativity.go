package analysis

import (
	"math"
	"slices"
)

// homophily gives the indicators of like with like that depend on the ties inside
// and across classes.
func (r *run) homophily(id Indicator, m *mix) {
	x := r.startMix(m, ScopeNetwork)
	if m.known == 0 {
		x.undefined(m.noMembers(r.n.N()))
		r.add(x)
		return
	}
	b := m.countBlocks(r.n)
	x.ExcludedTies = b.excluded
	c := b.mixing()
	switch id {
	case NominalAssortativity:
		r.nominalAssortativity(&x, b)
	case YuleQ:
		m.yuleQ(&x, c, r.n.directed)
	default:
		m.homophilyShare(&x, c, r.n.directed)
	}
	r.add(x)
}

// mixing adds up the ties and unknown pairs inside and across classes.
func (b *blocks) mixing() (c mixing) {
	at := 0
	for row := range b.classes {
		for column := range b.classes {
			c.count(row == column, b.ties[at], b.unknown[at])
			at++
		}
	}
	return c
}

// homophilyShare is I/m, the E-I index on another scale, with chance taken away
// for HOMOPHILY_H_STAR.
func (m *mix) homophilyShare(x *Measure, c mixing, directed bool) {
	chance := 0.0
	if x.ID == HomophilyHStar {
		internal, pairs := m.pairs(directed)
		if pairs == 0 {
			x.undefined(NoTies)
			return
		}
		chance = float64(internal) / float64(pairs)
	}
	if ties := c.internal + c.external; ties == 0 {
		x.undefined(NoTies)
	} else if x.ID == HomophilyH {
		x.ratio(c.internal, ties)
	} else {
		x.value(float64(c.internal)/float64(ties) - chance)
	}
	if b := c.bounds(); b != nil {
		x.Bounds = &Bounds{Lower: (1-b.Upper)/2 - chance, Upper: (1-b.Lower)/2 - chance, Method: ClosedForm}
	}
}

// yuleQ compares the tied pairs a within and c between classes with the untied
// ones, b and d. It rises with a and falls with c, so that its bounds are at the
// corners of what the unknown pairs allow, or next to those where it is 0/0.
func (m *mix) yuleQ(x *Measure, c mixing, directed bool) {
	internal, pairs := m.pairs(directed)
	at := func(within, between int64) (float64, bool) {
		a, b := float64(within), float64(internal-within)
		c, d := float64(between), float64(pairs-internal-between)
		ad, bc := float64(a*d), float64(b*c)
		return (ad - bc) / (ad + bc), ad+bc != 0
	}
	if q, ok := at(c.internal, c.external); ok {
		x.value(q)
	} else {
		x.undefined(NoVariation)
	}
	if c.unknownInternal+c.unknownExternal == 0 {
		return
	}
	var all span
	within, between := ends(c.internal, c.unknownInternal), ends(c.external, c.unknownExternal)
	for _, a := range within {
		for _, c := range between {
			if q, ok := at(a, c); ok {
				all.include(q)
			}
		}
	}
	x.attach(all, ClosedForm)
}

// ends are the two smallest and the two largest counts from ties on, of which some
// more may be tied.
func ends(ties, unknown int64) [4]int64 {
	return [4]int64{ties, ties + min(1, unknown), ties + max(unknown-1, 0), ties + unknown}
}

// pairs counts the pairs of members of known class: those inside a class, and all.
func (m *mix) pairs(directed bool) (internal, all int64) {
	for k := range m.size {
		internal += m.pairsAtRisk(k, k, directed)
	}
	all = m.known * (m.known - 1)
	if !directed {
		all /= 2
	}
	return internal, all
}

// maxBlockFillings limits the fillings of blocks by number of ties.
const maxBlockFillings = 1 << maxEnumerated

// nominalAssortativity depends on the number of ties in each block only, so that
// its bounds are found by trying each number instead of each pair.
func (r *run) nominalAssortativity(x *Measure, b *blocks) {
	value, why := b.assortativity(r.n.directed)
	if why != "" {
		x.undefined(why)
	} else {
		x.value(value)
	}
	if x.PairsUnknown == 0 {
		return
	}
	fillings := int64(1)
	for _, u := range b.unknown {
		if fillings *= u + 1; fillings > maxBlockFillings {
			x.warn(UnknownTooMany)
			return
		}
	}
	var all span
	filled := blocks{classes: b.classes, ties: slices.Clone(b.ties)}
	for range fillings {
		if v, why := filled.assortativity(r.n.directed); why == "" {
			all.include(v)
		}
		for at, u := range b.unknown { // the next number, of digits 0 to u
			if filled.ties[at]++; filled.ties[at] <= b.ties[at]+u {
				break
			}
			filled.ties[at] = b.ties[at]
		}
	}
	x.attach(all, Enumerated)
}

// assortativity is (tr e − Σ ab)/(1 − Σ ab) of the shares of arcs by block, a tie
// without orientation being two arcs.
func (b *blocks) assortativity(directed bool) (float64, Reason) {
	out, in := make([]int64, b.classes), make([]int64, b.classes)
	var arcs, inside int64
	add := func(from, to int, ties int64) {
		arcs += ties
		out[from] += ties
		in[to] += ties
		if from == to {
			inside += ties
		}
	}
	for at, ties := range b.ties {
		from, to := at/b.classes, at%b.classes
		add(from, to, ties)
		if !directed {
			add(to, from, ties)
		}
	}
	var chance int64
	for c := range out {
		chance += out[c] * in[c]
	}
	switch {
	case arcs == 0:
		return 0, NoTies
	case chance == arcs*arcs:
		return 0, SingleClass
	}
	return float64(arcs*inside-chance) / float64(arcs*arcs-chance), ""
}

// degreeAssortativity is the correlation of the degrees at the two ends of a tie,
// taken in both orders; false when there is no tie or all degrees are equal.
func (r rows) degreeAssortativity() (float64, bool) {
	n := len(r.off) - 1
	var squares int64
	least, most := int32(math.MaxInt32), int32(0)
	for i := range n {
		if d := r.off[i+1] - r.off[i]; d > 0 {
			squares += int64(d) * int64(d)
			least, most = min(least, d), max(most, d)
		}
	}
	if least >= most {
		return 0, false
	}
	mean := float64(squares) / float64(len(r.adj))
	var together, variation sum
	for i := range n {
		row := r.row(i)
		var around int64
		for _, j := range row {
			around += int64(r.off[j+1] - r.off[j])
		}
		d := float64(len(row))
		together.add((d - mean) * (float64(around) - float64(d*mean)))
		variation.add(float64(d*(d-mean)) * (d - mean))
	}
	return min(max(together.value()/variation.value(), -1), 1), true
}

func (r *run) degreeAssortativity() {
	m := r.start(Scope{Kind: ScopeNetwork})
	value, ok := r.n.under.degreeAssortativity()
	switch {
	case ok:
		m.value(value)
	case r.n.N() == 0:
		m.undefined(NoNodes)
	case r.n.M() == 0:
		m.undefined(NoTies)
	default:
		m.undefined(NoVariation)
	}
	r.enumerate(&m, assortativityFamily, 0)
	r.add(m)
}
