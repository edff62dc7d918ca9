package analysis

import (
	"errors"
	"math"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// pastDays is how many days the generated pasts have, from 2024-12-20 on.
const pastDays = 24

func pastDay(i int) string {
	first, _, _ := parseDay("2024-12-20")
	return (first + day(i)).String()
}

// pasts draws facts of four actors with any validity, absences and unknown ends
// among them.
func pasts() *rapid.Generator[Input] {
	return rapid.Custom(func(t *rapid.T) Input {
		in := testInput("a", "b", "c", "d")
		anyDay := rapid.Custom(func(t *rapid.T) string {
			if i := rapid.IntRange(-2, pastDays).Draw(t, "day"); i >= 0 {
				return pastDay(i)
			}
			return ""
		})
		ends := rapid.SampledFrom([]string{"a", "b", "c", "d"})
		for range rapid.IntRange(0, 7).Draw(t, "facts") {
			in.Facts = append(in.Facts, Fact{
				Type: "JOINT_PROJECT", From: ends.Draw(t, "from"), To: ends.Draw(t, "to"),
				State:    rapid.SampledFrom([]State{Present, Present, Present, Absent, Unknown}).Draw(t, "state"),
				Validity: Validity{Start: anyDay.Draw(t, "start"), End: anyDay.Draw(t, "end"), LastSeen: anyDay.Draw(t, "seen")},
				ByFrom:   true,
			})
		}
		return in
	})
}

func pastProjection(t *rapid.T) Projection {
	return Projection{
		Silence: rapid.SampledFrom([]Silence{UnknownSilence, AbsentSilence}).Draw(t, "silence"),
		Horizon: new(rapid.SampledFrom([]int{0, 3, 8}).Draw(t, "horizon")),
	}
}

func onDay(t *rapid.T, in Input, p Projection, i int) *Network {
	p.AsOf = pastDay(i)
	n, err := Project(in, p)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func span2(t *rapid.T) (from, to int) {
	from = rapid.IntRange(0, pastDays-1).Draw(t, "from")
	return from, rapid.IntRange(from+1, pastDays).Draw(t, "to")
}

// TestPeriodIsTheBestOfItsDays: a pair of one fact is tied in a period when it is on
// one of its days, and untied when it is so on all of them.
func TestPeriodIsTheBestOfItsDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in, p := pasts().Draw(t, "past"), pastProjection(t)
		in.Facts = slices.DeleteFunc(in.Facts, func(f Fact) bool { return f.State != Present })
		from, to := span2(t)
		best := map[Pair]State{}
		for i := from; i < to; i++ {
			n := onDay(t, in, p, i)
			for x, a := range n.ids {
				for _, b := range n.ids[x+1:] {
					if s, pair := n.state(a, b), (Pair{a, b}); s == Present || s == Unknown && best[pair] != Present {
						best[pair] = s
					}
				}
			}
		}
		p.From, p.To = pastDay(from), pastDay(to)
		n, err := Project(in, p)
		if err != nil {
			t.Fatal(err)
		}
		for x, a := range n.ids {
			for _, b := range n.ids[x+1:] {
				want := best[Pair{a, b}]
				if want == "" {
					want = Absent
				}
				if got := n.state(a, b); got != want {
					t.Fatalf("%s–%s is %s in the period, %s by its days", a, b, got, want)
				}
			}
		}
		if m := n.Measure(t.Context(), []Indicator{Density}, Options{})[0]; m.AsOf != nil || *m.From != p.From || *m.To != p.To {
			t.Fatalf("dated %v, %v to %v", m.AsOf, *m.From, *m.To)
		}
	})
}

