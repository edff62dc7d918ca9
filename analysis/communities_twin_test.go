package analysis

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// everyPartition calls visit with each division of n nodes into communities.
func everyPartition(n int, visit func(of []int32)) {
	of := make([]int32, n)
	var place func(i int, used int32)
	place = func(i int, used int32) {
		if i == n {
			visit(of)
			return
		}
		for c := range used + 1 {
			of[i] = c
			place(i+1, max(used, c+1))
		}
	}
	place(0, 0)
}

// naiveModularity is Q straight from its formula, cell by cell.
func naiveModularity(w [][]float64, of []int32) float64 {
	strength, total, q := make([]float64, len(w)), 0.0, 0.0
	for i := range w {
		for _, x := range w[i] {
			strength[i] += x
			total += x
		}
	}
	for i := range w {
		for j := range w {
			if of[i] == of[j] {
				q += w[i][j]/total - strength[i]*strength[j]/total/total
			}
		}
	}
	return q
}

// TestCommunityTwins: the exact division of up to 8 nodes against all divisions: its
// modularity, how many are as good, and which is shown; searches find none better, and
// what they find holds together.
func TestCommunityTwins(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 9))
	rapid.Check(t, func(t *rapid.T) {
		d := drafts(8, 0).Draw(t, "network")
		n := d.build(t, name)
		if rapid.Bool().Draw(t, "weighted") {
			b := NewBuilder(d.directed, n.ids...)
			for tie := range n.Ties() {
				b.WeightedTie(n.ID(tie.From), n.ID(tie.To), float64(1+random.IntN(3)))
			}
			n, _ = b.Build()
		}
		w := make([][]float64, d.n)
		for i := range w {
			w[i] = make([]float64, d.n)
		}
		for tie := range n.Ties() {
			if n.Weighted() { // both arcs of a dyad count
				w[tie.From][tie.To] += tie.Weight
				w[tie.To][tie.From] += tie.Weight
			} else {
				w[tie.From][tie.To], w[tie.To][tie.From] = 1, 1
			}
		}
		c, ok, _ := n.Communities(context.Background(), 1)
		if ok != (n.M() > 0) {
			t.Fatalf("%d ties, communities: %v", n.M(), ok)
		}
		if !ok {
			return
		}
		best, optima, first := -1.0, 0, []int32(nil)
		everyPartition(d.n, func(of []int32) {
			for v, c := range of { // a node without ties is a community of its own
				if n.Degree(v) == 0 && slices.Contains(slices.Concat(of[:v], of[v+1:]), c) {
					return
				}
			}
			switch q := naiveModularity(w, of); {
			case q > best+1e-9:
				best, optima, first = q, 1, slices.Clone(of)
			case q > best-1e-9:
				optima++
				if x, y := slices.Max(of), slices.Max(first); x < y || x == y && slices.Compare(of, first) < 0 {
					first = slices.Clone(of)
				}
			}
		})
		got := make([]int32, d.n)
		for v, k := range c.Of {
			got[v] = int32(k)
		}
		if math.Abs(c.Modularity-best) > 1e-12 || c.Optima != optima || !slices.Equal(got, first) {
			t.Fatalf("%+v, naively %v, %d times, first %v", c, best, optima, first)
		}
		found, _, s, _ := n.underLayer().best(context.Background(), 2, maxSearches)
		if math.Abs(naiveModularity(w, found)-s.Highest) > 1e-12 || s.Highest > best+1e-12 {
			t.Fatalf("a search found %v with %+v, the best is %v", found, s, best)
		}
		if !n.underLayer().holdTogether(found) {
			t.Fatalf("the communities %v fall apart", found)
		}
	})
}

// TestMutual: agreement of divisions, with its arithmetic.
func TestMutual(t *testing.T) {
	half := []int32{0, 0, 1, 1}
	for _, tc := range []struct {
		a, b []int32
		want float64
	}{
		{half, half, 1},
		{half, []int32{0, 1, 0, 1}, 0},
		{[]int32{0, 0, 0, 0}, []int32{0, 0, 0, 0}, 1},
		// I = H of the coarser, ln 2; the finer has ln 4.
		{half, []int32{0, 1, 2, 3}, 2 * math.Ln2 / (math.Ln2 + 2*math.Ln2)},
	} {
		if got := mutual(tc.a, tc.b); !near(got, tc.want) {
			t.Errorf("%v and %v agree to %v, want %v", tc.a, tc.b, got, tc.want)
		}
	}
}

