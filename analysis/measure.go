package analysis

import "slices"

// Text is a text shown to users, in both languages of the hub.
type Text struct {
	En, Fr string
}

// Measure is one indicator computed on one network, with everything a reader
// needs to judge it. All fields except Value are filled also when there is no
// value: a reader must see why, and on what.
type Measure struct {
	ID       Indicator
	Version  int // definition version of ID; raised when any input could give another value
	Scope    Scope
	Status   Status
	Value    *float64  // nil unless Status is OK
	Reason   Reason    // why Value is nil; empty when it is not
	Warnings []Warning // conditions under which the value must be read with care, sorted

	// Normalized is the value over the largest one that a network of this size
	// allows, for measures of nodes that are counts; nil when there is no largest.
	Normalized *float64

	Num, Den *int64 // the two integers, when Value is their plain ratio ("24 of 45 pairs")

	N    int // nodes in the network
	Ties int // ties after collapse: dyads, or arcs when directed

	PairsAtRisk  int64 // P, of the block for class-pair measures
	PairsKnown   int64 // P − u
	PairsUnknown int64 // u; 0 says that the census is complete

	UnknownClass int // members of unknown class, for measures on classes
	ExcludedTies int // ties with an end of unknown class, for measures on classes

	// Optima is how many solutions are as good as the one that the value is of, for
	// measures of an optimum; 0 for all others.
	Optima int

	// UnknownAmounts is how many contracts the value leaves out because their amount,
	// or who paid or received it, is unknown, for measures of money.
	UnknownAmounts int

	Raters int // how many rated the member, or the members, for survey scores

	Label  Label     // the form that the value stands for, for measures that name one; else ""
	Inputs []Measure // what a heuristic rests on; nil for all others

	Bounds *Bounds // nil when nothing is unknown or no method is known
	Chance *Chance // what sizes alone would give, for the E-I index

	Interval *Interval // sampling uncertainty, on request; a warning says why it is missing
	Null     *NullTest // comparison with a random model, on request
	Seed     uint64    // of what was drawn; 0 when nothing was

	Echo      *Echo   // the projection as resolved; nil for a network made by hand
	AsOf      *string // the day of the projection; nil for a period
	From, To  *string // the period [From, To), or the two days compared; nil for a day
	InputHash string  // SHA-256, hexadecimal, over all that the value depends on
}

// Status says whether a measure has a value.
type Status string

// The states of a measure.
const (
	OK          Status = "OK"
	Undefined   Status = "UNDEFINED"    // the definition gives no value on this network
	NotComputed Status = "NOT_COMPUTED" // there may be a value, but it was not computed
)

// Reason says why a measure has no value. The list is closed; the texts shown to
// users live elsewhere.
type Reason string

// Reasons for a missing value.
const (
	NoNodes          Reason = "NO_NODES"           // n = 0
	TooFewNodes      Reason = "TOO_FEW_NODES"      // n below the definition's minimum
	NoTies           Reason = "NO_TIES"            // nothing to divide by
	NoTwoPaths       Reason = "NO_TWO_PATHS"       // nobody has two partners
	NoReachablePairs Reason = "NO_REACHABLE_PAIRS" // no path of any length
	NoPairsInBlock   Reason = "NO_PAIRS_IN_BLOCK"  // a class of size 0, or 1 within itself
	NoKnownPairs     Reason = "NO_KNOWN_PAIRS"     // every pair at risk is unknown
	NotConnected     Reason = "NOT_CONNECTED"      // the definition needs a connected network
	NotDirected      Reason = "NOT_DIRECTED"       // the definition needs arcs
	NotWeighted      Reason = "NOT_WEIGHTED"       // the definition needs weights
	NotTwoMode       Reason = "NOT_TWO_MODE"       // the definition needs a two-mode network
	NotOneMode       Reason = "NOT_ONE_MODE"       // the definition needs one network of organisations
	SingleRelation   Reason = "SINGLE_RELATION"    // the definition needs several relations
	NoClasses        Reason = "NO_CLASSES"         // no member of known class
	SingleClass      Reason = "SINGLE_CLASS"       // one class only where two are needed
	Isolate          Reason = "ISOLATE"            // the node has no tie
	DegreeBelowTwo   Reason = "DEGREE_BELOW_TWO"   // the node has one partner where two are needed
	NoVariation      Reason = "NO_VARIATION"       // zero variance, or 0/0
	NoAmounts        Reason = "NO_AMOUNTS"         // no known amount, or all of them 0
	NegativeAmount   Reason = "NEGATIVE_AMOUNT"    // an amount below 0 has no share
	MixedCurrencies  Reason = "MIXED_CURRENCIES"   // amounts in several currencies
	NoFacts          Reason = "NO_FACTS"           // nothing is recorded to count
	Incomplete       Reason = "INCOMPLETE"         // what is not recorded, or not known, could change it
	NoFactsAtT1      Reason = "NO_FACTS_AT_T1"     // no tie at the first date
	AllCensored      Reason = "ALL_CENSORED"       // too few durations are known to end, or were followed from early on
	NoCliques        Reason = "NO_CLIQUES"         // no three members are all tied to one another
	NoRatings        Reason = "NO_RATINGS"         // nobody rated anybody
	BudgetExceeded   Reason = "BUDGET_EXCEEDED"    // too large for an exact method; NOT_COMPUTED
	Cancelled        Reason = "CANCELLED"          // the context ended before; NOT_COMPUTED
	NotSettled       Reason = "NOT_SETTLED"        // the best solution lies at infinity, or is not reached soon enough
)

