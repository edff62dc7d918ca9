package hub

import (
	"cmp"
	"slices"

	"polehub/analysis"
)

// inForceWhen matches records of n in force on the day of a projection, or on one
// of the days of its period.
func inForceWhen(n *Noun, p analysis.Projection) Filter {
	if p.AsOf != "" {
		return InForce(n, Date(p.AsOf))
	}
	return InForceBetween(n, Date(p.From), Date(p.To))
}

// InForceBetween matches records of n whose validity has a day in [from, to); an
// unknown end is open. n must have validFrom and validTo.
func InForceBetween(n *Noun, from, to Date) Filter {
	start, end := n.Field("validFrom"), n.Field("validTo")
	return And{
		Or{Missing(start), Compare(start, OpLt, string(to))},
		Or{Missing(end), Compare(end, OpGt, string(from))},
	}
}

// overlaps reports whether [from, to) has a day in the period; unknown ends are
// open.
func (p Period) overlaps(from, to Date) bool {
	return (p.ValidFrom == "" || p.ValidFrom < to) && (p.ValidTo == "" || p.ValidTo > from)
}

// membersOf are the memberships of a pole that count under a projection: those of
// the day, of any day of its period, or of organisations that were members on all
// of its days.
func (f *networkFacts) membersOf(pole ID, p analysis.Projection) []*Membership {
	from, to := Date(p.From), Date(p.To)
	if p.AsOf != "" {
		from, to = Date(p.AsOf), Date(p.AsOf).AddDays(1)
	}
	var there []*Membership
	intervals := map[ID][]Period{}
	for _, m := range f.members[pole] {
		if period := m.Belonging(f.poles[pole]); period.overlaps(from, to) {
			there = append(there, m)
			intervals[m.OrganisationID] = append(intervals[m.OrganisationID], period)
		}
	}
	if p.AsOf != "" || p.MembersIn != analysis.AllDays {
		return there
	}
	return slices.DeleteFunc(there, func(m *Membership) bool {
		joined := joinPeriods(intervals[m.OrganisationID])
		return len(joined) != 1 || joined[0].ValidFrom > from || joined[0].ValidTo != "" && joined[0].ValidTo < to
	})
}

// joinPeriods joins periods that overlap or touch, in order; unknown ends are open.
func joinPeriods(periods []Period) []Period {
	slices.SortFunc(periods, func(a, b Period) int { return cmp.Compare(a.ValidFrom, b.ValidFrom) })
	var out []Period
	for _, p := range periods {
		last := len(out) - 1
		switch {
		case last < 0 || out[last].ValidTo != "" && out[last].ValidTo < p.ValidFrom:
			out = append(out, p)
		case p.ValidTo == "" || out[last].ValidTo != "" && out[last].ValidTo < p.ValidTo:
			out[last].ValidTo = p.ValidTo
		}
	}
	return out
}
