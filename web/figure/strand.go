package figure

import (
	"cmp"
	"math"
	"slices"
	"strconv"
)

// strand is what is drawn between two nodes with one stroke.
type strand struct {
	a, b            int // a < b
	stroke          Stroke
	oneSide, strong bool
	toA, toB        bool    // directions
	shift           float64 // from the line between the centres, in px
}

// uniquePairs turns pairs of ids into sorted pairs of indices, each once.
func uniquePairs(ids [][2]string, index map[string]int) [][2]int {
	pairs := make([][2]int, 0, len(ids))
	for _, p := range ids {
		a, okA := index[p[0]]
		b, okB := index[p[1]]
		if okA && okB && a != b {
			pairs = append(pairs, [2]int{min(a, b), max(a, b)})
		}
	}
	slices.SortFunc(pairs, func(p, q [2]int) int { return cmp.Or(cmp.Compare(p[0], q[0]), cmp.Compare(p[1], q[1])) })
	return slices.Compact(pairs)
}

func pairsOf(ties []Tie, index map[string]int) [][2]int {
	ids := make([][2]string, len(ties))
	for i, t := range ties {
		ids[i] = [2]string{t.A, t.B}
	}
	return uniquePairs(ids, index)
}

// strandsOf merges the ties that are to be drawn by pair and stroke, in order.
func strandsOf(ties []Tie, index map[string]int, drawn func(int) bool) []strand {
	var all []strand
	for _, t := range ties {
		a, okA := index[t.A]
		b, okB := index[t.B]
		if !okA || !okB || a == b || t.Hidden || !drawn(a) || !drawn(b) {
			continue
		}
		all = append(all, strand{a: min(a, b), b: max(a, b), stroke: t.Stroke, oneSide: t.OneSide, strong: t.Strong,
			toA: t.Directed && b < a, toB: t.Directed && a < b})
	}
	slices.SortFunc(all, func(s, t strand) int {
		return cmp.Or(cmp.Compare(s.a, t.a), cmp.Compare(s.b, t.b), cmp.Compare(s.stroke, t.stroke))
	})
	var merged []strand
	for _, s := range all {
		last := len(merged) - 1
		if last >= 0 && merged[last].a == s.a && merged[last].b == s.b && merged[last].stroke == s.stroke {
			merged[last].oneSide = merged[last].oneSide && s.oneSide
			merged[last].strong = merged[last].strong || s.strong
			merged[last].toA, merged[last].toB = merged[last].toA || s.toA, merged[last].toB || s.toB
			continue
		}
		merged = append(merged, s)
	}
	for i := 0; i < len(merged); {
		j := i
		for j < len(merged) && merged[j].a == merged[i].a && merged[j].b == merged[i].b {
			j++
		}
		for k := i; k < j; k++ {
			merged[k].shift = float64(5 * (float64(k-i) - float64(j-i-1)/2))
		}
		i = j
	}
	return merged
}

// reach is how far from the centre of a node its ties begin.
func (m *picture) reach(i int) float64 {
	if m.nodes[i].Carrier {
		return m.radius[i] + 8
	}
	return m.radius[i] + 4
}

func (m *picture) drawStrand(c *canvas, s strand) {
	a, b := m.seats[s.a], m.seats[s.b]
	dx, dy := b.x-a.x, b.y-a.y
	length := math.Sqrt(float64(dx*dx) + float64(dy*dy))
	if length < m.reach(s.a)+m.reach(s.b) {
		return // the glyphs touch
	}
	ux, uy := dx/length, dy/length
	at := func(along float64) point {
		return point{a.x + float64(ux*along) - float64(uy*s.shift), a.y + float64(uy*along) + float64(ux*s.shift)}
	}
	p, q := at(m.reach(s.a)), at(length-m.reach(s.b))
	colour, size := tieInk, 2.25
	if s.oneSide {
		size = 1.25
	}
	if s.strong {
		colour, size = Authority.colour(), size+0.25
	}
	c.stroke(s.stroke, p, q, size, colour, s.oneSide)
	// A chevron at mid-length, 6 deep and 10 wide, points where a tie goes.
	if s.toA != s.toB {
		forward := 3.0
		if s.toA {
			forward = -3
		}
		tip, tail := at(length/2+forward), at(length/2-forward)
		side := point{float64(-uy * 5), float64(ux * 5)}
		c.el("path", "d", "M"+num(tail.x+side.x)+" "+num(tail.y+side.y)+"L"+num(tip.x)+" "+num(tip.y)+"L"+num(tail.x-side.x)+" "+num(tail.y-side.y),
			"stroke", colour, "stroke-width", 1.75)
	}
}

// stroke draws a line in the look of a group of ties.
func (c *canvas) stroke(s Stroke, p, q point, size float64, colour string, oneSide bool) {
	class, dash, cap := "t-solid", "", ""
	switch s {
	case Dashed:
		class, dash = "t-dashed", "9 4"
	case Dotted:
		class, dash, cap = "t-dotted", "0.1 5", "round"
		size += 0.6
	case DashDot:
		class, dash, cap = "t-dashdot", "9 4 0.1 4", "round"
	}
	if oneSide {
		class += " one-side"
	}
	c.el("line", "class", class, "x1", p.x, "y1", p.y, "x2", q.x, "y2", q.y, "stroke", colour,
		"stroke-width", strconv.FormatFloat(size, 'f', -1, 64), "stroke-dasharray", dash, "stroke-linecap", cap)
}
