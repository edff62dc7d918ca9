package analysis

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// referenceNets is the folder of the shared reference networks.
func referenceNets(t *testing.T) string {
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

type referenceFile struct {
	Layers map[string]struct {
		Directed bool
		Values   map[string]any
	}
	Attribute          string
	AttributeCounts    map[string]float64 `json:"attribute_counts"`
	AttributeDiversity map[string]float64 `json:"attribute_diversity"`
	Vegan              struct {
		Hill     map[string]float64
		Rarefied any `json:"rarefied_richness_n5"`
	} `json:"R_vegan"`
	Sna struct {
		Layers map[string]struct {
			Efficiency float64
			Hierarchy  any                `json:"hierarchy_krackhardt"`
			Dyadic     any                `json:"grecip_dyadic"`
			Dyads      map[string]float64 `json:"dyad_census"`
			Triads     map[string]float64 `json:"triad_census"`
			Brokerage  map[string]float64 `json:"brokerage_GF_global_raw"`
			Broker     struct {
				ID    string
				Roles map[string]float64
			} `json:"brokerage_top"`
		}
	} `json:"R_sna"`
	Extra map[string]map[string]any `json:"numpy_scipy_extra"`
}

// reference compares measures with printed values and counts the comparisons.
type reference struct {
	*testing.T
	compared int
	ids      map[Indicator]int // comparisons by indicator
}

func (r *reference) same(what string, got float64, want any) { r.within(what, got, want, 1e-9) }

// within compares with the tolerance of a value printed with fewer digits. The name
// of the indicator is a word of what.
func (r *reference) within(what string, got float64, want any, tolerance float64) {
	r.Helper()
	w, ok := want.(float64)
	if !ok {
		return
	}
	r.count(what)
	if math.Abs(got-w) > tolerance {
		r.Errorf("%s = %.12g, the reference says %.12g", what, got, w)
	}
}

func (r *reference) count(what string) {
	r.compared++
	for word := range strings.FieldsSeq(what) {
		r.ids[Indicator(word)]++
	}
}

// measure compares one measure; a null reference must be a null value.
func (r *reference) measure(what string, got *Measure, want any, known bool) {
	r.Helper()
	switch {
	case !known:
	case got == nil:
		r.Errorf("%s is not among the measures", what)
	case want == nil:
		r.count(what)
		if got.Value != nil {
			r.Errorf("%s = %g, the reference has no value", what, *got.Value)
		}
	case got.Value == nil:
		r.Errorf("%s is null %s, the reference says %v", what, got.Reason, want)
	default:
		r.same(what, *got.Value, want)
	}
}

func find(measures []Measure, id Indicator, keys ...string) *Measure {
	for i, m := range measures {
		if m.ID == id && slices.Equal(m.Scope.Keys, keys) {
			return &measures[i]
		}
	}
	return nil
}

// layer compares every value of one layer that belongs to this package.
func (r *reference) layer(name string, n *Network, attribute string, values map[string]any) {
	measures := n.Measure(context.Background(), nil, Options{Attributes: []string{attribute}})
	keys := map[Indicator][]string{
		Nodes: {"n"}, Ties: {"edges", "arcs"}, Density: {"density"},
		Isolates: {"isolates"}, Inclusiveness: {"inclusiveness"}, WeakComponents: {"weak_components"},
		ComponentRatio: {"component_ratio_(c-1)/(n-1)"}, Connectedness: {"connectedness_krackhardt_weak"},
		Fragmentation: {"fragmentation_weak"}, DegreeCentralization: {"degree_centralization_undirected"},
		AverageDegree: {"mean_out_degree"}, EIIndex: {"EI_index_on_arcs", "EI_index_on_edges"},
		AverageTieValuePairs: {"weighted_density_sum_over_pairs"}, AverageTieValueTies: {"mean_tie_value_over_ties"},
		StrongComponents: {"strong_components"}, Reachability: {"reachable_pairs_share_directed"},
		ArcReciprocity: {"arc_reciprocity_2M/(2M+A)"}, DyadReciprocity: {"dyad_reciprocity_M/(M+A)"},
		Triangles: {"triangles"}, Transitivity: {"transitivity_global_undirected"},
		TransitivityDirected: {"transitivity_directed_closed_2paths"}, ClusteringFagiolo: {"avg_clustering_directed_fagiolo"},
		AverageClustering: {"avg_local_clustering_undirected_deg<2_excluded"}, AverageClusteringAll: {"avg_local_clustering_undirected_deg<2_as_0"},
		MeanDistance: {"avg_geodesic_reachable_undirected"}, MeanDistanceDirected: {"avg_geodesic_reachable_directed"},
		Diameter: {"diameter_reachable_undirected"}, DiameterDirected: {"diameter_reachable_directed"},
		Compactness:               {"compactness_mean_inverse_distance_undirected"},
		CompactnessDirected:       {"compactness_mean_inverse_distance_directed"},
		InDegreeCentralization:    {"in_degree_centralization_(n-1)^2"},
		OutDegreeCentralization:   {"out_degree_centralization_(n-1)^2"},
		BetweennessCentralization: {"betweenness_centralization_undirected"}, BetweennessCentralizationDirected: {"betweenness_centralization_directed"},
		ClosenessCentralization: {"closeness_centralization_undirected_(n-1)(n-2)/(2n-3)"}, MaxCore: {"kcore_max"},
		DegreeAssortativity: {"degree_assortativity_undirected"}, NominalAssortativity: {"assortativity_nominal_directed"},
	}
	if strings.HasSuffix(name, "/mutual_dyad_plus_isolate") { // the file has 0 for what is not defined
		for _, id := range []Indicator{Transitivity, AverageClusteringAll, ClusteringFagiolo} {
			if m := find(measures, id); m.Reason != NoTwoPaths {
				r.Errorf("%s %s has reason %q", name, id, m.Reason)
			}
			delete(keys, id)
		}
	}
	if !n.Directed() {
		keys[AverageDegree] = []string{"mean_degree_underlying"}
		keys[NominalAssortativity] = []string{"assortativity_nominal_undirected"}
	}
	for _, id := range slices.Sorted(maps.Keys(keys)) {
		for _, key := range keys[id] {
			want, known := values[key]
			r.measure(name+" "+string(id), find(measures, id), want, known)
		}
	}
	r.nodes(name, n, values)
	r.structure(name, n, values)
	r.groups(name, n, attribute, values)
	if size, ok := values["largest_weak_component"].(float64); ok {
		r.same(name+" LARGEST_COMPONENT_SHARE", float64(*find(measures, LargestComponentShare).Num), size)
	}
	if expected, ok := values["EI_expected_given_group_sizes"]; ok {
		r.same(name+" EI_INDEX expected", find(measures, EIIndex).Chance.Expected, expected)
	}
	blocks, _ := values["block_density"].(map[string]any)
	for _, pair := range slices.Sorted(maps.Keys(blocks)) {
		a, b, _ := strings.Cut(pair, "->")
		if !n.Directed() && a > b {
			a, b = b, a
		}
		r.measure(name+" BLOCK_DENSITY "+pair, find(measures, BlockDensity, a, b), blocks[pair], true)
	}
	groups, _ := values["group_table"].(map[string]any)
	for _, class := range slices.Sorted(maps.Keys(groups)) {
		want, known := groups[class].(map[string]any)["EI"]
		r.measure(name+" EI_INDEX "+class, find(measures, EIIndex, class), want, known)
	}
}

func (r *reference) diversity(name string, n *Network, f referenceFile) {
	measures := n.Measure(context.Background(), nil, Options{Attributes: []string{f.Attribute}})
	for _, class := range slices.Sorted(maps.Keys(f.AttributeCounts)) {
		r.same(name+" COMPOSITION "+class, float64(*find(measures, Composition, class).Num), f.AttributeCounts[class])
	}
	for id, key := range map[Indicator]string{Blau: "blau", BlauUnbiased: "simpson_unbiased", IQV: "iqv_k_observed",
		Shannon: "shannon_nats", Pielou: "pielou", Hill0: "hill0", Hill1: "hill1", Hill2: "hill2"} {
		want, known := f.AttributeDiversity[key]
		r.measure(name+" "+string(id), find(measures, id), want, known)
	}
	if want, ok := f.Vegan.Hill["qInf"]; ok {
		r.measure(name+" HILL_INF", find(measures, HillInf), want, true)
	}
	if want := f.Vegan.Rarefied; want != nil {
		r.measure(name+" RAREFIED_RICHNESS", find(measures, RarefiedRichness, "5"), want, true)
	}
}

func readRows(t *testing.T, path string) (header []string, rows [][]string) {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil || len(all) == 0 {
		t.Fatalf("%s: %v", path, err)
	}
	return all[0], all[1:]
}

// sharedNetwork reads one layer of a one-mode reference network.
func sharedNetwork(t *testing.T, dir, name, layer, attribute string, directed bool) *Network {
	header, nodes := readRows(t, filepath.Join(dir, name+".nodes.csv"))
	_, edges := readRows(t, filepath.Join(dir, name+".edges.csv"))
	ids := make([]string, len(nodes))
	for i, row := range nodes {
		ids[i] = row[0]
	}
	b := NewBuilder(directed, ids...)
	for _, e := range edges {
		if e[0] == layer {
			weight, err := strconv.ParseFloat(e[3], 64)
			if err != nil {
				t.Fatal(err)
			}
			b.WeightedTie(e[1], e[2], weight)
		}
	}
	if column := slices.Index(header, attribute); column > 0 {
		for _, row := range nodes {
			b.Class(attribute, row[0], row[column])
		}
	}
	n, err := b.Build()
	if err != nil {
		t.Fatalf("%s/%s: %v", name, layer, err)
	}
	return n
}

// projectedNetwork joins the rows, or the columns, of a two-mode reference network
// that share a partner: a contract with k parties as all its pairs.
func projectedNetwork(t *testing.T, dir, name string, columns bool) *Network {
	_, edges := readRows(t, filepath.Join(dir, name+".edges.csv"))
	partners := map[string][]string{}
	var ids []string
	for _, e := range edges {
		node, shared := e[1], e[2]
		if columns {
			node, shared = shared, node
		}
		ids = append(ids, node)
		partners[shared] = append(partners[shared], node)
	}
	b := NewBuilder(false, ids...)
	for _, list := range partners {
		for i := range list {
			for _, other := range list[:i] {
				b.WeightedTie(list[i], other, 1)
			}
		}
	}
	n, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestReference(t *testing.T) {
	dir := referenceNets(t)
	r := &reference{T: t, ids: map[Indicator]int{}}
	for _, name := range []string{"campnet", "davis", "galaskiewicz", "hightech", "kapferer_tailor", "karate", "kite", "knoke", "lazega", "lesmis", "padgett"} {
		var f referenceFile
		readJSON(t, filepath.Join(dir, "reference", name+".json"), &f)
		for _, layer := range slices.Sorted(maps.Keys(f.Layers)) {
			l := f.Layers[layer]
			var n *Network
			if strings.HasPrefix(layer, "projection_") {
				n = projectedNetwork(t, dir, name, layer == "projection_cols")
			} else {
				n = sharedNetwork(t, dir, name, layer, f.Attribute, l.Directed)
			}
			r.layer(name+"/"+layer, n, f.Attribute, l.Values)
			if f.Attribute != "" {
				r.diversity(name+"/"+layer, n, f)
			}
			r.sna(name+"/"+layer, n, layer, f)
			r.brokerage(name+"/"+layer, n, layer, f)
			r.structure(name+"/"+layer, n, f.Extra[layer])
			if ei, ok := f.Extra[layer]["EI_exact_fixed_size_and_tie_count"].(map[string]any); ok {
				chance := find(n.Measure(t.Context(), []Indicator{EIIndex}, Options{Attributes: []string{f.Attribute}}), EIIndex).Chance
				r.same(name+"/"+layer+" EI_INDEX lowest", chance.Lowest, ei["EI_min"])
				r.same(name+"/"+layer+" EI_INDEX highest", chance.Highest, ei["EI_max"])
				r.same(name+"/"+layer+" EI_INDEX expected", chance.Expected, ei["expected_EI"])
			}
		}
	}
	r.tiny(dir)
	r.ucinet(dir)
	r.ucinetHoles(dir)
	r.ucinetCoreness(dir)
	r.karateReach(dir)
	r.derived(dir)
	r.twoModes(dir)
	r.multiplex(dir)
	r.everyIndicator()
	t.Logf("%d reference values compared", r.compared)
	if r.compared < 2000 {
		t.Errorf("only %d reference values were compared", r.compared)
	}
}

// tiny compares the closed-form networks.
func (r *reference) tiny(dir string) {
	var tiny map[string]struct {
		N        int
		Directed bool
		Edges    [][2]string
		Values   map[string]any
	}
	readJSON(r.T, filepath.Join(dir, "reference", "tiny_graphs.json"), &tiny)
	for _, name := range slices.Sorted(maps.Keys(tiny)) {
		var ids []string
		for i := range tiny[name].N {
			ids = append(ids, string(rune('0'+i)))
		}
		b := NewBuilder(tiny[name].Directed, ids...)
		for _, e := range tiny[name].Edges {
			b.WeightedTie(e[0], e[1], 1)
		}
		n, err := b.Build()
		if err != nil {
			r.Fatalf("%s: %v", name, err)
		}
		r.layer("tiny/"+name, n, "", tiny[name].Values)
	}
}

func readJSON(t *testing.T, path string, into any) {
	data, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(data, into)
	}
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}
