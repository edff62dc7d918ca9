package graph

import (
	"context"
	"fmt"
	"polehub/graph/generated"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *claimPartInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *claimPartInputResolver) Claim(ctx context.Context, obj relay.Input, data hub.ClaimKind) error {
	panic(fmt.Errorf("not implemented: Claim - claim"))
}

func (r *claimPartInputResolver) Value(ctx context.Context, obj relay.Input, data hub.Tri) error {
	panic(fmt.Errorf("not implemented: Value - value"))
}

func (r *claimPartInputResolver) Basis(ctx context.Context, obj relay.Input, data hub.ClaimBasis) error {
	panic(fmt.Errorf("not implemented: Basis - basis"))
}

func (r *claimPartInputResolver) Detail(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Detail - detail"))
}

func (r *claimPartInputResolver) ValidFrom(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *claimPartInputResolver) ValidTo(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *claimPartInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *claimPartInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *createClaimInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *createClaimInputResolver) OrganisationID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: OrganisationID - organisationId"))
}

func (r *createClaimInputResolver) Claim(ctx context.Context, obj relay.Input, data hub.ClaimKind) error {
	panic(fmt.Errorf("not implemented: Claim - claim"))
}

func (r *createClaimInputResolver) Value(ctx context.Context, obj relay.Input, data hub.Tri) error {
	panic(fmt.Errorf("not implemented: Value - value"))
}

func (r *createClaimInputResolver) Basis(ctx context.Context, obj relay.Input, data hub.ClaimBasis) error {
	panic(fmt.Errorf("not implemented: Basis - basis"))
}

func (r *createClaimInputResolver) Detail(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Detail - detail"))
}

func (r *createClaimInputResolver) ValidFrom(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *createClaimInputResolver) ValidTo(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *createClaimInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *createClaimInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *createClaimInputResolver) IdempotencyKey(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: IdempotencyKey - idempotencyKey"))
}

func (r *createIdentifierInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *createIdentifierInputResolver) OrganisationID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: OrganisationID - organisationId"))
}

func (r *createIdentifierInputResolver) Scheme(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Scheme - scheme"))
}

func (r *createIdentifierInputResolver) Value(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Value - value"))
}

func (r *createIdentifierInputResolver) Raw(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Raw - raw"))
}

func (r *createIdentifierInputResolver) Valid(ctx context.Context, obj relay.Input, data *hub.Tri) error {
	panic(fmt.Errorf("not implemented: Valid - valid"))
}

func (r *createIdentifierInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *createIdentifierInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *createIdentifierInputResolver) IdempotencyKey(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: IdempotencyKey - idempotencyKey"))
}

func (r *createLinkInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *createLinkInputResolver) ChildID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ChildID - childId"))
}

func (r *createLinkInputResolver) ParentID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ParentID - parentId"))
}

func (r *createLinkInputResolver) Kind(ctx context.Context, obj relay.Input, data *hub.LinkKind) error {
	panic(fmt.Errorf("not implemented: Kind - kind"))
}

func (r *createLinkInputResolver) ValidFrom(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *createLinkInputResolver) ValidTo(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *createLinkInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *createLinkInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *createLinkInputResolver) IdempotencyKey(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: IdempotencyKey - idempotencyKey"))
}

func (r *createOrganisationInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *createOrganisationInputResolver) Name(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Name - name"))
}

func (r *createOrganisationInputResolver) Kind(ctx context.Context, obj relay.Input, data hub.OrganisationKind) error {
	panic(fmt.Errorf("not implemented: Kind - kind"))
}

func (r *createOrganisationInputResolver) Aliases(ctx context.Context, obj relay.Input, data []string) error {
	panic(fmt.Errorf("not implemented: Aliases - aliases"))
}

func (r *createOrganisationInputResolver) PublicTier(ctx context.Context, obj relay.Input, data *hub.PublicTier) error {
	panic(fmt.Errorf("not implemented: PublicTier - publicTier"))
}

func (r *createOrganisationInputResolver) LegalCategory(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: LegalCategory - legalCategory"))
}

func (r *createOrganisationInputResolver) KindReason(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: KindReason - kindReason"))
}

func (r *createOrganisationInputResolver) ActivityCode(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: ActivityCode - activityCode"))
}

