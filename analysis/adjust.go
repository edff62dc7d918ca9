package analysis

import (
	"cmp"
	"slices"
)

// Adjustment is a way to correct the p-values of a family of tests, of which some
// come out small by chance alone.
type Adjustment string

// Adjustments. Holm 1979 bounds the probability of a single false alarm, Benjamini &
// Hochberg 1995 the expected share of false ones among the alarms.
const (
	Holm              Adjustment = "HOLM"
	BenjaminiHochberg Adjustment = "BENJAMINI_HOCHBERG"
)

// AdjustedP is a p-value adjusted for the family of tests that it stands in. The
// size of the family must be printed beside it.
type AdjustedP struct {
	Method Adjustment
	P      float64
	Family int // how many tests
}

// adjustNulls adjusts the two-sided p-values of all tests among measures, as one
// family.
func adjustNulls(measures []Measure, method Adjustment) {
	var tests []*NullTest
	var p []float64
	for k := range measures {
		if t := measures[k].Null; t != nil {
			tests, p = append(tests, t), append(p, t.PTwoSided)
		}
	}
	for k, adjusted := range Adjust(p, method) {
		tests[k].Adjusted = &AdjustedP{Method: method, P: adjusted, Family: len(tests)}
	}
}

// Adjust returns the adjusted p-values of a family, in the order given: with k the
// size of the family and p(1) ≤ … ≤ p(k), Holm's are max over j ≤ i of (k−j+1)·p(j),
// Benjamini & Hochberg's min over j ≥ i of k·p(j)/j, neither above 1. The size of the
// family is len(p), and must be printed beside them.
func Adjust(p []float64, method Adjustment) []float64 {
	k := len(p)
	order := make([]int, k)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p[a], p[b]) })
	adjusted := make([]float64, k)
	switch method {
	case Holm:
		most := 0.0
		for rank, i := range order {
			most = max(most, min(1, float64(k-rank)*p[i]))
			adjusted[i] = most
		}
	case BenjaminiHochberg:
		least := 1.0
		for rank := k - 1; rank >= 0; rank-- {
			i := order[rank]
			least = min(least, float64(k)*p[i]/float64(rank+1))
			adjusted[i] = least
		}
	default:
		panic("analysis: unknown adjustment " + string(method))
	}
	return adjusted
}
