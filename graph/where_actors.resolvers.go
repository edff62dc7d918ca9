package graph

import (
	"context"
	"fmt"
	"polehub/graph/generated"
	"polehub/graph/relay"
)

func (r *claimWhereResolver) And(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: And - AND"))
}

func (r *claimWhereResolver) Or(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Or - OR"))
}

func (r *claimWhereResolver) Not(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Not - NOT"))
}

func (r *claimWhereResolver) ID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *claimWhereResolver) OrganisationID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: OrganisationID - organisationId"))
}

func (r *claimWhereResolver) Claim(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Claim - claim"))
}

func (r *claimWhereResolver) Value(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Value - value"))
}

func (r *claimWhereResolver) Basis(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Basis - basis"))
}

func (r *claimWhereResolver) ValidFrom(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *claimWhereResolver) ValidTo(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *claimWhereResolver) Sources(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Sources - sources"))
}

func (r *claimWhereResolver) Flags(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *claimWhereResolver) Organisation(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Organisation - organisation"))
}

func (r *identifierWhereResolver) And(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: And - AND"))
}

func (r *identifierWhereResolver) Or(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Or - OR"))
}

func (r *identifierWhereResolver) Not(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Not - NOT"))
}

func (r *identifierWhereResolver) ID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *identifierWhereResolver) OrganisationID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: OrganisationID - organisationId"))
}

func (r *identifierWhereResolver) Scheme(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Scheme - scheme"))
}

func (r *identifierWhereResolver) Value(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Value - value"))
}

func (r *identifierWhereResolver) Valid(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Valid - valid"))
}

func (r *identifierWhereResolver) Sources(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Sources - sources"))
}

func (r *identifierWhereResolver) Flags(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *identifierWhereResolver) Organisation(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Organisation - organisation"))
}

func (r *linkWhereResolver) And(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: And - AND"))
}

func (r *linkWhereResolver) Or(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Or - OR"))
}

func (r *linkWhereResolver) Not(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Not - NOT"))
}

func (r *linkWhereResolver) ID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *linkWhereResolver) ChildID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ChildID - childId"))
}

func (r *linkWhereResolver) ParentID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ParentID - parentId"))
}

func (r *linkWhereResolver) Kind(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Kind - kind"))
}

func (r *linkWhereResolver) ValidFrom(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *linkWhereResolver) ValidTo(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *linkWhereResolver) Sources(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Sources - sources"))
}

func (r *linkWhereResolver) Flags(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *linkWhereResolver) Child(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Child - child"))
}

func (r *linkWhereResolver) Parent(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Parent - parent"))
}

func (r *organisationWhereResolver) And(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: And - AND"))
}

func (r *organisationWhereResolver) Or(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Or - OR"))
}

func (r *organisationWhereResolver) Not(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Not - NOT"))
}

func (r *organisationWhereResolver) Search(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Search - search"))
}

func (r *organisationWhereResolver) ID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *organisationWhereResolver) Name(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Name - name"))
}

func (r *organisationWhereResolver) Kind(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Kind - kind"))
}

func (r *organisationWhereResolver) Aliases(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Aliases - aliases"))
}

func (r *organisationWhereResolver) PublicTier(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: PublicTier - publicTier"))
}

func (r *organisationWhereResolver) LegalCategory(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: LegalCategory - legalCategory"))
}

func (r *organisationWhereResolver) ActivityCode(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ActivityCode - activityCode"))
}

func (r *organisationWhereResolver) ActivityNomenclature(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ActivityNomenclature - activityNomenclature"))
}

func (r *organisationWhereResolver) Commune(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Commune - commune"))
}

func (r *organisationWhereResolver) Departement(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Departement - departement"))
}

func (r *organisationWhereResolver) Region(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Region - region"))
}

func (r *organisationWhereResolver) Epci(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Epci - epci"))
}

func (r *organisationWhereResolver) SizeBand(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: SizeBand - sizeBand"))
}

func (r *organisationWhereResolver) CreatedOn(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: CreatedOn - createdOn"))
}

func (r *organisationWhereResolver) ClosedOn(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ClosedOn - closedOn"))
}

func (r *organisationWhereResolver) Sources(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Sources - sources"))
}

func (r *organisationWhereResolver) Flags(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *organisationWhereResolver) Identifiers(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Identifiers - identifiers"))
}

func (r *organisationWhereResolver) Claims(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Claims - claims"))
}

func (r *organisationWhereResolver) Memberships(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Memberships - memberships"))
}

func (r *organisationWhereResolver) Roles(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Roles - roles"))
}

func (r *organisationWhereResolver) Ties(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Ties - ties"))
}

func (r *organisationWhereResolver) Parties(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Parties - parties"))
}

func (r *organisationWhereResolver) Contracts(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Contracts - contracts"))
}

func (r *organisationWhereResolver) Parents(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Parents - parents"))
}

func (r *organisationWhereResolver) Units(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Units - units"))
}

func (r *organisationWhereResolver) Documents(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Documents - documents"))
}

func (r *poleStatusWhereResolver) And(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: And - AND"))
}

