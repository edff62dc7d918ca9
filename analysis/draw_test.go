package analysis

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// allPurposes are what a network can be drawn for.
func allPurposes(directed bool) []purpose {
	all := []purpose{forInterval, purpose(CUGSize), purpose(CUGTies), purpose(EdgeSwitch), purpose(ClassPermutation)}
	if directed {
		all = append(all, purpose(CUGDyads))
	}
	return all
}

// TestDrawsAgainstMeasure: on every random network the fast kernels give what
// Measure gives, and every model keeps what it conditions on.
func TestDrawsAgainstMeasure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draft := drafts(8, 6).Draw(t, "network")
		n := draft.build(t, name)
		if n.N() == 0 {
			return
		}
		var targets []*Measure
		for _, m := range n.Measure(t.Context(), nil, Options{}) {
			if d, _ := lookup(m.ID); m.inferable() && (d.Interval || len(d.Nulls) > 0) {
				targets = append(targets, &m)
			}
		}
		p := newPlan(n, nil)
		fast, slow := newGauge(newPlan(n, nil), targets), &gauge{targets: targets}
		for k, m := range targets {
			slow.assignWhole(k, m)
		}
		values, twins := make([]float64, len(targets)), make([]float64, len(targets))
		for _, why := range allPurposes(n.Directed()) {
			d, base := newDrawn(p), newStreams(rapid.Uint64().Draw(t, "seed"), string(why))
			d.draw(why, base, 2)
			d.draw(why, base, 3)
			fast.evaluate(d, values)
			slow.evaluate(d, twins)
			for k, m := range targets {
				if !near(values[k], twins[k]) && !(math.IsNaN(values[k]) && math.IsNaN(twins[k])) {
					t.Fatalf("%s: %s %v is %v, Measure says %v", why, m.ID, m.Scope, values[k], twins[k])
				}
			}
			checkKept(t, why, n, d.network())
			again := newDrawn(p)
			again.draw(why, base, 3)
			if !slices.Equal(again.ties.words, d.ties.words) || !slices.Equal(again.absent.words, d.absent.words) {
				t.Fatalf("%s: what was drawn before changes the replicate", why)
			}
		}
	})
}

// checkKept checks what a model keeps of the observed network.
func checkKept(t *rapid.T, why purpose, n, m *Network) {
	pairs := func(n *Network) string { return fmt.Sprint(n.unknown.words, n.nUnknown) }
	if why != forInterval {
		if n.nUnknown > 0 && pairs(n) != pairs(m) {
			t.Fatalf("%s changes the unknown pairs", why)
		}
		for i, j := range n.UnknownPairs() {
			if m.Tied(i, j) {
				t.Fatalf("%s ties an unknown pair", why)
			}
		}
	}
	if why != forInterval && NullModel(why) != CUGSize && n.M() != m.M() {
		t.Fatalf("%s makes %d ties of %d", why, m.M(), n.M())
	}
	switch NullModel(why) {
	case CUGDyads:
		if *n.dyads() != *m.dyads() {
			t.Fatalf("%s makes the dyads %+v of %+v", why, *m.dyads(), *n.dyads())
		}
	case EdgeSwitch:
		for i := range n.N() {
			if len(n.ties.row(i)) != len(m.ties.row(i)) || len(n.in.row(i)) != len(m.in.row(i)) {
				t.Fatalf("%s changes the degree of node %d", why, i)
			}
		}
	case ClassPermutation:
		if !slices.Equal(n.ties.adj, m.ties.adj) {
			t.Fatalf("%s changes ties", why)
		}
		for k, c := range n.classes {
			a, b := slices.Sorted(slices.Values(c.code)), slices.Sorted(slices.Values(m.classes[k].code))
			if !slices.Equal(a, b) {
				t.Fatalf("%s makes the classes %v of %v", why, b, a)
			}
		}
	}
}

// visits counts the networks drawn, by their bits.
func visits(n *Network, why NullModel, draws int) map[[12]uint64]int {
	d, base, seen := newDrawn(newPlan(n, nil)), newStreams(7, string(why)), map[[12]uint64]int{}
	for r := range draws {
		d.draw(purpose(why), base, r)
		var key [12]uint64
		copy(key[:], d.ties.words)
		seen[key]++
	}
	return seen
}

// checkEven checks that so many outcomes came up, each within 5 sd of its share.
func checkEven[K comparable](t *testing.T, what string, seen map[K]int, outcomes, draws int) {
	t.Helper()
	if len(seen) != outcomes {
		t.Errorf("%s reaches %d networks of %d", what, len(seen), outcomes)
		return
	}
	p := 1 / float64(outcomes)
	for key, c := range seen {
		if math.Abs(float64(c)-float64(draws)*p) > 5*math.Sqrt(float64(draws)*p*(1-p)) {
			t.Errorf("%s draws %v %d times, expected %.0f", what, key, c, float64(draws)*p)
		}
	}
}

