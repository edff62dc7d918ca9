package graph

import (
	"context"
	"fmt"
	"polehub/graph/generated"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *createAssessmentInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *createAssessmentInputResolver) PoleID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *createAssessmentInputResolver) Grid(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Grid - grid"))
}

func (r *createAssessmentInputResolver) Criterion(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Criterion - criterion"))
}

func (r *createAssessmentInputResolver) Verdict(ctx context.Context, obj relay.Input, data hub.Verdict) error {
	panic(fmt.Errorf("not implemented: Verdict - verdict"))
}

func (r *createAssessmentInputResolver) Reasons(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Reasons - reasons"))
}

func (r *createAssessmentInputResolver) AuthorOrganisationID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: AuthorOrganisationID - authorOrganisationId"))
}

func (r *createAssessmentInputResolver) Author(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Author - author"))
}

func (r *createAssessmentInputResolver) Dated(ctx context.Context, obj relay.Input, data hub.Date) error {
	panic(fmt.Errorf("not implemented: Dated - dated"))
}

func (r *createAssessmentInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *createAssessmentInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *createAssessmentInputResolver) IdempotencyKey(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: IdempotencyKey - idempotencyKey"))
}

func (r *createDocumentInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *createDocumentInputResolver) PoleID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *createDocumentInputResolver) Kind(ctx context.Context, obj relay.Input, data hub.DocumentKind) error {
	panic(fmt.Errorf("not implemented: Kind - kind"))
}

func (r *createDocumentInputResolver) Title(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Title - title"))
}

func (r *createDocumentInputResolver) Dated(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: Dated - dated"))
}

func (r *createDocumentInputResolver) URL(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: URL - url"))
}

func (r *createDocumentInputResolver) SignatoryIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SignatoryIds - signatoryIds"))
}

func (r *createDocumentInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *createDocumentInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *createDocumentInputResolver) IdempotencyKey(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: IdempotencyKey - idempotencyKey"))
}

func (r *updateAssessmentInputResolver) ID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *updateAssessmentInputResolver) PoleID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *updateAssessmentInputResolver) Grid(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Grid - grid"))
}

func (r *updateAssessmentInputResolver) Criterion(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Criterion - criterion"))
}

func (r *updateAssessmentInputResolver) Verdict(ctx context.Context, obj relay.Input, data *hub.Verdict) error {
	panic(fmt.Errorf("not implemented: Verdict - verdict"))
}

func (r *updateAssessmentInputResolver) Reasons(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Reasons - reasons"))
}

func (r *updateAssessmentInputResolver) AuthorOrganisationID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: AuthorOrganisationID - authorOrganisationId"))
}

func (r *updateAssessmentInputResolver) Author(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Author - author"))
}

func (r *updateAssessmentInputResolver) Dated(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: Dated - dated"))
}

func (r *updateAssessmentInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *updateAssessmentInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *updateDocumentInputResolver) ID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *updateDocumentInputResolver) PoleID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: PoleID - poleId"))
}

func (r *updateDocumentInputResolver) Kind(ctx context.Context, obj relay.Input, data *hub.DocumentKind) error {
	panic(fmt.Errorf("not implemented: Kind - kind"))
}

func (r *updateDocumentInputResolver) Title(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Title - title"))
}

func (r *updateDocumentInputResolver) Dated(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: Dated - dated"))
}

func (r *updateDocumentInputResolver) URL(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: URL - url"))
}

func (r *updateDocumentInputResolver) SignatoryIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SignatoryIds - signatoryIds"))
}

func (r *updateDocumentInputResolver) SourceIds(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: SourceIds - sourceIds"))
}

func (r *updateDocumentInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *Resolver) CreateAssessmentInput() generated.CreateAssessmentInputResolver {
	return &createAssessmentInputResolver{r}
}

func (r *Resolver) CreateDocumentInput() generated.CreateDocumentInputResolver {
	return &createDocumentInputResolver{r}
}

func (r *Resolver) UpdateAssessmentInput() generated.UpdateAssessmentInputResolver {
	return &updateAssessmentInputResolver{r}
}

func (r *Resolver) UpdateDocumentInput() generated.UpdateDocumentInputResolver {
	return &updateDocumentInputResolver{r}
}

type (
	createAssessmentInputResolver struct{ *Resolver }
	createDocumentInputResolver   struct{ *Resolver }
	updateAssessmentInputResolver struct{ *Resolver }
	updateDocumentInputResolver   struct{ *Resolver }
)
