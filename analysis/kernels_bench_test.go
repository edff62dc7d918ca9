package analysis

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
)

// rowsOf makes the rows of an undirected network from pairs, parallels merged.
func rowsOf(n int, pairs [][2]int32) rows {
	off := make([]int32, n+1)
	for _, p := range pairs {
		off[p[0]+1]++
		off[p[1]+1]++
	}
	for i := range n {
		off[i+1] += off[i]
	}
	at, adj := slices.Clone(off), make([]int32, 2*len(pairs))
	for _, p := range pairs {
		adj[at[p[0]]], adj[at[p[1]]] = p[1], p[0]
		at[p[0]]++
		at[p[1]]++
	}
	r := rows{off: make([]int32, n+1), adj: adj[:0]}
	for i := range n {
		row := adj[off[i]:off[i+1]]
		slices.Sort(row)
		r.adj = append(r.adj, slices.Compact(row)...)
		r.off[i+1] = int32(len(r.adj))
	}
	return r
}

// planted draws a planted partition: groups of 50, four ties of five inside.
func planted(n, ties int) rows {
	random := rand.New(rand.NewPCG(1, 2))
	pairs := make([][2]int32, 0, ties)
	for len(pairs) < ties {
		a := random.IntN(n)
		b := a - a%50 + random.IntN(50)
		if random.IntN(5) == 0 {
			b = random.IntN(n)
		}
		if a != b && b < n {
			pairs = append(pairs, [2]int32{int32(a), int32(b)})
		}
	}
	return rowsOf(n, pairs)
}

// attached draws a network of preferential attachment, k ties a node.
func attached(n, k int) rows {
	random := rand.New(rand.NewPCG(3, 4))
	var pairs [][2]int32
	for v := 1; v < n; v++ {
		for range min(k, v) {
			to := int32(random.IntN(v))
			if len(pairs) > 0 && random.IntN(2) == 0 {
				to = pairs[random.IntN(len(pairs))][random.IntN(2)]
			}
			if to != int32(v) {
				pairs = append(pairs, [2]int32{int32(v), to})
			}
		}
	}
	return rowsOf(n, pairs)
}

func benchRows(b *testing.B, r rows, name string, work func(rows)) {
	b.Run(name, func(b *testing.B) {
		for b.Loop() {
			work(r)
		}
		b.ReportMetric(float64(len(r.adj)/2), "ties")
	})
}

// BenchmarkLarge runs the kernels on a million nodes (with -short on 100,000).
func BenchmarkLarge(b *testing.B) {
	n, ties := 1_000_000, 8_750_000
	if testing.Short() {
		n, ties = n/10, ties/10
	}
	r := planted(n, ties)
	benchRows(b, r, "components", func(r rows) { r.weak() })
	benchRows(b, r, "strong", func(r rows) { r.strong() })
	benchRows(b, r, "triangles", func(r rows) { r.closure(2) })
	benchRows(b, r, "cores", func(r rows) { r.cores(2) })
	benchRows(b, r, "pagerank", func(r rows) { pageRank(r, r, false, 2) })
}

// BenchmarkPaths runs the searches from every node of 10,000.
func BenchmarkPaths(b *testing.B) {
	for name, r := range map[string]rows{"attached": attached(10_000, 9), "planted": planted(10_000, 88_000)} {
		benchRows(b, r, name+"/distances", func(r rows) { r.distances(2) })
		benchRows(b, r, name+"/betweenness", func(r rows) { r.betweenness(2) })
	}
}

// BenchmarkBuild makes a network of a million nodes from numbered ties, and reports
// what it holds in memory.
func BenchmarkBuild(b *testing.B) {
	n, ties := 1_000_000, 8_750_000
	if testing.Short() {
		n, ties = n/10, ties/10
	}
	r := planted(n, ties)
	ids := make([]string, n)
	for i := range ids {
		ids[i] = strconv.Itoa(1_000_000 + i)
	}
	for b.Loop() {
		build := NewBuilder(false, ids...)
		build.Grow(len(r.adj) / 2)
		for i := range n {
			for _, j := range r.row(i) {
				if int(j) > i {
					build.TieAt(i, int(j))
				}
			}
		}
		net, err := build.Build()
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(4*(len(net.ties.off)+len(net.ties.adj)))/(1<<20), "MiB-of-rows")
	}
}
