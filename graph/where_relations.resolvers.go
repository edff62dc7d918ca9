package graph

import (
	"context"
	"fmt"
	"polehub/graph/generated"
	"polehub/graph/relay"
)

func (r *amendmentWhereResolver) And(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: And - AND"))
}

func (r *amendmentWhereResolver) Or(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Or - OR"))
}

func (r *amendmentWhereResolver) Not(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Not - NOT"))
}

func (r *amendmentWhereResolver) ID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *amendmentWhereResolver) ContractID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ContractID - contractId"))
}

func (r *amendmentWhereResolver) Number(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Number - number"))
}

func (r *amendmentWhereResolver) Dated(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Dated - dated"))
}

func (r *amendmentWhereResolver) PublishedOn(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: PublishedOn - publishedOn"))
}

func (r *amendmentWhereResolver) NewAmount(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: NewAmount - newAmount"))
}

func (r *amendmentWhereResolver) ReplacesParties(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ReplacesParties - replacesParties"))
}

func (r *amendmentWhereResolver) Sources(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Sources - sources"))
}

func (r *amendmentWhereResolver) Flags(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *assessmentWhereResolver) And(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: And - AND"))
}

func (r *assessmentWhereResolver) Or(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Or - OR"))
}

func (r *assessmentWhereResolver) Not(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Not - NOT"))
}

func (r *assessmentWhereResolver) ID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *assessmentWhereResolver) PoleID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *assessmentWhereResolver) Grid(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Grid - grid"))
}

func (r *assessmentWhereResolver) Criterion(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Criterion - criterion"))
}

func (r *assessmentWhereResolver) Verdict(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Verdict - verdict"))
}

func (r *assessmentWhereResolver) AuthorOrganisationID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: AuthorOrganisationID - authorOrganisationId"))
}

func (r *assessmentWhereResolver) Dated(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Dated - dated"))
}

func (r *assessmentWhereResolver) Sources(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Sources - sources"))
}

func (r *assessmentWhereResolver) Flags(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *assessmentWhereResolver) Pole(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Pole - pole"))
}

func (r *contractWhereResolver) And(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: And - AND"))
}

func (r *contractWhereResolver) Or(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Or - OR"))
}

func (r *contractWhereResolver) Not(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Not - NOT"))
}

func (r *contractWhereResolver) Search(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Search - search"))
}

func (r *contractWhereResolver) ID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *contractWhereResolver) Type(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Type - type"))
}

func (r *contractWhereResolver) Title(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Title - title"))
}

func (r *contractWhereResolver) Amount(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Amount - amount"))
}

func (r *contractWhereResolver) Currency(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Currency - currency"))
}

func (r *contractWhereResolver) AmountBasis(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: AmountBasis - amountBasis"))
}

func (r *contractWhereResolver) Tax(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Tax - tax"))
}

func (r *contractWhereResolver) SignedOn(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: SignedOn - signedOn"))
}

func (r *contractWhereResolver) NotifiedOn(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: NotifiedOn - notifiedOn"))
}

func (r *contractWhereResolver) StartsOn(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: StartsOn - startsOn"))
}

func (r *contractWhereResolver) EndsOn(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: EndsOn - endsOn"))
}

func (r *contractWhereResolver) DurationMonths(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: DurationMonths - durationMonths"))
}

func (r *contractWhereResolver) Status(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Status - status"))
}

func (r *contractWhereResolver) Cpv(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Cpv - cpv"))
}

func (r *contractWhereResolver) SocialClause(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: SocialClause - socialClause"))
}

func (r *contractWhereResolver) Reserved(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Reserved - reserved"))
}

func (r *contractWhereResolver) PlaceCode(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: PlaceCode - placeCode"))
}

func (r *contractWhereResolver) PlaceCodeType(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: PlaceCodeType - placeCodeType"))
}

func (r *contractWhereResolver) ExternalIds(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ExternalIds - externalIds"))
}

func (r *contractWhereResolver) Sources(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Sources - sources"))
}

func (r *contractWhereResolver) Flags(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *contractWhereResolver) Parties(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Parties - parties"))
}

func (r *contractWhereResolver) Amendments(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Amendments - amendments"))
}

func (r *contractWhereResolver) Poles(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Poles - poles"))
}

