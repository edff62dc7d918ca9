package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// testSDL has one field of each kind that the limits tell apart.
const testSDL = `
type Query {
  pole(id: ID!): Pole
  poles(first: Int, after: String, last: Int, before: String): PoleConnection!
  nodes(ids: [ID!]!): [Pole]!
  byDefault(first: Int = 7): PoleConnection!
  text: String
}
type Mutation { touch: String }
type PoleConnection { edges: [PoleEdge!]! nodes: [Pole!]! pageInfo: PageInfo! totalCount: Int countBy: [Count!]! }
type PoleEdge { cursor: String! node: Pole! }
type PageInfo { hasNextPage: Boolean! }
type Count { value: String! count: Int! }
type Pole {
  id: ID!
  name: String
  partners(first: Int, last: Int): PoleConnection!
  sites: [Site!]!
  tags: [String!]!
  self: Pole
  named(ids: [ID!]!): [Pole]!
}
type Site { id: ID! name: String }
`

// testSchema is an executable schema without generated code: what an operation
// does is one function.
type testSchema struct {
	schema *ast.Schema
	run    func(ctx context.Context) string
}

func newTestSchema(t testing.TB, run func(ctx context.Context) string) testSchema {
	t.Helper()
	if run == nil {
		run = func(context.Context) string { return `{"ok":true}` }
	}
	return testSchema{gqlparser.MustLoadSchema(&ast.Source{Name: "test.graphqls", Input: testSDL}), run}
}

func (s testSchema) Schema() *ast.Schema { return s.schema }

func (s testSchema) Complexity(context.Context, string, string, int, map[string]any) (int, bool) {
	return 0, false
}

func (s testSchema) Exec(context.Context) graphql.ResponseHandler {
	return func(ctx context.Context) *graphql.Response {
		return &graphql.Response{Data: json.RawMessage(s.run(ctx))}
	}
}

// parse gives a validated document and its first operation.
func parse(t testing.TB, schema *ast.Schema, document string) (*ast.QueryDocument, *ast.OperationDefinition) {
	t.Helper()
	doc, errs := gqlparser.LoadQueryWithRules(schema, document, rules.NewDefaultRules())
	if errs != nil {
		t.Fatalf("%s\n%v", document, errs)
	}
	return doc, doc.Operations[0]
}

// logged is a logger and what it wrote.
func logged() (*slog.Logger, *bytes.Buffer) {
	var out bytes.Buffer
	return slog.New(slog.NewTextHandler(&out, nil)), &out
}

// codes lists the codes of errors.
func codes(errs gqlerror.List) []string {
	var out []string
	for _, e := range errs {
		c, _ := e.Extensions["code"].(string)
		out = append(out, c)
	}
	return out
}
