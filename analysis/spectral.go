package analysis

import "math"

// blockNodes is how many entries of a vector are summed up before the sums are
// merged, in order, whatever the number of workers.
const blockNodes = 4096

const (
	damping     = .85
	settled     = 1e-12 // change of a vector at which an iteration ends
	maxJumps    = 1000  // iterations of PageRank: each shrinks the change to 85 %
	leastRounds = 1000  // iterations for the eigenvector, and as many more as the work allows
)

// pageRank iterates π = damping·Pᵀπ + (1−damping)/n, the mass of nodes without arcs
// going to all alike. in lists the arcs that each node receives, out those it sends. In
// an undirected network the iteration has real eigenvalues of at most the damping, so
// that Chebyshev's weights of the last two vectors end it in a third to two thirds of
// the rounds (Golub & Varga 1961).
func pageRank(out, in rows, directed bool, workers int) []float64 {
	n := len(out.off) - 1
	if n == 0 {
		return nil
	}
	rank, next, share := make([]float64, n), make([]float64, n), make([]float64, n)
	base := startRanks(out, rank, directed)
	blocks := (n + blockNodes - 1) / blockNodes
	lost := make([]float64, blocks)
	change := make([]float64, blocks)
	ahead := 1.0 // how much of the new vector goes into the next
	for jump := range maxJumps {
		inOrder(blocks, workers, func(_, b int) { lost[b] = shares(out, rank, share, b) }, func(int, int) {})
		if directed {
			base = (1 - damping + float64(damping*total(lost))) / float64(n)
		}
		inOrder(blocks, workers, func(_, b int) { change[b] = pull(in, base, ahead, share, rank, next, b) }, func(int, int) {})
		rank, next = next, rank
		if total(change) < settled {
			break
		}
		switch {
		case directed:
		case jump == 0:
			ahead = 1 / (1 - damping*damping/2)
		default:
			ahead = 1 / (1 - float64(damping*damping/4*ahead))
		}
	}
	return rank
}

// startRanks gives all nodes alike; in an undirected network those without ties what
// they will have in the end, which is then also what every node has before its ties.
func startRanks(out rows, rank []float64, directed bool) (base float64) {
	n, alone := float64(len(rank)), 0.0
	if !directed {
		for v := range rank {
			if out.off[v] == out.off[v+1] {
				alone++
			}
		}
	}
	base = (1 - damping) / (n - float64(damping*alone))
	for v := range rank {
		if rank[v] = 1 / n; !directed {
			rank[v] = base
			if out.off[v] < out.off[v+1] {
				rank[v] = (1 - float64(alone*base)) / (n - alone)
			}
		}
	}
	return base
}

// shares divides the rank of a block of nodes among their arcs, and sums up that of
// nodes without any.
func shares(out rows, rank, share []float64, block int) (lost float64) {
	for v := block * blockNodes; v < min(len(rank), (block+1)*blockNodes); v++ {
		if d := out.off[v+1] - out.off[v]; d > 0 {
			share[v] = damping * rank[v] / float64(d)
		} else {
			lost += rank[v]
		}
	}
	return lost
}

// pull computes the next rank of a block of nodes, in place of the one before the last,
// and by how much it changes.
func pull(in rows, base, ahead float64, share, rank, next []float64, block int) (change float64) {
	for v := block * blockNodes; v < min(len(rank), (block+1)*blockNodes); v++ {
		x := base
		for _, u := range in.adj[in.off[v]:in.off[v+1]] {
			x += share[u]
		}
		if ahead != 1 {
			x = float64(ahead*(x-next[v])) + next[v]
		}
		change += math.Abs(x - rank[v])
		next[v] = x
	}
	return change
}

func total(parts []float64) float64 {
	var s sum
	for _, x := range parts {
		s.add(x)
	}
	return s.value()
}

// eigenvector iterates x ← (A+I)x on the given nodes, a connected component of at
// least two, from equal entries. Adding I keeps bipartite components from
// swinging. It returns the entries of unit length and the eigenvalue of A; ok is
// false when the iteration does not settle with about so much work, counted in ties
// followed.
func (r rows) eigenvector(nodes []int32, work int) (x []float64, value float64, ok bool) {
	n := len(r.off) - 1
	x, next := make([]float64, n), make([]float64, n)
	for _, v := range nodes {
		x[v] = 1 / math.Sqrt(float64(len(nodes)))
	}
	for range leastRounds + work/len(r.adj) {
		var length sum
		for _, v := range nodes {
			y := x[v]
			for _, w := range r.adj[r.off[v]:r.off[v+1]] {
				y += x[w]
			}
			next[v] = y
			length.add(float64(y * y))
		}
		value = math.Sqrt(length.value())
		change := 0.0
		for _, v := range nodes {
			next[v] /= value
			change = max(change, math.Abs(next[v]-x[v]))
		}
		x, next = next, x
		if change < settled/100 {
			return x, value - 1, true
		}
	}
	return nil, 0, false
}
