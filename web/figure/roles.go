package figure

import (
	"slices"
	"strconv"
	"strings"
)

// RolesSpec is who among the public actors holds which role, and since when, to
// be drawn by [Roles].
type RolesSpec struct {
	Title, Description   string
	Empty                string // stands alone when there is no actor
	Tier, Actor, Current string // heads of the first columns and of the last one
	Roles                []Column
	Actors               []Actor // in the order of tiers, those of one tier together
	Sum                  string  // heads the last row: actors by role
	Width                float64 // 0: 1200. Below 1000 the tier stands under the name of the actor
}

// Column is a role.
type Column struct {
	Code string // stable, for the table; never shown
	Name string
}

// Actor is a row of the matrix.
type Actor struct {
	ID    string // for the table; never shown
	Tier  string
	Name  string
	Marks []Mark // one for each role; missing ones are not searched
}

// Mark says whether an actor holds a role.
type Mark struct {
	State RoleState
	When  string // in words: "depuis 2019", "2018–2019"
	Basis string // in words when no document says it: "déclaré", "contrat"
}

// RoleState is what is known of a role of an actor.
type RoleState int

const (
	NotSearched RoleState = iota // hatched: no source claims to be complete
	NotHeld                      // a dot: looked for, nothing found
	Held                         // filled glyph
	Ended                        // outlined glyph
)

// String is the code of a state in tables.
func (s RoleState) String() string {
	switch s {
	case NotHeld:
		return "none"
	case Held:
		return "current"
	case Ended:
		return "ended"
	}
	return "not_searched"
}

// mark is the mark of an actor in column j.
func (a Actor) mark(j int) Mark {
	if j < len(a.Marks) {
		return a.Marks[j]
	}
	return Mark{}
}

func (m Mark) filled() bool { return m.State == Held || m.State == Ended }

// Roles draws the matrix of public actors and roles. The last column and the
// last row count the roles held now; ended ones are seen and not counted. Its
// table is roles (id, actor, tier, role, state, when, basis), one row for each
// cell.
func Roles(spec RolesSpec) Drawing {
	l := rolesLayout(spec)
	c := newCanvas("roles", l.width, l.height, spec.Title, spec.Description)
	if l.tier > 0 {
		c.text(0, l.head-10, spec.Tier, style{size: 12, bold: true})
	}
	c.text(l.tier, l.head-10, spec.Actor, style{size: 12, bold: true})
	for j := range spec.Roles {
		l.headText(c, l.heads[j], l.middle(j))
	}
	l.headText(c, l.last, l.width-l.count/2)
	c.line("head", 0, l.head-0.5, l.width, l.head-0.5, 1, ink)
	if len(spec.Actors) == 0 {
		c.text(0, l.head+22, spec.Empty, style{fill: ink2})
	}
	table := Table{Name: "roles", Columns: []string{"id", "actor", "tier", "role", "state", "when", "basis"}}
	sums := make([]int, len(spec.Roles))
	y, total := l.head, 0
	for i, a := range spec.Actors {
		height := l.rows[i]
		l.actor(c, a, i > 0 && spec.Actors[i-1].Tier == a.Tier, y, height)
		held := 0
		for j, role := range spec.Roles {
			m := a.mark(j)
			l.mark(c, m, l.left(j), y, l.columns[j], height)
			if m.State == Held {
				held++
				sums[j]++
			}
			table.Rows = append(table.Rows, []string{a.ID, a.Name, a.Tier, role.Code, m.State.String(), m.When, m.Basis})
		}
		total += held
		c.text(l.width-l.count/2, y+height/2+4.5, strconv.Itoa(held), style{bold: true, anchor: "middle"})
		y += height
		c.line("row", 0, y-0.5, l.width, y-0.5, 1, rule)
	}
	if len(spec.Actors) > 0 {
		c.lines(0, y+16, wrap(spec.Sum, 12, true, l.tier+l.name-8, 2), style{size: 12, bold: true})
		for j, n := range sums {
			c.text(l.middle(j), y+20.5, strconv.Itoa(n), style{bold: true, anchor: "middle"})
		}
		c.text(l.width-l.count/2, y+20.5, strconv.Itoa(total), style{bold: true, anchor: "middle"})
	}
	return Drawing{SVG: c.done(), Tables: []Table{table}}
}

// grid is the measure of a matrix of roles.
type grid struct {
	tier, name, count float64 // widths of the first columns, and of the last
	columns           []float64
	heads             [][]string
	last              []string
	head              float64   // height of the head
	rows              []float64 // heights
	width, height     float64
}

const roleText = 12.0 // px of the words in a cell

