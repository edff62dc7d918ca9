package relay

import (
	"github.com/99designs/gqlgen/graphql"

	"polehub/analysis"
	"polehub/hub"
)

// MarshalLabel writes the form that a value stands for, null when it has none.
func MarshalLabel(l analysis.Label) graphql.Marshaler { return hub.Text(l) }

// UnmarshalLabel reads a form.
func UnmarshalLabel(v any) (analysis.Label, error) {
	s, err := graphql.UnmarshalString(v)
	return analysis.Label(s), err
}

// MarshalMembersIn writes who the members of a period are, null for a day.
func MarshalMembersIn(m analysis.MembersIn) graphql.Marshaler { return hub.Text(m) }

// UnmarshalMembersIn reads a rule of membership.
func UnmarshalMembersIn(v any) (analysis.MembersIn, error) {
	s, err := graphql.UnmarshalString(v)
	return analysis.MembersIn(s), err
}

// Money is the money and the contracts of the members of a pole.
type Money struct {
	PoleID         hub.ID
	AsOf           hub.Date
	From           hub.Date
	To             hub.Date
	Revision       int
	Members        int
	Contracts      int
	UnknownAmounts int
	Undirected     int
	OpenEnded      int
	Undated        int
	Ledger         *analysis.Ledger
}

// NewMoney makes what is shown of a ledger; nil for none.
func NewMoney(l *hub.PoleLedger) *Money {
	if l == nil {
		return nil
	}
	w := l.Ledger.Window()
	return &Money{
		PoleID: l.PoleID, AsOf: hub.Date(w.AsOf), From: hub.Date(w.From), To: hub.Date(w.To), Revision: int(l.Revision),
		Members: l.Ledger.Members(), Contracts: l.Ledger.Contracts(), UnknownAmounts: l.Ledger.UnknownAmounts(),
		Undirected: l.Ledger.Undirected(), OpenEnded: l.Ledger.OpenEnded(), Undated: l.Ledger.Undated(), Ledger: l.Ledger,
	}
}

// MoneyFlow is money from a payer to a payee under one contract.
type MoneyFlow struct {
	ContractID hub.ID
	PayerID    *hub.ID
	PayeeID    *hub.ID
	Amount     *hub.Money
}

// NewMoneyFlow makes what is shown of a flow.
func NewMoneyFlow(f analysis.Flow) *MoneyFlow {
	party := func(id string) *hub.ID {
		if id == "" {
			return nil
		}
		return new(hub.ID(id))
	}
	out := &MoneyFlow{ContractID: hub.ID(f.Agreement), PayerID: party(f.From), PayeeID: party(f.To)}
	if f.Known {
		out.Amount = new(hub.Money(f.Cents))
	}
	return out
}

// PoleChange is what became of the members and ties of a pole between two days.
type PoleChange struct {
	PoleID        hub.ID
	From          hub.Date
	To            hub.Date
	Revision      int
	Stayed        []hub.ID
	Joined        []hub.ID
	Left          []hub.ID
	TieDurations  analysis.Survival
	MemberTenures analysis.Survival
	Projection    *Projection
	Change        *analysis.Change
}

// NewPoleChange makes what is shown of a change; nil for none.
func NewPoleChange(c *hub.PoleChange) *PoleChange {
	if c == nil {
		return nil
	}
	ids := func(list []string) []hub.ID {
		out := make([]hub.ID, len(list))
		for i, id := range list {
			out[i] = hub.ID(id)
		}
		return out
	}
	from, to := c.Change.Days()
	return &PoleChange{
		PoleID: c.PoleID, From: hub.Date(from), To: hub.Date(to), Revision: int(c.Revision),
		Stayed: ids(c.Change.Stayed), Joined: ids(c.Change.Joined), Left: ids(c.Change.Left),
		TieDurations: c.Change.TieDurations(), MemberTenures: c.Change.MemberTenures(),
		Projection: NewProjection(c.Echo), Change: c.Change,
	}
}

// Survey is what the members of a pole think of one another.
type Survey struct {
	PoleID   hub.ID
	Revision int
	Ratings  int
	Self     int
	Outside  int
	Survey   *analysis.Survey
}

// NewSurvey makes what is shown of a survey; nil for none.
func NewSurvey(s *hub.PoleSurvey) *Survey {
	if s == nil {
		return nil
	}
	return &Survey{PoleID: s.PoleID, Revision: int(s.Revision), Ratings: s.Survey.Ratings(), Self: s.Survey.Self(), Outside: s.Survey.Outside(), Survey: s.Survey}
}
