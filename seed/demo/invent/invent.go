// Package invent makes the demonstration hub: invented poles in communes that
// exist, whose organisations carry numbers that belong to nobody (nine digits
// that pass the Luhn check and start with 0000). Seven
// poles are drawn by the table in poles.go, the others are told fact by fact in
// stories.go; the same tables give the same records. The bundle it makes is
// committed and embedded by package demo; this package is not in the program.
package invent

import (
	"fmt"
	"math/rand/v2"

	"polehub/hub"
)

// The sources of the demonstration; all are of kind DEMONSTRATION.
const (
	statutes     hub.ID = "source:demo-statuts"
	survey       hub.ID = "source:demo-enquete-2025"
	olderSurvey  hub.ID = "source:demo-enquete-2018"
	agreements   hub.ID = "source:demo-conventions"
	register     hub.ID = "source:demo-registre"
	declarations hub.ID = "source:demo-declarations"
)

// inventor collects records in an order in which references point backwards.
type inventor struct {
	rand    *rand.Rand
	records []hub.Record
	ids     map[string]hub.ID // organisation name → id
	actors  map[hub.ID]*hub.Organisation
	number  int
}

// Records gives all records of the demonstration.
func Records() []hub.Record {
	v := &inventor{rand: rand.New(rand.NewPCG(2012, 2014)), ids: map[string]hub.ID{}, actors: map[hub.ID]*hub.Organisation{}}
	for _, s := range []struct {
		id    hub.ID
		title string
	}{
		{statutes, "Statuts et registres des membres (démonstration)"},
		{survey, "Enquête de coopération 2025 (démonstration)"},
		{olderSurvey, "Enquête de coopération 2018 (démonstration)"},
		{agreements, "Conventions et contrats (démonstration)"},
		{register, "Extrait de registre (démonstration)"},
		{declarations, "Déclarations des pôles (démonstration)"},
	} {
		v.put(&hub.Source{ID: s.id, Title: s.title, Kind: hub.SourceDemonstration, Publisher: "Polehub", Licence: "CC0-1.0", RetrievedOn: "2026-01-15"})
	}
	for _, p := range poles() {
		v.pole(p)
	}
	v.group()
	for _, s := range stories() {
		v.story(s)
	}
	return v.records
}

func (v *inventor) put(r hub.Record) {
	hub.Complete(r)
	v.records = append(v.records, r)
}

func fact(sources ...hub.ID) hub.Fact { return hub.Fact{SourceIDs: sources} }

// organisation gives the id of an actor, and makes it when it is new.
func (v *inventor) organisation(a actor, p pole) hub.ID {
	if id, ok := v.ids[a.name]; ok {
		return id
	}
	v.number++
	siren := demonstrationSIREN(v.number)
	o := &hub.Organisation{
		ID: hub.ID("org:siren-" + siren), Name: a.name + " (démonstration)", Kind: a.kind, PublicTier: a.tier,
		LegalCategory: hub.Text(a.category), KindReason: a.reason, Commune: hub.Text(p.commune), Departement: hub.Text(p.commune[:2]),
		CreatedOn: hub.Date(fmt.Sprintf("%d-%02d-01", 1985+v.rand.IntN(25), 1+v.rand.IntN(12))), Fact: fact(statutes),
	}
	if a.band != "" {
		o.SizeBand, o.SizeBandYear = a.band, new(2024)
	} else if a.kind == hub.KindEnterprise {
		o.SizeBand, o.SizeBandYear = hub.Text([]string{"01", "02", "03", "11", "12"}[v.rand.IntN(5)]), new(2024)
	}
	v.ids[a.name], v.actors[o.ID] = o.ID, o
	v.put(o)
	v.put(&hub.Identifier{OrganisationID: o.ID, Scheme: hub.SchemeSIREN, Value: hub.Text(siren), Raw: siren, Valid: hub.TriYes, Fact: fact(register)})
	v.claims(o.ID, a)
	return o.ID
}

// claims states the ESS status where the tables do, and lets sources disagree
// where they say so.
func (v *inventor) claims(id hub.ID, a actor) {
	if a.ess != "" {
		v.put(&hub.Claim{OrganisationID: id, Claim: hub.ClaimEss, Value: a.ess, Basis: hub.BasisOfficialList, Period: hub.Period{ValidFrom: "2016-01-01"}, Fact: fact(register)})
	}
	if a.disputed {
		v.put(&hub.Claim{OrganisationID: id, Claim: hub.ClaimEss, Value: hub.TriYes, Basis: hub.BasisDeclared, Period: hub.Period{ValidFrom: "2019-01-01"}, Fact: fact(declarations)})
		v.put(&hub.Claim{OrganisationID: id, Claim: hub.ClaimEss, Value: hub.TriNo, Basis: hub.BasisRegisterFlag, Period: hub.Period{ValidFrom: "2020-01-01"}, Fact: fact(register)})
	}
	for _, status := range a.statuses {
		v.put(&hub.Claim{OrganisationID: id, Claim: status, Value: hub.TriYes, Basis: hub.BasisDeclared, Period: hub.Period{ValidFrom: "2018-01-01"}, Fact: fact(declarations)})
	}
}

