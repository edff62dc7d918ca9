package analysis

// Null models of assortativity: what the degrees alone give comes first.
var (
	nominalNulls = []NullModel{EdgeSwitch, CUGTies, CUGDyads, ClassPermutation, CUGSize}
	tieNulls     = []NullModel{EdgeSwitch, CUGTies, CUGDyads, CUGSize}
)

// assortativityDefinitions are the indicators of like with like, and of variety
// compared across poles.
var assortativityDefinitions = []Definition{
	{
		ID: NominalAssortativity, Version: 1, Rank: 2,
		Name: Text{"assortativity by class", "assortativité nominale"},
		Explanation: Text{
			"1 when members work inside their family only, 0 when ties fall as the activity of the families makes expect.",
			"1 quand les membres ne travaillent que dans leur famille, 0 quand les liens se répartissent comme l'activité des familles le fait attendre.",
		},
		Formula: "(Σ e_cc − Σ a_c b_c)/(1 − Σ a_c b_c)", Range: "−1..1", Direction: MoreInward, Basis: OnTies,
		Kinds: anyKind, Scopes: ofNetwork, Bounds: Enumerated, Nulls: nominalNulls, Reference: "Newman 2003",
	},
	{
		ID: YuleQ, Version: 1, Rank: 2,
		Name: Text{"Yule's Q", "Q de Yule"},
		Explanation: Text{
			"Above 0 when pairs of one family are tied more often than pairs of two, whatever the number of ties.",
			"Positif quand les paires d'une même famille sont plus souvent liées que les autres, quel que soit le nombre de liens.",
		},
		Formula: "(ad−bc)/(ad+bc)", Range: "−1..1", Direction: MoreInward, Basis: OnTies,
		Kinds: anyKind, Scopes: ofNetwork, Bounds: ClosedForm, Reference: "Yule 1900",
	},
	{
		ID: HomophilyH, Version: 1, Rank: 2,
		Name: Text{"share of internal ties", "part des liens internes"},
		Explanation: Text{
			"Part of the ties that are inside a family.",
			"Part des liens qui restent dans une même famille.",
		},
		Formula: "I/m", Range: "0..1", Direction: MoreInward, Basis: OnTies,
		Kinds: anyKind, Scopes: ofNetwork, Bounds: ClosedForm, Reference: "UCINET",
	},
	{
		ID: HomophilyHStar, Version: 1, Rank: 2,
		Name: Text{"share of internal ties minus chance", "part des liens internes, hasard déduit"},
		Explanation: Text{
			"Part of the ties that are inside a family, less the part of pairs that are: what family sizes do not explain.",
			"Part des liens qui restent dans une même famille, moins celle des paires : ce que la taille des familles n'explique pas.",
		},
		Formula: "I/m − P_int/P", Range: "−1..1", Direction: MoreInward, Basis: OnTies,
		Kinds: anyKind, Scopes: ofNetwork, Bounds: ClosedForm, Reference: "UCINET",
	},
	{
		ID: DegreeAssortativity, Version: 1, Rank: 2,
		Name: Text{"degree assortativity", "assortativité de degré"},
		Explanation: Text{
			"Above 0 when members with many partners work with one another, below when they work with members that have few.",
			"Positif quand les membres aux nombreux partenaires travaillent entre eux, négatif quand ils travaillent avec ceux qui en ont peu.",
		},
		Formula: "correlation of the degrees at both ends of a tie", Range: "−1..1", Direction: Neutral, Basis: OnTies,
		Kinds: underKind, Scopes: ofNetwork, Bounds: Enumerated, Nulls: tieNulls, Reference: "Newman 2002",
	},
	{
		ID: RarefiedRichness, Version: 1, Rank: 1,
		Name: Text{"families in a sample of q", "richesse raréfiée"},
		Explanation: Text{
			"How many families q members drawn at random are expected to hold: compares poles of different size when q is the size of the smallest.",
			"Nombre de familles attendu parmi q membres tirés au hasard : compare des pôles de tailles différentes quand q est la taille du plus petit.",
		},
		Formula: "Σ_c [1 − C(n−s_c, q)/C(n, q)]", Range: "1..min(q, S)", Direction: MoreDiverse, Basis: OnMembers,
		Kinds: anyKind, Scopes: ofNetwork, Reference: "Hurlbert 1971",
	},
	{
		ID: RaoQ, Version: 1, Rank: 2,
		Name: Text{"Rao's quadratic entropy", "entropie quadratique de Rao"},
		Explanation: Text{
			"How unlike two members drawn with replacement are, by the published distances between families.",
			"À quel point deux membres tirés avec remise diffèrent, selon les distances publiées entre familles.",
		},
		Formula: "Σ_ab δ_ab p_a p_b", Range: "0..1", Direction: MoreDiverse, Basis: OnMembers,
		Kinds: anyKind, Scopes: ofNetwork, Reference: "Rao 1982",
	},
}
