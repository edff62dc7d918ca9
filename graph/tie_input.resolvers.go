package graph

import (
	"context"
	"fmt"
	"polehub/graph/generated"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *createObservationInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *createObservationInputResolver) PoleID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *createObservationInputResolver) Kind(ctx context.Context, obj relay.Input, data *hub.ObservationKind) error {
	panic(fmt.Errorf("not implemented: Kind - kind"))
}

func (r *createObservationInputResolver) ObservedFrom(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ObservedFrom - observedFrom"))
}

func (r *createObservationInputResolver) ObservedTo(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ObservedTo - observedTo"))
}

func (r *createObservationInputResolver) Covers(ctx context.Context, obj relay.Input, data []hub.Coverage) error {
	panic(fmt.Errorf("not implemented: Covers - covers"))
}

func (r *createObservationInputResolver) TieTypes(ctx context.Context, obj relay.Input, data []string) error {
	panic(fmt.Errorf("not implemented: TieTypes - tieTypes"))
}

func (r *createObservationInputResolver) ContractTypes(ctx context.Context, obj relay.Input, data []string) error {
	panic(fmt.Errorf("not implemented: ContractTypes - contractTypes"))
}

func (r *createObservationInputResolver) Title(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Title - title"))
}

func (r *createObservationInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *createObservationInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *createObservationInputResolver) Roster(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Roster - roster"))
}

func (r *createObservationInputResolver) IdempotencyKey(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: IdempotencyKey - idempotencyKey"))
}

func (r *createRosterEntryInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *createRosterEntryInputResolver) ObservationID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ObservationID - observationId"))
}

func (r *createRosterEntryInputResolver) OrganisationID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: OrganisationID - organisationId"))
}

func (r *createRosterEntryInputResolver) Responded(ctx context.Context, obj relay.Input, data hub.Tri) error {
	panic(fmt.Errorf("not implemented: Responded - responded"))
}

func (r *createRosterEntryInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *createRosterEntryInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *createRosterEntryInputResolver) IdempotencyKey(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: IdempotencyKey - idempotencyKey"))
}

func (r *createTieInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *createTieInputResolver) Type(ctx context.Context, obj relay.Input, data hub.TieType) error {
	panic(fmt.Errorf("not implemented: Type - type"))
}

func (r *createTieInputResolver) FromID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: FromID - fromId"))
}

func (r *createTieInputResolver) ToID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ToID - toId"))
}

func (r *createTieInputResolver) PoleID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *createTieInputResolver) Strengths(ctx context.Context, obj relay.Input, data []int32) error {
	panic(fmt.Errorf("not implemented: Strengths - strengths"))
}

func (r *createTieInputResolver) ClaimedBy(ctx context.Context, obj relay.Input, data []hub.Claimant) error {
	panic(fmt.Errorf("not implemented: ClaimedBy - claimedBy"))
}

func (r *createTieInputResolver) ObservationID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ObservationID - observationId"))
}

func (r *createTieInputResolver) Note(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Note - note"))
}

func (r *createTieInputResolver) ValidFrom(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *createTieInputResolver) ValidTo(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *createTieInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *createTieInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *createTieInputResolver) IdempotencyKey(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: IdempotencyKey - idempotencyKey"))
}

func (r *rosterEntryPartInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *rosterEntryPartInputResolver) OrganisationID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: OrganisationID - organisationId"))
}

func (r *rosterEntryPartInputResolver) Responded(ctx context.Context, obj relay.Input, data hub.Tri) error {
	panic(fmt.Errorf("not implemented: Responded - responded"))
}

func (r *rosterEntryPartInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *rosterEntryPartInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *updateObservationInputResolver) ID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *updateObservationInputResolver) PoleID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *updateObservationInputResolver) Kind(ctx context.Context, obj relay.Input, data *hub.ObservationKind) error {
	panic(fmt.Errorf("not implemented: Kind - kind"))
}

