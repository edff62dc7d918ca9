package graph

import (
	"context"
	"fmt"
	"polehub/graph/generated"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *amendmentPartInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *amendmentPartInputResolver) Number(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Number - number"))
}

func (r *amendmentPartInputResolver) Dated(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: Dated - dated"))
}

func (r *amendmentPartInputResolver) PublishedOn(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: PublishedOn - publishedOn"))
}

func (r *amendmentPartInputResolver) Object(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Object - object"))
}

func (r *amendmentPartInputResolver) NewAmount(ctx context.Context, obj relay.Input, data *hub.Money) error {
	panic(fmt.Errorf("not implemented: NewAmount - newAmount"))
}

func (r *amendmentPartInputResolver) NewDurationMonths(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: NewDurationMonths - newDurationMonths"))
}

func (r *amendmentPartInputResolver) ReplacesParties(ctx context.Context, obj relay.Input, data *hub.Tri) error {
	panic(fmt.Errorf("not implemented: ReplacesParties - replacesParties"))
}

func (r *amendmentPartInputResolver) ExternalID(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: ExternalID - externalId"))
}

func (r *amendmentPartInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *amendmentPartInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *createAmendmentInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *createAmendmentInputResolver) ContractID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ContractID - contractId"))
}

func (r *createAmendmentInputResolver) Number(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Number - number"))
}

func (r *createAmendmentInputResolver) Dated(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: Dated - dated"))
}

func (r *createAmendmentInputResolver) PublishedOn(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: PublishedOn - publishedOn"))
}

func (r *createAmendmentInputResolver) Object(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Object - object"))
}

func (r *createAmendmentInputResolver) NewAmount(ctx context.Context, obj relay.Input, data *hub.Money) error {
	panic(fmt.Errorf("not implemented: NewAmount - newAmount"))
}

func (r *createAmendmentInputResolver) NewDurationMonths(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: NewDurationMonths - newDurationMonths"))
}

func (r *createAmendmentInputResolver) ReplacesParties(ctx context.Context, obj relay.Input, data *hub.Tri) error {
	panic(fmt.Errorf("not implemented: ReplacesParties - replacesParties"))
}

func (r *createAmendmentInputResolver) ExternalID(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: ExternalID - externalId"))
}

func (r *createAmendmentInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *createAmendmentInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *createAmendmentInputResolver) IdempotencyKey(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: IdempotencyKey - idempotencyKey"))
}

func (r *createContractInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *createContractInputResolver) Type(ctx context.Context, obj relay.Input, data hub.ContractType) error {
	panic(fmt.Errorf("not implemented: Type - type"))
}

func (r *createContractInputResolver) Title(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Title - title"))
}

func (r *createContractInputResolver) Object(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Object - object"))
}

func (r *createContractInputResolver) Amount(ctx context.Context, obj relay.Input, data *hub.Money) error {
	panic(fmt.Errorf("not implemented: Amount - amount"))
}

func (r *createContractInputResolver) Currency(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Currency - currency"))
}

func (r *createContractInputResolver) AmountBasis(ctx context.Context, obj relay.Input, data *hub.AmountBasis) error {
	panic(fmt.Errorf("not implemented: AmountBasis - amountBasis"))
}

func (r *createContractInputResolver) Tax(ctx context.Context, obj relay.Input, data *hub.TaxBasis) error {
	panic(fmt.Errorf("not implemented: Tax - tax"))
}

func (r *createContractInputResolver) SignedOn(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: SignedOn - signedOn"))
}

func (r *createContractInputResolver) NotifiedOn(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: NotifiedOn - notifiedOn"))
}

func (r *createContractInputResolver) StartsOn(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: StartsOn - startsOn"))
}

func (r *createContractInputResolver) EndsOn(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: EndsOn - endsOn"))
}

func (r *createContractInputResolver) DurationMonths(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: DurationMonths - durationMonths"))
}

func (r *createContractInputResolver) Status(ctx context.Context, obj relay.Input, data *hub.ContractStatus) error {
	panic(fmt.Errorf("not implemented: Status - status"))
}

func (r *createContractInputResolver) Nature(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Nature - nature"))
}

func (r *createContractInputResolver) Procedure(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Procedure - procedure"))
}

func (r *createContractInputResolver) Cpv(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Cpv - cpv"))
}

func (r *createContractInputResolver) SocialClause(ctx context.Context, obj relay.Input, data *hub.Tri) error {
	panic(fmt.Errorf("not implemented: SocialClause - socialClause"))
}

func (r *createContractInputResolver) Reserved(ctx context.Context, obj relay.Input, data *hub.Tri) error {
	panic(fmt.Errorf("not implemented: Reserved - reserved"))
}

func (r *createContractInputResolver) PublicSubsidy(ctx context.Context, obj relay.Input, data *hub.Money) error {
	panic(fmt.Errorf("not implemented: PublicSubsidy - publicSubsidy"))
}

