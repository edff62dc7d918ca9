// Package synthetic makes large hubs for benchmarks: invented organisations
// with demonstration numbers, gathered in poles, tied and under contract. The
// same size and seed give the same records.
package synthetic

import (
	"fmt"
	"iter"
	"math/rand/v2"

	"polehub/hub"
)

// Size says how much of everything a hub has.
type Size struct {
	Poles, Organisations, Contracts, PartiesPerContract, Memberships, Ties int
}

// base is the hub that figures are given for.
var base = Size{Poles: 200, Organisations: 5000, Contracts: 20_000, PartiesPerContract: 3, Memberships: 4000, Ties: 12_000}

// Times is the base hub (200 poles, 5,000 organisations, 20,000 contracts with
// 60,000 parties, 4,000 memberships, 12,000 ties) n times as large, with as
// many poles: poles of the larger hubs have more members.
func Times(n int) Size {
	s := base
	s.Organisations *= n
	s.Contracts *= n
	s.Memberships *= n
	s.Ties *= n
	return s
}

// SourceID is the source of every synthetic fact.
const SourceID hub.ID = "source:synthetic"

// Records gives the hub record by record, in the order of hub.Nouns.
func Records(size Size, seed uint64) iter.Seq[hub.Record] {
	return func(yield func(hub.Record) bool) {
		g := generator{size: size, fact: hub.Fact{SourceIDs: []hub.ID{SourceID}}}
		parts := []func(func(hub.Record) bool) bool{
			g.source, g.organisations, g.identifiers, g.poles, g.memberships, g.observations, g.roster, g.ties, g.contracts, g.parties,
		}
		for i, part := range parts {
			g.rand = rand.New(rand.NewPCG(seed, uint64(i)))
			if !part(yield) {
				return
			}
		}
	}
}

type generator struct {
	size Size
	rand *rand.Rand
	fact hub.Fact
}

func (g *generator) source(yield func(hub.Record) bool) bool {
	return yield(&hub.Source{ID: SourceID, Title: "Synthetic hub (invented data)", Kind: hub.SourceDemonstration})
}

// OrganisationID is the id of the i-th organisation; the first tenth of each
// hundred are local authorities.
func OrganisationID(i int) hub.ID { return hub.ID("org:siren-" + siren(i)) }

// PoleID is the id of the i-th pole.
func PoleID(i int) hub.ID { return hub.ID(fmt.Sprintf("pole:synthetic-%03d", i)) }

