package seed

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"polehub/hub"
)

// How a contract from a DECP file meets those in the hub.
//
// The same uid is the same contract. Before 2024 the last two digits of a uid
// are the rank of the amendment with which it was published: contracts whose
// uids differ in them only are one when they have the same object, day, amount
// and suppliers, known by the lowest of their uids (MERGED_REVISION); otherwise
// they stay apart and tell so (POSSIBLE_REVISION). The law, and with it the
// format, changed on 1 January 2024, so the day tells for contracts in the hub
// what their format was.
//
// What several records say of one contract is joined so that their order does
// not matter: each adds the parties and amendments that it alone has; where two
// values differ the smaller stands, and the other stays in a flag
// SOURCES_DISAGREE. A record that says nothing new changes nothing. One that
// does, and that only its own source had described, in an earlier import,
// corrects it: its values stand.

// ranksEnd is the day from which uids have no ranks.
const ranksEnd = hub.Date("2024-01-01")

// ranked reports whether the id of a contract may end in a rank.
func ranked(c *hub.Contract) bool {
	id := c.ID.Local()
	n := len(id) - 2
	return n > 0 && '0' <= id[n] && id[n] <= '9' && '0' <= id[n+1] && id[n+1] <= '9' && day(c) < ranksEnd &&
		slices.ContainsFunc(c.ExternalIDs, isUID)
}

func isUID(external string) bool { return strings.HasPrefix(external, "decp:") }

// day is the day on which a contract was made, as far as it is known.
func day(c *hub.Contract) hub.Date { return cmp.Or(c.NotifiedOn, c.SignedOn) }

// revisionsOf lists the ids under which the hub may hold the contract, its own
// among them, in order.
func revisionsOf(c *hub.Contract) []hub.ID {
	if !ranked(c) {
		return []hub.ID{c.ID}
	}
	base := string(c.ID[:len(c.ID)-2])
	ids := make([]hub.ID, 100)
	for i := range ids {
		ids[i] = hub.ID(base + string([]byte{byte('0' + i/10), byte('0' + i%10)}))
	}
	return ids
}

// dossier is a contract with its parts.
type dossier struct {
	contract   *hub.Contract
	amendments []*hub.Amendment
	parties    []*hub.Party
}

func newDossier(contract *hub.Contract, parts []hub.Record) *dossier {
	d := &dossier{contract: contract}
	for _, r := range parts {
		switch r := r.(type) {
		case *hub.Amendment:
			d.amendments = append(d.amendments, r)
		case *hub.Party:
			d.parties = append(d.parties, r)
		}
	}
	return d
}

// clone copies a dossier, so that it can be changed.
func (d *dossier) clone() *dossier {
	c := &dossier{contract: hub.Clone(d.contract).(*hub.Contract)}
	for _, a := range d.amendments {
		c.amendments = append(c.amendments, hub.Clone(a).(*hub.Amendment))
	}
	for _, p := range d.parties {
		c.parties = append(c.parties, hub.Clone(p).(*hub.Party))
	}
	return c
}

// records lists contract, amendments and parties.
func (d *dossier) records() []hub.Record {
	all := []hub.Record{d.contract}
	for _, a := range d.amendments {
		all = append(all, a)
	}
	for _, p := range d.parties {
		all = append(all, p)
	}
	return all
}