func (r *createContractInputResolver) Framework(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Framework - framework"))
}

func (r *createContractInputResolver) PlaceCode(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: PlaceCode - placeCode"))
}

func (r *createContractInputResolver) PlaceCodeType(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: PlaceCodeType - placeCodeType"))
}

func (r *createContractInputResolver) ExternalIds(ctx context.Context, obj relay.Input, data []string) error {
	panic(fmt.Errorf("not implemented: ExternalIds - externalIds"))
}

func (r *createContractInputResolver) PoleIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: PoleIds - poleIds"))
}

func (r *createContractInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *createContractInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *createContractInputResolver) Parties(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Parties - parties"))
}

func (r *createContractInputResolver) Amendments(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Amendments - amendments"))
}

func (r *createContractInputResolver) IdempotencyKey(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: IdempotencyKey - idempotencyKey"))
}

func (r *createPartyInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *createPartyInputResolver) ContractID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ContractID - contractId"))
}

func (r *createPartyInputResolver) Amendment(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Amendment - amendment"))
}

func (r *createPartyInputResolver) Position(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: Position - position"))
}

func (r *createPartyInputResolver) OrganisationID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: OrganisationID - organisationId"))
}

func (r *createPartyInputResolver) Role(ctx context.Context, obj relay.Input, data hub.PartyRole) error {
	panic(fmt.Errorf("not implemented: Role - role"))
}

func (r *createPartyInputResolver) Share(ctx context.Context, obj relay.Input, data *hub.Money) error {
	panic(fmt.Errorf("not implemented: Share - share"))
}

func (r *createPartyInputResolver) Amount(ctx context.Context, obj relay.Input, data *hub.Money) error {
	panic(fmt.Errorf("not implemented: Amount - amount"))
}

func (r *createPartyInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *createPartyInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *createPartyInputResolver) IdempotencyKey(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: IdempotencyKey - idempotencyKey"))
}

func (r *partyPartInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *partyPartInputResolver) Amendment(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Amendment - amendment"))
}

func (r *partyPartInputResolver) Position(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: Position - position"))
}

func (r *partyPartInputResolver) OrganisationID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: OrganisationID - organisationId"))
}

func (r *partyPartInputResolver) Role(ctx context.Context, obj relay.Input, data hub.PartyRole) error {
	panic(fmt.Errorf("not implemented: Role - role"))
}

func (r *partyPartInputResolver) Share(ctx context.Context, obj relay.Input, data *hub.Money) error {
	panic(fmt.Errorf("not implemented: Share - share"))
}

func (r *partyPartInputResolver) Amount(ctx context.Context, obj relay.Input, data *hub.Money) error {
	panic(fmt.Errorf("not implemented: Amount - amount"))
}

func (r *partyPartInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *partyPartInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *updateAmendmentInputResolver) ID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *updateAmendmentInputResolver) ContractID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ContractID - contractId"))
}

func (r *updateAmendmentInputResolver) Number(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Number - number"))
}

func (r *updateAmendmentInputResolver) Dated(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: Dated - dated"))
}

func (r *updateAmendmentInputResolver) PublishedOn(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: PublishedOn - publishedOn"))
}

func (r *updateAmendmentInputResolver) Object(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Object - object"))
}

func (r *updateAmendmentInputResolver) NewAmount(ctx context.Context, obj relay.Input, data *hub.Money) error {
	panic(fmt.Errorf("not implemented: NewAmount - newAmount"))
}

func (r *updateAmendmentInputResolver) NewDurationMonths(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: NewDurationMonths - newDurationMonths"))
}

func (r *updateAmendmentInputResolver) ReplacesParties(ctx context.Context, obj relay.Input, data *hub.Tri) error {
	panic(fmt.Errorf("not implemented: ReplacesParties - replacesParties"))
}

func (r *updateAmendmentInputResolver) ExternalID(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: ExternalID - externalId"))
}

func (r *updateAmendmentInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *updateAmendmentInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *updateContractInputResolver) ID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *updateContractInputResolver) Type(ctx context.Context, obj relay.Input, data *hub.ContractType) error {
	panic(fmt.Errorf("not implemented: Type - type"))
}

func (r *updateContractInputResolver) Title(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Title - title"))
}

func (r *updateContractInputResolver) Object(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Object - object"))
}

func (r *updateContractInputResolver) Amount(ctx context.Context, obj relay.Input, data *hub.Money) error {
	panic(fmt.Errorf("not implemented: Amount - amount"))
}

func (r *updateContractInputResolver) Currency(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Currency - currency"))
}

func (r *updateContractInputResolver) AmountBasis(ctx context.Context, obj relay.Input, data *hub.AmountBasis) error {
	panic(fmt.Errorf("not implemented: AmountBasis - amountBasis"))
}

