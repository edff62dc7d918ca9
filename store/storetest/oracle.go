// Package storetest is the contract of hub.Store as code.
//
// Test runs the whole contract on a store; each backend calls it in one line.
// NewOracle is the definition of right answers: a store in memory that
// evaluates queries directly, with maps and sorting, and shares nothing with
// the real stores. Random data, filters, orders, page borders and updates
// (generated from the table of nouns, so that a new field is covered without a
// line here) must give the same sequences, counts and change logs on the store
// as on the oracle. Dump, Diff and Rebuild compare whole hubs.
package storetest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"sync"

	"polehub/hub"
)

// oracle keeps the last committed state. A state never changes once committed:
// an update works on a copy, and a reader keeps the state it began with.
type oracle struct {
	writing sync.Mutex // held by the one running Update
	mu      sync.Mutex // guards committed
	state   *state
}

// state is one state of the hub; it is the Reader of a View.
type state struct {
	revision hub.Revision
	records  map[hub.ID]hub.Record
	log      []hub.Change
}

// NewOracle makes an empty store in memory that answers by definition.
func NewOracle() hub.Store {
	return &oracle{state: &state{records: map[hub.ID]hub.Record{}}}
}

func (o *oracle) committed() *state {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.state
}

// Revision is that of the committed state.
func (o *oracle) Revision(ctx context.Context) (hub.Revision, error) {
	return o.committed().Revision(ctx)
}

// Find reads the committed state.
func (o *oracle) Find(ctx context.Context, noun *hub.Noun, ids []hub.ID) ([]hub.Record, error) {
	return o.committed().Find(ctx, noun, ids)
}

// Lookup reads the committed state.
func (o *oracle) Lookup(ctx context.Context, read, check []hub.ID) ([]hub.Record, []hub.ID, error) {
	return o.committed().Lookup(ctx, read, check)
}

// Rows reads the state that is committed when the iteration begins.
func (o *oracle) Rows(ctx context.Context, q hub.Query) iter.Seq2[hub.Row, error] {
	return func(yield func(hub.Row, error) bool) { o.committed().Rows(ctx, q)(yield) }
}

// Tally counts in the committed state.
func (o *oracle) Tally(ctx context.Context, q hub.Query) ([]hub.Tally, error) {
	return o.committed().Tally(ctx, q)
}

// Changes reads the log that is committed when the iteration begins.
func (o *oracle) Changes(ctx context.Context, q hub.ChangeQuery) iter.Seq2[hub.Change, error] {
	return func(yield func(hub.Change, error) bool) { o.committed().Changes(ctx, q)(yield) }
}

// View runs fn on the committed state.
func (o *oracle) View(ctx context.Context, fn func(hub.Reader) error) error {
	if err := alive(ctx); err != nil {
		return err
	}
	return fn(o.committed())
}

// Update runs fn on a copy of the committed state, which replaces it when fn
// succeeds.
func (o *oracle) Update(ctx context.Context, fn func(hub.Tx) error) (hub.Revision, error) {
	o.writing.Lock()
	defer o.writing.Unlock()
	if err := alive(ctx); err != nil {
		return 0, err
	}
	before := o.committed()
	tx := &transaction{
		state: &state{
			revision: before.revision,
			records:  maps.Clone(before.records),
			log:      before.log[:len(before.log):len(before.log)],
		},
		next: before.revision + 1,
	}
	if err := fn(tx); err != nil {
		return 0, err
	}
	if err := alive(ctx); err != nil {
		return 0, err
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.state = tx.state
	return tx.state.revision, nil
}

// Ping always succeeds while the context lives.
func (o *oracle) Ping(ctx context.Context) error { return alive(ctx) }

// Kind is "oracle".
func (o *oracle) Kind() string { return "oracle" }

// Close has nothing to release.
func (o *oracle) Close(context.Context) error { return nil }

// transaction is a state that may still change.
type transaction struct {
	*state
	next hub.Revision
}

// Apply writes the changes and logs them. A Before that is not what is stored
// is a fault of the caller, and a Conflict.
func (tx *transaction) Apply(ctx context.Context, stamp hub.Stamp, changes []hub.Change) error {
	if err := alive(ctx); err != nil {
		return err
	}
	for _, c := range changes {
		id := c.Record().Key()
		stored := tx.records[id]
		if (stored == nil) != (c.Before == nil) || stored != nil && !hub.Equal(stored, c.Before) {
			return &hub.Error{Code: hub.Conflict, Field: "id", Msg: fmt.Sprintf("%s is not as the change says it was", id)}
		}
		if c.After == nil {
			delete(tx.records, id)
		} else {
			tx.records[id] = hub.Clone(c.After)
		}
		tx.revision = tx.next
		tx.log = append(tx.log, hub.Change{
			Revision: tx.next, Sequence: tx.sequence(), Stamp: stamp,
			Before: cloneOrNil(c.Before), After: cloneOrNil(c.After),
		})
	}
	return nil
}

// sequence counts the changes logged in this update so far.
func (tx *transaction) sequence() int {
	if last := len(tx.log) - 1; last >= 0 && tx.log[last].Revision == tx.next {
		return tx.log[last].Sequence + 1
	}
	return 0
}

func cloneOrNil(r hub.Record) hub.Record {
	if r == nil {
		return nil
	}
	return hub.Clone(r)
}

// alive turns an ended context into the error that every store gives.
func alive(ctx context.Context) error {
	err := ctx.Err()
	if errors.Is(err, context.DeadlineExceeded) {
		return &hub.Error{Code: hub.Timeout, Msg: "the deadline passed", Cause: err}
	}
	if err != nil {
		return fmt.Errorf("storetest: %w", err)
	}
	return nil
}
