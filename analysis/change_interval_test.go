package analysis

import (
	"context"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// plainChange counts one replicate pair of copies by pair of copies.
func plainChange(c *Change, s *stream) (f fates) {
	who := make([]int, len(c.ids))
	for k := range who {
		who[k] = s.below(len(who))
	}
	dyad := func(x, y int) (f fates) {
		for _, pair := range [][2]int{{x, y}, {y, x}}[:1+b2i(c.before.directed)] {
			a, b := c.ids[pair[0]], c.ids[pair[1]]
			switch before, after := c.before.state(a, b), c.after.state(a, b); {
			case before == Unknown || after == Unknown:
			case before == Present && after == Present:
				f.kept++
			case after == Present:
				f.formed++
			case before == Present:
				f.dissolved++
			}
		}
		return f
	}
	var all []fates
	for x := range who {
		for y := x + 1; y < len(who); y++ {
			all = append(all, dyad(x, y))
		}
	}
	for k, v := range who {
		for _, w := range who[k+1:] {
			if v != w {
				f.add(dyad(v, w), 1)
			} else {
				f.add(all[s.below(len(all))], 1)
			}
		}
	}
	return f
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// TestChangeReplicates: a replicate is what its definition says, and without unknown
// pairs the one that two networks with the same actors drawn have between them.
func TestChangeReplicates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in, p := pasts().Draw(t, "past"), pastProjection(t)
		if rapid.Bool().Draw(t, "directed") {
			in.Relations, p.Direction = []Relation{{Code: "JOINT_PROJECT", Directed: true}}, Arcs
		}
		from, to := span2(t)
		c, err := NewChange(onDay(t, in, p, from), onDay(t, in, p, to), ChangeOptions{})
		if err != nil {
			t.Fatal(err)
		}
		plan, base := newChangePlan(c), newStreams(7, string(forInterval))
		first, second := newPlan(c.before, nil), newPlan(c.after, nil)
		one, two := newDrawn(first), newDrawn(second)
		for r := range 20 {
			fast, slow := base.of(r), base.of(r)
			got, want := plan.draw(&fast, make([]int32, len(c.ids))), plainChange(c, &slow)
			if got != want {
				t.Fatalf("replicate %d: %+v, by definition %+v", r, got, want)
			}
			if c.before.directed || c.before.PairsUnknown()+c.after.PairsUnknown() > 0 {
				continue // those of networks turn dyads and count what is known on one day
			}
			one.draw(forInterval, base, r)
			two.draw(forInterval, base, r)
			if a, b := one.network().M(), two.network().M(); int32(a) != got.kept+got.dissolved || int32(b) != got.kept+got.formed {
				t.Fatalf("replicate %d: %+v, the networks have %d and %d ties", r, got, a, b)
			}
		}
	})
}

// wheel is a ring of so many actors on two days: on the second, every other tie of
// it is gone.
func wheel(t *testing.T, n int) *Change {
	t.Helper()
	in := testInput()
	for i := range n {
		in.Nodes = append(in.Nodes, Node{ID: name(i)})
		v := Validity{Start: "2020-01-01", End: "2030-01-01"}
		if i%2 == 1 {
			v.End = "2022-01-01"
		}
		in.Facts = append(in.Facts, Fact{Type: "JOINT_PROJECT", From: name(i), To: name((i + 1) % n), State: Present, Validity: v})
	}
	var on [2]*Network
	for k, day := range []string{"2021-01-01", "2023-01-01"} {
		var err error
		if on[k], err = Project(in, Projection{AsOf: day, Silence: AbsentSilence}); err != nil {
			t.Fatal(err)
		}
	}
	c, err := NewChange(on[0], on[1], ChangeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestChangeIntervals: half of the ties of a ring are kept; of larger rings that is
// known better; whatever the number of workers.
func TestChangeIntervals(t *testing.T) {
	opts := Options{Intervals: true, Replicates: 999}
	se := map[int]float64{}
	for _, n := range []int{12, 48} {
		c := wheel(t, n)
		for _, id := range []Indicator{TieJaccard, TiePersistence} {
			m := c.Measure(t.Context(), []Indicator{id}, opts)[0]
			i := m.Interval
			if *m.Value != .5 || i == nil || !(i.Lo < .5 && .5 < i.Hi) || m.Seed == 0 || i.Replicates != 999 {
				t.Fatalf("%s of %d: %+v, interval %+v", id, n, m, i)
			}
			for _, workers := range []int{1, 2, 5} {
				opts := opts
				opts.Workers = workers
				if again := c.Measure(t.Context(), []Indicator{id}, opts)[0]; *again.Interval != *i {
					t.Errorf("%s with %d workers: %+v, not %+v", id, workers, *again.Interval, *i)
				}
			}
			se[n] = i.SE
		}
	}
	if se[48] > .7*se[12] { // by √4, were it not for the few ties of 12
		t.Errorf("SE %v of 12 and %v of 48", se[12], se[48])
	}
	// counts have none, and say nothing of it
	if m := find(wheel(t, 12).Measure(t.Context(), nil, opts), TieChange, "KEPT"); m.Interval != nil || len(m.Warnings) > 0 {
		t.Errorf("%+v", m)
	}
}

// TestChangeWithoutInterval: too few actors, nothing kept, and an ended context.
func TestChangeWithoutInterval(t *testing.T) {
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	nothingKept := wheel(t, 12)
	nothingKept.after = mustBuild(t, NewBuilder(false, nothingKept.ids...))
	nothingKept.after.echo = nothingKept.before.echo
	nothingKept.Kept, nothingKept.Dissolved = nil, slices.Concat(nothingKept.Kept, nothingKept.Dissolved)
	for _, row := range []struct {
		name string
		ctx  context.Context
		c    *Change
		want Warning
	}{
		{"four actors", t.Context(), wheel(t, 4), TooFewNodesForInterval},
		{"always 0", t.Context(), nothingKept, Unstable},
		{"cancelled", ended, wheel(t, 12), CancelledDraws},
	} {
		m := row.c.Measure(row.ctx, []Indicator{TieJaccard}, Options{Intervals: true, Replicates: 99})[0]
		if m.Interval != nil || m.Value == nil || !slices.Contains(m.Warnings, row.want) || !slices.IsSorted(m.Warnings) || math.IsNaN(*m.Value) {
			t.Errorf("%s: %+v", row.name, m)
		}
	}
}
