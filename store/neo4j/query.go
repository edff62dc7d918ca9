package neo4j

import (
	"slices"
	"strings"

	"polehub/hub"
)

// statement is a compiled query.
type statement struct {
	text   string
	params map[string]any
}

const (
	root       = "n"      // the variable of the record asked for
	parentName = "parent" // the id of the parent, where a query has parents
)

// gathered is the greatest limit up to which rows come as one list (for each
// parent): a message to each row costs the server more than the row.
const gathered = 1000

// gathers reports whether the rows of the query come as lists.
func gathers(q hub.Query) bool { return q.Limit > 0 && q.Limit <= gathered }

// rows compiles a query to one statement that gives, row by row: the parent's
// id when there are parents, the columns of the record, and one list of columns
// for each joined record. With a limit it gives lists of such rows instead,
// without the parent's id, one for each parent.
func rows(q hub.Query) (statement, error) {
	c := newCompiler()
	c.lazily = gathers(q) && q.Parents == nil
	source, s, err := c.source(q)
	if err != nil {
		return statement{}, err
	}
	order, err := orderBy(s, q)
	if err != nil {
		return statement{}, err
	}
	source += " ORDER BY " + order
	if len(c.late) > 0 {
		source += "\nWHERE " + strings.Join(c.late, " AND ") + "\nWITH " + strings.Join(s.variables(), ", ")
	}
	if q.Limit > 0 {
		c.params["limit"] = q.Limit
		source += " LIMIT $limit"
	}
	columns := c.columns(s)
	for _, r := range q.With {
		if r.Own == nil || r.Many || s.noun.Relation(r.Name) != r {
			return statement{}, hub.Invalid("with", "%s has no single %s", s.noun.Name, r.Name)
		}
		columns = append(columns, c.joinedRecord(s, r))
	}
	row := strings.Join(columns, ", ")
	given := strings.Join(s.variables(), ", ")
	if gathers(q) {
		given, row = "collect(["+row+"]) AS found", "found"
	}
	if q.Parents == nil {
		if gathers(q) {
			row = given
		}
		return statement{source + "\nRETURN " + row, c.params}, nil
	}
	c.params["parents"] = texted(q.Parents.IDs)
	return statement{forEachParent(source+"\nRETURN "+given, row), c.params}, nil
}

// forEachParent runs a part of a statement once for each of $parents.
func forEachParent(part, columns string) string {
	return "UNWIND $parents AS " + parentName + "\nCALL (" + parentName + ") {\n" + part + "\n}\nRETURN " + parentName + ", " + columns
}

func texted(ids []hub.ID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}

// variables lists the variables of the record.
func (s scope) variables() []string {
	if s.relationship() {
		return []string{s.v, s.v + "_start", s.v + "_end"}
	}
	return []string{s.v}
}

// carried lists the variables for a WITH, where ends bound elsewhere get the
// names that the record's own ends have.
func (s scope) carried() string {
	if !s.relationship() {
		return s.v
	}
	out := s.v
	for _, end := range [][2]string{{s.start, s.v + "_start"}, {s.end, s.v + "_end"}} {
		out += ", " + end[0]
		if end[0] != end[1] {
			out += " AS " + end[1]
		}
	}
	return out
}

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
	match := "MATCH (p:" + p.label + " {id: " + parentName + "})"
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
		return []string{"MATCH " + s.pattern()}, []string{s.v + "." + r.Via[0].Name + " = " + parentName}, false, nil
	}
	s.bind(ref.kind, p.v)
	return []string{match, "MATCH " + s.pattern()}, nil, false, nil
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

