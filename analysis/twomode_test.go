package analysis

import (
	"context"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// incidence is a two-mode network as a matrix: 0 is untied, 1 tied, 2 unknown.
type incidence struct {
	cells   [][]int // row × column
	columns int
}

func incidences(rows, columns, unknown int) *rapid.Generator[incidence] {
	return rapid.Custom(func(t *rapid.T) incidence {
		x := incidence{columns: rapid.IntRange(0, columns).Draw(t, "columns")}
		left := unknown
		for range rapid.IntRange(0, rows).Draw(t, "rows") {
			row := make([]int, x.columns)
			for j := range row {
				if row[j] = []int{0, 1, 1, 2, 0}[rapid.IntRange(0, 4).Draw(t, "cell")]; row[j] == 2 {
					if left--; left < 0 {
						row[j] = 0
					}
				}
			}
			x.cells = append(x.cells, row)
		}
		return x
	})
}

func (x incidence) build(t interface{ Fatal(...any) }, row, column func(int) string) *TwoMode {
	rows, columns := make([]string, len(x.cells)), make([]string, x.columns)
	for i := range rows {
		rows[i] = row(i)
	}
	for j := range columns {
		columns[j] = column(j)
	}
	b := NewTwoModeBuilder(rows, columns)
	for i, cells := range x.cells {
		for j, c := range cells {
			switch c {
			case 1:
				b.Tie(row(i), column(j))
			case 2:
				b.Unknown(row(i), column(j))
			}
		}
	}
	n, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func columnName(j int) string { return "k" + name(j) }

// measures computes everything, by indicator and scope.
func (x incidence) measures(t interface{ Fatal(...any) }, row, column func(int) string) map[string]Measure {
	out := map[string]Measure{}
	for _, m := range x.build(t, row, column).Measure(context.Background(), nil, Options{Nodes: true}) {
		out[string(m.ID)+"@"+scopeText(m.Scope)] = m
	}
	return out
}

// TestTwoModeTwins: every formula written out over rows, columns and paths.
func TestTwoModeTwins(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := incidences(5, 5, 0).Draw(t, "network")
		list := x.measures(t, name, columnName)
		want := x.naive()
		checkContract(t, slices.Collect(maps.Values(list)))
		for key, m := range list {
			w, known := want[key]
			if known && ((m.Value == nil) != math.IsNaN(w) || m.Value != nil && !near(*m.Value, w)) {
				t.Fatalf("%s = %s %s, want %v", key, text(m.Value), m.Reason, w)
			}
		}
	})
}

// TestTwoModeTransposed: rows and columns exchanged, the measures of the modes
// change places and the others stay; so they do when all nodes are renamed.
func TestTwoModeTransposed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := incidences(5, 5, 3).Draw(t, "network")
		turned := incidence{columns: len(x.cells)}
		for j := range x.columns {
			row := make([]int, len(x.cells))
			for i := range row {
				row[i] = x.cells[i][j]
			}
			turned.cells = append(turned.cells, row)
		}
		exchange := strings.NewReplacer("ROWS", "COLUMNS", "COLUMNS", "ROWS")
		after := turned.measures(t, columnName, name)
		for key, m := range x.measures(t, name, columnName) {
			if m.ID == TwoModeClusteringOpsahl || m.ID == NewmanTieTotal {
				continue // of rows only
			}
			o, found := after[exchange.Replace(key)]
			if !found || !same(m.Value, o.Value) || m.Reason != o.Reason || (m.Bounds == nil) != (o.Bounds == nil) {
				t.Fatalf("%s: %+v, then %+v", key, m, o)
			}
		}
		backwards := func(of func(int) string) func(int) string { return func(i int) string { return of(50 - i) } }
		renamed := x.measures(t, backwards(name), backwards(columnName))
		for key, m := range x.measures(t, name, columnName) {
			if o := renamed[key]; m.Scope.Kind != ScopeNode && (!same(m.Value, o.Value) || m.Reason != o.Reason) {
				t.Fatalf("%s: %+v, then %+v", key, m, o)
			}
		}
	})
}

