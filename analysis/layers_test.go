package analysis

import (
	"context"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// stack is a few drafts over the same nodes, all directed or none.
func stack(t *rapid.T, nodes, unknown int) []draft {
	first := drafts(nodes, unknown).Draw(t, "first")
	all := []draft{first}
	for range rapid.IntRange(0, 2).Draw(t, "more") {
		d := draft{directed: first.directed, n: first.n, class: first.class, k: first.k, tie: map[[2]int]bool{}, unknown: map[[2]int]bool{}}
		for _, p := range d.pairs() {
			switch rapid.IntRange(0, 4).Draw(t, "pair") {
			case 0, 1:
				d.tie[p] = true
			case 2:
				if unknown > 0 && len(d.unknown) < 2 {
					d.unknown[p] = true
				}
			}
		}
		all = append(all, d)
	}
	return all
}

func layersOf(t interface{ Fatal(...any) }, all []draft) *Layers {
	layers := map[string]*Network{}
	for k, d := range all {
		layers[string(rune('p'+k))] = d.build(t, name)
	}
	l, err := NewLayers(layers)
	if err != nil {
		t.Fatal(err)
	}
	l.contracts = all[len(all)-1].build(t, name)
	return l
}

func layerMeasures(l *Layers) map[string]Measure {
	out := map[string]Measure{}
	for _, m := range l.Measure(context.Background(), nil, Options{Attributes: []string{"family"}}) {
		out[string(m.ID)+"@"+scopeText(m.Scope)] = m
	}
	return out
}

// TestLayerTwins: the formulas over all pairs of nodes.
func TestLayerTwins(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := stack(t, 6, 0)
		list := layerMeasures(layersOf(t, all))
		check := func(key string, want float64) {
			t.Helper()
			m, ok := list[key]
			if !ok || (m.Value == nil) != math.IsNaN(want) || m.Value != nil && !near(*m.Value, want) {
				t.Fatalf("%s = %s %s, want %v", key, text(m.Value), m.Reason, want)
			}
		}
		tied := func(d draft, i, j int) bool { return d.tie[[2]int{i, j}] || d.tie[[2]int{j, i}] }
		var one, several, types, contract float64
		for i := range all[0].n {
			for j := range i {
				k := 0.0
				for _, d := range all {
					if tied(d, i, j) {
						k++
					}
				}
				if k == 0 {
					continue
				}
				one++
				types += k
				if k > 1 {
					several++
				}
				if tied(all[len(all)-1], i, j) {
					contract++
				}
			}
		}
		if all[0].n == 0 {
			return
		}
		check("TIES_WITH_CONTRACT@", contract/one)
		if len(all) == 1 {
			return
		}
		check("MULTIPLEXITY@", several/one)
		check("TYPES_PER_TIE@", types/one)
		check("CLIQUE_OVERLAP@", plainCliqueOverlap(all))
		var x, y []float64
		both, either := 0.0, 0.0
		for _, p := range all[0].pairs() {
			value := map[bool]float64{true: 1}
			x, y = append(x, value[all[0].tie[p]]), append(y, value[all[1].tie[p]])
		}
		for i := range all[0].n {
			for j := range i {
				a, b := tied(all[0], i, j), tied(all[1], i, j)
				if a && b {
					both++
				}
				if a || b {
					either++
				}
			}
		}
		check("TYPE_JACCARD@p,q", both/either)
		check("TYPE_CORRELATION@p,q", pearson(x, y))
	})
}

// plainCliqueOverlap goes through all triples of nodes; NaN when none is a clique.
func plainCliqueOverlap(all []draft) float64 {
	in := map[[2]int]map[int]bool{}
	for k, d := range all {
		both := func(i, j int) bool { return d.tie[[2]int{i, j}] && d.tie[[2]int{j, i}] }
		if !d.directed {
			both = func(i, j int) bool { return d.tie[[2]int{i, j}] || d.tie[[2]int{j, i}] }
		}
		for a := range d.n {
			for b := range a {
				for c := range b {
					if !both(a, b) || !both(b, c) || !both(a, c) {
						continue
					}
					for _, dyad := range [][2]int{{a, b}, {b, c}, {a, c}} {
						if in[dyad] == nil {
							in[dyad] = map[int]bool{}
						}
						in[dyad][k] = true
					}
				}
			}
		}
	}
	several := 0.0
	for _, relations := range in {
		if len(relations) > 1 {
			several++
		}
	}
	return several / float64(len(in))
}

