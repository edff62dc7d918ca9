package analysis

import "slices"

const (
	lanes     = 4  // ranges of nodes that first find communities by themselves, in a large layer
	coarse    = 16 // a layer of so many times fewer nodes than the network
	again     = 4  // is gone through so often, the last time through the network
	leastMove = 50 // a large layer is left when of so many nodes visited only one moves
)

// leiden searches communities of high modularity (Traag, Waltman & van Eck 2019): nodes
// move to the neighbouring community that gains most, from a queue of those whose
// surroundings have changed; each community is refined into parts that hold together,
// merged greedily from single nodes; the parts become the nodes of a smaller network,
// in which they may move again, until nothing does. A search depends on its number
// only: workers share what does not depend on the order.
type leiden struct {
	base   *layer
	random stream
	hands  []hand // by worker

	strength []float64 // by community
	members  []int32
	queue    []int32
	waiting  []bool
	parts    []int32   // refined communities
	size     []float64 // strength of each part
	outward  []float64 // weight from each part to the rest of its community
	single   []bool    // parts of one node
	last     bool      // whether this is the last time through the network
	spare    []*layer  // layers that are done with, whose memory is used again
}

// hand is what one worker adds up for a node.
type hand struct {
	tied []float64 // weight from the node to each community
	near []int32   // the communities it is tied to

	adj     []int32 // rows of parts, before they are put in order
	weights []float64
	ends    []int
}

// newLeiden makes room for searches, each by so many workers.
func newLeiden(base *layer, workers int) *leiden {
	n := len(base.strength)
	s := &leiden{
		base: base, strength: make([]float64, n), members: make([]int32, n), queue: make([]int32, n), waiting: make([]bool, n),
		parts: make([]int32, n), size: make([]float64, n), outward: make([]float64, n), single: make([]bool, n),
	}
	for range workers {
		s.hands = append(s.hands, hand{tied: make([]float64, n), near: make([]int32, n)})
	}
	return s
}

// search runs once, from single nodes, and returns the community of each node.
func (s *leiden) search(number, times int) []int32 {
	s.random = newStreams(0, "leiden").of(number)
	of := make([]int32, len(s.base.strength))
	for v := range of {
		of[v] = int32(v)
	}
	s.improve(s.base, of, times)
	return inOrderOfFirst(of)
}

// improve moves the nodes of a layer, then their parts in smaller layers, until nothing
// moves, or so many times, and reports whether any has.
func (s *leiden) improve(l *layer, of []int32, times int) (any bool) {
	n := len(of)
	for times > 0 {
		if l == s.base {
			s.last = times == 1
		}
		moved, settled := s.move(l, of)
		any = any || moved
		count := s.refine(l, of)
		if count == n && !settled {
			continue // so that in the end each community holds together
		}
		if count < n {
			home := slices.Clone(s.parts[:n])
			m, up := s.merge(l, of, count)
			deep := 1
			if limit := len(s.base.strength) / coarse; s.last && count <= limit && n > limit {
				deep = again
			}
			moved = s.improve(m, up, deep) || moved
			any = any || moved
			s.spare = append(s.spare, m)
			for v, h := range home {
				of[v] = up[h]
			}
		}
		if !moved {
			break
		}
		times--
	}
	return any
}

// blockVisits is how many nodes with neighbouring numbers are visited one after the
// other in a large layer: rows that stand together in memory are read together.
const blockVisits = 64

// visits puts nodes of a layer in random order into the queue, blocks of them in a large
// layer.
func (s *leiden) visits(random *stream, h *hand, first, end int) []int32 {
	size := 1
	if end-first > blockNodes {
		size = blockVisits
	}
	blocks := h.near[:0]
	for v := first; v < end; v += size {
		blocks = append(blocks, int32(v))
	}
	shuffle(random, blocks)
	queue := s.queue[first:first]
	for _, b := range blocks {
		for v := b; v < min(b+int32(size), int32(end)); v++ {
			queue = append(queue, v)
		}
	}
	return queue
}

