package analysis

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math"
	"slices"
)

// Builder collects nodes, ties, unknown pairs and classes and freezes them into a
// [Network]. The first bad call is remembered and returned by [Builder.Build], so
// calls need no check of their own. A Builder belongs to one goroutine.
type Builder struct {
	directed bool
	weighted bool
	ids      []string
	arcs     []arc
	unknown  []arc
	classes  []classRow
	possible []classRow // id unused
	vectors  []classVector
	echo     *Echo
	err      error
}

type arc struct {
	from, to int32
	weight   float64
}

type classRow struct {
	attribute, id, class string
}

// NewBuilder starts a network on the given nodes. Ids may come in any order;
// repeated ids are one node. An id may not be empty.
func NewBuilder(directed bool, ids ...string) *Builder {
	b := &Builder{directed: directed, ids: slices.Compact(slices.Sorted(slices.Values(ids)))}
	if len(b.ids) > 0 && b.ids[0] == "" {
		b.fail("nodes", "", "a node has an empty id")
	}
	return b
}

// Tie adds a tie. Ties on one pair are merged; a tie from a node to itself is
// dropped, since a network has no loops.
func (b *Builder) Tie(from, to string) { b.add(from, to, 1) }

// WeightedTie adds a tie with a weight ≥ 0 and makes the network weighted. The
// weights of ties on one pair add up. Ties added by [Builder.Tie] weigh 1. Counts
// stay exact up to 2^53.
func (b *Builder) WeightedTie(from, to string, weight float64) {
	if !finite(weight) || weight < 0 {
		b.fail("weight", from+" "+to, "is not a finite number ≥ 0")
		return
	}
	b.weighted = true
	b.add(from, to, weight)
}

func (b *Builder) add(from, to string, weight float64) {
	i, j := b.node("tie", from), b.node("tie", to)
	if b.err == nil {
		b.arcs = append(b.arcs, arc{i, j, weight})
	}
}

// Unknown marks a pair as unknown. A pair that is also tied counts as tied.
func (b *Builder) Unknown(from, to string) {
	i, j := b.node("unknown pair", from), b.node("unknown pair", to)
	if b.err == nil {
		b.unknown = append(b.unknown, arc{from: i, to: j})
	}
}

// Class states the class of a node on an attribute; "" is unknown. The last
// statement on a node and attribute holds. Nodes without one are of unknown class.
func (b *Builder) Class(attribute, id, class string) {
	b.node("class of", id)
	b.classes = append(b.classes, classRow{attribute, id, class})
}

// Possible declares the classes an attribute can take, so that classes without a
// member count in K. Classes met in [Builder.Class] are added by themselves.
func (b *Builder) Possible(attribute string, classes ...string) {
	for _, c := range classes {
		b.possible = append(b.possible, classRow{attribute: attribute, class: c})
	}
}

func (b *Builder) node(field, id string) int32 {
	i, ok := slices.BinarySearch(b.ids, id)
	if !ok {
		b.fail(field, id, "is not a node of the network")
	}
	return int32(i)
}

func (b *Builder) fail(field, item, msg string) {
	if b.err == nil {
		b.err = &InputError{Field: field, Item: item, Msg: msg}
	}
}

// Build freezes the network. The error is an [*InputError] naming the first
// refused call.
func (b *Builder) Build() (*Network, error) {
	b.joinClasses()
	if len(b.ids) > maxUnknownNodes && len(b.unknown) > 0 {
		b.fail("nodes", "", "too many nodes for a network with unknown pairs")
	}
	if 2*len(b.arcs) > math.MaxInt32 {
		b.fail("ties", "", "too many ties")
	}
	if b.err != nil {
		return nil, b.err
	}
	return b.freeze(), nil
}

// joinClasses turns class statements into vectors, by id and never by row order.
func (b *Builder) joinClasses() {
	b.vectors = nil
	all := slices.Concat(b.possible, b.classes)
	slices.SortStableFunc(all, func(x, y classRow) int { return cmp.Compare(x.attribute, y.attribute) })
	for len(all) > 0 {
		end := 1
		for end < len(all) && all[end].attribute == all[0].attribute {
			end++
		}
		b.vectors = append(b.vectors, b.join(all[:end]))
		all = all[end:]
	}
}

func (b *Builder) join(rows []classRow) classVector {
	v := classVector{attribute: rows[0].attribute, code: make([]int16, len(b.ids))}
	for _, r := range rows {
		if r.class != "" {
			v.names = append(v.names, r.class)
		}
	}
	slices.Sort(v.names)
	v.names = slices.Compact(v.names)
	if len(v.names) > math.MaxInt16 {
		b.fail("classes of", v.attribute, "too many classes")
		return v
	}
	for i := range v.code {
		v.code[i] = -1
	}
	for _, r := range rows {
		if i, ok := slices.BinarySearch(b.ids, r.id); ok {
			v.code[i] = -1
			if k, ok := slices.BinarySearch(v.names, r.class); ok {
				v.code[i] = int16(k)
			}
		}
	}
	return v
}