// TestLayerBounds: the lowest and the highest value over all fillings.
func TestLayerBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := stack(t, 4, 2)
		spans := map[string]*span{}
		filled := make([]draft, len(all))
		var fill func(k int)
		fill = func(k int) {
			if k == len(all) {
				for key, m := range layerMeasures(layersOf(t, filled)) {
					if spans[key] == nil {
						spans[key] = &span{}
					}
					if m.Value != nil {
						spans[key].include(*m.Value)
					}
				}
				return
			}
			var pairs [][2]int
			for p := range all[k].unknown {
				pairs = append(pairs, p)
			}
			for code := range 1 << len(pairs) {
				d := all[k]
				d.unknown, d.tie = nil, map[[2]int]bool{}
				for p := range all[k].tie {
					d.tie[p] = true
				}
				for at, p := range pairs {
					if code>>at&1 == 1 {
						d.tie[p] = true
					}
				}
				filled[k] = d
				fill(k + 1)
			}
		}
		fill(0)
		for key, m := range layerMeasures(layersOf(t, all)) {
			if m.ID == CliqueOverlap || m.ID == TiesWithContract { // the one has none; the contracts are one of the relations here, not by themselves
				continue
			}
			s := spans[key]
			if m.Scope.Attribute != "" || s == nil {
				continue
			}
			switch {
			case m.Bounds == nil && s.some && s.low != s.high:
				t.Fatalf("%s goes from %v to %v without bounds", key, s.low, s.high)
			case m.Bounds != nil && (!near(m.Bounds.Lower, s.low) || !near(m.Bounds.Upper, s.high)):
				t.Fatalf("%s within %+v, enumerated %+v", key, *m.Bounds, *s)
			}
		}
	})
}

// TestShareBounds: the counts of a share against all ways to fill them.
func TestShareBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var s proportion
		for k := range 3 {
			s.certain[k] = int64(rapid.IntRange(0, 2).Draw(t, "certain"))
			s.optional[k] = int64(rapid.IntRange(0, 2).Draw(t, "optional"))
		}
		var all span
		for a := range s.certain[1] + 1 {
			for no := range s.optional[0] + 1 {
				for yes := range s.optional[2] + 1 {
					for maybe := range s.optional[1] + 1 {
						for b := range maybe + 1 {
							if of := s.certain[0] + s.certain[1] + s.certain[2] + no + yes + maybe; of > 0 {
								all.include(float64(s.certain[2]+a+yes+b) / float64(of))
							}
						}
					}
				}
			}
		}
		m := Measure{PairsUnknown: 1}
		s.attach(&m)
		if all.some != (m.Bounds != nil) || all.some && (!near(m.Bounds.Lower, all.low) || !near(m.Bounds.Upper, all.high)) {
			t.Fatalf("%+v within %+v, enumerated %+v", s, m.Bounds, all)
		}
	})
}

// multiplex compares the layers of the reference networks.
func (r *reference) multiplex(dir string) {
	for dataset, directed := range map[string]bool{"padgett": false, "knoke": true, "hightech": true, "lazega": true} {
		var f struct {
			Layers map[string]struct{ Directed bool }
			Pairs  struct {
				Multiplex float64            `json:"share_multiplex"`
				Types     float64            `json:"mean_layers_per_tied_pair"`
				Density   float64            `json:"union_density"`
				Jaccard   map[string]float64 `json:"pairwise_jaccard"`
			} `json:"multiplex_undirected_pairs"`
			Sna struct {
				Layers struct {
					Qap map[string]struct {
						Correlation float64 `json:"graph_correlation"`
						Greater     float64 `json:"qap_p_ge"`
						Less        float64 `json:"qap_p_le"`
						SD          float64 `json:"qap_null_sd"`
						Reps        int
					}
				}
			} `json:"R_sna"`
		}
		readJSON(r.T, filepath.Join(dir, "reference", dataset+".json"), &f)
		layers := map[string]*Network{}
		for layer, l := range f.Layers {
			layers[layer] = sharedNetwork(r.T, dir, dataset, layer, "", l.Directed)
			if l.Directed != directed {
				r.Errorf("%s/%s: directed %v", dataset, layer, l.Directed)
			}
		}
		l, err := NewLayers(layers)
		if err != nil {
			r.Fatal(err)
		}
		all := l.Measure(r.Context(), nil, Options{Nulls: true, Replicates: 1999})
		r.same(dataset+" MULTIPLEXITY", *find(all, Multiplexity).Value, f.Pairs.Multiplex)
		r.same(dataset+" TYPES_PER_TIE", *find(all, TypesPerTie).Value, f.Pairs.Types)
		if dataset == "padgett" { // 8 dyads in cliques of marriage, 12 of business, 2 of both
			r.same("padgett CLIQUE_OVERLAP", *find(all, CliqueOverlap).Value, 2.0/(8+12-2))
		}
		r.same(dataset+" DENSITY of the union", value(r.T, l.Union(), Density), f.Pairs.Density)
		for pair, want := range f.Pairs.Jaccard {
			r.same(dataset+" TYPE_JACCARD "+pair, *find(all, TypeJaccard, slices.Sorted(strings.SplitSeq(pair, "|"))...).Value, want)
		}
		for pair, want := range f.Sna.Layers.Qap {
			m := find(all, TypeCorrelation, slices.Sorted(strings.SplitSeq(pair, "|"))...)
			r.same(dataset+" TYPE_CORRELATION "+pair, *m.Value, want.Correlation)
			if m.Null == nil || m.Null.Exact || m.Null.Model != QAP || m.Seed == 0 {
				r.Errorf("%s %s: %+v", dataset, pair, m.Null)
				continue
			}
			r.within(dataset+" QAP sd of "+pair, m.Null.SD/want.SD, 1.0, .1)
			for _, p := range [][2]float64{{m.Null.PUpper, want.Greater}, {m.Null.PLower, want.Less}} {
				r.within(dataset+" QAP p of "+pair, p[0], p[1], 4*math.Sqrt(2*max(p[1]*(1-p[1]), 1e-3)/2000)+1e-3)
			}
		}
	}
}

