package analysis

// mixDefinitions are the indicators of classes.
var mixDefinitions = []Definition{
	{
		ID: Blau, Version: 1, Rank: 1,
		Name: Text{"Blau index (Gini–Simpson)", "indice de Blau"},
		Explanation: Text{
			"Chance that two members drawn with replacement are of different families.",
			"Probabilité que deux membres tirés avec remise soient de familles différentes.",
		},
		Formula: "1 − Σ p²", Range: "0..1−1/K", Direction: MoreDiverse, Basis: OnMembers,
		Kinds: anyKind, Scopes: ofNetwork,
		Bounds: ClosedForm, Reference: "Blau 1977",
	},
	{
		ID: BlauUnbiased, Version: 1, Rank: 1,
		Name: Text{"Blau, comparable across sizes", "indice de Blau sans biais"},
		Explanation: Text{
			"Chance that two different members are of different families; comparable between poles of different size.",
			"Probabilité que deux membres distincts soient de familles différentes ; comparable entre pôles de tailles différentes.",
		},
		Formula: "1 − Σ s(s−1)/(n(n−1))", Range: "0..1", Direction: MoreDiverse, Basis: OnMembers,
		Kinds: anyKind, Scopes: ofNetwork,
		Bounds: ClosedForm, Reference: "Biemann & Kearney 2010",
	},
	{
		ID: BlockDensity, Version: 1, Rank: 1,
		Name: Text{"density within and between classes", "densité par blocs"},
		Explanation: Text{
			"Density inside one family of actors or between two: who works with whom.",
			"Densité au sein d'une famille d'acteurs ou entre deux familles : qui travaille avec qui.",
		},
		Formula: "ties_ab/(pairs_ab−u_ab)", Range: "0..1", Direction: MoreCohesive, Basis: OnTies,
		Kinds: anyKind, Scopes: []ScopeKind{ScopeNetwork, ScopeClassPair},
		Interval: true,
		Bounds:   ClosedForm, Reference: "Wasserman & Faust 1994", knowable: true,
	},
	{
		ID: Composition, Version: 1, Rank: 1,
		Name: Text{"composition", "composition"},
		Explanation: Text{
			"Part of the members of known class in each family of actors.",
			"Part de chaque famille d'acteurs parmi les membres de classe connue.",
		},
		Formula: "s_c/n", Range: "0..1", Direction: Neutral, Basis: OnMembers,
		Kinds: anyKind, Scopes: []ScopeKind{ScopeNetwork, ScopeClass},
		Reference: "counting",
	},
	{
		ID: EIIndex, Version: 1, Rank: 1,
		Name: Text{"E-I index", "indice E-I"},
		Explanation: Text{
			"−1 when members work inside their family only, 1 when outside only. Read it beside the value expected from family sizes.",
			"−1 quand les membres ne travaillent que dans leur famille, 1 quand ils ne travaillent qu'au dehors. À lire avec la valeur attendue d'après la taille des familles.",
		},
		Formula: "(E−I)/(E+I)", Range: "−1..1", Direction: MoreOutward, Basis: OnTies,
		Kinds: anyKind, Scopes: []ScopeKind{ScopeNetwork, ScopeClass, ScopeNode},
		Interval: true, Nulls: mixingNulls,
		Bounds: ClosedForm, Reference: "Krackhardt & Stern 1988",
	},
	{
		ID: Hill0, Version: 1, Rank: 1,
		Name: Text{"effective number of families, order 0", "nombre effectif de familles d'ordre 0"},
		Explanation: Text{
			"Number of families with a member.",
			"Nombre de familles ayant un membre.",
		},
		Formula: "S", Range: "1..K", Direction: MoreDiverse, Basis: OnMembers,
		Kinds: anyKind, Scopes: ofNetwork,
		Reference: "Hill 1973; Jost 2006",
	},
	{
		ID: Hill1, Version: 1, Rank: 1,
		Name: Text{"effective number of families, order 1", "nombre effectif de familles d'ordre 1"},
		Explanation: Text{
			"Number of equally large families that would be as diverse.",
			"Nombre de familles de même taille qui seraient aussi diverses.",
		},
		Formula: "exp(SHANNON)", Range: "1..K", Direction: MoreDiverse, Basis: OnMembers,
		Kinds: anyKind, Scopes: ofNetwork,
		Reference: "Hill 1973; Jost 2006",
	},
	{
		ID: Hill2, Version: 1, Rank: 1,
		Name: Text{"effective number of families, order 2", "nombre effectif de familles d'ordre 2"},
		Explanation: Text{
			"The same, with more weight on large families.",
			"Le même, les grandes familles pesant plus.",
		},
		Formula: "1/Σ p²", Range: "1..K", Direction: MoreDiverse, Basis: OnMembers,
		Kinds: anyKind, Scopes: ofNetwork,
		Reference: "Hill 1973; Jost 2006",
	},
	{
		ID: HillInf, Version: 1, Rank: 1,
		Name: Text{"effective number of families, order infinity", "nombre effectif de familles d'ordre infini"},
		Explanation: Text{
			"What the largest family alone decides.",
			"Ce que décide la plus grande famille seule.",
		},
		Formula: "1/max p", Range: "1..K", Direction: MoreDiverse, Basis: OnMembers,
		Kinds: anyKind, Scopes: ofNetwork,
		Reference: "Hill 1973; Jost 2006",
	},
	{
		ID: IQV, Version: 1, Rank: 1,
		Name: Text{"index of qualitative variation", "indice de variation qualitative"},
		Explanation: Text{
			"Variety as a part of the most that the K possible families allow.",
			"Variété rapportée au maximum que permettent les K familles possibles.",
		},
		Formula: "BLAU·K/(K−1)", Range: "0..1", Direction: MoreDiverse, Basis: OnMembers,
		Kinds: anyKind, Scopes: ofNetwork,
		Bounds: ClosedForm, Reference: "Mueller & Schuessler 1961",
	},
	{
		ID: Pielou, Version: 1, Rank: 1,
		Name: Text{"evenness", "équitabilité de Piélou"},
		Explanation: Text{
			"How evenly the families present are represented.",
			"À quel point les familles présentes sont également représentées.",
		},
		Formula: "SHANNON/ln S", Range: "0..1", Direction: MoreDiverse, Basis: OnMembers,
		Kinds: anyKind, Scopes: ofNetwork,
		Reference: "Pielou 1966",
	},
	{
		ID: Shannon, Version: 1, Rank: 1,
		Name: Text{"Shannon entropy (nats)", "entropie de Shannon"},
		Explanation: Text{
			"Uncertainty about the family of a member, in nats.",
			"Incertitude sur la famille d'un membre, en nats.",
		},
		Formula: "−Σ p ln p", Range: "0..ln K", Direction: MoreDiverse, Basis: OnMembers,
		Kinds: anyKind, Scopes: ofNetwork,
		Reference: "Shannon 1948; Teachman 1980",
	},
}
