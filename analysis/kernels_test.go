package analysis

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// matrix is a network as the naive versions see it: one cell an ordered pair.
type matrix [][]bool

// randomMatrix draws arcs with one of several densities, both ways alike when
// undirected.
func randomMatrix(random *rand.Rand, n int, directed bool) matrix {
	chance := []float64{.02, .1, .3, .7}[random.IntN(4)]
	a := make(matrix, n)
	for i := range a {
		a[i] = make([]bool, n)
	}
	for i := range a {
		for j := range a {
			if i != j && random.Float64() < chance {
				a[i][j] = true
				a[j][i] = a[j][i] || !directed
			}
		}
	}
	return a
}

func (a matrix) network(t *testing.T, directed bool) *Network {
	ids := make([]string, len(a))
	for i := range ids {
		ids[i] = name(i)
	}
	b := NewBuilder(directed, ids...)
	for i := range a {
		for j := range a {
			if a[i][j] {
				b.Tie(ids[i], ids[j])
			}
		}
	}
	return mustBuild(t, b)
}

func (a matrix) under() matrix {
	u := make(matrix, len(a))
	for i := range u {
		u[i] = make([]bool, len(a))
		for j := range u {
			u[i][j] = a[i][j] || a[j][i]
		}
	}
	return u
}

// shortest gives d and σ of all pairs by walking matrix powers: the k-th power
// counts the walks of length k, the first of which between two nodes are shortest.
func (a matrix) shortest() (distance [][]int, paths [][]float64) {
	n := len(a)
	distance, paths = make([][]int, n), make([][]float64, n)
	for s := range a {
		distance[s], paths[s] = make([]int, n), make([]float64, n)
		walks := make([]float64, n)
		walks[s], paths[s][s] = 1, 1
		for k := 1; k < n; k++ {
			next := make([]float64, n)
			for i := range a {
				for j := range a {
					if a[i][j] {
						next[j] += walks[i]
					}
				}
			}
			found := false
			for j, w := range next {
				if j != s && w > 0 && distance[s][j] == 0 {
					distance[s][j], paths[s][j], found = k, w, true
				}
			}
			if walks = next; !found {
				break
			}
		}
	}
	return distance, paths
}

// twins runs a comparison on random networks on both sides of the limit of bit rows.
func twins(t *testing.T, directed bool, compare func(t *testing.T, a matrix, n *Network)) {
	random := rand.New(rand.NewPCG(11, 13))
	for k := range 200 {
		size := random.IntN(9)
		switch k % 20 {
		case 0:
			size = 60 + random.IntN(8)
		case 1:
			size = 130
		}
		if testing.Short() && size > 100 {
			continue
		}
		a := randomMatrix(random, size, directed)
		compare(t, a, a.network(t, directed))
		if t.Failed() {
			t.Fatalf("on %d nodes, directed %v: %v", size, directed, a)
		}
	}
}

// TestPathTwins: distances, betweenness, reachability and hierarchy, with one and
// with three workers, against matrix powers.
func TestPathTwins(t *testing.T) {
	for _, directed := range []bool{false, true} {
		twins(t, directed, func(t *testing.T, a matrix, n *Network) {
			distance, paths := a.shortest()
			d, between := n.ties.distances(3), n.ties.betweenness(3)
			if !slices.Equal(between, n.ties.betweenness(1)) || !slices.Equal(d.harmonic, n.ties.distances(1).harmonic) {
				t.Error("the number of workers changes the result")
			}
			var at []int64
			mutual := int64(0)
			for i := range a {
				harmonic, farness, through := 0.0, 0, 0.0
				for s := range a {
					if k := distance[s][i]; k > 0 {
						harmonic += 1 / float64(k)
						farness += k
						for len(at) <= k {
							at = append(at, 0)
						}
						at[k]++
						if distance[i][s] > 0 && s < i {
							mutual++
						}
					}
					for e := range a {
						if s != e && s != i && e != i && distance[s][i] > 0 && distance[i][e] > 0 && distance[s][i]+distance[i][e] == distance[s][e] {
							through += paths[s][i] * paths[i][e] / paths[s][e]
						}
					}
				}
				if math.Abs(d.harmonic[i]-harmonic) > 1e-11 || d.farness[i] != int64(farness) || math.Abs(between[i]-through) > 1e-9 {
					t.Errorf("node %d: %v %v %v, naively %v %v %v", i, d.harmonic[i], d.farness[i], between[i], harmonic, farness, through)
				}
			}
			if at != nil && !slices.Equal(d.at, at) {
				t.Errorf("distances %v, naively %v", d.at, at)
			}
			if len(a) > 0 && len(a) <= maxBits && newBitRows(n.ties).mutuallyReachable() != mutual {
				t.Errorf("%d pairs reach each other, naively %d", newBitRows(n.ties).mutuallyReachable(), mutual)
			}
			component, _ := n.ties.strong()
			for i := range a {
				for j := range i {
					if (component[i] == component[j]) != (distance[i][j] > 0 && distance[j][i] > 0) {
						t.Errorf("%d and %d in strong components %d and %d", i, j, component[i], component[j])
					}
				}
			}
		})
	}
}

