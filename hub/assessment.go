package hub

import (
	"slices"
	"strings"

	"polehub/hub/criteria/grids"
)

// Assessment is a dated human judgement on one criterion of one grid.
type Assessment struct {
	ID                   ID
	PoleID               ID
	Grid                 string
	Criterion            string
	Verdict              Verdict
	Reasons              Text
	AuthorOrganisationID ID
	// Author names the author when it is no organisation of the hub.
	Author Text
	Dated  Date
	Fact
}

// Key is the id.
func (r *Assessment) Key() ID { return r.ID }

// Noun is the table of assessments.
func (r *Assessment) Noun() *Noun { return AssessmentNoun }

// IsNode marks the record as a GraphQL Node.
func (r *Assessment) IsNode() {}

func assessmentNoun() *Noun {
	n := &Noun{
		Name: "assessment", Prefix: "assessment", File: "assessments",
		New:   func() Record { return new(Assessment) },
		Check: func(r Record) Errors { return r.(*Assessment).check() },
		Fields: join([]*Field{
			idField(func(r *Assessment) *ID { return &r.ID }),
			ref("poleId", "pole", func(r *Assessment) *ID { return &r.PoleID }, required),
			field("grid", TypeText, func(r *Assessment) any { return &r.Grid }, required, sortable),
			field("criterion", TypeText, func(r *Assessment) any { return &r.Criterion }, required, sortable),
			field("verdict", TypeEnum, func(r *Assessment) any { return (*string)(&r.Verdict) }, required, sortable, codes(Verdicts)),
			field("reasons", TypeText, func(r *Assessment) any { return (*string)(&r.Reasons) }, long),
			ref("authorOrganisationId", "organisation", func(r *Assessment) *ID { return &r.AuthorOrganisationID }),
			field("author", TypeText, func(r *Assessment) any { return (*string)(&r.Author) }, long),
			field("dated", TypeDate, func(r *Assessment) any { return (*string)(&r.Dated) }, required, sortable),
		}, factFields(func(r *Assessment) *Fact { return &r.Fact })),
	}
	return n.keyed("poleId", "grid", "criterion", "authorOrganisationId", "author", "dated")
}

func (r *Assessment) check() Errors {
	var errs Errors
	if r.AuthorOrganisationID == "" && strings.TrimSpace(string(r.Author)) == "" {
		errs = append(errs, Invalid("author", "is required when authorOrganisationId is not given"))
	}
	if e := r.checkJudged(); e != nil {
		errs = append(errs, e)
	}
	return errs
}

// checkJudged refuses a grid or criterion that this release does not have, and a
// verdict that is none of the states of the criterion.
func (r *Assessment) checkJudged() *Error {
	var ids []string
	for _, g := range grids.List() {
		if ids = append(ids, g.ID); g.ID != r.Grid {
			continue
		}
		ids = nil
		for _, c := range g.Criteria {
			if ids = append(ids, c.ID); c.ID == r.Criterion {
				if verdicts := VerdictsOn(c.Kind); !slices.Contains(verdicts, r.Verdict) {
					return Invalid("verdict", "%q is no answer to %s of %s: expected one of %v", r.Verdict, c.ID, g.ID, verdicts)
				}
				return nil
			}
		}
		return Invalid("criterion", "%q is not a criterion of %s: expected one of %v", Clip(r.Criterion, 40), g.ID, ids)
	}
	return Invalid("grid", "%q is not a grid: expected one of %v", Clip(r.Grid, 40), ids)
}

// VerdictsOn are the answers that a criterion of a kind may have: whether it is met,
// or for an EXCLUSION whether it is raised.
func VerdictsOn(kind string) []Verdict {
	if kind == "EXCLUSION" {
		return []Verdict{VerdictRaised, VerdictNotRaised, VerdictInsufficientData}
	}
	return []Verdict{VerdictSatisfied, VerdictPartlySatisfied, VerdictNotSatisfied, VerdictInsufficientData}
}
