package sqlite

import "polehub/hub"

// sortBy is one key of an order, as a column; the id is always the last.
type sortBy struct {
	column   string
	desc     bool
	nullable bool
}

// sortKeys are the keys of an order, read forwards or backwards.
func sortKeys(order []hub.Order, backward bool) []sortBy {
	keys := make([]sortBy, 0, len(order)+1)
	for _, o := range order {
		keys = append(keys, sortBy{sortColumn(o.Field), o.Desc != backward, nullable(o.Field)})
	}
	return append(keys, sortBy{"id", backward, false})
}

// orderBy writes the keys of an order. Missing values are last, first when it
// is read backwards.
func (b *builder) orderBy(keys []sortBy, alias string, backward bool) {
	between(b, ", ", keys, func(k sortBy) {
		b.add(alias, ".", k.column)
		if k.desc {
			b.add(" DESC")
		}
		switch {
		case k.nullable && backward:
			b.add(" NULLS FIRST")
		case k.nullable:
			b.add(" NULLS LAST")
		}
	})
}

// term compares the column of a sort key with a value; the operator alone when
// it takes none.
type term struct {
	column, operator string
	value            any // nil for none
}

// segment is a run of an order that one seek in an index finds: all its terms
// hold. The rows behind a position are a few segments, one after the other.
type segment []term

// segments are the runs behind a position, in the order in which rows come:
// first the rows that share all values but the id, then those that share one
// value less, and so on.
func segments(keys []sortBy, p hub.Position, backward bool) []segment {
	values := append(append([]any{}, p.Values...), string(p.ID))
	var out []segment
	for i := len(keys) - 1; i >= 0; i-- {
		var same segment
		for j := range i {
			same = append(same, equalTerm(keys[j], values[j]))
		}
		for _, behind := range termsBehind(keys[i], values[i], backward) {
			out = append(out, append(append(segment{}, same...), behind))
		}
	}
	return out
}

func equalTerm(k sortBy, v any) term {
	if v == nil {
		return term{k.column, " IS NULL", nil}
	}
	return term{k.column, " = ", v}
}

// termsBehind says which values of a key come behind v, in order.
func termsBehind(k sortBy, v any, backward bool) []term {
	if v == nil {
		if backward {
			return []term{{k.column, " IS NOT NULL", nil}}
		}
		return nil
	}
	operator := " > "
	if k.desc {
		operator = " < "
	}
	terms := []term{{k.column, operator, v}}
	if k.nullable && !backward {
		terms = append(terms, term{k.column, " IS NULL", nil})
	}
	return terms
}

func (b *builder) segment(s segment, alias string) {
	between(b, " AND ", s, func(t term) {
		b.add(alias, ".", t.column, t.operator)
		if t.value != nil {
			b.param(t.value)
		}
	})
}

// anySegment writes the condition that a row is behind the position.
func (b *builder) anySegment(all []segment, alias string) {
	if len(all) == 0 {
		b.add("0")
		return
	}
	b.add("(")
	between(b, " OR ", all, func(s segment) {
		b.add("(")
		b.segment(s, alias)
		b.add(")")
	})
	b.add(")")
}
