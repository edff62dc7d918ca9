package analysis

import (
	"math"
	"testing"
)

// TestManyPaths: a ladder of 1,300 rungs has more shortest paths than a float can
// count, and finite betweenness all the same.
func TestManyPaths(t *testing.T) {
	const rungs = 1300
	var pairs [][2]int32
	for k := range int32(rungs) { // a – {b, c} – a' and so on: 2 ways each time
		pairs = append(pairs, [2]int32{3 * k, 3*k + 1}, [2]int32{3 * k, 3*k + 2}, [2]int32{3*k + 1, 3*k + 3}, [2]int32{3*k + 2, 3*k + 3})
	}
	between := rowsOf(3*rungs+1, pairs).betweenness(1)
	for v, b := range between {
		if !finite(b) {
			t.Fatalf("node %d has betweenness %v", v, b)
		}
	}
	// Everything to the left reaches everything to the right through node 3k, and
	// half of the paths between the two sides of the next rung lead through it.
	middle, side := 3*(rungs/2), float64(3*(rungs/2))
	if want := 2*side*side + 2*2*0.5; math.Abs(between[middle]-want) > 1e-9*want {
		t.Errorf("betweenness %v in the middle, want %v", between[middle], want)
	}
}

// TestEigenvector: a path converges slowly and has a closed form; with too little
// work the iteration says that it has not settled.
func TestEigenvector(t *testing.T) {
	const n = 200
	var pairs [][2]int32
	nodes := make([]int32, n)
	for v := range int32(n) {
		nodes[v] = v
		if v > 0 {
			pairs = append(pairs, [2]int32{v - 1, v})
		}
	}
	path := rowsOf(n, pairs)
	x, value, ok := path.eigenvector(nodes, maxWork)
	if want := 2 * math.Cos(math.Pi/(n+1)); !ok || math.Abs(value-want) > 1e-10 {
		t.Errorf("eigenvalue %v, want %v", value, want)
	}
	for v := range x {
		if want := math.Sqrt(2.0/(n+1)) * math.Sin(math.Pi*float64(v+1)/(n+1)); math.Abs(x[v]-want) > 1e-8 {
			t.Errorf("entry %d is %v, want %v", v, x[v], want)
		}
	}
	if _, _, ok := path.eigenvector(nodes, 0); ok {
		t.Error("a thousand rounds cannot be enough")
	}
}
