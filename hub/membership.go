package hub

import "cmp"

// Membership is one interval during which an organisation belongs to a pole. An
// organisation that leaves and comes back has several.
type Membership struct {
	ID             ID
	PoleID         ID
	OrganisationID ID
	Circle         Circle
	// College is the governance college, when known.
	College Text
	Votes   *int
	Period
	Fact
}

// Belonging is the period of the membership in its pole: nobody belongs to a pole
// before it began, so an unknown start is that of the pole at the earliest.
func (r *Membership) Belonging(p *Pole) Period {
	return Period{ValidFrom: cmp.Or(r.ValidFrom, p.StartedOn), ValidTo: r.ValidTo}
}

// Key is the id.
func (r *Membership) Key() ID { return r.ID }

// Noun is the table of memberships.
func (r *Membership) Noun() *Noun { return MembershipNoun }

// IsNode marks the record as a GraphQL Node.
func (r *Membership) IsNode() {}

func membershipNoun() *Noun {
	n := &Noun{
		Name: "membership", Prefix: "membership", File: "memberships",
		New:   func() Record { return new(Membership) },
		Check: func(r Record) Errors { return checkPeriod(r.(*Membership).Period) },
		Fields: join([]*Field{
			idField(func(r *Membership) *ID { return &r.ID }),
			ref("poleId", "pole", func(r *Membership) *ID { return &r.PoleID }, required),
			ref("organisationId", "organisation", func(r *Membership) *ID { return &r.OrganisationID }, required),
			field("circle", TypeEnum, func(r *Membership) any { return (*string)(&r.Circle) }, required, sortable, codes(Circles)),
			field("college", TypeText, func(r *Membership) any { return (*string)(&r.College) }, long),
			field("votes", TypeInt, func(r *Membership) any { return &r.Votes }, sortable),
		}, periodFields(func(r *Membership) *Period { return &r.Period }), factFields(func(r *Membership) *Fact { return &r.Fact })),
	}
	return n.keyed("poleId", "organisationId", "validFrom")
}
