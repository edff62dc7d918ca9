package relay

import (
	"fmt"
	"math"
	"strconv"

	"github.com/99designs/gqlgen/graphql"

	"polehub/analysis"
	"polehub/hub"
	"polehub/hub/criteria"
)

// NodeClass is the class of a member by one attribute.
type NodeClass struct {
	By    string
	Class hub.Text
}

// NetworkTie is a tie of a network.
type NetworkTie struct {
	From, To hub.ID
	Weight   float64
}

// NetworkPair is a pair of members.
type NetworkPair struct{ From, To hub.ID }

// Mix is who the members of a pole are, by one attribute.
type Mix struct {
	By              string
	At              hub.Date
	Members         int
	Unknown         int
	Classes         []*ClassCount
	Blau            *analysis.Measure
	BlauUnbiased    *analysis.Measure
	Iqv             *analysis.Measure
	EffectiveNumber *analysis.Measure
	EiIndex         *analysis.Measure
}

// Add puts a measure in its place. Where no member has a class, there are none
// to count: the composition is then one measure of the whole without a value.
func (m *Mix) Add(measure *analysis.Measure) {
	m.Unknown = measure.UnknownClass
	if measure.ID == analysis.Composition && measure.Scope.Kind == analysis.ScopeClass {
		count := &ClassCount{Class: measure.Scope.Keys[0], Share: measure.Value}
		if measure.Num != nil {
			count.Count = int(*measure.Num)
		}
		m.Classes = append(m.Classes, count)
		return
	}
	if measure.Scope.Kind != analysis.ScopeNetwork {
		return
	}
	switch measure.ID {
	case analysis.Blau:
		m.Blau = measure
	case analysis.BlauUnbiased:
		m.BlauUnbiased = measure
	case analysis.IQV:
		m.Iqv = measure
	case analysis.Hill1:
		m.EffectiveNumber = measure
	case analysis.EIIndex:
		m.EiIndex = measure
	}
}

// ClassCount is how many members have a class.
type ClassCount struct {
	Class string
	Count int
	Share *float64
}

// Projection is a projection as it was understood.
type Projection struct {
	analysis.Projection
	AsOf     hub.Date
	From, To hub.Date
	Echo     *analysis.Echo
	Members  int
	Asked    int
	Answered int
	Imputed  int
	Sources  []string
	Dropped  analysis.Dropped
}

// NewProjection makes what is shown of an echo; nil for none.
func NewProjection(e *analysis.Echo) *Projection {
	if e == nil {
		return nil
	}
	p := e.Projection
	return &Projection{p, hub.Date(p.AsOf), hub.Date(p.From), hub.Date(p.To), e, e.Members, e.Asked, e.Answered, e.Imputed, e.Sources, e.Dropped}
}

// MarshalReason writes why a measure has no value, null when it has.
func MarshalReason(r analysis.Reason) graphql.Marshaler { return hub.Text(r) }

// UnmarshalReason reads a reason.
func UnmarshalReason(v any) (analysis.Reason, error) {
	s, err := graphql.UnmarshalString(v)
	return analysis.Reason(s), err
}

// MarshalBoundsMethod writes how bounds are found, null when they are not.
func MarshalBoundsMethod(m analysis.BoundsMethod) graphql.Marshaler { return hub.Text(m) }

// UnmarshalBoundsMethod reads a method.
func UnmarshalBoundsMethod(v any) (analysis.BoundsMethod, error) {
	s, err := graphql.UnmarshalString(v)
	return analysis.BoundsMethod(s), err
}

// MarshalNetworkMode writes which mode a node is of, null for one that has none.
func MarshalNetworkMode(m analysis.Mode) graphql.Marshaler { return hub.Text(m) }

// UnmarshalNetworkMode reads a mode.
func UnmarshalNetworkMode(v any) (analysis.Mode, error) {
	s, err := graphql.UnmarshalString(v)
	return analysis.Mode(s), err
}

// MarshalAgreement writes whether people and a rule agree, null without people.
func MarshalAgreement(a criteria.Agreement) graphql.Marshaler { return hub.Text(a) }

// UnmarshalAgreement reads an agreement.
func UnmarshalAgreement(v any) (criteria.Agreement, error) {
	s, err := graphql.UnmarshalString(v)
	return criteria.Agreement(s), err
}

// MarshalSeed writes where random numbers started, null for 0: none were drawn.
func MarshalSeed(seed uint64) graphql.Marshaler {
	if seed == 0 {
		return graphql.Null
	}
	return graphql.MarshalString(strconv.FormatUint(seed, 10))
}

// UnmarshalSeed reads a whole number of 64 bits, given as a text or a number.
func UnmarshalSeed(v any) (uint64, error) {
	seed, err := strconv.ParseUint(fmt.Sprint(v), 10, 64)
	if err != nil {
		return 0, hub.Invalid("seed", "must be a whole number from 0 to %d", uint64(math.MaxUint64))
	}
	return seed, nil
}

// NounCount is how many records there are of a kind.
type NounCount struct {
	Noun  string
	Count int
}