// freeze builds the rows; everything in the builder is already checked.
func (b *Builder) freeze() *Network {
	n := &Network{directed: b.directed, ids: b.ids, classes: b.vectors, echo: b.echo}
	arcs := make([]arc, 0, 2*len(b.arcs))
	reversed := make([]arc, 0, len(b.arcs))
	for _, a := range b.arcs {
		if a.from == a.to {
			continue
		}
		arcs = append(arcs, a)
		reversed = append(reversed, arc{a.to, a.from, a.weight})
	}
	both := slices.Concat(arcs, reversed)
	if b.directed {
		n.ties, n.weights = compress(len(b.ids), arcs)
		n.in, _ = compress(len(b.ids), reversed)
		n.under, _ = compress(len(b.ids), both)
	} else {
		n.ties, n.weights = compress(len(b.ids), both)
		n.in, n.under = n.ties, n.ties
	}
	if !b.weighted {
		n.weights = nil
	}
	n.setUnknown(b.unknown)
	n.digest = n.hash()
	return n
}

// compress sorts arcs into rows by two counting passes (by column, then by row)
// and merges parallels, adding their weights.
func compress(n int, arcs []arc) (rows, []float64) {
	byTo := countingSort(n, arcs, func(a arc) int32 { return a.to })
	sorted := countingSort(n, byTo, func(a arc) int32 { return a.from })
	r := rows{off: make([]int32, n+1), adj: make([]int32, 0, len(sorted))}
	w := make([]float64, 0, len(sorted))
	for k, a := range sorted {
		if k > 0 && sorted[k-1].from == a.from && sorted[k-1].to == a.to {
			w[len(w)-1] += a.weight
			continue
		}
		r.adj = append(r.adj, a.to)
		w = append(w, a.weight)
		r.off[a.from+1]++
	}
	for i := range n {
		r.off[i+1] += r.off[i]
	}
	return r, w
}

func countingSort(n int, arcs []arc, key func(arc) int32) []arc {
	start := make([]int32, n+1)
	for _, a := range arcs {
		start[key(a)+1]++
	}
	for i := range n {
		start[i+1] += start[i]
	}
	out := make([]arc, len(arcs))
	for _, a := range arcs {
		out[start[key(a)]] = a
		start[key(a)]++
	}
	return out
}

func (n *Network) setUnknown(pairs []arc) {
	if len(pairs) == 0 {
		return
	}
	stride := (n.N() + 63) / 64
	n.unknown = pairBits{stride: stride, words: make([]uint64, n.N()*stride)}
	for _, p := range pairs {
		i, j := int(p.from), int(p.to)
		if i == j || n.Tied(i, j) || n.unknown.has(i, j) {
			continue
		}
		n.unknown.set(i, j)
		if !n.directed {
			n.unknown.set(j, i)
		}
		n.nUnknown++
	}
}

// hash digests the canonical encoding: projection, kind, ids, classes, ties and
// weights in node order, unknown pairs.
func (n *Network) hash() [32]byte {
	e := encoder{make([]byte, 0, 1024)}
	e.text("polehub network 1")
	if n.echo != nil {
		n.echo.encode(&e)
	}
	e.flag(n.directed)
	e.texts(n.ids)
	e.int(len(n.classes))
	for _, c := range n.classes {
		e.text(c.attribute)
		e.texts(c.names)
		for _, code := range c.code {
			e.int(int(code))
		}
	}
	for _, o := range n.ties.off {
		e.int(int(o))
	}
	for _, a := range n.ties.adj {
		e.int(int(a))
	}
	e.int(len(n.weights))
	for _, w := range n.weights {
		e.buf = binary.BigEndian.AppendUint64(e.buf, math.Float64bits(w))
	}
	e.int(int(n.nUnknown))
	if n.nUnknown > 0 {
		for _, w := range n.unknown.words {
			e.buf = binary.BigEndian.AppendUint64(e.buf, w)
		}
	}
	return sha256.Sum256(e.buf)
}

// inputHash is the hash printed with one indicator of the network.
func (n *Network) inputHash(id Indicator, version int) string {
	e := encoder{make([]byte, 0, 96)}
	e.buf = append(e.buf, n.digest[:]...)
	e.text(string(id))
	e.int(version)
	sum := sha256.Sum256(e.buf)
	return hex.EncodeToString(sum[:])
}

// encoder writes a prefix-free encoding: every text carries its length.
type encoder struct{ buf []byte }

func (e *encoder) int(i int) { e.buf = binary.AppendVarint(e.buf, int64(i)) }

func (e *encoder) flag(b bool) {
	if b {
		e.int(1)
	} else {
		e.int(0)
	}
}

func (e *encoder) text(s string) {
	e.int(len(s))
	e.buf = append(e.buf, s...)
}

func (e *encoder) texts(list []string) {
	e.int(len(list))
	for _, s := range list {
		e.text(s)
	}
}
