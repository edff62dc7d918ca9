package analysis

import "context"

// Label names the form that the value of a measure stands for.
type Label string

// Forms of governance after Provan & Kenis 2008, as GOVERNANCE_HINT suggests them.
const (
	SharedGovernance  Label = "SHARED"                      // value 1: members govern together
	LeadOrganisation  Label = "LEAD_ORGANISATION"           // value 2: a member that produces with the others leads
	Administrative    Label = "ADMINISTRATIVE_ORGANISATION" // value 3: an organisation leads that only coordinates
	UnclearGovernance Label = "UNCLEAR"                     // value 0: nobody is central, and ties are too few for all
)

// Thresholds of GOVERNANCE_HINT, version 1. They are conventions of this product,
// not findings: change them together with the version.
const (
	centralFrom = 0.5 // degree centralisation from which one organisation is central
	denseFrom   = 0.3 // density from which all can govern together
	fewUntil    = 8   // members up to whom they can whatever the density
)

// governance suggests a form of governance from the number of members, the density,
// the degree centralisation and the role of the most central member. Several most
// central members of different roles leave it open.
func (r *surveyRun) governance(ctx context.Context) {
	n := r.s.network
	m := r.start(Scope{Kind: ScopeNetwork})
	m.warn(Heuristic)
	r.inputs(ctx, &m)
	if m.Reason == "" {
		label, why := r.form(m.Inputs[1], m.Inputs[2])
		m.undefined(why)
		if why == "" {
			m.Label = label
			m.value(map[Label]float64{UnclearGovernance: 0, SharedGovernance: 1, LeadOrganisation: 2, Administrative: 3}[label])
		}
	}
	m.pairs(n.PairsAtRisk(), n.PairsUnknown())
	r.out = append(r.out, m)
}

// inputs attaches what the hint rests on; a missing one is the reason for no hint.
func (r *surveyRun) inputs(ctx context.Context, m *Measure) {
	m.Inputs = r.s.network.Measure(ctx, []Indicator{Nodes, Density, DegreeCentralization}, Options{Workers: 1})
	for _, in := range m.Inputs {
		if m.Reason == "" {
			m.undefined(in.Reason)
		}
	}
}

func (r *surveyRun) form(density, centralization Measure) (Label, Reason) {
	n := r.s.network
	if *centralization.Value < centralFrom {
		if n.N() <= fewUntil || *density.Value >= denseFrom {
			return SharedGovernance, ""
		}
		return UnclearGovernance, ""
	}
	most := 0
	for i := range n.N() {
		most = max(most, n.Degree(i))
	}
	label := Label("")
	for i, id := range n.ids {
		if n.Degree(i) < most {
			continue
		}
		role := LeadOrganisation
		if r.s.coordinator[id] {
			role = Administrative
		}
		if label != "" && label != role {
			return "", NoVariation
		}
		label = role
	}
	return label, ""
}
