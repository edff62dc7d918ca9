package invent

import (
	"fmt"
	"slices"

	"polehub/hub"
)

// contractRoles are the roles of the first and the other parties of a contract
// of each type.
var contractRoles = map[hub.ContractType][2]hub.PartyRole{
	hub.ContractObjectivesAgreement: {hub.PartyFunder, hub.PartyBeneficiary},
	hub.ContractGrant:               {hub.PartyFunder, hub.PartyBeneficiary},
	hub.ContractPublicProcurement:   {hub.PartyBuyer, hub.PartySupplier},
	hub.ContractConcession:          {hub.PartyBuyer, hub.PartySupplier},
	hub.ContractService:             {hub.PartyBuyer, hub.PartySupplier},
	hub.ContractPremises:            {hub.PartyLessor, hub.PartyLessee},
	hub.ContractSecondment:          {hub.PartyEmployer, hub.PartyBeneficiary},
	hub.ContractEmployerGroup:       {hub.PartyEmployer, hub.PartyPartner},
	hub.ContractGie:                 {hub.PartyPartner, hub.PartyPartner},
	hub.ContractCapital:             {hub.PartyShareholder, hub.PartyIssuer},
	hub.ContractPartnership:         {hub.PartyPartner, hub.PartyPartner},
	hub.ContractCoContracting:       {hub.PartyBuyer, hub.PartyCoSupplier},
	hub.ContractLoanOrGuarantee:     {hub.PartyLender, hub.PartyBorrower},
	hub.ContractCharter:             {hub.PartyPartner, hub.PartyPartner},
	hub.ContractOther:               {hub.PartyPartner, hub.PartyPartner},
}

// purchase is the CPV code of what is bought from a pole of a sector.
func purchase(s hub.Sector) hub.Text {
	switch s {
	case hub.SectorMobility:
		return "34430000"
	case hub.SectorFood:
		return "15000000"
	case hub.SectorReuse:
		return "90514000"
	case hub.SectorTourism:
		return "63510000"
	case hub.SectorEnergy:
		return "09330000"
	}
	return "92312000"
}

// publicPayer says whether the first party of a type is the funder of the pole.
func publicPayer(t hub.ContractType) bool {
	switch t {
	case hub.ContractObjectivesAgreement, hub.ContractGrant, hub.ContractPublicProcurement, hub.ContractConcession, hub.ContractPremises, hub.ContractCoContracting, hub.ContractLoanOrGuarantee:
		return true
	}
	return false
}

// contracts gives a pole contracts of every type (a small one only the first
// few), grants year after year, and the awkward ones: without amount, amended.
func (v *inventor) contracts(id hub.ID, p pole, members []hub.ID) {
	public := v.publicMembers(p)
	for k, value := range hub.ContractTypes.Values {
		if len(members) < 5 && k > 2 {
			break
		}
		t := hub.ContractType(value.Code)
		first := members[1+k%(len(members)-1)]
		if publicPayer(t) {
			first = members[public[k%len(public)]]
			if p.dominated {
				first = members[p.funder]
			}
		}
		v.contract(id, p, t, k, first, members, hub.Money(4_000_00+v.rand.Int64N(80_000_00)))
	}
	for year := 2019; year <= 2025; year++ {
		if hub.Date(fmt.Sprint(year)) > p.started {
			v.contract(id, p, hub.ContractGrant, 100+year, members[p.funder], members, hub.Money(20_000_00+v.rand.Int64N(30_000_00)))
		}
	}
}

func (v *inventor) publicMembers(p pole) []int {
	var out []int
	for i, a := range p.members {
		if a.tier != "" && a.kind != hub.KindResearchCentre {
			out = append(out, i)
		}
	}
	return out
}

