package criteria

import (
	"cmp"
	"math"
	"slices"

	"polehub/hub"
)

// commitment is criterion M6: members stay, or have signed for years.
func commitment(f *Facts, v values) (out finding) {
	members := f.counted()
	if len(members) == 0 {
		out.state = Insufficient
		out.note(NoteNoMembers)
		return out
	}
	low, high, undated := tenure(members, f.To)
	out.show("MEDIAN_TENURE_MONTHS", low, len(members)-len(undated), ids(members))
	if len(undated) > 0 {
		out.note(NoteCensored)
	}
	median := func(limit float64) tri {
		switch {
		case low >= limit:
			return yes
		case high < limit:
			return no
		}
		return unknown
	}
	agreed, agreements := f.multiYear(v)
	out.show("MULTI_YEAR_AGREEMENTS", float64(len(agreements)), 0, agreements)
	if agreed == unknown {
		out.needPole(GapAgreements)
	}
	long, some := median(v.number("months")), median(v.number("partlyMonths"))
	if long == unknown || some == unknown {
		out.need(GapMemberSince, undated)
	}
	out.grade(or(long, agreed), some)
	return out
}

// tenure gives the least and the most that the median of the members' months in
// the pole can be; undated are the members of unknown start.
func tenure(members []*Member, to hub.Date) (low, high float64, undated []hub.ID) {
	least, most := make([]float64, len(members)), make([]float64, len(members))
	for i, m := range members {
		if m.Since == "" {
			undated = append(undated, m.ID)
			most[i] = math.Inf(1)
			continue
		}
		least[i] = float64(monthsBetween(m.Since, to))
		most[i] = least[i]
	}
	return median(least), median(most), undated
}

func median(x []float64) float64 {
	slices.Sort(x)
	return (x[(len(x)-1)/2] + x[len(x)/2]) / 2
}

// multiYear finds the agreements of a long enough term that enough members are
// party to.
func (f *Facts) multiYear(v values) (tri, []hub.ID) {
	members := f.counted()
	signed := map[hub.ID]bool{}
	var agreements []hub.ID
	enough := no
	for _, d := range f.Deals {
		if d.From == "" || !f.during(d.From, d.To) || monthsBetween(d.From, cmp.Or(d.To, f.To)) < int(v.number("agreementMonths")) {
			continue
		}
		clear(signed)
		for _, id := range d.Members {
			signed[f.member(id).countedAs(f)] = true
		}
		if len(signed) > 0 {
			agreements = append(agreements, dealID(d))
		}
		if float64(len(signed)) >= v.number("signedShare")*float64(len(members)) {
			enough = yes
		}
	}
	if enough == no && !f.searched(hub.CoversContracts, hub.ContractObjectivesAgreement, hub.ContractPartnership) {
		enough = unknown
	}
	return enough, agreements
}

// countedAs is the id under which a member counts.
func (m *Member) countedAs(f *Facts) hub.ID {
	if f.Collapsed {
		return m.Group
	}
	return m.ID
}

// democraticCarrier is criterion T4: the form of the carrier is cooperative or
// associative, and no college has more than a share of the votes.
func democraticCarrier(f *Facts, v values) (out finding) {
	carriers := f.carriers()
	form := no
	var formless []hub.ID
	for _, c := range carriers {
		switch cooperative(c, v) {
		case yes:
			form = yes
		case unknown:
			form = max(form, unknown)
			formless = append(formless, c.ID)
		}
	}
	out.show("CARRIERS", float64(len(carriers)), 0, ids(carriers))
	if len(carriers) == 0 {
		out.state = Insufficient
		out.note(NoteNoCarrier)
		out.needPole(GapCarrier)
		return out
	}
	balanced := f.balanced(v.number("collegeShare"), &out)
	if form == unknown {
		out.need(GapLegalForm, formless)
	}
	out.grade(and(form, balanced), form)
	return out
}

// cooperative reads the legal form: a category of the list, or a cooperative
// status that a claim in force states.
func cooperative(m *Member, v values) tri {
	for _, c := range m.Claims {
		if (c.Claim == hub.ClaimScic || c.Claim == hub.ClaimScop) && c.Value == hub.TriYes {
			return yes
		}
	}
	switch {
	case m.LegalCategory == "":
		return unknown
	case v.has("legalCategories", string(m.LegalCategory)):
		return yes
	}
	return no
}

// balanced reports whether no college has more than a share of the votes. A
// member whose college or votes are unknown leaves it open.
func (f *Facts) balanced(limit float64, out *finding) tri {
	votes, total := map[string]int{}, 0
	var open []hub.ID
	for _, m := range f.Members {
		last := m.Memberships[len(m.Memberships)-1]
		if last.College == "" || last.Votes == nil {
			open = append(open, m.ID)
			continue
		}
		votes[string(last.College)] += *last.Votes
		total += *last.Votes
	}
	largest := 0
	for _, n := range votes {
		largest = max(largest, n)
	}
	if total > 0 {
		out.show("LARGEST_COLLEGE_SHARE", float64(largest)/float64(total), len(f.Members)-len(open), nil)
	}
	out.need(GapVotes, open)
	if len(open) > 0 || total == 0 {
		return unknown
	}
	return is(float64(largest) <= limit*float64(total))
}

// privateCarrier is that the pole is carried by a legal person of private law.
func privateCarrier(f *Facts, _ values) (out finding) {
	carriers := f.carriers()
	out.show("CARRIERS", float64(len(carriers)), 0, ids(carriers))
	if len(carriers) == 0 {
		out.state = Insufficient
		out.note(NoteNoCarrier)
		out.needPole(GapCarrier)
		return out
	}
	c := of(carriers, memberID, isPrivatePerson)
	out.need(GapLegalForm, c.unknown)
	switch {
	case len(c.unknown) > 0:
		out.state = Insufficient
	case len(c.yes) > 0 && c.others > 0:
		out.state = Partly
		out.note(NoteCarriersDiffer)
	case c.others > 0:
		out.state = Not
	default:
		out.state = Satisfied
	}
	return out
}

// isPrivatePerson reads the legal category: public when it has a tier, no legal
// person for those below 3000 and undeclared associations.
func isPrivatePerson(m *Member) tri {
	if m.Publicness() == hub.ClassPublic {
		return no
	}
	category, ok := hub.LegalCategory(string(m.LegalCategory))
	switch {
	case !ok:
		return unknown
	case category.PublicTier != "" || category.Code < "3000" || category.Code == "9210":
		return no
	}
	return yes
}
