package analysis

// centralityDefinitions are the indicators of centrality and centralisation.
var centralityDefinitions = []Definition{
	{
		ID: DegreeCentralization, Version: 1, Rank: 1,
		Name: Text{"degree centralisation", "centralisation de degré"},
		Explanation: Text{
			"1 when one actor has all the ties, 0 when all have equally many: how much the pole hangs on one member.",
			"1 quand un acteur a tous les liens, 0 quand tous en ont autant : à quel point le pôle tient à un seul membre.",
		},
		Formula: "Σ(d_max − d_i)/((n−1)(n−2))", Range: "0..1", Direction: MoreCentralised, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork,
		Nulls:  degreeNulls,
		Bounds: Enumerated, Reference: "Freeman 1979",
	},
	{
		ID: Degree, Version: 1, Rank: 1,
		Name: Text{"degree", "degré"},
		Explanation: Text{
			"Number of partners of the member.",
			"Nombre de partenaires du membre.",
		},
		Formula: "d_i; normalised d_i/(n−1)", Range: "0..n−1", Direction: MoreCentral, Basis: OnTies,
		Kinds: underKind, Scopes: ofNodes, Bounds: Monotone, Reference: "Freeman 1979", count: true,
	},
	{
		ID: InDegree, Version: 1, Rank: 1,
		Name: Text{"in-degree", "degré entrant"},
		Explanation: Text{
			"Number of arcs that the member receives.",
			"Nombre de liens orientés que le membre reçoit.",
		},
		Formula: "d_i; normalised d_i/(n−1)", Range: "0..n−1", Direction: MoreCentral, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNodes, Bounds: Monotone, Reference: "Freeman 1979", count: true,
	},
	{
		ID: OutDegree, Version: 1, Rank: 1,
		Name: Text{"out-degree", "degré sortant"},
		Explanation: Text{
			"Number of arcs that the member sends.",
			"Nombre de liens orientés que le membre émet.",
		},
		Formula: "d_i; normalised d_i/(n−1)", Range: "0..n−1", Direction: MoreCentral, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNodes, Bounds: Monotone, Reference: "Freeman 1979", count: true,
	},
	{
		ID: InDegreeCentralization, Version: 1, Rank: 1,
		Name: Text{"in-degree centralisation", "centralisation entrante"},
		Explanation: Text{
			"1 when one member receives all arcs, 0 when all receive equally many.",
			"1 quand un seul membre reçoit tous les liens, 0 quand tous en reçoivent autant.",
		},
		Formula: "Σ(d_max − d_i)/(n−1)²", Range: "0..1", Direction: MoreCentralised, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Freeman 1979",
		Nulls: degreeNulls,
	},
	{
		ID: OutDegreeCentralization, Version: 1, Rank: 1,
		Name: Text{"out-degree centralisation", "centralisation sortante"},
		Explanation: Text{
			"1 when one member sends all arcs, 0 when all send equally many.",
			"1 quand un seul membre émet tous les liens, 0 quand tous en émettent autant.",
		},
		Formula: "Σ(d_max − d_i)/(n−1)²", Range: "0..1", Direction: MoreCentralised, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Freeman 1979",
		Nulls: degreeNulls,
	},
	{
		ID: Betweenness, Version: 1, Rank: 1,
		Name: Text{"betweenness", "intermédiarité"},
		Explanation: Text{
			"How many shortest paths between others lead through the member.",
			"Combien de plus courts chemins entre les autres passent par le membre.",
		},
		Formula: "Σ_{s<t} σ_st(i)/σ_st; normalised ·2/((n−1)(n−2))", Range: "0..(n−1)(n−2)", Direction: MoreCentral, Basis: OnTies,
		Kinds: underKind, Scopes: ofNodes, Bounds: Enumerated, Reference: "Freeman 1977; Brandes 2001",
	},
	{
		ID: BetweennessDirected, Version: 1, Rank: 1,
		Name: Text{"betweenness, directed", "intermédiarité, orientée"},
		Explanation: Text{
			"How many shortest paths between others lead through the member, along arcs.",
			"Combien de plus courts chemins entre les autres passent par le membre, dans le sens des liens.",
		},
		Formula: "Σ_{s≠t} σ_st(i)/σ_st; normalised ·1/((n−1)(n−2))", Range: "0..(n−1)(n−2)", Direction: MoreCentral, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNodes, Bounds: Enumerated, Reference: "Freeman 1977; Brandes 2001",
	},
	{
		ID: BetweennessCentralization, Version: 1, Rank: 1,
		Name: Text{"betweenness centralisation", "centralisation d'intermédiarité"},
		Explanation: Text{
			"1 when all shortest paths lead through one member, 0 when all members lie on equally many.",
			"1 quand tous les plus courts chemins passent par un seul membre, 0 quand chaque membre en porte autant.",
		},
		Formula: "Σ(b_max − b_i)·2/((n−1)²(n−2))", Range: "0..1", Direction: MoreCentralised, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Freeman 1979",
		Nulls: sizeNulls,
	},
	{
		ID: BetweennessCentralizationDirected, Version: 1, Rank: 1,
		Name: Text{"betweenness centralisation, directed", "centralisation d'intermédiarité, orientée"},
		Explanation: Text{
			"1 when all shortest paths lead through one member, 0 when all members lie on equally many, along arcs.",
			"1 quand tous les plus courts chemins passent par un seul membre, 0 quand chaque membre en porte autant, dans le sens des liens.",
		},
		Formula: "Σ(b_max − b_i)/((n−1)²(n−2))", Range: "0..1", Direction: MoreCentralised, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Freeman 1979",
		Nulls: sizeNulls,
	},
	{
		ID: HarmonicCentrality, Version: 1, Rank: 1,
		Name: Text{"harmonic centrality", "centralité harmonique"},
		Explanation: Text{
			"How near the member is to all others: 1 when tied to all; whoever cannot be reached counts 0.",
			"À quel point le membre est proche de tous les autres : 1 s'il est lié à tous ; qui ne peut être atteint compte 0.",
		},
		Formula: "Σ_j 1/d(i,j)/(n−1)", Range: "0..1", Direction: MoreCentral, Basis: OnTies,
		Kinds: underKind, Scopes: ofNodes, Bounds: Monotone, Reference: "Rochat 2009; Boldi & Vigna 2014",
	},
	{
		ID: ClosenessCentrality, Version: 1, Rank: 2,
		Name: Text{"closeness", "proximité"},
		Explanation: Text{
			"How few steps the member is from all others, in a network of one piece.",
			"À combien peu de pas le membre est de tous les autres, dans un réseau d'un seul tenant.",
		},
		Formula: "(n−1)/Σ_j d(i,j)", Range: "0..1", Direction: MoreCentral, Basis: OnTies,
		Kinds: underKind, Scopes: ofNodes, Bounds: Monotone, Reference: "Freeman 1979",
	},
	{
		ID: ClosenessCentralization, Version: 1, Rank: 2,
		Name: Text{"closeness centralisation", "centralisation de proximité"},
		Explanation: Text{
			"1 when one member is next to all and these are not tied to one another, 0 when all are equally close.",
			"1 quand un membre est à côté de tous et que ceux-ci ne sont pas liés entre eux, 0 quand tous sont aussi proches.",
		},
		Formula: "Σ(c_max − c_i)·(2n−3)/((n−1)(n−2))", Range: "0..1", Direction: MoreCentralised, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Freeman 1979",
		Nulls: sizeNulls,
	},
	{
		ID: EigenvectorCentrality, Version: 1, Rank: 2,
		Name: Text{"eigenvector centrality", "centralité de vecteur propre"},
		Explanation: Text{
			"High when the partners of the member are central themselves, within the largest connected piece.",
			"Élevée quand les partenaires du membre sont eux-mêmes centraux, dans le plus grand morceau connexe.",
		},
		Formula: "leading eigenvector of A, unit length", Range: "0..1", Direction: MoreCentral, Basis: OnTies,
		Kinds: underKind, Scopes: ofNodes, Bounds: Enumerated, Reference: "Bonacich 1972",
	},
	{
		ID: PageRank, Version: 1, Rank: 2,
		Name: Text{"PageRank", "PageRank"},
		Explanation: Text{
			"Share of time that a walk along ties spends at the member; close to the degree when ties have no orientation.",
			"Part du temps qu'une marche le long des liens passe chez le membre ; proche du degré quand les liens n'ont pas de sens.",
		},
		Formula: "π = .85·Pᵀπ + .15/n", Range: "0..1", Direction: MoreCentral, Basis: OnTies,
		Kinds: anyKind, Scopes: ofNodes, Bounds: Enumerated, Reference: "Brin & Page 1998",
	},
	{
		ID: CoreNumber, Version: 1, Rank: 1,
		Name: Text{"core number", "indice de cœur"},
		Explanation: Text{
			"Largest k such that the member belongs to a group in which everybody has k partners.",
			"Plus grand k tel que le membre appartienne à un groupe où chacun a k partenaires.",
		},
		Formula: "largest k with the node in the k-core", Range: "0..n−1", Direction: MoreCentral, Basis: OnTies,
		Kinds: underKind, Scopes: ofNodes, Bounds: Monotone, Reference: "Seidman 1983; Batagelj & Zaveršnik 2003", count: true,
	},
	{
		ID: MaxCore, Version: 1, Rank: 1,
		Name: Text{"largest core", "plus grand k-cœur"},
		Explanation: Text{
			"Largest k for which there is a group in which everybody has k partners, and how many members it has.",
			"Plus grand k pour lequel existe un groupe où chacun a k partenaires, et combien de membres il compte.",
		},
		Formula: "max core number; number of nodes that have it", Range: "0..n−1; 0..n nodes", Direction: MoreCohesive, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork, Bounds: Monotone, Reference: "Seidman 1983; Batagelj & Zaveršnik 2003", count: true,
	},
}
