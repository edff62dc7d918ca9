package analysis

// rows is an adjacency in compressed form: the partners of i are
// adj[off[i]:off[i+1]], in increasing order.
type rows struct {
	off, adj []int32
}

func (r rows) row(i int) []int32 { return r.adj[r.off[i]:r.off[i+1]] }

// compress sorts arcs into rows, both ways when mirrored, drops loops and merges
// parallels, adding their weights in the order of arcs. It buckets arcs by column
// and then columns by row, so that rows come out sorted in time n+m.
func compress(n int, arcs []arc, mirror, weighted bool) (rows, []float64) {
	columns, order := make([]int32, n+1), make([]int32, n+1)
	for _, a := range arcs {
		if a.from == a.to {
			continue
		}
		columns[a.to+1]++
		order[a.from+1]++
		if mirror {
			columns[a.from+1]++
			order[a.to+1]++
		}
	}
	for i := range n {
		columns[i+1] += columns[i]
		order[i+1] += order[i]
	}
	byColumn := make([]int32, columns[n])
	var weights []float64
	if weighted {
		weights = make([]float64, columns[n])
	}
	put := func(from, to int32, weight float64) {
		byColumn[columns[to]] = from
		if weighted {
			weights[columns[to]] = weight
		}
		columns[to]++
	}
	for _, a := range arcs {
		if a.from != a.to {
			put(a.from, a.to, a.weight)
			if mirror {
				put(a.to, a.from, a.weight)
			}
		}
	}
	return regroup(n, columns, order, byColumn, weights)
}

// regroup turns columns, whose ends are given, into rows, whose starts are given.
func regroup(n int, ends, starts, byColumn []int32, weights []float64) (rows, []float64) {
	r := rows{off: make([]int32, n+1), adj: make([]int32, len(byColumn))}
	var w []float64
	if weights != nil {
		w = make([]float64, len(weights))
	}
	at := int32(0)
	next := r.off[1:] // where the next entry of each row goes, so that it ends up as its end
	copy(next, starts[:n])
	for to := range int32(n) {
		for ; at < ends[to]; at++ {
			from := byColumn[at]
			k := next[from]
			if k > starts[from] && r.adj[k-1] == to {
				if w != nil {
					w[k-1] += weights[at]
				}
				continue
			}
			r.adj[k] = to
			if w != nil {
				w[k] = weights[at]
			}
			next[from]++
		}
	}
	return r.close(starts, w)
}

// close moves rows together where merging left gaps between them; off holds the end
// of each row and starts where it starts.
func (r rows) close(starts []int32, weights []float64) (rows, []float64) {
	to := int32(0)
	for i, start := range starts[:len(starts)-1] {
		end := r.off[i+1]
		if to != start {
			copy(r.adj[to:], r.adj[start:end])
			if weights != nil {
				copy(weights[to:], weights[start:end])
			}
		}
		to += end - start
		r.off[i+1] = to
	}
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
