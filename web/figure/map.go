package figure

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// MapSpec is the network of one pole, to be drawn by [Map]. Nodes and ties are
// those of the whole history of the pole: what is not to be seen at a date or
// under a filter is given too, with its Look or Hidden set, so that every node
// keeps its place in all pictures of the pole.
type MapSpec struct {
	Title, Description string  // for those who do not see the picture
	Empty              string  // what stands in the frame when no node is drawn
	Width, Height      float64 // of the frame; 0: by the number of nodes
	Nodes              []Node
	Ties               []Tie
	Undocumented       [][2]string // pairs of nodes of which it is not known whether they cooperate
	Legend             *Legend     // nil: no legend
}

// Node is one organisation of a map.
type Node struct {
	ID      string // orders nodes; never shown
	Name    string
	Family  Family
	Carrier bool // the organisation that carries the pole: second ring, bold label
	Look    Look
}

// Look says how a node appears.
type Look int

const (
	Drawn    Look = iota // with its glyph and its name
	Outlined             // its place alone, as a dashed outline: the pole without it
	Blank                // not at all; its place stays free
)

// Tie is a cooperation between two nodes. Ties of one pair with one stroke are
// drawn as one; those of a pair with several strokes run in parallel.
type Tie struct {
	A, B     string // ids of nodes
	Stroke   Stroke
	Directed bool // from A to B
	OneSide  bool // said by one party only: thinner
	Strong   bool // in the colour of public authorities, to set these ties off
	Hidden   bool // not drawn, but part of what seats the nodes
}

// Stroke is the look of a group of types of ties.
type Stroke int

const (
	Solid   Stroke = iota // pooling resources
	Dashed                // producing together
	Dotted                // learning, referring, informing
	DashDot               // governing and financing
	strokes = iota
)

// Legend holds the words of a legend, drawn under the map in two columns with
// the counts of what is drawn. An empty word leaves its row out.
type Legend struct {
	Families     string // heading
	FamilyNames  []FamilyName
	Ties         string // heading
	StrokeNames  []StrokeName
	OneSide      string // ties that one party alone states
	Undocumented string // pairs of which nothing is known
	Unasked      string // nodes none of whose pairs is documented: they have a hatched edge
}

// FamilyName is a row of the legend; families stay in it when no node has them.
type FamilyName struct {
	Family Family
	Name   string
}

// StrokeName is a row of the legend.
type StrokeName struct {
	Stroke Stroke
	Name   string
}

// Map draws the network of a pole: a glyph for each organisation, a stroke for
// each cooperation. Positions come from all nodes and ties of the specification,
// so that words, looks and hidden ties move nothing. Ties and pairs with an end
// that is no node, and those from a node to itself, are left out.
//
// Its tables are organisations (id, name, family, carrier, neighbours,
// undocumented pairs) and ties (a, b, stroke, sides, directed): what is drawn.
func Map(spec MapSpec) Drawing {
	m := newPicture(spec)
	legend := legendHeight(spec.Legend)
	c := newCanvas("map", m.frame.width, m.frame.height+legend, spec.Title, spec.Description)
	c.rect("frame", 0.5, 0.5, m.frame.width-1, m.frame.height-1, paper, rule)
	tags, spots := m.labels()
	c.open("g", "class", "ties", "fill", "none")
	for _, t := range m.strands {
		m.drawStrand(c, t)
	}
	for i, s := range spots {
		s.lead(c, tags[i])
	}
	c.close("g")
	m.drawNodes(c)
	for i, s := range spots {
		if s.placed {
			s.write(c, tags[i])
		}
	}
	if m.drawn == 0 {
		c.text(m.frame.width/2, m.frame.height/2, spec.Empty, style{anchor: "middle", fill: ink2})
	}
	if spec.Legend != nil {
		m.legend(c, *spec.Legend)
	}
	return Drawing{SVG: c.done(), Tables: m.tables()}
}

