package graph

import (
	"context"
	"fmt"
	"polehub/graph/generated"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *amountBasisFilterResolver) Eq(ctx context.Context, obj relay.Input, data *hub.AmountBasis) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *amountBasisFilterResolver) In(ctx context.Context, obj relay.Input, data []hub.AmountBasis) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *amountBasisFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *circleFilterResolver) Eq(ctx context.Context, obj relay.Input, data *hub.Circle) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *circleFilterResolver) In(ctx context.Context, obj relay.Input, data []hub.Circle) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *circleFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *claimBasisFilterResolver) Eq(ctx context.Context, obj relay.Input, data *hub.ClaimBasis) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *claimBasisFilterResolver) In(ctx context.Context, obj relay.Input, data []hub.ClaimBasis) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *claimBasisFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *claimKindFilterResolver) Eq(ctx context.Context, obj relay.Input, data *hub.ClaimKind) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *claimKindFilterResolver) In(ctx context.Context, obj relay.Input, data []hub.ClaimKind) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *claimKindFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *codeFilterResolver) Eq(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *codeFilterResolver) In(ctx context.Context, obj relay.Input, data []string) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *codeFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *contractStatusFilterResolver) Eq(ctx context.Context, obj relay.Input, data *hub.ContractStatus) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *contractStatusFilterResolver) In(ctx context.Context, obj relay.Input, data []hub.ContractStatus) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *contractStatusFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *contractTypeFilterResolver) Eq(ctx context.Context, obj relay.Input, data *hub.ContractType) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *contractTypeFilterResolver) In(ctx context.Context, obj relay.Input, data []hub.ContractType) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *contractTypeFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *dateFilterResolver) Eq(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *dateFilterResolver) In(ctx context.Context, obj relay.Input, data []hub.Date) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *dateFilterResolver) Lt(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: Lt - lt"))
}

func (r *dateFilterResolver) Lte(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: Lte - lte"))
}

func (r *dateFilterResolver) Gt(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: Gt - gt"))
}

func (r *dateFilterResolver) Gte(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: Gte - gte"))
}

func (r *dateFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *decimalFilterResolver) Eq(ctx context.Context, obj relay.Input, data *hub.Money) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *decimalFilterResolver) In(ctx context.Context, obj relay.Input, data []hub.Money) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *decimalFilterResolver) Lt(ctx context.Context, obj relay.Input, data *hub.Money) error {
	panic(fmt.Errorf("not implemented: Lt - lt"))
}

func (r *decimalFilterResolver) Lte(ctx context.Context, obj relay.Input, data *hub.Money) error {
	panic(fmt.Errorf("not implemented: Lte - lte"))
}

func (r *decimalFilterResolver) Gt(ctx context.Context, obj relay.Input, data *hub.Money) error {
	panic(fmt.Errorf("not implemented: Gt - gt"))
}

func (r *decimalFilterResolver) Gte(ctx context.Context, obj relay.Input, data *hub.Money) error {
	panic(fmt.Errorf("not implemented: Gte - gte"))
}

func (r *decimalFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *documentKindFilterResolver) Eq(ctx context.Context, obj relay.Input, data *hub.DocumentKind) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *documentKindFilterResolver) In(ctx context.Context, obj relay.Input, data []hub.DocumentKind) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *documentKindFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *iDFilterResolver) Eq(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *iDFilterResolver) In(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *intFilterResolver) Eq(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *intFilterResolver) In(ctx context.Context, obj relay.Input, data []int32) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *intFilterResolver) Lt(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: Lt - lt"))
}

func (r *intFilterResolver) Lte(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: Lte - lte"))
}

func (r *intFilterResolver) Gt(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: Gt - gt"))
}

func (r *intFilterResolver) Gte(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: Gte - gte"))
}

func (r *intFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *linkKindFilterResolver) Eq(ctx context.Context, obj relay.Input, data *hub.LinkKind) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *linkKindFilterResolver) In(ctx context.Context, obj relay.Input, data []hub.LinkKind) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *linkKindFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *listFilterResolver) Includes(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Includes - includes"))
}

func (r *listFilterResolver) IncludesAny(ctx context.Context, obj relay.Input, data []string) error {
	panic(fmt.Errorf("not implemented: IncludesAny - includesAny"))
}

