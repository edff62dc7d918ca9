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
	Basis       Basis
	Kinds       []Kind
	Scopes      []ScopeKind  // what a measure can describe
	Bounds      BoundsMethod // how bounds are found when something is unknown; "" for none
	Interval    bool         // has a bootstrap interval on request
	Nulls       []NullModel  // the null models it can be tested against, the default first
	Reference   string

	count    bool // a plain count, not an index: small n is no caveat
	knowable bool // divides by the known pairs instead of reading unknown as absent
}

// Basis says what an indicator is computed on.
type Basis string

// Bases: the members and their classes, or the ties.
const (
	OnMembers Basis = "MEMBERS"
	OnTies    Basis = "TIES"
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

// Definitions returns every indicator that [Network.Measure] computes, by id.
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

// DefinitionOf returns the definition of one indicator.
func DefinitionOf(id Indicator) (Definition, bool) {
	d, ok := lookup(id)
	if !ok {
		return Definition{}, false
	}
	return *d, true
}
