package figure

import (
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// near fails when two numbers differ by more than 1e-9.
func near(t interface {
	Helper()
	Errorf(string, ...any)
}, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-9 {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

// The constants are written out because library functions may round otherwise on
// other processors; they are what their names say.
func TestLayoutConstants(t *testing.T) {
	golden := math.Pi * (3 - math.Sqrt(5))
	near(t, "cosine of the golden angle", goldenCosine, math.Cos(golden))
	near(t, "sine of the golden angle", goldenSine, math.Sin(golden))
	near(t, "decay", alphaDecay, 1-math.Pow(0.001, 1.0/ticks))
}

// Seat i of the spiral has radius 10 √(i+½) and angle i times the golden angle.
func TestSeating(t *testing.T) {
	const n = 200
	seats := seating(n, 0, 12)
	for i, p := range seats {
		r, angle := 10*math.Sqrt(float64(i)+0.5), float64(i)*math.Pi*(3-math.Sqrt(5))
		near(t, "x", p.x, r*math.Cos(angle))
		near(t, "y", p.y, r*math.Sin(angle))
	}
	if got, want := seating(n, 3, 12)[0], seats[n-1-50]; got != want { // 3·200/12 = 50 seats further, and reversed
		t.Errorf("start 3 seats the first node at %v, want %v", got, want)
	}
}

// The longest axis of a cloud along a line is that line.
func TestAxis(t *testing.T) {
	for _, angle := range []float64{0, 0.3, 1, 1.5, -0.3, -1.5} {
		dx, dy := math.Cos(angle), math.Sin(angle)
		cosine, sine := axis(dx*dx, dx*dy, dy*dy)
		near(t, "cosine", cosine, dx)
		near(t, "sine", sine, dy)
	}
	if cosine, sine := axis(2, 0, 2); cosine != 1 || sine != 0 {
		t.Errorf("a round cloud is turned by %v %v", cosine, sine)
	}
}

// fit fills the frame: a cloud of 400 × 500 px, turned, has 572 × 472 px of room in
// a frame of 792 × 560 (less 2·110 and 2·44). It grows by 472/400 down and by 572/500
// across. A flat one of 500 × 100 grows down by 1.4 times as much as across.
func TestFit(t *testing.T) {
	f := frameOf(0, 0, 16, true)
	at := fit([]point{{0, 0}, {400, 0}, {0, 500}, {400, 500}}, f)
	near(t, "width", math.Abs(at[2].x-at[0].x), 792-2*110)
	near(t, "height", math.Abs(at[1].y-at[0].y), 560-2*44)
	near(t, "middle", (at[0].y+at[1].y)/2, 560.0/2)
	flat := fit([]point{{0, 0}, {500, 0}, {0, 100}, {500, 100}}, f)
	near(t, "left", flat[0].x, 110)
	near(t, "right", flat[1].x, 792-110)
	near(t, "height of a flat one", flat[2].y-flat[0].y, 100*572.0/500*1.4)
	small := fit([]point{{0, 0}, {10, 0}}, f)
	near(t, "a small picture grows by", (small[1].x-small[0].x)/10, maxScale)
}

// cost counts crossings once and nodes under foreign ties thrice.
func TestCost(t *testing.T) {
	square := []point{{0, 0}, {100, 100}, {100, 0}, {0, 100}}
	radius := []float64{7, 7, 7, 7, 7}
	for _, c := range []struct {
		name  string
		pairs [][2]int
		at    []point
		want  int
	}{
		{"sides", [][2]int{{0, 2}, {1, 2}, {1, 3}, {0, 3}}, square, 0},
		{"diagonals", [][2]int{{0, 1}, {2, 3}}, square, 1},
		{"a node on a tie", [][2]int{{0, 1}}, append(square, point{50, 50}), 3 * 1},
		{"12 px beside it", [][2]int{{0, 2}}, append(square, point{50, 12}), 0}, // 7 + 5 is not less than 12
		{"11 px beside it", [][2]int{{0, 2}}, append(square, point{50, 11}), 3 * 1},
		{"all", [][2]int{{0, 1}, {2, 3}}, append(square, point{50, 50}), 1 + 3*2},
	} {
		if got := cost(network{len(c.at), c.pairs}, radius, c.at); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

// Two tied nodes come to rest where the pull of the tie, k·(d-104) with k = 1 for
// ends of degree 1, shared by both, balances repulsion 620/d each and the pull
// to the centre: about 104 px apart, a little more.
func TestForcesTwoNodes(t *testing.T) {
	at := forces(network{2, [][2]int{{0, 1}}}, []float64{7, 7}, seating(2, 0, 1))
	d := math.Hypot(at[1].x-at[0].x, at[1].y-at[0].y)
	if d < 104 || d > 120 {
		t.Errorf("two tied nodes are %v px apart, want between 104 and 120", d)
	}
}

// Parts that are not tied to each other stand apart: no node of one lies among
// those of the other.
func TestForcesPartComponents(t *testing.T) {
	clique := func(first int) (pairs [][2]int) {
		for i := first; i < first+4; i++ {
			for j := first; j < i; j++ {
				pairs = append(pairs, [2]int{j, i})
			}
		}
		return pairs
	}
	at := layout(network{8, append(clique(0), clique(4)...)}, frameOf(0, 0, 16, true))
	within, between := 0.0, math.Inf(1)
	for i := range at {
		for j := range i {
			d := math.Hypot(at[i].x-at[j].x, at[i].y-at[j].y)
			if i/4 == j/4 {
				within = max(within, d)
			} else {
				between = min(between, d)
			}
		}
	}
	if between <= 28+7+7 {
		t.Errorf("components are %v px apart, their own nodes up to %v", between, within)
	}
}

// Nodes without ties stand below all others, in rows, each with room for its name.
func TestLayoutIsolatesBelow(t *testing.T) {
	g := network{12, [][2]int{{0, 1}, {1, 2}, {0, 2}, {2, 3}}}
	at := layout(g, frameOf(0, 0, 12, true))
	for alone := 4; alone < 12; alone++ {
		for tied := range 4 {
			if at[tied].y+36 > at[alone].y {
				t.Errorf("node %d at %v is not above %d at %v", tied, at[tied], alone, at[alone])
			}
		}
	}
	if at[4].y != at[7].y || at[8].y != at[4].y+isolateRow || at[5].x != at[4].x+isolateColumn {
		t.Errorf("rows of four: %v", at[4:])
	}
}

// Whatever the network, every node has a place inside the frame.
func TestLayoutInsideFrame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 50).Draw(t, "n")
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		var pairs [][2]int
		p := rapid.Float64Range(0, 1).Draw(t, "p")
		for i := range n {
			for j := range i {
				if r.Float64() < p*p {
					pairs = append(pairs, [2]int{j, i})
				}
			}
		}
		f := frameOf(0, 0, n, len(pairs) > 0)
		for i, p := range layout(network{n, pairs}, f) {
			if !(p.x >= 7 && p.x <= f.width-7 && p.y >= 7 && p.y <= f.height-7) {
				t.Fatalf("node %d of %d stands at %v in a frame of %v", i, n, p, f)
			}
		}
	})
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		p, a, b point
		want    float64
	}{
		{point{50, 3}, point{0, 0}, point{100, 0}, 3},
		{point{-3, 4}, point{0, 0}, point{100, 0}, 5}, // √(3² + 4²), beyond the end
		{point{103, 4}, point{0, 0}, point{100, 0}, 5},
		{point{3, 4}, point{0, 0}, point{0, 0}, 5},
	} {
		near(t, "distance", distance(c.p, c.a, c.b), c.want)
	}
}

func BenchmarkMap30(b *testing.B) {
	spec := invent(30, 3, 30, 1)
	for b.Loop() {
		Map(spec)
	}
}

func BenchmarkMap200(b *testing.B) {
	spec := invent(200, 20, 160, 1)
	for b.Loop() {
		Map(spec)
	}
}
