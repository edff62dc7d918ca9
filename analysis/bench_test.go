package analysis

import (
	"math/rand/v2"
	"strconv"
	"testing"
)

// benchPole draws a pole of n members with observed cooperation of three types.
func benchPole(n, facts int, seed uint64) Input {
	random := rand.New(rand.NewPCG(seed, 1))
	ids := make([]string, n)
	for i := range ids {
		ids[i] = "org:" + strconv.Itoa(1000+i)
	}
	in := testInput(ids...)
	in.Attributes = []Attribute{{Name: "family", Possible: []string{"ENT", "NET", "OTHER", "PUB", "RES", "TRA"}}}
	for i := range in.Nodes {
		in.Nodes[i].Classes = map[string]string{"family": in.Attributes[0].Possible[random.IntN(6)]}
	}
	for range facts {
		r := testRelations[random.IntN(3)]
		in.Facts = append(in.Facts, Fact{Type: r.Code, From: ids[random.IntN(n)], To: ids[random.IntN(n)], ByFrom: true, Validity: since, Source: "survey"})
	}
	in.Observations = []Observation{{AllRelations: true, From: today, Roster: ids, Respondents: ids[:n-2]}}
	return in
}

func BenchmarkProject(b *testing.B) {
	in := benchPole(25, 100, 1)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Project(in, Projection{AsOf: today}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMeasureAll(b *testing.B) {
	n, err := Project(benchPole(25, 100, 1), Projection{AsOf: today})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		n.Measure(b.Context(), nil, Options{})
	}
}

func BenchmarkDensity(b *testing.B) {
	n, err := Project(benchPole(25, 100, 1), Projection{AsOf: today})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		n.Measure(b.Context(), []Indicator{Density}, Options{})
	}
}

// BenchmarkPoles projects and measures 200 poles, as a ranking page does.
func BenchmarkPoles(b *testing.B) {
	poles := make([]Input, 200)
	for i := range poles {
		poles[i] = benchPole(5+i%26, 60, uint64(i))
	}
	ids := []Indicator{Nodes, Ties, Density, Connectedness, DegreeCentralization, Blau, Hill1, EIIndex}
	b.ReportAllocs()
	for b.Loop() {
		for _, in := range poles {
			n, err := Project(in, Projection{AsOf: today})
			if err != nil {
				b.Fatal(err)
			}
			n.Measure(b.Context(), ids, Options{})
		}
	}
}

// BenchmarkComponents measures a large sparse network.
func BenchmarkComponents(b *testing.B) {
	const nodes, ties = 100_000, 500_000
	random := rand.New(rand.NewPCG(3, 3))
	ids := make([]string, nodes)
	for i := range ids {
		ids[i] = strconv.Itoa(1_000_000 + i)
	}
	build := NewBuilder(false, ids...)
	for range ties {
		build.Tie(ids[random.IntN(nodes)], ids[random.IntN(nodes)])
	}
	n, err := build.Build()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		n.Measure(b.Context(), []Indicator{Connectedness}, Options{})
	}
}

// BenchmarkFillings measures everything, nodes included, on a network of 25 with as
// many unknown pairs as are enumerated.
func BenchmarkFillings(b *testing.B) {
	for _, unknown := range []int{8, maxCostly, maxEnumerated} {
		for _, directed := range []bool{false, true} {
			random := rand.New(rand.NewPCG(5, uint64(unknown)))
			ids := make([]string, 25)
			for i := range ids {
				ids[i] = strconv.Itoa(10 + i)
			}
			build := NewBuilder(directed, ids...)
			for range 100 {
				build.Tie(ids[random.IntN(25)], ids[random.IntN(25)])
			}
			n, err := build.Build()
			if err != nil {
				b.Fatal(err)
			}
			for n.PairsUnknown() < int64(unknown) {
				build.Unknown(ids[random.IntN(25)], ids[random.IntN(25)])
				if n, err = build.Build(); err != nil {
					b.Fatal(err)
				}
			}
			b.Run(strconv.Itoa(unknown)+" unknown, directed "+strconv.FormatBool(directed), func(b *testing.B) {
				for b.Loop() {
					n.Measure(b.Context(), nil, Options{Nodes: true})
				}
			})
		}
	}
}
