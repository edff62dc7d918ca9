package quality

import (
	"context"
	"time"

	"polehub/hub"
)

// MaxListed is how many findings of each rule a Checker keeps.
const MaxListed = 1000

// maxAge is how long a report is given again. It matters when other programs write
// into the database, which moves no revision.
const maxAge = time.Minute

// Checker keeps what was found at the last revision that somebody asked about, so that
// a hub that does not change is looked over once. It looks one at a time, however many
// ask. It is safe for concurrent use.
type Checker struct {
	hub *hub.Hub
	// turn holds the kept report, nil at first: who takes it may look.
	turn chan *kept
}

type kept struct {
	report *Report
	since  time.Time
}

// NewChecker makes a Checker of a hub, whose clock it goes by.
func NewChecker(h *hub.Hub) *Checker {
	c := &Checker{hub: h, turn: make(chan *kept, 1)}
	c.turn <- nil
	return c
}

// Report is what Check finds in the hub as it is now, of each rule at most MaxListed
// findings. It is shared: read only.
func (c *Checker) Report(ctx context.Context) (*Report, error) {
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case last := <-c.turn:
		defer func() { c.turn <- last }()
		next, err := c.look(ctx, last)
		if err != nil {
			return nil, err
		}
		last = next
		return next.report, nil
	}
}

// look gives the last report when it still holds, else a new one.
func (c *Checker) look(ctx context.Context, last *kept) (*kept, error) {
	revision, err := c.hub.Store.Revision(ctx)
	if err != nil {
		return nil, err
	}
	now := c.hub.Clock()
	if last != nil && last.report.Revision == revision && now.Sub(last.since) <= maxAge {
		return last, nil
	}
	report, err := Check(ctx, c.hub.Store, Options{Limit: MaxListed})
	if err != nil {
		return nil, err
	}
	return &kept{report, now}, nil
}
