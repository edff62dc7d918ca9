package analysis

// Two-mode networks: n1 organisations as rows, n2 contracts (or other things to take
// part in) as columns, m ties across. There is no diagonal: P = n1·n2. On a network of
// organisations these give NOT_TWO_MODE; the others give NOT_ONE_MODE here. Bounds are
// by enumeration up to 10 unknown pairs and 64 nodes, unless stated.
const (
	// TwoModeDensity is m/(n1·n2 − u): the part of the known pairs in which the
	// organisation takes part. Range 0 to 1. NO_NODES when a mode is empty,
	// NO_KNOWN_PAIRS. Bounds in closed form. It is far below the density of the
	// projection, which every column of k rows fills with k(k−1)/2 ties. Borgatti &
	// Everett 1997.
	TwoModeDensity Indicator = "TWO_MODE_DENSITY"

	// TwoModeAverageDegreeRows is m/n1: in how many contracts an organisation takes part
	// on average. NO_NODES when there is no row. Bounds in closed form.
	TwoModeAverageDegreeRows Indicator = "TWO_MODE_AVERAGE_DEGREE_ROWS"

	// TwoModeAverageDegreeColumns is m/n2: how many organisations take part in a
	// contract on average.
	TwoModeAverageDegreeColumns Indicator = "TWO_MODE_AVERAGE_DEGREE_COLUMNS"

	// TwoModeAverageDegreeAll is m/(n1+n2): ties a node of either mode.
	TwoModeAverageDegreeAll Indicator = "TWO_MODE_AVERAGE_DEGREE_ALL"

	// TwoModeDegree is the degree of a node over the size of the other mode: in which
	// part of the contracts the organisation takes part. Num is the degree. Range 0 to
	// 1; an isolate has 0. NO_NODES when the other mode is empty. Bounds in closed form.
	// Borgatti & Everett 1997.
	TwoModeDegree Indicator = "TWO_MODE_DEGREE"

	// TwoModeCloseness is (n2 + 2(n1−1))/Σd for a row, with n1 and n2 exchanged for a
	// column: 1 for one that is tied to all of the other mode. NOT_CONNECTED unless the
	// network is in one piece. Bounds: all unknown pairs absent, all present. Borgatti &
	// Everett 1997.
	TwoModeCloseness Indicator = "TWO_MODE_CLOSENESS"

	// TwoModeBetweenness is the betweenness over the largest one for a node of its mode,
	// in a network of these two sizes. Range 0 to 1. TOO_FEW_NODES where that is 0.
	// Borgatti & Everett 1997.
	TwoModeBetweenness Indicator = "TWO_MODE_BETWEENNESS"

	// TwoModeCentralizationRows is Σ(d_max − d_i)/((n1−1)(n2−1)) over the rows: how much
	// the contracts hang on one organisation. The denominator is that of a network
	// without isolates, in which the range is 0 to 1; rows without a tie take it up to
	// n2/(n2−1). TOO_FEW_NODES when a mode has fewer than two nodes. Borgatti & Everett
	// 1997.
	TwoModeCentralizationRows Indicator = "TWO_MODE_CENTRALIZATION_ROWS"

	// TwoModeCentralizationColumns is the same over the columns: how much one contract
	// gathers all.
	TwoModeCentralizationColumns Indicator = "TWO_MODE_CENTRALIZATION_COLUMNS"

	// TwoModeFourCycles is Σ q(q−1)/2 over the pairs of rows, q the columns they share:
	// how often two organisations meet in two contracts. No tie gives 0. Bounds: all
	// unknown pairs absent, all present. Robins & Alexander 2004.
	TwoModeFourCycles Indicator = "TWO_MODE_FOUR_CYCLES"

	// TwoModeClustering is 4·C4/L3, C4 the four-cycles and L3 the paths of three ties,
	// Σ (d_row−1)(d_column−1) over the ties: how often partners in a contract are
	// partners in another. Range 0 to 1. NO_TWO_PATHS when L3 = 0. Robins & Alexander
	// 2004.
	TwoModeClustering Indicator = "TWO_MODE_CLUSTERING"

	// TwoModeOverlapRows is the mean over the rows of the mean Jaccard index of their
	// columns with those of each row they share one with: whether organisations that
	// meet take part in the same things. A row that shares none counts 0. Range 0 to 1.
	// NO_NODES when there is no row. Latapy, Magnien & Del Vecchio 2008.
	TwoModeOverlapRows Indicator = "TWO_MODE_OVERLAP_ROWS"

	// TwoModeOverlapColumns is the same over the columns: whether contracts that share a
	// party have the same parties.
	TwoModeOverlapColumns Indicator = "TWO_MODE_OVERLAP_COLUMNS"

	// TwoModeRedundancy is the mean, over the nodes of both modes of degree two or more,
	// of the part of the pairs of its partners that another node joins too: 1 when every
	// link that a contract makes would stay without it. Range 0 to 1. NO_TWO_PATHS when
	// no node has two partners. Latapy, Magnien & Del Vecchio 2008.
	TwoModeRedundancy Indicator = "TWO_MODE_REDUNDANCY"

	// TwoModeClusteringOpsahl is the part of the paths i–p–v–q–j of three organisations i,
	// v, j and two contracts p, q of which i and j share a further contract: closure
	// among three organisations, not two. Range 0 to 1. NO_TWO_PATHS when there is no
	// such path; BUDGET_EXCEEDED when there are above 2·10⁹. Opsahl 2013.
	TwoModeClusteringOpsahl Indicator = "TWO_MODE_CLUSTERING_OPSAHL"

	// NewmanTieTotal is the sum of the weights of the ties between organisations, a
	// contract of k ≥ 2 of them giving 1/(k−1) to each of its pairs: Σ k/2. No such
	// contract gives 0. Bounds: all unknown pairs absent, all present. Newman 2001.
	NewmanTieTotal Indicator = "NEWMAN_TIE_TOTAL"
)
