// Command calibration checks the inference of package analysis on simulated
// networks: how often 95 % intervals hold the true value, and how often tests reject
// at .05 what is true. From the root of the repository:
//
//	go run ./bench/calibration > bench/calibration/RESULT.md
//
// The result is kept beside it. It depends on nothing but the number of trials.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"math"
	"os"
	"os/signal"

	"polehub/analysis"
)

func main() {
	log.SetFlags(0)
	trials := flag.Int("trials", 10_000, "simulated networks for each test; a tenth for each interval")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := report(ctx, os.Stdout, *trials); err != nil {
		log.Fatal(err)
	}
}

// report writes the tables in Markdown.
func report(ctx context.Context, out io.Writer, trials int) error {
	fmt.Fprintf(out, `# Calibration of intervals and tests

Made by `+"`go run ./bench/calibration -trials %d`"+`; seeds are fixed, so that it can be made again.

## Coverage of 95 %% intervals

%d networks of each kind. Every member has a propensity; a pair is tied with the
product of both, so that members are a sample of a population of members, as the
vertex bootstrap supposes. *Held* is the share of intervals that hold the value of
the population; *none* the share of networks without an interval.

| n | indicator | true value | held | mean width | none |
|--:|---|--:|--:|--:|--:|
`, trials, trials/10)
	for _, size := range []int{4, 5, 8, 15, 30} {
		for _, id := range []analysis.Indicator{analysis.Density, analysis.Transitivity} {
			if err := coverage(ctx, out, size, id, trials/10); err != nil {
				return err
			}
		}
	}
	low, high := band(trials, .05)
	fmt.Fprintf(out, `
## Size of tests at .05

%d networks drawn from the null model itself, a tenth of them for EDGE_SWITCH.
Statistics of small networks are discrete: tests reject at most, and mostly less than,
5 %%, and no share may be above the upper end of the binomial band, %.2f to %.2f %%.
*Upper* is PUpper ≤ .05, *two-sided* PTwoSided ≤ .05; *no test* is the share of networks
where the indicator has no value, or too often none under the model.

| n | indicator | model | upper | two-sided | no test |
|--:|---|---|--:|--:|--:|
`, trials, 100*low, 100*high)
	for _, size := range []int{4, 8, 15, 30} {
		for _, test := range tests {
			if err := test.size(ctx, out, size, trials); err != nil {
				return err
			}
		}
	}
	return nil
}

// band is where 99.9 % of the shares of binomial trials fall.
func band(trials int, p float64) (low, high float64) {
	width := 3.29 * math.Sqrt(p*(1-p)/float64(trials))
	return p - width, p + width
}
