package analysis

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestContract: on any network each measure has a value or a reason, all numbers
// are finite and inside the range of the definition, and hashes do not depend on
// the order of insertion (maps iterate in random order).
func TestContract(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drafts(8, 30).Draw(t, "network")
		n := d.build(t, name)
		list := all(n)
		checkContract(t, list)
		again := all(d.build(t, name))
		for i := range list {
			if list[i].InputHash != again[i].InputHash {
				t.Fatal("hash depends on the order of the input")
			}
		}
	})
}

func checkContract(t interface{ Fatalf(string, ...any) }, list []Measure) {
	for _, m := range list {
		if (m.Value == nil) != (m.Reason != "") || (m.Value == nil) != (m.Status != OK) {
			t.Fatalf("%s: value %s, reason %q, status %s", m.ID, text(m.Value), m.Reason, m.Status)
		}
		if m.PairsKnown+m.PairsUnknown != m.PairsAtRisk || m.PairsKnown < 0 {
			t.Fatalf("%s: pairs %d + %d of %d", m.ID, m.PairsKnown, m.PairsUnknown, m.PairsAtRisk)
		}
		if m.Value != nil && m.Num != nil && !near(*m.Value, float64(*m.Num)/float64(*m.Den)) {
			t.Fatalf("%s: %v is not %d/%d", m.ID, *m.Value, *m.Num, *m.Den)
		}
		numbers := []float64{}
		if m.Value != nil {
			numbers = append(numbers, *m.Value)
		}
		if m.Normalized != nil {
			numbers = append(numbers, *m.Normalized)
			if *m.Normalized > 1+1e-12 {
				t.Fatalf("%s: normalised %v", m.ID, *m.Normalized)
			}
		}
		if m.Bounds != nil {
			numbers = append(numbers, m.Bounds.Lower, m.Bounds.Upper)
			if m.Bounds.Lower > m.Bounds.Upper {
				t.Fatalf("%s: bounds %+v", m.ID, *m.Bounds)
			}
		}
		if m.Chance != nil {
			numbers = append(numbers, m.Chance.Expected, m.Chance.Lowest, m.Chance.Highest)
		}
		d, _ := DefinitionOf(m.ID)
		for _, x := range numbers {
			if !finite(x) || outside(x, d.Range, m.N) {
				t.Fatalf("%s: %v in range %s", m.ID, x, d.Range)
			}
		}
	}
}

// outside reports whether a number of a network of n nodes is not in a range of the
// catalogue. Ends that need more than n are not checked.
func outside(x float64, of string, n int) bool {
	limit := func(s string) float64 {
		if at, known := map[string]int{"n": n, "n−1": n - 1, "n−2": max(0, n-2), "(n−1)(n−2)": (n - 1) * (n - 2)}[s]; known {
			return float64(at)
		}
		v, err := strconv.ParseFloat(strings.Replace(s, "−", "-", 1), 64)
		if s == "1/n" {
			v, err = 1/float64(n), nil
		}
		if err != nil {
			return math.NaN()
		}
		return v
	}
	lower, upper, _ := strings.Cut(of, "..")
	return x < limit(lower)-1e-12 || x > limit(upper)+1e-9
}