func (r *documentWhereResolver) And(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: And - AND"))
}

func (r *documentWhereResolver) Or(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Or - OR"))
}

func (r *documentWhereResolver) Not(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Not - NOT"))
}

func (r *documentWhereResolver) Search(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Search - search"))
}

func (r *documentWhereResolver) ID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *documentWhereResolver) PoleID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *documentWhereResolver) Kind(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Kind - kind"))
}

func (r *documentWhereResolver) Title(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Title - title"))
}

func (r *documentWhereResolver) Dated(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Dated - dated"))
}

func (r *documentWhereResolver) Sources(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Sources - sources"))
}

func (r *documentWhereResolver) Flags(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *documentWhereResolver) Pole(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Pole - pole"))
}

func (r *documentWhereResolver) Signatories(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Signatories - signatories"))
}

func (r *membershipWhereResolver) And(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: And - AND"))
}

func (r *membershipWhereResolver) Or(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Or - OR"))
}

func (r *membershipWhereResolver) Not(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Not - NOT"))
}

func (r *membershipWhereResolver) ID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *membershipWhereResolver) PoleID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *membershipWhereResolver) OrganisationID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: OrganisationID - organisationId"))
}

func (r *membershipWhereResolver) Circle(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Circle - circle"))
}

func (r *membershipWhereResolver) College(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: College - college"))
}

func (r *membershipWhereResolver) Votes(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Votes - votes"))
}

func (r *membershipWhereResolver) ValidFrom(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *membershipWhereResolver) ValidTo(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *membershipWhereResolver) Sources(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Sources - sources"))
}

func (r *membershipWhereResolver) Flags(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *membershipWhereResolver) Pole(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Pole - pole"))
}

func (r *membershipWhereResolver) Organisation(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Organisation - organisation"))
}

func (r *observationWhereResolver) And(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: And - AND"))
}

func (r *observationWhereResolver) Or(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Or - OR"))
}

func (r *observationWhereResolver) Not(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Not - NOT"))
}

func (r *observationWhereResolver) ID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *observationWhereResolver) PoleID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *observationWhereResolver) Kind(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Kind - kind"))
}

func (r *observationWhereResolver) ObservedFrom(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ObservedFrom - observedFrom"))
}

func (r *observationWhereResolver) ObservedTo(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ObservedTo - observedTo"))
}

func (r *observationWhereResolver) Sources(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Sources - sources"))
}

func (r *observationWhereResolver) Flags(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *observationWhereResolver) Pole(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Pole - pole"))
}

func (r *observationWhereResolver) Roster(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Roster - roster"))
}

func (r *partyWhereResolver) And(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: And - AND"))
}

func (r *partyWhereResolver) Or(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Or - OR"))
}

func (r *partyWhereResolver) Not(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Not - NOT"))
}

func (r *partyWhereResolver) ID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *partyWhereResolver) ContractID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ContractID - contractId"))
}

func (r *partyWhereResolver) Amendment(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Amendment - amendment"))
}

func (r *partyWhereResolver) OrganisationID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: OrganisationID - organisationId"))
}

func (r *partyWhereResolver) Role(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Role - role"))
}

func (r *partyWhereResolver) Share(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Share - share"))
}

func (r *partyWhereResolver) Amount(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Amount - amount"))
}

func (r *partyWhereResolver) Sources(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Sources - sources"))
}

func (r *partyWhereResolver) Flags(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *partyWhereResolver) Contract(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Contract - contract"))
}

func (r *partyWhereResolver) Organisation(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Organisation - organisation"))
}

func (r *poleRoleWhereResolver) And(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: And - AND"))
}

func (r *poleRoleWhereResolver) Or(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Or - OR"))
}

func (r *poleRoleWhereResolver) Not(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Not - NOT"))
}

func (r *poleRoleWhereResolver) ID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *poleRoleWhereResolver) PoleID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *poleRoleWhereResolver) OrganisationID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: OrganisationID - organisationId"))
}

func (r *poleRoleWhereResolver) Role(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Role - role"))
}

func (r *poleRoleWhereResolver) Basis(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Basis - basis"))
}

func (r *poleRoleWhereResolver) CapitalShare(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: CapitalShare - capitalShare"))
}

