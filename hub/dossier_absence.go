package hub

import (
	"cmp"
	"slices"
)

// Searched reports whether observations of the pole looked for facts of a kind
// on all days of [from, to), between them: what they did not find is then known
// to be absent. For contracts it takes a search for every one of the types; for
// all types when none is given.
func (d *Dossier) Searched(from, to Date, what Coverage, types ...ContractType) bool {
	if what == CoversContracts && len(types) == 0 {
		for _, v := range ContractTypes.Values {
			types = append(types, ContractType(v.Code))
		}
	}
	var covering []*Observation
	for _, o := range d.Observations {
		if slices.Contains(o.Covers, what) && o.ObservedFrom != "" && ListsTypes(o.ContractTypes, types) {
			covering = append(covering, o)
		}
	}
	slices.SortFunc(covering, func(a, b *Observation) int { return cmp.Compare(a.ObservedFrom, b.ObservedFrom) })
	for _, o := range covering {
		if end := o.Until(); o.ObservedFrom <= from && end > from {
			from = end
		}
	}
	return from >= to
}

// Until is the first day an observation no longer covers: one without an end is
// of one day.
func (r *Observation) Until() Date { return cmp.Or(r.ObservedTo, r.ObservedFrom.AddDays(1)) }

// ListsTypes reports whether a list of types, as observations state them, holds
// all of some types, or says that it is about all.
func ListsTypes[T ~string](list []string, types []T) bool {
	return slices.Contains(list, AllTypes) ||
		!slices.ContainsFunc(types, func(t T) bool { return !slices.Contains(list, string(t)) })
}
