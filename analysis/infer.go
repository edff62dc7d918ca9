package analysis

import (
	"context"
	"encoding/binary"
	"math"
	"math/bits"
	"slices"
	"sync"
	"sync/atomic"
)

// Limits of inference: below minInterval nodes there is no interval; with more than
// maxUndefined of the replicates without a value there is neither interval nor
// null test; a bias above maxBias·SE is warned of.
const (
	minInterval  = 5
	maxUndefined = .1
	maxBias      = .25

	// maxSplits limits the core–periphery fits of all replicates, each of which goes
	// through 2ⁿ splits: about two seconds.
	maxSplits = 1 << 26
)

// infer attaches intervals and null tests to the measures made so far.
func (r *run) infer(opts Options) {
	if !opts.Intervals && !opts.Nulls {
		return
	}
	if opts.Intervals {
		r.intervals(opts, r.seed)
	}
	if opts.Nulls {
		r.nulls(opts, r.seed)
	}
	if opts.Adjust != "" {
		adjustNulls(r.out, opts.Adjust)
	}
	for k := range r.out {
		slices.Sort(r.out[k].Warnings)
	}
}

// seed is the caller's, or else comes from the network.
func (n *Network) seed(opts Options) uint64 {
	if opts.Seed != 0 {
		return opts.Seed
	}
	return max(1, binary.BigEndian.Uint64(n.digest[:]))
}

// purpose is what random networks are drawn for: a null model or an interval. Each
// has streams of its own.
type purpose string

const (
	forInterval purpose = "bootstrap"
	forSecond   purpose = "bootstrap, second" // of a network compared with another one
)

// inferable reports whether a measure can have an interval or a null test: it has a
// value, and it is not of a single member, whose position no draw preserves.
func (m *Measure) inferable() bool {
	return m.Status == OK && m.Scope.Kind != ScopeNode && m.Scope.Kind != ScopeNodeSet
}

func (r *run) intervals(opts Options, seed uint64) {
	var targets []*Measure
	for k := range r.out {
		m := &r.out[k]
		d, _ := lookup(m.ID)
		switch {
		case !d.Interval || !m.inferable():
		case r.n.N() < minInterval:
			m.warn(TooFewNodesForInterval)
		case r.n.N() > maxDrawn:
			m.warn(NotDrawn)
		default:
			targets = append(targets, m)
		}
	}
	if len(targets) == 0 {
		return
	}
	x := newPlan(r.n, r.two).replicate(r.ctx, opts, seed, forInterval, targets)
	for k, m := range targets {
		if x.cancelled {
			m.warn(CancelledDraws)
			continue
		}
		m.interval(x.values[k], opts.Level, seed)
	}
}

// nulls runs each null model once, for all measures that are tested against it.
func (r *run) nulls(opts Options, seed uint64) {
	byModel := map[NullModel][]*Measure{}
	for k := range r.out {
		m := &r.out[k]
		d, _ := lookup(m.ID)
		if !m.inferable() {
			continue
		}
		switch model := r.modelOf(d, opts.Model); {
		case model == "":
		case model == ExactEI:
			r.exactEI(m)
		case model == ExactReciprocity:
			r.exactReciprocity(m)
		case r.n.N() > maxDrawn || m.ID == CorePeripheryFit && r.n.N() >= bits.Len(uint(maxSplits/opts.Replicates)):
			m.warn(NotDrawn)
		default:
			byModel[model] = append(byModel[model], m)
		}
	}
	if len(byModel) == 0 {
		return
	}
	p := newPlan(r.n, r.two)
	for model, targets := range byModel { // each stands alone, so the order is free
		x := p.replicate(r.ctx, opts, seed, purpose(model), targets)
		for k, m := range targets {
			if x.cancelled {
				m.warn(CancelledDraws)
				continue
			}
			m.simulated(model, x.values[k], seed)
			if model == EdgeSwitch && x.accepted < int64(mixedPerTie*r.n.M()*opts.Replicates) {
				m.warn(PoorlyMixed)
			}
		}
	}
}

