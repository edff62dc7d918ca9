package analysis

import "slices"

// refine cuts each community into parts that hold together: from single nodes, a node
// joins the part of its community that gains most, if both have at least as much
// weight to the rest of the community as chance would give them. It numbers the parts
// and returns how many there are. Each worker takes communities of its own.
func (s *leiden) refine(l *layer, of []int32) (count int) {
	n := len(of)
	inOrder((n+blockNodes-1)/blockNodes, len(s.hands), func(_, b int) { s.unrefined(l, of, b) }, func(int, int) {})
	order, takers := s.visits(&s.random, &s.hands[0], 0, n), int32(len(s.hands))
	inOrder(len(s.hands), len(s.hands), func(worker, taker int) {
		for _, v := range order {
			if of[v]%takers == int32(taker) && s.single[v] {
				s.join(l, of, &s.hands[worker], v)
			}
		}
	}, func(int, int) {})
	inOrderOfFirst(s.parts[:n])
	return int(slices.Max(s.parts[:n])) + 1
}

// unrefined makes parts of single nodes.
func (s *leiden) unrefined(l *layer, of []int32, block int) {
	for v := block * blockNodes; v < min(len(of), (block+1)*blockNodes); v++ {
		s.parts[v], s.single[v], s.size[v] = int32(v), true, l.strength[v]
		outward := 0.0
		for k := l.off[v]; k < l.off[v+1]; k++ {
			if of[l.adj[k]] == of[v] {
				outward += l.weight(k)
			}
		}
		s.outward[v] = outward
	}
}

// join lets a single node join another part of its community.
func (s *leiden) join(l *layer, of []int32, h *hand, v int32) {
	whole := s.strength[of[v]]
	if !s.held(l, v, whole) {
		return
	}
	near := h.near[:0]
	for k := l.off[v]; k < l.off[v+1]; k++ {
		u := l.adj[k]
		if of[u] != of[v] {
			continue
		}
		c := s.parts[u]
		if h.tied[c] == 0 {
			near = append(near, c)
		}
		h.tied[c] += l.weight(k)
	}
	best, most := v, 0.0
	for _, c := range near {
		if gain := float64(l.total*h.tied[c]) - float64(s.size[v]*s.size[c]); gain > most && s.held(l, c, whole) {
			best, most = c, gain
		}
	}
	if best != v {
		s.parts[v], s.single[v], s.single[best] = best, false, false
		s.size[best] += s.size[v]
		s.outward[best] += s.outward[v] - 2*h.tied[best]
	}
	for _, c := range near {
		h.tied[c] = 0
	}
}

// held reports whether a part is tied to the rest of its community, of such strength,
// as chance would tie it at least.
func (s *leiden) held(l *layer, part int32, whole float64) bool {
	return float64(l.total*s.outward[part]) >= float64(s.size[part]*(whole-s.size[part]))
}

// blockParts is how many parts one worker merges before their rows are put in order.
const blockParts = 1024

// merge makes the parts the nodes of a smaller layer, and tells which communities they
// are parts of.
func (s *leiden) merge(l *layer, of []int32, count int) (m *layer, up []int32) {
	n := len(of)
	parts := s.parts[:n]
	inOrderOfFirst(of)
	m, up = s.room(l, count), make([]int32, count)
	first := make([]int32, count+1)
	for v, c := range parts {
		first[c+1]++
		m.strength[c] += l.strength[v]
		up[c] = of[v]
	}
	for c := range count {
		first[c+1] += first[c]
	}
	nodes, next := make([]int32, n), slices.Clone(first)
	for v, c := range parts {
		nodes[next[c]] = int32(v)
		next[c]++
	}
	inOrder((count+blockParts-1)/blockParts, len(s.hands), func(worker, b int) {
		h := &s.hands[worker]
		h.adj, h.weights, h.ends = h.adj[:0], h.weights[:0], h.ends[:0]
		for c := b * blockParts; c < min(count, (b+1)*blockParts); c++ {
			h.gather(l, parts, int32(c), nodes[first[c]:first[c+1]])
		}
	}, func(worker, b int) {
		h, at := &s.hands[worker], len(m.adj)
		m.adj, m.weights = append(m.adj, h.adj...), append(m.weights, h.weights...)
		for _, end := range h.ends {
			m.off = append(m.off, int32(at+end))
		}
	})
	return m, up
}

// room is an empty layer for so many nodes.
func (s *leiden) room(l *layer, count int) *layer {
	m := &layer{}
	if last := len(s.spare) - 1; last >= 0 {
		m, s.spare = s.spare[last], s.spare[:last]
	} else {
		ends := len(l.adj) / 2 // of ties between the parts of nodes, more of those of parts
		if l.weights != nil {
			ends = len(l.adj)
		}
		m.adj, m.weights = make([]int32, 0, ends), make([]float64, 0, ends)
	}
	m.off, m.adj, m.weights = append(m.off[:0], 0), m.adj[:0], m.weights[:0]
	m.strength, m.total = make([]float64, count), l.total
	return m
}

// gather adds up the ties of the nodes of a part to other parts, as a row.
func (h *hand) gather(l *layer, parts []int32, part int32, nodes []int32) {
	near := h.near[:0]
	for _, v := range nodes {
		for k := l.off[v]; k < l.off[v+1]; k++ {
			c := parts[l.adj[k]]
			if h.tied[c] == 0 && c != part {
				near = append(near, c)
			}
			h.tied[c] += l.weight(k)
		}
	}
	h.tied[part] = 0
	for _, c := range near {
		h.adj, h.weights = append(h.adj, c), append(h.weights, h.tied[c])
		h.tied[c] = 0
	}
	h.ends = append(h.ends, len(h.adj))
}
