package analysis

// Brokerage (Gould & Fernandez 1989): how often a member v stands between two
// others, a→v→b with a≠b and no a→b, by the classes of a, v and b. In an undirected
// network each pair counts twice, once from either end, so that gatekeeper and
// representative are equal. Triples with a member of unknown class do not count.
// One measure for the network and, on request, one a node; NO_CLASSES for a node of
// unknown class. Bounds by enumeration up to 10 unknown pairs. The roles grow with
// class sizes and ties: compare members of one network, not networks.
const (
	// BrokerageCoordinator counts a, v and b of one class: AAA.
	BrokerageCoordinator Indicator = "BROKERAGE_COORDINATOR"

	// BrokerageItinerant counts v of another class than both a and b: ABA.
	BrokerageItinerant Indicator = "BROKERAGE_ITINERANT"

	// BrokerageGatekeeper counts v and b of one class, a of another: ABB, who lets
	// in what comes from outside.
	BrokerageGatekeeper Indicator = "BROKERAGE_GATEKEEPER"

	// BrokerageRepresentative counts a and v of one class, b of another: AAB, who
	// speaks for his own outside.
	BrokerageRepresentative Indicator = "BROKERAGE_REPRESENTATIVE"

	// BrokerageLiaison counts three classes: ABC.
	BrokerageLiaison Indicator = "BROKERAGE_LIAISON"

	// BrokerageTotal is the sum of the five roles.
	BrokerageTotal Indicator = "BROKERAGE_TOTAL"
)
