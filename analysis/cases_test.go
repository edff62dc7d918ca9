package analysis

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// networkCase is one file of testdata/cases: a network, a dashed line, the
// expected measures with their arithmetic.
type networkCase struct {
	network *Network // nil when there are two modes
	two     *TwoMode
	layers  *Layers
	raw     bool // loops, parallels or unknown pairs in the facts
	expect  []expectation
}

type expectation struct {
	id           Indicator
	at           string
	value        string // expression, or "null REASON"
	lower, upper string // expressions; empty for no bounds
}

func readCase(text string) (*networkCase, error) {
	facts, expected, ok := strings.Cut(text, "\n---\n")
	if !ok {
		return nil, fmt.Errorf("no dashed line")
	}
	c := &networkCase{}
	for _, fields := range caseLines(expected) {
		if len(fields) < 2 {
			return nil, fmt.Errorf("%s has no value", fields[0])
		}
		e := expectation{}
		id, at, _ := strings.Cut(fields[0], "@")
		e.id, e.at = Indicator(id), at
		value, bounds, _ := strings.Cut(strings.Join(fields[1:], " "), " within ")
		e.value = value
		e.lower, e.upper, _ = strings.Cut(bounds, "..")
		c.expect = append(c.expect, e)
	}
	lines := caseLines(facts)
	if len(lines) > 2 && lines[0][0] == "two-mode" {
		return c, c.readTwoMode(lines[1:])
	}
	if len(lines) > 1 && lines[0][0] == "layers" {
		return c, c.readLayers(lines[1:])
	}
	if len(lines) < 2 || lines[1][0] != "nodes" {
		return nil, fmt.Errorf("the kind and the nodes come first")
	}
	b := NewBuilder(lines[0][0] == "directed", caseIDs(lines[1][1:])...)
	for _, f := range lines[1][1:] {
		if id, class, ok := strings.Cut(f, ":"); ok {
			b.Class("family", id, class)
		}
	}
	seen := map[string]bool{}
	for _, fields := range lines[2:] {
		switch fields[0] {
		case "classes":
			b.Possible("family", fields[1:]...)
			continue
		case "distance": // of two classes
			apart, err := strconv.ParseFloat(fields[3], 64)
			if err != nil {
				return nil, err
			}
			b.Distance("family", fields[1], fields[2], apart)
			continue
		}
		for _, t := range fields {
			raw, err := addCaseTie(b, t, seen)
			if err != nil {
				return nil, err
			}
			c.raw = c.raw || raw
		}
	}
	var err error
	c.network, err = b.Build()
	return c, err
}

// readTwoMode reads the rows, the columns and the ties of a two-mode network.
func (c *networkCase) readTwoMode(lines [][]string) (err error) {
	if lines[0][0] != "rows" || lines[1][0] != "columns" {
		return fmt.Errorf("the rows and the columns come first")
	}
	b := NewTwoModeBuilder(lines[0][1:], lines[1][1:])
	seen := map[string]bool{}
	for _, tie := range slices.Concat(lines[2:]...) {
		row, column, tied := strings.Cut(tie, "-")
		if tied {
			b.Tie(row, column)
		} else if row, column, tied = strings.Cut(tie, "?"); tied {
			b.Unknown(row, column)
			c.raw = true
		} else {
			return fmt.Errorf("tie %q", tie)
		}
		c.raw = c.raw || seen[tie]
		seen[tie] = true
	}
	c.two, err = b.Build()
	return err
}

// readLayers reads the nodes, and the ties of each relation, then of contracts.
func (c *networkCase) readLayers(lines [][]string) (err error) {
	layers := map[string]*Network{}
	var contracts *Network
	for _, fields := range lines[1:] {
		b := NewBuilder(strings.Contains(strings.Join(fields, " "), ">"), caseIDs(lines[0][1:])...)
		for _, f := range lines[0][1:] {
			if id, class, ok := strings.Cut(f, ":"); ok {
				b.Class("family", id, class)
			}
		}
		seen := map[string]bool{}
		for _, t := range fields[1:] {
			raw, err := addCaseTie(b, t, seen)
			if err != nil {
				return err
			}
			c.raw = c.raw || raw
		}
		n, err := b.Build()
		if err != nil {
			return err
		}
		if fields[0] == "contracts" {
			contracts = n
		} else {
			layers[fields[0]] = n
		}
	}
	if c.layers, err = NewLayers(layers); err == nil {
		c.layers.contracts = contracts
	}
	return err
}

