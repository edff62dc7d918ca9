package cli

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"polehub/analysis"
	"polehub/hub"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The three formats of one small network, with a loop, a parallel row, an isolate,
// an unknown class and values that are not defined.
func TestAnalyseFormats(t *testing.T) {
	folder := filepath.Join("testdata", "analyse")
	for _, format := range []string{"table", "json", "csv"} {
		status, out, errs := command(t, env(), "analyse", filepath.Join(folder, "edges.csv"), "--nodes", filepath.Join(folder, "nodes.csv"),
			"--class", "kind", "--directed", "--measures", "density,BLOCK_DENSITY,average_tie_value_ties,EI_INDEX,CONSTRAINT,IN_DEGREE", "--format", format)
		if status != 0 {
			t.Fatalf("%s: status %d, %s", format, status, errs)
		}
		notes := []string{"services: loops (source and target are one node), dropped: 1", "services: rows on a pair that has one already, merged: 1",
			`advice: column "since" of the edge list is not read`}
		if format == "table" {
			expect(t, format, out, append(notes, "–  ISOLATE", "–  NO_PAIRS_IN_BLOCK"), nil)
		} else {
			expect(t, format+" on standard error", errs, notes, nil)
		}
		golden := filepath.Join(folder, "answer."+strings.Replace(format, "table", "txt", 1))
		if *update {
			if err := os.WriteFile(golden, []byte(out), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(golden); err != nil || out != string(want) {
			t.Errorf("%s differs from %s (-update writes it anew): %v\n%s", format, golden, err, out)
		}
	}
}

// answer is the JSON of analyse, as somebody else would read it.
type answer struct {
	Layers map[string]struct {
		Measures []struct {
			ID     string
			Scope  struct{ Keys []string }
			Value  *float64
			Reason *string
		}
		Nodes []struct {
			ID       string
			Measures map[string]*float64
		}
	}
}

func analyse(t *testing.T, args ...string) answer {
	t.Helper()
	status, out, errs := command(t, env(), append([]string{"analyse", "--format", "json"}, args...)...)
	if status != 0 {
		t.Fatalf("%v: status %d, %s", args, status, errs)
	}
	var a answer
	if err := json.Unmarshal([]byte(out), &a); err != nil {
		t.Fatal(err)
	}
	return a
}

// value is that of one measure, NaN where it is null.
func (a answer) value(t *testing.T, layer, id string, keys ...string) float64 {
	t.Helper()
	for _, m := range a.Layers[layer].Measures {
		if m.ID == id && slices.Equal(m.Scope.Keys, append([]string{}, keys...)) {
			if m.Value == nil {
				return math.NaN()
			}
			return *m.Value
		}
	}
	t.Fatalf("%s has no %s %v", layer, id, keys)
	return 0
}

// sharedNets is the folder of the shared reference networks.
func sharedNets(t *testing.T) string {
	dir := os.Getenv("POLEHUB_NETS")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "nets")
	}
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("POLEHUB_NETS_REQUIRED") == "1" {
			t.Fatalf("reference networks are required: %v", err)
		}
		t.Skip("no reference networks in " + dir)
	}
	return dir
}

// referenceKeys are the names that the reference files have for indicators.
var referenceKeys = map[string]string{
	"NODES": "n", "DENSITY": "density", "ISOLATES": "isolates", "INCLUSIVENESS": "inclusiveness", "WEAK_COMPONENTS": "weak_components",
	"STRONG_COMPONENTS": "strong_components", "CONNECTEDNESS": "connectedness_krackhardt_weak", "FRAGMENTATION": "fragmentation_weak",
	"COMPONENT_RATIO": "component_ratio_(c-1)/(n-1)", "ARC_RECIPROCITY": "arc_reciprocity_2M/(2M+A)", "DYAD_RECIPROCITY": "dyad_reciprocity_M/(M+A)",
	"TRIANGLES": "triangles", "TRANSITIVITY": "transitivity_global_undirected", "TRANSITIVITY_DIRECTED": "transitivity_directed_closed_2paths",
	"AVERAGE_CLUSTERING": "avg_local_clustering_undirected_deg<2_excluded", "CLUSTERING_FAGIOLO": "avg_clustering_directed_fagiolo",
	"MEAN_DISTANCE": "avg_geodesic_reachable_undirected", "DIAMETER": "diameter_reachable_undirected",
	"COMPACTNESS": "compactness_mean_inverse_distance_undirected", "DEGREE_CENTRALIZATION": "degree_centralization_undirected",
	"OUT_DEGREE_CENTRALIZATION": "out_degree_centralization_(n-1)^2", "IN_DEGREE_CENTRALIZATION": "in_degree_centralization_(n-1)^2",
	"BETWEENNESS_CENTRALIZATION": "betweenness_centralization_undirected", "BETWEENNESS_CENTRALIZATION_DIRECTED": "betweenness_centralization_directed",
	"MAX_CORE": "kcore_max", "BRIDGES": "bridges", "AVERAGE_TIE_VALUE_PAIRS": "weighted_density_sum_over_pairs", "AVERAGE_TIE_VALUE_TIES": "mean_tie_value_over_ties",
}

