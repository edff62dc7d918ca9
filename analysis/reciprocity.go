package analysis

// dyads counts the pairs of a directed network: those known in both directions by
// their state, the others by what is known of them.
type dyads struct {
	mutual, asymmetric, null int64
	halfTied                 int64 // one direction tied, the other unknown
	halfAbsent               int64 // one direction absent, the other unknown
	open                     int64 // both unknown
}

func (n *Network) dyads() *dyads {
	d := &dyads{}
	arcs := int64(n.M())
	for i := range n.N() {
		back := n.in.row(i)
		for _, j := range n.ties.row(i) {
			for len(back) > 0 && back[0] < j {
				back = back[1:]
			}
			if len(back) > 0 && back[0] == j {
				d.mutual++
			}
		}
	}
	d.mutual /= 2
	for i, j := range n.UnknownPairs() {
		switch {
		case n.Tied(j, i):
			d.halfTied++
		case !n.unknown.has(j, i):
			d.halfAbsent++
		case i < j:
			d.open++
		}
	}
	d.asymmetric = arcs - 2*d.mutual - d.halfTied
	d.null = int64(n.N())*int64(n.N()-1)/2 - d.mutual - d.asymmetric - d.halfTied - d.halfAbsent - d.open
	return d
}

func (d *dyads) known() int64   { return d.mutual + d.asymmetric + d.null }
func (d *dyads) unknown() int64 { return d.halfTied + d.halfAbsent + d.open }

// reciprocity computes the indicators of dyads.
func (r *run) reciprocity(id Indicator) {
	m := r.start(Scope{Kind: ScopeNetwork})
	n := int64(r.n.N())
	switch {
	case n == 0:
		m.undefined(NoNodes)
	case !r.n.directed:
		m.undefined(NotDirected)
	case n < 2:
		m.undefined(reciprocityBorder(id))
	default:
		if r.dyads == nil {
			r.dyads = r.n.dyads()
		}
		if id == DyadCensus {
			r.dyadCensus()
			return
		}
		r.dyads.ratios(&m)
	}
	r.add(m)
}

// reciprocityBorder is the reason for a network of one node, which has no dyad.
func reciprocityBorder(id Indicator) Reason {
	if id == DyadCensus || id == DyadicSymmetry {
		return TooFewNodes
	}
	return NoTies
}

func (r *run) dyadCensus() {
	d := r.dyads
	for _, c := range []struct {
		key         string
		sure, never int64
	}{
		{"ASYMMETRIC", d.asymmetric, 0},
		{"MUTUAL", d.mutual, d.halfAbsent},
		{"NULL", d.null, d.halfTied},
	} {
		m := r.start(Scope{Kind: ScopeNetwork, Keys: []string{c.key}})
		m.value(float64(c.sure))
		m.closed(float64(c.sure), float64(c.sure+d.unknown()-c.never))
		r.add(m)
	}
}

// ratios gives a measure the value of its id and the bounds over what the dyads
// that are not known can become.
func (d *dyads) ratios(m *Measure) {
	if d.known() == 0 {
		m.undefined(NoKnownPairs)
	}
	tied := d.mutual + d.asymmetric
	switch m.ID {
	case DyadicSymmetry:
		pairs := d.known() + d.unknown()
		if d.known() > 0 {
			m.ratio(d.mutual+d.null, d.known())
		}
		m.closed(float64(d.mutual+d.null)/float64(pairs), float64(d.mutual+d.null+d.unknown())/float64(pairs))
	case ArcReciprocity:
		d.share(m, 2*d.mutual, tied+d.mutual, 2)
	case DyadReciprocity:
		d.share(m, d.mutual, tied, 1)
	case ReciprocityCorrelation:
		d.correlation(m)
	}
}

// share gives a measure the part of mutual among tied dyads, each mutual one
// counting weight times. It is lowest when whatever can become asymmetric does, and
// highest when whatever can become mutual does and the rest stays null.
func (d *dyads) share(m *Measure, num, den, weight int64) {
	if den > 0 {
		m.ratio(num, den)
	} else if m.Reason == "" {
		m.undefined(NoTies)
	}
	if d.unknown() == 0 {
		return
	}
	gain := weight * (d.halfTied + d.open)
	upper := 0.0
	if den+gain > 0 {
		upper = float64(num+gain) / float64(den+gain)
	}
	m.closed(float64(num)/float64(den+d.unknown()), upper)
}

// correlation is the correlation of the arcs with their reversal, over the dyads
// known. For a given number of arcs it rises with the number of mutual dyads, so
// the bounds are found among the fewest and the most that each number allows.
func (d *dyads) correlation(m *Measure) {
	arcs := 2*d.mutual + d.asymmetric
	value, why := reciprocal(d.mutual, arcs, d.known())
	if why == "" {
		m.value(value)
	} else if m.Reason == "" {
		m.undefined(why)
	}
	if d.unknown() == 0 {
		return
	}
	var bounds span
	pairs := d.known() + d.unknown()
	for added := range d.halfTied + d.halfAbsent + 2*d.open + 1 {
		fewest := d.mutual + max(0, added-d.halfAbsent-d.open)
		most := d.mutual + min(added, d.halfTied) + min(max(0, added-d.halfTied)/2, d.open)
		for _, mutual := range []int64{fewest, most} {
			if v, why := reciprocal(mutual, arcs+d.halfTied+added, pairs); why == "" {
				bounds.include(v)
			}
		}
	}
	m.attach(bounds, ClosedForm)
}

// reciprocal is (r−δ)/(1−δ) for a number of mutual dyads, of arcs, and of dyads.
func reciprocal(mutual, arcs, pairs int64) (float64, Reason) {
	switch {
	case arcs == 0:
		return 0, NoTies
	case arcs == 2*pairs:
		return 0, NoVariation
	}
	// With both fractions over a common denominator the sum is of integers.
	num := 4*float64(mutual)*float64(pairs) - float64(float64(arcs)*float64(arcs))
	return num / (float64(arcs) * float64(2*pairs-arcs)), ""
}