func (r *updateObservationInputResolver) ObservedFrom(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ObservedFrom - observedFrom"))
}

func (r *updateObservationInputResolver) ObservedTo(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ObservedTo - observedTo"))
}

func (r *updateObservationInputResolver) Covers(ctx context.Context, obj relay.Input, data []hub.Coverage) error {
	panic(fmt.Errorf("not implemented: Covers - covers"))
}

func (r *updateObservationInputResolver) TieTypes(ctx context.Context, obj relay.Input, data []string) error {
	panic(fmt.Errorf("not implemented: TieTypes - tieTypes"))
}

func (r *updateObservationInputResolver) ContractTypes(ctx context.Context, obj relay.Input, data []string) error {
	panic(fmt.Errorf("not implemented: ContractTypes - contractTypes"))
}

func (r *updateObservationInputResolver) Title(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Title - title"))
}

func (r *updateObservationInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *updateObservationInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *updateRosterEntryInputResolver) ID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *updateRosterEntryInputResolver) ObservationID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ObservationID - observationId"))
}

func (r *updateRosterEntryInputResolver) OrganisationID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: OrganisationID - organisationId"))
}

func (r *updateRosterEntryInputResolver) Responded(ctx context.Context, obj relay.Input, data *hub.Tri) error {
	panic(fmt.Errorf("not implemented: Responded - responded"))
}

func (r *updateRosterEntryInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *updateRosterEntryInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *updateTieInputResolver) ID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *updateTieInputResolver) Type(ctx context.Context, obj relay.Input, data *hub.TieType) error {
	panic(fmt.Errorf("not implemented: Type - type"))
}

func (r *updateTieInputResolver) FromID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: FromID - fromId"))
}

func (r *updateTieInputResolver) ToID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ToID - toId"))
}

func (r *updateTieInputResolver) PoleID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *updateTieInputResolver) Strengths(ctx context.Context, obj relay.Input, data []int32) error {
	panic(fmt.Errorf("not implemented: Strengths - strengths"))
}

func (r *updateTieInputResolver) ClaimedBy(ctx context.Context, obj relay.Input, data []hub.Claimant) error {
	panic(fmt.Errorf("not implemented: ClaimedBy - claimedBy"))
}

func (r *updateTieInputResolver) ObservationID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ObservationID - observationId"))
}

func (r *updateTieInputResolver) Note(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Note - note"))
}

func (r *updateTieInputResolver) ValidFrom(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *updateTieInputResolver) ValidTo(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *updateTieInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *updateTieInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *Resolver) CreateObservationInput() generated.CreateObservationInputResolver {
	return &createObservationInputResolver{r}
}

func (r *Resolver) CreateRosterEntryInput() generated.CreateRosterEntryInputResolver {
	return &createRosterEntryInputResolver{r}
}

func (r *Resolver) CreateTieInput() generated.CreateTieInputResolver {
	return &createTieInputResolver{r}
}

func (r *Resolver) RosterEntryPartInput() generated.RosterEntryPartInputResolver {
	return &rosterEntryPartInputResolver{r}
}

func (r *Resolver) UpdateObservationInput() generated.UpdateObservationInputResolver {
	return &updateObservationInputResolver{r}
}

func (r *Resolver) UpdateRosterEntryInput() generated.UpdateRosterEntryInputResolver {
	return &updateRosterEntryInputResolver{r}
}

func (r *Resolver) UpdateTieInput() generated.UpdateTieInputResolver {
	return &updateTieInputResolver{r}
}

type (
	createObservationInputResolver struct{ *Resolver }
	createRosterEntryInputResolver struct{ *Resolver }
	createTieInputResolver         struct{ *Resolver }
	rosterEntryPartInputResolver   struct{ *Resolver }
	updateObservationInputResolver struct{ *Resolver }
	updateRosterEntryInputResolver struct{ *Resolver }
	updateTieInputResolver         struct{ *Resolver }
)