// demonstrationSIREN is the i-th number of nine digits that starts with 0000
// and passes the Luhn check.
func demonstrationSIREN(i int) string {
	for check := range 10 {
		if s := fmt.Sprintf("%08d%d", i, check); hub.ValidSIREN(s) {
			return s
		}
	}
	panic("invent: no check digit fits")
}

func (v *inventor) pole(p pole) {
	id := hub.ID("pole:" + p.id)
	members := make([]hub.ID, len(p.members))
	for i, a := range p.members {
		members[i] = v.organisation(a, p)
	}
	v.place(id, p)
	v.memberships(id, p, members)
	v.roles(id, p, members)
	v.observe(id, p, members)
	v.ties(id, p, members)
	v.contracts(id, p, members)
	v.documents(id, p, members)
	v.judge(id, p)
}

// place makes the pole itself: what it declares, its statuses and its site.
func (v *inventor) place(id hub.ID, p pole) {
	made := &hub.Pole{
		ID: id, Name: p.name + " (démonstration)", Summary: hub.Text(p.summary), Territory: hub.Text(p.territory), Sectors: p.sectors,
		StartedOn: p.started, EndedOn: p.ended, Website: "https://example.org/" + hub.Text(p.id), Fact: fact(declarations),
	}
	if !p.vague {
		made.Communes, made.Departements, made.COGYear = []string{p.commune}, []string{p.commune[:2]}, new(2025)
	}
	v.put(made)
	v.put(&hub.PoleStatus{PoleID: id, Status: p.status, Period: hub.Period{ValidFrom: p.started, ValidTo: p.ended}, Fact: fact(declarations)})
	if p.signatory {
		v.put(&hub.PoleStatus{PoleID: id, Status: hub.StatusCharterSignatory, Period: hub.Period{ValidFrom: p.started.AddMonths(18)}, Fact: fact(declarations)})
	}
	if p.site != "" {
		v.put(&hub.Site{PoleID: id, Name: p.site, Address: "1 rue de l'Exemple", Commune: hub.Text(p.commune), Shared: hub.TriYes, Period: hub.Period{ValidFrom: p.started.AddMonths(6), ValidTo: p.ended}, Fact: fact(declarations)})
	}
}

func (v *inventor) memberships(id hub.ID, p pole, members []hub.ID) {
	for i, member := range members {
		m := &hub.Membership{PoleID: id, OrganisationID: member, Circle: hub.CirclePartner, Period: hub.Period{ValidFrom: p.started.AddMonths(6 * i)}, Fact: fact(statutes)}
		switch {
		case i == 0:
			m.Circle, m.College, m.Votes, m.ValidFrom = hub.CircleCarrier, "animation", new(2), p.started
		case i < p.founders:
			m.Circle, m.College, m.Votes, m.ValidFrom = hub.CircleFounder, "fondateurs", new(1), p.started
		case m.ValidFrom > "2023-01-01":
			m.ValidFrom = "2023-01-01"
		}
		if p.left > 0 && i == len(members)-1 {
			// The last one left for two years and came back.
			left := *m
			left.ValidTo = m.ValidFrom.AddMonths(12)
			v.put(&left)
			m.ValidFrom = left.ValidTo.AddMonths(24)
		}
		v.put(m)
	}
}

// group makes two organisations subsidiaries of a third, so that collapsing
// groups changes a pole.
func (v *inventor) group() {
	parent := v.ids["Groupe Marée"]
	for _, child := range []string{"Marée Logistique", "Marée Formation"} {
		v.put(&hub.Link{ChildID: v.ids[child], ParentID: parent, Kind: hub.LinkGroup, Period: hub.Period{ValidFrom: "2017-01-01"}, Fact: fact(register)})
	}
	v.put(&hub.Link{ChildID: v.ids["Ateliers du Cycle"], ParentID: v.ids["Fédération des Ateliers solidaires"], Kind: hub.LinkFederation, Period: hub.Period{ValidFrom: "2015-01-01"}, Fact: fact(register)})
}
