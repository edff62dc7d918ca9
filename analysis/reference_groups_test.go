package analysis

import (
	"context"
	"math"
	"path/filepath"
	"slices"
	"testing"
)

// unweighted is a network without its weights: those of the reference count in no
// modularity.
func unweighted(n *Network) *Network {
	b := NewBuilder(n.directed, n.ids...)
	for t := range n.Ties() {
		b.TieAt(t.From, t.To)
	}
	b.vectors = n.classes
	return b.freeze()
}

// groups compares modularities. Where the optimum is proven in the file it is proven
// here too; elsewhere the best of 200 searches is as good as theirs.
func (r *reference) groups(name string, n *Network, attribute string, values map[string]any) {
	n = unweighted(n)
	all := n.Measure(context.Background(), []Indicator{CommunityModularity, PartitionModularity, PartitionModularityDirected}, Options{Attributes: []string{attribute}})
	best := find(all, CommunityModularity)
	if want, ok := values["modularity_max_exact_glpk"]; ok && n.M() > 0 {
		r.same(name+" COMMUNITY_MODULARITY", *best.Value, want)
		c, _, _ := n.Communities(r.Context(), 1)
		if best.Optima == 0 || best.Optima != c.Optima {
			r.Errorf("%s: the modularity is proven for %d divisions, %d", name, best.Optima, c.Optima)
		}
		if count := slices.Max(c.Of) + 1; c.Optima == 1 && float64(count) != values["modularity_max_k"] {
			r.Errorf("%s has %d communities, the reference %v", name, count, values["modularity_max_k"])
		}
	}
	for _, key := range []string{"louvain_best_of_200_Q_undirected_unweighted", "leiden_best_of_200_Q_undirected_unweighted"} {
		if want, ok := values[key].(float64); ok {
			_, _, s, _ := n.underLayer().best(r.Context(), 2, maxSearches)
			r.same(name+" COMMUNITY_MODULARITY of searches", max(want, s.Highest), s.Highest)
		}
	}
	for key, id := range map[string]Indicator{
		"modularity_of_attribute_partition_undirected": PartitionModularity, "modularity_of_attribute_partition_directed": PartitionModularityDirected,
	} {
		want, known := values[key]
		r.measure(name+" "+string(id), find(all, id), want, known)
	}
}

// ucinetCoreness compares the continuous core with UCINET, which stops in the same
// minimum: .6e-3 is half of its last digit.
func (r *reference) ucinetCoreness(dir string) {
	var f struct {
		Core struct {
			Fit  float64
			Gini float64
			Top  map[string]float64 `json:"top_coreness"`
		} `json:"core_periphery_continuous_minres"`
	}
	readJSON(r.T, filepath.Join(dir, "reference", "campnet.ucinet.json"), &f)
	n := sharedNetwork(r.T, dir, "campnet", "top3", "", true)
	all := n.Measure(context.Background(), []Indicator{CorenessFit, Coreness}, Options{Nodes: true})
	r.within("campnet CORENESS_FIT of UCINET", *find(all, CorenessFit).Value, f.Core.Fit, .6e-3)
	for id, want := range f.Core.Top {
		r.within("campnet CORENESS of "+id, *find(all, Coreness, id).Value, want, .6e-3)
	}
	var shares []float64
	for i := range n.N() {
		shares = append(shares, *find(all, Coreness, n.ID(i)).Value)
	}
	slices.Sort(shares)
	total, ranked := 0.0, 0.0
	for k, c := range shares {
		total += c
		ranked += float64(2*(k+1)-n.N()-1) * c
	}
	r.within("campnet CORENESS Gini", ranked/(float64(n.N())*total), f.Core.Gini, .6e-3)
}

