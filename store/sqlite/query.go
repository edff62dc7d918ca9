package sqlite

import (
	"polehub/hub"
)

// statement is a text with its parameters.
type statement struct {
	text string
	args []any
}

func (b *builder) statement() (statement, error) {
	return statement{b.text.String(), b.args}, b.err
}

// rowsOf writes the statement that answers a query for one parent or none: a
// walk along an index. behind restricts it to one segment, nil for none.
func (s schema) rowsOf(q hub.Query, behind segment, limit int) (statement, error) {
	b := &builder{schema: s}
	t := s[q.Noun]
	b.add("SELECT 0, ")
	b.records(q)
	b.add(" WHERE ")
	if q.Parents != nil {
		b.parentOf(q.Parents.Relation, t, "a", func() { b.param(string(q.Parents.IDs[0])) })
		b.add(" AND ")
	}
	b.filter(q.Where, t, "a")
	if behind != nil {
		b.add(" AND ")
		b.segment(behind, "a")
	}
	b.add(" ORDER BY ")
	b.orderBy(sortKeys(q.Order, q.Backward), "a", q.Backward)
	b.limit(limit)
	return b.statement()
}

// rowsOfMany writes the statement that answers a query for many parents. The
// parents are the outer loop; with a limit, each finds the keys of its first
// children by an index, and only these are read.
func (s schema) rowsOfMany(q hub.Query) (statement, error) {
	b := &builder{schema: s}
	t := s[q.Noun]
	keys := sortKeys(q.Order, q.Backward)
	b.add("SELECT p.key, ")
	b.records(q)
	b.add(" WHERE ")
	child := "a"
	if q.Limit > 0 {
		child = "c"
		b.add("a.key IN (SELECT c.key FROM ", t.name, " AS c WHERE ")
	}
	b.parentOf(q.Parents.Relation, t, child, func() { b.add("p.value") })
	b.add(" AND ")
	b.filter(q.Where, t, child)
	if q.After != nil {
		b.add(" AND ")
		b.anySegment(segments(keys, *q.After, q.Backward), child)
	}
	if q.Limit > 0 {
		b.add(" ORDER BY ")
		b.orderBy(keys, child, q.Backward)
		b.limit(q.Limit)
		b.add(")")
	}
	b.add(" ORDER BY p.key, ")
	b.orderBy(keys, "a", q.Backward)
	return b.statement()
}

// selections are what a query reads of each row: of its record, then of those
// that are joined.
func selections(q hub.Query) []selection {
	out := []selection{selectionOf(q.Noun, q.Fields)}
	for _, r := range q.With {
		out = append(out, selectionOf(hub.NounNamed(r.To), q.Fields))
	}
	return out
}

// records writes the columns of the records of a row, and where all comes from.
func (b *builder) records(q hub.Query) {
	all := selections(q)
	b.selected(all[0], "a")
	names := make([]string, len(q.With))
	for i := range q.With {
		names[i] = b.alias()
		b.add(", ")
		b.selected(all[i+1], names[i])
	}
	b.from(q)
	for i, r := range q.With {
		if r.Own == nil || r.Own.Type != hub.TypeRef {
			b.fail("%s.%s leads to many records and cannot be joined", r.From, r.Name)
			continue
		}
		b.add(" LEFT JOIN ", b.schema.named(r.To).name, " AS ", names[i], " ON ", names[i], ".id = a.", r.Own.Column)
	}
}

// from writes the table of a query, behind its parents when they are many.
func (b *builder) from(q hub.Query) {
	b.add(" FROM ")
	if q.Parents != nil && len(q.Parents.IDs) != 1 {
		b.add("json_each(")
		b.param(encodeList(q.Parents.IDs))
		b.add(") AS p CROSS JOIN ")
	}
	b.add(b.schema[q.Noun].name, " AS a")
}

func (b *builder) limit(n int) {
	if n > 0 {
		b.add(" LIMIT ")
		b.param(int64(n))
	}
}

