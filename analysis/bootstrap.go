package analysis

import "math/bits"

// bootstrap draws the actors anew, with replacement (Snijders & Borgatti 1999).
// Classes, weights and unknown pairs travel with them. Two copies of one actor take
// the state of a dyad drawn from those known in both directions, in a random
// orientation: without ties between them, density would come out too low by about a
// part in n. When no dyad is known, their state is unknown.
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
	if len(d.sure.cells) == 0 {
		d.absent.set(k, l)
		d.absent.set(l, k)
		return
	}
	c := d.sure.cells[s.below(len(d.sure.cells))]
	a, b := int(c>>16), int(c&0xffff)
	if d.net.directed && s.next()&1 != 0 {
		a, b = b, a
	}
	d.selves = append(d.selves, self{int32(k), int32(l), int32(a), int32(b)})
	if d.observed.has(a, b) {
		d.ties.set(k, l)
	}
	if d.observed.has(b, a) {
		d.ties.set(l, k)
	}
}
