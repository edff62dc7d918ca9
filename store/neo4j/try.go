package neo4j

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"sync/atomic"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"polehub/hub"
)

// A try is bounded by the ids it may look up at once, the records it may write
// and the statements it may merge. What is larger runs in a transaction from the
// start; a text merged of many statements would hardly ever find its plan again.
const (
	tryItems   = 2 * batchRows
	tryBatches = 3
)

// try is an update that opens no transaction to read. What it has read counts if
// the revision has not moved until the end; its changes are written by one
// statement that looks at the revision under the lock of the hub. It takes half
// as many messages that way.
type try struct {
	reader
	revision hub.Revision // when it began, or earlier
	write    *merged      // what Apply has left to be written
	outgrown bool         // the update needs a transaction
}

var errOutgrown = errors.New("the update needs a transaction")

// try runs fn so; done is false when it has to run again in a transaction.
func (s *Store) try(ctx context.Context, fn func(hub.Tx) error) (revision hub.Revision, done bool, err error) {
	revision, ok := s.known.get()
	if !ok {
		if revision, err = s.Revision(ctx); err != nil {
			return 0, true, err
		}
	}
	t := &try{revision: revision}
	t.reader = newReader(func(ctx context.Context, st statement) iter.Seq2[[]any, error] {
		if t.write != nil || items(st.params) > tryItems {
			t.outgrown = true
		}
		if t.outgrown {
			return func(yield func([]any, error) bool) { yield(nil, errOutgrown) }
		}
		return s.auto(ctx, st)
	}, s.options.Logger)
	err = fn(t)
	if t.outgrown {
		return 0, false, nil
	}
	if err != nil || t.write == nil {
		// Unless the revision moved, what fn has found stands.
		now, failure := s.Revision(ctx)
		s.known.of(now, failure)
		if err == nil {
			err = failure
		}
		return now, failure != nil || now == revision, err
	}
	moved, err := s.send(ctx, t.write)
	if moved || err != nil {
		s.known.of(0, errOutgrown)
		return 0, !moved, err
	}
	s.known.of(revision+1, nil)
	return revision + 1, true, nil
}

// items is the length of the longest list among parameters.
func items(params map[string]any) int {
	longest := 0
	for _, v := range params {
		switch v := v.(type) {
		case []string:
			longest = max(longest, len(v))
		case []any:
			longest = max(longest, len(v))
		}
	}
	return longest
}

// Revision is the number of the last committed update, when the try stands.
func (t *try) Revision(context.Context) (hub.Revision, error) { return t.revision, nil }

// Apply keeps the changes to be written at the end: see hub.Tx.
func (t *try) Apply(_ context.Context, stamp hub.Stamp, changes []hub.Change) error {
	if len(changes) == 0 || t.outgrown {
		return nil
	}
	if t.write != nil || len(changes) > batchRows {
		t.outgrown = true
		return errOutgrown
	}
	all, err := batches(changes)
	if err != nil {
		return err
	}
	if len(all) > tryBatches {
		t.outgrown = true
		return errOutgrown
	}
	t.write = merge(t.revision, stamp, changes, all)
	return nil
}

// merged is one statement that takes the lock of the hub, sees whether the
// revision is still the one that was read, writes batches and logs the changes.
type merged struct {
	statement
	batches []*batch
}

func merge(revision hub.Revision, stamp hub.Stamp, changes []hub.Change, all []*batch) *merged {
	params := logged(revision+1, stamp, changes, 0)
	params["read"] = int64(revision)
	var text strings.Builder
	text.WriteString("MATCH (h:Hub {id: 'hub'}) SET h.lock = true WITH h WHERE h.revision = $read SET h.revision = $revision\nWITH h UNWIND $log AS row " + logText)
	text.WriteString("\nWITH count(*) AS logged WHERE logged > 0")
	counts := make([]string, len(all))
	for i, b := range all {
		rows := fmt.Sprint("rows", i)
		counts[i] = fmt.Sprint("n", i)
		params[rows] = b.rows
		text.WriteString("\nCALL () { " + b.counting("$"+rows, counts[i]) + " }")
	}
	text.WriteString("\nRETURN " + strings.Join(counts, ", "))
	return &merged{statement{text.String(), params}, all}
}

// send runs the statement in a transaction of its own; moved tells that nothing
// was written because the revision is another one.
func (s *Store) send(ctx context.Context, m *merged) (moved bool, err error) {
	if err := checkParameters(m.params); err != nil {
		return false, err
	}
	ctx, patience := s.patience(ctx)
	defer patience.end()
	check, err := neo4j.ExecuteQuery(ctx, s.driver, language+m.text, m.params, func() neo4j.ResultTransformer[*counts] { return &counts{batches: m.batches} },
		neo4j.ExecuteQueryWithDatabase(s.options.Database), neo4j.ExecuteQueryWithTransactionConfig(s.transaction(ctx)))
	if err != nil {
		return false, translate(ctx, err)
	}
	return !check.written, nil
}

// counts checks, before the transaction commits, that the batches have written
// all of their rows.
type counts struct {
	batches []*batch
	written bool
}

// Accept takes the one row of the answer; an error undoes the transaction.
func (c *counts) Accept(record *neo4j.Record) error {
	c.written = true
	for i, b := range c.batches {
		if err := b.lost(record.Values[i], len(b.rows)); err != nil {
			return err
		}
	}
	return nil
}

// Complete gives the check itself.
func (c *counts) Complete([]string, neo4j.ResultSummary) (*counts, error) { return c, nil }

// queue waits for the turn of an update among those of this program.
func (s *Store) queue(ctx context.Context) error {
	select {
	case s.writing <- struct{}{}:
		return nil
	default:
	}
	var late <-chan time.Time
	if _, bounded := ctx.Deadline(); !bounded {
		late = time.After(s.options.Patience)
	}
	select {
	case s.writing <- struct{}{}:
		return nil
	case <-ctx.Done():
		return translate(ctx, ctx.Err())
	case <-late:
		return &hub.Error{Code: hub.Unavailable, Msg: "other updates take too long"}
	}
}

// known remembers the revision after the last update of this program, so that
// the next need not ask: whoever moves it meanwhile makes that one run again.
type known struct{ next atomic.Int64 } // the revision and 1; 0 when not known

func (k *known) get() (hub.Revision, bool) {
	n := k.next.Load()
	return hub.Revision(n - 1), n > 0
}

// of takes the outcome of an update.
func (k *known) of(revision hub.Revision, err error) {
	if err != nil {
		k.next.Store(0)
		return
	}
	k.next.Store(int64(revision) + 1)
}
