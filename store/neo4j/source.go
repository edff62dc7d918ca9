package neo4j

import (
	"slices"
	"strings"

	"polehub/hub"
)

// source compiles the part that finds the records of a query and ends in
// "WITH" and their variables.
func (c *compiler) source(q hub.Query) (string, scope, error) {
	var lines []string
	var conditions []string
	s := newScope(placeOf(q.Noun), root)
	distinct := ""
	undirected := false
	filters := flatten(q.Where)
	if q.Parents == nil {
		lines = append(lines, "MATCH "+s.pattern())
		anchors, joins, err := c.anchored(s, filters)
		if err != nil {
			return "", s, err
		}
		if len(anchors) > 0 {
			distinct = "DISTINCT "
			lines = append(lines, anchors...)
		}
		conditions = joins
	} else {
		var err error
		var parent []string
		parent, conditions, undirected, err = c.parentMatch(&s, q.Parents.Relation)
		if err != nil {
			return "", s, err
		}
		lines = append(lines, parent...)
		if q.Parents.Relation.Through != "" {
			distinct = "DISTINCT "
		}
	}
	if undirected {
		lines = append(lines, "WITH "+root+", startNode("+root+") AS "+root+"_start, endNode("+root+") AS "+root+"_end")
	}
	if q.Parents != nil {
		where, err := c.conjuncts(s, filters)
		if err != nil {
			return "", s, err
		}
		conditions = append(conditions, where...)
	}
	if q.After != nil {
		after, err := c.after(s, q)
		if err != nil {
			return "", s, err
		}
		conditions = append(conditions, after)
	}
	lines = append(lines, "WHERE "+strings.Join(conditions, " AND "), "WITH "+distinct+s.carried())
	return strings.Join(lines, "\n"), newScope(s.place, root), nil
}

// conjuncts compiles filters that must all hold, and that the record has an id:
// what other programs write without one is left out.
func (c *compiler) conjuncts(s scope, filters []hub.Filter) ([]string, error) {
	out := []string{s.v + ".id IS NOT NULL"}
	for _, f := range filters {
		condition, err := c.condition(s, f)
		if err != nil {
			return nil, err
		}
		if c.lazily && s.v == root && related(f) {
			c.late = append(c.late, condition)
		} else {
			out = append(out, condition)
		}
	}
	return out, nil
}

// related reports whether a filter looks at related records.
func related(f hub.Filter) bool {
	switch f := f.(type) {
	case hub.And:
		return slices.ContainsFunc(f, related)
	case hub.Or:
		return slices.ContainsFunc(f, related)
	case hub.Not:
		return related(f.Filter)
	case hub.Has:
		return true
	}
	return false
}

// flatten lists the filters that must all hold.
func flatten(f hub.Filter) []hub.Filter {
	switch f := f.(type) {
	case nil:
		return nil
	case hub.And:
		var out []hub.Filter
		for _, part := range f {
			out = append(out, flatten(part)...)
		}
		return out
	}
	return []hub.Filter{f}
}

// anchored compiles filters that must all hold. Those on related records that
// name a few by an index become patterns of their own: a condition inside EXISTS
// is only tested record by record, a pattern lets the planner begin with the
// index. The same record may then come several times.
func (c *compiler) anchored(s scope, filters []hub.Filter) (lines, conditions []string, err error) {
	var rest []hub.Filter
	for _, f := range filters {
		w, where, ok := c.anchor(s, f)
		if !ok {
			rest = append(rest, f)
			continue
		}
		if w.pattern != "" {
			lines = append(lines, "MATCH "+w.pattern)
		}
		if joined := strings.TrimSuffix(w.condition, " AND "); joined != "" {
			conditions = append(conditions, joined)
		}
		further, inner, err := c.anchored(w.to, flatten(where))
		if err != nil {
			return nil, nil, err
		}
		lines, conditions = append(lines, further...), append(conditions, inner...)
	}
	own, err := c.conjuncts(s, rest)
	return lines, append(conditions, own...), err
}

// anchor gives the way to the related records that a filter names by an index,
// and what they must satisfy; false when it names none.
func (c *compiler) anchor(s scope, f hub.Filter) (way, hub.Filter, bool) {
	switch f := f.(type) {
	case hub.Match:
		r, ok := s.refs[f.Field.Name]
		if ok && r.kind == byEdge && f.Op == hub.OpIn {
			target := newScope(placeNamed(f.Field.Ref), c.variable())
			return way{to: target, pattern: edgePattern(s.v, "", r, target.v+":"+r.label)},
				hub.Match{Field: target.noun.ID(), Op: hub.OpIn, Values: f.Values}, true
		}
	case hub.Has:
		if s.noun.Relation(f.Relation.Name) == f.Relation && selectiveHas(f) {
			return c.ways(s, f.Relation)[0], f.Where, true
		}
	}
	return way{}, nil, false
}

