package criteria

import (
	"slices"

	"polehub/hub"
)

// isESSEnterprise is the sense of article 1 of law 2014-856: a private actor that
// belongs to the social economy and does more than represent others.
func isESSEnterprise(m *Member) tri {
	if m.Publicness() == hub.ClassPublic || m.Kind == hub.KindNetwork {
		return no
	}
	return essOf(m)
}

func essOf(m *Member) tri {
	switch m.ESS.Value {
	case hub.TriYes:
		return yes
	case hub.TriNo:
		return no
	}
	return unknown
}

// isOtherEnterprise is an enterprise outside the social economy.
func isOtherEnterprise(m *Member) tri {
	if m.Kind != hub.KindEnterprise {
		return no
	}
	return not(essOf(m))
}

// isEconomic tells the contracts by which goods, services, places, people or
// capital change hands against a price from grants, agreements on objectives,
// charters and partnerships.
func isEconomic(t hub.ContractType) bool { return slices.Contains(economicTypes(), t) }

func economicTypes() []hub.ContractType {
	return []hub.ContractType{
		hub.ContractPublicProcurement, hub.ContractConcession, hub.ContractService, hub.ContractPremises, hub.ContractSecondment,
		hub.ContractEmployerGroup, hub.ContractGie, hub.ContractCapital, hub.ContractCoContracting, hub.ContractLoanOrGuarantee,
	}
}

// economic finds the economic contracts that a member is party to, in force at
// the time or ended since a day before it, and joint offers of members.
func (f *Facts) economic(since hub.Date) (found []hub.ID) {
	for _, d := range f.Deals {
		if len(d.Members) > 0 && isEconomic(d.Contract.Type) && (d.To == "" || d.To > since) {
			found = append(found, dealID(d))
		}
	}
	for _, t := range f.Joint {
		if t.Type == hub.TieJointOffer {
			found = append(found, t.ID)
		}
	}
	slices.Sort(found)
	return found
}

// enterpriseMix is criterion M1 of labo-2012: both kinds of enterprises, and an
// economic side.
func enterpriseMix(f *Facts, v values) (out finding) {
	ess, other := f.tally(f.Members, isESSEnterprise), f.tally(f.Members, isOtherEnterprise)
	since := f.From.AddMonths(-int(v.number("months")))
	contracts := f.economic(since)
	economic := is(float64(len(contracts)) >= v.number("economicContracts"))
	if economic == no {
		if !f.Searched(since, f.To, hub.CoversContracts, economicTypes()...) {
			economic = unknown
			out.needPole(GapContracts)
		}
		if pairs := f.unasked(hub.TieJointOffer); len(pairs) > 0 {
			economic = unknown
			out.need(GapTies, pairs)
		}
	}
	mix := and(ess.atLeast(v.number("essEnterprises")), other.atLeast(v.number("otherEnterprises")))
	out.show("ESS_ENTERPRISES", float64(len(ess.yes)), ess.n(), ess.yes)
	out.show("OTHER_ENTERPRISES", float64(len(other.yes)), other.n(), other.yes)
	out.show("UNKNOWN_ESS", float64(len(ess.unknown)), ess.n(), ess.unknown)
	out.show("ECONOMIC_CONTRACTS", float64(len(contracts)), 0, contracts)
	if mix == unknown {
		out.need(GapESS, ess.unknown)
	}
	out.grade(and(mix, economic), or(mix, economic))
	return out
}

// memberNumber is how many organisations there are.
func memberNumber(f *Facts, v values) (out finding) {
	state := func(members []*Member) State {
		n := float64(len(members))
		return graded(is(n >= v.number("satisfied")), is(n >= v.number("partly")))
	}
	all, once := f.Members, f.groups()
	out.show("MEMBERS", float64(len(all)), len(all), ids(all))
	out.show("MEMBERS_GROUPS_ONCE", float64(len(once)), len(all), ids(once))
	out.state = state(f.counted())
	if state(all) != state(once) {
		out.note(NoteGroupsDiffer)
	}
	if above := v.number("noteAbove"); above > 0 && float64(len(f.counted())) > above {
		out.note(NoteAboveText)
	}
	return out
}

func ids(members []*Member) []hub.ID {
	out := make([]hub.ID, len(members))
	for i, m := range members {
		out[i] = m.ID
	}
	return out
}

// socialUtility is the share of private members with a recognised marker: the
// social economy, or one of the statuses of the list "claims".
func socialUtility(f *Facts, v values) (out finding) {
	c := f.tally(f.private(), func(m *Member) tri {
		for _, claim := range m.Claims {
			if claim.Value == hub.TriYes && v.has("claims", string(claim.Claim)) {
				return yes
			}
		}
		return essOf(m)
	})
	out.shares("RECOGNISED_UTILITY", c, v.number("satisfied"), v.number("partly"), v.number("minKnown"))
	return out
}

