package hub

import (
	"cmp"
	"slices"

	"polehub/analysis"
)

// input assembles what analysis.Project reads for one pole, or for several as one.
// Ties between two members count wherever they were recorded; the observations are
// those of the poles.
func (f *networkFacts) input(p analysis.Projection, poles ...ID) (analysis.Input, []*Organisation) {
	day := Date(p.Day())
	in := analysis.Input{Relations: tieRelations(), ContractTypes: codesOf(ContractTypes), Attributes: networkAttributes()}
	nodes := map[ID]*analysis.Node{}
	var members []*Organisation
	for _, pole := range poles {
		for _, m := range f.membersOf(pole, p) {
			o := f.actors[m.OrganisationID]
			if o == nil {
				continue
			}
			n := nodes[o.ID]
			if n == nil {
				n = &analysis.Node{ID: string(o.ID), Classes: f.classes(o, day)}
				nodes[o.ID] = n
				members = append(members, o)
			}
			n.Circles = append(n.Circles, string(m.Circle))
			n.Carrier = n.Carrier || m.Circle == CircleCarrier
		}
	}
	slices.SortFunc(members, func(a, b *Organisation) int { return cmp.Compare(a.ID, b.ID) })
	observed := map[ID]*Observation{}
	for _, pole := range poles {
		for _, o := range f.observations[pole] {
			observed[o.ID] = o
			if o.ObservedFrom != "" { // else no day is known to be covered
				in.Observations = append(in.Observations, f.observation(o))
			}
		}
	}
	seen := map[ID]bool{}
	for _, o := range members {
		in.Nodes = append(in.Nodes, *nodes[o.ID])
		for _, t := range f.ties[o.ID] {
			in.Facts = append(in.Facts, tieFact(t, observed[t.ObservationID]))
		}
		for _, id := range f.signed[o.ID] {
			if !seen[id] {
				seen[id] = true
				in.Contracts = append(in.Contracts, f.contracts[id].input(day))
			}
		}
	}
	for _, l := range f.links {
		if !day.InForce(l.ValidFrom, l.ValidTo) {
			continue
		}
		in.Ownership = append(in.Ownership, analysis.Ownership{Child: string(l.ChildID), Parent: string(l.ParentID)})
	}
	return in, members
}

func (f *networkFacts) classes(o *Organisation, day Date) map[string]string {
	classes := map[string]string{AttributeKind: string(o.Kind), AttributePublic: o.Publicness()}
	if ess := ESSOn(o, f.claims[o.ID], day); ess.Value != TriUnknown {
		classes[AttributeESS] = string(ess.Value)
	}
	return classes
}

func networkAttributes() []analysis.Attribute {
	return []analysis.Attribute{
		{Name: AttributeKind, Possible: codesOf(OrganisationKinds), Distances: kindDistances()},
		{Name: AttributeESS, Possible: []string{string(TriYes), string(TriNo)}, Distances: apart(TriYes, TriNo, 1)},
		{Name: AttributePublic, Possible: []string{ClassPublic, ClassNonPublic}, Distances: apart(ClassPublic, ClassNonPublic, 1)},
	}
}

// kindDistances are half for two kinds of public actors and two of actors of
// knowledge, and 1 for all others: a convention of this hub.
func kindDistances() []analysis.ClassDistance {
	return append(apart(KindLocalAuthority, KindPublicBody, .5), apart(KindResearchCentre, KindTrainingBody, .5)...)
}

func apart[T ~string](class, other T, distance float64) []analysis.ClassDistance {
	return []analysis.ClassDistance{{Class: string(class), Other: string(other), Distance: distance}}
}

func tieRelations() []analysis.Relation {
	out := make([]analysis.Relation, len(TieTypes.Values))
	for i, v := range TieTypes.Values {
		out[i] = analysis.Relation{Code: v.Code, Directed: TieType(v.Code).Directed()}
	}
	return out
}

func codesOf(e *Enum) []string {
	out := make([]string, len(e.Values))
	for i, v := range e.Values {
		out[i] = v.Code
	}
	return out
}

// tieFact is the statement a tie makes. A tie found by an observation was last
// seen on its last day.
func tieFact(t *Tie, o *Observation) analysis.Fact {
	fact := analysis.Fact{
		Type: string(t.Type), From: string(t.FromID), To: string(t.ToID),
		Validity:   analysis.Validity{Start: string(t.ValidFrom), End: string(t.ValidTo)},
		ByFrom:     slices.Contains(t.ClaimedBy, ByFirst),
		ByTo:       slices.Contains(t.ClaimedBy, BySecond),
		ByDocument: slices.Contains(t.ClaimedBy, ByDocument),
		Source:     firstSource(t.SourceIDs),
	}
	if o != nil {
		fact.FirstSeen, fact.LastSeen = string(o.ObservedFrom), string(o.ObservedFrom)
		if o.ObservedTo != "" {
			fact.LastSeen = string(o.ObservedTo.AddDays(-1))
		}
	}
	return fact
}

func firstSource(ids []ID) string {
	if len(ids) == 0 {
		return ""
	}
	return string(ids[0])
}

func (f *networkFacts) observation(o *Observation) analysis.Observation {
	out := analysis.Observation{From: string(o.ObservedFrom), To: string(o.ObservedTo), Source: firstSource(o.SourceIDs)}
	if slices.Contains(o.Covers, CoversTies) {
		out.Relations = withoutAll(o.TieTypes)
		out.AllRelations = len(o.TieTypes) == 0 || slices.Contains(o.TieTypes, AllTypes)
	}
	if slices.Contains(o.Covers, CoversContracts) {
		out.Contracts = withoutAll(o.ContractTypes)
		out.AllContracts = len(o.ContractTypes) == 0 || slices.Contains(o.ContractTypes, AllTypes)
	}
	for _, e := range f.rosters[o.ID] {
		out.Roster = append(out.Roster, string(e.OrganisationID))
		if e.Responded == TriYes {
			out.Respondents = append(out.Respondents, string(e.OrganisationID))
		}
	}
	return out
}

func withoutAll(types []string) []string {
	return slices.DeleteFunc(slices.Clone(types), func(t string) bool { return t == AllTypes })
}

// Side says on which side of the money a party stands, by its role.
func (r PartyRole) Side() analysis.Side {
	switch r {
	case PartyBuyer, PartyFunder, PartyLender, PartyLessee, PartyShareholder:
		return analysis.Payer
	case PartySupplier, PartyCoSupplier, PartySubcontractor, PartyBeneficiary, PartyBorrower, PartyLessor, PartyIssuer:
		return analysis.Payee
	}
	return analysis.NoSide
}
