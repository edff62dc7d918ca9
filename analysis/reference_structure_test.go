package analysis

import "slices"

// structure compares what holds a layer together.
func (r *reference) structure(name string, n *Network, values map[string]any) {
	all := n.Measure([]Indicator{Bridges, ArticulationPoints, RemovalEffectF, RemovalEffectDF, KeyPlayerNegF, KeyPlayerNegDF, Fragmentation, Breadth}, Options{Nodes: true})
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