func (r *listFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *observationKindFilterResolver) Eq(ctx context.Context, obj relay.Input, data *hub.ObservationKind) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *observationKindFilterResolver) In(ctx context.Context, obj relay.Input, data []hub.ObservationKind) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *observationKindFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *organisationKindFilterResolver) Eq(ctx context.Context, obj relay.Input, data *hub.OrganisationKind) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *organisationKindFilterResolver) In(ctx context.Context, obj relay.Input, data []hub.OrganisationKind) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *organisationKindFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *partyRoleFilterResolver) Eq(ctx context.Context, obj relay.Input, data *hub.PartyRole) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *partyRoleFilterResolver) In(ctx context.Context, obj relay.Input, data []hub.PartyRole) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *partyRoleFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *publicTierFilterResolver) Eq(ctx context.Context, obj relay.Input, data *hub.PublicTier) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *publicTierFilterResolver) In(ctx context.Context, obj relay.Input, data []hub.PublicTier) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *publicTierFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *roleBasisFilterResolver) Eq(ctx context.Context, obj relay.Input, data *hub.RoleBasis) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *roleBasisFilterResolver) In(ctx context.Context, obj relay.Input, data []hub.RoleBasis) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *roleBasisFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *roleKindFilterResolver) Eq(ctx context.Context, obj relay.Input, data *hub.RoleKind) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *roleKindFilterResolver) In(ctx context.Context, obj relay.Input, data []hub.RoleKind) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *roleKindFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *sectorListFilterResolver) Includes(ctx context.Context, obj relay.Input, data *hub.Sector) error {
	panic(fmt.Errorf("not implemented: Includes - includes"))
}

func (r *sectorListFilterResolver) IncludesAny(ctx context.Context, obj relay.Input, data []hub.Sector) error {
	panic(fmt.Errorf("not implemented: IncludesAny - includesAny"))
}

func (r *sectorListFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *sourceKindFilterResolver) Eq(ctx context.Context, obj relay.Input, data *hub.SourceKind) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *sourceKindFilterResolver) In(ctx context.Context, obj relay.Input, data []hub.SourceKind) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *sourceKindFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *statusKindFilterResolver) Eq(ctx context.Context, obj relay.Input, data *hub.StatusKind) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *statusKindFilterResolver) In(ctx context.Context, obj relay.Input, data []hub.StatusKind) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *statusKindFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *taxBasisFilterResolver) Eq(ctx context.Context, obj relay.Input, data *hub.TaxBasis) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *taxBasisFilterResolver) In(ctx context.Context, obj relay.Input, data []hub.TaxBasis) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *taxBasisFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *textFilterResolver) Eq(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *textFilterResolver) In(ctx context.Context, obj relay.Input, data []string) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *textFilterResolver) Contains(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Contains - contains"))
}

func (r *textFilterResolver) StartsWith(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: StartsWith - startsWith"))
}

func (r *textFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *tieTypeFilterResolver) Eq(ctx context.Context, obj relay.Input, data *hub.TieType) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *tieTypeFilterResolver) In(ctx context.Context, obj relay.Input, data []hub.TieType) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *tieTypeFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *triFilterResolver) Eq(ctx context.Context, obj relay.Input, data *hub.Tri) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *triFilterResolver) In(ctx context.Context, obj relay.Input, data []hub.Tri) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *verdictFilterResolver) Eq(ctx context.Context, obj relay.Input, data *hub.Verdict) error {
	panic(fmt.Errorf("not implemented: Eq - eq"))
}

func (r *verdictFilterResolver) In(ctx context.Context, obj relay.Input, data []hub.Verdict) error {
	panic(fmt.Errorf("not implemented: In - in"))
}

func (r *verdictFilterResolver) IsNull(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: IsNull - isNull"))
}

func (r *Resolver) AmountBasisFilter() generated.AmountBasisFilterResolver {
	return &amountBasisFilterResolver{r}
}

func (r *Resolver) CircleFilter() generated.CircleFilterResolver { return &circleFilterResolver{r} }

func (r *Resolver) ClaimBasisFilter() generated.ClaimBasisFilterResolver {
	return &claimBasisFilterResolver{r}
}

func (r *Resolver) ClaimKindFilter() generated.ClaimKindFilterResolver {
	return &claimKindFilterResolver{r}
}

func (r *Resolver) CodeFilter() generated.CodeFilterResolver { return &codeFilterResolver{r} }

func (r *Resolver) ContractStatusFilter() generated.ContractStatusFilterResolver {
	return &contractStatusFilterResolver{r}
}