// TestTripleTwins: bit rows, compressed rows and the plain triple loop agree on
// triangles, closed paths, Fagiolo's coefficient and the census of triads.
func TestTripleTwins(t *testing.T) {
	twins(t, true, func(t *testing.T, a matrix, n *Network) {
		u := a.under()
		at := make([]int64, len(a))
		around := make([]int64, len(a))
		var twoPaths, closed, pairs int64
		for i := range a {
			for j := range a {
				for k := range a {
					if i == j || j == k || i == k {
						continue
					}
					if u[i][j] && u[i][k] && j < k {
						pairs++
						if u[j][k] {
							at[i]++
						}
					}
					if a[i][j] && a[j][k] {
						twoPaths++
						if a[i][k] {
							closed++
						}
					}
					around[i] += both(a, i, j) * both(a, j, k) * both(a, k, i)
				}
			}
		}
		large, found := n.under.closure(2), n.triples()
		if !slices.Equal(large.at, at) || large.twoPaths != pairs || found.twoPaths != twoPaths || found.closed() != closed || !slices.Equal(found.around, around) {
			t.Errorf("rows: %v %d %d %d, naively %v %d %d %d", large.at, large.twoPaths, found.twoPaths, found.closed(), at, pairs, twoPaths, closed)
		}
		if found.census() != census(a) {
			t.Errorf("rows: triads %v, naively %v", found.census(), census(a))
		}
		if len(a) > maxBits {
			return
		}
		b := newBitRows(n.ties)
		small := triples{around: make([]int64, len(a)), possible: make([]int64, len(a))}
		b.triples(&small)
		c := b.closure(make([]int64, len(a)))
		if !slices.Equal(c.at, at) || c.triangles != large.triangles || c.twoPaths != pairs || small.closed() != closed || small.census() != found.census() ||
			!slices.Equal(small.around, around) || !slices.Equal(small.possible, found.possible) {
			t.Errorf("bit rows: %+v and %+v", c, small)
		}
	})
}

func both(a matrix, i, j int) (arcs int64) {
	if a[i][j] {
		arcs++
	}
	if a[j][i] {
		arcs++
	}
	return arcs
}

