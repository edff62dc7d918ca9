package hub

// Contract is an agreement with parties. It is never a cooperation tie by itself.
type Contract struct {
	ID     ID
	Type   ContractType
	Title  string
	Object Text
	// Amount is the amount as signed; it belongs to the whole contract and counts once.
	Amount *Money
	// Currency is an ISO 4217 code.
	Currency    Text
	AmountBasis AmountBasis
	Tax         TaxBasis
	SignedOn    Date
	NotifiedOn  Date
	StartsOn    Date
	// EndsOn is the first day it is no longer in force.
	EndsOn         Date
	DurationMonths *int
	Status         ContractStatus
	// Nature is the kind of contract in the words of its source.
	Nature    Text
	Procedure Text
	// CPV is the common procurement vocabulary code.
	CPV          Text
	SocialClause Tri
	Reserved     Tri
	// PublicSubsidy is the public money in a concession.
	PublicSubsidy *Money
	// Framework is the number of the framework agreement it follows.
	Framework Text
	PlaceCode Text
	// PlaceCodeType tells what PlaceCode is: a commune, a postal code, a département.
	PlaceCodeType Text
	// ExternalIDs are scheme:value pairs, such as decp:uid.
	ExternalIDs []string
	// PoleIDs are the poles the contract is declared to concern.
	PoleIDs []ID
	Fact
}

// Key is the id.
func (r *Contract) Key() ID { return r.ID }

// Noun is the table of contracts.
func (r *Contract) Noun() *Noun { return ContractNoun }

// IsNode marks the record as a GraphQL Node.
func (r *Contract) IsNode() {}

func contractNoun() *Noun {
	n := &Noun{
		Name: "contract", Prefix: "contract", File: "contracts",
		New:   func() Record { return new(Contract) },
		Check: func(r Record) Errors { return r.(*Contract).check() },
		Fields: join([]*Field{
			idField(func(r *Contract) *ID { return &r.ID }),
			field("type", TypeEnum, func(r *Contract) any { return (*string)(&r.Type) }, required, sortable, codes(ContractTypes)),
			field("title", TypeText, func(r *Contract) any { return &r.Title }, required, named, searched),
			field("object", TypeText, func(r *Contract) any { return (*string)(&r.Object) }, long),
			field("amount", TypeMoney, func(r *Contract) any { return &r.Amount }, sortable),
			field("currency", TypeText, func(r *Contract) any { return (*string)(&r.Currency) }),
			field("amountBasis", TypeEnum, func(r *Contract) any { return (*string)(&r.AmountBasis) }, codes(AmountBases)),
			field("tax", TypeEnum, func(r *Contract) any { return (*string)(&r.Tax) }, codes(TaxBases)),
			field("signedOn", TypeDate, func(r *Contract) any { return (*string)(&r.SignedOn) }, sortable),
			field("notifiedOn", TypeDate, func(r *Contract) any { return (*string)(&r.NotifiedOn) }, sortable),
			field("startsOn", TypeDate, func(r *Contract) any { return (*string)(&r.StartsOn) }, sortable),
			field("endsOn", TypeDate, func(r *Contract) any { return (*string)(&r.EndsOn) }, sortable),
			field("durationMonths", TypeInt, func(r *Contract) any { return &r.DurationMonths }, sortable),
			field("status", TypeEnum, func(r *Contract) any { return (*string)(&r.Status) }, sortable, codes(ContractStatuses)),
			field("nature", TypeText, func(r *Contract) any { return (*string)(&r.Nature) }, long),
			field("procedure", TypeText, func(r *Contract) any { return (*string)(&r.Procedure) }, long),
			field("cpv", TypeText, func(r *Contract) any { return (*string)(&r.CPV) }, sortable),
			field("socialClause", TypeEnum, func(r *Contract) any { return (*string)(&r.SocialClause) }, codes(Tris)),
			field("reserved", TypeEnum, func(r *Contract) any { return (*string)(&r.Reserved) }, codes(Tris)),
			field("publicSubsidy", TypeMoney, func(r *Contract) any { return &r.PublicSubsidy }),
			field("framework", TypeText, func(r *Contract) any { return (*string)(&r.Framework) }, long),
			field("placeCode", TypeText, func(r *Contract) any { return (*string)(&r.PlaceCode) }),
			field("placeCodeType", TypeText, func(r *Contract) any { return (*string)(&r.PlaceCodeType) }),
			field("externalIds", TypeList, func(r *Contract) any { return &r.ExternalIDs }, searched),
			refs("poles", "pole", func(r *Contract) *[]ID { return &r.PoleIDs }),
		}, factFields(func(r *Contract) *Fact { return &r.Fact })),
	}
	return n
}

func (r *Contract) check() Errors {
	errs := append(checkCurrency("currency", string(r.Currency)), checkMonths("durationMonths", r.DurationMonths)...)
	if r.StartsOn != "" && r.EndsOn != "" && r.EndsOn < r.StartsOn {
		errs = append(errs, Invalid("endsOn", "%s is before startsOn %s", r.EndsOn, r.StartsOn))
	}
	return errs
}

// checkMonths refuses durations of more than a century.
func checkMonths(field string, months *int) Errors {
	if months == nil || *months <= maxMonths {
		return nil
	}
	return Errors{Invalid(field, "%d months: at most %d", *months, maxMonths)}
}