// picture is a map ready to be drawn: nodes by id, seated; strands merged.
type picture struct {
	frame   frame
	nodes   []Node
	seats   []point
	radius  []float64
	degree  []int // drawn neighbours
	unknown []int // undocumented pairs with drawn nodes
	pairs   int   // undocumented pairs of drawn nodes
	drawn   int
	strands []strand
}

// strand is what is drawn between two nodes with one stroke.
type strand struct {
	a, b            int // a < b
	stroke          Stroke
	oneSide, strong bool
	toA, toB        bool    // directions
	shift           float64 // from the line between the centres, in px
}

func newPicture(spec MapSpec) *picture {
	nodes := slices.Clone(spec.Nodes)
	slices.SortFunc(nodes, func(a, b Node) int { return strings.Compare(a.ID, b.ID) })
	nodes = slices.CompactFunc(nodes, func(a, b Node) bool { return a.ID == b.ID })
	m := &picture{nodes: nodes, frame: frameOf(spec.Width, spec.Height, len(nodes))}
	index := make(map[string]int, len(nodes))
	for i, n := range nodes {
		index[n.ID] = i
		if n.Look == Drawn {
			m.drawn++
		}
	}
	m.seats = layout(network{len(nodes), pairsOf(spec.Ties, index)}, m.frame)
	m.strands = strandsOf(spec.Ties, index, func(i int) bool { return nodes[i].Look == Drawn })
	m.degree, m.unknown = make([]int, len(nodes)), make([]int, len(nodes))
	for i, s := range m.strands {
		if i == 0 || s.a != m.strands[i-1].a || s.b != m.strands[i-1].b {
			m.degree[s.a]++
			m.degree[s.b]++
		}
	}
	for _, p := range uniquePairs(spec.Undocumented, index) {
		if nodes[p[0]].Look == Drawn && nodes[p[1]].Look == Drawn {
			m.unknown[p[0]]++
			m.unknown[p[1]]++
			m.pairs++
		}
	}
	m.radius = make([]float64, len(nodes))
	for i := range nodes {
		m.radius[i] = radiusOf(m.degree[i])
	}
	return m
}

