package analysis

import (
	"context"
	"encoding/binary"
	"math"
	"slices"
)

// Predictor is a matrix that may explain a relation: another relation, or whether two
// nodes are of one class of an attribute. One of the two is set.
type Predictor struct {
	Relation  string
	Attribute string
}

// Coefficient is what one predictor explains when the others are held.
type Coefficient struct {
	Predictor
	Estimate float64 // change of the chance of a tie
	T        float64 // the estimate over its standard error

	// PLower and PUpper are the parts of the orders of the nodes that give a T as low or
	// lower, as high or higher; PTwoSided twice the smaller one, 1 at most.
	PLower, PUpper, PTwoSided float64
	Undefined                 int // orders without a T
}

// Regression explains one relation by others: least squares over the cells known in
// all, with tests that allow for cells of one row or column being alike.
type Regression struct {
	Dependent    string
	Status       Status
	Reason       Reason
	N            int
	Cells        int // arcs, or dyads when all relations are undirected
	R2           *float64
	Coefficients []Coefficient // as asked for
	Exact        bool          // all orders, up to 8 nodes
	Replicates   int           // random orders; 0 when exact
	Seed         uint64        // of the random orders; 0 when exact
	InputHash    string
}

// Regress explains a relation by others and by common classes (MRQAP, double
// semi-partialling: Dekker, Krackhardt & Snijders 2007). What the other predictors do
// not explain of a predictor is put in other orders of the nodes, and its T compared
// with that observed. It takes Replicates, Seed and Workers of the options.
//
// TOO_FEW_NODES when cells are not more than coefficients, NO_VARIATION when the
// relation is constant or explained in full, or a predictor by the others;
// BUDGET_EXCEEDED above about 2·10⁹ steps. The error is an [*InputError] when there is
// no such relation, no predictor, or one twice.
func (l *Layers) Regress(ctx context.Context, dependent string, on []Predictor, opts Options) (Regression, error) {
	opts.resolve()
	r := Regression{Dependent: dependent, Status: Undefined, N: l.union.N(), InputHash: l.union.inputHash("MRQAP", 1)}
	y := l.Relation(dependent)
	if y == nil {
		return r, &InputError{Field: "dependent", Item: dependent, Msg: "is not one of the relations"}
	}
	p := partials{n: r.N, directed: y.directed, matrices: []*cells{}}
	if len(on) == 0 {
		return r, &InputError{Field: "on", Msg: "names nothing that may explain the relation"}
	}
	for k, x := range on {
		if slices.Contains(on[:k], x) || x.Attribute == "" && (x.Relation == dependent || l.Relation(x.Relation) == nil) {
			return r, &InputError{Field: "on", Item: x.Relation + x.Attribute, Msg: "is no other relation, or is named twice"}
		}
		if x.Attribute == "" {
			p.directed = p.directed || l.Relation(x.Relation).directed
		}
	}
	if r.N > maxDrawn {
		r.Status, r.Reason = NotComputed, BudgetExceeded
		return r, nil
	}
	for _, x := range on {
		if x.Attribute != "" {
			p.matrices = append(p.matrices, sameClass(newMix(l.union, x.Attribute).code))
		} else {
			p.matrices = append(p.matrices, newCells(r.N, l.Relation(x.Relation).arcLevel))
		}
	}
	p.gather(newCells(r.N, y.arcLevel))
	r.Cells = len(p.y)
	r.explain(ctx, &p, on, opts, max(1, binary.BigEndian.Uint64(l.union.digest[:])))
	return r, nil
}

// explain fills in the estimates and tests.
func (r *Regression) explain(ctx context.Context, p *partials, on []Predictor, opts Options, seed uint64) {
	if opts.Seed != 0 {
		seed = opts.Seed
	}
	k := len(on)
	observed := make([]float64, k)
	switch {
	case r.N == 0:
		r.Reason = NoNodes
		return
	case r.Cells <= k+1:
		r.Reason = TooFewNodes
		return
	case float64(r.Cells)*float64(k*(k+2)*(k+2))*float64(opts.Replicates) > 10*maxWork:
		r.Status, r.Reason = NotComputed, BudgetExceeded
		return
	case !p.partial():
		r.Reason = NoVariation
		return
	}
	order := identity(r.N)
	for a := range on {
		fit, ok := p.fit(a, order, newGram(k))
		if !ok {
			r.Reason = NoVariation
			return
		}
		observed[a] = fit.t
		r.Coefficients = append(r.Coefficients, Coefficient{Predictor: on[a], Estimate: fit.estimate, T: fit.t})
		r.R2 = &fit.r2
	}
	values, exact := permuted(ctx, r.N, k, seed, opts, func() func([]int32, []float64) {
		room := newGram(k)
		return func(order []int32, into []float64) {
			for a := range into {
				into[a] = math.NaN()
				if fit, ok := p.fit(a, order, room); ok {
					into[a] = fit.t
				}
			}
		}
	})
	if values == nil {
		r.Status, r.Reason, r.Coefficients, r.R2 = NotComputed, Cancelled, nil, nil
		return
	}
	r.Status, r.Exact = OK, exact
	if !exact {
		r.Replicates, r.Seed = opts.Replicates, seed
	}
	for a := range r.Coefficients {
		r.Coefficients[a].test(values[a], exact)
	}
}