// selectiveHas reports whether a condition on related records names a few by an
// index, along a single way.
func selectiveHas(h hub.Has) bool {
	return h.Quantifier == hub.Some && len(h.Relation.Via) < 2 && selective(placeNamed(h.Relation.To), h.Where)
}

// selective reports whether a filter on records of p names a few by an index.
func selective(p *place, f hub.Filter) bool {
	for _, part := range flatten(f) {
		switch part := part.(type) {
		case hub.Match:
			if r, ok := p.refs[part.Field.Name]; seekable(p, part) || ok && r.kind == byEdge && part.Op == hub.OpIn {
				return true
			}
		case hub.Has:
			if selectiveHas(part) {
				return true
			}
		}
	}
	return false
}

// seekable reports whether a match names a few records by an index.
func seekable(p *place, m hub.Match) bool {
	if m.Op != hub.OpIn {
		return false
	}
	r, reference := p.refs[m.Field.Name]
	return m.Field == p.noun.ID() || m.Field.Type == hub.TypeText && slices.Contains(p.indexed, m.Field.Name) || reference && r.kind != byEdge
}

// parentMatch compiles the way from $parent along the relation to the record of
// s, whose bound ends it sets. undirected tells that the ends are not known: two
// fields lead to the parent.
func (c *compiler) parentMatch(s *scope, r *hub.Relation) (lines, conditions []string, undirected bool, err error) {
	if r.To != s.noun.Name || placeNamed(r.From).noun.Relation(r.Name) != r {
		return nil, nil, false, hub.Invalid("parents", "%s.%s does not lead to %s", r.From, r.Name, s.noun.Name)
	}
	p := newScope(placeNamed(r.From), "p")
	if r.Own != nil {
		return c.ownParent(p, s, r)
	}
	match := "MATCH (p:" + p.label + " {id: " + parentName + "}) " + p.seek("id")
	if r.Through != "" {
		between := newScope(placeNamed(r.Through), "b")
		between.bind(between.refs[r.In.Name].kind, p.v)
		between.bind(between.refs[r.Out.Name].kind, s.v)
		return []string{match, "MATCH " + between.pattern()}, []string{s.v + ":" + s.label}, false, nil
	}
	if len(r.Via) > 1 {
		return []string{match, "MATCH (p)-[" + s.v + ":" + s.label + "]-()"}, nil, true, nil
	}
	ref := s.refs[r.Via[0].Name]
	switch ref.kind {
	case byEdge:
		return []string{match, "MATCH " + edgePattern(s.v+":"+s.label, "", ref, p.v)}, nil, false, nil
	case byProperty:
		return []string{"MATCH " + s.pattern() + " " + s.seek(r.Via[0].Name)}, []string{s.v + "." + r.Via[0].Name + " = " + parentName}, false, nil
	}
	s.bind(ref.kind, p.v)
	return []string{match, "MATCH " + s.pattern()}, nil, false, nil
}

// seek makes the planner find the record by an indexed field, such as its id. Left
// alone, it trusts statistics that lag behind what was written, takes a freshly
// filled index for empty, and keeps a plan that reads all of it.
func (s scope) seek(field string) string {
	return "USING INDEX SEEK " + s.v + ":" + s.label + "(" + field + ")"
}

// ownParent compiles the way from $parent along a field of its own.
func (c *compiler) ownParent(p scope, s *scope, r *hub.Relation) (lines, conditions []string, undirected bool, err error) {
	conditions = []string{p.v + ".id = " + parentName}
	switch ref := p.refs[r.Own.Name]; ref.kind {
	case byEdge:
		return []string{"MATCH " + p.pattern(), "MATCH " + edgePattern(p.v, "", ref, s.v+":"+s.label)}, conditions, false, nil
	case byProperty:
		conditions = append(conditions, s.v+".id = "+p.v+"."+r.Own.Name)
		return []string{"MATCH " + p.pattern(), "MATCH " + s.pattern()}, conditions, false, nil
	default:
		p.bind(ref.kind, s.v)
		return []string{"MATCH " + p.pattern()}, append(conditions, s.v+":"+s.label), false, nil
	}
}