// mostlyUnknown is a network of n nodes of which only the pairs of the first few are
// known, and the first ties of them present.
func mostlyUnknown(t *testing.T, n, few, ties int, directed bool) *Network {
	ids := make([]string, n)
	for i := range ids {
		ids[i] = strconv.Itoa(1000 + i)
	}
	b := NewBuilder(directed, ids...)
	for i := range n {
		for j := range n {
			switch {
			case i == j || !directed && j < i:
			case max(i, j) >= few:
				b.Unknown(ids[i], ids[j])
			case ties > 0:
				b.Tie(ids[i], ids[j])
				ties--
			}
		}
	}
	return mustBuild(t, b)
}

// TestDrawsAreUniform: each of the C(10,4) = 210 sets of ties of five nodes comes up
// equally often, in rows of one word and of two.
func TestDrawsAreUniform(t *testing.T) {
	const draws = 210_000
	for _, size := range []int{5, 70} {
		n := mostlyUnknown(t, size, 5, 4, false)
		checkEven(t, fmt.Sprint("CUG_TIES of ", size), visits(n, CUGTies, draws), 210, draws)
	}
	// Six of ten, drawn as those that stay away: C(10,6) = 210.
	checkEven(t, "CUG_TIES of many", visits(mostlyUnknown(t, 5, 5, 6, false), CUGTies, draws), 210, draws)
	// 2^6 networks of four nodes.
	checkEven(t, "CUG_SIZE", visits(mostlyUnknown(t, 4, 4, 2, false), CUGSize, draws), 64, draws)
}

// TestDyadDrawsAreUniform: the first four arcs from node 0 and node 1 of four nodes
// are 0→1, 0→2, 0→3, 1→0: one mutual and two asymmetric dyads of six. There are
// C(6,3)·3·2² = 240 such networks.
func TestDyadDrawsAreUniform(t *testing.T) {
	const draws = 240_000
	for _, size := range []int{4, 66} {
		n := mostlyUnknown(t, size, 4, 4, true)
		checkEven(t, fmt.Sprint("CUG_DYADS of ", size), visits(n, CUGDyads, draws), 240, draws)
	}
}

// realisations counts the networks with the degrees of one, by trying all.
func realisations(n *Network) (count int) {
	want := degreesOf(newPlan(n, nil).observed, n)
	cells := newPlan(n, nil).free.cells
	for set := range 1 << len(cells) {
		bits := newPairBits(n.N())
		for k, c := range cells {
			if set>>k&1 == 1 {
				bits.set(int(c>>16), int(c&0xffff))
			}
		}
		if !n.directed {
			bits.mirror()
		}
		if degreesOf(bits, n) == want {
			count++
		}
	}
	return count
}

func degreesOf(bits pairBits, n *Network) string {
	out, in := make([]int, n.N()), make([]int, n.N())
	for i := range n.N() {
		for j := range n.N() {
			if bits.has(i, j) {
				out[i]++
				in[j]++
			}
		}
	}
	return fmt.Sprint(out, in)
}

// TestSwitchingIsUniform: all networks with the same degrees come up equally often,
// among them the two orientations of a cycle of three, which no exchange of two arcs
// turns into each other.
func TestSwitchingIsUniform(t *testing.T) {
	path := NewBuilder(false, "1", "2", "3", "4", "5", "6")
	for _, tie := range []string{"12", "23", "34", "45", "56", "25"} {
		path.Tie(tie[:1], tie[1:])
	}
	arcs := NewBuilder(true, "1", "2", "3", "4")
	for _, tie := range []string{"12", "23", "31", "14", "43"} {
		arcs.Tie(tie[:1], tie[1:])
	}
	cycle := NewBuilder(true, "1", "2", "3")
	for _, tie := range []string{"12", "23", "31"} {
		cycle.Tie(tie[:1], tie[1:])
	}
	for what, b := range map[string]*Builder{"a path and a tie": path, "arcs": arcs, "a cycle": cycle} {
		n := mustBuild(t, b)
		outcomes := realisations(n)
		if outcomes < 2 {
			t.Fatalf("%s: %d networks are too few for a test", what, outcomes)
		}
		draws := 400 * outcomes
		checkEven(t, "EDGE_SWITCH of "+what, visits(n, EdgeSwitch, draws), outcomes, draws)
	}
}

// TestClassesArePermutedEvenly: 4!/(2!·1!·1!) = 12 arrangements of X, X, Y, Z, the
// fifth member staying unknown.
func TestClassesArePermutedEvenly(t *testing.T) {
	b := NewBuilder(false, "1", "2", "3", "4", "5")
	for i, class := range []string{"X", "X", "", "Y", "Z"} {
		if class != "" {
			b.Class("family", strconv.Itoa(i+1), class)
		}
	}
	d, base, seen := newDrawn(newPlan(mustBuild(t, b), nil)), newStreams(3, string(ClassPermutation)), map[string]int{}
	const draws = 60_000
	for r := range draws {
		d.draw(purpose(ClassPermutation), base, r)
		if d.classes[0].code[2] != -1 {
			t.Fatal("the third member has a class")
		}
		seen[fmt.Sprint(d.classes[0].code)]++
	}
	checkEven(t, "CLASS_PERMUTATION", seen, 12, draws)
}

