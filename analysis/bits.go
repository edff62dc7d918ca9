package analysis

import "math/bits"

// maxBits is the largest network kept in bit rows, one word a row.
const maxBits = 64

// bitRows is a network of at most 64 nodes with one word a row: j is in out[i] when
// i→j. It can be changed, which is what the enumeration of fillings needs.
type bitRows struct {
	n              int
	out, in, under [maxBits]uint64
}

// newBitRows copies rows of at most 64 nodes.
func newBitRows(r rows) *bitRows {
	b := &bitRows{n: len(r.off) - 1}
	for i := range b.n {
		for _, j := range r.row(i) {
			b.out[i] |= 1 << j
			b.in[j] |= 1 << i
			b.under[i] |= 1 << j
			b.under[j] |= 1 << i
		}
	}
	return b
}

// flip turns i→j, or the tie of both, from absent to present and back.
func (b *bitRows) flip(i, j int, both bool) {
	b.out[i] ^= 1 << j
	b.in[j] ^= 1 << i
	if both {
		b.out[j] ^= 1 << i
		b.in[i] ^= 1 << j
	}
	b.under[i] = b.out[i] | b.in[i]
	b.under[j] = b.out[j] | b.in[j]
}

// code is the state of the dyad i, j: bit 0 for i→j, bit 1 for j→i.
func (b *bitRows) code(i, j int) int {
	return int(b.out[i]>>j&1 | b.in[i]>>j&1<<1)
}

// fill writes bit rows as compressed rows.
func (r *rows) fill(words []uint64) { r.fillBits(pairBits{1, words}) }

// fillBits writes the rows of a matrix of bits as compressed rows.
func (r *rows) fillBits(p pairBits) {
	r.off = append(r.off[:0], 0)
	r.adj = r.adj[:0]
	for left := p.words; len(left) > 0; left = left[p.stride:] {
		for k, w := range left[:p.stride] {
			for ; w != 0; w &= w - 1 {
				r.adj = append(r.adj, int32(k<<6|bits.TrailingZeros64(w)))
			}
		}
		r.off = append(r.off, int32(len(r.adj)))
	}
}

// pieces counts the components.
func (b *bitRows) pieces() pieces {
	var p pieces
	for left := ^uint64(0) >> (maxBits - b.n); left != 0; {
		piece := b.reach(&b.under, left&-left)
		left &^= piece
		p.add(bits.OnesCount64(piece))
	}
	return p
}

// reach is the set of nodes reached from a set along the given rows.
func (b *bitRows) reach(along *[maxBits]uint64, from uint64) uint64 {
	for new := from; new != 0; {
		next := uint64(0)
		for ; new != 0; new &= new - 1 {
			next |= along[bits.TrailingZeros64(new)]
		}
		new = next &^ from
		from |= next
	}
	return from
}
