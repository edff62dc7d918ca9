// Package figure draws the figures of the pages and of the printable report as
// SVG written in plain Go: the network of a pole, bars of money, the matrix of
// public roles, gauges, the glyphs of families.
//
// A function takes plain values and returns a [Drawing]: the picture, and the
// table that says the same in rows. It knows no query and no language: words
// come from the caller, column names are stable English codes. The same values
// give the same bytes, in whatever order lists come and on every processor:
// nothing is random, nothing reads a clock, coordinates are rounded to 0.1, and
// products inside sums are converted by float64(…) so that none is fused (a half
// is exact and needs no conversion).
//
// A picture is complete by itself: it holds its look as presentation attributes,
// which a content security policy without inline styles allows, and its meaning
// as classes, which a style sheet may take up. It has no id, so that any number
// of them stand in one page. Hatching means not known, everywhere.
package figure

import (
	"cmp"
	"fmt"
	"html/template"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Drawing is a figure in its two forms: a picture and tables with the same rows.
type Drawing struct {
	SVG    template.HTML // one <svg> element, with its title and description
	Tables []Table       // what the picture shows, to be shown or downloaded beside it
}

// Table is the twin of a figure: the rows it draws, in its order. Columns are
// stable English codes, cells plain values: whole numbers in digits, amounts in
// cents, dates as given, codes; an empty cell is a value that is not known or
// that does not apply.
type Table struct {
	Name    string
	Columns []string
	Rows    [][]string
}

// Colours of the design guide, as presentation attributes. Family colours stand
// in glyph.go.
const (
	paper  = "#ffffff"
	ink    = "#16202a" // text, current facts
	ink2   = "#4a5764" // secondary text
	tieInk = "#6b7580" // ties of a map
	line   = "#7a838e" // hatching, outlines, ended facts
	rule   = "#d5dadf" // decoration only
)

const fontFamily = "Arial, 'Liberation Sans', Helvetica, 'Nimbus Sans', sans-serif"

// canvas writes one SVG document.
type canvas struct {
	strings.Builder
}

// newCanvas opens a picture of the given size in pixels, named by title and
// description for those who do not see it.
func newCanvas(class string, width, height float64, title, description string) *canvas {
	c := &canvas{}
	c.open("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "figure "+class, "role", "img", "aria-label", title,
		"viewBox", "0 0 "+num(width)+" "+num(height), "width", width, "height", height, "font-family", fontFamily)
	c.named("title", title)
	c.named("desc", description)
	return c
}

// done closes the picture.
func (c *canvas) done() template.HTML {
	c.close("svg")
	return template.HTML(c.String()) // every text and attribute went through escape
}

// open starts an element. attrs are names and values in turn; a value is a
// string, an int or a float64, and an empty string leaves its attribute out.
func (c *canvas) open(name string, attrs ...any) {
	c.start(name, attrs)
	c.WriteByte('>')
}

// el writes an element without content.
func (c *canvas) el(name string, attrs ...any) {
	c.start(name, attrs)
	c.WriteString("/>")
}

func (c *canvas) start(name string, attrs []any) {
	c.WriteByte('<')
	c.WriteString(name)
	for i := 0; i < len(attrs); i += 2 {
		value := ""
		switch v := attrs[i+1].(type) {
		case string:
			value = escape(v)
		case int:
			value = strconv.Itoa(v)
		case float64:
			value = num(v)
		default:
			panic(fmt.Sprintf("figure: attribute %v of type %T", attrs[i], v))
		}
		if value != "" {
			fmt.Fprintf(c, ` %s="%s"`, attrs[i], value)
		}
	}
}

func (c *canvas) close(name string) {
	c.WriteString("</" + name + ">")
}

// named writes an element that holds text, and nothing when there is none.
func (c *canvas) named(name, text string) {
	if text != "" {
		c.open(name)
		c.WriteString(escape(text))
		c.close(name)
	}
}

// style is the look of a text. Its zero value is 13 px, ink, from the left.
type style struct {
	size   float64 // 0: 13
	bold   bool
	fill   string // "": ink
	anchor string // "": start
	halo   bool   // a white edge that parts it from what lies below
	class  string
}

func (s style) px() float64 { return cmp.Or(s.size, labelSize) }

// text writes one line with its baseline at y.
func (c *canvas) text(x, y float64, text string, s style) {
	attrs := []any{"x", x, "y", y, "font-size", s.px(), "fill", cmp.Or(s.fill, ink), "text-anchor", s.anchor, "class", s.class}
	if s.bold {
		attrs = append(attrs, "font-weight", 700)
	}
	if s.halo {
		attrs = append(attrs, "stroke", paper, "stroke-width", 5, "stroke-linejoin", "round", "paint-order", "stroke")
	}
	c.open("text", attrs...)
	c.WriteString(escape(text))
	c.close("text")
}

func (c *canvas) rect(class string, x, y, w, h float64, fill, stroke string) {
	c.el("rect", "class", class, "x", x, "y", y, "width", w, "height", h, "fill", fill, "stroke", stroke)
}

func (c *canvas) line(class string, x0, y0, x1, y1, width float64, stroke string) {
	c.el("line", "class", class, "x1", x0, "y1", y0, "x2", x1, "y2", y1, "stroke", stroke, "stroke-width", width)
}

// hatch fills a rectangle with the look of what is not known: strokes at 45° on
// a white ground, finer in low areas, drawn one by one, so that no pattern needs
// an id and print stays sharp. Strokes of neighbouring areas continue each other.
func (c *canvas) hatch(x, y, w, h float64) {
	c.rect("unknown", x, y, w, h, paper, "")
	period, size := 8.5, 2.4
	if h < 14 {
		period, size = 5.5, 1.4
	}
	inset := float64(size * 0.35) // what the square ends of strokes stick out
	x0, y0, x1, y1 := x+inset, y+inset, x+w-inset, y+h-inset
	var path strings.Builder
	for k := math.Ceil((x0 + y0) / period); float64(k*period) < x1+y1; k++ {
		sum := float64(k * period) // a stroke is x + y = sum
		from, to := max(x0, sum-y1), min(x1, sum-y0)
		if to-from >= 1.5 {
			path.WriteString("M" + num(from) + " " + num(sum-from) + "L" + num(to) + " " + num(sum-to))
		}
	}
	c.el("path", "class", "unknown", "d", path.String(), "stroke", line, "stroke-width", size, "fill", "none")
}

// hatchedBar is a hatched piece with an outline, for amounts without a size.
func (c *canvas) hatchedBar(x, y, w, h float64) {
	c.hatch(x, y, w, h)
	c.rect("unknown", x+0.5, y+0.5, w-1, h-1, "none", line)
}

// num prints a coordinate to one decimal, without a trailing zero or a negative
// zero.
func num(x float64) string {
	r := math.Round(float64(x*10)) / 10
	if r == 0 {
		return "0" // also for -0
	}
	return strconv.FormatFloat(r, 'f', -1, 64)
}

// escape makes text safe inside an element and inside a quoted attribute.
// Characters that XML cannot hold, and bytes that are no UTF-8, become U+FFFD.
func escape(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&#34;")
		case r == '\'':
			b.WriteString("&#39;")
		case r == '\n' || r == '\t' || r == '\r':
			b.WriteByte(' ')
		case unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF:
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
