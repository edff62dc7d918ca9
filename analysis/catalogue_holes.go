package analysis

// holeDefinitions are the indicators of structural holes.
var holeDefinitions = []Definition{
	{
		ID: Constraint, Version: 1, Rank: 2,
		Name: Text{"constraint, whole network", "contrainte"},
		Explanation: Text{
			"How much all that the member can reach runs through the same few partners, who divide their time among all of theirs. Low for those who stand between others; above 1 is possible.",
			"À quel point tout ce que le membre peut atteindre passe par les mêmes quelques partenaires, qui partagent leur temps entre tous les leurs. Faible pour qui se tient entre les autres ; peut dépasser 1.",
		},
		Formula: "Σ_j (p_ij + Σ_q p_iq p_qj)², p_ij = a_ij/d_i", Range: "> 0", Direction: MoreDependent, Basis: OnTies,
		Kinds: underKind, Scopes: ofNodes, Bounds: Enumerated, Reference: "Burt 1992",
	},
	{
		ID: ConstraintEgo, Version: 1, Rank: 2,
		Name: Text{"constraint, ego network", "contrainte, réseau personnel"},
		Explanation: Text{
			"The same within the member and his partners: what these do elsewhere does not count, ties both ways count twice. UCINET's default.",
			"La même chose entre le membre et ses partenaires : ce que ceux-ci font ailleurs ne compte pas, un lien dans les deux sens compte double. Choix par défaut d'UCINET.",
		},
		Formula: "Σ_j (p_ij + Σ_q p_iq p_qj)², p_ij = z_ij/Σ_k z_ik inside the ego network, z_ij = a_ij + a_ji", Range: "> 0", Direction: MoreDependent, Basis: OnTies,
		Kinds: anyKind, Scopes: ofNodes, Bounds: Enumerated, Reference: "Burt 1992",
	},
	{
		ID: ConstraintHierarchy, Version: 1, Rank: 2,
		Name: Text{"hierarchy of constraint", "hiérarchie de contrainte"},
		Explanation: Text{
			"1 when one partner is all the constraint of the member, 0 when all partners constrain him alike.",
			"1 quand un partenaire est toute la contrainte du membre, 0 quand tous le contraignent autant.",
		},
		Formula: "Σ_j r_j ln r_j/(d ln d), r_j = c_ij/(c_i/d)", Range: "0..1", Direction: MoreDependent, Basis: OnTies,
		Kinds: anyKind, Scopes: ofNodes, Bounds: Enumerated, Reference: "Burt 1992",
	},
	{
		ID: EffectiveSize, Version: 1, Rank: 2,
		Name: Text{"effective size", "taille effective"},
		Explanation: Text{
			"How many of the partners of the member are not redundant, that is, do not lead to the others as well.",
			"Combien des partenaires du membre ne sont pas redondants, c'est-à-dire ne mènent pas aussi aux autres.",
		},
		Formula: "d − 2t/d, t ties among the d partners", Range: "1..d", Direction: LessDependent, Basis: OnTies,
		Kinds: underKind, Scopes: ofNodes, Bounds: Enumerated, Reference: "Burt 1992; Borgatti 1997",
	},
	{
		ID: EgoEfficiency, Version: 1, Rank: 2,
		Name: Text{"ego efficiency", "efficience du réseau personnel"},
		Explanation: Text{
			"Part of the partners of the member that are not redundant: 1 when no two of them are tied.",
			"Part des partenaires du membre qui ne sont pas redondants : 1 quand aucun n'est lié à un autre.",
		},
		Formula: "EFFECTIVE_SIZE/d", Range: "0..1", Direction: LessDependent, Basis: OnTies,
		Kinds: underKind, Scopes: ofNodes, Bounds: Enumerated, Reference: "Burt 1992; Borgatti 1997",
	},
}