func (r *poleRoleWhereResolver) Amount(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Amount - amount"))
}

func (r *poleRoleWhereResolver) Currency(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Currency - currency"))
}

func (r *poleRoleWhereResolver) ValidFrom(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *poleRoleWhereResolver) ValidTo(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *poleRoleWhereResolver) Sources(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Sources - sources"))
}

func (r *poleRoleWhereResolver) Flags(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *poleRoleWhereResolver) Pole(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Pole - pole"))
}

func (r *poleRoleWhereResolver) Organisation(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Organisation - organisation"))
}

func (r *rosterEntryWhereResolver) And(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: And - AND"))
}

func (r *rosterEntryWhereResolver) Or(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Or - OR"))
}

func (r *rosterEntryWhereResolver) Not(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Not - NOT"))
}

func (r *rosterEntryWhereResolver) ID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *rosterEntryWhereResolver) ObservationID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ObservationID - observationId"))
}

func (r *rosterEntryWhereResolver) OrganisationID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: OrganisationID - organisationId"))
}

func (r *rosterEntryWhereResolver) Responded(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Responded - responded"))
}

func (r *rosterEntryWhereResolver) Sources(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Sources - sources"))
}

func (r *rosterEntryWhereResolver) Flags(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *rosterEntryWhereResolver) Organisation(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Organisation - organisation"))
}

func (r *tieWhereResolver) And(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: And - AND"))
}

func (r *tieWhereResolver) Or(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Or - OR"))
}

func (r *tieWhereResolver) Not(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Not - NOT"))
}

func (r *tieWhereResolver) ID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *tieWhereResolver) Type(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Type - type"))
}

func (r *tieWhereResolver) FromID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: FromID - fromId"))
}

func (r *tieWhereResolver) ToID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ToID - toId"))
}

func (r *tieWhereResolver) PoleID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *tieWhereResolver) ObservationID(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ObservationID - observationId"))
}

func (r *tieWhereResolver) ValidFrom(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ValidFrom - validFrom"))
}

func (r *tieWhereResolver) ValidTo(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: ValidTo - validTo"))
}

func (r *tieWhereResolver) Sources(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Sources - sources"))
}

func (r *tieWhereResolver) Flags(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *tieWhereResolver) From(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: From - from"))
}

func (r *tieWhereResolver) To(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: To - to"))
}

func (r *tieWhereResolver) Pole(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Pole - pole"))
}

func (r *Resolver) AmendmentWhere() generated.AmendmentWhereResolver {
	return &amendmentWhereResolver{r}
}

func (r *Resolver) AssessmentWhere() generated.AssessmentWhereResolver {
	return &assessmentWhereResolver{r}
}

func (r *Resolver) ContractWhere() generated.ContractWhereResolver { return &contractWhereResolver{r} }

func (r *Resolver) DocumentWhere() generated.DocumentWhereResolver { return &documentWhereResolver{r} }

func (r *Resolver) MembershipWhere() generated.MembershipWhereResolver {
	return &membershipWhereResolver{r}
}

func (r *Resolver) ObservationWhere() generated.ObservationWhereResolver {
	return &observationWhereResolver{r}
}

func (r *Resolver) PartyWhere() generated.PartyWhereResolver { return &partyWhereResolver{r} }

func (r *Resolver) PoleRoleWhere() generated.PoleRoleWhereResolver { return &poleRoleWhereResolver{r} }

func (r *Resolver) RosterEntryWhere() generated.RosterEntryWhereResolver {
	return &rosterEntryWhereResolver{r}
}

func (r *Resolver) TieWhere() generated.TieWhereResolver { return &tieWhereResolver{r} }

type (
	amendmentWhereResolver   struct{ *Resolver }
	assessmentWhereResolver  struct{ *Resolver }
	contractWhereResolver    struct{ *Resolver }
	documentWhereResolver    struct{ *Resolver }
	membershipWhereResolver  struct{ *Resolver }
	observationWhereResolver struct{ *Resolver }
	partyWhereResolver       struct{ *Resolver }
	poleRoleWhereResolver    struct{ *Resolver }
	rosterEntryWhereResolver struct{ *Resolver }
	tieWhereResolver         struct{ *Resolver }
)