func (r *Resolver) ContractTypeFilter() generated.ContractTypeFilterResolver {
	return &contractTypeFilterResolver{r}
}

func (r *Resolver) DateFilter() generated.DateFilterResolver { return &dateFilterResolver{r} }

func (r *Resolver) DecimalFilter() generated.DecimalFilterResolver { return &decimalFilterResolver{r} }

func (r *Resolver) DocumentKindFilter() generated.DocumentKindFilterResolver {
	return &documentKindFilterResolver{r}
}

func (r *Resolver) IDFilter() generated.IDFilterResolver { return &iDFilterResolver{r} }

func (r *Resolver) IntFilter() generated.IntFilterResolver { return &intFilterResolver{r} }

func (r *Resolver) LinkKindFilter() generated.LinkKindFilterResolver {
	return &linkKindFilterResolver{r}
}

func (r *Resolver) ListFilter() generated.ListFilterResolver { return &listFilterResolver{r} }

func (r *Resolver) ObservationKindFilter() generated.ObservationKindFilterResolver {
	return &observationKindFilterResolver{r}
}

func (r *Resolver) OrganisationKindFilter() generated.OrganisationKindFilterResolver {
	return &organisationKindFilterResolver{r}
}

func (r *Resolver) PartyRoleFilter() generated.PartyRoleFilterResolver {
	return &partyRoleFilterResolver{r}
}

func (r *Resolver) PublicTierFilter() generated.PublicTierFilterResolver {
	return &publicTierFilterResolver{r}
}

func (r *Resolver) RoleBasisFilter() generated.RoleBasisFilterResolver {
	return &roleBasisFilterResolver{r}
}

func (r *Resolver) RoleKindFilter() generated.RoleKindFilterResolver {
	return &roleKindFilterResolver{r}
}

func (r *Resolver) SectorListFilter() generated.SectorListFilterResolver {
	return &sectorListFilterResolver{r}
}

func (r *Resolver) SourceKindFilter() generated.SourceKindFilterResolver {
	return &sourceKindFilterResolver{r}
}

func (r *Resolver) StatusKindFilter() generated.StatusKindFilterResolver {
	return &statusKindFilterResolver{r}
}

func (r *Resolver) TaxBasisFilter() generated.TaxBasisFilterResolver {
	return &taxBasisFilterResolver{r}
}

func (r *Resolver) TextFilter() generated.TextFilterResolver { return &textFilterResolver{r} }

func (r *Resolver) TieTypeFilter() generated.TieTypeFilterResolver { return &tieTypeFilterResolver{r} }

func (r *Resolver) TriFilter() generated.TriFilterResolver { return &triFilterResolver{r} }

func (r *Resolver) VerdictFilter() generated.VerdictFilterResolver { return &verdictFilterResolver{r} }

type (
	amountBasisFilterResolver      struct{ *Resolver }
	circleFilterResolver           struct{ *Resolver }
	claimBasisFilterResolver       struct{ *Resolver }
	claimKindFilterResolver        struct{ *Resolver }
	codeFilterResolver             struct{ *Resolver }
	contractStatusFilterResolver   struct{ *Resolver }
	contractTypeFilterResolver     struct{ *Resolver }
	dateFilterResolver             struct{ *Resolver }
	decimalFilterResolver          struct{ *Resolver }
	documentKindFilterResolver     struct{ *Resolver }
	iDFilterResolver               struct{ *Resolver }
	intFilterResolver              struct{ *Resolver }
	linkKindFilterResolver         struct{ *Resolver }
	listFilterResolver             struct{ *Resolver }
	observationKindFilterResolver  struct{ *Resolver }
	organisationKindFilterResolver struct{ *Resolver }
	partyRoleFilterResolver        struct{ *Resolver }
	publicTierFilterResolver       struct{ *Resolver }
	roleBasisFilterResolver        struct{ *Resolver }
	roleKindFilterResolver         struct{ *Resolver }
	sectorListFilterResolver       struct{ *Resolver }
	sourceKindFilterResolver       struct{ *Resolver }
	statusKindFilterResolver       struct{ *Resolver }
	taxBasisFilterResolver         struct{ *Resolver }
	textFilterResolver             struct{ *Resolver }
	tieTypeFilterResolver          struct{ *Resolver }
	triFilterResolver              struct{ *Resolver }
	verdictFilterResolver          struct{ *Resolver }
)