// TestPartitionTwins: modularity of classes cell by cell, along arcs and in U.
func TestPartitionTwins(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drafts(8, 0).Draw(t, "network")
		n := d.build(t, name)
		for id, along := range map[Indicator]bool{PartitionModularity: false, PartitionModularityDirected: true} {
			if along && !d.directed {
				continue
			}
			a := func(i, j int) float64 {
				if i != j && d.class[i] >= 0 && d.class[j] >= 0 && (n.Tied(i, j) || !along && n.Tied(j, i)) {
					return 1
				}
				return 0
			}
			out, in, m := make([]float64, d.n), make([]float64, d.n), 0.0
			for i := range d.n {
				for j := range d.n {
					out[i] += a(i, j)
					in[j] += a(i, j)
					m += a(i, j)
				}
			}
			want := 0.0
			for i := range d.n {
				for j := range d.n {
					if d.class[i] == d.class[j] {
						want += a(i, j)/m - out[i]*in[j]/m/m
					}
				}
			}
			got := find(n.Measure(context.Background(), []Indicator{id}, Options{Attributes: []string{"family"}}), id)
			if (got.Value == nil) != (m == 0) || m > 0 && math.Abs(*got.Value-want) > 1e-12 {
				t.Fatalf("%s = %s %s, naively %v", id, text(got.Value), got.Reason, want)
			}
		}
	})
}

// TestCorenessTwins: at the shares found, each is the best answer to the others, and
// no other scale of them leaves less; the fit is their correlation with the ties.
func TestCorenessTwins(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drafts(8, 0).Draw(t, "network")
		n := d.build(t, name)
		k := minres(n.ties, n.in)
		if d.n < 3 || n.M() == 0 || !k.settled {
			return
		}
		x := func(i, j int) float64 { return float64(n.ties.has(i, j)+n.ties.has(j, i)) / 2 }
		var up, down float64 // the scale λ of c·cᵀ that leaves least
		for i := range d.n {
			for j := range d.n {
				if i != j {
					up += x(i, j) * k.share[i] * k.share[j]
					down += k.share[i] * k.share[j] * k.share[i] * k.share[j]
				}
			}
		}
		scale := math.Sqrt(up / down)
		length := 0.0
		for i := range d.n {
			var tied, others float64
			for j := range d.n {
				if i != j {
					tied += x(i, j) * scale * k.share[j]
					others += scale * k.share[j] * scale * k.share[j]
				}
			}
			if math.Abs(tied-others*scale*k.share[i]) > 1e-8*scale {
				t.Fatalf("node %d has %v of %v, its best answer is %v", i, k.share[i], k.share, tied/others/scale)
			}
			length += k.share[i] * k.share[i]
		}
		if !near(length, 1) || k.varies && (k.fit < -1-1e-12 || k.fit > 1+1e-12) {
			t.Fatalf("length² %v, fit %v", length, k.fit)
		}
	})
}

// TestReachTwins: no set of up to three reaches more, the set shown is the first of
// those that reach as much, and Optima counts them.
func TestReachTwins(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drafts(7, 0).Draw(t, "network")
		n := d.build(t, name)
		a := make(matrix, d.n)
		for i := range a {
			a[i] = make([]bool, d.n)
			for j := range a {
				a[i][j] = n.under.has(i, j) == 1
			}
		}
		far, _ := a.shortest()
		list := n.Measure(context.Background(), []Indicator{KeyPlayerPos, KeyPlayerPosDirect}, Options{})
		for id, worth := range map[Indicator]func(int) float64{
			KeyPlayerPos: func(d int) float64 { return 1 / float64(d) }, KeyPlayerPosDirect: func(d int) float64 { return float64(1 / d) },
		} {
			for k := 1; k <= 3 && d.n-k >= 1; k++ {
				best, optima, first := -1.0, 0, []string(nil)
				for code := range 1 << d.n {
					var set []string
					sum := 0.0
					for j := range d.n {
						if code>>j&1 == 1 {
							set = append(set, n.ID(j))
							continue
						}
						nearest := 0.0
						for i := range d.n {
							if code>>i&1 == 1 && far[i][j] > 0 {
								nearest = max(nearest, worth(far[i][j]))
							}
						}
						sum += nearest
					}
					switch {
					case len(set) != k:
					case sum > best+1e-9:
						best, optima, first = sum, 1, set
					case sum > best-1e-9:
						optima++
						if slices.Compare(set, first) < 0 {
							first = set
						}
					}
				}
				m := find(list, id, first...)
				if m == nil || !near(*m.Value, best/float64(d.n-k)) || m.Optima != optima {
					t.Fatalf("%s: %v of %v, one of %d, is the first of the best; the measures are %+v", id, best, first, optima, list)
				}
			}
		}
	})
}