// Networks of others, in their own files, give through the command what other
// programs computed.
func TestAnalyseReference(t *testing.T) {
	dir := sharedNets(t)
	compared := 0
	for _, c := range []struct {
		name  string
		flags []string
	}{
		{"knoke", []string{"--directed", "--class", "sector"}},
		{"hightech", []string{"--directed", "--class", "dept"}},
		{"karate", []string{"--class", "club"}},
		{"padgett", nil},
		{"lesmis", nil},
	} {
		file := func(kind string) string { return filepath.Join(dir, c.name+"."+kind+".csv") }
		a := analyse(t, append([]string{file("edges"), "--nodes", file("nodes"), "--weights"}, c.flags...)...)
		var reference struct {
			Layers map[string]struct{ Values map[string]any }
		}
		text, err := os.ReadFile(filepath.Join(dir, "reference", c.name+".json"))
		if err == nil {
			err = json.Unmarshal(text, &reference)
		}
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Layers) != len(reference.Layers) {
			t.Errorf("%s has %d layers, the reference %d", c.name, len(a.Layers), len(reference.Layers))
		}
		for layer, l := range reference.Layers {
			compared += compareLayer(t, c.name, layer, a, l.Values)
		}
	}
	t.Logf("%d reference values compared", compared)
	if compared < 300 {
		t.Errorf("only %d reference values were compared", compared)
	}
}

func compareLayer(t *testing.T, name, layer string, a answer, values map[string]any) (compared int) {
	t.Helper()
	same := func(what string, got float64, want any, tolerance float64) {
		t.Helper()
		compared++
		if number, ok := want.(float64); want == nil != math.IsNaN(got) || ok && math.Abs(got-number) > tolerance {
			t.Errorf("%s/%s %s = %.12g, the reference says %v", name, layer, what, got, want)
		}
	}
	for id, key := range referenceKeys {
		if want, ok := values[key]; ok {
			same(id, a.value(t, layer, id), want, 1e-9)
		}
	}
	blocks, _ := values["block_density"].(map[string]any)
	for pair, want := range blocks {
		from, to, _ := strings.Cut(pair, "->")
		if _, both := blocks[to+"->"+from]; !both || name == "karate" {
			from, to = min(from, to), max(from, to)
		}
		same("BLOCK_DENSITY "+pair, a.value(t, layer, "BLOCK_DENSITY", from, to), want, 1e-9)
	}
	for _, column := range []struct {
		id, key   string
		tolerance float64
	}{
		{"BETWEENNESS", "betweenness_raw_top3_undirected", 0.6e-6}, {"BETWEENNESS_DIRECTED", "betweenness_raw_top3_directed", 0.6e-6},
		{"PAGERANK", "pagerank_0.85_top3_unweighted", 1e-8},
	} {
		rows, _ := values[column.key].([]any)
		for _, row := range rows {
			pair := row.([]any)
			for _, n := range a.Layers[layer].Nodes {
				if n.ID == pair[0] {
					same(column.id+" "+n.ID, *n.Measures[column.id], pair[1], column.tolerance)
				}
			}
		}
	}
	return compared
}

