package analysis

import (
	"context"
	"math"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

var withBoth = Options{Intervals: true, Nulls: true, Replicates: 99}

// TestInferenceContract: on any network, intervals and null tests are finite and
// ordered, come with the seed when something was drawn, change nothing else, and are
// missing with a warning only.
func TestInferenceContract(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := drafts(8, 6).Draw(t, "network").build(t, name)
		opts := withBoth
		opts.Model = rapid.SampledFrom([]NullModel{"", CUGSize, CUGTies, CUGDyads, EdgeSwitch, ClassPermutation}).Draw(t, "model")
		plain, list := n.Measure(t.Context(), nil, Options{}), n.Measure(t.Context(), nil, opts)
		for k, m := range list {
			checkInference(t, n, m, opts)
			m.Interval, m.Null, m.Seed, m.Warnings = nil, nil, 0, plain[k].Warnings
			if !reflect.DeepEqual(m, plain[k]) {
				t.Fatalf("inference makes %+v of %+v", m, plain[k])
			}
		}
	})
}

func checkInference(t *rapid.T, n *Network, m Measure, opts Options) {
	d, _ := lookup(m.ID)
	explained := func(codes ...Warning) bool {
		return slices.ContainsFunc(codes, func(c Warning) bool { return slices.Contains(m.Warnings, c) })
	}
	wanted := d.Interval && m.inferable()
	if wanted && m.Interval == nil && !explained(TooFewNodesForInterval, Unstable) {
		t.Fatalf("%s has interval %v and warnings %v", m.ID, m.Interval, m.Warnings)
	}
	drawn := false
	if i := m.Interval; i != nil {
		if !wanted || n.N() < 5 || !finite(i.Lo) || !finite(i.Hi) || i.Lo > i.Hi || !(i.SE > 0) && i.Method == VertexBootstrap || i.Level != .95 {
			t.Fatalf("%s has interval %+v", m.ID, *i)
		}
		drawn = i.Method == VertexBootstrap
	}
	if test := m.Null; test != nil {
		for _, p := range []float64{test.PLower, test.PUpper, test.PTwoSided} {
			if !(p >= 0 && p <= 1) || !test.Exact && p < .01 {
				t.Fatalf("%s has p-values %+v", m.ID, *test)
			}
		}
		if !slices.Contains(d.Nulls, test.Model) || !finite(test.Mean) || !finite(test.SD) || test.PLower+test.PUpper < 1-1e-9 {
			t.Fatalf("%s has null test %+v", m.ID, *test)
		}
		if (test.Z == nil) != (test.SD == 0) || (test.Z == nil) != explained(NullDegenerate) || test.Z != nil && !finite(*test.Z) {
			t.Fatalf("%s has z %v of sd %v, warnings %v", m.ID, test.Z, test.SD, m.Warnings)
		}
		drawn = drawn || !test.Exact
	} else if d.Nulls != nil && opts.Model == "" && m.inferable() && !explained(Unstable) {
		t.Fatalf("%s has no null test and warns of %v", m.ID, m.Warnings)
	}
	if drawn != (m.Seed != 0) || !slices.IsSorted(m.Warnings) {
		t.Fatalf("%s has seed %d and warnings %v", m.ID, m.Seed, m.Warnings)
	}
}

// TestPValues: R = 99 without a hit gives .01; results do not depend on the number of
// workers; the first 500 of 1,000 replicates are those of a run of 500.
func TestPValues(t *testing.T) {
	clique := NewBuilder(false, "1", "2", "3", "4", "5", "6", "7", "8", "9", "a")
	for _, tie := range []string{"12", "13", "14", "23", "24", "34", "56", "57", "58", "67", "68", "78", "9a"} {
		clique.Tie(tie[:1], tie[1:])
	}
	n := mustBuild(t, clique)
	m := n.Measure(t.Context(), []Indicator{Transitivity}, Options{Nulls: true, Replicates: 99})[0]
	if m.Null.PUpper != .01 || m.Null.PTwoSided != .02 || m.Null.PLower != 1 {
		t.Errorf("no hit of 99 gives %+v", *m.Null)
	}
	arcs := randomArcs(t, 12, 40)
	for _, n := range []*Network{n, arcs, randomPole(t, 1), mostlyUnknown(t, 70, 30, 60, true)} {
		opts := Options{Intervals: true, Nulls: true, Replicates: 300, Seed: 42, Workers: 1}
		ids := []Indicator{Density, AverageDegree, Transitivity, TransitivityDirected, Compactness, DegreeCentralization, ArcReciprocity, EIIndex, Connectedness}
		want := n.Measure(t.Context(), ids, opts)
		for _, opts.Workers = range []int{2, 7} {
			if got := n.Measure(t.Context(), ids, opts); !reflect.DeepEqual(got, want) {
				t.Errorf("%d workers give another result", opts.Workers)
			}
		}
		for _, m := range want {
			if m.Interval == nil && m.Null == nil {
				continue
			}
			if m.Seed != 42 && (m.Null == nil || !m.Null.Exact) {
				t.Errorf("%s has seed %d", m.ID, m.Seed)
			}
		}
	}
	for _, why := range allPurposes(true) {
		p := newPlan(arcs, nil)
		targets := []*Measure{{ID: TransitivityDirected}, {ID: Compactness}, {ID: Density}}
		long := p.replicate(t.Context(), Options{Replicates: 1000, Workers: 2}, 5, why, targets)
		short := p.replicate(t.Context(), Options{Replicates: 500, Workers: 1}, 5, why, targets)
		for k := range targets {
			if !slices.Equal(long.values[k][:500], short.values[k]) {
				t.Errorf("%s: the first 500 of 1,000 replicates of %s are others", why, targets[k].ID)
			}
		}
	}
}