// suppliers are those who hold the contract, in the order of their ids: as
// signed, or by an amendment.
func (d *dossier) suppliers(amendment hub.Text) []hub.ID {
	var ids []hub.ID
	for _, p := range d.parties {
		if p.Amendment == amendment && isSupplier(p.Role) {
			ids = append(ids, p.OrganisationID)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// sameContract reports whether two records may be revisions of one contract.
func (d *dossier) sameContract(o *dossier) bool {
	a, b := d.contract, o.contract
	return a.Object == b.Object && a.NotifiedOn == b.NotifiedOn && a.SignedOn == b.SignedOn &&
		(a.Amount == nil) == (b.Amount == nil) && (a.Amount == nil || *a.Amount == *b.Amount) &&
		slices.Equal(d.suppliers(""), o.suppliers(""))
}

// settleContract joins a contract with what the hub holds of it.
func settleContract(_ context.Context, view View, item *Item) error {
	incoming := newDossier(item.Records[0].(*hub.Contract), item.Records[1:])
	var same, apart []*dossier
	for _, id := range item.Group {
		contract, parts := view.Contract(id)
		if contract == nil {
			continue
		}
		switch d := newDossier(contract, parts); {
		case id == incoming.contract.ID || ranked(contract) && d.sameContract(incoming):
			same = append(same, d)
		case ranked(contract):
			apart = append(apart, d)
		}
	}
	own := incoming.contract.ID
	fresh := len(same) == 1 && same[0].contract.ID == own && !view.Stated(own) &&
		covers(incoming.contract.SourceIDs, same[0].contract.SourceIDs)
	joined := incoming.clone()
	if len(same) > 0 {
		joined = same[0].clone()
		for _, d := range same[1:] {
			joined.join(d, false)
		}
		joined.join(incoming, fresh)
	}
	joined.contract.ID = min(joined.contract.ID, own)
	item.Records = nil
	if len(apart) > 0 {
		flagRevision(joined.contract)
		for _, d := range apart {
			other := hub.Clone(d.contract).(*hub.Contract)
			flagRevision(other)
			item.Records = append(item.Records, other)
		}
	}
	joined.finish()
	item.Records = append(joined.records(), item.Records...)
	item.Gone = gone(same, item.Records)
	return nil
}

// flagRevision says that a contract may be a revision of another, or a lot.
func flagRevision(c *hub.Contract) {
	base := c.ID.Local()
	flagCell(c, hub.ContractNoun.ID(), base[:len(base)-2], hub.FlagPossibleRevision)
	sortFlags(c)
}

// gone lists what the hub holds of a contract and holds no longer, under these
// ids, once the records are in.
func gone(stored []*dossier, records []hub.Record) []hub.ID {
	stays := map[hub.ID]bool{}
	for _, r := range records {
		stays[r.Key()] = true
	}
	var ids []hub.ID
	for _, d := range stored {
		for _, r := range d.records() {
			if !stays[r.Key()] {
				ids = append(ids, r.Key())
			}
		}
	}
	return ids
}

// join adds what another dossier says of the same contract. When it is a
// correction its values and suppliers take the place of those there.
func (d *dossier) join(o *dossier, correction bool) {
	joinRecords(d.contract, o.contract, correction)
	d.joinSuppliers("", d.contract, o, correction)
	for _, a := range o.amendments {
		i := slices.IndexFunc(d.amendments, func(have *hub.Amendment) bool { return have.Number == a.Number })
		if i < 0 {
			d.amendments = append(d.amendments, hub.Clone(a).(*hub.Amendment))
			continue
		}
		joinRecords(d.amendments[i], a, correction)
		d.joinSuppliers(hub.Text(a.Number), d.amendments[i], o, correction)
	}
	for _, p := range o.parties {
		i := slices.IndexFunc(d.parties, func(have *hub.Party) bool { return sameParty(have, p) })
		if i < 0 {
			d.parties = append(d.parties, hub.Clone(p).(*hub.Party))
			continue
		}
		have := d.parties[i]
		joinRecords(have, p, correction)
		if p.Position != nil && (have.Position == nil || *p.Position < *have.Position) {
			have.Position = new(*p.Position)
		}
	}
}

func sameParty(a, b *hub.Party) bool {
	return a.Amendment == b.Amendment && a.OrganisationID == b.OrganisationID &&
		(a.Role == b.Role || isSupplier(a.Role) && isSupplier(b.Role))
}

// suppliersDiffer says, on a contract or an amendment, that two records name
// other suppliers; all are kept.
func suppliersDiffer() hub.Flag {
	return hub.Flag{Code: hub.FlagSourcesDisagree, Message: "titulaires"}
}

// joinSuppliers compares two lists of suppliers before they are joined. holder
// is the contract or the amendment that names them.
func (d *dossier) joinSuppliers(amendment hub.Text, holder hub.Record, o *dossier, correction bool) {
	mine, theirs := d.suppliers(amendment), o.suppliers(amendment)
	if len(mine) == 0 || len(theirs) == 0 || slices.Equal(mine, theirs) {
		return
	}
	known := slices.Contains(flagsOf(holder), suppliersDiffer())
	if !correction {
		addFlag(holder, suppliersDiffer())
		return
	}
	if known && len(without(theirs, mine)) == 0 {
		return
	}
	dropFlags(holder, func(flag hub.Flag) bool { return flag == suppliersDiffer() })
	d.parties = slices.DeleteFunc(d.parties, func(p *hub.Party) bool {
		return p.Amendment == amendment && isSupplier(p.Role) && !slices.Contains(theirs, p.OrganisationID)
	})
}

// finish gives the parts the ids and roles that follow from the whole.
func (d *dossier) finish() {
	dropFlags(d.contract, func(flag hub.Flag) bool { return flag.Code == hub.FlagMergedRevision })
	for _, external := range d.contract.ExternalIDs {
		if uid := strings.TrimPrefix(external, "decp:"); isUID(external) && hub.NewID("contract", uid) != d.contract.ID {
			flagCell(d.contract, hub.ContractNoun.Field("externalIds"), uid, hub.FlagMergedRevision)
		}
	}
	dropFlags(d.contract, func(flag hub.Flag) bool { return flag.Code == hub.FlagPartyMissing })
	if len(hub.CheckParties(d.parties)) > 0 {
		addFlag(d.contract, hub.Flag{Code: hub.FlagPartyMissing})
	}
	sortFlags(d.contract)
	for _, a := range d.amendments {
		if a.ContractID != d.contract.ID {
			a.ContractID, a.ID = d.contract.ID, ""
			hub.Complete(a)
		}
		sortFlags(a)
	}
	for _, p := range d.parties {
		role := p.Role
		if isSupplier(role) {
			role = supplierRole(len(d.suppliers(p.Amendment)))
		}
		key := hub.Party{ContractID: d.contract.ID, Amendment: p.Amendment, OrganisationID: p.OrganisationID, Role: role, Position: p.Position}
		hub.Complete(&key)
		p.ID, p.ContractID, p.Role = key.ID, d.contract.ID, role
		sortFlags(p)
	}
	slices.SortFunc(d.amendments, func(a, b *hub.Amendment) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(d.parties, func(a, b *hub.Party) int { return cmp.Compare(a.ID, b.ID) })
}
