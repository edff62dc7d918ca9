package analysis

import (
	"cmp"
	"context"
	"slices"
)

// Measure computes indicators; none asked for means all those of networks. The
// result follows the order of ids; an indicator with several scopes gives several
// measures: the network, then classes, class pairs or nodes in sorted order, by
// attribute. Passes over the network are shared. Measures that a cancelled context
// leaves undone are NOT_COMPUTED (CANCELLED). An id that is none of a network is a
// programmer's mistake and panics.
func (n *Network) Measure(ctx context.Context, ids []Indicator, opts Options) []Measure {
	opts.resolve()
	r := n.run(ctx, SubjectNetwork, opts)
	r.measureAll(ids)
	r.infer(opts)
	return r.out
}

func (n *Network) run(ctx context.Context, s Subject, opts Options) *run {
	r := &run{
		ctx: ctx, subject: s, n: n, nodes: opts.Nodes, approximate: opts.Approximate, exactWork: maxWork, sampleWork: maxWork / 8, workers: opts.Workers, attributes: n.Attributes(),
		sample: int64(cmp.Or(opts.Sample, DefaultSample)),
		seed:   n.seed(opts),
	}
	if n.N() <= maxBits {
		r.workers = 1
	}
	if len(opts.Attributes) > 0 {
		r.attributes = sortedSet(opts.Attributes)
	}
	return r
}

// measureAll computes the indicators asked for, those of the subject when none is.
func (r *run) measureAll(ids []Indicator) {
	r.named = len(ids) > 0
	if !r.named {
		ids = IndicatorsOf(r.subject)
	}
	r.out = make([]Measure, 0, len(ids)+len(ids)/4)
	for _, id := range ids {
		d, ok := lookup(id)
		if !ok || d.Subject != r.subject && d.Subject.missing() == "" {
			panic("analysis: unknown indicator " + string(id) + " of " + string(r.subject))
		}
		r.definition = d
		if !r.valuesOnly {
			r.hash = r.n.inputHash(d.ID, d.Version)
		}
		switch {
		case r.ctx.Err() != nil:
			r.nodeBorder(NotComputed, Cancelled)
		case d.Subject == r.subject:
			r.measure(id)
		default:
			r.nodeBorder(Undefined, d.Subject.missing())
		}
	}
}

// OfNetworks reports whether the indicators are of networks, of any kind: one that is
// asked for on another kind says so by its reason.
func (s Subject) OfNetworks() bool { return s.missing() != "" }

// missing is the reason for an indicator of one kind of networks to have no value on
// another; "" for what is not of networks.
func (s Subject) missing() Reason {
	switch s {
	case SubjectNetwork:
		return NotOneMode
	case SubjectTwoMode:
		return NotTwoMode
	case SubjectLayers:
		return SingleRelation
	}
	return ""
}

// run is one call of Measure with its shared passes, each done when first needed.
type run struct {
	ctx         context.Context
	subject     Subject
	n           *Network
	two         *TwoMode // n with its modes; nil for one mode
	layers      *Layers  // the relations that n unites; nil for one
	options     Options  // of layers
	nodes       bool
	named       bool // the ids were asked for by name
	valuesOnly  bool // of a random network: neither hash nor bounds by enumeration
	workers     int
	approximate bool  // see Options
	exactWork   int64 // the largest n·m of exact searches, [maxWork]
	sampleWork  int64 // the largest s·m of those from s sources
	attributes  []string
	sample      int64
	seed        uint64 // of random networks
	definition  *Definition
	hash        string
	out         []Measure
	lazy        bool                       // leave the measures of nodes to fill
	fill        func(node int, m *Measure) // writes that of a node

	observed, filled *pieces
	dyads            *dyads
	under, along     passes // of U, and along arcs
	bits             *bitRows
	triples          *triples
	cut              *cuts
	players          [maxPlayers + 1]*players // by size of the set
	filledPlayers    [maxPlayers + 1]*players // with every unknown pair present
	reach            *reaching
	filledReach      *reaching                 // with every unknown pair present
	reachers         [maxPlayers + 1]*reachers // by size of the set
	filledReachers   [maxPlayers + 1]*reachers
	coreness         []span // by filling: of the shares of nodes, then of the fit
	enumerated       [families][]span
	keys             []string // the ids, for the scopes of nodes
	mixes            []*mix   // by attribute, as in attributes
	shares           *sharing // of a two-mode network
	structures       []span   // of structureOfTwo, over all fillings
}