// private are the members that are not public actors.
func (f *Facts) private() []*Member {
	return slices.DeleteFunc(slices.Clone(f.Members), func(m *Member) bool { return m.Publicness() == hub.ClassPublic })
}

// essShare is the share of members in the social economy, which public actors
// do not belong to (article 1 of law 2014-856).
func essShare(f *Facts, v values) (out finding) {
	c := f.tally(f.Members, func(m *Member) tri {
		if m.Publicness() == hub.ClassPublic {
			return no
		}
		return essOf(m)
	})
	out.shares("ESS_SHARE", c, v.number("satisfied"), v.number("satisfied"), v.number("minKnown"))
	return out
}

// shares grades a share of members against two limits, each to be passed.
func (f *finding) shares(code Figure, c count, satisfied, partly, minKnown float64) {
	f.show(code, float64(len(c.yes)), c.n()-len(c.unknown), c.yes)
	f.show("UNKNOWN_ESS", float64(len(c.unknown)), c.n(), c.unknown)
	f.need(GapESS, c.unknown)
	if c.n() == 0 {
		f.state = Insufficient
		return
	}
	f.grade(c.share(satisfied, minKnown, true), c.share(partly, minKnown, true))
}

// grade sets the state and says when a part is certain although more is unknown.
func (f *finding) grade(satisfied, partly tri) {
	f.state = graded(satisfied, partly)
	if f.state == Insufficient && partly == yes {
		f.note(NoteAtLeastPartly)
	}
}

// essEnterprises, otherEnterprises, otherPersons: so many of each are members.
func essEnterprises(f *Facts, v values) finding {
	return f.atLeast("ESS_ENTERPRISES", f.tally(f.Members, isESSEnterprise), v)
}

func otherEnterprises(f *Facts, v values) finding {
	return f.atLeast("OTHER_ENTERPRISES", f.tally(f.Members, isOtherEnterprise), v)
}

func otherPersons(f *Facts, v values) finding {
	return f.atLeast("OTHER_PERSONS", f.tally(f.Members, func(m *Member) tri { return is(v.has("kinds", string(m.Kind))) }), v)
}

func (f *Facts) atLeast(code Figure, c count, v values) (out finding) {
	enough := c.atLeast(v.number("satisfied"))
	out.show(code, float64(len(c.yes)), c.n(), c.yes)
	if enough == unknown {
		out.need(GapESS, c.unknown)
	}
	out.grade(enough, enough)
	return out
}

// employment holds the limits that the size bands of members other than public
// actors give against a number of jobs that the asker names. Bands are limits, never
// headcounts.
func employment(f *Facts, v values) (out finding) {
	low, high, open := 0.0, 0.0, false
	var banded, missing []hub.ID
	for _, m := range f.Members {
		if m.Publicness() == hub.ClassPublic {
			continue
		}
		least, most, ok := jobsOfBand(string(m.SizeBand))
		if !ok {
			missing = append(missing, m.ID)
			continue
		}
		banded = append(banded, m.ID)
		low, high, open = low+least, high+most, open || most == 0 && least > 0
	}
	all := len(banded) + len(missing)
	out.show("JOBS_AT_LEAST", low, all, banded)
	if len(missing) == 0 && !open && len(banded) > 0 {
		out.show("JOBS_AT_MOST", high, all, banded)
	}
	out.note(NoteBands)
	out.need(GapSizeBand, missing)
	threshold, asked := v.numbers["jobs"]
	switch {
	case !asked:
		out.state = Insufficient
		out.note(NoteThresholdWanted)
	case low >= threshold:
		out.state = Satisfied
	case len(missing) == 0 && !open && high < threshold:
		out.state = Not
	default:
		out.state = Insufficient
	}
	return out
}

// jobsOfBand gives the limits of an INSEE band of employees; most is 0 for the
// open band.
func jobsOfBand(code string) (least, most float64, ok bool) {
	switch code {
	case "00":
		return 0, 0, true
	case "01":
		return 1, 2, true
	case "02":
		return 3, 5, true
	case "03":
		return 6, 9, true
	case "11":
		return 10, 19, true
	case "12":
		return 20, 49, true
	case "21":
		return 50, 99, true
	case "22":
		return 100, 199, true
	case "31":
		return 200, 249, true
	case "32":
		return 250, 499, true
	case "41":
		return 500, 999, true
	case "42":
		return 1000, 1999, true
	case "51":
		return 2000, 4999, true
	case "52":
		return 5000, 9999, true
	case "53":
		return 10_000, 0, true
	}
	return 0, 0, false
}
