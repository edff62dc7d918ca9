package analysis

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// borderNetworks are the eleven networks on which two libraries disagree with each
// other or with the definitions, in the columns of testdata/borders.txt.
var borderNetworks = []struct {
	name string
	n    int
	ties string
}{
	{"null (0 nodes)", 0, ""},
	{"1 node", 1, ""},
	{"2 nodes, no tie", 2, ""},
	{"2 nodes, 1 tie", 2, "01"},
	{"3 nodes, no tie", 3, ""},
	{"3 isolates + 1 tie (5)", 5, "01"},
	{"self-loop only (2)", 2, "00"},
	{"parallel x3 (3 nodes)", 3, "01 01 01 12"},
	{"tie + self-loop (3)", 3, "01 00"},
	{"star S5 (6)", 6, "01 02 03 04 05"},
	{"complete K5", 5, "01 02 03 04 12 13 14 23 24 34"},
}

// borderTwoModes are the two-mode networks of the same columns.
var borderTwoModes = []struct{ rows, columns, ties string }{
	{"", "", ""},
	{"0", "", ""},
	{"", "01", ""},
	{"0", "x", ""},
	{"0", "x", "0x"},
	{"01", "xy", ""},
	{"01", "xy", "0x 0x"},
	{"01", "xyz", "0x 1x 1y"},
	{"0", "xyz", "0x 0y 0z"},
	{"0123", "x", "0x 1x 2x 3x"},
	{"01", "xyz", "0x 0y 0z 1x 1y 1z"},
}

// borderMeasures computes everything on one of them: undirected, directed with the
// ties as arcs from the first to the second, weighted with weights of 1, or with all
// members of one class.
func borderMeasures(t *testing.T, column int, kind string) []Measure {
	if kind == "two-mode" {
		two := borderTwoModes[column]
		b := NewTwoModeBuilder(strings.Split(two.rows, ""), strings.Split(two.columns, ""))
		for tie := range strings.FieldsSeq(two.ties) {
			b.Tie(tie[:1], tie[1:])
		}
		n, err := b.Build()
		if err != nil {
			t.Fatal(err)
		}
		return n.Measure(t.Context(), nil, Options{Nodes: true})
	}
	network := borderNetworks[column]
	if kind == "layers" {
		return borderLayers(t, network.n, network.ties)
	}
	ids := strings.Split("012345"[:network.n], "")
	b := NewBuilder(kind == "directed", ids...)
	if kind == "weighted" {
		b.weighted = true
	}
	if kind == "classed" {
		b.Possible("family", "X", "Y")
		for _, id := range ids {
			b.Class("family", id, "X")
		}
		b.Distance("family", "X", "Y", .5)
	}
	for tie := range strings.FieldsSeq(network.ties) {
		b.Tie(tie[:1], tie[1:])
	}
	return mustBuild(t, b).Measure(t.Context(), nil, Options{Nodes: true, Attributes: []string{"family"}})
}

// borderLayers has the ties of a border network in relation x and the first of them in
// relation y, under contract.
func borderLayers(t *testing.T, n int, ties string) []Measure {
	layers := map[string]*Network{}
	for name, list := range map[string]string{"x": ties, "y": ties[:min(2, len(ties))]} {
		b := NewBuilder(false, strings.Split("012345"[:n], "")...)
		for tie := range strings.FieldsSeq(list) {
			b.Tie(tie[:1], tie[1:])
		}
		layers[name] = mustBuild(t, b)
	}
	l, err := NewLayers(layers)
	if err != nil {
		t.Fatal(err)
	}
	l.contracts = layers["y"]
	return l.Measure(t.Context(), nil, Options{})
}

// borderMeasure is the measure of a row: of the network, of a key, or of node 0. If
// there is none the indicator says why at the network.
func borderMeasure(list []Measure, row string) *Measure {
	id, key, keyed := strings.Cut(row, "@")
	if keyed {
		if m := find(list, Indicator(id), strings.Split(key, ",")...); m != nil {
			return m
		}
		if k := slices.IndexFunc(list, func(m Measure) bool { return m.ID == Indicator(id) && scopeText(m.Scope) == key }); k >= 0 {
			return &list[k]
		}
	}
	return find(list, Indicator(id))
}

// TestBorders: every indicator on the border networks, and every indicator has a row.
func TestBorders(t *testing.T) {
	data, err := os.ReadFile("testdata/borders.txt")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[Indicator]bool{}
	kind := ""
	lists := make([][]Measure, len(borderNetworks))
	for _, fields := range caseLines(string(data)) {
		if len(fields) == 1 {
			kind = fields[0]
			for k := range lists {
				lists[k] = borderMeasures(t, k, kind)
			}
			continue
		}
		id, at, _ := strings.Cut(fields[0], "@")
		seen[Indicator(id)] = true
		if len(fields) != 1+len(borderNetworks) {
			t.Fatalf("%s has %d values", fields[0], len(fields)-1)
		}
		for k, want := range fields[1:] {
			m := borderMeasure(lists[k], fields[0])
			if m == nil {
				t.Errorf("%s %s is not among the measures of %s", kind, fields[0], borderNetworks[k].name)
				continue
			}
			if reason, null := strings.CutPrefix(want, "!"); null {
				want = "null " + reason
			}
			t.Run(kind+" "+borderNetworks[k].name, func(t *testing.T) {
				expectation{id: Indicator(id), at: at, value: want}.check(t, *m)
			})
		}
	}
	for _, d := range Definitions() {
		if !d.Subject.OfNetworks() {
			continue // TestLedgerCases, TestChangeCases, TestSurveyCases
		}
		if !seen[d.ID] {
			t.Errorf("%s has no row in testdata/borders.txt", d.ID)
		}
		needs := slices.Contains(d.Kinds, KindDirected) && len(d.Kinds) == 1
		if needs && !strings.Contains(string(data[strings.Index(string(data), "\ndirected\n"):]), "\n"+string(d.ID)) {
			t.Errorf("%s has no row for directed networks", d.ID)
		}
	}
}
