package report

import (
	"cmp"
	"context"
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// printer is what turns a page into PDF and reads it: Chromium and the tools of
// Poppler.
type printer struct{ browser, reader string }

// findPrinter skips the test when there is no browser, and fails it where there
// must be one.
func findPrinter(t *testing.T) printer {
	t.Helper()
	missing := t.Skipf
	if os.Getenv("POLEHUB_REQUIRE_BROWSER") == "1" {
		missing = t.Fatalf
	}
	var p printer
	for _, name := range []string{os.Getenv("POLEHUB_BROWSER"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil && p.browser == "" {
			p.browser = path
		}
	}
	if p.browser == "" {
		missing("no Chromium: install it, or name one in POLEHUB_BROWSER")
	}
	var err error
	if p.reader, err = exec.LookPath("pdftotext"); err != nil {
		missing("no pdftotext: install poppler-utils")
	}
	return p
}

// paper is a printed document: its pages with their words.
type paper struct {
	Pages []sheet `xml:"body>doc>page"`
}

type sheet struct {
	Width  float64 `xml:"width,attr"`
	Height float64 `xml:"height,attr"`
	Words  []word  `xml:"word"`
}

type word struct {
	Left   float64 `xml:"xMin,attr"`
	Right  float64 `xml:"xMax,attr"`
	Top    float64 `xml:"yMin,attr"`
	Bottom float64 `xml:"yMax,attr"`
	Text   string  `xml:",chardata"`
}

func (s sheet) text() string {
	texts := make([]string, len(s.Words))
	for i, w := range s.Words {
		texts[i] = w.Text
	}
	return strings.Join(texts, " ")
}

// print prints a report. The browser has a home of its own and no network to use.
func (p printer) print(t *testing.T, r *Report) paper {
	t.Helper()
	folder := t.TempDir()
	html, pdf := filepath.Join(folder, "report.html"), filepath.Join(folder, "report.pdf")
	file, err := os.Create(html)
	if err != nil {
		t.Fatal(err)
	}
	if err := cmp.Or(r.WriteHTML(file, Form{}), file.Close()); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	run := func(name string, args ...string) []byte {
		c := exec.CommandContext(ctx, name, args...)
		out, err := c.Output()
		if err != nil {
			t.Fatalf("%s: %v %s", name, err, out)
		}
		return out
	}
	run(p.browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
		"--user-data-dir="+filepath.Join(folder, "profile"), "--no-pdf-header-footer", "--print-to-pdf="+pdf, "file://"+html)
	var read paper
	if err := xml.Unmarshal(run(p.reader, "-bbox", pdf, "-"), &read); err != nil {
		t.Fatal(err)
	}
	return read
}

// TestReportsPrint prints reports of the demonstration: A4, few pages, each with
// something to read, nothing outside its margins, no heading alone at its foot.
func TestReportsPrint(t *testing.T) {
	p := findPrinter(t)
	q := demonstration(t)
	for name, c := range map[string]struct {
		question Question
		most     int
		says     []string
	}{
		"sixteen members": {Question{Pole: "pole:demo-silence", Grids: []string{"labo-2012"}, At: "2025-12-31", Lang: "fr"}, 4,
			[]string{"Pôle Réemploi du Fleuve", "16 organisations composent", "Qui coopère avec qui", "Référentiel du Labo", "Sources", "Révision"}},
		"twenty-eight members": {Question{Pole: "pole:demo-grand", Grids: []string{"labo-2012"}, At: "2025-12-31", Lang: "en"}, 4,
			[]string{"28 organisations make up the pole", "Who cooperates with whom", "Human judgement of"}},
		"three members, two grids": {Question{Pole: "pole:demo-petit", Grids: []string{"decret-2015-431", "loi-2014-art-9"}, At: "2025-12-31", Lang: "fr"}, 4,
			[]string{"Pôle Montagne douce", "Moins de cinq membres"}},
		"nobody": {Question{Pole: "pole:demo-petit", Grids: []string{"decret-2015-431"}, At: "1990-01-01", Lang: "en"}, 2,
			[]string{"no member is recorded", "the pole had not begun"}},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := Ask(t.Context(), q, c.question)
			if err != nil {
				t.Fatal(err)
			}
			printed := p.print(t, r)
			if n := len(printed.Pages); n < 1 || n > c.most {
				t.Errorf("%d pages", n)
			}
			var all strings.Builder
			for i, s := range printed.Pages {
				checkSheet(t, i+1, s, headings(r), i == len(printed.Pages)-1)
				all.WriteString(s.text() + " ")
			}
			for _, want := range c.says {
				if !strings.Contains(all.String(), want) {
					t.Errorf("the paper does not say %q", want)
				}
			}
		})
	}
}

// headings are the last words of the headings of grids: long enough to be found.
func headings(r *Report) []string {
	var titles []string
	for _, g := range r.Grids {
		titles = append(titles, g.Title)
	}
	return titles
}

// margin is the least that @page leaves at the sides and at the top, in points.
const margin = 12 / 25.4 * 72

func checkSheet(t *testing.T, number int, s sheet, headings []string, last bool) {
	t.Helper()
	if s.Width < 594 || s.Width > 597 || s.Height < 841 || s.Height > 843 {
		t.Errorf("page %d is %g × %g points, not A4", number, s.Width, s.Height)
	}
	foot := 0.0
	for _, w := range s.Words {
		if w.Left < margin-1 || w.Right > s.Width-margin+1 || w.Top < margin-3 {
			t.Errorf("page %d: %q stands outside the margins, at %g to %g, %g", number, w.Text, w.Left, w.Right, w.Top)
		}
		if w.Bottom < s.Height-margin-3 { // below it stands the number of the page
			foot = max(foot, w.Bottom)
		}
	}
	if filled := foot / s.Height; filled < 0.5 && !last {
		t.Errorf("page %d ends after %.0f %%", number, 100*filled)
	}
	for _, title := range headings {
		if i := strings.Index(s.text(), title); i >= 0 {
			at := strings.Count(s.text()[:i], " ")
			if s.Words[at].Bottom > s.Height-margin-60 {
				t.Errorf("page %d: %q stands alone at its foot", number, title)
			}
		}
	}
	if !slices.ContainsFunc(s.Words, func(w word) bool { return w.Bottom > s.Height-margin-3 }) {
		t.Errorf("page %d has no number", number)
	}
}
