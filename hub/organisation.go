package hub

// Organisation is an actor: a legal unit, known by its SIREN when it has one.
type Organisation struct {
	ID   ID
	Name string
	Kind OrganisationKind
	// Aliases are other names under which sources know it.
	Aliases []string
	// PublicTier is the level of government of a public actor.
	PublicTier PublicTier
	// LegalCategory is the INSEE code of four digits.
	LegalCategory Text
	// KindReason tells why Kind differs from what the legal category says.
	KindReason   Text
	ActivityCode Text
	// ActivityNomenclature is the nomenclature of ActivityCode, such as NAF_REV2.
	ActivityNomenclature Text
	// Commune is the INSEE COG code of the seat, not a postal code.
	Commune     Text
	Departement Text
	Region      Text
	// EPCI is the SIREN of the intercommunality of the seat.
	EPCI      Text
	Latitude  *float64
	Longitude *float64
	// SizeBand is the INSEE band of employees; bands are never summed.
	SizeBand     Text
	SizeBandYear *int
	CreatedOn    Date
	ClosedOn     Date
	Website      Text
	Fact
}

// Key is the id.
func (r *Organisation) Key() ID { return r.ID }

// Noun is the table of organisations.
func (r *Organisation) Noun() *Noun { return OrganisationNoun }

// IsNode marks the record as a GraphQL Node.
func (r *Organisation) IsNode() {}

func organisationNoun() *Noun {
	n := &Noun{
		Name: "organisation", Prefix: "org", File: "organisations",
		New:   func() Record { return new(Organisation) },
		Check: func(r Record) Errors { return r.(*Organisation).check() },
		Fields: join([]*Field{
			idField(func(r *Organisation) *ID { return &r.ID }),
			field("name", TypeText, func(r *Organisation) any { return &r.Name }, required, named, searched),
			field("kind", TypeEnum, func(r *Organisation) any { return (*string)(&r.Kind) }, required, sortable, codes(OrganisationKinds)),
			field("aliases", TypeList, func(r *Organisation) any { return &r.Aliases }, searched),
			field("publicTier", TypeEnum, func(r *Organisation) any { return (*string)(&r.PublicTier) }, sortable, codes(PublicTiers)),
			field("legalCategory", TypeText, func(r *Organisation) any { return (*string)(&r.LegalCategory) }, sortable),
			field("kindReason", TypeText, func(r *Organisation) any { return (*string)(&r.KindReason) }, long),
			field("activityCode", TypeText, func(r *Organisation) any { return (*string)(&r.ActivityCode) }, sortable),
			field("activityNomenclature", TypeText, func(r *Organisation) any { return (*string)(&r.ActivityNomenclature) }),
			field("commune", TypeText, func(r *Organisation) any { return (*string)(&r.Commune) }, sortable),
			field("departement", TypeText, func(r *Organisation) any { return (*string)(&r.Departement) }, sortable),
			field("region", TypeText, func(r *Organisation) any { return (*string)(&r.Region) }, sortable),
			field("epci", TypeText, func(r *Organisation) any { return (*string)(&r.EPCI) }),
			field("latitude", TypeFloat, func(r *Organisation) any { return &r.Latitude }),
			field("longitude", TypeFloat, func(r *Organisation) any { return &r.Longitude }),
			field("sizeBand", TypeText, func(r *Organisation) any { return (*string)(&r.SizeBand) }, sortable),
			field("sizeBandYear", TypeInt, func(r *Organisation) any { return &r.SizeBandYear }),
			field("createdOn", TypeDate, func(r *Organisation) any { return (*string)(&r.CreatedOn) }, sortable),
			field("closedOn", TypeDate, func(r *Organisation) any { return (*string)(&r.ClosedOn) }, sortable),
			field("website", TypeText, func(r *Organisation) any { return (*string)(&r.Website) }, long),
		}, factFields(func(r *Organisation) *Fact { return &r.Fact })),
	}
	return n
}

func (r *Organisation) check() Errors {
	errs := checkPattern("legalCategory", string(r.LegalCategory), "a legal category of four digits", digits(string(r.LegalCategory), 4))
	errs = append(errs, checkPattern("commune", string(r.Commune), "a commune code (INSEE COG)", ValidCommune(string(r.Commune)))...)
	if r.CreatedOn != "" && r.ClosedOn != "" && r.ClosedOn < r.CreatedOn {
		errs = append(errs, Invalid("closedOn", "%s is before createdOn %s", r.ClosedOn, r.CreatedOn))
	}
	return errs
}

func digits(s string, n int) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return len(s) == n
}

// ValidCommune reports whether code has the form of an INSEE commune code:
// five digits, or 2A, 2B and three digits. A postal code may pass: only the
// form is checked.
func ValidCommune(code string) bool {
	if len(code) != 5 {
		return false
	}
	if code[:2] == "2A" || code[:2] == "2B" {
		return digits(code[2:], 3)
	}
	return digits(code, 5)
}
