package storetest

import (
	"slices"

	"pgregory.net/rapid"

	"polehub/hub"
)

// maxDepth is how deep generated filters nest.
const maxDepth = 4

// asker generates queries about the records of a hub.
type asker struct {
	records []hub.Record
	known   targets
}

func newAsker(records []hub.Record) asker {
	return asker{records, targetsOf(records)}
}

// queries generates queries for Rows: any noun, filter, order, page and join.
func (a asker) queries() *rapid.Generator[shownQuery] {
	return rapid.Custom(func(t *rapid.T) shownQuery {
		n := rapid.SampledFrom(hub.Nouns()).Draw(t, "noun")
		q := a.drawSelection(t, n)
		sortable := fieldsWhere(n, func(f *hub.Field) bool { return f.Sortable })
		for _, f := range rapid.SliceOfNDistinct(rapid.SampledFrom(sortable), 0, min(3, len(sortable)), rapid.ID).Draw(t, "order") {
			q.Order = append(q.Order, hub.Order{Field: f, Desc: rapid.Bool().Draw(t, "desc")})
		}
		q.Limit = rapid.IntRange(0, 4).Draw(t, "limit")
		q.Backward = rapid.Bool().Draw(t, "backward")
		q.After = a.drawPosition(t, n, q.Order)
		for _, rel := range toOne(n) {
			if rapid.Bool().Draw(t, "join") {
				q.With = append(q.With, rel)
			}
		}
		if rapid.Bool().Draw(t, "some fields") {
			q.Fields = drawFields(t, q)
		}
		return shownQuery(q)
	})
}

// drawFields names some fields of the nouns of a query, with those it sorts by.
func drawFields(t *rapid.T, q hub.Query) []*hub.Field {
	all := slices.Clone(q.Noun.Fields)
	for _, rel := range q.With {
		all = append(all, hub.NounNamed(rel.To).Fields...)
	}
	fields := rapid.SliceOfNDistinct(rapid.SampledFrom(all), 0, 5, rapid.ID).Draw(t, "fields")
	for _, o := range q.Order {
		fields = append(fields, o.Field)
	}
	return append([]*hub.Field{}, fields...)
}

// tallies generates queries for Tally.
func (a asker) tallies() *rapid.Generator[shownQuery] {
	return rapid.Custom(func(t *rapid.T) shownQuery {
		n := rapid.SampledFrom(hub.Nouns()).Draw(t, "noun")
		q := a.drawSelection(t, n)
		by := n
		if relations := toOne(n); len(relations) > 0 && rapid.Bool().Draw(t, "by target") {
			q.ByOf = rapid.SampledFrom(relations).Draw(t, "by of")
			by = hub.NounNamed(q.ByOf.To)
		}
		if q.ByOf != nil || rapid.Bool().Draw(t, "by") {
			q.By = rapid.SampledFrom(fieldsWhere(by, func(f *hub.Field) bool {
				return f.Type == hub.TypeEnum || f.Type == hub.TypeText || f.Type == hub.TypeDate
			})).Draw(t, "by field")
		}
		return shownQuery(q)
	})
}

// drawSelection makes the part of a query that says which records are meant.
func (a asker) drawSelection(t *rapid.T, n *hub.Noun) hub.Query {
	q := hub.Query{Noun: n}
	if rapid.Bool().Draw(t, "where") {
		q.Where = a.drawFilter(t, n, rapid.IntRange(0, maxDepth).Draw(t, "depth"))
	}
	relations := relationsTo(n)
	if len(relations) > 0 && rapid.Bool().Draw(t, "parents") {
		rel := rapid.SampledFrom(relations).Draw(t, "relation")
		ids := append(slices.Clone(a.known[rel.From]), hub.ID(hub.NounNamed(rel.From).Prefix+":nobody"))
		least := rapid.SampledFrom([]int{len(ids) / 2, 1, 0}).Draw(t, "parents at least")
		picked := rapid.SliceOfNDistinct(rapid.SampledFrom(ids), least, len(ids), rapid.ID).Draw(t, "parent ids")
		q.Parents = &hub.Parents{Relation: rel, IDs: picked}
	}
	return q
}

// drawPosition makes a page border: none, that of a record, or one between
// records.
func (a asker) drawPosition(t *rapid.T, n *hub.Noun, order []hub.Order) *hub.Position {
	here := a.of(n)
	if len(here) == 0 || rapid.Bool().Draw(t, "from the start") {
		return nil
	}
	p := hub.PositionOf(rapid.SampledFrom(here).Draw(t, "border"), order)
	if rapid.IntRange(0, 2).Draw(t, "mixed border") == 0 {
		for i, o := range order {
			p.Values[i] = hub.SortValue(o.Field, rapid.SampledFrom(here).Draw(t, "value of"))
		}
		p.ID = hub.ID(n.Prefix + ":b")
	}
	return &p
}

func (a asker) of(n *hub.Noun) []hub.Record {
	var out []hub.Record
	for _, r := range a.records {
		if r.Noun() == n {
			out = append(out, r)
		}
	}
	return out
}

