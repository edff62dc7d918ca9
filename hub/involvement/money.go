package involvement

import (
	"cmp"
	"slices"

	"polehub/analysis"
	"polehub/hub"
)

// Instrument is the form that public money takes.
type Instrument string

// The instruments.
const (
	Grant       Instrument = "GRANT"
	Procurement Instrument = "PROCUREMENT"
	Concession  Instrument = "CONCESSION"
	Premises    Instrument = "PREMISES"
	Capital     Instrument = "CAPITAL"
	Loan        Instrument = "LOAN"
	OtherForm   Instrument = "OTHER"
)

// Direction says who pays.
type Direction string

// The directions.
const (
	ToMembers   Direction = "TO_MEMBERS"   // public actors pay members
	FromMembers Direction = "FROM_MEMBERS" // members pay public actors
)

// Money is the money between public actors and members, by contracts.
type Money struct {
	// Totals are the money of the time, that to members first, then by tier and
	// instrument.
	Totals []*Amount
	// Public, Other and Unclassed are what members receive from public actors, from
	// others, and from payers of whom neither is known.
	Public, Other, Unclassed Sum
	// Stated are the amounts that sources state with roles of the time. A contract may
	// be about the same money, so they are in no other sum.
	Stated []*Stated
	// Contracts, UnknownAmounts and Undated are those of the ledger of the time.
	Contracts, UnknownAmounts, Undated int

	facts  *Facts
	ledger *analysis.Ledger
}

// Amount is money of one direction, tier and instrument.
type Amount struct {
	// Year is the calendar year; nil in a total.
	Year       *int
	Direction  Direction
	Tier       hub.PublicTier // of the public actor; empty when nobody stated it
	Instrument Instrument
	// Contracts is how many contracts it comes from.
	Contracts int
	Sum
}

// Sum is an amount of money with what it leaves out.
type Sum struct {
	// Amount adds up the known amounts; nil when none is known, and when currencies
	// differ.
	Amount   *hub.Money
	Currency hub.Text
	Reason   analysis.Reason // why Amount is nil
	// UnknownAmounts is how many contracts are left out, in whole or in part.
	UnknownAmounts int
}

func sumOf(s analysis.Sum) Sum {
	return Sum{(*hub.Money)(s.Cents), hub.Text(s.Currency), s.Reason, s.UnknownAmounts}
}

// MoneyOf is the money of the time.
func MoneyOf(f *Facts) (*Money, error) {
	l, err := f.Ledger()
	if err != nil {
		return nil, err
	}
	payer := func(is, known bool) Sum {
		return sumOf(l.Received(func(flow analysis.Flow) bool {
			public, classed := f.public(hub.ID(flow.From))
			return public == is && classed == known
		}))
	}
	return &Money{
		Totals: amounts(f, l, nil), Public: payer(true, true), Other: payer(false, true), Unclassed: payer(false, false), Stated: stated(f),
		Contracts: l.Contracts(), UnknownAmounts: l.UnknownAmounts(), Undated: l.Undated(), facts: f, ledger: l,
	}, nil
}

// Years are the amounts of each year of Facts.Years, with the members that the pole
// had in it, by year and then as Totals.
func (m *Money) Years() ([]*Amount, error) {
	out := []*Amount{}
	for _, f := range m.facts.Years() {
		l, err := f.Ledger()
		if err != nil {
			return nil, err
		}
		out = append(out, amounts(f, l, new(f.Year()))...)
	}
	return out, nil
}

// Measures are the indicators of the money of the time: shares, concentration, and
// the dependence of each member on its largest funder.
func (m *Money) Measures() []analysis.Measure {
	return m.ledger.Measure([]analysis.Indicator{
		analysis.PublicMoneyShare, analysis.PublicContractShare, analysis.HHI, analysis.EffectiveFunders, analysis.CR1,
		analysis.RetentionShare, analysis.LargestFunderShare,
	}, true)
}

// cell is what amounts are told apart by.
type cell struct {
	direction  Direction
	tier       hub.PublicTier
	instrument Instrument
}

