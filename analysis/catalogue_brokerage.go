package analysis

// brokerageDefinitions are the roles between classes.
var brokerageDefinitions = []Definition{
	{
		ID: BrokerageCoordinator, Version: 1, Rank: 2,
		Name: Text{"brokerage: coordinator", "courtage : coordinateur"},
		Explanation: Text{
			"How often a member stands between two members of his own family who are not tied.",
			"Combien de fois un membre se tient entre deux membres de sa propre famille qui ne sont pas liés.",
		},
		Formula: "number of a→v→b without a→b, classes AAA", Range: "0..", Direction: MoreCentral, Basis: OnTies,
		Kinds: anyKind, Scopes: ofNetworkAndNodes, Bounds: Enumerated, Reference: "Gould & Fernandez 1989", count: true,
		Nulls: brokerageNulls,
	},
	{
		ID: BrokerageItinerant, Version: 1, Rank: 2,
		Name: Text{"brokerage: itinerant broker", "courtage : intermédiaire itinérant"},
		Explanation: Text{
			"How often a member stands between two members of one family, which is not his.",
			"Combien de fois un membre se tient entre deux membres d'une même famille, qui n'est pas la sienne.",
		},
		Formula: "number of a→v→b without a→b, classes ABA", Range: "0..", Direction: MoreCentral, Basis: OnTies,
		Kinds: anyKind, Scopes: ofNetworkAndNodes, Bounds: Enumerated, Reference: "Gould & Fernandez 1989", count: true,
		Nulls: brokerageNulls,
	},
	{
		ID: BrokerageGatekeeper, Version: 1, Rank: 2,
		Name: Text{"brokerage: gatekeeper", "courtage : gardien"},
		Explanation: Text{
			"How often a member passes on to his own family what comes from another.",
			"Combien de fois un membre transmet à sa propre famille ce qui vient d'une autre.",
		},
		Formula: "number of a→v→b without a→b, classes ABB", Range: "0..", Direction: MoreCentral, Basis: OnTies,
		Kinds: anyKind, Scopes: ofNetworkAndNodes, Bounds: Enumerated, Reference: "Gould & Fernandez 1989", count: true,
		Nulls: brokerageNulls,
	},
	{
		ID: BrokerageRepresentative, Version: 1, Rank: 2,
		Name: Text{"brokerage: representative", "courtage : représentant"},
		Explanation: Text{
			"How often a member passes on to another family what comes from his own.",
			"Combien de fois un membre transmet à une autre famille ce qui vient de la sienne.",
		},
		Formula: "number of a→v→b without a→b, classes AAB", Range: "0..", Direction: MoreCentral, Basis: OnTies,
		Kinds: anyKind, Scopes: ofNetworkAndNodes, Bounds: Enumerated, Reference: "Gould & Fernandez 1989", count: true,
		Nulls: brokerageNulls,
	},
	{
		ID: BrokerageLiaison, Version: 1, Rank: 2,
		Name: Text{"brokerage: liaison", "courtage : liaison"},
		Explanation: Text{
			"How often a member stands between two families, neither of which is his.",
			"Combien de fois un membre se tient entre deux familles, dont aucune n'est la sienne.",
		},
		Formula: "number of a→v→b without a→b, classes ABC", Range: "0..", Direction: MoreCentral, Basis: OnTies,
		Kinds: anyKind, Scopes: ofNetworkAndNodes, Bounds: Enumerated, Reference: "Gould & Fernandez 1989", count: true,
		Nulls: brokerageNulls,
	},
	{
		ID: BrokerageTotal, Version: 1, Rank: 2,
		Name: Text{"brokerage: all roles", "courtage : tous rôles"},
		Explanation: Text{
			"How often a member stands between two who are not tied, in all roles together.",
			"Combien de fois un membre se tient entre deux qui ne sont pas liés, tous rôles confondus.",
		},
		Formula: "number of a→v→b without a→b, classes known", Range: "0..", Direction: MoreCentral, Basis: OnTies,
		Kinds: anyKind, Scopes: ofNetworkAndNodes, Bounds: Enumerated, Reference: "Gould & Fernandez 1989", count: true,
		Nulls: brokerageNulls,
	},
}
