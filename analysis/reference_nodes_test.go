package analysis

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

// nodeValue is one entry of a list of node values in a reference file: id, value.
func (r *reference) nodeValue(name string, id Indicator, measures []Measure, entry any, tolerance float64) {
	r.Helper()
	pair := entry.([]any)
	m := find(measures, id, pair[0].(string))
	if m == nil || m.Value == nil {
		r.Errorf("%s %s of %v has no value", name, id, pair[0])
		return
	}
	r.within(name+" "+string(id)+" of "+pair[0].(string), *m.Value, pair[1], tolerance)
}

// nodes compares the node values of one layer, to the digits they are printed with.
func (r *reference) nodes(name string, n *Network, values map[string]any) {
	all := n.Measure(r.Context(), nil, Options{Nodes: true})
	for key, of := range map[string]struct {
		id        Indicator
		tolerance float64
	}{
		"betweenness_raw_top3_undirected": {Betweenness, .6e-6},
		"betweenness_raw_top3_directed":   {BetweennessDirected, .6e-6},
		"pagerank_0.85_top3_unweighted":   {PageRank, 1e-8},
		"harmonic_top_undirected":         {HarmonicCentrality, .6e-8},
	} {
		list, _ := values[key].([]any)
		for _, entry := range list {
			r.nodeValue(name, of.id, all, entry, of.tolerance)
		}
	}
	if size, ok := values["kcore_max_size"]; ok {
		r.same(name+" MAX_CORE size", *find(all, MaxCore, "SIZE").Value, size)
		most, members := *find(all, MaxCore).Value, 0.0
		for i := range n.N() {
			if *find(all, CoreNumber, n.ID(i)).Value == most {
				members++
			}
		}
		r.same(name+" CORE_NUMBER of that many", members, size)
	}
	if value, ok := values["eigenvector_principal_eigenvalue_giant"].(float64); ok && len(n.under.adj) > 0 {
		nodes, _ := n.under.largest()
		_, got, settled := n.under.eigenvector(nodes, maxWork)
		if !settled {
			r.Errorf("%s: the eigenvector does not settle", name)
		}
		r.within(name+" EIGENVECTOR_CENTRALITY eigenvalue", got, value, 1e-8)
	}
	if top, ok := values["eigenvector_top_giant_unit_norm"]; ok && len(n.under.adj) > 0 {
		r.nodeValue(name, EigenvectorCentrality, all, top, 1e-8)
	}
	for key, census := range map[string]string{"dyad_mutual": "MUTUAL", "dyad_asymmetric": "ASYMMETRIC", "dyad_null": "NULL"} {
		if count, ok := values[key]; ok {
			r.same(name+" DYAD_CENSUS "+census, *find(all, DyadCensus, census).Value, count)
		}
	}
}

// sna compares with the values of the R package sna. Its efficiency of undirected
// layers counts each tie as two arcs, which ours does not, and its lubness asks for
// another node than the definition.
func (r *reference) sna(name string, n *Network, layer string, f referenceFile) {
	l, ok := f.Sna.Layers[layer]
	if !ok || !n.Directed() {
		return
	}
	all := n.Measure(r.Context(), nil, Options{})
	r.within(name+" KRACKHARDT_EFFICIENCY", *find(all, KrackhardtEfficiency).Value, l.Efficiency, 1e-9)
	r.within(name+" KRACKHARDT_HIERARCHY", *find(all, KrackhardtHierarchy).Value, l.Hierarchy, 1e-9)
	r.within(name+" DYADIC_SYMMETRY", *find(all, DyadicSymmetry).Value, l.Dyadic, 1e-9)
	for key, census := range map[string]string{"Mut": "MUTUAL", "Asym": "ASYMMETRIC", "Null": "NULL"} {
		r.same(name+" DYAD_CENSUS "+census, *find(all, DyadCensus, census).Value, l.Dyads[key])
	}
	for _, class := range slices.Sorted(maps.Keys(l.Triads)) {
		r.same(name+" TRIAD_CENSUS "+class, *find(all, TriadCensus, class).Value, l.Triads[class])
	}
}

