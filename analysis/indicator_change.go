package analysis

// Change, measured on a [Change] of two days t1 and t2. Pairs of which a state is
// unknown are left out, counted and enter the bounds.
const (
	// TieChange is the number of pairs tied on both days (key KEPT), on the later one
	// only (FORMED) and on the earlier one only (DISSOLVED). A contract that was renewed
	// is kept. kept + dissolved = ties at t1, kept + formed = ties at t2. Snijders, van
	// de Bunt & Steglich 2010.
	TieChange Indicator = "TIE_CHANGE"

	// TieJaccard is kept/(kept+formed+dissolved): how much of what cooperation there was
	// is there on both days. Below about .2 to .3 models of tie change are said to find
	// too much change. NO_TIES when no pair is tied on a day. Range 0 to 1. Jaccard 1901.
	TieJaccard Indicator = "TIE_JACCARD"

	// TiePersistence is kept/(kept+dissolved): which part of the ties of t1 last until
	// t2. NO_FACTS_AT_T1 when there is none. Range 0 to 1.
	TiePersistence Indicator = "TIE_PERSISTENCE"

	// MemberChange is the number of members on both days (key STAYED), on the later
	// (JOINED) and on the earlier one only (LEFT).
	MemberChange Indicator = "MEMBER_CHANGE"

	// LongTieShare is the part of the ties of t2 that have lasted three calendar years
	// or more, renewals chained. Ties of unknown beginning count when they were attested
	// so long ago, else they are left out and enter the bounds. NO_TIES.
	LongTieShare Indicator = "LONG_TIE_SHARE"

	// TieDurationMedian is the first duration, in days, at which half or fewer of the
	// ties last longer. Ties running at t2, and those past their horizon, are censored;
	// those that began before t1 enter late; of unknown beginning, not at all.
	// ALL_CENSORED when more than half last, or all those followed from early on end
	// before the others enter. Kaplan & Meier 1958.
	TieDurationMedian Indicator = "TIE_DURATION_MEDIAN"

	// MemberTenureMedian is the same of memberships. A member that left and came back
	// has two.
	MemberTenureMedian Indicator = "MEMBER_TENURE_MEDIAN"
)
