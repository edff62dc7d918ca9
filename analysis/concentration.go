package analysis

import "slices"

// gini is Σ(2i−k−1)x_(i)/(k Σx) over the k values in ascending order: 0 when all are
// equal, 1−1/k when one has everything. x is sorted in place; its sum is positive
// and no value negative.
func gini(x []float64) float64 {
	slices.Sort(x)
	k := len(x)
	var weighted, total sum
	for i, v := range x {
		weighted.add(float64(2*(i+1)-k-1) * v)
		total.add(v)
	}
	return weighted.value() / (float64(k) * total.value())
}

// herfindahl is Σ share² over the parts of a positive total.
func herfindahl(parts []int64, total int64) float64 {
	var squares sum
	for _, p := range parts {
		s := float64(p) / float64(total)
		squares.add(s * s)
	}
	return squares.value()
}

// largest is the share of the k greatest parts in a positive total.
func largest(parts []int64, total int64, k int) float64 {
	sorted := slices.Sorted(slices.Values(parts))
	sum := int64(0)
	for _, p := range sorted[max(0, len(sorted)-k):] {
		sum += p
	}
	return float64(sum) / float64(total)
}