// TestTwoModeBounds: the lowest and the highest value over all fillings.
func TestTwoModeBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := incidences(4, 4, 4).Draw(t, "network")
		spans := map[string]*span{}
		fillingsOf(x.cells, func(full [][]int) {
			for key, m := range (incidence{full, x.columns}).measures(t, name, columnName) {
				if spans[key] == nil {
					spans[key] = &span{}
				}
				if m.Value != nil {
					spans[key].include(*m.Value)
				}
			}
		})
		for key, m := range x.measures(t, name, columnName) {
			s := spans[key]
			switch {
			case s == nil:
				continue // closeness of nodes that only some fillings join
			case m.Bounds == nil:
				if s.some && s.low != s.high && m.ID != TwoModeCloseness {
					t.Fatalf("%s goes from %v to %v without bounds", key, s.low, s.high)
				}
			case !near(m.Bounds.Lower, s.low) || !near(m.Bounds.Upper, s.high):
				t.Fatalf("%s within %+v, enumerated %+v", key, *m.Bounds, *s)
			}
			if d, _ := DefinitionOf(m.ID); m.Bounds != nil && m.Bounds.Method != d.Bounds {
				t.Fatalf("%s has bounds by %s", key, m.Bounds.Method)
			}
		}
	})
}

// fillingsOf goes through all ways to make unknown cells tied or not.
func fillingsOf(cells [][]int, visit func([][]int)) {
	for i, row := range cells {
		for j, c := range row {
			if c != 2 {
				continue
			}
			for _, state := range []int{0, 1} {
				full := slices.Clone(cells)
				full[i] = slices.Clone(row)
				full[i][j] = state
				fillingsOf(full, visit)
			}
			return
		}
	}
	visit(cells)
}

// TestTwoModeOneMode: two rows are tied when they share a column for certain, unknown
// when they may share one; the Newman weights at a row add up to its shared columns.
func TestTwoModeOneMode(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := incidences(5, 4, 4).Draw(t, "network")
		two := x.build(t, name, columnName)
		shared, weighted := two.OneMode(RowMode, CountWeight), two.OneMode(RowMode, NewmanWeight)
		strength := make([]float64, len(x.cells))
		for e := range weighted.Ties() {
			strength[e.From] += e.Weight
			strength[e.To] += e.Weight
		}
		counts := map[[2]int]float64{}
		for e := range shared.Ties() {
			counts[[2]int{e.From, e.To}] = e.Weight
		}
		for i, a := range x.cells {
			columns := 0.0
			for c := range a {
				for k, b := range x.cells {
					if k != i && a[c] == 1 && b[c] == 1 {
						columns++
						break
					}
				}
			}
			if !near(strength[i], columns) {
				t.Fatalf("row %d has strength %v and shares %v columns", i, strength[i], columns)
			}
			for k := i + 1; k < len(x.cells); k++ {
				both, maybe := 0.0, false
				for c := range a {
					switch p, q := a[c], x.cells[k][c]; {
					case p == 1 && q == 1:
						both++
					case p != 0 && q != 0:
						maybe = true
					}
				}
				if counts[[2]int{i, k}] != both || shared.Unknown(i, k) != (maybe && both == 0) {
					t.Fatalf("rows %d and %d share %v, perhaps more: %v", i, k, both, maybe)
				}
			}
		}
	})
}

// TestTwoModeBetweennessReachesItsMaximum: in all networks of two sizes the largest
// normalised betweenness of a row is 1.
func TestTwoModeBetweennessReachesItsMaximum(t *testing.T) {
	for _, size := range [][2]int{{1, 2}, {2, 2}, {2, 3}, {3, 2}, {3, 3}, {4, 2}, {2, 4}, {5, 2}, {1, 5}} {
		most := 0.0
		for code := range 1 << (size[0] * size[1]) {
			x := incidence{columns: size[1]}
			for i := range size[0] {
				row := make([]int, size[1])
				for j := range row {
					row[j] = code >> (i*size[1] + j) & 1
				}
				x.cells = append(x.cells, row)
			}
			n := x.build(t, name, columnName)
			values := n.net.ties.betweenness(1)
			bipartite{n.net.ties, n.rows}.normalize(values)
			for _, v := range values[:size[0]] {
				most = max(most, v)
			}
		}
		if !near(most, 1) {
			t.Errorf("%d rows and %d columns: the largest betweenness is %v", size[0], size[1], most)
		}
	}
}

