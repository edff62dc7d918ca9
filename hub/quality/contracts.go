package quality

import (
	"maps"
	"slices"

	"polehub/hub"
)

// amendment checks one amendment, and remembers the first of each day of a contract.
func (c *check) amendment(row hub.Row) {
	a := row.Record.(*hub.Amendment)
	if a.NewAmount != nil {
		c.amounts[a.ContractID] = true
	}
	if a.Dated == "" {
		c.raise(AmendmentUndated, at(a, "dated"))
		return
	}
	if contract, ok := row.With[0].(*hub.Contract); ok {
		for _, name := range []string{"signedOn", "notifiedOn"} {
			if daysOf(a, "dated").isBefore(daysOf(contract, name)) {
				c.raise(AmendmentBeforeContract, at(a, "dated"), at(contract, name))
				break
			}
		}
	}
	key := amendKey{a.ContractID, a.Dated}
	for _, b := range c.amended[key] {
		for _, name := range []string{"newAmount", "newDurationMonths"} {
			if x, y := at(a, name), at(b, name); x.Value != "" && y.Value != "" && x.Value != y.Value {
				c.raise(AmendmentsDisagree, y, x)
			}
		}
	}
	if a.NewAmount != nil || a.NewDurationMonths != nil {
		c.amended[key] = append(c.amended[key], a)
	}
}

// contract checks what one contract says of itself, and its poles. A charter has no
// amount.
func (c *check) contract(row hub.Row) {
	k := row.Record.(*hub.Contract)
	start := startField(k)
	if k.Amount == nil && !c.amounts[k.ID] && k.Type != hub.ContractCharter {
		c.raise(ContractWithoutAmount, at(k, "amount"))
	}
	if start == "" {
		c.raise(ContractUndated, at(k, "startsOn"))
		return
	}
	ends := daysOf(k, "endsOn")
	for _, name := range []string{"signedOn", "notifiedOn"} {
		if daysOf(k, name).reaches(ends) {
			c.raise(ContractSignedAfterEnd, at(k, name), at(k, "endsOn"))
			break
		}
	}
	if k.StartsOn != "" && k.EndsOn != "" && k.DurationMonths != nil {
		if k.EndsOn < k.StartsOn.AddMonths(*k.DurationMonths-1) || k.EndsOn > k.StartsOn.AddMonths(*k.DurationMonths+1) {
			c.raise(ContractTermDisagrees, at(k, "endsOn"), at(k, "startsOn"), at(k, "durationMonths"))
		}
	}
	for _, id := range k.PoleIDs {
		p, ok := c.lives[id]
		if !ok {
			continue
		}
		switch {
		case daysOf(k, start).reaches(daysOf(p, "endedOn")):
			c.raise(ContractOutsidePole, at(k, start), at(p, "endedOn"))
		case daysOf(p, "startedOn").reaches(ends):
			c.raise(ContractOutsidePole, at(k, "endsOn"), at(p, "startedOn"))
		}
	}
}

// party checks a party as signed: it exists when the contract starts, and has not left
// the poles that the contract is for.
func (c *check) party(row hub.Row) {
	p := row.Record.(*hub.Party)
	c.run.add(c, p)
	k, ok := row.With[0].(*hub.Contract)
	if !ok || p.Amendment != "" || p.OrganisationID == "" {
		return
	}
	field := startField(k)
	if field == "" {
		return
	}
	start := daysOf(k, field)
	if o, ok := row.With[1].(*hub.Organisation); ok {
		switch {
		case start.isBefore(daysOf(o, "createdOn")):
			c.raise(PartyOutsideOrganisation, Place{p.ID, "organisationId", hub.Text(o.ID)}, at(k, field), at(o, "createdOn"))
		case daysOf(o, "closedOn").isBefore(start):
			c.raise(PartyOutsideOrganisation, Place{p.ID, "organisationId", hub.Text(o.ID)}, at(k, field), at(o, "closedOn"))
		}
	}
	for _, pole := range k.PoleIDs {
		if last := lastOf(c.members[memberKey{pole, p.OrganisationID}]); last != nil && start.reaches(daysOf(last, "validTo")) {
			c.raise(PartyLeft, Place{p.ID, "organisationId", hub.Text(p.OrganisationID)}, at(k, field), at(last, "validTo"))
		}
	}
}

// lastOf is the membership that ends last; nil when there is none, or one has no end.
func lastOf(list []*hub.Membership) (last *hub.Membership) {
	for _, m := range list {
		if m.ValidTo == "" {
			return nil
		}
		if last == nil || m.ValidTo > last.ValidTo {
			last = m
		}
	}
	return last
}

// run is the contract whose parties are being read. Those of one contract come
// together, for their ids begin with its own; where a file gave them other ids, they
// are counted again at the end.
type run struct {
	contract hub.ID
	parties  []*hub.Party
}

func (r *run) add(c *check, p *hub.Party) {
	if p.ContractID != r.contract {
		r.end(c)
		r.contract = p.ContractID
	}
	r.parties = append(r.parties, p)
}

// end remembers the contract when it takes more than these parties.
func (r *run) end(c *check) {
	if r.contract != "" && hub.CheckParties(r.parties) != nil {
		c.short[r.contract] = true
	}
	r.contract, r.parties = "", r.parties[:0]
}

// parties raises contracts without parties, and those with fewer than two.
func (c *check) parties() error {
	n, p := hub.ContractNoun, hub.PartyNoun
	none := hub.Query{Noun: n, Where: hub.Has{Relation: n.Relation("parties"), Quantifier: hub.None}, Fields: []*hub.Field{n.ID()}}
	for row, err := range c.r.Rows(c.ctx, none) {
		if err != nil {
			return err
		}
		c.raise(ContractWithoutParties, Place{Record: row.Record.Key()})
	}
	c.run.end(c)
	if len(c.short) == 0 {
		return nil
	}
	parties := map[hub.ID][]*hub.Party{}
	again := hub.Query{Noun: p, Where: hub.In(p.Field("contractId"), slices.Sorted(maps.Keys(c.short))...),
		Fields: []*hub.Field{p.ID(), p.Field("contractId"), p.Field("organisationId"), p.Field("amendment")}}
	for row, err := range c.r.Rows(c.ctx, again) {
		if err != nil {
			return err
		}
		r := row.Record.(*hub.Party)
		parties[r.ContractID] = append(parties[r.ContractID], r)
	}
	for _, id := range slices.Sorted(maps.Keys(parties)) {
		if list := parties[id]; hub.CheckParties(list) != nil {
			places := []Place{{Record: id}}
			for _, p := range list {
				if p.Amendment == "" {
					places = append(places, at(p, "organisationId"))
				}
			}
			c.raise(ContractShortOfParties, places...)
		}
	}
	return nil
}
