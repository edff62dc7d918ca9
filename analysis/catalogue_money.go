package analysis

// moneyDefinitions are the indicators of money and contracts.
var moneyDefinitions = []Definition{
	{
		ID: Gini, Version: 1, Rank: 1, Subject: SubjectMoney,
		Name: Text{"Gini index", "indice de Gini"},
		Explanation: Text{
			"How unequally the money that members receive comes from its funders, and how unequally votes are spread over members: 0 when all are equal.",
			"À quel point l'argent reçu par les membres vient inégalement de ses financeurs, et les voix sont réparties inégalement entre les membres : 0 quand tous sont égaux.",
		},
		Formula: "Σ(2i−k−1)x_(i)/(k Σx), x in ascending order", Range: "0..1−1/k", Direction: MoreDependent, Basis: OnContracts, money: true,
		Scopes: ofNetwork, Reference: "Gini 1912",
	},
	{
		ID: GiniCorrected, Version: 1, Rank: 1, Subject: SubjectMoney,
		Name: Text{"Gini index, corrected", "indice de Gini, corrigé"},
		Explanation: Text{
			"The same, so that 1 can be reached and few funders can be compared with many: 1 when one has everything.",
			"Le même, de sorte que 1 puisse être atteint et que peu de financeurs se comparent à beaucoup : 1 quand un seul a tout.",
		},
		Formula: "GINI·k/(k−1)", Range: "0..1", Direction: MoreDependent, Basis: OnContracts, money: true,
		Scopes: ofNetwork, Reference: "Deltas 2003",
	},
	{
		ID: HHI, Version: 1, Rank: 1, Subject: SubjectMoney,
		Name: Text{"Herfindahl–Hirschman index", "indice de Herfindahl-Hirschman"},
		Explanation: Text{
			"How concentrated the money that members receive is on few funders: 1 when one pays everything. On 0 to 1, not times 10,000.",
			"À quel point l'argent reçu par les membres vient de peu de financeurs : 1 quand un seul paie tout. De 0 à 1, sans facteur 10 000.",
		},
		Formula: "Σ share²", Range: "1/k..1", Direction: MoreDependent, Basis: OnContracts, money: true,
		Scopes: ofNetwork, Reference: "Herfindahl 1950; Hirschman 1964",
	},
	{
		ID: EffectiveFunders, Version: 1, Rank: 1, Subject: SubjectMoney,
		Name: Text{"effective number of funders", "nombre effectif de financeurs"},
		Explanation: Text{
			"How many equally large funders would make the pole as dependent as it is.",
			"Combien de financeurs de même poids rendraient le pôle aussi dépendant qu'il l'est.",
		},
		Formula: "1/HHI", Range: "1..k", Direction: LessDependent, Basis: OnContracts, money: true,
		Scopes: ofNetwork, Reference: "Herfindahl 1950; Hill 1973",
	},
	{
		ID: CR1, Version: 1, Rank: 1, Subject: SubjectMoney,
		Name: Text{"share of the largest funder", "part du premier financeur"},
		Explanation: Text{
			"The part of the money that members receive which its largest funder pays.",
			"La part de l'argent reçu par les membres que paie le premier financeur.",
		},
		Formula: "max share", Range: "1/k..1", Direction: MoreDependent, Basis: OnContracts, money: true,
		Scopes: ofNetwork, Reference: "Herfindahl 1950",
	},
	{
		ID: CR3, Version: 1, Rank: 1, Subject: SubjectMoney,
		Name: Text{"share of the three largest funders", "part des trois premiers financeurs"},
		Explanation: Text{
			"The part of the money that members receive which its three largest funders pay.",
			"La part de l'argent reçu par les membres que paient les trois premiers financeurs.",
		},
		Formula: "sum of the three largest shares", Range: "0..1", Direction: MoreDependent, Basis: OnContracts, money: true,
		Scopes: ofNetwork, Reference: "Herfindahl 1950",
	},
	{
		ID: PublicMoneyShare, Version: 1, Rank: 1, Subject: SubjectMoney,
		Name: Text{"public share of money", "part publique de l'argent"},
		Explanation: Text{
			"The part of the money that members receive which public actors pay. Unknown amounts and payers of unknown kind are left out and counted.",
			"La part de l'argent reçu par les membres que paient des acteurs publics. Les montants inconnus et les payeurs de nature inconnue sont laissés de côté et comptés.",
		},
		Formula: "public amount/amount, prorated by days in a period", Range: "0..1", Direction: MorePublic, Basis: OnContracts, money: true,
		Scopes: ofNetwork, Reference: "Polehub",
	},
	{
		ID: PublicContractShare, Version: 1, Rank: 1, Subject: SubjectMoney,
		Name: Text{"contracts with a public party", "contrats avec une partie publique"},
		Explanation: Text{
			"The part of the contracts of members in which a public actor takes part, whatever they are worth.",
			"La part des contrats des membres auxquels un acteur public est partie, quel que soit leur montant.",
		},
		Formula: "contracts with ≥ 1 public party/contracts of which it is known", Range: "0..1", Direction: MorePublic, Basis: OnContracts,
		Scopes: ofNetwork, Bounds: ClosedForm, Reference: "Polehub",
	},
	{
		ID: LargestFunderShare, Version: 1, Rank: 1, Subject: SubjectMoney,
		Name: Text{"dependence on the largest funder", "dépendance envers le premier financeur"},
		Explanation: Text{
			"The part of the money that a member receives which its largest payer gives.",
			"La part de l'argent reçu par un membre que donne son premier payeur.",
		},
		Formula: "max over payers of amount/amount received", Range: "0..1", Direction: MoreDependent, Basis: OnContracts, money: true,
		Scopes: ofNodes, Reference: "Polehub",
	},
	{
		ID: NetPosition, Version: 1, Rank: 1, Subject: SubjectMoney,
		Name: Text{"net money position", "solde entre membres"},
		Explanation: Text{
			"What a member receives from members less what it pays to members, in cents. The positions of all members sum to 0.",
			"Ce qu'un membre reçoit des membres moins ce qu'il leur paie, en centimes. Les soldes de tous les membres s'annulent.",
		},
		Formula: "received from members − paid to members", Range: "any", Direction: Neutral, Basis: OnContracts, money: true,
		Scopes: ofNodes, Reference: "Polehub",
	},
	{
		ID: RetentionShare, Version: 1, Rank: 1, Subject: SubjectMoney,
		Name: Text{"money staying among members", "part conservée entre membres"},
		Explanation: Text{
			"The part of what members pay that they pay to one another: the first round of a local multiplier.",
			"La part de ce que paient les membres qu'ils se paient entre eux : le premier tour d'un multiplicateur local.",
		},
		Formula: "paid by members to members/paid by members", Range: "0..1", Direction: MoreLocal, Basis: OnContracts, money: true,
		Scopes: ofNetwork, Reference: "after Sacks 2002",
	},
	{
		ID: InsidePerimeterShare, Version: 1, Rank: 1, Subject: SubjectMoney,
		Name: Text{"members on the territory", "membres sur le territoire"},
		Explanation: Text{
			"The part of the members of known place whose seat is on the declared territory of the pole.",
			"La part des membres dont le siège est connu qui l'ont sur le territoire déclaré du pôle.",
		},
		Formula: "members inside/members of known place", Range: "0..1", Direction: MoreLocal, Basis: OnMembers,
		Scopes: ofNetwork, Bounds: ClosedForm, Reference: "Polehub",
	},
	{
		ID: ContractCoverage, Version: 1, Rank: 1, Subject: SubjectMoney,
		Name: Text{"share of time under contract", "couverture contractuelle"},
		Explanation: Text{
			"The part of the days of the period, and of the calendar months it touches, on which a contract is in force.",
			"La part des jours de la période, et des mois civils qu'elle touche, où un contrat est en vigueur.",
		},
		Formula: "days with ≥ 1 contract in force/days; the same of months", Range: "0..1", Direction: MoreStable, Basis: OnContracts,
		Scopes: ofParts, Reference: "Polehub",
	},
	{
		ID: ContractRemainingMean, Version: 1, Rank: 1, Subject: SubjectMoney,
		Name: Text{"remaining term, mean", "durée restante, moyenne"},
		Explanation: Text{
			"For how many days the contracts in force still bind on average, those without a known end left out.",
			"Combien de jours les contrats en vigueur engagent encore en moyenne, ceux sans fin connue laissés de côté.",
		},
		Formula: "mean of end − day", Range: "0..", Direction: MoreStable, Basis: OnContracts, daily: true,
		Scopes: ofNetwork, Reference: "Polehub",
	},
	{
		ID: ContractRemainingMedian, Version: 1, Rank: 1, Subject: SubjectMoney,
		Name: Text{"remaining term, median", "durée restante, médiane"},
		Explanation: Text{
			"For how many days half of the contracts in force still bind, those without a known end left out.",
			"Combien de jours la moitié des contrats en vigueur engagent encore, ceux sans fin connue laissés de côté.",
		},
		Formula: "median of end − day", Range: "0..", Direction: MoreStable, Basis: OnContracts, daily: true,
		Scopes: ofNetwork, Reference: "Polehub",
	},
	{
		ID: ContractTermMedian, Version: 1, Rank: 2, Subject: SubjectMoney,
		Name: Text{"median term of contracts", "durée médiane des contrats"},
		Explanation: Text{
			"The term, in days, that half of the contracts of the period reach, running ones counted for as long as they have run.",
			"La durée, en jours, qu'atteint la moitié des contrats de la période, ceux en cours comptés pour ce qu'ils ont couru.",
		},
		Formula: "first t with S(t) ≤ .5, S by Kaplan and Meier", Range: "0..", Direction: MoreStable, Basis: OnContracts, daily: true,
		Scopes: ofNetwork, Reference: "Kaplan & Meier 1958",
	},
}
