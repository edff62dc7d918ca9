package analysis

import (
	"cmp"
	"runtime"
	"slices"
)

// rows is an adjacency in compressed form: the partners of i are
// adj[off[i]:off[i+1]], in increasing order.
type rows struct {
	off, adj []int32
}

func (r rows) row(i int) []int32 { return r.adj[r.off[i]:r.off[i+1]] }

// compress sorts arcs into rows, both ways when mirrored, drops loops and merges
// parallels, adding their weights, if there are any, in the order of arcs. Beside the
// arcs it needs room for the rows only.
func compress(n int, arcs []arc, weights []float64, mirror bool) (rows, []float64) {
	r := rows{off: make([]int32, n+1)}
	for _, a := range arcs {
		if a.from == a.to {
			continue
		}
		r.off[a.from+1]++
		if mirror {
			r.off[a.to+1]++
		}
	}
	for i := range n {
		r.off[i+1] += r.off[i]
	}
	r.adj = make([]int32, r.off[n])
	var w []float64
	if weights != nil {
		w = make([]float64, r.off[n])
	}
	ends := slices.Clone(r.off[:n])
	put := func(from, to int32, k int) {
		r.adj[ends[from]] = to
		if w != nil {
			w[ends[from]] = weights[k]
		}
		ends[from]++
	}
	for k, a := range arcs {
		if a.from != a.to {
			put(a.from, a.to, k)
			if mirror {
				put(a.to, a.from, k)
			}
		}
	}
	inOrder((n+blockNodes-1)/blockNodes, runtime.GOMAXPROCS(0), func(_, b int) {
		for i := b * blockNodes; i < min(n, (b+1)*blockNodes); i++ {
			ends[i] = r.off[i] + int32(sortRow(r.row(i), w, r.off[i]))
		}
	}, func(int, int) {})
	return r.close(ends, w)
}

// sortRow sorts a row and merges what is there several times; w holds the weights of all
// rows, this one's from first on. It returns the length that is left.
func sortRow(row []int32, w []float64, first int32) int {
	if w == nil {
		slices.Sort(row)
		return len(slices.Compact(row))
	}
	type entry struct {
		to     int32
		weight float64
	}
	list := make([]entry, len(row))
	for k, to := range row {
		list[k] = entry{to, w[first+int32(k)]}
	}
	slices.SortStableFunc(list, func(a, b entry) int { return cmp.Compare(a.to, b.to) })
	length := 0
	for _, e := range list {
		if length > 0 && row[length-1] == e.to {
			w[first+int32(length)-1] += e.weight
			continue
		}
		row[length], w[first+int32(length)] = e.to, e.weight
		length++
	}
	return length
}

// close moves rows, whose ends are given, together where merging left gaps between them.
func (r rows) close(ends []int32, weights []float64) (rows, []float64) {
	to := int32(0)
	for i, end := range ends {
		start := r.off[i]
		if r.off[i] = to; to != start {
			copy(r.adj[to:], r.adj[start:end])
			if weights != nil {
				copy(weights[to:], weights[start:end])
			}
		}
		to += end - start
	}
	r.off[len(ends)] = to
	r.adj = r.adj[:to:to]
	if weights != nil {
		weights = weights[:to:to]
	}
	return r, weights
}

// transpose gives the rows of the reversed arcs.
func (r rows) transpose() rows {
	n := len(r.off) - 1
	t := rows{off: make([]int32, n+1), adj: make([]int32, len(r.adj))}
	for _, j := range r.adj {
		t.off[j+1]++
	}
	for i := range n {
		t.off[i+1] += t.off[i]
	}
	next := append([]int32(nil), t.off[:n]...)
	for i := range n {
		for _, j := range r.row(i) {
			t.adj[next[j]] = int32(i)
			next[j]++
		}
	}
	return t
}

// intersection leaves what is in both of two sorted adjacencies.
func intersection(a, b rows) rows {
	both := rows{off: make([]int32, len(a.off))}
	for i := range len(a.off) - 1 {
		y := b.row(i)
		for _, j := range a.row(i) {
			for len(y) > 0 && y[0] < j {
				y = y[1:]
			}
			if len(y) > 0 && y[0] == j {
				both.adj = append(both.adj, j)
			}
		}
		both.off[i+1] = int32(len(both.adj))
	}
	return both
}

// union merges two sorted adjacencies.
func union(a, b rows) rows {
	u := rows{off: make([]int32, len(a.off)), adj: make([]int32, 0, len(a.adj))}
	for i := range len(a.off) - 1 {
		x, y := a.row(i), b.row(i)
		for len(x) > 0 && len(y) > 0 {
			first := min(x[0], y[0])
			u.adj = append(u.adj, first)
			if x[0] == first {
				x = x[1:]
			}
			if y[0] == first {
				y = y[1:]
			}
		}
		u.adj = append(append(u.adj, x...), y...)
		u.off[i+1] = int32(len(u.adj))
	}
	return u
}
