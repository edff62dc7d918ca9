package report

import (
	"cmp"
	"html/template"
	"slices"

	"polehub/web/figure"
)

// involvementAnswer is what report.graphql gives of publicInvolvement.
type involvementAnswer struct {
	Actors []publicActor
	First  struct {
		Since, Reason *string
		Actors        []publicActor
	}
	Money *struct {
		Totals                             []publicAmount
		Public, Other, Unclassed           moneySum
		Measures                           []measureAnswer
		Stated                             []publicAmount
		Contracts, UnknownAmounts, Undated int
	}
	Decision struct {
		Seats, Votes publicPart
		Capital      struct {
			Public, Local, Known, Ceiling string
			Unknown, PublicUnknown        int
			Reason                        *string
			IsSCIC, IsOverCeiling         string
		}
	}
	Posture    *Posture
	Without    []withoutAnswer
	Trajectory []yearAnswer
	Peers      []peerAnswer
	Gaps       []gapAnswer
	Notes      []struct{ Code, Label string }
}

type publicActor struct {
	Organisation *organisation
	Tier, Since  *string
	Roles        []publicRole
	Paid         moneySum
}

type publicRole struct {
	Role                           string
	Circle, Basis, From, To        *string
	IsDerived                      bool
	Seats, OfSeats, Votes          *int
	CapitalShare, Amount, Currency *string
	FactIDs                        []string
	Sources                        []identified
}

type moneySum struct {
	Amount, Currency, Reason *string
	UnknownAmounts           int
}

type publicAmount struct {
	Direction, Instrument    string
	Tier                     *string
	Contracts                int
	Amount, Currency, Reason *string
	UnknownAmounts           int
}

func (a publicAmount) sum() moneySum {
	return moneySum{a.Amount, a.Currency, a.Reason, a.UnknownAmounts}
}

type publicPart struct {
	Held, Unclassed, Known, Unknown, PublicUnknown int
	Total                                          *int
	Share                                          *float64
	Reason                                         *string
}

// Involvement is how public authorities take part in the pole.
type Involvement struct {
	Actors  []PublicActor `json:"actors"`
	First   First         `json:"first"`
	Money   *PublicMoney  `json:"money"` // null when it could not be computed
	Seats   Part          `json:"seats"`
	Votes   Part          `json:"votes"`
	Capital Capital       `json:"capital"`
	Posture *Posture      `json:"posture"` // null when it could not be computed
	Without []Without     `json:"without"`
	Years   []Year        `json:"years"`
	Peers   []Peer        `json:"peers"`
	Missing []Missing     `json:"missing"`
	Notes   []string      `json:"notes"`
	// Searched says that somebody looked for roles during all of the time, so that
	// one that is not recorded is not there.
	Searched bool          `json:"rolesSearched"`
	Roles    template.HTML `json:"-"`
}

// PublicActor is a public actor with what it does.
type PublicActor struct {
	ID    string       `json:"id"`
	Name  string       `json:"name"`
	Tier  string       `json:"tier,omitempty"`
	Level string       `json:"tierName"`
	Since string       `json:"since,omitempty"`
	Roles []PublicRole `json:"roles"`
	Paid  Sum          `json:"paid"`
}

// PublicRole is one thing that a public actor does.
type PublicRole struct {
	Role         string   `json:"role"`
	Name         string   `json:"roleName"`
	Basis        string   `json:"basis,omitempty"`
	Derived      bool     `json:"isDerived"` // shown by contracts, stated by no source
	From         string   `json:"from,omitempty"`
	To           string   `json:"to,omitempty"`
	Seats        *int     `json:"seats,omitempty"`
	OfSeats      *int     `json:"ofSeats,omitempty"`
	Votes        *int     `json:"votes,omitempty"`
	CapitalShare string   `json:"capitalShare,omitempty"`
	Amount       string   `json:"amount,omitempty"`
	Currency     string   `json:"currency,omitempty"`
	FactIDs      []string `json:"factIds"`
}

// Sum is an amount with what it leaves out.
type Sum struct {
	Amount   string `json:"amount,omitempty"`
	Currency string `json:"currency,omitempty"`
	Reason   string `json:"reason,omitempty"` // why there is none, in words
	Unknown  int    `json:"unknownAmounts"`
}

// First is how public actors came in.
type First struct {
	Since  string   `json:"since,omitempty"`
	Actors []string `json:"actors"`
}

