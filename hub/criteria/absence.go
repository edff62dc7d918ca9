package criteria

import (
	"cmp"
	"slices"

	"polehub/hub"
)

// searched reports whether observations of the pole looked for facts of a kind
// during all of the time asked about: what they did not find is then known to
// be absent. For contracts it takes a search for every one of the types.
func (f *Facts) searched(what hub.Coverage, types ...hub.ContractType) bool {
	return f.searchedSince(f.From, what, types...)
}

// searchedSince is searched for a time that begins earlier than the one asked
// about. Several observations may cover it between them.
func (f *Facts) searchedSince(since hub.Date, what hub.Coverage, types ...hub.ContractType) bool {
	var covering []*hub.Observation
	for _, o := range f.Observations {
		if slices.Contains(o.Covers, what) && o.ObservedFrom != "" && lists(o.ContractTypes, types) {
			covering = append(covering, o)
		}
	}
	slices.SortFunc(covering, func(a, b *hub.Observation) int { return cmp.Compare(a.ObservedFrom, b.ObservedFrom) })
	for _, o := range covering {
		if end := observedEnd(o); o.ObservedFrom <= since && end > since {
			since = end
		}
	}
	return since >= f.To
}

// observedEnd is the first day an observation no longer covers: one without an
// end is of one day.
func observedEnd(o *hub.Observation) hub.Date {
	return cmp.Or(o.ObservedTo, o.ObservedFrom.AddDays(1))
}

// lists reports whether a list of types holds all of some, or says ALL.
func lists[T ~string](list []string, types []T) bool {
	return slices.Contains(list, hub.AllTypes) ||
		!slices.ContainsFunc(types, func(t T) bool { return !slices.Contains(list, string(t)) })
}

// unasked lists the pairs of members, one after another, of which nobody asked
// on the last day of the time whether they have ties of all these types. A pair
// was asked when both stood on the roster of an observation and one answered.
// An observation that states no types asked about all of them.
func (f *Facts) unasked(types ...hub.TieType) (pairs []hub.ID) {
	var rosters []map[hub.ID]bool // asked, and whether answered
	for _, o := range f.Observations {
		if !slices.Contains(o.Covers, hub.CoversTies) || o.ObservedFrom == "" || o.ObservedFrom > f.day() || observedEnd(o) <= f.day() ||
			len(o.TieTypes) > 0 && !lists(o.TieTypes, types) {
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

func contractTypes() []hub.ContractType {
	types := make([]hub.ContractType, len(hub.ContractTypes.Values))
	for i, v := range hub.ContractTypes.Values {
		types[i] = hub.ContractType(v.Code)
	}
	return types
}
