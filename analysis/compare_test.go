package analysis

import (
	"context"
	"math"
	"reflect"
	"slices"
	"testing"
)

func TestComparable(t *testing.T) {
	base := func() Echo {
		return Echo{
			Projection: Projection{
				AsOf: "2025-01-01", Relations: []string{"A"}, Direction: Either, Confirm: One, Silence: UnknownSilence,
				Groups: "KEEP", Carrier: "WITH", Horizon: new(1096),
			},
			Members: 20, Asked: 20, Answered: 15,
		}
	}
	if got := Comparable(base(), base()); len(got) != 0 {
		t.Errorf("equal projections differ in %v", got)
	}
	for _, tc := range []struct {
		change func(*Echo)
		want   Parameter
	}{
		{func(e *Echo) { e.Projection.AsOf = "2026-01-01" }, ParameterDate},
		{func(e *Echo) { e.Projection.AsOf, e.Projection.From, e.Projection.To = "", "2024-01-01", "2025-01-02" }, ParameterDate},
		{func(e *Echo) { e.Projection.Circles = []string{"PARTNER"} }, ParameterMembers},
		{func(e *Echo) { e.Projection.Carrier = "WITHOUT" }, ParameterMembers},
		{func(e *Echo) { e.Projection.Groups = "COLLAPSE" }, ParameterMembers},
		{func(e *Echo) { e.Projection.Relations = []string{"A", "B"} }, ParameterRelations},
		{func(e *Echo) { e.Projection.Contracts = []string{"GRANT"} }, ParameterContracts},
		{func(e *Echo) { e.Projection.Direction = Arcs }, ParameterDirection},
		{func(e *Echo) { e.Projection.Confirm = Two }, ParameterKnowledge},
		{func(e *Echo) { e.Projection.Horizon = new(0) }, ParameterKnowledge},
		{func(e *Echo) { e.Projection.Weight = "COUNT" }, ParameterWeight},
		{func(e *Echo) { e.Removed = []string{"x"} }, ParameterEdited},
		{func(e *Echo) { e.Answered = 12 }, ParameterCoverage}, // 60 % against 75 %
		{func(e *Echo) { e.Answered = 13 }, ""},                // 65 %: 10 points are not more than 10
		{func(e *Echo) { e.Members, e.Answered = 40, 30 }, ""}, // twice is not more than twice
		{func(e *Echo) { e.Members, e.Answered = 41, 30 }, ParameterSize},
		{func(e *Echo) { e.Projection.Perimeter = []string{"pole:b"} }, ""},
		{func(e *Echo) { e.Imputed, e.Sources = 3, []string{"source:x"} }, ""},
	} {
		other := base()
		tc.change(&other)
		var got []Parameter
		for _, d := range Comparable(base(), other) {
			if d.First == d.Second {
				t.Errorf("%+v is no difference", d)
			}
			got = append(got, d.Parameter)
		}
		want := []Parameter{tc.want}
		if tc.want == "" {
			want = nil
		}
		if !slices.Equal(got, want) {
			t.Errorf("differs in %v, want %v", got, want)
		}
		if back := Comparable(other, base()); len(back) != len(got) {
			t.Errorf("the other way round %v", back)
		}
	}
}

