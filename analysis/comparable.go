package analysis

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Limits of comparison: coverages farther apart than maxCoverageGap, or sizes of
// which one is more than maxSizeRatio times the other, make differences of values
// say little. The second is a convention of this package.
const (
	maxCoverageGap = .1
	maxSizeRatio   = 2
)

// Difference is one respect in which two projections are unlike.
type Difference struct {
	Parameter     Parameter
	First, Second string
}

// Parameter names what differs between two projections.
type Parameter string

// Parameters, in the order in which differences are listed.
const (
	ParameterDate      Parameter = "DATE"      // the day, or the period
	ParameterMembers   Parameter = "MEMBERS"   // who the members are: circles, rule of a period, carrier, groups
	ParameterRelations Parameter = "RELATIONS" // the cooperation types
	ParameterContracts Parameter = "CONTRACTS" // the contract types
	ParameterDirection Parameter = "DIRECTION"
	ParameterKnowledge Parameter = "KNOWLEDGE" // what is known and how long: confirm, silence, rule, absence, horizon
	ParameterWeight    Parameter = "WEIGHT"    // weights and expansion of contracts
	ParameterEdited    Parameter = "EDITED"    // nodes taken out or put in afterwards
	ParameterCoverage  Parameter = "COVERAGE"  // share of members that answered, more than 10 points apart
	ParameterSize      Parameter = "SIZE"      // one has more than twice the members of the other
)

// Comparable lists in which respects two projections are unlike; empty when their
// measures can be compared. A ranking shows the list or refuses. Whose members they
// are is no respect: comparing poles is the point. Versions of definitions are
// compared where measures are.
func Comparable(a, b Echo) []Difference {
	var list []Difference
	differ := func(p Parameter, first, second string) {
		if first != second {
			list = append(list, Difference{p, first, second})
		}
	}
	p, q := a.Projection, b.Projection
	differ(ParameterDate, p.date(), q.date())
	differ(ParameterMembers, p.who(), q.who())
	differ(ParameterRelations, strings.Join(p.Relations, ", "), strings.Join(q.Relations, ", "))
	differ(ParameterContracts, strings.Join(p.Contracts, ", "), strings.Join(q.Contracts, ", "))
	differ(ParameterDirection, string(p.Direction), string(q.Direction))
	differ(ParameterKnowledge, p.knowledge(), q.knowledge())
	differ(ParameterWeight, fmt.Sprint(p.Weight, " ", p.Expansion), fmt.Sprint(q.Weight, " ", q.Expansion))
	differ(ParameterEdited, a.edited(), b.edited())
	if first, second := a.coverage(), b.coverage(); math.Abs(first-second) > maxCoverageGap+1e-12 {
		list = append(list, Difference{ParameterCoverage, percent(first), percent(second)})
	}
	if few, many := min(a.Members, b.Members), max(a.Members, b.Members); many > maxSizeRatio*few {
		list = append(list, Difference{ParameterSize, strconv.Itoa(a.Members), strconv.Itoa(b.Members)})
	}
	return list
}

func (p Projection) date() string {
	if p.AsOf != "" {
		return p.AsOf
	}
	return p.From + "/" + p.To
}

func (p Projection) who() string {
	parts := []string{string(p.Carrier), string(p.Groups)}
	if p.MembersIn != "" {
		parts = append(parts, string(p.MembersIn))
	}
	return strings.Join(append(parts, p.Circles...), " ")
}

func (p Projection) knowledge() string {
	horizon := DefaultHorizon
	if p.Horizon != nil {
		horizon = *p.Horizon
	}
	return fmt.Sprint(p.Confirm, " ", p.Silence, " ", p.Rule, " ", p.Absence, " ", horizon)
}

// edited lists the nodes taken out and put in.
func (e Echo) edited() string {
	var list []string
	for _, id := range e.Removed {
		list = append(list, "−"+id)
	}
	for _, id := range e.Added {
		list = append(list, "+"+id)
	}
	return strings.Join(list, ", ")
}

// coverage is the share of members that answered; 0 without members.
func (e Echo) coverage() float64 { return float64(e.Answered) / float64(max(e.Members, 1)) }

func percent(x float64) string { return strconv.Itoa(int(math.Round(100*x))) + " %" }