// Of a pole the command gives what the hub computes, with bounds over what is
// unknown, and says how facts became ties.
func TestAnalysePole(t *testing.T) {
	dsn := sqliteFile(t)
	if status, _, errs := command(t, env(), "import", demoFolder(t), "--store", dsn); status != 0 {
		t.Fatal(errs)
	}
	args := []string{"--pole", "pole:demo-silence", "--at", "2025-12-31", "--store", dsn}
	a := analyse(t, args...)
	if got, want := a.value(t, "ALL", "DENSITY"), 38.0/103; got != want {
		t.Errorf("density %g, want %g", got, want)
	}
	if got := a.value(t, "ALL", "EI_INDEX"); math.IsNaN(got) {
		t.Error("members are not classed by kind")
	}
	members := len(a.Layers["ALL"].Nodes)
	if a.value(t, "ALL", "NODES") != float64(members) || members < 10 {
		t.Errorf("%d nodes", members)
	}
	one := analyse(t, append(args, "--layer", "SUPPLY", "--layer", "JOINT_PROJECT", "--class", "PUBLIC", "--weights")...)
	if len(one.Layers) != 2 || one.value(t, "JOINT_PROJECT", "TIES") > a.value(t, "ALL", "TIES") {
		t.Errorf("layers %v", one.Layers)
	}
	if status, _, errs := command(t, env(), append([]string{"analyse", "--layer", "LOVE"}, args...)...); status != hub.BadUserInput.Info().Exit || !strings.Contains(errs, `"LOVE": is not a published cooperation type`) {
		t.Errorf("a type that is none: %d, %s", status, errs)
	}
	if status, _, errs := command(t, env(), append([]string{"analyse", "--directed", "--layer", "JOINT_PROJECT"}, args...)...); status != hub.BadUserInput.Info().Exit || !strings.Contains(errs, "is a symmetric type and has no arcs") {
		t.Errorf("arcs of a mutual type: %d, %s", status, errs)
	}
	two := analyse(t, append(args, "--two-mode")...)
	of := two.value(t, "ALL", "TWO_MODE_AVERAGE_DEGREE_ROWS") * float64(members) // parties, whose number is whole
	if of < 1 || math.Abs(of-math.Round(of)) > 1e-9 || len(two.Layers["ALL"].Nodes) <= members {
		t.Errorf("%g parties of %d members and contracts", of, len(two.Layers["ALL"].Nodes))
	}
	if service := analyse(t, append(args, "--two-mode", "--layer", "SERVICE")...); len(service.Layers["SERVICE"].Nodes) >= len(two.Layers["ALL"].Nodes) {
		t.Errorf("the contracts of one type are %d nodes", len(service.Layers["SERVICE"].Nodes))
	}
	_, out, errs := command(t, env(), append([]string{"analyse", "--measures", "DENSITY"}, args...)...)
	expect(t, "the table of a pole", out+errs, []string{"ALL: ", "undirected; pairs unknown: 17 of 120", "A fact counts when it starts on or before 2025-12-31",
		"members, of whom", "0.368932  0.316667 to 0.458333"}, nil)
}

// With replicates, values carry an interval and a test, the same ones for the same
// seed; the density of knoke has a standard error of about .119.
func TestAnalyseInference(t *testing.T) {
	dir := sharedNets(t)
	args := []string{"analyse", filepath.Join(dir, "knoke.edges.csv"), "--directed", "--layer", "information", "--measures", "DENSITY,ARC_RECIPROCITY", "--replicates", "499"}
	run := func(more ...string) string {
		status, out, errs := command(t, env(), append(args, more...)...)
		if status != 0 {
			t.Fatal(errs)
		}
		return out
	}
	one := run("--seed", "7", "--format", "json")
	if again, other := run("--seed", "7", "--format", "json"), run("--seed", "8", "--format", "json"); one != again || one == other {
		t.Error("the seed does not decide")
	}
	var a struct {
		Layers map[string]struct {
			Measures []struct {
				Interval *struct{ Lo, Hi, SE float64 }
				NullTest *struct{ PTwoSided float64 }
				Seed     *string
			}
		}
	}
	if err := json.Unmarshal([]byte(one), &a); err != nil {
		t.Fatal(err)
	}
	density, reciprocity := a.Layers["information"].Measures[0], a.Layers["information"].Measures[1]
	if density.Interval == nil || math.Abs(density.Interval.SE-.119) > .02 || density.Seed == nil || *density.Seed != "7" {
		t.Errorf("density: %+v", density)
	}
	if reciprocity.NullTest == nil || reciprocity.NullTest.PTwoSided > .1 {
		t.Errorf("reciprocity: %+v", reciprocity.NullTest)
	}
	expect(t, "adjusted", run("--seed", "7", "--adjust", "bh"), []string{" of 1 by BENJAMINI_HOCHBERG"}, nil)
	expect(t, "the table", run("--seed", "7"), []string{"interval", "DENSITY  ", " to 0.", "ARC_RECIPROCITY"}, nil)
	expect(t, "the rows", run("--seed", "7", "--format", "csv"), []string{"interval_lo,interval_hi,null_model,null_mean,p_two_sided,p_adjusted,seed", ",7,"}, nil)
}

