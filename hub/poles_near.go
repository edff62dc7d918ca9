package hub

import (
	"context"
	"maps"
	"slices"
)

// PolesNear gives the poles that organisations belong to, have a role in, or share a
// contract with a member of, at any time; by id, none twice. The number of calls to
// the store does not depend on the number of organisations.
func PolesNear(ctx context.Context, r Reader, organisations []ID) (map[ID][]ID, error) {
	near := map[ID]map[ID]bool{}
	add := func(organisation, pole ID) {
		if near[organisation] == nil {
			near[organisation] = map[ID]bool{}
		}
		near[organisation][pole] = true
	}
	err := eachRow(ctx, r, Query{Noun: RoleNoun, Where: In(RoleNoun.Field("organisationId"), organisations...)}, func(row Row) {
		role := row.Record.(*Role)
		add(role.OrganisationID, role.PoleID)
	})
	if err != nil {
		return nil, err
	}
	signed, err := grouped(ctx, r, Query{Noun: PartyNoun, Where: In(PartyNoun.Field("organisationId"), organisations...)},
		func(p *Party) ID { return p.ContractID })
	if err != nil {
		return nil, err
	}
	partners := map[ID]map[ID]bool{} // of who asks, by partner
	know := func(partner, organisation ID) {
		if partners[partner] == nil {
			partners[partner] = map[ID]bool{}
		}
		partners[partner][organisation] = true
	}
	for _, o := range organisations {
		know(o, o)
	}
	err = eachRow(ctx, r, Query{Noun: PartyNoun, Where: In(PartyNoun.Field("contractId"), slices.Sorted(maps.Keys(signed))...)}, func(row Row) {
		p := row.Record.(*Party)
		if p.OrganisationID == "" {
			return
		}
		for _, own := range signed[p.ContractID] {
			know(p.OrganisationID, own.OrganisationID)
		}
	})
	if err != nil {
		return nil, err
	}
	err = eachRow(ctx, r, Query{Noun: MembershipNoun, Where: In(MembershipNoun.Field("organisationId"), slices.Sorted(maps.Keys(partners))...)}, func(row Row) {
		m := row.Record.(*Membership)
		for organisation := range partners[m.OrganisationID] {
			add(organisation, m.PoleID)
		}
	})
	out := make(map[ID][]ID, len(near))
	for organisation, poles := range near {
		out[organisation] = slices.Sorted(maps.Keys(poles))
	}
	return out, err
}

// PolesWhere gives the ids of the poles that satisfy a filter, nil for all, sorted;
// BadUserInput naming "where" when there are more than most.
func PolesWhere(ctx context.Context, r Reader, where Filter, most int) ([]ID, error) {
	var ids []ID
	err := eachRow(ctx, r, Query{Noun: PoleNoun, Where: where, Limit: most + 1, Fields: fieldsNamed(PoleNoun)}, func(row Row) {
		ids = append(ids, row.Record.Key())
	})
	if err == nil && len(ids) > most {
		err = Invalid("where", "more than %d poles satisfy it: at most %d are looked at together", most, most)
	}
	return ids, err
}