func (r *run) measure(id Indicator) {
	switch id {
	case Nodes, Ties, Density, AverageDegree:
		r.cohesion(id)
	case Isolates, Inclusiveness, WeakComponents, LargestComponentShare, ComponentRatio, Connectedness, Fragmentation:
		r.connection(id)
	case AverageTieValuePairs, AverageTieValueTies:
		r.tieValue(id)
	case StrongComponents, StrongComponentRatio, Reachability:
		r.reachability(id)
	case KrackhardtEfficiency, KrackhardtHierarchy, KrackhardtLubness:
		r.krackhardt(id)
	case DyadCensus, ArcReciprocity, DyadReciprocity, DyadicSymmetry, ReciprocityCorrelation:
		r.reciprocity(id)
	case Triangles, Transitivity, AverageClustering, AverageClusteringAll:
		r.closure(id)
	case TransitivityDirected, ClusteringFagiolo, TriadCensus:
		r.directedClosure(id)
	case ClusteringBarrat, ClusteringOnnela:
		r.weightedClustering(id)
	default:
		r.measureOther(id)
	}
}

// measureOther computes the indicators of distances, centrality and classes.
func (r *run) measureOther(id Indicator) {
	switch id {
	case MeanDistance, Diameter, Compactness, Breadth, MeanDistanceDirected, DiameterDirected, CompactnessDirected, BreadthDirected:
		r.distance(id)
	case Degree, InDegree, OutDegree:
		r.degree(id)
	case DegreeCentralization:
		r.degreeCentralization()
	case InDegreeCentralization, OutDegreeCentralization:
		r.arcCentralization(id)
	case Betweenness, BetweennessDirected, BetweennessCentralization, BetweennessCentralizationDirected:
		r.betweenness(id)
	case HarmonicCentrality, ClosenessCentrality, ClosenessCentralization:
		r.closeness(id)
	case EigenvectorCentrality, PageRank:
		r.spectral(id)
	case CoreNumber, MaxCore:
		r.core(id)
	case BlockDensity:
		r.perMix((*run).blockDensity)
	case Composition:
		r.perMix((*run).composition)
	case Blau, BlauUnbiased, IQV, Shannon, Pielou, Hill0, Hill1, Hill2, HillInf:
		r.perMix(func(r *run, m *mix) { r.variety(id, m) })
	case RarefiedRichness:
		r.perMix((*run).rarefiedRichness)
	case RaoQ:
		r.perMix((*run).raoQ)
	case EIIndex:
		r.perMix((*run).ei)
	case NominalAssortativity, YuleQ, HomophilyH, HomophilyHStar:
		r.perMix(func(r *run, m *mix) { r.homophily(id, m) })
	case DegreeAssortativity:
		r.degreeAssortativity()
	default:
		r.structure(id)
	}
}

// structure computes the indicators of what holds a network together.
func (r *run) structure(id Indicator) {
	switch id {
	case Bridges, ArticulationPoints:
		r.cutting(id)
	case Cliques:
		r.cliques()
	case CorePeripheryFit:
		r.corePeriphery()
	case RemovalEffectF, RemovalEffectDF:
		r.removalEffect(id)
	case Constraint, ConstraintEgo, ConstraintHierarchy, EffectiveSize, EgoEfficiency:
		r.structuralHoles(id)
	case BrokerageCoordinator, BrokerageItinerant, BrokerageGatekeeper, BrokerageRepresentative, BrokerageLiaison, BrokerageTotal:
		r.perMix(func(r *run, m *mix) { r.brokerage(id, m) })
	case KeyPlayerNegF, KeyPlayerNegDF:
		r.keyPlayers(id)
	case KeyPlayerPos, KeyPlayerPosDirect:
		r.keyReach(id)
	case CorenessFit, Coreness:
		r.continuousCore(id)
	case CommunityModularity:
		r.communityModularity()
	case SmallWorldQuotient:
		r.smallWorld()
	case RelativeConnectivity:
		r.relativeConnectivity()
	case PartitionModularity, PartitionModularityDirected:
		r.perMix(func(r *run, m *mix) { r.partitionModularity(id, m) })
	default:
		r.across(id)
	}
}

