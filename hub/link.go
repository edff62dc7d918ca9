package hub

// Link says that an organisation (the child) is part of another (the parent): a
// unit of a group, or a member of a federation.
type Link struct {
	ID       ID
	ChildID  ID
	ParentID ID
	Kind     LinkKind
	Period
	Fact
}

// Key is the id.
func (r *Link) Key() ID { return r.ID }

// Noun is the table of links.
func (r *Link) Noun() *Noun { return LinkNoun }

// IsNode marks the record as a GraphQL Node.
func (r *Link) IsNode() {}

func linkNoun() *Noun {
	n := &Noun{
		Name: "link", Prefix: "link", File: "links",
		New:   func() Record { return new(Link) },
		Check: func(r Record) Errors { return r.(*Link).check() },
		Fields: join([]*Field{
			idField(func(r *Link) *ID { return &r.ID }),
			ref("childId", "organisation", func(r *Link) *ID { return &r.ChildID }, required),
			ref("parentId", "organisation", func(r *Link) *ID { return &r.ParentID }, required),
			field("kind", TypeEnum, func(r *Link) any { return (*string)(&r.Kind) }, codes(LinkKinds)),
		}, periodFields(func(r *Link) *Period { return &r.Period }), factFields(func(r *Link) *Fact { return &r.Fact })),
	}
	return n.keyed("childId", "parentId", "validFrom")
}

func (r *Link) check() Errors {
	errs := checkPeriod(r.Period)
	if r.ChildID == r.ParentID {
		errs = append(errs, Invalid("parentId", "%s is part of itself", r.ChildID))
	}
	return errs
}
