package report

import (
	"cmp"
	"embed"
	"encoding/json"
	"html/template"
	"io"
	"net/url"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"polehub/web/lang"
)

//go:embed report.html report.css
var files embed.FS

// StylePath is where the style sheet of reports is served.
const StylePath = "/static/report.css"

// Style is the style sheet of reports.
func Style() string {
	text, err := files.ReadFile("report.css")
	if err != nil {
		panic(err) // it is part of the program
	}
	return string(text)
}

// Form says how a report becomes a page.
type Form struct {
	// StyleAt is the address of the style sheet; when empty the style stands in
	// the page, which then is complete in one file.
	StyleAt string
}

// WriteJSON writes the report for machines.
func (r *Report) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(r)
}

// WriteHTML writes the page, which prints on A4.
func (r *Report) WriteHTML(w io.Writer, form Form) error {
	data := struct {
		*Report
		StyleAt string
		Style   template.CSS
	}{r, form.StyleAt, ""}
	if form.StyleAt == "" {
		data.Style = template.CSS(Style())
	}
	return templates()[r.Lang].Execute(w, data)
}

// templates are the page in each language.
var templates = sync.OnceValue(func() map[string]*template.Template {
	all := map[string]*template.Template{}
	for _, code := range lang.Codes() {
		l, _ := lang.Of(code)
		all[code] = template.Must(template.New("report.html").Funcs(functions(l)).ParseFS(files, "report.html"))
	}
	return all
})

// functions are what the template says things with: no formatting is done in it.
func functions(l *lang.Language) template.FuncMap {
	return template.FuncMap{
		"t": l.Text, "number": func(n int) string { return l.Number(float64(n), 0) }, "index": l.Index, "percent": l.Percent,
		"date": l.Date, "list": l.List, "money": l.Money, "year": year,
		"bounds":    func(b *bounds) string { return l.Interval(b.Lower, b.Upper) },
		"interval":  func(i *interval) string { return l.Interval(i.Lower, i.Upper) },
		"value":     func(e Evidence) (string, error) { return evidenceValue(l, e) },
		"besides":   func(p Peer) (string, error) { return besides(l, p) },
		"index0":    func(peers []Peer) Peer { return peers[0] },
		"quartiles": func(p Peer) string { return l.Interval(*p.Q1, *p.Q3) },
		"maybe":     func(v *float64) (string, error) { return maybe(l, v) },
		"change":    func(c Change) (string, error) { return changeText(l, c) },
		"sentence":  sentence, "rows": rows,
		"sum":   func(s Sum) (string, error) { return sumText(l, s) },
		"share": func(share string) string { return shareText(l, share) },
		"ratio": func(m Measure) string { return l.Number(float64(*m.Num), 0) + " / " + l.Number(float64(*m.Den), 0) },
		"join":  func(items []string) string { return strings.Join(items, ", ") },
	}
}

// evidenceValue is a figure with the number of things that it is taken over.
func evidenceValue(l *lang.Language, e Evidence) (string, error) {
	if e.N == 0 {
		return l.Index(*e.Value), nil
	}
	return l.Text("grid.n", "value", l.Index(*e.Value), "n", e.N)
}

// sumText is an amount, and how many more are not known.
func sumText(l *lang.Language, s Sum) (string, error) {
	text := cmp.Or(s.Reason, "–")
	if s.Amount != "" {
		text = l.Money(s.Amount, s.Currency)
	}
	if s.Unknown == 0 {
		return text, nil
	}
	unknown, err := l.Text("involvement.unknownAmounts", "n", s.Unknown)
	return text + ", " + unknown, err
}

// maybe is a value that may be unknown.
func maybe(l *lang.Language, v *float64) (string, error) {
	if v == nil {
		return l.Text("report.unknown")
	}
	return l.Index(*v), nil
}

// besides says which poles a value stands beside.
func besides(l *lang.Language, p Peer) (string, error) {
	if p.Most == nil {
		return l.Text("peers.captionLargest", "least", *p.Least)
	}
	return l.Text("peers.caption", "least", *p.Least, "most", *p.Most)
}

// changeText is a value before and after.
func changeText(l *lang.Language, c Change) (string, error) {
	before, err := maybe(l, c.Before)
	after := c.Reason
	if c.After != nil {
		after = l.Index(*c.After)
	}
	return before + " → " + cmp.Or(after, "–"), err
}

// shareText is a share given as a decimal text.
func shareText(l *lang.Language, share string) string {
	v, err := strconv.ParseFloat(share, 64)
	if err != nil {
		return share
	}
	return l.Percent(v)
}

// row is a line of a grid: criteria that have the same state for the same reasons
// share one.
type row struct {
	Criterion
	Same []Criterion
}

// rows joins neighbours of which all that a line shows is the same, their names
// apart.
func rows(criteria []Criterion) []row {
	var all []row
	for _, c := range criteria {
		if last := len(all) - 1; last >= 0 && sameLine(all[last].Criterion, c) {
			all[last].Same = append(all[last].Same, c)
			continue
		}
		all = append(all, row{Criterion: c})
	}
	return all
}

func sameLine(a, b Criterion) bool {
	a.ID, a.Name, a.Explanation, a.Rule, a.Thresholds = b.ID, b.Name, b.Explanation, b.Rule, b.Thresholds
	return reflect.DeepEqual(a, b)
}

// sentence makes a sentence of a label.
func sentence(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:] + "."
}

// year is the year of a day; ? when it is unknown.
func year(day string) string {
	if len(day) < 4 {
		return "?"
	}
	return day[:4]
}

// Address is the path and query that gives the report again.
func (r *Report) Address() string {
	ids := make([]string, len(r.Grids))
	for i, g := range r.Grids {
		ids[i] = g.ID
	}
	return "/" + r.Lang + "/poles/" + url.PathEscape(r.Pole.ID) + "/report?at=" + r.At + "&grid=" + strings.Join(ids, ",")
}

// Pairs is how many pairs of members there are.
func (n *Network) Pairs() int { return n.Members * (n.Members - 1) / 2 }

// Replicates is how many random draws the intervals are made of; 0 without one.
func (r *Report) Replicates() int {
	for _, m := range r.Measures {
		if m.Interval != nil {
			return m.Interval.Replicates
		}
	}
	return 0
}

// Level is the level of the intervals; 0 without one.
func (r *Report) Level() float64 {
	for _, m := range r.Measures {
		if m.Interval != nil {
			return m.Interval.Level
		}
	}
	return 0
}
