package analysis

import (
	"cmp"
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
	weights  []float64 // of the first arcs; the others weigh 1
	unknown  []arc
	classes  []classRow
	possible []classRow // id unused
	apart    []classDistance
	vectors  []classVector
	echo     *Echo
	index    map[string]int32 // of ids, when there are many
	err      error
}

type arc struct {
	from, to int32
}

type classRow struct {
	attribute, id, class string
}

type classDistance struct {
	attribute, a, b string
	distance        float64
}

// NewBuilder starts a network on the given nodes. Ids may come in any order;
// repeated ids are one node. An id may not be empty.
func NewBuilder(directed bool, ids ...string) *Builder {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	b := &Builder{directed: directed, ids: slices.Compact(ids)}
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

// TieAt adds a tie between nodes given by their index among the sorted ids, for
// callers that have numbers: it looks nothing up. An index out of range is a
// programmer's mistake and panics.
func (b *Builder) TieAt(from, to int) {
	if uint(from) >= uint(len(b.ids)) || uint(to) >= uint(len(b.ids)) {
		panic("analysis: a tie between nodes that are not in the network")
	}
	b.arcs = append(b.arcs, arc{int32(from), int32(to)})
}

// Grow makes room for so many more ties.
func (b *Builder) Grow(ties int) { b.arcs = slices.Grow(b.arcs, ties) }

func (b *Builder) add(from, to string, weight float64) {
	i, j := b.node("tie", from), b.node("tie", to)
	if b.err == nil {
		b.put(i, j, weight)
	}
}

// put adds a tie; its weight counts in a weighted network only.
func (b *Builder) put(from, to int32, weight float64) {
	if b.weighted {
		b.weigh()
		b.weights = append(b.weights, weight)
	}
	b.arcs = append(b.arcs, arc{from, to})
}

// weigh gives the arcs without weights one of 1.
func (b *Builder) weigh() {
	if b.weights == nil {
		b.weights = []float64{} // weighted, even without ties
	}
	for len(b.weights) < len(b.arcs) {
		b.weights = append(b.weights, 1)
	}
}

// Unknown marks a pair as unknown. A pair that is also tied counts as tied.
func (b *Builder) Unknown(from, to string) {
	i, j := b.node("unknown pair", from), b.node("unknown pair", to)
	if b.err == nil {
		b.unknown = append(b.unknown, arc{i, j})
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

// Distance declares how unlike two classes of an attribute are, from 0 for the same
// to 1, for [RaoQ]. With one such statement on an attribute, its other pairs of
// classes are 1 apart. The classes are possible ones from then on.
func (b *Builder) Distance(attribute, class, other string, distance float64) {
	if class == "" || other == "" || class == other || !(distance >= 0 && distance <= 1) {
		b.fail("distance", class+" "+other, "is not a number from 0 to 1 between two classes")
		return
	}
	b.Possible(attribute, class, other)
	b.apart = append(b.apart, classDistance{attribute, class, other, distance})
}

// manyNodes is from how many nodes on ids are looked up in a map: below, a binary
// search is as fast and needs no map to be made.
const manyNodes = 1024

func (b *Builder) node(field, id string) int32 {
	if len(b.ids) >= manyNodes {
		if b.index == nil {
			b.index = make(map[string]int32, len(b.ids))
			for i, id := range b.ids {
				b.index[id] = int32(i)
			}
		}
		if i, ok := b.index[id]; ok {
			return i
		}
	}
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
	return b.finish()
}

func (b *Builder) finish() (*Network, error) {
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
	v.distances = b.distances(v)
	return v
}

// distances is the table of an attribute; nil when nothing was stated.
func (b *Builder) distances(v classVector) []float64 {
	var table []float64
	k := len(v.names)
	for _, d := range b.apart {
		if d.attribute != v.attribute {
			continue
		}
		if table == nil {
			table = slices.Repeat([]float64{1}, k*k)
			for c := range k {
				table[c*k+c] = 0
			}
		}
		i, _ := slices.BinarySearch(v.names, d.a)
		j, _ := slices.BinarySearch(v.names, d.b)
		table[i*k+j], table[j*k+i] = d.distance, d.distance
	}
	return table
}

// freeze builds the rows; everything in the builder is already checked.
func (b *Builder) freeze() *Network {
	n := &Network{directed: b.directed, ids: b.ids, classes: b.vectors, echo: b.echo}
	if b.weighted {
		b.weigh()
	}
	n.ties, n.weights = compress(len(b.ids), b.arcs, b.weights, !b.directed)
	n.in, n.under = n.ties, n.ties
	if b.directed {
		n.in = n.ties.transpose()
		n.under = union(n.ties, n.in)
	}
	n.setUnknown(b.unknown)
	n.digest = n.hash()
	return n
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
