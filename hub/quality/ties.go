package quality

import (
	"slices"

	"polehub/hub"
)

// observation remembers who asks for ties: only then is a roster needed.
func (c *check) observation(row hub.Row) {
	o := row.Record.(*hub.Observation)
	if o.ObservedFrom == "" {
		c.raise(ObservationUndated, at(o, "observedFrom"))
	}
	if slices.Contains(o.Covers, hub.CoversTies) {
		c.asking = append(c.asking, o.ID)
	}
}

// rosterEntry remembers who was asked, and who answered.
func (c *check) rosterEntry(row hub.Row) {
	e := row.Record.(*hub.RosterEntry)
	c.rosters[e.ObservationID] = true
	if e.Responded == hub.TriYes {
		c.answered[rosterKey{e.ObservationID, e.OrganisationID}] = true
	}
}

// unasked raises searches for ties that asked nobody.
func (c *check) unasked() error {
	for _, id := range c.asking {
		if !c.rosters[id] {
			c.raise(ObservationWithoutRoster, Place{Record: id})
		}
	}
	return nil
}

// tie checks one tie. A rating of trust is the truster's alone.
func (c *check) tie(row hub.Row) {
	t := row.Record.(*hub.Tie)
	for _, end := range row.With {
		c.within(TieOutsideOrganisation, TieLeftOpen, t, end)
	}
	if t.Type != hub.TieTrust && len(t.ClaimedBy) == 1 && t.ClaimedBy[0] != hub.ByDocument &&
		c.answered[rosterKey{t.ObservationID, t.FromID}] && c.answered[rosterKey{t.ObservationID, t.ToID}] {
		c.raise(TieOneSided, at(t, "claimedBy"), at(t, "observationId"))
	}
}

func (c *check) document(row hub.Row) {
	if d := row.Record.(*hub.Document); d.Dated == "" {
		c.raise(DocumentUndated, at(d, "dated"))
	}
}
