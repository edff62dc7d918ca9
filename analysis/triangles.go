package analysis

import (
	"math/bits"
	"slices"
)

// closure counts triangles and paths of two ties in U.
type closure struct {
	triangles, twoPaths int64
	at                  []int64 // triangles through each node
}

// closure counts on bit rows into at, which has room for n nodes.
func (b *bitRows) closure(at []int64) closure {
	c := closure{at: at[:b.n]}
	for i := range b.n {
		row, ends := b.under[i], 0
		for left := row; left != 0; left &= left - 1 {
			ends += bits.OnesCount64(row & b.under[bits.TrailingZeros64(left)])
		}
		d := int64(bits.OnesCount64(row))
		c.at[i] = int64(ends / 2)
		c.triangles += c.at[i]
		c.twoPaths += d * (d - 1) / 2
	}
	c.triangles /= 3
	return c
}

// forward is U with each tie listed at one end only, the one of smaller degree (of
// smaller index when equal), which leaves at most √(2m) ties a node (Latapy 2008).
type forward struct {
	rows
	from []int32 // where each tie stands in the rows of U, when wanted
}

func (r rows) forward(places bool, workers int) forward {
	n := len(r.off) - 1
	f := forward{rows: rows{off: make([]int32, n+1), adj: make([]int32, 0, len(r.adj)/2)}}
	if places {
		f.from = make([]int32, 0, len(r.adj)/2)
	}
	blocks := (n + forwardBlock - 1) / forwardBlock
	each := make([][]int32, max(1, min(workers, blocks))) // what a worker found, by place
	inOrder(blocks, len(each), func(w, block int) {
		first, end := block*forwardBlock, min(n, (block+1)*forwardBlock)
		room := slices.Grow(each[w][:0], int(r.off[end]-r.off[first])+1)
		room, kept := room[:cap(room)], 0
		for v := first; v < end; v++ {
			own := rank(r.off[v+1]-r.off[v], int32(v))
			for k := r.off[v]; k < r.off[v+1]; k++ {
				u := r.adj[k]
				room[kept] = k
				kept += int(uint64(own-rank(r.off[u+1]-r.off[u], u)) >> 63) // 1 when u comes after v
			}
			f.off[v+1] = int32(kept)
		}
		each[w] = room[:kept]
	}, func(w, block int) {
		before := int32(len(f.adj))
		for v := block * forwardBlock; v < min(n, (block+1)*forwardBlock); v++ {
			f.off[v+1] += before
		}
		for _, k := range each[w] {
			f.adj = append(f.adj, r.adj[k])
		}
		if places {
			f.from = append(f.from, each[w]...)
		}
	})
	return f
}

// rank orders nodes by degree, then by index.
func rank(degree, v int32) int64 { return int64(degree)<<32 | int64(v) }

// forwardBlock is how many nodes a worker takes at a time.
const forwardBlock = 1024

// closure counts by marking the ties of each node and following those of its
// partners.
func (r rows) closure(workers int) closure {
	n := len(r.off) - 1
	c := closure{at: make([]int64, n)}
	for v := range n {
		d := int64(r.off[v+1] - r.off[v])
		c.twoPaths += d * (d - 1) / 2
	}
	f := r.forward(false, workers)
	blocks := (n + forwardBlock - 1) / forwardBlock
	type worker struct {
		mark []int32 // v+1 for the partners of v
		at   []int64
	}
	each := make([]worker, max(1, min(workers, blocks)))
	for w := range each {
		each[w] = worker{make([]int32, n), c.at}
		if w > 0 {
			each[w].at = make([]int64, n)
		}
	}
	inOrder(blocks, len(each), func(w, block int) {
		for v := block * forwardBlock; v < min(n, (block+1)*forwardBlock); v++ {
			f.trianglesAt(int32(v), each[w].mark, each[w].at)
		}
	}, func(int, int) {})
	for _, w := range each[1:] {
		for v, t := range w.at {
			c.at[v] += t
		}
	}
	for _, t := range c.at {
		c.triangles += t
	}
	c.triangles /= 3
	return c
}

// trianglesAt adds the triangles whose first node is v.
func (f forward) trianglesAt(v int32, mark []int32, at []int64) {
	row := f.adj[f.off[v]:f.off[v+1]]
	if len(row) < 2 {
		return
	}
	for _, w := range row {
		mark[w] = v + 1
	}
	sum := int64(0)
	for _, u := range row {
		found := int64(0)
		for _, w := range f.adj[f.off[u]:f.off[u+1]] {
			if mark[w] == v+1 {
				at[w]++
				found++
			}
		}
		at[u] += found
		sum += found
	}
	at[v] += sum
}

// triangle is three tied nodes and the places of their ties in the rows of U:
// first–second, first–third, second–third.
type triangle struct {
	node [3]int32
	tie  [3]int32
}

// list appends the triangles whose first node is v. seen holds for each node where
// the tie from the node being listed stands, plus 1; it is left all 0.
func (f forward) list(v int32, seen []int32, out []triangle) []triangle {
	row := f.adj[f.off[v]:f.off[v+1]]
	for k, w := range row {
		seen[w] = f.off[v] + int32(k) + 1
	}
	for k, u := range row {
		for l := f.off[u]; l < f.off[u+1]; l++ {
			if at := seen[f.adj[l]]; at != 0 {
				out = append(out, triangle{
					[3]int32{v, u, f.adj[l]},
					[3]int32{f.from[f.off[v]+int32(k)], f.from[at-1], f.from[l]},
				})
			}
		}
	}
	for _, w := range row {
		seen[w] = 0
	}
	return out
}