// TestSeeds: the seed is the network's own when none is given, and the same answer
// follows from giving it; another seed gives another answer.
func TestSeeds(t *testing.T) {
	n := randomPole(t, 3)
	measure := func(seed uint64) Measure {
		return n.Measure(t.Context(), []Indicator{Density}, Options{Intervals: true, Replicates: 199, Seed: seed})[0]
	}
	own := measure(0)
	if own.Seed == 0 || !reflect.DeepEqual(measure(own.Seed), own) {
		t.Errorf("the seed %d does not give the same again", own.Seed)
	}
	if other := measure(own.Seed + 1); other.Interval.SE == own.Interval.SE {
		t.Error("another seed draws the same")
	}
}

// TestExactAgainstSimulated: CUG_TIES on the statistics with a closed form, with some
// pairs unknown, within the noise of 20,000 replicates.
func TestExactAgainstSimulated(t *testing.T) {
	for _, directed := range []bool{true, false} {
		n := someUnknown(t, directed)
		ids := []Indicator{EIIndex}
		if directed {
			ids = append(ids, ArcReciprocity, DyadReciprocity)
		}
		exact := n.Measure(t.Context(), ids, Options{Nulls: true})
		drawn := n.Measure(t.Context(), ids, Options{Nulls: true, Model: CUGTies, Replicates: 20_000, Seed: 9})
		compared := 0
		for k, m := range exact {
			// A class has its own number of ties in each draw, but the given one in the
			// closed form. Arcs beside an unknown pair are outside of reciprocity.
			if m.Scope.Kind == ScopeClass || m.Null == nil {
				continue
			}
			a, b := m.Null, drawn[k].Null
			compared++
			const replicates = 20_000
			within := func(what string, got, want, sd float64) {
				if math.Abs(got-want) > 4.5*sd/math.Sqrt(replicates)+1e-4 {
					t.Errorf("directed %t: %s %s is %.5f, in closed form %.5f", directed, m.ID, what, got, want)
				}
			}
			within("mean", b.Mean, a.Mean, a.SD)
			within("sd", b.SD, a.SD, a.SD)
			within("lower tail", b.PLower, a.PLower, math.Sqrt(a.PLower*(1-a.PLower)))
			within("upper tail", b.PUpper, a.PUpper, math.Sqrt(a.PUpper*(1-a.PUpper)))
		}
		if want := map[bool]int{true: 3, false: 1}[directed]; compared != want {
			t.Errorf("directed %t: %d tests compared, want %d", directed, compared, want)
		}
	}
}

// someUnknown is a network of ten members in two families with unknown dyads.
func someUnknown(t *testing.T, directed bool) *Network {
	ids := []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}
	b := NewBuilder(directed, ids...)
	for i, id := range ids {
		b.Class("family", id, strconv.Itoa(i%3/2))
	}
	for _, tie := range []string{"01", "10", "02", "13", "31", "24", "45", "54", "56", "67", "78", "89", "90", "92", "35", "47", "74", "16", "28"} {
		if directed || tie != "10" && tie != "31" && tie != "54" && tie != "74" {
			b.Tie(tie[:1], tie[1:])
		}
	}
	for _, pair := range []string{"03", "30", "58", "85", "19", "91"} {
		b.Unknown(pair[:1], pair[1:])
	}
	return mustBuild(t, b)
}