// Two-mode networks in their own files give what other programs computed.
func TestAnalyseTwoMode(t *testing.T) {
	dir := sharedNets(t)
	for name, layer := range map[string]string{"galaskiewicz": "membership", "davis": "attendance"} {
		a := analyse(t, filepath.Join(dir, name+".edges.csv"), "--nodes", filepath.Join(dir, name+".nodes.csv"), "--two-mode")
		var reference struct {
			TwoMode map[string]any `json:"two_mode"`
		}
		text, err := os.ReadFile(filepath.Join(dir, "reference", name+".json"))
		if err == nil {
			err = json.Unmarshal(text, &reference)
		}
		if err != nil {
			t.Fatal(err)
		}
		for id, key := range map[string]string{"TWO_MODE_DENSITY": "density_two_mode", "TWO_MODE_AVERAGE_DEGREE_ROWS": "mean_row_degree",
			"TWO_MODE_AVERAGE_DEGREE_COLUMNS": "mean_col_degree", "TWO_MODE_FOUR_CYCLES": "four_cycles_butterflies", "TWO_MODE_CLUSTERING": "robins_alexander_clustering"} {
			want, ok := reference.TwoMode[key].(float64)
			if got := a.value(t, layer, id); !ok || math.Abs(got-want) > 1e-9 {
				t.Errorf("%s %s = %.10g, the reference says %v", name, id, got, reference.TwoMode[key])
			}
		}
		if nodes := a.Layers[layer].Nodes; len(nodes) < 30 || nodes[0].Measures["TWO_MODE_DEGREE"] == nil {
			t.Errorf("%s has %d nodes", name, len(nodes))
		}
	}
}

