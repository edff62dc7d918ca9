package seed

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"polehub/hub"
)

// isTieClaim reports the two lists of a tie that belong together.
func isTieClaim(f *hub.Field) bool {
	return f == hub.TieNoun.Field("strengths") || f == hub.TieNoun.Field("claimedBy")
}

// claimOrder is the order in which the claims of a united tie are written.
var claimOrder = []hub.Claimant{hub.ByFirst, hub.BySecond, hub.ByDocument}

// uniteClaims adds the claims of another row of the same tie to tie, each with
// its strength; decide says which of two strengths of one claim stands. One
// strength holds for a whole tie, also for claims that name none. A claim that
// names none beside others that differ has no place in the model: it stays in a
// flag.
func uniteClaims(tie, other *hub.Tie, decide func(c hub.Claimant, have, in int) int) {
	before := strengths(tie)
	ratings := maps.Clone(before)
	for c, in := range strengths(other) {
		if have, rated := ratings[c]; rated && have != in {
			in = decide(c, have, in)
		}
		ratings[c] = in
	}
	if maps.Equal(ratings, before) && len(without(other.ClaimedBy, tie.ClaimedBy)) == 0 {
		return
	}
	distinct := slices.Compact(slices.Sorted(maps.Values(ratings)))
	var claims []hub.Claimant
	for _, c := range claimOrder {
		_, rated := ratings[c]
		claimed := slices.Contains(tie.ClaimedBy, c) || slices.Contains(other.ClaimedBy, c)
		if claimed && !rated && len(distinct) > 1 {
			addFlag(tie, unratedClaim(c))
			continue
		}
		if claimed {
			claims = append(claims, c)
			dropFlags(tie, func(flag hub.Flag) bool { return flag == unratedClaim(c) })
		}
	}
	tie.ClaimedBy, tie.Strengths = claims, distinct
	if len(distinct) > 1 {
		tie.Strengths = make([]int, len(claims))
		for i, c := range claims {
			tie.Strengths[i] = ratings[c]
		}
	}
}

func unratedClaim(c hub.Claimant) hub.Flag {
	return hub.Flag{Field: "claimed_by", Code: hub.FlagValueInvalid, Raw: hub.Text(c), Message: "no strength beside claims whose strengths differ"}
}

// strengths gives the rating of each claim; one rating of a tie holds for all
// its claims.
func strengths(t *hub.Tie) map[hub.Claimant]int {
	ratings := map[hub.Claimant]int{}
	for i, c := range t.ClaimedBy {
		switch {
		case len(t.Strengths) == 1:
			ratings[c] = t.Strengths[0]
		case i < len(t.Strengths):
			ratings[c] = t.Strengths[i]
		}
	}
	return ratings
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
	next.Flags = slices.Clone(stored.Flags)
	uniteClaims(next, incoming, func(_ hub.Claimant, _, in int) int { return in })
	for _, flag := range incoming.Flags {
		addFlag(next, flag)
	}
	orderFlags(next, stored)
	if hub.Equal(stored, next) {
		return stored
	}
	return next
}

// claims unites the claims of two sources. Where they rate one claim
// differently, the rule of disputes holds, claim by claim.
func (u *union) claims() {
	incoming, stored := u.incoming.(*hub.Tie), u.stored.(*hub.Tie)
	theirs := strengths(incoming)
	for c, have := range strengths(stored) {
		if in, rated := theirs[c]; rated && in == have {
			u.settleRating(c)
		}
	}
	uniteClaims(u.next.(*hub.Tie), incoming, func(c hub.Claimant, have, in int) int {
		u.settleRating(c)
		owners := without(stored.SourceIDs, ratingDisputants(stored, c))
		stands, loser, losers := have, in, incoming.SourceIDs
		if len(owners) == 0 || minimum(incoming.SourceIDs) <= minimum(owners) {
			stands, loser, losers = in, have, without(owners, incoming.SourceIDs)
			dropFlags(u.next, func(flag hub.Flag) bool { return isRatingDispute(flag, c) && flag.Raw == rating(c, in) })
		}
		for _, source := range losers {
			addFlag(u.next, hub.Flag{Field: "strength", Code: hub.FlagSourcesDisagree, Raw: rating(c, loser), Message: hub.Text(source)})
		}
		return stands
	})
}

// settleRating drops what flags say that the incoming sources rated.
func (u *union) settleRating(c hub.Claimant) {
	incoming := sourcesOf(u.incoming)
	dropFlags(u.next, func(flag hub.Flag) bool {
		return isRatingDispute(flag, c) && slices.Contains(incoming, hub.ID(flag.Message))
	})
}

// rating writes the strength of one claim.
func rating(c hub.Claimant, strength int) hub.Text {
	return hub.Text(fmt.Sprintf("%s:%d", c, strength))
}

func isRatingDispute(flag hub.Flag, c hub.Claimant) bool {
	return flag.Field == "strength" && flag.Code == hub.FlagSourcesDisagree && strings.HasPrefix(string(flag.Raw), string(c)+":")
}

// ratingDisputants are the sources whose rating of a claim lost.
func ratingDisputants(t *hub.Tie, c hub.Claimant) []hub.ID {
	var ids []hub.ID
	for _, flag := range t.Flags {
		if isRatingDispute(flag, c) {
			ids = append(ids, hub.ID(flag.Message))
		}
	}
	return ids
}
