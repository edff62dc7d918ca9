package hub

import "slices"

// Tie is a cooperation tie between two organisations, beyond contracts.
type Tie struct {
	ID   ID
	Type TieType
	// FromID and ToID are the two ends; for a mutual type the smaller id comes first.
	FromID ID
	ToID   ID
	PoleID ID
	// Strengths are ratings from 1 to 4: one for the tie, or one for each claim.
	Strengths     []int
	ClaimedBy     []Claimant
	ObservationID ID
	Note          Text
	Period
	Fact
}

// Key is the id.
func (r *Tie) Key() ID { return r.ID }

// Noun is the table of ties.
func (r *Tie) Noun() *Noun { return TieNoun }

// IsNode marks the record as a GraphQL Node.
func (r *Tie) IsNode() {}

func tieNoun() *Noun {
	n := &Noun{
		Name: "tie", Prefix: "tie", File: "ties",
		New:   func() Record { return new(Tie) },
		Check: func(r Record) Errors { return r.(*Tie).check() },
		Fields: join([]*Field{
			idField(func(r *Tie) *ID { return &r.ID }),
			field("type", TypeEnum, func(r *Tie) any { return (*string)(&r.Type) }, required, sortable, codes(TieTypes)),
			ref("fromId", "organisation", func(r *Tie) *ID { return &r.FromID }, required, column("from_org")),
			ref("toId", "organisation", func(r *Tie) *ID { return &r.ToID }, required, column("to_org")),
			ref("poleId", "pole", func(r *Tie) *ID { return &r.PoleID }),
			field("strengths", TypeList, func(r *Tie) any { return &r.Strengths }, column("strength")),
			field("claimedBy", TypeList, func(r *Tie) any { return &r.ClaimedBy }, required, codes(Claimants)),
			ref("observationId", "observation", func(r *Tie) *ID { return &r.ObservationID }),
		}, periodFields(func(r *Tie) *Period { return &r.Period }), []*Field{
			field("note", TypeText, func(r *Tie) any { return (*string)(&r.Note) }, long),
		}, factFields(func(r *Tie) *Fact { return &r.Fact })),
	}
	return n.keyed("type", "fromId", "toId", "poleId", "validFrom")
}

// Directed reports whether ties of the type have a direction (from provider to
// receiver, from truster to trusted); the others are mutual.
func (t TieType) Directed() bool {
	switch t {
	case TieSupply, TieTraining, TieReferral, TieFinancialSolidarity, TieTrust:
		return true
	}
	return false
}

// Family says what a type of tie is about: POOLING a resource (mutualisation),
// producing together (COOPERATION), or exchanging INFORMATION.
func (t TieType) Family() string {
	switch t {
	case TieSharedPremises, TieSharedStaff, TieSharedEquipment, TieJointPurchasing, TieSharedSupport, TieFinancialSolidarity:
		return "POOLING"
	case TieInformation, TieTrust:
		return "INFORMATION"
	}
	return "COOPERATION"
}

// orient puts the smaller id first when the type is mutual, and exchanges the
// claims of the first and the second party (with their strengths) accordingly.
func (r *Tie) orient() {
	if r.Type.Directed() || r.FromID <= r.ToID {
		return
	}
	r.FromID, r.ToID = r.ToID, r.FromID
	r.ClaimedBy = slices.Clone(r.ClaimedBy) // the caller may use its list for other ties
	for i, c := range r.ClaimedBy {
		switch c {
		case ByFirst:
			r.ClaimedBy[i] = BySecond
		case BySecond:
			r.ClaimedBy[i] = ByFirst
		}
	}
}

func (r *Tie) check() Errors {
	errs := checkPeriod(r.Period)
	if r.FromID == r.ToID {
		errs = append(errs, Invalid("toId", "%s has a tie to itself", r.FromID))
	}
	if len(r.Strengths) > 1 && len(r.Strengths) != len(r.ClaimedBy) {
		errs = append(errs, Invalid("strengths", "%d strengths for %d claims: give one, or one for each claim", len(r.Strengths), len(r.ClaimedBy)))
	}
	for i, c := range r.ClaimedBy {
		if slices.Contains(r.ClaimedBy[:i], c) {
			errs = append(errs, Invalid("claimedBy", "%s stands twice", c))
		}
	}
	for _, s := range r.Strengths {
		if s < 1 || s > 4 {
			errs = append(errs, Invalid("strengths", "%d is outside 1..4", s))
		}
	}
	return errs
}
