package seed

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"polehub/hub"
)

// decpContract is the reading of one contract, in either format.
type decpContract struct {
	object     map[string]any
	list       string // the pointer of the list that holds it
	source     hub.ID
	contract   *hub.Contract
	amendments []*hub.Amendment
	parties    []*hub.Party
	mentions   []hub.Record
}

// maxTitle is how much of its object a contract has for a title, in bytes.
const maxTitle = 256

// read makes an item of the contract.
func (c *decpContract) read(item *Item) {
	c.contract = &hub.Contract{Type: hub.ContractPublicProcurement, Currency: "EUR"}
	if c.isConcession() {
		c.contract.Type = hub.ContractConcession
	}
	number, ok := c.number()
	if !ok {
		item.Reject = &Rejection{Code: hub.FlagRecordUnreadable, Field: "id", Raw: hub.Clip(compact(c.object["id"]), rawLimit), Reason: "id is neither a text nor a number, or is missing"}
		return
	}
	buyer, named := c.buyer()
	c.suppliers(append(items(c.object["titulaires"], "titulaire"), items(c.object["concessionnaires"], "concessionnaire")...), "", c.contract)
	if !named && len(c.parties) == 0 {
		item.Reject = &Rejection{Code: hub.FlagRecordUnreadable, Reason: "neither the buyer nor a supplier is named"}
		return
	}
	c.identify(number, buyer)
	c.parties = slices.Insert(c.parties, 0, &hub.Party{OrganisationID: buyer.org, Role: hub.PartyBuyer, Position: new(1)})
	c.facts()
	c.checkGrouping()
	c.readAmendments()
	c.readSubcontracts()
	c.fill(item)
}

func (c *decpContract) isConcession() bool {
	if strings.Contains(c.list, "concession") {
		return true
	}
	for _, name := range []string{"_type", "nature"} {
		if kind := hub.Fold(words(c.object[name])); strings.Contains(kind, "concession") || strings.HasPrefix(kind, "delegation de service public") {
			return true
		}
	}
	return c.object["autoriteConcedante"] != nil || c.object["concessionnaires"] != nil
}

// number is the contract's number at its buyer.
func (c *decpContract) number() (string, bool) {
	v := first(c.object, "id", "uid")
	switch v.(type) {
	case string, json.Number:
		return words(v), words(v) != ""
	}
	return "", false
}

// buyer reads the buyer or the conceding authority.
func (c *decpContract) buyer() (decpPerson, bool) {
	name := "acheteur"
	if c.object[name] == nil && (c.object["autoriteConcedante"] != nil || c.object["autoriteConcedante.id"] != nil) {
		name = "autoriteConcedante"
	}
	p, ok := newPerson(nil, member(c.object, name, "id"), member(c.object, name, "nom"))
	if ok {
		c.mentions = append(c.mentions, p.mention()...)
	} else {
		addFlag(c.contract, hub.Flag{Code: hub.FlagPartyUnreadable, Raw: hub.Text(hub.Clip(compact(c.object[name]), rawLimit)), Message: "acheteur"})
	}
	return p, ok
}

// identify gives the contract its id: its uid, which is the buyer's number and
// its own. Without either, its first supplier or its buyer's name stands in.
func (c *decpContract) identify(number string, buyer decpPerson) {
	uid := words(c.object["uid"])
	if structured(c.object["uid"]) {
		uid = ""
	}
	if uid == "" && buyer.number != "" {
		uid = words(buyer.number) + number
	}
	if uid != "" {
		c.contract.ID = hub.NewID("contract", uid)
		c.contract.ExternalIDs = []string{"decp:" + uid}
		return
	}
	other := buyer.org
	if len(c.parties) > 0 {
		other = c.parties[0].OrganisationID
	}
	c.contract.ID = hub.DeriveID("contract", decpScope.Local(), number, other.Local())
}

// facts reads everything but the parties.
func (c *decpContract) facts() {
	r, o := c.contract, c.object
	putText(r, "object", o["objet"])
	putText(r, "nature", o["nature"])
	putText(r, "procedure", o["procedure"])
	putText(r, "cpv", o["codeCPV"])
	putText(r, "framework", o["idAccordCadre"])
	if r.Title = hub.Clip(hub.OneLine(string(r.Object)), maxTitle); r.Title == "" {
		r.Title = strings.TrimSpace(cmp.Or(string(r.Nature), "Contrat") + " " + words(first(o, "id", "uid")))
		flagCell(r, hub.ContractNoun.Field("title"), "", hub.FlagNameMissing)
	}
	putDate(r, "signedOn", o["dateSignature"])
	putDate(r, "notifiedOn", o["dateNotification"])
	putDate(r, "startsOn", o["dateDebutExecution"])
	putMonths(r, "durationMonths", o["dureeMois"])
	putAmount(r, "amount", c.amount(o), true)
	putAmount(r, "publicSubsidy", o["montantSubventionPublique"], false)
	r.Tax = hub.TaxExcluded
	r.AmountBasis = c.amountBasis()
	if place, ok := o["lieuExecution"].(map[string]any); ok {
		putText(r, "placeCode", place["code"])
		putText(r, "placeCodeType", place["typeCode"])
	} else {
		putText(r, "placeCode", o["lieuExecution"])
	}
	c.clauses()
}

