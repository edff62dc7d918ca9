package analysis

import (
	"slices"
	"strconv"
	"strings"
)

// Projection holds the parameters that turn facts into a network. The zero value
// of each field is its default, except for the day AsOf, or the period From and To
// in its place, which must be given.
type Projection struct {
	AsOf      string    // the day, ISO
	From, To  string    // the period [From, To): a fact counts when it is in force on one of its days
	MembersIn MembersIn // who the nodes of a period are; the caller resolves it, here it is echoed
	Perimeter []string  // pole ids or a description; echoed and hashed, otherwise unused
	Circles   []string  // keep the members of these circles; empty: all members

	Relations   []string // cooperation types; empty: all
	NoRelations bool     // no cooperation type: a network of contracts only

	Contracts    []string // contract types that make ties; empty: none
	AllContracts bool     // every contract type makes ties

	Direction Direction
	Confirm   Confirm
	Silence   Silence
	Rule      KnownRule
	Absence   AbsenceRule
	Horizon   *int // days a fact without an end stays present after it was last seen; nil: 1096; 0: no limit
	Groups    Groups
	Carrier   CarrierRule
	Weight    Weight
	Expansion Expansion
}

// MembersIn says which members the nodes of a period are: those of any of its days,
// or those of all of them.
type MembersIn string

// Rules of membership in a period.
const (
	AnyDay  MembersIn = "ANY"
	AllDays MembersIn = "ALL"
)

// Day is the day on which what a fact says of a party, as its class, is read: the
// day of the projection, or the last one of its period. It is "" when neither is
// a day.
func (p Projection) Day() string {
	if p.AsOf != "" {
		return p.AsOf
	}
	end, known, ok := parseDay(p.To)
	if !ok || !known {
		return ""
	}
	return (end - 1).String()
}

// DefaultHorizon is three years, in days.
const DefaultHorizon = 1096

// Direction is the rule that turns oriented facts into ties.
type Direction string

// Directions. Either and Both make undirected networks: a dyad is tied when an arc
// of a type runs either way, or both ways. Arcs keeps the orientation and is
// refused when a symmetric type is asked for.
const (
	Either Direction = "EITHER"
	Arcs   Direction = "ARCS"
	Both   Direction = "BOTH"
)

// Confirm says whose word makes a tie.
type Confirm string

// One statement is enough, both parties must say so, or a document must. A
// contract is a document signed by its parties and satisfies all three.
const (
	One        Confirm = "ONE"
	Two        Confirm = "TWO"
	Documented Confirm = "DOCUMENTED"
)

// Silence is the state of a pair on which nobody made a statement. A pair on which
// somebody stated that it is unknown, or whose fact is past its horizon, is not
// silent: it stays unknown.
type Silence string

// Silence rules. AbsentSilence reproduces what most tools do.
const (
	UnknownSilence Silence = "UNKNOWN"
	AbsentSilence  Silence = "ABSENT"
)

// KnownRule says how many of the two organisations of a pair must have responded
// to an observation for it to make their pair known.
type KnownRule string

// Known rules.
const (
	AnyResponds KnownRule = "ANY"
	BothRespond KnownRule = "BOTH"
)

// AbsenceRule says how long an absence found by an observation holds.
type AbsenceRule string

// Absence rules. UntilHorizon treats the absence as any fact without an end: it
// holds until Horizon days after the observation, as the presences found by the
// same observation do. WhileObserved limits it to the days of the observation.
const (
	UntilHorizon  AbsenceRule = "UNTIL_HORIZON"
	WhileObserved AbsenceRule = "WHILE_OBSERVED"
)

// Groups says what becomes of organisations joined by ownership.
type Groups string

// Group rules. Collapse makes one node of each group: its id is the smallest id,
// its classes those of the group's head, unknown when the head is not a member.
const (
	Keep     Groups = "KEEP"
	Collapse Groups = "COLLAPSE"
)

// CarrierRule says whether the pole's carrier is part of the network.
type CarrierRule string

