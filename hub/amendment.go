package hub

import (
	"cmp"
	"strings"
)

// Amendment is a later change of a contract: of its amount, duration or parties.
type Amendment struct {
	ID                ID
	ContractID        ID
	Number            string
	Dated             Date
	PublishedOn       Date
	Object            Text
	NewAmount         *Money
	NewDurationMonths *int
	ReplacesParties   Tri
	ExternalID        Text
	Fact
}

// Key is the id.
func (r *Amendment) Key() ID { return r.ID }

// Noun is the table of amendments.
func (r *Amendment) Noun() *Noun { return AmendmentNoun }

// IsNode marks the record as a GraphQL Node.
func (r *Amendment) IsNode() {}

func amendmentNoun() *Noun {
	n := &Noun{
		Name: "amendment", Prefix: "amendment", File: "amendments",
		New:   func() Record { return new(Amendment) },
		Check: func(r Record) Errors { return checkMonths("newDurationMonths", r.(*Amendment).NewDurationMonths) },
		Fields: join([]*Field{
			idField(func(r *Amendment) *ID { return &r.ID }),
			ref("contractId", "contract", func(r *Amendment) *ID { return &r.ContractID }, required, part),
			field("number", TypeText, func(r *Amendment) any { return &r.Number }, required, sortable),
			field("dated", TypeDate, func(r *Amendment) any { return (*string)(&r.Dated) }, sortable),
			field("publishedOn", TypeDate, func(r *Amendment) any { return (*string)(&r.PublishedOn) }, sortable),
			field("object", TypeText, func(r *Amendment) any { return (*string)(&r.Object) }, long),
			field("newAmount", TypeMoney, func(r *Amendment) any { return &r.NewAmount }, sortable),
			field("newDurationMonths", TypeInt, func(r *Amendment) any { return &r.NewDurationMonths }),
			field("replacesParties", TypeEnum, func(r *Amendment) any { return (*string)(&r.ReplacesParties) }, codes(Tris)),
			field("externalId", TypeText, func(r *Amendment) any { return (*string)(&r.ExternalID) }, long),
		}, factFields(func(r *Amendment) *Fact { return &r.Fact })),
	}
	return n.keyed("contractId", "number")
}

// compareAmendments orders the amendments of one contract: by date, then by
// publication, then by number, where 10 follows 9.
func compareAmendments(a, b *Amendment) int {
	number := func(r *Amendment) string { return strings.TrimLeft(r.Number, "0") }
	order := cmp.Or(cmp.Compare(a.Dated, b.Dated), cmp.Compare(a.PublishedOn, b.PublishedOn))
	if order == 0 && allDigits(a.Number) && allDigits(b.Number) {
		order = cmp.Compare(len(number(a)), len(number(b)))
	}
	return cmp.Or(order, cmp.Compare(a.Number, b.Number), cmp.Compare(a.ID, b.ID))
}
