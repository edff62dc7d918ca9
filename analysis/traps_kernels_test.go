package analysis

import (
	"math"
	"slices"
	"testing"
)

// TestWeightMeaning: distances count ties, whatever these weigh. Were weights read as
// lengths, or as strengths of which 1/w is the length, the heavy path a-b-c would be
// longer or shorter than the light tie a-c beside it.
func TestWeightMeaning(t *testing.T) {
	ids := []Indicator{MeanDistance, Diameter, Compactness, BetweennessCentralization, ClosenessCentralization, KeyPlayerNegDF, RemovalEffectDF}
	build := func(heavy, light float64) []Measure {
		b := NewBuilder(false, "a", "b", "c", "d")
		b.WeightedTie("a", "b", heavy)
		b.WeightedTie("b", "c", heavy)
		b.WeightedTie("a", "c", light)
		b.WeightedTie("c", "d", 1)
		return mustBuild(t, b).Measure(t.Context(), ids, Options{})
	}
	want := build(1, 1)
	if got := *find(want, MeanDistance).Value; !near(got, (4*1+2*2)/6.0) {
		t.Errorf("mean distance %v", got)
	}
	for _, weights := range [][2]float64{{100, .01}, {.01, 100}} {
		for k, m := range build(weights[0], weights[1]) {
			if !same(m.Value, want[k].Value) {
				t.Errorf("weights %v: %s %v = %s, unweighted %s", weights, m.ID, m.Scope.Keys, text(m.Value), text(want[k].Value))
			}
		}
	}
}

// TestDivisors: the standard deviation of replicates has the divisor R−1, and
// replicates without a value do not count: 1, 2, 3 have 1, not √(2/3).
func TestDivisors(t *testing.T) {
	if defined, mean, sd := moments([]float64{1, math.NaN(), 2, 3}); len(defined) != 3 || mean != 2 || sd != 1 {
		t.Errorf("mean %v, sd %v of %v", mean, sd, defined)
	}
}

// TestCompensatedSum: 1e16 + 1 − 1e16 is 1; doubles alone give 0.
func TestCompensatedSum(t *testing.T) {
	var s sum
	for _, x := range []float64{1e16, 1, -1e16} {
		s.add(x)
	}
	if s.value() != 1 {
		t.Errorf("%v", s.value())
	}
}

// TestBridgeParallel: a pair with two contracts is still a bridge, one beside a path
// around it is none, and an isolate is no cut point.
func TestBridgeParallel(t *testing.T) {
	in := testInput("a", "b", "c", "d", "e", "f")
	for i, pair := range []string{"ab", "ba", "bc", "cd", "db"} {
		in.Contracts = append(in.Contracts, Contract{Key: name(i), Type: "GRANT", Validity: since,
			Parties: []Party{{ID: pair[:1]}, {ID: pair[1:]}}})
	}
	n := project(t, in, Projection{NoRelations: true, AllContracts: true, Silence: AbsentSilence})
	if got := value(t, n, Bridges); got != 1 {
		t.Errorf("%v bridges, want a-b alone", got)
	}
	for _, m := range n.Measure(t.Context(), []Indicator{ArticulationPoints}, Options{Nodes: true}) {
		want := 0.0
		if m.Scope.Kind == ScopeNetwork || m.Scope.Keys[0] == "b" {
			want = 1
		}
		if *m.Value != want {
			t.Errorf("cut points %v: %v, want %v", m.Scope.Keys, *m.Value, want)
		}
	}
}

// TestClassEdge: the class 0 of hightech has one member, so no pair inside and no
// density; where all are of one class, E-I is −1 and can be nothing else.
func TestClassEdge(t *testing.T) {
	n := sharedNetwork(t, referenceNets(t), "hightech", "advice", "dept", true)
	blocks := n.Measure(t.Context(), []Indicator{BlockDensity}, Options{})
	if m := find(blocks, BlockDensity, "0", "0"); m == nil || m.Value != nil || m.Reason != NoPairsInBlock {
		t.Errorf("density within a class of one: %+v", m)
	}
	if m := find(blocks, BlockDensity, "0", "1"); m == nil || m.Value == nil {
		t.Errorf("density from a class of one: %+v", m)
	}
	b := NewBuilder(true, "a", "b", "c")
	b.Tie("a", "b")
	for _, id := range []string{"a", "b", "c"} {
		b.Class("family", id, "X")
	}
	single := mustBuild(t, b).Measure(t.Context(), []Indicator{EIIndex, NominalAssortativity}, Options{})
	if m := find(single, EIIndex); *m.Value != -1 || !slices.Contains(m.Warnings, DegenerateRange) {
		t.Errorf("E-I of one class: %+v", m)
	}
	if m := find(single, NominalAssortativity); m.Value != nil || m.Reason != SingleClass {
		t.Errorf("assortativity of one class: %+v", m)
	}
}
