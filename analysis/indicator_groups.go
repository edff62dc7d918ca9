package analysis

// Groups and reach: into what a pole divides, and who is close to all of it. All give
// NO_NODES for n = 0.
const (
	// CommunityModularity is the highest Q = Σ_c [L_c/m − (k_c/2m)²] over all divisions
	// of U into communities, L_c being the ties inside a community and k_c the degrees
	// of its members; weights count when the network has them, those of both arcs added.
	// It says how far the pole falls into groups that work among themselves;
	// [Network.Communities] gives them. A member without ties is a community of one.
	// Exact by branch and bound up to about 30 members (at most 64, and 500,000 steps);
	// Optima counts the divisions as good. Above, the best of up to 200 searches by the
	// Leiden method, with HEURISTIC. Dense and small poles have high values by chance.
	// NO_TIES without ties, NO_VARIATION when all weigh 0. Bounds by enumeration up to
	// 10 unknown pairs, of networks without weights. In random networks, for null tests,
	// 20,000 steps, else 20 searches. Newman & Girvan 2004; Traag, Waltman
	// & van Eck 2019.
	CommunityModularity Indicator = "COMMUNITY_MODULARITY"

	// PartitionModularity is Q of the classes of the members as communities: how far
	// families of actors work among themselves beyond what their numbers of ties would
	// give. Below 0 when they rather work with others. Members of unknown class and their
	// ties do not count. NO_CLASSES, NO_TIES. Weights and bounds as above, up to 16
	// unknown pairs. Newman & Girvan 2004.
	PartitionModularity Indicator = "PARTITION_MODULARITY"

	// PartitionModularityDirected is Σ_c [L_c/m − out_c·in_c/m²] over arcs, whose
	// expectation keeps what each member sends and receives. NOT_DIRECTED. Leicht &
	// Newman 2008.
	PartitionModularityDirected Indicator = "PARTITION_MODULARITY_DIRECTED"

	// Coreness is by node c of unit length where c ≥ 0 makes Σ_{i≠j}(x_ij − c_i·c_j)²
	// least and x_ij is half the arcs of the pair, 1 for a tie: how much the member
	// belongs to a core whose members work with one another. The iteration starts from
	// equal shares, as UCINET does, and ends in the minimum next to them; others may lie
	// lower. NOT_SETTLED when it does not end in 4,000 rounds, as for a star, whose
	// centre outgrows all bounds. TOO_FEW_NODES for n < 3, NO_TIES; BUDGET_EXCEEDED
	// above 223 members. Bounds by enumeration up to 10 unknown pairs, fewer in large
	// poles. Boyd et al. 2010.
	Coreness Indicator = "CORENESS"

	// CorenessFit is the correlation between x and the products c_i·c_j over all pairs: 1
	// when ties follow from shares in one core. NO_VARIATION when all pairs or all
	// products are alike. HEURISTIC when the shares have not settled.
	CorenessFit Indicator = "CORENESS_FIT"

	// KeyPlayerPos is the largest Σ_{j∉K} 1/d(K,j)/(n−k) over the sets K of k members,
	// one measure for each k of 1, 2 and 3 that leaves a member, with the set as keys:
	// through whom an idea reaches the others soonest. d(K,j) is the distance in U to
	// the nearest of the set, whose members do not count. Of equal sets the one of
	// smallest ids; Optima counts them. Exact over all subsets; BUDGET_EXCEEDED instead
	// of the sets for which C(n,k)·n is above 2·10⁷. TOO_FEW_NODES for n < 2. Ties raise
	// it: bounds by the two extreme fillings. Borgatti 2006.
	KeyPlayerPos Indicator = "KEY_PLAYER_POS"

	// KeyPlayerPosDirect is the largest part of the others that are partners of a
	// member of the set, the same way.
	KeyPlayerPosDirect Indicator = "KEY_PLAYER_POS_DIRECT"

	// SmallWorldQuotient is (C/C₀)/(L/L₀) with C = TRANSITIVITY, L = MEAN_DISTANCE and
	// their means over 199 random networks of as many nodes and ties (CUG_TIES): above 1
	// when members work in groups and still reach one another in few steps. Sparse
	// networks of any kind have high values: compare poles of like n and m.
	// TOO_FEW_NODES for n < 20, NOT_CONNECTED, NO_VARIATION when no random network has
	// a triangle. BUDGET_EXCEEDED above 4,096 members or n·m of 10⁷. Humphries & Gurney
	// 2008.
	SmallWorldQuotient Indicator = "SMALL_WORLD_QUOTIENT"

	// RelativeConnectivity is by node 100·x/max x with x = EFFECTIVE_SIZE times the mean
	// weight of the ties received, of ratings: the best placed and best rated member has
	// 100. Provisional: the survey tool PARTNER (Varda et al. 2008), which made the name
	// known, does not publish its formula. NOT_WEIGHTED, NO_TIES; NO_RATINGS for who
	// receives none; NO_VARIATION when all ratings are 0.
	RelativeConnectivity Indicator = "RELATIVE_CONNECTIVITY"
)
