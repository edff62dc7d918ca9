package hub

// Assessment is a dated human judgement on one criterion of one grid.
type Assessment struct {
	ID                   ID
	PoleID               ID
	Grid                 string
	Criterion            string
	Verdict              Verdict
	Reasons              Text
	AuthorOrganisationID ID
	// Author names the author when it is no organisation of the hub.
	Author Text
	Dated  Date
	Fact
}

// Key is the id.
func (r *Assessment) Key() ID { return r.ID }

// Noun is the table of assessments.
func (r *Assessment) Noun() *Noun { return AssessmentNoun }

// IsNode marks the record as a GraphQL Node.
func (r *Assessment) IsNode() {}

func assessmentNoun() *Noun {
	n := &Noun{
		Name: "assessment", Prefix: "assessment", File: "assessments",
		New:   func() Record { return new(Assessment) },
		Check: func(r Record) Errors { return r.(*Assessment).check() },
		Fields: join([]*Field{
			idField(func(r *Assessment) *ID { return &r.ID }),
			ref("poleId", "pole", func(r *Assessment) *ID { return &r.PoleID }, required),
			field("grid", TypeText, func(r *Assessment) any { return &r.Grid }, required, sortable),
			field("criterion", TypeText, func(r *Assessment) any { return &r.Criterion }, required, sortable),
			field("verdict", TypeEnum, func(r *Assessment) any { return (*string)(&r.Verdict) }, required, sortable, codes(Verdicts)),
			field("reasons", TypeText, func(r *Assessment) any { return (*string)(&r.Reasons) }, long),
			ref("authorOrganisationId", "organisation", func(r *Assessment) *ID { return &r.AuthorOrganisationID }),
			field("author", TypeText, func(r *Assessment) any { return (*string)(&r.Author) }, long),
			field("dated", TypeDate, func(r *Assessment) any { return (*string)(&r.Dated) }, required, sortable),
		}, factFields(func(r *Assessment) *Fact { return &r.Fact })),
	}
	return n.keyed("poleId", "grid", "criterion", "authorOrganisationId", "author", "dated")
}

func (r *Assessment) check() Errors {
	if r.AuthorOrganisationID == "" && r.Author == "" {
		return Errors{Invalid("author", "is required when authorOrganisationId is not given")}
	}
	return nil
}