// modelOf is the null model of an indicator; "" when there is none on this network.
func (r *run) modelOf(d *Definition, asked NullModel) NullModel {
	for _, m := range d.Nulls {
		if (asked == "" || m == asked) && (m != CUGDyads || r.n.directed) {
			return m
		}
	}
	return ""
}

// replicates are the values of some measures on random networks.
type replicates struct {
	values    [][]float64 // by target and replicate; NaN where undefined
	accepted  int64       // exchanges of EDGE_SWITCH
	cancelled bool
}

// replicate draws random networks and evaluates all targets on each. Workers take
// blocks of replicates; every value depends on its replicate's number alone.
func (p *plan) replicate(ctx context.Context, opts Options, seed uint64, purpose purpose, targets []*Measure) replicates {
	x := replicates{values: make([][]float64, len(targets))}
	for k := range x.values {
		x.values[k] = make([]float64, opts.Replicates)
	}
	base := newStreams(seed, string(purpose))
	var accepted atomic.Int64
	err := inBlocks(ctx, opts.Replicates, opts.Workers, func() func(first, end int) {
		d, g := newDrawn(p), newGauge(p, targets)
		into := make([]float64, len(targets))
		return func(first, end int) {
			d.accepted = 0
			for replicate := first; replicate < end && ctx.Err() == nil; replicate++ {
				d.draw(purpose, base, replicate)
				g.evaluate(d, into)
				for k, v := range into {
					x.values[k][replicate] = v
				}
			}
			accepted.Add(d.accepted)
		}
	})
	x.accepted, x.cancelled = accepted.Load(), err != nil
	return x
}

// draw makes one replicate.
func (d *drawn) draw(purpose purpose, base streams, replicate int) {
	s := base.of(replicate)
	switch NullModel(purpose) {
	case CUGSize:
		d.drawTies(true, &s)
	case CUGTies:
		d.drawTies(false, &s)
	case CUGDyads:
		d.drawDyads(&s)
	case EdgeSwitch:
		d.switchTies(&s)
	case ClassPermutation:
		copy(d.ties.words, d.observed.words)
		d.drawClasses(base, replicate)
	default:
		d.bootstrap(&s)
	}
}

// inBlocks runs work on the numbers 0 to n−1, in blocks that workers take one after
// another; each worker makes its own room. It ends early with the error of the context.
func inBlocks(ctx context.Context, n, workers int, worker func() func(first, end int)) error {
	const block = 64
	var next atomic.Int64
	loop := func() {
		var work func(first, end int)
		for ctx.Err() == nil {
			first := int(next.Add(block)) - block
			if first >= n {
				return
			}
			if work == nil {
				work = worker()
			}
			work(first, min(first+block, n))
		}
	}
	if workers = min(workers, (n+block-1)/block); workers == 1 {
		loop()
		return ctx.Err()
	}
	var wait sync.WaitGroup
	for range workers {
		wait.Go(loop)
	}
	wait.Wait()
	return ctx.Err()
}

// moments are the mean and the standard deviation, divisor R−1, of the defined
// values, which it moves to the front in their order.
func moments(values []float64) (defined []float64, mean, sd float64) {
	defined = slices.DeleteFunc(values, math.IsNaN)
	var total, squares sum
	for _, v := range defined {
		total.add(v)
	}
	count := float64(len(defined))
	mean = total.value() / count
	for _, v := range defined {
		squares.add(float64((v - mean) * (v - mean)))
	}
	return defined, mean, math.Sqrt(squares.value() / (count - 1))
}

// interval attaches the interval of a measure, from its replicates or, for the
// density of a network without ties or with all of them, in closed form.
func (m *Measure) interval(values []float64, level float64, seed uint64) {
	if m.ID == Density && (*m.Num == 0 || *m.Num == *m.Den) {
		m.Interval = clopperPearson(*m.Num, *m.Den, level)
		return
	}
	m.percentile(values, level, seed)
}

