package criteria

import (
	"slices"

	"polehub/analysis"
	"polehub/hub"
)

// cooperation is criterion M4 of labo-2012, from ties and never from contracts:
// members hold together without the carrier, few are alone, and some pairs
// cooperate in more than one way.
func cooperation(f *Facts, v values) (out finding) {
	if f.Network.N() < 2 {
		out.state = Not
		if f.Network.N() == 0 {
			out.state = Insufficient
			out.note(NoteNoMembers)
		}
		return out
	}
	density, connected, inclusive, bare := f.Network.measures[0], f.Network.measures[1], f.Network.measures[2], f.Network.bare
	multiplex, pairs := f.multiplex()
	for _, m := range f.Network.measures {
		out.measure(Figure(m.ID), m)
	}
	out.measure("CONNECTEDNESS_WITHOUT_CARRIER", bare)
	out.show("MULTIPLEX_PAIRS", float64(pairs), f.Network.M(), multiplex)
	out.alone(f)

	unasked := f.unasked(cooperationTypes()...)
	decide := func(d decider) {
		holds, half := d.atLeast(bare, v.number("connectedness")), d.atLeast(bare, v.number("connectedness")/2)
		if bare.Value == nil { // one member besides the carrier, or none: nothing to connect
			holds, half = no, no
		}
		few := d.atLeast(inclusive, 1-v.number("isolates"))
		many := not(d.atLeast(inclusive, 1-v.number("isolatesNot")))
		several := d.settle(is(float64(pairs) >= v.number("multiplexPairs")), len(unasked) == 0)
		through := d.atLeast(connected, v.number("connectedness"))
		out.grade(and(holds, few, several), and(not(many), or(through, half)))
		if through == yes && holds != yes {
			out.note(NoteCarrierBridges)
		}
	}
	if decide(decider{}); out.state == Insufficient && float64(density.PairsKnown) >= v.number("minKnown")*float64(density.PairsAtRisk) {
		out.notes = nil
		decide(decider{guess: true})
		out.guessed = out.state != Insufficient
	}
	if out.state == Insufficient || out.guessed {
		out.need(GapTies, unasked)
	}
	return out
}

// decider decides conditions on measures whose value can only rise when unknown
// pairs turn out to be tied.
type decider struct {
	guess bool // enough pairs are known to decide on what is observed
}

// atLeast holds a measure against a limit: what is observed is the least it can
// be, and its upper bound the most.
func (d decider) atLeast(m analysis.Measure, limit float64) tri {
	switch {
	case m.Value == nil:
		return unknown
	case *m.Value >= limit:
		return yes
	case m.Bounds == nil:
		return d.settle(no, m.PairsUnknown == 0)
	case m.Bounds.Upper < limit:
		return no
	}
	return d.settle(no, false)
}

// settle keeps an answer that is yes or certain; else it stands as a guess.
func (d decider) settle(answer tri, certain bool) tri {
	if answer == yes || certain || d.guess {
		return answer
	}
	return unknown
}

// multiplex finds the pairs of members tied in two types or more: their members,
// and how many pairs there are. The network's weights count types.
func (f *Facts) multiplex() (members []hub.ID, pairs int) {
	for t := range f.Network.Ties() {
		if t.Weight >= 2 {
			pairs++
			members = append(members, hub.ID(f.Network.ID(t.From)), hub.ID(f.Network.ID(t.To)))
		}
	}
	return members, pairs
}

// alone shows who has no tie.
func (f *finding) alone(facts *Facts) {
	var alone []hub.ID
	for i := range facts.Network.N() {
		if facts.Network.Degree(i) == 0 {
			alone = append(alone, hub.ID(facts.Network.ID(i)))
		}
	}
	f.show("MEMBERS_WITHOUT_TIE", float64(len(alone)), facts.Network.N(), alone)
}

func (f *finding) measure(code Figure, m analysis.Measure) {
	f.evidence = append(f.evidence, Evidence{Code: code, Value: m.Value, N: m.N, Measure: &m})
}

