package involvement

import (
	"cmp"
	"slices"

	"polehub/hub"
)

// RoleKind is what a public actor does: one of the kinds of hub.RoleKind, or
// Member.
type RoleKind string

// Member is belonging to the pole, which is no role that anybody records.
const Member RoleKind = "MEMBER"

// Actor is a public actor with what it does for a pole.
type Actor struct {
	Organisation *hub.Organisation
	// Since is the first known day of its roles; empty when none has a known one.
	Since hub.Date
	// Roles are by kind, then since when, then by the facts behind them.
	Roles []*Role
	// Paid is what members receive from it by contracts of the time.
	Paid Sum
}

// Tier is its level of government; empty when nobody stated it.
func (a *Actor) Tier() hub.PublicTier { return a.Organisation.PublicTier }

// Role is one thing that a public actor does: a membership or a role that sources
// state, or what follows from contracts with members, one for each kind.
type Role struct {
	Kind RoleKind
	// Circle is that of a membership; empty for others.
	Circle hub.Circle
	// Basis is empty for a membership.
	Basis hub.RoleBasis
	// Derived says that no source states the role: contracts show it.
	Derived bool
	// Period of several contracts is from the first day to the last; an empty start
	// is unknown, an empty end unknown or open.
	hub.Period
	Seats, SeatsTotal *int         // of a governance seat, when stated
	Votes             *int         // of a membership, when stated
	CapitalShare      *hub.Ratio   // when stated
	Amount            *hub.Money   // stated with the role; contracts have theirs
	Currency          hub.Text     // of the amount
	Facts             []hub.Record // the membership, the role or the contracts; by id

	actor *hub.Organisation
	holds hub.Period // when it is taken to hold; unknown ends are open
}

// FactIDs are the records behind the role, sorted.
func (r *Role) FactIDs() []hub.ID {
	ids := make([]hub.ID, len(r.Facts))
	for i, f := range r.Facts {
		ids[i] = f.Key()
	}
	return ids
}

// Actors are the public actors of the time, in the order of Answer.Actors.
func Actors(f *Facts) []*Actor {
	return actorsOf(slices.DeleteFunc(roles(f), func(r *Role) bool { return !r.holds.During(f.From, f.To) }))
}

// actorsOf gathers roles by who plays them.
func actorsOf(roles []*Role) []*Actor {
	byID := map[hub.ID]*Actor{}
	actors := []*Actor{}
	for _, r := range roles {
		a := byID[r.actor.ID]
		if a == nil {
			a = &Actor{Organisation: r.actor}
			byID[r.actor.ID] = a
			actors = append(actors, a)
		}
		a.add(r)
	}
	for _, a := range actors {
		slices.SortStableFunc(a.Roles, func(x, y *Role) int {
			return cmp.Or(cmp.Compare(x.Kind, y.Kind), cmp.Compare(x.ValidFrom, y.ValidFrom))
		})
	}
	slices.SortFunc(actors, func(a, b *Actor) int {
		return cmp.Or(compareKnown(a.Since, b.Since), cmp.Compare(a.Organisation.ID, b.Organisation.ID))
	})
	return actors
}

// add joins what several contracts show.
func (a *Actor) add(r *Role) {
	a.Since = earliest(a.Since, r.ValidFrom)
	i := slices.IndexFunc(a.Roles, func(have *Role) bool { return have.Derived && r.Derived && have.Kind == r.Kind })
	if i < 0 {
		a.Roles = append(a.Roles, r)
		return
	}
	have := a.Roles[i]
	have.Period = hub.Period{ValidFrom: earliest(have.ValidFrom, r.ValidFrom), ValidTo: latest(have.ValidTo, r.ValidTo)}
	have.Facts = append(have.Facts, r.Facts...)
}

// roles are those of public actors of all times: as members, as sources state
// them, and one for each contract that shows one on the last day of the time.
func roles(f *Facts) []*Role {
	out := []*Role{}
	for _, m := range f.Memberships {
		if f.isPublic(m.OrganisationID) {
			out = append(out, &Role{Kind: Member, Circle: m.Circle, Period: m.Period, holds: m.Belonging(f.Pole), Votes: m.Votes, Facts: []hub.Record{m}, actor: f.Organisation(m.OrganisationID)})
		}
	}
	for _, r := range f.Roles {
		if f.isPublic(r.OrganisationID) {
			out = append(out, &Role{
				Kind: RoleKind(r.Role), Basis: r.Basis, Period: r.Period, holds: r.Period, Seats: r.Seats, SeatsTotal: r.SeatsTotal,
				CapitalShare: r.CapitalShare, Amount: r.Amount, Currency: r.Currency, Facts: []hub.Record{r}, actor: f.Organisation(r.OrganisationID),
			})
		}
	}
	for _, r := range f.ContractRoles(f.Day()) {
		if f.isPublic(r.OrganisationID) {
			shown := r.Period
			if r.Undated {
				shown.ValidFrom = ""
			}
			out = append(out, &Role{
				Kind: RoleKind(r.Role), Basis: hub.RoleBasisContract, Derived: true, Period: shown, holds: r.Period,
				Facts: []hub.Record{r.Agreement.Contract}, actor: f.Organisation(r.OrganisationID),
			})
		}
	}
	return out
}

// Entry is how public actors came in.
type Entry struct {
	// Since is the first known day of any role; empty when no role has a known one.
	Since hub.Date
	// Actors are who came in on that day, with the roles that began then; those with
	// roles of unknown start when no start is known.
	Actors []*Actor
	// Undated are the facts of roles whose start is unknown, which may be earlier;
	// sorted.
	Undated []hub.ID
	// Reason says why Since is empty.
	Reason Reason
}

// Reason says why something has no value.
type Reason string

// The reasons.
const (
	NoPublicActor Reason = "NO_PUBLIC_ACTOR" // none is recorded
	NoDates       Reason = "NO_DATES"        // nobody stated when
)

// First is how public actors came in, at any time that facts tell, also after the
// time asked about.
func First(f *Facts) *Entry {
	all := roles(f)
	e := &Entry{}
	for _, r := range all {
		e.Since = earliest(e.Since, r.ValidFrom)
		if r.ValidFrom == "" {
			e.Undated = append(e.Undated, r.FactIDs()...)
		}
	}
	slices.Sort(e.Undated)
	e.Undated = slices.Compact(e.Undated)
	e.Actors = actorsOf(slices.DeleteFunc(all, func(r *Role) bool { return r.ValidFrom != e.Since }))
	switch {
	case len(e.Actors) == 0:
		e.Reason = NoPublicActor
	case e.Since == "":
		e.Reason = NoDates
	}
	return e
}

// earliest is the earlier of two days, the known one of a known and an unknown.
func earliest(a, b hub.Date) hub.Date {
	if compareKnown(b, a) < 0 {
		return b
	}
	return a
}

// latest is the later of two ends; an unknown one is open.
func latest(a, b hub.Date) hub.Date {
	if a == "" || b == "" {
		return ""
	}
	return max(a, b)
}

// compareKnown orders days, unknown ones last.
func compareKnown(a, b hub.Date) int {
	if (a == "") != (b == "") {
		return -cmp.Compare(a, b)
	}
	return cmp.Compare(a, b)
}
