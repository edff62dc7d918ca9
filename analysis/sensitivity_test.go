package analysis

import (
	"context"
	"math"
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// star is a centre, 1, with so many partners.
func star(t *testing.T, partners int) *Network {
	ids := []string{"1"}
	for i := range partners {
		ids = append(ids, string(rune('a'+i)))
	}
	b := NewBuilder(false, ids...)
	for _, id := range ids[1:] {
		b.Tie("1", id)
	}
	return mustBuild(t, b)
}

// TestLeaveOneOut: a star of five without its centre has density 0, without another
// 4/10 or, in a star of five partners, 4 of the 10 pairs of what is left.
func TestLeaveOneOut(t *testing.T) {
	list, err := star(t, 5).LeaveOneOut(t.Context(), []Indicator{Density, Transitivity, MeanDistance, Degree}, Options{})
	if err != nil || len(list) != 3 {
		t.Fatalf("%d measures, %v", len(list), err)
	}
	density, distance := list[0], list[2]
	if *density.Lowest != 0 || density.LowestWithout != "1" || *density.Highest != 4.0/10 || density.HighestWithout != "a" || density.Undefined != 0 {
		t.Errorf("%+v: %v to %v", density, *density.Lowest, *density.Highest)
	}
	// Four partners and the centre: 2·(4·1 + 6·2)/20; without the centre nobody is reached.
	if !near(*distance.Lowest, 16.0/10) || !near(*distance.Highest, 16.0/10) || distance.LowestWithout != "a" || distance.Undefined != 1 {
		t.Errorf("%+v", distance)
	}
}

// TestLeaveOneOutKnoke: the density of knoke/information moves between .458333 and .625.
func TestLeaveOneOutKnoke(t *testing.T) {
	n := sharedNetwork(t, referenceNets(t), "knoke", "information", "sector", true)
	list, _ := n.LeaveOneOut(t.Context(), []Indicator{Density}, Options{})
	if low, high := *list[0].Lowest, *list[0].Highest; math.Abs(low-.458333) > 1e-6 || high != .625 {
		t.Errorf("from %v to %v", low, high)
	}
}

// TestSensitivity: of a star of five partners all sets of one (10 % of 6, rounded up)
// and two (30 %) are taken away. Without two, density is 0 in the 5 sets of 15 that
// hold the centre, else 3/6.
func TestSensitivity(t *testing.T) {
	list, err := star(t, 5).Sensitivity(t.Context(), []Indicator{Density, Degree}, []int{10, 30}, Options{Nodes: true})
	if err != nil || len(list) != 4 {
		t.Fatalf("%d losses, %v", len(list), err)
	}
	one, two, ranks := list[0], list[2], list[1]
	if one.Lost != 1 || one.Subsets != 6 || !one.All || one.Seed != 0 || *one.Median != 4.0/10 || *one.Lo != 0 || *one.Hi != 4.0/10 {
		t.Errorf("without one: %+v, %v", one, *one.Median)
	}
	if two.Lost != 2 || two.Percent != 30 || two.Subsets != 15 || *two.Median != .5 || *two.Lo != 0 || two.Undefined != 0 {
		t.Errorf("without two: %+v, %v", two, *two.Median)
	}
	// The centre stays first in five of six; without it nobody has a partner.
	if ranks.Measure.ID != Degree || ranks.Median != nil || *ranks.RankCorrelation != 1 || !near(ranks.Undefined, 1.0/6) {
		t.Errorf("ranks: %+v", ranks)
	}
}

// TestSensitivityDraws: C(30,9) sets are too many, so they are drawn, and the draws
// depend on nothing but the seed.
func TestSensitivityDraws(t *testing.T) {
	n := mostlyUnknown(t, 30, 30, 90, false)
	opts := Options{Replicates: 200, Workers: 1, Seed: 11}
	want, err := n.Sensitivity(t.Context(), []Indicator{Density, Compactness}, []int{0, 30}, opts)
	if err != nil || len(want) != 4 {
		t.Fatalf("%d losses, %v", len(want), err)
	}
	if x := want[0]; x.Lost != 0 || x.Subsets != 1 || !x.All || *x.Median != *x.Measure.Value {
		t.Errorf("without nobody: %+v", x)
	}
	if x := want[2]; x.Lost != 9 || x.Subsets != 200 || x.All || x.Seed != 11 || !(*x.Lo < *x.Median && *x.Median < *x.Hi) {
		t.Errorf("without nine: %+v", x)
	}
	opts.Workers = 3
	if got, _ := n.Sensitivity(t.Context(), []Indicator{Density, Compactness}, []int{0, 30}, opts); !reflect.DeepEqual(got, want) {
		t.Error("three workers give another result")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := n.Sensitivity(ctx, []Indicator{Density}, []int{10}, opts); err == nil {
		t.Error("a cancelled context gives no error")
	}
}

// TestSpearman by hand: 1, 2, 3, 4 against 1, 3, 2, 4 is 1 − 6·2/(4·15); ties share
// ranks: 1, 1, 2 has 1.5, 1.5, 3.
func TestSpearman(t *testing.T) {
	for _, tc := range []struct {
		x, y []float64
		want float64
		ok   bool
	}{
		{[]float64{1, 2, 3, 4}, []float64{10, 30, 20, 40}, 1 - 6*2.0/60, true},
		{[]float64{1, 2, 3}, []float64{3, 2, 1}, -1, true},
		// Ranks −.5, −.5, 1 against −1, 0, 1: 1.5/√(1.5·2).
		{[]float64{1, 1, 2}, []float64{5, 6, 7}, 1.5 / math.Sqrt(1.5*2), true},
		{[]float64{1, 1}, []float64{1, 2}, 0, false},
		{nil, nil, 0, false},
	} {
		if r, ok := spearman(tc.x, tc.y); ok != tc.ok || !near(r, tc.want) {
			t.Errorf("%v, %v: %v %t, want %v", tc.x, tc.y, r, ok, tc.want)
		}
	}
}

// TestFewSubsets agrees with Pascal's triangle.
func TestFewSubsets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 60).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "k")
		want := math.Round(math.Exp(choose(int64(n), int64(k)))) <= maxLosses
		if fewSubsets(n, k) != want {
			t.Fatalf("C(%d,%d)", n, k)
		}
	})
}
