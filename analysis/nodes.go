package analysis

// column is an indicator of nodes: one value a node, and what goes with the values.
type column struct {
	values []float64
	normal float64   // values times normal are normalised; 0 for none
	absent []bool    // nodes without a value; nil for none
	why    Reason    // why they have none
	low    []float64 // bounds, nil for none
	high   []float64
	method BoundsMethod
	warn   []Warning
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
	at := len(r.out)
	r.out = append(r.out, make([]Measure, len(c.values))...)
	for i := range c.values {
		m := &r.out[at+i]
		if c.absent != nil && c.absent[i] {
			*m = missing
		} else {
			*m = defined
			m.Value = &c.values[i]
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
