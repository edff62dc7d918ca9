package criteria

import (
	"cmp"
	"slices"
	"strings"

	"polehub/hub"
)

// oneOffVenture is exclusion X1: what joins the members is one contract, to
// create a firm or for a short time.
func oneOffVenture(f *Facts, v values) (out finding) {
	var between []hub.ID
	short, capital := true, true
	for _, d := range f.Deals {
		if len(d.Members) < 2 {
			continue
		}
		between = append(between, dealID(d))
		capital = capital && d.Contract.Type == hub.ContractCapital
		short = short && d.From != "" && monthsBetween(d.From, cmp.Or(d.To, f.To)) < int(v.number("months"))
	}
	types := map[hub.TieType]bool{}
	for _, t := range f.Ties {
		if t.Type.Family() != "INFORMATION" && f.during(t.ValidFrom, t.ValidTo) {
			types[t.Type] = true
		}
	}
	out.show("CONTRACTS_BETWEEN_MEMBERS", float64(len(between)), 0, between)
	out.show("TYPES_OF_TIES", float64(len(types)), 0, nil)
	few := is(float64(len(between)) <= v.number("contracts"))
	one := unknown
	switch {
	case len(types) > 1:
		one = no
	case len(between) > 0:
		one = and(few, is(short || capital))
	case f.searched(hub.CoversContracts, hub.ContractCapital):
		one = no
	}
	out.exclude(one, GapContracts)
	return out
}

// natureOfCarrier is exclusions X2 to X5: who carries the pole is of a kind, a
// legal category, an activity or a name that points to another thing than a
// pole, and members have no economic contracts with one another.
func natureOfCarrier(f *Facts, v values) (out finding) {
	carriers := f.carriers()
	if len(carriers) == 0 {
		out.state = Insufficient
		out.note(NoteNoCarrier)
		out.needPole(GapCarrier)
		return out
	}
	signs := of(carriers, memberID, func(m *Member) tri {
		named := hub.Fold(strings.Join(append([]string{m.Name, string(f.Pole.Summary)}, m.Aliases...), " "))
		return is(v.has("kinds", string(m.Kind)) || v.has("legalCategories", string(m.LegalCategory)) || v.has("activities", string(m.ActivityCode)) ||
			slices.ContainsFunc(v.lists["words"], func(w string) bool { return strings.Contains(named, hub.Fold(w)) }))
	})
	var contracts []hub.ID
	for _, d := range f.Deals {
		if len(d.Members) > 1 && isEconomic(d.Contract.Type) && f.during(d.From, d.To) {
			contracts = append(contracts, dealID(d))
		}
	}
	out.show("CARRIERS_WITH_SIGNS", float64(len(signs.yes)), len(carriers), signs.yes)
	out.show("CONTRACTS_BETWEEN_MEMBERS", float64(len(contracts)), 0, contracts)
	joined := is(float64(len(contracts)) >= v.number("economicContracts"))
	if joined == no && !f.searched(hub.CoversContracts, economicTypes()...) {
		joined = unknown
	}
	out.exclude(and(is(len(signs.yes) > 0), not(joined)), GapContracts)
	return out
}

// exclude sets the state of an exclusion; what is raised is for people to decide.
func (f *finding) exclude(condition tri, gap GapCode) {
	f.state = raised(condition)
	switch f.state {
	case Raised:
		f.note(NoteForHuman)
	case Insufficient:
		f.needPole(gap)
	}
}