// Warning is a condition under which a value must be read with care, or the
// reason why an attached part is missing.
type Warning string

// Warnings, in the order of their codes.
const (
	Biased                 Warning = "BIASED"                     // the replicates differ from the value by more than a quarter of SE
	NotDrawn               Warning = "BUDGET_EXCEEDED"            // the network is too large for replicates
	CancelledDraws         Warning = "CANCELLED"                  // the context ended before all replicates were drawn
	DegenerateRange        Warning = "DEGENERATE_RANGE"           // class sizes and tie count leave one possible value
	EstimatedAmounts       Warning = "ESTIMATED_AMOUNTS"          // some amounts are estimates
	Heuristic              Warning = "HEURISTIC"                  // the best of several searches, not proven to be the optimum; or thresholds that are conventions
	ImputedDates           Warning = "IMPUTED_DATES"              // some facts have an unknown start or end
	NotSearched            Warning = "NOT_SEARCHED"               // nobody searched for all contracts of the time: there may be others
	NullDegenerate         Warning = "NULL_DEGENERATE"            // the null model leaves one possible value
	Approximate            Warning = "APPROXIMATE"                // from a sample of sources; the interval bounds the error
	PoorlyMixed            Warning = "POORLY_MIXED"               // edge switching accepted fewer than 10 steps a tie
	SmallN                 Warning = "SMALL_N"                    // fewer than 10 nodes
	TiedComponent          Warning = "TIED_COMPONENT"             // several largest components; the one with the smallest id was taken
	TiedOptimum            Warning = "TIED_OPTIMUM"               // several optimal solutions, as many as Optima says
	TooFewNodesForInterval Warning = "TOO_FEW_NODES_FOR_INTERVAL" // n < 5
	UnknownAmounts         Warning = "UNKNOWN_AMOUNTS"            // some amounts are unknown and left out
	UnknownAsAbsent        Warning = "UNKNOWN_AS_ABSENT"          // computed on the observed ties although pairs are unknown
	UnknownTooMany         Warning = "UNKNOWN_TOO_MANY"           // too many unknown pairs, or nodes, for bounds by enumeration
	Unstable               Warning = "UNSTABLE"                   // no interval or null: more than a tenth of the replicates have no value, or all are equal
)

// ScopeKind says what part of a network a measure describes.
type ScopeKind string

// The scopes of measures.
const (
	ScopeNetwork   ScopeKind = "NETWORK"
	ScopeClass     ScopeKind = "CLASS"
	ScopeClassPair ScopeKind = "CLASS_PAIR"
	ScopeNode      ScopeKind = "NODE"
	ScopeNodeSet   ScopeKind = "NODE_SET"

	ScopeRelationPair ScopeKind = "RELATION_PAIR"
)

// Scope is what a measure describes. Attribute is set for measures on classes.
// Mode is set for nodes of two-mode networks. Keys holds the class, the two classes
// (row, column), the node id, the sorted ids of the set or the two relations.
type Scope struct {
	Kind      ScopeKind
	Attribute string
	Mode      Mode
	Keys      []string
}

func (s Scope) equal(o Scope) bool {
	return s.Kind == o.Kind && s.Mode == o.Mode && s.Attribute == o.Attribute && slices.Equal(s.Keys, o.Keys)
}

// BoundsMethod says how bounds were found.
type BoundsMethod string

// The three methods, all exact.
const (
	ClosedForm BoundsMethod = "CLOSED_FORM"
	Monotone   BoundsMethod = "MONOTONE"   // all unknown pairs absent, all present
	Enumerated BoundsMethod = "ENUMERATED" // every filling of the unknown pairs
)

// Bounds holds the lowest and the highest value over all ways to fill in what is
// unknown. They are logical limits, not a confidence interval.
type Bounds struct {
	Lower, Upper float64
	Method       BoundsMethod
}

// Chance says what class sizes and the number of ties alone would give if ties
// fell on pairs at random, and the lowest and highest value they leave possible.
type Chance struct {
	Expected, Lowest, Highest float64
}
