package criteria

import (
	"slices"

	"polehub/hub"
)

// searched reports whether observations of the pole looked for facts of a kind
// during all of the time asked about: what they did not find is then known to
// be absent. For contracts it takes a search for every one of the types;
// for all when none is given.
func (f *Facts) searched(what hub.Coverage, types ...hub.ContractType) bool {
	return f.Searched(f.From, f.To, what, types...)
}

// unasked lists the pairs of members, one after another, of which nobody asked
// on the last day of the time whether they have ties of all these types. A pair
// was asked when both stood on the roster of an observation and one answered.
// An observation that states no types asked about all of them.
func (f *Facts) unasked(types ...hub.TieType) (pairs []hub.ID) {
	var rosters []map[hub.ID]bool // asked, and whether answered
	for _, o := range f.Observations {
		if !slices.Contains(o.Covers, hub.CoversTies) || o.ObservedFrom == "" || o.ObservedFrom > f.day() || o.Until() <= f.day() ||
			len(o.TieTypes) > 0 && !hub.ListsTypes(o.TieTypes, types) {
			continue
		}
		roster := map[hub.ID]bool{}
		for _, e := range f.Roster(o.ID) {
			roster[e.OrganisationID] = e.Responded == hub.TriYes
		}
		rosters = append(rosters, roster)
	}
	for i, a := range f.Members {
		for _, b := range f.Members[i+1:] {
			if f.Collapsed && a.Group == b.Group {
				continue
			}
			if !slices.ContainsFunc(rosters, func(r map[hub.ID]bool) bool {
				answeredA, askedA := r[a.ID]
				answeredB, askedB := r[b.ID]
				return askedA && askedB && (answeredA || answeredB)
			}) {
				pairs = append(pairs, a.ID, b.ID)
			}
		}
	}
	return pairs
}

// cooperationTypes are the types of ties by which members pool or produce
// together: all but information and trust.
func cooperationTypes() []hub.TieType {
	var types []hub.TieType
	for _, v := range hub.TieTypes.Values {
		if t := hub.TieType(v.Code); t.Family() != "INFORMATION" {
			types = append(types, t)
		}
	}
	return types
}
