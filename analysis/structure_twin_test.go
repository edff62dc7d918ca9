package analysis

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// joined is the number of components and of ordered pairs that reach each other
// when some nodes are gone, by walking from each node.
func (a matrix) joined(gone ...int) (components int, pairs int64) {
	label := make([]int, len(a))
	var walk func(i, as int) int64
	walk = func(i, as int) int64 {
		if label[i] != 0 || slices.Contains(gone, i) {
			return 0
		}
		label[i] = as
		size := int64(1)
		for j := range a {
			if a[i][j] {
				size += walk(j, as)
			}
		}
		return size
	}
	for i := range a {
		if size := walk(i, i+1); size > 0 {
			components++
			pairs += size * (size - 1)
		}
	}
	return components, pairs
}

// TestCutTwins: bridges and cut points against taking each tie and each node away.
func TestCutTwins(t *testing.T) {
	twins(t, false, func(t *testing.T, a matrix, n *Network) {
		components, whole := a.joined()
		var bridges []Bridge
		for i := range a {
			for j := i + 1; j < len(a); j++ {
				if a[i][j] {
					a[i][j], a[j][i] = false, false
					if _, left := a.joined(); left != whole {
						bridges = append(bridges, Bridge{i, j, (whole - left) / 2})
					}
					a[i][j], a[j][i] = true, true
				}
			}
		}
		if got := n.Bridges(); !slices.Equal(got, bridges) {
			t.Errorf("bridges %v, naively %v", got, bridges)
		}
		c := newCuts(len(a))
		for range 2 { // the second search starts from what the first has left behind
			c.search(n.under)
		}
		for v := range a {
			pieces, left := a.joined(v)
			if more := max(pieces-components, 0); int(c.more[v]) != more {
				t.Errorf("losing %d adds %d components, naively %d", v, c.more[v], more)
			}
			if size := int64(len(a)); size >= 3 {
				want := float64(whole)/float64(size*(size-1)) - float64(left)/float64((size-1)*(size-2))
				if !near(c.effect(v), want) {
					t.Errorf("losing %d: %v, naively %v", v, c.effect(v), want)
				}
			}
		}
	})
}

// TestWithoutTwins: what is left of a network equals the network without the nodes,
// on both sides of the limit of bit rows.
func TestWithoutTwins(t *testing.T) {
	twins(t, false, func(t *testing.T, a matrix, n *Network) {
		w := newWithout(n.under)
		for k := range min(len(a), 4) {
			gone, ids := make([]int32, k), make([]string, k)
			for i := range gone {
				gone[i] = int32(i * len(a) / 4)
				ids[i] = n.ID(int(gone[i]))
			}
			d := n.Without(ids...).under.distances(1)
			if got := w.left(gone); got.pairs != d.pairs() || math.Abs(got.efficiency-d.efficiency()) > 1e-9 {
				t.Errorf("without %v: %+v, naively %d and %v", gone, got, d.pairs(), d.efficiency())
			}
		}
	})
}

// TestKeyPlayers: no set of up to three nodes leaves a higher value, the set shown is
// the first of those that are as good, and Optima counts them; the effect of losing
// a node is what [Network.Without] gives.
func TestKeyPlayers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := drafts(7, 0).Draw(t, "network").build(t, name)
		list := all(n)
		for id, of := range map[Indicator]Indicator{KeyPlayerNegF: Fragmentation, KeyPlayerNegDF: Breadth} {
			for size := 1; size <= 3 && n.N()-size >= 2; size++ {
				best, optima, first := math.Inf(-1), 0, []string(nil)
				for code := range 1 << n.N() {
					var set []string
					for i := range n.N() {
						if code>>i&1 == 1 {
							set = append(set, n.ID(i))
						}
					}
					if len(set) != size {
						continue
					}
					left := n.Without(set...)
					v := value1(left, of)
					if id == KeyPlayerNegF { // the second criterion in the decimals
						v += 1e-6 * value1(left, Breadth)
					}
					switch {
					case v > best+1e-12:
						best, optima, first = v, 1, set
					case v > best-1e-12:
						optima++
						if slices.Compare(set, first) < 0 {
							first = set
						}
					}
				}
				m := find(list, id, first...)
				if m == nil || !near(*m.Value, value1(n.Without(first...), of)) || m.Optima != optima || (optima > 1) != slices.Contains(m.Warnings, TiedOptimum) {
					t.Fatalf("%s: %v with %v, one of %d, is the first of the best; the measure is %+v", id, first, best, optima, m)
				}
			}
			effect := map[Indicator]Indicator{KeyPlayerNegF: RemovalEffectF, KeyPlayerNegDF: RemovalEffectDF}[id]
			for i := range n.N() {
				if m := find(list, effect, n.ID(i)); m != nil && !near(*m.Value, value1(n.Without(n.ID(i)), of)-value1(n, of)) {
					t.Fatalf("%s of %s is %v", effect, n.ID(i), *m.Value)
				}
			}
		}
	})
}

