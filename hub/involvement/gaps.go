package involvement

import (
	"maps"
	"slices"

	"polehub/hub"
	"polehub/hub/criteria"
)

// Gaps are what is not known, or not for sure, about the part that public actors
// take: facts to find out, by code.
func (a *Answer) Gaps() ([]criteria.Gap, error) {
	f := a.facts
	g := gapList{}
	for code, missing := range map[criteria.GapCode]bool{
		criteria.GapMembers:   len(f.Memberships) == 0,
		criteria.GapCarrier:   len(f.Memberships) > 0 && len(f.carriers()) == 0,
		criteria.GapRoles:     !f.Searched(f.From, f.To, hub.CoversRoles),
		criteria.GapContracts: !f.Searched(f.From, f.To, hub.CoversContracts),
	} {
		if missing {
			g[code] = nil
		}
	}
	a.actorGaps(g)
	f.unclassedGaps(g)
	if err := f.contractGaps(g); err != nil {
		return nil, err
	}
	gaps := []criteria.Gap{}
	for _, code := range slices.Sorted(maps.Keys(g)) {
		slices.Sort(g[code])
		gaps = append(gaps, criteria.Gap{Code: code, About: slices.Compact(g[code])})
	}
	return gaps, nil
}

// gapList is what is missing, by code.
type gapList map[criteria.GapCode][]hub.ID

func (g gapList) add(missing bool, code criteria.GapCode, about hub.ID) {
	if missing {
		g[code] = append(g[code], about)
	}
}

// actorGaps is what is missing of who takes part.
func (a *Answer) actorGaps(g gapList) {
	for _, actor := range a.Actors {
		g.add(actor.Tier() == "", criteria.GapPublicTier, actor.Organisation.ID)
		for _, r := range actor.Roles {
			for _, fact := range r.Facts {
				g.add(r.ValidFrom == "" && !r.Derived, criteria.GapRoleSince, fact.Key())
			}
			id := r.Facts[0].Key()
			g.add(r.Kind == RoleKind(hub.RoleGovernanceSeat) && (r.Seats == nil || r.SeatsTotal == nil), criteria.GapSeats, id)
			g.add(r.Kind == RoleKind(hub.RoleCapitalHolder) && r.CapitalShare == nil, criteria.GapCapitalShare, id)
		}
	}
	for _, m := range a.facts.Memberships {
		g.add(m.Votes == nil && m.Belonging(a.facts.Pole).During(a.From, a.To) && a.facts.isPublic(m.OrganisationID), criteria.GapVotes, m.OrganisationID)
	}
}

// unclassedGaps are the members and holders of roles of whom nobody knows whether
// they are public actors.
func (f *Facts) unclassedGaps(g gapList) {
	for _, m := range f.Memberships {
		g.add(m.Belonging(f.Pole).During(f.From, f.To) && f.isUnclassed(m.OrganisationID), criteria.GapPublicness, m.OrganisationID)
	}
	for _, r := range f.Roles {
		g.add(r.During(f.From, f.To) && f.isUnclassed(r.OrganisationID), criteria.GapPublicness, r.OrganisationID)
	}
}

// isUnclassed reports whether nobody knows if an organisation is a public actor.
func (f *Facts) isUnclassed(id hub.ID) bool {
	_, known := publicness(f.Organisation(id))
	return !known && id != ""
}

// contractGaps is what is missing of contracts between members and public actors, or
// payers who may be.
func (f *Facts) contractGaps(g gapList) error {
	l, err := f.Ledger()
	if err != nil {
		return err
	}
	for flow := range l.Flows() {
		payer, payee := hub.ID(flow.From), hub.ID(flow.To)
		g.add(l.IsMember(flow.To) && f.isUnclassed(payer), criteria.GapPublicness, payer)
		between := l.IsMember(flow.To) && f.isPublic(payer) || l.IsMember(flow.From) && f.isPublic(payee)
		g.add(between && !flow.Known, criteria.GapAmount, hub.ID(flow.Agreement))
	}
	day := f.Day()
	for _, a := range f.Agreements {
		from, to, ok := a.Period(day)
		if !ok || from != "" || to != "" && to <= f.From {
			continue
		}
		parties := a.Parties(day)
		member := func(p *hub.Party) bool { return l.IsMember(string(p.OrganisationID)) }
		public := func(p *hub.Party) bool { return f.isPublic(p.OrganisationID) }
		g.add(slices.ContainsFunc(parties, member) && slices.ContainsFunc(parties, public), criteria.GapContractStart, a.Contract.ID)
	}
	return nil
}

// Notes are remarks on the pole at the time asked about, sorted.
func (a *Answer) Notes() []criteria.Note {
	f := a.facts
	notes := []criteria.Note{}
	switch {
	case f.Pole.EndedOn != "" && f.Pole.EndedOn <= f.From:
		notes = append(notes, criteria.NoteEnded)
	case f.Pole.StartedOn != "" && f.Pole.StartedOn >= f.To:
		notes = append(notes, criteria.NoteNotStarted)
	}
	if !slices.ContainsFunc(f.Memberships, func(m *hub.Membership) bool { return m.Belonging(f.Pole).During(f.From, f.To) }) {
		notes = append(notes, criteria.NoteNoMembers)
	}
	if len(f.carriers()) == 0 {
		notes = append(notes, criteria.NoteNoCarrier)
	}
	slices.Sort(notes)
	return notes
}
