package figure

import (
	"math"
	"slices"
)

// box is a rectangle on the page.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) touches(o box) bool {
	return b.x0 < o.x1 && o.x0 < b.x1 && b.y0 < o.y1 && o.y0 < b.y1
}

func (b box) inside(o box) bool {
	return b.x0 >= o.x0 && b.y0 >= o.y0 && b.x1 <= o.x1 && b.y1 <= o.y1
}

// hit says whether a segment passes through the box: what is left of it after
// cutting at the four edges.
func (b box) hit(p, q point) bool {
	from, to := 0.0, 1.0
	for _, side := range [...][2]float64{{p.x - q.x, p.x - b.x0}, {q.x - p.x, b.x1 - p.x}, {p.y - q.y, p.y - b.y0}, {q.y - p.y, b.y1 - p.y}} {
		switch {
		case side[0] == 0 && side[1] < 0:
			return false
		case side[0] < 0:
			from = max(from, side[1]/side[0])
		case side[0] > 0:
			to = min(to, side[1]/side[0])
		}
	}
	return from <= to
}

// tag is a label to be placed beside a node.
type tag struct {
	lines  []string
	bold   bool
	at     point   // the node
	radius float64 // of the node, with its rings
}

// spot is where a label stands: the box of its text, the side that its lines
// are flush with, and whether a thin line has to lead to the node.
type spot struct {
	box    box
	anchor string
	leader bool
	placed bool
}

const lineHeight = 15.0

// placeLabels finds a place for each label where it touches no node, no other
// label and no edge, and crosses few ties. Labels choose one after another; one
// without a place is left out (its node is in the table).
func placeLabels(tags []tag, nodes []box, ties [][2]point, area box) []spot {
	spots := make([]spot, len(tags))
	taken := slices.Clone(nodes)
	for i, t := range tags {
		lowest := math.Inf(1)
		for rank, s := range candidates(t) {
			price := float64(0.06 * float64(rank))
			if s.leader {
				price += 2 // a label beside its node reads better than one that crosses no tie
			}
			if price >= lowest {
				break // later candidates cost more
			}
			if !s.box.inside(area) || slices.ContainsFunc(taken, s.box.touches) {
				continue
			}
			for _, tie := range ties {
				if s.box.hit(tie[0], tie[1]) {
					price++
				}
			}
			if price < lowest {
				lowest, spots[i] = price, s
			}
		}
		if spots[i].placed {
			taken = append(taken, spots[i].box)
		}
	}
	return spots
}

// candidates are the places of a label, best first: right, left, above, below,
// the diagonals, eight shifted ones, and then the same further out with a line
// that leads to the node.
func candidates(t tag) []spot {
	w, h := 0.0, float64(lineHeight*float64(len(t.lines)))
	for _, l := range t.lines {
		w = max(w, width(l, labelSize, t.bold))
	}
	var places []spot
	for _, gap := range [...]float64{5, 20, 38} {
		r := t.radius + gap
		d := float64(0.72 * r)
		for _, c := range [...]struct {
			dx, dy, sx, sy float64 // from the node to a point; which part of the box, from 0 to 1, lies there
		}{
			{r, 0, 0, 0.5}, {-r, 0, 1, 0.5}, {0, -r + 3, 0.5, 1}, {0, r - 3, 0.5, 0},
			{d, -d, 0, 1}, {d, d, 0, 0}, {-d, -d, 1, 1}, {-d, d, 1, 0},
			{r, 0, 0, 0.85}, {r, 0, 0, 0.15}, {-r, 0, 1, 0.85}, {-r, 0, 1, 0.15},
			{0, -r + 3, 0.25, 1}, {0, -r + 3, 0.75, 1}, {0, r - 3, 0.25, 0}, {0, r - 3, 0.75, 0},
		} {
			x, y := t.at.x+c.dx-float64(w*c.sx), t.at.y+c.dy-float64(h*c.sy)
			s := spot{box: box{x, y, x + w, y + h}, leader: gap > 5, placed: true}
			switch c.sx {
			case 1:
				s.anchor = "end"
			case 0.5:
				s.anchor = "middle"
			}
			places = append(places, s)
		}
	}
	return places
}

// lead draws the line from the node to a label that stands apart.
func (s spot) lead(c *canvas, t tag) {
	if s.leader {
		c.line("leader", t.at.x, t.at.y, min(max(t.at.x, s.box.x0), s.box.x1), min(max(t.at.y, s.box.y0), s.box.y1), 0.75, line)
	}
}

// write writes the lines of a label at its spot.
func (s spot) write(c *canvas, t tag) {
	x := s.box.x0
	switch s.anchor {
	case "end":
		x = s.box.x1
	case "middle":
		x = (s.box.x0 + s.box.x1) / 2
	}
	for i, l := range t.lines {
		c.text(x, s.box.y0+11.5+float64(lineHeight*float64(i)), l, style{bold: t.bold, anchor: s.anchor, halo: true, class: "label"})
	}
}
