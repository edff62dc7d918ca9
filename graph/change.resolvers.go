package graph

import (
	"context"
	"fmt"
	"polehub/graph/generated"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *changeWhereResolver) Nouns(ctx context.Context, obj relay.Input, data []string) error {
	panic(fmt.Errorf("not implemented: Nouns - nouns"))
}

func (r *changeWhereResolver) Ids(ctx context.Context, obj relay.Input, data []hub.ID) error {
	panic(fmt.Errorf("not implemented: Ids - ids"))
}

func (r *changeWhereResolver) By(ctx context.Context, obj relay.Input, data *string) error {
	panic(fmt.Errorf("not implemented: By - by"))
}

func (r *Resolver) ChangeWhere() generated.ChangeWhereResolver { return &changeWhereResolver{r} }

type changeWhereResolver struct{ *Resolver }
