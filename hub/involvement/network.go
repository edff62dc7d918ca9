package involvement

import (
	"cmp"
	"context"

	"polehub/analysis"
	"polehub/hub"
)

// Network is how public actors are tied to the members of a pole on the last day of
// the time, by cooperation and by contract.
type Network struct {
	// Between is BLOCK_DENSITY from public actors to others, Among from public actors
	// to one another: ties (Num) of known pairs (Den), with the pairs of which nothing
	// is known and the bounds they leave.
	Between, Among *analysis.Measure
	// EI is EI_INDEX of public actors and others, with the value that their numbers
	// alone would give (Chance) and the exact test against it (Null).
	EI *analysis.Measure
	// Contracts is PUBLIC_CONTRACT_SHARE of the time: contracts of members with a
	// public party (Num) of those of which that is known (Den).
	Contracts *analysis.Measure
	// Positions are those of the public actors of the time, in their order.
	Positions []*Position
}

// Position is that of one public actor among the members of a pole.
type Position struct {
	Organisation *hub.Organisation
	// IsMember tells whether it is a node of the network: a member on the last day.
	// Others have no ties there, and no measures.
	IsMember bool
	// Ties is with how many members it cooperates, of KnownPairs pairs of which that is
	// known; of UnknownPairs pairs nobody knows.
	Ties, KnownPairs, UnknownPairs int
	// Contracts is how many contracts of the time it has signed with a member.
	Contracts int
	// Brokerage is how often it stands between two members that are not tied, by role:
	// coordinator, itinerant, gatekeeper, representative, liaison, and all.
	Brokerage []*analysis.Measure
}

// brokerage are the roles of Gould and Fernandez, and all of them.
func brokerage() []analysis.Indicator {
	return []analysis.Indicator{
		analysis.BrokerageCoordinator, analysis.BrokerageItinerant, analysis.BrokerageGatekeeper,
		analysis.BrokerageRepresentative, analysis.BrokerageLiaison, analysis.BrokerageTotal,
	}
}

// newNetwork places public actors in the network and the ledger of the time.
func newNetwork(ctx context.Context, f *Facts, actors []*Actor) (*Network, error) {
	n, l, err := f.views()
	if err != nil {
		return nil, err
	}
	out := &Network{Contracts: &l.Measure([]analysis.Indicator{analysis.PublicContractShare}, false)[0]}
	at := map[string][]*Position{}
	for k, node := range f.nodes(actors) {
		o := actors[k].Organisation
		p := &Position{Organisation: o, Contracts: contractsWithMembers(l, string(o.ID))}
		out.Positions = append(out.Positions, p)
		if i, there := n.Index(node); there {
			p.place(n, i)
			at[node] = append(at[node], p)
		}
	}
	ids := append(brokerage(), analysis.BlockDensity, analysis.EIIndex)
	for _, m := range n.Measure(ctx, ids, analysis.Options{Attributes: []string{hub.AttributePublic}, Nodes: true, Nulls: true, Model: analysis.ExactEI}) {
		switch {
		case m.ID == analysis.EIIndex && m.Scope.Kind == analysis.ScopeNetwork:
			out.EI = &m
		case m.ID == analysis.EIIndex:
		case m.ID == analysis.BlockDensity:
			out.block(&m)
		case m.Scope.Kind == analysis.ScopeNode:
			for _, p := range at[m.Scope.Keys[0]] {
				p.Brokerage = append(p.Brokerage, &m)
			}
		}
	}
	return out, nil
}

// block keeps the densities of which public actors are one end; one without classes
// stands for both.
func (n *Network) block(m *analysis.Measure) {
	keys := m.Scope.Keys
	if len(keys) == 0 || keys[0] != keys[1] {
		n.Between = m
	}
	if len(keys) == 0 || keys[0] == hub.ClassPublic && keys[1] == hub.ClassPublic {
		n.Among = m
	}
}

// place counts the pairs of a node.
func (p *Position) place(n *analysis.Network, i int) {
	p.IsMember, p.Ties = true, n.Degree(i)
	for j := range n.N() {
		if i != j && n.Unknown(i, j) {
			p.UnknownPairs++
		}
	}
	p.KnownPairs = n.N() - 1 - p.UnknownPairs
}

// contractsWithMembers is how many contracts of a ledger an organisation has signed
// with a member other than itself.
func contractsWithMembers(l *analysis.Ledger, id string) (contracts int) {
	for _, parties := range l.Parties() {
		signed, with := false, false
		for _, p := range parties {
			signed = signed || p == id
			with = with || p != id && l.IsMember(p)
		}
		if signed && with {
			contracts++
		}
	}
	return contracts
}

// views are the network and the ledger of the time.
func (f *Facts) views() (n *analysis.Network, l *analysis.Ledger, err error) {
	if n, err = f.Network(); err == nil {
		l, err = f.Ledger()
	}
	return n, l, err
}

// nodes are those of the network that public actors are in, in their order: their own,
// or that of their group when groups count once.
func (f *Facts) nodes(actors []*Actor) []string {
	heads := map[hub.ID]hub.ID{}
	if f.groups == analysis.Collapse {
		var members []hub.ID
		for _, m := range f.Memberships {
			if m.Belonging(f.Pole).During(f.Day(), f.To) {
				members = append(members, m.OrganisationID)
			}
		}
		heads = f.GroupHeads(members, f.Day(), f.To)
	}
	nodes := make([]string, len(actors))
	for i, a := range actors {
		nodes[i] = string(cmp.Or(heads[a.Organisation.ID], a.Organisation.ID))
	}
	return nodes
}
