package graph

import (
	"context"
	"fmt"
	"polehub/graph/generated"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *deleteInputResolver) ID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *deleteInputResolver) Cascade(ctx context.Context, obj relay.Input, data []string) error {
	panic(fmt.Errorf("not implemented: Cascade - cascade"))
}

func (r *endInputResolver) ID(ctx context.Context, obj relay.Input, data hub.ID) error {
	panic(fmt.Errorf("not implemented: ID - id"))
}

func (r *endInputResolver) On(ctx context.Context, obj relay.Input, data hub.Date) error {
	panic(fmt.Errorf("not implemented: On - on"))
}

func (r *flagInputResolver) Field(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Field - field"))
}

func (r *flagInputResolver) Code(ctx context.Context, obj relay.Input, data string) error {
	panic(fmt.Errorf("not implemented: Code - code"))
}

func (r *flagInputResolver) Raw(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Raw - raw"))
}

func (r *flagInputResolver) Message(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: Message - message"))
}

func (r *Resolver) DeleteInput() generated.DeleteInputResolver { return &deleteInputResolver{r} }

func (r *Resolver) EndInput() generated.EndInputResolver { return &endInputResolver{r} }

func (r *Resolver) FlagInput() generated.FlagInputResolver { return &flagInputResolver{r} }

type (
	deleteInputResolver struct{ *Resolver }
	endInputResolver    struct{ *Resolver }
	flagInputResolver   struct{ *Resolver }
)