// TestClassEI: the closed form for one class holds the number of its ties. Class Y has
// members 1, 2; the ties that touch it are 1-2, 1-3, 2-4, of 1 internal and 2·3
// external pairs. P(I=1) = C(1,1)·C(6,2)/C(7,3) = 15/35.
func TestClassEI(t *testing.T) {
	b := NewBuilder(false, "1", "2", "3", "4", "5")
	for id, class := range map[string]string{"1": "Y", "2": "Y", "3": "X", "4": "X", "5": "X"} {
		b.Class("family", id, class)
	}
	for _, tie := range []string{"12", "13", "24", "34"} {
		b.Tie(tie[:1], tie[1:])
	}
	m := find(mustBuild(t, b).Measure(t.Context(), []Indicator{EIIndex}, Options{Nulls: true}), EIIndex, "Y")
	// E-I = (2−1)/3, the lowest there is; without internal tie it is 1.
	mean := 15.0/35*(1.0/3) + 20.0/35*1
	if !near(m.Null.PLower, 15.0/35) || !near(m.Null.PUpper, 1) || !near(m.Null.Mean, mean) || !near(*m.Null.ReachLo, 1.0/3) || *m.Null.ReachHi != 1 {
		t.Errorf("got %+v", *m.Null)
	}
}

// TestExactReciprocityByHand: two arcs on three nodes: 15 pairs of six cells, 3 of
// them a mutual dyad.
func TestExactReciprocityByHand(t *testing.T) {
	b := NewBuilder(true, "1", "2", "3")
	b.Tie("1", "2")
	b.Tie("2", "1")
	for _, m := range mustBuild(t, b).Measure(t.Context(), []Indicator{ArcReciprocity, DyadReciprocity}, Options{Nulls: true}) {
		if !near(m.Null.PUpper, 3.0/15) || m.Null.PLower != 1 || !near(m.Null.Mean, 3.0/15) || !near(m.Null.PTwoSided, 6.0/15) {
			t.Errorf("%s: %+v", m.ID, *m.Null)
		}
	}
}

// TestIntervalBorders: no interval below five nodes, Clopper–Pearson for the density
// of an empty or complete network, UNSTABLE for what does not vary.
func TestIntervalBorders(t *testing.T) {
	complete := func(n int, ties bool) *Network {
		few := 0
		if ties {
			few = n * (n - 1) / 2
		}
		return mostlyUnknown(t, n, n, few, false)
	}
	edge := math.Pow(.025, 1.0/10)
	for _, tc := range []struct {
		name string
		n    *Network
		id   Indicator
		want *Interval
		warn Warning
	}{
		{"four nodes", complete(4, true), Density, nil, TooFewNodesForInterval},
		{"no tie", complete(5, false), Density, &Interval{Lo: 0, Hi: 1 - edge, Level: .95, Method: ClopperPearson}, SmallN},
		{"all ties", complete(5, true), Density, &Interval{Lo: edge, Hi: 1, Level: .95, Method: ClopperPearson}, SmallN},
		{"no tie", complete(5, false), AverageDegree, nil, Unstable},
		{"all ties", complete(5, true), Compactness, nil, Unstable},
	} {
		m := tc.n.Measure(t.Context(), []Indicator{tc.id}, Options{Intervals: true, Replicates: 199})[0]
		if !reflect.DeepEqual(m.Interval, tc.want) || !slices.Contains(m.Warnings, tc.warn) || m.Seed != 0 {
			t.Errorf("%s: %s has interval %+v and warnings %v, want %+v and %s", tc.name, tc.id, m.Interval, m.Warnings, tc.want, tc.warn)
		}
	}
}

// TestUndefinedReplicates: they are left out and counted; with many of them there is
// no test. One path of two ties among 12 nodes: few draws of two ties have a path.
func TestUndefinedReplicates(t *testing.T) {
	b := NewBuilder(false, "1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c")
	b.Tie("1", "2")
	b.Tie("2", "3")
	m := mustBuild(t, b).Measure(t.Context(), []Indicator{Transitivity}, withBoth)[0]
	if m.Null != nil || !slices.Contains(m.Warnings, Unstable) {
		t.Errorf("got %+v, warnings %v", m.Null, m.Warnings)
	}
	for _, tie := range []string{"34", "45", "56"} {
		b.Tie(tie[:1], tie[1:])
	}
	m = mustBuild(t, b).Measure(t.Context(), []Indicator{Transitivity}, Options{Nulls: true, Replicates: 999})[0]
	if m.Null == nil || m.Null.Undefined == 0 || m.Null.Replicates != 999 {
		t.Errorf("got %+v, warnings %v", m.Null, m.Warnings)
	}
}

