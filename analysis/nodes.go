package analysis

import (
	"cmp"
	"context"
	"iter"
)

// column is an indicator of nodes: one value a node, and what goes with the values.
type column struct {
	values []float64
	normal float64               // values times normal are normalised; 0 for none
	absent []bool                // nodes without a value; nil for none
	why    Reason                // why they have none
	other  func(node int) Reason // nil, or another reason of that node; "" for none
	low    []float64             // bounds, nil for none
	high   []float64
	method BoundsMethod
	warn   []Warning

	intervals []Interval // of values from a sample, nil for none
}

// NodeMeasures yields the measures of one indicator of nodes, in the order of the
// nodes and made as they are read: what [Network.Measure] lists, for networks of so many
// nodes that a list takes more time and memory than the values. Where the nodes have no
// values it yields the measures of the network, which say why. There are no intervals
// or tests, whatever the options.
func (n *Network) NodeMeasures(ctx context.Context, id Indicator, opts Options) iter.Seq[Measure] {
	return func(yield func(Measure) bool) {
		opts.resolve()
		r := n.run(ctx, SubjectNetwork, opts)
		r.lazy = true
		r.measureAll([]Indicator{id})
		count := n.N()
		if r.fill == nil {
			count, r.fill = len(r.out), func(i int, m *Measure) { *m = r.out[i] }
		}
		for i := range count {
			var m Measure
			if r.fill(i, &m); !yield(m) {
				return
			}
		}
	}
}

// nodeBorder gives the one measure of an indicator of nodes that has no value on
// the whole network.
func (r *run) nodeBorder(status Status, why Reason) {
	m := r.start(Scope{Kind: ScopeNetwork})
	m.Status = status
	m.undefined(why)
	r.add(m)
}

// wantsNodes reports whether the indicator in hand gives its nodes: when nodes are
// asked for, or when it was asked for by name and has nothing else to give.
func (r *run) wantsNodes() bool { return r.nodes || r.named }

// column gives one measure a node. All that they share is made once, and what each
// points to comes from one slice for all.
func (r *run) column(c column) {
	fill := r.filler(c)
	if r.lazy {
		r.fill = fill
		return
	}
	at := len(r.out)
	r.out = append(r.out, make([]Measure, len(c.values))...)
	for i := range c.values {
		fill(i, &r.out[at+i])
	}
}

// filler makes what the measures of a column share and returns what writes that of a
// node.
func (r *run) filler(c column) func(i int, m *Measure) {
	if r.keys == nil {
		r.keys = r.n.IDs()
	}
	defined := r.start(Scope{Kind: ScopeNode})
	defined.Status = OK
	defined.Warnings = c.warn
	missing := defined
	missing.Status, missing.Reason = Undefined, c.why
	r.caveats(&defined)
	r.caveats(&missing)
	var normalized []float64
	if c.normal != 0 {
		normalized = make([]float64, len(c.values))
	}
	bounds := make([]Bounds, len(c.low))
	return func(i int, m *Measure) {
		if c.absent != nil && c.absent[i] {
			*m = missing
			if c.other != nil {
				m.Reason = cmp.Or(c.other(i), c.why)
			}
		} else {
			*m = defined
			m.Value = &c.values[i]
			if c.intervals != nil {
				m.Interval, m.Seed = &c.intervals[i], r.seed
			}
			if c.normal != 0 {
				normalized[i] = c.values[i] * c.normal
				m.Normalized = &normalized[i]
			}
		}
		m.Scope.Keys = r.keys[i : i+1 : i+1]
		if r.two != nil {
			m.Scope.Mode = r.two.modeOf(i)
		}
		if c.low != nil && c.low[i] <= c.high[i] {
			bounds[i] = Bounds{Lower: c.low[i], Upper: c.high[i], Method: c.method}
			m.Bounds = &bounds[i]
		}
	}
}