func (r *updateContractInputResolver) Tax(ctx context.Context, obj relay.Input, data *hub.TaxBasis) error {
	panic(fmt.Errorf("not implemented: Tax - tax"))
}

func (r *updateContractInputResolver) SignedOn(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: SignedOn - signedOn"))
}

func (r *updateContractInputResolver) NotifiedOn(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: NotifiedOn - notifiedOn"))
}

func (r *updateContractInputResolver) StartsOn(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: StartsOn - startsOn"))
}

func (r *updateContractInputResolver) EndsOn(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: EndsOn - endsOn"))
}

func (r *updateContractInputResolver) DurationMonths(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: DurationMonths - durationMonths"))
}

func (r *updateContractInputResolver) Status(ctx context.Context, obj relay.Input, data *hub.ContractStatus) error {
	panic(fmt.Errorf("not implemented: Status - status"))
}

func (r *updateContractInputResolver) Nature(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Nature - nature"))
}

func (r *updateContractInputResolver) Procedure(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Procedure - procedure"))
}

func (r *updateContractInputResolver) Cpv(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Cpv - cpv"))
}

func (r *updateContractInputResolver) SocialClause(ctx context.Context, obj relay.Input, data *hub.Tri) error {
	panic(fmt.Errorf("not implemented: SocialClause - socialClause"))
}

func (r *updateContractInputResolver) Reserved(ctx context.Context, obj relay.Input, data *hub.Tri) error {
	panic(fmt.Errorf("not implemented: Reserved - reserved"))
}

func (r *updateContractInputResolver) PublicSubsidy(ctx context.Context, obj relay.Input, data *hub.Money) error {
	panic(fmt.Errorf("not implemented: PublicSubsidy - publicSubsidy"))
}

func (r *updateContractInputResolver) Framework(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Framework - framework"))
}

func (r *updateContractInputResolver) PlaceCode(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: PlaceCode - placeCode"))
}

func (r *updateContractInputResolver) PlaceCodeType(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: PlaceCodeType - placeCodeType"))
}

func (r *updateContractInputResolver) ExternalIds(ctx context.Context, obj relay.Input, data []string) error {
	panic(fmt.Errorf("not implemented: ExternalIds - externalIds"))
}

func (r *updateContractInputResolver) PoleIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: PoleIds - poleIds"))
}

func (r *updateContractInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *updateContractInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *updatePartyInputResolver) ID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *updatePartyInputResolver) ContractID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ContractID - contractId"))
}

func (r *updatePartyInputResolver) Amendment(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Amendment - amendment"))
}

func (r *updatePartyInputResolver) Position(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: Position - position"))
}

func (r *updatePartyInputResolver) OrganisationID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: OrganisationID - organisationId"))
}

func (r *updatePartyInputResolver) Role(ctx context.Context, obj relay.Input, data *hub.PartyRole) error {
	panic(fmt.Errorf("not implemented: Role - role"))
}

func (r *updatePartyInputResolver) Share(ctx context.Context, obj relay.Input, data *hub.Money) error {
	panic(fmt.Errorf("not implemented: Share - share"))
}

func (r *updatePartyInputResolver) Amount(ctx context.Context, obj relay.Input, data *hub.Money) error {
	panic(fmt.Errorf("not implemented: Amount - amount"))
}

func (r *updatePartyInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *updatePartyInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *Resolver) AmendmentPartInput() generated.AmendmentPartInputResolver {
	return &amendmentPartInputResolver{r}
}

func (r *Resolver) CreateAmendmentInput() generated.CreateAmendmentInputResolver {
	return &createAmendmentInputResolver{r}
}

func (r *Resolver) CreateContractInput() generated.CreateContractInputResolver {
	return &createContractInputResolver{r}
}

func (r *Resolver) CreatePartyInput() generated.CreatePartyInputResolver {
	return &createPartyInputResolver{r}
}

func (r *Resolver) PartyPartInput() generated.PartyPartInputResolver {
	return &partyPartInputResolver{r}
}

func (r *Resolver) UpdateAmendmentInput() generated.UpdateAmendmentInputResolver {
	return &updateAmendmentInputResolver{r}
}

func (r *Resolver) UpdateContractInput() generated.UpdateContractInputResolver {
	return &updateContractInputResolver{r}
}

func (r *Resolver) UpdatePartyInput() generated.UpdatePartyInputResolver {
	return &updatePartyInputResolver{r}
}

type (
	amendmentPartInputResolver   struct{ *Resolver }
	createAmendmentInputResolver struct{ *Resolver }
	createContractInputResolver  struct{ *Resolver }
	createPartyInputResolver     struct{ *Resolver }
	partyPartInputResolver       struct{ *Resolver }
	updateAmendmentInputResolver struct{ *Resolver }
	updateContractInputResolver  struct{ *Resolver }
	updatePartyInputResolver     struct{ *Resolver }
)
