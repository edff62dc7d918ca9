package analysis

// catalogue is the single table of indicators, sorted by id. It is never written to.
var catalogue = []Definition{
	{
		ID: AverageDegree, Version: 1, Rank: 1,
		Name: Text{"average degree", "degré moyen"},
		Explanation: Text{
			"With how many partners a member works on average.",
			"Avec combien de partenaires un membre travaille en moyenne.",
		},
		Formula: "undirected 2m/n; directed m/n", Range: "0..n−1", Basis: OnTies,
		Kinds: []Kind{KindUndirected, KindDirected}, Scopes: []ScopeKind{ScopeNetwork},
		Bounds: ClosedForm, Reference: "Freeman 1979",
	},
	{
		ID: Blau, Version: 1, Rank: 1,
		Name: Text{"Blau index (Gini–Simpson)", "indice de Blau"},
		Explanation: Text{
			"Chance that two members drawn with replacement are of different families.",
			"Probabilité que deux membres tirés avec remise soient de familles différentes.",
		},
		Formula: "1 − Σ p²", Range: "0..1−1/K", Basis: OnMembers,
		Kinds: []Kind{KindUndirected, KindDirected}, Scopes: []ScopeKind{ScopeNetwork},
		Bounds: ClosedForm, Reference: "Blau 1977",
	},
	{
		ID: BlauUnbiased, Version: 1, Rank: 1,
		Name: Text{"Blau, comparable across sizes", "indice de Blau sans biais"},
		Explanation: Text{
			"Chance that two different members are of different families; comparable between poles of different size.",
			"Probabilité que deux membres distincts soient de familles différentes ; comparable entre pôles de tailles différentes.",
		},
		Formula: "1 − Σ s(s−1)/(n(n−1))", Range: "0..1", Basis: OnMembers,
		Kinds: []Kind{KindUndirected, KindDirected}, Scopes: []ScopeKind{ScopeNetwork},
		Bounds: ClosedForm, Reference: "Biemann & Kearney 2010",
	},
	{
		ID: BlockDensity, Version: 1, Rank: 1,
		Name: Text{"density within and between classes", "densité par blocs"},
		Explanation: Text{
			"Density inside one family of actors or between two: who works with whom.",
			"Densité au sein d'une famille d'acteurs ou entre deux familles : qui travaille avec qui.",
		},
		Formula: "ties_ab/(pairs_ab−u_ab)", Range: "0..1", Basis: OnTies,
		Kinds: []Kind{KindUndirected, KindDirected}, Scopes: []ScopeKind{ScopeNetwork, ScopeClassPair},
		Bounds: ClosedForm, Reference: "Wasserman & Faust 1994", knowable: true,
	},
	{
		ID: ComponentRatio, Version: 1, Rank: 1,
		Name: Text{"component ratio", "taux de composantes"},
		Explanation: Text{
			"0 when the network is in one piece, 1 when nobody is tied.",
			"0 quand le réseau est d'un seul tenant, 1 quand personne n'est lié.",
		},
		Formula: "(c−1)/(n−1)", Range: "0..1", Basis: OnTies,
		Kinds: []Kind{KindUndirected, KindUnderlying}, Scopes: []ScopeKind{ScopeNetwork},
		Bounds: Monotone, Reference: "Borgatti, Everett & Johnson 2013",
	},
	{
		ID: Composition, Version: 1, Rank: 1,
		Name: Text{"composition", "composition"},
		Explanation: Text{
			"Part of the members of known class in each family of actors.",
			"Part de chaque famille d'acteurs parmi les membres de classe connue.",
		},
		Formula: "s_c/n", Range: "0..1", Basis: OnMembers,
		Kinds: []Kind{KindUndirected, KindDirected}, Scopes: []ScopeKind{ScopeNetwork, ScopeClass},
		Reference: "counting",
	},
	{
		ID: Connectedness, Version: 1, Rank: 1,
		Name: Text{"connectedness (weak paths)", "connexité faible"},
		Explanation: Text{
			"Part of the pairs that can reach one another through ties, whatever their orientation. Asked with and without the carrier it says whether the pole holds by itself.",
			"Part des paires qui peuvent s'atteindre par des liens, quel que soit leur sens. Avec puis sans la structure porteuse, elle dit si le pôle tient par lui-même.",
		},
		Formula: "Σ s_k(s_k−1)/(n(n−1))", Range: "0..1", Basis: OnTies,
		Kinds: []Kind{KindUndirected, KindUnderlying}, Scopes: []ScopeKind{ScopeNetwork},
		Bounds: Monotone, Reference: "Krackhardt 1994",
	},
	{
		ID: DegreeCentralization, Version: 1, Rank: 1,
		Name: Text{"degree centralisation", "centralisation de degré"},
		Explanation: Text{
			"1 when one actor has all the ties, 0 when all have equally many: how much the pole hangs on one member.",
			"1 quand un acteur a tous les liens, 0 quand tous en ont autant : à quel point le pôle tient à un seul membre.",
		},
		Formula: "Σ(d_max − d_i)/((n−1)(n−2))", Range: "0..1", Basis: OnTies,
		Kinds: []Kind{KindUndirected, KindUnderlying}, Scopes: []ScopeKind{ScopeNetwork},
		Bounds: Enumerated, Reference: "Freeman 1979",
	},
	{
		ID: Density, Version: 1, Rank: 1,
		Name: Text{"density", "densité"},
		Explanation: Text{
			"Part of the pairs whose state is known that cooperate. It falls with size: compare poles of like size.",
			"Part des paires dont l'état est connu qui coopèrent. Elle baisse avec la taille : comparer des pôles de taille voisine.",
		},
		Formula: "m/(P−u)", Range: "0..1", Basis: OnTies,
		Kinds: []Kind{KindUndirected, KindDirected}, Scopes: []ScopeKind{ScopeNetwork},
		Bounds: ClosedForm, Reference: "Wasserman & Faust 1994", knowable: true,
	},
	{
		ID: EIIndex, Version: 1, Rank: 1,
		Name: Text{"E-I index", "indice E-I"},
		Explanation: Text{
			"−1 when members work inside their family only, 1 when outside only. Read it beside the value expected from family sizes.",
			"−1 quand les membres ne travaillent que dans leur famille, 1 quand ils ne travaillent qu'au dehors. À lire avec la valeur attendue d'après la taille des familles.",
		},
		Formula: "(E−I)/(E+I)", Range: "−1..1", Basis: OnTies,
		Kinds: []Kind{KindUndirected, KindDirected}, Scopes: []ScopeKind{ScopeNetwork, ScopeClass, ScopeNode},
		Bounds: ClosedForm, Reference: "Krackhardt & Stern 1988",
	},
	{
		ID: Fragmentation, Version: 1, Rank: 1,
		Name: Text{"fragmentation", "fragmentation"},
		Explanation: Text{
			"Part of the pairs that cannot reach one another.",
			"Part des paires qui ne peuvent pas s'atteindre.",
		},
		Formula: "1 − CONNECTEDNESS", Range: "0..1", Basis: OnTies,
		Kinds: []Kind{KindUndirected, KindUnderlying}, Scopes: []ScopeKind{ScopeNetwork},
		Bounds: Monotone, Reference: "Borgatti 2006",
	},
	{
		ID: Hill0, Version: 1, Rank: 1,
		Name: Text{"effective number of families, order 0", "nombre effectif de familles d'ordre 0"},
		Explanation: Text{
			"Number of families with a member.",
			"Nombre de familles ayant un membre.",
		},
		Formula: "S", Range: "1..K", Basis: OnMembers,
		Kinds: []Kind{KindUndirected, KindDirected}, Scopes: []ScopeKind{ScopeNetwork},
		Reference: "Hill 1973; Jost 2006",
	},
	{
		ID: Hill1, Version: 1, Rank: 1,
		Name: Text{"effective number of families, order 1", "nombre effectif de familles d'ordre 1"},
		Explanation: Text{
			"Number of equally large families that would be as diverse.",
			"Nombre de familles de même taille qui seraient aussi diverses.",
		},
		Formula: "exp(SHANNON)", Range: "1..K", Basis: OnMembers,
		Kinds: []Kind{KindUndirected, KindDirected}, Scopes: []ScopeKind{ScopeNetwork},
		Reference: "Hill 1973; Jost 2006",
	},
	{
		ID: Hill2, Version: 1, Rank: 1,
		Name: Text{"effective number of families, order 2", "nombre effectif de familles d'ordre 2"},
		Explanation: Text{
			"The same, with more weight on large families.",
			"Le même, les grandes familles pesant plus.",
		},
		Formula: "1/Σ p²", Range: "1..K", Basis: OnMembers,
		Kinds: []Kind{KindUndirected, KindDirected}, Scopes: []ScopeKind{ScopeNetwork},
		Reference: "Hill 1973; Jost 2006",
	},
	{
		ID: HillInf, Version: 1, Rank: 1,
		Name: Text{"effective number of families, order infinity", "nombre effectif de familles d'ordre infini"},
		Explanation: Text{
			"What the largest family alone decides.",
			"Ce que décide la plus grande famille seule.",
		},
		Formula: "1/max p", Range: "1..K", Basis: OnMembers,
		Kinds: []Kind{KindUndirected, KindDirected}, Scopes: []ScopeKind{ScopeNetwork},
		Reference: "Hill 1973; Jost 2006",
	},
	{
		ID: Inclusiveness, Version: 1, Rank: 1,
		Name: Text{"inclusiveness", "inclusivité"},
		Explanation: Text{
			"Part of the members that have at least one tie.",
			"Part des membres qui ont au moins un lien.",
		},
		Formula: "(n − isolates)/n", Range: "0..1", Basis: OnTies,
		Kinds: []Kind{KindUndirected, KindUnderlying}, Scopes: []ScopeKind{ScopeNetwork},
		Bounds: Monotone, Reference: "Scott 2000",
	},
	{
		ID: IQV, Version: 1, Rank: 1,
		Name: Text{"index of qualitative variation", "indice de variation qualitative"},
		Explanation: Text{
			"Variety as a part of the most that the K possible families allow.",
			"Variété rapportée au maximum que permettent les K familles possibles.",
		},
		Formula: "BLAU·K/(K−1)", Range: "0..1", Basis: OnMembers,
		Kinds: []Kind{KindUndirected, KindDirected}, Scopes: []ScopeKind{ScopeNetwork},
		Bounds: ClosedForm, Reference: "Mueller & Schuessler 1961",
	},
	{
		ID: Isolates, Version: 1, Rank: 1,
		Name: Text{"isolated actors", "acteurs isolés"},
		Explanation: Text{
			"Members without any tie, as far as is known.",
			"Membres sans aucun lien, pour ce que l'on en sait.",
		},
		Formula: "number of nodes with no tie", Range: "0..n", Basis: OnTies,
		Kinds: []Kind{KindUndirected, KindUnderlying}, Scopes: []ScopeKind{ScopeNetwork},
		Bounds: Monotone, Reference: "counting", count: true,
	},
	{
		ID: LargestComponentShare, Version: 1, Rank: 1,
		Name: Text{"share in largest component", "part de la plus grande composante"},
		Explanation: Text{
			"Part of the members in the largest connected piece.",
			"Part des membres dans le plus grand morceau connexe.",
		},
		Formula: "max s_k/n", Range: "1/n..1", Basis: OnTies,
		Kinds: []Kind{KindUndirected, KindUnderlying}, Scopes: []ScopeKind{ScopeNetwork},
		Bounds: Monotone, Reference: "counting",
	},
	{
		ID: Nodes, Version: 1, Rank: 1,
		Name: Text{"actors", "acteurs"},
		Explanation: Text{
			"How many organisations are in the network, those without a tie included.",
			"Combien d'organisations compte le réseau, celles sans lien comprises.",
		},
		Formula: "n", Range: "0..", Basis: OnMembers,
		Kinds: []Kind{KindUndirected, KindDirected}, Scopes: []ScopeKind{ScopeNetwork},
		Reference: "counting", count: true,
	},
	{
		ID: Pielou, Version: 1, Rank: 1,
		Name: Text{"evenness", "équitabilité de Piélou"},
		Explanation: Text{
			"How evenly the families present are represented.",
			"À quel point les familles présentes sont également représentées.",
		},
		Formula: "SHANNON/ln S", Range: "0..1", Basis: OnMembers,
		Kinds: []Kind{KindUndirected, KindDirected}, Scopes: []ScopeKind{ScopeNetwork},
		Reference: "Pielou 1966",
	},
	{
		ID: Shannon, Version: 1, Rank: 1,
		Name: Text{"Shannon entropy (nats)", "entropie de Shannon"},
		Explanation: Text{
			"Uncertainty about the family of a member, in nats.",
			"Incertitude sur la famille d'un membre, en nats.",
		},
		Formula: "−Σ p ln p", Range: "0..ln K", Basis: OnMembers,
		Kinds: []Kind{KindUndirected, KindDirected}, Scopes: []ScopeKind{ScopeNetwork},
		Reference: "Shannon 1948; Teachman 1980",
	},
	{
		ID: Ties, Version: 1, Rank: 1,
		Name: Text{"ties", "liens"},
		Explanation: Text{
			"How many pairs of members cooperate; several facts on one pair are one tie.",
			"Combien de paires de membres coopèrent ; plusieurs faits sur une paire font un lien.",
		},
		Formula: "m", Range: "0..P", Basis: OnTies,
		Kinds: []Kind{KindUndirected, KindDirected}, Scopes: []ScopeKind{ScopeNetwork},
		Bounds: ClosedForm, Reference: "counting", count: true,
	},
	{
		ID: WeakComponents, Version: 1, Rank: 1,
		Name: Text{"components", "composantes"},
		Explanation: Text{
			"Number of connected pieces; one says that every member can be reached from every other.",
			"Nombre de morceaux connexes ; un seul signifie que chaque membre peut être atteint depuis tout autre.",
		},
		Formula: "c", Range: "1..n", Basis: OnTies,
		Kinds: []Kind{KindUndirected, KindUnderlying}, Scopes: []ScopeKind{ScopeNetwork},
		Bounds: Monotone, Reference: "counting", count: true,
	},
}
