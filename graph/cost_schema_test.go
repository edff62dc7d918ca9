package graph

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"polehub/hub"
)

// Every field of the schema that may answer several objects costs more than one
// of them: the one rule of prices forgets none.
func TestEveryListOfTheSchemaIsPriced(t *testing.T) {
	schema := Schema(New(&hub.Hub{})).Schema()
	lists, pages := 0, 0
	for _, parent := range schema.Types {
		if strings.HasPrefix(parent.Name, "__") || !parent.IsCompositeType() {
			continue
		}
		for _, field := range parent.Fields {
			if strings.HasPrefix(field.Name, "__") {
				continue
			}
			result := schema.Types[field.Type.Name()]
			page := result.Fields.ForName("pageInfo") != nil
			list := field.Type.Elem != nil && result.IsCompositeType()
			if !page && !list || isPageContent(&ast.Field{Name: field.Name, ObjectDefinition: parent}) {
				continue
			}
			leaf := &ast.Field{Name: "__typename", Alias: "__typename"}
			f := &ast.Field{Name: field.Name, Definition: field, ObjectDefinition: parent, SelectionSet: ast.SelectionSet{leaf}}
			got := pricer{}.field(f)
			want := 1 + plainList*1
			if page {
				pages++
				want = 1 + defaultPage*1
			} else {
				lists++
			}
			if got < want {
				t.Errorf("%s.%s costs %d, want at least %d", parent.Name, field.Name, got, want)
			}
			if first := field.Arguments.ForName("first"); page && first == nil {
				t.Errorf("%s.%s is a page without first", parent.Name, field.Name)
			}
		}
	}
	// The schema has dozens of both; a walk that finds none proves nothing.
	if lists < 20 || pages < 20 {
		t.Errorf("found %d lists and %d pages", lists, pages)
	}
}

func TestEveryMutationAsksForARole(t *testing.T) {
	mutations := Schema(New(&hub.Hub{})).Schema().Mutation.Fields
	for _, field := range mutations {
		if field.Directives.ForName("hasRole") == nil {
			t.Errorf("%s has no @hasRole", field.Name)
		}
	}
	if len(mutations) < 10 {
		t.Errorf("found %d mutations", len(mutations))
	}
}

// The queries that the hub is made for fit the limit with room.
func TestUsualQueriesFitTheLimit(t *testing.T) {
	schema := Schema(New(&hub.Hub{})).Schema()
	for _, c := range []struct{ name, document string }{
		{"a pole with 20 members", `{pole(id:"pole:a"){name members(first:20){nodes{organisation{name}}}}}`},
		{"50 poles with 20 members", `{poles(first:50){nodes{name members(first:20){totalCount nodes{circle organisation{name}}}}}}`},
		{"members, contracts and parties", `{pole(id:"pole:a"){members(first:20){nodes{organisation{name contracts(first:10){nodes{parties{organisation{name}}}}}}}}}`},
		{"100 contracts with parties", `{contracts(first:100){nodes{id parties{role organisation{name}}}}}`},
		{"density and mix of 100 poles", `{poles(first:100){nodes{name cooperationDensity{value bounds{__typename}} mix{classes{class count share} blau{value} effectiveNumber{value}}}}}`},
		{"money and change of 20 poles", `{poles(first:20){nodes{name money{measures{id value reason}} change{measures{id value bounds{lower upper}} stayed joined left}}}}`},
		{"public involvement of 20 poles", `{poles(first:20){nodes{name publicInvolvement{actors{organisation{name} roles{role}} network{eiIndex{value} positions{ties}} without{connectedness{difference} moneyAfter{amount}} posture{code inputs{code value}} trajectory{year posture{code}}}}}}`},
		{"a pole beside its peers", `{pole(id:"pole:a"){publicInvolvement{peers{code own median} peerPostures{posture poles}}}}`},
		{"a timeline", `{timeline(pole:"pole:a",measures:[DENSITY TIES NODES HHI]){series{id mean steps{from to measure{value}}}}}`},
		{"networks of 50 poles", `{poles(first:50){nodes{network{nodes{id degree} measures(ids:[DENSITY TRANSITIVITY]){id value}}}}}`},
		{"a network with its indicators", `{pole(id:"pole:a"){network{nodes{id degree organisation{name}} ties{from to weight} measures{id value}}}}`},
	} {
		doc, op := parse(t, schema, c.document)
		if got, limit := costOf(doc, op, nil), DefaultLimits().Cost; got > limit*3/4 {
			t.Errorf("%s costs %d of %d", c.name, got, limit)
		}
	}
}
