//go:build !race

// The race detector moves variables to the heap, so allocations are counted
// without it.

package analysis

import (
	"math/rand/v2"
	"testing"
)

// TestKernelsDoNotAllocate: the counts that are repeated for each filling, or for
// each draw of a null model, reuse their space.
func TestKernelsDoNotAllocate(t *testing.T) {
	a := randomMatrix(rand.New(rand.NewPCG(1, 1)), 30, true)
	s := newScratch(newBitRows(a.network(t, true).ties), true)
	for f := range lubnessFamily {
		s.evaluate(f)
		if allocs := testing.AllocsPerRun(20, func() { s.evaluate(f) }); allocs != 0 {
			t.Errorf("family %d makes %v allocations", f, allocs)
		}
	}
	for _, f := range []family{betweenFamily, arcBetweenFamily} {
		s.evaluate(f)
		if allocs := testing.AllocsPerRun(20, func() { s.evaluate(f) }); allocs != 0 {
			t.Errorf("family %d makes %v allocations", f, allocs)
		}
	}
}
