package analysis

import (
	"context"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// corePole is a pole of a complete core and a periphery of which each member has one
// tie to the core.
func corePole(t *testing.T, core, periphery int) *Network {
	t.Helper()
	ids := make([]string, core+periphery)
	for i := range ids {
		ids[i] = name(i)
	}
	b := NewBuilder(false, ids...)
	for i := range core {
		for j := range i {
			b.Tie(ids[j], ids[i])
		}
	}
	for k := range periphery {
		b.Tie(ids[core+k], ids[k%core])
	}
	return mustBuild(t, b)
}

// TestCoreSearch: a core that is there is found whatever the size, by all searches.
func TestCoreSearch(t *testing.T) {
	for _, size := range []struct{ core, periphery int }{{2, 21}, {9, 31}, {30, 170}} {
		n := corePole(t, size.core, size.periphery)
		core, ok := n.Core(t.Context())
		if !ok || math.Abs(core.Fit-1) > 1e-12 || len(core.Members) != size.core || core.Optima != 0 || core.Starts != coreStarts || core.Reached < 1 || core.Reached > coreStarts {
			t.Errorf("%+v: %+v", size, core)
		}
		m := n.Measure(t.Context(), []Indicator{CorePeripheryFit}, Options{})[0]
		if m.Value == nil || *m.Value != core.Fit || !slices.Contains(m.Warnings, Heuristic) || m.Optima != 0 {
			t.Errorf("%+v: %+v", size, m)
		}
	}
}

// TestCoreSearchBorders: all pairs alike have no core; a network beyond the limit and a
// context that ended say so.
func TestCoreSearchBorders(t *testing.T) {
	ids := make([]string, maxCoreNodes+1)
	for i := range ids {
		ids[i] = name(i)
	}
	border := func(ctx context.Context, n int, ties ...[2]int) Measure {
		b := NewBuilder(false, ids[:n]...)
		for _, tie := range ties {
			b.Tie(ids[tie[0]], ids[tie[1]])
		}
		return mustBuild(t, b).Measure(ctx, []Indicator{CorePeripheryFit}, Options{})[0]
	}
	if m := border(t.Context(), 23); m.Reason != NoVariation {
		t.Errorf("no ties: %+v", m)
	}
	if m := border(t.Context(), len(ids), [2]int{0, 1}); m.Reason != BudgetExceeded || m.Status != NotComputed {
		t.Errorf("%d members: %+v", len(ids), m)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if m := border(ended, 23, [2]int{0, 1}); m.Reason != Cancelled {
		t.Errorf("ended: %+v", m)
	}
}

// TestCoreSearchAgainstAll: a search is never better than the best of all divisions, is
// what it says it is, and with 200 starts misses the best of small networks seldom.
func TestCoreSearchAgainstAll(t *testing.T) {
	missed, compared := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		n := drafts(10, 0).Draw(t, "network").build(t, name)
		if n.N() < 4 {
			return
		}
		exact, ok := n.Core(t.Context())
		found, is := n.searchCore(t.Context())
		if ok != is {
			t.Fatalf("exact %v, search %v", ok, is)
		}
		if !ok {
			return
		}
		if compared++; found.Fit < exact.Fit-1e-12 {
			missed++
		}
		var cells, pattern []float64
		for i := range n.N() {
			for j := range n.N() {
				in := slices.Contains(found.Members, i)
				if i == j || in != slices.Contains(found.Members, j) {
					continue
				}
				cell, one := 0.0, 0.0
				if n.Tied(i, j) {
					cell = 1
				}
				if in {
					one = 1
				}
				cells, pattern = append(cells, cell), append(pattern, one)
			}
		}
		if fit := pearson(cells, pattern); found.Fit > exact.Fit+1e-12 || math.Abs(fit-found.Fit) > 1e-9 {
			t.Fatalf("found %+v, whose fit is %v; the best is %+v", found, fit, exact)
		}
	})
	if missed*50 > compared {
		t.Errorf("%d of %d missed", missed, compared)
	}
}
