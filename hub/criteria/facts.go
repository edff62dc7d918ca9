package criteria

import (
	"cmp"
	"maps"
	"slices"

	"polehub/analysis"
	"polehub/hub"
)

// Facts are what rules read about one pole: its dossier, seen at a time, with
// what follows from it. Rules do not change it.
type Facts struct {
	*hub.Dossier
	// From and To bound the time asked about, half open: a day is one day long.
	From, To hub.Date
	Members  []*Member // those of the time, by id of the organisation
	Deals    []*Deal   // the contracts of the time, by id
	// Joint are the ties of the time between two of its members. One without an end
	// is of the time until its horizon, as in the network: see [hub.Dossier.Standing].
	Joint []*hub.Tie
	// Network is that of cooperation; nil for grids without a rule on it.
	Network *cohesion
	// Collapsed says that the organisations of one group count once.
	Collapsed bool

	signed map[hub.ID][]*Deal // by member
}

// Member is an organisation that belongs to the pole at the time asked about.
type Member struct {
	*hub.Organisation
	Memberships []*hub.Membership // of the time
	Carrier     bool
	ESS         hub.ESSStatus
	Claims      []*hub.Claim // in force
	// Since is since when it belongs without a gap; empty when that is unknown.
	Since hub.Date
	// Group is the smallest id among the members of its group; its own without one.
	Group hub.ID
}

// Deal is a contract as it stood at the end of the time asked about.
type Deal struct {
	*hub.Agreement
	From, To hub.Date // when it is in force; empty is unknown or open
	Parties  []*hub.Party
	Members  []hub.ID // the parties that are members, sorted, each once
}

func memberID(m *Member) hub.ID { return m.ID }
func dealID(d *Deal) hub.ID     { return d.Contract.ID }

// newFacts looks at a dossier at a time.
func newFacts(d *hub.Dossier, q Question) *Facts {
	f := &Facts{Dossier: d, From: q.From, To: q.To, Collapsed: q.Collapse, signed: map[hub.ID][]*Deal{}}
	f.members()
	f.deals()
	for _, t := range d.Ties {
		if f.member(t.FromID) != nil && f.member(t.ToID) != nil && d.Standing(t, f.From, f.To) == analysis.InForce {
			f.Joint = append(f.Joint, t)
		}
	}
	return f
}

// day is the last day of the time asked about.
func (f *Facts) day() hub.Date { return f.To.AddDays(-1) }

// during reports whether a fact with this validity was in force at the time
// asked about; an unknown end is open.
func (f *Facts) during(from, to hub.Date) bool {
	return (from == "" || from < f.To) && (to == "" || f.From < to)
}

// members finds who belongs to the pole, since when, and in which group.
func (f *Facts) members() {
	byID := map[hub.ID]*Member{}
	for _, m := range f.Memberships {
		o := f.Organisation(m.OrganisationID)
		if o == nil || !m.Belonging(f.Pole).During(f.From, f.To) {
			continue
		}
		member := byID[o.ID]
		if member == nil {
			member = &Member{Organisation: o, ESS: hub.ESSOn(o, f.Claims(o.ID), f.day()), Group: o.ID}
			for _, c := range f.Claims(o.ID) {
				if f.during(c.ValidFrom, c.ValidTo) {
					member.Claims = append(member.Claims, c)
				}
			}
			byID[o.ID] = member
			f.Members = append(f.Members, member)
		}
		member.Memberships = append(member.Memberships, m)
		member.Carrier = member.Carrier || m.Circle == hub.CircleCarrier
	}
	slices.SortFunc(f.Members, func(a, b *Member) int { return cmp.Compare(a.ID, b.ID) })
	for _, m := range f.Members {
		m.Since = f.since(m)
	}
	for id, head := range f.GroupHeads(slices.Collect(maps.Keys(byID)), f.From, f.To) {
		byID[id].Group = head
	}
}

// since follows the memberships of an organisation back from the last one of the
// time asked about, over those that touch.
func (f *Facts) since(m *Member) hub.Date {
	var start hub.Date
	for _, s := range m.Memberships {
		start = max(start, s.ValidFrom)
	}
	for again := true; again; {
		again = false
		for _, s := range f.Memberships {
			if s.OrganisationID == m.ID && s.ValidFrom < start && (s.ValidTo == "" || s.ValidTo >= start) {
				start, again = s.ValidFrom, true
			}
		}
	}
	return start
}

// groups are the members that stand for their groups.
func (f *Facts) groups() []*Member {
	var heads []*Member
	for _, m := range f.Members {
		if m.Group == m.ID {
			heads = append(heads, m)
		}
	}
	return heads
}

// counted are the members, or one for each group when groups count once.
func (f *Facts) counted() []*Member {
	if f.Collapsed {
		return f.groups()
	}
	return f.Members
}

// member finds a member by its id; nil for others.
func (f *Facts) member(id hub.ID) *Member {
	i, ok := slices.BinarySearchFunc(f.Members, id, func(m *Member, id hub.ID) int { return cmp.Compare(m.ID, id) })
	if !ok {
		return nil
	}
	return f.Members[i]
}

// carriers are the members that carry the pole.
func (f *Facts) carriers() []*Member {
	var carriers []*Member
	for _, m := range f.Members {
		if m.Carrier {
			carriers = append(carriers, m)
		}
	}
	return carriers
}

// deals takes every contract that ever was in force by the end of the time
// asked about, with its parties of then. Rules choose by its period.
func (f *Facts) deals() {
	day := f.day()
	for _, a := range f.Agreements {
		from, to, ok := a.Period(day)
		if !ok || from != "" && from >= f.To {
			continue
		}
		d := &Deal{Agreement: a, From: from, To: to, Parties: a.Parties(day)}
		for _, p := range d.Parties {
			if f.member(p.OrganisationID) != nil && !slices.Contains(d.Members, p.OrganisationID) {
				d.Members = append(d.Members, p.OrganisationID)
			}
		}
		slices.Sort(d.Members)
		f.Deals = append(f.Deals, d)
		for _, id := range d.Members {
			f.signed[id] = append(f.signed[id], d)
		}
	}
}

// tally counts members by whether they have a property. When groups count once,
// a group has what one of its members has.
func (f *Facts) tally(members []*Member, has func(*Member) tri) count {
	best := map[hub.ID]tri{}
	for _, m := range members {
		id := m.countedAs(f)
		if t, ok := best[id]; ok {
			best[id] = or(t, has(m))
		} else {
			best[id] = has(m)
		}
	}
	return of(slices.Sorted(maps.Keys(best)), func(id hub.ID) hub.ID { return id }, func(id hub.ID) tri { return best[id] })
}
