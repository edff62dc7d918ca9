package quality

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"polehub/hub"
)

// whole is all of a capital.
const whole hub.Ratio = 1_000_000

func (c *check) pole(row hub.Row) {
	p := row.Record.(*hub.Pole)
	c.lives[p.ID] = p
	if p.StartedOn == "" {
		c.raise(PoleUndated, at(p, "startedOn"))
	}
}

// membership checks one membership, and remembers it.
func (c *check) membership(row hub.Row) {
	m := row.Record.(*hub.Membership)
	c.within(MembershipOutsideOrganisation, MembershipLeftOpen, m, row.With[0])
	c.within(MembershipOutsidePole, MembershipLeftOpen, m, row.With[1])
	if m.ValidFrom == "" {
		c.raise(MembershipUndated, at(m, "validFrom"))
	}
	key := memberKey{m.PoleID, m.OrganisationID}
	c.members[key] = append(c.members[key], m)
}

// overlaps raises memberships of one organisation in one circle of a pole that have
// days in common.
func (c *check) overlaps() error {
	for _, key := range c.memberKeys() {
		list := c.members[key]
		for i, a := range list {
			for _, b := range list[i+1:] {
				if a.Circle == b.Circle && overlap(a.Period, b.Period) {
					c.raise(MembershipsOverlap, at(a, "validFrom"), at(b, "validFrom"))
				}
			}
		}
	}
	return nil
}

func (c *check) memberKeys() []memberKey {
	return slices.SortedFunc(maps.Keys(c.members), func(a, b memberKey) int {
		return cmp.Or(cmp.Compare(a.pole, b.pole), cmp.Compare(a.organisation, b.organisation))
	})
}

// poles raises poles without members or, among those with some, without carrier.
func (c *check) poles() error {
	members := map[hub.ID]bool{}
	for _, key := range c.memberKeys() {
		members[key.pole] = true
		for _, m := range c.members[key] {
			if m.Circle == hub.CircleCarrier {
				c.carriers[key.pole] = append(c.carriers[key.pole], m)
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(c.lives)) {
		switch {
		case !members[id]:
			c.raise(PoleWithoutMembers, Place{Record: id})
		case c.carriers[id] == nil:
			c.raise(PoleWithoutCarrier, Place{Record: id})
		}
	}
	return nil
}

// role checks one role. Initiators and conveners come before a pole, evaluators stay
// after it; all others may begin before and end after it, but meet it.
func (c *check) role(row hub.Row) {
	r := row.Record.(*hub.Role)
	c.within(RoleOutsideOrganisation, RoleLeftOpen, r, row.With[0])
	switch r.Role {
	case hub.RoleInitiator, hub.RoleConvener, hub.RoleEvaluator:
	default:
		if places := conflict(r, row.With[1], true); places != nil {
			c.raise(RoleOutsidePole, places...)
		} else if isLeftOpen(r, row.With[1]) {
			c.raise(RoleLeftOpen, at(r, "validTo"), at(row.With[1], "endedOn"))
		}
	}
	if r.CapitalShare == nil && r.Seats == nil && r.SeatsTotal == nil {
		return
	}
	c.roles[r.PoleID] = append(c.roles[r.PoleID], r)
	if o, ok := row.With[0].(*hub.Organisation); ok && o.IsLocal() == hub.TriYes {
		c.local[r.OrganisationID] = true
	}
}

// shares raises, for each pole, the first day on which the capital or the seats that
// its roles state do not go together.
func (c *check) shares() error {
	for _, pole := range slices.Sorted(maps.Keys(c.roles)) {
		for _, rule := range []struct {
			code Code
			find func(pole hub.ID, day hub.Date, roles []*hub.Role) []Place
		}{{CapitalOverWhole, capitalOverWhole}, {CapitalOverCeiling, c.capitalOverCeiling}, {SeatsOverTotal, seatsOverTotal}, {SeatTotalsDiffer, seatTotalsDiffer}} {
			for day, roles := range states(c.roles[pole]) {
				if places := rule.find(pole, day, roles); places != nil {
					c.raise(rule.code, append(places, Place{Record: pole, Value: hub.Text(day)})...)
					break
				}
			}
		}
	}
	return nil
}

// states gives the roles in force on each day on which one begins, in order. A role
// without a start has been there always.
func states(roles []*hub.Role) iter.Seq2[hub.Date, []*hub.Role] {
	return func(yield func(hub.Date, []*hub.Role) bool) {
		var starts []hub.Date
		for _, r := range roles {
			starts = append(starts, r.ValidFrom)
		}
		slices.Sort(starts)
		for _, day := range slices.Compact(starts) {
			now := slices.DeleteFunc(slices.Clone(roles), func(r *hub.Role) bool { return !day.InForce(r.ValidFrom, r.ValidTo) })
			if !yield(day, now) {
				return
			}
		}
	}
}

// capitalOver finds the shares of capital that together are more than a limit.
func capitalOver(limit hub.Ratio, roles []*hub.Role) []Place {
	var places []Place
	var sum hub.Ratio
	for _, r := range roles {
		if r.Role == hub.RoleCapitalHolder && r.CapitalShare != nil {
			sum += *r.CapitalShare
			places = append(places, at(r, "capitalShare"))
		}
	}
	if sum <= limit {
		return nil
	}
	return places
}

func capitalOverWhole(_ hub.ID, _ hub.Date, roles []*hub.Role) []Place {
	return capitalOver(whole, roles)
}

// capitalOverCeiling finds the shares of local authorities that are more than half of
// a SCIC that carries the pole on the day.
func (c *check) capitalOverCeiling(pole hub.ID, day hub.Date, roles []*hub.Role) []Place {
	isSCIC := slices.ContainsFunc(c.carriers[pole], func(m *hub.Membership) bool {
		return day.InForce(m.ValidFrom, m.ValidTo) && c.isSCIC(m.OrganisationID, day)
	})
	if !isSCIC {
		return nil
	}
	return capitalOver(hub.SCICCeiling, slices.DeleteFunc(slices.Clone(roles), func(r *hub.Role) bool { return !c.local[r.OrganisationID] }))
}

// seatsOverTotal finds seats that together are more than the total that one of the
// roles states.
func seatsOverTotal(_ hub.ID, _ hub.Date, roles []*hub.Role) []Place {
	var places []Place
	sum, least := 0, -1
	for _, r := range seats(roles) {
		if r.Seats != nil {
			sum += *r.Seats
			places = append(places, at(r, "seats"))
		}
		if r.SeatsTotal != nil && (least < 0 || *r.SeatsTotal < least) {
			least = *r.SeatsTotal
		}
	}
	if least < 0 || sum <= least {
		return nil
	}
	return places
}

// seatTotalsDiffer finds different totals of seats.
func seatTotalsDiffer(_ hub.ID, _ hub.Date, roles []*hub.Role) []Place {
	var places []Place
	totals := map[int]bool{}
	for _, r := range seats(roles) {
		if r.SeatsTotal != nil {
			totals[*r.SeatsTotal] = true
			places = append(places, at(r, "seatsTotal"))
		}
	}
	if len(totals) < 2 {
		return nil
	}
	return places
}

func seats(roles []*hub.Role) []*hub.Role {
	return slices.DeleteFunc(slices.Clone(roles), func(r *hub.Role) bool { return r.Role != hub.RoleGovernanceSeat })
}