// PublicMoney is the money of contracts in force, whole.
type PublicMoney struct {
	Totals    []Amount `json:"totals"`
	Public    Sum      `json:"public"`
	Other     Sum      `json:"other"`
	Unclassed Sum      `json:"unclassed"`
	Share     *float64 `json:"publicShare"`
	Reason    string   `json:"publicShareReason,omitempty"`
	Contracts int      `json:"contracts"`
	Undated   int      `json:"undated"`
	// Searched says that somebody looked for contracts of all types during all of the
	// time: else others than public actors may pay what nobody recorded.
	Searched bool `json:"contractsSearched"`
}

// Amount is the money between members and one tier by one instrument.
type Amount struct {
	ToMembers  bool   `json:"toMembers"`
	Tier       string `json:"tier,omitempty"`
	Level      string `json:"tierName"`
	Instrument string `json:"instrument"`
	Form       string `json:"instrumentName"`
	Contracts  int    `json:"contracts"`
	Sum        Sum    `json:"sum"`
}

// Part is how many seats or votes public actors have.
type Part struct {
	Held          int      `json:"held"`
	Of            int      `json:"of"` // of how many: all, or those known when no source says how many there are
	Share         *float64 `json:"share"`
	Reason        string   `json:"reason,omitempty"`
	PublicUnknown int      `json:"publicUnknown"`
}

// Capital is how much of the capital public actors hold.
type Capital struct {
	Public  string `json:"public"`
	Local   string `json:"local"`
	Reason  string `json:"reason,omitempty"`
	Ceiling string `json:"ceiling"`
	SCIC    string `json:"isSCIC"`
	Over    string `json:"isOverCeiling"`
	Unknown int    `json:"publicUnknown"`
}

// involvement is the section on public authorities; nil when it could not be read.
func (m *maker) involvement() *Involvement {
	a := m.answer.Pole.PublicInvolvement
	if a == nil {
		return nil
	}
	i := &Involvement{Actors: []PublicActor{}, First: First{Since: given(a.First.Since), Actors: []string{}}, Missing: []Missing{}, Notes: []string{},
		Seats: m.part(a.Decision.Seats), Votes: m.part(a.Decision.Votes), Searched: true}
	c := a.Decision.Capital
	i.Capital = Capital{Public: c.Public, Local: c.Local, Reason: m.reason(c.Reason), Ceiling: c.Ceiling, SCIC: c.IsSCIC, Over: c.IsOverCeiling, Unknown: c.PublicUnknown}
	for _, actor := range a.Actors {
		if actor.Organisation != nil {
			i.Actors = append(i.Actors, m.publicActor(actor))
		}
	}
	for _, actor := range a.First.Actors {
		if actor.Organisation != nil {
			i.First.Actors = append(i.First.Actors, actor.Organisation.Name)
		}
	}
	for _, g := range a.Gaps {
		i.Missing = append(i.Missing, m.missing(g))
		i.Searched = i.Searched && g.Code != "ROLES"
	}
	for _, n := range a.Notes {
		i.Notes = append(i.Notes, n.Label)
	}
	if i.Money = m.publicMoney(a); i.Money != nil {
		i.Money.Searched = !slices.ContainsFunc(a.Gaps, func(g gapAnswer) bool { return g.Code == "CONTRACTS" })
	}
	i.Posture, i.Without, i.Years, i.Peers = a.Posture, m.without(a.Without), m.years(a.Trajectory), m.peers(a.Peers)
	i.Roles = figure.Roles(m.rolesSpec(i)).SVG
	return i
}

// tier names a level of government that may be unknown.
func (m *maker) tier(code *string) string {
	if code == nil {
		return m.text("involvement.noTier")
	}
	return m.label("PublicTier", *code)
}

// role names what a public actor does.
func (m *maker) role(code string) string {
	if code == "MEMBER" {
		return m.text("involvement.member")
	}
	return m.label("RoleKind", code)
}

func (m *maker) publicActor(a publicActor) PublicActor {
	actor := PublicActor{ID: a.Organisation.ID, Name: a.Organisation.Name, Tier: given(a.Tier), Level: m.tier(a.Tier), Since: given(a.Since),
		Roles: []PublicRole{}, Paid: m.sum(a.Paid)}
	for _, r := range a.Roles {
		actor.Roles = append(actor.Roles, PublicRole{Role: r.Role, Name: m.role(r.Role), Basis: given(r.Basis), Derived: r.IsDerived, From: given(r.From), To: given(r.To),
			Seats: r.Seats, OfSeats: r.OfSeats, Votes: r.Votes, CapitalShare: given(r.CapitalShare), Amount: given(r.Amount), Currency: given(r.Currency), FactIDs: r.FactIDs})
	}
	return actor
}

