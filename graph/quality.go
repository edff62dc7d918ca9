package graph

import (
	"slices"

	"polehub/graph/input"
	"polehub/hub"
	"polehub/hub/quality"
)

// countsOf chooses the counts of some rules.
func countsOf(report *quality.Report, severities []quality.Severity, codes []string) ([]*quality.Count, error) {
	chosen, err := quality.Choose(codes, severities)
	out := []*quality.Count{}
	for i := range report.Counts {
		if c := &report.Counts[i]; slices.Contains(chosen, c.Rule.Code) {
			out = append(out, c)
		}
	}
	return out, err
}

// findingsOf gives a page of the findings of some rules.
func findingsOf(report *quality.Report, severities []quality.Severity, codes []string, first, skip int32) ([]*quality.Finding, error) {
	if first < 1 || first > maxPage {
		return nil, hub.Invalid("first", "%d is not between 1 and %d", first, maxPage)
	}
	if skip < 0 {
		return nil, hub.Invalid("skip", "%d is negative", skip)
	}
	chosen, err := quality.Choose(codes, severities)
	out := []*quality.Finding{}
	for i := range report.Findings {
		f := &report.Findings[i]
		switch {
		case !slices.Contains(chosen, f.Rule.Code):
		case skip > 0:
			skip--
		case len(out) < int(first):
			out = append(out, f)
		}
	}
	return out, err
}

// nounOf names the noun of a rule; nil for any.
func nounOf(r *quality.Rule) *string {
	if r.Noun == nil {
		return nil
	}
	return new(input.Screaming(r.Noun.Name))
}
