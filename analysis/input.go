package analysis

// Input holds the facts that [Project] reads: plain values, resolved from any
// store. The perimeter is resolved by the caller: Nodes are the members on the
// day of the projection. Facts may name others; those are dropped and counted.
type Input struct {
	Nodes         []Node
	Ownership     []Ownership // links valid on the day, used by [Collapse]
	Relations     []Relation  // the published list of cooperation types
	ContractTypes []string    // the published list of contract types
	Attributes    []Attribute // the published classes of each attribute
	Facts         []Fact
	Contracts     []Contract
	Observations  []Observation
}

// Node is a member of the perimeter.
type Node struct {
	ID      string
	Classes map[string]string // attribute → class on the day; missing or "" is unknown
	Circles []string          // membership circles, for [Projection.Circles]
	Carrier bool              // the pole's carrier, for [WithoutCarrier]
}

// Ownership says that Parent owns Child or that Child is a unit of Parent. Either
// may be outside the perimeter: two subsidiaries of one absent parent are a group.
type Ownership struct {
	Child, Parent string
}

// Relation is a cooperation type. A directed type has arcs From → To; for a
// symmetric one the statements of both parties are two testimonies of one tie.
type Relation struct {
	Code     string
	Directed bool
}

// Attribute is a class attribute of nodes with its possible classes, and how
// unlike two of them are where a table is published.
type Attribute struct {
	Name      string
	Possible  []string
	Distances []ClassDistance
}

// ClassDistance is how unlike two classes are, from 0 to 1; see [Builder.Distance].
type ClassDistance struct {
	Class, Other string
	Distance     float64
}

// State is what a statement says, or what is known of a pair.
type State string

// The three states. An absent State in a [Fact] means Present.
const (
	Present State = "PRESENT"
	Absent  State = "ABSENT"
	Unknown State = "UNKNOWN"
)

// Fact is a dated statement about one pair and one cooperation type.
type Fact struct {
	Key      string // natural key beside type and pair; empty: the start day
	Type     string
	From, To string
	State    State
	Validity

	// Who says so. All false: a source that is neither party nor document.
	ByFrom, ByTo, ByDocument bool

	Source string
}

// Validity is the half-open period [Start, End) of a fact, in ISO days; "" is
// unknown. FirstSeen and LastSeen are the days on which the fact was first and
// last attested; one of them stands for both when the other is empty.
type Validity struct {
	Start, End          string
	FirstSeen, LastSeen string
}

// Contract is a fact with any number of parties, signed by all of them. It makes
// ties only when its type is named in the projection.
type Contract struct {
	Key     string // natural key; contracts that share it are one contract
	Type    string
	Parties []Party
	Validity
	Source string
}

// Party is an organisation in a contract, with its side of the money.
type Party struct {
	ID   string
	Side Side
}

// Side is the side of a party when money flows.
type Side string

// The sides: payers are buyers, funders, lenders; payees are suppliers and
// beneficiaries. Parties on neither side have no side.
const (
	NoSide Side = ""
	Payer  Side = "PAYER"
	Payee  Side = "PAYEE"
)

// Observation is a data collection: a survey wave or a systematic review. It makes
// absences known: a respondent that did not name another organisation of the
// roster has stated the absence of a tie with it.
type Observation struct {
	Relations    []string // cooperation types covered
	AllRelations bool
	Contracts    []string // contract types covered
	AllContracts bool
	From, To     string // period [From, To); To "" is the single day From
	Roster       []string
	Respondents  []string
	Source       string
}
