package criteria

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"sort"

	"polehub/hub"
)

// commitment is criterion M6: members stay, or have signed for years.
func commitment(f *Facts, v values) (out finding) {
	if len(f.Members) == 0 {
		out.state = Insufficient
		return out
	}
	low, high, undated := f.tenure(f.To)
	out.show("MEDIAN_TENURE_MONTHS", low, len(f.Members)-len(undated), ids(f.Members))
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
	agreed, agreements, endless := f.multiYear(v)
	out.show("MULTI_YEAR_AGREEMENTS", float64(len(agreements)), 0, agreements)
	long, some := median(v.number("months")), median(v.number("partlyMonths"))
	if agreed == unknown && long != yes {
		if !f.searched(hub.CoversContracts) {
			out.needPole(GapAgreements)
		}
		out.need(GapContractEnd, endless)
	}
	if long == unknown || some == unknown {
		out.need(GapMemberSince, undated)
	}
	out.grade(or(long, agreed), some)
	return out
}

// tenure gives the least and the most that the median of the members' months in
// the pole can be; a group that counts once has been there as long as the first
// of its members. undated are the members of unknown start.
func (f *Facts) tenure(then hub.Date) (low, high float64, undated []hub.ID) {
	least, most := map[hub.ID]float64{}, map[hub.ID]float64{}
	for _, m := range f.Members {
		id, months := m.countedAs(f), 0.0
		if m.Since == "" {
			undated = append(undated, m.ID)
			most[id] = math.Inf(1)
		} else {
			months = float64(monthsBetween(m.Since, then))
		}
		least[id], most[id] = max(least[id], months), max(most[id], months)
	}
	return median(slices.Sorted(maps.Values(least))), median(slices.Sorted(maps.Values(most))), undated
}

// commitmentAgings are the days at whose end the median tenure has come to a
// threshold; it can only rise as long as the members stay.
func commitmentAgings(f *Facts, v values, end hub.Date) (days []hub.Date) {
	if len(f.Members) == 0 {
		return nil
	}
	n := 0 // days of the step, that of f and end left out
	for f.To.AddDays(n) < end {
		n++
	}
	for _, limit := range []float64{v.number("months"), v.number("partlyMonths")} {
		for _, of := range []func(low, high float64) float64{func(low, _ float64) float64 { return low }, func(_, high float64) float64 { return high }} {
			reached := func(k int) bool { // at the end of the k-th of the days; -1 is that of f
				low, high, _ := f.tenure(f.To.AddDays(k + 1))
				return of(low, high) >= limit
			}
			if n > 0 && !reached(-1) && reached(n-1) {
				days = append(days, f.To.AddDays(sort.Search(n, reached)))
			}
		}
	}
	return days
}

func median(x []float64) float64 {
	return (x[(len(x)-1)/2] + x[len(x)/2]) / 2
}

// multiYear finds the agreements of a long enough term, and whether enough
// members are party to one. endless are those that would do if they turned out to
// last long enough.
func (f *Facts) multiYear(v values) (enough tri, agreements, endless []hub.ID) {
	members := f.counted()
	signed := map[hub.ID]bool{}
	if f.searched(hub.CoversContracts) {
		enough = no
	}
	for _, d := range f.Deals {
		long := d.lasts(int(v.number("agreementMonths")), f.To)
		if !f.during(d.From, d.To) || long == no {
			continue
		}
		clear(signed)
		for _, id := range d.Members {
			signed[f.member(id).countedAs(f)] = true
		}
		if len(signed) > 0 && long == yes {
			agreements = append(agreements, dealID(d))
		}
		if len(signed) > 0 && float64(len(signed))/float64(len(members)) >= v.number("signedShare") {
			if enough = or(enough, long); long == unknown {
				endless = append(endless, dealID(d))
			}
		}
	}
	return enough, agreements, endless
}

// lasts reports whether a contract runs for so many months. One without an end
// has run until then at least; a contract without a start leaves it open.
func (d *Deal) lasts(months int, then hub.Date) tri {
	long := d.From != "" && monthsBetween(d.From, cmp.Or(d.To, then)) >= months
	if !long && (d.From == "" || d.To == "") {
		return unknown
	}
	return is(long)
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
	var formless, open []hub.ID
	for _, c := range carriers {
		switch cooperative(c, v) {
		case yes:
			form = yes
		case unknown:
			form = max(form, unknown)
			if _, known := hub.LegalCategory(string(c.LegalCategory)); known {
				open = append(open, c.ID)
			} else {
				formless = append(formless, c.ID)
			}
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
		out.need(GapCooperative, open)
	}
	out.grade(and(form, balanced), form)
	return out
}

// cooperative reads the legal form: a category of the list, or a cooperative
// status that a claim in force states. A SCIC has no category of its own: under
// one that the social economy shares with others it is open, unless claims deny
// the statuses or the social economy.
func cooperative(m *Member, v values) tri {
	for _, c := range m.Claims {
		if (c.Claim == hub.ClaimScic || c.Claim == hub.ClaimScop) && c.Value == hub.TriYes {
			return yes
		}
	}
	if v.has("legalCategories", string(m.LegalCategory)) {
		return yes
	}
	category, ok := hub.LegalCategory(string(m.LegalCategory))
	if !ok || category.ESSForm == hub.TriUnknown && essOf(m) != no && !m.denies(hub.ClaimScic, hub.ClaimScop) {
		return unknown
	}
	return no
}

// denies reports whether claims in force say no to each of some statuses.
func (m *Member) denies(statuses ...hub.ClaimKind) bool {
	return !slices.ContainsFunc(statuses, func(s hub.ClaimKind) bool {
		return !slices.ContainsFunc(m.Claims, func(c *hub.Claim) bool { return c.Claim == s && c.Value == hub.TriNo })
	})
}

// balanced reports whether no college has more than a share of the votes. A
// member whose college or votes are unknown leaves it open.
func (f *Facts) balanced(limit float64, out *finding) tri {
	votes, total := map[string]int{}, 0
	var open []hub.ID
	for _, m := range f.Members {
		last := slices.MaxFunc(m.Memberships, func(a, b *hub.Membership) int {
			return cmp.Or(cmp.Compare(a.ValidFrom, b.ValidFrom), cmp.Compare(a.ID, b.ID))
		})
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
