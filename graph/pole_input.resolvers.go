package graph

import (
	"context"
	"fmt"
	"polehub/graph/generated"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *createPoleInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *createPoleInputResolver) Name(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Name - name"))
}

func (r *createPoleInputResolver) Summary(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Summary - summary"))
}

func (r *createPoleInputResolver) Territory(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Territory - territory"))
}

func (r *createPoleInputResolver) Communes(ctx context.Context, obj relay.Input, data []string) error {
	panic(fmt.Errorf("not implemented: Communes - communes"))
}

func (r *createPoleInputResolver) Epcis(ctx context.Context, obj relay.Input, data []string) error {
	panic(fmt.Errorf("not implemented: Epcis - epcis"))
}

func (r *createPoleInputResolver) Departements(ctx context.Context, obj relay.Input, data []string) error {
	panic(fmt.Errorf("not implemented: Departements - departements"))
}

func (r *createPoleInputResolver) Regions(ctx context.Context, obj relay.Input, data []string) error {
	panic(fmt.Errorf("not implemented: Regions - regions"))
}

func (r *createPoleInputResolver) CogYear(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: CogYear - cogYear"))
}

func (r *createPoleInputResolver) Sectors(ctx context.Context, obj relay.Input, data []hub.Sector) error {
	panic(fmt.Errorf("not implemented: Sectors - sectors"))
}

func (r *createPoleInputResolver) SectorLabel(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: SectorLabel - sectorLabel"))
}

func (r *createPoleInputResolver) StartedOn(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: StartedOn - startedOn"))
}

func (r *createPoleInputResolver) EndedOn(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: EndedOn - endedOn"))
}

func (r *createPoleInputResolver) Website(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Website - website"))
}

func (r *createPoleInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *createPoleInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *createPoleInputResolver) Statuses(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Statuses - statuses"))
}

func (r *createPoleInputResolver) Sites(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Sites - sites"))
}

func (r *createPoleInputResolver) IdempotencyKey(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: IdempotencyKey - idempotencyKey"))
}

func (r *createPoleStatusInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *createPoleStatusInputResolver) PoleID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *createPoleStatusInputResolver) Status(ctx context.Context, obj relay.Input, data hub.StatusKind) error {
	panic(fmt.Errorf("not implemented: Status - status"))
}

func (r *createPoleStatusInputResolver) Label(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Label - label"))
}

func (r *createPoleStatusInputResolver) ValidFrom(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *createPoleStatusInputResolver) ValidTo(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *createPoleStatusInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *createPoleStatusInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *createPoleStatusInputResolver) IdempotencyKey(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: IdempotencyKey - idempotencyKey"))
}

func (r *createSiteInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *createSiteInputResolver) PoleID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *createSiteInputResolver) Name(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Name - name"))
}

func (r *createSiteInputResolver) Address(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Address - address"))
}

func (r *createSiteInputResolver) Commune(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Commune - commune"))
}

func (r *createSiteInputResolver) Latitude(ctx context.Context, obj relay.Input, data *float64) error {
	panic(fmt.Errorf("not implemented: Latitude - latitude"))
}

func (r *createSiteInputResolver) Longitude(ctx context.Context, obj relay.Input, data *float64) error {
	panic(fmt.Errorf("not implemented: Longitude - longitude"))
}

func (r *createSiteInputResolver) Shared(ctx context.Context, obj relay.Input, data *hub.Tri) error {
	panic(fmt.Errorf("not implemented: Shared - shared"))
}

func (r *createSiteInputResolver) ValidFrom(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *createSiteInputResolver) ValidTo(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *createSiteInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *createSiteInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *createSiteInputResolver) IdempotencyKey(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: IdempotencyKey - idempotencyKey"))
}

func (r *poleStatusPartInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *poleStatusPartInputResolver) Status(ctx context.Context, obj relay.Input, data hub.StatusKind) error {
	panic(fmt.Errorf("not implemented: Status - status"))
}

func (r *poleStatusPartInputResolver) Label(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Label - label"))
}

func (r *poleStatusPartInputResolver) ValidFrom(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *poleStatusPartInputResolver) ValidTo(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *poleStatusPartInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *poleStatusPartInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *sitePartInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *sitePartInputResolver) Name(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Name - name"))
}

func (r *sitePartInputResolver) Address(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Address - address"))
}

func (r *sitePartInputResolver) Commune(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Commune - commune"))
}

func (r *sitePartInputResolver) Latitude(ctx context.Context, obj relay.Input, data *float64) error {
	panic(fmt.Errorf("not implemented: Latitude - latitude"))
}

func (r *sitePartInputResolver) Longitude(ctx context.Context, obj relay.Input, data *float64) error {
	panic(fmt.Errorf("not implemented: Longitude - longitude"))
}

func (r *sitePartInputResolver) Shared(ctx context.Context, obj relay.Input, data *hub.Tri) error {
	panic(fmt.Errorf("not implemented: Shared - shared"))
}

