package analysis

// Several relations between the same members: the types of cooperation of a pole, each
// a network of its own. A dyad is tied in a relation when an arc runs either way. On one
// network these give SINGLE_RELATION; so do those that need two on a single relation.
// All give NO_NODES for n = 0.
const (
	// Multiplexity is the part of the tied dyads that are tied in two relations or more:
	// how many partners cooperate in several ways. Range 0 to 1. NO_TIES. Bounds in
	// closed form. Wasserman & Faust 1994.
	Multiplexity Indicator = "MULTIPLEXITY"

	// TypesPerTie is the mean number of relations of a tied dyad. Range 1 to the number
	// of relations. NO_TIES. Bounds in closed form.
	TypesPerTie Indicator = "TYPES_PER_TIE"

	// TypeJaccard is, for each pair of relations, the dyads tied in both over those tied
	// in either. Range 0 to 1. NO_TIES. Bounds in closed form. Jaccard 1901.
	TypeJaccard Indicator = "TYPE_JACCARD"

	// TypeCorrelation is, for each pair of relations, Pearson's correlation of their
	// cells known in both: arcs, or dyads when both are undirected; and, for each
	// attribute asked for, that of a relation with being of one class. Compare it with
	// what it is when the nodes of one change places (QAP): all orders up to 8 nodes.
	// Range −1 to 1. NO_KNOWN_PAIRS; NO_VARIATION when one is constant. Bounds by
	// enumeration of how many unknown cells are tied. Krackhardt 1988.
	TypeCorrelation Indicator = "TYPE_CORRELATION"

	// TiesWithContract is the part of the cooperating dyads that also have a contract in
	// force together. Range 0 to 1. NO_TIES; NO_FACTS when contracts were not looked for.
	// Bounds in closed form.
	TiesWithContract Indicator = "TIES_WITH_CONTRACT"

	// CliqueOverlap is, of the dyads that stand in a clique of three members or more of
	// one relation, the part that do so in two relations or more: whether the same
	// circles work together in several ways. A dyad stands in a clique when both are tied
	// to a third; in a directed relation, all both ways. Range 0 to 1. NO_CLIQUES. After
	// Provan & Sebastian 1998, who overlap whole cliques.
	CliqueOverlap Indicator = "CLIQUE_OVERLAP"
)
