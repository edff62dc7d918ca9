package graph

import (
	"context"
	"fmt"
	"polehub/graph/generated"
	"polehub/graph/relay"
)

func (r *assessmentOrderResolver) Field(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Field - field"))
}

func (r *assessmentOrderResolver) Direction(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Direction - direction"))
}

func (r *contractOrderResolver) Field(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Field - field"))
}

func (r *contractOrderResolver) Direction(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Direction - direction"))
}

func (r *documentOrderResolver) Field(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Field - field"))
}

func (r *documentOrderResolver) Direction(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Direction - direction"))
}

func (r *membershipOrderResolver) Field(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Field - field"))
}

func (r *membershipOrderResolver) Direction(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Direction - direction"))
}

func (r *observationOrderResolver) Field(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Field - field"))
}

func (r *observationOrderResolver) Direction(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Direction - direction"))
}

func (r *organisationOrderResolver) Field(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Field - field"))
}

func (r *organisationOrderResolver) Direction(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Direction - direction"))
}

func (r *partyOrderResolver) Field(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Field - field"))
}

func (r *partyOrderResolver) Direction(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Direction - direction"))
}

func (r *poleOrderResolver) Field(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Field - field"))
}

func (r *poleOrderResolver) Direction(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Direction - direction"))
}

func (r *poleRoleOrderResolver) Field(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Field - field"))
}

func (r *poleRoleOrderResolver) Direction(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Direction - direction"))
}

func (r *sourceOrderResolver) Field(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Field - field"))
}

func (r *sourceOrderResolver) Direction(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Direction - direction"))
}

func (r *tieOrderResolver) Field(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Field - field"))
}

func (r *tieOrderResolver) Direction(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Direction - direction"))
}

func (r *Resolver) AssessmentOrder() generated.AssessmentOrderResolver {
	return &assessmentOrderResolver{r}
}

func (r *Resolver) ContractOrder() generated.ContractOrderResolver { return &contractOrderResolver{r} }

func (r *Resolver) DocumentOrder() generated.DocumentOrderResolver { return &documentOrderResolver{r} }

func (r *Resolver) MembershipOrder() generated.MembershipOrderResolver {
	return &membershipOrderResolver{r}
}

func (r *Resolver) ObservationOrder() generated.ObservationOrderResolver {
	return &observationOrderResolver{r}
}

func (r *Resolver) OrganisationOrder() generated.OrganisationOrderResolver {
	return &organisationOrderResolver{r}
}

func (r *Resolver) PartyOrder() generated.PartyOrderResolver { return &partyOrderResolver{r} }

func (r *Resolver) PoleOrder() generated.PoleOrderResolver { return &poleOrderResolver{r} }

func (r *Resolver) PoleRoleOrder() generated.PoleRoleOrderResolver { return &poleRoleOrderResolver{r} }

func (r *Resolver) SourceOrder() generated.SourceOrderResolver { return &sourceOrderResolver{r} }

func (r *Resolver) TieOrder() generated.TieOrderResolver { return &tieOrderResolver{r} }

type (
	assessmentOrderResolver   struct{ *Resolver }
	contractOrderResolver     struct{ *Resolver }
	documentOrderResolver     struct{ *Resolver }
	membershipOrderResolver   struct{ *Resolver }
	observationOrderResolver  struct{ *Resolver }
	organisationOrderResolver struct{ *Resolver }
	partyOrderResolver        struct{ *Resolver }
	poleOrderResolver         struct{ *Resolver }
	poleRoleOrderResolver     struct{ *Resolver }
	sourceOrderResolver       struct{ *Resolver }
	tieOrderResolver          struct{ *Resolver }
)
