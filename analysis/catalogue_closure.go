package analysis

// closureDefinitions are the indicators of triples.
var closureDefinitions = []Definition{
	{
		ID: Triangles, Version: 1, Rank: 1,
		Name: Text{"triangles", "triangles"},
		Explanation: Text{
			"Number of triples of members who all work with one another.",
			"Nombre de trios de membres qui travaillent tous ensemble.",
		},
		Formula: "T", Range: "0..", Direction: MoreCohesive, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork, Bounds: Monotone, Reference: "counting", count: true,
	},
	{
		ID: Transitivity, Version: 1, Rank: 1,
		Name: Text{"global clustering", "transitivité"},
		Explanation: Text{
			"How often two partners of one member are partners themselves, by paths.",
			"À quelle fréquence deux partenaires d'un membre sont eux-mêmes partenaires, par chemins.",
		},
		Formula: "3T/Σ d(d−1)/2", Range: "0..1", Direction: MoreCohesive, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Wasserman & Faust 1994",
		Interval: true, Nulls: sizeNulls,
	},
	{
		ID: TransitivityDirected, Version: 1, Rank: 1,
		Name: Text{"closed directed two-paths", "transitivité orientée"},
		Explanation: Text{
			"How often an arc joins directly those whom two arcs join in turn.",
			"À quelle fréquence un lien orienté joint directement ceux que deux liens successifs joignent.",
		},
		Formula: "#(i→j→k, i→k, i≠k)/#(i→j→k, i≠k)", Range: "0..1", Direction: MoreCohesive, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Wasserman & Faust 1994",
		Interval: true, Nulls: sizeNulls,
	},
	{
		ID: AverageClustering, Version: 1, Rank: 1,
		Name: Text{"mean local clustering, actors with two partners or more", "regroupement local moyen, acteurs d'au moins deux partenaires"},
		Explanation: Text{
			"How closely the partners of a member work with one another, on average over members with two partners or more.",
			"À quel point les partenaires d'un membre travaillent entre eux, en moyenne sur les membres d'au moins deux partenaires.",
		},
		Formula: "mean over d ≥ 2 of 2t_i/(d_i(d_i−1))", Range: "0..1", Direction: MoreCohesive, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Watts & Strogatz 1998",
		Nulls: sizeNulls,
	},
	{
		ID: AverageClusteringAll, Version: 1, Rank: 2,
		Name: Text{"mean local clustering, all actors", "regroupement local moyen, tous acteurs"},
		Explanation: Text{
			"The same over all members; those with fewer than two partners count 0.",
			"Le même sur tous les membres ; ceux de moins de deux partenaires comptent 0.",
		},
		Formula: "mean over n of 2t_i/(d_i(d_i−1)), 0 for d < 2", Range: "0..1", Direction: MoreCohesive, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Watts & Strogatz 1998",
	},
	{
		ID: ClusteringFagiolo, Version: 1, Rank: 2,
		Name: Text{"directed local clustering", "regroupement orienté"},
		Explanation: Text{
			"How many of the directed triangles possible around a member exist, on average.",
			"Part des triangles orientés possibles autour d'un membre qui existent, en moyenne.",
		},
		Formula: "mean over n of ((A+Aᵀ)³)_ii/(2(t_i(t_i−1) − 2b_i))", Range: "0..1", Direction: MoreCohesive, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Fagiolo 2007",
	},
	{
		ID: ClusteringBarrat, Version: 1, Rank: 2,
		Name: Text{"weighted clustering (Barrat)", "regroupement pondéré (Barrat)"},
		Explanation: Text{
			"Mean local clustering in which triangles count by the weights of the two ties at the member.",
			"Regroupement local moyen où un triangle compte selon le poids des deux liens du membre.",
		},
		Formula: "mean over d ≥ 2 of Σ (w_ij+w_ih)/2/(s_i(d_i−1))", Range: "0..1", Direction: MoreCohesive, Basis: OnTies,
		Kinds: weightedKind, Scopes: ofNetwork, Reference: "Barrat et al. 2004",
	},
	{
		ID: ClusteringOnnela, Version: 1, Rank: 2,
		Name: Text{"weighted clustering (Onnela)", "regroupement pondéré (Onnela)"},
		Explanation: Text{
			"Mean local clustering in which triangles count by the geometric mean of their three weights.",
			"Regroupement local moyen où un triangle compte selon la moyenne géométrique de ses trois poids.",
		},
		Formula: "mean over d ≥ 2 of Σ (w_ij w_jh w_hi)^(1/3)/(max w·d_i(d_i−1))", Range: "0..1", Direction: MoreCohesive, Basis: OnTies,
		Kinds: weightedKind, Scopes: ofNetwork, Reference: "Onnela et al. 2005",
	},
	{
		ID: TriadCensus, Version: 1, Rank: 2,
		Name: Text{"triad census", "recensement des triades"},
		Explanation: Text{
			"How many triples of members are of each of the sixteen classes of mutual, asymmetric and null pairs.",
			"Combien de trios de membres sont de chacune des seize classes de paires mutuelles, asymétriques et nulles.",
		},
		Formula: "counts of the 16 MAN classes", Range: "0..", Direction: Neutral, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Holland & Leinhardt 1970; Batagelj & Mrvar 2001", count: true,
		Nulls: censusNulls,
	},
}
