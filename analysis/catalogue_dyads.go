package analysis

// dyadDefinitions are the indicators of dyads.
var dyadDefinitions = []Definition{
	{
		ID: DyadCensus, Version: 1, Rank: 1,
		Name: Text{"dyad census", "recensement des dyades"},
		Explanation: Text{
			"How many pairs are tied both ways, one way, or not at all.",
			"Combien de paires sont liées dans les deux sens, dans un seul, ou pas du tout.",
		},
		Formula: "M, A, N", Range: "0..D", Direction: Neutral, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNetwork, Bounds: ClosedForm, Reference: "Holland & Leinhardt 1970", count: true, knowable: true,
	},
	{
		ID: ArcReciprocity, Version: 1, Rank: 1,
		Name: Text{"reciprocity of arcs", "réciprocité des arcs"},
		Explanation: Text{
			"Part of the arcs that are returned.",
			"Part des liens orientés qui sont rendus.",
		},
		Formula: "2M/(2M+A)", Range: "0..1", Direction: MoreCohesive, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNetwork, Bounds: ClosedForm, Reference: "Wasserman & Faust 1994", knowable: true,
		Interval: true, Nulls: reciprocityNulls,
	},
	{
		ID: DyadReciprocity, Version: 1, Rank: 1,
		Name: Text{"reciprocity of dyads", "réciprocité des dyades"},
		Explanation: Text{
			"Part of the tied pairs that are tied both ways.",
			"Part des paires liées qui le sont dans les deux sens.",
		},
		Formula: "M/(M+A)", Range: "0..1", Direction: MoreCohesive, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNetwork, Bounds: ClosedForm, Reference: "Hanneman & Riddle 2005", knowable: true,
		Interval: true, Nulls: reciprocityNulls,
	},
	{
		ID: DyadicSymmetry, Version: 1, Rank: 2,
		Name: Text{"symmetric dyads, null ones included", "dyades symétriques"},
		Explanation: Text{
			"Part of the pairs in which both do the same: tied both ways, or not at all.",
			"Part des paires où les deux font de même : liées dans les deux sens, ou pas du tout.",
		},
		Formula: "(M+N)/D", Range: "0..1", Direction: Neutral, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNetwork, Bounds: ClosedForm, Reference: "sna package, measure dyadic", knowable: true,
	},
	{
		ID: ReciprocityCorrelation, Version: 1, Rank: 2,
		Name: Text{"reciprocity net of density", "réciprocité corrigée"},
		Explanation: Text{
			"0 when arcs are returned as often as density alone would have it, 1 when all are.",
			"0 quand les liens sont rendus aussi souvent que la seule densité le voudrait, 1 quand tous le sont.",
		},
		Formula: "(r−δ)/(1−δ)", Range: "−1..1", Direction: MoreCohesive, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNetwork, Bounds: ClosedForm, Reference: "Garlaschelli & Loffredo 2004", knowable: true,
	},
}