// research is criterion T2: research or experimentation goes on with a research
// centre or training body.
func research(f *Facts, _ values) (out finding) {
	isResearch := func(o *hub.Organisation) bool {
		return o != nil && (o.Kind == hub.KindResearchCentre || o.Kind == hub.KindTrainingBody)
	}
	var active []hub.ID
	for _, t := range f.Joint {
		if t.Type == hub.TieResearch {
			active = append(active, t.ID)
		}
	}
	for _, d := range f.Deals {
		if d.Contract.Type == hub.ContractPartnership && f.during(d.From, d.To) && len(d.Members) > 0 &&
			slices.ContainsFunc(d.Parties, func(p *hub.Party) bool { return isResearch(f.Organisation(p.OrganisationID)) }) {
			active = append(active, dealID(d))
		}
	}
	members := f.tally(f.Members, func(m *Member) tri { return is(isResearch(m.Organisation)) })
	out.show("RESEARCH_ACTIVITY", float64(len(active)), 0, active)
	out.show("RESEARCH_MEMBERS", float64(len(members.yes)), members.n(), members.yes)
	going := is(len(active) > 0)
	if going == no && (!f.searched(hub.CoversContracts, hub.ContractPartnership) || len(f.unasked(hub.TieResearch)) > 0) {
		going = unknown
		out.needPole(GapResearch)
	}
	out.grade(going, members.atLeast(1))
	return out
}

// contractual is criterion M7: how many members are party to an economic
// contract in force.
func contractual(f *Facts, v values) (out finding) {
	searched := f.searched(hub.CoversContracts, economicTypes()...)
	var contracts []hub.ID
	between, withoutDates := 0, []hub.ID{}
	for _, d := range f.Deals {
		if !isEconomic(d.Contract.Type) || len(d.Members) == 0 || !f.during(d.From, d.To) {
			continue
		}
		contracts = append(contracts, dealID(d))
		if len(d.Members) > 1 {
			between++
		}
		if d.To == "" {
			withoutDates = append(withoutDates, dealID(d))
		}
	}
	members := f.tally(f.Members, func(m *Member) tri {
		for _, d := range f.signed[m.ID] {
			if isEconomic(d.Contract.Type) && f.during(d.From, d.To) {
				return yes
			}
		}
		if searched {
			return no
		}
		return unknown
	})
	out.show("MEMBERS_UNDER_CONTRACT", float64(len(members.yes)), members.n(), members.yes)
	out.show("ECONOMIC_CONTRACTS_IN_FORCE", float64(len(contracts)), 0, contracts)
	out.show("CONTRACTS_BETWEEN_MEMBERS", float64(between), len(contracts), nil)
	enough := members.share(v.number("memberShare"), 0, false)
	some := is(float64(len(contracts)) >= v.number("contracts"))
	if some == no && !searched {
		some = unknown
	}
	if !searched && enough != yes {
		out.needPole(GapContracts)
	}
	out.need(GapContractEnd, withoutDates)
	out.grade(enough, some)
	return out
}

// continuousStrategy is the "common and continuous strategy of mutualisation,
// cooperation or partnership" of article 9: a document, and pairs that have
// cooperated for long enough.
func continuousStrategy(f *Facts, v values) (out finding) {
	documents := f.documents(v)
	var lasting []hub.ID
	pairs, undated := map[[2]hub.ID]bool{}, false
	for _, t := range f.Joint {
		switch {
		case t.Type.Family() == "INFORMATION":
		case t.ValidFrom == "":
			undated = true
		case monthsBetween(t.ValidFrom, f.To) >= int(v.number("months")):
			lasting = append(lasting, t.ID)
			pairs[[2]hub.ID{min(t.FromID, t.ToID), max(t.FromID, t.ToID)}] = true
		}
	}
	out.show("DOCUMENTS", float64(len(documents)), 0, documentIDs(documents))
	out.show("LASTING_TIES", float64(len(lasting)), len(f.Joint), lasting)
	written := f.unlessSearched(hub.CoversDocuments, len(documents) > 0)
	going := is(float64(len(pairs)) >= v.number("pairs"))
	if unasked := f.unasked(cooperationTypes()...); going == no && (undated || len(unasked) > 0) {
		going = unknown
		out.need(GapTies, unasked)
	}
	if written == unknown {
		out.needPole(GapStrategy)
	}
	out.grade(and(written, going), or(written, going))
	return out
}
