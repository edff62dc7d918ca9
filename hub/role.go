package hub

// Role is what an organisation does for a pole: funder, host, seat holder and so
// on, each a fact of its own.
type Role struct {
	ID             ID
	PoleID         ID
	OrganisationID ID
	Role           RoleKind
	Basis          RoleBasis
	Seats          *int
	SeatsTotal     *int
	// CapitalShare is of the whole capital. That local authorities together may
	// hold half of a SCIC's at most concerns all roles of a pole on one day: no
	// role alone breaks the rule, so none is refused or flagged for it.
	CapitalShare *Ratio
	Amount       *Money
	// Currency is an ISO 4217 code.
	Currency Text
	Note     Text
	Period
	Fact
}

// Key is the id.
func (r *Role) Key() ID { return r.ID }

// Noun is the table of roles.
func (r *Role) Noun() *Noun { return RoleNoun }

// IsNode marks the record as a GraphQL Node.
func (r *Role) IsNode() {}

func roleNoun() *Noun {
	n := &Noun{
		Name: "role", Prefix: "role", File: "roles",
		New:   func() Record { return new(Role) },
		Check: func(r Record) Errors { return r.(*Role).check() },
		Fields: join([]*Field{
			idField(func(r *Role) *ID { return &r.ID }),
			ref("poleId", "pole", func(r *Role) *ID { return &r.PoleID }, required),
			ref("organisationId", "organisation", func(r *Role) *ID { return &r.OrganisationID }, required),
			field("role", TypeEnum, func(r *Role) any { return (*string)(&r.Role) }, required, sortable, codes(RoleKinds)),
			field("basis", TypeEnum, func(r *Role) any { return (*string)(&r.Basis) }, required, codes(RoleBases)),
			field("seats", TypeInt, func(r *Role) any { return &r.Seats }),
			field("seatsTotal", TypeInt, func(r *Role) any { return &r.SeatsTotal }),
			field("capitalShare", TypeRatio, func(r *Role) any { return &r.CapitalShare }, sortable),
			field("amount", TypeMoney, func(r *Role) any { return &r.Amount }, sortable),
			field("currency", TypeText, func(r *Role) any { return (*string)(&r.Currency) }),
		}, periodFields(func(r *Role) *Period { return &r.Period }), []*Field{
			field("note", TypeText, func(r *Role) any { return (*string)(&r.Note) }, long),
		}, factFields(func(r *Role) *Fact { return &r.Fact })),
	}
	return n.keyed("poleId", "organisationId", "role", "validFrom")
}

func (r *Role) check() Errors {
	errs := append(checkPeriod(r.Period), checkCurrency("currency", string(r.Currency))...)
	if r.Basis == RoleBasisContract {
		errs = append(errs, Invalid("basis", "CONTRACT is derived from contracts on read and cannot be stored"))
	}
	if r.Seats != nil && r.SeatsTotal != nil && *r.Seats > *r.SeatsTotal {
		errs = append(errs, Invalid("seats", "%d seats of %d", *r.Seats, *r.SeatsTotal))
	}
	return errs
}
