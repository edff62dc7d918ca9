package figure

import "strconv"

const (
	legendRow     = 24.0
	legendHeading = 40.0
)

// legendRows are the rows of the column of ties: strokes, then the three looks
// that say how much is known.
func (l Legend) rows() int {
	n := len(l.StrokeNames)
	for _, word := range [...]string{l.OneSide, l.Undocumented, l.Unasked} {
		if word != "" {
			n++
		}
	}
	return n
}

func legendHeight(l *Legend) float64 {
	if l == nil {
		return 0
	}
	return legendHeading + float64(legendRow*float64(max(len(l.FamilyNames), l.rows())))
}

// legend draws the legend under the frame: families at the left, ties at the
// right, each with the number of what is drawn.
func (m *picture) legend(c *canvas, l Legend) {
	column := (m.frame.width - 32) / 2
	left := legendColumn{c, 0, column, m.frame.height + legendHeading}
	left.heading(l.Families)
	families := map[Family]int{}
	unasked := 0
	for i, n := range m.nodes {
		if n.Look == Drawn {
			families[n.Family]++
			if m.unasked(i) {
				unasked++
			}
		}
	}
	for _, f := range l.FamilyNames {
		c.glyph(f.Family, 20, left.y-4.5, 7)
		left.row(f.Name, families[f.Family])
	}
	right := legendColumn{c, column + 32, column, m.frame.height + legendHeading}
	right.heading(l.Ties)
	drawn := map[Stroke]int{}
	oneSide := 0
	for _, s := range m.strands {
		drawn[s.stroke]++
		if s.oneSide {
			oneSide++
		}
	}
	for _, s := range l.StrokeNames {
		right.swatch(s.Stroke, 2.25, false)
		right.row(s.Name, drawn[s.Stroke])
	}
	if l.OneSide != "" {
		right.swatch(Solid, 1.25, true)
		right.row(l.OneSide, oneSide)
	}
	if l.Undocumented != "" {
		c.hatch(right.x, right.y-10, 40, 11)
		right.row(l.Undocumented, m.pairs)
	}
	if l.Unasked != "" {
		c.hatchedDisc(right.x+20, right.y-4.5, 10)
		c.el("circle", "cx", right.x+20, "cy", right.y-4.5, "r", 6, "fill", paper, "stroke", line)
		right.row(l.Unasked, unasked)
	}
}

// legendColumn writes rows below each other; y is the baseline of the next.
type legendColumn struct {
	*canvas
	x, width, y float64
}

func (l *legendColumn) heading(text string) {
	l.text(l.x, l.y-legendRow+4, text, style{bold: true})
}

func (l *legendColumn) swatch(s Stroke, size float64, oneSide bool) {
	l.stroke(s, point{l.x, l.y - 4.5}, point{l.x + 40, l.y - 4.5}, size, ink, oneSide)
}

func (l *legendColumn) row(text string, count int) {
	fill := ink
	if count == 0 {
		fill = ink2
	}
	l.text(l.x+52, l.y, shorten(text, labelSize, false, l.width-90), style{fill: fill})
	l.text(l.x+l.width, l.y, strconv.Itoa(count), style{fill: fill, anchor: "end"})
	l.canvas.line("row", l.x, l.y+8, l.x+l.width, l.y+8, 1, rule)
	l.y += legendRow
}
