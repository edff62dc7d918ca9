package analysis

import (
	"cmp"
	"context"
	"slices"
	"strings"
)

// Step is a measure and the days [From, To) on which it holds.
type Step struct {
	From, To string
	Measure  *Measure
}

// Series is one indicator as a step function over a period: between two days on
// which something changes nothing moves.
type Series struct {
	ID    Indicator
	Scope Scope
	Steps []Step // in order, of different content; days without such a measure have none

	// Mean is Σ value·days/Σ days over the days on which the indicator is defined: the
	// exact mean over the period (PERIOD_MEAN). It is nil when there is none, and
	// Reason then that of the first step.
	Mean   *float64
	Reason Reason
	// Bounds hold what the mean over the same days could be if everything unknown on
	// them were known; nil when nothing is, or when a step has no bounds.
	Bounds    *Bounds
	Days      int64 // of the period
	Undefined int64 // of which the indicator is not defined
}

// Moment is what there is on a day: a digest of all it holds but the day, and what
// measures it.
type Moment struct {
	Content [32]byte
	Measure func() []Measure
}

// Moment is the network as a moment of a series.
func (n *Network) Moment(ctx context.Context, ids []Indicator, opts Options) Moment {
	return Moment{n.content(), func() []Measure { return n.Measure(ctx, ids, opts) }}
}

// TimeSeries measures each step of a period [from, to): at gives what there is on a
// day, and changes are the days, in any order, on which that may become something
// else; those outside the period do not matter. What equals the step before is not
// measured again. The order is that of the measures of the first day, then by id
// and scope. The error is at's, or an [*InputError].
func TimeSeries(from, to string, changes []string, at func(day string) (Moment, error)) ([]Series, error) {
	within, err := readPeriod(from, to)
	if err != nil {
		return nil, err
	}
	s := &timeline{within: within, index: map[string]int{}}
	for _, d := range sortedSet(append(slices.Clone(changes), from)) {
		on, err := readDay("changes", d)
		if err != nil {
			return nil, err
		}
		if on < within.from || on >= within.to {
			continue
		}
		m, err := at(d)
		if err != nil {
			return nil, err
		}
		s.add(on, m)
	}
	return s.finish(), nil
}

// timeline collects the steps of all series.
type timeline struct {
	within  period
	index   map[string]int // by id and scope
	series  []Series
	starts  []day // of the steps of all series together
	values  [][]*Measure
	content [32]byte
}

func (s *timeline) add(on day, m Moment) {
	if len(s.starts) > 0 && m.Content == s.content {
		return
	}
	s.content = m.Content
	row := make([]*Measure, len(s.series))
	for _, measure := range m.Measure() {
		key := strings.Join(append([]string{string(measure.ID), string(measure.Scope.Kind), measure.Scope.Attribute}, measure.Scope.Keys...), "\x00")
		k, known := s.index[key]
		if !known {
			k = len(s.series)
			s.index[key] = k
			s.series = append(s.series, Series{ID: measure.ID, Scope: measure.Scope, Days: s.within.days()})
			row = append(row, nil)
		}
		row[k] = new(measure)
	}
	s.starts, s.values = append(s.starts, on), append(s.values, row)
}

func (s *timeline) finish() []Series {
	first := 0
	if len(s.values) > 0 {
		first = len(s.values[0])
	}
	for k := range s.series {
		s.line(k)
	}
	slices.SortStableFunc(s.series[first:], func(a, b Series) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Scope.Attribute, b.Scope.Attribute), slices.Compare(a.Scope.Keys, b.Scope.Keys))
	})
	return s.series
}

// line fills in the steps of one series and integrates it.
func (s *timeline) line(k int) {
	out := &s.series[k]
	var integral, lower, upper sum
	defined := int64(0)
	method, open := BoundsMethod(""), false
	for i, row := range s.values {
		if k >= len(row) || row[k] == nil {
			continue
		}
		run := period{s.starts[i], s.within.to}
		if i+1 < len(s.starts) {
			run.to = s.starts[i+1]
		}
		m := row[k]
		out.Steps = append(out.Steps, Step{run.from.String(), run.to.String(), m})
		if m.Value == nil {
			out.Reason = cmp.Or(out.Reason, m.Reason)
			continue
		}
		defined += run.days()
		integral.add(float64(*m.Value * float64(run.days())))
		low, high := *m.Value, *m.Value
		if m.Bounds != nil {
			low, high, method = m.Bounds.Lower, m.Bounds.Upper, m.Bounds.Method
		} else if m.PairsUnknown > 0 {
			open = true
		}
		lower.add(float64(low * float64(run.days())))
		upper.add(float64(high * float64(run.days())))
	}
	out.Undefined = out.Days - defined
	if defined > 0 {
		out.Mean, out.Reason = new(integral.value()/float64(defined)), ""
		if method != "" && !open {
			out.Bounds = &Bounds{Lower: lower.value() / float64(defined), Upper: upper.value() / float64(defined), Method: method}
		}
	}
}
