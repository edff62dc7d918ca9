package analysis

import "runtime"

// Options selects what [Network.Measure] computes.
type Options struct {
	// Attributes names the class attributes of measures on classes; empty: all of
	// the network. An attribute the network does not have is one whose classes
	// are all unknown.
	Attributes []string

	// Nodes asks for one measure a node where the definition has them. An
	// indicator of nodes only gives them also when it is asked for by name.
	Nodes bool

	// Sample is the number of members that RAREFIED_RICHNESS draws, the size of the
	// smallest pole compared; 0 for [DefaultSample].
	Sample int

	// Approximate lets a sample of sources stand for all nodes where exact betweenness
	// or compactness is beyond n·m = 2·10⁹; the value then warns APPROXIMATE and has an
	// interval of its error. Otherwise it is BUDGET_EXCEEDED.
	Approximate bool

	// Workers is how many goroutines large networks may use; 0 for as many as there
	// are processors. Results do not depend on it.
	Workers int

	// Intervals and Nulls ask for the interval and the null test of every indicator
	// whose definition has them; Model picks another null model than the default, for
	// the indicators that it fits. The replicates are shared: all indicators are
	// evaluated on the same random networks.
	Intervals, Nulls bool
	Model            NullModel

	// Adjust corrects the two-sided p-values of all null tests of the answer for
	// their number; empty: it does not.
	Adjust Adjustment

	// Replicates is how many random networks are drawn, [DefaultReplicates] when 0,
	// [MaxReplicates] at most. The first ones of a longer run are the same.
	Replicates int

	// Level is that of intervals, above 0 and below 1; [DefaultLevel] when 0.
	Level float64

	// Seed starts the random numbers; when 0, a hash of the network does. Equal
	// networks, options and seeds give equal results.
	Seed uint64
}

// DefaultSample is the size of the smallest poles.
const DefaultSample = 5

// resolve replaces what is absent by its default. A number of replicates or a level
// out of range is a programmer's mistake.
func (o *Options) resolve() {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if o.Replicates == 0 {
		o.Replicates = DefaultReplicates
	}
	if o.Level == 0 {
		o.Level = DefaultLevel
	}
	if o.Replicates < 0 || o.Replicates > MaxReplicates || !(o.Level > 0 && o.Level < 1) {
		panic("analysis: replicates or level out of range")
	}
}
