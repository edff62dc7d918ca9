package seed

import (
	"slices"

	"polehub/hub"
)

// isTieClaim reports the two lists of a tie that belong together.
func isTieClaim(f *hub.Field) bool {
	return f == hub.TieNoun.Field("strengths") || f == hub.TieNoun.Field("claimedBy")
}

// claimOrder is the order in which the claims of a united tie are written.
var claimOrder = []hub.Claimant{hub.ByFirst, hub.BySecond, hub.ByDocument}

// uniteClaims adds the claims of another row of the same tie to tie, each with
// its strength. The other's strengths stand where both rate the same claim.
func uniteClaims(tie, other *hub.Tie) {
	mine, whole := strengths(tie)
	theirs, otherWhole := strengths(other)
	same := covered(tie.ClaimedBy, other.ClaimedBy)
	for claim, s := range theirs {
		if have, rated := mine[claim]; !rated || have != s {
			same = false
		}
		mine[claim] = s
	}
	if same {
		return
	}
	var claims []hub.Claimant
	for _, c := range claimOrder {
		if slices.Contains(tie.ClaimedBy, c) || slices.Contains(other.ClaimedBy, c) {
			claims = append(claims, c)
		}
	}
	tie.ClaimedBy, tie.Strengths = claims, nil
	for _, c := range claims {
		if s, rated := mine[c]; rated {
			tie.Strengths = append(tie.Strengths, s)
		}
	}
	// One rating, or one for each claim: with fewer ratings than claims, only
	// the whole tie can carry a rating, and only one that all agree on.
	if len(tie.Strengths) != len(claims) || whole && otherWhole {
		tie.Strengths = slices.Compact(tie.Strengths)
		if len(tie.Strengths) > 1 && len(tie.Strengths) != len(claims) {
			tie.Strengths = tie.Strengths[:1]
		}
	}
}

// replaceTie merges two rows of one tie from the same source. Both ends of a tie
// may report it, each in a row of its own, so a row adds claims and withdraws
// none, and what it leaves open stays.
func replaceTie(stored, incoming *hub.Tie) hub.Record {
	next := hub.Clone(incoming).(*hub.Tie)
	for _, f := range hub.TieNoun.Fields {
		if stated(f, incoming) == nil && f.Type != hub.TypeFlags {
			set(f, next, f.Get(stored))
		}
	}
	next.ClaimedBy, next.Strengths = slices.Clone(stored.ClaimedBy), slices.Clone(stored.Strengths)
	uniteClaims(next, incoming)
	next.SourceIDs = incoming.SourceIDs
	next.Flags = slices.Clone(stored.Flags)
	for _, flag := range incoming.Flags {
		addFlag(next, flag)
	}
	orderFlags(next, stored)
	if hub.Equal(stored, next) {
		return stored
	}
	return next
}

func covered(all, some []hub.Claimant) bool {
	return !slices.ContainsFunc(some, func(c hub.Claimant) bool { return !slices.Contains(all, c) })
}

// strengths gives the rating of each claim; whole says that one rating stands
// for the tie.
func strengths(t *hub.Tie) (ratings map[hub.Claimant]int, whole bool) {
	ratings = map[hub.Claimant]int{}
	if len(t.Strengths) == 0 {
		return ratings, true
	}
	whole = len(t.Strengths) == 1 && len(t.ClaimedBy) > 1
	for i, c := range t.ClaimedBy {
		if whole {
			ratings[c] = t.Strengths[0]
		} else if i < len(t.Strengths) {
			ratings[c] = t.Strengths[i]
		}
	}
	return ratings, whole
}
