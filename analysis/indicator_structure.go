package analysis

// Structure: on whom, and on which ties, a pole hangs. U is the underlying
// undirected network, F the fragmentation and DF the breadth (distance-weighted
// fragmentation) of what remains. All give NO_NODES for n = 0.
const (
	// Bridges is the number of ties of U whose loss would part their ends: each is
	// the only way between two sides. [Network.Bridges] lists them. No tie gives 0.
	// Bounds by enumeration: a further tie can make a bridge or spare one.
	// Tarjan 1974.
	Bridges Indicator = "BRIDGES"

	// ArticulationPoints is the number of members whose departure would leave more
	// components of U than there are; the measures of nodes say how many more. A
	// member without ties is never one. Bounds by enumeration. Hopcroft & Tarjan
	// 1973.
	ArticulationPoints Indicator = "ARTICULATION_POINTS"

	// Cliques is the number of largest groups of three members or more in which all
	// are tied to all, in both directions when directed. [Network.Cliques] lists them.
	// BUDGET_EXCEEDED above 100,000 cliques, and where a member of a network of more
	// than 64 has more than 63 partners. Bounds by enumeration up to 10 unknown pairs.
	// Luce & Perry 1949; Bron & Kerbosch 1973.
	Cliques Indicator = "CLIQUES"

	// CorePeripheryFit is the largest correlation, over all bipartitions with two
	// members at least on either side, between the pairs of a network and the pattern
	// of a core in which all work with all and a periphery in which nobody does; the
	// pairs between the two do not count. 1 when the pole has such a core. [Network.Core]
	// gives it; Optima counts the cores that fit as well, TIED_OPTIMUM warns of them.
	// TOO_FEW_NODES for n < 4, NO_VARIATION when no bipartition has tied and untied
	// pairs. Exact up to 22 members; above, HEURISTIC: the best of 200 climbs by moves
	// of one member; BUDGET_EXCEEDED above 3,000. Bounds by enumeration when n and the
	// unknown pairs are 22 at most together. Borgatti & Everett 1999.
	CorePeripheryFit Indicator = "CORE_PERIPHERY_FIT"

	// RemovalEffectF is F of the network without the member minus FRAGMENTATION,
	// over the pairs of those who remain: how much harder it gets to reach one
	// another when the member leaves. Negative when an isolate leaves.
	// TOO_FEW_NODES for n < 3. Bounds by enumeration. [Network.Without] gives the
	// effect of a set on any indicator. Borgatti 2006.
	RemovalEffectF Indicator = "REMOVAL_EFFECT_F"

	// RemovalEffectDF is the same with DF and BREADTH: it also sees detours.
	// BUDGET_EXCEEDED when n²·m is above 2·10⁹. Bounds by enumeration up to 10
	// unknown dyads.
	RemovalEffectDF Indicator = "REMOVAL_EFFECT_DF"

	// KeyPlayerNegF is the largest F that the departure of k members leaves, one
	// measure for each k of 1, 2 and 3 that leaves two members, with the set as
	// keys: the most harmful losses. Of sets with one F the one of larger DF, then of
	// smallest ids; Optima counts the sets equal in both and TIED_OPTIMUM warns of
	// them. The change is the difference to FRAGMENTATION. Exact over all subsets;
	// BUDGET_EXCEEDED instead of the sets for which C(n,k)·(n+2m) is above 2·10⁷.
	// TOO_FEW_NODES for n < 3. Ties lower it: bounds by the two extreme fillings.
	// Borgatti 2006.
	KeyPlayerNegF Indicator = "KEY_PLAYER_NEG_F"

	// KeyPlayerNegDF is the same with the largest DF, then of smallest ids; the
	// change is the difference to BREADTH.
	KeyPlayerNegDF Indicator = "KEY_PLAYER_NEG_DF"
)
