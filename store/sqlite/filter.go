package sqlite

import (
	"strings"

	"polehub/hub"
)

// filter writes the condition that f puts on the record of t under alias. The
// condition may be NULL where f is false: And, Or and WHERE take it so, and
// whatever turns a condition round asks for IS NOT TRUE.
func (b *builder) filter(f hub.Filter, t *table, alias string) {
	switch f := f.(type) {
	case nil:
		b.add("1")
	case hub.And:
		b.all(" AND ", "1", f, t, alias)
	case hub.Or:
		b.all(" OR ", "0", f, t, alias)
	case hub.Not:
		b.add("(")
		b.filter(f.Filter, t, alias)
		b.add(") IS NOT TRUE")
	case hub.Match:
		b.match(f, t, alias)
	case hub.Has:
		b.has(f, t, alias)
	case hub.Words:
		b.allWords(f, t, alias)
	default:
		b.fail("unknown filter %T", f)
	}
}

// all writes filters with an operator between them; empty is for none.
func (b *builder) all(operator, empty string, filters []hub.Filter, t *table, alias string) {
	if len(filters) == 0 {
		b.add(empty)
		return
	}
	b.add("(")
	between(b, operator, filters, func(f hub.Filter) { b.filter(f, t, alias) })
	b.add(")")
}

// comparison is the SQL of the operators of order.
func comparison(op hub.Op) string {
	switch op {
	case hub.OpLt:
		return " < "
	case hub.OpLte:
		return " <= "
	case hub.OpGt:
		return " > "
	case hub.OpGte:
		return " >= "
	}
	return ""
}

func (b *builder) match(m hub.Match, t *table, alias string) {
	column := alias + "." + m.Field.Column
	switch m.Op {
	case hub.OpMissing:
		// A missing Tri is stored as UNKNOWN, so it is never NULL.
		b.add(column, " IS NULL")
	case hub.OpIn:
		b.in(m, t, alias)
	case hub.OpLt, hub.OpLte, hub.OpGt, hub.OpGte:
		if len(m.Values) == 0 {
			b.add("0")
			return
		}
		b.add(column, comparison(m.Op))
		b.param(m.Values[0])
	case hub.OpContains, hub.OpStartsWith:
		b.textual(m, alias)
	default:
		b.fail("unknown operator %d", m.Op)
	}
}

func (b *builder) in(m hub.Match, t *table, alias string) {
	column := alias + "." + m.Field.Column
	switch {
	case len(m.Values) == 0:
		b.add("0")
	case m.Field.Type == hub.TypeFlags:
		// The code is what stands before the first tab.
		b.add("EXISTS (SELECT 1 FROM json_each(", column, ") AS j WHERE substr(j.value, 1, instr(j.value, char(9)) - 1)")
		b.oneOf(flagCodes(m.Values))
		b.add(")")
	case m.Field.Type == hub.TypeRefs && t.linked(m.Field):
		b.add(alias, ".key IN (SELECT l.key FROM ", t.linkTable(m.Field), " AS l WHERE l.ref")
		b.oneOf(m.Values)
		b.add(")")
	case m.Field.Type == hub.TypeList || m.Field.Type == hub.TypeRefs:
		b.add("EXISTS (SELECT 1 FROM json_each(", column, ") AS j WHERE j.value")
		b.oneOf(m.Values)
		b.add(")")
	default:
		b.add(column)
		b.oneOf(m.Values)
	}
}

// flagCodes writes codes as they stand in an encoded flag.
func flagCodes(values []any) []any {
	out := make([]any, len(values))
	for i, v := range values {
		code, _ := v.(string)
		encoded, _, _ := strings.Cut(hub.Flag{Code: hub.FlagCode(code)}.Encode(), "\t")
		out[i] = encoded
	}
	return out
}

// textual compares the folded forms of a named text and an operand. A text
// begins with an operand when its sort key does, which has an index; what is
// longer than a sort key is compared with the whole folded text too.
func (b *builder) textual(m hub.Match, alias string) {
	var operand string
	if len(m.Values) > 0 {
		text, _ := m.Values[0].(string)
		operand = hub.Fold(text)
	}
	if operand == "" {
		b.add("0")
		return
	}
	key := alias + "." + keyColumn(m.Field)
	whole := "coalesce(" + alias + "." + foldColumn(m.Field) + ", " + key + ")"
	if m.Op == hub.OpContains {
		b.add("instr(", whole, ", ")
		b.param(operand)
		b.add(") > 0")
		return
	}
	b.add("(", key, " >= ")
	prefix := hub.SortKey(operand)
	b.param(prefix)
	b.add(" AND ", key, " < ")
	b.param(afterPrefix(prefix))
	if len(operand) > len(prefix) {
		b.add(" AND substr(", whole, ", 1, ")
		b.param(int64(len(operand)))
		b.add(") = ")
		b.param(operand)
	}
	b.add(")")
}

// afterPrefix is greater than all folded texts that begin with prefix: they are
// ASCII, and DEL is not among what folding leaves.
func afterPrefix(prefix string) string { return prefix + "\x7f" }

// allWords asks for a token for each word. Tokens are made of lower-case
// letters and digits; a word with anything else begins none.
func (b *builder) allWords(words hub.Words, t *table, alias string) {
	if len(words) == 0 {
		b.add("1")
		return
	}
	b.add("(")
	between(b, " AND ", words, func(word string) {
		if !t.words {
			b.add("0")
			return
		}
		b.add(alias, ".key IN (SELECT w.key FROM ", t.wordTable(), " AS w WHERE w.token >= ")
		b.param(word)
		b.add(" AND w.token < ")
		b.param(afterPrefix(word))
		b.add(")")
	})
	b.add(")")
}