func (r *poleStatusWhereResolver) Or(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Or - OR"))
}

func (r *poleStatusWhereResolver) Not(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Not - NOT"))
}

func (r *poleStatusWhereResolver) ID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *poleStatusWhereResolver) PoleID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *poleStatusWhereResolver) Status(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Status - status"))
}

func (r *poleStatusWhereResolver) ValidFrom(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *poleStatusWhereResolver) ValidTo(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *poleStatusWhereResolver) Sources(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Sources - sources"))
}

func (r *poleStatusWhereResolver) Flags(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *poleWhereResolver) And(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: And - AND"))
}

func (r *poleWhereResolver) Or(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Or - OR"))
}

func (r *poleWhereResolver) Not(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Not - NOT"))
}

func (r *poleWhereResolver) Search(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Search - search"))
}

func (r *poleWhereResolver) ID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *poleWhereResolver) Name(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Name - name"))
}

func (r *poleWhereResolver) Communes(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Communes - communes"))
}

func (r *poleWhereResolver) Epcis(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Epcis - epcis"))
}

func (r *poleWhereResolver) Departements(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Departements - departements"))
}

func (r *poleWhereResolver) Regions(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Regions - regions"))
}

func (r *poleWhereResolver) Sectors(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Sectors - sectors"))
}

func (r *poleWhereResolver) StartedOn(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: StartedOn - startedOn"))
}

func (r *poleWhereResolver) EndedOn(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: EndedOn - endedOn"))
}

func (r *poleWhereResolver) Sources(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Sources - sources"))
}

func (r *poleWhereResolver) Flags(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *poleWhereResolver) Members(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Members - members"))
}

func (r *poleWhereResolver) Roles(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Roles - roles"))
}

func (r *poleWhereResolver) Ties(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Ties - ties"))
}

func (r *poleWhereResolver) Contracts(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Contracts - contracts"))
}

func (r *poleWhereResolver) Statuses(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Statuses - statuses"))
}

func (r *poleWhereResolver) Sites(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Sites - sites"))
}

func (r *poleWhereResolver) Observations(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Observations - observations"))
}

func (r *poleWhereResolver) Documents(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Documents - documents"))
}

func (r *poleWhereResolver) Assessments(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Assessments - assessments"))
}

func (r *siteWhereResolver) And(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: And - AND"))
}

func (r *siteWhereResolver) Or(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Or - OR"))
}

func (r *siteWhereResolver) Not(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Not - NOT"))
}

func (r *siteWhereResolver) ID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *siteWhereResolver) PoleID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *siteWhereResolver) Name(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Name - name"))
}

func (r *siteWhereResolver) Commune(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Commune - commune"))
}

func (r *siteWhereResolver) Shared(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Shared - shared"))
}

func (r *siteWhereResolver) ValidFrom(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *siteWhereResolver) ValidTo(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *siteWhereResolver) Sources(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Sources - sources"))
}

func (r *siteWhereResolver) Flags(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *sourceWhereResolver) And(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: And - AND"))
}

func (r *sourceWhereResolver) Or(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Or - OR"))
}

func (r *sourceWhereResolver) Not(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Not - NOT"))
}

func (r *sourceWhereResolver) Search(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Search - search"))
}

func (r *sourceWhereResolver) ID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *sourceWhereResolver) Title(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Title - title"))
}

func (r *sourceWhereResolver) Kind(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Kind - kind"))
}

func (r *sourceWhereResolver) Publisher(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Publisher - publisher"))
}

func (r *sourceWhereResolver) RetrievedOn(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: RetrievedOn - retrievedOn"))
}

func (r *sourceWhereResolver) Flags(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *Resolver) ClaimWhere() generated.ClaimWhereResolver { return &claimWhereResolver{r} }

func (r *Resolver) IdentifierWhere() generated.IdentifierWhereResolver {
	return &identifierWhereResolver{r}
}

func (r *Resolver) LinkWhere() generated.LinkWhereResolver { return &linkWhereResolver{r} }

func (r *Resolver) OrganisationWhere() generated.OrganisationWhereResolver {
	return &organisationWhereResolver{r}
}

func (r *Resolver) PoleStatusWhere() generated.PoleStatusWhereResolver {
	return &poleStatusWhereResolver{r}
}

func (r *Resolver) PoleWhere() generated.PoleWhereResolver { return &poleWhereResolver{r} }

func (r *Resolver) SiteWhere() generated.SiteWhereResolver { return &siteWhereResolver{r} }

func (r *Resolver) SourceWhere() generated.SourceWhereResolver { return &sourceWhereResolver{r} }

type (
	claimWhereResolver        struct{ *Resolver }
	identifierWhereResolver   struct{ *Resolver }
	linkWhereResolver         struct{ *Resolver }
	organisationWhereResolver struct{ *Resolver }
	poleStatusWhereResolver   struct{ *Resolver }
	poleWhereResolver         struct{ *Resolver }
	siteWhereResolver         struct{ *Resolver }
	sourceWhereResolver       struct{ *Resolver }
)
