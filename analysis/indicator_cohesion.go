package analysis

// Values of ties. W is the weight of a tie; NOT_WEIGHTED on a network without
// weights. The weights of unknown pairs have no limit, so there are no bounds.
const (
	// AverageTieValuePairs is ΣW/P, untied pairs counting 0: what some tools call
	// the density of valued data. TOO_FEW_NODES for n < 2. Wasserman & Faust 1994.
	AverageTieValuePairs Indicator = "AVERAGE_TIE_VALUE_PAIRS"

	// AverageTieValueTies is ΣW/m: how strong a tie is where there is one.
	// NO_TIES when there is none.
	AverageTieValueTies Indicator = "AVERAGE_TIE_VALUE_TIES"
)

// Paths along arcs, on directed networks only (NOT_DIRECTED).
const (
	// StrongComponents is the number of largest sets of nodes that reach one
	// another along arcs; a node alone is one. Range 1 to n; n = 0 gives 0. Ties
	// never raise it: bounds by the two extreme fillings. Tarjan 1972.
	StrongComponents Indicator = "STRONG_COMPONENTS"

	// StrongComponentRatio is (c−1)/(n−1) for c strong components: 0 when everybody
	// reaches everybody, 1 when no two reach each other. TOO_FEW_NODES for n < 2.
	// Borgatti, Everett & Johnson 2013.
	StrongComponentRatio Indicator = "STRONG_COMPONENT_RATIO"

	// Reachability is the part of the n(n−1) ordered pairs whose second can be
	// reached from the first along arcs. Some tools print it as connectedness.
	// TOO_FEW_NODES for n < 2; no arcs give 0. Borgatti, Everett & Johnson 2013.
	Reachability Indicator = "REACHABILITY"
)

// The three graph-theoretical dimensions of hierarchy that go with CONNECTEDNESS
// (Krackhardt 1994). They leave their extremes only in a narrow band of sizes and
// densities: read them with n. Bounds by enumeration.
const (
	// KrackhardtEfficiency is 1 − (E − Σ(N_k−1))/Σ(max_k − (N_k−1)) over weak
	// components of N_k nodes: E is the number of ties and max_k = N_k(N_k−1)/2, or
	// of arcs and N_k(N_k−1) when directed. 1 for a tree (a tie fewer would cut it),
	// 0 when everything that is connected is tied. NO_VARIATION when the
	// denominator is 0. A tree of ties gives 1; tools that count each tie as two
	// arcs do not.
	KrackhardtEfficiency Indicator = "KRACKHARDT_EFFICIENCY"

	// KrackhardtHierarchy is 1 − pairs that reach each other / pairs of which one
	// reaches the other, along arcs: 1 when influence flows one way only. NO_TIES
	// when there is none.
	KrackhardtHierarchy Indicator = "KRACKHARDT_HIERARCHY"

	// KrackhardtLubness is 1 − V/Σ(N_k−1)(N_k−2)/2, V the pairs of one weak
	// component without a least upper bound: a node that reaches both (itself
	// included) and is reached by every other node that does. 1 when every two
	// members have a closest common superior. Some tools ask for a node that reaches
	// the other upper bounds instead. TOO_FEW_NODES when no component has three
	// members; BUDGET_EXCEEDED above 4,096 nodes.
	KrackhardtLubness Indicator = "KRACKHARDT_LUBNESS"
)

// Dyads, on directed networks only (NOT_DIRECTED). M, A and N are the numbers of
// mutual, asymmetric and null dyads among those known in both directions. Bounds
// are closed forms over what the other dyads can become.
const (
	// DyadCensus is M, A and N, one measure each, with the keys ASYMMETRIC, MUTUAL
	// and NULL. TOO_FEW_NODES for n < 2. Holland & Leinhardt 1970.
	DyadCensus Indicator = "DYAD_CENSUS"

	// ArcReciprocity is 2M/(2M+A): the part of the arcs that are returned. NO_TIES
	// when 2M+A = 0. It rises with density alone: compare it with what the number
	// of arcs would give. Wasserman & Faust 1994.
	ArcReciprocity Indicator = "ARC_RECIPROCITY"

	// DyadReciprocity is M/(M+A): the part of the tied pairs that are tied both
	// ways. NO_TIES when M+A = 0. Hanneman & Riddle 2005.
	DyadReciprocity Indicator = "DYAD_RECIPROCITY"

	// DyadicSymmetry is (M+N)/(M+A+N), pairs without a tie counting as symmetric: 1
	// without ties, which is why it says little of sparse networks. TOO_FEW_NODES
	// for n < 2, NO_KNOWN_PAIRS when no dyad is known. Measure "dyadic" of the R
	// package sna.
	DyadicSymmetry Indicator = "DYADIC_SYMMETRY"

	// ReciprocityCorrelation is (r−δ)/(1−δ), r the arc reciprocity and δ the density
	// of the dyads known: the correlation of the network with its reversal. 0 when
	// arcs are returned as often as chance would have it. NO_TIES without arcs,
	// NO_VARIATION when all are present. Range −1 to 1. Garlaschelli & Loffredo 2004.
	ReciprocityCorrelation Indicator = "RECIPROCITY_CORRELATION"
)