// Carrier rules. WithoutCarrier removes the carrier, its whole group when
// collapsed.
const (
	WithCarrier    CarrierRule = "WITH"
	WithoutCarrier CarrierRule = "WITHOUT"
)

// Weight says what a tie weighs.
type Weight string

// Weights: none; the number of facts; of distinct types; or, for each fact or
// contract with k ≥ 2 members among its parties, 1/(k−1) (Newman 2001).
const (
	Unweighted   Weight = "NONE"
	CountWeight  Weight = "COUNT"
	TypesWeight  Weight = "TYPES"
	NewmanWeight Weight = "NEWMAN"
)

// Expansion says which pairs a contract with several parties makes.
type Expansion string

// Expansions: all k(k−1)/2 pairs, or from each payer to each payee.
const (
	AllPairs Expansion = "ALL_PAIRS"
	ByRole   Expansion = "BY_ROLE"
)

// Only returns the projection restricted to one cooperation type and no contract:
// what density per tie type is measured on.
func (p Projection) Only(relation string) Projection {
	p.Relations, p.NoRelations = []string{relation}, false
	p.Contracts, p.AllContracts = nil, false
	return p
}

// Echo is the projection as it was resolved, with what each step dropped. All
// measures of one network share it.
type Echo struct {
	Projection Projection // every default filled in, every list sorted and complete
	Inclusion  Text       // the inclusion rule in words
	Members    int        // organisations of the perimeter
	Asked      int        // members on the roster of an observation in use
	Answered   int        // members that responded to one
	Dropped    Dropped
	Imputed    int      // facts whose start or end is unknown, in force or past their horizon
	Sources    []string // sources of the facts and observations in use, sorted
	Removed    []string // nodes taken out afterwards by [Network.Without]
	Added      []string // nodes put in afterwards by [Network.With]
}

// Dropped counts what each step of the projection left out. Contracts count once
// until they are expanded, as pairs from there.
type Dropped struct {
	OtherCircles     int // members of circles not asked for
	OtherTypes       int // facts of types not asked for
	Duplicates       int // repeated statements of one fact
	NotInForce       int // not yet started or ended
	Unconfirmed      int // present facts that the confirm rule does not accept
	SingleParty      int // contracts with fewer than two parties
	Loops            int // both ends one node, after mapping to groups
	Carrier          int // an end is the removed carrier
	OutsidePerimeter int // an end is not a member
	OneWay           int // unanswered by an arc of the same type, with [Both]
	Merged           int // facts beyond the first on a tie
}

// resolve fills in defaults, sorts and completes the lists, and refuses codes that
// are not published.
func (p Projection) resolve(in Input) (Projection, error) {
	var bad *InputError
	check := func(field, value string, allowed ...string) {
		if bad == nil && !slices.Contains(allowed, value) {
			bad = &InputError{Field: field, Item: value, Msg: "is not one of " + strings.Join(allowed, ", ")}
		}
	}
	fill(&p.Direction, Either)
	fill(&p.Confirm, One)
	fill(&p.Silence, UnknownSilence)
	fill(&p.Rule, AnyResponds)
	fill(&p.Absence, UntilHorizon)
	fill(&p.Groups, Keep)
	fill(&p.Carrier, WithCarrier)
	fill(&p.Weight, Unweighted)
	fill(&p.Expansion, AllPairs)
	check("direction", string(p.Direction), "EITHER", "ARCS", "BOTH")
	check("confirm", string(p.Confirm), "ONE", "TWO", "DOCUMENTED")
	check("silence", string(p.Silence), "UNKNOWN", "ABSENT")
	check("rule", string(p.Rule), "ANY", "BOTH")
	check("absence", string(p.Absence), "UNTIL_HORIZON", "WHILE_OBSERVED")
	check("groups", string(p.Groups), "KEEP", "COLLAPSE")
	check("carrier", string(p.Carrier), "WITH", "WITHOUT")
	check("weight", string(p.Weight), "NONE", "COUNT", "TYPES", "NEWMAN")
	check("expansion", string(p.Expansion), "ALL_PAIRS", "BY_ROLE")
	if bad != nil {
		return p, bad
	}
	if p.Horizon == nil {
		p.Horizon = new(DefaultHorizon)
	}
	if *p.Horizon < 0 || *p.Horizon > 1_000_000 {
		return p, &InputError{Field: "horizon", Item: strconv.Itoa(*p.Horizon), Msg: "is not a number of days from 0 to 1000000"}
	}
	if _, err := p.when(); err != nil {
		return p, err
	}
	if p.AsOf == "" {
		fill(&p.MembersIn, AnyDay)
		if check("membersIn", string(p.MembersIn), "ANY", "ALL"); bad != nil {
			return p, bad
		}
	}
	return p.resolveTypes(in)
}

