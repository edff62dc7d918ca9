package involvement

import (
	"cmp"
	"context"
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

	books *books
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
	// differ. It is 0 only where contracts of all types were searched for during all of
	// the time.
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
func MoneyOf(f *Facts) (*Money, error) { return f.books().money() }

// Years are the amounts of each year of Facts.Years, with the members that the pole
// had in it, by year and then as Totals.
func (m *Money) Years(ctx context.Context) ([]*Amount, error) { return m.books.eachYear(ctx, "") }

// Measures are the indicators of the money of the time: shares, concentration, and
// the dependence of each member on its largest funder.
func (m *Money) Measures() ([]analysis.Measure, error) {
	l, err := m.books.ledger()
	if err != nil {
		return nil, err
	}
	return l.Measure([]analysis.Indicator{
		analysis.PublicMoneyShare, analysis.PublicContractShare, analysis.HHI, analysis.EffectiveFunders, analysis.CR1,
		analysis.RetentionShare, analysis.LargestFunderShare,
	}, true), nil
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

// Stated is what sources state with roles of public actors, by tier, instrument and
// currency.
type Stated struct {
	Tier       hub.PublicTier
	Instrument Instrument
	Currency   hub.Text // hub.DefaultCurrency when none is stated
	Amount     hub.Money
	Roles      []hub.ID // sorted
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
