package hub

// Party is one organisation in one contract, with what it does there; an
// unknown party has no organisation.
type Party struct {
	ID         ID
	ContractID ID
	// Amendment is the number of the amendment that brought the party; empty as signed.
	Amendment      Text
	Position       *int
	OrganisationID ID
	Role           PartyRole
	Share          *Ratio
	// Amount is the part of the contract's amount, when stated.
	Amount *Money
	Fact
}

// Key is the id.
func (r *Party) Key() ID { return r.ID }

// Noun is the table of contract parties.
func (r *Party) Noun() *Noun { return PartyNoun }

// IsNode marks the record as a GraphQL Node.
func (r *Party) IsNode() {}

func partyNoun() *Noun {
	n := &Noun{
		Name: "party", Prefix: "party", File: "contract_parties",
		New: func() Record { return new(Party) },
		Fields: join([]*Field{
			idField(func(r *Party) *ID { return &r.ID }),
			ref("contractId", "contract", func(r *Party) *ID { return &r.ContractID }, required, part),
			field("amendment", TypeText, func(r *Party) any { return (*string)(&r.Amendment) }),
			field("position", TypeInt, func(r *Party) any { return &r.Position }, sortable),
			ref("organisationId", "organisation", func(r *Party) *ID { return &r.OrganisationID }),
			field("role", TypeEnum, func(r *Party) any { return (*string)(&r.Role) }, required, sortable, codes(PartyRoles)),
			field("share", TypeRatio, func(r *Party) any { return &r.Share }),
			field("amount", TypeMoney, func(r *Party) any { return &r.Amount }, sortable),
		}, factFields(func(r *Party) *Fact { return &r.Fact })),
	}
	// The key of the exchange format has no position. With it two unknown
	// parties of one role, which have no organisation to tell them apart, are
	// two; the price is that a party that moves in its list, and whose row has no
	// id, comes in a second time.
	return n.keyed("contractId", "amendment", "organisationId", "role", "position")
}
