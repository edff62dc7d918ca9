package analysis

import "sync/atomic"

// sweepShare is how many nodes are looked through for one that goes: when fewer go, they
// are followed one by one.
const sweepShare = 32

// peeling takes away the nodes of a network level by level.
type peeling struct {
	rows
	level int32
	left  []int32 // ties to nodes that stay, never less than the level; ^k for a node that went at level k
	parts []peeler
}

// peeler is what one worker has in hand.
type peeler struct {
	stay []int32 // nodes of its own, in order
	low  []int32 // nodes that it brought down to the level
}

// cores gives the core number of each node, in time n+m: nodes with k ties left go at
// level k, and with them those that this brings down to k (Batagelj & Zaveršnik 2003).
// Workers look through nodes of their own and follow those that they brought down
// (Kabir & Madduri 2017); which nodes go at a level does not depend on the order.
func (r rows) cores(workers int) []int32 {
	return r.peel(max(1, min(workers, len(r.off)/blockNodes)))
}

// peel is cores with so many workers, however small the network.
func (r rows) peel(workers int) []int32 {
	n := len(r.off) - 1
	p := peeling{rows: r, left: make([]int32, n), parts: make([]peeler, workers)}
	each := func(work func(at int)) {
		inOrder(len(p.parts), len(p.parts), func(_, at int) { work(at) }, func(int, int) {})
	}
	each(func(at int) {
		first, end := n*at/len(p.parts), n*(at+1)/len(p.parts)
		stay := make([]int32, end-first)
		for i := range stay {
			v := first + i
			stay[i], p.left[v] = int32(v), r.off[v+1]-r.off[v]
		}
		p.parts[at].stay = stay
	})
	for staying := n; staying > 0; p.level++ {
		each(p.step)
		staying = 0
		for _, part := range p.parts {
			staying += len(part.stay)
		}
	}
	for v, k := range p.left {
		p.left[v] = ^k
	}
	return p.left
}

// step is what one worker does of a level. Rows are read in their order in memory as
// long as many nodes go.
func (p *peeling) step(at int) {
	part := &p.parts[at]
	part.low = part.low[:0]
	for many := true; many; {
		before, stay := len(part.low), part.stay[:0]
		for _, v := range part.stay {
			switch left := atomic.LoadInt32(&p.left[v]); {
			case left > p.level:
				stay = append(stay, v)
			case left == p.level:
				part.take(p, v)
			}
		}
		part.stay = stay
		many = (len(part.low)-before)*sweepShare > len(stay)
	}
	for i := 0; i < len(part.low); i++ {
		part.take(p, part.low[i])
	}
}

// take lets a node of the level go, unless it has gone, and its partners have one tie
// less. One worker only brings a node down to the level.
func (part *peeler) take(p *peeling, v int32) {
	if !atomic.CompareAndSwapInt32(&p.left[v], p.level, ^p.level) {
		return
	}
	for _, u := range p.adj[p.off[v]:p.off[v+1]] {
		for left := atomic.LoadInt32(&p.left[u]); left > p.level; left = atomic.LoadInt32(&p.left[u]) {
			if atomic.CompareAndSwapInt32(&p.left[u], left, left-1) {
				if left-1 == p.level {
					part.low = append(part.low, u)
				}
				break
			}
		}
	}
}
