package analysis

// blocks counts ties and unknown pairs by pair of classes, row class × column
// class. In an undirected network a pair of classes is counted once, in order of
// their codes.
type blocks struct {
	classes       int
	ties, unknown []int64
	excluded      int // ties with an end of unknown class
}

func (m *mix) countBlocks(n *Network) *blocks {
	if m.blocks != nil {
		return m.blocks
	}
	k := len(m.size)
	b := &blocks{classes: k, ties: make([]int64, k*k), unknown: make([]int64, k*k)}
	cell := func(i, j int) int {
		x, y := int(m.code[i]), int(m.code[j])
		if x < 0 || y < 0 {
			return -1
		}
		if !n.directed {
			x, y = min(x, y), max(x, y)
		}
		return x*k + y
	}
	for t := range n.Ties() {
		if at := cell(t.From, t.To); at >= 0 {
			b.ties[at]++
		} else {
			b.excluded++
		}
	}
	for i, j := range n.UnknownPairs() {
		if at := cell(i, j); at >= 0 {
			b.unknown[at]++
		}
	}
	m.blocks = b
	return b
}

// pairsAtRisk is the number of pairs between class x and class y.
func (m *mix) pairsAtRisk(x, y int, directed bool) int64 {
	switch {
	case x != y:
		return m.size[x] * m.size[y]
	case directed:
		return m.size[x] * (m.size[x] - 1)
	}
	return m.size[x] * (m.size[x] - 1) / 2
}

// blockDensity gives one measure for each pair of possible classes.
func (r *run) blockDensity(m *mix) {
	if m.known == 0 {
		x := r.startMix(m, ScopeNetwork)
		x.undefined(m.noMembers(r.n.N()))
		r.add(x)
		return
	}
	b := m.countBlocks(r.n)
	k := len(m.size)
	for a := range k {
		for c := range k {
			if !r.n.directed && c < a {
				continue
			}
			x := r.startMix(m, ScopeClassPair, m.names[a], m.names[c])
			x.ExcludedTies = b.excluded
			x.pairs(m.pairsAtRisk(a, c, r.n.directed), b.unknown[a*k+c])
			if x.PairsAtRisk == 0 {
				x.undefined(NoPairsInBlock)
			} else {
				x.share(b.ties[a*k+c])
			}
			r.add(x)
		}
	}
}

// mixing counts the ties and unknown pairs inside and across classes that an E-I
// index uses.
type mixing struct {
	internal, external               int64
	unknownInternal, unknownExternal int64
}

func (c *mixing) count(internal bool, ties, unknown int64) {
	if internal {
		c.internal += ties
		c.unknownInternal += unknown
	} else {
		c.external += ties
		c.unknownExternal += unknown
	}
}

// index is the E-I index.
func (c *mixing) index() fraction {
	return fraction{c.external - c.internal, c.external + c.internal}
}

// perClass counts for each class the ties and unknown pairs that touch it.
func (b *blocks) perClass(classes []mixing) {
	k := len(classes)
	clear(classes)
	for a := range k {
		for c := range k {
			ties, unknown := b.ties[a*k+c], b.unknown[a*k+c]
			classes[a].count(a == c, ties, unknown)
			if a != c {
				classes[c].count(false, ties, unknown)
			}
		}
	}
}

// ei gives the E-I index of the network, of each possible class and, on request,
// of each node.
func (r *run) ei(m *mix) {
	b := m.countBlocks(r.n)
	k := len(m.size)
	classes := make([]mixing, k)
	b.perClass(classes)
	whole := b.mixing()
	x := r.startMix(m, ScopeNetwork)
	x.ExcludedTies = b.excluded
	r.eiValue(&x, m, whole)
	if x.Status == OK {
		x.Chance = m.chance(whole, r.n.directed)
		if x.Chance.Lowest == x.Chance.Highest {
			x.warn(DegenerateRange)
		}
	}
	r.add(x)
	if m.known == 0 {
		return
	}
	for c := range k {
		x := r.startMix(m, ScopeClass, m.names[c])
		r.eiValue(&x, m, classes[c])
		r.add(x)
	}
	if r.nodes {
		r.eiNodes(m)
	}
}

func (r *run) eiNodes(m *mix) {
	counts := make([]mixing, r.n.N())
	excluded := make([]int, r.n.N())
	for t := range r.n.Ties() {
		x, y := m.code[t.From], m.code[t.To]
		if x < 0 || y < 0 {
			excluded[t.From]++
			excluded[t.To]++
			continue
		}
		counts[t.From].count(x == y, 1, 0)
		counts[t.To].count(x == y, 1, 0)
	}
	for i, j := range r.n.UnknownPairs() {
		if x, y := m.code[i], m.code[j]; x >= 0 && y >= 0 {
			counts[i].count(x == y, 0, 1)
			counts[j].count(x == y, 0, 1)
		}
	}
	for i, c := range counts {
		x := r.startMix(m, ScopeNode, r.n.ids[i])
		x.ExcludedTies = excluded[i]
		r.eiValue(&x, m, c)
		r.add(x)
	}
}

// eiValue gives a measure its E-I index with the closed-form bounds.
func (r *run) eiValue(x *Measure, m *mix, c mixing) {
	switch {
	case m.known == 0:
		x.undefined(m.noMembers(r.n.N()))
		return
	case c.internal+c.external == 0:
		x.undefined(NoTies)
	default:
		f := c.index()
		x.ratio(f.num, f.den)
	}
	x.Bounds = c.bounds()
}

// bounds are those of the E-I index in closed form; nil when nothing is unknown.
func (c mixing) bounds() *Bounds {
	low := c.internal + c.unknownInternal
	high := c.external + c.unknownExternal
	switch {
	case c.unknownInternal+c.unknownExternal == 0:
		return nil
	case c.external+low == 0: // unknown external pairs only: any tie is external
		return &Bounds{Lower: 1, Upper: 1, Method: ClosedForm}
	case c.internal+high == 0:
		return &Bounds{Lower: -1, Upper: -1, Method: ClosedForm}
	}
	return &Bounds{
		Lower:  float64(c.external-low) / float64(c.external+low),
		Upper:  float64(high-c.internal) / float64(high+c.internal),
		Method: ClosedForm,
	}
}

// chance is what the class sizes and the number of ties alone give: with P pairs
// of known class, P_int of them inside a class, and m ties, the expectation
// 1 − 2·P_int/P and the range reached when ties fall inside first, or outside first.
func (m *mix) chance(c mixing, directed bool) *Chance {
	internal, pairs := m.pairs(directed)
	ties := c.internal + c.external
	most, least := min(ties, internal), max(0, ties-(pairs-internal))
	return &Chance{
		Expected: 1 - 2*float64(internal)/float64(pairs),
		Lowest:   float64(ties-2*most) / float64(ties),
		Highest:  float64(ties-2*least) / float64(ties),
	}
}