// frameOf is the frame for n nodes unless the caller gives one.
func frameOf(width, height float64, n int) frame {
	f := frame{792, 560, 110, 44}
	switch {
	case n > 120:
		f.width, f.height = 1200, 1000
	case n > 40:
		f.width, f.height = 1200, 800
	}
	if width > 0 && height > 0 {
		f.width, f.height = width, height
	}
	return f
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

// unasked says that none of a node's pairs with other drawn nodes is documented,
// so that the lack of ties says nothing.
func (m *picture) unasked(i int) bool {
	return m.drawn > 1 && m.degree[i] == 0 && m.unknown[i] == m.drawn-1
}

func (m *picture) drawNodes(c *canvas) {
	for i, n := range m.nodes {
		p, r := m.seats[i], m.radius[i]
		switch n.Look {
		case Outlined:
			c.el("circle", "class", "absent", "cx", p.x, "cy", p.y, "r", r, "fill", "none", "stroke", line, "stroke-width", 1.5, "stroke-dasharray", "3 2.4")
		case Drawn:
			c.open("g", "class", "node", "data-org", n.ID)
			c.named("title", n.Name)
			if m.unasked(i) {
				c.hatchedDisc(p.x, p.y, r+6)
			}
			if n.Carrier {
				c.el("circle", "class", "carrier", "cx", p.x, "cy", p.y, "r", r+5, "fill", paper, "stroke", ink, "stroke-width", 2)
			}
			c.el("circle", "class", "edge", "cx", p.x, "cy", p.y, "r", r+2, "fill", paper)
			c.glyph(n.Family, p.x, p.y, r)
			c.close("g")
		}
	}
}

// hatchedDisc is the look of an organisation of which no cooperation is known
// or excluded.
func (c *canvas) hatchedDisc(x, y, r float64) {
	c.el("circle", "class", "unknown", "cx", x, "cy", y, "r", r, "fill", paper)
	path := ""
	for k := -6.0; k <= 6; k++ {
		off := float64(k * 2.5)
		if square := float64(r*r) - 2*float64(off*off); square > 1 {
			half := math.Sqrt(square / 2)
			path += "M" + num(x+off-half) + " " + num(y+off+half) + "L" + num(x+off+half) + " " + num(y+off-half)
		}
	}
	c.el("path", "class", "unknown", "d", path, "stroke", line, "stroke-width", 1.2)
}

// labels places the names of the drawn nodes: the carrier's first, then those of
// the nodes with most ties, then by name.
func (m *picture) labels() ([]tag, []spot) {
	var tags []tag
	var obstacles []box
	order := make([]int, 0, len(m.nodes))
	for i, n := range m.nodes {
		if n.Look == Blank {
			continue
		}
		r := m.reach(i) - 2
		obstacles = append(obstacles, box{m.seats[i].x - r, m.seats[i].y - r, m.seats[i].x + r, m.seats[i].y + r})
		if n.Look == Drawn {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := m.nodes[i], m.nodes[j]
		return cmp.Or(boolCompare(b.Carrier, a.Carrier), cmp.Compare(m.degree[j], m.degree[i]), strings.Compare(a.Name, b.Name))
	})
	for rank, i := range order {
		r := m.reach(i) - 2
		if m.unasked(i) {
			r = max(r, m.radius[i]+6)
		}
		tags = append(tags, tag{lines: labelLines(m.nodes[i].Name, m.nodes[i].Carrier), bold: m.nodes[i].Carrier, at: m.seats[i], radius: r, rank: rank})
	}
	ties := make([][2]point, 0, len(m.strands))
	for _, s := range m.strands {
		ties = append(ties, [2]point{m.seats[s.a], m.seats[s.b]})
	}
	return tags, placeLabels(tags, obstacles, ties, box{4, 4, m.frame.width - 4, m.frame.height - 4})
}

func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// labelLines breaks a long name into two lines of about the same length, and
// shortens it when that is not enough.
func labelLines(name string, bold bool) []string {
	const oneLine, most = 150.0, 190.0
	total := width(name, labelSize, bold)
	if total <= oneLine {
		return wrap(name, labelSize, bold, oneLine, 1)
	}
	for limit := total / 2; limit < most; limit += 6 {
		if lines := wrap(name, labelSize, bold, limit, 2); !strings.HasSuffix(strings.Join(lines, ""), "…") {
			return lines
		}
	}
	return wrap(name, labelSize, bold, most, 2)
}

func (m *picture) tables() []Table {
	nodes := Table{Name: "organisations", Columns: []string{"id", "name", "family", "carrier", "neighbours", "undocumented"}}
	for i, n := range m.nodes {
		if n.Look == Drawn {
			nodes.Rows = append(nodes.Rows, []string{n.ID, n.Name, string(n.Family), strconv.FormatBool(n.Carrier),
				strconv.Itoa(m.degree[i]), strconv.Itoa(m.unknown[i])})
		}
	}
	ties := Table{Name: "ties", Columns: []string{"a", "b", "stroke", "sides", "directed"}}
	for _, s := range m.strands {
		a, b, directed := m.nodes[s.a].ID, m.nodes[s.b].ID, s.toA != s.toB
		if s.toA && directed {
			a, b = b, a
		}
		sides := "two"
		if s.oneSide {
			sides = "one"
		}
		ties.Rows = append(ties.Rows, []string{a, b, s.stroke.String(), sides, strconv.FormatBool(directed)})
	}
	return []Table{nodes, ties}
}

// String is the code of a stroke in tables.
func (s Stroke) String() string {
	switch s {
	case Solid:
		return "solid"
	case Dashed:
		return "dashed"
	case Dotted:
		return "dotted"
	case DashDot:
		return "dashdot"
	}
	return fmt.Sprintf("stroke(%d)", int(s))
}