// measure computes everything on the network of a case.
func (c *networkCase) measure(t *testing.T) []Measure {
	if c.layers != nil {
		return c.layers.Measure(t.Context(), nil, Options{Attributes: []string{"family"}})
	}
	if c.two != nil {
		return c.two.Measure(t.Context(), nil, Options{Nodes: true})
	}
	return c.network.Measure(t.Context(), nil, Options{Attributes: []string{"family"}, Nodes: true})
}

// caseLines splits into fields the lines that are not comments.
func caseLines(text string) (lines [][]string) {
	for line := range strings.Lines(text) {
		if fields := strings.Fields(line); len(fields) > 0 && fields[0][0] != '#' {
			lines = append(lines, fields)
		}
	}
	return lines
}

func caseIDs(nodes []string) []string {
	ids := make([]string, len(nodes))
	for i, f := range nodes {
		ids[i], _, _ = strings.Cut(f, ":")
	}
	return ids
}

// addCaseTie reads a-b, a>b, a-b*3 or a?b. raw reports a loop, a parallel or an
// unknown pair.
func addCaseTie(b *Builder, text string, seen map[string]bool) (raw bool, err error) {
	tie, weight, weighted := strings.Cut(text, "*")
	at := strings.IndexAny(tie, "->?")
	if at < 0 || tie[at] == '>' && !b.directed || tie[at] == '-' && b.directed {
		return false, fmt.Errorf("tie %q", text)
	}
	from, to := tie[:at], tie[at+1:]
	key := from + " " + to
	if !b.directed {
		key = min(from, to) + " " + max(from, to)
	}
	raw = seen[key] || from == to || tie[at] == '?'
	seen[key] = true
	switch {
	case tie[at] == '?':
		b.Unknown(from, to)
	case weighted:
		var w float64
		w, err = strconv.ParseFloat(weight, 64)
		b.WeightedTie(from, to, w)
	default:
		b.Tie(from, to)
	}
	return raw, err
}

// evaluate computes an expression over + − * / ( ) sqrt ln exp.
func evaluate(text string) (float64, error) {
	e, err := parser.ParseExpr(text)
	if err != nil {
		return 0, err
	}
	return evaluateNode(e)
}

func evaluateNode(e ast.Expr) (float64, error) {
	switch e := e.(type) {
	case *ast.BasicLit:
		return strconv.ParseFloat(e.Value, 64)
	case *ast.ParenExpr:
		return evaluateNode(e.X)
	case *ast.UnaryExpr:
		x, err := evaluateNode(e.X)
		return -x, err
	case *ast.CallExpr:
		name, ok := e.Fun.(*ast.Ident)
		f := map[string]func(float64) float64{"sqrt": math.Sqrt, "ln": math.Log, "exp": math.Exp}
		if !ok || f[name.Name] == nil || len(e.Args) != 1 {
			break
		}
		x, err := evaluateNode(e.Args[0])
		return f[name.Name](x), err
	case *ast.BinaryExpr:
		x, err := evaluateNode(e.X)
		if err != nil {
			return 0, err
		}
		y, err := evaluateNode(e.Y)
		switch e.Op {
		case token.ADD:
			return x + y, err
		case token.SUB:
			return x - y, err
		case token.MUL:
			return x * y, err
		case token.QUO:
			return x / y, err
		}
	}
	return 0, fmt.Errorf("not an expression of a case: %T", e)
}

// near compares with the tolerance of hand-written cases, 1e-12 relative.
func near(a, b float64) bool { return math.Abs(a-b) <= 1e-12*max(1, math.Abs(b)) }