func (r *sitePartInputResolver) ValidFrom(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *sitePartInputResolver) ValidTo(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *sitePartInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *sitePartInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *updatePoleInputResolver) ID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *updatePoleInputResolver) Name(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Name - name"))
}

func (r *updatePoleInputResolver) Summary(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Summary - summary"))
}

func (r *updatePoleInputResolver) Territory(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Territory - territory"))
}

func (r *updatePoleInputResolver) Communes(ctx context.Context, obj relay.Input, data []string) error {
	panic(fmt.Errorf("not implemented: Communes - communes"))
}

func (r *updatePoleInputResolver) Epcis(ctx context.Context, obj relay.Input, data []string) error {
	panic(fmt.Errorf("not implemented: Epcis - epcis"))
}

func (r *updatePoleInputResolver) Departements(ctx context.Context, obj relay.Input, data []string) error {
	panic(fmt.Errorf("not implemented: Departements - departements"))
}

func (r *updatePoleInputResolver) Regions(ctx context.Context, obj relay.Input, data []string) error {
	panic(fmt.Errorf("not implemented: Regions - regions"))
}

func (r *updatePoleInputResolver) CogYear(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: CogYear - cogYear"))
}

func (r *updatePoleInputResolver) Sectors(ctx context.Context, obj relay.Input, data []hub.Sector) error {
	panic(fmt.Errorf("not implemented: Sectors - sectors"))
}

func (r *updatePoleInputResolver) SectorLabel(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: SectorLabel - sectorLabel"))
}

func (r *updatePoleInputResolver) StartedOn(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: StartedOn - startedOn"))
}

func (r *updatePoleInputResolver) EndedOn(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: EndedOn - endedOn"))
}

func (r *updatePoleInputResolver) Website(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Website - website"))
}

func (r *updatePoleInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *updatePoleInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *updatePoleStatusInputResolver) ID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *updatePoleStatusInputResolver) PoleID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *updatePoleStatusInputResolver) Status(ctx context.Context, obj relay.Input, data *hub.StatusKind) error {
	panic(fmt.Errorf("not implemented: Status - status"))
}

func (r *updatePoleStatusInputResolver) Label(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Label - label"))
}

func (r *updatePoleStatusInputResolver) ValidFrom(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *updatePoleStatusInputResolver) ValidTo(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *updatePoleStatusInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *updatePoleStatusInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *updateSiteInputResolver) ID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *updateSiteInputResolver) PoleID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *updateSiteInputResolver) Name(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Name - name"))
}

func (r *updateSiteInputResolver) Address(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Address - address"))
}

func (r *updateSiteInputResolver) Commune(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Commune - commune"))
}

func (r *updateSiteInputResolver) Latitude(ctx context.Context, obj relay.Input, data *float64) error {
	panic(fmt.Errorf("not implemented: Latitude - latitude"))
}

func (r *updateSiteInputResolver) Longitude(ctx context.Context, obj relay.Input, data *float64) error {
	panic(fmt.Errorf("not implemented: Longitude - longitude"))
}

func (r *updateSiteInputResolver) Shared(ctx context.Context, obj relay.Input, data *hub.Tri) error {
	panic(fmt.Errorf("not implemented: Shared - shared"))
}

func (r *updateSiteInputResolver) ValidFrom(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *updateSiteInputResolver) ValidTo(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *updateSiteInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *updateSiteInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *Resolver) CreatePoleInput() generated.CreatePoleInputResolver {
	return &createPoleInputResolver{r}
}

func (r *Resolver) CreatePoleStatusInput() generated.CreatePoleStatusInputResolver {
	return &createPoleStatusInputResolver{r}
}

func (r *Resolver) CreateSiteInput() generated.CreateSiteInputResolver {
	return &createSiteInputResolver{r}
}

func (r *Resolver) PoleStatusPartInput() generated.PoleStatusPartInputResolver {
	return &poleStatusPartInputResolver{r}
}

func (r *Resolver) SitePartInput() generated.SitePartInputResolver { return &sitePartInputResolver{r} }

func (r *Resolver) UpdatePoleInput() generated.UpdatePoleInputResolver {
	return &updatePoleInputResolver{r}
}

func (r *Resolver) UpdatePoleStatusInput() generated.UpdatePoleStatusInputResolver {
	return &updatePoleStatusInputResolver{r}
}

func (r *Resolver) UpdateSiteInput() generated.UpdateSiteInputResolver {
	return &updateSiteInputResolver{r}
}

type (
	createPoleInputResolver       struct{ *Resolver }
	createPoleStatusInputResolver struct{ *Resolver }
	createSiteInputResolver       struct{ *Resolver }
	poleStatusPartInputResolver   struct{ *Resolver }
	sitePartInputResolver         struct{ *Resolver }
	updatePoleInputResolver       struct{ *Resolver }
	updatePoleStatusInputResolver struct{ *Resolver }
	updateSiteInputResolver       struct{ *Resolver }
)
