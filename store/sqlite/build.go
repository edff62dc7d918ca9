package sqlite

import (
	"fmt"
	"strconv"
	"strings"

	"polehub/hub"
)

// builder writes one statement: constant fragments and the identifiers of the
// schema go into the text, everything else is a parameter.
type builder struct {
	schema schema
	text   strings.Builder
	args   []any
	names  int // of aliases given out
	// countsMany is true when all of many candidates are looked at.
	countsMany bool
	err        error
}

// add writes fragments.
func (b *builder) add(fragments ...string) {
	for _, f := range fragments {
		b.text.WriteString(f)
	}
}

// param writes a parameter.
func (b *builder) param(v any) {
	b.text.WriteByte('?')
	b.args = append(b.args, v)
}

// alias gives a new name for a table.
func (b *builder) alias() string {
	b.names++
	return "t" + strconv.Itoa(b.names)
}

// fail keeps the first fault of the query.
func (b *builder) fail(format string, args ...any) {
	if b.err == nil {
		b.err = fmt.Errorf("sqlite: "+format, args...)
	}
}

// between writes each part with a separator between them.
func between[T any](b *builder, separator string, items []T, write func(T)) {
	for i, item := range items {
		if i > 0 {
			b.add(separator)
		}
		write(item)
	}
}

// inlineValues is how many values stand in a statement one by one; more come
// as one JSON array, so that one text serves lists of every length.
const inlineValues = 8

// oneOf writes the rest of "x IN (…)" for values of one type.
func (b *builder) oneOf(values []any) {
	switch {
	case len(values) == 1:
		b.add(" = ")
		b.param(values[0])
	case len(values) <= inlineValues:
		b.add(" IN (")
		between(b, ", ", values, b.param)
		b.add(")")
	default:
		b.add(" IN (SELECT value FROM json_each(")
		b.param(encodeValues(values))
		b.add("))")
	}
}

// encodeValues writes canonical values as a JSON array.
func encodeValues(values []any) string {
	out := make([]byte, 0, len(values)*16)
	out = append(out, '[')
	for i, v := range values {
		if i > 0 {
			out = append(out, ',')
		}
		switch v := v.(type) {
		case int64:
			out = strconv.AppendInt(out, v, 10)
		case float64:
			out = strconv.AppendFloat(out, v, 'g', -1, 64)
		case string:
			if plain(v) {
				out = append(append(append(out, '"'), v...), '"')
				continue
			}
			list := encodeAnyList([]string{v})
			out = append(out, list[1:len(list)-1]...)
		}
	}
	return string(append(out, ']'))
}

// parentOf writes the condition that the record under alias is a child of the
// parent whose id expr writes, by a relation that leads to t.
func (b *builder) parentOf(r *hub.Relation, t *table, alias string, expr func()) {
	switch {
	case r.Through != "":
		through := b.alias()
		b.add(alias, ".id IN (SELECT ", through, ".", r.Out.Column, " FROM ", b.schema.named(r.Through).name, " AS ", through,
			" WHERE ", through, ".", r.In.Column, " = ")
		expr()
		b.add(")")
	case r.Own != nil:
		from := b.alias()
		name := b.schema.named(r.From).name
		if r.Own.Type == hub.TypeRefs {
			b.add(alias, ".id IN (SELECT j.value FROM ", name, " AS ", from, ", json_each(", from, ".", r.Own.Column, ") AS j WHERE ", from, ".id = ")
		} else {
			b.add(alias, ".id IN (SELECT ", from, ".", r.Own.Column, " FROM ", name, " AS ", from, " WHERE ", from, ".id = ")
		}
		expr()
		b.add(")")
	case r.Via[0].Type == hub.TypeRefs:
		link := b.alias()
		b.add(alias, ".key IN (SELECT ", link, ".key FROM ", t.linkTable(r.Via[0]), " AS ", link, " WHERE ", link, ".ref = ")
		expr()
		b.add(")")
	default:
		b.add("(")
		between(b, " OR ", r.Via, func(f *hub.Field) {
			b.add(alias, ".", f.Column, " = ")
			expr()
		})
		b.add(")")
	}
}