// orderBy compiles the sort keys; the id is the last. Cypher sorts null as the
// greatest value: last ascending, first descending.
func orderBy(s scope, q hub.Query) (string, error) {
	var keys []string
	for _, o := range q.Order {
		if !o.Field.Sortable || s.noun.Field(o.Field.Name) != o.Field {
			return "", hub.Invalid("orderBy", "%s cannot be sorted by %s", s.noun.Name, o.Field.Name)
		}
		key := s.sortKey(o.Field)
		switch {
		case !o.Desc && !q.Backward:
			keys = append(keys, key)
		case !o.Desc:
			keys = append(keys, key+" DESC")
		case !q.Backward:
			keys = append(keys, key+" IS NULL", key+" DESC")
		default:
			keys = append(keys, key+" IS NULL DESC", key)
		}
	}
	id := s.v + ".id"
	if q.Backward {
		id += " DESC"
	}
	return strings.Join(append(keys, id), ", "), nil
}

// sortKey is the expression that a field sorts by.
func (s scope) sortKey(f *hub.Field) string {
	name := s.v + "." + f.Name
	switch {
	case f.Named:
		return name + "Key"
	case plainOrder(f):
		return "coalesce(" + name + "Key, " + name + ")"
	}
	return name
}

// after compiles the condition that a record stands behind the position of the
// query (before it when the query goes backward).
func (c *compiler) after(s scope, q hub.Query) (string, error) {
	if len(q.After.Values) != len(q.Order) {
		return "", &hub.Error{Code: hub.CursorMismatch, Field: "after", Msg: "the position was made for another order"}
	}
	than := ">"
	if q.Backward {
		than = "<"
	}
	condition := s.v + ".id " + than + " " + c.param(string(q.After.ID))
	for i := len(q.Order) - 1; i >= 0; i-- {
		o, v := q.Order[i], q.After.Values[i]
		key := s.sortKey(o.Field)
		if v == nil {
			condition = "(" + key + " IS NULL AND " + condition + ")"
			if q.Backward {
				condition = "(" + key + " IS NOT NULL OR " + condition + ")"
			}
			continue
		}
		value, err := operand(o.Field, []any{v})
		if err != nil {
			return "", err
		}
		if plainOrder(o.Field) {
			value = orderText(value.(string))
		}
		name := c.param(value)
		than := ">"
		if o.Desc != q.Backward {
			than = "<"
		}
		condition = key + " " + than + " " + name + " OR (" + key + " = " + name + " AND " + condition + ")"
		if !q.Backward {
			condition += " OR " + key + " IS NULL"
		}
		condition = "(" + condition + ")"
	}
	return condition, nil
}

// columns lists what is needed to make the record of s: its properties, and
// each reference that the graph keeps as a relationship.
func (c *compiler) columns(s scope) []string {
	out := []string{"properties(" + s.v + ")"}
	for _, f := range s.structural {
		switch r := s.refs[f.Name]; {
		case r.kind == atStart:
			out = append(out, s.start+".id")
		case r.kind == atEnd:
			out = append(out, s.end+".id")
		case r.many:
			x := c.variable()
			edge := c.variable()
			out = append(out, "[ "+edgePattern(s.v, edge, r, x+":"+r.label)+" | ["+edge+"."+positionName+", "+x+".id] ]")
		default:
			x := c.variable()
			out = append(out, "head([ "+edgePattern(s.v, "", r, x+":"+r.label)+" | "+x+".id ])")
		}
	}
	return out
}

// joinedRecord is the list of the columns of the target of a to-one relation,
// or null.
func (c *compiler) joinedRecord(s scope, r *hub.Relation) string {
	w := c.ways(s, r)[0]
	list := "[" + strings.Join(c.columns(w.to), ", ") + "]"
	switch ref := s.refs[r.Own.Name]; ref.kind {
	case byEdge:
		return "head([ " + w.pattern + " | " + list + " ])"
	case byProperty:
		return "head(COLLECT { MATCH " + w.pattern + " WHERE " + w.condition + "true RETURN " + list + " })"
	default:
		return "CASE WHEN " + w.to.v + ":" + w.to.label + " THEN " + list + " END"
	}
}
