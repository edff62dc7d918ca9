package analysis

// Definition describes one indicator for readers: the help pages, the GraphQL
// descriptions and the exports are made from it.
type Definition struct {
	ID          Indicator
	Version     int // raised when any input could give another value
	Rank        int // 1 for the indicators to show first
	Name        Text
	Explanation Text
	Formula     string
	Range       string
	Direction   Reading
	Subject     Subject
	Basis       Basis
	Kinds       []Kind       // of networks; none for other subjects
	Scopes      []ScopeKind  // what a measure can describe
	Bounds      BoundsMethod // how bounds are found when something is unknown; "" for none
	Interval    bool         // has a bootstrap interval on request
	Nulls       []NullModel  // the null models it can be tested against, the default first
	Reference   string

	count    bool // a plain count, not an index: small n is no caveat
	daily    bool // moves from day to day while nothing changes
	money    bool // of amounts, which may be estimates
	knowable bool // divides by the known pairs instead of reading unknown as absent
}

// Reading says what a higher value speaks of, other things equal. It never says
// whether that is good: a pole may want to be dense and loose in different years.
type Reading string

// Readings of a pole, or of the member that a value describes.
const (
	Larger          Reading = "LARGER"           // there is more of it: it grows with the pole
	MoreCohesive    Reading = "MORE_COHESIVE"    // members work together more, more closely or more mutually
	LessCohesive    Reading = "LESS_COHESIVE"    // they are farther apart, or in more pieces
	MoreCentralised Reading = "MORE_CENTRALISED" // ties gather on few members, or run down from them
	MoreCentral     Reading = "MORE_CENTRAL"     // these members have more of the ties or paths
	MoreFragile     Reading = "MORE_FRAGILE"     // more is cut off when a tie or a member is lost
	MoreInward      Reading = "MORE_INWARD"      // families or groups work among themselves
	MoreOutward     Reading = "MORE_OUTWARD"     // they work with one another
	MoreDiverse     Reading = "MORE_DIVERSE"     // members are of more families, or more evenly so
	MoreDependent   Reading = "MORE_DEPENDENT"   // money, votes or partners come down to fewer
	LessDependent   Reading = "LESS_DEPENDENT"   // they are spread over more
	MoreStable      Reading = "MORE_STABLE"      // ties, memberships or contracts last
	MoreMultiplex   Reading = "MORE_MULTIPLEX"   // the same pairs cooperate in several ways
	MorePublic      Reading = "MORE_PUBLIC"      // public actors pay, or take part in, more of it
	MoreLocal       Reading = "MORE_LOCAL"       // more stays with members, or on the territory
	MoreTrusted     Reading = "MORE_TRUSTED"     // members are rated more highly
	Neutral         Reading = "NEUTRAL"          // no one sense: read it with its parts, its sign or its label
)

// Subject is what an indicator is measured of: the type that computes it.
type Subject string

// Subjects: a [Network], a [TwoMode], [Layers], a [Ledger], a [Change], a [Survey].
const (
	SubjectNetwork Subject = "NETWORK"
	SubjectTwoMode Subject = "TWO_MODE"
	SubjectLayers  Subject = "LAYERS"
	SubjectMoney   Subject = "MONEY"
	SubjectChange  Subject = "CHANGE"
	SubjectSurvey  Subject = "SURVEY"
)

// Basis says what an indicator is computed on.
type Basis string

// Bases: the members and their classes, the ties, the contracts with their
// amounts, or the ratings of a survey.
const (
	OnMembers   Basis = "MEMBERS"
	OnTies      Basis = "TIES"
	OnContracts Basis = "CONTRACTS"
	OnRatings   Basis = "RATINGS"
)

// Kind says on which networks an indicator is defined, and how it reads a directed
// one.
type Kind string

// Kinds: undirected networks; directed ones, arc by arc; directed ones read as
// their underlying undirected network; and weighted ones.
const (
	KindUndirected Kind = "UNDIRECTED"
	KindDirected   Kind = "DIRECTED"
	KindUnderlying Kind = "UNDERLYING"
	KindWeighted   Kind = "WEIGHTED"
)

// Definitions returns every indicator, by id.
func Definitions() []Definition {
	all := make([]Definition, len(catalogue))
	for i, d := range catalogue {
		d.Kinds = append([]Kind(nil), d.Kinds...)
		d.Scopes = append([]ScopeKind(nil), d.Scopes...)
		d.Nulls = append([]NullModel(nil), d.Nulls...)
		all[i] = d
	}
	return all
}

// Stepwise reports whether the indicator is measured on a day and stays as it is
// until something changes, so that it has a [TimeSeries].
func (d Definition) Stepwise() bool {
	return (d.Subject == SubjectNetwork || d.Subject == SubjectMoney) && !d.daily
}

// IndicatorsOf returns the ids of the indicators of a subject, sorted.
func IndicatorsOf(s Subject) []Indicator {
	var ids []Indicator
	for _, d := range catalogue {
		if d.Subject == s {
			ids = append(ids, d.ID)
		}
	}
	return ids
}

// DefinitionOf returns the definition of one indicator.
func DefinitionOf(id Indicator) (Definition, bool) {
	d, ok := lookup(id)
	if !ok {
		return Definition{}, false
	}
	return *d, true
}
