package figure

import "strconv"

// Amount is a sum of money in a cell of a figure. Amounts that are not known
// have no size: they are counted apart, and hatched.
type Amount struct {
	Cents       int64  // sum of the known amounts; below 0 no bar is drawn
	Known       int    // how many amounts are known: 0 makes Cents meaningless
	Unknown     int    // how many are not
	NotSearched bool   // nobody looked: hatched instead of empty when there is no amount at all
	Text        string // the sum in words, "12 000 €"
	UnknownText string // the others in words, "2 montants inconnus"
}

func (a Amount) bar(most int64, room float64) float64 {
	if a.Known == 0 || a.Cents <= 0 || most <= 0 {
		return 0
	}
	return max(1, float64(room*(float64(a.Cents)/float64(most))))
}

func (a Amount) row() []string {
	cents := ""
	if a.Known > 0 {
		cents = digits(a.Cents)
	}
	return []string{cents, strconv.Itoa(a.Known), strconv.Itoa(a.Unknown)}
}

// BarsSpec is money by one dimension, a tier, an instrument or an origin, to be
// drawn by [Bars].
type BarsSpec struct {
	Title, Description  string
	Empty               string // stands alone when there is no row
	Label, Sum, Portion string // column heads
	Rows                []Bar
}

// Bar is a row of [Bars].
type Bar struct {
	Code   string // stable, for the table; never shown
	Label  string
	Amount Amount
	Share  string // of the total of known amounts, in words
	Public bool   // from a public actor: in the colour of authorities
	Total  bool   // bold, without a bar, under a rule
}

// figureWidth is the width of the figures that take the width of a page.
const figureWidth = 792.0

// Bars draws a bar for each row on one scale, its amount and its share. Unknown
// amounts are a hatched piece of fixed length behind the bar and are counted in
// words. Its table is money (code, label, cents, known, unknown).
func Bars(spec BarsSpec) Drawing {
	const barAt, room, stub, rowHeight = 232.0, 250.0, 36.0, 38.0
	height := 28 + float64(rowHeight*float64(max(len(spec.Rows), 1)))
	c := newCanvas("bars", figureWidth, height, spec.Title, spec.Description)
	c.text(0, 16, spec.Label, style{bold: true})
	c.text(670, 16, spec.Sum, style{bold: true, anchor: "end"})
	c.text(figureWidth, 16, spec.Portion, style{bold: true, anchor: "end"})
	c.line("head", 0, 27.5, figureWidth, 27.5, 1, ink)
	var most int64
	for _, r := range spec.Rows {
		if !r.Total && r.Amount.Known > 0 {
			most = max(most, r.Amount.Cents)
		}
	}
	table := Table{Name: "money", Columns: []string{"code", "label", "cents", "known", "unknown"}}
	y := 28.0
	for _, r := range spec.Rows {
		c.lines(0, y+rowHeight/2, wrap(r.Label, labelSize, r.Total, barAt-16, 2), style{bold: r.Total})
		size := r.Amount.bar(most, room)
		if !r.Total {
			fill := line
			if r.Public {
				fill = Authority.colour()
			}
			if size > 0 {
				c.rect("bar", barAt, y+13, size, 12, fill, "")
				size += 3
			}
			if r.Amount.Unknown > 0 {
				c.hatchedBar(barAt+size, y+13, stub, 12)
			}
			if r.Amount.Known == 0 && r.Amount.Unknown == 0 && r.Amount.NotSearched {
				c.hatch(barAt, y+4, room+stub, rowHeight-8)
			}
		}
		c.amount(670, y+rowHeight/2, r.Amount, style{bold: r.Total, anchor: "end"})
		c.text(figureWidth, y+rowHeight/2+4.5, r.Share, style{bold: r.Total, anchor: "end"})
		y += rowHeight
		below := rule
		if r.Total {
			below = ink
		}
		c.line("row", 0, y-0.5, figureWidth, y-0.5, 1, below)
		table.Rows = append(table.Rows, append([]string{r.Code, r.Label}, r.Amount.row()...))
	}
	if len(spec.Rows) == 0 {
		c.text(0, y+rowHeight/2, spec.Empty, style{fill: ink2})
	}
	return Drawing{SVG: c.done(), Tables: []Table{table}}
}

// lines writes lines of text around a middle.
func (c *canvas) lines(x, middle float64, lines []string, s style) {
	leading := s.px() + 2
	y := middle + float64(s.px()*0.35) - float64(leading*float64(len(lines)-1)/2)
	for _, l := range lines {
		c.text(x, y, l, s)
		y += leading
	}
}

// amount writes the known sum, and below it what is not known.
func (c *canvas) amount(x, middle float64, a Amount, s style) {
	if a.UnknownText == "" || a.Unknown == 0 {
		c.text(x, middle+4.5, a.Text, s)
		return
	}
	if a.Text != "" {
		c.text(x, middle-3, a.Text, s)
		middle += 8
	}
	c.text(x, middle+4.5, a.UnknownText, style{size: 12, fill: ink2, anchor: s.anchor})
}