func (r *createOrganisationInputResolver) ActivityNomenclature(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: ActivityNomenclature - activityNomenclature"))
}

func (r *createOrganisationInputResolver) Commune(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Commune - commune"))
}

func (r *createOrganisationInputResolver) Departement(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Departement - departement"))
}

func (r *createOrganisationInputResolver) Region(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Region - region"))
}

func (r *createOrganisationInputResolver) Epci(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Epci - epci"))
}

func (r *createOrganisationInputResolver) Latitude(ctx context.Context, obj relay.Input, data *float64) error {
	panic(fmt.Errorf("not implemented: Latitude - latitude"))
}

func (r *createOrganisationInputResolver) Longitude(ctx context.Context, obj relay.Input, data *float64) error {
	panic(fmt.Errorf("not implemented: Longitude - longitude"))
}

func (r *createOrganisationInputResolver) SizeBand(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: SizeBand - sizeBand"))
}

func (r *createOrganisationInputResolver) SizeBandYear(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: SizeBandYear - sizeBandYear"))
}

func (r *createOrganisationInputResolver) CreatedOn(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: CreatedOn - createdOn"))
}

func (r *createOrganisationInputResolver) ClosedOn(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ClosedOn - closedOn"))
}

func (r *createOrganisationInputResolver) Website(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Website - website"))
}

func (r *createOrganisationInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *createOrganisationInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *createOrganisationInputResolver) Identifiers(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Identifiers - identifiers"))
}

func (r *createOrganisationInputResolver) Claims(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Claims - claims"))
}

func (r *createOrganisationInputResolver) IdempotencyKey(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: IdempotencyKey - idempotencyKey"))
}

func (r *identifierPartInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *identifierPartInputResolver) Scheme(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Scheme - scheme"))
}

func (r *identifierPartInputResolver) Value(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Value - value"))
}

func (r *identifierPartInputResolver) Raw(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Raw - raw"))
}

func (r *identifierPartInputResolver) Valid(ctx context.Context, obj relay.Input, data *hub.Tri) error {
	panic(fmt.Errorf("not implemented: Valid - valid"))
}

func (r *identifierPartInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *identifierPartInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *updateClaimInputResolver) ID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *updateClaimInputResolver) OrganisationID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: OrganisationID - organisationId"))
}

func (r *updateClaimInputResolver) Claim(ctx context.Context, obj relay.Input, data *hub.ClaimKind) error {
	panic(fmt.Errorf("not implemented: Claim - claim"))
}

func (r *updateClaimInputResolver) Value(ctx context.Context, obj relay.Input, data *hub.Tri) error {
	panic(fmt.Errorf("not implemented: Value - value"))
}

func (r *updateClaimInputResolver) Basis(ctx context.Context, obj relay.Input, data *hub.ClaimBasis) error {
	panic(fmt.Errorf("not implemented: Basis - basis"))
}

func (r *updateClaimInputResolver) Detail(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Detail - detail"))
}

func (r *updateClaimInputResolver) ValidFrom(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *updateClaimInputResolver) ValidTo(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *updateClaimInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *updateClaimInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *updateIdentifierInputResolver) ID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *updateIdentifierInputResolver) OrganisationID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: OrganisationID - organisationId"))
}

func (r *updateIdentifierInputResolver) Scheme(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Scheme - scheme"))
}

func (r *updateIdentifierInputResolver) Value(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Value - value"))
}

func (r *updateIdentifierInputResolver) Raw(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Raw - raw"))
}

func (r *updateIdentifierInputResolver) Valid(ctx context.Context, obj relay.Input, data *hub.Tri) error {
	panic(fmt.Errorf("not implemented: Valid - valid"))
}

func (r *updateIdentifierInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *updateIdentifierInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *updateLinkInputResolver) ID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *updateLinkInputResolver) ChildID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ChildID - childId"))
}

func (r *updateLinkInputResolver) ParentID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ParentID - parentId"))
}

func (r *updateLinkInputResolver) Kind(ctx context.Context, obj relay.Input, data *hub.LinkKind) error {
	panic(fmt.Errorf("not implemented: Kind - kind"))
}

func (r *updateLinkInputResolver) ValidFrom(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *updateLinkInputResolver) ValidTo(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *updateLinkInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *updateLinkInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *updateOrganisationInputResolver) ID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *updateOrganisationInputResolver) Name(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Name - name"))
}

