package analysis

// surveyDefinitions are the indicators of ratings, and the hint at governance.
var surveyDefinitions = []Definition{
	{
		ID: TrustScore, Version: 1, Rank: 1, Subject: SubjectSurvey,
		Name: Text{"trust", "confiance"},
		Explanation: Text{
			"How much the others trust a member, and members one another, from 1 to 4.",
			"À quel point les autres font confiance à un membre, et les membres entre eux, de 1 à 4.",
		},
		Formula: "mean over dimensions of the mean rating received from others; mean over rated members", Range: "1..4", Direction: MoreTrusted, Basis: OnRatings,
		Scopes: ofNetworkAndNodes, Reference: "Varda, Chandra, Stern & Lurie 2008",
	},
	{
		ID: ValueScore, Version: 1, Rank: 1, Subject: SubjectSurvey,
		Name: Text{"value", "valeur"},
		Explanation: Text{
			"How much value the others see in a member, and members in one another, from 1 to 4.",
			"Quelle valeur les autres accordent à un membre, et les membres les uns aux autres, de 1 à 4.",
		},
		Formula: "mean over dimensions of the mean rating received from others; mean over rated members", Range: "1..4", Direction: MoreTrusted, Basis: OnRatings,
		Scopes: ofNetworkAndNodes, Reference: "Varda, Chandra, Stern & Lurie 2008",
	},
	{
		ID: GovernanceHint, Version: 1, Rank: 2, Subject: SubjectSurvey,
		Name: Text{"governance form, heuristic", "forme de gouvernance (indice)"},
		Explanation: Text{
			"Which form of governance size, density, centralisation and the role of the most central member suggest: shared, by a lead organisation, by an administrative organisation. The thresholds are conventions of this hub.",
			"Quelle forme de gouvernance suggèrent la taille, la densité, la centralisation et le rôle du membre le plus central : partagée, par une organisation chef de file, par une organisation administrative. Les seuils sont des conventions de ce hub.",
		},
		Formula: "DEGREE_CENTRALIZATION < .5: 1 when n ≤ 8 or DENSITY ≥ .3, else 0; ≥ .5: 2 when the most central member produces, 3 when it only coordinates", Range: "0..3", Direction: Neutral, Basis: OnTies,
		Scopes: ofNetwork, Reference: "after Provan & Kenis 2008",
	},
}