// What cannot be analysed ends with one line that names it, and no half answer.
func TestAnalyseRefuses(t *testing.T) {
	edges, nodes := write(t, "edges.csv", "source,target,weight\na,b,1\nb,c,1\n"), write(t, "nodes.csv", "id,sector\na,x\nb,y\nc,y\n")
	dsn := sqliteFile(t)
	inspect(t, dsn, func(hub.Store) {})
	for _, c := range []struct {
		name string
		args []string
		code hub.Code
		has  string
	}{
		{"nothing", nil, hub.BadUserInput, "name an edge list, or a pole with --pole"},
		{"both", []string{edges, "--pole", "pole:x"}, hub.BadUserInput, "name an edge list, or a pole with --pole"},
		{"no such file", []string{edges + "x"}, hub.BadUserInput, "edges: open "},
		{"no such node list", []string{edges, "--nodes", nodes + "x"}, hub.BadUserInput, "nodes: open "},
		{"a bad row", []string{write(t, "bad.csv", "source,target,weight\na,b,1\nb,c,many\n")}, hub.BadUserInput, `bad.csv, line 3, weight "many": is not a number from 1e-15 to 1e15`},
		{"a node that the list lacks", []string{edges, "--nodes", write(t, "few.csv", "id\na\nb\n")}, hub.BadUserInput, `edges.csv, line 3, target "c": is not in the node list`},
		{"an unknown layer", []string{edges, "--layer", "money"}, hub.BadUserInput, `layer: "money" is no layer of the edge list, which has ["tie"]`},
		{"an unknown attribute", []string{edges, "--nodes", nodes, "--class", "club"}, hub.BadUserInput, `class: "club": is no attribute of the nodes, which have ["sector"]`},
		{"classes without a node list", []string{edges, "--class", "sector"}, hub.BadUserInput, "name it with --nodes"},
		{"an unknown indicator", []string{edges, "--measures", "CONNECTIVITY"}, hub.BadUserInput, `measures: "CONNECTIVITY" is not an indicator: there are ARC_RECIPROCITY, `},
		{"an indicator on classes without classes", []string{edges, "--measures", "EI_INDEX"}, hub.BadUserInput, "EI_INDEX is an indicator on classes: name their attribute with --class"},
		{"two modes with weights", []string{edges, "--two-mode", "--weights"}, hub.BadUserInput, "two-mode: goes without"},
		{"a node of no mode", []string{edges, "--two-mode", "--nodes", write(t, "more.csv", "id\na\nb\nc\nd\n")}, hub.BadUserInput, `nodes: "d": is neither source nor target`},
		{"two modes of a pole with classes", []string{"--pole", "pole:x", "--two-mode", "--class", "KIND"}, hub.BadUserInput, "two-mode: goes without"},
		{"two modes of no pole", []string{"--pole", "pole:x", "--two-mode", "--store", dsn}, hub.NotFound, `no pole has the id "pole:x"`},
		{"nothing to adjust", []string{edges, "--adjust", "holm"}, hub.BadUserInput, "adjust: there are no p-values to adjust without --replicates"},
		{"too many replicates", []string{edges, "--replicates", "100001"}, hub.BadUserInput, "replicates: 100001 is not between 0 and 100000"},
		{"two directions", []string{edges, "--directed", "--undirected"}, hub.BadUserInput, "can't be used together"},
		{"an unknown format", []string{edges, "--format", "xml"}, hub.BadUserInput, "must be one of"},
		{"a pole of no file", []string{"--pole", "pole:x", "--store", sqliteFile(t)}, hub.BadUserInput, "does not exist"},
		{"an unknown pole", []string{"--pole", "pole:x", "--store", dsn}, hub.NotFound, `no pole has the id "pole:x"`},
		{"a day that is none", []string{"--pole", "pole:x", "--store", dsn, "--at", "yesterday"}, hub.BadUserInput, `at: "yesterday" is not a date`},
		{"an attribute that members do not have", []string{"--pole", "pole:x", "--store", dsn, "--class", "sector"}, hub.BadUserInput, `"sector" is no attribute of the members of a pole`},
		{"a pole with a node list", []string{"--pole", "pole:x", "--store", dsn, "--nodes", nodes}, hub.BadUserInput, "goes with an edge list"},
	} {
		status, out, errs := command(t, env(), append([]string{"analyse"}, c.args...)...)
		if status != c.code.Info().Exit || out != "" || strings.Count(errs, "\n") != 1 || !strings.Contains(errs, c.has) {
			t.Errorf("%s: status %d, %q, %q; want %q", c.name, status, out, errs, c.has)
		}
	}
}

// Large networks have columns of nodes only when they are asked for; no nodes and
// no ties are no error.
func TestAnalyseSizes(t *testing.T) {
	var ring strings.Builder
	ring.WriteString("source,target\n")
	for i := range maxNodeColumns + 1 {
		fmt.Fprintf(&ring, "%d,%d\n", i, (i+1)%(maxNodeColumns+1))
	}
	name := write(t, "ring.csv", ring.String())
	opts := []string{name, "--measures", "DEGREE,TIES"}
	if a := analyse(t, opts...); *a.Layers["tie"].Nodes[7].Measures["DEGREE"] != 2 || a.value(t, "tie", "TIES") != maxNodeColumns+1 {
		t.Error("the ring is broken")
	}
	var c analyseCommand
	n := analysis.NewBuilder(false, slices.Repeat([]string{"a"}, 3)...)
	network, err := n.Build()
	if err != nil {
		t.Fatal(err)
	}
	if out, err := c.compute(t.Context(), oneMode("single", network), nil); err != nil || len(out.columns) == 0 || len(out.notes) > 0 {
		t.Errorf("a single node: %v %v %v", out.columns, out.notes, err)
	}
	empty := analyse(t, write(t, "empty.csv", "layer,source,target,weight\n"))
	if got := empty.value(t, "tie", "NODES"); got != 0 || !math.IsNaN(empty.value(t, "tie", "DENSITY")) || len(empty.Layers["tie"].Nodes) != 0 {
		t.Errorf("an empty list: %g nodes", got)
	}
}
