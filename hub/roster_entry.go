package hub

// RosterEntry is an organisation that an observation asked about, and whether it
// answered.
type RosterEntry struct {
	ID             ID
	ObservationID  ID
	OrganisationID ID
	Responded      Tri
	Fact
}

// Key is the id.
func (r *RosterEntry) Key() ID { return r.ID }

// Noun is the table of roster.
func (r *RosterEntry) Noun() *Noun { return RosterEntryNoun }

// IsNode marks the record as a GraphQL Node.
func (r *RosterEntry) IsNode() {}

func rosterEntryNoun() *Noun {
	n := &Noun{
		Name: "rosterEntry", Prefix: "roster", File: "roster",
		New: func() Record { return new(RosterEntry) },
		Fields: join([]*Field{
			idField(func(r *RosterEntry) *ID { return &r.ID }),
			ref("observationId", "observation", func(r *RosterEntry) *ID { return &r.ObservationID }, required, part),
			ref("organisationId", "organisation", func(r *RosterEntry) *ID { return &r.OrganisationID }, required),
			field("responded", TypeEnum, func(r *RosterEntry) any { return (*string)(&r.Responded) }, required, codes(Tris)),
		}, factFields(func(r *RosterEntry) *Fact { return &r.Fact })),
	}
	return n.keyed("observationId", "organisationId")
}