// amounts adds up the flows between public actors and members by cell. Money
// between a public actor and a public member is in both directions, each with the
// tier of its actor.
func amounts(f *Facts, l *analysis.Ledger, year *int) []*Amount {
	agreements := make(map[string]*hub.Agreement, len(f.Agreements))
	for _, a := range f.Agreements {
		agreements[string(a.Contract.ID)] = a
	}
	cellOf := func(flow analysis.Flow, d Direction) (c cell, ok bool) {
		actor, other := flow.From, flow.To
		if d == FromMembers {
			actor, other = flow.To, flow.From
		}
		if !f.isPublic(hub.ID(actor)) || !l.IsMember(other) {
			return c, false
		}
		return cell{d, f.Organisation(hub.ID(actor)).PublicTier, instrument(agreements[flow.Agreement], hub.ID(flow.From), f.Day())}, true
	}
	contracts := map[cell]map[string]bool{}
	for flow := range l.Flows() {
		for _, d := range []Direction{ToMembers, FromMembers} {
			if c, ok := cellOf(flow, d); ok {
				if contracts[c] == nil {
					contracts[c] = map[string]bool{}
				}
				contracts[c][flow.Agreement] = true
			}
		}
	}
	out := make([]*Amount, 0, len(contracts))
	for c, of := range contracts {
		sum := l.Received
		if c.direction == FromMembers {
			sum = l.Paid
		}
		out = append(out, &Amount{Year: year, Direction: c.direction, Tier: c.tier, Instrument: c.instrument, Contracts: len(of),
			Sum: sumOf(sum(func(flow analysis.Flow) bool { have, ok := cellOf(flow, c.direction); return ok && have == c }))})
	}
	slices.SortFunc(out, func(a, b *Amount) int {
		return cmp.Or(-cmp.Compare(a.Direction, b.Direction), compareTiers(a.Tier, b.Tier), cmp.Compare(a.Instrument, b.Instrument))
	})
	return out
}

// instrument is the form of the money that a payer pays under a contract: by its
// type, by what the payer does there when the type does not tell.
func instrument(a *hub.Agreement, payer hub.ID, day hub.Date) Instrument {
	switch a.Contract.Type {
	case hub.ContractGrant, hub.ContractObjectivesAgreement:
		return Grant
	case hub.ContractPublicProcurement, hub.ContractService, hub.ContractCoContracting:
		return Procurement
	case hub.ContractConcession:
		return Concession
	case hub.ContractPremises:
		return Premises
	case hub.ContractCapital:
		return Capital
	case hub.ContractLoanOrGuarantee:
		return Loan
	}
	for _, p := range a.Parties(day) {
		if p.OrganisationID != payer {
			continue
		}
		switch p.Role {
		case hub.PartyFunder:
			return Grant
		case hub.PartyBuyer:
			return Procurement
		case hub.PartyLessee:
			return Premises
		case hub.PartyShareholder:
			return Capital
		case hub.PartyLender:
			return Loan
		}
	}
	return OtherForm
}

// paidBy is what members receive from an organisation; without a value when no
// contract says that it pays them.
func paidBy(l *analysis.Ledger, id hub.ID) Sum {
	by := func(f analysis.Flow) bool { return f.From == string(id) }
	for f := range l.Flows() {
		if by(f) && l.IsMember(f.To) {
			return sumOf(l.Received(by))
		}
	}
	return Sum{Reason: analysis.NoAmounts}
}

// Stated is what sources state with roles of public actors, by tier, instrument and
// currency.
type Stated struct {
	Tier       hub.PublicTier
	Instrument Instrument
	Currency   hub.Text // hub.DefaultCurrency when none is stated
	Amount     hub.Money
	Roles      []hub.ID // sorted
}

// stated adds up the amounts of the roles of public actors of the time.
func stated(f *Facts) []*Stated {
	out := []*Stated{}
	for _, r := range f.Roles {
		if r.Amount == nil || !r.During(f.From, f.To) || !f.isPublic(r.OrganisationID) {
			continue
		}
		s := Stated{Tier: f.Organisation(r.OrganisationID).PublicTier, Instrument: instrumentOfRole(r.Role), Currency: cmp.Or(r.Currency, hub.DefaultCurrency)}
		i := slices.IndexFunc(out, func(o *Stated) bool {
			return o.Tier == s.Tier && o.Instrument == s.Instrument && o.Currency == s.Currency
		})
		if i < 0 {
			i, out = len(out), append(out, &s)
		}
		out[i].Amount += *r.Amount
		out[i].Roles = append(out[i].Roles, r.ID)
	}
	slices.SortFunc(out, func(a, b *Stated) int {
		return cmp.Or(compareTiers(a.Tier, b.Tier), cmp.Compare(a.Instrument, b.Instrument), cmp.Compare(a.Currency, b.Currency))
	})
	return out
}

// instrumentOfRole is the form of the money that is stated with a role.
func instrumentOfRole(r hub.RoleKind) Instrument {
	switch r {
	case hub.RoleGrantFunder:
		return Grant
	case hub.RoleBuyer:
		return Procurement
	case hub.RoleHost:
		return Premises
	case hub.RoleCapitalHolder:
		return Capital
	}
	return OtherForm
}

// compareTiers orders tiers from the nearest to the farthest, an unknown one last.
func compareTiers(a, b hub.PublicTier) int { return cmp.Compare(tierRank(a), tierRank(b)) }

func tierRank(t hub.PublicTier) int {
	i := slices.IndexFunc(hub.PublicTiers.Values, func(v hub.EnumValue) bool { return v.Code == string(t) })
	if i < 0 {
		return len(hub.PublicTiers.Values)
	}
	return i
}
