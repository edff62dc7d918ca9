package analysis

// Survey scores and governance, measured on a [Survey].
const (
	// TrustScore is the mean rating, 1 to 4, that a member receives from others: the
	// mean of each dimension, then of the dimensions; of the network, the mean over
	// rated members. Ratings of oneself are left out, and the number of raters stands
	// beside it. NO_RATINGS. Varda, Chandra, Stern & Lurie 2008.
	TrustScore Indicator = "TRUST_SCORE"

	// ValueScore is the same of the value that others see in a member.
	ValueScore Indicator = "VALUE_SCORE"

	// GovernanceHint suggests a form of governance by thresholds that are conventions
	// of this product: SHARED (1), LEAD_ORGANISATION (2), ADMINISTRATIVE_ORGANISATION
	// (3), UNCLEAR (0). It is no finding; its inputs stand beside it. Undefined when an
	// input is, with its reason; NO_VARIATION when most central members are of both
	// roles. After Provan & Kenis 2008.
	GovernanceHint Indicator = "GOVERNANCE_HINT"
)