// test compares T with those of other orders, of which one is that observed when all
// are tried.
func (c *Coefficient) test(values []float64, exact bool) {
	defined := slices.DeleteFunc(slices.Clone(values), math.IsNaN)
	c.Undefined = len(values) - len(defined)
	lower, upper := hits(defined, c.T)
	all := len(defined)
	if !exact {
		lower, upper, all = lower+1, upper+1, all+1
	}
	c.PLower, c.PUpper = float64(lower)/float64(all), float64(upper)/float64(all)
	c.PTwoSided = min(1, 2*min(c.PLower, c.PUpper))
}

// partials holds the cells known in all matrices and what is left of each predictor
// when the others are taken out.
type partials struct {
	n        int
	directed bool
	matrices []*cells
	pairs    [][2]int32
	x        [][]float64 // by predictor and cell
	y        []float64
	rest     [][]float64 // by predictor, as a matrix; NaN where unknown
}

func (p *partials) gather(y *cells) {
	p.x = make([][]float64, len(p.matrices))
	for i := range p.n {
		for j := range p.n {
			at := i*p.n + j
			unknown := func(c *cells) bool { return c.at[at] == levelUnknown }
			if i == j || !p.directed && i > j || unknown(y) || slices.ContainsFunc(p.matrices, unknown) {
				continue
			}
			p.pairs = append(p.pairs, [2]int32{int32(i), int32(j)})
			p.y = append(p.y, float64(y.at[at]/levelPresent))
			for k, c := range p.matrices {
				p.x[k] = append(p.x[k], float64(c.at[at]/levelPresent))
			}
		}
	}
}

// partial takes out of each predictor what a constant and the others explain of it;
// false when nothing is left.
func (p *partials) partial() bool {
	p.rest = make([][]float64, len(p.x))
	for a := range p.x {
		basis := [][]float64{slices.Repeat([]float64{1}, len(p.y))}
		for k, x := range p.x {
			if k != a {
				basis = append(basis, slices.Clone(x))
			}
		}
		left := slices.Clone(p.x[a])
		before := dot(left, left)
		for k, v := range basis {
			size := dot(v, v)
			for _, w := range append(slices.Clone(basis[k+1:]), left) {
				if along := dot(v, w); size > 1e-9 {
					for c := range w {
						w[c] -= float64(along / size * v[c])
					}
				}
			}
		}
		if dot(left, left) <= 1e-9*max(before, 1) {
			return false
		}
		p.rest[a] = slices.Repeat([]float64{math.NaN()}, p.n*p.n)
		for c, pair := range p.pairs {
			p.rest[a][int(pair[0])*p.n+int(pair[1])] = left[c]
			if !p.directed {
				p.rest[a][int(pair[1])*p.n+int(pair[0])] = left[c]
			}
		}
	}
	return true
}

func dot(a, b []float64) float64 {
	var total sum
	for i := range a {
		total.add(float64(a[i] * b[i]))
	}
	return total.value()
}

// fitted is one coefficient of a regression.
type fitted struct{ estimate, t, r2 float64 }

// gram is room for the products of the constant, the predictors and the relation.
type gram struct {
	products [][]float64
	row      []float64
}

func newGram(predictors int) *gram {
	g := &gram{row: make([]float64, predictors+2)}
	for range g.row {
		g.products = append(g.products, make([]float64, len(g.row)))
	}
	return g
}

// fit regresses the relation on all predictors but one and on what is left of that
// one, its nodes in another order; false when there is no T.
func (p *partials) fit(a int, order []int32, g *gram) (fitted, bool) {
	for _, row := range g.products {
		clear(row)
	}
	last := len(g.row) - 1
	used, total := 0, 0.0
	g.row[0] = 1
	for c, pair := range p.pairs {
		left := p.rest[a][int(order[pair[0]])*p.n+int(order[pair[1]])]
		if math.IsNaN(left) {
			continue
		}
		used++
		at := 1
		for k := range p.x {
			if k != a {
				g.row[at] = p.x[k][c]
				at++
			}
		}
		g.row[last-1], g.row[last] = left, p.y[c]
		total += p.y[c]
		for i, v := range g.row {
			if v != 0 {
				for j := i; j <= last; j++ {
					g.products[i][j] += float64(v * g.row[j])
				}
			}
		}
	}
	free := used - last
	spread := g.products[last][last] - total*total/float64(used)
	if free < 1 || !g.eliminate(last-1) {
		return fitted{}, false
	}
	size, along, rest := g.products[last-1][last-1], g.products[last-1][last], g.products[last][last]
	if size <= 1e-9 {
		return fitted{}, false
	}
	rest -= along * along / size
	if rest <= 1e-9*spread || spread <= 0 {
		return fitted{}, false
	}
	return fitted{estimate: along / size, t: along / math.Sqrt(float64(size*rest)/float64(free)), r2: 1 - rest/spread}, true
}

// eliminate takes the first columns out of the others; false when one depends on
// those before it.
func (g *gram) eliminate(columns int) bool {
	for c := range columns {
		pivot := g.products[c][c]
		if pivot <= 1e-9 {
			return false
		}
		for i := c + 1; i < len(g.row); i++ {
			by := g.products[c][i] / pivot
			for j := i; j < len(g.row); j++ {
				g.products[i][j] -= float64(by * g.products[c][j])
			}
		}
	}
	return true
}
