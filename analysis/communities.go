package analysis

import (
	"context"
	"math"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// Limits of the search for communities that are not proven to be the best: how many
// searches, how often each goes through the network, and the ends of ties that this may
// take, a few seconds.
const (
	maxSearches   = 200
	maxTimes      = 100
	maxSearchWork = 20_000_000

	drawnSteps    = 20_000 // of the exact search in a random network
	drawnSearches = 20
)

// Communities is a division of a network into groups with more ties inside than
// strengths alone would give.
type Communities struct {
	Of         []int   // community by node index; numbered from 0 in the order of their first node
	Modularity float64 // COMMUNITY_MODULARITY
	Optima     int     // divisions as good as this one, when it is proven to be the best; 0 when not
	Searches   *Searches
}

// Searches says how far the divisions that several searches found agree; one search
// alone says little.
type Searches struct {
	Count                   int
	Lowest, Median, Highest float64 // modularity
	Agreement               float64 // normalised mutual information of each with the best, on average; 1 when all agree
}

// Communities returns the division of highest modularity (COMMUNITY_MODULARITY), a
// node without ties being a community of its own; ok is false when no tie has weight.
// Of several that are proven to be the best it is the one with fewest communities, then
// the first by the communities of the nodes. Otherwise it is the best of 200 searches,
// of fewer in a network of more than 25,000 ties, down to one. workers is how many
// goroutines may search, 0 for as many as there are processors; the result does not
// depend on it. When the context ends first, the error is its.
func (n *Network) Communities(ctx context.Context, workers int) (c Communities, ok bool, err error) {
	return n.communities(ctx, workers, maxSteps, maxSearches)
}

func (n *Network) communities(ctx context.Context, workers, steps, searches int) (c Communities, ok bool, err error) {
	base := n.underLayer()
	if base.total == 0 {
		return Communities{}, false, nil
	}
	of, optima := base.exact(&steps)
	if optima > 0 {
		c.Optima, c.Modularity = optima, base.modularity(of)
	} else {
		of, c.Modularity, c.Searches, err = base.best(ctx, workers, searches)
		if err != nil {
			return Communities{}, false, err
		}
	}
	c.Of = make([]int, len(of))
	for v, k := range of {
		c.Of[v] = int(k)
	}
	return c, true, nil
}

func (n *Network) underLayer() *layer {
	if n.weights == nil {
		return newLayer(n.under, nil)
	}
	return newLayer(n.under, n.underWeights())
}

// exact is the best division, component by component, and how many are as good; 0
// when that takes more than the steps there are, which it uses up.
func (l *layer) exact(steps *int) (of []int32, optima int) {
	n := len(l.strength)
	if n > maxBits {
		return nil, 0
	}
	of, optima = make([]int32, n), 1
	used := int32(0)
	for _, nodes := range l.pieces() {
		p := l.affinityOf(nodes).optimum(*steps)
		if *steps = p.steps; p.steps <= 0 {
			return nil, 0
		}
		if optima > math.MaxInt32/p.optima {
			optima = math.MaxInt32
		} else {
			optima *= p.optima
		}
		most := int32(0)
		for i, v := range nodes {
			of[v] = used + int32(p.shown[i])
			most = max(most, of[v])
		}
		used = most + 1
	}
	return inOrderOfFirst(of), optima
}

// pieces lists the nodes of each component.
func (l *layer) pieces() (pieces [][]int32) {
	f := newForest(len(l.strength))
	for v := range f {
		for _, u := range l.row(v) {
			f.join(int32(v), u)
		}
	}
	at := make([]int, len(f))
	for v := range f {
		root := f.find(int32(v))
		if root == int32(v) {
			at[v] = len(pieces)
			pieces = append(pieces, nil)
		}
		pieces[at[root]] = append(pieces[at[root]], int32(v))
	}
	return pieces
}

// best is the division of highest modularity that up to so many searches find, of equal
// ones the one found first, and its modularity. Workers that no search is left for help
// in one.
func (l *layer) best(ctx context.Context, workers, searches int) (of []int32, modularity float64, s *Searches, err error) {
	times := max(1, min(maxTimes, maxSearchWork/(len(l.adj)+len(l.strength))))
	count := max(1, min(searches, maxSearchWork/(len(l.adj)+len(l.strength))/2))
	found, values := make([][]int32, count), make([]float64, count)
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	each := max(1, min(workers/count, len(l.strength)/blockNodes)) // workers of one search
	workers = min(workers, count)
	var next atomic.Int64
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
			s := newLeiden(l, each)
			for k := int(next.Add(1)) - 1; k < count && ctx.Err() == nil; k = int(next.Add(1)) - 1 {
				found[k] = s.search(k, times)
				values[k] = l.modularity(found[k])
			}
		})
	}
	wait.Wait()
	if err := ctx.Err(); err != nil {
		return nil, 0, nil, err
	}
	top := 0
	for k, q := range values {
		if q > values[top]+equal {
			top = k
		}
	}
	var agree sum
	for k, other := range found {
		if k != top {
			agree.add(mutual(other, found[top]))
		}
	}
	of, modularity, s = found[top], values[top], &Searches{Count: count, Agreement: 1}
	if count > 1 {
		s.Agreement = agree.value() / float64(count-1)
	}
	slices.Sort(values)
	s.Lowest, s.Highest = values[0], values[count-1]
	s.Median = (values[(count-1)/2] + values[count/2]) / 2
	return of, modularity, s, nil
}

