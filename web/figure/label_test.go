package figure

import (
	"testing"

	"pgregory.net/rapid"
)

func label(at point, text string) tag {
	return tag{lines: []string{text}, at: at, radius: 9}
}

// disc is the place that a node of radius 9 takes.
func disc(p point) box { return box{p.x - 9, p.y - 9, p.x + 9, p.y + 9} }

func TestPlaceLabels(t *testing.T) {
	page := box{0, 0, 400, 300}
	middle := point{200, 150}
	for _, c := range []struct {
		name   string
		nodes  []box
		ties   [][2]point
		area   box
		anchor string
		leader bool
		placed bool
	}{
		{"free: at the right", nil, nil, page, "", false, true},
		{"a node at the right: at the left", []box{disc(point{240, 150})}, nil, page, "end", false, true},
		{"the edge at the right: at the left", nil, nil, box{0, 0, 220, 300}, "end", false, true},
		{"ties at the right and left: above", nil, [][2]point{{{200, 150}, {400, 150}}, {{200, 150}, {0, 150}}}, page, "middle", false, true},
		{"nodes all round: further out, with a line", []box{{150, 130, 191, 170}, {209, 130, 250, 170}, {191, 132, 209, 141}, {191, 159, 209, 168}}, nil, page, "", true, true},
		{"no room at all", nil, nil, box{190, 140, 210, 160}, "", false, false},
	} {
		s := placeLabels([]tag{label(middle, "Régie")}, append(c.nodes, disc(middle)), c.ties, c.area)[0]
		if s.placed != c.placed || s.leader != c.leader || (!s.leader && s.anchor != c.anchor) {
			t.Errorf("%s: %+v", c.name, s)
		}
	}
}

// The first label has its best place, the next what is left.
func TestPlaceLabelsInTurn(t *testing.T) {
	a, b := point{200, 150}, point{230, 150}
	nodes := []box{disc(a), disc(b)}
	area := box{0, 135, 400, 165} // one line high: right or left
	for _, c := range []struct {
		tags         []tag
		first, other string // anchors: "" is at the right, "end" at the left
	}{
		{[]tag{label(b, "Régie"), label(a, "Épicerie")}, "", "end"},
		{[]tag{label(a, "Épicerie"), label(b, "Régie")}, "end", ""},
	} {
		spots := placeLabels(c.tags, nodes, nil, area)
		if !spots[0].placed || !spots[1].placed || spots[0].anchor != c.first || spots[1].anchor != c.other {
			t.Errorf("labels are at %+v", spots)
		}
		if spots[0].box.touches(spots[1].box) {
			t.Errorf("labels overlap: %+v", spots)
		}
	}
	narrow := box{140, 135, 240, 165} // room at the left of a alone
	spots := placeLabels([]tag{label(a, "Régie"), label(a, "Régie")}, nodes, nil, narrow)
	if !spots[0].placed || spots[1].placed {
		t.Errorf("one place for two labels: %+v", spots)
	}
}

// hit agrees with looking at many points of the segment.
func TestBoxHit(t *testing.T) {
	b := box{10, 20, 50, 40}
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) float64 { return float64(rapid.IntRange(0, 60).Draw(t, name)) }
		p, q := point{draw("px"), draw("py")}, point{draw("qx"), draw("qy")}
		const steps = 6000
		seen := false
		for i := range steps + 1 {
			k := float64(i) / steps
			x, y := p.x+(q.x-p.x)*k, p.y+(q.y-p.y)*k
			seen = seen || x > b.x0 && x < b.x1 && y > b.y0 && y < b.y1
		}
		if seen && !b.hit(p, q) {
			t.Fatalf("%v–%v passes through %v", p, q, b)
		}
		wider := box{b.x0 - 0.1, b.y0 - 0.1, b.x1 + 0.1, b.y1 + 0.1}
		for i := range steps + 1 {
			k := float64(i) / steps
			x, y := p.x+(q.x-p.x)*k, p.y+(q.y-p.y)*k
			seen = seen || x > wider.x0 && x < wider.x1 && y > wider.y0 && y < wider.y1
		}
		if b.hit(p, q) && !seen {
			t.Fatalf("%v–%v stays out of %v", p, q, b)
		}
	})
}
