package analysis

import "math/bits"

// bootstrap draws the actors anew, with replacement (Snijders & Borgatti 1999).
// Classes, weights and unknown pairs travel with them. Two copies of one actor take
// the state of a dyad drawn from all, in a random orientation: without ties between
// them, density would come out too low by about a part in n. An unknown state is
// copied like any other. Were only known dyads drawn, replicates would have more ties
// than the network as soon as those who answered are those who cooperate, and
// intervals of what reads unknown as absent would miss the value.
func (d *drawn) bootstrap(s *stream) {
	n := d.net.N()
	d.copies = true
	clear(d.marks.words)
	for k := range n {
		v := s.below(n)
		d.from[k] = int32(v)
		d.marks.set(v, k)
	}
	for k, c := range d.net.classes {
		for i, v := range d.from {
			d.classes[k].code[i] = c.code[v]
		}
	}
	clear(d.ties.words)
	clear(d.absent.words)
	for k, v := range d.from {
		row := d.ties.row(k)
		for _, j := range d.net.ties.row(int(v)) {
			for w, copies := range d.marks.row(int(j)) {
				row[w] |= copies
			}
		}
		if d.net.nUnknown > 0 {
			d.copyUnknown(k, int(v))
		}
	}
	d.pairSelves(s)
}

func (d *drawn) copyUnknown(k, v int) {
	row := d.absent.row(k)
	for w, unknown := range d.unknown.row(v) {
		for ; unknown != 0; unknown &= unknown - 1 {
			for at, copies := range d.marks.row(w<<6 | bits.TrailingZeros64(unknown)) {
				row[at] |= copies
			}
		}
	}
}

// pairSelves gives a state to each pair of copies of one node.
func (d *drawn) pairSelves(s *stream) {
	d.selves = d.selves[:0]
	for k, v := range d.from {
		for w, copies := range d.marks.row(int(v)) {
			if w < k>>6 {
				continue
			}
			if w == k>>6 {
				copies &= ^uint64(0) << (uint(k) & 63) << 1
			}
			for ; copies != 0; copies &= copies - 1 {
				d.pairSelf(k, w<<6|bits.TrailingZeros64(copies), s)
			}
		}
	}
}

func (d *drawn) pairSelf(k, l int, s *stream) {
	c := d.dyads[s.below(len(d.dyads))]
	a, b := int(c>>16), int(c&0xffff)
	if d.net.directed && s.next()&1 != 0 {
		a, b = b, a
	}
	d.selves = append(d.selves, self{int32(k), int32(l), int32(a), int32(b)})
	d.copyState(k, l, a, b)
	d.copyState(l, k, b, a)
}

// copyState gives the pair k, l the state of the pair a, b.
func (d *drawn) copyState(k, l, a, b int) {
	switch {
	case d.observed.has(a, b):
		d.ties.set(k, l)
	case d.unknown.has(a, b):
		d.absent.set(k, l)
	}
}
