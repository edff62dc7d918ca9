package analysis

import (
	"testing"

	"pgregory.net/rapid"
)

func TestAdjust(t *testing.T) {
	p := []float64{.04, .01, .03, .005, .8}
	for _, tc := range []struct {
		method Adjustment
		p      []float64
		want   []float64
	}{
		// In order .005, .01, .03, .04, .8: 5·.005, 4·.01, 3·.03, 2·.04 below the one
		// before, 1·.8.
		{Holm, p, []float64{3 * .03, 4 * .01, 3 * .03, 5 * .005, .8}},
		// 5·.005/1, 5·.01/2 equal, 5·.03/3, 5·.04/4 equal, .8.
		{BenjaminiHochberg, p, []float64{5 * .04 / 4, 5 * .01 / 2, 5 * .04 / 4, 5 * .005 / 1, .8}},
		{Holm, []float64{.5, .6, .7}, []float64{1, 1, 1}},
		{BenjaminiHochberg, []float64{.02, .01}, []float64{.02, .02}}, // min(2·.01/1, 2·.02/2)
		{Holm, nil, nil},
	} {
		got := Adjust(tc.p, tc.method)
		if len(got) != len(tc.want) {
			t.Fatalf("%s of %v is %v", tc.method, tc.p, got)
		}
		for i := range got {
			if !near(got[i], tc.want[i]) {
				t.Errorf("%s of %v is %v, want %v", tc.method, tc.p, got, tc.want)
				break
			}
		}
	}
}

// TestAdjustProperties: adjusted values are between the raw ones and 1, in the same
// order, and Benjamini & Hochberg's are at most Holm's.
func TestAdjustProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SliceOfN(rapid.Float64Range(0, 1), 0, 12).Draw(t, "p")
		holm, bh := Adjust(p, Holm), Adjust(p, BenjaminiHochberg)
		for i := range p {
			if holm[i] < p[i] || bh[i] < p[i]-1e-15 || holm[i] > 1 || bh[i] > holm[i]+1e-15 {
				t.Fatalf("%v becomes %v and %v", p, holm, bh)
			}
			for j := range p {
				if p[i] < p[j] && (holm[i] > holm[j] || bh[i] > bh[j]) {
					t.Fatalf("%v changes order: %v, %v", p, holm, bh)
				}
			}
		}
	})
}

// TestAdjustOfAnswers: all tests of one answer are a family, and nothing else is
// adjusted.
func TestAdjustOfAnswers(t *testing.T) {
	n := sharedNetwork(t, referenceNets(t), "knoke", "information", "", true)
	ids := []Indicator{ArcReciprocity, Density, Transitivity, DegreeCentralization}
	opts := Options{Nulls: true, Replicates: 199, Adjust: Holm}
	adjusted := n.Measure(t.Context(), ids, opts)
	opts.Adjust = ""
	var p []float64
	for k, m := range n.Measure(t.Context(), ids, opts) {
		switch a := adjusted[k]; {
		case (m.Null == nil) != (a.Null == nil) || m.Null == nil && m.ID != Density:
			t.Errorf("%s: %v became %v", m.ID, m.Null, a.Null)
		case m.Null == nil:
		case m.Null.Adjusted != nil || a.Null.PTwoSided != m.Null.PTwoSided:
			t.Errorf("%s: %+v became %+v", m.ID, m.Null, a.Null)
		default:
			p = append(p, m.Null.PTwoSided)
		}
	}
	want := Adjust(p, Holm)
	for _, m := range adjusted {
		if m.Null == nil {
			continue
		}
		if a := m.Null.Adjusted; a == nil || a.P != want[0] || a.Method != Holm || a.Family != 3 {
			t.Errorf("%s: %+v, want %v of 3", m.ID, a, want[0])
		}
		want = want[1:]
	}
}
