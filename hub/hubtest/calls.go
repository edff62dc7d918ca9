package hubtest

import (
	"context"
	"iter"

	"polehub/hub"
)

// Counted is a store that counts the calls of the readers it gives.
type Counted struct {
	hub.Store
	Calls *int
}

// View counts what fn reads.
func (s Counted) View(ctx context.Context, fn func(hub.Reader) error) error {
	return s.Store.View(ctx, func(r hub.Reader) error { return fn(counted{r, s.Calls}) })
}

type counted struct {
	hub.Reader
	calls *int
}

func (r counted) Find(ctx context.Context, noun *hub.Noun, ids []hub.ID) ([]hub.Record, error) {
	*r.calls++
	return r.Reader.Find(ctx, noun, ids)
}

func (r counted) Lookup(ctx context.Context, read, check []hub.ID) ([]hub.Record, []hub.ID, error) {
	*r.calls++
	return r.Reader.Lookup(ctx, read, check)
}

func (r counted) Rows(ctx context.Context, q hub.Query) iter.Seq2[hub.Row, error] {
	*r.calls++
	return r.Reader.Rows(ctx, q)
}

func (r counted) Tally(ctx context.Context, q hub.Query) ([]hub.Tally, error) {
	*r.calls++
	return r.Reader.Tally(ctx, q)
}
