package load

import (
	"context"
	"fmt"
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"polehub/hub"
)

// asked is what the selection of a connection asks for.
type asked struct {
	page   bool            // records of the list, or where they stand in it
	counts []string        // by the values of which fields; empty for all together
	joins  []*hub.Relation // to-one relations of the records
}

// askedOf looks through the selection of the connection being resolved. The
// to-one relations are read together with the rows, which saves a call; the way
// back to the parents needs none, for they are known.
func askedOf(ctx context.Context, noun *hub.Noun, from *hub.Relation) asked {
	var a asked
	var nodes []graphql.CollectedField
	oc := graphql.GetOperationContext(ctx)
	for _, f := range graphql.CollectFieldsCtx(ctx, nil) {
		switch f.Name {
		case "nodes":
			a.page = true
			nodes = append(nodes, f)
		case "edges":
			a.page = true
			for _, inner := range graphql.CollectFields(oc, f.Selections, nil) {
				if inner.Name == "node" {
					nodes = append(nodes, inner)
				}
			}
		case "pageInfo":
			a.page = true
		case "totalCount":
			a.counts = append(a.counts, "")
		case "countBy":
			a.counts = append(a.counts, fmt.Sprint(f.ArgumentMap(oc.Variables)["field"]))
		}
	}
	for _, f := range nodes {
		a.joins = appendJoins(a.joins, noun, from, graphql.CollectFields(oc, f.Selections, []string{f.Definition.Type.Name()}))
	}
	return a
}

// listJoins are the joins of a list without pages.
func listJoins(ctx context.Context, noun *hub.Noun, from *hub.Relation) []*hub.Relation {
	field := graphql.GetFieldContext(ctx).Field
	return appendJoins(nil, noun, from, graphql.CollectFieldsCtx(ctx, []string{field.Definition.Type.Name()}))
}

func appendJoins(found []*hub.Relation, noun *hub.Noun, from *hub.Relation, fields []graphql.CollectedField) []*hub.Relation {
	for _, f := range fields {
		r := noun.Relation(f.Name)
		if r == nil || r.Many || r.Own == nil || slices.Contains(found, r) {
			continue
		}
		if from != nil && slices.Contains(from.Via, r.Own) && len(from.Via) == 1 {
			continue
		}
		found = append(found, r)
	}
	return found
}
