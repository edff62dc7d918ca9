package invent

import (
	"fmt"
	"slices"

	"polehub/hub"
)

// story is a pole of which every fact is written down, where the poles of the
// table are drawn. It is there to show states of grids that draws do not give.
type story struct {
	pole     // only what it is and what people say of it
	seats    []seat
	ties     []bond
	deals    []deal
	parts    []part
	papers   []paper
	searches []search
}

// seat is one interval of a member.
type seat struct {
	who      actor
	circle   hub.Circle
	from, to hub.Date
	college  hub.Text
	votes    int
}

// bond is a tie that both sides reported when they were asked.
type bond struct {
	kind hub.TieType
	a, b actor
	from hub.Date
}

// deal is a contract: who is party to it follows its type, the first party
// before the others.
type deal struct {
	kind    hub.ContractType
	title   string
	euros   int64 // 0: nobody knows
	signed  hub.Date
	months  int // 0: nobody knows
	first   actor
	beside  []actor // in the role of the first
	others  []actor
	amended revision
}

// revision is an amendment; none without a date.
type revision struct {
	dated  hub.Date
	euros  int64
	months int
}

// part is a role of a member or of another organisation.
type part struct {
	who       actor
	kind      hub.RoleKind
	from, to  hub.Date
	seats, of int
	capital   hub.Ratio // in millionths
	euros     int64
}

// paper is a document with those who signed it.
type paper struct {
	kind   hub.DocumentKind
	title  string
	dated  hub.Date
	signed []actor
}

// search is an observation of all types of ties and contracts. One that covers
// ties asked all members of its time, of whom some kept silent.
type search struct {
	title    hub.Text
	from, to hub.Date
	covers   []hub.Coverage
	silent   []actor
}

func (v *inventor) story(s story) {
	id := hub.ID("pole:" + s.id)
	v.place(id, s.pole)
	for _, m := range s.seats {
		member := &hub.Membership{
			PoleID: id, OrganisationID: v.organisation(m.who, s.pole), Circle: m.circle, College: m.college,
			Period: hub.Period{ValidFrom: m.from, ValidTo: m.to}, Fact: fact(statutes),
		}
		if m.votes > 0 {
			member.Votes = &m.votes
		}
		v.put(member)
	}
	for _, r := range s.parts {
		v.part(id, r, s.pole)
	}
	var asked hub.ID // the observation that found the ties
	for i, o := range s.searches {
		observation := hub.ID(fmt.Sprintf("observation:%s-%d", s.id, i+1))
		v.search(observation, o, s)
		if slices.Contains(o.covers, hub.CoversTies) {
			asked = observation
		}
	}
	for _, t := range s.ties {
		v.put(&hub.Tie{
			Type: t.kind, FromID: v.organisation(t.a, s.pole), ToID: v.organisation(t.b, s.pole), PoleID: id, ObservationID: asked,
			ClaimedBy: []hub.Claimant{hub.ByFirst, hub.BySecond}, Period: hub.Period{ValidFrom: t.from}, Fact: fact(survey),
		})
	}
	for i, d := range s.deals {
		v.deal(hub.ID(fmt.Sprintf("contract:%s-%d", s.id, i+1)), id, d, s.pole)
	}
	for i, d := range s.papers {
		v.put(&hub.Document{
			ID: hub.ID(fmt.Sprintf("document:%s-%d", s.id, i+1)), PoleID: id, Kind: d.kind, Title: d.title, Dated: d.dated,
			SignatoryIDs: v.all(d.signed, s.pole), Fact: fact(statutes),
		})
	}
	v.judge(id, s.pole)
}

func (v *inventor) all(actors []actor, p pole) []hub.ID {
	var ids []hub.ID
	for _, a := range actors {
		ids = append(ids, v.organisation(a, p))
	}
	return ids
}

func (v *inventor) part(id hub.ID, r part, p pole) {
	role := &hub.Role{
		PoleID: id, OrganisationID: v.organisation(r.who, p), Role: r.kind, Basis: hub.RoleBasisDocumented,
		Period: hub.Period{ValidFrom: r.from, ValidTo: r.to}, Fact: fact(statutes),
	}
	if r.of > 0 {
		role.Seats, role.SeatsTotal = &r.seats, &r.of
	}
	if r.capital > 0 {
		role.CapitalShare = &r.capital
	}
	if r.euros > 0 {
		role.Amount, role.Currency = new(hub.Money(r.euros*100)), "EUR"
	}
	v.put(role)
}

// search makes an observation and, for ties, its roster.
func (v *inventor) search(id hub.ID, o search, s story) {
	observation := &hub.Observation{
		ID: id, PoleID: hub.ID("pole:" + s.id), Kind: hub.ObservationReview, ObservedFrom: o.from, ObservedTo: o.to,
		Covers: o.covers, Title: o.title, Fact: fact(agreements),
	}
	var asked []seat
	for _, c := range o.covers {
		switch c {
		case hub.CoversTies:
			observation.Kind, observation.TieTypes, observation.Fact = hub.ObservationSurvey, []string{hub.AllTypes}, fact(survey)
			asked = s.seats
		case hub.CoversContracts:
			observation.ContractTypes = []string{hub.AllTypes}
		}
	}
	v.put(observation)
	silent := map[string]bool{}
	for _, a := range o.silent {
		silent[a.name] = true
	}
	for _, m := range asked {
		if m.from >= o.to || m.to != "" && m.to <= o.from {
			continue
		}
		e := &hub.RosterEntry{ObservationID: id, OrganisationID: v.organisation(m.who, s.pole), Responded: hub.TriYes, Fact: fact(survey)}
		if silent[m.who.name] {
			e.Responded = hub.TriNo
		}
		v.put(e)
	}
}

func (v *inventor) deal(id, pole hub.ID, d deal, p pole) {
	c := &hub.Contract{
		ID: id, Type: d.kind, Title: d.title, SignedOn: d.signed, StartsOn: d.signed, Status: hub.ContractStatusActive,
		AmountBasis: hub.AmountUnknown, Tax: hub.TaxUnknown, PoleIDs: []hub.ID{pole}, Fact: fact(agreements),
	}
	if d.euros > 0 {
		c.Amount, c.Currency, c.AmountBasis, c.Tax = new(hub.Money(d.euros*100)), "EUR", hub.AmountFixed, hub.TaxExcluded
	}
	if d.months > 0 {
		c.DurationMonths = &d.months
	}
	v.put(c)
	if r := d.amended; r.dated != "" {
		v.put(&hub.Amendment{
			ContractID: id, Number: "1", Dated: r.dated, Object: "Prolongation et complément",
			NewAmount: new(hub.Money(r.euros * 100)), NewDurationMonths: &r.months, Fact: fact(agreements),
		})
	}
	roles := contractRoles[d.kind]
	payers := append([]actor{d.first}, d.beside...)
	for i, who := range append(payers, d.others...) {
		role := roles[0]
		if i >= len(payers) {
			role = roles[1]
		}
		v.party(c, "", 1+i, v.organisation(who, p), role)
	}
}