// amount is the member that holds the amount: a concession has a global value.
func (c *decpContract) amount(o map[string]any) any {
	if c.contract.Type == hub.ContractConcession {
		return first(o, "valeurGlobale", "montant")
	}
	return first(o, "montant", "valeurGlobale")
}

// amountBasis: the amount of a framework agreement is the most that may be
// spent.
func (c *decpContract) amountBasis() hub.AmountBasis {
	framework := hub.Fold("Accord-cadre")
	isFramework := strings.Contains(hub.Fold(string(c.contract.Nature)), framework)
	for _, technique := range unwrapped(c.object["techniques"], "technique") {
		isFramework = isFramework || hub.Fold(technique) == framework
	}
	switch {
	case isFramework:
		return hub.AmountMaximum
	case hub.Fold(words(c.object["formePrix"])) == "forfaitaire":
		return hub.AmountFixed
	}
	return hub.AmountUnknown
}

// unwrapped lists the texts of {"technique": ["…"]} or of a plain list.
func unwrapped(v any, wrapper string) []string {
	var texts []string
	for _, item := range items(v, wrapper) {
		if text := words(item); text != "" {
			texts = append(texts, text)
		}
	}
	return texts
}

// clauses reads the social considerations of format 2: a closed list of which
// all that apply are given.
func (c *decpContract) clauses() {
	given := unwrapped(c.object["considerationsSociales"], "considerationSociale")
	if len(given) == 0 {
		return
	}
	c.contract.SocialClause, c.contract.Reserved = hub.TriNo, hub.TriNo
	for _, text := range given {
		switch folded := hub.Fold(text); {
		case folded == "clause sociale":
			c.contract.SocialClause = hub.TriYes
		case strings.HasPrefix(folded, "marche reserve"), strings.HasPrefix(folded, "concession reservee"):
			c.contract.Reserved = hub.TriYes
		}
	}
}

// checkGrouping holds the suppliers against what the contract says of them.
func (c *decpContract) checkGrouping() {
	grouping := words(c.object["typeGroupementOperateurs"])
	suppliers := 0
	for _, p := range c.parties {
		if isSupplier(p.Role) {
			suppliers++
		}
	}
	if suppliers > 1 && hub.Fold(grouping) == hub.Fold("Pas de groupement") {
		addFlag(c.contract, hub.Flag{Code: hub.FlagGroupingInconsistent, Raw: hub.Text(grouping), Message: hub.Text(strconv.Itoa(suppliers) + " titulaires")})
	}
}

// change is one entry of modifications, as it will be ordered.
type change struct {
	amendment *hub.Amendment
	id        string
	parties   []any
}

// readAmendments orders the amendments by the day of their notification, then
// of their publication, then as they stand. Format 2 numbers them; in format
// 1.5 the day is their number, so that it stays when others are published.
func (c *decpContract) readAmendments() {
	var changes []change
	for _, v := range items(c.object["modifications"], "modification") {
		o, ok := v.(map[string]any)
		if !ok || len(o) == 0 {
			addFlag(c.contract, hub.Flag{Code: hub.FlagValueInvalid, Raw: hub.Text(hub.Clip(compact(v), rawLimit)), Message: "modifications"})
			continue
		}
		a := &hub.Amendment{}
		putDate(a, "dated", first(o, "dateNotificationModification", "dateSignatureModification"))
		putDate(a, "publishedOn", first(o, "datePublicationDonneesModification", "datePublicationDonnees"))
		putText(a, "object", o["objetModification"])
		putAmount(a, "newAmount", c.amount(o), false)
		putMonths(a, "newDurationMonths", o["dureeMois"])
		changes = append(changes, change{a, words(o["id"]), append(items(o["titulaires"], "titulaire"), items(o["concessionnaires"], "concessionnaire")...)})
	}
	slices.SortStableFunc(changes, func(x, y change) int {
		return cmp.Or(compareDays(x.amendment.Dated, y.amendment.Dated), compareDays(x.amendment.PublishedOn, y.amendment.PublishedOn))
	})
	for _, ch := range changes {
		a := ch.amendment
		c.add(a, cmp.Or(ch.id, string(a.Dated), string(a.PublishedOn), "sans-date"))
		if len(ch.parties) > 0 {
			a.ReplacesParties = hub.TriYes
			c.suppliers(ch.parties, hub.Text(a.Number), a)
		}
	}
}

