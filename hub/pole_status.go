package hub

// PoleStatus is a status claimed for a pole, dated and sourced. There is no
// permanent public label of a pole, so there is no field for one.
type PoleStatus struct {
	ID     ID
	PoleID ID
	Status StatusKind
	Label  Text
	Period
	Fact
}

// Key is the id.
func (r *PoleStatus) Key() ID { return r.ID }

// Noun is the table of pole statuses.
func (r *PoleStatus) Noun() *Noun { return PoleStatusNoun }

// IsNode marks the record as a GraphQL Node.
func (r *PoleStatus) IsNode() {}

func poleStatusNoun() *Noun {
	n := &Noun{
		Name: "poleStatus", Prefix: "status", File: "pole_statuses",
		New:   func() Record { return new(PoleStatus) },
		Check: func(r Record) Errors { return checkPeriod(r.(*PoleStatus).Period) },
		Fields: join([]*Field{
			idField(func(r *PoleStatus) *ID { return &r.ID }),
			ref("poleId", "pole", func(r *PoleStatus) *ID { return &r.PoleID }, required, part),
			field("status", TypeEnum, func(r *PoleStatus) any { return (*string)(&r.Status) }, required, sortable, codes(StatusKinds)),
			field("label", TypeText, func(r *PoleStatus) any { return (*string)(&r.Label) }, long),
		}, periodFields(func(r *PoleStatus) *Period { return &r.Period }), factFields(func(r *PoleStatus) *Fact { return &r.Fact })),
	}
	return n.keyed("poleId", "status", "validFrom")
}
