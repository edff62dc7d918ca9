package analysis

// Structural holes (Burt 1992): whether the partners of a member are partners of
// each other, so that he stands between nobody. d is the degree in U; z_ij is 1 for
// each arc between i and j, and constant in an undirected network. All are measures
// of nodes, ISOLATE for a member without ties, and have bounds by enumeration up to
// 10 unknown pairs. Weights are ignored.
const (
	// Constraint is Σ_j (p_ij + Σ_q p_iq p_qj)² over the partners j of i, with
	// p_ij = 1/d_i in U, each partner q dividing his time among all his partners:
	// high when all that a member can reach runs through the same few. A member
	// with one partner has 1; each node of a triangle 1.125, for above 1 is correct.
	Constraint Indicator = "CONSTRAINT"

	// ConstraintEgo is the same with p_ij = z_ij/Σ z_ik, all sums within the member
	// and his partners: what UCINET calls constraint. Ties that his partners have
	// elsewhere do not count.
	ConstraintEgo Indicator = "CONSTRAINT_EGO"

	// ConstraintHierarchy is Σ_j r_j ln r_j/(d ln d) with r_j = c_ij/(c_i/d), c_ij
	// being the term of j in CONSTRAINT_EGO: 1 when one partner is all the
	// constraint, 0 when all constrain alike. DEGREE_BELOW_TWO with one partner.
	ConstraintHierarchy Indicator = "CONSTRAINT_HIERARCHY"

	// EffectiveSize is d − 2t/d, t the ties among the partners: how many of the
	// partners are not redundant. Burt 1992; Borgatti 1997.
	EffectiveSize Indicator = "EFFECTIVE_SIZE"

	// EgoEfficiency is EFFECTIVE_SIZE/d: 1 when no two partners are tied. It is not
	// KRACKHARDT_EFFICIENCY.
	EgoEfficiency Indicator = "EGO_EFFICIENCY"
)
