package analysis

import (
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// TestReferenceGini compares with the inequality of the tie weights of lesmis.
func TestReferenceGini(t *testing.T) {
	n := sharedNetwork(t, referenceNets(t), "lesmis", "cooccurrence", "", false)
	var weights []float64
	for tie := range n.Ties() {
		weights = append(weights, tie.Weight)
	}
	if got := gini(weights); math.Abs(got-.4650758594) > 1e-9 {
		t.Errorf("GINI of tie weights is %v", got)
	}
}

// TestCalendar: days to dates and back, and years on.
func TestCalendar(t *testing.T) {
	for _, d := range []day{firstDay, -1, 0, 59, 60, 11016, lastDay - 1} {
		if back, _, ok := parseDay(d.String()); !ok || back != d {
			t.Errorf("%d is %s, and back %d", d, d, back)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		d := day(rapid.IntRange(int(firstDay), int(lastDay)-1).Draw(t, "day"))
		if back, _, ok := parseDay(d.String()); !ok || back != d {
			t.Fatalf("%d is %s, and back %d", d, d, back)
		}
	})
	leap, _, _ := parseDay("2024-02-29")
	for years, want := range []string{"2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"} {
		if got := leap.addYears(years).String(); got != want {
			t.Errorf("%s years after %s: %s, want %s", strconv.Itoa(years), leap, got, want)
		}
	}
}
