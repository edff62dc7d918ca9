package analysis

import "math"

// partition is the modularity of the classes over arcs among members of known class,
// Σ [A_cc/M − out_c·in_c/M²], where a symmetric tie is two arcs; weights are parallel
// to the arcs or nil. ok is false when nothing is tied.
func (r rows) partition(weights []float64, code []int16, classes int) (q float64, ok bool) {
	out, in := make([]float64, classes), make([]float64, classes)
	var inside, all float64
	for i, c := range code {
		if c < 0 {
			continue
		}
		for k := r.off[i]; k < r.off[i+1]; k++ {
			d := code[r.adj[k]]
			if d < 0 {
				continue
			}
			w := 1.0
			if weights != nil {
				w = weights[k]
			}
			all += w
			out[c] += w
			in[d] += w
			if c == d {
				inside += w
			}
		}
	}
	expected := 0.0
	for c := range out {
		expected += float64(out[c] * in[c])
	}
	return inside/all - expected/all/all, all > 0
}

// partitionModularity gives the modularity of the classes of an attribute.
func (r *run) partitionModularity(id Indicator, m *mix) {
	x := r.startMix(m, ScopeNetwork)
	along := id == PartitionModularityDirected
	switch {
	case along && !r.needsArcs(&x):
	case m.known == 0:
		x.undefined(m.noMembers(r.n.N()))
	default:
		_, ties := r.passes(along)
		weights := r.n.weights
		if weights != nil && !along {
			weights = r.n.underWeights()
		}
		x.ExcludedTies = m.countBlocks(r.n).excluded
		if q, ok := ties.partition(weights, m.code, len(m.size)); ok {
			x.value(q)
		} else {
			x.undefined(NoTies)
		}
		if x.PairsUnknown > 0 && weights == nil {
			x.bound(r.throughFillings(along, maxEnumerated, func(s *scratch) []float64 {
				side := &s.net.out
				if !along {
					side = &s.net.under
				}
				s.out.fill(side[:s.net.n])
				return s.maybe(s.out.partition(nil, m.code, len(m.size)))
			}), 0)
		}
	}
	r.add(x)
}

// maybe is the one value of a filling, or none.
func (s *scratch) maybe(value float64, ok bool) []float64 {
	if !ok {
		value = math.NaN()
	}
	s.values = append(s.values[:0], value)
	return s.values
}
