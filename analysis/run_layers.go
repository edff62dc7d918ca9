package analysis

import (
	"context"
	"encoding/binary"
	"math"
)

// Measure computes indicators of several relations, all of them when none is asked
// for, as [Network.Measure] does; indicators of one network give NOT_ONE_MODE. Those of
// two relations come once for each pair, and [TypeCorrelation] also for each relation
// with each attribute asked for by name: whether members of one class are tied.
func (l *Layers) Measure(ctx context.Context, ids []Indicator, opts Options) []Measure {
	opts.resolve()
	r := l.union.run(ctx, SubjectLayers, opts)
	r.layers, r.options = l, opts
	r.measureAll(ids)
	if opts.Adjust != "" {
		adjustNulls(r.out, opts.Adjust)
	}
	return r.out
}

// multiplex computes the indicators of several relations.
func (r *run) multiplex(id Indicator) {
	l := r.layers
	switch {
	case r.n.N() == 0:
		r.nodeBorder(Undefined, NoNodes)
	case id == TypeCorrelation:
		r.typeCorrelations()
	case id == TiesWithContract:
		r.tiesWithContract()
	case len(l.relations) < 2:
		r.nodeBorder(Undefined, SingleRelation)
	case id == TypeJaccard:
		for b := range l.layers {
			for a := range b {
				m := r.startPair(l.layers[a], l.layers[b], "", l.relations[a], l.relations[b])
				l.jaccard(l.layers[a], l.layers[b]).attach(&m)
				r.add(m)
			}
		}
	default:
		m := r.start(Scope{Kind: ScopeNetwork})
		m.pairs(r.n.PairsAtRisk(), l.unknown(l.layers...))
		switch id {
		case Multiplexity:
			l.multiplexity().attach(&m)
		case TypesPerTie:
			l.typesPerTie(&m)
		case CliqueOverlap:
			if several, one := l.cliqueOverlap(); one > 0 {
				m.ratio(several, one)
			} else {
				m.undefined(NoCliques)
			}
		}
		r.add(m)
	}
}

// unknown counts the dyads that are unknown in one of some networks.
func (l *Layers) unknown(among ...*Network) (count int64) {
	l.dyads(func(i, j int) {
		for _, n := range among {
			if n.dyadLevel(i, j) == levelUnknown {
				count++
				return
			}
		}
	})
	return count
}

func (r *run) startPair(a, b *Network, attribute string, keys ...string) Measure {
	m := r.start(Scope{Kind: ScopeRelationPair, Attribute: attribute, Keys: keys})
	m.pairs(r.n.PairsAtRisk(), r.layers.unknown(a, b))
	return m
}

func (r *run) tiesWithContract() {
	l := r.layers
	if l.contracts == nil {
		r.nodeBorder(Undefined, NoFacts)
		return
	}
	m := r.start(Scope{Kind: ScopeNetwork})
	m.pairs(r.n.PairsAtRisk(), l.unknown(l.union, l.contracts))
	l.withContract().attach(&m)
	r.add(m)
}

// typeCorrelations gives the correlation of each pair of relations, and of relations
// with attributes.
func (r *run) typeCorrelations() {
	l, n := r.layers, r.n.N()
	if n > maxDrawn {
		r.nodeBorder(NotComputed, BudgetExceeded)
		return
	}
	matrices := make([]*cells, len(l.layers))
	for k, net := range l.layers {
		matrices[k] = newCells(n, net.arcLevel)
	}
	if len(l.relations) < 2 {
		r.nodeBorder(Undefined, SingleRelation)
	}
	for b := range matrices {
		for a := range b {
			m := r.startPair(l.layers[a], l.layers[b], "", l.relations[a], l.relations[b])
			r.correlate(&m, matrices[a], matrices[b], l.layers[a].directed, l.layers[b].directed)
		}
	}
	if len(r.options.Attributes) == 0 {
		return
	}
	for _, attribute := range r.attributes {
		x := newMix(l.union, attribute)
		same := sameClass(x.code)
		for k, c := range matrices {
			m := r.startPair(l.layers[k], l.layers[k], attribute, l.relations[k])
			m.UnknownClass = int(x.unknown)
			r.correlate(&m, same, c, l.layers[k].directed, l.layers[k].directed)
		}
	}
}

// correlate gives a measure the correlation of two matrices over the cells known in
// both, its range over all fillings, and the comparison with orders of the nodes of the
// first on request.
func (r *run) correlate(m *Measure, a, b *cells, directed, other bool) {
	v := a.overlaps(b, identity(a.n))
	m.pairs(int64(a.n*(a.n-1)), int64(a.n*(a.n-1))-v.cells)
	if !directed && !other {
		m.pairs(m.PairsAtRisk/2, m.PairsUnknown/2)
	}
	switch x := v.correlation(); {
	case a.n < 2:
		m.undefined(TooFewNodes)
	case m.PairsKnown == 0:
		m.undefined(NoKnownPairs)
	case math.IsNaN(x):
		m.undefined(NoVariation)
	default:
		m.value(x)
	}
	if m.Scope.Attribute == "" && directed == other {
		m.bound(a.fillingsOf(b, !directed), 0)
	}
	if r.options.Nulls && m.Status == OK {
		r.permute(m, a, b)
	}
	r.add(*m)
}

func (r *run) permute(m *Measure, a, b *cells) {
	seed := r.options.Seed
	if seed == 0 {
		seed = max(1, binary.BigEndian.Uint64(r.n.digest[:]))
	}
	values, exact := permuted(r.ctx, a.n, 1, seed, r.options, func() func([]int32, []float64) {
		return func(order []int32, into []float64) { into[0] = a.overlaps(b, order).correlation() }
	})
	switch {
	case values == nil:
		m.warn(CancelledDraws)
	case exact:
		m.enumerated(values[0])
	default:
		m.simulated(QAP, values[0], seed)
	}
}
