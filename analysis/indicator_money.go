package analysis

// Money and contracts, measured on a [Ledger]. Amounts are cents of known payments;
// an agreement whose amount, payer or payee is unknown is left out and counted, and
// never lowers a share. Maxima of framework contracts are no payments. A co-contracted
// amount counts once. Undefined without a known amount, or when all are 0
// (NO_AMOUNTS), when one is below 0 (NEGATIVE_AMOUNT) and when currencies differ
// (MIXED_CURRENCIES).
const (
	// Gini is Σ(2i−k−1)x_(i)/(k Σx) over the k values x in ascending order: 0 when all
	// are equal. Of what each funder pays to members (attribute AMOUNT) and of the
	// votes of members (VOTES). Zeros are kept, unknowns left out. One value gives 0.
	// Range 0 to 1−1/k. Gini 1912.
	Gini Indicator = "GINI"

	// GiniCorrected is GINI·k/(k−1), which reaches 1. TOO_FEW_NODES for one value.
	// Deltas 2003.
	GiniCorrected Indicator = "GINI_CORRECTED"

	// HHI is Σ share² over the funders of members, on 0 to 1 and never times 10,000.
	// Herfindahl 1950; Hirschman 1964.
	HHI Indicator = "HHI"

	// EffectiveFunders is 1/HHI: the number of equal funders that would be as
	// concentrated. Unit: funders.
	EffectiveFunders Indicator = "EFFECTIVE_FUNDERS"

	// CR1 is the share of the largest funder, CR3 of the three largest.
	CR1 Indicator = "CR1"
	CR3 Indicator = "CR3"

	// PublicMoneyShare is public money over all money that members receive. Money of
	// payers of which nobody knows whether they are public is left out and counted.
	// Bounds: all of that out, all in.
	PublicMoneyShare Indicator = "PUBLIC_MONEY_SHARE"

	// PublicContractShare is the share of agreements with a public party, whatever they
	// are worth, of those of which it is known. Bounds: all others out, all in.
	PublicContractShare Indicator = "PUBLIC_CONTRACT_SHARE"

	// LargestFunderShare is, for one member, the share of its largest payer in what it
	// receives.
	LargestFunderShare Indicator = "LARGEST_FUNDER_SHARE"

	// NetPosition is, for one member, what it receives from members less what it pays
	// to members, in cents; the positions of all members sum to 0. Negative amounts are
	// no obstacle.
	NetPosition Indicator = "NET_POSITION"

	// RetentionShare is what members pay to members over what they pay: the first round
	// of a local multiplier. After Sacks 2002.
	RetentionShare Indicator = "RETENTION_SHARE"

	// InsidePerimeterShare is the share of members whose seat is on the declared
	// territory, of those whose place is known. Bounds: all others out, all in.
	InsidePerimeterShare Indicator = "INSIDE_PERIMETER_SHARE"

	// ContractCoverage is the share of the days of a period with an agreement in force
	// (key DAYS), and of the calendar months it touches (MONTHS). 0 when the agreements
	// are of other times, NO_FACTS when none is recorded at all.
	ContractCoverage Indicator = "CONTRACT_COVERAGE"

	// ContractRemainingMean and ContractRemainingMedian are the days from the last day
	// of the window to the known ends of the agreements in force; those without one are
	// counted apart. NO_FACTS when none has.
	ContractRemainingMean   Indicator = "CONTRACT_REMAINING_MEAN"
	ContractRemainingMedian Indicator = "CONTRACT_REMAINING_MEDIAN"

	// ContractTermMedian is the median validity in days of the agreements of a period:
	// the first duration at which half or fewer last longer. Running ones are censored
	// at the end of the window, those that began before it enter late. ALL_CENSORED
	// as for TIE_DURATION_MEDIAN. Kaplan & Meier 1958.
	ContractTermMedian Indicator = "CONTRACT_TERM_MEDIAN"
)
