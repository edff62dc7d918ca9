package analysis

import "math"

// holes computes the constraint of nodes one at a time.
type holes struct {
	under rows
	z     []float64 // parallel to under.adj
	of    []float64 // by node, Σ z of its row
	mark  []int32   // i+1 for the partners of the node in hand
	term  []float64 // p_ij + Σ p_iq p_qj of those partners
}

func newHoles(n int) *holes {
	floats := make([]float64, 2*n)
	return &holes{of: floats[:n:n], term: floats[n:], mark: make([]int32, n)}
}

// load takes rows of U; between says how often two partners are tied, and is nil
// when it is always once.
func (h *holes) load(under rows, between func(i, j int) int) {
	h.under, h.z = under, h.z[:0]
	clear(h.mark)
	for i := range h.of {
		h.of[i] = 0
		for _, j := range under.row(i) {
			z := 1
			if between != nil {
				z = between(i, int(j))
			}
			h.z = append(h.z, float64(z))
			h.of[i] += float64(z)
		}
	}
}

// constraint is that of node i, and its hierarchy, NaN when it has one partner. In
// the ego model a partner divides itself among i and the partners of i only. i has a
// partner.
func (h *holes) constraint(i int, ego bool) (constraint, hierarchy float64) {
	first, end := h.under.off[i], h.under.off[i+1]
	for k := first; k < end; k++ {
		j := h.under.adj[k]
		h.mark[j] = int32(i + 1)
		h.term[j] = h.z[k] / h.of[i]
	}
	for k := first; k < end; k++ {
		q := int(h.under.adj[k])
		row, z := h.under.row(q), h.z[h.under.off[q]:]
		whole := h.of[q]
		if ego {
			whole = 0
			for at, j := range row {
				if h.mark[j] == int32(i+1) || int(j) == i {
					whole += z[at]
				}
			}
		}
		share := h.z[k] / h.of[i]
		for at, j := range row {
			if h.mark[j] == int32(i+1) {
				h.term[j] += float64(share * z[at] / whole)
			}
		}
	}
	var total, entropy sum
	for _, j := range h.under.adj[first:end] {
		total.add(h.term[j] * h.term[j])
	}
	constraint = total.value()
	d := float64(end - first)
	for _, j := range h.under.adj[first:end] {
		r := h.term[j] * h.term[j] / (constraint / d)
		entropy.add(r * math.Log(r))
	}
	if end-first < 2 {
		return constraint, math.NaN()
	}
	return constraint, min(max(entropy.value()/(d*math.Log(d)), 0), 1)
}

// structuralHoles gives the constraint of the nodes, or what they can reach that is
// not redundant.
func (r *run) structuralHoles(id Indicator) {
	if !r.readyNodes(false, 1) {
		return
	}
	n := r.n.N()
	c := column{values: make([]float64, n), absent: make([]bool, n), why: Isolate, method: Enumerated}
	switch id {
	case EffectiveSize, EgoEfficiency:
		triangles := r.closing().at
		for i := range n {
			c.values[i] = effectiveSize(int64(r.n.Degree(i)), triangles[i], id == EgoEfficiency)
		}
	default:
		h, ego := newHoles(n), id != Constraint
		h.load(r.n.under, r.n.between(ego))
		for i := range n {
			c.values[i] = math.NaN()
			if r.n.Degree(i) > 0 {
				constraint, hierarchy := h.constraint(i, ego)
				if c.values[i] = constraint; id == ConstraintHierarchy {
					c.values[i] = hierarchy
				}
			}
		}
	}
	for i, x := range c.values {
		c.absent[i] = math.IsNaN(x)
	}
	switch id {
	case Constraint:
		r.enumerateNodes(&c, holesFamily, 0)
	case EffectiveSize:
		r.enumerateNodes(&c, holesFamily, n)
	case EgoEfficiency:
		r.enumerateNodes(&c, holesFamily, 2*n)
	case ConstraintEgo:
		r.enumerateNodes(&c, egoFamily, 0)
	case ConstraintHierarchy:
		r.enumerateNodes(&c, egoFamily, n)
	}
	c.other = func(i int) Reason {
		if r.n.Degree(i) == 1 {
			return DegreeBelowTwo
		}
		return ""
	}
	r.column(c)
}

// between counts the arcs between two partners, in the ego model of a directed
// network; nil for ties that count once.
func (n *Network) between(ego bool) func(i, j int) int {
	if !ego || !n.directed {
		return nil
	}
	return func(i, j int) (arcs int) {
		if n.Tied(i, j) {
			arcs++
		}
		if n.Tied(j, i) {
			arcs++
		}
		return arcs
	}
}

// effectiveSize is d − 2t/d for d partners with t ties among them, or that part of
// d; NaN for an isolate.
func effectiveSize(d, t int64, share bool) float64 {
	switch {
	case d == 0:
		return math.NaN()
	case share:
		return float64(d*d-2*t) / float64(d*d)
	}
	return float64(d*d-2*t) / float64(d)
}

// structuralHoles puts by node the constraint, the effective size and the efficiency in U.
func (s *scratch) structuralHoles() {
	n := s.net.n
	s.values = append(s.values, make([]float64, 3*n)...)
	c := s.net.closure(s.at)
	h := s.loadHoles(nil)
	for i := range n {
		d := int64(h.under.off[i+1] - h.under.off[i])
		s.values[i] = math.NaN()
		if d > 0 {
			s.values[i], _ = h.constraint(i, false)
		}
		s.values[n+i] = effectiveSize(d, c.at[i], false)
		s.values[2*n+i] = effectiveSize(d, c.at[i], true)
	}
}

// egos puts by node the constraint in the ego model and its hierarchy.
func (s *scratch) egos() {
	n := s.net.n
	s.values = append(s.values, make([]float64, 2*n)...)
	h := s.loadHoles(func(i, j int) int { return int(s.net.out[i]>>j&1 + s.net.in[i]>>j&1) })
	for i := range n {
		s.values[i], s.values[n+i] = math.NaN(), math.NaN()
		if h.under.off[i+1] > h.under.off[i] {
			s.values[i], s.values[n+i] = h.constraint(i, true)
		}
	}
}

func (s *scratch) loadHoles(between func(i, j int) int) *holes {
	if s.hole == nil {
		s.hole = newHoles(s.net.n)
	}
	s.out.fill(s.net.under[:s.net.n])
	s.hole.load(s.out, between)
	return s.hole
}