// YearsSpec is money by year and a second dimension, to be drawn by [Years]:
// tiers as headings with instruments below them, for instance.
type YearsSpec struct {
	Title, Description string
	Empty              string // stands alone when there is no row or no column
	Corner             string // head of the first column
	Columns            []string
	Sum                bool // the last column sums up the others: bold, without bars
	Rows               []YearRow
}

// YearRow is a row of [Years]: a heading without cells, or one cell for each
// column; missing cells are empty.
type YearRow struct {
	Code    string // stable, for the table; never shown
	Label   string
	Heading bool
	Total   bool // bold, without bars
	Public  bool // in the colour of authorities
	Cells   []Amount
}

// Years draws a grid of bars, all on one scale: a row for each part of the
// money, a column for each year. Unknown amounts are a hatched piece behind the
// bar with their count in words below; a cell nobody looked into is hatched; an
// empty cell holds no amount. It is 792 px wide up to eight columns and wider
// beyond. Its table is money (code, label, column, cents, known, unknown), one
// row a cell.
func Years(spec YearsSpec) Drawing {
	const labels = 176.0
	columns := len(spec.Columns)
	cell := max(77, (figureWidth-labels)/float64(max(columns, 1)))
	w := labels + float64(cell*float64(max(columns, 1)))
	height := 28.0
	var most int64
	for _, r := range spec.Rows {
		height += spec.height(r)
		for j, a := range r.cells(columns) {
			if !spec.sum(r, j) && a.Known > 0 {
				most = max(most, a.Cents)
			}
		}
	}
	empty := columns == 0 || len(spec.Rows) == 0
	if empty {
		height = 28 + 36
	}
	c := newCanvas("years", w, height, spec.Title, spec.Description)
	c.text(0, 16, spec.Corner, style{bold: true})
	c.line("head", 0, 27.5, w, 27.5, 1, ink)
	table := Table{Name: "money", Columns: []string{"code", "label", "column", "cents", "known", "unknown"}}
	if empty {
		c.text(0, 28+22, spec.Empty, style{fill: ink2})
		return Drawing{SVG: c.done(), Tables: []Table{table}}
	}
	for j, name := range spec.Columns {
		c.text(labels+float64(cell*float64(j)), 16, shorten(name, labelSize, true, cell-6), style{bold: true})
	}
	y := 28.0
	for _, r := range spec.Rows {
		rowHeight := spec.height(r)
		c.lines(0, y+rowHeight/2, wrap(r.Label, labelSize, r.Heading || r.Total, labels-12, 2), style{bold: r.Heading || r.Total})
		for j, a := range r.cells(columns) {
			c.yearCell(a, r.Public, spec.sum(r, j), most, labels+float64(cell*float64(j)), y, cell-10, rowHeight)
			table.Rows = append(table.Rows, append([]string{r.Code, r.Label, spec.Columns[j]}, a.row()...))
		}
		y += rowHeight
		below := rule
		if r.Total {
			below = ink
		}
		c.line("row", 0, y-0.5, w, y-0.5, 1, below)
	}
	return Drawing{SVG: c.done(), Tables: []Table{table}}
}

// sum says whether a cell is a sum of others.
func (s YearsSpec) sum(r YearRow, column int) bool {
	return r.Total || s.Sum && column == len(s.Columns)-1
}

// cells is one cell for each column, none for a heading.
func (r YearRow) cells(columns int) []Amount {
	if r.Heading {
		return nil
	}
	cells := make([]Amount, columns)
	copy(cells, r.Cells)
	return cells
}

// height leaves room for a third line in a row where a bar has unknown amounts
// beside it.
func (s YearsSpec) height(r YearRow) float64 {
	for j, a := range r.cells(len(s.Columns)) {
		if a.Unknown > 0 && !s.sum(r, j) {
			return 52
		}
	}
	return 36
}

func (c *canvas) yearCell(a Amount, public, sum bool, most int64, x, y, room, height float64) {
	if a.Known == 0 && a.Unknown == 0 {
		if a.NotSearched {
			c.hatch(x, y+4, room, height-9)
		}
		return
	}
	const stub = 16.0
	c.text(x, y+15, shorten(a.Text, 12, sum, room+8), style{size: 12, bold: sum})
	below := y + 44
	if sum {
		below = y + 30
	} else {
		fill := line
		if public {
			fill = Authority.colour()
		}
		size := a.bar(most, room-stub-3)
		if size > 0 {
			c.rect("bar", x, y+21, size, 8, fill, "")
			size += 3
		}
		if a.Unknown > 0 {
			c.hatchedBar(x+size, y+21, stub, 8)
		}
	}
	if a.Unknown > 0 {
		c.text(x, below, shorten(a.UnknownText, 12, false, room+8), style{size: 12, fill: ink2})
	}
}
