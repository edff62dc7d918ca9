package relay

import (
	"github.com/99designs/gqlgen/graphql"

	"polehub/analysis"
	"polehub/hub"
)

// MarshalLabel writes the form that a value stands for, null when it has none.
func MarshalLabel(l analysis.Label) graphql.Marshaler { return hub.Text(l) }

// UnmarshalLabel reads a form.
func UnmarshalLabel(v any) (analysis.Label, error) {
	s, err := graphql.UnmarshalString(v)
	return analysis.Label(s), err
}

// MarshalMembersIn writes who the members of a period are, null for a day.
func MarshalMembersIn(m analysis.MembersIn) graphql.Marshaler { return hub.Text(m) }

// UnmarshalMembersIn reads a rule of membership.
func UnmarshalMembersIn(v any) (analysis.MembersIn, error) {
	s, err := graphql.UnmarshalString(v)
	return analysis.MembersIn(s), err
}
