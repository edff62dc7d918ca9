package analysis

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestNth finds what sorting finds.
func TestNth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Float64Range(0, 3), 1, 30).Draw(t, "values")
		k := rapid.IntRange(0, len(values)-1).Draw(t, "k")
		want := slices.Sorted(slices.Values(values))[k]
		if got := nth(values, k); got != want {
			t.Fatalf("number %d is %v, want %v", k, got, want)
		}
	})
}

// TestGoldenReplicates: a seed gives the same numbers on every platform and in every
// version; a change here is a change of results that users have published.
func TestGoldenReplicates(t *testing.T) {
	opts := Options{Intervals: true, Nulls: true, Replicates: 199, Seed: 42}
	var got []string
	for _, m := range someUnknown(t, true).Measure(t.Context(), []Indicator{Density, TransitivityDirected, Connectedness}, opts) {
		if i := m.Interval; i != nil {
			got = append(got, fmt.Sprintf("%s %.12g %.12g %.12g %.12g", m.ID, i.Lo, i.Hi, i.SE, i.Bias))
		}
		if n := m.Null; n != nil {
			got = append(got, fmt.Sprintf("%s %.12g %.12g %.12g %.12g", m.ID, n.Mean, n.SD, n.PLower, n.PUpper))
		}
	}
	want := []string{
		"DENSITY 0.102272727273 0.351351351351 0.0575516712448 0.000691459804935",
		"TRANSITIVITY_DIRECTED 0 0.904761904762 0.200195627151 0.227670113473",
		"TRANSITIVITY_DIRECTED 0.189777830186 0.0775428394741 0.01 0.995",
		"CONNECTEDNESS 0.984924623116 0.0529328653015 1 0.925",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