// siren is a number of nine digits that passes the Luhn check. The first 10,000
// start with 0000, as no real one does; beyond them a number may be somebody's,
// so a synthetic hub is for measuring only, never for showing.
func siren(i int) string {
	body := fmt.Sprintf("%08d", i)
	sum := 0
	for k := range 8 {
		d := int(body[7-k] - '0')
		if k%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return body + string(rune('0'+(10-sum%10)%10))
}

func (g *generator) kind(i int) hub.OrganisationKind {
	switch k := i % 100; {
	case k < 10:
		return hub.KindLocalAuthority
	case k < 15:
		return hub.KindResearchCentre
	case k < 22:
		return hub.KindTrainingBody
	case k < 26:
		return hub.KindPublicBody
	case k < 30:
		return hub.KindNetwork
	}
	return hub.KindEnterprise
}

var words = []string{"Atelier", "Ruche", "Fabrique", "Régie", "Étincelle", "Œuvre", "Coopérative", "Maison", "Jardin", "Filature", "Écluse", "Forge"}

func (g *generator) organisations(yield func(hub.Record) bool) bool {
	for i := range g.size.Organisations {
		o := &hub.Organisation{
			ID: OrganisationID(i), Kind: g.kind(i),
			Name:          fmt.Sprintf("%s %s %d", words[g.rand.IntN(len(words))], words[g.rand.IntN(len(words))], i),
			Commune:       hub.Text(fmt.Sprintf("%02d%03d", 1+g.rand.IntN(19), 1+g.rand.IntN(400))),
			LegalCategory: [...]hub.Text{"9220", "5710", "5499", "5599"}[g.rand.IntN(4)],
			CreatedOn:     g.date(1990, 30),
			Fact:          g.fact,
		}
		switch o.Kind {
		case hub.KindLocalAuthority:
			o.PublicTier, o.LegalCategory = hub.TierMunicipality, "7210"
		case hub.KindEnterprise:
		default:
			o.LegalCategory = "" // it would need a reason to say this kind
		}
		if !yield(o) {
			return false
		}
	}
	return true
}

func (g *generator) identifiers(yield func(hub.Record) bool) bool {
	for i := range g.size.Organisations {
		r := &hub.Identifier{OrganisationID: OrganisationID(i), Scheme: hub.SchemeSIREN, Value: hub.Text(siren(i)), Raw: siren(i), Valid: hub.TriYes, Fact: g.fact}
		hub.Complete(r)
		if !yield(r) {
			return false
		}
	}
	return true
}

func (g *generator) poles(yield func(hub.Record) bool) bool {
	for i := range g.size.Poles {
		p := &hub.Pole{ID: PoleID(i), Name: fmt.Sprintf("Pôle %s %03d (synthétique)", words[g.rand.IntN(len(words))], i), StartedOn: g.date(2010, 10), Fact: g.fact}
		if !yield(p) {
			return false
		}
	}
	return true
}

// member is the organisation of the k-th membership of a pole: a stride through
// all organisations, so that poles overlap a little and no member comes twice.
func (g *generator) member(pole, k int) int {
	return (pole*g.perPole()*5/6 + k) % g.size.Organisations
}

func (g *generator) perPole() int { return g.size.Memberships / g.size.Poles }

func (g *generator) memberships(yield func(hub.Record) bool) bool {
	for pole := range g.size.Poles {
		for k := range g.perPole() {
			m := &hub.Membership{
				PoleID: PoleID(pole), OrganisationID: OrganisationID(g.member(pole, k)), Circle: hub.CirclePartner,
				Period: hub.Period{ValidFrom: g.date(2012, 8)}, Fact: g.fact,
			}
			if k == 0 {
				m.Circle = hub.CircleCarrier
			} else if k < 5 {
				m.Circle = hub.CircleFounder
			}
			hub.Complete(m)
			if !yield(m) {
				return false
			}
		}
	}
	return true
}

func observationID(pole int) hub.ID { return hub.ID(fmt.Sprintf("observation:synthetic-%03d", pole)) }

func (g *generator) observations(yield func(hub.Record) bool) bool {
	for pole := range g.size.Poles {
		o := &hub.Observation{
			ID: observationID(pole), PoleID: PoleID(pole), Kind: hub.ObservationSurvey, ObservedFrom: "2025-01-01", ObservedTo: "2026-01-01",
			Covers: []hub.Coverage{hub.CoversTies}, TieTypes: []string{hub.AllTypes}, Fact: g.fact,
		}
		if !yield(o) {
			return false
		}
	}
	return true
}

func (g *generator) roster(yield func(hub.Record) bool) bool {
	for pole := range g.size.Poles {
		for k := range g.perPole() {
			e := &hub.RosterEntry{ObservationID: observationID(pole), OrganisationID: OrganisationID(g.member(pole, k)), Responded: hub.TriYes, Fact: g.fact}
			if g.rand.IntN(5) == 0 {
				e.Responded = hub.TriNo
			}
			hub.Complete(e)
			if !yield(e) {
				return false
			}
		}
	}
	return true
}

func (g *generator) ties(yield func(hub.Record) bool) bool {
	types := hub.TieTypes.Values
	perPole := g.size.Ties / g.size.Poles
	for pole := range g.size.Poles {
		seen := map[hub.ID]bool{}
		for len(seen) < perPole {
			a, b := g.member(pole, g.rand.IntN(g.perPole())), g.member(pole, g.rand.IntN(g.perPole()))
			if a == b {
				continue
			}
			t := &hub.Tie{
				Type: hub.TieType(types[g.rand.IntN(len(types))].Code), FromID: OrganisationID(a), ToID: OrganisationID(b), PoleID: PoleID(pole),
				ClaimedBy: []hub.Claimant{hub.ByFirst}, ObservationID: observationID(pole), Period: hub.Period{ValidFrom: g.date(2015, 9)}, Fact: g.fact,
			}
			hub.Complete(t)
			if seen[t.ID] {
				continue
			}
			seen[t.ID] = true
			if !yield(t) {
				return false
			}
		}
	}
	return true
}

// ContractID is the id of the i-th contract.
func ContractID(i int) hub.ID { return hub.ID(fmt.Sprintf("contract:synthetic-%07d", i)) }

// isGrant says whether the i-th contract is a grant; the others are public
// procurement.
func isGrant(i int) bool { return i%3 == 0 }

func (g *generator) contracts(yield func(hub.Record) bool) bool {
	for i := range g.size.Contracts {
		c := &hub.Contract{
			ID: ContractID(i), Type: hub.ContractPublicProcurement, Title: fmt.Sprintf("Contrat %d de %s", i, words[g.rand.IntN(len(words))]),
			Amount: new(hub.Money(1000_00 + g.rand.Int64N(500_000_00))), Currency: "EUR", AmountBasis: hub.AmountFixed, Tax: hub.TaxExcluded,
			SignedOn: g.date(2012, 13), DurationMonths: new(6 + g.rand.IntN(48)), CPV: "45000000", Fact: g.fact,
		}
		c.NotifiedOn = c.SignedOn.AddDays(g.rand.IntN(40))
		if isGrant(i) {
			c.Type = hub.ContractGrant
		}
		if i%50 == 0 {
			c.PoleIDs = []hub.ID{PoleID(g.rand.IntN(g.size.Poles))}
		}
		if !yield(c) {
			return false
		}
	}
	return true
}

// parties gives each contract a payer, mostly a local authority, and others:
// a few organisations have very many contracts.
func (g *generator) parties(yield func(hub.Record) bool) bool {
	for i := range g.size.Contracts {
		payer := g.rand.IntN(g.size.Organisations)
		if g.rand.IntN(4) > 0 {
			payer = payer/100*100 + payer%10
		}
		if g.rand.IntN(10) == 0 {
			payer = 0
		}
		for k := range g.size.PartiesPerContract {
			p := &hub.Party{ContractID: ContractID(i), Position: new(k + 1), Fact: g.fact}
			switch {
			case k == 0:
				p.OrganisationID, p.Role = OrganisationID(payer), hub.PartyBuyer
				if isGrant(i) {
					p.Role = hub.PartyFunder
				}
			case isGrant(i):
				p.OrganisationID, p.Role = OrganisationID((payer+1+g.rand.IntN(g.size.Organisations-1))%g.size.Organisations), hub.PartyBeneficiary
			default:
				p.OrganisationID, p.Role = OrganisationID((payer+1+g.rand.IntN(g.size.Organisations-1))%g.size.Organisations), hub.PartyCoSupplier
			}
			hub.Complete(p)
			if !yield(p) {
				return false
			}
		}
	}
	return true
}

// date is a day in one of the years from first on.
func (g *generator) date(first, years int) hub.Date {
	return hub.Date(fmt.Sprintf("%04d-%02d-%02d", first+g.rand.IntN(years), 1+g.rand.IntN(12), 1+g.rand.IntN(28)))
}
