package analysis

import "slices"

// stepsPerTie is how many exchanges are tried for each tie of a switched network;
// below mixedPerTie accepted ones it may still resemble the observed one.
const (
	stepsPerTie = 100
	mixedPerTie = 10
)

// switchTies starts from the observed ties and exchanges the ends of random pairs of
// them, so that every node keeps its number of ties, in and out; those of two-mode
// networks run from rows to columns and stay so. A step that would
// make a loop, a parallel or a tie on an unknown pair is not taken, but counts: so
// all networks with these degrees are equally likely in the long run. One step in
// ten of a directed network reverses a cycle of three arcs instead, without which
// some networks are out of reach (Rao, Jana & Bandyopadhyay 1996).
func (d *drawn) switchTies(s *stream) {
	copy(d.ties.words, d.observed.words)
	d.list = append(d.list[:0], d.plan.list...)
	m := len(d.list)
	if m < 2 {
		return
	}
	for range stepsPerTie * m {
		if d.net.directed && s.below(10) == 0 {
			d.reverseCycle(s)
			continue
		}
		first, second := s.below(m), s.below(m-1)
		if second >= first {
			second++
		}
		a, b := int(d.list[first]>>16), int(d.list[first]&0xffff)
		c, e := int(d.list[second]>>16), int(d.list[second]&0xffff)
		if !d.net.directed && d.two == nil && s.next()&1 != 0 {
			c, e = e, c
		}
		if a == e || c == b || d.taken(a, e) || d.taken(c, b) {
			continue
		}
		d.turn(a, b)
		d.turn(c, e)
		d.turn(a, e)
		d.turn(c, b)
		d.list[first], d.list[second] = uint32(a)<<16|uint32(e), uint32(c)<<16|uint32(b)
		d.accepted++
	}
}

// taken reports whether a pair is tied or unknown.
func (d *drawn) taken(i, j int) bool { return d.ties.has(i, j) || d.unknown.has(i, j) }

// turn makes a pair tied or untied.
func (d *drawn) turn(i, j int) {
	d.ties.flip(i, j)
	if !d.net.directed {
		d.ties.flip(j, i)
	}
}

// reverseCycle draws an arc i→j and a node k, and reverses i→j→k→i when these are
// arcs and none of the reversed ones is there or unknown.
func (d *drawn) reverseCycle(s *stream) {
	at := s.below(len(d.list))
	i, j, k := int(d.list[at]>>16), int(d.list[at]&0xffff), s.below(d.net.N())
	if !d.ties.has(j, k) || !d.ties.has(k, i) || d.taken(j, i) || d.taken(k, j) || d.taken(i, k) {
		return
	}
	for _, arc := range [3][2]int{{i, j}, {j, k}, {k, i}} {
		from, to := arc[0], arc[1]
		d.turn(from, to)
		d.turn(to, from)
		old := uint32(from)<<16 | uint32(to)
		d.list[slices.Index(d.list, old)] = uint32(to)<<16 | uint32(from)
	}
	d.accepted++
}
