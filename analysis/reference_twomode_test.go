package analysis

import (
	"path/filepath"
	"slices"
	"testing"
)

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
