package analysis

import (
	"cmp"
	"math/bits"
	"slices"
)

// maxDrawn is the largest network of which replicates are drawn: they are kept as
// one bit a pair.
const maxDrawn = 1 << 12

// region is a set of cells of the adjacency matrix, listed and as bits.
type region struct {
	pairBits
	cells []uint32 // i<<16 | j, by i, then j
}

func (g *region) add(i, j int) {
	g.set(i, j)
	g.cells = append(g.cells, uint32(i)<<16|uint32(j))
}

// plan is what all replicates of one network share. It is read only once made.
type plan struct {
	net      *Network
	two      *TwoMode // of which net is the network; nil for one of organisations
	free     region   // the known pairs at risk: arcs, or dyads i<j when undirected
	sure     region   // dyads i<j known in both directions
	half     region   // known arcs whose reversal is unknown
	dyads    []uint32 // all pairs of organisations, as cells i<j
	observed pairBits // the ties, of both directions when undirected
	unknown  pairBits // likewise
	list     []uint32 // the ties, as cells

	mutual, tied int // among the sure dyads
	halfTied     int // among the half-known arcs
}

func newPlan(net *Network, two *TwoMode) *plan {
	n := net.N()
	p := &plan{net: net, two: two, observed: newPairBits(n), unknown: newPairBits(n)}
	for _, g := range []*region{&p.free, &p.sure, &p.half} {
		g.pairBits = newPairBits(n)
	}
	copy(p.unknown.words, net.unknown.words)
	for i := range n {
		for j := range n {
			if i < j {
				p.dyads = append(p.dyads, uint32(i)<<16|uint32(j))
			}
			if i == j || !net.directed && j < i || p.unknown.has(i, j) || two != nil && (i < two.rows) == (j < two.rows) {
				continue
			}
			p.free.add(i, j)
			switch {
			case p.unknown.has(j, i):
				p.half.add(i, j)
			case i < j:
				p.sure.add(i, j)
			}
		}
	}
	for t := range net.Ties() {
		p.observed.set(t.From, t.To)
		if !net.directed {
			p.observed.set(t.To, t.From)
		}
		p.list = append(p.list, uint32(t.From)<<16|uint32(t.To))
		switch back := net.directed && net.Tied(t.To, t.From); {
		case p.half.has(t.From, t.To):
			p.halfTied++
		case !back:
			p.tied++
		case t.From < t.To:
			p.tied++
			p.mutual++
		}
	}
	return p
}

func newPairBits(n int) pairBits {
	stride := (n + 63) / 64
	return pairBits{stride: stride, words: make([]uint64, n*stride)}
}

// drawn is one replicate of a plan, and the room in which the next one is drawn.
type drawn struct {
	*plan
	ties    pairBits
	absent  pairBits // the unknown pairs
	classes []classVector

	marks    pairBits // row v: the copies of node v in a bootstrap; else room
	from     []int32  // whom each node of a bootstrap copies
	selves   []self
	copies   bool     // of a bootstrap
	list     []uint32 // the ties of a switched network
	codes    []int16  // room for classes
	accepted int64    // exchanges of ties so far
}

// self is a pair of two copies of one node, which takes the state of the dyad a, b.
type self struct{ k, l, a, b int32 }

func newDrawn(p *plan) *drawn {
	n := p.net.N()
	d := &drawn{plan: p, ties: newPairBits(n), absent: newPairBits(n), marks: newPairBits(n), from: make([]int32, n), codes: make([]int16, 0, n)}
	copy(d.absent.words, p.unknown.words)
	for _, c := range p.net.classes {
		c.code = slices.Clone(c.code)
		d.classes = append(d.classes, c)
	}
	return d
}

// subset marks a uniform subset of so many of the cells of a region that are within
// the given rows, which has size of them. It fills rows with bits that are 1 with a
// probability k/32 near the share wanted, then adds or takes away random cells until
// the number is right: a set of independent bits is uniform given its size, and the
// corrections keep it so.
func (g *region) subset(into, within pairBits, size, want int, s *stream) {
	if size == 0 {
		clear(into.words)
		return
	}
	k := (64*want + size) / (2 * size) // 32·want/size, rounded
	have := scatter(into, within, k, s)
	for have < want {
		c := g.cells[s.below(len(g.cells))]
		if i, j := int(c>>16), int(c&0xffff); within.has(i, j) && !into.has(i, j) {
			into.set(i, j)
			have++
		}
	}
	for have > want {
		c := g.cells[s.below(len(g.cells))]
		if i, j := int(c>>16), int(c&0xffff); into.has(i, j) {
			into.flip(i, j)
			have--
		}
	}
}

// scatter sets each bit within the given rows with probability k/32, and counts
// them. Rows shorter than half a word share random words.
func scatter(into, within pairBits, k int, s *stream) (count int) {
	if into.stride != 1 {
		for i, w := range within.words {
			w &= biased(k, s)
			into.words[i] = w
			count += bits.OnesCount64(w)
		}
		return count
	}
	n := len(within.words)
	random, left := uint64(0), 0
	for i, w := range within.words {
		if left < n {
			random, left = biased(k, s), 64
		}
		w &= random
		random >>= n & 63
		left -= n
		into.words[i] = w
		count += bits.OnesCount64(w)
	}
	return count
}

