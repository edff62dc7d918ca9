package graph

import (
	"context"
	"log/slog"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"polehub/graph/direct"
	"polehub/hub"
)

// Limits bound what one request may ask for.
type Limits struct {
	Body     int64         // bytes of a request
	Tokens   int           // of a document; the full introspection query has 184
	Fields   int           // selected, fragments expanded
	Values   int           // in the variables, objects and lists included
	Depth    int           // of nested fields; the introspection query is 14 deep
	Cost     int           // points of one operation
	Errors   int           // shown in one answer
	Query    time.Duration // deadline of a query
	Mutation time.Duration // deadline of a mutation
}

// DefaultLimits are those of a public server.
func DefaultLimits() Limits {
	return Limits{
		Body:     1 << 20,
		Tokens:   2000,
		Fields:   5000,
		Values:   2000,
		Depth:    15,
		Cost:     50_000,
		Errors:   20,
		Query:    10 * time.Second,
		Mutation: 30 * time.Second,
	}
}

// API answers GraphQL documents, over HTTP ([API.Handler]) and in process
// ([API.Query]), through one executor: the same limits, errors and deadlines
// hold for both.
type API struct {
	exec   *executor.Executor
	limits Limits
	log    *slog.Logger
}

// NewAPI puts the limits around a schema. Operations are refused in this order:
// size of the variables, parse (token limit), validation, size, cost; what is
// left runs under a deadline.
func NewAPI(schema graphql.ExecutableSchema, limits Limits, log *slog.Logger) *API {
	api := newSlowAPI(schema, limits, log)
	api.exec.AroundFields(direct.Fields(schema.Schema()))
	return api
}

// newSlowAPI makes an API whose executor answers every field. It is the measure
// of what is answered without it.
func newSlowAPI(schema graphql.ExecutableSchema, limits Limits, log *slog.Logger) *API {
	p := presenter{log: log}
	exec := executor.New(schema)
	exec.SetErrorPresenter(p.present)
	exec.SetRecoverFunc(p.recovered)
	exec.SetParserTokenLimit(limits.Tokens)
	exec.SetQueryCache(newDocumentCache())
	exec.Use(variableGuard{max: limits.Values})
	exec.Use(openSchema{})
	exec.Use(sizeGuard{maxFields: limits.Fields, maxDepth: limits.Depth})
	exec.Use(costLimit{max: limits.Cost})
	exec.AroundOperations(deadline(limits))
	exec.AroundResponses(limitErrors(limits.Errors))
	return &API{exec: exec, limits: limits, log: log}
}

// Query answers a document in process, on behalf of the caller in ctx. The
// operation names one of several; empty when the document has one.
func (a *API) Query(ctx context.Context, document, operation string, variables map[string]any) *graphql.Response {
	ctx = graphql.StartOperationTrace(withRequest(ctx))
	op, errs := a.exec.CreateOperationContext(ctx, &graphql.RawParams{
		Query: document, OperationName: operation, Variables: variables,
	})
	if len(errs) > 0 {
		return a.exec.DispatchError(graphql.WithOperationContext(ctx, op), errs)
	}
	respond, ctx := a.exec.DispatchOperation(ctx, op)
	return respond(ctx)
}

// deadline ends operations that take too long; what they found until then is
// answered, with TIMEOUT where something is missing.
func deadline(limits Limits) graphql.OperationMiddleware {
	return func(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
		limit := limits.Query
		if graphql.GetOperationContext(ctx).Operation.Operation == ast.Mutation {
			limit = limits.Mutation
		}
		ctx, cancel := context.WithTimeoutCause(ctx, limit, context.DeadlineExceeded)
		respond := next(ctx)
		return func(ctx context.Context) *graphql.Response {
			defer cancel()
			if resp := respond(ctx); resp != nil {
				return resp
			}
			// The executor gives up without an answer when the time was over
			// before execution began.
			return timedOut()
		}
	}
}

func timedOut() *graphql.Response {
	return &graphql.Response{Errors: gqlerror.List{{
		Message:    "the deadline passed before the operation began",
		Extensions: code(string(hub.Timeout)),
	}}}
}

// openSchema allows introspection: the schema is public.
type openSchema struct{}

// ExtensionName tells gqlgen what this is.
func (openSchema) ExtensionName() string { return "OpenSchema" }

// Validate accepts every schema.
func (openSchema) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext allows introspection to an operation.
func (openSchema) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	op.DisableIntrospection = false
	return nil
}