// when is the period of the projection, of one day for a day.
func (p Projection) when() (period, error) {
	switch {
	case p.AsOf == "" && p.From+p.To != "":
		return readPeriod(p.From, p.To)
	case p.From+p.To != "" || p.MembersIn != "":
		return period{}, &InputError{Field: "asOf", Item: p.AsOf, Msg: "is asked for together with a period"}
	}
	d, err := readDay("asOf", p.AsOf)
	return period{d, d + 1}, err
}

func fill[T ~string](field *T, value T) {
	if *field == "" {
		*field = value
	}
}

func (p Projection) resolveTypes(in Input) (Projection, error) {
	published := make([]string, 0, len(in.Relations))
	for _, r := range in.Relations {
		published = append(published, r.Code)
	}
	switch {
	case p.NoRelations && len(p.Relations) > 0:
		return p, &InputError{Field: "relations", Item: p.Relations[0], Msg: "is asked for together with no relations"}
	case !p.NoRelations && len(p.Relations) == 0:
		p.Relations = published
	}
	if p.AllContracts {
		p.Contracts = in.ContractTypes
	}
	p.Relations, p.Contracts = sortedSet(p.Relations), sortedSet(p.Contracts)
	p.Perimeter, p.Circles = sortedSet(p.Perimeter), sortedSet(p.Circles)
	for _, code := range p.Relations {
		if !slices.Contains(published, code) {
			return p, &InputError{Field: "relations", Item: code, Msg: "is not a published cooperation type"}
		}
	}
	for _, code := range p.Contracts {
		if !slices.Contains(in.ContractTypes, code) {
			return p, &InputError{Field: "contracts", Item: code, Msg: "is not a published contract type"}
		}
	}
	if len(p.Relations)+len(p.Contracts) == 0 {
		return p, &InputError{Field: "relations", Msg: "neither a cooperation type nor a contract type is asked for"}
	}
	if p.Direction != Arcs {
		return p, nil
	}
	for _, r := range in.Relations {
		if !r.Directed && slices.Contains(p.Relations, r.Code) {
			return p, &InputError{Field: "direction", Item: r.Code, Msg: "is a symmetric type and has no arcs"}
		}
	}
	if len(p.Contracts) > 0 && p.Expansion == AllPairs {
		return p, &InputError{Field: "direction", Msg: "pairs of all parties of a contract have no arcs"}
	}
	return p, nil
}

func sortedSet(list []string) []string {
	return slices.Compact(slices.Sorted(slices.Values(list)))
}

// encode writes what a value depends on: the parameters and removed nodes, not
// the counts or sources.
func (e *Echo) encode(to *encoder) {
	p := e.Projection
	to.text(p.AsOf)
	if p.AsOf == "" {
		to.texts([]string{p.From, p.To, string(p.MembersIn)})
	}
	to.texts(p.Perimeter)
	to.texts(p.Circles)
	to.texts(p.Relations)
	to.texts(p.Contracts)
	for _, code := range []string{string(p.Direction), string(p.Confirm), string(p.Silence), string(p.Rule), string(p.Absence),
		string(p.Groups), string(p.Carrier), string(p.Weight), string(p.Expansion)} {
		to.text(code)
	}
	to.int(*p.Horizon)
	to.texts(e.Removed)
	if len(e.Added) > 0 {
		to.texts(e.Added)
	}
}