// TestBiasedBits: each bit is 1 with probability k/32.
func TestBiasedBits(t *testing.T) {
	const words = 4000
	for k := range 33 {
		s, ones := newStreams(1, "bits").of(k), [64]int{}
		for range words {
			x := biased(k, &s)
			for bit := range ones {
				ones[bit] += int(x >> bit & 1)
			}
		}
		p := float64(k) / 32
		for bit, c := range ones {
			if math.Abs(float64(c)-words*p) > 5*math.Sqrt(words*p*(1-p)) {
				t.Errorf("bit %d is 1 in %d of %d words, k = %d", bit, c, words, k)
			}
		}
	}
}

// TestBootstrapCopies: each pair of copies of two nodes has the state of their dyad;
// weights, classes and unknown pairs travel along.
func TestBootstrapCopies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := drafts(7, 5).Draw(t, "network").build(t, name)
		d := newDrawn(newPlan(n, nil))
		d.draw(forInterval, newStreams(rapid.Uint64().Draw(t, "seed"), "test"), 0)
		m := d.network()
		for k := range n.N() {
			v := int(d.from[k])
			if n.Class("family", v) != m.Class("family", k) {
				t.Fatalf("copy %d of %d has class %q", k, v, m.Class("family", k))
			}
			for l := range n.N() {
				if w := int(d.from[l]); v != w && (n.Tied(v, w) != m.Tied(k, l) || n.Unknown(v, w) != m.Unknown(k, l)) {
					t.Fatalf("the pair %d, %d copies %d, %d", k, l, v, w)
				}
				if l != k && m.Tied(k, l) && m.Unknown(k, l) || k == l && m.Tied(k, l) {
					t.Fatalf("pair %d, %d is tied and unknown, or a loop", k, l)
				}
			}
		}
	})
}

// TestBootstrapOfTheKnown: a few answered, and of the pairs that they know most are
// tied, as where those answer who cooperate: 8 ties and 2 absences among 36 pairs.
// Replicates have as many ties as the network on average, so that what reads unknown
// as absent is not pushed up and its interval holds the value.
func TestBootstrapOfTheKnown(t *testing.T) {
	for _, directed := range []bool{false, true} {
		ids := strings.Split("abcdefghi", "")
		b := NewBuilder(directed, ids...)
		known := map[string]bool{"hi": true, "gi": true} // and not tied
		for tie := range strings.FieldsSeq("ab ac ad ae af bc bg ah") {
			b.Tie(tie[:1], tie[1:])
			known[tie] = true
		}
		for i, from := range ids {
			for j, to := range ids {
				if i < j && !known[from+to] {
					b.Unknown(from, to)
				}
				if i < j && directed {
					b.Unknown(to, from)
				}
			}
		}
		for _, m := range mustBuild(t, b).Measure(t.Context(), []Indicator{AverageDegree, Compactness}, Options{Intervals: true, Replicates: 1999}) {
			i := m.Interval
			if i == nil || !(i.Lo <= *m.Value && *m.Value <= i.Hi) {
				t.Errorf("directed %v: %s is %v with the interval %+v", directed, m.ID, *m.Value, i)
			}
			if m.ID == AverageDegree && math.Abs(i.Bias) > 4*i.SE/math.Sqrt(1999) {
				t.Errorf("directed %v: %s of replicates has bias %v with SE %v", directed, m.ID, i.Bias, i.SE)
			}
		}
	}
}

// TestBootstrapWeights: the weight of each copied tie is that of the tie it copies.
func TestBootstrapWeights(t *testing.T) {
	for _, directed := range []bool{false, true} {
		b := NewBuilder(directed, "1", "2", "3", "4", "5")
		weight := 1.0
		for _, tie := range []string{"12", "23", "31", "14", "45", "53"} {
			b.WeightedTie(tie[:1], tie[1:], weight)
			weight *= 2
		}
		n := mustBuild(t, b)
		d := newDrawn(newPlan(n, nil))
		seen := map[float64]bool{}
		for r := range 200 {
			d.draw(forInterval, newStreams(1, "test"), r)
			for tie := range d.network().Ties() {
				seen[tie.Weight] = true
				v, w := int(d.from[tie.From]), int(d.from[tie.To])
				for o := range n.Ties() {
					if (o.From == v && o.To == w || !directed && o.From == w && o.To == v) && o.Weight != tie.Weight {
						t.Fatalf("a tie of weight %v became one of %v", o.Weight, tie.Weight)
					}
				}
			}
		}
		if len(seen) != 6 {
			t.Errorf("the weights %v came up, of six", seen)
		}
	}
}
