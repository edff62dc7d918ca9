package graph

import (
	"context"
	"fmt"
	"polehub/graph/generated"
	"polehub/graph/relay"
)

func (r *amendmentListFilterResolver) Some(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Some - some"))
}

func (r *amendmentListFilterResolver) None(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: None - none"))
}

func (r *amendmentListFilterResolver) All(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: All - all"))
}

func (r *assessmentListFilterResolver) Some(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Some - some"))
}

func (r *assessmentListFilterResolver) None(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: None - none"))
}

func (r *assessmentListFilterResolver) All(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: All - all"))
}

func (r *claimListFilterResolver) Some(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Some - some"))
}

func (r *claimListFilterResolver) None(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: None - none"))
}

func (r *claimListFilterResolver) All(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: All - all"))
}

func (r *contractListFilterResolver) Some(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Some - some"))
}

func (r *contractListFilterResolver) None(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: None - none"))
}

func (r *contractListFilterResolver) All(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: All - all"))
}

func (r *documentListFilterResolver) Some(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Some - some"))
}

func (r *documentListFilterResolver) None(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: None - none"))
}

func (r *documentListFilterResolver) All(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: All - all"))
}

func (r *identifierListFilterResolver) Some(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Some - some"))
}

func (r *identifierListFilterResolver) None(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: None - none"))
}

func (r *identifierListFilterResolver) All(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: All - all"))
}

func (r *linkListFilterResolver) Some(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Some - some"))
}

func (r *linkListFilterResolver) None(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: None - none"))
}

func (r *linkListFilterResolver) All(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: All - all"))
}

func (r *membershipListFilterResolver) Some(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Some - some"))
}

func (r *membershipListFilterResolver) None(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: None - none"))
}

func (r *membershipListFilterResolver) All(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: All - all"))
}

func (r *observationListFilterResolver) Some(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Some - some"))
}

func (r *observationListFilterResolver) None(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: None - none"))
}

func (r *observationListFilterResolver) All(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: All - all"))
}

func (r *organisationListFilterResolver) Some(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Some - some"))
}

func (r *organisationListFilterResolver) None(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: None - none"))
}

func (r *organisationListFilterResolver) All(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: All - all"))
}

func (r *partyListFilterResolver) Some(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Some - some"))
}

func (r *partyListFilterResolver) None(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: None - none"))
}

func (r *partyListFilterResolver) All(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: All - all"))
}

func (r *poleListFilterResolver) Some(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Some - some"))
}

func (r *poleListFilterResolver) None(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: None - none"))
}

func (r *poleListFilterResolver) All(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: All - all"))
}

func (r *poleRoleListFilterResolver) Some(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Some - some"))
}

func (r *poleRoleListFilterResolver) None(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: None - none"))
}

func (r *poleRoleListFilterResolver) All(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: All - all"))
}

func (r *poleStatusListFilterResolver) Some(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Some - some"))
}

func (r *poleStatusListFilterResolver) None(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: None - none"))
}

func (r *poleStatusListFilterResolver) All(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: All - all"))
}

func (r *rosterEntryListFilterResolver) Some(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Some - some"))
}

func (r *rosterEntryListFilterResolver) None(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: None - none"))
}

func (r *rosterEntryListFilterResolver) All(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: All - all"))
}

func (r *siteListFilterResolver) Some(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Some - some"))
}

func (r *siteListFilterResolver) None(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: None - none"))
}

func (r *siteListFilterResolver) All(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: All - all"))
}

func (r *tieListFilterResolver) Some(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: Some - some"))
}

func (r *tieListFilterResolver) None(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: None - none"))
}

func (r *tieListFilterResolver) All(ctx context.Context, obj relay.Input, data relay.Input) error {
	panic(fmt.Errorf("not implemented: All - all"))
}

func (r *Resolver) AmendmentListFilter() generated.AmendmentListFilterResolver {
	return &amendmentListFilterResolver{r}
}

func (r *Resolver) AssessmentListFilter() generated.AssessmentListFilterResolver {
	return &assessmentListFilterResolver{r}
}

func (r *Resolver) ClaimListFilter() generated.ClaimListFilterResolver {
	return &claimListFilterResolver{r}
}

func (r *Resolver) ContractListFilter() generated.ContractListFilterResolver {
	return &contractListFilterResolver{r}
}

func (r *Resolver) DocumentListFilter() generated.DocumentListFilterResolver {
	return &documentListFilterResolver{r}
}

func (r *Resolver) IdentifierListFilter() generated.IdentifierListFilterResolver {
	return &identifierListFilterResolver{r}
}

func (r *Resolver) LinkListFilter() generated.LinkListFilterResolver {
	return &linkListFilterResolver{r}
}

func (r *Resolver) MembershipListFilter() generated.MembershipListFilterResolver {
	return &membershipListFilterResolver{r}
}

func (r *Resolver) ObservationListFilter() generated.ObservationListFilterResolver {
	return &observationListFilterResolver{r}
}

func (r *Resolver) OrganisationListFilter() generated.OrganisationListFilterResolver {
	return &organisationListFilterResolver{r}
}

func (r *Resolver) PartyListFilter() generated.PartyListFilterResolver {
	return &partyListFilterResolver{r}
}

func (r *Resolver) PoleListFilter() generated.PoleListFilterResolver {
	return &poleListFilterResolver{r}
}

func (r *Resolver) PoleRoleListFilter() generated.PoleRoleListFilterResolver {
	return &poleRoleListFilterResolver{r}
}

func (r *Resolver) PoleStatusListFilter() generated.PoleStatusListFilterResolver {
	return &poleStatusListFilterResolver{r}
}

func (r *Resolver) RosterEntryListFilter() generated.RosterEntryListFilterResolver {
	return &rosterEntryListFilterResolver{r}
}

func (r *Resolver) SiteListFilter() generated.SiteListFilterResolver {
	return &siteListFilterResolver{r}
}

func (r *Resolver) TieListFilter() generated.TieListFilterResolver { return &tieListFilterResolver{r} }

type (
	amendmentListFilterResolver    struct{ *Resolver }
	assessmentListFilterResolver   struct{ *Resolver }
	claimListFilterResolver        struct{ *Resolver }
	contractListFilterResolver     struct{ *Resolver }
	documentListFilterResolver     struct{ *Resolver }
	identifierListFilterResolver   struct{ *Resolver }
	linkListFilterResolver         struct{ *Resolver }
	membershipListFilterResolver   struct{ *Resolver }
	observationListFilterResolver  struct{ *Resolver }
	organisationListFilterResolver struct{ *Resolver }
	partyListFilterResolver        struct{ *Resolver }
	poleListFilterResolver         struct{ *Resolver }
	poleRoleListFilterResolver     struct{ *Resolver }
	poleStatusListFilterResolver   struct{ *Resolver }
	rosterEntryListFilterResolver  struct{ *Resolver }
	siteListFilterResolver         struct{ *Resolver }
	tieListFilterResolver          struct{ *Resolver }
)