// TestNullBorders: degenerate models, poor mixing, models that do not fit.
func TestNullBorders(t *testing.T) {
	full := mostlyUnknown(t, 6, 6, 15, false)
	m := full.Measure(t.Context(), []Indicator{DegreeCentralization}, withBoth)[0]
	if m.Null == nil || m.Null.SD != 0 || m.Null.Z != nil || m.Null.PTwoSided != 1 || !slices.Contains(m.Warnings, NullDegenerate) {
		t.Errorf("a complete network: %+v, warnings %v", m.Null, m.Warnings)
	}
	star := NewBuilder(false, "1", "2", "3", "4", "5", "6")
	for _, id := range []string{"2", "3", "4", "5", "6"} {
		star.Tie("1", id)
	}
	opts := withBoth
	opts.Model = EdgeSwitch
	m = mustBuild(t, star).Measure(t.Context(), []Indicator{Compactness}, opts)[0]
	if !slices.Contains(m.Warnings, PoorlyMixed) || !slices.Contains(m.Warnings, NullDegenerate) {
		t.Errorf("a star has one realisation: warnings %v", m.Warnings)
	}
	opts.Model = CUGDyads
	if m = mustBuild(t, star).Measure(t.Context(), []Indicator{Compactness}, opts)[0]; m.Null != nil {
		t.Errorf("an undirected network has no mutual dyads: %+v", *m.Null)
	}
}

// TestTooLargeForDraws: what is too large says so. 1,999·2¹⁶ splits are more than 2²⁶.
func TestTooLargeForDraws(t *testing.T) {
	n := mostlyUnknown(t, 16, 16, 60, false)
	m := n.Measure(t.Context(), []Indicator{CorePeripheryFit}, Options{Nulls: true})[0]
	if m.Null != nil || !slices.Contains(m.Warnings, NotDrawn) {
		t.Errorf("%+v, warnings %v", m.Null, m.Warnings)
	}
	m = n.Measure(t.Context(), []Indicator{CorePeripheryFit}, Options{Nulls: true, Replicates: 19})[0]
	if m.Null == nil {
		t.Errorf("warnings %v", m.Warnings)
	}
	ids := make([]string, maxDrawn+1)
	for i := range ids {
		ids[i] = strconv.Itoa(i)
	}
	b := NewBuilder(false, ids...)
	b.Tie("1", "2")
	for _, m := range mustBuild(t, b).Measure(t.Context(), []Indicator{Density, Connectedness}, withBoth) {
		if m.Interval != nil || m.Null != nil || !slices.Contains(m.Warnings, NotDrawn) || m.Value == nil {
			t.Errorf("%s: warnings %v", m.ID, m.Warnings)
		}
	}
}

// TestCancelled: what a cancelled context leaves undone says so.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	n := randomPole(t, 1)
	cancel()
	for _, m := range n.Measure(ctx, []Indicator{Density, Nodes}, withBoth) {
		if m.Status != NotComputed || m.Reason != Cancelled || m.Value != nil {
			t.Errorf("%+v", m)
		}
	}
	r := &run{ctx: ctx, n: n, out: n.Measure(t.Context(), []Indicator{Density, Compactness}, Options{})}
	opts := withBoth
	opts.resolve()
	r.infer(opts)
	for _, m := range r.out {
		if m.Interval != nil || m.Null != nil || !slices.Contains(m.Warnings, CancelledDraws) {
			t.Errorf("%s has interval %v, null %v, warnings %v", m.ID, m.Interval, m.Null, m.Warnings)
		}
	}
}

// TestOptionsOutOfRange panics.
func TestOptionsOutOfRange(t *testing.T) {
	for _, opts := range []Options{{Replicates: -1}, {Replicates: MaxReplicates + 1}, {Level: 1}, {Level: -.5}, {Level: math.NaN()}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%+v is accepted", opts)
				}
			}()
			randomPole(t, 1).Measure(t.Context(), nil, opts)
		}()
	}
}

// TestPercentiles: of 39 values, (39+1)·.025 = 1 and (39+1)·.975 = 39; of 40, 1.025
// and 39.975 are rounded outwards to 1 and 40.
func TestPercentiles(t *testing.T) {
	for _, tc := range []struct {
		count  int
		level  float64
		lo, hi float64
	}{{39, .95, 1, 39}, {40, .95, 1, 40}, {1999, .95, 50, 1950}, {99, .9, 5, 95}, {10, .95, 1, 10}} {
		values := make([]float64, tc.count)
		for i := range values {
			values[i] = float64(i*7%tc.count + 1)
			if tc.count%7 == 0 {
				values[i] = float64(tc.count - i)
			}
		}
		if lo, hi := percentiles(values, tc.level); lo != tc.lo || hi != tc.hi {
			t.Errorf("of %d values: %v to %v, want %v to %v", tc.count, lo, hi, tc.lo, tc.hi)
		}
	}
}
