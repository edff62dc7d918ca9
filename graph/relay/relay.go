// Package relay holds the shapes that the generated code and the resolvers
// share: connections with their cursors, and the payloads of changes. It knows
// nothing of how records are read.
package relay

import (
	"context"

	"polehub/hub"
)

// The limits of a page.
const (
	DefaultPage = 20
	MaxPage     = 100
)

// Connection is a page of a list. Edges and cursors are made when asked for.
type Connection[T any] struct {
	// Nodes are the records of the page, in the order of the list also when
	// the page was read from its end.
	Nodes []T
	// At is the day whose state is shown; empty for a list that has none.
	At hub.Date
	// More says whether the list goes on behind the page, in the direction
	// it was read.
	More bool
	// Page is what was asked for.
	Page Page
	// Cursor makes the cursor of a node.
	Cursor func(T) string
	// Count counts the whole list, by the values of a field when one is given.
	Count func(ctx context.Context, by string) ([]hub.Tally, error)
}

// Edge is a node with its place in the list.
type Edge[T any] struct {
	Node   T
	cursor func(T) string
}

// Cursor is the place of the node.
func (e Edge[T]) Cursor() string { return e.cursor(e.Node) }

// Edges are the nodes with their cursors.
func (c *Connection[T]) Edges() []Edge[T] {
	edges := make([]Edge[T], len(c.Nodes))
	for i, n := range c.Nodes {
		edges[i] = Edge[T]{n, c.Cursor}
	}
	return edges
}

// PageInfo tells where a page stands in its list.
type PageInfo struct {
	HasNextPage     bool
	HasPreviousPage bool
	StartCursor     *string
	EndCursor       *string
}

// PageInfo tells where the page stands. A page read behind a cursor has
// something before it: the record of the cursor.
func (c *Connection[T]) PageInfo() *PageInfo {
	info := &PageInfo{HasNextPage: c.More, HasPreviousPage: c.Page.Cursor != ""}
	if c.Page.Backward {
		info.HasNextPage, info.HasPreviousPage = info.HasPreviousPage, info.HasNextPage
	}
	if n := len(c.Nodes); n > 0 {
		info.StartCursor, info.EndCursor = new(c.Cursor(c.Nodes[0])), new(c.Cursor(c.Nodes[n-1]))
	}
	return info
}

// TotalCount is the length of the whole list.
func (c *Connection[T]) TotalCount(ctx context.Context) (*int, error) {
	tallies, err := c.Count(ctx, "")
	if err != nil {
		return nil, err
	}
	total := 0
	for _, t := range tallies {
		total += t.Count
	}
	return &total, nil
}

// ValueCount is how many records have a value; the empty value is "missing".
type ValueCount struct {
	Value hub.Text
	Count int
}

// CountBy counts the whole list by the values of a field.
func (c *Connection[T]) CountBy(ctx context.Context, field string) ([]*ValueCount, error) {
	tallies, err := c.Count(ctx, field)
	if err != nil {
		return nil, err
	}
	counts := make([]*ValueCount, len(tallies))
	for i, t := range tallies {
		counts[i] = &ValueCount{hub.Text(t.Value), t.Count}
	}
	return counts, nil
}

// Convert makes a list of other nodes from a list; both ways of the conversion
// are needed, for cursors are made from the first form.
func Convert[A, B any](c *Connection[A], to func(A) B, from func(B) A) *Connection[B] {
	nodes := make([]B, len(c.Nodes))
	for i, n := range c.Nodes {
		nodes[i] = to(n)
	}
	return &Connection[B]{Nodes: nodes, At: c.At, More: c.More, Page: c.Page, Count: c.Count,
		Cursor: func(n B) string { return c.Cursor(from(n)) }}
}

// Records is the list as one of records of any kind; false when its nodes are
// none.
func (c *Connection[T]) Records() (*Connection[hub.Record], bool) {
	for _, n := range c.Nodes {
		if _, is := any(n).(hub.Record); !is {
			return nil, false
		}
	}
	return Convert(c, func(n T) hub.Record { return any(n).(hub.Record) }, func(r hub.Record) T { return any(r).(T) }), true
}
