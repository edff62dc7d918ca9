package analysis

// Indicator is the stable identifier of one formula.
type Indicator string

// Cohesion. n is the number of nodes, m of ties, P of pairs at risk, u of unknown
// pairs; U is the underlying undirected network, where a dyad is tied when an arc
// runs either way.
const (
	// Nodes is the number of actors, n, isolates included. Unit: organisations.
	Nodes Indicator = "NODES"

	// Ties is the number of ties, m: tied dyads, or arcs when directed. Parallel
	// facts on one pair are one tie. Bounds: m to m+u.
	Ties Indicator = "TIES"

	// Density is m/(P−u): which part of the pairs whose state is known cooperate.
	// It says how close a pole is to everybody working with everybody; it falls
	// with size, so compare poles of like size only. Range 0 to 1. Undefined for
	// n < 2 (TOO_FEW_NODES) and when every pair is unknown (NO_KNOWN_PAIRS).
	// Bounds: m/P to (m+u)/P. Wasserman & Faust 1994.
	Density Indicator = "DENSITY"

	// BlockDensity is the density within a class or from one class to another:
	// ties_ab/(pairs_ab−u_ab), with pairs_aa = s(s−1)/2 (s(s−1) when directed) and
	// pairs_ab = s_a·s_b. It shows whether enterprises, authorities and research
	// centres work across their families. A class of size 0, or of size 1 within
	// itself, has none (NO_PAIRS_IN_BLOCK). Range 0 to 1. Wasserman & Faust 1994.
	BlockDensity Indicator = "BLOCK_DENSITY"

	// AverageDegree is 2m/n, or m/n when directed (mean in-degree = mean
	// out-degree): with how many partners a member works. Range 0 to n−1; 0 for
	// n = 1. Bounds: with m and m+u. Freeman 1979.
	AverageDegree Indicator = "AVERAGE_DEGREE"

	// Isolates is the number of members without any tie in U: in the pole on
	// paper only, as far as is known. Range 0 to n. Bounds: all unknown pairs
	// present, all absent.
	Isolates Indicator = "ISOLATES"

	// Inclusiveness is (n − isolates)/n, the part of members with at least one
	// tie. Range 0 to 1. Scott 2000.
	Inclusiveness Indicator = "INCLUSIVENESS"

	// WeakComponents is the number of connected pieces of U; 1 says that everyone
	// can be reached, an isolate is a piece of its own. Range 1 to n.
	WeakComponents Indicator = "WEAK_COMPONENTS"

	// LargestComponentShare is max s_k/n over the component sizes s_k of U: the
	// part of members in the largest connected piece. Range 1/n to 1.
	LargestComponentShare Indicator = "LARGEST_COMPONENT_SHARE"

	// ComponentRatio is (c−1)/(n−1) for c components of U: 0 for one piece, 1 for
	// isolates only. Undefined for n < 2. Borgatti, Everett & Johnson 2013.
	ComponentRatio Indicator = "COMPONENT_RATIO"

	// Connectedness is Σ s_k(s_k−1)/(n(n−1)) over the component sizes of U: the
	// part of pairs that can reach one another, ignoring orientation. Asked with
	// and without the carrier it says whether the pole holds by itself. No tie
	// gives 0; undefined for n < 2. It is not reachability along arcs, which some
	// tools print under this word. Krackhardt 1994.
	Connectedness Indicator = "CONNECTEDNESS"

	// Fragmentation is 1 − CONNECTEDNESS: the part of pairs that cannot reach one
	// another. Borgatti 2006.
	Fragmentation Indicator = "FRAGMENTATION"

	// DegreeCentralization is Σ(d_max − d_i)/((n−1)(n−2)) over the degrees of U:
	// 1 for a star around one actor, 0 when all have equally many partners. High
	// values mean that the pole hangs on one member, often its carrier. Undefined
	// for n < 3; no tie gives 0. Bounds: by enumeration up to 16 unknown dyads of
	// U. It moves with n and density alone. Freeman 1979.
	DegreeCentralization Indicator = "DEGREE_CENTRALIZATION"
)

// Mix. Classes are the K possible values of an attribute, s_c the members of class
// c, p_c = s_c/n over the members of known class. Members of unknown class are
// counted apart and enter the bounds only.
const (
	// Composition is s_c/n for each possible class, one measure a class, classes
	// without a member included; Num is the count s_c. NO_CLASSES when no member
	// is of known class.
	Composition Indicator = "COMPOSITION"

	// Blau is 1 − Σp²: the chance that two members drawn with replacement are of
	// different families. One class gives 0. Range 0 to 1−1/K, and never above
	// 1−1/n. Blau 1977 (Gini–Simpson; Simpson's concentration is 1 minus it).
	Blau Indicator = "BLAU"

	// BlauUnbiased is 1 − Σ s(s−1)/(n(n−1)): the same for two different members,
	// comparable between poles of different size. TOO_FEW_NODES for n < 2.
	// Range 0 to 1. Biemann & Kearney 2010.
	BlauUnbiased Indicator = "BLAU_UNBIASED"

	// IQV is BLAU·K/(K−1) with K the possible classes, not the observed ones: 1
	// when all possible families are equally present. SINGLE_CLASS for K < 2.
	// Range 0 to 1. Mueller & Schuessler 1961.
	IQV Indicator = "IQV"

	// Shannon is −Σ p ln p in nats, 0 ln 0 = 0. Range 0 to ln K. Shannon 1948;
	// Teachman 1980.
	Shannon Indicator = "SHANNON"

	// Pielou is SHANNON/ln S with S observed classes: how evenly the families
	// present are represented. SINGLE_CLASS for S = 1. Range 0 to 1. Pielou 1966.
	Pielou Indicator = "PIELOU"

	// Hill0 is S, the number of families with a member. Hill 1973; Jost 2006.
	Hill0 Indicator = "HILL_0"

	// Hill1 is exp(SHANNON): the number of equally large families that would be
	// as diverse. Unit: families. Range 1 to K. Hill 1973; Jost 2006.
	Hill1 Indicator = "HILL_1"

	// Hill2 is 1/Σp²: the same with more weight on large families. Hill 1973.
	Hill2 Indicator = "HILL_2"

	// HillInf is 1/max p, which only the largest family decides. Hill 1973.
	HillInf Indicator = "HILL_INF"

	// EIIndex is (E−I)/(E+I), E ties between classes and I within: −1 when members
	// work with their own family only, 1 when with others only. Arcs when
	// directed. Class measures use the ties touching the class, node measures
	// those of the node. Weights are ignored; ties with an end of unknown class
	// are excluded and counted. NO_TIES when E+I = 0. Never read it alone: Chance
	// holds the value expected from class sizes, 1 − 2·P_int/P, and the range
	// they leave. One class gives −1 with DEGENERATE_RANGE. Krackhardt & Stern 1988.
	EIIndex Indicator = "EI_INDEX"
)