// TestQAP: all orders of up to eight nodes by the definition, and as many random ones
// give about the same; the seed decides, the workers do not.
func TestQAP(t *testing.T) {
	a := NewBuilder(false, "1", "2", "3", "4", "5")
	b := NewBuilder(false, "1", "2", "3", "4", "5")
	for _, tie := range []string{"12", "23", "34", "15"} {
		a.Tie(tie[:1], tie[1:])
	}
	for _, tie := range []string{"12", "23", "45"} {
		b.Tie(tie[:1], tie[1:])
	}
	l, err := NewLayers(map[string]*Network{"a": mustBuild(t, a), "b": mustBuild(t, b)})
	if err != nil {
		t.Fatal(err)
	}
	m := l.Measure(t.Context(), []Indicator{TypeCorrelation}, Options{Nulls: true})[0]
	x, y := newCells(5, l.layers[0].arcLevel), newCells(5, l.layers[1].arcLevel)
	lower, upper, all, mean := 0.0, 0.0, 0.0, 0.0
	var visit func(order []int32)
	visit = func(order []int32) {
		if len(order) < 5 {
			for k := range int32(5) {
				if !slices.Contains(order, k) {
					visit(append(slices.Clone(order), k))
				}
			}
			return
		}
		r := x.overlaps(y, order).correlation()
		all++
		mean += r / 120
		if r <= *m.Value+1e-12 {
			lower++
		}
		if r >= *m.Value-1e-12 {
			upper++
		}
	}
	visit(nil)
	n := m.Null
	if all != 120 || n == nil || !n.Exact || n.Replicates != 0 || m.Seed != 0 || !near(n.PLower, lower/120) || !near(n.PUpper, upper/120) || !near(n.Mean, mean) {
		t.Errorf("%+v, naively %v and %v of 120, mean %v", n, lower, upper, mean)
	}
	large := map[string]*Network{}
	for k, name := range []string{"a", "b"} {
		large[name] = randomPole(t, uint64(k+1))
	}
	l, err = NewLayers(large)
	if err != nil {
		t.Fatal(err)
	}
	draw := func(opts Options) NullTest {
		opts.Nulls = true
		return *l.Measure(t.Context(), []Indicator{TypeCorrelation}, opts)[0].Null
	}
	one, seven, other := draw(Options{Workers: 1, Seed: 5, Replicates: 300}), draw(Options{Workers: 7, Seed: 5, Replicates: 300}), draw(Options{Seed: 6, Replicates: 300})
	if *one.Z != *seven.Z || one.PUpper != seven.PUpper || one.Mean == other.Mean || one.PUpper < 1.0/301 {
		t.Errorf("%+v, %+v, %+v", one, seven, other)
	}
	cancelled, cancel := context.WithCancel(t.Context())
	r := l.union.run(cancelled, SubjectLayers, Options{Workers: 1, Replicates: 300})
	r.layers, r.options = l, Options{Nulls: true, Workers: 1, Replicates: 300}
	r.definition, _ = lookup(TypeCorrelation)
	cancel()
	r.typeCorrelations()
	if m := r.out[0]; m.Null != nil || !slices.Contains(m.Warnings, CancelledDraws) {
		t.Errorf("after the context ended: %+v", m)
	}
}

// TestOrders: Heap's algorithm gives every order once, that of the indices first.
func TestOrders(t *testing.T) {
	for n, want := range []int{1, 1, 2, 6, 24, 120, 720} {
		seen := map[string]bool{}
		first := ""
		orders(n, func(order []int32) {
			var s strings.Builder
			for _, k := range order {
				s.WriteByte(byte('0' + k))
			}
			if len(seen) == 0 {
				first = s.String()
			}
			seen[s.String()] = true
		})
		if len(seen) != want || first != "0123456"[:n] {
			t.Errorf("%d orders of %d, want %d; the first is %s", len(seen), n, want, first)
		}
	}
}