// across computes the indicators of more than one network of organisations.
func (r *run) across(id Indicator) {
	switch r.definition.Subject {
	case SubjectTwoMode:
		r.twoMode(id)
	case SubjectLayers:
		r.multiplex(id)
	default:
		panic("analysis: indicator without a formula: " + string(id))
	}
}

// start makes a measure with all that does not depend on the formula.
func (r *run) start(scope Scope) Measure {
	m := Measure{
		ID: r.definition.ID, Version: r.definition.Version, Scope: scope, Status: Undefined,
		N: r.n.N(), Ties: r.n.M(), Echo: r.n.echo, InputHash: r.hash,
	}
	m.pairs(r.n.PairsAtRisk(), r.n.PairsUnknown())
	if r.two != nil {
		m.pairs(r.two.PairsAtRisk(), r.n.PairsUnknown())
	}
	if r.n.echo != nil {
		m.when(&r.n.echo.Projection)
	}
	return m
}

// when dates the measure.
func (m *Measure) when(p *Projection) {
	if p.AsOf != "" {
		m.AsOf = &p.AsOf
	} else {
		m.From, m.To = &p.From, &p.To
	}
}

func (m *Measure) pairs(atRisk, unknown int64) {
	m.PairsAtRisk, m.PairsUnknown, m.PairsKnown = atRisk, unknown, atRisk-unknown
}

// value gives the measure its value.
func (m *Measure) value(v float64) { m.Status, m.Value = OK, &v }

// ratio gives the measure the plain ratio of two integers.
func (m *Measure) ratio(num, den int64) {
	m.Num, m.Den = &num, &den
	m.value(float64(num) / float64(den))
}

// shareOf gives the measure the part of things of which some are unknown: of the known
// ones, if any, with the limits of counting all unknown ones out, or in.
func (m *Measure) shareOf(yes, unknown, all int64) {
	if all > unknown {
		m.ratio(yes, all-unknown)
		m.Reason = ""
	}
	if unknown > 0 {
		m.Bounds = &Bounds{Lower: float64(yes) / float64(all), Upper: float64(yes+unknown) / float64(all), Method: ClosedForm}
	}
}

// undefined gives the measure the reason for having no value.
func (m *Measure) undefined(why Reason) { m.Reason = why }

// tooLarge says that an exact value would take too long.
func (m *Measure) tooLarge() { m.Status, m.Reason = NotComputed, BudgetExceeded }

func (m *Measure) warn(w Warning) { m.Warnings = append(m.Warnings, w) }

// add attaches the warnings that follow from the network and keeps the measure.
func (r *run) add(m Measure) {
	r.caveats(&m)
	r.out = append(r.out, m)
}

// caveats attaches the warnings that follow from the network.
func (r *run) caveats(m *Measure) {
	onTies := r.definition.Basis == OnTies
	if m.Status == OK {
		if !r.definition.count && m.N < 10 {
			m.warn(SmallN)
		}
		if onTies && !r.definition.knowable && m.PairsUnknown > 0 {
			m.warn(UnknownAsAbsent)
		}
	}
	if onTies && r.n.echo != nil && r.n.echo.Imputed > 0 {
		m.warn(ImputedDates)
	}
	slices.Sort(m.Warnings)
}

func lookup(id Indicator) (*Definition, bool) {
	k, ok := slices.BinarySearchFunc(catalogue, id, func(d Definition, id Indicator) int { return cmp.Compare(d.ID, id) })
	if !ok {
		return nil, false
	}
	return &catalogue[k], true
}

// definitionFor is the definition of an indicator of a subject; an id that is none
// panics.
func definitionFor(s Subject, id Indicator) *Definition {
	d, ok := lookup(id)
	if !ok || d.Subject != s {
		panic("analysis: unknown indicator " + string(id) + " of " + string(s))
	}
	return d
}
