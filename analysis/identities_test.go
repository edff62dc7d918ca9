package analysis

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// sumOf adds the values of all measures of an indicator.
func sumOf(list []Measure, id Indicator) (total float64) {
	for _, m := range list {
		if m.ID == id && m.Value != nil {
			total += *m.Value
		}
	}
	return total
}

// TestCensusIdentities: dyads sum to those known, triads to C(n,3), degrees to the
// ties at both ends, and the triads give the dyads back.
func TestCensusIdentities(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drafts(8, 5).Draw(t, "network")
		list := all(d.build(t, name))
		n := float64(d.n)
		if d.directed && d.n >= 2 && len(d.unknown) == 0 && sumOf(list, DyadCensus) != n*(n-1)/2 {
			t.Fatalf("dyads sum to %v", sumOf(list, DyadCensus))
		}
		if sumOf(list, InDegree) != sumOf(list, OutDegree) {
			t.Fatal("arcs received are not arcs sent")
		}
		if d.directed && d.n >= 3 {
			if sumOf(list, TriadCensus) != n*(n-1)*(n-2)/6 {
				t.Fatalf("triads sum to %v", sumOf(list, TriadCensus))
			}
			arcs := 0.0 // each arc is in n−2 triples
			for _, m := range list {
				if m.ID == TriadCensus {
					class := m.Scope.Keys[0]
					arcs += *m.Value * float64(2*(class[0]-'0')+class[1]-'0')
				}
			}
			if arcs != float64(len(d.tie))*(n-2) {
				t.Fatalf("triads hold %v arcs", arcs)
			}
		}
		if c := find(list, MaxCore, "SIZE"); c != nil && *c.Value <= *find(list, MaxCore).Value {
			t.Fatalf("a core of %v has %v members", *find(list, MaxCore).Value, *c.Value)
		}
	})
}

// TestPathIdentities: Σ betweenness = Σ (d−1) over reachable pairs, harmonic
// centrality averages to compactness, breadth is its rest, PageRank sums to 1, the
// eigenvector has length 1, and weak paths reach at least as far as arcs.
func TestPathIdentities(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drafts(9, 3).Draw(t, "network")
		net := d.build(t, name)
		list := all(net)
		for along, id := range map[bool]Indicator{false: Betweenness, true: BetweennessDirected} {
			if along && !d.directed {
				continue
			}
			ties := net.under
			if along {
				ties = net.ties
			}
			far := ties.distances(1)
			want := float64(far.sum() - far.pairs())
			if !along {
				want /= 2
			}
			if math.Abs(sumOf(list, id)-want) > 1e-9 {
				t.Fatalf("%s sums to %v, want %v", id, sumOf(list, id), want)
			}
		}
		if d.n == 0 {
			return
		}
		if !near(sumOf(list, PageRank), 1) {
			t.Fatalf("PageRank sums to %v", sumOf(list, PageRank))
		}
		squares := 0.0
		for _, m := range list {
			if m.ID == EigenvectorCentrality && m.Value != nil {
				squares += *m.Value * *m.Value
			}
		}
		if find(list, MaxCore) != nil && *find(list, MaxCore).Value > 0 && !near(squares, 1) {
			t.Fatalf("the eigenvector has length² %v", squares)
		}
		if d.n == 1 {
			return
		}
		compact := *find(list, Compactness).Value
		if !near(sumOf(list, HarmonicCentrality)/float64(d.n), compact) || !near(compact+*find(list, Breadth).Value, 1) {
			t.Fatal("compactness, harmonic centrality and breadth do not agree")
		}
		if compact > *find(list, Connectedness).Value+1e-12 {
			t.Fatal("compactness is above connectedness")
		}
		if m := find(list, Reachability); m.Value != nil && *m.Value > *find(list, Connectedness).Value {
			t.Fatal("more pairs are reached along arcs than along ties")
		}
	})
}

