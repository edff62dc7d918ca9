package seed

import (
	"cmp"
	"slices"

	"polehub/hub"
)

// joinRecords adds to a record what another says of the same fact, so that the
// order of the two does not matter: what one leaves open the other fills, lists
// are united, the smaller of two values stands and the other stays in a flag.
// A correction replaces the values that it knows to be other. The keys of the
// two, and where they stand in a list, are not touched.
func joinRecords(into, from hub.Record, correction bool) {
	n := into.Noun()
	for _, f := range n.Fields[1:] {
		switch {
		case f.Type == hub.TypeFlags || slices.Contains(n.Key, f):
		case f.Type == hub.TypeList || f.Type == hub.TypeRefs:
			joinLists(into, from, f)
		default:
			joinValues(into, from, f, correction)
		}
	}
	for _, flag := range flagsOf(from) {
		if !answered(into, flag) && !isStandIn(flag.Code) {
			addFlag(into, flag)
		}
	}
	dropFlags(into, func(flag hub.Flag) bool { return answered(into, flag) })
	sortFlags(into)
}

// answered reports a flag about a value that was missing and is there by now.
func answered(r hub.Record, flag hub.Flag) bool {
	f := r.Noun().Column(string(flag.Field))
	return flag.Code == hub.FlagAmountMissing && f != nil && f.Get(r) != nil
}

func joinLists(into, from hub.Record, f *hub.Field) {
	mine, theirs := f.List(into), f.List(from)
	all := slices.Concat(mine, theirs)
	slices.Sort(all)
	if all = slices.Compact(all); !slices.Equal(all, mine) {
		set(f, into, all)
	}
}

// known is the value that a record states; nil for one that it calls unknown.
func known(f *hub.Field, r hub.Record) any {
	if v := stated(f, r); v != "UNKNOWN" || f.Enum == nil {
		return v
	}
	return nil
}

func joinValues(into, from hub.Record, f *hub.Field, correction bool) {
	mine, theirs := known(f, into), known(f, from)
	if theirs == nil || mine == theirs {
		return
	}
	if standsIn(from, f) && mine != nil {
		if standsIn(into, f) && compareValues(theirs, mine) < 0 {
			set(f, into, theirs)
		}
		return
	}
	isValue := func(v any) func(hub.Flag) bool {
		return func(flag hub.Flag) bool {
			return string(flag.Field) == f.Column && flag.Code == hub.FlagSourcesDisagree && (v == nil || string(flag.Raw) == text(f, v))
		}
	}
	switch {
	case mine == nil || standsIn(into, f):
		set(f, into, theirs)
		dropFlags(into, func(flag hub.Flag) bool { return string(flag.Field) == f.Column && isStandIn(flag.Code) })
	case slices.ContainsFunc(flagsOf(into), isValue(theirs)):
	case correction:
		dropFlags(into, func(flag hub.Flag) bool {
			return string(flag.Field) == f.Column && (isValue(nil)(flag) || about(flag.Code))
		})
		set(f, into, theirs)
	default:
		loser := theirs
		if compareValues(theirs, mine) < 0 {
			set(f, into, theirs)
			loser = mine
		}
		addFlag(into, hub.Flag{Field: hub.Text(f.Column), Code: hub.FlagSourcesDisagree, Raw: hub.Text(text(f, loser))})
	}
}

// about reports the flags that speak of a value as it was received.
func about(code hub.FlagCode) bool {
	switch code {
	case hub.FlagAmountCleaned, hub.FlagDateCleaned, hub.FlagDatePartial, hub.FlagDurationCleaned, hub.FlagMojibakeSuspected:
		return true
	}
	return false
}

// compareValues orders two canonical values of one field.
func compareValues(a, b any) int {
	switch a := a.(type) {
	case int64:
		return cmp.Compare(a, b.(int64))
	case float64:
		return cmp.Compare(a, b.(float64))
	case string:
		return cmp.Compare(a, b.(string))
	}
	return 0
}
