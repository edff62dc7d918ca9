package analysis

import (
	"cmp"
	"crypto/sha256"
	"maps"
	"slices"
)

// Layers is several relations over one set of nodes, one network each: the types of
// cooperation of a pole, each by itself. A dyad is tied in a relation when an arc runs
// either way. Contracts may stand beside them; they are no relation.
type Layers struct {
	relations []string // sorted
	layers    []*Network
	union     *Network // tied in one relation at least
	contracts *Network // nil for none
}

// NewLayers joins networks by the names of their relations. The error is an
// [*InputError] when their nodes are not the same.
func NewLayers(layers map[string]*Network) (*Layers, error) {
	l := &Layers{relations: slices.Sorted(maps.Keys(layers))}
	b := NewBuilder(false)
	for k, name := range l.relations {
		n := layers[name]
		if k > 0 && !slices.Equal(n.ids, b.ids) {
			return nil, &InputError{Field: "relations", Item: name, Msg: "has other nodes than " + l.relations[0]}
		}
		l.layers = append(l.layers, n)
		b.ids, b.vectors, b.echo = n.ids, n.classes, n.echo
		for t := range n.Ties() {
			b.arcs = append(b.arcs, arc{int32(t.From), int32(t.To)})
		}
		for i, j := range n.UnknownPairs() {
			b.unknown = append(b.unknown, arc{from: int32(i), to: int32(j)})
		}
	}
	l.union = b.freeze()
	return l, nil
}

// ProjectLayers projects each cooperation type asked for by itself, and the contracts
// in force for [TiesWithContract]: those of the types asked for, of all types when
// none is. The rules of the projection are those of [Project]; the union is what it
// gives for all the types together.
func ProjectLayers(in Input, p Projection) (*Layers, error) {
	contracts := p
	contracts.Relations, contracts.NoRelations = nil, true
	contracts.AllContracts = p.AllContracts || len(p.Contracts) == 0
	contracts.Direction, contracts.Silence = Either, AbsentSilence
	p.Contracts, p.AllContracts = nil, false
	union, err := Project(in, p)
	if err != nil {
		return nil, err
	}
	layers := map[string]*Network{}
	for _, code := range union.echo.Projection.Relations {
		if layers[code], err = Project(in, p.Only(code)); err != nil {
			return nil, err
		}
	}
	l, err := NewLayers(layers)
	if err != nil {
		return nil, err
	}
	l.union.echo = union.echo
	if len(in.ContractTypes) > 0 {
		if l.contracts, err = Project(in, contracts); err != nil {
			return nil, err
		}
	}
	l.union.digest = l.hash()
	return l, nil
}

// Relations returns the names of the relations, sorted, as a copy.
func (l *Layers) Relations() []string { return slices.Clone(l.relations) }

// Relation returns the network of one relation; nil when there is none of that name.
func (l *Layers) Relation(name string) *Network {
	k, ok := slices.BinarySearch(l.relations, name)
	if !ok {
		return nil
	}
	return l.layers[k]
}

// Union returns the network in which two nodes are tied when they are in a relation
// at least. It is undirected.
func (l *Layers) Union() *Network { return l.union }

// Echo returns the projection of the union; nil for layers made by hand.
func (l *Layers) Echo() *Echo { return l.union.echo }

// hash digests all layers and the contracts.
func (l *Layers) hash() [32]byte {
	e := encoder{}
	e.texts(l.relations)
	for _, n := range l.layers {
		e.buf = append(e.buf, n.digest[:]...)
	}
	if l.contracts != nil {
		e.buf = append(e.buf, l.contracts.digest[:]...)
	}
	return sha256.Sum256(e.buf)
}

// arcLevel is what is known of i→j.
func (n *Network) arcLevel(i, j int) level {
	switch {
	case n.Tied(i, j):
		return levelPresent
	case n.unknown.has(i, j):
		return levelUnknown
	}
	return levelAbsent
}

// dyadLevel is what is known of a tie either way.
func (n *Network) dyadLevel(i, j int) level { return max(n.arcLevel(i, j), n.arcLevel(j, i)) }

// dyads yields the dyads that are tied or unknown in the union.
func (l *Layers) dyads(visit func(i, j int)) {
	for t := range l.union.Ties() {
		visit(t.From, t.To)
	}
	for i, j := range l.union.UnknownPairs() {
		visit(i, j)
	}
}

// proportion is a part of some dyads, of which it may be unknown whether they count at all
// (optional) and whether they have what is asked for.
type proportion struct{ certain, optional [3]int64 }

func (s *proportion) count(member, outcome level) {
	switch member {
	case levelPresent:
		s.certain[outcome]++
	case levelUnknown:
		s.optional[outcome]++
	}
}

