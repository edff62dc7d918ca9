package analysis

// Like with like, and variety compared across poles. Ties with an end of unknown
// class are excluded and counted; weights are ignored. All give NO_NODES for n = 0
// and NO_CLASSES when no member is of known class.
const (
	// NominalAssortativity is (Σ e_cc − Σ a_c b_c)/(1 − Σ a_c b_c), e_cd the share of
	// arcs from class c to class d, a_c of those that leave c, b_c of those that reach
	// it; a tie without orientation is two arcs. 1 when members work inside their
	// family only, 0 when ties fall as the activity of families makes expect. Range
	// −1 to 1. NO_TIES; SINGLE_CLASS when all ends are of one class. Bounds by
	// enumeration of the number of ties in each block. Newman 2003.
	NominalAssortativity Indicator = "NOMINAL_ASSORTATIVITY"

	// YuleQ is (ad − bc)/(ad + bc), a and b the tied and untied pairs within classes,
	// c and d those between: which of the two is tied more often, whatever the number
	// of ties. −1 when no pair within is tied, 1 when no pair between is. NO_VARIATION
	// when ad + bc = 0. Bounds in closed form. Yule 1900.
	YuleQ Indicator = "YULE_Q"

	// HomophilyH is I/m, the part of ties that are within a class: (1 − EI_INDEX)/2.
	// Range 0 to 1. NO_TIES. Bounds as those of the E-I index. UCINET.
	HomophilyH Indicator = "HOMOPHILY_H"

	// HomophilyHStar is HOMOPHILY_H minus the part of pairs that are within a class:
	// what the sizes of the families do not explain. Range −1 to 1. UCINET.
	HomophilyHStar Indicator = "HOMOPHILY_H_STAR"

	// DegreeAssortativity is Pearson's correlation of the degrees in U at the two ends
	// of a tie, each tie in both orders: below 0 when partners of busy members have few
	// partners themselves, as around a carrier. Range −1 to 1. NO_TIES; NO_VARIATION
	// when all members that have ties have equally many. Bounds by enumeration.
	// Newman 2002.
	DegreeAssortativity Indicator = "DEGREE_ASSORTATIVITY"

	// RarefiedRichness is Σ_c [1 − C(n−s_c, q)/C(n, q)]: how many families q members
	// drawn at random are expected to hold, to compare poles of different size. The key
	// is q, by [Options]. Unit: families. Range 1 to min(q, S). TOO_FEW_NODES when
	// fewer than q members are of known class. Hurlbert 1971.
	RarefiedRichness Indicator = "RAREFIED_RICHNESS"

	// RaoQ is Σ δ_ab p_a p_b with the published distances δ of classes: how unlike two
	// members drawn with replacement are. All distances 1 give BLAU. NO_CLASSES also
	// when no distance is published. Range 0 to 1. Rao 1982.
	RaoQ Indicator = "RAO_Q"
)
