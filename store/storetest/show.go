package storetest

import (
	"fmt"
	"strings"

	"polehub/hub"
)

// shownQuery is a query that failing tests can print.
type shownQuery hub.Query

// GoString shows the query as one would say it.
func (q shownQuery) GoString() string { return ShowQuery(hub.Query(q)) }

// ShowQuery writes a query for people who read a failed test.
func ShowQuery(q hub.Query) string {
	var b strings.Builder
	b.WriteString(q.Noun.File)
	if q.Where != nil {
		b.WriteString(" where " + ShowFilter(q.Where))
	}
	for i, o := range q.Order {
		b.WriteString([]string{" order by ", ", "}[min(i, 1)] + o.Field.Name)
		if o.Desc {
			b.WriteString(" desc")
		}
	}
	if q.Backward {
		b.WriteString(" backward")
	}
	if q.After != nil {
		fmt.Fprintf(&b, " after (%s, %s)", showValues(q.After.Values), q.After.ID)
	}
	if q.Limit > 0 {
		fmt.Fprintf(&b, " limit %d", q.Limit)
	}
	if q.Parents != nil {
		fmt.Fprintf(&b, " as %s of %v", q.Parents.Relation.Name, q.Parents.IDs)
	}
	for i, rel := range q.With {
		b.WriteString([]string{" with ", ", "}[min(i, 1)] + rel.Name)
	}
	if q.Fields != nil {
		b.WriteString(" only")
		for _, f := range q.Fields {
			b.WriteString(" " + f.Name)
		}
	}
	if q.By != nil {
		b.WriteString(" by ")
		if q.ByOf != nil {
			b.WriteString(q.ByOf.Name + ".")
		}
		b.WriteString(q.By.Name)
	}
	return b.String()
}

// ShowFilter writes a filter for people who read a failed test.
func ShowFilter(f hub.Filter) string {
	switch f := f.(type) {
	case nil:
		return "anything"
	case hub.And:
		return "all of " + showFilters(f)
	case hub.Or:
		return "one of " + showFilters(f)
	case hub.Not:
		return "not " + ShowFilter(f.Filter)
	case hub.Words:
		return fmt.Sprintf("words %q", []string(f))
	case hub.Has:
		quantifier := []string{"some", "none", "all"}[f.Quantifier]
		return fmt.Sprintf("%s %s (%s)", quantifier, f.Relation.Name, ShowFilter(f.Where))
	case hub.Match:
		if f.Op == hub.OpMissing {
			return f.Field.Name + " missing"
		}
		return f.Field.Name + " " + opNames()[f.Op] + " " + showValues(f.Values)
	}
	return fmt.Sprintf("%#v", f)
}

func opNames() map[hub.Op]string {
	return map[hub.Op]string{
		hub.OpIn: "in", hub.OpLt: "<", hub.OpLte: "<=", hub.OpGt: ">", hub.OpGte: ">=",
		hub.OpContains: "contains", hub.OpStartsWith: "starts with",
	}
}

func showFilters(filters []hub.Filter) string {
	shown := make([]string, len(filters))
	for i, f := range filters {
		shown[i] = ShowFilter(f)
	}
	return "(" + strings.Join(shown, "; ") + ")"
}

func showValues(values []any) string {
	shown := make([]string, len(values))
	for i, v := range values {
		shown[i] = showValue(v)
	}
	return "[" + strings.Join(shown, " ") + "]"
}

func showValue(v any) string {
	switch v := v.(type) {
	case nil:
		return "missing"
	case string:
		return fmt.Sprintf("%q", hub.Clip(v, 60))
	}
	return fmt.Sprint(v)
}

// showRow writes a row with what it sorts by.
func showRow(row hub.Row, order []hub.Order) string {
	s := string(row.Record.Key())
	if row.Parent != "" {
		s = string(row.Parent) + " / " + s
	}
	if len(order) > 0 {
		s += " " + showValues(hub.PositionOf(row.Record, order).Values)
	}
	for _, r := range row.With {
		if r == nil {
			s += " + nothing"
		} else {
			s += " + " + string(r.Key())
		}
	}
	return s
}

// showRows writes rows one a line, each with the content of the record.
func showRows(rows []hub.Row, order []hub.Order) string {
	var b strings.Builder
	for _, row := range rows {
		fmt.Fprintf(&b, "    %s\n      %s\n", showRow(row, order), hub.Clip(string(hub.EncodeRecord(row.Record)), 600))
	}
	if len(rows) == 0 {
		b.WriteString("    nothing\n")
	}
	return b.String()
}

// showChange writes a change on one line.
func showChange(c hub.Change) string {
	encode := func(r hub.Record) string {
		if r == nil {
			return "nothing"
		}
		return hub.Clip(string(hub.EncodeRecord(r)), 400)
	}
	return fmt.Sprintf("%d.%d %s by %q: %s -> %s", c.Revision, c.Sequence, c.Stamp.At.Format("2006-01-02T15:04:05.000Z07:00"), c.Stamp.By, encode(c.Before), encode(c.After))
}
