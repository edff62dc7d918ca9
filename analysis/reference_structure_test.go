package analysis

import (
	"maps"
	"math"
	"path/filepath"
	"slices"
	"testing"
)

// structure compares what holds a layer together.
func (r *reference) structure(name string, n *Network, values map[string]any) {
	all := n.Measure(r.Context(), []Indicator{Bridges, ArticulationPoints, RemovalEffectF, RemovalEffectDF, KeyPlayerNegF, KeyPlayerNegDF, Fragmentation, Breadth}, Options{Nodes: true})
	if want, ok := values["bridges"]; ok {
		r.same(name+" BRIDGES", *find(all, Bridges).Value, want)
		r.same(name+" BRIDGES listed", float64(len(n.Bridges())), want)
	}
	if want, ok := values["articulation_points"].([]any); ok {
		var got, ids []string
		for _, id := range want {
			ids = append(ids, id.(string))
		}
		slices.Sort(ids)
		for _, m := range all {
			if m.ID == ArticulationPoints && m.Scope.Kind == ScopeNode && *m.Value > 0 {
				got = append(got, m.Scope.Keys[0])
			}
		}
		r.same(name+" ARTICULATION_POINTS", *find(all, ArticulationPoints).Value, float64(len(want)))
		if !slices.Equal(got, ids) {
			r.Errorf("%s: articulation points %v, the reference says %v", name, got, ids)
		}
	}
	r.keyPlayers(name, all, values)
	r.holes(name, n, values)
	r.core(name, n, values)
}

// core compares the fit of core and periphery where it is proven, and the core where
// there is one only.
func (r *reference) core(name string, n *Network, values map[string]any) {
	want, known := values["core_periphery_fit_discrete"]
	m := n.Measure(r.Context(), []Indicator{CorePeripheryFit}, Options{})[0]
	if known && n.N() <= maxBipartitions {
		r.measure(name+" CORE_PERIPHERY_FIT", &m, want, true)
	} else if known && (m.Value == nil || *m.Value < want.(float64)-1e-9) { // the reference is a search too
		r.Errorf("%s: CORE_PERIPHERY_FIT is %v, the reference found %v", name, m.Value, want)
	}
	members, _ := values["core_periphery_core"].([]any)
	core, ok := n.Core(r.Context())
	if len(members) == 0 || !ok || core.Optima != 1 {
		return
	}
	var got, ids []string
	for _, v := range core.Members {
		got = append(got, n.ID(v))
	}
	for _, id := range members {
		ids = append(ids, id.(string))
	}
	if slices.Sort(ids); !slices.Equal(got, ids) {
		r.Errorf("%s: the core is %v, the reference says %v", name, got, ids)
	}
}

// TestUniqueOptimum: knoke/money has three cores that fit alike, a star has five;
// the same one is shown each time.
func TestUniqueOptimum(t *testing.T) {
	money := sharedNetwork(t, referenceNets(t), "knoke", "money", "", true)
	for range 2 {
		core, ok := money.Core(t.Context())
		m := money.Measure(t.Context(), []Indicator{CorePeripheryFit}, Options{})[0]
		if !ok || math.Abs(core.Fit-.462366728) > 1e-9 || core.Optima != 3 || m.Optima != 3 || !slices.Contains(m.Warnings, TiedOptimum) {
			t.Errorf("knoke/money: %+v, %+v", core, m)
		}
	}
	b := NewBuilder(false, "0", "1", "2", "3", "4", "5")
	for _, id := range []string{"1", "2", "3", "4", "5"} {
		b.Tie("0", id)
	}
	if core, _ := mustBuild(t, b).Core(t.Context()); core.Optima != 5 || core.Fit != 1 || !slices.Equal(core.Members, []int{0, 1}) {
		t.Errorf("star: %+v", core)
	}
}

// holes compares the least constrained node, and the means over all but isolates.
func (r *reference) holes(name string, n *Network, values map[string]any) {
	all := n.Measure(r.Context(), []Indicator{Constraint, EffectiveSize, EgoEfficiency}, Options{})
	for key, id := range map[string]Indicator{
		"burt_constraint_mean_nonisolates_whole_network": Constraint, "burt_effective_size_mean_nonisolates": EffectiveSize,
	} {
		if want, ok := values[key]; ok {
			nodes := 0.0
			for _, m := range all {
				if m.ID == id && m.Value != nil {
					nodes++
				}
			}
			r.same(name+" "+string(id), sumOf(all, id)/nodes, want)
		}
	}
	if least, ok := values["burt_least_constrained"].([]any); ok {
		id := least[0].(string)
		at, _ := n.Index(id)
		r.within(name+" CONSTRAINT of "+id, *find(all, Constraint, id).Value, least[1], .6e-8)
		r.within(name+" EFFECTIVE_SIZE of "+id, *find(all, EffectiveSize, id).Value, least[2], .6e-8)
		r.within(name+" EGO_EFFICIENCY of "+id, *find(all, EgoEfficiency, id).Value, least[2].(float64)/float64(n.Degree(at)), .6e-8)
	}
}

