package involvement

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"polehub/hub"
)

// Region is how public authorities take part in several poles.
type Region struct {
	// From and To bound the time that was asked about, half open.
	From, To hub.Date
	Revision hub.Revision
	// Poles are all of them, sorted. Involved are those with a public actor, Without
	// those where none is recorded although roles and contracts were searched all the
	// time, Unknown those where none is recorded and nobody searched.
	Poles, Involved, Without, Unknown []hub.ID
	// Authorities are the public actors, each once, those of most poles first, then by
	// id.
	Authorities []*Authority

	joint *joint
}

// AskRegion answers for the poles that satisfy a filter, nil for all. The number of
// calls to the store does not depend on their number. More than MaxTogether poles are
// BadUserInput.
func AskRegion(ctx context.Context, h *hub.Hub, where hub.Filter, q Question) (*Region, error) {
	if err := q.check(); err != nil {
		return nil, err
	}
	var ids []hub.ID
	g := &Region{From: q.From, To: q.To}
	err := h.Store.View(ctx, func(r hub.Reader) (err error) {
		if g.Revision, err = r.Revision(ctx); err == nil {
			ids, err = hub.PolesWhere(ctx, r, where, MaxTogether)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	dossiers, err := h.Dossiers(ctx, ids)
	if err != nil {
		return nil, err
	}
	dossiers = slices.DeleteFunc(dossiers, func(d *hub.Dossier) bool { return d == nil }) // deleted meanwhile
	answers, err := Answers(ctx, dossiers, q)
	if err != nil {
		return nil, err
	}
	g.joint = newJoint(dossiers, q)
	for _, a := range answers {
		g.Revision = a.Revision
		g.Poles = append(g.Poles, a.PoleID)
		list := &g.Involved
		if len(a.Actors) == 0 {
			if list = &g.Unknown; a.facts.searched() {
				list = &g.Without
			}
		}
		*list = append(*list, a.PoleID)
	}
	g.Authorities = authorities(answers, g.joint)
	return g, nil
}

// searched reports whether a public actor that is not recorded is known to be absent.
func (f *Facts) searched() bool {
	return f.Searched(f.From, f.To, hub.CoversRoles) && f.Searched(f.From, f.To, hub.CoversContracts)
}

// AsOf is the day asked about; empty for a period.
func (g *Region) AsOf() hub.Date { return Question{From: g.From, To: g.To}.asOf() }

// Money is the money of all poles; a contract that concerns several counts once.
func (g *Region) Money() (*Money, error) { return g.joint.money() }

// Tally is how many public actors there are of a kind, and in how many poles.
type Tally struct {
	Tier               hub.PublicTier // empty when nobody stated it
	Role               *RoleKind      // nil when it does not matter
	Authorities, Poles int
}

// ByTier counts public actors by tier.
func (g *Region) ByTier() []*Tally {
	return tallies(g.Authorities, func(a *Authority, _ *Role) Tally { return Tally{Tier: a.Tier()} })
}

// ByRole counts them by role; one that has several counts in each.
func (g *Region) ByRole() []*Tally {
	return tallies(g.Authorities, func(_ *Authority, r *Role) Tally { return Tally{Role: new(r.Kind)} })
}

// ByTierAndRole counts them by both.
func (g *Region) ByTierAndRole() []*Tally {
	return tallies(g.Authorities, func(a *Authority, r *Role) Tally { return Tally{Tier: a.Tier(), Role: new(r.Kind)} })
}

// tallies counts by what class says of a role, by tier, then by role.
func tallies(all []*Authority, class func(*Authority, *Role) Tally) []*Tally {
	type key struct {
		tier hub.PublicTier
		role RoleKind
	}
	type seen struct {
		tally              Tally
		authorities, poles map[hub.ID]bool
	}
	found := map[key]*seen{}
	for _, a := range all {
		for _, p := range a.Poles {
			for _, r := range p.Roles {
				t := class(a, r)
				k := key{tier: t.Tier}
				if t.Role != nil {
					k.role = *t.Role
				}
				if found[k] == nil {
					found[k] = &seen{t, map[hub.ID]bool{}, map[hub.ID]bool{}}
				}
				found[k].authorities[a.Organisation.ID] = true
				found[k].poles[p.Pole.ID] = true
			}
		}
	}
	keys := slices.SortedFunc(maps.Keys(found), func(a, b key) int {
		return cmp.Or(compareTiers(a.tier, b.tier), cmp.Compare(a.role, b.role))
	})
	out := make([]*Tally, len(keys))
	for i, k := range keys {
		s := found[k]
		s.tally.Authorities, s.tally.Poles = len(s.authorities), len(s.poles)
		out[i] = &s.tally
	}
	return out
}
