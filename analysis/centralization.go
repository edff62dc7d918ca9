package analysis

import "slices"

// degreeCentralization works on the excess Σ(d_max − d_i) = n·d_max − 2m.
func (r *run) degreeCentralization() {
	m := r.start(Scope{Kind: ScopeNetwork})
	n := r.n.N()
	if n < 3 {
		m.undefined(tooFew(int64(n)))
		r.add(m)
		return
	}
	d := newDegrees(r.n)
	most := int64(n-1) * int64(n-2)
	m.ratio(d.excess(), most)
	if m.PairsUnknown > 0 {
		dyads := r.n.unknownDyads(maxEnumerated + 1)
		if len(dyads) > maxEnumerated {
			m.warn(UnknownTooMany)
		} else {
			low, high := d.fillings(dyads)
			m.Bounds = &Bounds{Lower: float64(low) / float64(most), Upper: float64(high) / float64(most), Method: Enumerated}
		}
	}
	r.add(m)
}

// unknownDyads lists the dyads of U that are not tied and of which a pair is
// unknown, up to a limit.
func (n *Network) unknownDyads(limit int) []Tie {
	var dyads []Tie
	for i, j := range n.UnknownPairs() {
		if i > j && n.unknown.has(j, i) {
			continue // listed from the other end
		}
		if _, tied := slices.BinarySearch(n.under.row(i), int32(j)); tied {
			continue
		}
		if dyads = append(dyads, Tie{From: i, To: j}); len(dyads) == limit {
			break
		}
	}
	return dyads
}

// degrees keeps the degree of each node, how many nodes have each degree, and the
// highest, while ties come and go.
type degrees struct {
	of    []int
	count []int
	top   int
	sum   int64
}

func newDegrees(n *Network) *degrees {
	d := &degrees{of: make([]int, n.N()), count: make([]int, n.N()+1)}
	for i := range d.of {
		d.of[i] = n.Degree(i)
		d.count[d.of[i]]++
		d.top = max(d.top, d.of[i])
		d.sum += int64(d.of[i])
	}
	return d
}

func (d *degrees) excess() int64 { return int64(len(d.of))*int64(d.top) - d.sum }

func (d *degrees) move(i, by int) {
	d.count[d.of[i]]--
	d.of[i] += by
	d.count[d.of[i]]++
	d.sum += int64(by)
	if d.of[i] > d.top {
		d.top = d.of[i]
	}
	for d.count[d.top] == 0 {
		d.top--
	}
}

// fillings returns the lowest and highest excess over all fillings of the dyads,
// in Gray code order: one dyad flips at a time. It leaves d as it was.
func (d *degrees) fillings(dyads []Tie) (low, high int64) {
	low, high = d.excess(), d.excess()
	present := make([]bool, len(dyads))
	flip := func(k int) {
		by := 1
		if present[k] {
			by = -1
		}
		present[k] = !present[k]
		d.move(dyads[k].From, by)
		d.move(dyads[k].To, by)
	}
	for code := 1; code < 1<<len(dyads); code++ {
		k := 0
		for code>>k&1 == 0 {
			k++
		}
		flip(k)
		low, high = min(low, d.excess()), max(high, d.excess())
	}
	for k := range present {
		if present[k] {
			flip(k)
		}
	}
	return low, high
}