func (r *updateOrganisationInputResolver) Kind(ctx context.Context, obj relay.Input, data *hub.OrganisationKind) error {
	panic(fmt.Errorf("not implemented: Kind - kind"))
}

func (r *updateOrganisationInputResolver) Aliases(ctx context.Context, obj relay.Input, data []string) error {
	panic(fmt.Errorf("not implemented: Aliases - aliases"))
}

func (r *updateOrganisationInputResolver) PublicTier(ctx context.Context, obj relay.Input, data *hub.PublicTier) error {
	panic(fmt.Errorf("not implemented: PublicTier - publicTier"))
}

func (r *updateOrganisationInputResolver) LegalCategory(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: LegalCategory - legalCategory"))
}

func (r *updateOrganisationInputResolver) KindReason(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: KindReason - kindReason"))
}

func (r *updateOrganisationInputResolver) ActivityCode(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: ActivityCode - activityCode"))
}

func (r *updateOrganisationInputResolver) ActivityNomenclature(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: ActivityNomenclature - activityNomenclature"))
}

func (r *updateOrganisationInputResolver) Commune(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Commune - commune"))
}

func (r *updateOrganisationInputResolver) Departement(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Departement - departement"))
}

func (r *updateOrganisationInputResolver) Region(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Region - region"))
}

func (r *updateOrganisationInputResolver) Epci(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Epci - epci"))
}

func (r *updateOrganisationInputResolver) Latitude(ctx context.Context, obj relay.Input, data *float64) error {
	panic(fmt.Errorf("not implemented: Latitude - latitude"))
}

func (r *updateOrganisationInputResolver) Longitude(ctx context.Context, obj relay.Input, data *float64) error {
	panic(fmt.Errorf("not implemented: Longitude - longitude"))
}

func (r *updateOrganisationInputResolver) SizeBand(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: SizeBand - sizeBand"))
}

func (r *updateOrganisationInputResolver) SizeBandYear(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: SizeBandYear - sizeBandYear"))
}

func (r *updateOrganisationInputResolver) CreatedOn(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: CreatedOn - createdOn"))
}

func (r *updateOrganisationInputResolver) ClosedOn(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ClosedOn - closedOn"))
}

func (r *updateOrganisationInputResolver) Website(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Website - website"))
}

func (r *updateOrganisationInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *updateOrganisationInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *Resolver) ClaimPartInput() generated.ClaimPartInputResolver {
	return &claimPartInputResolver{r}
}

func (r *Resolver) CreateClaimInput() generated.CreateClaimInputResolver {
	return &createClaimInputResolver{r}
}

func (r *Resolver) CreateIdentifierInput() generated.CreateIdentifierInputResolver {
	return &createIdentifierInputResolver{r}
}

func (r *Resolver) CreateLinkInput() generated.CreateLinkInputResolver {
	return &createLinkInputResolver{r}
}

func (r *Resolver) CreateOrganisationInput() generated.CreateOrganisationInputResolver {
	return &createOrganisationInputResolver{r}
}

func (r *Resolver) IdentifierPartInput() generated.IdentifierPartInputResolver {
	return &identifierPartInputResolver{r}
}

func (r *Resolver) UpdateClaimInput() generated.UpdateClaimInputResolver {
	return &updateClaimInputResolver{r}
}

func (r *Resolver) UpdateIdentifierInput() generated.UpdateIdentifierInputResolver {
	return &updateIdentifierInputResolver{r}
}

func (r *Resolver) UpdateLinkInput() generated.UpdateLinkInputResolver {
	return &updateLinkInputResolver{r}
}

func (r *Resolver) UpdateOrganisationInput() generated.UpdateOrganisationInputResolver {
	return &updateOrganisationInputResolver{r}
}

type (
	claimPartInputResolver          struct{ *Resolver }
	createClaimInputResolver        struct{ *Resolver }
	createIdentifierInputResolver   struct{ *Resolver }
	createLinkInputResolver         struct{ *Resolver }
	createOrganisationInputResolver struct{ *Resolver }
	identifierPartInputResolver     struct{ *Resolver }
	updateClaimInputResolver        struct{ *Resolver }
	updateIdentifierInputResolver   struct{ *Resolver }
	updateLinkInputResolver         struct{ *Resolver }
	updateOrganisationInputResolver struct{ *Resolver }
)
