package seed

import (
	"context"
	"fmt"
	"slices"

	"polehub/hub"
)

// CopyProgress is how far a copy has come.
type CopyProgress struct {
	Revision, Of hub.Revision
	Changes      int
}

// Copy moves a whole hub into an empty store: its change log is replayed update
// by update, with the same stamps and revisions, which rebuilds the facts too.
// Facts that another program wrote into the source without a log follow in
// updates of their own, by "copy". A target that is not empty is a Conflict.
func Copy(ctx context.Context, from, to hub.Store, progress func(CopyProgress)) error {
	revision, err := to.Revision(ctx)
	if err != nil {
		return err
	}
	if revision != 0 {
		return &hub.Error{Code: hub.Conflict, Msg: fmt.Sprintf("the target is not empty: it is at revision %d; copy into a new store", revision)}
	}
	return from.View(ctx, func(source hub.Reader) error {
		c := &copying{source: source, to: to, progress: progress}
		if c.at.Of, err = source.Revision(ctx); err != nil {
			return err
		}
		if err := c.replay(ctx); err != nil {
			return err
		}
		return c.reconcile(ctx)
	})
}

// copying is a copy under way.
type copying struct {
	source   hub.Reader
	to       hub.Store
	progress func(CopyProgress)
	at       CopyProgress
	last     hub.Stamp
}

// replay repeats the log, one update for each revision.
func (c *copying) replay(ctx context.Context) error {
	var pending []hub.Change
	for change, err := range c.source.Changes(ctx, hub.ChangeQuery{}) {
		if err != nil {
			return err
		}
		if len(pending) > 0 && pending[0].Revision != change.Revision {
			if err := c.apply(ctx, pending); err != nil {
				return err
			}
			pending = pending[:0]
		}
		pending = append(pending, change)
	}
	if len(pending) > 0 {
		return c.apply(ctx, pending)
	}
	return nil
}

// apply repeats one update of the log.
func (c *copying) apply(ctx context.Context, changes []hub.Change) error {
	want := changes[0].Revision
	got, err := c.write(ctx, changes[0].Stamp, changes)
	if err != nil {
		return fmt.Errorf("copy revision %d: %w", want, err)
	}
	if got != want {
		return &hub.Error{Code: hub.Conflict, Msg: fmt.Sprintf("revision %d of the source became %d: its log has a gap, or the target was written to meanwhile", want, got)}
	}
	c.last = changes[0].Stamp
	return nil
}

func (c *copying) write(ctx context.Context, stamp hub.Stamp, changes []hub.Change) (hub.Revision, error) {
	revision, err := c.to.Update(ctx, func(tx hub.Tx) error { return tx.Apply(ctx, stamp, changes) })
	if err == nil {
		c.at.Changes += len(changes)
		c.at.Revision = revision
		if c.progress != nil {
			c.progress(c.at)
		}
	}
	return revision, err
}

// reconcile compares every record and repairs what the log does not tell.
func (c *copying) reconcile(ctx context.Context) error {
	stamp := hub.Stamp{At: c.last.At, By: "copy"}
	for _, n := range hub.Nouns() {
		err := compare(ctx, n, c.source, c.to, func(have, other hub.Record) *hub.Change {
			if other != nil && hub.Equal(have, other) {
				return nil
			}
			return &hub.Change{Before: other, After: have}
		}, func(changes []hub.Change) error {
			_, err := c.write(ctx, stamp, changes)
			return err
		})
		if err != nil {
			return fmt.Errorf("compare %s: %w", n.File, err)
		}
	}
	nouns := hub.Nouns()
	slices.Reverse(nouns)
	for _, n := range nouns {
		err := compare(ctx, n, c.to, c.source, func(have, other hub.Record) *hub.Change {
			if other != nil {
				return nil
			}
			return &hub.Change{Before: have}
		}, func(changes []hub.Change) error {
			_, err := c.write(ctx, stamp, changes)
			return err
		})
		if err != nil {
			return fmt.Errorf("compare %s: %w", n.File, err)
		}
	}
	return nil
}

// compare walks the records of a noun in one reader beside those of another,
// and passes on what differs, in pieces.
func compare(ctx context.Context, n *hub.Noun, walked, other hub.Reader, differ func(have, other hub.Record) *hub.Change, apply func([]hub.Change) error) error {
	var piece []hub.Record
	check := func() error {
		ids := make([]hub.ID, len(piece))
		for i, r := range piece {
			ids[i] = r.Key()
		}
		found, err := other.Find(ctx, n, ids)
		if err != nil {
			return err
		}
		var changes []hub.Change
		for i, r := range piece {
			if change := differ(r, found[i]); change != nil {
				changes = append(changes, *change)
			}
		}
		piece = piece[:0]
		if len(changes) == 0 {
			return nil
		}
		return apply(changes)
	}
	for row, err := range walked.Rows(ctx, hub.Query{Noun: n}) {
		if err != nil {
			return err
		}
		if piece = append(piece, row.Record); len(piece) == batchSize {
			if err := check(); err != nil {
				return err
			}
		}
	}
	if len(piece) > 0 {
		return check()
	}
	return nil
}
