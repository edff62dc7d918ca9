package figure

import (
	"encoding/xml"
	"errors"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write golden files")

// golden compares a picture with testdata/name.svg.
func golden(t *testing.T, name string, d Drawing) {
	t.Helper()
	wellFormed(t, d)
	file := filepath.Join("testdata", name+".svg")
	got := string(d.SVG) + "\n"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs from %s; look at it, then run with -update", name, file)
	}
}

// vocabulary is every element and attribute that a picture may hold: nothing
// that runs, loads or styles.
var vocabulary = strings.Fields(`svg title desc g text line rect circle path
	xmlns class role aria-label aria-hidden viewBox width height font-family x y x1 y1 x2 y2 cx cy r d fill stroke stroke-width stroke-dasharray
	stroke-linecap stroke-linejoin paint-order font-size font-weight text-anchor data-org`)

// wellFormed fails when a picture is no XML, holds anything out of the
// vocabulary, or a coordinate that is no number.
func wellFormed(t interface {
	Helper()
	Fatalf(string, ...any)
}, d Drawing) {
	t.Helper()
	words := []string{"class", "aria-label", "data-org", "xmlns", "role", "font-family", "fill", "stroke", "aria-hidden", "text-anchor", "stroke-linecap", "stroke-linejoin", "paint-order"}
	numbers := regexp.MustCompile(`^[-MLZ0-9. ]*$`)
	dec := xml.NewDecoder(strings.NewReader(string(d.SVG)))
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, d.SVG)
		}
		element, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if !slices.Contains(vocabulary, element.Name.Local) {
			t.Fatalf("there is a <%s>", element.Name.Local)
		}
		for _, a := range element.Attr {
			if !slices.Contains(vocabulary, a.Name.Local) {
				t.Fatalf("<%s> has %s=%q", element.Name.Local, a.Name.Local, a.Value)
			}
			if !slices.Contains(words, a.Name.Local) && !numbers.MatchString(a.Value) {
				t.Fatalf("<%s> has %s=%q, no number", element.Name.Local, a.Name.Local, a.Value)
			}
		}
	}
}

func TestNum(t *testing.T) {
	for x, want := range map[float64]string{0: "0", 1: "1", 1.04: "1", 1.05: "1.1", -0.04: "0", -0.06: "-0.1", 12.34: "12.3", 1199.96: "1200"} {
		if got := num(x); got != want {
			t.Errorf("num(%v) is %s, want %s", x, got, want)
		}
	}
}

func TestEscape(t *testing.T) {
	for text, want := range map[string]string{
		`<a href="x">'&`: "&lt;a href=&#34;x&#34;&gt;&#39;&amp;",
		"a\nb\tc":        "a b c",
		"\x00\x1b\u0085": "\ufffd\ufffd\ufffd",
		"\xff":           "\ufffd",
		"\ufffe":         "\ufffd",
		"Épicerie 日本":    "Épicerie 日本",
	} {
		if got := escape(text); got != want || !utf8.ValidString(got) {
			t.Errorf("escape(%q) is %q, want %q", text, got, want)
		}
	}
}

// Strokes of hatching stay inside their rectangle, whatever its size.
func TestHatchStaysInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string, most float64) float64 { return rapid.Float64Range(0, most).Draw(t, name) }
		x, y, w, h := draw("x", 900), draw("y", 900), draw("w", 300), draw("h", 80)
		c := &canvas{}
		c.hatch(x, y, w, h)
		_, path, _ := strings.Cut(c.String(), ` d="`)
		path, _, _ = strings.Cut(path, `"`)
		for point := range strings.FieldsFuncSeq(path, func(r rune) bool { return r == 'M' || r == 'L' }) {
			a, b, _ := strings.Cut(point, " ")
			px, errX := strconv.ParseFloat(a, 64)
			py, errY := strconv.ParseFloat(b, 64)
			if errX != nil || errY != nil || px < x-0.05 || px > x+w+0.05 || py < y-0.05 || py > y+h+0.05 {
				t.Fatalf("%q is not in %v %v %v %v", point, x, y, w, h)
			}
		}
	})
}

// A processor may fuse x*y + z into one operation with one rounding, and then
// another picture comes out. Products inside sums are converted, which forbids it.
func TestNoFusedProducts(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		tree, err := parser.ParseFile(set, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BinaryExpr:
				if (n.Op == token.ADD || n.Op == token.SUB) && (product(n.X) || product(n.Y)) {
					t.Errorf("%s: a product in a sum", set.Position(n.Pos()))
				}
			case *ast.AssignStmt:
				if (n.Tok == token.ADD_ASSIGN || n.Tok == token.SUB_ASSIGN) && product(n.Rhs[0]) {
					t.Errorf("%s: a product is added", set.Position(n.Pos()))
				}
			}
			return true
		})
	}
}

// product says whether an expression ends in a product, which float64(…) hides.
func product(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return product(e.X)
	case *ast.UnaryExpr:
		return product(e.X)
	case *ast.BinaryExpr:
		return e.Op == token.MUL
	}
	return false
}
