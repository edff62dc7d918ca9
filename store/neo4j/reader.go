package neo4j

import (
	"context"
	"fmt"
	"iter"
	"log/slog"
	"slices"

	"polehub/hub"
)

// reader answers questions by statements that run sends, each in a transaction
// of its own or all in one.
type reader struct {
	run    func(ctx context.Context, s statement) iter.Seq2[[]any, error]
	misfit func(*hub.Field, any)
}

// newReader makes a reader; values of other programs that do not fit are told
// to the log.
func newReader(run func(context.Context, statement) iter.Seq2[[]any, error], log *slog.Logger) reader {
	return reader{run: run, misfit: func(f *hub.Field, v any) {
		log.Warn("a property in Neo4j does not fit and counts as missing", "property", f.Name, "type", fmt.Sprintf("%T", v))
	}}
}

// Revision is the number of the last committed update.
func (r reader) Revision(ctx context.Context) (hub.Revision, error) {
	values, err := single(r.run(ctx, statement{text: "MATCH (h:Hub {id: 'hub'}) RETURN h.revision"}))
	if err != nil || len(values) == 0 {
		return 0, err
	}
	revision, _ := values[0].(int64)
	return hub.Revision(revision), nil
}

// single gives the first row, nil when there is none.
func single(rows iter.Seq2[[]any, error]) ([]any, error) {
	for values, err := range rows {
		return values, err
	}
	return nil, nil
}

// Rows streams what a query asks for: see hub.Reader.
func (r reader) Rows(ctx context.Context, q hub.Query) iter.Seq2[hub.Row, error] {
	return func(yield func(hub.Row, error) bool) {
		if q.Parents != nil && len(q.Parents.IDs) == 0 {
			return
		}
		compiled, err := rows(q)
		if err != nil {
			yield(hub.Row{}, err)
			return
		}
		var order map[string]int
		if q.Parents != nil {
			order = positions(q.Parents.IDs)
		}
		last := 0
		for values, err := range r.run(ctx, compiled.statement) {
			if err != nil {
				yield(hub.Row{}, err)
				return
			}
			var parent hub.ID
			if q.Parents != nil {
				id, _ := values[0].(string)
				if order[id] < last {
					yield(hub.Row{}, fmt.Errorf("neo4j: the rows of %s came late", id))
					return
				}
				parent, last, values = hub.ID(id), order[id], values[1:]
			}
			if !gathers(q) {
				if !yield(compiled.row(parent, values, r.misfit), nil) {
					return
				}
				continue
			}
			for columns := range lists(values[0]) {
				if !yield(compiled.row(parent, columns, r.misfit), nil) {
					return
				}
			}
		}
	}
}

// lists gives the lists in a list.
func lists(v any) iter.Seq[[]any] {
	return func(yield func([]any) bool) {
		items, _ := v.([]any)
		for _, item := range items {
			if list, ok := item.([]any); ok && !yield(list) {
				return
			}
		}
	}
}

// row reads the columns of a row and of the records joined to it.
func (a answer) row(parent hub.ID, values []any, misfit func(*hub.Field, any)) hub.Row {
	row := hub.Row{Parent: parent, Record: a.own.record(values, misfit)}
	if len(a.joined) == 0 {
		return row
	}
	row.With = make([]hub.Record, len(a.joined))
	for i, sh := range a.joined {
		if columns, ok := values[a.own.width()+i].([]any); ok {
			row.With[i] = sh.record(columns, misfit)
		}
	}
	return row
}

// ordered reads pairs of position and id in the order of the positions. Edges
// of other programs have none and come last, by id.
func ordered(pairs []any) []hub.ID {
	if len(pairs) == 0 {
		return nil
	}
	type placed struct {
		position int64
		id       hub.ID
	}
	items := make([]placed, 0, len(pairs))
	for _, pair := range pairs {
		columns, _ := pair.([]any)
		if len(columns) != 2 {
			continue
		}
		item := placed{position: 1 << 62}
		if n, ok := columns[0].(int64); ok {
			item.position = n
		}
		if id, ok := columns[1].(string); ok {
			item.id = hub.ID(id)
			items = append(items, item)
		}
	}
	slices.SortFunc(items, func(a, b placed) int {
		if a.position != b.position {
			return int(min(max(a.position-b.position, -1), 1))
		}
		return slices.Compare([]byte(a.id), []byte(b.id))
	})
	out := make([]hub.ID, len(items))
	for i, item := range items {
		out[i] = item.id
	}
	return out
}
