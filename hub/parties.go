package hub

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// partyCount is how many parties a contract has as signed.
type partyCount struct{ stated, known, unknown int }

func countParties(parties []*Party) (c partyCount) {
	known := map[ID]bool{}
	for _, p := range parties {
		switch {
		case p.Amendment != "":
			continue
		case p.OrganisationID == "":
			c.unknown++
		default:
			known[p.OrganisationID] = true
		}
		c.stated++
	}
	c.known = len(known)
	return c
}

// enough tells two organisations, or one and a party without an organisation.
func (c partyCount) enough() bool { return c.known >= 1 && c.known+c.unknown >= 2 }

// CheckParties holds the parties of a contract, as signed, against the rule that
// it takes two: two organisations at least, or one and a party without an
// organisation, which says that the other is unknown. No party at all is a
// contract whose parties are still to come. It is for those who state a whole
// contract; what imports find incomplete is kept.
func CheckParties(parties []*Party) Errors {
	c := countParties(parties)
	if c.stated == 0 || c.enough() {
		return nil
	}
	return Errors{Invalid("parties", "%d of %d parties are different organisations: name two, or one and a party without organisation when the other is unknown", c.known, c.stated)}
}

// RequireParties makes the update refuse to leave a contract that had its two
// parties with fewer (see CheckParties), or a party that came with an amendment
// without that amendment. It is for those who change facts one by one: imports
// keep what they find, and flag it.
func (b *Batch) RequireParties() { b.partiesRequired = true }

// contractParts are the parts of one contract before and after an update.
type contractParts struct {
	before, after []*Party
	amended       map[Text]ID // amendments before, by number
	amends        map[Text]bool
}

// checkParties applies RequireParties to the contracts whose parts change and
// that stay. Those that are new are not read.
func (b *Batch) checkParties(ctx context.Context, tx Reader, deletes []Record) error {
	if !b.partiesRequired {
		return nil
	}
	gone := map[ID]bool{}
	parts := map[ID]*contractParts{}
	touch := func(r Record) {
		if id := contractOf(r); id != "" && !gone[id] && parts[id] == nil {
			parts[id] = &contractParts{amended: map[Text]ID{}, amends: map[Text]bool{}}
		}
	}
	for _, r := range deletes {
		gone[r.Key()] = true
	}
	for _, r := range deletes {
		touch(r)
	}
	for _, id := range b.order {
		touch(b.puts[id])
		if before := b.read[id]; before != nil {
			touch(before)
		}
	}
	if err := b.readParts(ctx, tx, parts, gone); err != nil {
		return err
	}
	for _, id := range b.order {
		if r := b.puts[id]; !gone[id] && contractOf(r) != "" {
			parts[contractOf(r)].add(r)
		}
	}
	var errs Errors
	for _, id := range slices.Sorted(maps.Keys(parts)) {
		errs = append(errs, b.checkContract(id, parts[id])...)
	}
	if len(errs) > 0 {
		return errs
	}
	return nil
}

func contractOf(r Record) ID {
	switch r := r.(type) {
	case *Amendment:
		return r.ContractID
	case *Party:
		return r.ContractID
	}
	return ""
}

// add notes a part as the update leaves it.
func (c *contractParts) add(r Record) {
	switch r := r.(type) {
	case *Amendment:
		c.amends[Text(r.Number)] = true
	case *Party:
		c.after = append(c.after, r)
	}
}

// readParts reads the stored parts of contracts; those that neither go nor are
// replaced stay.
func (b *Batch) readParts(ctx context.Context, tx Reader, parts map[ID]*contractParts, gone map[ID]bool) error {
	stored := slices.DeleteFunc(slices.Sorted(maps.Keys(parts)), func(id ID) bool { return b.puts[id] != nil && b.read[id] == nil })
	if len(stored) == 0 {
		return nil
	}
	for _, n := range []*Noun{AmendmentNoun, PartyNoun} {
		for row, err := range tx.Rows(ctx, Query{Noun: n, Where: In(n.Field("contractId"), stored...)}) {
			if err != nil {
				return err
			}
			r := row.Record
			c := parts[contractOf(r)]
			switch r := r.(type) {
			case *Amendment:
				c.amended[Text(r.Number)] = r.ID
			case *Party:
				c.before = append(c.before, r)
			}
			if !gone[r.Key()] && b.puts[r.Key()] == nil {
				c.add(r)
			}
		}
	}
	return nil
}

// checkContract compares the parts of a contract before and after.
func (b *Batch) checkContract(id ID, c *contractParts) (errs Errors) {
	if before, after := countParties(c.before), countParties(c.after); before.enough() && !after.enough() {
		e := &Error{Code: WouldOrphan, Record: id, Field: "id"}
		if put, field := b.partyAtFault(id); put != "" {
			e = &Error{Code: BadUserInput, Record: put, Field: field}
		}
		e.Msg = fmt.Sprintf("%s would be left with %d of its %d parties, %d of them different organisations: delete the contract, or keep the party without organisation when it is not known", id, after.stated, before.stated, after.known)
		errs = append(errs, e)
	}
	left := map[Text][]string{}
	for _, p := range c.after {
		switch {
		case p.Amendment == "" || c.amends[p.Amendment]:
		case b.puts[p.ID] != nil:
			errs = append(errs, &Error{Code: NotFound, Record: p.ID, Field: "amendment", Msg: fmt.Sprintf("%s has no amendment %q", id, Clip(string(p.Amendment), 60))})
		case c.amended[p.Amendment] != "":
			left[p.Amendment] = append(left[p.Amendment], string(p.ID))
		}
	}
	for _, number := range slices.Sorted(maps.Keys(left)) {
		amendment, parties := c.amended[number], left[number]
		e := &Error{Code: WouldOrphan, Record: ID(parties[0]), Field: "id"}
		if b.puts[amendment] != nil {
			e = &Error{Code: BadUserInput, Record: amendment, Field: "number"}
		}
		e.Msg = fmt.Sprintf("%d contract_parties came with amendment %q of %s: %s", len(parties), number, id, strings.Join(parties[:min(len(parties), shownOrphans)], " "))
		errs = append(errs, e)
	}
	return errs
}

// partyAtFault is the first party of the batch that leaves the contract, or
// changes in it, and the field by which it does.
func (b *Batch) partyAtFault(contract ID) (ID, string) {
	for _, id := range b.order {
		before, _ := b.read[id].(*Party)
		after, ok := b.puts[id].(*Party)
		switch {
		case !ok || before == nil || before.ContractID != contract:
		case after.ContractID != contract:
			return id, "contractId"
		case after.Amendment != before.Amendment:
			return id, "amendment"
		case after.OrganisationID != before.OrganisationID:
			return id, "organisationId"
		}
	}
	return "", ""
}
