package involvement

import "polehub/hub"

// decisionInputs are the public shares of seats, votes and capital on the last day.
func decisionInputs(f *Facts, t Thresholds) []*Input {
	d := DecisionOf(f)
	searched := f.Searched(f.Day(), f.To, hub.CoversRoles)
	least, most := d.Seats.limits(searched)
	seats := between(InputSeats, d.Seats.Share, least, most, t.Decision)
	least, most = d.Votes.limits(d.Votes.Known > 0) // members are those recorded
	votes := between(InputVotes, d.Votes.Share, least, most, t.Decision)
	least, most = d.Capital.limits(searched)
	capital := between(InputCapital, nil, least, most, t.Decision)
	if d.Capital.Reason == "" && d.Capital.PublicUnknown == 0 {
		capital.Value = &least
	}
	return []*Input{seats, votes, capital}
}

// limits are the least and the most that public actors can hold, whatever is unknown.
// complete says that no holder is missing.
func (p *Part) limits(complete bool) (least, most float64) {
	switch {
	case p.Total != nil && *p.Total > 0:
		theirs := p.Held + p.Unclassed
		if !complete || p.Unknown > 0 {
			theirs += *p.Total - p.Known
		}
		return float64(p.Held) / float64(*p.Total), float64(theirs) / float64(*p.Total)
	case !complete || p.Unknown > 0:
		return 0, 1
	case p.Known == 0:
		return 0, 0
	}
	return float64(p.Held) / float64(p.Known), float64(p.Held+p.Unclassed) / float64(p.Known)
}

// limits are the same of the capital. What nobody is recorded to hold may be theirs,
// unless roles were searched.
func (p *CapitalPart) limits(searched bool) (least, most float64) {
	share := func(r hub.Ratio) float64 { return float64(r) / float64(whole) }
	if searched && p.Unknown == 0 {
		return share(p.Public), share(p.Public)
	}
	return share(p.Public), share(p.Public + max(0, whole-p.Known))
}
