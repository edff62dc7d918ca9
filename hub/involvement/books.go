package involvement

import (
	"cmp"
	"context"
	"slices"

	"polehub/analysis"
	"polehub/hub"
)

// books are what money is read from: the dossiers of one pole or of several at a
// time.
type books struct {
	dossiers []*hub.Dossier
	from, to hub.Date
	ledger   func() (*analysis.Ledger, error)
	years    func() []*books
}

// books are those of one pole.
func (f *Facts) books() *books {
	return &books{dossiers: []*hub.Dossier{f.Dossier}, from: f.From, to: f.To, ledger: f.Ledger, years: func() []*books {
		var years []*books
		for _, y := range f.Years() {
			years = append(years, y.books())
		}
		return years
	}}
}

// organisation finds a party in one of the dossiers; nil when nobody knows it.
func (b *books) organisation(id hub.ID) *hub.Organisation {
	for _, d := range b.dossiers {
		if o := d.Organisation(id); o != nil {
			return o
		}
	}
	return nil
}

func (b *books) money() (*Money, error) {
	l, err := b.ledger()
	if err != nil {
		return nil, err
	}
	payer := func(is, known bool) Sum {
		return sumOf(l.Received(func(flow analysis.Flow) bool {
			public, classed := publicness(b.organisation(hub.ID(flow.From)))
			return public == is && classed == known
		}))
	}
	return &Money{
		Totals: b.amounts(l, nil, ""), Public: payer(true, true), Other: payer(false, true), Unclassed: payer(false, false), Stated: b.stated(),
		Contracts: l.Contracts(), UnknownAmounts: l.UnknownAmounts(), Undated: l.Undated(), books: b,
	}, nil
}

// eachYear are the amounts of every year, of one public actor or of all.
func (b *books) eachYear(ctx context.Context, only hub.ID) ([]*Amount, error) {
	out := []*Amount{}
	for _, y := range b.years() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		l, err := y.ledger()
		if err != nil {
			return nil, err
		}
		out = append(out, y.amounts(l, new(year(y.from)), only)...)
	}
	return out, nil
}

// cell is what amounts are told apart by.
type cell struct {
	direction  Direction
	tier       hub.PublicTier
	instrument Instrument
}

// cells tells the cell of a flow between a public actor, or one of them, and a
// member; false for other flows.
func (b *books) cells(l *analysis.Ledger, only hub.ID) func(analysis.Flow, Direction) (cell, bool) {
	agreements := map[string]*hub.Agreement{}
	for _, d := range b.dossiers {
		for _, a := range d.Agreements {
			agreements[string(a.Contract.ID)] = a
		}
	}
	day := b.to.AddDays(-1)
	return func(flow analysis.Flow, d Direction) (c cell, ok bool) {
		actor, member := hub.ID(flow.From), flow.To
		if d == FromMembers {
			actor, member = hub.ID(flow.To), flow.From
		}
		if only != "" && actor != only || !l.IsMember(member) {
			return c, false
		}
		o := b.organisation(actor)
		if public, _ := publicness(o); !public {
			return c, false
		}
		return cell{d, o.PublicTier, instrument(agreements[flow.Agreement], hub.ID(flow.From), day)}, true
	}
}

// amounts adds up the flows between public actors, or one of them, and members by
// cell. Money between a public actor and a public member is in both directions, each
// with the tier of its actor.
func (b *books) amounts(l *analysis.Ledger, year *int, only hub.ID) []*Amount {
	cellOf := b.cells(l, only)
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
		counts := func(flow analysis.Flow) bool {
			have, ok := cellOf(flow, c.direction)
			return ok && have == c
		}
		out = append(out, &Amount{
			Year: year, Direction: c.direction, Tier: c.tier, Instrument: c.instrument, Contracts: len(of), Sum: sumOf(sum(counts)),
		})
	}
	slices.SortFunc(out, func(a, b *Amount) int {
		return cmp.Or(-cmp.Compare(a.Direction, b.Direction), compareTiers(a.Tier, b.Tier), cmp.Compare(a.Instrument, b.Instrument))
	})
	return out
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

// stated adds up the amounts of the roles of public actors of the time.
func (b *books) stated() []*Stated {
	out := []*Stated{}
	for _, d := range b.dossiers {
		for _, r := range d.Roles {
			o := d.Organisation(r.OrganisationID)
			if public, _ := publicness(o); r.Amount == nil || !public || !r.During(b.from, b.to) {
				continue
			}
			s := Stated{Tier: o.PublicTier, Instrument: instrumentOfRole(r.Role), Currency: cmp.Or(r.Currency, hub.DefaultCurrency)}
			i := slices.IndexFunc(out, func(o *Stated) bool {
				return o.Tier == s.Tier && o.Instrument == s.Instrument && o.Currency == s.Currency
			})
			if i < 0 {
				i, out = len(out), append(out, &s)
			}
			out[i].Amount += *r.Amount
			out[i].Roles = append(out[i].Roles, r.ID)
		}
	}
	slices.SortFunc(out, func(a, b *Stated) int {
		return cmp.Or(compareTiers(a.Tier, b.Tier), cmp.Compare(a.Instrument, b.Instrument), cmp.Compare(a.Currency, b.Currency))
	})
	return out
}
