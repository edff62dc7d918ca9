package sqlite

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"
)

// A pool lends no more connections than it has places.
func TestPoolPlaces(t *testing.T) {
	s := openTemp(t)
	p := newPool(s.readers.db, 2, 1)
	a, err := p.take(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	b, err := p.take(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	if _, err := p.take(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("the third of two: %v", err)
	}
	p.give(a, false)
	p.give(b, false)
	if len(p.idle) != 1 || p.idle[0] != a {
		t.Errorf("%d idle, want the first alone", len(p.idle))
	}
	again, err := p.take(t.Context())
	if err != nil || again != a {
		t.Errorf("the idle connection was not lent again: %v", err)
	}
	p.give(again, true)
	if len(p.idle) != 0 {
		t.Error("a connection that failed is kept")
	}
}

// A connection keeps a bounded number of statements, each text once unless it
// is in use twice.
func TestStatementsKept(t *testing.T) {
	s := openTemp(t)
	c, err := s.readers.take(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer s.readers.give(c, false)
	before := c.count
	for range 3 {
		if _, err := c.first(t.Context(), "SELECT 1", nil, new(int)); err != nil {
			t.Fatal(err)
		}
	}
	if c.count != before+1 {
		t.Errorf("%d statements kept for one text", c.count-before)
	}
	for i := range 2 * maxStatements {
		var got int
		if _, err := c.first(t.Context(), fmt.Sprintf("SELECT %d", i), nil, &got); err != nil || got != i {
			t.Fatalf("%d, %v, want %d", got, err, i)
		}
		if c.count > maxStatements {
			t.Fatalf("%d statements kept", c.count)
		}
	}
}