// TestComparableEdits: a network without a member is not one with a newcomer.
func TestComparableEdits(t *testing.T) {
	got := Comparable(Echo{Removed: []string{"x"}}, Echo{Added: []string{"x"}})
	if want := []Difference{{ParameterEdited, "−x", "+x"}}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestCompareIndependent: two poles. The difference is that of the values, z uses
// both standard errors, and a pole is as far from itself as two draws of it are.
func TestCompareIndependent(t *testing.T) {
	a, b := randomPole(t, 1), randomPole(t, 2)
	opts := Options{Intervals: true, Replicates: 1999}
	ids := []Indicator{Density, Nodes, TransitivityDirected, EIIndex}
	one, two := a.Measure(t.Context(), ids, opts), b.Measure(t.Context(), ids, opts)
	list := Compare(t.Context(), a, b, ids, opts)
	if !reflect.DeepEqual(list, Compare(t.Context(), a, b, ids, opts)) {
		t.Error("compared again, it differs")
	}
	c := list[0]
	if !near(*c.Difference, *two[0].Value-*one[0].Value) || c.Paired || c.Seed == 0 {
		t.Errorf("%+v", c)
	}
	se := math.Hypot(one[0].Interval.SE, two[0].Interval.SE)
	if math.Abs(*c.Z-*c.Difference/se) > .08*math.Abs(*c.Z) || math.Abs(c.Interval.SE-se) > .08*se {
		t.Errorf("z %v and SE %v, the parts give %v and %v", *c.Z, c.Interval.SE, *c.Difference/se, se)
	}
	if want := 2 * normalTail(math.Abs(*c.Z)); math.Abs(*c.PTwoSided-want) > 1e-6 {
		t.Errorf("p = %v, want %v", *c.PTwoSided, want)
	}
	if c := list[1]; *c.Difference != 0 || c.Interval != nil || c.Z != nil {
		t.Errorf("members have no interval: %+v", c)
	}
	if c := list[2]; c.Difference != nil || c.First.Reason != NotDirected {
		t.Errorf("what has no value has no difference: %+v", c)
	}
	self := Compare(t.Context(), a, a, []Indicator{Density}, opts)[0]
	if *self.Difference != 0 || self.Interval.SE < one[0].Interval.SE || !(self.Interval.Lo < 0 && self.Interval.Hi > 0) || *self.PTwoSided != 1 {
		t.Errorf("a pole and itself: %+v", self.Interval)
	}
}

// normalTail integrates the normal density above z by Simpson's rule.
func normalTail(z float64) float64 {
	const steps = 4000
	h, total := (12-z)/steps, 0.0
	for i := range steps + 1 {
		x, weight := z+float64(i)*h, 2.0
		if i%2 == 1 {
			weight = 4
		}
		if i == 0 || i == steps {
			weight = 1
		}
		total += weight * math.Exp(-x*x/2)
	}
	return total * h / 3 / math.Sqrt(2*math.Pi)
}

// TestComparePaired: networks of the same actors share their draws, so a network and
// itself never differ, and one tie more is far less uncertain than between strangers.
func TestComparePaired(t *testing.T) {
	before := randomPole(t, 1)
	b := NewBuilder(false, append(before.IDs(), "z")...)
	for tie := range before.Ties() {
		b.Tie(before.ID(tie.From), before.ID(tie.To))
	}
	added := 0
	for i := range before.N() {
		if j := (i + 1) % before.N(); !before.Tied(i, j) && added < 3 {
			b.Tie(before.ID(i), before.ID(j))
			added++
		}
	}
	b.Tie("a", "z")
	b.Unknown("z", "b")
	after := mustBuild(t, b)
	opts := Options{Intervals: true, Replicates: 999}
	c := ComparePaired(t.Context(), before, after, []Indicator{Density}, opts)[0]
	if c.Second.N != 15 || !near(*c.Difference, float64(added)/105) || !c.Paired || c.Z != nil || c.PTwoSided != nil {
		t.Errorf("%+v", c)
	}
	strangers := Compare(t.Context(), before, after, []Indicator{Density}, opts)[0]
	if c.Interval.SE > strangers.Interval.SE/2 {
		t.Errorf("SE %v of the same actors, %v of strangers", c.Interval.SE, strangers.Interval.SE)
	}
	if same := ComparePaired(t.Context(), before, before, []Indicator{Density}, opts)[0]; same.Interval != nil || !slices.Contains(same.Warnings, Unstable) {
		t.Errorf("a pole and itself on one day: %+v", same.Interval)
	}
	few := NewBuilder(false, "a", "b", "c")
	if c := ComparePaired(t.Context(), before, mustBuild(t, few), []Indicator{Density}, opts)[0]; c.Interval != nil || !slices.Contains(c.Warnings, TooFewNodesForInterval) {
		t.Errorf("three common actors: %+v", c)
	}
	defer func() {
		if recover() == nil {
			t.Error("a directed and an undirected network are paired")
		}
	}()
	ComparePaired(t.Context(), before, randomArcs(t, 5, 5), nil, opts)
}

// TestCompareScopes: classes that one pole alone has stand alone, and a cancelled
// comparison says so.
func TestCompareScopes(t *testing.T) {
	x, y := NewBuilder(false, "1", "2", "3", "4", "5"), NewBuilder(false, "1", "2", "3", "4", "5")
	for i, id := range []string{"1", "2", "3", "4", "5"} {
		x.Class("family", id, []string{"A", "B"}[i%2])
		y.Class("family", id, []string{"A", "C"}[i%2])
	}
	for _, b := range []*Builder{x, y} {
		b.Tie("1", "2")
	}
	first, second := mustBuild(t, x), mustBuild(t, y)
	var alone []string
	for _, c := range Compare(t.Context(), first, second, []Indicator{Composition}, Options{}) {
		switch {
		case c.First == nil:
			alone = append(alone, "second "+c.Second.Scope.Keys[0])
		case c.Second == nil:
			alone = append(alone, "first "+c.First.Scope.Keys[0])
		}
	}
	if !slices.Equal(alone, []string{"first B", "second C"}) {
		t.Errorf("alone stand %v", alone)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	c := comparison{first: first, second: second, list: contrasts(
		first.Measure(t.Context(), []Indicator{Density}, Options{}), second.Measure(t.Context(), []Indicator{Density}, Options{}))}
	opts := Options{}
	opts.resolve()
	if c.intervals(ctx, opts); !slices.Contains(c.list[0].Warnings, CancelledDraws) || c.list[0].Interval != nil {
		t.Errorf("%+v", c.list[0])
	}
}
