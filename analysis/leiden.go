package analysis

// layer is a network of communities, which the search for larger ones works on; at
// first each is a node of U.
type layer struct {
	rows
	weights  []float64 // parallel to adj; nil when all are 1
	strength []float64 // weight of the ties of each community, those inside counted twice
	total    float64   // of the strengths
}

// newLayer reads U, its weights parallel to the rows or nil.
func newLayer(r rows, weights []float64) *layer {
	l := &layer{rows: r, weights: weights, strength: make([]float64, len(r.off)-1)}
	for v := range l.strength {
		if weights == nil {
			l.strength[v] = float64(r.off[v+1] - r.off[v])
		} else {
			for _, w := range weights[r.off[v]:r.off[v+1]] {
				l.strength[v] += w
			}
		}
		l.total += l.strength[v]
	}
	return l
}

func (l *layer) weight(k int32) float64 {
	if l.weights == nil {
		return 1
	}
	return l.weights[k]
}

// modularity of a division, whose communities are numbered from 0.
func (l *layer) modularity(of []int32) float64 {
	strength := make([]float64, len(of))
	var inside float64
	for v, c := range of {
		strength[c] += l.strength[v]
		for k := l.off[v]; k < l.off[v+1]; k++ {
			if of[l.adj[k]] == c {
				inside += l.weight(k)
			}
		}
	}
	var squares sum
	for _, s := range strength {
		squares.add(float64(s * s))
	}
	return inside/l.total - squares.value()/l.total/l.total
}

// leiden searches communities of high modularity (Traag, Waltman & van Eck 2019): nodes
// move to the neighbouring community that gains most, from a queue of those whose
// surroundings have changed; each community is refined into parts that hold together,
// merged greedily from single nodes; the parts become the nodes of a smaller network,
// in which they may move again, until nothing does. A search is sequential and depends
// on its number only.
type leiden struct {
	base   *layer
	random stream

	of       []int32   // community by node of the layer in hand
	strength []float64 // by community
	tied     []float64 // weight from the node in hand to each community
	near     []int32   // the communities it is tied to
	queue    []int32
	waiting  []bool
	parts    []int32   // refined communities
	size     []float64 // strength of each part
	outward  []float64 // weight from each part to the rest of its community
	single   []bool    // parts of one node
}

func newLeiden(base *layer) *leiden {
	n := len(base.strength)
	return &leiden{
		base: base, of: make([]int32, n), strength: make([]float64, n), tied: make([]float64, n), near: make([]int32, n),
		queue: make([]int32, n), waiting: make([]bool, n), parts: make([]int32, n), outward: make([]float64, n), single: make([]bool, n),
	}
}

// search runs once, from single nodes, and returns the community of each node. It
// goes from nodes to layers of parts and back to nodes until nothing moves, or so many
// times.
func (s *leiden) search(number, times int) []int32 {
	s.random = newStreams(0, "leiden").of(number)
	n := len(s.base.strength)
	of := make([]int32, n)
	for v := range of {
		of[v] = int32(v)
	}
	for k := 0; k < times && s.improve(of); k++ {
	}
	return inOrderOfFirst(of)
}

// improve moves nodes, then parts, of a division and reports whether any has.
func (s *leiden) improve(of []int32) (any bool) {
	l, home := s.base, []int32(nil)
	s.of = append(s.of[:0], of...)
	for {
		moved := s.move(l)
		any = any || moved
		count := s.refine(l)
		if count == len(l.strength) {
			break
		}
		if home == nil {
			home = append(home, s.parts...)
		} else {
			for v, h := range home {
				home[v] = s.parts[h]
			}
		}
		l = s.merge(l, count)
	}
	if !any {
		return false
	}
	for v := range of {
		if home == nil {
			of[v] = s.of[v]
		} else {
			of[v] = s.of[home[v]]
		}
	}
	return true
}

// blockVisits is how many nodes with neighbouring numbers are visited one after the
// other in a large layer: rows that stand together in memory are read together.
const blockVisits = 64

// visits puts the nodes of a layer in random order into the queue, blocks of them in
// a large layer.
func (s *leiden) visits(n int) []int32 {
	size := 1
	if n > blockNodes {
		size = blockVisits
	}
	blocks := s.near[:0]
	for first := 0; first < n; first += size {
		blocks = append(blocks, int32(first))
	}
	shuffle(&s.random, blocks)
	queue := s.queue[:0]
	for _, first := range blocks {
		for v := first; v < min(first+int32(size), int32(n)); v++ {
			queue = append(queue, v)
		}
	}
	return queue
}