// TestHoleTwins: both models of constraint, hierarchy and effective size straight
// from their formulas.
func TestHoleTwins(t *testing.T) {
	twins(t, true, func(t *testing.T, a matrix, n *Network) {
		u := a.under()
		all := n.Measure(t.Context(), []Indicator{Constraint, ConstraintEgo, ConstraintHierarchy, EffectiveSize}, Options{})
		for i := range a {
			partner := func(j int) bool { return u[i][j] }
			inside := func(j int) bool { return j == i || u[i][j] }
			terms := func(z func(i, j int) float64, within func(int) bool) (total float64, each []float64) {
				p := func(x, y int) float64 {
					whole := 0.0
					for k := range a {
						if within(k) {
							whole += z(x, k)
						}
					}
					return z(x, y) / whole
				}
				for j := range a {
					if !partner(j) {
						continue
					}
					term := p(i, j)
					for q := range a {
						if partner(q) && u[q][j] {
							term += p(i, q) * p(q, j)
						}
					}
					total += term * term
					each = append(each, term*term)
				}
				return total, each
			}
			binary, _ := terms(func(i, j int) float64 { return float64(both(u, i, j)) }, func(int) bool { return true })
			ego, each := terms(func(i, j int) float64 { return float64(both(a, i, j)) }, inside)
			d, redundant, hierarchy := float64(len(each)), 0.0, 0.0
			for _, c := range each {
				hierarchy += c / (ego / d) * math.Log(c/(ego/d)) / (d * math.Log(d))
			}
			for j := range a {
				for k := range a {
					if partner(j) && partner(k) && u[j][k] {
						redundant++
					}
				}
			}
			for id, want := range map[Indicator]float64{Constraint: binary, ConstraintEgo: ego, ConstraintHierarchy: hierarchy, EffectiveSize: d - redundant/d} {
				m := find(all, id, n.ID(i))
				none := d == 0 || d == 1 && id == ConstraintHierarchy
				if none != (m.Value == nil) || !none && math.Abs(*m.Value-want) > 1e-11 {
					t.Errorf("%s of %d is %s, naively %v", id, i, text(m.Value), want)
				}
			}
		}
	})
}

// TestLongPath: a path of a million nodes does not exhaust the stack, and a network
// too large for all triples says so.
func TestLongPath(t *testing.T) {
	size := 1_000_000
	if testing.Short() {
		size = 10_000
	}
	r := rows{off: make([]int32, size+1)}
	for v := range size {
		if v > 0 {
			r.adj = append(r.adj, int32(v-1))
		}
		if v < size-1 {
			r.adj = append(r.adj, int32(v+1))
		}
		r.off[v+1] = int32(len(r.adj))
	}
	c := newCuts(size)
	c.search(r)
	if len(c.bridges) != size-1 || c.points() != size-2 {
		t.Errorf("%d bridges, %d cut points", len(c.bridges), c.points())
	}
	net := &Network{ids: make([]string, 300), ties: attached(300, 2)}
	net.in, net.under = net.ties, net.ties
	for i := range net.ids {
		net.ids[i] = name(i)
	}
	list := net.Measure(t.Context(), []Indicator{KeyPlayerNegF}, Options{})
	if len(list) != 2 && len(list) != 3 || list[0].Status != OK || list[len(list)-1].Reason != BudgetExceeded {
		t.Errorf("%d measures, the last %+v", len(list), list[len(list)-1])
	}
}
