package sqlite

import (
	"slices"

	"polehub/hub"
)

// has writes a condition on related records. None is the contrary of Some, and
// All says that none fails.
func (b *builder) has(h hub.Has, t *table, alias string) {
	switch h.Quantifier {
	case hub.Some:
		b.some(h.Relation, h.Where, alias)
	case hub.None:
		b.add("(")
		b.some(h.Relation, h.Where, alias)
		b.add(") IS NOT TRUE")
	case hub.All:
		if h.Where == nil {
			b.add("1")
			return
		}
		b.add("(")
		b.some(h.Relation, hub.Not{Filter: h.Where}, alias)
		b.add(") IS NOT TRUE")
	default:
		b.fail("unknown quantifier %d", h.Quantifier)
	}
}

// some asks for a related record that satisfies where. There are two ways to
// find out: for each candidate, look whether it has one (EXISTS), which stops
// at a limit and needs no memory; or collect the few that satisfy and see who
// they belong to (IN), which is better when where names records or words, and
// when very many candidates are counted.
func (b *builder) some(r *hub.Relation, where hub.Filter, alias string) {
	switch {
	case named(where):
		b.among(r, where, alias)
	case b.countsMany && r.Own != nil && r.Own.Type == hub.TypeRef && indexed(where):
		b.leadsAmong(r.Own, b.schema.named(r.To), where, alias)
	default:
		b.exists(r, where, alias)
	}
}

// broad reports whether a filter leaves many candidates, as far as it tells:
// it says nothing of a record's own but codes.
func broad(f hub.Filter) bool {
	switch f := f.(type) {
	case nil:
		return true
	case hub.And:
		for _, part := range f {
			if !broad(part) {
				return false
			}
		}
		return true
	case hub.Match:
		return f.Field.Type == hub.TypeEnum
	case hub.Has:
		return f.Quantifier != hub.Some || !named(f.Where)
	}
	return false
}

// indexed reports whether the index contracts_type alone tells the records that
// satisfy a filter: contracts of a type, within bounds of their day and amount.
func indexed(f hub.Filter) bool {
	all, ok := f.(hub.And)
	if !ok {
		all = hub.And{f}
	}
	n := hub.ContractNoun
	typed := false
	for _, part := range all {
		m, ok := part.(hub.Match)
		if !ok || m.Field != n.Field("type") && m.Field != n.Field("signedOn") && m.Field != n.Field("amount") {
			return false
		}
		typed = typed || m.Op == hub.OpIn && m.Field == n.Field("type")
	}
	return typed
}

// leadsAmong writes that a reference leads to one of the records of to that
// satisfy where, which are collected once. The plus keeps the database from
// starting at them.
func (b *builder) leadsAmong(ref *hub.Field, to *table, where hub.Filter, alias string) {
	other := b.alias()
	b.add("+", alias, ".", ref.Column, " IN (SELECT ", other, ".id FROM ", to.name, " AS ", other, " WHERE ")
	b.filter(where, to, other)
	b.add(")")
}

// named reports whether a filter holds for few records only, found by an
// index: it names ids, references or words.
func named(f hub.Filter) bool {
	switch f := f.(type) {
	case hub.And:
		if slices.ContainsFunc(f, named) {
			return true
		}
	case hub.Or:
		for _, part := range f {
			if !named(part) {
				return false
			}
		}
		return true
	case hub.Match:
		return f.Op == hub.OpIn && (f.Field.Type == hub.TypeRef || f.Field.Column == "id" || f.Field.Searched && f.Field.Type == hub.TypeText && !f.Field.Named)
	case hub.Words:
		return true
	case hub.Has:
		return f.Quantifier == hub.Some && named(f.Where)
	}
	return false
}

// exists looks at the related records of each candidate.
func (b *builder) exists(r *hub.Relation, where hub.Filter, alias string) {
	to := b.schema.named(r.To)
	other := b.alias()
	b.add("EXISTS (SELECT 1 FROM ")
	switch {
	case r.Through != "" && b.countsMany && indexed(where):
		b.add(b.schema.named(r.Through).name, " AS ", other, " WHERE ", other, ".", r.In.Column, " = ", alias, ".id AND ")
		b.leadsAmong(r.Out, to, where, other)
		where = nil
	case r.Through != "":
		// A cross join keeps its order: few records lie between, and very many
		// may satisfy where.
		through := b.alias()
		b.add(b.schema.named(r.Through).name, " AS ", through, " CROSS JOIN ", to.name, " AS ", other, " ON ", other, ".id = ", through, ".", r.Out.Column,
			" WHERE ", through, ".", r.In.Column, " = ", alias, ".id")
	case r.Own != nil && r.Own.Type == hub.TypeRefs:
		b.add("json_each(", alias, ".", r.Own.Column, ") AS j JOIN ", to.name, " AS ", other, " ON ", other, ".id = j.value WHERE 1")
	case r.Own != nil:
		b.add(to.name, " AS ", other, " WHERE ", other, ".id = ", alias, ".", r.Own.Column)
	case r.Via[0].Type == hub.TypeRefs:
		link := b.alias()
		b.add(to.linkTable(r.Via[0]), " AS ", link, " JOIN ", to.name, " AS ", other, " ON ", other, ".key = ", link, ".key",
			" WHERE ", link, ".ref = ", alias, ".id")
	default:
		b.add(to.name, " AS ", other, " WHERE (")
		between(b, " OR ", r.Via, func(f *hub.Field) { b.add(other, ".", f.Column, " = ", alias, ".id") })
		b.add(")")
	}
	if where != nil {
		b.add(" AND ")
		b.filter(where, to, other)
	}
	b.add(")")
}

// among collects the related records first.
func (b *builder) among(r *hub.Relation, where hub.Filter, alias string) {
	to := b.schema.named(r.To)
	switch {
	case r.Through != "":
		other, through := b.alias(), b.alias()
		b.add(alias, ".id IN (SELECT ", through, ".", r.In.Column, " FROM ", to.name, " AS ", other, " JOIN ", b.schema.named(r.Through).name, " AS ", through,
			" ON ", through, ".", r.Out.Column, " = ", other, ".id WHERE ")
		b.filter(where, to, other)
	case r.Own != nil && r.Own.Type == hub.TypeRefs:
		other, link := b.alias(), b.alias()
		b.add(alias, ".key IN (SELECT ", link, ".key FROM ", to.name, " AS ", other, " JOIN ", b.schema.named(r.From).linkTable(r.Own), " AS ", link,
			" ON ", link, ".ref = ", other, ".id WHERE ")
		b.filter(where, to, other)
	case r.Own != nil:
		other := b.alias()
		b.add(alias, ".", r.Own.Column, " IN (SELECT ", other, ".id FROM ", to.name, " AS ", other, " WHERE ")
		b.filter(where, to, other)
	case r.Via[0].Type == hub.TypeRefs:
		other, link := b.alias(), b.alias()
		b.add(alias, ".id IN (SELECT ", link, ".ref FROM ", to.name, " AS ", other, " JOIN ", to.linkTable(r.Via[0]), " AS ", link,
			" ON ", link, ".key = ", other, ".key WHERE ")
		b.filter(where, to, other)
	default:
		b.add(alias, ".id IN (")
		between(b, " UNION ALL ", r.Via, func(f *hub.Field) {
			other := b.alias()
			b.add("SELECT ", other, ".", f.Column, " FROM ", to.name, " AS ", other, " WHERE ")
			b.filter(where, to, other)
		})
	}
	b.add(")")
}
