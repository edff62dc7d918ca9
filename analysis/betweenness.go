package analysis

// brandes holds one search of Brandes' algorithm. Arrays are packed by visit: no
// branch of the inner loops depends on the network, so that none is mispredicted.
type brandes struct {
	level  []int32   // distance of each node from the source; unvisited until reached
	paths  []float64 // σ, shortest paths from the source; scaled by level
	credit []float64 // (1+δ)/σ of the nodes farther away
	order  []int32   // nodes in order of visit
	later  []int32   // ties to the next level, grouped by node in order of visit
	start  []int32   // later[start[k]:start[k+1]] belong to order[k]
	ends   []int32   // where each level ends in order
	scale  []float64 // what the paths of each level were multiplied by, beside the last
	sum    []float64 // what the block adds to the betweenness
}

const unvisited = int32(1<<31 - 1)

// newBrandes makes room for n nodes and rows of at most entries ties.
func newBrandes(n, entries int) *brandes {
	b := &brandes{
		level: make([]int32, n), paths: make([]float64, n), credit: make([]float64, n),
		order: make([]int32, n+1), later: make([]int32, entries+1), start: make([]int32, n+1), sum: make([]float64, n),
	}
	for v := range b.level {
		b.level[v] = unvisited
	}
	return b
}

// betweenness sums σ_st(i)/σ_st over all ordered pairs s, t.
func (r rows) betweenness(workers int) []float64 { return r.betweennessFrom(r.nodes(), workers) }

// betweennessFrom sums over the pairs with some sources s. They are taken in blocks
// of 64, which are merged in order.
func (r rows) betweennessFrom(from []int32, workers int) []float64 {
	n := len(r.off) - 1
	blocks := (len(from) + 63) / 64
	each := make([]*brandes, max(1, min(workers, blocks)))
	for w := range each {
		each[w] = newBrandes(n, len(r.adj))
	}
	total := make([]float64, n)
	inOrder(blocks, len(each),
		func(w, block int) {
			for _, s := range from[64*block : min(64*block+64, len(from))] {
				each[w].from(r, s)
			}
		},
		func(w, _ int) { each[w].flush(total) })
	return total
}

// flush moves the sums of a block to the total.
func (b *brandes) flush(total []float64) {
	for v, x := range b.sum {
		total[v] += x
		b.sum[v] = 0
	}
}

// from adds the dependencies of one source.
func (b *brandes) from(r rows, source int32) {
	b.count(r, source)
	visited := int32(len(b.ends)) // levels
	for d := visited - 1; d > 0; d-- {
		farther := 1.0
		if int(d+1) < len(b.scale) {
			farther = b.scale[d+1]
		}
		for k := b.ends[d] - 1; k >= b.ends[d-1]; k-- {
			v := b.order[k]
			credit := 0.0
			for _, w := range b.later[b.start[k]:b.start[k+1]] {
				credit += b.credit[w]
			}
			depends := float64(b.paths[v] * credit * farther)
			b.sum[v] += depends
			b.credit[v] = (1 + depends) / b.paths[v]
		}
	}
	for _, v := range b.order[:b.ends[visited-1]] {
		b.level[v] = unvisited
		b.paths[v] = 0
	}
}

// count finds the levels and the numbers of shortest paths from a source.
func (b *brandes) count(r rows, source int32) {
	level, order, later := b.level, b.order, b.later
	level[source], b.paths[source], order[0] = 0, 1, source
	b.ends, b.scale = append(b.ends[:0], 1), append(b.scale[:0], 1)
	visited, ties := int32(1), int32(0)
	for k := int32(0); k < visited; {
		end := visited
		for ; k < end; k++ {
			v := order[k]
			b.start[k] = ties
			farther := keepFarther(later[ties:], r.adj[r.off[v]:r.off[v+1]], level, level[v])
			ties += int32(len(farther))
			visited += visit(order[visited:], farther, level, b.paths, level[v]+1, b.paths[v])
		}
		b.start[k] = ties
		if visited > end {
			b.ends = append(b.ends, visited)
			b.scale = append(b.scale, b.rescale(order[end:visited]))
		}
	}
}

// keepFarther copies into room those of a row that are farther than level d: of the
// next level, or not visited yet. It has no branch, and so do the others below.
func keepFarther(room, row, level []int32, d int32) []int32 {
	kept := 0
	for _, w := range row {
		room[kept] = w
		kept += int(uint32(d-level[w]) >> 31) // 1 when level[w] > d
	}
	return room[:kept]
}

// visit puts nodes on level d, adds to their paths, and writes those that are new
// to order; it returns how many are new.
func visit(order, nodes, level []int32, total []float64, d int32, paths float64) int32 {
	news := 0
	total = total[:len(level)]
	for _, w := range nodes {
		order[news] = w
		news += int(uint32(d-level[w]) >> 31)
		level[w] = d
		total[w] += paths
	}
	return int32(news)
}

// rescale keeps the numbers of paths finite: they grow with a power of the length,
// and only their ratios between neighbouring levels matter.
func (b *brandes) rescale(nodes []int32) float64 {
	const large, down = 0x1p600, 0x1p-600
	most := 0.0
	for _, v := range nodes {
		most = max(most, b.paths[v])
	}
	if most < large {
		return 1
	}
	for _, v := range nodes {
		b.paths[v] = max(b.paths[v]*down, 0x1p-1000) // never 0: beside the others it is nothing
	}
	return down
}
