package relay

import (
	"polehub/analysis"
	"polehub/hub/criteria"
)

// CriterionFilter asks for poles by the state of a criterion.
type CriterionFilter struct {
	Grid, Criterion string
	States          []criteria.State
	At              *string
	Groups          analysis.Groups
	Thresholds      []*criteria.Override
}
