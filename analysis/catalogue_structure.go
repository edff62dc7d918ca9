package analysis

// structureDefinitions are the indicators of what holds a pole together.
var structureDefinitions = []Definition{
	{
		ID: Bridges, Version: 1, Rank: 1,
		Name: Text{"bridges", "isthmes"},
		Explanation: Text{
			"Ties that are the only way between two sides of the pole: were one lost, its ends could no longer reach each other.",
			"Liens qui sont le seul passage entre deux côtés du pôle : si l'un se perd, ses deux bouts ne peuvent plus s'atteindre.",
		},
		Formula: "number of ties whose removal disconnects their ends", Range: "0..n−1", Direction: MoreFragile, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Tarjan 1974", count: true,
	},
	{
		ID: ArticulationPoints, Version: 1, Rank: 1,
		Name: Text{"cut points", "points d'articulation"},
		Explanation: Text{
			"Members whose departure would leave the pole in more pieces; for each member, how many more.",
			"Membres dont le départ laisserait le pôle en plus de morceaux ; pour chaque membre, combien de plus.",
		},
		Formula: "number of nodes whose removal adds a component; by node, components added", Range: "0..n−2", Direction: MoreFragile, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetworkAndNodes, Bounds: Enumerated, Reference: "Hopcroft & Tarjan 1973", count: true,
	},
	{
		ID: Cliques, Version: 2, Rank: 2,
		Name: Text{"cliques of three or more", "cliques d'au moins trois"},
		Explanation: Text{
			"Number of largest groups of three members or more in which all work with all.",
			"Nombre des plus grands groupes d'au moins trois membres où tous travaillent avec tous.",
		},
		Formula: "maximal cliques of size ≥ 3; directed: of reciprocated arcs", Range: "0..", Direction: MoreCohesive, Basis: OnTies,
		Kinds: anyKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Luce & Perry 1949; Bron & Kerbosch 1973", count: true,
	},
	{
		ID: CorePeripheryFit, Version: 2, Rank: 2,
		Name: Text{"core/periphery fit", "ajustement cœur-périphérie"},
		Explanation: Text{
			"How well the pole divides into a core, where all work with all, and a periphery, where nobody does: 1 when perfectly.",
			"À quel point le pôle se partage en un cœur, où tous travaillent avec tous, et une périphérie, où personne ne le fait : 1 quand c'est exact.",
		},
		Formula: "max over bipartitions of r(A, pattern), core–periphery cells and diagonal left out", Range: "−1..1", Direction: MoreCentralised, Basis: OnTies,
		Kinds: anyKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Borgatti & Everett 1999",
		Nulls: sizeNulls,
	},
	{
		ID: RemovalEffectF, Version: 1, Rank: 1,
		Name: Text{"effect of losing the actor on fragmentation", "effet du départ de l'acteur sur la fragmentation"},
		Explanation: Text{
			"By how much the part of pairs that cannot reach one another changes when the member leaves, among those who remain.",
			"De combien change la part des paires qui ne peuvent pas s'atteindre quand le membre part, parmi ceux qui restent.",
		},
		Formula: "F without the node − F, F = 1 − Σ s(s−1)/(n(n−1))", Range: "−1..1", Direction: MoreFragile, Basis: OnTies,
		Kinds: underKind, Scopes: ofNodes, Bounds: Enumerated, Reference: "Borgatti 2006",
	},
	{
		ID: RemovalEffectDF, Version: 1, Rank: 1,
		Name: Text{"effect of losing the actor on breadth", "effet du départ de l'acteur sur l'étendue"},
		Explanation: Text{
			"By how much the members who remain are farther from one another when the member leaves, detours included.",
			"De combien les membres qui restent sont plus éloignés quand le membre part, détours compris.",
		},
		Formula: "DF without the node − DF, DF = 1 − Σ 1/d/(n(n−1))", Range: "−1..1", Direction: MoreFragile, Basis: OnTies,
		Kinds: underKind, Scopes: ofNodes, Bounds: Enumerated, Reference: "Borgatti 2006",
	},
	{
		ID: KeyPlayerNegF, Version: 1, Rank: 1,
		Name: Text{"key players by fragmentation", "acteurs clés, fragmentation"},
		Explanation: Text{
			"The one, two or three members whose departure would cut off most pairs from each other, and the fragmentation they would leave; compare with the fragmentation of the whole.",
			"Le membre, ou les deux ou trois membres, dont le départ couperait le plus de paires l'une de l'autre, et la fragmentation qu'ils laisseraient ; à comparer à la fragmentation de l'ensemble.",
		},
		Formula: "max over sets of k nodes of 1 − Σ s(s−1)/(n'(n'−1)), n' = n−k", Range: "0..1", Direction: MoreFragile, Basis: OnTies,
		Kinds: underKind, Scopes: ofNodeSets, Bounds: Monotone, Reference: "Borgatti 2006",
	},
	{
		ID: KeyPlayerNegDF, Version: 1, Rank: 1,
		Name: Text{"key players by distance-weighted fragmentation", "acteurs clés, fragmentation par distances"},
		Explanation: Text{
			"The one, two or three members whose departure would leave the others farthest from one another, and the breadth they would leave; compare with the breadth of the whole.",
			"Le membre, ou les deux ou trois membres, dont le départ éloignerait le plus les autres entre eux, et l'étendue qu'ils laisseraient ; à comparer à l'étendue de l'ensemble.",
		},
		Formula: "max over sets of k nodes of 1 − Σ 1/d/(n'(n'−1)), n' = n−k", Range: "0..1", Direction: MoreFragile, Basis: OnTies,
		Kinds: underKind, Scopes: ofNodeSets, Bounds: Monotone, Reference: "Borgatti 2006",
	},
}
