package quality

import (
	"fmt"
	"strings"

	"polehub/hub"
)

// progressEvery is after how many records progress is told again.
const progressEvery = 10_000

// pass is what is read of one noun, and what is done with each row besides the rules
// that hold for every noun.
type pass struct {
	noun *hub.Noun
	// fields are read of the noun besides sources and flags.
	fields []string
	with   []joined
	row    func(*check, hub.Row)
}

// joined is a record read beside each row: the target of a relation to one.
type joined struct {
	relation string
	fields   []string
}

// passes lists what is read, in order: a pass may use what those before it have
// remembered.
func passes() []pass {
	ofOrganisation := joined{"organisation", []string{"createdOn", "closedOn", "flags"}}
	return []pass{
		{noun: hub.SourceNoun},
		{noun: hub.OrganisationNoun, fields: []string{"kind", "publicTier", "commune", "departement"}, row: (*check).organisation},
		{noun: hub.IdentifierNoun, fields: []string{"organisationId", "scheme", "value", "raw", "valid"}, row: (*check).identifier},
		{noun: hub.ClaimNoun, fields: []string{"organisationId", "claim", "value", "validFrom", "validTo"}, row: (*check).claim},
		{noun: hub.LinkNoun, fields: []string{"childId", "parentId", "kind", "validFrom", "validTo"}, row: (*check).link,
			with: []joined{{"child", ofOrganisation.fields}, {"parent", ofOrganisation.fields}}},
		{noun: hub.PoleNoun, fields: []string{"startedOn", "endedOn"}, row: (*check).pole},
		{noun: hub.PoleStatusNoun},
		{noun: hub.SiteNoun},
		{noun: hub.MembershipNoun, fields: []string{"poleId", "organisationId", "circle", "validFrom", "validTo"}, row: (*check).membership,
			with: []joined{ofOrganisation, {"pole", []string{"startedOn", "endedOn", "flags"}}}},
		{noun: hub.RoleNoun, fields: []string{"poleId", "organisationId", "role", "seats", "seatsTotal", "capitalShare", "validFrom", "validTo"}, row: (*check).role,
			with: []joined{{"organisation", append([]string{"kind", "publicTier"}, ofOrganisation.fields...)}, {"pole", []string{"startedOn", "endedOn", "flags"}}}},
		{noun: hub.ObservationNoun, fields: []string{"covers", "observedFrom"}, row: (*check).observation},
		{noun: hub.RosterEntryNoun, fields: []string{"observationId", "organisationId", "responded"}, row: (*check).rosterEntry},
		{noun: hub.TieNoun, fields: []string{"type", "fromId", "toId", "claimedBy", "observationId", "validFrom", "validTo"}, row: (*check).tie,
			with: []joined{{"from", ofOrganisation.fields}, {"to", ofOrganisation.fields}}},
		{noun: hub.AmendmentNoun, fields: []string{"contractId", "number", "dated", "newAmount", "newDurationMonths"}, row: (*check).amendment,
			with: []joined{{"contract", []string{"signedOn", "notifiedOn", "startsOn", "flags"}}}},
		{noun: hub.ContractNoun, fields: []string{"type", "amount", "signedOn", "notifiedOn", "startsOn", "endsOn", "durationMonths", "poles"}, row: (*check).contract},
		{noun: hub.PartyNoun, fields: []string{"contractId", "amendment", "organisationId"}, row: (*check).party,
			with: []joined{{"contract", []string{"signedOn", "notifiedOn", "startsOn", "poles", "flags"}}, ofOrganisation}},
		{noun: hub.DocumentNoun, fields: []string{"dated"}, row: (*check).document},
		{noun: hub.AssessmentNoun},
	}
}

// query is the question of a pass.
func (p pass) query() hub.Query {
	q := hub.Query{Noun: p.noun}
	add := func(n *hub.Noun, names ...string) {
		for _, name := range names {
			if f := n.Field(name); f != nil {
				q.Fields = append(q.Fields, f)
			}
		}
	}
	add(p.noun, append([]string{"id", "sources", "flags"}, p.fields...)...)
	for _, w := range p.with {
		relation := p.noun.Relation(w.relation)
		q.With = append(q.With, relation)
		add(hub.NounNamed(relation.To), append([]string{"id"}, w.fields...)...)
	}
	return q
}

// read reads one noun.
func (c *check) read(p pass) error {
	c.leaves = false
	for row, err := range c.r.Rows(c.ctx, p.query()) {
		if err != nil {
			return err
		}
		if c.records%progressEvery == 0 && c.options.Progress != nil {
			c.options.Progress(p.noun, c.records)
		}
		c.records++
		c.fact(row.Record)
		if p.row != nil {
			p.row(c, row)
		}
	}
	if c.leaves {
		return c.leftOut(p.noun)
	}
	return nil
}

// fact applies the rules that hold for every noun: each fact has a source, and its
// flags may ask for something.
func (c *check) fact(r hub.Record) {
	if sources := r.Noun().Field("sources"); sources != nil && len(sources.List(r)) == 0 {
		c.raise(FactWithoutSource, Place{Record: r.Key()})
	}
	for _, flag := range flagsOf(r) {
		c.flag(r, flag)
	}
}

// flagsOf are the flags of a record.
func flagsOf(r hub.Record) []hub.Flag {
	flags, _ := r.Noun().Field("flags").Pointer(r).(*[]hub.Flag)
	if flags == nil {
		return nil
	}
	return *flags
}

// written is the value of a field as text; empty when it is missing.
func written(f *hub.Field, r hub.Record) string {
	switch p := f.Pointer(r).(type) {
	case *string:
		return f.Text(r)
	case **int:
		return optional(*p)
	case **hub.Money:
		return optional(*p)
	case **hub.Ratio:
		return optional(*p)
	}
	return strings.Join(f.List(r), " ")
}

func optional[T any](v *T) string {
	if v == nil {
		return ""
	}
	return fmt.Sprint(*v)
}
