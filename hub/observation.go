package hub

// Observation is a search for facts: a survey wave or a systematic review. Only
// inside one is the absence of a tie known.
type Observation struct {
	ID     ID
	PoleID ID
	Kind   ObservationKind
	// ObservedFrom and ObservedTo bound the period that was asked about, half open.
	ObservedFrom Date
	ObservedTo   Date
	Covers       []Coverage
	// TieTypes are the types of ties asked about; ALL for every type.
	TieTypes      []string
	ContractTypes []string
	Title         Text
	Fact
}

// Key is the id.
func (r *Observation) Key() ID { return r.ID }

// Noun is the table of observations.
func (r *Observation) Noun() *Noun { return ObservationNoun }

// IsNode marks the record as a GraphQL Node.
func (r *Observation) IsNode() {}

func observationNoun() *Noun {
	n := &Noun{
		Name: "observation", Prefix: "observation", File: "observations",
		New:   func() Record { return new(Observation) },
		Check: func(r Record) Errors { return r.(*Observation).check() },
		Fields: join([]*Field{
			idField(func(r *Observation) *ID { return &r.ID }),
			ref("poleId", "pole", func(r *Observation) *ID { return &r.PoleID }, required),
			field("kind", TypeEnum, func(r *Observation) any { return (*string)(&r.Kind) }, sortable, codes(ObservationKinds)),
			field("observedFrom", TypeDate, func(r *Observation) any { return (*string)(&r.ObservedFrom) }, sortable),
			field("observedTo", TypeDate, func(r *Observation) any { return (*string)(&r.ObservedTo) }, sortable),
			field("covers", TypeList, func(r *Observation) any { return &r.Covers }, required, codes(Coverages)),
			field("tieTypes", TypeList, func(r *Observation) any { return &r.TieTypes }),
			field("contractTypes", TypeList, func(r *Observation) any { return &r.ContractTypes }),
			field("title", TypeText, func(r *Observation) any { return (*string)(&r.Title) }, long),
		}, factFields(func(r *Observation) *Fact { return &r.Fact })),
	}
	return n
}

func (r *Observation) check() Errors {
	var errs Errors
	if r.ObservedFrom != "" && r.ObservedTo != "" && r.ObservedTo < r.ObservedFrom {
		errs = append(errs, Invalid("observedTo", "%s is before observedFrom %s", r.ObservedTo, r.ObservedFrom))
	}
	errs = append(errs, checkTypes("tieTypes", r.TieTypes, TieTypes)...)
	return append(errs, checkTypes("contractTypes", r.ContractTypes, ContractTypes)...)
}

// AllTypes stands for every type in the lists of an observation.
const AllTypes = "ALL"

func checkTypes(field string, types []string, e *Enum) Errors {
	var errs Errors
	for _, t := range types {
		if t != AllTypes && !e.Has(t) {
			errs = append(errs, Invalid(field, "%q is not ALL or one of %s", Clip(t, 40), e.Codes()))
		}
	}
	return errs
}
