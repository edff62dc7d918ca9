package graph

import (
	"context"
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"polehub/graph/actor"
	"polehub/graph/input"
	"polehub/graph/load"
	"polehub/graph/relay"
	"polehub/hub"
)

// searched are the nouns a search looks through, in the order of its results.
func searched() []*hub.Noun {
	return []*hub.Noun{hub.PoleNoun, hub.OrganisationNoun, hub.ContractNoun, hub.DocumentNoun, hub.SourceNoun}
}

// byName is the order of the results of one noun.
func byName(n *hub.Noun) []hub.Order {
	f := n.Field("name")
	if f == nil {
		f = n.Field("title")
	}
	return []hub.Order{{Field: f}}
}

// search goes through the nouns one after the other until the page is full.
func (r *Resolver) search(ctx context.Context, query string, only []string) (*relay.SearchConnection, error) {
	page, err := relay.ReadPage(rawArguments(ctx))
	if err != nil {
		return nil, err
	}
	nouns := searched()
	if only != nil {
		nouns = slices.DeleteFunc(nouns, func(n *hub.Noun) bool { return !slices.Contains(only, input.Screaming(n.Name)) })
	}
	list := relay.NewList("Query.search", query, only)
	queries := make([]hub.Query, len(nouns))
	for i, n := range nouns {
		queries[i] = hub.Query{Noun: n, Order: byName(n)}
		if queries[i].Where, err = input.Search(n, query, "query"); err != nil {
			return nil, err
		}
	}
	start := 0
	if page.Cursor != "" {
		position, err := list.Position(page.Cursor, byName(hub.PoleNoun))
		if err != nil {
			return nil, inArgument(err, "after")
		}
		start = slices.Index(nouns, hub.NounOf(position.ID))
		if start < 0 {
			return nil, hub.Invalid("after", "%q is not a cursor of this hub", hub.Clip(page.Cursor, 60))
		}
		queries[start].After = position
	}
	found, err := firstOf(ctx, queries[start:], page.Limit+1)
	if err != nil {
		return nil, err
	}
	c := &relay.Connection[hub.Record]{Nodes: found[:min(len(found), page.Limit)], More: len(found) > page.Limit, Page: page,
		Cursor: func(n hub.Record) string { return list.Cursor(hub.PositionOf(n, byName(n.Noun()))) },
		Count: func(ctx context.Context, _ string) ([]hub.Tally, error) {
			if page.Cursor == "" && len(found) <= page.Limit {
				return []hub.Tally{{Count: len(found)}}, nil
			}
			return r.tallyAll(ctx, queries)
		},
	}
	return relay.Convert(c, actor.Record, actor.Plain), nil
}

// firstOf runs queries in turn until there are limit records.
func firstOf(ctx context.Context, queries []hub.Query, limit int) ([]hub.Record, error) {
	var found []hub.Record
	for _, q := range queries {
		if q.Limit = limit - len(found); q.Limit == 0 {
			break
		}
		rows, err := load.From(ctx).Rows(ctx, q)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			found = append(found, row.Record)
		}
	}
	return found, nil
}

func (r *Resolver) tallyAll(ctx context.Context, queries []hub.Query) ([]hub.Tally, error) {
	var all []hub.Tally
	for _, q := range queries {
		tallies, err := r.hub.Store.Tally(ctx, hub.Query{Noun: q.Noun, Where: q.Where})
		if err != nil {
			return nil, err
		}
		all = append(all, tallies...)
	}
	return all, nil
}

// rawArguments are the arguments of the field being resolved as the document
// and its variables give them.
func rawArguments(ctx context.Context) map[string]any {
	return graphql.GetFieldContext(ctx).Field.ArgumentMap(graphql.GetOperationContext(ctx).Variables)
}

// inArgument puts the name of an argument into an error.
func inArgument(err error, argument string) error {
	if e, ok := err.(*hub.Error); ok {
		return &hub.Error{Code: e.Code, Field: argument, Msg: e.Msg}
	}
	return err
}
