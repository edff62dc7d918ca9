package neo4j

import (
	"context"
	"sync"

	"polehub/hub"
)

// gate counts the calls that are running, so that closing can wait for them.
type gate struct {
	mu      sync.Mutex
	running int
	closed  bool
	idle    chan struct{} // closed when closed and nothing runs
}

func newGate() *gate { return &gate{idle: make(chan struct{})} }

// enter lets a call begin unless the gate is closed or the context is over.
func (g *gate) enter(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return translate(ctx, err)
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.closed {
		return &hub.Error{Code: hub.Unavailable, Msg: "the store is closed"}
	}
	g.running++
	return nil
}

// leave ends a call.
func (g *gate) leave() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.running--
	if g.closed && g.running == 0 {
		close(g.idle)
	}
}

// shut closes the gate and waits for the running calls to end.
func (g *gate) shut(ctx context.Context) error {
	g.mu.Lock()
	if !g.closed {
		g.closed = true
		if g.running == 0 {
			close(g.idle)
		}
	}
	g.mu.Unlock()
	select {
	case <-g.idle:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
