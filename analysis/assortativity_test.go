package analysis

import (
	"math"
	"math/bits"
	"testing"

	"pgregory.net/rapid"
)

// TestAssortativityTwins: the formulas written out over members, pairs and arcs.
func TestAssortativityTwins(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drafts(8, 0).Draw(t, "network")
		n := d.build(t, name)
		sample := rapid.IntRange(1, 8).Draw(t, "sample")
		list := n.Measure(t.Context(), nil, Options{Attributes: []string{"family"}, Sample: sample})
		check := func(id Indicator, want float64) {
			t.Helper()
			for _, m := range list {
				if m.ID == id && (m.Value == nil) != math.IsNaN(want) || m.ID == id && m.Value != nil && !near(*m.Value, want) {
					t.Fatalf("%s = %s %s, want %v", id, text(m.Value), m.Reason, want)
				}
			}
		}
		check(NominalAssortativity, d.naiveAssortativity())
		a, b, c, e := d.pairsTied()
		check(YuleQ, (a*e-b*c)/(a*e+b*c))
		check(HomophilyH, a/(a+c))
		check(HomophilyHStar, a/(a+c)-(a+b)/(a+b+c+e))
		check(RarefiedRichness, d.naiveRichness(sample))
		if n.M() > 0 {
			check(DegreeAssortativity, naiveDegreeAssortativity(n))
		}
	})
}

// naiveAssortativity is 1 less the ratio of arcs between classes to those expected.
func (d draft) naiveAssortativity() float64 {
	var arcs, between, expected float64
	var ends [][2]int
	for p := range d.tie {
		if d.class[p[0]] < 0 || d.class[p[1]] < 0 {
			continue
		}
		ends = append(ends, p)
		if !d.directed {
			ends = append(ends, [2]int{p[1], p[0]})
		}
	}
	for _, p := range ends {
		arcs++
		if d.class[p[0]] != d.class[p[1]] {
			between++
		}
		for _, q := range ends { // an arc from here to there by chance
			if d.class[p[0]] != d.class[q[1]] {
				expected++
			}
		}
	}
	return 1 - between/arcs/(expected/arcs/arcs)
}

// pairsTied counts the tied and untied pairs within classes, then between.
func (d draft) pairsTied() (a, b, c, e float64) {
	for _, p := range d.pairs() {
		if d.class[p[0]] < 0 || d.class[p[1]] < 0 {
			continue
		}
		switch within, tied := d.class[p[0]] == d.class[p[1]], d.tie[p]; {
		case within && tied:
			a++
		case within:
			b++
		case tied:
			c++
		default:
			e++
		}
	}
	return a, b, c, e
}

// naiveRichness is the mean number of classes over all samples of members.
func (d draft) naiveRichness(sample int) float64 {
	var known []int
	for _, c := range d.class {
		if c >= 0 {
			known = append(known, c)
		}
	}
	samples, classes := 0.0, 0.0
	for set := range 1 << len(known) {
		if bits.OnesCount(uint(set)) != sample {
			continue
		}
		seen := 0
		for i, c := range known {
			seen |= set >> i & 1 << c
		}
		samples++
		classes += float64(bits.OnesCount(uint(seen)))
	}
	return classes / samples
}

// naiveDegreeAssortativity is Pearson's formula over a list of arcs.
func naiveDegreeAssortativity(n *Network) float64 {
	var x, y []float64
	for i := range n.N() {
		for _, j := range n.Neighbors(i) {
			x = append(x, float64(n.Degree(i)))
			y = append(y, float64(n.Degree(int(j))))
		}
	}
	return pearson(x, y)
}

// TestRaoQ: with distances of 1 it is the Blau index; halved, half of it; between two
// classes δ counts both ways.
func TestRaoQ(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sizes := rapid.SliceOfN(rapid.IntRange(0, 4), 3, 3).Draw(t, "sizes")
		build := func(apart float64) *Network {
			b := NewBuilder(false, "a0", "a1", "a2", "a3", "b0", "b1", "b2", "b3", "c0", "c1", "c2", "c3")
			for class, size := range sizes {
				for i := range size {
					b.Class("family", string(rune('a'+class))+string(rune('0'+i)), string(rune('A'+class)))
				}
			}
			for _, pair := range []string{"AB", "AC", "BC"} {
				b.Distance("family", pair[:1], pair[1:], apart)
			}
			n, err := b.Build()
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
		whole, half := build(1).Measure(t.Context(), []Indicator{RaoQ, Blau}, Options{}), build(.5).Measure(t.Context(), []Indicator{RaoQ}, Options{})
		if !same(whole[0].Value, whole[1].Value) || whole[0].Reason != whole[1].Reason {
			t.Fatalf("RAO_Q %s, BLAU %s", text(whole[0].Value), text(whole[1].Value))
		}
		if half[0].Value != nil && !near(*half[0].Value, *whole[0].Value/2) {
			t.Fatalf("RAO_Q %s of half distances, %s of whole ones", text(half[0].Value), text(whole[0].Value))
		}
	})
}

// TestDistancesAreChecked: a distance is from 0 to 1 between two classes, and is part
// of what the hash covers.
func TestDistancesAreChecked(t *testing.T) {
	for _, apart := range []float64{-.1, 1.1, math.NaN(), math.Inf(1)} {
		b := NewBuilder(false, "a")
		b.Distance("family", "X", "Y", apart)
		if _, err := b.Build(); err == nil {
			t.Errorf("a distance of %v is accepted", apart)
		}
	}
	same := NewBuilder(false, "a")
	same.Distance("family", "X", "X", 1)
	if _, err := same.Build(); err == nil {
		t.Error("a class is apart from itself")
	}
	in := testInput("a")
	in.Attributes = []Attribute{{Name: "family", Distances: []ClassDistance{{"X", "Y", 2}}}}
	if _, err := Project(in, Projection{AsOf: today}); err == nil {
		t.Error("a projection accepts a distance of 2")
	}
	hashes := map[string]bool{}
	for _, apart := range []float64{0, .5, 1} {
		b := NewBuilder(false, "a")
		b.Distance("family", "X", "Y", apart)
		hashes[mustBuild(t, b).Measure(t.Context(), []Indicator{RaoQ}, Options{})[0].InputHash] = true
	}
	if len(hashes) != 3 {
		t.Errorf("three tables of distances have %d hashes", len(hashes))
	}
}
