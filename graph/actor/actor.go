// Package actor holds the six types of organisations of the API. They differ
// in name only, so their fields are resolved once, here, by methods that all
// six share, and not six times in resolvers.
package actor

import (
	"context"

	"polehub/graph/load"
	"polehub/graph/relay"
	"polehub/hub"
)

// Organisation is the interface of the API: one of the six types.
type Organisation interface {
	hub.Record
	organisation() *hub.Organisation
}

// The six types of organisations.
type (
	// Enterprise is a firm, cooperative, association or other private producer.
	Enterprise struct{ actor }
	// LocalAuthority is a commune, département, region and their bodies.
	LocalAuthority struct{ actor }
	// ResearchCentre is a university or another research body.
	ResearchCentre struct{ actor }
	// TrainingBody is a school or another body that trains.
	TrainingBody struct{ actor }
	// PublicBody is the State, an agency, a hospital, a European body.
	PublicBody struct{ actor }
	// OtherOrganisation is a network or an actor of no other kind.
	OtherOrganisation struct{ actor }
)

// OrganisationConnection is a page of organisations.
type OrganisationConnection = relay.Connection[Organisation]

// OrganisationEdge is one of them with its cursor.
type OrganisationEdge = relay.Edge[Organisation]

// OrganisationPayload answers a change of an organisation.
type OrganisationPayload = relay.Payload[Organisation]

// Of gives an organisation the type of its kind; nil for none.
func Of(o *hub.Organisation) Organisation {
	if o == nil {
		return nil
	}
	switch o.Kind {
	case hub.KindEnterprise:
		return Enterprise{actor{o}}
	case hub.KindLocalAuthority:
		return LocalAuthority{actor{o}}
	case hub.KindResearchCentre:
		return ResearchCentre{actor{o}}
	case hub.KindTrainingBody:
		return TrainingBody{actor{o}}
	case hub.KindPublicBody:
		return PublicBody{actor{o}}
	}
	return OtherOrganisation{actor{o}}
}

// Record gives an organisation the type of its kind, and any other record as
// it is.
func Record(r hub.Record) hub.Record {
	if o, ok := r.(*hub.Organisation); ok {
		return Of(o)
	}
	return r
}

// Plain is the record without the type of its kind: Record undone.
func Plain(r hub.Record) hub.Record {
	if o, ok := r.(Organisation); ok {
		return o.organisation()
	}
	return r
}

// All is Of for a list.
func All(organisations []*hub.Organisation, err error) ([]Organisation, error) {
	out := make([]Organisation, len(organisations))
	for i, o := range organisations {
		out[i] = Of(o)
	}
	return out, err
}

// One is Of for the result of a call.
func One(o *hub.Organisation, err error) (Organisation, error) { return Of(o), err }

// Connection is Of for a page.
func Connection(c *relay.Connection[*hub.Organisation], err error) (*OrganisationConnection, error) {
	if err != nil {
		return nil, err
	}
	return relay.Convert(c, Of, Organisation.organisation), nil
}

// actor resolves the fields of an organisation that cost a call.
type actor struct{ *hub.Organisation }

func (a actor) organisation() *hub.Organisation { return a.Organisation }

// Sources are who states it.
func (a actor) Sources(ctx context.Context) ([]*hub.Source, error) {
	return load.Sources(ctx, a.Organisation)
}

// Demonstration says whether it is invented.
func (a actor) Demonstration(ctx context.Context) (*bool, error) {
	return load.Demonstration(ctx, a.Organisation)
}

// Identifiers are its numbers in registers.
func (a actor) Identifiers(ctx context.Context) ([]*hub.Identifier, error) {
	return load.List[*hub.Identifier](ctx, a.Organisation, "identifiers", nil)
}

// Siren is its number as a legal unit, when a valid one is known.
func (a actor) Siren(ctx context.Context) (*string, error) {
	all, err := a.Identifiers(ctx)
	for _, i := range all {
		if i.Scheme == hub.SchemeSIREN && i.Valid == hub.TriYes {
			return new(string(i.Value)), nil
		}
	}
	for _, i := range all {
		if i.Scheme == hub.SchemeSIRET && i.Valid == hub.TriYes && len(i.Value) == 14 {
			return new(string(i.Value[:9])), nil
		}
	}
	return nil, err
}

// Claims are the statuses that sources state of it, on a day or of all times.
func (a actor) Claims(ctx context.Context, at *string) ([]*hub.Claim, error) {
	return load.ListOn[*hub.Claim](ctx, a.Organisation, "claims", at)
}

// Poles are its memberships.
func (a actor) Poles(ctx context.Context) (*relay.MembershipConnection, error) {
	return load.Children[*hub.Membership](ctx, a.Organisation, "poles")
}

// Roles are what it does for poles.
func (a actor) Roles(ctx context.Context) (*relay.PoleRoleConnection, error) {
	return load.Children[*hub.Role](ctx, a.Organisation, "roles")
}

// Ties are its cooperation ties.
func (a actor) Ties(ctx context.Context) (*relay.TieConnection, error) {
	return load.Children[*hub.Tie](ctx, a.Organisation, "ties")
}

// Contracts are those it is a party to.
func (a actor) Contracts(ctx context.Context) (*relay.ContractConnection, error) {
	return load.Children[*hub.Contract](ctx, a.Organisation, "contracts")
}

// Units are the organisations that are part of it.
func (a actor) Units(ctx context.Context) (*relay.LinkConnection, error) {
	return load.Children[*hub.Link](ctx, a.Organisation, "units")
}

// Documents are those it signed.
func (a actor) Documents(ctx context.Context) (*relay.DocumentConnection, error) {
	return load.Children[*hub.Document](ctx, a.Organisation, "documents")
}
