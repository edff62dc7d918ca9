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
// they belong to (IN), which is better when where names records or words.
func (b *builder) some(r *hub.Relation, where hub.Filter, alias string) {
	if named(where) {
		b.among(r, where, alias)
		return
	}
	b.exists(r, where, alias)
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
	case r.Through != "":
		through := b.alias()
		b.add(b.schema.named(r.Through).name, " AS ", through, " JOIN ", to.name, " AS ", other, " ON ", other, ".id = ", through, ".", r.Out.Column,
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
