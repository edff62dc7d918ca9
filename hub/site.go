package hub

// Site is a place of a pole. Being on one site is tenancy, not membership, and
// no tie.
type Site struct {
	ID        ID
	PoleID    ID
	Name      string
	Address   Text
	Commune   Text
	Latitude  *float64
	Longitude *float64
	// Shared tells whether several organisations use it.
	Shared Tri
	Period
	Fact
}

// Key is the id.
func (r *Site) Key() ID { return r.ID }

// Noun is the table of sites.
func (r *Site) Noun() *Noun { return SiteNoun }

// IsNode marks the record as a GraphQL Node.
func (r *Site) IsNode() {}

func siteNoun() *Noun {
	n := &Noun{
		Name: "site", Prefix: "site", File: "sites",
		New: func() Record { return new(Site) },
		Check: func(r Record) Errors {
			return append(checkPeriod(r.(*Site).Period), checkCommune("commune", string(r.(*Site).Commune))...)
		},
		Fields: join([]*Field{
			idField(func(r *Site) *ID { return &r.ID }),
			ref("poleId", "pole", func(r *Site) *ID { return &r.PoleID }, required, part),
			field("name", TypeText, func(r *Site) any { return &r.Name }, required, named),
			field("address", TypeText, func(r *Site) any { return (*string)(&r.Address) }, long),
			field("commune", TypeText, func(r *Site) any { return (*string)(&r.Commune) }, sortable),
			field("latitude", TypeFloat, func(r *Site) any { return &r.Latitude }),
			field("longitude", TypeFloat, func(r *Site) any { return &r.Longitude }),
			field("shared", TypeEnum, func(r *Site) any { return (*string)(&r.Shared) }, codes(Tris)),
		}, periodFields(func(r *Site) *Period { return &r.Period }), factFields(func(r *Site) *Fact { return &r.Fact })),
	}
	return n.keyed("poleId", "name", "validFrom")
}
