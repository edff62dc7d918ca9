package analysis

// cohesionDefinitions are the counts and the indicators of components.
var cohesionDefinitions = []Definition{
	{
		ID: AverageDegree, Version: 1, Rank: 1,
		Name: Text{"average degree", "degré moyen"},
		Explanation: Text{
			"With how many partners a member works on average.",
			"Avec combien de partenaires un membre travaille en moyenne.",
		},
		Formula: "undirected 2m/n; directed m/n", Range: "0..n−1", Direction: MoreCohesive, Basis: OnTies,
		Kinds: anyKind, Scopes: ofNetwork,
		Interval: true,
		Bounds:   ClosedForm, Reference: "Freeman 1979",
	},
	{
		ID: ComponentRatio, Version: 1, Rank: 1,
		Name: Text{"component ratio", "taux de composantes"},
		Explanation: Text{
			"0 when the network is in one piece, 1 when nobody is tied.",
			"0 quand le réseau est d'un seul tenant, 1 quand personne n'est lié.",
		},
		Formula: "(c−1)/(n−1)", Range: "0..1", Direction: LessCohesive, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork,
		Bounds: Monotone, Reference: "Borgatti, Everett & Johnson 2013",
	},
	{
		ID: Connectedness, Version: 1, Rank: 1,
		Name: Text{"connectedness (weak paths)", "connexité faible"},
		Explanation: Text{
			"Part of the pairs that can reach one another through ties, whatever their orientation. Asked with and without the carrier it says whether the pole holds by itself.",
			"Part des paires qui peuvent s'atteindre par des liens, quel que soit leur sens. Avec puis sans la structure porteuse, elle dit si le pôle tient par lui-même.",
		},
		Formula: "Σ s_k(s_k−1)/(n(n−1))", Range: "0..1", Direction: MoreCohesive, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork,
		Nulls:  sizeNulls,
		Bounds: Monotone, Reference: "Krackhardt 1994",
	},
	{
		ID: Density, Version: 1, Rank: 1,
		Name: Text{"density", "densité"},
		Explanation: Text{
			"Part of the pairs whose state is known that cooperate. It falls with size: compare poles of like size.",
			"Part des paires dont l'état est connu qui coopèrent. Elle baisse avec la taille : comparer des pôles de taille voisine.",
		},
		Formula: "m/(P−u)", Range: "0..1", Direction: MoreCohesive, Basis: OnTies,
		Kinds: anyKind, Scopes: ofNetwork,
		Interval: true,
		Bounds:   ClosedForm, Reference: "Wasserman & Faust 1994", knowable: true,
	},
	{
		ID: Fragmentation, Version: 1, Rank: 1,
		Name: Text{"fragmentation", "fragmentation"},
		Explanation: Text{
			"Part of the pairs that cannot reach one another.",
			"Part des paires qui ne peuvent pas s'atteindre.",
		},
		Formula: "1 − CONNECTEDNESS", Range: "0..1", Direction: LessCohesive, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork,
		Bounds: Monotone, Reference: "Borgatti 2006",
	},
	{
		ID: Inclusiveness, Version: 1, Rank: 1,
		Name: Text{"inclusiveness", "inclusivité"},
		Explanation: Text{
			"Part of the members that have at least one tie.",
			"Part des membres qui ont au moins un lien.",
		},
		Formula: "(n − isolates)/n", Range: "0..1", Direction: MoreCohesive, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork,
		Bounds: Monotone, Reference: "Scott 2000",
	},
	{
		ID: Isolates, Version: 1, Rank: 1,
		Name: Text{"isolated actors", "acteurs isolés"},
		Explanation: Text{
			"Members without any tie, as far as is known.",
			"Membres sans aucun lien, pour ce que l'on en sait.",
		},
		Formula: "number of nodes with no tie", Range: "0..n", Direction: LessCohesive, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork,
		Bounds: Monotone, Reference: "counting", count: true,
	},
	{
		ID: LargestComponentShare, Version: 1, Rank: 1,
		Name: Text{"share in largest component", "part de la plus grande composante"},
		Explanation: Text{
			"Part of the members in the largest connected piece.",
			"Part des membres dans le plus grand morceau connexe.",
		},
		Formula: "max s_k/n", Range: "1/n..1", Direction: MoreCohesive, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork,
		Bounds: Monotone, Reference: "counting",
	},
	{
		ID: Nodes, Version: 1, Rank: 1,
		Name: Text{"actors", "acteurs"},
		Explanation: Text{
			"How many organisations are in the network, those without a tie included.",
			"Combien d'organisations compte le réseau, celles sans lien comprises.",
		},
		Formula: "n", Range: "0..", Direction: Larger, Basis: OnMembers,
		Kinds: anyKind, Scopes: ofNetwork,
		Reference: "counting", count: true,
	},
	{
		ID: Ties, Version: 1, Rank: 1,
		Name: Text{"ties", "liens"},
		Explanation: Text{
			"How many pairs of members cooperate; several facts on one pair are one tie.",
			"Combien de paires de membres coopèrent ; plusieurs faits sur une paire font un lien.",
		},
		Formula: "m", Range: "0..P", Direction: Larger, Basis: OnTies,
		Kinds: anyKind, Scopes: ofNetwork,
		Bounds: ClosedForm, Reference: "counting", count: true,
	},
	{
		ID: WeakComponents, Version: 1, Rank: 1,
		Name: Text{"components", "composantes"},
		Explanation: Text{
			"Number of connected pieces; one says that every member can be reached from every other.",
			"Nombre de morceaux connexes ; un seul signifie que chaque membre peut être atteint depuis tout autre.",
		},
		Formula: "c", Range: "0..n", Direction: LessCohesive, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork,
		Bounds: Monotone, Reference: "counting", count: true,
	},
	{
		ID: AverageTieValuePairs, Version: 1, Rank: 1,
		Name: Text{"mean tie value, all pairs", "valeur moyenne sur toutes les paires"},
		Explanation: Text{
			"Mean weight of a pair of members, pairs without a tie counting 0.",
			"Poids moyen d'une paire de membres, une paire sans lien comptant 0.",
		},
		Formula: "ΣW/P", Range: "0..", Direction: MoreCohesive, Basis: OnTies,
		Kinds: weightedKind, Scopes: ofNetwork, Reference: "Wasserman & Faust 1994",
		Interval: true,
	},
	{
		ID: AverageTieValueTies, Version: 1, Rank: 1,
		Name: Text{"mean tie value, existing ties", "valeur moyenne des liens"},
		Explanation: Text{
			"Mean weight of the ties there are.",
			"Poids moyen des liens existants.",
		},
		Formula: "ΣW/m", Range: "0..", Direction: MoreCohesive, Basis: OnTies,
		Kinds: weightedKind, Scopes: ofNetwork, Reference: "counting",
	},
	{
		ID: StrongComponents, Version: 1, Rank: 1,
		Name: Text{"strong components", "composantes fortement connexes"},
		Explanation: Text{
			"Number of sets of members that all reach one another along arcs.",
			"Nombre d'ensembles de membres qui s'atteignent tous en suivant le sens des liens.",
		},
		Formula: "c", Range: "0..n", Direction: LessCohesive, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNetwork, Bounds: Monotone, Reference: "Tarjan 1972", count: true,
	},
	{
		ID: StrongComponentRatio, Version: 1, Rank: 2,
		Name: Text{"strong component ratio", "taux de composantes fortes"},
		Explanation: Text{
			"0 when everybody reaches everybody along arcs, 1 when no two members reach each other.",
			"0 quand chacun atteint chacun dans le sens des liens, 1 quand aucune paire ne s'atteint réciproquement.",
		},
		Formula: "(c−1)/(n−1)", Range: "0..1", Direction: LessCohesive, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNetwork, Bounds: Monotone, Reference: "Borgatti, Everett & Johnson 2013",
	},
	{
		ID: Reachability, Version: 1, Rank: 1,
		Name: Text{"reachability along arcs", "atteignabilité orientée"},
		Explanation: Text{
			"Part of the ordered pairs whose second member can be reached from the first along arcs.",
			"Part des couples ordonnés dont le second membre peut être atteint depuis le premier dans le sens des liens.",
		},
		Formula: "reachable ordered pairs/(n(n−1))", Range: "0..1", Direction: MoreCohesive, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNetwork, Bounds: Monotone, Reference: "Borgatti, Everett & Johnson 2013",
	},
	{
		ID: KrackhardtEfficiency, Version: 1, Rank: 2,
		Name: Text{"Krackhardt efficiency", "efficience de Krackhardt"},
		Explanation: Text{
			"1 when no tie could go without cutting somebody off, 0 when everybody who is connected is tied.",
			"1 quand aucun lien ne pourrait disparaître sans couper quelqu'un, 0 quand tous ceux qui sont connectés sont liés.",
		},
		Formula: "1 − (E − Σ(N_k−1))/Σ(max_k − (N_k−1))", Range: "0..1", Direction: LessCohesive, Basis: OnTies,
		Kinds: anyKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Krackhardt 1994",
	},
	{
		ID: KrackhardtHierarchy, Version: 1, Rank: 2,
		Name: Text{"Krackhardt hierarchy", "hiérarchie de Krackhardt"},
		Explanation: Text{
			"1 when whoever can reach another is never reached back, 0 when everybody is.",
			"1 quand celui qui peut en atteindre un autre n'est jamais atteint en retour, 0 quand il l'est toujours.",
		},
		Formula: "1 − mutually reachable pairs/pairs reachable at least one way", Range: "0..1", Direction: MoreCentralised, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Krackhardt 1994",
	},
	{
		ID: KrackhardtLubness, Version: 1, Rank: 2,
		Name: Text{"least upper boundedness", "unicité du supérieur commun"},
		Explanation: Text{
			"1 when every two connected members have a closest common superior, as in a chain of command.",
			"1 quand deux membres connectés ont toujours un plus proche supérieur commun, comme dans une chaîne de commandement.",
		},
		Formula: "1 − V/Σ(N_k−1)(N_k−2)/2", Range: "0..1", Direction: MoreCentralised, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Krackhardt 1994",
	},
}
