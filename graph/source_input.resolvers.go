package graph

import (
	"context"
	"fmt"
	"polehub/graph/generated"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *createSourceInputResolver) ID(ctx context.Context, obj relay.Input, data *hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *createSourceInputResolver) Title(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Title - title"))
}

func (r *createSourceInputResolver) Kind(ctx context.Context, obj relay.Input, data hub.SourceKind) error {
	panic(fmt.Errorf("not implemented: Kind - kind"))
}

func (r *createSourceInputResolver) Publisher(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Publisher - publisher"))
}

func (r *createSourceInputResolver) URL(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: URL - url"))
}

func (r *createSourceInputResolver) Licence(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Licence - licence"))
}

func (r *createSourceInputResolver) RetrievedOn(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: RetrievedOn - retrievedOn"))
}

func (r *createSourceInputResolver) Sha256(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Sha256 - sha256"))
}

func (r *createSourceInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *createSourceInputResolver) IdempotencyKey(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: IdempotencyKey - idempotencyKey"))
}

func (r *updateSourceInputResolver) ID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *updateSourceInputResolver) Title(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Title - title"))
}

func (r *updateSourceInputResolver) Kind(ctx context.Context, obj relay.Input, data *hub.SourceKind) error {
	panic(fmt.Errorf("not implemented: Kind - kind"))
}

func (r *updateSourceInputResolver) Publisher(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Publisher - publisher"))
}

func (r *updateSourceInputResolver) URL(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: URL - url"))
}

func (r *updateSourceInputResolver) Licence(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Licence - licence"))
}

func (r *updateSourceInputResolver) RetrievedOn(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: RetrievedOn - retrievedOn"))
}

func (r *updateSourceInputResolver) Sha256(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Sha256 - sha256"))
}

func (r *updateSourceInputResolver) Flags(ctx context.Context, obj relay.Input, data []relay.Input) error {
	panic(fmt.Errorf("not implemented: Flags - flags"))
}

func (r *Resolver) CreateSourceInput() generated.CreateSourceInputResolver {
	return &createSourceInputResolver{r}
}

func (r *Resolver) UpdateSourceInput() generated.UpdateSourceInputResolver {
	return &updateSourceInputResolver{r}
}

type (
	createSourceInputResolver struct{ *Resolver }
	updateSourceInputResolver struct{ *Resolver }
)
