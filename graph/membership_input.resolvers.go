package graph

import (
	"context"
	"fmt"
	"polehub/graph/generated"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *createMembershipInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *createMembershipInputResolver) PoleID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *createMembershipInputResolver) OrganisationID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: OrganisationID - organisationId"))
}

func (r *createMembershipInputResolver) Circle(ctx context.Context, obj relay.Input, data hub.Circle) error {
	panic(fmt.Errorf("not implemented: Circle - circle"))
}

func (r *createMembershipInputResolver) College(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: College - college"))
}

func (r *createMembershipInputResolver) Votes(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: Votes - votes"))
}

func (r *createMembershipInputResolver) ValidFrom(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *createMembershipInputResolver) ValidTo(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *createMembershipInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *createMembershipInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *createMembershipInputResolver) IdempotencyKey(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: IdempotencyKey - idempotencyKey"))
}

func (r *createPoleRoleInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *createPoleRoleInputResolver) PoleID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *createPoleRoleInputResolver) OrganisationID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: OrganisationID - organisationId"))
}

func (r *createPoleRoleInputResolver) Role(ctx context.Context, obj relay.Input, data hub.RoleKind) error {
	panic(fmt.Errorf("not implemented: Role - role"))
}

func (r *createPoleRoleInputResolver) Basis(ctx context.Context, obj relay.Input, data hub.RoleBasis) error {
	panic(fmt.Errorf("not implemented: Basis - basis"))
}

func (r *createPoleRoleInputResolver) Seats(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: Seats - seats"))
}

func (r *createPoleRoleInputResolver) SeatsTotal(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: SeatsTotal - seatsTotal"))
}

func (r *createPoleRoleInputResolver) CapitalShare(ctx context.Context, obj relay.Input, data *hub.Money) error {
	panic(fmt.Errorf("not implemented: CapitalShare - capitalShare"))
}

func (r *createPoleRoleInputResolver) Amount(ctx context.Context, obj relay.Input, data *hub.Money) error {
	panic(fmt.Errorf("not implemented: Amount - amount"))
}

func (r *createPoleRoleInputResolver) Currency(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Currency - currency"))
}

func (r *createPoleRoleInputResolver) Note(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Note - note"))
}

func (r *createPoleRoleInputResolver) ValidFrom(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *createPoleRoleInputResolver) ValidTo(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *createPoleRoleInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *createPoleRoleInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *createPoleRoleInputResolver) IdempotencyKey(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: IdempotencyKey - idempotencyKey"))
}

func (r *updateMembershipInputResolver) ID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *updateMembershipInputResolver) PoleID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *updateMembershipInputResolver) OrganisationID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: OrganisationID - organisationId"))
}

func (r *updateMembershipInputResolver) Circle(ctx context.Context, obj relay.Input, data *hub.Circle) error {
	panic(fmt.Errorf("not implemented: Circle - circle"))
}

func (r *updateMembershipInputResolver) College(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: College - college"))
}

func (r *updateMembershipInputResolver) Votes(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: Votes - votes"))
}

func (r *updateMembershipInputResolver) ValidFrom(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *updateMembershipInputResolver) ValidTo(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *updateMembershipInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *updateMembershipInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *updatePoleRoleInputResolver) ID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *updatePoleRoleInputResolver) PoleID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *updatePoleRoleInputResolver) OrganisationID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: OrganisationID - organisationId"))
}

func (r *updatePoleRoleInputResolver) Role(ctx context.Context, obj relay.Input, data *hub.RoleKind) error {
	panic(fmt.Errorf("not implemented: Role - role"))
}

func (r *updatePoleRoleInputResolver) Basis(ctx context.Context, obj relay.Input, data *hub.RoleBasis) error {
	panic(fmt.Errorf("not implemented: Basis - basis"))
}

func (r *updatePoleRoleInputResolver) Seats(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: Seats - seats"))
}

func (r *updatePoleRoleInputResolver) SeatsTotal(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: SeatsTotal - seatsTotal"))
}

func (r *updatePoleRoleInputResolver) CapitalShare(ctx context.Context, obj relay.Input, data *hub.Money) error {
	panic(fmt.Errorf("not implemented: CapitalShare - capitalShare"))
}

func (r *updatePoleRoleInputResolver) Amount(ctx context.Context, obj relay.Input, data *hub.Money) error {
	panic(fmt.Errorf("not implemented: Amount - amount"))
}

func (r *updatePoleRoleInputResolver) Currency(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Currency - currency"))
}

func (r *updatePoleRoleInputResolver) Note(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Note - note"))
}

func (r *updatePoleRoleInputResolver) ValidFrom(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *updatePoleRoleInputResolver) ValidTo(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *updatePoleRoleInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *updatePoleRoleInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *Resolver) CreateMembershipInput() generated.CreateMembershipInputResolver {
	return &createMembershipInputResolver{r}
}

func (r *Resolver) CreatePoleRoleInput() generated.CreatePoleRoleInputResolver {
	return &createPoleRoleInputResolver{r}
}

func (r *Resolver) UpdateMembershipInput() generated.UpdateMembershipInputResolver {
	return &updateMembershipInputResolver{r}
}

func (r *Resolver) UpdatePoleRoleInput() generated.UpdatePoleRoleInputResolver {
	return &updatePoleRoleInputResolver{r}
}

type (
	createMembershipInputResolver struct{ *Resolver }
	createPoleRoleInputResolver   struct{ *Resolver }
	updateMembershipInputResolver struct{ *Resolver }
	updatePoleRoleInputResolver   struct{ *Resolver }
)