// rolesLayout gives each role the width of its longest word, and then its share
// of the rest.
func rolesLayout(spec RolesSpec) grid {
	l := grid{tier: 128, name: 188, count: 56, width: spec.Width, columns: make([]float64, len(spec.Roles)), heads: make([][]string, len(spec.Roles))}
	if l.width <= 0 {
		l.width = 1200
	}
	if l.width < 1000 {
		l.tier, l.name, l.count = 0, 170, 48
	}
	need := 0.0
	for j, role := range spec.Roles {
		l.columns[j] = max(longestWord(role.Name, true), 28)
		for _, a := range spec.Actors {
			if m := a.mark(j); m.filled() {
				l.columns[j] = max(l.columns[j], longestWord(m.When, false), longestWord(m.Basis, false))
			}
		}
		l.columns[j] = min(l.columns[j], 96) + 6
		need += l.columns[j]
	}
	l.share(need)
	lines := 1
	for j, role := range spec.Roles {
		l.heads[j] = wrap(role.Name, roleText, true, l.columns[j]-2, 3)
		lines = max(lines, len(l.heads[j]))
	}
	l.last = wrap(spec.Current, roleText, true, l.count, 3)
	lines = max(lines, len(l.last))
	l.head = 12 + float64((roleText+2)*float64(lines))
	l.height = l.head + 36
	for _, a := range spec.Actors {
		l.rows = append(l.rows, l.rowHeight(a))
		l.height += l.rows[len(l.rows)-1]
	}
	return l
}

// share gives the roles what is left of the width: the same to all when none
// needs more, else the same on top of its need. When the words need more than
// there is, names yield first, and then the figure grows.
func (l *grid) share(need float64) {
	if len(l.columns) == 0 {
		return
	}
	free := l.width - l.tier - l.name - l.count - need
	if free < 0 {
		yield := min(-free, l.name-140)
		l.name -= yield
		l.width -= free + yield
		free = 0
	}
	equal := (need + free) / float64(len(l.columns))
	same := slices.Max(l.columns) <= equal
	for j := range l.columns {
		if same {
			l.columns[j] = equal
		} else {
			l.columns[j] += free / float64(len(l.columns))
		}
	}
}

func longestWord(text string, bold bool) float64 {
	w := 0.0
	for word := range strings.FieldsSeq(text) {
		w = max(w, width(word, roleText, bold))
	}
	return w
}

func (l grid) rowHeight(a Actor) float64 {
	height := 40.0
	for j, w := range l.columns {
		if m := a.mark(j); m.filled() {
			height = max(height, 26+float64((roleText+1)*float64(len(m.lines(w)))))
		}
	}
	return height
}

// lines are the words under a mark.
func (m Mark) lines(room float64) []string {
	return append(wrap(m.When, roleText, false, room-2, 2), wrap(m.Basis, roleText, false, room-2, 1)...)
}

// left is where column j begins.
func (l grid) left(j int) float64 {
	x := l.tier + l.name
	for _, w := range l.columns[:j] {
		x += w
	}
	return x
}

func (l grid) middle(j int) float64 { return l.left(j) + l.columns[j]/2 }

// headText writes a column head that ends at the foot of the head.
func (l grid) headText(c *canvas, lines []string, x float64) {
	for i, text := range lines {
		c.text(x, l.head-10-float64((roleText+2)*float64(len(lines)-1-i)), text, style{size: roleText, bold: true, anchor: "middle"})
	}
}

// actor writes the first columns of a row; a tier is written once for the rows
// that share it.
func (l grid) actor(c *canvas, a Actor, sameTier bool, y, height float64) {
	if l.tier == 0 {
		lines := wrap(a.Name, labelSize, false, l.name-8, 2)
		top := y + height/2 + 4.5 - float64(7.5*float64(len(lines)))
		for i, text := range lines {
			c.text(0, top+float64(lineHeight*float64(i)), text, style{})
		}
		c.text(0, top+float64(lineHeight*float64(len(lines))), shorten(a.Tier, roleText, false, l.name-8), style{size: roleText, fill: ink2})
		return
	}
	if !sameTier {
		c.lines(0, y+height/2, wrap(a.Tier, labelSize, true, l.tier-8, 2), style{bold: true})
	}
	c.lines(l.tier, y+height/2, wrap(a.Name, labelSize, false, l.name-8, 2), style{})
}

// mark draws a cell.
func (l grid) mark(c *canvas, m Mark, x, y, w, height float64) {
	middle := x + w/2
	switch m.State {
	case NotHeld:
		c.el("circle", "class", "none", "cx", middle, "cy", y+height/2, "r", 1.5, "fill", ink2)
	case Held:
		c.glyph(Authority, middle, y+14, 6)
	case Ended:
		c.open("g", "class", "ended "+Authority.class(), "fill", paper, "stroke", Authority.colour(), "stroke-width", 1.5)
		c.diamond(middle, y+14, 6.8)
		c.close("g")
	default:
		c.hatch(x+1, y, w-2, height-1)
	}
	if m.filled() {
		for i, text := range m.lines(w) {
			c.text(middle, y+34+float64((roleText+1)*float64(i)), text, style{size: roleText, anchor: "middle"})
		}
	}
}