// mutual is the normalised mutual information of two divisions, 2I/(H₁+H₂); 1 when
// both are of one community.
func mutual(a, b []int32) float64 {
	type pair struct{ a, b int32 }
	first, second, both := make([]int, len(a)), make([]int, len(a)), map[pair]int{}
	for v := range a {
		first[a[v]]++
		second[b[v]]++
		both[pair{a[v], b[v]}]++
	}
	shared := make([]int, 0, len(both))
	for _, count := range both {
		shared = append(shared, count)
	}
	slices.Sort(shared)
	x, y, xy := entropy(first), entropy(second), entropy(shared)
	if x+y == 0 {
		return 1
	}
	return 2 * (x + y - xy) / (x + y)
}

// entropy of counts, in nats.
func entropy(counts []int) float64 {
	var h sum
	total := 0
	for _, c := range counts {
		total += c
	}
	for _, c := range counts {
		if c > 0 {
			p := float64(c) / float64(total)
			h.add(-float64(p * math.Log(p)))
		}
	}
	return h.value()
}

// communityModularity gives the modularity of the best division.
func (r *run) communityModularity() {
	m := r.start(Scope{Kind: ScopeNetwork})
	steps, searches := maxSteps, maxSearches
	if r.valuesOnly { // of thousands of networks
		steps, searches = drawnSteps, drawnSearches
	}
	c, ok, err := r.n.communities(r.ctx, r.workers, steps, searches)
	switch {
	case err != nil:
		m.Status, m.Reason = NotComputed, Cancelled
	case r.n.N() == 0:
		m.undefined(NoNodes)
	case r.n.M() == 0:
		m.undefined(NoTies)
	case !ok:
		m.undefined(NoVariation)
	default:
		m.value(c.Modularity)
		if m.optimum(c.Optima); c.Optima == 0 {
			m.warn(Heuristic)
		}
	}
	if m.PairsUnknown > 0 && r.n.weights == nil {
		m.bound(r.filledCommunities(), 0)
	}
	r.add(m)
}

// filledCommunities is the range of the modularity over all fillings, nil when that
// takes more steps than one exact search may.
func (r *run) filledCommunities() []span {
	steps := maxSteps
	spans := r.throughFillings(false, maxCostly, func(s *scratch) []float64 {
		s.out.fill(s.net.under[:s.net.n])
		base := newLayer(s.out, nil)
		if base.total == 0 || steps <= 0 {
			return s.maybe(0, false)
		}
		of, optima := base.exact(&steps)
		if optima == 0 {
			return s.maybe(0, false)
		}
		return s.maybe(base.modularity(of), true)
	})
	if steps <= 0 {
		return nil
	}
	return spans
}
