package seed

import (
	"fmt"
	"strings"

	"polehub/hub"
)

// decpPerson is an organisation as a contract names it.
type decpPerson struct {
	scheme hub.Scheme
	number string // as received
	name   string
	org    hub.ID
}

// decpScope is what organisations without a valid number are known within: all
// of the DECP, so that the copies of one contract in several files agree.
const decpScope = hub.ID("source:decp")

// readPerson reads {typeIdentifiant, id, denominationSociale}, {id, nom} or
// {id}; ok is false when it names nobody.
func readPerson(v any) (p decpPerson, ok bool) {
	o, isObject := v.(map[string]any)
	if !isObject {
		return decpPerson{}, false
	}
	return newPerson(o["typeIdentifiant"], o["id"], first(o, "denominationSociale", "nom"))
}

func newPerson(scheme, number, name any) (p decpPerson, ok bool) {
	p.scheme = hub.Scheme(hub.Clip(strings.ToUpper(words(scheme)), 60))
	if p.scheme == "" {
		p.scheme = hub.SchemeSIRET
	}
	if !structured(number) && words(number) != "" {
		p.number = scalar(number)
	}
	if !structured(name) {
		p.name = words(name)
	}
	return p, p.number != "" || p.name != ""
}

// mention makes the records of the organisation and its number. Its id is the
// legal unit, or the number in another register. A number that passes no check
// makes no identity of its own, nor does a name: both together do, and stay two
// organisations where either differs.
func (p *decpPerson) mention() []hub.Record {
	org := &hub.Organisation{Name: p.name, Kind: hub.KindOther}
	flagCell(org, hub.OrganisationNoun.Field("kind"), "", hub.FlagKindMissing)
	reading := hub.ReadIdentifier(p.scheme, p.number)
	switch {
	case reading.SIREN != "" || reading.Valid:
		p.org = OrganisationID([]hub.IdentifierReading{reading}, "", "")
	case reading.Value != "":
		p.org = hub.NewID("org", strings.ToLower(string(p.scheme))+"-"+reading.Value)
	case p.number != "":
		p.org = OrganisationID(nil, strings.TrimSpace(p.name+" "+string(p.scheme)+" "+p.number), decpScope)
	default:
		p.org = OrganisationID(nil, p.name, decpScope)
		flagCell(org, hub.OrganisationNoun.Field("name"), p.name, hub.FlagIdentifierMissing)
	}
	org.ID = p.org
	if org.Name == "" {
		org.Name = string(p.scheme) + " " + words(p.number)
		flagCell(org, hub.OrganisationNoun.Field("name"), "", hub.FlagNameMissing)
	} else if _, suspect := undoMojibake(org.Name); suspect {
		flagCell(org, hub.OrganisationNoun.Field("name"), org.Name, hub.FlagMojibakeSuspected)
	}
	sortFlags(org)
	if p.number == "" {
		return []hub.Record{org}
	}
	identifier := NewIdentifier(reading, p.number)
	identifier.OrganisationID = p.org
	sortFlags(identifier)
	return []hub.Record{org, identifier}
}

// text shows the person in a flag.
func (p *decpPerson) text() string {
	if p.number == "" {
		return p.name
	}
	return fmt.Sprintf("%s %s", p.scheme, p.number)
}

// person reads one party, whose records it adds to the mentions. What names
// nobody is kept in a flag of the record that names the parties.
func (c *decpContract) person(v any, holder hub.Record) (decpPerson, bool) {
	p, ok := readPerson(v)
	if !ok {
		addFlag(holder, hub.Flag{Code: hub.FlagPartyUnreadable, Raw: hub.Text(hub.Clip(compact(v), rawLimit))})
		return p, false
	}
	c.mentions = append(c.mentions, p.mention()...)
	return p, true
}

// suppliers reads the list of those who hold the contract, as signed or by an
// amendment. They share its amount as a group.
func (c *decpContract) suppliers(list []any, amendment hub.Text, holder hub.Record) {
	known := map[hub.ID]string{}
	var parties []*hub.Party
	for _, v := range list {
		p, ok := c.person(v, holder)
		if !ok {
			continue
		}
		if number, again := known[p.org]; again {
			code := hub.FlagPartyDuplicate
			if number != p.number {
				code = hub.FlagPartySameUnit
			}
			addFlag(holder, hub.Flag{Code: code, Raw: hub.Text(hub.Clip(p.text(), rawLimit))})
			continue
		}
		known[p.org] = p.number
		parties = append(parties, &hub.Party{Amendment: amendment, OrganisationID: p.org, Position: new(len(parties) + 1)})
	}
	for _, party := range parties {
		party.Role = supplierRole(len(parties))
	}
	c.parties = append(c.parties, parties...)
}

func supplierRole(suppliers int) hub.PartyRole {
	if suppliers > 1 {
		return hub.PartyCoSupplier
	}
	return hub.PartySupplier
}

// isSupplier reports the two roles of those who hold a contract.
func isSupplier(role hub.PartyRole) bool {
	return role == hub.PartySupplier || role == hub.PartyCoSupplier
}
