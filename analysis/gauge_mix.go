package analysis

import (
	"math"
	"math/bits"
)

// recount counts the members, ties and unknown pairs of a drawn network of at most
// 64 nodes by class.
func (m *mix) recount(d *drawn, s *scratch) {
	for _, c := range d.classes {
		if c.attribute == m.attribute {
			m.code = c.code
		}
	}
	clear(m.size)
	clear(m.members)
	m.known = 0
	for i, c := range m.code {
		if c >= 0 {
			m.size[c]++
			m.known++
			m.members[c] |= 1 << (i & 63)
		}
	}
	m.byClass(s.net.out[:s.net.n], m.blocks.ties, s.directed)
	clear(m.blocks.unknown)
	if s.absent != nil {
		m.byClass(s.absent, m.blocks.unknown, s.directed)
	}
	m.blocks.perClass(m.classes)
	m.whole = m.blocks.mixing()
}

// byClass counts the bits of symmetric or directed rows by the classes of their ends.
func (m *mix) byClass(rows []uint64, into []int64, directed bool) {
	k := len(m.size)
	clear(into)
	for i, row := range rows {
		a := int(m.code[i])
		if a < 0 || row == 0 {
			continue
		}
		for c, members := range m.members {
			into[a*k+c] += int64(bits.OnesCount64(row & members))
		}
	}
	if directed {
		return
	}
	for a := range k { // each pair was counted from both ends
		into[a*k+a] /= 2
		clear(into[a*k : a*k+a])
	}
}

// drawnValue is the value of a target on a drawn network.
func (m *mix) drawnValue(to mixed, directed bool) float64 {
	var f fraction
	switch {
	case to.column >= 0:
		at := to.row*len(m.size) + to.column
		f = fraction{m.blocks.ties[at], m.pairsAtRisk(to.row, to.column, directed) - m.blocks.unknown[at]}
	case to.row >= 0:
		f = m.classes[to.row].index()
	default:
		f = m.whole.index()
	}
	if f.den == 0 {
		return math.NaN()
	}
	return float64(f.num) / float64(f.den)
}