// ucinet compares with the values that UCINET prints with 3 decimals.
func (r *reference) ucinet(dir string) {
	var f struct {
		Whole     map[string]float64 `json:"whole_network"`
		Homophily map[string]float64 `json:"homophily_by_gender"`
	}
	readJSON(r.T, filepath.Join(dir, "reference", "campnet.ucinet.json"), &f)
	all := sharedNetwork(r.T, dir, "campnet", "top3", "gender", true).Measure(r.Context(), nil, Options{})
	for key, id := range map[string]Indicator{
		"Arc Reciprocity": ArcReciprocity, "Dyad Reciprocity": DyadReciprocity, "Reciprocity Index": ReciprocityCorrelation,
		"Component Ratio (strong)": StrongComponentRatio, "Components (strong)": StrongComponents,
		"Connectedness (ordered pairs reachable along arcs)": Reachability, "Transitivity/Closure": TransitivityDirected,
		"Avg Distance": MeanDistanceDirected, "Diameter": DiameterDirected, "Breadth": BreadthDirected, "Compactness": CompactnessDirected,
		"In-Centralization": InDegreeCentralization, "Out-Centralization": OutDegreeCentralization, "K-core index": MaxCore,
	} {
		want, ok := f.Whole[key]
		if !ok {
			r.Errorf("no %q in the file of UCINET", key)
		}
		r.within("campnet "+string(id)+" of UCINET", *find(all, id).Value, want, .6e-3)
	}
	for key, id := range map[string]Indicator{"Yules Q": YuleQ, "H": HomophilyH, "h-star": HomophilyHStar, "Assortativity": NominalAssortativity} {
		r.within("campnet "+string(id)+" of UCINET", *find(all, id).Value, f.Homophily[key], .6e-3)
	}
}

// derived compares with values computed by hand from the shared networks, because
// the reference files have none of this definition.
func (r *reference) derived(dir string) {
	for _, tc := range []struct {
		name, layer string
		directed    bool
		id          Indicator
		want        float64
		tolerance   float64
	}{
		{"campnet", "top3", true, KrackhardtLubness, 1 - 7.0/136, 1e-9},
		{"hightech", "reports_to", true, KrackhardtLubness, 1 - 174.0/190, 1e-9},
		{"karate", "tie", false, KrackhardtEfficiency, 1 - (78.0-33)/(561-33), 1e-9},
		{"lesmis", "cooccurrence", false, ClusteringBarrat, .777327, .6e-6},
		{"lesmis", "cooccurrence", false, ClusteringOnnela, .070618, .6e-6},
		{"padgett", "marriage", false, Cliques, 3, 0},
		{"padgett", "business", false, Cliques, 5, 0},
		{"karate", "tie", false, Breadth, 1 - .4920083185, 1e-9},
	} {
		n := sharedNetwork(r.T, dir, tc.name, tc.layer, "", tc.directed)
		r.within(tc.name+" "+string(tc.id)+" derived", value(r.T, n, tc.id), tc.want, tc.tolerance)
	}
	families := NewBuilder(true, "0", "1", "2", "3", "4", "5", "6", "7", "8", "9") // those of knoke
	for i, class := range []string{"GOV", "GOV", "GOV", "GOV", "PVT", "PVT", "VOL", "VOL", "VOL", "VOL"} {
		families.Class("sector", string(rune('0'+i)), class)
	}
	families.Distance("sector", "GOV", "PVT", 1)
	r.same("knoke RAO_Q with distances of 1 is BLAU", value(r.T, mustBuild(r.T, families), RaoQ), .64)
	star := NewBuilder(false, "0", "1", "2", "3", "4", "5")
	for id := range strings.FieldsSeq("1 2 3 4 5") {
		star.Tie("0", id)
	}
	all := mustBuild(r.T, star).Measure(r.Context(), nil, Options{Nodes: true})
	r.same("star DEGREE", *find(all, Degree, "0").Value, 5.0)
	r.same("star CLOSENESS_CENTRALITY of a ray", *find(all, ClosenessCentrality, "1").Value, 5.0/(1+2*4))
}

// everyIndicator fails for a definition that was compared with nothing outside this
// package; those of members are compared by diversity.
func (r *reference) everyIndicator() {
	without := map[Indicator]string{
		TiesWithContract:     "no reference has contracts; counted by hand and by a naive twin",
		InDegree:             "counted by the in-degree centralisation and the naive twins",
		OutDegree:            "counted by the out-degree centralisation and the naive twins",
		SmallWorldQuotient:   "no program draws the same networks; two of its three parts are compared",
		RelativeConnectivity: "its formula is not published",
	}
	for _, d := range Definitions() {
		if !d.Subject.OfNetworks() {
			continue // compared in TestReferenceChange and TestReferenceGini, or with nothing
		}
		if _, listed := without[d.ID]; listed == (r.ids[d.ID] > 0) {
			r.Errorf("%s was compared %d times, listed as without a reference: %v", d.ID, r.ids[d.ID], listed)
		}
	}
}
