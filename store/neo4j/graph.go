package neo4j

import (
	"maps"
	"slices"

	"polehub/hub"
)

// place tells where the records of one noun live in the graph: in nodes with a
// label, or in relationships of a type between nodes with labels.
type place struct {
	noun *hub.Noun
	// label is the label of the nodes, or the type of the relationships.
	label string
	// start and end are the labels of the ends of a relationship; empty for a node.
	start, end string
	// refs tells for each field that refers to other records how the graph says it.
	refs map[string]ref
	// indexed lists the properties that get a range index besides the id.
	indexed []string
	// fields are kept as properties, structural ones as relationships.
	fields     []property
	structural []*hub.Field
	// searched is true when the noun has searched fields.
	searched bool
}

// ref tells how a reference is kept.
type ref struct {
	kind refKind
	// edge is the type of the relationship that stands for the reference, and
	// out tells that it leads from the record to what it refers to.
	edge string
	out  bool
	// label is the label of what is referred to.
	label string
	// many is true for a list of references, whose order edges keep as position.
	many bool
	// required references are never missing.
	required bool
}

type refKind int

const (
	atStart    refKind = iota // the start of the record's relationship
	atEnd                     // the end of the record's relationship
	byEdge                    // a relationship of its own
	byProperty                // a property that holds the id
)

// property is a field kept as a property of the record's node or relationship.
type property struct {
	*hub.Field
	numbers bool // a list of whole numbers
}

const (
	hubLabel     = "Hub"
	changeLabel  = "Change"
	unknownLabel = "UnknownParty"
	searchName   = "search" // the property with the search tokens
	positionName = "position"
)

// relationship reports whether records of the noun are relationships.
func (p *place) relationship() bool { return p.start != "" }

// places is the table of all nouns in the graph.
var places = newPlaces()

// placeOf finds the place of a noun.
func placeOf(n *hub.Noun) *place { return places[n.Name] }

func placeNamed(noun string) *place { return places[noun] }

func newPlaces() map[string]*place {
	in := func(edge string) ref { return ref{kind: byEdge, edge: edge} }
	out := func(edge string) ref { return ref{kind: byEdge, edge: edge, out: true} }
	start, end, held := ref{kind: atStart}, ref{kind: atEnd}, ref{kind: byProperty}
	table := []*place{
		{noun: hub.SourceNoun, label: "Source", indexed: []string{"titleKey"}},
		{noun: hub.OrganisationNoun, label: "Organisation", indexed: []string{"nameKey", "kind"}},
		{noun: hub.IdentifierNoun, label: "Identifier", refs: map[string]ref{"organisationId": in("HAS_IDENTIFIER")}, indexed: []string{"value"}},
		{noun: hub.ClaimNoun, label: "Claim", refs: map[string]ref{"organisationId": in("HAS_CLAIM")}},
		{noun: hub.LinkNoun, label: "PART_OF", refs: map[string]ref{"childId": start, "parentId": end}},
		{noun: hub.PoleNoun, label: "Pole", indexed: []string{"nameKey"}},
		{noun: hub.PoleStatusNoun, label: "PoleStatus", refs: map[string]ref{"poleId": in("HAS_STATUS")}},
		{noun: hub.SiteNoun, label: "Site", refs: map[string]ref{"poleId": in("HAS_SITE")}},
		{noun: hub.MembershipNoun, label: "MEMBER_OF", refs: map[string]ref{"organisationId": start, "poleId": end}},
		{noun: hub.RoleNoun, label: "PLAYS_ROLE", refs: map[string]ref{"organisationId": start, "poleId": end}},
		{noun: hub.ObservationNoun, label: "Observation", refs: map[string]ref{"poleId": out("OBSERVES")}},
		{noun: hub.RosterEntryNoun, label: "ASKED", refs: map[string]ref{"observationId": start, "organisationId": end}},
		{noun: hub.TieNoun, label: "COOPERATES", refs: map[string]ref{"fromId": start, "toId": end, "poleId": held, "observationId": held}, indexed: []string{"poleId", "observationId"}},
		{noun: hub.ContractNoun, label: "Contract", refs: map[string]ref{"poles": out("CONCERNS")}, indexed: []string{"titleKey", "type", "signedOn"}},
		{noun: hub.AmendmentNoun, label: "Amendment", refs: map[string]ref{"contractId": in("AMENDED_BY")}},
		{noun: hub.PartyNoun, label: "PARTY", refs: map[string]ref{"contractId": start, "organisationId": end}},
		{noun: hub.DocumentNoun, label: "Document", refs: map[string]ref{"poleId": in("HAS_DOCUMENT"), "signatories": in("SIGNED")}, indexed: []string{"titleKey"}},
		{noun: hub.AssessmentNoun, label: "Assessment", refs: map[string]ref{"poleId": out("ASSESSES"), "authorOrganisationId": in("AUTHORED")}},
	}
	byNoun := make(map[string]*place, len(table))
	for _, p := range table {
		byNoun[p.noun.Name] = p
	}
	for _, p := range table {
		p.complete(byNoun)
	}
	return byNoun
}

// complete fills what follows from the table of the noun.
func (p *place) complete(byNoun map[string]*place) {
	empty := p.noun.New()
	for _, f := range p.noun.Fields {
		p.searched = p.searched || f.Searched
		r, structural := p.refs[f.Name]
		if structural {
			r.label, r.many, r.required = byNoun[f.Ref].label, f.Type == hub.TypeRefs, f.Required
			p.refs[f.Name] = r
			switch r.kind {
			case atStart:
				p.start = r.label
			case atEnd:
				p.end = r.label
			}
		}
		if structural && r.kind != byProperty {
			p.structural = append(p.structural, f)
		} else {
			_, numbers := f.Pointer(empty).(*[]int)
			p.fields = append(p.fields, property{Field: f, numbers: numbers})
		}
	}
}

// edges lists the references that are relationships of their own, in the order
// of the fields.
func (p *place) edges() []*hub.Field {
	var out []*hub.Field
	for _, f := range p.noun.Fields {
		if r, ok := p.refs[f.Name]; ok && r.kind == byEdge {
			out = append(out, f)
		}
	}
	return out
}

// numbers reports whether the field is a list of whole numbers.
func (p *place) numbers(f *hub.Field) bool {
	return slices.ContainsFunc(p.fields, func(held property) bool { return held.Field == f && held.numbers })
}

// endField gives the field at one end of the record's relationship.
func (p *place) endField(kind refKind) *hub.Field {
	for _, f := range p.noun.Fields {
		if r, ok := p.refs[f.Name]; ok && r.kind == kind {
			return f
		}
	}
	return nil
}

// kindLabels are the second labels of organisations by kind.
func kindLabel(kind hub.OrganisationKind) string {
	switch kind {
	case hub.KindEnterprise:
		return "Enterprise"
	case hub.KindLocalAuthority:
		return "LocalAuthority"
	case hub.KindResearchCentre:
		return "ResearchCentre"
	case hub.KindTrainingBody:
		return "TrainingBody"
	case hub.KindPublicBody:
		return "PublicBody"
	case hub.KindNetwork:
		return "Network"
	}
	return "OtherOrganisation"
}

// sortedPlaces lists the places in the order of the nouns.
func sortedPlaces() []*place {
	order := hub.Nouns()
	return slices.SortedFunc(maps.Values(places), func(a, b *place) int {
		return slices.Index(order, a.noun) - slices.Index(order, b.noun)
	})
}
