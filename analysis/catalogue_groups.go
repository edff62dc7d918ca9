package analysis

// groupDefinitions are the indicators of communities, of the continuous core and of
// reach.
var groupDefinitions = []Definition{
	{
		ID: CommunityModularity, Version: 1, Rank: 2,
		Name: Text{"best modularity, communities", "modularité, communautés"},
		Explanation: Text{
			"How far the pole falls into groups that work among themselves more than their numbers of ties would give: 0 when it does not.",
			"À quel point le pôle se partage en groupes qui travaillent entre eux plus que leurs nombres de liens ne le donneraient : 0 s'il ne le fait pas.",
		},
		Formula: "max over divisions of Σ_c [L_c/m − (k_c/2m)²]", Range: "0..1", Direction: MoreInward, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork, Bounds: Enumerated, Nulls: tieNulls, Reference: "Newman & Girvan 2004; Traag, Waltman & van Eck 2019",
	},
	{
		ID: PartitionModularity, Version: 1, Rank: 2,
		Name: Text{"modularity of given classes", "modularité des classes"},
		Explanation: Text{
			"How far the families of actors work among themselves beyond what their numbers of ties would give; negative when they rather work with others.",
			"À quel point les familles d'acteurs travaillent entre elles au-delà de ce que leurs nombres de liens donneraient ; négatif si elles travaillent plutôt avec d'autres.",
		},
		Formula: "Σ_c [L_c/m − (k_c/2m)²] over classes", Range: "−1..1", Direction: MoreInward, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Newman & Girvan 2004",
	},
	{
		ID: PartitionModularityDirected, Version: 1, Rank: 2,
		Name: Text{"modularity of given classes, directed", "modularité des classes, orientée"},
		Explanation: Text{
			"The same along arcs: beyond what members send and receive.",
			"De même le long des arcs : au-delà de ce que les membres envoient et reçoivent.",
		},
		Formula: "Σ_c [L_c/m − out_c·in_c/m²] over classes", Range: "−1..1", Direction: MoreInward, Basis: OnTies,
		Kinds: directedKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Leicht & Newman 2008",
	},
	{
		ID: Coreness, Version: 1, Rank: 2,
		Name: Text{"coreness", "degré de cœur"},
		Explanation: Text{
			"How much the member belongs to a core whose members work with one another.",
			"À quel point le membre appartient à un cœur dont les membres travaillent entre eux.",
		},
		Formula: "c/|c|, c ≥ 0 minimising Σ_{i≠j}(x_ij − c_i·c_j)², x = (A+Aᵀ)/2", Range: "0..1", Direction: MoreCentral, Basis: OnTies,
		Kinds: anyKind, Scopes: ofNodes, Bounds: Enumerated, Reference: "Boyd et al. 2010",
	},
	{
		ID: CorenessFit, Version: 1, Rank: 2,
		Name: Text{"continuous core/periphery fit", "ajustement cœur-périphérie continu"},
		Explanation: Text{
			"How well the ties follow from how much each member belongs to one core: 1 when perfectly.",
			"À quel point les liens découlent de l'appartenance de chaque membre à un seul cœur : 1 quand c'est exact.",
		},
		Formula: "correlation of x_ij and c_i·c_j over pairs", Range: "−1..1", Direction: MoreCentralised, Basis: OnTies,
		Kinds: anyKind, Scopes: ofNetwork, Bounds: Enumerated, Reference: "Boyd et al. 2010",
	},
	{
		ID: KeyPlayerPos, Version: 1, Rank: 2,
		Name: Text{"key players by reach", "acteurs clés, rayonnement"},
		Explanation: Text{
			"The one, two or three members from whom all others are reached in fewest steps, and how close these are: 1 when all are partners.",
			"Le membre, ou les deux ou trois membres, d'où l'on atteint tous les autres en le moins de pas, et à quel point ceux-ci sont proches : 1 si tous sont partenaires.",
		},
		Formula: "max over sets K of k nodes of Σ_{j∉K} 1/d(K,j)/(n−k)", Range: "0..1", Direction: MoreCentral, Basis: OnTies,
		Kinds: underKind, Scopes: ofNodeSets, Bounds: Monotone, Reference: "Borgatti 2006",
	},
	{
		ID: KeyPlayerPosDirect, Version: 1, Rank: 2,
		Name: Text{"key players by partners", "acteurs clés, partenaires directs"},
		Explanation: Text{
			"The one, two or three members who have most of the others as partners, and which part of these.",
			"Le membre, ou les deux ou trois membres, qui ont le plus des autres pour partenaires, et quelle part de ceux-ci.",
		},
		Formula: "max over sets K of k nodes of partners of K/(n−k)", Range: "0..1", Direction: MoreCentral, Basis: OnTies,
		Kinds: underKind, Scopes: ofNodeSets, Bounds: Monotone, Reference: "Borgatti 2006",
	},
	{
		ID: SmallWorldQuotient, Version: 1, Rank: 2,
		Name: Text{"small-world quotient", "quotient petit monde"},
		Explanation: Text{
			"How many times more the partners of members work with one another than in random networks of as many ties, over how many times longer the paths are: well above 1 in a small world.",
			"Combien de fois plus les partenaires des membres travaillent entre eux que dans des réseaux aléatoires d'autant de liens, divisé par combien de fois plus longs sont les chemins : bien au-dessus de 1 dans un petit monde.",
		},
		Formula: "(C/C₀)/(L/L₀), C transitivity, L mean distance, ₀ their means over 199 random networks of n nodes and m ties", Range: "0..", Direction: Neutral, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork, Reference: "Humphries & Gurney 2008",
	},
	{
		ID: RelativeConnectivity, Version: 1, Rank: 2,
		Name: Text{"relative connectivity (provisional)", "connectivité relative (provisoire)"},
		Explanation: Text{
			"How many partners the member has who are not redundant, times how highly he is rated on average, in percent of the best member. The survey that made the name known does not publish its formula.",
			"Combien de partenaires non redondants a le membre, multiplié par la note moyenne qu'il reçoit, en pour cent du meilleur membre. L'enquête qui a fait connaître ce nom ne publie pas sa formule.",
		},
		Formula: "100·x/max x, x = effective size · mean weight of ties received", Range: "0..100", Direction: MoreCentral, Basis: OnTies,
		Kinds: weightedKind, Scopes: ofNodes, Reference: "after PARTNER, Varda et al. 2008; formula uncertain",
	},
}
