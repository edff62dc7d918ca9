package analysis

// Centrality of nodes. These ids give one measure a node, when nodes are asked for
// or when the id is asked for by name. Value is the raw number; Normalized divides
// it by the largest that n allows, where there is one. d(i,j) and σ are lengths and
// numbers of shortest paths of U, or along arcs in the ids that end in DIRECTED.
// All give NO_NODES for n = 0, and NOT_DIRECTED where they need arcs.
const (
	// Degree is the number of partners in U; normalised by n−1. An isolate has 0.
	// Bounds: all unknown pairs absent, all present. Freeman 1979.
	Degree Indicator = "DEGREE"

	// InDegree is the number of arcs that a member receives; normalised by n−1.
	InDegree Indicator = "IN_DEGREE"

	// OutDegree is the number of arcs that a member sends; normalised by n−1.
	OutDegree Indicator = "OUT_DEGREE"

	// Betweenness is Σ_{s<t} σ_st(i)/σ_st, the shortest paths of others that lead
	// through i: on whom pairs depend to reach each other. Normalised by
	// (n−1)(n−2)/2 from n = 3. Bounds by enumeration up to 10 unknown pairs.
	// BUDGET_EXCEEDED when n·m is above 2·10⁹, or APPROXIMATE when asked for. Freeman 1977; Brandes 2001.
	Betweenness Indicator = "BETWEENNESS"

	// BetweennessDirected is the same over ordered pairs along arcs; normalised by
	// (n−1)(n−2).
	BetweennessDirected Indicator = "BETWEENNESS_DIRECTED"

	// HarmonicCentrality is Σ_j 1/d(i,j)/(n−1), 0 for whoever cannot be reached: 1
	// for a member tied to all. The closeness to use by default. TOO_FEW_NODES for
	// n < 2; an isolate has 0. Rochat 2009; Boldi & Vigna 2014.
	HarmonicCentrality Indicator = "HARMONIC_CENTRALITY"

	// ClosenessCentrality is (n−1)/Σ_j d(i,j), on connected networks only
	// (NOT_CONNECTED), since libraries disagree on the others. TOO_FEW_NODES for
	// n < 2. Bounds on networks connected already: all unknown pairs absent, all
	// present. Freeman 1979.
	ClosenessCentrality Indicator = "CLOSENESS_CENTRALITY"

	// EigenvectorCentrality is the leading eigenvector of the largest component of
	// U, of unit length: a member is central when its partners are. NOT_CONNECTED
	// outside that component; of several largest the one with the smallest id, with
	// TIED_COMPONENT. NO_TIES without ties; BUDGET_EXCEEDED when the iteration does
	// not settle. Bounds by enumeration up to 10 unknown pairs. Bonacich 1972.
	EigenvectorCentrality Indicator = "EIGENVECTOR_CENTRALITY"

	// PageRank is the share of time that a walk along arcs spends at a member, which
	// jumps anywhere with probability .15 at each step, and always from members
	// without arcs. On undirected networks it is close to the degree. Sums to 1.
	// Bounds by enumeration up to 10 unknown pairs. Brin & Page 1998.
	PageRank Indicator = "PAGERANK"

	// CoreNumber is the largest k such that the member has k partners in U who have
	// k partners among themselves, and so on. An isolate has 0. Bounds: all unknown
	// pairs absent, all present. Seidman 1983; Batagelj & Zaveršnik 2003.
	CoreNumber Indicator = "CORE_NUMBER"
)

// Centralisation: how much a pole hangs on one member, from 0 when all are equal to
// 1 for the most central network of the same size. All move with n and density.
const (
	// InDegreeCentralization is Σ(d_max − d_i)/(n−1)² over in-degrees. TOO_FEW_NODES
	// for n < 3; no arcs give 0. Bounds by enumeration. Freeman 1979.
	InDegreeCentralization Indicator = "IN_DEGREE_CENTRALIZATION"

	// OutDegreeCentralization is the same over out-degrees.
	OutDegreeCentralization Indicator = "OUT_DEGREE_CENTRALIZATION"

	// BetweennessCentralization is Σ(b_max − b_i)·2/((n−1)²(n−2)): 1 for a star.
	// TOO_FEW_NODES for n < 3; no ties give 0. Freeman 1979.
	BetweennessCentralization Indicator = "BETWEENNESS_CENTRALIZATION"

	// BetweennessCentralizationDirected is Σ(b_max − b_i)/((n−1)²(n−2)) along arcs.
	BetweennessCentralizationDirected Indicator = "BETWEENNESS_CENTRALIZATION_DIRECTED"

	// ClosenessCentralization is Σ(c_max − c_i)·(2n−3)/((n−1)(n−2)) over
	// CLOSENESS_CENTRALITY: 1 for a star. TOO_FEW_NODES for n < 3, NOT_CONNECTED.
	// Freeman 1979.
	ClosenessCentralization Indicator = "CLOSENESS_CENTRALIZATION"

	// MaxCore is the largest core number; Num is that number, and the measure with
	// the key SIZE how many members have it. Bounds of the number: all unknown
	// pairs absent, all present. Seidman 1983.
	MaxCore Indicator = "MAX_CORE"
)
