package analysis

import (
	"context"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// naiveRegression is Cramer's rule for two predictors and a constant, over lists of cells.
func naiveRegression(x1, x2, y []float64) (b1, b2, r2 float64) {
	mean := func(x []float64) (m float64) {
		for _, v := range x {
			m += v / float64(len(x))
		}
		return m
	}
	cov := func(a, b []float64) (c float64) {
		ma, mb := mean(a), mean(b)
		for i := range a {
			c += (a[i] - ma) * (b[i] - mb)
		}
		return c
	}
	det := cov(x1, x1)*cov(x2, x2) - cov(x1, x2)*cov(x1, x2)
	b1 = (cov(x1, y)*cov(x2, x2) - cov(x2, y)*cov(x1, x2)) / det
	b2 = (cov(x2, y)*cov(x1, x1) - cov(x1, y)*cov(x1, x2)) / det
	return b1, b2, (b1*cov(x1, y) + b2*cov(x2, y)) / cov(y, y)
}

// TestRegressionTwin: estimates and R² by the closed form for two predictors, and T from
// R² with and without the predictor.
func TestRegressionTwin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := make([]draft, 3)
		directed, nodes := rapid.Bool().Draw(t, "directed"), rapid.IntRange(4, 6).Draw(t, "nodes")
		for k := range all {
			all[k] = draft{directed: directed, n: nodes, class: make([]int, nodes), k: 1, tie: map[[2]int]bool{}, unknown: map[[2]int]bool{}}
			for _, pair := range all[k].pairs() {
				switch rapid.IntRange(0, 20).Draw(t, "pair") % 12 {
				case 0, 1, 2, 3, 4:
					all[k].tie[pair] = true
				case 5:
					all[k].unknown[pair] = true
				}
			}
		}
		got, err := layersOf(t, all).Regress(context.Background(), "p", []Predictor{{Relation: "q"}, {Relation: "r"}}, Options{Replicates: 50, Seed: 1})
		if err != nil {
			t.Fatal(err)
		}
		lists := make([][]float64, 3)
		for _, pair := range all[0].pairs() {
			if all[0].unknown[pair] || all[1].unknown[pair] || all[2].unknown[pair] {
				continue
			}
			for k, d := range all {
				lists[k] = append(lists[k], map[bool]float64{true: 1}[d.tie[pair]])
			}
		}
		b1, b2, r2 := naiveRegression(lists[1], lists[2], lists[0])
		cells := float64(len(lists[0]))
		if got.Cells != len(lists[0]) {
			t.Fatalf("%d cells, want %v", got.Cells, cells)
		}
		if got.Status != OK {
			varies := math.Abs(pearson(lists[1], lists[2])) < 1-1e-9 && !math.IsNaN(pearson(lists[0], lists[1]))
			if cells > 3 && varies && r2 < 1-1e-9 {
				t.Fatalf("no value (%s), naively %v %v, R² %v", got.Reason, b1, b2, r2)
			}
			return
		}
		rXY := pearson(lists[0], lists[2])
		if math.IsNaN(rXY) {
			t.Fatalf("%+v of a constant", got)
		}
		want := math.Copysign(math.Sqrt((r2-rXY*rXY)/((1-r2)/(cells-3))), b1)
		near6 := func(a, b float64) bool { return math.Abs(a-b) <= 1e-6*max(1, math.Abs(b)) }
		c := got.Coefficients
		if !near6(c[0].Estimate, b1) || !near6(c[1].Estimate, b2) || !near6(*got.R2, r2) || !near6(c[0].T, want) && math.Abs(want) > 1e-6 {
			t.Fatalf("%+v R² %v, naively %v %v %v, T %v", c, *got.R2, b1, b2, r2, want)
		}
		for _, c := range c {
			if !(c.PLower > 0 && c.PLower <= 1 && c.PUpper > 0 && c.PUpper <= 1 && c.PTwoSided <= 1) || !got.Exact || got.Replicates != 0 || got.Seed != 0 {
				t.Fatalf("%+v", got)
			}
		}
	})
}

// TestRegressionOfOne: with one predictor T orders the nodes as the correlation does, so
// that the exact tests of both agree.
func TestRegressionOfOne(t *testing.T) {
	a, b := NewBuilder(true, "1", "2", "3", "4", "5"), NewBuilder(true, "1", "2", "3", "4", "5")
	for _, arc := range []string{"12", "23", "34", "15", "42", "53"} {
		a.Tie(arc[:1], arc[1:])
	}
	for _, arc := range []string{"12", "23", "45", "51"} {
		b.Tie(arc[:1], arc[1:])
	}
	l, err := NewLayers(map[string]*Network{"a": mustBuild(t, a), "b": mustBuild(t, b)})
	if err != nil {
		t.Fatal(err)
	}
	m := l.Measure(t.Context(), []Indicator{TypeCorrelation}, Options{Nulls: true})[0]
	r, err := l.Regress(t.Context(), "a", []Predictor{{Relation: "b"}}, Options{})
	if err != nil || r.Status != OK || !near(*r.R2, *m.Value**m.Value) || !near(r.Coefficients[0].PUpper, m.Null.PUpper) || !near(r.Coefficients[0].PLower, m.Null.PLower) {
		t.Errorf("%+v, %+v, %v", r, *m.Null, err)
	}
}

// TestRegressionBorders: what has no answer says why, and workers change nothing.
func TestRegressionBorders(t *testing.T) {
	large := randomPole(t, 3)
	l, err := NewLayers(map[string]*Network{"a": randomPole(t, 1), "b": randomPole(t, 2), "c": large, "same": large})
	if err != nil {
		t.Fatal(err)
	}
	regress := func(on []Predictor, opts Options) Regression {
		t.Helper()
		r, err := l.Regress(t.Context(), "a", on, opts)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	one := regress([]Predictor{{Relation: "b"}, {Relation: "c"}}, Options{Replicates: 199, Seed: 9, Workers: 1})
	seven := regress([]Predictor{{Relation: "b"}, {Relation: "c"}}, Options{Replicates: 199, Seed: 9, Workers: 7})
	if one.Status != OK || one.Exact || one.Seed != 9 || one.Replicates != 199 || one.Coefficients[1] != seven.Coefficients[1] || one.Coefficients[0].PUpper < 1.0/200 {
		t.Errorf("%+v, then %+v", one, seven)
	}
	if r := regress([]Predictor{{Relation: "c"}, {Relation: "same"}}, Options{}); r.Reason != NoVariation {
		t.Errorf("two equal predictors: %+v", r)
	}
	if r := regress([]Predictor{{Attribute: "nothing"}}, Options{}); r.Reason != TooFewNodes || r.Cells != 0 {
		t.Errorf("no class known: %+v", r)
	}
	for _, tc := range []struct {
		dependent string
		on        []Predictor
	}{{"none", []Predictor{{Relation: "b"}}}, {"a", nil}, {"a", []Predictor{{Relation: "a"}}}, {"a", []Predictor{{Relation: "none"}}}, {"a", []Predictor{{Relation: "b"}, {Relation: "b"}}}, {"a", []Predictor{{}}}} {
		if _, err := l.Regress(t.Context(), tc.dependent, tc.on, Options{}); err == nil {
			t.Errorf("%+v is accepted", tc)
		}
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if r, err := l.Regress(cancelled, "a", []Predictor{{Relation: "b"}}, Options{}); err != nil || r.Reason != Cancelled || r.Coefficients != nil {
		t.Errorf("%+v, %v", r, err)
	}
}