// brokerage compares with the R package sna, which names what enters b_OI and what
// leaves b_IO.
func (r *reference) brokerage(name string, n *Network, layer string, f referenceFile) {
	l := f.Sna.Layers[layer]
	keys := map[string]Indicator{
		"w_I": BrokerageCoordinator, "w_O": BrokerageItinerant, "b_OI": BrokerageGatekeeper,
		"b_IO": BrokerageRepresentative, "b_O": BrokerageLiaison, "t": BrokerageTotal,
	}
	all := n.Measure(r.Context(), slices.Collect(maps.Values(keys)), Options{Nodes: true, Attributes: []string{f.Attribute}})
	for key, id := range keys {
		if want, ok := l.Brokerage[key]; ok {
			r.same(name+" "+string(id), *find(all, id).Value, want)
		}
		if want, ok := l.Broker.Roles[key]; ok {
			r.same(name+" "+string(id)+" of "+l.Broker.ID, *find(all, id, l.Broker.ID).Value, want)
		}
	}
}

// ucinetHoles compares the ego model with UCINET, whose effective size is of valued
// ties and hence another than ours.
func (r *reference) ucinetHoles(dir string) {
	var f struct {
		Holes map[string]map[string]float64 `json:"structural_holes_ego_network_model"`
	}
	readJSON(r.T, filepath.Join(dir, "reference", "campnet.ucinet.json"), &f)
	all := sharedNetwork(r.T, dir, "campnet", "top3", "gender", true).Measure(r.Context(), []Indicator{ConstraintEgo, ConstraintHierarchy}, Options{})
	for id, want := range f.Holes {
		r.within("campnet CONSTRAINT_EGO of "+id, *find(all, ConstraintEgo, id).Value, want["constraint"], .6e-3)
		r.within("campnet CONSTRAINT_HIERARCHY of "+id, *find(all, ConstraintHierarchy, id).Value, want["hierarchy"], .6e-3)
	}
}

// TestConstraintModels: one word, three numbers; the ego model of UCINET, the whole
// binary network; and 1.125 in a triangle is correct.
func TestConstraintModels(t *testing.T) {
	n := sharedNetwork(t, referenceNets(t), "campnet", "top3", "", true)
	all := n.Measure(t.Context(), []Indicator{Constraint, ConstraintEgo}, Options{})
	if ego := *find(all, ConstraintEgo, "HOLLY").Value; math.Abs(ego-.436) > .6e-3 {
		t.Errorf("HOLLY has %v in the ego model, UCINET says .436", ego)
	}
	if mean := sumOf(all, Constraint) / 18; math.Abs(mean-.5274746142) > 1e-9 {
		t.Errorf("campnet has a mean constraint of %v, want .5274746142", mean)
	}
	b := NewBuilder(false, "a", "b", "c")
	b.Tie("a", "b")
	b.Tie("a", "c")
	b.Tie("b", "c")
	for _, m := range mustBuild(t, b).Measure(t.Context(), []Indicator{Constraint, ConstraintEgo}, Options{}) {
		if *m.Value != 1.125 {
			t.Errorf("%s of a triangle is %v, want 1.125", m.ID, *m.Value)
		}
	}
}

// keyPlayers compares the most harmful removals of one and two nodes.
func (r *reference) keyPlayers(name string, all []Measure, values map[string]any) {
	for key, id := range map[string]Indicator{
		"kpp_neg_best_single_by_F_then_DF": KeyPlayerNegF, "kpp_neg_best_single_by_DF": KeyPlayerNegDF,
		"kpp_neg_best_pair_by_F_then_DF": KeyPlayerNegF, "kpp_neg_best_pair_by_DF": KeyPlayerNegDF,
	} {
		want, ok := values[key].([]any)
		if !ok {
			continue
		}
		set, single := []string{}, false
		switch ids := want[0].(type) {
		case string:
			set, single = []string{ids}, true
		case []any:
			for _, id := range ids {
				set = append(set, id.(string))
			}
		}
		slices.Sort(set)
		m := find(all, id, set...)
		if m == nil {
			r.Errorf("%s: the reference removes %v for %s", name, set, id)
			continue
		}
		r.same(name+" "+string(id), *m.Value, want[1])
		if !single {
			continue
		}
		effect, base := RemovalEffectF, find(all, Fragmentation)
		if id == KeyPlayerNegDF {
			effect, base = RemovalEffectDF, find(all, Breadth)
		}
		r.same(name+" "+string(effect), *find(all, effect, set...).Value, want[1].(float64)-*base.Value)
		if f0, ok := values["kpp_neg_F0"]; ok && id == KeyPlayerNegF {
			r.same(name+" FRAGMENTATION of all", *base.Value, f0)
			df := *find(all, RemovalEffectDF, set...).Value + *find(all, Breadth).Value
			r.same(name+" REMOVAL_EFFECT_DF of the same", df, want[2])
		}
	}
}
