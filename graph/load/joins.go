package load

import (
	"context"
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"polehub/hub"
)

// joins are the to-one relations of noun that the selection of a connection
// goes through: they are read together with the rows, which saves a call. The
// way back to the parents needs none, for they are known.
func joins(ctx context.Context, noun *hub.Noun, from *hub.Relation) []*hub.Relation {
	var nodes []graphql.CollectedField
	oc := graphql.GetOperationContext(ctx)
	for _, f := range graphql.CollectFieldsCtx(ctx, nil) {
		switch f.Name {
		case "nodes":
			nodes = append(nodes, f)
		case "edges":
			for _, inner := range graphql.CollectFields(oc, f.Selections, nil) {
				if inner.Name == "node" {
					nodes = append(nodes, inner)
				}
			}
		}
	}
	var found []*hub.Relation
	for _, f := range nodes {
		found = appendJoins(found, noun, from, graphql.CollectFields(oc, f.Selections, []string{f.Definition.Type.Name()}))
	}
	return found
}

// listJoins is joins for a list without pages.
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
