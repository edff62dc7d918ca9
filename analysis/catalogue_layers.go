package analysis

// layerDefinitions are the indicators of several relations.
var layerDefinitions = []Definition{
	{
		ID: CliqueOverlap, Version: 1, Rank: 2, Subject: SubjectLayers,
		Name: Text{"clique overlap across relations", "recouvrement des cliques"},
		Explanation: Text{
			"Of the pairs that work together with a third in one type of ties, the part that do so in two types or more.",
			"Parmi les paires qui coopèrent avec un même tiers dans un type de liens, la part qui le fait dans deux types ou plus.",
		},
		Formula: "dyads inside a clique in ≥ 2 types/dyads inside a clique in ≥ 1", Range: "0..1", Direction: MoreMultiplex, Basis: OnTies,
		Scopes: ofNetwork, Reference: "after Provan & Sebastian 1998",
	},
	{
		ID: Multiplexity, Version: 1, Rank: 1, Subject: SubjectLayers,
		Name: Text{"share of multiplex dyads", "part de liens multiples"},
		Explanation: Text{
			"Part of the cooperating pairs that cooperate in two ways or more.",
			"Part des paires qui coopèrent de deux manières ou plus, parmi celles qui coopèrent.",
		},
		Formula: "dyads tied in ≥ 2 types/dyads tied in ≥ 1", Range: "0..1", Direction: MoreMultiplex, Basis: OnTies,
		Scopes: ofNetwork, Bounds: ClosedForm, Reference: "Wasserman & Faust 1994",
	},
	{
		ID: TiesWithContract, Version: 1, Rank: 1, Subject: SubjectLayers,
		Name: Text{"cooperation under contract", "liens sous contrat"},
		Explanation: Text{
			"Part of the cooperating pairs that have a contract in force together.",
			"Part des paires qui coopèrent et qu'un contrat en vigueur lie aussi.",
		},
		Formula: "cooperating dyads with ≥ 1 contract in force/cooperating dyads", Range: "0..1", Direction: MoreMultiplex, Basis: OnTies,
		Scopes: ofNetwork, Bounds: ClosedForm, Reference: "counting",
	},
	{
		ID: TypeCorrelation, Version: 1, Rank: 2, Subject: SubjectLayers,
		Name: Text{"correlation of two relations (QAP)", "corrélation de deux relations"},
		Explanation: Text{
			"Whether pairs that are tied in one type are tied in the other more often than not; for a class, whether pairs of one class are tied more often.",
			"Si les paires liées dans un type le sont plus souvent dans l'autre ; pour une classe, si les paires d'une même classe sont plus souvent liées.",
		},
		Formula: "Pearson's r over the cells known in both", Range: "−1..1", Direction: MoreMultiplex, Basis: OnTies,
		Scopes: []ScopeKind{ScopeRelationPair}, Bounds: Enumerated, Nulls: []NullModel{QAP}, Reference: "Krackhardt 1988", knowable: true,
	},
	{
		ID: TypeJaccard, Version: 1, Rank: 1, Subject: SubjectLayers,
		Name: Text{"overlap of two relations", "recouvrement de deux relations"},
		Explanation: Text{
			"Part of the pairs tied in either of two types that are tied in both.",
			"Part des paires liées dans les deux types parmi celles qui le sont dans l'un ou l'autre.",
		},
		Formula: "both/either", Range: "0..1", Direction: MoreMultiplex, Basis: OnTies,
		Scopes: []ScopeKind{ScopeRelationPair}, Bounds: ClosedForm, Reference: "Jaccard 1901",
	},
	{
		ID: TypesPerTie, Version: 1, Rank: 1, Subject: SubjectLayers,
		Name: Text{"mean types per tied dyad", "types par lien"},
		Explanation: Text{
			"In how many ways a cooperating pair cooperates on average.",
			"De combien de manières une paire qui coopère le fait en moyenne.",
		},
		Formula: "Σ types/tied dyads", Range: "1..", Direction: MoreMultiplex, Basis: OnTies,
		Scopes: ofNetwork, Bounds: ClosedForm, Reference: "counting",
	},
}