func scopeText(s Scope) string {
	switch s.Kind {
	case ScopeNode:
		return "node:" + s.Keys[0]
	case ScopeNodeSet: // one of each size; which nodes may depend on their ids
		return "set:" + strconv.Itoa(len(s.Keys))
	}
	return strings.Join(s.Keys, ",")
}

func (e expectation) check(t *testing.T, m Measure) {
	t.Helper()
	if why, isNull := strings.CutPrefix(e.value, "null "); isNull {
		if m.Value != nil || m.Reason != Reason(why) || m.Status != Undefined {
			t.Errorf("%s@%s = %v %s, want null %s", e.id, e.at, text(m.Value), m.Reason, why)
		}
	} else if want, err := evaluate(e.value); err != nil {
		t.Errorf("%s: %v", e.id, err)
	} else if m.Value == nil || !near(*m.Value, want) {
		t.Errorf("%s@%s = %s %s, want %s = %v", e.id, e.at, text(m.Value), m.Reason, e.value, want)
	}
	if e.lower == "" {
		if m.Bounds != nil {
			t.Errorf("%s@%s has bounds %+v, want none", e.id, e.at, *m.Bounds)
		}
		return
	}
	low, errLow := evaluate(e.lower)
	high, errHigh := evaluate(e.upper)
	if errLow != nil || errHigh != nil || m.Bounds == nil {
		t.Errorf("%s@%s: bounds %v, want %s .. %s", e.id, e.at, m.Bounds, e.lower, e.upper)
	} else if !near(m.Bounds.Lower, low) || !near(m.Bounds.Upper, high) {
		t.Errorf("%s@%s within %v .. %v, want %s .. %s", e.id, e.at, m.Bounds.Lower, m.Bounds.Upper, e.lower, e.upper)
	}
}

func text(v *float64) string {
	if v == nil {
		return "null"
	}
	return strconv.FormatFloat(*v, 'g', -1, 64)
}

func readCases(t *testing.T) map[string]*networkCase {
	t.Helper()
	return caseFiles(t, "testdata/cases/*.txt", readCase)
}

// caseFiles reads the case files that match a pattern, by name without extension.
func caseFiles[C any](t *testing.T, pattern string, read func(string) (*C, error)) map[string]*C {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	cases := map[string]*C{}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		c, err := read(string(data))
		if err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		cases[strings.TrimSuffix(filepath.Base(f), ".txt")] = c
	}
	return cases
}

func TestCases(t *testing.T) {
	for name, c := range readCases(t) {
		t.Run(name, func(t *testing.T) {
			measures := c.measure(t)
			for _, e := range c.expect {
				k := slices.IndexFunc(measures, func(m Measure) bool { return m.ID == e.id && scopeText(m.Scope) == e.at })
				if k < 0 {
					t.Errorf("%s@%s is not among the measures", e.id, e.at)
					continue
				}
				e.check(t, measures[k])
			}
		})
	}
}

// TestCasesCoverEveryIndicator: each id has an ordinary case, a border case without
// a value, and a case with loops, parallels or unknown pairs in the raw facts.
func TestCasesCoverEveryIndicator(t *testing.T) {
	type cover struct{ ordinary, null, raw bool }
	covered := map[Indicator]cover{}
	for _, c := range readCases(t) {
		for _, e := range c.expect {
			k := covered[e.id]
			null := strings.HasPrefix(e.value, "null ")
			k.null = k.null || null
			k.raw = k.raw || c.raw
			k.ordinary = k.ordinary || !null && !c.raw
			covered[e.id] = k
		}
	}
	for _, d := range Definitions() {
		if !d.Subject.OfNetworks() {
			continue // TestLedgerCases, TestChangeCases, TestSurveyCases
		}
		k := covered[d.ID]
		always := slices.Contains([]Indicator{Nodes, Ties, Isolates, WeakComponents, Triangles, TwoModeFourCycles, NewmanTieTotal}, d.ID) // never null
		if !k.ordinary || !k.raw || !k.null && !always {
			t.Errorf("%s: %+v", d.ID, k)
		}
	}
}
