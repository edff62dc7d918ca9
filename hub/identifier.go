package hub

import "cmp"

// Identifier is a number of an organisation in a register, as received and as
// read.
type Identifier struct {
	ID             ID
	OrganisationID ID
	// Scheme is the register: SIREN, SIRET, RNA, or a foreign one.
	Scheme Scheme
	// Value is the cleaned number; empty when nothing usable was received.
	Value Text
	// Raw is the number as received.
	Raw string
	// Valid tells whether the check digits pass; UNKNOWN for schemes without a
	// check. It follows from the number: Complete sets it.
	Valid Tri
	Fact
}

// Key is the id.
func (r *Identifier) Key() ID { return r.ID }

// Noun is the table of identifiers.
func (r *Identifier) Noun() *Noun { return IdentifierNoun }

// IsNode marks the record as a GraphQL Node.
func (r *Identifier) IsNode() {}

func identifierNoun() *Noun {
	n := &Noun{
		Name: "identifier", Prefix: "identifier", File: "identifiers",
		New: func() Record { return new(Identifier) },
		Fields: join([]*Field{
			idField(func(r *Identifier) *ID { return &r.ID }),
			ref("organisationId", "organisation", func(r *Identifier) *ID { return &r.OrganisationID }, required, part),
			field("scheme", TypeText, func(r *Identifier) any { return (*string)(&r.Scheme) }, required),
			field("value", TypeText, func(r *Identifier) any { return (*string)(&r.Value) }, searched),
			field("raw", TypeText, func(r *Identifier) any { return &r.Raw }, required, long),
			field("valid", TypeEnum, func(r *Identifier) any { return (*string)(&r.Valid) }, codes(Tris)),
		}, factFields(func(r *Identifier) *Fact { return &r.Fact })),
	}
	return n.keyed("organisationId", "scheme", "raw")
}

// settle reads the number, whatever is stated of it: scheme and value become
// those that were read, Valid says whether they pass. A value stands before the
// raw number, for a person may have mended it; of a number that came without
// one, the flags of the reading are kept.
func (r *Identifier) settle() {
	const shown = 1000 // bytes of the raw number in a flag
	reading := ReadIdentifier(r.Scheme, cmp.Or(string(r.Value), r.Raw))
	if r.Value == "" && len(reading.Value) <= maxCode {
		r.Value = Text(reading.Value)
		for _, code := range reading.Flags {
			r.addFlag(Flag{Field: "raw", Code: code, Raw: Text(Clip(r.Raw, shown))})
		}
	}
	switch {
	case reading.Valid:
		r.Scheme, r.Value, r.Valid = reading.Scheme, Text(reading.Value), TriYes
	case r.Scheme.Checked():
		r.Valid = TriNo
	default:
		r.Valid = TriUnknown
	}
}
