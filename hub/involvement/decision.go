package involvement

import (
	"slices"

	"polehub/analysis"
	"polehub/hub"
)

// whole is all of a capital.
const whole hub.Ratio = 1_000_000

// Decision is the part of public actors in decisions on the last day of the time.
type Decision struct {
	Seats   Part // of the governance
	Votes   Part // of the members
	Capital CapitalPart
}

// Part is how much of something countable public actors hold.
type Part struct {
	// Held is theirs, Unclassed that of organisations of which nobody knows whether
	// they are public, Known that of all, as far as it is known.
	Held, Unclassed, Known int
	// Total is how much there is, when sources state it and agree.
	Total *int
	// Share is Held over Total, over Known where there is none and nothing is missing.
	Share *float64
	// Least and Most bound the share, whatever is unknown.
	Least, Most float64
	// Unknown is how many of the holders hold an unknown number, PublicUnknown how many
	// of them are public actors.
	Unknown, PublicUnknown int
	// Reason says why Share is nil: NO_FACTS when nothing is known, else INCOMPLETE.
	Reason analysis.Reason
}

// CapitalPart is how much of the capital public actors hold.
type CapitalPart struct {
	// Public is held by public actors, Local by local authorities among them, Known by
	// all holders, as far as it is known. Unclassed is held by organisations of which
	// nobody knows whether they are public, LocalUnclassed by those that may be local
	// authorities or bodies of theirs.
	Public, Local, Known, Unclassed, LocalUnclassed hub.Ratio
	// Least and Most bound the share of public actors, whatever is unknown.
	Least, Most float64
	// Unknown is how many holders hold an unknown share, PublicUnknown and LocalUnknown
	// how many of them are public actors and local authorities.
	Unknown, PublicUnknown, LocalUnknown int
	// Reason says that nobody is known to hold capital; the shares are 0 then.
	Reason analysis.Reason
	// Applies says whether the carrier is a SCIC, so that the ceiling holds.
	Applies hub.Tri
	// Over says whether local authorities hold more than the ceiling. What nobody is
	// known to hold may be theirs, unless roles were searched.
	Over hub.Tri
}

// Ceiling is that of a SCIC.
func (CapitalPart) Ceiling() hub.Ratio { return hub.SCICCeiling }

// DecisionOf is the part of public actors in decisions.
func DecisionOf(f *Facts) *Decision {
	return &Decision{Seats: seats(f), Votes: votes(f), Capital: capital(f)}
}

// holds adds what an organisation holds.
func (p *Part) holds(f *Facts, id hub.ID, number *int) {
	public, known := publicness(f.Organisation(id))
	switch {
	case number == nil:
		p.Unknown++
		if public {
			p.PublicUnknown++
		}
		return
	case public:
		p.Held += *number
	case !known:
		p.Unclassed += *number
	}
	p.Known += *number
}

// share completes the part. complete says that all holders are recorded.
func (p *Part) share(complete bool) {
	complete = complete && p.Unknown == 0
	of, theirs := p.Known, p.Held+p.Unclassed
	if p.Total != nil {
		of = *p.Total
		if !complete {
			theirs += of - p.Known
		}
	}
	switch {
	case of > 0 && (complete || p.Total != nil):
		p.Least, p.Most = float64(p.Held)/float64(of), float64(theirs)/float64(of)
	case !complete:
		p.Most = 1
	}
	switch {
	case of == 0 || p.Known == 0:
		p.Reason = analysis.NoFacts
	case p.PublicUnknown > 0, p.Total == nil && !complete:
		p.Reason = analysis.Incomplete
	default:
		p.Share = new(float64(p.Held) / float64(of))
	}
}

func seats(f *Facts) (p Part) {
	var totals []int
	for _, r := range f.held(hub.RoleGovernanceSeat) {
		p.holds(f, r.OrganisationID, r.Seats)
		if r.SeatsTotal != nil {
			totals = append(totals, *r.SeatsTotal)
		}
	}
	slices.Sort(totals)
	if totals = slices.Compact(totals); len(totals) == 1 && totals[0] >= p.Known {
		p.Total = &totals[0]
	}
	p.share(f.Searched(f.Day(), f.To, hub.CoversRoles))
	return p
}

