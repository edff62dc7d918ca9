package analysis

import (
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestBrokerTwins: roles in rows and in bit rows against the plain triple loop.
func TestBrokerTwins(t *testing.T) {
	named := map[[3]bool]role{ // by a = v, v = b, a = b
		{true, true, true}: coordinator, {false, false, true}: itinerant, {false, true, false}: gatekeeper,
		{true, false, false}: representative, {false, false, false}: liaison,
	}
	random := rand.New(rand.NewPCG(3, 5))
	twins(t, true, func(t *testing.T, a matrix, n *Network) {
		m := &mix{classVector: classVector{code: make([]int16, len(a))}, size: make([]int64, 3)}
		for i := range m.code {
			m.code[i] = int16(random.IntN(4) - 1)
		}
		want := make(brokers, len(a))
		for i := range a {
			for v := range a {
				for b := range a {
					x, y, z := m.code[i], m.code[v], m.code[b]
					if !a[i][v] || !a[v][b] || i == b || a[i][b] || x < 0 || y < 0 || z < 0 {
						continue
					}
					want[v][allRoles]++
					want[v][named[[3]bool{x == y, y == z, x == z}]]++
				}
			}
		}
		if got := n.ties.brokers(m.code); !slices.Equal(got, want) {
			t.Errorf("rows: %v, naively %v", got, want)
		}
		if len(a) > maxBits {
			return
		}
		got := make(brokers, len(a))
		class, known := m.masks()
		newBitRows(n.ties).brokers(m.code, class, known, got)
		if !slices.Equal(got, want) {
			t.Errorf("bit rows: %v, naively %v", got, want)
		}
	})
}

// TestCoreTwin: the correlation of the cells themselves, for each bipartition.
func TestCoreTwin(t *testing.T) {
	for _, directed := range []bool{false, true} {
		twins(t, directed, func(t *testing.T, a matrix, n *Network) {
			if len(a) < 4 || len(a) > 8 {
				return
			}
			best, optima, first := math.Inf(-1), 0, 0
			for code := range 1 << len(a) {
				if size := bits.OnesCount(uint(code)); size < 2 || size > len(a)-2 {
					continue
				}
				var cells, pattern []float64
				for i := range a {
					for j := range a {
						if i != j && code>>i&1 == code>>j&1 {
							cell := 0.0
							if a[i][j] {
								cell = 1
							}
							cells = append(cells, cell)
							pattern = append(pattern, float64(code>>i&1))
						}
					}
				}
				fit := pearson(cells, pattern)
				switch {
				case math.IsNaN(fit):
				case fit > best+1e-9:
					best, optima, first = fit, 1, code
				case fit > best-1e-9:
					optima++
					if precedes(uint64(code), uint64(first)) {
						first = code
					}
				}
			}
			core, ok := n.Core(t.Context())
			mask := 0
			for _, v := range core.Members {
				mask |= 1 << v
			}
			if ok != (optima > 0) || ok && (math.Abs(core.Fit-best) > 1e-12 || core.Optima != optima || mask != first) {
				t.Errorf("%+v, naively %v by %b, one of %d", core, best, first, optima)
			}
		})
	}
}

// pearson is the correlation by its definition, NaN when one list is constant.
func pearson(x, y []float64) float64 {
	var mx, my, xx, yy, xy float64
	for i := range x {
		mx += x[i] / float64(len(x))
		my += y[i] / float64(len(y))
	}
	for i := range x {
		xx += (x[i] - mx) * (x[i] - mx)
		yy += (y[i] - my) * (y[i] - my)
		xy += (x[i] - mx) * (y[i] - my)
	}
	if xx < 1e-12 || yy < 1e-12 {
		return math.NaN()
	}
	return xy / math.Sqrt(xx*yy)
}

// TestCliqueTwins: the sets in which all are tied both ways and that no node extends.
func TestCliqueTwins(t *testing.T) {
	for _, directed := range []bool{false, true} {
		twins(t, directed, func(t *testing.T, a matrix, n *Network) {
			if len(a) > 8 {
				return
			}
			all := func(code int) bool {
				for i := range a {
					for j := range i {
						if code>>i&1 == 1 && code>>j&1 == 1 && !(a[i][j] && a[j][i]) {
							return false
						}
					}
				}
				return true
			}
			var want [][]int
			for code := range 1 << len(a) {
				maximal := all(code) && bits.OnesCount(uint(code)) >= 3
				var members []int
				for i := range a {
					if code>>i&1 == 1 {
						members = append(members, i)
					} else if all(code | 1<<i) {
						maximal = false
					}
				}
				if maximal {
					want = append(want, members)
				}
			}
			slices.SortFunc(want, slices.Compare)
			if got, ok := n.Cliques(); !ok || !slices.EqualFunc(got, want, slices.Equal) {
				t.Errorf("cliques %v, naively %v", got, want)
			}
			s := cliqueSearch{limit: maxCliques, keep: true}
			if !s.around(intersection(n.ties, n.in)) {
				t.Error("nobody has 64 partners")
			}
			slices.SortFunc(s.found, slices.Compare)
			if !slices.EqualFunc(s.found, want, slices.Equal) {
				t.Errorf("cliques %v around their first nodes, naively %v", s.found, want)
			}
		})
	}
}

// TestCliquesOfLargerNetworks: what igraph (maximal_cliques, min 3) and networkx count
// in the 71 lawyers, both ways where the layer is directed, and the 77 characters. A
// star of 64 rays has a member with more partners than are gone through.
func TestCliquesOfLargerNetworks(t *testing.T) {
	dir := referenceNets(t)
	for _, tc := range []struct {
		name, layer string
		directed    bool
		want        float64
	}{
		{"lazega", "advice", true, 63}, {"lazega", "cowork", false, 514}, {"lazega", "friendship", true, 62},
		{"lesmis", "cooccurrence", false, 37},
	} {
		n := sharedNetwork(t, dir, tc.name, tc.layer, "", tc.directed)
		if got := value(t, n, Cliques); got != tc.want {
			t.Errorf("%s/%s has %v cliques, want %v", tc.name, tc.layer, got, tc.want)
		}
		if list, ok := n.Cliques(); !ok || len(list) != int(tc.want) {
			t.Errorf("%s/%s lists %d", tc.name, tc.layer, len(list))
		}
	}
	ids := make([]string, 65)
	for i := range ids {
		ids[i] = name(i)
	}
	b := NewBuilder(false, ids...)
	for _, id := range ids[1:] {
		b.Tie(ids[0], id)
	}
	if m := one(t, mustBuild(t, b), Cliques); m.Reason != BudgetExceeded {
		t.Errorf("64 partners: %+v", m)
	}
}

// TestManyCliques: 63 nodes in 21 groups of three, tied to all outside their group,
// have 3²¹ cliques; the search stops and says so.
func TestManyCliques(t *testing.T) {
	ids := make([]string, 63)
	for i := range ids {
		ids[i] = name(i)
	}
	b := NewBuilder(false, ids...)
	for i := range ids {
		for j := range i {
			if i/3 != j/3 {
				b.Tie(ids[i], ids[j])
			}
		}
	}
	n := mustBuild(t, b)
	if _, ok := n.Cliques(); ok {
		t.Error("3²¹ cliques were listed")
	}
	if m := n.Measure(t.Context(), []Indicator{Cliques}, Options{})[0]; m.Status != NotComputed || m.Reason != BudgetExceeded {
		t.Errorf("%+v", m)
	}
}