// TestTriangleIdentities: triangles of a network and of its complement (Goodman), no
// change by an isolate, and no change when all weights are multiplied.
func TestTriangleIdentities(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drafts(8, 0).Draw(t, "network")
		d.directed = false
		for p := range d.tie {
			if p[0] > p[1] {
				delete(d.tie, p)
			}
		}
		c, larger := d, d
		c.tie = map[[2]int]bool{}
		for _, p := range d.pairs() {
			if !d.tie[p] {
				c.tie[p] = true
			}
		}
		larger.n++
		larger.class = append(slices.Clone(d.class), -1)
		net := d.build(t, name)
		n, apart := float64(d.n), 0.0
		for i := range d.n {
			apart += float64(net.Degree(i) * (d.n - 1 - net.Degree(i)))
		}
		if sum := value1(net, Triangles) + value1(c.build(t, name), Triangles); sum != n*(n-1)*(n-2)/6-apart/2 {
			t.Fatalf("%v triangles in both", sum)
		}
		for _, id := range []Indicator{Triangles, Transitivity, AverageClustering, MeanDistance, Diameter, MaxCore} {
			a, b := net.Measure(t.Context(), []Indicator{id}, Options{})[0], larger.build(t, name).Measure(t.Context(), []Indicator{id}, Options{})[0]
			if !same(a.Value, b.Value) && d.n > 0 {
				t.Fatalf("an isolate changes %s from %s to %s", id, text(a.Value), text(b.Value))
			}
		}
		weight := func(scale float64) []Measure {
			b := NewBuilder(false, net.IDs()...)
			for tie := range net.Ties() {
				b.WeightedTie(net.ID(tie.From), net.ID(tie.To), scale*float64(1+(tie.From*7+tie.To*3)%5))
			}
			weighted, err := b.Build()
			if err != nil {
				t.Fatal(err)
			}
			return weighted.Measure(t.Context(), []Indicator{ClusteringBarrat, ClusteringOnnela, AverageTieValueTies, AverageTieValuePairs}, Options{})
		}
		once, fourfold := weight(1), weight(4)
		for k := range once {
			scale := 1.0
			if k >= 2 {
				scale = 4
			}
			if a, b := once[k].Value, fourfold[k].Value; (a == nil) != (b == nil) || a != nil && !near(*a*scale, *b) {
				t.Fatalf("%s: %s, with fourfold weights %s", once[k].ID, text(a), text(b))
			}
		}
	})
}

// TestSumOrder: the bytes of all results are equal for 1, 2, 3 and 8 workers.
func TestSumOrder(t *testing.T) {
	net := &Network{ids: make([]string, 3000), ties: attached(3000, 3)}
	net.in, net.under = net.ties, net.ties
	for i := range net.ids {
		net.ids[i] = name(i)
	}
	slices.Sort(net.ids)
	ids := []Indicator{Betweenness, BetweennessCentralization, HarmonicCentrality, Compactness, Transitivity, AverageClustering, PageRank, EigenvectorCentrality}
	one := net.Measure(t.Context(), ids, Options{Nodes: true, Workers: 1})
	for _, workers := range []int{2, 3, 8} {
		for k, m := range net.Measure(t.Context(), ids, Options{Nodes: true, Workers: workers}) {
			if math.Float64bits(*m.Value) != math.Float64bits(*one[k].Value) {
				t.Fatalf("%s of %v: %v with %d workers, %v with one", m.ID, m.Scope, *m.Value, workers, *one[k].Value)
			}
		}
	}
}

// TestBudget: what takes a search from every node is left out of networks that are
// too large, with the reason; what does not is still there.
func TestBudget(t *testing.T) {
	net := &Network{ids: make([]string, 70_000), ties: attached(70_000, 1)}
	net.in, net.under = net.ties, net.ties
	for i := range net.ids {
		net.ids[i] = name(i)
	}
	ids := []Indicator{MeanDistance, Compactness, Betweenness, BetweennessCentralization, HarmonicCentrality, ClosenessCentralization}
	for _, m := range net.Measure(t.Context(), ids, Options{}) {
		if m.Status != NotComputed || m.Reason != BudgetExceeded || m.Value != nil {
			t.Errorf("%s: %s %s %s", m.ID, m.Status, m.Reason, text(m.Value))
		}
	}
	for _, m := range net.Measure(t.Context(), []Indicator{Transitivity, MaxCore, WeakComponents}, Options{}) {
		if m.Status != OK {
			t.Errorf("%s: %s %s", m.ID, m.Status, m.Reason)
		}
	}
}
