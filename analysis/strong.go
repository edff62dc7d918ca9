package analysis

// strong numbers the strong components along the rows (Tarjan 1972, without
// recursion, so that a path of a million nodes does not exhaust the stack). It
// returns the component of each node and the number of components.
func (r rows) strong() (component []int32, count int) {
	n := len(r.off) - 1
	slab := make([]int32, 5*n)
	component, low := slab[:n:n], slab[n:2*n] // low is 0 for a node not visited yet
	at := slab[2*n : 3*n]                     // the next tie of each node to follow
	stack, path := slab[3*n:3*n:4*n], slab[4*n:4*n]
	index := make([]int32, n)
	visits := int32(0)
	for root := range int32(n) {
		if low[root] != 0 {
			continue
		}
		path = append(path, root)
		for len(path) > 0 {
			v := path[len(path)-1]
			if low[v] == 0 {
				visits++
				low[v], index[v], at[v] = visits, visits, r.off[v]
				stack = append(stack, v)
			}
			if w, ok := r.follow(v, at, low, index, component); ok {
				path = append(path, w)
				continue
			}
			path = path[:len(path)-1]
			if len(path) > 0 {
				up := path[len(path)-1]
				low[up] = min(low[up], low[v])
			}
			if low[v] == index[v] {
				count++
				for w := int32(-1); w != v; {
					w = stack[len(stack)-1]
					stack = stack[:len(stack)-1]
					component[w] = int32(count)
				}
			}
		}
	}
	for v := range component {
		component[v]--
	}
	return component, count
}

// follow goes on with the ties of v up to one that leads to a node not visited yet.
// component is 0 for the nodes that are still on the stack.
func (r rows) follow(v int32, at, low, index, component []int32) (next int32, ok bool) {
	for ; at[v] < r.off[v+1]; at[v]++ {
		w := r.adj[at[v]]
		if low[w] == 0 {
			return w, true
		}
		if component[w] == 0 {
			low[v] = min(low[v], index[w])
		}
	}
	return 0, false
}