// attach gives a measure the share, unknown read as absent, with its lowest and
// highest value over all fillings.
func (s proportion) attach(m *Measure) {
	all := s.certain[levelAbsent] + s.certain[levelUnknown] + s.certain[levelPresent]
	if all == 0 {
		m.undefined(NoTies)
	} else {
		m.ratio(s.certain[levelPresent], all)
	}
	if m.PairsUnknown == 0 {
		return
	}
	yes, no, maybe := s.optional[levelPresent], s.optional[levelAbsent], s.optional[levelUnknown]
	if all+yes+no+maybe == 0 {
		return
	}
	m.Bounds = &Bounds{Lower: 1, Upper: 0, Method: ClosedForm} // where only ties that have it, or have it not, can exist
	if of := all + no + maybe; of > 0 {
		m.Bounds.Lower = float64(s.certain[levelPresent]) / float64(of)
	}
	if of := all + yes + maybe; of > 0 {
		m.Bounds.Upper = float64(s.certain[levelPresent]+s.certain[levelUnknown]+yes+maybe) / float64(of)
	}
}

// multiplexity counts the dyads tied in two relations or more among those tied in one.
func (l *Layers) multiplexity() (s proportion) {
	l.dyads(func(i, j int) {
		tied, unknown := l.types(i, j)
		member, outcome := levelPresent, levelAbsent
		if tied == 0 {
			member = levelUnknown
		}
		switch {
		case tied >= 2:
			outcome = levelPresent
		case tied+unknown >= 2:
			outcome = levelUnknown
		}
		s.count(member, outcome)
	})
	return s
}

// types counts the relations in which a dyad is tied, and those in which it may be.
func (l *Layers) types(i, j int) (tied, unknown int64) {
	for _, n := range l.layers {
		switch n.dyadLevel(i, j) {
		case levelPresent:
			tied++
		case levelUnknown:
			unknown++
		}
	}
	return tied, unknown
}

// cliqueOverlap counts the dyads that stand in a clique in two relations or more among
// those that do in one.
func (l *Layers) cliqueOverlap() (several, one int64) {
	for t := range l.union.Ties() {
		relations := 0
		for _, n := range l.layers {
			if n.inClique(t.From, t.To) {
				relations++
			}
		}
		if relations > 0 {
			one++
		}
		if relations > 1 {
			several++
		}
	}
	return several, one
}

// inClique reports whether two nodes are tied to each other and to a third: a largest
// clique with the three is one of three or more.
func (n *Network) inClique(i, j int) bool {
	return n.mutual(i, j) && slices.ContainsFunc(n.ties.row(i), func(k int32) bool { return n.mutual(i, int(k)) && n.mutual(j, int(k)) })
}

// mutual reports whether two nodes are tied, both ways when directed.
func (n *Network) mutual(i, j int) bool { return n.Tied(i, j) && n.Tied(j, i) }

// jaccard counts the dyads tied in both of two relations among those tied in either.
func (l *Layers) jaccard(a, b *Network) (s proportion) {
	l.dyads(func(i, j int) {
		x, y := a.dyadLevel(i, j), b.dyadLevel(i, j)
		s.count(max(x, y), min(x, y))
	})
	return s
}

// withContract counts the cooperating dyads that have a contract.
func (l *Layers) withContract() (s proportion) {
	l.dyads(func(i, j int) { s.count(l.union.dyadLevel(i, j), l.contracts.dyadLevel(i, j)) })
	return s
}

// typesPerTie gives a measure the mean number of relations of a tied dyad. Dyads that
// may be tied lower it when they have one relation, and raise it when they may have
// more than the mean.
func (l *Layers) typesPerTie(m *Measure) {
	var types, most, ties int64
	var optional []int64
	l.dyads(func(i, j int) {
		tied, unknown := l.types(i, j)
		if tied == 0 {
			optional = append(optional, unknown)
			return
		}
		ties++
		types += tied
		most += tied + unknown
	})
	if ties == 0 {
		m.undefined(NoTies)
	} else {
		m.ratio(types, ties)
	}
	may := int64(len(optional))
	if m.PairsUnknown == 0 || ties+may == 0 {
		return
	}
	slices.SortFunc(optional, func(a, b int64) int { return cmp.Compare(b, a) })
	of := ties
	for _, u := range optional {
		if of > 0 && u*of <= most {
			break
		}
		most += u
		of++
	}
	m.Bounds = &Bounds{Lower: float64(types+may) / float64(ties+may), Upper: float64(most) / float64(of), Method: ClosedForm}
}
