package analysis

// Interval is the sampling uncertainty of a value: what it could have been had
// other actors of the same kind taken part. It says nothing of unknown pairs, which
// have [Bounds].
type Interval struct {
	Lo, Hi float64
	Level  float64 // how often such intervals hold the value, .95 by default
	SE     float64 // standard deviation of the replicates, divisor R−1
	Bias   float64 // mean of the replicates minus the value
	Method IntervalMethod

	Replicates int // R, the undefined ones included; 0 for a closed form
	Undefined  int // replicates in which the indicator has no value
}

// IntervalMethod says how an interval was found.
type IntervalMethod string

// Methods of intervals.
const (
	// VertexBootstrap draws actors with replacement and takes the order statistics
	// (Snijders & Borgatti 1999).
	VertexBootstrap IntervalMethod = "VERTEX_BOOTSTRAP_PERCENTILE"

	// ClopperPearson is exact for independent pairs, and used where all replicates
	// are equal: a network without ties, or a complete one.
	ClopperPearson IntervalMethod = "CLOPPER_PEARSON"

	// Hoeffding bounds the error of a value that a sample of sources stands for, not its
	// sampling uncertainty (Hoeffding 1963); it has no SE. Those of nodes hold together.
	Hoeffding IntervalMethod = "HOEFFDING"
)

// NullTest compares a value with those of random networks that share with the
// observed one what the model keeps.
type NullTest struct {
	Model NullModel
	Mean  float64
	SD    float64  // divisor R−1; of the distribution when exact
	Z     *float64 // (value − mean)/SD; nil when SD is 0

	// PLower and PUpper are the probabilities of a value as low or lower, as high or
	// higher: (1+h)/(1+R) with h hits among the R replicates that have a value, never
	// 0. PTwoSided is twice the smaller one, 1 at most.
	PLower, PUpper, PTwoSided float64

	Exact      bool // a closed form, or all orders of the nodes: nothing was drawn
	Replicates int  // R, the undefined ones included; 0 when exact
	Undefined  int  // replicates in which the indicator has no value

	ReachLo, ReachHi *float64 // what the model can reach at all, for the E-I index

	Adjusted *AdjustedP // PTwoSided among all tests of the answer, on request
}

// NullModel says what a random network shares with the observed one. Nodes,
// classes and unknown pairs are always those observed, but for CLASS_PERMUTATION.
type NullModel string

// Null models. See Anderson, Butts & Carley 1999 and Butts 2008 for the first three.
const (
	CUGSize          NullModel = "CUG_SIZE"          // every known pair tied with probability ½
	CUGTies          NullModel = "CUG_TIES"          // as many ties
	CUGDyads         NullModel = "CUG_DYADS"         // as many mutual, asymmetric and null dyads; directed
	EdgeSwitch       NullModel = "EDGE_SWITCH"       // the degrees of all nodes
	ClassPermutation NullModel = "CLASS_PERMUTATION" // all ties, and the class sizes
	ExactEI          NullModel = "EXACT_EI"          // as CUG_TIES, in closed form
	ExactReciprocity NullModel = "EXACT_RECIPROCITY" // as CUG_TIES, in closed form
	QAP              NullModel = "QAP"               // both relations whole, the nodes of one in another order
)

// Replicates and level of an inference that asks for none.
const (
	DefaultReplicates = 1999 // so that (R+1)·.025 is an integer
	MaxReplicates     = 100_000
	DefaultLevel      = .95
)
