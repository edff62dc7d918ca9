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
	return n.keyed("contractId", "amendment", "organisationId", "role", "position")
}

// CheckParties holds the parties of a contract, as signed, against the rule that
// it takes two: two organisations at least, or one and a party without an
// organisation, which says that the other is unknown. No party at all is a
// contract whose parties are still to come. It is for those who state a whole
// contract; what imports find incomplete is kept.
func CheckParties(parties []*Party) Errors {
	known := map[ID]bool{}
	stated, unknown := 0, 0
	for _, p := range parties {
		switch {
		case p.Amendment != "":
			continue
		case p.OrganisationID == "":
			unknown++
		default:
			known[p.OrganisationID] = true
		}
		stated++
	}
	if stated == 0 || len(known) >= 1 && len(known)+unknown >= 2 {
		return nil
	}
	return Errors{Invalid("parties", "%d of %d parties are different organisations: name two, or one and a party without organisation when the other is unknown", len(known), stated)}
}
