package relay

import (
	"github.com/99designs/gqlgen/graphql"

	"polehub/hub"
)

// The scalars of input are read as they come and checked where they are used,
// with all others: an Unmarshal function that refused would end the operation
// at the first fault.

// MarshalRawID writes an id that is kept as text.
func MarshalRawID(id string) graphql.Marshaler { return hub.Text(id) }

// UnmarshalRawID takes any text.
func UnmarshalRawID(v any) (string, error) { return graphql.UnmarshalString(v) }

// MarshalDay writes a day that is kept as text.
func MarshalDay(day string) graphql.Marshaler { return hub.Date(day) }

// UnmarshalDay takes any text.
func UnmarshalDay(v any) (string, error) { return graphql.UnmarshalString(v) }

// MarshalDecimal writes any value.
func MarshalDecimal(v any) graphql.Marshaler { return graphql.MarshalAny(v) }

// UnmarshalDecimal takes any value.
func UnmarshalDecimal(v any) (any, error) { return v, nil }
