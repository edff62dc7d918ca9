package analysis

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
)

// randomPole draws an undirected pole of 15 members in 5 families with three
// attributes, of which 4 in 10 pairs are tied.
func randomPole(tb testing.TB, seed uint64) *Network {
	random := rand.New(rand.NewPCG(seed, 1))
	ids := make([]string, 15)
	for i := range ids {
		ids[i] = string(rune('a' + i))
	}
	b := NewBuilder(false, ids...)
	for i, id := range ids {
		b.Class("family", id, strconv.Itoa(random.IntN(5)))
		b.Class("ess", id, strconv.Itoa(random.IntN(2)))
		b.Class("place", id, strconv.Itoa(random.IntN(3)))
		for _, other := range ids[:i] {
			if random.IntN(10) < 4 {
				b.Tie(id, other)
			}
		}
	}
	n, err := b.Build()
	if err != nil {
		tb.Fatal(err)
	}
	return n
}

func firstRank() (ids []Indicator) {
	for _, id := range IndicatorsOf(SubjectNetwork) {
		if d, _ := lookup(id); d.Rank == 1 {
			ids = append(ids, id)
		}
	}
	return ids
}

// BenchmarkInference computes all indicators of first rank of one pole of 15
// members: without inference, and with intervals and null tests of 1,000 replicates.
func BenchmarkInference(b *testing.B) {
	n, ids := randomPole(b, 1), firstRank()
	for name, opts := range map[string]Options{
		"values":    {},
		"intervals": {Intervals: true, Replicates: 1000},
		"nulls":     {Nulls: true, Replicates: 1000},
		"both":      {Intervals: true, Nulls: true, Replicates: 1000},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				n.Measure(b.Context(), ids, opts)
			}
		})
	}
}

// BenchmarkInferencePoles computes the same of 200 poles.
func BenchmarkInferencePoles(b *testing.B) {
	ids := firstRank()
	var poles []*Network
	for seed := range uint64(200) {
		poles = append(poles, randomPole(b, seed))
	}
	for b.Loop() {
		for _, n := range poles {
			n.Measure(b.Context(), ids, Options{Intervals: true, Nulls: true, Replicates: 1000})
		}
	}
}

// randomArcs draws a directed network of n nodes and m arcs.
func randomArcs(tb testing.TB, n, m int) *Network {
	random := rand.New(rand.NewPCG(1, 2))
	ids := make([]string, n)
	for i := range ids {
		ids[i] = strconv.Itoa(1000 + i)
	}
	b := NewBuilder(true, ids...)
	for _, cell := range random.Perm(n * (n - 1))[:m] {
		i, j := cell/(n-1), cell%(n-1)
		if j >= i {
			j++
		}
		b.Tie(ids[i], ids[j])
	}
	net, err := b.Build()
	if err != nil {
		tb.Fatal(err)
	}
	return net
}

// BenchmarkDraws draws digraphs of 20 nodes and 150 arcs and computes reciprocity
// and transitivity of each.
func BenchmarkDraws(b *testing.B) {
	n := randomArcs(b, 20, 150)
	const replicates = 100_000
	for _, model := range []NullModel{CUGSize, CUGTies, CUGDyads, EdgeSwitch} {
		for _, workers := range []int{1, 2} {
			b.Run(string(model)+"/workers="+strconv.Itoa(workers), func(b *testing.B) {
				opts := Options{Replicates: replicates, Workers: workers}
				if model == EdgeSwitch {
					opts.Replicates /= 100
				}
				opts.resolve()
				targets := []*Measure{{ID: ArcReciprocity}, {ID: TransitivityDirected}}
				for b.Loop() {
					newPlan(n, nil).replicate(b.Context(), opts, 1, purpose(model), targets)
				}
				b.ReportMetric(float64(opts.Replicates)*float64(b.N)/b.Elapsed().Seconds(), "replicates/s")
			})
		}
	}
}

// BenchmarkPoleSize asks a pole of 25 members and 100 ties what a page asks at once,
// with one worker.
func BenchmarkPoleSize(b *testing.B) {
	directed, undirected := randomArcs(b, 25, 100), randomTies(b, 25, 100)
	core := randomTies(b, 20, 80)
	rest := slices.DeleteFunc(firstRank(), func(id Indicator) bool {
		return id == KeyPlayerNegF || id == KeyPlayerNegDF
	})
	for _, ask := range []struct {
		name string
		of   *Network
		ids  []Indicator
		opts Options
	}{
		{"count", directed, []Indicator{Ties}, Options{}},
		{"first rank", directed, rest, Options{}},
		{"key players", undirected, []Indicator{KeyPlayerNegF, KeyPlayerNegDF}, Options{}},
		{"density with interval", directed, []Indicator{Density}, Options{Intervals: true, Replicates: 1999}},
		{"directed transitivity with test", directed, []Indicator{TransitivityDirected}, Options{Nulls: true, Model: CUGTies, Replicates: 1999}},
		{"core of 20", core, []Indicator{CorePeripheryFit}, Options{}},
	} {
		ask.opts.Workers = 1
		b.Run(ask.name, func(b *testing.B) {
			for b.Loop() {
				ask.of.Measure(b.Context(), ask.ids, ask.opts)
			}
		})
	}
}

// randomTies is [randomArcs] without directions.
func randomTies(tb testing.TB, n, m int) *Network {
	ids := randomArcs(tb, n, 0).IDs()
	b := NewBuilder(false, ids...)
	random := rand.New(rand.NewPCG(3, 4))
	for _, cell := range random.Perm(n * n) {
		if i, j := cell/n, cell%n; i < j && m > 0 {
			b.Tie(ids[i], ids[j])
			m--
		}
	}
	net, err := b.Build()
	if err != nil {
		tb.Fatal(err)
	}
	return net
}