// TestIntegralMean: the mean of a series equals that of its days, and that of two
// parts of a period, weighted, that of the whole.
func TestIntegralMean(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in, p := pasts().Draw(t, "past"), pastProjection(t)
		ids := []Indicator{Ties, Density, Connectedness}
		series := func(from, to int) []Series {
			changes, err := in.Changes(p, pastDay(from), pastDay(to))
			if err != nil {
				t.Fatal(err)
			}
			s, err := TimeSeries(pastDay(from), pastDay(to), changes, func(d string) (Moment, error) {
				q := p
				q.AsOf = d
				n, err := Project(in, q)
				if err != nil {
					return Moment{}, err
				}
				return n.Moment(t.Context(), ids, Options{}), nil
			})
			if err != nil || len(s) != len(ids) {
				t.Fatalf("%d series, %v", len(s), err)
			}
			return s
		}
		from, to := span2(t)
		whole := series(from, to)
		for k, id := range ids {
			total, lower, upper, days := 0.0, 0.0, 0.0, 0
			bounded := false
			for i := from; i < to; i++ {
				m := onDay(t, in, p, i).Measure(t.Context(), []Indicator{id}, Options{})[0]
				if m.Value == nil {
					continue
				}
				days++
				total += *m.Value
				low, high := *m.Value, *m.Value
				if m.Bounds != nil {
					low, high, bounded = m.Bounds.Lower, m.Bounds.Upper, true
				}
				lower, upper = lower+low, upper+high
			}
			s := whole[k]
			if s.Days != int64(to-from) || s.Undefined != s.Days-int64(days) || (s.Mean == nil) != (days == 0) || (s.Reason == "") != (days > 0) {
				t.Fatalf("%s: %+v, defined on %d days", id, s, days)
			}
			if days > 0 && math.Abs(*s.Mean-total/float64(days)) > 1e-12 {
				t.Fatalf("%s: mean %v, by days %v", id, *s.Mean, total/float64(days))
			}
			if bounded != (s.Bounds != nil) || bounded && (math.Abs(s.Bounds.Lower-lower/float64(days)) > 1e-12 || math.Abs(s.Bounds.Upper-upper/float64(days)) > 1e-12) {
				t.Fatalf("%s: bounds %v, by days %v to %v of %d, %v", id, s.Bounds, lower, upper, days, bounded)
			}
		}
		if to-from < 2 {
			return
		}
		middle := rapid.IntRange(from+1, to-1).Draw(t, "middle")
		left, right := series(from, middle), series(middle, to)
		for k, s := range whole {
			total, days := 0.0, int64(0)
			for _, part := range []Series{left[k], right[k]} {
				if part.Mean != nil {
					total += *part.Mean * float64(part.Days-part.Undefined)
					days += part.Days - part.Undefined
				}
			}
			if days != s.Days-s.Undefined || days > 0 && math.Abs(*s.Mean-total/float64(days)) > 1e-12 {
				t.Fatalf("%s: %+v, of its parts %v over %d days", s.ID, s, total, days)
			}
		}
	})
}

// TestChangeIdentities: kept + dissolved are the ties of the first day, kept +
// formed those of the second, where all is known; and bounds are those of every
// filling of what is not.
func TestChangeIdentities(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in, p := pasts().Draw(t, "past"), pastProjection(t)
		from, to := span2(t)
		before, after := onDay(t, in, p, from), onDay(t, in, p, to)
		c, err := NewChange(before, after, ChangeOptions{})
		if err != nil {
			t.Fatal(err)
		}
		all := c.Measure(t.Context(), nil, Options{})
		unknown := int(find(all, TieJaccard).PairsUnknown)
		if unknown == 0 && (len(c.Kept)+len(c.Dissolved) != before.M() || len(c.Kept)+len(c.Formed) != after.M()) {
			t.Fatalf("%d kept, %d formed, %d dissolved of %d and %d", len(c.Kept), len(c.Formed), len(c.Dissolved), before.M(), after.M())
		}
		if unknown <= 5 {
			jaccard, persistence := fillings(c)
			for id, want := range map[Indicator]span{TieJaccard: jaccard, TiePersistence: persistence} {
				b := find(all, id).Bounds
				if (b != nil) != (unknown > 0 && want.some) || b != nil && (b.Lower != want.low || b.Upper != want.high) {
					t.Fatalf("%s: bounds %+v, by enumeration %+v", id, b, want)
				}
			}
		}
		for _, m := range all {
			if (m.Value == nil) == (m.Reason == "") || m.InputHash == "" {
				t.Fatalf("%+v", m)
			}
		}
	})
}

// fillings enumerates both states of each unknown pair on each day.
func fillings(c *Change) (jaccard, persistence span) {
	type open struct{ before, after []State }
	both := []State{Present, Absent}
	var pairs []open
	for s, k := range c.unknown {
		o := open{[]State{s.before}, []State{s.after}}
		if s.before == Unknown {
			o.before = both
		}
		if s.after == Unknown {
			o.after = both
		}
		for range k {
			pairs = append(pairs, o)
		}
	}
	var walk func(i, kept, formed, dissolved int)
	walk = func(i, kept, formed, dissolved int) {
		if i == len(pairs) {
			if all := kept + formed + dissolved; all > 0 {
				jaccard.include(float64(kept) / float64(all))
			}
			if all := kept + dissolved; all > 0 {
				persistence.include(float64(kept) / float64(all))
			}
			return
		}
		for _, before := range pairs[i].before {
			for _, after := range pairs[i].after {
				switch (twoStates{before, after}) {
				case twoStates{Present, Present}:
					walk(i+1, kept+1, formed, dissolved)
				case twoStates{Absent, Present}:
					walk(i+1, kept, formed+1, dissolved)
				case twoStates{Present, Absent}:
					walk(i+1, kept, formed, dissolved+1)
				default:
					walk(i+1, kept, formed, dissolved)
				}
			}
		}
	}
	walk(0, len(c.Kept), len(c.Formed), len(c.Dissolved))
	return jaccard, persistence
}

