package hub

// Claim is what a source states of the status of an organisation: ESS, SCIC,
// ESUS and so on. Sources may disagree; all claims are kept.
type Claim struct {
	ID             ID
	OrganisationID ID
	// Claim is the status that is claimed or denied.
	Claim  ClaimKind
	Value  Tri
	Basis  ClaimBasis
	Detail Text
	Period
	Fact
}

// Key is the id.
func (r *Claim) Key() ID { return r.ID }

// Noun is the table of claims.
func (r *Claim) Noun() *Noun { return ClaimNoun }

// IsNode marks the record as a GraphQL Node.
func (r *Claim) IsNode() {}

func claimNoun() *Noun {
	n := &Noun{
		Name: "claim", Prefix: "claim", File: "claims",
		New:   func() Record { return new(Claim) },
		Check: func(r Record) Errors { return checkPeriod(r.(*Claim).Period) },
		Fields: join([]*Field{
			idField(func(r *Claim) *ID { return &r.ID }),
			ref("organisationId", "organisation", func(r *Claim) *ID { return &r.OrganisationID }, required, part),
			field("claim", TypeEnum, func(r *Claim) any { return (*string)(&r.Claim) }, required, codes(ClaimKinds)),
			field("value", TypeEnum, func(r *Claim) any { return (*string)(&r.Value) }, required, codes(Tris)),
			field("basis", TypeEnum, func(r *Claim) any { return (*string)(&r.Basis) }, required, codes(ClaimBases)),
			field("detail", TypeText, func(r *Claim) any { return (*string)(&r.Detail) }, long),
		}, periodFields(func(r *Claim) *Period { return &r.Period }), factFields(func(r *Claim) *Fact { return &r.Fact })),
	}
	return n.keyed("organisationId", "claim", "basis", "validFrom", "sources")
}
