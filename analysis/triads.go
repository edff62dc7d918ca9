package analysis

import "math/bits"

// triadNames are the sixteen classes of triples by their mutual, asymmetric and
// null dyads, in sorted order. D, U, C and T tell apart down, up, cyclic and
// transitive arrangements.
var triadNames = [16]string{
	"003", "012", "021C", "021D", "021U", "030C", "030T", "102",
	"111D", "111U", "120C", "120D", "120U", "201", "210", "300",
}

// triadTable answers, for the codes of the dyads 1–2, 1–3 and 2–3 (two bits each,
// from the lowest), the class, the number of ordered i, j, k with i→j→k and i→k,
// and the weight of the triangle in Fagiolo's coefficient.
type triadTable struct {
	class  [64]uint8
	closed [64]int64
	weight [64]int64
}

var triadOf = newTriadTable()

func newTriadTable() *triadTable {
	t := &triadTable{}
	for codes := range 64 {
		var arc [3][3]bool
		t.weight[codes] = 2
		for k, pair := range [3][2]int{{0, 1}, {0, 2}, {1, 2}} {
			code := codes >> (2 * k) & 3
			arc[pair[0]][pair[1]], arc[pair[1]][pair[0]] = code&1 != 0, code&2 != 0
			t.weight[codes] *= int64(bits.OnesCount(uint(code)))
		}
		for i := range 3 {
			for j := range 3 {
				if k := 3 - i - j; i != j && arc[i][j] && arc[j][k] && arc[i][k] {
					t.closed[codes]++
				}
			}
		}
		t.class[codes] = triadClass(&arc)
	}
	return t
}

// triadClass names a triple: the counts of dyads, then a letter by the asymmetric
// arcs that leave or enter the node that stands out.
func triadClass(arc *[3][3]bool) uint8 {
	var mutual, asymmetric, null int
	var out, in, both [3]int // asymmetric arcs and mutual dyads of each node
	for i := range 3 {
		for j := range i {
			switch {
			case arc[i][j] && arc[j][i]:
				mutual++
				both[i]++
				both[j]++
			case arc[i][j]:
				asymmetric++
				out[i]++
				in[j]++
			case arc[j][i]:
				asymmetric++
				out[j]++
				in[i]++
			default:
				null++
			}
		}
	}
	name := string([]byte{'0' + byte(mutual), '0' + byte(asymmetric), '0' + byte(null)})
	letter := ""
	switch name {
	case "021", "120":
		letter = "C"
		for i := range 3 {
			if out[i] == 2 {
				letter = "D"
			} else if in[i] == 2 {
				letter = "U"
			}
		}
	case "030":
		letter = "C"
		if max(out[0], out[1], out[2]) == 2 {
			letter = "T"
		}
	case "111": // down when the arc comes to the mutual dyad, up when it leaves it
		letter = "U"
		for i := range 3 {
			if both[i] == 1 && in[i] == 1 {
				letter = "D"
			}
		}
	}
	for k, n := range triadNames {
		if n == name+letter {
			return uint8(k)
		}
	}
	panic("analysis: no triad is called " + name + letter)
}

// triples counts the connected triples of a directed network by the codes of their
// dyads, from which all its indicators of closure follow.
type triples struct {
	n                  int
	mutual, asymmetric int64       // dyads
	triangles          [64]int64   // by codes
	centred            [4][4]int64 // pairs of partners by their codes from the centre
	twoPaths           int64       // i→j→k, i≠k
	around             []int64     // ((A+Aᵀ)³)_ii
	possible           []int64     // 2(t(t−1) − 2b)
}

// centre counts the pairs of partners of one node with so many arcs out only, in
// only and both ways.
func (t *triples) centre(i int, out, in, both int64) {
	t.asymmetric += out
	t.mutual += both // at both ends; halved by census
	t.centred[1][1] += out * (out - 1) / 2
	t.centred[2][2] += in * (in - 1) / 2
	t.centred[3][3] += both * (both - 1) / 2
	t.centred[1][2] += out * in
	t.centred[1][3] += out * both
	t.centred[2][3] += in * both
	t.twoPaths += (in+both)*(out+both) - both
	total := out + in + 2*both
	t.possible[i] = 2 * (total*(total-1) - 2*both)
}

func (t *triples) triangle(v, u, w int32, codes int) {
	t.triangles[codes]++
	weight := triadOf.weight[codes]
	t.around[v] += weight
	t.around[u] += weight
	t.around[w] += weight
}

