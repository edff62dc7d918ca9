package neo4j

import (
	"context"
	"iter"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"polehub/hub"
)

// language pins the language of every statement: newer servers speak another
// Cypher by default one day.
const language = "CYPHER 5 "

// closing is how long a session may take to return its connection.
const closing = 2 * time.Second

// attempts is how often a read that failed before its first row is sent: once
// for each stale connection that a restarted server may leave in the pool, and
// a few times more when the server asks for it.
const attempts = 3

func (s *Store) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return s.driver.NewSession(ctx, neo4j.SessionConfig{
		AccessMode:      mode,
		DatabaseName:    s.options.Database,
		BookmarkManager: s.driver.ExecuteQueryBookmarkManager(),
	})
}

// closeSession returns the connection even when the caller's context is over.
func closeSession(ctx context.Context, session neo4j.SessionWithContext) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), closing)
	defer cancel()
	// A session that fails to close has lost its connection, which the pool drops.
	_ = session.Close(ctx)
}

// transaction sets the limits of a transaction: the server ends it when nobody
// waits any more.
func (s *Store) transaction(ctx context.Context) func(*neo4j.TransactionConfig) {
	return func(config *neo4j.TransactionConfig) {
		if deadline, ok := ctx.Deadline(); ok {
			config.Timeout = max(time.Until(deadline).Truncate(time.Millisecond), time.Millisecond)
		}
		if s.options.Metadata != nil {
			config.Metadata = s.options.Metadata(ctx)
		}
	}
}

// auto runs one read in a transaction of its own: one round trip, where
// ExecuteQuery needs four messages in two. The driver never sends such a
// statement again, so a failure that may pass is answered here, as long as no
// row has left.
func (s *Store) auto(ctx context.Context, st statement) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		if err := checkParameters(st.params); err != nil {
			yield(nil, err)
			return
		}
		if err := s.gate.enter(ctx); err != nil {
			yield(nil, err)
			return
		}
		defer s.gate.leave()
		ctx, patience := s.patience(ctx)
		defer patience.end()
		for attempt := 1; ; attempt++ {
			started, err := s.autoOnce(ctx, patience, st, yield)
			if err == nil {
				return
			}
			if !started && attempt < attempts && neo4j.IsRetryable(err) && ctx.Err() == nil {
				continue
			}
			yield(nil, translate(ctx, err))
			return
		}
	}
}

// autoOnce sends the statement; started tells that yield was called.
func (s *Store) autoOnce(ctx context.Context, patience *patience, st statement, yield func([]any, error) bool) (started bool, err error) {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer closeSession(ctx, session)
	patience.wait()
	result, err := session.Run(ctx, language+st.text, st.params, s.transaction(ctx))
	if err != nil {
		return false, err
	}
	return stream(ctx, patience, result, yield)
}

// stream yields the rows of a result.
func stream(ctx context.Context, patience *patience, result neo4j.ResultWithContext, yield func([]any, error) bool) (started bool, err error) {
	var record *neo4j.Record
	for {
		patience.wait()
		more := result.NextRecord(ctx, &record)
		patience.stop()
		if !more {
			return started, result.Err()
		}
		started = true
		if !yield(record.Values, nil) {
			return true, nil
		}
	}
}

// inside runs statements in a transaction that is open.
func (s *Store) inside(run func(context.Context, string, map[string]any) (neo4j.ResultWithContext, error)) func(context.Context, statement) iter.Seq2[[]any, error] {
	return func(ctx context.Context, st statement) iter.Seq2[[]any, error] {
		return func(yield func([]any, error) bool) {
			if err := checkParameters(st.params); err != nil {
				yield(nil, err)
				return
			}
			ctx, patience := s.patience(ctx)
			defer patience.end()
			patience.wait()
			result, err := run(ctx, language+st.text, st.params)
			if err == nil {
				stopped := false
				_, err = stream(ctx, patience, result, func(values []any, err error) bool {
					stopped = !yield(values, err)
					return !stopped
				})
				if stopped {
					patience.wait()
					// What is left is dropped; a lost connection shows at the next statement.
					_, _ = result.Consume(ctx)
					return
				}
			}
			if err != nil {
				yield(nil, translate(ctx, err))
			}
		}
	}
}

func checkParameters(params map[string]any) error {
	for _, v := range params {
		if err := checkParameter(v); err != nil {
			return err
		}
	}
	return nil
}

// patience bounds how long a statement waits for the server when the caller set
// no deadline. Time that the caller takes between rows does not count.
type patience struct {
	timer  *time.Timer
	limit  time.Duration
	cancel context.CancelCauseFunc
}

func (s *Store) patience(ctx context.Context) (context.Context, *patience) {
	if _, bounded := ctx.Deadline(); bounded {
		return ctx, &patience{}
	}
	ctx, cancel := context.WithCancelCause(ctx)
	p := &patience{limit: s.options.Patience, cancel: cancel}
	p.timer = time.AfterFunc(p.limit, func() { cancel(errSilent) })
	return ctx, p
}

func (p *patience) wait() {
	if p.timer != nil {
		p.timer.Reset(p.limit)
	}
}

func (p *patience) stop() {
	if p.timer != nil {
		p.timer.Stop()
	}
}

func (p *patience) end() {
	if p.timer != nil {
		p.timer.Stop()
		p.cancel(nil)
	}
}

var errSilent = &hub.Error{Code: hub.Unavailable, Msg: "Neo4j does not answer"}
