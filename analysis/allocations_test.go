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

// TestDrawsDoNotAllocate: a replicate of a network of at most 64 nodes, and all that
// is computed on it, reuse their space.
func TestDrawsDoNotAllocate(t *testing.T) {
	for _, n := range []*Network{randomPole(t, 1), randomArcs(t, 20, 150)} {
		var targets []*Measure
		for _, m := range n.Measure(t.Context(), firstRank(), Options{}) {
			if d, _ := lookup(m.ID); m.inferable() && (d.Interval || len(d.Nulls) > 0) {
				targets = append(targets, &m)
			}
		}
		d, g, into := newDrawn(newPlan(n, nil)), newGauge(newPlan(n, nil), targets), make([]float64, len(targets))
		if len(g.whole) > 0 {
			t.Errorf("%d indicators of first rank go through Measure", len(g.whole))
		}
		for _, why := range allPurposes(n.Directed()) {
			base, replicate := newStreams(1, string(why)), 0
			draw := func() {
				d.draw(why, base, replicate)
				g.evaluate(d, into)
				replicate++
			}
			for range 50 {
				draw()
			}
			if allocs := testing.AllocsPerRun(50, draw); allocs > 0 {
				t.Errorf("%s makes %v allocations", why, allocs)
			}
		}
	}
}
