package analysis

import (
	"context"
	"math"
	"slices"
)

// maxPermuted is up to how many nodes all orders are tried: 8! = 40,320.
const maxPermuted = 8

// cells is what is known of each ordered pair of nodes: of a relation, or whether two
// nodes are of one class.
type cells struct {
	n             int
	at            []level    // row by row; the diagonal is not used
	ties, unknown [][2]int32 // in order
}

func newCells(n int, of func(i, j int) level) *cells {
	c := &cells{n: n, at: make([]level, n*n)}
	for i := range n {
		for j := range n {
			if i == j {
				continue
			}
			l := of(i, j)
			c.at[i*n+j] = l
			switch pair := [2]int32{int32(i), int32(j)}; l {
			case levelPresent:
				c.ties = append(c.ties, pair)
			case levelUnknown:
				c.unknown = append(c.unknown, pair)
			}
		}
	}
	return c
}

// sameClass is present where two nodes are of one class, unknown where the class of
// one is.
func sameClass(code []int16) *cells {
	return newCells(len(code), func(i, j int) level {
		switch {
		case code[i] < 0 || code[j] < 0:
			return levelUnknown
		case code[i] == code[j]:
			return levelPresent
		}
		return levelAbsent
	})
}

// overlaps counts the cells known in two matrices, those tied in each, and in both.
type overlaps struct{ cells, first, second, both int64 }

// overlaps compares a matrix, its nodes in another order, with a second one.
func (c *cells) overlaps(o *cells, order []int32) overlaps {
	v := overlaps{
		cells: int64(c.n*(c.n-1) - len(c.unknown) - len(o.unknown)),
		first: int64(len(c.ties)), second: int64(len(o.ties)),
	}
	for _, p := range c.ties {
		switch o.at[int(order[p[0]])*c.n+int(order[p[1]])] {
		case levelPresent:
			v.both++
		case levelUnknown:
			v.first--
		}
	}
	for _, p := range c.unknown {
		switch o.at[int(order[p[0]])*c.n+int(order[p[1]])] {
		case levelPresent:
			v.second--
		case levelUnknown:
			v.cells++ // subtracted twice
		}
	}
	return v
}

// correlation is Pearson's r of two 0/1 matrices; NaN when one is constant.
func (v overlaps) correlation() float64 {
	spread := float64(v.first*(v.cells-v.first)) * float64(v.second*(v.cells-v.second))
	if spread == 0 {
		return math.NaN()
	}
	return float64(v.cells*v.both-v.first*v.second) / math.Sqrt(spread)
}

func identity(n int) []int32 {
	order := make([]int32, n)
	for i := range order {
		order[i] = int32(i)
	}
	return order
}

// orders goes through all orders of n nodes, the one of their indices first (Heap's
// algorithm).
func orders(n int, visit func(order []int32)) {
	order, at := identity(n), make([]int, n)
	visit(order)
	for i := 1; i < n; {
		if at[i] >= i {
			at[i] = 0
			i++
			continue
		}
		j := 0
		if i%2 == 1 {
			j = at[i]
		}
		order[i], order[j] = order[j], order[i]
		visit(order)
		at[i]++
		i = 1
	}
}

// permuted evaluates statistics on orders of the nodes: on all of them up to
// maxPermuted nodes, else on as many random ones as there are replicates. The
// statistics are those of a worker of its own. The values are by statistic, then order;
// nil when the context ended.
func permuted(ctx context.Context, n, statistics int, seed uint64, opts Options, worker func() func(order []int32, into []float64)) (values [][]float64, exact bool) {
	draws := opts.Replicates
	if n <= maxPermuted {
		draws = 1
		for k := 2; k <= n; k++ {
			draws *= k
		}
	}
	values = make([][]float64, statistics)
	for k := range values {
		values[k] = make([]float64, draws)
	}
	into := func(statistic func(order []int32, into []float64), room []float64, order []int32, replicate int) {
		statistic(order, room)
		for k, v := range room {
			values[k][replicate] = v
		}
	}
	if n <= maxPermuted {
		statistic, room, at := worker(), make([]float64, statistics), 0
		orders(n, func(order []int32) {
			into(statistic, room, order, at)
			at++
		})
		return values, true
	}
	base := newStreams(seed, string(QAP))
	err := inBlocks(ctx, draws, opts.Workers, func() func(first, end int) {
		statistic, room, order := worker(), make([]float64, statistics), identity(n)
		return func(first, end int) {
			for replicate := first; replicate < end; replicate++ {
				for i := range order {
					order[i] = int32(i)
				}
				s := base.of(replicate)
				shuffle(&s, order)
				into(statistic, room, order, replicate)
			}
		}
	})
	if err != nil {
		return nil, false
	}
	return values, false
}

// enumerated is the comparison with all orders: exact shares, and the moments of the
// whole distribution.
func (m *Measure) enumerated(values []float64) {
	defined := slices.DeleteFunc(slices.Clone(values), math.IsNaN)
	if len(defined) == 0 || float64(len(values)-len(defined)) > maxUndefined*float64(len(values)) {
		m.warn(Unstable)
		return
	}
	_, mean, sd := moments(defined)
	all := float64(len(defined))
	lower, upper := hits(defined, *m.Value)
	m.Null = &NullTest{
		Model: QAP, Mean: mean, SD: sd * math.Sqrt((all-1)/all), Exact: true, Undefined: len(values) - len(defined),
		PLower: float64(lower) / all, PUpper: float64(upper) / all,
	}
	if len(defined) == 1 {
		m.Null.SD = 0
	}
	m.complete()
}

// fillingsOf is the range of the correlation over all fillings: it depends on how many
// of the cells of each kind are tied, so each number is tried instead of each cell;
// nil when there are too many. Cells without orientation are given once.
func (c *cells) fillingsOf(o *cells, once bool) []span {
	var count [3][3]int64
	for i := range c.n {
		for j := range c.n {
			if i < j || !once && i != j {
				count[c.at[i*c.n+j]][o.at[i*c.n+j]]++
			}
		}
	}
	const no, maybe, yes = levelAbsent, levelUnknown, levelPresent
	neither := count[maybe][maybe]
	work := float64(neither+1) * float64(neither+2) * float64(neither+3) / 6
	for _, k := range []int64{count[yes][maybe], count[no][maybe], count[maybe][yes], count[maybe][no]} {
		work *= float64(k + 1)
	}
	if work > maxBlockFillings {
		return nil
	}
	known := overlaps{both: count[yes][yes], first: count[yes][yes] + count[yes][no] + count[yes][maybe], second: count[yes][yes] + count[no][yes] + count[maybe][yes]}
	for _, row := range count {
		known.cells += row[no] + row[maybe] + row[yes]
	}
	var all span
	add := func(v overlaps) {
		if r := v.correlation(); !math.IsNaN(r) {
			all.include(r)
		}
	}
	for a := range count[yes][maybe] + 1 {
		for b := range count[no][maybe] + 1 {
			for d := range count[maybe][yes] + 1 {
				for e := range count[maybe][no] + 1 {
					v := overlaps{known.cells, known.first + d + e, known.second + a + b, known.both + a + d}
					v.fill(neither, add)
				}
			}
		}
	}
	return []span{all}
}

// fill adds so many cells that are unknown in both, tied in one, the other, or both.
func (v overlaps) fill(neither int64, visit func(overlaps)) {
	for both := range neither + 1 {
		for first := range neither - both + 1 {
			for second := range neither - both - first + 1 {
				visit(overlaps{v.cells, v.first + both + first, v.second + both + second, v.both + both})
			}
		}
	}
}
