package analysis

import (
	"context"
	"fmt"
	"math"
	"path/filepath"
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
		for key, m := range list {
			if (m.Value == nil) != (m.Reason != "") || m.Value != nil && !finite(*m.Value) {
				t.Fatalf("%s = %s %s", key, text(m.Value), m.Reason)
			}
			w, known := want[key]
			if known && ((m.Value == nil) != math.IsNaN(w) || m.Value != nil && !near(*m.Value, w)) {
				t.Fatalf("%s = %s %s, want %v", key, text(m.Value), m.Reason, w)
			}
		}
	})
}

// naive computes the indicators from the matrix.
func (x incidence) naive() map[string]float64 {
	n1, n2 := len(x.cells), x.columns
	rows, columns := make([][]bool, n1), make([][]bool, n2)
	for j := range columns {
		columns[j] = make([]bool, n1)
	}
	for i := range rows {
		rows[i] = make([]bool, n2)
		for j, c := range x.cells[i] {
			rows[i][j], columns[j][i] = c == 1, c == 1
		}
	}
	out := map[string]float64{}
	var ties, longer float64
	for i := range rows {
		for j := range columns {
			if rows[i][j] {
				ties++
				longer += (count(rows[i]) - 1) * (count(columns[j]) - 1)
			}
		}
	}
	cycles := 0.0
	for i := range rows {
		for k := range i {
			q := common(rows[i], rows[k])
			cycles += q * (q - 1) / 2
		}
	}
	newman := 0.0
	for _, c := range columns {
		if k := count(c); k >= 2 {
			newman += k * (k - 1) / 2 / (k - 1)
		}
	}
	out["TWO_MODE_DENSITY@"] = ties / float64(n1*n2)
	out["TWO_MODE_FOUR_CYCLES@"] = cycles
	out["TWO_MODE_CLUSTERING@"] = 4 * cycles / longer
	out["NEWMAN_TIE_TOTAL@"] = newman
	out["TWO_MODE_OVERLAP_ROWS@"], out["TWO_MODE_OVERLAP_COLUMNS@"] = overlap(rows), overlap(columns)
	out["TWO_MODE_CLUSTERING_OPSAHL@"] = opsahl(rows, columns)
	redundant, several := redundancies(rows, columns)
	other, more := redundancies(columns, rows)
	out["TWO_MODE_REDUNDANCY@"] = (redundant + other) / (several + more)
	if n1 > 1 && n2 > 1 {
		out["TWO_MODE_CENTRALIZATION_ROWS@"] = spread(rows) / float64((n1-1)*(n2-1))
		out["TWO_MODE_CENTRALIZATION_COLUMNS@"] = spread(columns) / float64((n1-1)*(n2-1))
	}
	return out
}

func count(row []bool) (ties float64) {
	for _, tied := range row {
		if tied {
			ties++
		}
	}
	return ties
}

func common(a, b []bool) (both float64) {
	for k := range a {
		if a[k] && b[k] {
			both++
		}
	}
	return both
}

func spread(rows [][]bool) (total float64) {
	most := 0.0
	for _, r := range rows {
		most = max(most, count(r))
	}
	for _, r := range rows {
		total += most - count(r)
	}
	return total
}

// overlap is NaN without rows.
func overlap(rows [][]bool) float64 {
	total := 0.0
	for i, a := range rows {
		sum, around := 0.0, 0.0
		for k, b := range rows {
			if both := common(a, b); i != k && both > 0 {
				sum += both / (count(a) + count(b) - both)
				around++
			}
		}
		if around > 0 {
			total += sum / around
		}
	}
	return total / float64(len(rows))
}

// redundancies adds up, over the rows of two ties or more, the part of the pairs of
// columns that another row joins.
func redundancies(rows, columns [][]bool) (total, several float64) {
	for i, r := range rows {
		pairs, joined := 0.0, 0.0
		for p := range r {
			for q := range p {
				if !r[p] || !r[q] {
					continue
				}
				pairs++
				for k := range rows {
					if k != i && rows[k][p] && rows[k][q] {
						joined++
						break
					}
				}
			}
		}
		if pairs > 0 {
			total += joined / pairs
			several++
		}
	}
	return total, several
}