// votes are those of the members of the day, of the latest membership that states
// them.
func votes(f *Facts) (p Part) {
	latest := map[hub.ID]*hub.Membership{}
	for _, m := range f.Memberships {
		have := latest[m.OrganisationID]
		if m.Belonging(f.Pole).During(f.Day(), f.To) && (have == nil || m.Votes != nil && (have.Votes == nil || m.ValidFrom >= have.ValidFrom)) {
			latest[m.OrganisationID] = m
		}
	}
	for id, m := range latest {
		p.holds(f, id, m.Votes)
	}
	p.share(p.Known > 0) // members are those recorded
	return p
}

func capital(f *Facts) (p CapitalPart) {
	holders := f.held(hub.RoleCapitalHolder)
	mayBeLocal := 0 // holders of an unknown share
	for _, r := range holders {
		public, known := publicness(f.Organisation(r.OrganisationID))
		local := f.isLocal(r.OrganisationID)
		if r.CapitalShare == nil {
			p.Unknown++
			p.PublicUnknown += one(public)
			p.LocalUnknown += one(local == hub.TriYes)
			mayBeLocal += one(local != hub.TriNo)
			continue
		}
		add := func(to *hub.Ratio, holds bool) {
			if holds {
				*to += *r.CapitalShare
			}
		}
		add(&p.Known, true)
		add(&p.Public, public)
		add(&p.Unclassed, !known)
		add(&p.Local, local == hub.TriYes)
		add(&p.LocalUnclassed, local == hub.TriUnknown)
	}
	if len(holders) == 0 {
		p.Reason = analysis.NoFacts
	}
	p.Applies = f.carrierIsSCIC()
	p.bound(f.Searched(f.Day(), f.To, hub.CoversRoles), mayBeLocal)
	return p
}

// bound tells what the part can be. What nobody is recorded to hold may be of anybody,
// unless roles were searched.
func (p *CapitalPart) bound(searched bool, mayBeLocal int) {
	rest := max(0, whole-p.Known)
	localRest := rest
	if searched && p.Unknown == 0 {
		rest = 0
	}
	if searched && mayBeLocal == 0 && p.Reason == "" {
		localRest = 0
	}
	share := func(r hub.Ratio) float64 { return float64(r) / float64(whole) }
	p.Least, p.Most = share(p.Public), share(p.Public+p.Unclassed+rest)
	switch {
	case p.Local > hub.SCICCeiling:
		p.Over = hub.TriYes
	case p.Local+p.LocalUnclassed+localRest <= hub.SCICCeiling:
		p.Over = hub.TriNo
	default:
		p.Over = hub.TriUnknown
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// held are the roles of a kind on the last day, by whoever plays them.
func (f *Facts) held(kind hub.RoleKind) []*hub.Role {
	var out []*hub.Role
	for _, r := range f.Roles {
		if r.Role == kind && r.During(f.Day(), f.To) {
			out = append(out, r)
		}
	}
	return out
}

// isLocal is that of an organisation; unknown for one that nobody named.
func (f *Facts) isLocal(id hub.ID) hub.Tri {
	if o := f.Organisation(id); o != nil {
		return o.IsLocal()
	}
	return hub.TriUnknown
}

// carriers are the organisations that carry the pole in the time, sorted.
func (f *Facts) carriers() []hub.ID {
	var out []hub.ID
	for _, m := range f.Memberships {
		if m.Circle == hub.CircleCarrier && m.Belonging(f.Pole).During(f.From, f.To) {
			out = append(out, m.OrganisationID)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// carrierIsSCIC reads the claims in force on the last day: yes when a carrier is
// said to be one, no when all are said to be none; unknown where sources disagree.
func (f *Facts) carrierIsSCIC() hub.Tri {
	carriers := f.carriers()
	answer := hub.TriNo
	if len(carriers) == 0 {
		answer = hub.TriUnknown
	}
	for _, id := range carriers {
		said := map[hub.Tri]bool{}
		for _, c := range f.Claims(id) {
			if c.Claim == hub.ClaimScic && c.During(f.Day(), f.To) {
				said[c.Value] = true
			}
		}
		switch {
		case said[hub.TriYes] && !said[hub.TriNo]:
			return hub.TriYes
		case !said[hub.TriNo] || said[hub.TriYes]:
			answer = hub.TriUnknown
		}
	}
	return answer
}