// census names every triple by itself: the order of its nodes that gives the
// largest number of six bits is the same for all triples of a class.
func census(a matrix) (count [16]int64) {
	largest := func(arc func(i, j int) bool) int {
		most := 0
		for _, p := range [][3]int{{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
			code := 0
			for _, pair := range [][2]int{{0, 1}, {1, 0}, {0, 2}, {2, 0}, {1, 2}, {2, 1}} {
				code *= 2
				if arc(p[pair[0]], p[pair[1]]) {
					code++
				}
			}
			most = max(most, code)
		}
		return most
	}
	examples := [16]string{ // arcs of one triple of each class of triadNames
		"", "01", "01 12", "10 12", "01 21", "01 12 20", "01 12 02", "01 10",
		"01 10 21", "01 10 12", "01 10 12 20", "01 10 20 21", "01 10 02 12", "01 10 12 21", "01 10 12 21 02", "01 10 12 21 02 20",
	}
	class := map[int]int{}
	for k, arcs := range examples {
		class[largest(func(i, j int) bool {
			for at := 0; at < len(arcs); at += 3 {
				if int(arcs[at]-'0') == i && int(arcs[at+1]-'0') == j {
					return true
				}
			}
			return false
		})] = k
	}
	for i := range a {
		for j := range i {
			for k := range j {
				node := [3]int{i, j, k}
				count[class[largest(func(x, y int) bool { return a[node[x]][node[y]] })]]++
			}
		}
	}
	return count
}

// TestCoreTwins: core numbers against taking away nodes one at a time.
func TestCoreTwins(t *testing.T) {
	twins(t, false, func(t *testing.T, a matrix, n *Network) {
		want := make([]int32, len(a))
		for k := int32(1); int(k) < len(a); k++ {
			gone := make([]bool, len(a))
			for again := true; again; {
				again = false
				for i := range a {
					d := int32(0)
					for j := range a {
						if a[i][j] && !gone[j] {
							d++
						}
					}
					if !gone[i] && d < k {
						gone[i], again = true, true
					}
				}
			}
			for i := range a {
				if !gone[i] {
					want[i] = k
				}
			}
		}
		for _, workers := range []int{1, 2, 3, 8} {
			if got := n.ties.peel(workers); !slices.Equal(got, want) {
				t.Errorf("cores %v with %d workers, naively %v", got, workers, want)
			}
		}
	})
}

// TestLargeCores: networks in which nodes go one after the other (a path, numbered at
// random), all at once (cliques), and in long cascades at every level.
func TestLargeCores(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 8))
	n := 4 * blockNodes
	order := random.Perm(n)
	var path, cliques [][2]int32
	for i := 1; i < n; i++ {
		path = append(path, [2]int32{int32(order[i-1]), int32(order[i])})
		for j := i - i%8; j < i; j++ {
			cliques = append(cliques, [2]int32{int32(order[j]), int32(order[i])})
		}
	}
	for name, r := range map[string]rows{
		"path": rowsOf(n, path), "cliques": rowsOf(n, cliques), "planted": planted(n, 8*n), "attached": attached(n, 6),
	} {
		got := r.cores(2)
		if !slices.Equal(got, r.peel(1)) || !slices.Equal(got, r.peel(8)) {
			t.Errorf("%s: the number of workers changes the cores", name)
		}
		if k := map[string]int32{"path": 1, "cliques": 7}[name]; k > 0 && (slices.Min(got) != k || slices.Max(got) != k) {
			t.Errorf("%s: cores from %d to %d, want %d", name, slices.Min(got), slices.Max(got), k)
		}
		for v, k := range got { // k partners of as large a core, not k+1 of a larger one
			as, more := int32(0), int32(0)
			for _, u := range r.row(v) {
				if got[u] >= k {
					as++
				}
				if got[u] > k {
					more++
				}
			}
			if as < k || more > k {
				t.Fatalf("%s: node %d of core %d has %d partners there, %d above", name, v, k, as, more)
			}
		}
	}
}

// TestLubnessTwins looks for the least upper bound of each pair by its definition.
func TestLubnessTwins(t *testing.T) {
	twins(t, true, func(t *testing.T, a matrix, n *Network) {
		if len(a) > maxBits+10 {
			return
		}
		distance, _ := a.shortest()
		weak, _ := a.under().shortest()
		reaches := func(x, y int) bool { return x == y || distance[x][y] > 0 }
		least := func(i, j int) bool {
			for b := range a {
				ok := reaches(b, i) && reaches(b, j)
				for c := range a {
					ok = ok && (!reaches(c, i) || !reaches(c, j) || reaches(c, b))
				}
				if ok {
					return true
				}
			}
			return false
		}
		violations := int64(0)
		for i := range a {
			for j := range i {
				if weak[i][j] > 0 && !least(i, j) {
					violations++
				}
			}
		}
		if f := lubness(n.ties); f.den-f.num != violations {
			t.Errorf("%d pairs without a least upper bound, naively %d", f.den-f.num, violations)
		}
	})
}
