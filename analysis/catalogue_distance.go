package analysis

// distanceDefinitions are the indicators of distances.
var distanceDefinitions = []Definition{
	{
		ID: MeanDistance, Version: 1, Rank: 1,
		Name: Text{"mean geodesic distance, reachable pairs", "distance géodésique moyenne"},
		Explanation: Text{
			"How many steps apart two members are who can reach each other, on average.",
			"À combien de pas sont en moyenne deux membres qui peuvent s'atteindre.",
		},
		Formula: "mean d over reachable pairs", Range: "1..n−1", Direction: LessCohesive, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Wasserman & Faust 1994",
	},
	{
		ID: MeanDistanceDirected, Version: 1, Rank: 1,
		Name: Text{"mean geodesic distance, reachable pairs, directed", "distance géodésique moyenne, orientée"},
		Explanation: Text{
			"How many steps apart two members are who can reach each other, on average, along arcs.",
			"À combien de pas sont en moyenne deux membres qui peuvent s'atteindre, dans le sens des liens.",
		},
		Formula: "mean d over reachable pairs", Range: "1..n−1", Direction: LessCohesive, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Wasserman & Faust 1994",
	},
	{
		ID: Diameter, Version: 1, Rank: 1,
		Name: Text{"diameter, reachable pairs", "diamètre"},
		Explanation: Text{
			"How many steps apart the two members are who are farthest from each other, among those who can reach each other.",
			"À combien de pas sont les deux membres les plus éloignés, parmi ceux qui peuvent s'atteindre.",
		},
		Formula: "max d over reachable pairs", Range: "1..n−1", Direction: LessCohesive, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Wasserman & Faust 1994",
	},
	{
		ID: DiameterDirected, Version: 1, Rank: 1,
		Name: Text{"diameter, reachable pairs, directed", "diamètre, orienté"},
		Explanation: Text{
			"How many steps apart the two members are who are farthest from each other, among those who can reach each other, along arcs.",
			"À combien de pas sont les deux membres les plus éloignés, parmi ceux qui peuvent s'atteindre, dans le sens des liens.",
		},
		Formula: "max d over reachable pairs", Range: "1..n−1", Direction: LessCohesive, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Wasserman & Faust 1994",
	},
	{
		ID: Compactness, Version: 1, Rank: 1,
		Name: Text{"compactness (global efficiency)", "compacité"},
		Explanation: Text{
			"How near the members are to one another: 1 when all work with all, 0 without ties; those who cannot reach each other count 0.",
			"À quel point les membres sont proches : 1 quand tous travaillent avec tous, 0 sans lien ; ceux qui ne peuvent s'atteindre comptent 0.",
		},
		Formula: "Σ 1/d(i,j)/(n(n−1))", Range: "0..1", Direction: MoreCohesive, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork, Bounds: Monotone, Reference: "Latora & Marchiori 2001; Borgatti 2006",
		Interval: true, Nulls: sizeNulls,
	},
	{
		ID: CompactnessDirected, Version: 1, Rank: 1,
		Name: Text{"compactness (global efficiency), directed", "compacité, orientée"},
		Explanation: Text{
			"How near the members are to one another: 1 when all work with all, 0 without ties; those who cannot reach each other count 0, along arcs.",
			"À quel point les membres sont proches : 1 quand tous travaillent avec tous, 0 sans lien ; ceux qui ne peuvent s'atteindre comptent 0, dans le sens des liens.",
		},
		Formula: "Σ 1/d(i,j)/(n(n−1))", Range: "0..1", Direction: MoreCohesive, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNetwork, Bounds: Monotone, Reference: "Latora & Marchiori 2001; Borgatti 2006",
		Interval: true, Nulls: sizeNulls,
	},
	{
		ID: Breadth, Version: 1, Rank: 1,
		Name: Text{"breadth", "étendue"},
		Explanation: Text{
			"How far the members are from one another, 1 minus compactness.",
			"À quel point les membres sont éloignés, 1 moins la compacité.",
		},
		Formula: "1 − COMPACTNESS", Range: "0..1", Direction: LessCohesive, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork, Bounds: Monotone, Reference: "Borgatti, Everett & Johnson 2013",
	},
	{
		ID: BreadthDirected, Version: 1, Rank: 1,
		Name: Text{"breadth, directed", "étendue, orientée"},
		Explanation: Text{
			"How far the members are from one another, 1 minus compactness, along arcs.",
			"À quel point les membres sont éloignés, 1 moins la compacité, dans le sens des liens.",
		},
		Formula: "1 − COMPACTNESS", Range: "0..1", Direction: LessCohesive, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNetwork, Bounds: Monotone, Reference: "Borgatti, Everett & Johnson 2013",
	},
}
