package analysis

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strconv"
)

// maxLosses is up to how many sets of lost actors are all tried.
const maxLosses = 5000

// LeftOut is how far one measure moves when one actor is left out: the vertex
// jackknife, read as its extremes. It is no standard error; see [Interval] for that.
type LeftOut struct {
	Measure         *Measure
	Lowest, Highest *float64 // over all networks without one actor; nil when none has a value
	LowestWithout   string   // whose removal gives it, the first by id
	HighestWithout  string
	Undefined       int // removals after which there is no value
}

// LeaveOneOut measures the network without each of its actors in turn, for the
// indicators that have a value and are not of single members. The error is that of
// the context.
func (n *Network) LeaveOneOut(ctx context.Context, ids []Indicator, opts Options) ([]LeftOut, error) {
	w := n.wanted(ctx, ids, opts, false)
	list := make([]LeftOut, len(w.list))
	values := make([]float64, len(w.list))
	for k, m := range w.list {
		list[k].Measure = m
	}
	for _, id := range n.ids {
		w.on(ctx, n.Without(id), false, values)
		for k, v := range values {
			x := &list[k]
			switch {
			case math.IsNaN(v):
				x.Undefined++
				continue
			case x.Lowest == nil:
				x.Lowest, x.Highest, x.LowestWithout, x.HighestWithout = new(v), new(v), id, id
			}
			if v < *x.Lowest {
				*x.Lowest, x.LowestWithout = v, id
			}
			if v > *x.Highest {
				*x.Highest, x.HighestWithout = v, id
			}
		}
	}
	return list, ctx.Err()
}

// wanted are the measures with a value; those of single members too when asked for.
func (n *Network) wanted(ctx context.Context, ids []Indicator, opts Options, nodes bool) *wanted {
	w := &wanted{}
	for _, m := range n.Measure(ctx, ids, Options{Attributes: opts.Attributes, Nodes: nodes, Workers: opts.Workers}) {
		if m.inferable() || nodes && m.Status == OK && m.Scope.Kind == ScopeNode {
			w.add(&m)
		}
	}
	return w
}

// Loss is what becomes of one measure, or of the ranking of members by one
// indicator, when so many actors are missing from the network.
type Loss struct {
	Measure *Measure // of the whole network; of the first member for a ranking
	Percent int      // part of the actors that is lost, and
	Lost    int      // how many they are: ⌈percent·n/100⌉

	Median, Lo, Hi *float64 // and the 5th and 95th percentile; nil for rankings, and when nothing is defined
	Undefined      float64  // share of the subsets after which there is no value

	// RankCorrelation is the mean of Spearman's correlation between the values of the
	// remaining members in the whole network and in what is left of it; nil for
	// measures of the network, and when all members are alike.
	RankCorrelation *float64

	Subsets int    // sets of actors that were taken away
	All     bool   // these are all there are
	Seed    uint64 // of the sets drawn; 0 when all were taken
}

// Sensitivity takes actors away, as many as each percentage says, and measures what
// is left: all sets of them when there are at most 5,000, else opts.Replicates random
// ones. Values that hardly move can be trusted where actors are missing (Smith & Moody
// 2013). The error is that of the context.
func (n *Network) Sensitivity(ctx context.Context, ids []Indicator, percentages []int, opts Options) ([]Loss, error) {
	opts.resolve()
	w := n.wanted(ctx, ids, opts, opts.Nodes)
	var list []Loss
	for _, percent := range percentages {
		if percent < 0 || percent > 100 {
			panic("analysis: a percentage of " + strconv.Itoa(percent))
		}
		sets := n.losses(percent, opts)
		values, err := n.without(ctx, w, sets, opts)
		if err != nil {
			return nil, err
		}
		list = append(list, w.summaries(sets, values)...)
	}
	return list, nil
}

// losses are the sets of nodes to take away, with what is known of them.
type losses struct {
	Loss
	sets [][]string // of ids
}

func (n *Network) losses(percent int, opts Options) losses {
	size := n.N()
	k := (percent*size + 99) / 100
	l := losses{Loss: Loss{Percent: percent, Lost: k}}
	nodes := make([]int32, size)
	for i := range nodes {
		nodes[i] = int32(i)
	}
	if fewSubsets(size, k) {
		l.All = true
		for more := true; more; more = following(nodes[:k], size) {
			l.sets = append(l.sets, n.idsOf(nodes[:k]))
		}
	} else {
		l.Seed = n.seed(opts)
		base := newStreams(l.Seed, "sensitivity "+strconv.Itoa(k))
		for r := range opts.Replicates {
			s, order := base.of(r), slices.Clone(nodes)
			for i := range k { // the first steps of a shuffle
				j := i + s.below(size-i)
				order[i], order[j] = order[j], order[i]
			}
			l.sets = append(l.sets, n.idsOf(order[:k]))
		}
	}
	l.Subsets = len(l.sets)
	return l
}