// move lets nodes go to the community that gains most until none wants to, or few do,
// when it is not settled yet. In a large layer of single nodes, ranges of nodes begin by
// themselves.
func (s *leiden) move(l *layer, of []int32) (any, settled bool) {
	n := len(of)
	clear(s.strength[:n])
	clear(s.members[:n])
	alone := true
	for v, c := range of {
		s.strength[c] += l.strength[v]
		s.members[c]++
		alone = alone && s.members[c] == 1
	}
	all := among{layer: l, of: of, hand: &s.hands[0], random: &s.random, end: n}
	if !alone || n <= lanes*blockNodes {
		return s.moveAmong(all)
	}
	var random [lanes]stream
	var moved [lanes]bool
	for k := range random {
		random[k] = stream(s.random.next())
	}
	inOrder(lanes, len(s.hands), func(worker, k int) {
		lane := among{layer: l, of: of, hand: &s.hands[worker], random: &random[k], first: n * k / lanes, end: n * (k + 1) / lanes}
		moved[k], _ = s.moveAmong(lane)
	}, func(int, int) {})
	any, settled = s.moveAmong(all)
	return any || slices.Contains(moved[:], true), settled
}

// among is a range of the nodes of a layer that move among the communities with their
// numbers.
type among struct {
	*layer
	of         []int32
	hand       *hand
	random     *stream
	first, end int
	free       []int32 // communities without members
}

// moveAmong works through the queue of a range of nodes.
func (s *leiden) moveAmong(a among) (any, settled bool) {
	for c := a.end - 1; c >= a.first; c-- {
		if s.waiting[c] = true; s.members[c] == 0 {
			a.free = append(a.free, int32(c))
		}
	}
	queue, n := s.visits(a.random, a.hand, a.first, a.end), a.end-a.first
	for head, left, visits, moves := 0, n, 0, 0; left > 0; left-- {
		if visits++; visits == n && n > blockNodes {
			if moves*leastMove < n {
				return any, false
			}
			visits, moves = 0, 0
		}
		v := queue[head]
		if head++; head == n {
			head = 0
		}
		s.waiting[v] = false
		own := a.of[v]
		best := s.choose(&a, v, own)
		if best == own {
			continue
		}
		any = true
		moves++
		if s.members[best] == 0 {
			a.free = a.free[:len(a.free)-1]
		}
		s.members[best]++
		if s.members[own]--; s.members[own] == 0 {
			a.free = append(a.free, own)
		}
		a.of[v] = best
		for _, u := range a.adj[a.off[v]:a.off[v+1]] {
			if int(u) >= a.first && int(u) < a.end && a.of[u] != best && !s.waiting[u] {
				s.waiting[u] = true
				queue[(head+left-1)%n] = u
				left++
			}
		}
	}
	return any, true
}

// choose finds the community that gains most by a node, a free one when all lose, and
// moves its strength there.
func (s *leiden) choose(a *among, v, own int32) int32 {
	k, strength := a.layer.strength[v], s.strength
	near, tied := a.communities(v), a.hand.tied
	if strength[own] -= k; s.members[own] == 1 {
		strength[own] = 0 // rounding errors of those who left would make a node alone worse than alone
	}
	best, most := own, float64(a.total*tied[own])-float64(k*strength[own])
	for _, c := range near {
		if gain := float64(a.total*tied[c]) - float64(k*strength[c]); gain > most {
			best, most = c, gain
		}
	}
	if most < 0 {
		best = a.free[len(a.free)-1]
	}
	for _, c := range near {
		tied[c] = 0
	}
	strength[best] += k
	return best
}

// communities adds up the weight from a node to each community of a range into tied, and
// lists those communities.
func (a *among) communities(v int32) []int32 {
	near, tied, of, first, size := a.hand.near[:0], a.hand.tied, a.of, a.first, uint(a.end-a.first)
	row := a.adj[a.off[v]:a.off[v+1]]
	if a.weights == nil {
		for _, u := range row {
			if uint(int(u)-first) >= size {
				continue
			}
			c := of[u]
			if tied[c] == 0 {
				near = append(near, c)
			}
			tied[c]++
		}
		return near
	}
	weights := a.weights[a.off[v]:a.off[v+1]]
	for k, u := range row {
		if uint(int(u)-first) >= size {
			continue
		}
		c := of[u]
		if tied[c] == 0 {
			near = append(near, c)
		}
		tied[c] += weights[k]
	}
	return near
}