// Closure: whether partners of a member are partners of each other. d is the
// degree in U, t_i the number of triangles through node i.
const (
	// Triangles is the number of triples of U in which everybody is tied to
	// everybody. n < 3 gives 0. Bounds: all unknown pairs absent, all present.
	Triangles Indicator = "TRIANGLES"

	// Transitivity is 3·TRIANGLES/Σ d(d−1)/2: which part of the paths of two ties
	// are closed by a third. NO_TWO_PATHS when nobody has two partners, where tools
	// say 0, 1 or NaN. Range 0 to 1. It moves with density. Wasserman & Faust 1994.
	Transitivity Indicator = "TRANSITIVITY"

	// TransitivityDirected is the part of the paths i→j→k with i≠k that have i→k.
	// NO_TWO_PATHS when there is none, NOT_DIRECTED on an undirected network.
	// Wasserman & Faust 1994.
	TransitivityDirected Indicator = "TRANSITIVITY_DIRECTED"

	// AverageClustering is the mean of 2t_i/(d_i(d_i−1)) over the members with two
	// partners or more: how closely knit the surroundings of a member are. It
	// weighs members, TRANSITIVITY weighs paths. NO_TWO_PATHS when nobody has two
	// partners. Watts & Strogatz 1998.
	AverageClustering Indicator = "AVERAGE_CLUSTERING"

	// AverageClusteringAll is the same mean over all n members, those with fewer
	// than two partners counting 0. NO_TWO_PATHS when nobody has two partners.
	// Watts & Strogatz 1998.
	AverageClusteringAll Indicator = "AVERAGE_CLUSTERING_ALL"

	// ClusteringFagiolo is the mean over all n of ((A+Aᵀ)³)_ii/(2(t(t−1)−2b)), t the
	// number of arcs at i and b of its mutual dyads; a member whose denominator is
	// 0 counts 0. NO_TWO_PATHS when that holds for all. NOT_DIRECTED on an
	// undirected network. Fagiolo 2007.
	ClusteringFagiolo Indicator = "CLUSTERING_FAGIOLO"

	// ClusteringBarrat is the mean over the members with two partners or more of
	// Σ (w_ij+w_ih)/2/(s_i(d_i−1)) over the ordered pairs of partners j, h that are
	// tied, s_i being the sum of the weights at i. It equals AVERAGE_CLUSTERING when
	// all weights are equal. A directed network is read with the weights of both
	// arcs added; a member whose weights are all 0 is left out. NOT_WEIGHTED,
	// NO_TWO_PATHS. Barrat et al. 2004.
	ClusteringBarrat Indicator = "CLUSTERING_BARRAT"

	// ClusteringOnnela is the mean over the members with two partners or more of
	// Σ (w_ij·w_jh·w_hi)^⅓/(w_max·d_i(d_i−1)) over the ordered pairs of partners
	// j, h that are tied. Directed networks as in CLUSTERING_BARRAT. NOT_WEIGHTED,
	// NO_TWO_PATHS, NO_VARIATION when all weights are 0. Onnela et al. 2005.
	ClusteringOnnela Indicator = "CLUSTERING_ONNELA"

	// TriadCensus is the number of triples of each of the sixteen MAN classes, one
	// measure each with the class (003 … 300) as key; they sum to n(n−1)(n−2)/6.
	// NOT_DIRECTED; TOO_FEW_NODES for n < 3. Bounds by enumeration. Holland &
	// Leinhardt 1970; Batagelj & Mrvar 2001.
	TriadCensus Indicator = "TRIAD_CENSUS"
)

// Distances: d(i,j) is the number of ties on a shortest path of U, or of arcs in
// the ids that end in DIRECTED (NOT_DIRECTED on an undirected network). Weights are
// ignored. BUDGET_EXCEEDED when n·m is above 2·10⁹; COMPACTNESS and BREADTH are
// APPROXIMATE there when asked for.
const (
	// MeanDistance is the mean of d over the pairs that can reach each other, never
	// with n or n−1 for the others: read it beside CONNECTEDNESS. NO_REACHABLE_PAIRS
	// without ties. Bounds by enumeration. Wasserman & Faust 1994.
	MeanDistance Indicator = "MEAN_DISTANCE"

	// MeanDistanceDirected is the same along arcs; read it beside REACHABILITY.
	MeanDistanceDirected Indicator = "MEAN_DISTANCE_DIRECTED"

	// Diameter is the largest d over the pairs that can reach each other.
	// NO_REACHABLE_PAIRS without ties. Wasserman & Faust 1994.
	Diameter Indicator = "DIAMETER"

	// DiameterDirected is the same along arcs.
	DiameterDirected Indicator = "DIAMETER_DIRECTED"

	// Compactness is Σ 1/d(i,j)/(n(n−1)) over ordered pairs, a pair that cannot
	// reach each other adding 0: 1 when everybody is tied to everybody, 0 without
	// ties. The distance index to use by default, since it needs no connected
	// network. TOO_FEW_NODES for n < 2. Bounds: all unknown pairs absent, all
	// present. Latora & Marchiori 2001; Borgatti 2006.
	Compactness Indicator = "COMPACTNESS"

	// CompactnessDirected is the same along arcs.
	CompactnessDirected Indicator = "COMPACTNESS_DIRECTED"

	// Breadth is 1 − COMPACTNESS: how far the members are from one another.
	// Borgatti, Everett & Johnson 2013.
	Breadth Indicator = "BREADTH"

	// BreadthDirected is 1 − COMPACTNESS_DIRECTED.
	BreadthDirected Indicator = "BREADTH_DIRECTED"
)
