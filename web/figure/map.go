package figure

import (
	"cmp"
	"fmt"
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
	ID      string // orders nodes, never shown; of nodes with one id the first is drawn
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
	alone   []bool // seated apart, without a tie in the whole history
	degree  []int  // drawn neighbours
	unknown []int  // undocumented pairs with drawn nodes
	pairs   int    // undocumented pairs of drawn nodes
	drawn   int
	strands []strand
}

func newPicture(spec MapSpec) *picture {
	nodes := slices.Clone(spec.Nodes)
	slices.SortStableFunc(nodes, func(a, b Node) int { return strings.Compare(a.ID, b.ID) })
	nodes = slices.CompactFunc(nodes, func(a, b Node) bool { return a.ID == b.ID })
	m := &picture{nodes: nodes}
	index := make(map[string]int, len(nodes))
	for i, n := range nodes {
		index[n.ID] = i
		if n.Look == Drawn {
			m.drawn++
		}
	}
	history := network{len(nodes), pairsOf(spec.Ties, index)}
	m.frame = frameOf(spec.Width, spec.Height, history.n, len(history.pairs) > 0)
	m.seats = layout(history, m.frame)
	for _, d := range history.degrees() {
		m.alone = append(m.alone, d == 0)
	}
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

// labels places the names of the drawn nodes: first those of the nodes that stand
// apart with room for their names, then the carrier's, then those of the nodes
// with most ties, then by name.
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
	class := func(i int) int {
		switch {
		case m.alone[i]:
			return 0
		case m.nodes[i].Carrier:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(class(i), class(j)), cmp.Compare(m.degree[j], m.degree[i]), strings.Compare(m.nodes[i].Name, m.nodes[j].Name))
	})
	for _, i := range order {
		r := m.reach(i) - 2
		if m.unasked(i) {
			r = max(r, m.radius[i]+6)
		}
		most := 190.0
		if m.alone[i] {
			most = isolateColumn - 24 // up to the next one
		}
		n := m.nodes[i]
		tags = append(tags, tag{lines: labelLines(n.Name, n.Carrier, most), bold: n.Carrier, at: m.seats[i], radius: r})
	}
	ties := make([][2]point, 0, len(m.strands))
	for _, s := range m.strands {
		ties = append(ties, [2]point{m.seats[s.a], m.seats[s.b]})
	}
	return tags, placeLabels(tags, obstacles, ties, box{4, 4, m.frame.width - 4, m.frame.height - 4})
}

// labelLines breaks a long name into two lines of about the same length, and
// shortens it when they would be wider than most.
func labelLines(name string, bold bool, most float64) []string {
	const oneLine = 150.0
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