// opsahl goes through all five nodes of every path.
func opsahl(rows, columns [][]bool) float64 {
	closed, all := 0.0, 0.0
	for i := range rows {
		for v := range rows {
			for j := range i {
				for p := range columns {
					for q := range columns {
						if i == v || v == j || p == q || !rows[i][p] || !rows[v][p] || !rows[v][q] || !rows[j][q] {
							continue
						}
						all++
						for k := range columns {
							if k != p && k != q && rows[i][k] && rows[j][k] {
								closed++
								break
							}
						}
					}
				}
			}
		}
	}
	return closed / all
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

// sharedTwoMode reads a two-mode reference network.
func sharedTwoMode(t *testing.T, dir, dataset string) *TwoMode {
	header, nodes := readRows(t, filepath.Join(dir, dataset+".nodes.csv"))
	_, edges := readRows(t, filepath.Join(dir, dataset+".edges.csv"))
	at := slices.Index(header, "mode")
	var rows, columns []string
	for _, node := range nodes {
		if node[at] == nodes[0][at] {
			rows = append(rows, node[0])
		} else {
			columns = append(columns, node[0])
		}
	}
	b := NewTwoModeBuilder(rows, columns)
	for _, e := range edges {
		b.Tie(e[1], e[2])
	}
	n, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// twoModes compares the two-mode networks, and the projections made of them.
func (r *reference) twoModes(dir string) {
	for _, name := range []string{"davis", "galaskiewicz"} {
		var f struct {
			TwoMode map[string]any `json:"two_mode"`
			Layers  map[string]struct{ Values map[string]any }
		}
		readJSON(r.T, filepath.Join(dir, "reference", name+".json"), &f)
		n := sharedTwoMode(r.T, dir, name)
		all := n.Measure(r.Context(), nil, Options{Nodes: true})
		for key, id := range map[string]Indicator{
			"density_two_mode": TwoModeDensity, "mean_row_degree": TwoModeAverageDegreeRows, "mean_col_degree": TwoModeAverageDegreeColumns,
			"robins_alexander_clustering": TwoModeClustering, "four_cycles_butterflies": TwoModeFourCycles,
			"latapy_dot_avg_rows": TwoModeOverlapRows, "latapy_dot_avg_cols": TwoModeOverlapColumns, "node_redundancy_mean_deg>=2": TwoModeRedundancy,
			"degree_centralization_BE1997_single_mode_rows": TwoModeCentralizationRows, "degree_centralization_BE1997_single_mode_cols": TwoModeCentralizationColumns,
		} {
			want, known := f.TwoMode[key]
			r.measure(name+" "+string(id), find(all, id), want, known)
		}
		r.twoModeNodes(name, n, all, f.TwoMode)
		for mode, layer := range map[Mode]string{RowMode: "projection_rows", ColumnMode: "projection_cols"} {
			values := f.Layers[layer].Values
			one := n.OneMode(mode, NewmanWeight)
			r.layer(name+"/"+layer+" of TwoMode", one, "", map[string]any{"n": values["n"], "edges": values["edges"], "density": values["density"]})
			var total sum
			for e := range one.Ties() {
				total.add(e.Weight)
			}
			r.same(name+" Newman weights of "+layer, total.value(), values["newman_weighted_projection_total"])
			if mode == RowMode {
				r.measure(name+" NEWMAN_TIE_TOTAL", find(all, NewmanTieTotal), values["newman_weighted_projection_total"], true)
			}
		}
	}
	galaskiewicz := sharedTwoMode(r.T, dir, "galaskiewicz").Measure(r.Context(), nil, Options{})
	r.same("galaskiewicz TWO_MODE_CLUSTERING_OPSAHL derived", *find(galaskiewicz, TwoModeClusteringOpsahl).Value, 11402.0/21158)
	r.same("galaskiewicz TWO_MODE_AVERAGE_DEGREE_ALL derived", *find(galaskiewicz, TwoModeAverageDegreeAll).Value, 98.0/(26+15))
}

func (r *reference) twoModeNodes(name string, n *TwoMode, all []Measure, values map[string]any) {
	largest := map[Indicator][2]float64{}
	top := map[Indicator][2]string{}
	farness := 0.0
	for _, m := range all {
		if m.Scope.Kind != ScopeNode {
			continue
		}
		mode := 0
		if m.Scope.Mode == ColumnMode {
			mode = 1
		}
		best, who := largest[m.ID], top[m.ID]
		if *m.Value > best[mode] {
			best[mode], who[mode] = *m.Value, m.Scope.Keys[0]
		}
		largest[m.ID], top[m.ID] = best, who
		if m.ID == TwoModeCloseness {
			own, other := float64(n.rows), float64(n.net.N()-n.rows)
			if mode == 1 {
				own, other = other, own
			}
			farness += (other + 2*(own-1)) / *m.Value
		}
	}
	for mode, suffix := range []string{"row", "col"} {
		r.same(name+" TWO_MODE_DEGREE "+suffix, largest[TwoModeDegree][mode], values["degree_normalised_max_"+suffix+"s"])
		between := values["bipartite_betweenness_top_"+suffix].([]any)
		r.within(name+" TWO_MODE_BETWEENNESS "+suffix, largest[TwoModeBetweenness][mode], between[1], .6e-8)
		if got := top[TwoModeBetweenness][mode]; got != between[0] {
			r.Errorf("%s: %s has the largest betweenness, the reference says %v", name, got, between[0])
		}
	}
	nodes := float64(n.net.N())
	r.same(name+" TWO_MODE_CLOSENESS by the mean distance", farness/(nodes*(nodes-1)), values["avg_geodesic"])
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
