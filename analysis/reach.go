package analysis

import "slices"

// reaching finds the sets of nodes that are closest to all others.
type reaching struct {
	n      int
	steps  []uint16 // distance by pair, 0 when there is no path
	counts []int64  // of the others by distance from a set
}

// newReaching measures all distances; subsets has said that there are few nodes.
func newReaching(r rows) *reaching {
	n := len(r.off) - 1
	x := &reaching{n: n, steps: make([]uint16, n*n), counts: make([]int64, n)}
	queue := make([]int32, 0, n)
	for s := range n {
		row := x.steps[s*n : (s+1)*n]
		queue = append(queue[:0], int32(s))
		for k := 0; k < len(queue); k++ {
			v := queue[k]
			for _, w := range r.row(int(v)) {
				if row[w] == 0 && int(w) != s {
					row[w] = row[v] + 1
					queue = append(queue, w)
				}
			}
		}
	}
	return x
}

// from is Σ 1/d from a set to all others, and how many of these are one step away.
func (x *reaching) from(set []int32) (harmonic float64, partners int64) {
	clear(x.counts)
	for j := range x.n {
		if slices.Contains(set, int32(j)) {
			continue
		}
		nearest := uint16(0)
		for _, v := range set {
			if d := x.steps[int(v)*x.n+j]; d != 0 && (nearest == 0 || d < nearest) {
				nearest = d
			}
		}
		x.counts[nearest]++
	}
	var s sum
	for d, count := range x.counts[1:] {
		if count > 0 {
			s.add(float64(count) / float64(d+1))
		}
	}
	if x.n > 1 {
		partners = x.counts[1]
	}
	return s.value(), partners
}

// reached is the first of the sets that reach most.
type reached struct {
	set    []int32
	value  float64
	optima int
}

func (b *reached) consider(set []int32, value float64) {
	switch better := compareWithin(value, b.value); {
	case b.set == nil || better > 0:
		b.set, b.value, b.optima = append(b.set[:0], set...), value, 1
	case better == 0:
		b.optima++
	}
}

// reachers are the sets of k nodes that reach most by distances, and directly.
type reachers struct {
	near, direct reached
}

// reachers goes through all sets of k nodes in the order of their ids.
func (x *reaching) reachers(k int) *reachers {
	best, set := &reachers{}, make([]int32, k)
	for i := range set {
		set[i] = int32(i)
	}
	for {
		harmonic, partners := x.from(set)
		best.near.consider(set, harmonic)
		best.direct.consider(set, float64(partners))
		if !following(set, x.n) {
			return best
		}
	}
}

// reachersOf are those of the observed ties and, when pairs are unknown, those with
// all of them present.
func (r *run) reachersOf(k int) (observed, filled *reachers) {
	if r.reach == nil {
		r.reach = newReaching(r.n.under)
		if r.n.nUnknown > 0 {
			r.filledReach = newReaching(r.filledRows(false))
		}
	}
	if r.reachers[k] == nil {
		r.reachers[k] = r.reach.reachers(k)
		if r.filledReach != nil {
			r.filledReachers[k] = r.filledReach.reachers(k)
		}
	}
	return r.reachers[k], r.filledReachers[k]
}

// keyReach gives for each size the set of members that reaches the others best.
func (r *run) keyReach(id Indicator) {
	n := r.n.N()
	if n < 2 {
		r.nodeBorder(Undefined, tooFew(int64(n)))
		return
	}
	pick := func(x *reachers) *reached {
		if id == KeyPlayerPos {
			return &x.near
		}
		return &x.direct
	}
	for k := 1; k <= maxPlayers && n-k >= 1; k++ {
		if !subsets(n, k, 0) {
			r.nodeBorder(NotComputed, BudgetExceeded)
			return
		}
		observed, filled := r.reachersOf(k)
		best := pick(observed)
		m := r.start(Scope{Kind: ScopeNodeSet, Keys: r.idsOf(best.set)})
		m.optimum(best.optima)
		if id == KeyPlayerPos {
			m.value(best.value / float64(n-k))
		} else {
			m.ratio(int64(best.value), int64(n-k))
		}
		if filled != nil {
			m.Bounds = &Bounds{Lower: *m.Value, Upper: pick(filled).value / float64(n-k), Method: Monotone}
		}
		r.add(m)
	}
}
