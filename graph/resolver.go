package graph

import (
	"context"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"polehub/graph/generated"
	"polehub/graph/load"
	"polehub/hub"
	"polehub/hub/quality"
)

// Resolver answers the fields of the schema from one hub.
type Resolver struct {
	hub     *hub.Hub
	version string
	keys    *idempotency
	checker *quality.Checker
}

// Option is a choice about a Resolver.
type Option func(*Resolver)

// WithVersion says which version of the program answers.
func WithVersion(version string) Option { return func(r *Resolver) { r.version = version } }

// New makes a Resolver for a hub.
func New(h *hub.Hub, options ...Option) *Resolver {
	r := &Resolver{hub: h, version: "devel", keys: newIdempotency(h.Clock), checker: quality.NewChecker(h)}
	for _, o := range options {
		o(r)
	}
	return r
}

// Schema is the schema of the API with the resolvers that answer it. Every
// operation gets its own loaders.
func Schema(r *Resolver) graphql.ExecutableSchema {
	return loading{generated.NewExecutableSchema(generated.Config{
		Resolvers:  r,
		Directives: generated.DirectiveRoot{HasRole: HasRole},
	}), r.hub}
}

// loading is a schema whose every answer has loaders of its own.
type loading struct {
	graphql.ExecutableSchema
	hub *hub.Hub
}

// Exec begins an operation.
func (s loading) Exec(ctx context.Context) graphql.ResponseHandler {
	respond := s.ExecutableSchema.Exec(ctx)
	return func(ctx context.Context) *graphql.Response { return respond(load.Begin(ctx, s.hub)) }
}

// SDL is the text of the whole schema as it is written in the repository: the
// root file, then those of the subjects by name.
func SDL() string {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	sources := map[string]*ast.Source{}
	for _, definition := range schema.Types {
		if src := definition.Position.Src; !src.BuiltIn {
			sources[src.Name] = src
		}
	}
	names := make([]string, 0, len(sources))
	for name := range sources {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		if rootA, rootB := strings.Contains(a, "/schema/"), strings.Contains(b, "/schema/"); rootA != rootB {
			if rootB {
				return -1
			}
			return 1
		}
		return strings.Compare(a, b)
	})
	texts := make([]string, len(names))
	for i, name := range names {
		texts[i] = sources[name].Input
	}
	return strings.Join(texts, "\n")
}
