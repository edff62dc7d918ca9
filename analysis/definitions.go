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