func (v *inventor) contract(id hub.ID, p pole, t hub.ContractType, k int, first hub.ID, members []hub.ID, amount hub.Money) {
	contract := hub.ID(fmt.Sprintf("contract:%s-%03d", p.id, k))
	signed := p.started.AddMonths(7 * (k % 20))
	if k > 1000 {
		signed = hub.Date(fmt.Sprintf("%d-04-15", k-100))
	}
	for signed > "2025-10-01" {
		signed = signed.AddMonths(-24)
	}
	c := &hub.Contract{
		ID: contract, Type: t, Title: fmt.Sprintf("%s – %s", frenchLabel(t), p.name), Amount: &amount, Currency: "EUR", AmountBasis: hub.AmountFixed, Tax: hub.TaxExcluded,
		SignedOn: signed, NotifiedOn: signed.AddDays(10), StartsOn: signed.AddDays(15), DurationMonths: new(12 + 12*(k%4)), Status: hub.ContractStatusActive,
		PoleIDs: []hub.ID{id}, Fact: fact(agreements),
	}
	switch {
	case t == hub.ContractCharter || t == hub.ContractPartnership:
		c.Amount, c.Currency, c.AmountBasis, c.Tax = nil, "", "", ""
	case t == hub.ContractPremises:
		c.Amount, c.Currency, c.AmountBasis, c.Tax = nil, "", hub.AmountUnknown, hub.TaxUnknown
		c.Flags = []hub.Flag{{Field: "amount", Code: hub.FlagAmountMissing, Raw: "à titre gracieux"}}
	case t == hub.ContractPublicProcurement || t == hub.ContractConcession:
		c.CPV, c.Procedure, c.SocialClause, c.AmountBasis = purchase(p.sectors[0]), "Procédure adaptée", hub.TriYes, hub.AmountMaximum
	}
	v.put(c)
	roles := contractRoles[t]
	others := v.others(first, members, 1+k%3)
	if t == hub.ContractCapital {
		issuer := slices.IndexFunc(p.members, actor.isCooperative)
		if others = members[issuer : issuer+1]; first == others[0] {
			first = members[(issuer+1)%len(members)]
		}
	}
	v.amend(c, k)
	v.party(c, "", 1, first, roles[0])
	for i, other := range others {
		v.party(c, "", 2+i, other, roles[1])
	}
	if k%7 == 3 {
		v.party(c, "2", 1, first, roles[0])
		v.party(c, "2", 2, v.others(first, members, 4)[3%max(1, len(members)-1)], roles[1])
	}
}

// amend gives every fourth contract a higher amount and every seventh, as a
// second amendment, other parties.
func (v *inventor) amend(c *hub.Contract, k int) {
	if k%4 == 1 && c.Amount != nil {
		v.put(&hub.Amendment{ContractID: c.ID, Number: "1", Dated: c.SignedOn.AddMonths(8), Object: "Prolongation et complément",
			NewAmount: new(*c.Amount + *c.Amount/5), NewDurationMonths: new(*c.DurationMonths + 12), Fact: fact(agreements)})
	}
	if k%7 == 3 {
		v.put(&hub.Amendment{ContractID: c.ID, Number: "2", Dated: c.SignedOn.AddMonths(10), Object: "Changement de partie", ReplacesParties: hub.TriYes, Fact: fact(agreements)})
	}
}

func (v *inventor) party(c *hub.Contract, amendment hub.Text, position int, id hub.ID, role hub.PartyRole) {
	v.put(&hub.Party{ContractID: c.ID, Amendment: amendment, Position: &position, OrganisationID: id, Role: role, Fact: fact(agreements)})
}

// others draws up to n members other than one.
func (v *inventor) others(not hub.ID, members []hub.ID, n int) []hub.ID {
	var out []hub.ID
	for _, i := range v.rand.Perm(len(members)) {
		if members[i] != not && len(out) < n {
			out = append(out, members[i])
		}
	}
	return out
}

func frenchLabel(t hub.ContractType) string {
	for _, value := range hub.ContractTypes.Values {
		if value.Code == string(t) {
			return value.French
		}
	}
	return string(t)
}
