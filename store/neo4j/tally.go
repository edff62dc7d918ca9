package neo4j

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"polehub/hub"
)

// tally compiles a query to one statement that gives a list of parent (where
// there are parents), value (null without By) and count.
func tally(q hub.Query) (statement, error) {
	c := newCompiler()
	q.After = nil
	source, s, err := c.source(q)
	if err != nil {
		return statement{}, err
	}
	value := "null"
	if q.By != nil {
		if value, err = c.tallied(s, q); err != nil {
			return statement{}, err
		}
	}
	if q.Parents == nil {
		return statement{source + "\nWITH " + value + " AS value, count(*) AS total\nRETURN collect([value, total])", c.params}, nil
	}
	c.params["parents"] = texted(q.Parents.IDs)
	return statement{forEachParent(source+"\nRETURN "+value+" AS value, count(*) AS total", "collect(["+parentName+", value, total])"), c.params}, nil
}

// tallied is the expression of the values that a tally counts by.
func (c *compiler) tallied(s scope, q hub.Query) (string, error) {
	holder := s
	open, shut := "", ""
	if q.ByOf != nil {
		if q.ByOf.Own == nil || q.ByOf.Many || s.noun.Relation(q.ByOf.Name) != q.ByOf {
			return "", hub.Invalid("by", "%s has no single %s", s.noun.Name, q.ByOf.Name)
		}
		w := c.ways(s, q.ByOf)[0]
		holder = w.to
		switch ref := s.refs[q.ByOf.Own.Name]; ref.kind {
		case byEdge:
			open, shut = "head([ "+w.pattern+" | ", " ])"
		case byProperty:
			open, shut = "head(COLLECT { MATCH "+w.pattern+" WHERE "+w.condition+"true RETURN ", " })"
		default:
			open, shut = "CASE WHEN "+holder.v+":"+holder.label+" THEN ", " END"
		}
	}
	f := q.By
	if holder.noun.Field(f.Name) != f || !slices.Contains([]hub.FieldType{hub.TypeText, hub.TypeEnum, hub.TypeDate}, f.Type) {
		return "", hub.Invalid("by", "%s cannot be counted by %s", holder.noun.Name, f.Name)
	}
	value := holder.v + "." + f.Name
	if f.Enum == hub.Tris {
		value = "coalesce(" + value + ", 'UNKNOWN')"
	}
	return open + value + shut, nil
}

// Tally counts what a query asks for: see hub.Reader.
func (r reader) Tally(ctx context.Context, q hub.Query) ([]hub.Tally, error) {
	if q.Parents != nil && len(q.Parents.IDs) == 0 {
		return nil, nil
	}
	compiled, err := tally(q)
	if err != nil {
		return nil, err
	}
	type counted struct {
		hub.Tally
		parent int
	}
	var order map[string]int
	if q.Parents != nil {
		order = positions(q.Parents.IDs)
	}
	answer, err := single(r.run(ctx, compiled))
	if err != nil {
		return nil, err
	}
	var all []counted
	for values := range lists(answer[0]) {
		var row counted
		if q.Parents != nil {
			parent, _ := values[0].(string)
			row.Parent, row.parent = hub.ID(parent), order[parent]
			values = values[1:]
		}
		total, _ := values[1].(int64)
		if row.Count, row.Value = int(total), textOf(values[0]); total > 0 {
			all = append(all, row)
		}
	}
	slices.SortFunc(all, func(a, b counted) int {
		if a.parent != b.parent || a.Value == b.Value {
			return a.parent - b.parent
		}
		if a.Value == "" || b.Value == "" {
			return strings.Compare(b.Value, a.Value)
		}
		return cmp.Compare(a.Value, b.Value)
	})
	out := make([]hub.Tally, len(all))
	for i, row := range all {
		out[i] = row.Tally
	}
	return out, nil
}

// textOf is a counted value as text; empty for null.
func textOf(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case neo4j.Date:
		iso, _ := isoOf(v)
		return iso
	}
	return ""
}

func positions(ids []hub.ID) map[string]int {
	out := make(map[string]int, len(ids))
	for i, id := range ids {
		out[string(id)] = i
	}
	return out
}
