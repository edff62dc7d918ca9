package analysis

import (
	"context"
	"math"
	"slices"
)

// Contrast is one measure of two networks and what lies between them.
type Contrast struct {
	First, Second *Measure // nil where the other network alone has the scope

	// Difference is the second value minus the first; nil when one is missing.
	Difference *float64

	// Interval is that of the differences of replicates, for indicators with an
	// interval; Warnings say why it is missing.
	Interval *Interval
	Warnings []Warning // sorted

	// Z is Difference/√(SE₁²+SE₂²) and PTwoSided its normal probability, for different
	// actors; nil for the same actors, whose replicates are not independent, and
	// when there is no interval.
	Z, PTwoSided *float64

	Paired bool // the same actors on both sides: both networks were restricted to them
	Seed   uint64
}

// Compare measures two networks of different actors, such as two poles, and contrasts
// the results with independent replicates (Snijders & Borgatti 1999). Whether they can
// be compared at all is for [Comparable] to say. Options are those of
// [Network.Measure]; Intervals asks for the intervals.
func Compare(ctx context.Context, first, second *Network, ids []Indicator, opts Options) []Contrast {
	return compare(ctx, first, second, ids, opts, false)
}

// ComparePaired measures two networks of the same actors, such as a pole on two days.
// Both are restricted to the actors they share, and every replicate draws the same
// actors, and the same dyads for pairs of their copies, from both. Comparing a
// directed network with an undirected one is a programmer's mistake and panics.
func ComparePaired(ctx context.Context, first, second *Network, ids []Indicator, opts Options) []Contrast {
	if first.directed != second.directed {
		panic("analysis: a paired comparison of a directed network with an undirected one")
	}
	return compare(ctx, first.Without(notIn(first, second)...), second.Without(notIn(second, first)...), ids, opts, true)
}

// notIn lists the nodes of n that o does not have.
func notIn(n, o *Network) []string {
	return slices.DeleteFunc(n.IDs(), func(id string) bool {
		_, shared := o.Index(id)
		return shared
	})
}

func compare(ctx context.Context, first, second *Network, ids []Indicator, opts Options, paired bool) []Contrast {
	intervals := opts.Intervals
	opts.Intervals = false
	list := contrasts(first.Measure(ctx, ids, opts), second.Measure(ctx, ids, opts))
	for k := range list {
		list[k].Paired = paired
	}
	if intervals {
		opts.resolve()
		c := comparison{first, second, list, paired}
		c.intervals(ctx, opts)
	}
	for k := range list {
		slices.Sort(list[k].Warnings)
		list[k].Warnings = slices.Compact(list[k].Warnings)
	}
	return list
}

// contrasts puts side by side what has one indicator and scope, in the order of the
// first, then what the second alone has.
func contrasts(first, second []Measure) []Contrast {
	var list []Contrast
	taken := make([]bool, len(second))
	for k := range first {
		a := &first[k]
		c := Contrast{First: a, Warnings: slices.Clone(a.Warnings)}
		for l := range second {
			if b := &second[l]; !taken[l] && a.ID == b.ID && a.Scope.equal(b.Scope) {
				taken[l], c.Second = true, b
				c.Warnings = append(c.Warnings, b.Warnings...)
				if a.Value != nil && b.Value != nil {
					c.Difference = new(*b.Value - *a.Value)
				}
				break
			}
		}
		list = append(list, c)
	}
	for l := range second {
		if !taken[l] {
			list = append(list, Contrast{Second: &second[l], Warnings: slices.Clone(second[l].Warnings)})
		}
	}
	return list
}

type comparison struct {
	first, second *Network
	list          []Contrast
	paired        bool
}

func (c *comparison) intervals(ctx context.Context, opts Options) {
	seed := opts.Seed
	if seed == 0 {
		seed = max(1, mix64(c.first.seed(opts))^c.second.seed(opts))
	}
	var first, second []*Measure
	var at []int
	for k := range c.list {
		x := &c.list[k]
		if x.Difference == nil || !x.First.inferable() {
			continue
		}
		d, _ := lookup(x.First.ID)
		few, many := min(c.first.N(), c.second.N()), max(c.first.N(), c.second.N())
		switch {
		case !d.Interval:
		case few < minInterval:
			x.Warnings = append(x.Warnings, TooFewNodesForInterval)
		case many > maxDrawn:
			x.Warnings = append(x.Warnings, NotDrawn)
		default:
			first, second, at = append(first, x.First), append(second, x.Second), append(at, k)
		}
	}
	if len(at) == 0 {
		return
	}
	p, q, purpose := newPlan(c.first, nil), newPlan(c.second, nil), forSecond
	if c.paired {
		purpose = forInterval
	}
	one := p.replicate(ctx, opts, seed, forInterval, first)
	two := q.replicate(ctx, opts, seed, purpose, second)
	for k, to := range at {
		x := &c.list[to]
		if one.cancelled || two.cancelled {
			x.Warnings = append(x.Warnings, CancelledDraws)
			continue
		}
		x.interval(one.values[k], two.values[k], opts.Level, seed)
	}
}

// interval contrasts two lists of replicates, which it reorders.
func (c *Contrast) interval(first, second []float64, level float64, seed uint64) {
	difference := make([]float64, len(first))
	for r := range difference {
		difference[r] = second[r] - first[r] // NaN when either is
	}
	m := &Measure{ID: c.First.ID, Value: c.Difference}
	m.percentile(difference, level, seed)
	c.Interval, c.Seed = m.Interval, m.Seed
	c.Warnings = append(c.Warnings, m.Warnings...)
	if c.Interval == nil || c.Paired {
		return
	}
	_, _, one := moments(first)
	_, _, two := moments(second)
	c.Z = new(*c.Difference / math.Hypot(one, two))
	c.PTwoSided = new(math.Erfc(math.Abs(*c.Z) / math.Sqrt2))
}
