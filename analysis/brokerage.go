package analysis

import "math/bits"

// role is a position between two others, in the order of their indicators.
type role int

const (
	coordinator role = iota
	itinerant
	gatekeeper
	representative
	liaison
	allRoles
	roles
)

// roleOf is the role that an indicator counts.
func roleOf(id Indicator) role {
	switch id {
	case BrokerageCoordinator:
		return coordinator
	case BrokerageItinerant:
		return itinerant
	case BrokerageGatekeeper:
		return gatekeeper
	case BrokerageRepresentative:
		return representative
	case BrokerageLiaison:
		return liaison
	}
	return allRoles
}

// brokers counts by node how often it has each role.
type brokers [][roles]int64

func (b brokers) sum() (total [roles]int64) {
	for _, node := range b {
		for k, count := range node {
			total[k] += count
		}
	}
	return total
}

// brokers goes through the paths a→v→b of nodes of known class, marking whom a is
// tied to.
func (r rows) brokers(code []int16) brokers {
	n := len(code)
	counts := make(brokers, n)
	mark := make([]int32, n)
	for a := range n {
		if code[a] < 0 {
			continue
		}
		mark[a] = int32(a + 1)
		for _, v := range r.row(a) {
			mark[v] = int32(a + 1)
		}
		for _, v := range r.row(a) {
			if code[v] < 0 {
				continue
			}
			for _, b := range r.row(int(v)) {
				if code[b] >= 0 && mark[b] != int32(a+1) {
					counts[v][roleBetween(code[a], code[v], code[b])]++
					counts[v][allRoles]++
				}
			}
		}
	}
	return counts
}

func roleBetween(a, v, b int16) role {
	switch {
	case a == v && v == b:
		return coordinator
	case a == b:
		return itinerant
	case v == b:
		return gatekeeper
	case a == v:
		return representative
	}
	return liaison
}

// brokers counts the same in bit rows; class holds the nodes of each class and known
// those of any.
func (b *bitRows) brokers(code []int16, class []uint64, known uint64, counts brokers) {
	for v := range b.n {
		c := &counts[v]
		*c = [roles]int64{}
		if code[v] < 0 {
			continue
		}
		own := class[code[v]]
		for from := b.in[v] & known; from != 0; from &= from - 1 {
			a := bits.TrailingZeros64(from)
			to := b.out[v] & known &^ b.out[a] &^ (from & -from)
			inside := int64(bits.OnesCount64(to & own))
			outside := int64(bits.OnesCount64(to)) - inside
			if code[a] == code[v] {
				c[coordinator] += inside
				c[representative] += outside
			} else {
				back := int64(bits.OnesCount64(to & class[code[a]]))
				c[gatekeeper] += inside
				c[itinerant] += back
				c[liaison] += outside - back
			}
			c[allRoles] += inside + outside
		}
	}
}

// masks are the nodes of each class, and those of known class, for bit rows.
func (m *mix) masks() (class []uint64, known uint64) {
	class = make([]uint64, len(m.size))
	for i, c := range m.code {
		if c >= 0 {
			class[c] |= 1 << i
			known |= 1 << i
		}
	}
	return class, known
}

// brokerage gives how often members have a role, and each of them on request.
func (r *run) brokerage(id Indicator, m *mix) {
	x := r.startMix(m, ScopeNetwork)
	if m.known == 0 {
		x.undefined(m.noMembers(r.n.N()))
		r.add(x)
		return
	}
	if m.brokers == nil {
		m.brokers = r.n.ties.brokers(m.code)
	}
	if r.n.nUnknown > 0 && m.brokered == nil {
		m.brokered = r.brokered(m)
	}
	k := roleOf(id)
	excluded := m.countBlocks(r.n).excluded
	put := func(x Measure, value int64, at int) {
		x.ExcludedTies = excluded
		x.value(float64(value))
		x.bound(m.brokered, at*int(roles)+int(k))
		r.add(x)
	}
	put(x, m.brokers.sum()[k], r.n.N())
	if !r.nodes {
		return
	}
	for i := range r.n.N() {
		x := r.startMix(m, ScopeNode, r.n.ids[i])
		if m.code[i] >= 0 {
			put(x, m.brokers[i][k], i)
			continue
		}
		x.ExcludedTies = excluded
		x.undefined(NoClasses)
		r.add(x)
	}
}

// brokered is the range of each role of each node, then of their sums, over all
// fillings of the unknown pairs.
func (r *run) brokered(m *mix) []span {
	if r.n.N() > maxBits {
		return nil
	}
	class, known := m.masks()
	counts := make(brokers, r.n.N())
	return r.throughFillings(true, maxCostly, func(s *scratch) []float64 {
		s.net.brokers(m.code, class, known, counts)
		s.values = s.values[:0]
		for _, node := range append(counts[:len(counts):len(counts)], counts.sum()) {
			for _, count := range node {
				s.put(float64(count))
			}
		}
		return s.values
	})
}