func (m *maker) sum(s moneySum) Sum {
	return Sum{Amount: given(s.Amount), Currency: given(s.Currency), Reason: m.reason(s.Reason), Unknown: s.UnknownAmounts}
}

func (m *maker) part(p publicPart) Part {
	of := p.Known
	if p.Total != nil {
		of = *p.Total
	}
	return Part{Held: p.Held, Of: of, Share: p.Share, Reason: m.reason(p.Reason), PublicUnknown: p.PublicUnknown}
}

func (m *maker) publicMoney(a *involvementAnswer) *PublicMoney {
	if a.Money == nil {
		return nil
	}
	money := &PublicMoney{Totals: []Amount{}, Public: m.sum(a.Money.Public), Other: m.sum(a.Money.Other), Unclassed: m.sum(a.Money.Unclassed),
		Contracts: a.Money.Contracts, Undated: a.Money.Undated}
	for _, t := range a.Money.Totals {
		money.Totals = append(money.Totals, Amount{ToMembers: t.Direction == "TO_MEMBERS", Tier: given(t.Tier), Level: m.tier(t.Tier),
			Instrument: t.Instrument, Form: m.coded("instrument.", t.Instrument), Contracts: t.Contracts, Sum: m.sum(t.sum())})
	}
	for _, measure := range a.Money.Measures {
		if measure.ID == "PUBLIC_MONEY_SHARE" && measure.Scope.Kind == "NETWORK" {
			money.Share, money.Reason = measure.Value, m.reason(measure.Reason)
		}
	}
	return money
}

// publicRoles are the columns of the matrix.
func publicRoles() []string {
	return []string{"MEMBER", "INITIATOR", "GOVERNANCE_SEAT", "CAPITAL_HOLDER", "GRANT_FUNDER", "BUYER", "HOST", "ANIMATOR", "CONVENER", "EVALUATOR"}
}

// tiers are the rows of the matrix in the order of the guide.
func tiers() []string {
	return []string{"EUROPEAN", "STATE", "REGION", "DEPARTMENT", "INTERMUNICIPALITY", "MUNICIPALITY", "OTHER_PUBLIC", ""}
}

// manyActors is above how many public actors the matrix is drawn smaller, with the
// tiers in a column of their own.
const manyActors = 6

// rolesSpec is the matrix of public actors and roles.
func (m *maker) rolesSpec(i *Involvement) figure.RolesSpec {
	spec := figure.RolesSpec{Title: m.text("involvement.roles"), Description: m.text("involvement.rolesCaption"), Empty: m.text("involvement.nobody"),
		Tier: m.text("involvement.tier"), Actor: m.text("involvement.actor"), Current: m.text("involvement.current"), Sum: m.text("involvement.byRole"), Width: 900}
	if len(i.Actors) > manyActors {
		spec.Width = 1040
	}
	for _, code := range publicRoles() {
		spec.Roles = append(spec.Roles, figure.Column{Code: code, Name: m.role(code)})
	}
	actors := slices.Clone(i.Actors)
	slices.SortStableFunc(actors, func(a, b PublicActor) int {
		return cmp.Compare(slices.Index(tiers(), a.Tier), slices.Index(tiers(), b.Tier))
	})
	absent := figure.NotSearched
	if i.Searched {
		absent = figure.NotHeld
	}
	for _, a := range actors {
		row := figure.Actor{ID: a.ID, Tier: a.Level, Name: a.Name}
		for _, code := range publicRoles() {
			row.Marks = append(row.Marks, m.mark(a, code, absent))
		}
		spec.Actors = append(spec.Actors, row)
	}
	return spec
}

// mark is the cell of an actor and a kind of role: since when it has held the
// first known of that kind, and on whose word when no document says so.
func (m *maker) mark(a PublicActor, code string, absent figure.RoleState) figure.Mark {
	mark := figure.Mark{State: absent}
	if code == "MEMBER" {
		mark.State = figure.NotHeld // the members are known
	}
	since, bases := "", map[string]bool{}
	for _, r := range a.Roles {
		if r.Role != code {
			continue
		}
		mark.State = figure.Held
		bases[r.Basis] = true
		if since == "" || r.From != "" && r.From < since {
			since = r.From
		}
	}
	if mark.State != figure.Held {
		return mark
	}
	mark.When = m.text("involvement.sinceUnknown")
	if since != "" {
		mark.When = m.text("involvement.since", "year", year(since))
	}
	switch {
	case bases["DOCUMENTED"] || bases[""]:
	case bases["DECLARED"]:
		mark.Basis = m.label("RoleBasis", "DECLARED")
	case bases["CONTRACT"]:
		mark.Basis = m.label("RoleBasis", "CONTRACT")
	}
	return mark
}
