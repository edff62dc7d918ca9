package hub

import (
	"fmt"
	"slices"
)

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
	// KindReason tells why Kind differs from what the legal category says; without
	// it, the organisation is flagged (see UnexplainedKind).
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
	errs := checkPattern("legalCategory", string(r.LegalCategory), "a legal category of four digits", len(r.LegalCategory) == 4 && allDigits(string(r.LegalCategory)))
	if r.ActivityNomenclature == "NAF_REV2" {
		errs = append(errs, checkPattern("activityCode", string(r.ActivityCode), "a code of NAF rev. 2 such as 90.01Z", validNAF(string(r.ActivityCode)))...)
	}
	errs = append(errs, checkCommune("commune", string(r.Commune))...)
	errs = append(errs, checkDepartement("departement", string(r.Departement))...)
	errs = append(errs, checkRegion("region", string(r.Region))...)
	errs = append(errs, checkEPCI("epci", string(r.EPCI))...)
	if r.CreatedOn != "" && r.ClosedOn != "" && r.ClosedOn < r.CreatedOn {
		errs = append(errs, Invalid("closedOn", "%s is before createdOn %s", r.ClosedOn, r.CreatedOn))
	}
	return errs
}

// UnexplainedKind finds the legal category when it says another kind than the
// organisation is given, and no KindReason tells why.
func (r *Organisation) UnexplainedKind() (Category, bool) {
	category, known := LegalCategory(string(r.LegalCategory))
	return category, known && category.Kind != r.Kind && r.KindReason == ""
}

// CheckKind holds a change of an organisation against the rule that a kind which
// its legal category does not say needs a reason; before is nil for a new one. It
// is for those who change facts one by one: what imports find is kept and
// flagged, and may stay so.
func CheckKind(before, after Record) Errors {
	o, ok := after.(*Organisation)
	if !ok {
		return nil
	}
	category, unexplained := o.UnexplainedKind()
	if was, ok := before.(*Organisation); !unexplained || ok && was.Kind == o.Kind && was.LegalCategory == o.LegalCategory && was.KindReason == "" {
		return nil
	}
	return Errors{Invalid("kind", "%q is not what legal category %s (%s) says, %s: give kindReason", o.Kind, category.Code, category.Label, category.Kind)}
}

// settleKind flags a kind without its reason, and no other.
func (r *Organisation) settleKind() {
	var flag Flag
	if category, unexplained := r.UnexplainedKind(); unexplained {
		flag = Flag{
			Field: "kind", Code: FlagKindUnexplained, Raw: Text(r.Kind),
			Message: Text(fmt.Sprintf("legal category %s (%s) says %s", category.Code, category.Label, category.Kind)),
		}
	}
	stale := func(f Flag) bool { return f.Code == FlagKindUnexplained && f != flag }
	if slices.ContainsFunc(r.Flags, stale) {
		r.Flags = slices.DeleteFunc(slices.Clone(r.Flags), stale)
	}
	if flag.Code != "" && !slices.Contains(r.Flags, flag) {
		r.Flags = append(slices.Clip(r.Flags), flag)
	}
}

// validNAF reports whether code has the form of NAF rev. 2: two digits, a
// point, two digits and a letter.
func validNAF(code string) bool {
	return len(code) == len("90.01Z") && allDigits(code[:2]) && code[2] == '.' && allDigits(code[3:5]) && 'A' <= code[5] && code[5] <= 'Z'
}
