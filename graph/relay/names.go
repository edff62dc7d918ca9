package relay

import "polehub/hub"

// The lists and payloads of the API, by the name of what they hold.
type (
	// PoleConnection is a page of records of type Pole.
	PoleConnection = Connection[*hub.Pole]
	// PoleEdge is one of them with its cursor.
	PoleEdge = Edge[*hub.Pole]
	// MembershipConnection is a page of records of type Membership.
	MembershipConnection = Connection[*hub.Membership]
	// MembershipEdge is one of them with its cursor.
	MembershipEdge = Edge[*hub.Membership]
	// PoleRoleConnection is a page of records of type PoleRole.
	PoleRoleConnection = Connection[*hub.Role]
	// PoleRoleEdge is one of them with its cursor.
	PoleRoleEdge = Edge[*hub.Role]
	// TieConnection is a page of records of type Tie.
	TieConnection = Connection[*hub.Tie]
	// TieEdge is one of them with its cursor.
	TieEdge = Edge[*hub.Tie]
	// ContractConnection is a page of records of type Contract.
	ContractConnection = Connection[*hub.Contract]
	// ContractEdge is one of them with its cursor.
	ContractEdge = Edge[*hub.Contract]
	// ObservationConnection is a page of records of type Observation.
	ObservationConnection = Connection[*hub.Observation]
	// ObservationEdge is one of them with its cursor.
	ObservationEdge = Edge[*hub.Observation]
	// DocumentConnection is a page of records of type Document.
	DocumentConnection = Connection[*hub.Document]
	// DocumentEdge is one of them with its cursor.
	DocumentEdge = Edge[*hub.Document]
	// AssessmentConnection is a page of records of type Assessment.
	AssessmentConnection = Connection[*hub.Assessment]
	// AssessmentEdge is one of them with its cursor.
	AssessmentEdge = Edge[*hub.Assessment]
	// SourceConnection is a page of records of type Source.
	SourceConnection = Connection[*hub.Source]
	// SourceEdge is one of them with its cursor.
	SourceEdge = Edge[*hub.Source]
	// LinkConnection is a page of records of type Link.
	LinkConnection = Connection[*hub.Link]
	// LinkEdge is one of them with its cursor.
	LinkEdge = Edge[*hub.Link]
	// SourcePayload answers a change of a Source.
	SourcePayload = Payload[*hub.Source]
	// IdentifierPayload answers a change of an Identifier.
	IdentifierPayload = Payload[*hub.Identifier]
	// ClaimPayload answers a change of a Claim.
	ClaimPayload = Payload[*hub.Claim]
	// LinkPayload answers a change of a Link.
	LinkPayload = Payload[*hub.Link]
	// PolePayload answers a change of a Pole.
	PolePayload = Payload[*hub.Pole]
	// PoleStatusPayload answers a change of a PoleStatus.
	PoleStatusPayload = Payload[*hub.PoleStatus]
	// SitePayload answers a change of a Site.
	SitePayload = Payload[*hub.Site]
	// MembershipPayload answers a change of a Membership.
	MembershipPayload = Payload[*hub.Membership]
	// PoleRolePayload answers a change of a PoleRole.
	PoleRolePayload = Payload[*hub.Role]
	// ObservationPayload answers a change of an Observation.
	ObservationPayload = Payload[*hub.Observation]
	// RosterEntryPayload answers a change of a RosterEntry.
	RosterEntryPayload = Payload[*hub.RosterEntry]
	// TiePayload answers a change of a Tie.
	TiePayload = Payload[*hub.Tie]
	// ContractPayload answers a change of a Contract.
	ContractPayload = Payload[*hub.Contract]
	// AmendmentPayload answers a change of an Amendment.
	AmendmentPayload = Payload[*hub.Amendment]
	// PartyPayload answers a change of a Party.
	PartyPayload = Payload[*hub.Party]
	// DocumentPayload answers a change of a Document.
	DocumentPayload = Payload[*hub.Document]
	// AssessmentPayload answers a change of an Assessment.
	AssessmentPayload = Payload[*hub.Assessment]
)
