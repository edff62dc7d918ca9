package criteria

import (
	"slices"
	"strings"

	"polehub/hub"
)

// oneOffVenture is exclusion X1: what joins the members is one contract, to
// create a firm or for a short time.
func oneOffVenture(f *Facts, v values) (out finding) {
	var between, endless []hub.ID
	passing := yes // each is for capital or short
	for _, d := range f.Deals {
		if len(d.Members) < 2 {
			continue
		}
		between = append(between, dealID(d))
		if d.Contract.Type == hub.ContractCapital {
			continue
		}
		long := d.lasts(int(v.number("months")), f.To)
		if long == unknown {
			endless = append(endless, dealID(d))
		}
		passing = and(passing, not(long))
	}
	types := map[hub.TieType]bool{}
	for _, t := range f.Joint {
		if t.Type.Family() != "INFORMATION" {
			types[t.Type] = true
		}
	}
	out.show("CONTRACTS_BETWEEN_MEMBERS", float64(len(between)), 0, between)
	out.show("TYPES_OF_TIES", float64(len(types)), 0, nil)
	searched, unasked := f.searched(hub.CoversContracts), f.unasked(cooperationTypes()...)
	few, alone := is(float64(len(between)) <= v.number("contracts")), is(len(types) <= 1)
	there := is(len(between) > 0)
	if !searched {
		few, there = min(few, unknown), max(there, unknown)
	}
	if len(unasked) > 0 {
		alone = min(alone, unknown)
	}
	out.exclude(and(there, few, passing, alone))
	if out.state == Insufficient {
		if !searched {
			out.needPole(GapContracts)
		}
		out.need(GapContractEnd, endless)
		out.need(GapTies, unasked)
	}
	return out
}

// natureOfCarrier is exclusions X2 to X5: who carries the pole is of a kind, a
// legal category, an activity or a name that points to another thing than a
// pole, and members have no economic contracts with one another.
func natureOfCarrier(f *Facts, v values) (out finding) {
	carriers := f.carriers()
	signs := of(carriers, memberID, func(m *Member) tri {
		named := hub.Fold(strings.Join(append([]string{m.Name, f.Pole.Name, string(f.Pole.Summary)}, m.Aliases...), " "))
		sign := is(v.has("kinds", string(m.Kind)) || v.has("legalCategories", string(m.LegalCategory)) || v.has("activities", string(m.ActivityCode)) ||
			slices.ContainsFunc(v.lists["words"], func(w string) bool { return strings.Contains(named, hub.Fold(w)) }))
		if sign == no && m.Kind == hub.KindPublicBody && m.LegalCategory == "" && len(v.lists["legalCategories"]) > 0 {
			return unknown // it may be a chamber
		}
		return sign
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
	signed := signs.atLeast(1)
	if len(carriers) == 0 {
		signed = unknown
		out.note(NoteNoCarrier)
	}
	out.exclude(and(signed, not(joined)))
	if out.state != Insufficient {
		return out
	}
	if len(carriers) == 0 {
		out.needPole(GapCarrier)
	}
	out.need(GapLegalForm, signs.unknown)
	if joined == unknown {
		out.needPole(GapContracts)
	}
	return out
}

// exclude sets the state of an exclusion; what is raised is for people to decide.
func (f *finding) exclude(condition tri) {
	f.state = raised(condition)
	if f.state == Raised {
		f.note(NoteForHuman)
	}
}
