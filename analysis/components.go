package analysis

import "slices"

// forest is a union–find with path halving. The smaller index is the root, so
// labels do not depend on the order of joins.
type forest []int32

func newForest(n int) forest {
	f := make(forest, n)
	for i := range f {
		f[i] = int32(i)
	}
	return f
}

func (f forest) find(i int32) int32 {
	for f[i] != i {
		f[i] = f[f[i]]
		i = f[i]
	}
	return i
}

func (f forest) join(i, j int32) {
	i, j = f.find(i), f.find(j)
	if i < j {
		f[j] = i
	} else {
		f[i] = j
	}
}

// pieces summarises the weak components of U.
type pieces struct {
	count    int
	largest  int
	isolates int
	joined   int64 // Σ s(s−1), ordered pairs in one component
}

// pieces counts the components of the observed ties, or with every unknown pair
// present.
func (n *Network) pieces(filled bool) pieces {
	f := newForest(n.N())
	for i := range n.N() {
		for _, j := range n.under.row(i) {
			if int(j) > i {
				f.join(int32(i), j)
			}
		}
	}
	if filled {
		for i, j := range n.UnknownPairs() {
			f.join(int32(i), int32(j))
		}
	}
	size := make([]int, n.N())
	for i := range f {
		size[f.find(int32(i))]++
	}
	var p pieces
	for _, s := range size {
		if s == 0 {
			continue
		}
		p.add(s)
	}
	return p
}

// add counts one component.
func (p *pieces) add(size int) {
	p.count++
	p.largest = max(p.largest, size)
	p.joined += int64(size) * int64(size-1)
	if size == 1 {
		p.isolates++
	}
}

// Components returns the groups of nodes that reach each other in U, by node index:
// the largest first, of equal ones that with the smallest node. WEAK_COMPONENTS is
// their number; an isolate is one.
func (n *Network) Components() [][]int {
	f := newForest(n.N())
	for t := range n.Ties() {
		f.join(int32(t.From), int32(t.To))
	}
	at := make([]int, n.N())
	var groups [][]int
	for i := range f { // a root is the smallest of its group
		root := f.find(int32(i))
		if int(root) == i {
			at[i] = len(groups)
			groups = append(groups, nil)
		}
		groups[at[root]] = append(groups[at[root]], i)
	}
	slices.SortStableFunc(groups, func(a, b []int) int { return len(b) - len(a) })
	return groups
}