// percentile attaches the bootstrap interval of replicates, which it reorders.
func (m *Measure) percentile(values []float64, level float64, seed uint64) {
	defined, mean, sd := moments(values)
	i := &Interval{
		Level: level, SE: sd, Bias: mean - *m.Value, Method: VertexBootstrap,
		Replicates: len(values), Undefined: len(values) - len(defined),
	}
	if len(defined) < 2 || float64(i.Undefined) > maxUndefined*float64(len(values)) || negligible(sd, *m.Value) {
		m.warn(Unstable)
		return
	}
	i.Lo, i.Hi = percentiles(defined, level)
	if math.Abs(i.Bias) > maxBias*sd {
		m.warn(Biased)
	}
	m.Interval, m.Seed = i, seed
}

// negligible tells rounding errors from a standard deviation.
func negligible(sd, value float64) bool { return sd <= 1e-12*max(1, math.Abs(value)) }

// percentiles are the order statistics number (R+1)·α/2 and (R+1)·(1−α/2) of R
// values, rounded outwards. It reorders the values.
func percentiles(values []float64, level float64) (lo, hi float64) {
	tail := float64(len(values)+1) * (1 - level) / 2
	low := max(int(math.Floor(tail+1e-9)), 1)
	lo = nth(values, low-1)
	return lo, nth(values, len(values)-low)
}

// nth moves the k-th smallest value to its place (Hoare's selection).
func nth(values []float64, k int) float64 {
	for low, high := 0, len(values)-1; low < high; {
		pivot := values[low+(high-low)/2]
		i, j := low, high
		for i <= j {
			for values[i] < pivot {
				i++
			}
			for values[j] > pivot {
				j--
			}
			if i <= j {
				values[i], values[j] = values[j], values[i]
				i++
				j--
			}
		}
		switch {
		case k <= j:
			high = j
		case k >= i:
			low = i
		default:
			return values[k]
		}
	}
	return values[k]
}

// clopperPearson is the exact binomial interval of a share of 0 or 1 of so many pairs.
func clopperPearson(ties, pairs int64, level float64) *Interval {
	edge := math.Pow((1-level)/2, 1/float64(pairs))
	i := &Interval{Lo: edge, Hi: 1, Level: level, Method: ClopperPearson}
	if ties == 0 {
		i.Lo, i.Hi = 0, 1-edge
	}
	return i
}

// hits counts the values that are as low as an observed one or lower, as high or
// higher.
func hits(values []float64, observed float64) (lower, upper int) {
	near := 1e-12 * max(1, math.Abs(observed))
	for _, v := range values {
		if v <= observed+near {
			lower++
		}
		if v >= observed-near {
			upper++
		}
	}
	return lower, upper
}

// simulated attaches the comparison with replicates under a null model. Values that
// are as near as rounding errors count as equal, and equal ones as hits on both sides.
func (m *Measure) simulated(model NullModel, values []float64, seed uint64) {
	defined, mean, sd := moments(values)
	undefined := len(values) - len(defined)
	if len(defined) < 2 || float64(undefined) > maxUndefined*float64(len(values)) {
		m.warn(Unstable)
		return
	}
	lower, upper := hits(defined, *m.Value)
	all := float64(1 + len(defined))
	m.Null = &NullTest{
		Model: model, Mean: mean, SD: sd, PLower: float64(1+lower) / all, PUpper: float64(1+upper) / all,
		Replicates: len(values), Undefined: undefined,
	}
	m.Seed = seed
	m.complete()
}

// complete adds what follows from the parts of a null test.
func (m *Measure) complete() {
	t := m.Null
	t.PTwoSided = min(1, 2*min(t.PLower, t.PUpper))
	if negligible(t.SD, t.Mean) {
		t.SD = 0
		m.warn(NullDegenerate)
		return
	}
	t.Z = new((*m.Value - t.Mean) / t.SD)
}