// move lets nodes go to the community that gains most until none wants to.
func (s *leiden) move(l *layer) (any bool) {
	n := len(l.strength)
	of, strength, waiting := s.of[:n], s.strength[:n], s.waiting[:n]
	clear(strength)
	for v, c := range of {
		strength[c] += l.strength[v]
		waiting[v] = true
	}
	members := make([]int32, n)
	for _, c := range of {
		members[c]++
	}
	var free []int32 // communities without members
	for c := n - 1; c >= 0; c-- {
		if members[c] == 0 {
			free = append(free, int32(c))
		}
	}
	queue := s.visits(n)
	for head, left := 0, n; left > 0; left-- {
		v := queue[head]
		if head++; head == n {
			head = 0
		}
		waiting[v] = false
		own, k := of[v], l.strength[v]
		near := s.neighbours(l, v, of)
		if strength[own] -= k; members[own] == 1 {
			strength[own] = 0 // rounding errors of those who left would make a node alone worse than alone
		}
		best, most := own, float64(l.total*s.tied[own])-float64(k*strength[own])
		for _, c := range near {
			if gain := float64(l.total*s.tied[c]) - float64(k*strength[c]); gain > most {
				best, most = c, gain
			}
		}
		if most < 0 {
			best, most = free[len(free)-1], 0
		}
		for _, c := range near {
			s.tied[c] = 0
		}
		strength[best] += k
		if best == own {
			continue
		}
		any = true
		if members[best] == 0 {
			free = free[:len(free)-1]
		}
		members[best]++
		if members[own]--; members[own] == 0 {
			free = append(free, own)
		}
		of[v] = best
		for _, u := range l.adj[l.off[v]:l.off[v+1]] {
			if of[u] != best && !waiting[u] {
				waiting[u] = true
				queue[(head+left-1)%n] = u
				left++
			}
		}
	}
	return any
}

// neighbours adds up the weight from a node to each community into tied, and lists
// those communities.
func (s *leiden) neighbours(l *layer, v int32, of []int32) []int32 {
	near, tied := s.near[:0], s.tied
	if l.weights == nil {
		for _, u := range l.adj[l.off[v]:l.off[v+1]] {
			c := of[u]
			if tied[c] == 0 {
				near = append(near, c)
			}
			tied[c]++
		}
		return near
	}
	for k := l.off[v]; k < l.off[v+1]; k++ {
		c := of[l.adj[k]]
		if tied[c] == 0 {
			near = append(near, c)
		}
		tied[c] += l.weights[k]
	}
	return near
}

// refine cuts each community into parts that hold together: from single nodes, a node
// joins the part of its community that gains most, if both have at least as much
// weight to the rest of the community as chance would give them. It numbers the parts
// and returns how many there are.
func (s *leiden) refine(l *layer) (count int) {
	n := len(l.strength)
	of, parts, outward, single := s.of[:n], s.parts[:n], s.outward[:n], s.single[:n]
	size := append(s.size[:0], l.strength...)
	for v := range parts {
		parts[v], single[v], outward[v] = int32(v), true, 0
		for k := l.off[v]; k < l.off[v+1]; k++ {
			if of[l.adj[k]] == of[v] {
				outward[v] += l.weight(k)
			}
		}
	}
	held := func(c int32, whole float64) bool {
		return float64(l.total*outward[c]) >= float64(size[c]*(whole-size[c]))
	}
	for _, v := range s.visits(n) {
		whole := s.strength[of[v]]
		if !single[v] || !held(v, whole) {
			continue
		}
		near := s.partsNear(l, v)
		best, most := v, 0.0
		for _, c := range near {
			if gain := float64(l.total*s.tied[c]) - float64(size[v]*size[c]); gain > most && held(c, whole) {
				best, most = c, gain
			}
		}
		if best != v {
			parts[v], single[v], single[best] = best, false, false
			size[best] += size[v]
			outward[best] += outward[v] - 2*s.tied[best]
		}
		for _, c := range near {
			s.tied[c] = 0
		}
	}
	s.size = size
	inOrderOfFirst(parts)
	for _, c := range parts {
		count = max(count, int(c)+1)
	}
	return count
}

// partsNear does for the parts of the community of a single node what neighbours does
// for communities.
func (s *leiden) partsNear(l *layer, v int32) []int32 {
	near := s.near[:0]
	for k := l.off[v]; k < l.off[v+1]; k++ {
		u := l.adj[k]
		if s.of[u] != s.of[v] {
			continue
		}
		c := s.parts[u]
		if s.tied[c] == 0 {
			near = append(near, c)
		}
		s.tied[c] += l.weight(k)
	}
	return near
}

// merge makes the parts the nodes of a smaller layer, in the communities that they
// are parts of.
func (s *leiden) merge(l *layer, count int) *layer {
	n := len(l.strength)
	inOrderOfFirst(s.of)
	first := make([]int32, count+1)
	for _, c := range s.parts[:n] {
		first[c+1]++
	}
	for c := range count {
		first[c+1] += first[c]
	}
	members, next := make([]int32, n), append([]int32(nil), first...)
	m := &layer{rows: rows{off: make([]int32, count+1)}, weights: []float64{}, strength: make([]float64, count), total: l.total}
	of := make([]int32, count)
	for v, c := range s.parts[:n] {
		members[next[c]] = int32(v)
		next[c]++
		m.strength[c] += l.strength[v]
		of[c] = s.of[v]
	}
	for c := range int32(count) {
		near := s.near[:0]
		for _, v := range members[first[c]:first[c+1]] {
			for k := l.off[v]; k < l.off[v+1]; k++ {
				d := s.parts[l.adj[k]]
				if s.tied[d] == 0 && d != c {
					near = append(near, d)
				}
				s.tied[d] += l.weight(k)
			}
		}
		s.tied[c] = 0
		for _, d := range near {
			m.adj, m.weights = append(m.adj, d), append(m.weights, s.tied[d])
			s.tied[d] = 0
		}
		m.off[c+1] = int32(len(m.adj))
	}
	s.of = append(s.of[:0], of...)
	return m
}