// karateReach compares the best reach in karate, computed by hand: node 34 has 17
// partners of 33, and with 1 it reaches all 32 others but three in one step.
func (r *reference) karateReach(dir string) {
	all := sharedNetwork(r.T, dir, "karate", "tie", "", false).Measure(context.Background(), []Indicator{KeyPlayerPos, KeyPlayerPosDirect}, Options{})
	r.within("karate KEY_PLAYER_POS", *find(all, KeyPlayerPos, "34").Value, .704545, .6e-6)
	r.within("karate KEY_PLAYER_POS of two", *find(all, KeyPlayerPos, "1", "34").Value, .953125, 1e-9)
	r.same("karate KEY_PLAYER_POS_DIRECT", *find(all, KeyPlayerPosDirect, "34").Value, 17.0/33)
	r.same("karate KEY_PLAYER_POS_DIRECT of two", *find(all, KeyPlayerPosDirect, "1", "34").Value, 29.0/32)
}

// TestWeightDefault: weights count in the modularity when the network has them, which
// it does on request only; the best of more searches is no worse.
func TestWeightDefault(t *testing.T) {
	weighted := sharedNetwork(t, referenceNets(t), "lesmis", "cooccurrence", "", false)
	with, without := value(t, weighted, CommunityModularity), value(t, unweighted(weighted), CommunityModularity)
	if math.Abs(without-.56000837) > 1e-8 || with <= without {
		t.Errorf("lesmis has a modularity of %v with weights, %v without", with, without)
	}
	c, ok, _ := weighted.Communities(t.Context(), 1)
	again, _, _ := weighted.Communities(t.Context(), 3)
	if !ok || c.Searches.Count != maxSearches || c.Modularity != with || !slices.Equal(c.Of, again.Of) || *c.Searches != *again.Searches {
		t.Errorf("%+v, then %+v", c, again)
	}
	s := newLeiden(weighted.underLayer(), 1)
	best := 0.0
	for k := range 20 {
		best = max(best, s.base.modularity(s.search(k, maxTimes)))
	}
	if c.Searches.Highest < best || c.Searches.Median > c.Searches.Highest || c.Searches.Lowest > c.Searches.Median {
		t.Errorf("%+v after %v", c.Searches, best)
	}
}

// TestSmallWorld: karate is one, the quotient stays the same whatever the number of
// workers, and it is that of means over the same random networks.
func TestSmallWorld(t *testing.T) {
	n := unweighted(sharedNetwork(t, referenceNets(t), "karate", "tie", "", false))
	ids := []Indicator{SmallWorldQuotient}
	m := n.Measure(t.Context(), ids, Options{Seed: 5, Workers: 1})[0]
	if m.Value == nil || *m.Value < 1 || *m.Value > 4 || m.Seed != 5 {
		t.Fatalf("%+v", m)
	}
	if other := n.Measure(t.Context(), ids, Options{Seed: 5, Workers: 3})[0]; *other.Value != *m.Value {
		t.Errorf("%v with one worker, %v with three", *m.Value, *other.Value)
	}
	parts := n.Measure(t.Context(), []Indicator{Transitivity, MeanDistance}, Options{Seed: 5, Nulls: true, Replicates: smallWorldRuns})
	if null := parts[0].Null; math.Abs(*m.Value-*parts[0].Value/null.Mean/(*parts[1].Value/2.4)) > .1**m.Value {
		t.Errorf("quotient %v, transitivity %v over %v", *m.Value, *parts[0].Value, null.Mean)
	}
}

// TestCommunityNull: karate falls into groups beyond what its degrees would give, and a
// modularity has no null test where it has no value.
func TestCommunityNull(t *testing.T) {
	n := unweighted(sharedNetwork(t, referenceNets(t), "karate", "tie", "", false))
	m := n.Measure(t.Context(), []Indicator{CommunityModularity}, Options{Nulls: true, Replicates: 99})[0]
	if m.Null == nil || m.Null.Model != EdgeSwitch || m.Null.Mean >= *m.Value || m.Null.Mean < .2 || m.Null.PUpper > .05 {
		t.Errorf("%+v", m.Null)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := sharedNetwork(t, referenceNets(t), "lesmis", "cooccurrence", "", false).Communities(ended, 1); err == nil {
		t.Error("a search went on after its context had ended")
	}
}
