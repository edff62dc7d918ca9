package criteria

import (
	"slices"

	"polehub/hub"
)

// tri is the truth of a condition: it holds, does not, or is not known.
type tri int8

const (
	no      tri = -1
	unknown tri = 0
	yes     tri = 1
)

func not(a tri) tri { return -a }

// and holds when all do; one that does not is enough for it not to.
func and(conditions ...tri) tri { return slices.Min(conditions) }

// or holds when one does.
func or(conditions ...tri) tri { return slices.Max(conditions) }

func is(b bool) tri {
	if b {
		return yes
	}
	return no
}

// count is how many of some things have a property: those known to have it, and
// those of which nobody knows. The others are known not to.
type count struct {
	yes, unknown []hub.ID
	others       int
}

// of sorts things into a count.
func of[T any](things []T, id func(T) hub.ID, has func(T) tri) count {
	var c count
	for _, t := range things {
		switch has(t) {
		case yes:
			c.yes = append(c.yes, id(t))
		case unknown:
			c.unknown = append(c.unknown, id(t))
		default:
			c.others++
		}
	}
	return c
}

func (c count) n() int { return len(c.yes) + len(c.unknown) + c.others }

// atLeast holds when k have the property whatever the unknown ones do.
func (c count) atLeast(k float64) tri {
	switch {
	case float64(len(c.yes)) >= k:
		return yes
	case float64(len(c.yes)+len(c.unknown)) < k:
		return no
	}
	return unknown
}

// share holds a share of the count against a limit, whatever the unknown ones
// do. over asks for more than the limit, not for as much. It is open when less
// than the part minKnown of all is known.
func (c count) share(limit, minKnown float64, over bool) tri {
	n := float64(c.n())
	if n == 0 {
		return no
	}
	reaches := func(k int) tri { return is(float64(k)/n > limit || !over && float64(k)/n >= limit) }
	low, high := reaches(len(c.yes)), reaches(len(c.yes)+len(c.unknown))
	if low != high || 1-float64(len(c.unknown))/n < minKnown {
		return unknown
	}
	return low
}

// graded turns two conditions into a state: the first satisfies, the second is
// enough for a part.
func graded(satisfied, partly tri) State {
	switch {
	case satisfied == yes:
		return Satisfied
	case satisfied == unknown || partly == unknown:
		return Insufficient
	case partly == yes:
		return Partly
	}
	return Not
}

// raised turns the conditions of an exclusion into a state.
func raised(condition tri) State {
	switch condition {
	case yes:
		return Raised
	case no:
		return NotRaised
	}
	return Insufficient
}