// compareDays puts days that are not stated last.
func compareDays(a, b hub.Date) int {
	if (a == "") != (b == "") {
		return strings.Compare(string(b), string(a))
	}
	return strings.Compare(string(a), string(b))
}

// add gives an amendment its number, which no other of the contract has, and
// tells when it is older than the contract.
func (c *decpContract) add(a *hub.Amendment, number string) {
	number = hub.Clip(number, 80)
	a.Number = number
	for n := 2; slices.ContainsFunc(c.amendments, func(other *hub.Amendment) bool { return other.Number == a.Number }); n++ {
		a.Number = fmt.Sprintf("%s-%d", number, n)
	}
	start := cmp.Or(c.contract.NotifiedOn, c.contract.SignedOn)
	if a.Dated != "" && a.Dated < start {
		flagCell(a, hub.AmendmentNoun.Field("dated"), string(a.Dated), hub.FlagDateOrder)
	}
	c.amendments = append(c.amendments, a)
}

// readSubcontracts reads the acts of subcontracting and their changes. Each is
// an act of its own day that brings a party with its amount, so it is kept as
// an amendment that changes neither amount nor term of the contract.
func (c *decpContract) readSubcontracts() {
	hired := map[string]hub.ID{}
	for _, v := range items(c.object["actesSousTraitance"], "acteSousTraitance") {
		o, ok := v.(map[string]any)
		if !ok {
			addFlag(c.contract, hub.Flag{Code: hub.FlagPartyUnreadable, Raw: hub.Text(hub.Clip(compact(v), rawLimit)), Message: "actesSousTraitance"})
			continue
		}
		act := &hub.Amendment{}
		putDate(act, "dated", o["dateNotification"])
		p, _ := c.person(o["sousTraitant"], act)
		hired[words(o["id"])] = p.org
		c.subcontract(act, o, "sous-traitance", p.org)
	}
	for _, v := range items(c.object["modificationsActesSousTraitance"], "modificationActeSousTraitance") {
		o, ok := v.(map[string]any)
		if !ok {
			addFlag(c.contract, hub.Flag{Code: hub.FlagPartyUnreadable, Raw: hub.Text(hub.Clip(compact(v), rawLimit)), Message: "modificationsActesSousTraitance"})
			continue
		}
		act := &hub.Amendment{}
		putDate(act, "dated", first(o, "dateNotificationModificationSousTraitance", "dateNotificationModificationSousTraitante"))
		c.subcontract(act, o, "sous-traitance-modification", hired[words(o["id"])])
	}
}

// subcontract adds an act of subcontracting and the party that it brings.
func (c *decpContract) subcontract(act *hub.Amendment, o map[string]any, kind string, org hub.ID) {
	putDate(act, "publishedOn", first(o, "datePublicationDonnees", "datePublicationDonneesModificationSousTraitance"))
	number := kind
	description := "Acte de sous-traitance"
	if kind != "sous-traitance" {
		description = "Modification de l'acte de sous-traitance"
	}
	if id := words(o["id"]); id != "" {
		number += "-" + id
		description += " " + hub.Clip(id, 80)
	}
	if months := words(o["dureeMois"]); months != "" {
		description += ", durée en mois : " + hub.Clip(months, 80)
	}
	if price := words(o["variationPrix"]); price != "" {
		description += ", prix : " + hub.Clip(price, 80)
	}
	act.Object = hub.Text(description)
	c.add(act, number)
	party := &hub.Party{Amendment: hub.Text(act.Number), OrganisationID: org, Role: hub.PartySubcontractor, Position: new(1)}
	putAmount(party, "amount", o["montant"], false)
	c.parties = append(c.parties, party)
}

// fill puts the records into the item. They name their source here, where the
// pipeline would add it too late for the ids that depend on nothing else.
func (c *decpContract) fill(item *Item) {
	item.Mentions = c.mentions
	item.Records = []hub.Record{c.contract}
	for _, a := range c.amendments {
		a.ContractID = c.contract.ID
		item.Records = append(item.Records, a)
	}
	for _, p := range c.parties {
		p.ContractID = c.contract.ID
		item.Records = append(item.Records, p)
	}
	for _, list := range [][]hub.Record{item.Mentions, item.Records} {
		for _, r := range list {
			*sourcesPointer(r) = []hub.ID{c.source}
		}
	}
	item.Group = revisionsOf(c.contract)
	item.Settle = settleContract
}