func (n *Network) idsOf(set []int32) []string {
	ids := make([]string, len(set))
	for k, i := range set {
		ids[k] = n.ids[i]
	}
	return ids
}

// fewSubsets reports whether there are at most maxLosses sets of k of n.
func fewSubsets(n, k int) bool {
	count := 1
	for i := range min(k, n-k) {
		if count = count * (n - i) / (i + 1); count > maxLosses {
			return false
		}
	}
	return true
}

// without measures what is left without each set.
func (n *Network) without(ctx context.Context, w *wanted, l losses, opts Options) ([][]float64, error) {
	values := make([][]float64, len(l.sets))
	err := inBlocks(ctx, len(l.sets), opts.Workers, func() func(first, end int) {
		return func(first, end int) {
			for k := first; k < end; k++ {
				values[k] = make([]float64, len(w.list))
				w.on(ctx, n.Without(l.sets[k]...), opts.Nodes, values[k])
			}
		}
	})
	return values, err
}

// summaries says for each measure, and for each indicator of members, what its values
// by set come to.
func (w *wanted) summaries(l losses, values [][]float64) []Loss {
	var list []Loss
	for k := 0; k < len(w.list); k++ {
		x := l.Loss
		x.Measure = w.list[k]
		if x.Measure.Scope.Kind != ScopeNode {
			column := make([]float64, len(values))
			for r, row := range values {
				column[r] = row[k]
			}
			x.spread(column)
		} else {
			first := k
			for k+1 < len(w.list) && w.list[k+1].ID == x.Measure.ID && w.list[k+1].Scope.Kind == ScopeNode && w.list[k+1].Scope.Attribute == x.Measure.Scope.Attribute {
				k++
			}
			x.ranking(w.list[first:k+1], values, first)
		}
		list = append(list, x)
	}
	return list
}

// spread summarises the values of a measure.
func (x *Loss) spread(column []float64) {
	defined := slices.DeleteFunc(column, math.IsNaN)
	x.Undefined = float64(x.Subsets-len(defined)) / float64(x.Subsets)
	if len(defined) == 0 {
		return
	}
	lo, hi := percentiles(defined, .9)
	middle := (nth(defined, (len(defined)-1)/2) + nth(defined, len(defined)/2)) / 2
	x.Median, x.Lo, x.Hi = new(middle), new(lo), new(hi)
}

// ranking averages the rank correlations of the members' values.
func (x *Loss) ranking(members []*Measure, values [][]float64, first int) {
	var total sum
	some := 0
	for _, row := range values {
		var before, after []float64
		for k, m := range members {
			if v := row[first+k]; !math.IsNaN(v) {
				before, after = append(before, *m.Value), append(after, v)
			}
		}
		if r, ok := spearman(before, after); ok {
			total.add(r)
			some++
		}
	}
	x.Undefined = float64(x.Subsets-some) / float64(x.Subsets)
	if some > 0 {
		x.RankCorrelation = new(total.value() / float64(some))
	}
}

// spearman correlates ranks, equal values sharing the mean of theirs; false when one
// list is constant.
func spearman(x, y []float64) (r float64, ok bool) {
	a, b := ranks(x), ranks(y)
	mean := float64(len(x)+1) / 2
	var together, first, second sum
	for i := range a {
		u, v := a[i]-mean, b[i]-mean
		together.add(float64(u * v))
		first.add(float64(u * u))
		second.add(float64(v * v))
	}
	if first.value() == 0 || second.value() == 0 {
		return 0, false
	}
	return together.value() / math.Sqrt(first.value()*second.value()), true
}

func ranks(x []float64) []float64 {
	order := make([]int, len(x))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(x[a], x[b]) })
	out := make([]float64, len(x))
	for i := 0; i < len(order); {
		end := i + 1
		for end < len(order) && x[order[end]] == x[order[i]] {
			end++
		}
		for _, at := range order[i:end] {
			out[at] = float64(i+end+1) / 2
		}
		i = end
	}
	return out
}
