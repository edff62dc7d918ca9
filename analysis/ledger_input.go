package analysis

// LedgerInput holds the contracts of a perimeter as values, resolved from any
// store: what [NewLedger] reads.
type LedgerInput struct {
	Accounts   []Account
	Agreements []Agreement
}

// Account is an organisation that may be party to an agreement. A party without an
// account is no member, and nothing is known of it.
type Account struct {
	ID     string
	Member bool   // of the perimeter, on the day or in the period
	Public *bool  // a public actor; nil: unknown
	Inside *bool  // seated on the declared territory; nil: unknown
	Votes  *int64 // voting weight in the governance; nil: unknown
}

// Agreement is a contract with its money. What it says may change: each of Terms
// replaces the one before from its own first day on.
type Agreement struct {
	Key      string
	Type     string
	Currency string // ISO 4217; one ledger never adds up two
	Terms    []Terms
}

// Terms are what an agreement says from one day until the next amendment.
type Terms struct {
	From       string // the first day on which they hold; "" for those of the signature
	Start, End string // the half-open validity of the agreement, "" unknown
	Amount     *int64 // cents, of the whole agreement over its whole validity; nil: unknown
	Basis      AmountBasis
	Stakes     []Stake
}

// AmountBasis says what kind of figure an amount is.
type AmountBasis string

// Bases of amounts. A ceiling, as of a framework contract, is no payment: it counts
// as unknown unless [Window.Maxima] asks for it. An estimate counts, with a
// warning; so does an amount whose basis nobody states, without one.
const (
	FixedAmount    AmountBasis = "FIXED"
	MaximumAmount  AmountBasis = "MAXIMUM"
	EstimateAmount AmountBasis = "ESTIMATE"
	UnstatedBasis  AmountBasis = "UNKNOWN"
)

// Stake is a party of an agreement with its side of the money. Several on one side
// share the amount: by their stated parts, the others equally in what remains;
// what nobody has remains with an unknown party.
type Stake struct {
	ID     string // "" for an unknown party
	Side   Side
	Amount *int64 // cents of the agreement's amount, when stated
	Share  *int64 // millionths of it, when stated
}

// Window says for which day or period a ledger is opened, and which agreements are
// in it. Either AsOf or both From and To are given.
type Window struct {
	AsOf     string   // amounts are those of the agreements in force, whole
	From, To string   // amounts are prorated by the days that fall into [From, To)
	Types    []string // contract types; empty: all
	Between  bool     // only agreements with two members among their parties
	Maxima   bool     // ceilings count as amounts
	Horizon  *int     // days for which an agreement without an end is in force; nil: 1096; 0: no limit
	Searched *bool    // whether somebody searched for all such agreements, so that there are no others; nil: nobody said
}

// MaxAmount is the least number of cents that is not believed: 100 billion euros.
// Amounts of that size count as unknown.
const MaxAmount = 10_000_000_000_000