// TestWrongCopy: the shared copy of davis has four ties more than the usual table.
func TestWrongCopy(t *testing.T) {
	davis := sharedTwoMode(t, referenceNets(t), "davis")
	b := NewTwoModeBuilder(davis.Rows(), davis.Columns())
	extra := []string{"DOROTHY E10", "DOROTHY E12", "HELEN E13", "HELEN E14"}
	for i, j := range davis.Ties() {
		if row, column := davis.Rows()[i], davis.Columns()[j]; !slices.Contains(extra, row+" "+column) {
			b.Tie(row, column)
		}
	}
	usual, err := b.Build()
	if err != nil || davis.M() != 93 || usual.M() != 89 {
		t.Fatalf("%d ties, then %d: %v", davis.M(), usual.M(), err)
	}
	all := usual.Measure(t.Context(), nil, Options{})
	for id, want := range map[Indicator]string{TwoModeDensity: "0.353", TwoModeAverageDegreeRows: "4.944", TwoModeAverageDegreeColumns: "6.357", TwoModeAverageDegreeAll: "2.781"} {
		if got := fmt.Sprintf("%.3f", *find(all, id).Value); got != want {
			t.Errorf("%s is %s in the usual table, got %s", id, want, got)
		}
	}
}

// TestModes: an indicator asked for on another kind of network says so.
func TestModes(t *testing.T) {
	two, err := NewTwoModeBuilder([]string{"a"}, []string{"a"}).Build() // one id in both modes
	if err != nil {
		t.Fatal(err)
	}
	one := mustBuild(t, NewBuilder(false, "a"))
	layers, err := NewLayers(map[string]*Network{"r": one})
	if err != nil {
		t.Fatal(err)
	}
	reasons := map[Subject]Reason{SubjectNetwork: NotOneMode, SubjectTwoMode: NotTwoMode, SubjectLayers: SingleRelation}
	for subject, measure := range map[Subject]func(context.Context, []Indicator, Options) []Measure{
		SubjectNetwork: one.Measure, SubjectTwoMode: two.Measure, SubjectLayers: layers.Measure,
	} {
		for _, d := range Definitions() {
			if d.Subject == subject || !d.Subject.OfNetworks() {
				continue
			}
			if m := measure(t.Context(), []Indicator{d.ID}, Options{Nulls: true, Intervals: true}); len(m) != 1 || m[0].Reason != reasons[d.Subject] || m[0].Status != Undefined {
				t.Errorf("%s of %s: %+v", d.ID, subject, m)
			}
		}
	}
	nodes := two.Measure(t.Context(), []Indicator{TwoModeDegree}, Options{})
	if len(nodes) != 2 || nodes[0].Scope.Mode != RowMode || nodes[1].Scope.Mode != ColumnMode {
		t.Errorf("degrees: %+v", nodes)
	}
	split, err := NewTwoModeBuilder([]string{"a", "b"}, nil).Build()
	if err != nil {
		t.Fatal(err)
	}
	if two.net.digest == split.net.digest || NewTwoModeBuilder([]string{""}, nil).b.err == nil {
		t.Error("networks that differ in their modes have one hash, or an id is empty")
	}
	for _, fault := range []func(*TwoModeBuilder){
		func(b *TwoModeBuilder) { b.Tie("x", "c") }, func(b *TwoModeBuilder) { b.Tie("r", "r") }, func(b *TwoModeBuilder) { b.Unknown("c", "c") },
	} {
		b := NewTwoModeBuilder([]string{"r"}, []string{"c"})
		fault(b)
		if _, err := b.Build(); err == nil {
			t.Error("a tie of no node is accepted")
		}
	}
}
