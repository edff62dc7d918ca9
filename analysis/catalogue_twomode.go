package analysis

// Null models of two-mode networks: the degrees of both modes, or the number of ties.
var (
	incidenceNulls = []NullModel{EdgeSwitch, CUGTies}
	sizeOfTwoNulls = []NullModel{CUGTies}
)

// twoModeDefinitions are the indicators of who takes part in what.
var twoModeDefinitions = []Definition{
	{
		ID: NewmanTieTotal, Version: 1, Rank: 1, Subject: SubjectTwoMode,
		Name: Text{"Newman-weighted ties", "liens pondérés (Newman)"},
		Explanation: Text{
			"Ties between organisations by the contracts they share, each organisation counting once for each contract however many parties it has.",
			"Liens entre organisations par les contrats qu'elles partagent, chaque organisation comptant une fois par contrat quel que soit le nombre de parties.",
		},
		Formula: "Σ k/2 over the columns of k ≥ 2 rows", Range: "0..", Direction: MoreCohesive, Basis: OnTies,
		Scopes: ofNetwork, Bounds: Monotone, Reference: "Newman 2001", count: true,
	},
	{
		ID: TwoModeAverageDegreeAll, Version: 1, Rank: 1, Subject: SubjectTwoMode,
		Name: Text{"mean degree, both modes", "degré moyen, les deux modes"},
		Explanation: Text{
			"Number of ties for each organisation or contract.",
			"Nombre de liens par organisation ou contrat.",
		},
		Formula: "m/(n1+n2)", Range: "0..", Direction: MoreCohesive, Basis: OnTies,
		Scopes: ofNetwork, Bounds: ClosedForm, Reference: "counting",
	},
	{
		ID: TwoModeAverageDegreeColumns, Version: 1, Rank: 1, Subject: SubjectTwoMode,
		Name: Text{"mean degree, columns", "degré moyen, contrats"},
		Explanation: Text{
			"How many organisations take part in a contract on average.",
			"Combien d'organisations participent à un contrat en moyenne.",
		},
		Formula: "m/n2", Range: "0..n1", Direction: MoreCohesive, Basis: OnTies,
		Scopes: ofNetwork, Bounds: ClosedForm, Reference: "counting",
	},
	{
		ID: TwoModeAverageDegreeRows, Version: 1, Rank: 1, Subject: SubjectTwoMode,
		Name: Text{"mean degree, rows", "degré moyen, organisations"},
		Explanation: Text{
			"In how many contracts an organisation takes part on average.",
			"À combien de contrats une organisation participe en moyenne.",
		},
		Formula: "m/n1", Range: "0..n2", Direction: MoreCohesive, Basis: OnTies,
		Scopes: ofNetwork, Bounds: ClosedForm, Reference: "counting",
	},
	{
		ID: TwoModeBetweenness, Version: 1, Rank: 1, Subject: SubjectTwoMode,
		Name: Text{"normalised betweenness, two modes", "intermédiarité normalisée, deux modes"},
		Explanation: Text{
			"How many shortest paths lead through the organisation or contract, over the most that the sizes of both modes allow.",
			"Combien de plus courts chemins passent par l'organisation ou le contrat, rapporté au maximum que permettent les tailles des deux modes.",
		},
		Formula: "b/b_max of the mode", Range: "0..1", Direction: MoreCentral, Basis: OnTies,
		Scopes: ofNodes, Bounds: Enumerated, Reference: "Borgatti & Everett 1997",
	},
	{
		ID: TwoModeCentralizationColumns, Version: 1, Rank: 1, Subject: SubjectTwoMode,
		Name: Text{"degree centralisation, columns", "centralisation de degré, contrats"},
		Explanation: Text{
			"1 when one contract gathers all organisations and the others have one party, 0 when all have equally many; above 1 only when some have none.",
			"1 quand un contrat réunit toutes les organisations et que les autres n'ont qu'une partie, 0 quand tous en ont autant ; au-delà de 1 seulement si certains n'en ont aucune.",
		},
		Formula: "Σ(d_max − d_j)/((n1−1)(n2−1))", Range: "0..n1/(n1−1)", Direction: MoreCentralised, Basis: OnTies,
		Scopes: ofNetwork, Bounds: Enumerated, Nulls: sizeOfTwoNulls, Reference: "Borgatti & Everett 1997",
	},
	{
		ID: TwoModeCentralizationRows, Version: 1, Rank: 1, Subject: SubjectTwoMode,
		Name: Text{"degree centralisation, rows", "centralisation de degré, organisations"},
		Explanation: Text{
			"1 when one organisation takes part in everything and the others in one thing, 0 when all take part in equally many; above 1 only when some take part in nothing.",
			"1 quand une organisation participe à tout et les autres à une seule chose, 0 quand toutes participent à autant ; au-delà de 1 seulement si certaines ne participent à rien.",
		},
		Formula: "Σ(d_max − d_i)/((n1−1)(n2−1))", Range: "0..n2/(n2−1)", Direction: MoreCentralised, Basis: OnTies,
		Scopes: ofNetwork, Bounds: Enumerated, Nulls: sizeOfTwoNulls, Reference: "Borgatti & Everett 1997",
	},
	{
		ID: TwoModeCloseness, Version: 1, Rank: 1, Subject: SubjectTwoMode,
		Name: Text{"normalised closeness, two modes", "proximité normalisée, deux modes"},
		Explanation: Text{
			"1 for an organisation that takes part in every contract, or a contract in which all take part; lower the farther the others are.",
			"1 pour une organisation qui participe à tous les contrats, ou un contrat auquel toutes participent ; plus bas quand les autres sont loin.",
		},
		Formula: "(n2 + 2(n1−1))/Σd, modes exchanged for columns", Range: "0..1", Direction: MoreCentral, Basis: OnTies,
		Scopes: ofNodes, Bounds: Monotone, Reference: "Borgatti & Everett 1997",
	},
	{
		ID: TwoModeClustering, Version: 1, Rank: 1, Subject: SubjectTwoMode,
		Name: Text{"two-mode clustering (four-cycles)", "regroupement biparti (cycles de longueur 4)"},
		Explanation: Text{
			"How often two partners in one contract are partners in another too.",
			"À quelle fréquence deux partenaires d'un contrat le sont aussi dans un autre.",
		},
		Formula: "4·C4/L3", Range: "0..1", Direction: MoreCohesive, Basis: OnTies,
		Scopes: ofNetwork, Bounds: Enumerated, Nulls: incidenceNulls, Reference: "Robins & Alexander 2004",
	},
	{
		ID: TwoModeClusteringOpsahl, Version: 1, Rank: 2, Subject: SubjectTwoMode,
		Name: Text{"two-mode clustering (Opsahl)", "regroupement biparti (Opsahl)"},
		Explanation: Text{
			"How often two organisations that each share a contract with a third share a further one themselves.",
			"À quelle fréquence deux organisations qui partagent chacune un contrat avec une troisième en partagent un autre entre elles.",
		},
		Formula: "closed paths of four ties/paths of four ties between rows", Range: "0..1", Direction: MoreCohesive, Basis: OnTies,
		Scopes: ofNetwork, Bounds: Enumerated, Nulls: incidenceNulls, Reference: "Opsahl 2013",
	},
	{
		ID: TwoModeDegree, Version: 1, Rank: 1, Subject: SubjectTwoMode,
		Name: Text{"normalised degree, two modes", "degré normalisé, deux modes"},
		Explanation: Text{
			"In which part of the contracts the organisation takes part; for a contract, which part of the organisations.",
			"À quelle part des contrats l'organisation participe ; pour un contrat, quelle part des organisations.",
		},
		Formula: "row d/n2, column d/n1", Range: "0..1", Direction: MoreCentral, Basis: OnTies,
		Scopes: ofNodes, Bounds: ClosedForm, Reference: "Borgatti & Everett 1997",
	},
	{
		ID: TwoModeDensity, Version: 1, Rank: 1, Subject: SubjectTwoMode,
		Name: Text{"two-mode density", "densité bipartie"},
		Explanation: Text{
			"Part of the pairs of an organisation and a contract in which the one takes part in the other.",
			"Part des couples d'une organisation et d'un contrat où l'une participe à l'autre.",
		},
		Formula: "m/(n1·n2 − u)", Range: "0..1", Direction: MoreCohesive, Basis: OnTies,
		Scopes: ofNetwork, Bounds: ClosedForm, Reference: "Borgatti & Everett 1997", knowable: true,
	},
	{
		ID: TwoModeFourCycles, Version: 1, Rank: 1, Subject: SubjectTwoMode,
		Name: Text{"four-cycles", "cycles de longueur 4"},
		Explanation: Text{
			"How often two organisations meet in two contracts.",
			"Combien de fois deux organisations se retrouvent dans deux contrats.",
		},
		Formula: "C4 = Σ q(q−1)/2 over pairs of rows", Range: "0..", Direction: MoreCohesive, Basis: OnTies,
		Scopes: ofNetwork, Bounds: Monotone, Reference: "Robins & Alexander 2004", count: true,
	},
	{
		ID: TwoModeOverlapColumns, Version: 1, Rank: 1, Subject: SubjectTwoMode,
		Name: Text{"local overlap, columns", "recouvrement local, contrats"},
		Explanation: Text{
			"How far contracts that have a party in common have the same parties.",
			"À quel point les contrats qui ont une partie commune ont les mêmes parties.",
		},
		Formula: "mean over columns of the mean Jaccard index with those at distance 2", Range: "0..1", Direction: MoreCohesive, Basis: OnTies,
		Scopes: ofNetwork, Bounds: Enumerated, Nulls: incidenceNulls, Reference: "Latapy, Magnien & Del Vecchio 2008",
	},
	{
		ID: TwoModeOverlapRows, Version: 1, Rank: 1, Subject: SubjectTwoMode,
		Name: Text{"local overlap, rows", "recouvrement local, organisations"},
		Explanation: Text{
			"How far organisations that share a contract take part in the same contracts.",
			"À quel point les organisations qui partagent un contrat participent aux mêmes contrats.",
		},
		Formula: "mean over rows of the mean Jaccard index with those at distance 2", Range: "0..1", Direction: MoreCohesive, Basis: OnTies,
		Scopes: ofNetwork, Bounds: Enumerated, Nulls: incidenceNulls, Reference: "Latapy, Magnien & Del Vecchio 2008",
	},
	{
		ID: TwoModeRedundancy, Version: 1, Rank: 1, Subject: SubjectTwoMode,
		Name: Text{"redundancy", "redondance"},
		Explanation: Text{
			"Which part of the links that an organisation or contract makes would stay without it.",
			"Quelle part des rapprochements que fait une organisation ou un contrat resterait sans lui.",
		},
		Formula: "mean over d ≥ 2 of the pairs of partners that another node joins/(d(d−1)/2)", Range: "0..1", Direction: MoreCohesive, Basis: OnTies,
		Scopes: ofNetwork, Bounds: Enumerated, Nulls: incidenceNulls, Reference: "Latapy, Magnien & Del Vecchio 2008",
	},
}
