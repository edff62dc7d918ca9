package analysis

import (
	"context"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// approximately measures with so many sources instead of all.
func approximately(ctx context.Context, n *Network, sources, workers int, seed uint64, ids ...Indicator) []Measure {
	opts := Options{Approximate: true, Workers: workers, Seed: seed, Nodes: true}
	opts.resolve()
	r := n.run(ctx, SubjectNetwork, opts)
	r.workers = workers
	r.exactWork, r.sampleWork = 0, int64(sources)*r.arcs(n.Directed())
	r.measureAll(ids)
	return r.out
}

// TestSampledSources: a source stands for n/s of them, whoever counts; intervals hold
// the exact values of all nodes; nothing depends on the number of workers.
func TestSampledSources(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drafts(14, 0).Draw(t, "network")
		n := d.build(t, name)
		if n.N() < 6 || n.M() == 0 {
			return
		}
		ids := []Indicator{Compactness, Breadth, Betweenness}
		if d.directed {
			ids = []Indicator{CompactnessDirected, BreadthDirected, BetweennessDirected}
		}
		sources := rapid.IntRange(1, n.N()-1).Draw(t, "sources")
		exact := n.Measure(t.Context(), ids, Options{Nodes: true})
		some := approximately(t.Context(), n, sources, 1, 7, ids...)
		others := approximately(t.Context(), n, sources, 3, 7, ids...)
		for k, m := range some {
			switch e := exact[k]; {
			case m.ID != e.ID || e.Interval != nil:
				t.Fatalf("%+v beside %+v", m, e)
			case m.Interval == nil || m.Interval.Method != Hoeffding || m.Interval.Replicates != sources || m.Seed != 7 || !slices.Contains(m.Warnings, Approximate):
				t.Fatalf("%s from %d sources: %+v, %+v", m.ID, sources, m, m.Interval)
			case *e.Value < m.Interval.Lo-1e-9 || *e.Value > m.Interval.Hi+1e-9:
				t.Fatalf("%s is %v, outside of %+v", m.ID, *e.Value, m.Interval)
			case *m.Value != *others[k].Value || *m.Interval != *others[k].Interval:
				t.Fatalf("%s differs with the workers: %v, %v", m.ID, *m.Value, *others[k].Value)
			}
		}
	})
}

// TestSamplesAreEven: over many seeds the mean of what samples give is the exact value.
func TestSamplesAreEven(t *testing.T) {
	n := sharedNetwork(t, referenceNets(t), "kite", "tie", "", false)
	ids := []Indicator{Compactness, Betweenness}
	exact := n.Measure(t.Context(), ids, Options{Nodes: true})
	const runs = 4000
	sums := make([]float64, len(exact))
	squares := make([]float64, len(exact))
	for seed := range uint64(runs) {
		for k, m := range approximately(t.Context(), n, 3, 1, seed+1, ids...) {
			sums[k] += *m.Value
			squares[k] += *m.Value * *m.Value
		}
	}
	for k, e := range exact {
		mean := sums[k] / runs
		se := math.Sqrt((squares[k]/runs - mean*mean) / runs)
		if math.Abs(mean-*e.Value) > 5*se+1e-9 {
			t.Errorf("%s %v: %v on average, exactly %v, standard error %v", e.ID, e.Scope.Keys, mean, *e.Value, se)
		}
	}
}

// TestHoeffding: 200 draws from [0, 1] are within √(ln(2/.05)/400) of their mean with
// probability .95; for 50 means together ln(100/.05).
func TestHoeffding(t *testing.T) {
	if got, want := hoeffding(200, 1), math.Sqrt(math.Log(40)/400); !near(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got, want := hoeffding(200, 50), math.Sqrt(math.Log(2000)/400); !near(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