// TestHistoryIsThatOfItsDays: the runs of a history are those seen day by day.
func TestHistoryIsThatOfItsDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in, p := pasts().Draw(t, "past"), pastProjection(t)
		q := p
		q.From, q.To = pastDay(0), pastDay(pastDays)
		h, err := NewHistory(in, q)
		if err != nil {
			t.Fatal(err)
		}
		for i := range pastDays {
			d, _ := readDay("day", pastDay(i))
			n := onDay(t, in, p, i)
			for x, a := range n.ids {
				for _, b := range n.ids[x+1:] {
					if _, runs := h.runningAt(Pair{a, b}, d); runs != (n.state(a, b) == Present) {
						t.Fatalf("%s–%s on %s: runs %t, %s", a, b, d, runs, n.state(a, b))
					}
				}
			}
		}
	})
}

// TestSurvivalTwin: the estimate by days, each with its own risk set.
func TestSurvivalTwin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var spells []spell
		for range rapid.IntRange(0, 12).Draw(t, "spells") {
			enter := rapid.Int64Range(0, 8).Draw(t, "enter")
			spells = append(spells, spell{enter, rapid.Int64Range(enter+1, 10).Draw(t, "exit"), rapid.Bool().Draw(t, "event")})
		}
		s := survive(spells)
		left, variance, step := 1.0, 0.0, 0
		for age := int64(1); age <= 10; age++ {
			risk, events := 0, 0
			for _, x := range spells {
				if x.enter < age && age <= x.exit {
					risk++
					if x.event && x.exit == age {
						events++
					}
				}
			}
			if events == 0 {
				continue
			}
			left *= 1 - float64(events)/float64(risk)
			se := 0.0
			if risk > events {
				variance += float64(events) / float64(risk) / float64(risk-events)
				se = left * math.Sqrt(variance)
			}
			want := SurvivalStep{age, risk, events, left, se}
			got := s.Steps[step]
			if got.Days != age || got.AtRisk != risk || got.Events != events || !near(got.Survival, left) || !near(got.SE, se) {
				t.Fatalf("got %+v, want %+v", got, want)
			}
			step++
		}
		if step != len(s.Steps) || s.Spells != len(spells) {
			t.Fatalf("%d steps, want %d", len(s.Steps), step)
		}
	})
}

// TestReferenceChange compares with the temporal block of kapferer_tailor.
func TestReferenceChange(t *testing.T) {
	dir := referenceNets(t)
	var file struct {
		referenceFile
		Temporal map[string]map[string]float64
	}
	readJSON(t, filepath.Join(dir, "reference", "kapferer_tailor.json"), &file)
	layer := func(name, day string) *Network {
		n := sharedNetwork(t, dir, "kapferer_tailor", name, "", file.Layers[name].Directed)
		n.echo = &Echo{Projection: Projection{AsOf: day}}
		return n
	}
	for _, pair := range [][2]string{{"kapfts1", "kapfts2"}, {"kapfti1", "kapfti2"}} {
		want := file.Temporal[pair[0]+"->"+pair[1]]
		c, err := NewChange(layer(pair[0], "2020-01-01"), layer(pair[1], "2021-01-01"), ChangeOptions{})
		if err != nil || len(want) != 7 {
			t.Fatal(want, err)
		}
		all := c.Measure(t.Context(), nil, Options{})
		for key, m := range map[string]*Measure{
			"kept": find(all, TieChange, "KEPT"), "formed": find(all, TieChange, "FORMED"), "dissolved": find(all, TieChange, "DISSOLVED"),
			"jaccard": find(all, TieJaccard), "persistence_kept_over_t1": find(all, TiePersistence),
		} {
			if math.Abs(*m.Value-want[key]) > 1e-9 {
				t.Errorf("%v %s: %v, the reference says %v", pair, key, *m.Value, want[key])
			}
		}
	}
}

// TestChangeHash: the order of stays does not matter, and the period of the history
// does.
func TestChangeHash(t *testing.T) {
	in := Input{
		Nodes: []Node{{ID: "a"}, {ID: "b"}}, Relations: []Relation{{Code: "J"}},
		Facts: []Fact{{Type: "J", From: "a", To: "b", State: Present, Validity: Validity{Start: "2020-06-01", End: "2021-06-01"}}},
	}
	hash := func(from string, stays ...Validity) string {
		before, err := Project(in, Projection{AsOf: "2022-01-01"})
		after, afterErr := Project(in, Projection{AsOf: "2023-01-01"})
		history, historyErr := NewHistory(in, Projection{From: from, To: "2023-01-01"})
		c, changeErr := NewChange(before, after, ChangeOptions{History: history, Stays: stays})
		if err := errors.Join(err, afterErr, historyErr, changeErr); err != nil {
			t.Fatal(err)
		}
		return c.Measure(t.Context(), []Indicator{TieDurationMedian}, Options{})[0].InputHash
	}
	early, late := Validity{Start: "2020-01-01"}, Validity{Start: "2022-06-01"}
	if hash("2022-01-01", early, late) != hash("2022-01-01", late, early) {
		t.Error("another order of stays gives another hash")
	}
	if hash("2021-01-01") == hash("2022-01-01") {
		t.Error("another period of the history gives the same hash")
	}
}