// triples counts on bit rows, in the space of t.
func (b *bitRows) triples(t *triples) {
	*t = triples{n: b.n, around: t.around[:b.n], possible: t.possible[:b.n]}
	clear(t.around)
	for i := range b.n {
		both := b.out[i] & b.in[i]
		t.centre(i, int64(bits.OnesCount64(b.out[i]&^both)), int64(bits.OnesCount64(b.in[i]&^both)), int64(bits.OnesCount64(both)))
		for left := b.under[i] >> i >> 1 << 1 << i; left != 0; left &= left - 1 {
			j := bits.TrailingZeros64(left)
			first := b.code(i, j)
			for third := left & (left - 1) & b.under[j]; third != 0; third &= third - 1 {
				k := bits.TrailingZeros64(third)
				t.triangle(int32(i), int32(j), int32(k), first|b.code(i, k)<<2|b.code(j, k)<<4)
			}
		}
	}
}

// triples counts on compressed rows.
func (n *Network) triples() *triples {
	t := &triples{n: n.N(), around: make([]int64, n.N()), possible: make([]int64, n.N())}
	code := n.codes()
	for i := range n.N() {
		var count [4]int64
		for k := n.under.off[i]; k < n.under.off[i+1]; k++ {
			count[code[k]]++
		}
		t.centre(i, count[1], count[2], count[3])
	}
	f := n.under.forward(true, 1)
	seen := make([]int32, n.N())
	var found []triangle
	for v := range int32(n.N()) {
		found = f.list(v, seen, found[:0])
		for _, x := range found {
			t.triangle(x.node[0], x.node[1], x.node[2], int(code[x.tie[0]]|code[x.tie[1]]<<2|code[x.tie[2]]<<4))
		}
	}
	return t
}

// codes is the state of the dyad at each entry of the rows of U: bit 0 for an arc
// there, bit 1 for an arc back.
func (n *Network) codes() []uint8 {
	code := make([]uint8, len(n.under.adj))
	for i := range n.N() {
		out, in := n.ties.row(i), n.in.row(i)
		for k := n.under.off[i]; k < n.under.off[i+1]; k++ {
			j := n.under.adj[k]
			if len(out) > 0 && out[0] == j {
				code[k], out = 1, out[1:]
			}
			if len(in) > 0 && in[0] == j {
				code[k], in = code[k]|2, in[1:]
			}
		}
	}
	return code
}

// closed is the number of paths i→j→k that have i→k.
func (t *triples) closed() (closed int64) {
	for codes, count := range t.triangles {
		closed += count * triadOf.closed[codes]
	}
	return closed
}

// fagiolo is the sum of the local coefficients; ok is false when none is defined.
func (t *triples) fagiolo() (total float64, ok bool) {
	var s sum
	for i, possible := range t.possible {
		if possible > 0 {
			ok = true
			s.add(float64(t.around[i]) / float64(possible))
		}
	}
	return s.value(), ok
}

// census counts the sixteen classes (after Batagelj & Mrvar 2001): triples tied in
// all three dyads are listed, those tied in two are the other pairs of partners,
// those tied in one are what is left of the dyads, and the rest is empty.
func (t *triples) census() (count [16]int64) {
	reverse := [4]int{0, 2, 1, 3}
	open := t.centred
	for codes, c := range t.triangles {
		if c == 0 {
			continue
		}
		count[triadOf.class[codes]] += c
		first, second, third := codes&3, codes>>2&3, codes>>4
		for _, pair := range [3][2]int{{first, second}, {reverse[first], third}, {reverse[second], reverse[third]}} {
			open[min(pair[0], pair[1])][max(pair[0], pair[1])] -= c
		}
	}
	for a := 1; a < 4; a++ {
		for b := a; b < 4; b++ {
			count[triadOf.class[a|b<<2]] += open[a][b]
		}
	}
	n := int64(t.n)
	const empty, oneArc, oneMutual = 0, 1, 7
	count[oneArc], count[oneMutual] = t.asymmetric*(n-2), t.mutual/2*(n-2)
	all := n * (n - 1) * (n - 2) / 6
	for k, name := range triadNames {
		if k != empty && k != oneArc && k != oneMutual {
			count[oneArc] -= count[k] * int64(name[1]-'0')
			count[oneMutual] -= count[k] * int64(name[0]-'0')
		}
	}
	count[empty] = all
	for _, c := range count[1:] {
		count[empty] -= c
	}
	return count
}
