package graph

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"testing"

	"polehub/store/neo4j"
	"polehub/store/neo4j/neo4jtest"
)

// TestRequestsToNeo4j: the number of statements that Neo4j is sent follows from
// the document and not from the number of records. TestStoreCalls says the same
// of calls to a store; here nothing between the resolvers and the wire can hide
// a second one.
func TestRequestsToNeo4j(t *testing.T) {
	server := neo4jtest.Start(t)
	server.Clean(t)
	proxy, sent := neo4jtest.CountRequests(t, server.URI)
	store, err := neo4j.Open(t.Context(), proxy, neo4j.Options{User: server.User, Password: server.Password,
		Database: server.Database, Logger: slog.New(slog.NewTextHandler(t.Output(), nil))})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close(context.WithoutCancel(t.Context())) })
	api := testAPI(t, hubOver(t, store, crowd(60)...))
	console, err := os.ReadFile("../web/console/example.graphql")
	if err != nil {
		t.Fatal(err)
	}
	// Every document asks for $first of the 60 poles.
	for _, row := range []struct {
		name, document string
		want           int64 // statements; 0: as many for 50 poles as for 5
	}{
		{"three levels", `query($first:Int){poles(first:$first){nodes{name members(first:2){nodes{organisation{name}}}}}}`,
			// the poles; their members together with the organisations
			2},
		{"three levels with counts", `query($first:Int){poles(first:$first){totalCount nodes{members(first:2){totalCount nodes{organisation{name}}}}}}`,
			2 + 2},
		{"six levels", `query($first:Int){poles(first:$first){nodes{members(first:2){nodes{organisation{contracts(first:1){nodes{parties{organisation{name sources{title}}}}}}}}}}}`,
			// poles, members with organisations, contracts, parties with organisations, sources
			5},
		{"density and mix", `query($first:Int){poles(first:$first){nodes{name cooperationDensity{value} mix(by:KIND){members} m:mix(by:ESS){members}}}}`, 0},
		{"the query of the console", string(console), 0},
	} {
		t.Run(row.name, func(t *testing.T) {
			var statements []int64
			for _, poles := range []int{5, 50} {
				before := sent()
				got := answer(t, api, row.document, map[string]any{"first": poles})
				statements = append(statements, sent()-before)
				if contains(got, `"errors"`) || len(got) < poles*20 {
					t.Fatalf("%d poles: %.300s", poles, got)
				}
			}
			want := fmt.Sprint([]int64{row.want, row.want})
			if row.want == 0 {
				want = fmt.Sprint([]int64{statements[0], statements[0]})
			}
			if got := fmt.Sprint(statements); got != want || statements[0] == 0 {
				t.Errorf("5 and 50 poles take %s statements, want %s", got, want)
			}
		})
	}
}
