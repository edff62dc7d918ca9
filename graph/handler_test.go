package graph

import (
	"context"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"polehub/hub"
)

// A resolver that waits is ended by the deadline of its kind of operation, and
// what was found until then is answered.
func TestDeadlines(t *testing.T) {
	for _, c := range []struct {
		document string
		want     time.Duration
	}{
		{`{text}`, 10 * time.Second},
		{`mutation{touch}`, 30 * time.Second},
	} {
		t.Run(c.document, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				log, _ := logged()
				api := NewAPI(newTestSchema(t, func(ctx context.Context) string {
					<-ctx.Done()
					graphql.AddError(ctx, ctx.Err())
					return `{"text":null}`
				}), DefaultLimits(), log)
				start := time.Now()
				resp := api.Query(t.Context(), c.document, "", nil)
				if took := time.Since(start); took != c.want {
					t.Errorf("ended after %v, want %v", took, c.want)
				}
				if got := codes(resp.Errors); !slices.Equal(got, []string{string(hub.Timeout)}) {
					t.Errorf("codes %v", got)
				}
				if string(resp.Data) != `{"text":null}` {
					t.Errorf("data %s", resp.Data)
				}
			})
		})
	}
}

func TestNothingRunsAfterTheDeadline(t *testing.T) {
	log, _ := logged()
	api := NewAPI(newTestSchema(t, func(context.Context) string {
		t.Error("ran")
		return "null"
	}), DefaultLimits(), log)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	resp := api.Query(ctx, `{text}`, "", nil)
	if got := codes(resp.Errors); !slices.Equal(got, []string{string(hub.Timeout)}) || resp.Data != nil {
		t.Errorf("codes %v, data %s", got, resp.Data)
	}
}

func TestQuery(t *testing.T) {
	log, _ := logged()
	var ran []string
	api := NewAPI(newTestSchema(t, func(ctx context.Context) string {
		op := graphql.GetOperationContext(ctx)
		ran = append(ran, op.Operation.Name)
		return `{"id":"` + op.Variables["id"].(string) + `"}`
	}), DefaultLimits(), log)
	const document = `query A($id:ID!){pole(id:$id){id}} query B($id:ID!){pole(id:$id){name}}`
	for _, c := range []struct {
		operation string
		variables map[string]any
		code      string
	}{
		{"B", map[string]any{"id": "pole:x"}, ""},
		{"A", map[string]any{"id": "pole:x"}, ""},
		{"C", map[string]any{"id": "pole:x"}, "GRAPHQL_VALIDATION_FAILED"},
		{"", map[string]any{"id": "pole:x"}, "GRAPHQL_VALIDATION_FAILED"},
		{"A", nil, "GRAPHQL_VALIDATION_FAILED"},
		{"A", map[string]any{"id": []any{"x"}}, "GRAPHQL_VALIDATION_FAILED"},
	} {
		resp := api.Query(t.Context(), document, c.operation, c.variables)
		switch {
		case c.code == "" && (len(resp.Errors) > 0 || string(resp.Data) != `{"id":"pole:x"}`):
			t.Errorf("%s: %s %v", c.operation, resp.Data, resp.Errors)
		case c.code != "" && !slices.Equal(codes(resp.Errors), []string{c.code}):
			t.Errorf("%q %v: codes %v, want %s", c.operation, c.variables, codes(resp.Errors), c.code)
		}
	}
	if want := []string{"B", "A"}; !slices.Equal(ran, want) {
		t.Errorf("ran %v, want %v", ran, want)
	}
}