// biased returns 64 bits, each 1 with probability k/32. The binary digits of k/32
// are read from the last: a 1 is an or with random bits, a 0 an and, each of which
// halves what came before and adds the digit.
func biased(k int, s *stream) (x uint64) {
	if k >= 32 {
		return ^uint64(0)
	}
	for k |= 32; k&1 == 0; k >>= 1 {
	}
	for ; k > 1; k >>= 1 {
		if k&1 != 0 {
			x |= s.next()
		} else {
			x &= s.next()
		}
	}
	return x
}

// mirror makes rows symmetric whose bits are all above the diagonal.
func (p pairBits) mirror() {
	n := len(p.words) / max(p.stride, 1)
	for i := range n {
		for w := i >> 6; w < p.stride; w++ {
			upper := p.words[i*p.stride+w]
			if w == i>>6 {
				upper &= ^uint64(0) << (uint(i) & 63)
			}
			for ; upper != 0; upper &= upper - 1 {
				p.set(w<<6|bits.TrailingZeros64(upper), i)
			}
		}
	}
}

// drawTies draws as many ties as there are, or each with probability ½.
func (d *drawn) drawTies(half bool, s *stream) {
	if half {
		scatter(d.ties, d.free.pairBits, 16, s)
	} else {
		d.free.subset(d.ties, d.free.pairBits, len(d.free.cells), len(d.plan.list), s)
	}
	if !d.net.directed {
		d.ties.mirror()
	}
}

// drawDyads draws as many mutual and asymmetric dyads as there are among those
// known in both directions, and as many arcs among those whose reversal is unknown.
func (d *drawn) drawDyads(s *stream) {
	mutual := d.marks
	d.sure.subset(d.ties, d.sure.pairBits, len(d.sure.cells), d.tied, s)
	d.sure.subset(mutual, d.ties, d.tied, d.mutual, s)
	for i := range d.net.N() {
		for w := i >> 6; w < d.ties.stride; w++ {
			at := i*d.ties.stride + w
			one := d.ties.words[at] &^ mutual.words[at]
			if w == i>>6 { // below the diagonal stands what earlier rows have turned
				one &= ^uint64(0) << (uint(i) & 63)
			}
			back := one & s.next()
			d.ties.words[at] &^= back
			for back |= mutual.words[at]; back != 0; back &= back - 1 {
				d.ties.set(w<<6|bits.TrailingZeros64(back), i)
			}
		}
	}
	if len(d.half.cells) > 0 {
		d.half.subset(mutual, d.half.pairBits, len(d.half.cells), d.halfTied, s)
		for at, w := range mutual.words {
			d.ties.words[at] |= w
		}
	}
}

// drawClasses gives the classes of the members of known class to these members in
// a random order.
func (d *drawn) drawClasses(base streams, replicate int) {
	for k, c := range d.net.classes {
		s := newStreams(uint64(base), c.attribute).of(replicate)
		known := d.codes[:0]
		for _, code := range c.code {
			if code >= 0 {
				known = append(known, code)
			}
		}
		shuffle(&s, known)
		for i, code := range c.code {
			if code >= 0 {
				d.classes[k].code[i], known = known[0], known[1:]
			}
		}
	}
}

// network is the replicate as a network, without a hash.
func (d *drawn) network() *Network {
	n := &Network{directed: d.net.directed, ids: d.net.ids, classes: d.classes, unknown: d.absent}
	n.ties.fillBits(d.ties)
	n.in, n.under = n.ties, n.ties
	if n.directed {
		n.in = n.ties.transpose()
		n.under = union(n.ties, n.in)
	}
	for _, w := range d.absent.words {
		n.nUnknown += int64(bits.OnesCount64(w))
	}
	if !n.directed {
		n.nUnknown /= 2
	}
	if d.net.weights != nil && d.copies {
		n.weights = make([]float64, 0, len(n.ties.adj))
		for k := range d.from {
			for _, l := range n.ties.row(k) {
				n.weights = append(n.weights, d.weight(int32(k), l))
			}
		}
	}
	return n
}

// weight is that of the tie from which the tie k, l of a bootstrap is copied.
func (d *drawn) weight(k, l int32) float64 {
	a, b := d.from[k], d.from[l]
	if a == b {
		at, _ := slices.BinarySearchFunc(d.selves, self{k: min(k, l), l: max(k, l)}, func(x, y self) int {
			return cmp.Or(cmp.Compare(x.k, y.k), cmp.Compare(x.l, y.l))
		})
		if a, b = d.selves[at].a, d.selves[at].b; k > l {
			a, b = b, a
		}
	}
	at, _ := slices.BinarySearch(d.net.ties.row(int(a)), b)
	return d.net.weights[int(d.net.ties.off[a])+at]
}
