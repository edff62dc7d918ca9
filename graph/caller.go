package graph

import (
	"context"

	"polehub/graph/relay"
)

// Role is what a caller may do; each includes those before.
type Role = relay.AccessRole

// The roles, least first.
const (
	RoleReader = relay.RoleReader
	RoleEditor = relay.RoleEditor
	RoleAdmin  = relay.RoleAdmin
)

// Caller is who asks. Nobody in particular is a reader without a name.
type Caller struct {
	// Name stands in the change log.
	Name string
	Role Role
}

type callerKey struct{}

// WithCaller says who asks.
func WithCaller(ctx context.Context, c Caller) context.Context {
	return context.WithValue(ctx, callerKey{}, c)
}

// CallerOf is who asks.
func CallerOf(ctx context.Context) Caller {
	c, _ := ctx.Value(callerKey{}).(Caller)
	return c
}