// tally writes the statement that counts what a query asks for.
func (s schema) tally(q hub.Query) (statement, error) {
	b := &builder{schema: s, countsMany: q.Parents == nil && broad(q.Where)}
	t := s[q.Noun]
	many := q.Parents != nil && len(q.Parents.IDs) != 1
	parent, by := "0", "NULL"
	if many {
		parent = "p.key"
	}
	if q.By != nil {
		by = "a." + q.By.Column
		if q.ByOf != nil {
			by = "o." + q.By.Column
		}
	}
	b.add("SELECT ", parent, ", ", by, ", count(*)")
	b.from(q)
	if q.ByOf != nil {
		if q.ByOf.Own == nil || q.ByOf.Own.Type != hub.TypeRef {
			b.fail("%s.%s leads to many records and cannot be counted by", q.ByOf.From, q.ByOf.Name)
			return b.statement()
		}
		b.add(" LEFT JOIN ", s.named(q.ByOf.To).name, " AS o ON o.id = a.", q.ByOf.Own.Column)
	}
	b.add(" WHERE ")
	switch {
	case many:
		b.parentOf(q.Parents.Relation, t, "a", func() { b.add("p.value") })
		b.add(" AND ")
	case q.Parents != nil:
		b.parentOf(q.Parents.Relation, t, "a", func() { b.param(string(q.Parents.IDs[0])) })
		b.add(" AND ")
	}
	b.filter(q.Where, t, "a")
	switch {
	case many && q.By != nil:
		b.add(" GROUP BY p.key, ", by, " ORDER BY p.key, ", by, " NULLS LAST")
	case many:
		b.add(" GROUP BY p.key ORDER BY p.key")
	case q.By != nil:
		b.add(" GROUP BY ", by, " ORDER BY ", by, " NULLS LAST")
	}
	return b.statement()
}

// find writes the statement that reads records by id.
func (s schema) find(noun *hub.Noun, ids []hub.ID) (statement, error) {
	b := &builder{schema: s}
	t := s[noun]
	b.add("SELECT ")
	b.selected(selectionOf(noun, nil), "a")
	b.add(" FROM ", t.name, " AS a WHERE a.id")
	if len(ids) == 1 {
		b.add(" = ")
		b.param(string(ids[0]))
	} else {
		b.add(" IN (SELECT value FROM json_each(")
		b.param(encodeList(ids))
		b.add("))")
	}
	return b.statement()
}

// absent is the statement that gives those of a JSON array of ids that no record
// has.
func (s schema) absent(noun *hub.Noun) string {
	return "SELECT j.value FROM json_each(?) AS j WHERE NOT EXISTS (SELECT 1 FROM " + s[noun].name + " AS a WHERE a.id = j.value)"
}

// changes writes the statement that reads the change log.
func (s schema) changes(q hub.ChangeQuery) (statement, error) {
	b := &builder{schema: s}
	b.add("SELECT c.position, s.at, s.by, c.noun, c.before, c.after FROM changes AS c JOIN stamps AS s ON s.position = c.stamp WHERE c.position >= ")
	b.param(position(q.Since+1, 0))
	if len(q.Nouns) > 0 {
		names := make([]any, len(q.Nouns))
		for i, n := range q.Nouns {
			names[i] = n.Name
		}
		b.add(" AND c.noun")
		b.oneOf(names)
	}
	if len(q.IDs) > 0 {
		ids := make([]any, len(q.IDs))
		for i, id := range q.IDs {
			ids[i] = string(id)
		}
		b.add(" AND c.id")
		b.oneOf(ids)
	}
	if q.By != "" {
		b.add(" AND s.by = ")
		b.param(q.By)
	}
	b.add(" ORDER BY c.position")
	b.limit(q.First)
	return b.statement()
}

// sequenceBits is how much of a position of the change log is the sequence.
const sequenceBits = 24

// position is the key of a change in the log.
func position(r hub.Revision, sequence int) int64 {
	return int64(r)<<sequenceBits | int64(sequence)
}
