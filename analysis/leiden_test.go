package analysis

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestPlantedCommunities: the searches find groups that were put there, above the
// exact sizes and in layers of communities.
func TestPlantedCommunities(t *testing.T) {
	r := planted(2000, 17_500)
	l := newLayer(r, nil)
	groups := make([]int32, 2000)
	for v := range groups {
		groups[v] = int32(v / 50)
	}
	s := newLeiden(l, 2)
	of := s.search(0, maxTimes)
	if agree := mutual(of, groups); agree < .999 {
		t.Errorf("the groups found agree to %v with those planted", agree)
	}
	if q := l.modularity(of); q < l.modularity(groups)-1e-9 {
		t.Errorf("modularity %v, planted %v", q, l.modularity(groups))
	}
	if again := newLeiden(l, 2).search(0, maxTimes); !slices.Equal(of, again) {
		t.Error("the same search found something else")
	}
}

// TestSearchWorkers: a search in a network of several layers finds the same whatever
// the number of its workers, no worse than the groups planted, and what it finds holds
// together.
func TestSearchWorkers(t *testing.T) {
	n := lanes*blockNodes + 50
	r, groups := planted(n, 8*n), make([]int32, n)
	random := rand.New(rand.NewPCG(3, 3))
	order := random.Perm(n)
	var apart [][2]int32 // the same network, its nodes numbered at random
	for v := range groups {
		groups[v] = int32(v / 50)
		for _, u := range r.row(v) {
			if int(u) > v {
				apart = append(apart, [2]int32{int32(order[v]), int32(order[u])})
			}
		}
	}
	weights := make([]float64, len(r.adj))
	for v := range n {
		for k := r.off[v]; k < r.off[v+1]; k++ {
			weights[k] = 1 + float64((v+int(r.adj[k]))%3)/7
		}
	}
	least := newLayer(r, nil).modularity(groups)
	for name, l := range map[string]*layer{"local": newLayer(r, nil), "apart": newLayer(rowsOf(n, apart), nil), "weighted": newLayer(r, weights)} {
		of := newLeiden(l, 1).search(0, 1)
		for _, workers := range []int{2, 3, 8} {
			if !slices.Equal(of, newLeiden(l, workers).search(0, 1)) {
				t.Errorf("%s: %d workers find something else than one", name, workers)
			}
		}
		if q := l.modularity(of); q < least-.01 {
			t.Errorf("%s: modularity %v, planted %v", name, q, least)
		}
		if !l.holdTogether(of) {
			t.Errorf("%s: a community falls apart", name)
		}
	}
}

// holdTogether reports whether each community is one piece.
func (l *layer) holdTogether(of []int32) bool {
	f, pieces := newForest(len(of)), len(of)
	for v := range of {
		for _, u := range l.row(v) {
			if of[u] == of[v] && f.find(u) != f.find(int32(v)) {
				f.join(int32(v), u)
				pieces--
			}
		}
	}
	return pieces == int(slices.Max(of))+1
}

// TestMerge: a division of a layer of parts has the modularity that it has among the
// nodes, and parts are pieces of communities, whatever the number of workers.
func TestMerge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := drafts(12, 0).Draw(t, "network").build(t, name)
		workers := rapid.SampledFrom([]int{1, 2, 3, 8}).Draw(t, "workers")
		l := newLayer(n.under, nil)
		if l.total == 0 {
			return
		}
		of := make([]int32, n.N())
		for v := range of {
			of[v] = rapid.Int32Range(0, int32(n.N()-1)).Draw(t, "community")
		}
		one, s := newLeiden(l, 1), newLeiden(l, workers)
		for _, s := range []*leiden{one, s} {
			clear(s.strength)
			for v, c := range of {
				s.strength[c] += l.strength[v]
			}
		}
		count := s.refine(l, of)
		if count != one.refine(l, of) || !slices.Equal(s.parts, one.parts) || !l.holdTogether(s.parts) {
			t.Fatalf("parts %v of %v, with one worker %v", s.parts, of, one.parts)
		}
		m, up := s.merge(l, of, count)
		inside := l.total
		for _, w := range m.weights {
			inside -= w
		}
		if got, want := m.modularity(up)+inside/l.total, l.modularity(of); math.Abs(got-want) > 1e-12 {
			t.Fatalf("modularity %v among the parts %v of %v, %v among the nodes", got, s.parts, of, want)
		}
		for v, part := range s.parts {
			if up[part] != of[v] {
				t.Fatalf("node %d of %d is part of %d", v, of[v], up[part])
			}
		}
	})
}

// TestUnevenWeights: searches in networks whose weights differ by twelve orders of
// magnitude, so that sums of strengths lose digits, end, and find nothing better than
// the best division.
func TestUnevenWeights(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 2))
	for range 1000 {
		b := NewBuilder(false, "a", "b", "c", "d", "e", "f", "g", "h")
		for i, id := range b.ids {
			for _, other := range b.ids[:i] {
				if random.IntN(3) > 0 {
					b.WeightedTie(id, other, math.Pow(10, 12*random.Float64()-6))
				}
			}
		}
		n := mustBuild(t, b)
		best, ok, err := n.Communities(t.Context(), 1)
		found, _, searchErr := n.communities(t.Context(), 1, 0, 3)
		if !ok || err != nil || searchErr != nil || found.Modularity > best.Modularity+1e-9 {
			t.Fatal(best, found, err, searchErr)
		}
	}
}
