package analysis

// changeDefinitions are the indicators of change between two dates.
var changeDefinitions = []Definition{
	{
		ID: TieChange, Version: 1, Rank: 1, Subject: SubjectChange,
		Name: Text{"kept, formed, dissolved", "maintenus, formés, dissous"},
		Explanation: Text{
			"How many pairs of members cooperate on both days, on the later one only, on the earlier one only. A renewed contract is kept.",
			"Combien de paires de membres coopèrent aux deux dates, à la seconde seulement, à la première seulement. Un contrat renouvelé est maintenu.",
		},
		Formula: "tied on both days; on the later only; on the earlier only", Range: "0..", Direction: Neutral, Basis: OnTies, count: true,
		Scopes: ofParts, Reference: "Snijders, van de Bunt & Steglich 2010",
	},
	{
		ID: TieJaccard, Version: 1, Rank: 1, Subject: SubjectChange,
		Name: Text{"tie stability", "stabilité des liens"},
		Explanation: Text{
			"Which part of the pairs that cooperate on either day do so on both. Below about .2 to .3 much has changed.",
			"Quelle part des paires qui coopèrent à l'une des dates le font aux deux. Au-dessous de 0,2 à 0,3 environ, beaucoup a changé.",
		},
		Formula: "kept/(kept + formed + dissolved)", Range: "0..1", Direction: MoreStable, Basis: OnTies,
		Scopes: ofNetwork, Bounds: ClosedForm, Interval: true, Reference: "Jaccard 1901",
	},
	{
		ID: TiePersistence, Version: 1, Rank: 1, Subject: SubjectChange,
		Name: Text{"persistence", "persistance"},
		Explanation: Text{
			"Which part of the pairs that cooperate on the first day still do on the second.",
			"Quelle part des paires qui coopèrent à la première date le font encore à la seconde.",
		},
		Formula: "kept/(kept + dissolved)", Range: "0..1", Direction: MoreStable, Basis: OnTies,
		Scopes: ofNetwork, Bounds: ClosedForm, Interval: true, Reference: "Snijders, van de Bunt & Steglich 2010",
	},
	{
		ID: MemberChange, Version: 1, Rank: 1, Subject: SubjectChange,
		Name: Text{"stayed, joined, left", "restés, entrés, sortis"},
		Explanation: Text{
			"How many organisations are members on both days, on the later one only, on the earlier one only.",
			"Combien d'organisations sont membres aux deux dates, à la seconde seulement, à la première seulement.",
		},
		Formula: "members on both days; on the later only; on the earlier only", Range: "0..", Direction: Neutral, Basis: OnMembers, count: true,
		Scopes: ofParts, Reference: "Polehub",
	},
	{
		ID: LongTieShare, Version: 1, Rank: 1, Subject: SubjectChange,
		Name: Text{"ties older than three years", "liens de plus de trois ans"},
		Explanation: Text{
			"Which part of the ties of the second day have lasted for three years or more, renewals included.",
			"Quelle part des liens de la seconde date durent depuis trois ans ou plus, renouvellements compris.",
		},
		Formula: "ties in force for ≥ 3 calendar years/ties of known age", Range: "0..1", Direction: MoreStable, Basis: OnTies,
		Scopes: ofNetwork, Bounds: ClosedForm, Reference: "Polehub",
	},
	{
		ID: TieDurationMedian, Version: 1, Rank: 2, Subject: SubjectChange,
		Name: Text{"median tie duration", "durée médiane des liens"},
		Explanation: Text{
			"For how many days half of the ties last, those still running counted for as long as they have run.",
			"Combien de jours dure la moitié des liens, ceux en cours comptés pour ce qu'ils ont couru.",
		},
		Formula: "first t with S(t) ≤ .5, S by Kaplan and Meier", Range: "0..", Direction: MoreStable, Basis: OnTies, count: true,
		Scopes: ofNetwork, Reference: "Kaplan & Meier 1958",
	},
	{
		ID: MemberTenureMedian, Version: 1, Rank: 2, Subject: SubjectChange,
		Name: Text{"median membership", "durée médiane d'adhésion"},
		Explanation: Text{
			"For how many days half of the memberships last, those still running counted for as long as they have run.",
			"Combien de jours dure la moitié des adhésions, celles en cours comptées pour ce qu'elles ont couru.",
		},
		Formula: "first t with S(t) ≤ .5, S by Kaplan and Meier", Range: "0..", Direction: MoreStable, Basis: OnMembers, count: true,
		Scopes: ofNetwork, Reference: "Kaplan & Meier 1958",
	},
}
