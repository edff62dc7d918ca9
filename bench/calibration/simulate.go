package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"strconv"

	"polehub/analysis"
)

// replicates are fewer than the default, so that (R+1)·.025 is an integer still.
const replicates = 399

// propensities of members: two of three are at ease, one is reluctant.
var propensities = [3]float64{.8, .8, .4}

// truth is the value in a population of many members, whose pairs are tied
// independently given the propensities p: density E[p]²; transitivity the chance
// that two partners of one member are tied, (E[p²]/E[p])².
func truth(id analysis.Indicator) float64 {
	mean, square := 0.0, 0.0
	for _, p := range propensities {
		mean += p / 3
		square += p * p / 3
	}
	if id == analysis.Density {
		return mean * mean
	}
	return square * square / (mean * mean)
}

// build makes a network of so many nodes in two classes from a rule for its pairs.
func build(size int, directed bool, tied func(i, j int) bool) *analysis.Network {
	ids := make([]string, size)
	for i := range ids {
		ids[i] = strconv.Itoa(100 + i)
	}
	b := analysis.NewBuilder(directed, ids...)
	for i := range size {
		b.Class("class", ids[i], strconv.Itoa(i%2))
		for j := range size {
			if (i < j || directed && i != j) && tied(i, j) {
				b.Tie(ids[i], ids[j])
			}
		}
	}
	n, err := b.Build()
	if err != nil {
		panic("calibration: " + err.Error())
	}
	return n
}

// coverage simulates networks and counts the intervals that hold the truth.
func coverage(ctx context.Context, out io.Writer, size int, id analysis.Indicator, trials int) error {
	random := rand.New(rand.NewPCG(uint64(size), 1))
	want, held, none, width := truth(id), 0, 0, 0.0
	for range trials {
		p := make([]float64, size)
		for i := range p {
			p[i] = propensities[random.IntN(3)]
		}
		n := build(size, false, func(i, j int) bool { return random.Float64() < p[i]*p[j] })
		m := n.Measure(ctx, []analysis.Indicator{id}, analysis.Options{Intervals: true, Replicates: replicates})[0]
		switch {
		case m.Interval == nil:
			none++
			continue
		case m.Interval.Lo <= want && want <= m.Interval.Hi:
			held++
		}
		width += m.Interval.Hi - m.Interval.Lo
	}
	answer := "– | –"
	if some := float64(trials - none); some > 0 {
		answer = fmt.Sprintf("%.1f %% | %.3f", 100*float64(held)/some, width/some)
	}
	_, err := fmt.Fprintf(out, "| %d | %s | %.4f | %s | %.1f %% |\n", size, id, want, answer, 100*float64(none)/float64(trials))
	if err == nil {
		err = ctx.Err()
	}
	return err
}

// nullTest is one indicator tested against one model, on networks drawn from it.
type nullTest struct {
	id       analysis.Indicator
	model    analysis.NullModel
	directed bool
}

var tests = []nullTest{
	{analysis.EIIndex, analysis.ExactEI, false},
	{analysis.ArcReciprocity, analysis.ExactReciprocity, true},
	{analysis.DegreeCentralization, analysis.CUGTies, false},
	{analysis.Transitivity, analysis.CUGTies, false},
	{analysis.Compactness, analysis.CUGTies, false},
	{analysis.TransitivityDirected, analysis.CUGDyads, true},
	{analysis.Transitivity, analysis.EdgeSwitch, false},
}

// size counts the rejections of networks that the null model made: pairs tied at
// random are uniform given the number of ties, the dyads and the degrees alike.
func (t nullTest) size(ctx context.Context, out io.Writer, size, trials int) error {
	random := rand.New(rand.NewPCG(uint64(size), 2))
	opts := analysis.Options{Nulls: true, Model: t.model, Replicates: replicates}
	if t.model == analysis.EdgeSwitch {
		opts.Replicates, trials = 99, trials/10
	}
	upper, twoSided, none := 0, 0, 0
	for range trials {
		n := build(size, t.directed, func(i, j int) bool { return random.IntN(10) < 3 })
		m := n.Measure(ctx, []analysis.Indicator{t.id}, opts)[0]
		if m.Null == nil {
			none++
			continue
		}
		if m.Null.PUpper <= .05 {
			upper++
		}
		if m.Null.PTwoSided <= .05 {
			twoSided++
		}
	}
	some := float64(max(1, trials-none))
	_, err := fmt.Fprintf(out, "| %d | %s | %s | %.2f %% | %.2f %% | %.1f %% |\n", size, t.id, t.model, 100*float64(upper)/some, 100*float64(twoSided)/some, 100*float64(none)/float64(trials))
	if err == nil {
		err = ctx.Err()
	}
	return err
}