// drawFilter makes a filter on records of n with at most depth levels below.
func (a asker) drawFilter(t *rapid.T, n *hub.Noun, depth int) hub.Filter {
	kinds := []string{"match", "match", "match", "words", "bound"}
	if depth > 0 {
		kinds = append(kinds, "and", "or", "not")
		if len(n.Relations) > 0 {
			kinds = append(kinds, "has", "has", "has")
		}
	}
	switch rapid.SampledFrom(kinds).Draw(t, "kind") {
	case "match":
		return a.drawMatch(t, n)
	case "words":
		return a.drawWords(t, n)
	case "and":
		return hub.And(a.drawFilters(t, n, depth-1))
	case "or":
		return hub.Or(a.drawFilters(t, n, depth-1))
	case "not":
		return hub.Not{Filter: a.drawFilter(t, n, depth-1)}
	case "has":
		has := hub.Has{
			Relation:   rapid.SampledFrom(n.Relations).Draw(t, "relation"),
			Quantifier: rapid.SampledFrom([]hub.Quantifier{hub.Some, hub.None, hub.All}).Draw(t, "quantifier"),
		}
		if rapid.IntRange(0, 5).Draw(t, "which") > 0 {
			has.Where = a.drawFilter(t, hub.NounNamed(has.Relation.To), depth-1)
		}
		return has
	}
	if n.Field("validFrom") != nil {
		return hub.InForce(n, hub.Date(rapid.SampledFrom(days()).Draw(t, "day")))
	}
	return rapid.SampledFrom([]hub.Filter{hub.And{}, hub.Or{}}).Draw(t, "constant")
}

func (a asker) drawFilters(t *rapid.T, n *hub.Noun, depth int) []hub.Filter {
	var out []hub.Filter
	for range rapid.IntRange(0, 3).Draw(t, "filters") {
		out = append(out, a.drawFilter(t, n, depth))
	}
	return out
}

// drawMatch makes a comparison with values that the hub has, and others.
func (a asker) drawMatch(t *rapid.T, n *hub.Noun) hub.Filter {
	f := rapid.SampledFrom(n.Fields).Draw(t, "field")
	m := hub.Match{Field: f, Op: rapid.SampledFrom(operators(f)).Draw(t, "operator")}
	switch m.Op {
	case hub.OpMissing:
		return m
	case hub.OpIn:
		for range rapid.IntRange(0, 3).Draw(t, "values") {
			m.Values = append(m.Values, a.drawOperand(t, n, f))
		}
		return m
	case hub.OpContains, hub.OpStartsWith:
		m.Values = []any{a.drawPart(t, n, f)}
		return m
	}
	m.Values = []any{a.drawOperand(t, n, f)}
	return m
}

// operators are those that the port allows on a field.
func operators(f *hub.Field) []hub.Op {
	ops := []hub.Op{hub.OpIn, hub.OpMissing}
	switch f.Type {
	case hub.TypeDate, hub.TypeInt, hub.TypeMoney, hub.TypeRatio, hub.TypeFloat:
		ops = append(ops, hub.OpLt, hub.OpLte, hub.OpGt, hub.OpGte)
	}
	if f.Named {
		ops = append(ops, hub.OpContains, hub.OpStartsWith)
	}
	return ops
}

// drawOperand is a value of the field in some record, or a generated one.
func (a asker) drawOperand(t *rapid.T, n *hub.Noun, f *hub.Field) any {
	var v any
	if here := a.of(n); len(here) > 0 && rapid.IntRange(0, 2).Draw(t, "operand") > 0 {
		v = f.Get(rapid.SampledFrom(here).Draw(t, "value of"))
	}
	if v == nil {
		v = drawValue(t, f, a.known)
	}
	if items, ok := v.([]string); ok {
		item := rapid.SampledFrom(items).Draw(t, "item")
		if f.Type == hub.TypeFlags {
			return string(hub.DecodeFlag(item).Code)
		}
		return item
	}
	if v != nil {
		return v
	}
	switch f.Type {
	case hub.TypeDate, hub.TypeInt, hub.TypeMoney, hub.TypeRatio, hub.TypeFloat:
		return drawScalar(t, f)
	}
	return "" // equals nothing: the empty text is a missing one
}

// drawPart cuts a piece out of a name, or takes any text.
func (a asker) drawPart(t *rapid.T, n *hub.Noun, f *hub.Field) string {
	text, _ := a.drawOperand(t, n, f).(string)
	runes := []rune(text)
	from := rapid.IntRange(0, min(3, len(runes))).Draw(t, "from")
	to := rapid.IntRange(from, min(from+4, len(runes))).Draw(t, "to")
	return string(runes[from:to])
}

// drawWords takes beginnings of tokens that records have, and others.
func (a asker) drawWords(t *rapid.T, n *hub.Noun) hub.Filter {
	words := hub.Words{}
	for range rapid.IntRange(0, 2).Draw(t, "words") {
		word := rapid.SampledFrom([]string{"a", "pole", "12", "zzz"}).Draw(t, "word")
		if here := a.of(n); len(here) > 0 {
			if tokens := hub.SearchTokens(rapid.SampledFrom(here).Draw(t, "words of")); len(tokens) > 0 {
				token := rapid.SampledFrom(tokens).Draw(t, "token")
				word = token[:rapid.IntRange(1, len(token)).Draw(t, "prefix")]
			}
		}
		words = append(words, word)
	}
	return words
}

func fieldsWhere(n *hub.Noun, ok func(*hub.Field) bool) []*hub.Field {
	return slices.DeleteFunc(slices.Clone(n.Fields), func(f *hub.Field) bool { return !ok(f) })
}

func toOne(n *hub.Noun) []*hub.Relation {
	return slices.DeleteFunc(slices.Clone(n.Relations), func(r *hub.Relation) bool { return r.Many })
}

func relationsTo(n *hub.Noun) []*hub.Relation {
	var out []*hub.Relation
	for _, from := range hub.Nouns() {
		for _, r := range from.Relations {
			if r.To == n.Name {
				out = append(out, r)
			}
		}
	}
	return out
}
