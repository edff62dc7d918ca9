package analysis

import (
	"cmp"
	"math"
	"slices"
)

// spell is a duration under observation, in days since its start: it enters the
// risk set at enter, later than 0 when it was running before anybody looked
// (left truncation), and leaves it at exit, by its end (event) or because nobody
// looked any longer (right censoring).
type spell struct {
	enter, exit int64
	event       bool
}

// spellIn is the spell of a run seen through a window.
func spellIn(run, window period, event bool) spell {
	return spell{
		enter: max(0, int64(window.from)-int64(run.from)),
		exit:  min(int64(run.to), int64(window.to)) - int64(run.from),
		event: event,
	}
}

// SurvivalStep is the estimate from one duration until the next.
type SurvivalStep struct {
	Days     int64   // the duration, in days
	AtRisk   int     // spells that reached it under observation
	Events   int     // spells that ended then
	Survival float64 // S: the part that lasts longer
	SE       float64 // its standard error, by Greenwood
}

// Survival is the estimate of Kaplan & Meier (1958) of how long things last, with
// left truncation.
type Survival struct {
	Spells int // durations observed
	Ended  int // of which the end was seen
	Steps  []SurvivalStep

	emptied bool // all at risk ended before others had entered
}

// survive estimates: at each duration t at which d spells end and r are at risk,
// S ← S·(1 − d/r). A spell that ends and one that is censored at the same duration
// are both at risk there; one enters after those that leave. SE is
// S·√Σ d/(r(r−d)), 0 where S is.
func survive(spells []spell) Survival {
	s := Survival{Spells: len(spells)}
	var ends []int64
	for _, x := range spells {
		if x.event {
			ends = append(ends, x.exit)
		}
	}
	s.Ended = len(ends)
	slices.Sort(ends)
	entries, exits := make([]int64, len(spells)), make([]int64, len(spells))
	for i, x := range spells {
		entries[i], exits[i] = x.enter, x.exit
	}
	slices.Sort(entries)
	slices.Sort(exits)
	left := 1.0
	var greenwood sum
	for len(ends) > 0 {
		t := ends[0]
		d := 1
		for d < len(ends) && ends[d] == t {
			d++
		}
		ends = ends[d:]
		entered, _ := slices.BinarySearchFunc(entries, t, cmp.Compare[int64])
		gone, _ := slices.BinarySearchFunc(exits, t, cmp.Compare[int64])
		atRisk := entered - gone
		left *= 1 - float64(d)/float64(atRisk)
		s.emptied = s.emptied || atRisk == d && entered < len(spells)
		step := SurvivalStep{Days: t, AtRisk: atRisk, Events: d, Survival: left}
		if atRisk > d {
			greenwood.add(float64(d) / (float64(atRisk) * float64(atRisk-d)))
			step.SE = left * math.Sqrt(greenwood.value())
		}
		s.Steps = append(s.Steps, step)
	}
	return s
}

// median gives a measure the first duration at which half or fewer last longer. When
// the few followed from early on all end before the others enter, S is 0 from there
// on, whatever these last: that says nothing of half of them.
func (s Survival) median(m *Measure, none Reason) {
	m.undefined(AllCensored)
	if s.Spells == 0 {
		m.undefined(none)
		return
	}
	for _, step := range s.Steps {
		if s.emptied && step.Survival == 0 {
			return
		}
		if step.Survival <= 0.5+1e-12 { // products such as 2/3·3/4 are a half
			m.Reason = ""
			m.value(float64(step.Days))
			return
		}
	}
}
