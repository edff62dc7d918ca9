package analysis

// cores gives the core number of each node by bucket peeling (Batagelj & Zaveršnik
// 2003), in time n+m.
func (r rows) cores() []int32 {
	n := len(r.off) - 1
	degree := make([]int32, n)
	most := int32(0)
	for v := range degree {
		degree[v] = r.off[v+1] - r.off[v]
		most = max(most, degree[v])
	}
	first := make([]int32, most+2) // where the nodes of each degree start in order
	for _, d := range degree {
		first[d+1]++
	}
	for d := range most + 1 {
		first[d+1] += first[d]
	}
	order, place := make([]int32, n), make([]int32, n)
	for v, d := range degree {
		place[v] = first[d]
		order[place[v]] = int32(v)
		first[d]++
	}
	for d := most; d > 0; d-- {
		first[d] = first[d-1]
	}
	first[0] = 0
	for _, v := range order {
		for _, w := range r.adj[r.off[v]:r.off[v+1]] {
			d := degree[w]
			if d <= degree[v] {
				continue
			}
			u, at := order[first[d]], first[d] // w changes places with the first of its degree
			order[at], order[place[w]] = w, u
			place[u], place[w] = place[w], at
			first[d]++
			degree[w]--
		}
	}
	return degree
}
