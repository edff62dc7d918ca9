package neo4j

import (
	"context"
	"errors"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"polehub/hub"
)

// optimistic is how often View reads without a lock.
const optimistic = 3

// View runs fn on one consistent state of the data. Neo4j shows a transaction
// what others commit meanwhile, so View looks whether the revision moved while
// fn ran, and runs fn again when it did; after a few times it holds off writers.
func (s *Store) View(ctx context.Context, fn func(hub.Reader) error) error {
	if err := s.gate.enter(ctx); err != nil {
		return err
	}
	defer s.gate.leave()
	for range optimistic {
		moved, err := s.look(ctx, fn)
		if !moved {
			return err
		}
	}
	_, err := s.write(ctx, func(tx *transaction) error {
		if err := fn(tx.reader); err != nil {
			return err
		}
		return errNothing
	})
	return err
}

// look runs fn in a read transaction; moved tells that the hub changed
// meanwhile, so that what fn saw is worth nothing.
func (s *Store) look(ctx context.Context, fn func(hub.Reader) error) (moved bool, err error) {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer closeSession(ctx, session)
	tx, err := session.BeginTransaction(ctx, s.transaction(ctx))
	if err != nil {
		return false, translate(ctx, err)
	}
	r := newReader(s.inside(tx.Run), s.options.Logger)
	before, err := r.Revision(ctx)
	if err != nil {
		return false, err
	}
	failure := fn(r)
	after, err := r.Revision(ctx)
	if err != nil {
		return false, errors.Join(failure, err)
	}
	return before != after, failure
}

// transaction is an open update: a hub.Tx.
type transaction struct {
	reader
	revision hub.Revision // before the update
	changes  int          // applied so far
}

// Revision is the number of the last committed update; the update itself holds
// off all others.
func (tx *transaction) Revision(context.Context) (hub.Revision, error) { return tx.revision, nil }

// errNothing ends a transaction that has written nothing.
var errNothing = errors.New("nothing to commit")

// Update runs fn in a transaction: see hub.Store. Writers come one at a time:
// those of this program wait here, others by the lock of the node of the hub.
func (s *Store) Update(ctx context.Context, fn func(hub.Tx) error) (hub.Revision, error) {
	if err := s.gate.enter(ctx); err != nil {
		return 0, err
	}
	defer s.gate.leave()
	if err := s.queue(ctx); err != nil {
		return 0, err
	}
	defer func() { <-s.writing }()
	if revision, done, err := s.try(ctx, fn); done {
		return revision, err
	}
	revision, err := s.write(ctx, func(tx *transaction) error {
		if err := fn(tx); err != nil {
			return err
		}
		if tx.changes == 0 {
			return errNothing
		}
		return nil
	})
	s.known.of(revision, err)
	return revision, err
}

// write runs work in a write transaction that holds the lock of the hub, again
// when the server asks for it, and gives the revision after it. The error of
// work comes back as it is.
func (s *Store) write(ctx context.Context, work func(*transaction) error) (hub.Revision, error) {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer closeSession(ctx, session)
	var revision hub.Revision
	var failure error
	_, err := neo4j.ExecuteWrite(ctx, session, func(managed neo4j.ManagedTransaction) (struct{}, error) {
		failure = nil
		tx := &transaction{reader: newReader(s.inside(managed.Run), s.options.Logger)}
		// SET takes the lock of the node, also when the value stays.
		values, err := single(tx.run(ctx, statement{text: "MATCH (h:Hub {id: 'hub'}) SET h.lock = true WITH h RETURN h.revision"}))
		if err == nil && len(values) == 0 {
			err = &hub.Error{Code: hub.Unavailable, Msg: "the node of the hub has gone from Neo4j"}
		}
		if err != nil {
			return struct{}{}, cause(err)
		}
		number, _ := values[0].(int64)
		tx.revision = hub.Revision(number)
		if failure = work(tx); failure != nil {
			revision = tx.revision
			return struct{}{}, cause(failure)
		}
		revision = tx.revision + 1
		return struct{}{}, nil
	}, s.transaction(ctx))
	switch {
	case err == nil:
		return revision, nil
	case failure == errNothing:
		return revision, nil
	case failure != nil && !retried(err):
		return 0, failure
	}
	return 0, translate(ctx, err)
}

// cause gives the driver its own error back, by which it decides to try again.
func cause(err error) error {
	if e, ok := errors.AsType[*hub.Error](err); ok && e.Cause != nil && neo4j.IsRetryable(e.Cause) {
		return e.Cause
	}
	return err
}

// retried reports whether the driver gave up trying again.
func retried(err error) bool {
	_, ok := errors.AsType[*neo4j.TransactionExecutionLimit](err)
	return ok
}
