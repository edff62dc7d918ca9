package neo4j

import (
	"strconv"
	"strings"

	"polehub/hub"
)

// scope names the variables of one record in a statement: v is its node or
// relationship; start and end are the ends of a relationship.
type scope struct {
	*place
	v, start, end string
	// startBound and endBound tell that the variable of the end stands in the
	// statement already.
	startBound, endBound bool
}

func newScope(p *place, v string) scope {
	s := scope{place: p, v: v}
	if p.relationship() {
		s.start, s.end = v+"_start", v+"_end"
	}
	return s
}

// pattern matches the record. The end of a relationship whose reference may be
// missing has no label: it may be the placeholder of an unknown party.
func (s scope) pattern() string {
	if !s.relationship() {
		return "(" + s.v + ":" + s.label + ")"
	}
	start, end := "("+s.start, "("+s.end
	if !s.startBound {
		start += ":" + s.place.start
	}
	if !s.endBound && s.refs[s.endField(atEnd).Name].required {
		end += ":" + s.place.end
	}
	return start + ")-[" + s.v + ":" + s.label + "]->" + end + ")"
}

// edgePattern joins the node s by a reference of its own to the variable other.
func edgePattern(s, r string, ref ref, other string) string {
	if ref.out {
		return "(" + s + ")-[" + r + ":" + ref.edge + "]->(" + other + ")"
	}
	return "(" + s + ")<-[" + r + ":" + ref.edge + "]-(" + other + ")"
}

// compiler builds a statement from constant fragments, names of the table of
// places, and parameters. The text depends on the shape of a query only, never
// on its values, so that the server finds its plan again.
type compiler struct {
	params map[string]any
	scopes int
	// lazily puts conditions on related records aside in late: a page is
	// sorted first, and they are tested in its order until it is full.
	lazily bool
	late   []string
}

func newCompiler() *compiler { return &compiler{params: map[string]any{}} }

func (c *compiler) param(v any) string {
	name := "p" + strconv.Itoa(len(c.params))
	c.params[name] = v
	return "$" + name
}

func (c *compiler) variable() string {
	c.scopes++
	return "x" + strconv.Itoa(c.scopes)
}

// condition compiles a filter on the record of s to an expression that is true
// where the filter holds, and false or null elsewhere. Null stands for false
// through AND and OR, in WHERE and in EXISTS; NOT is where it must become false.
func (c *compiler) condition(s scope, f hub.Filter) (string, error) {
	switch f := f.(type) {
	case nil:
		return "true", nil
	case hub.And:
		return c.joined(s, f, " AND ", "true")
	case hub.Or:
		return c.joined(s, f, " OR ", "false")
	case hub.Not:
		inner, err := c.condition(s, f.Filter)
		return not(inner), err
	case hub.Match:
		return c.match(s, f)
	case hub.Has:
		return c.has(s, f)
	case hub.Words:
		parts := make([]string, len(f))
		for i, word := range f {
			if strings.ContainsAny(word, " ") || word == "" {
				return "", hub.Invalid("search", "%q is not a word", hub.Clip(word, 40))
			}
			parts[i] = s.v + "." + searchName + " CONTAINS " + c.param(" "+word)
		}
		return conjunction(parts), nil
	}
	return "", hub.Invalid("where", "a filter of Go type %T is not known", f)
}

func not(condition string) string { return "NOT coalesce(" + condition + ", false)" }

func conjunction(parts []string) string {
	if len(parts) == 0 {
		return "true"
	}
	return strings.Join(parts, " AND ")
}

func (c *compiler) joined(s scope, filters []hub.Filter, operator, empty string) (string, error) {
	if len(filters) == 0 {
		return empty, nil
	}
	parts := make([]string, len(filters))
	for i, f := range filters {
		part, err := c.condition(s, f)
		if err != nil {
			return "", err
		}
		parts[i] = part
	}
	if len(parts) == 1 {
		return parts[0], nil
	}
	return "(" + strings.Join(parts, operator) + ")", nil
}

// match compiles a comparison of one field.
func (c *compiler) match(s scope, m hub.Match) (string, error) {
	if s.noun.Field(m.Field.Name) != m.Field {
		return "", hub.Invalid("where", "%s has no field %s", s.noun.Name, m.Field.Name)
	}
	if r, ok := s.refs[m.Field.Name]; ok && r.kind != byProperty {
		return c.matchReference(s, r, m)
	}
	name := s.v + "." + m.Field.Name
	switch m.Op {
	case hub.OpIn:
		return c.matchIn(s.numbers(m.Field), name, m)
	case hub.OpLt, hub.OpLte, hub.OpGt, hub.OpGte:
		v, err := operand(m.Field, m.Values)
		if err != nil {
			return "", err
		}
		return name + " " + comparison(m.Op) + " " + c.param(v), nil
	case hub.OpContains, hub.OpStartsWith:
		return c.matchFolded(name, m)
	case hub.OpMissing:
		if m.Field.Enum == hub.Tris {
			return "false", nil
		}
		return name + " IS NULL", nil
	}
	return "", hub.Invalid("where", "operator %d is not known", m.Op)
}

func comparison(op hub.Op) string {
	switch op {
	case hub.OpLt:
		return "<"
	case hub.OpLte:
		return "<="
	case hub.OpGt:
		return ">"
	}
	return ">="
}

// operand is the first value as the graph holds values of the field.
func operand(f *hub.Field, values []any) (any, error) {
	if len(values) != 1 {
		return nil, hub.Invalid(f.Name, "the comparison takes one value, not %d", len(values))
	}
	if !scalar(f, values[0]) {
		return nil, hub.Invalid(f.Name, "a value of Go type %T does not fit", values[0])
	}
	return property{Field: f}.stored(values[0])
}

// scalar reports whether v is a canonical value of the field, or of one item.
func scalar(f *hub.Field, v any) bool {
	switch f.Type {
	case hub.TypeInt, hub.TypeMoney, hub.TypeRatio:
		_, ok := v.(int64)
		return ok
	case hub.TypeFloat:
		_, ok := v.(float64)
		return ok
	}
	_, ok := v.(string)
	return ok
}

func (c *compiler) matchIn(numbers bool, name string, m hub.Match) (string, error) {
	list := make([]any, 0, len(m.Values))
	for _, v := range m.Values {
		if !scalar(m.Field, v) {
			return "", hub.Invalid(m.Field.Name, "a value of Go type %T does not fit", v)
		}
		if m.Field.Type == hub.TypeDate {
			day, err := dateOf(m.Field.Name, v.(string))
			if err != nil {
				continue // no record has this date
			}
			v = day
		}
		list = append(list, v)
	}
	values := c.param(list)
	switch m.Field.Type {
	case hub.TypeFlags: // hub.Flag.Encode begins with the code and a tab
		return "any(item IN " + name + " WHERE split(item, '\t')[0] IN " + values + ")", nil
	case hub.TypeList, hub.TypeRefs:
		if numbers {
			return "any(item IN " + name + " WHERE toString(item) IN " + values + ")", nil
		}
		return "any(item IN " + name + " WHERE item IN " + values + ")", nil
	}
	if m.Field.Enum == hub.Tris {
		name = "coalesce(" + name + ", 'UNKNOWN')"
	}
	return name + " IN " + values, nil
}

// matchFolded compares folded text. A prefix that fits into the sort key is
// looked for there, where the index is.
func (c *compiler) matchFolded(name string, m hub.Match) (string, error) {
	if len(m.Values) != 1 || !m.Field.Named || !scalar(m.Field, m.Values[0]) {
		return "", hub.Invalid(m.Field.Name, "contains and startsWith take one text")
	}
	folded := hub.Fold(m.Values[0].(string))
	if folded == "" {
		return "false", nil
	}
	whole := "coalesce(" + name + "Fold, " + name + "Key)"
	if m.Op == hub.OpContains {
		return whole + " CONTAINS " + c.param(folded), nil
	}
	prefix := name + "Key STARTS WITH " + c.param(hub.SortKey(folded))
	if len(folded) > hub.MaxSortKey {
		prefix = "(" + prefix + " AND " + whole + " STARTS WITH " + c.param(folded) + ")"
	}
	return prefix, nil
}

// matchReference compares a reference that the graph keeps as a relationship.
func (c *compiler) matchReference(s scope, r ref, m hub.Match) (string, error) {
	var target, open, shut string
	switch r.kind {
	case atStart:
		target = s.start
	case atEnd:
		target = s.end
	case byEdge:
		target = c.variable()
		open, shut = "EXISTS { MATCH "+edgePattern(s.v, "", r, target+":"+r.label)+" WHERE ", " }"
	}
	switch m.Op {
	case hub.OpMissing:
		present := target + ".id IS NOT NULL"
		if r.kind != byEdge {
			present = target + ":" + r.label + " AND " + present
		}
		return not(open + present + shut), nil
	case hub.OpIn:
		values := make([]any, len(m.Values))
		for i, v := range m.Values {
			if !scalar(m.Field, v) {
				return "", hub.Invalid(m.Field.Name, "a value of Go type %T does not fit", v)
			}
			values[i] = v
		}
		condition := target + ".id IN " + c.param(values)
		if r.kind != byEdge {
			condition = "(" + target + ":" + r.label + " AND " + condition + ")"
		}
		return open + condition + shut, nil
	}
	return "", hub.Invalid(m.Field.Name, "operator %d does not fit", m.Op)
}

// has compiles a condition on related records. None and all are said by some.
func (c *compiler) has(s scope, h hub.Has) (string, error) {
	if s.noun.Relation(h.Relation.Name) != h.Relation {
		return "", hub.Invalid("where", "%s has no relation %s", s.noun.Name, h.Relation.Name)
	}
	where := h.Where
	if h.Quantifier == hub.All {
		if where == nil {
			return "true", nil
		}
		where = hub.Not{Filter: where}
	}
	var parts []string
	for _, way := range c.ways(s, h.Relation) {
		condition, err := c.condition(way.to, where)
		if err != nil {
			return "", err
		}
		condition = way.condition + condition + " AND " + way.to.v + ".id IS NOT NULL"
		if way.pattern == "" {
			parts = append(parts, "("+condition+")")
		} else {
			parts = append(parts, "EXISTS { MATCH "+way.pattern+" WHERE "+condition+" }")
		}
	}
	some := strings.Join(parts, " OR ")
	if len(parts) > 1 {
		some = "(" + some + ")"
	}
	if h.Quantifier == hub.Some {
		return some, nil
	}
	return not(some), nil
}

// way is one way along a relation: a pattern that leads to the related record
// (empty when it is an end of the relationship we stand on) and a condition
// that joins it, empty or ending in " AND ".
type way struct {
	to        scope
	pattern   string
	condition string
}

// ways lists the ways from the record of s along a relation: two for the ties
// of an organisation, else one.
func (c *compiler) ways(s scope, r *hub.Relation) []way {
	target := placeNamed(r.To)
	switch {
	case r.Own != nil:
		return []way{c.ownWay(s, s.refs[r.Own.Name], r.Own, target)}
	case r.Through != "":
		between := newScope(placeNamed(r.Through), c.variable())
		to := newScope(target, c.variable())
		between.bind(between.refs[r.In.Name].kind, s.v)
		between.bind(between.refs[r.Out.Name].kind, to.v)
		return []way{{to: to, pattern: between.pattern(), condition: to.v + ":" + target.label + " AND "}}
	}
	ways := make([]way, len(r.Via))
	for i, field := range r.Via {
		to := newScope(target, c.variable())
		ref := target.refs[field.Name]
		switch ref.kind {
		case byEdge:
			ways[i] = way{to: to, pattern: edgePattern(to.v+":"+target.label, "", ref, s.v)}
		case byProperty:
			ways[i] = way{to: to, pattern: to.pattern(), condition: to.v + "." + field.Name + " = " + s.v + ".id AND "}
		default:
			to.bind(ref.kind, s.v)
			ways[i] = way{to: to, pattern: to.pattern()}
		}
	}
	return ways
}

// bind makes one end of the relationship a variable of the statement.
func (s *scope) bind(kind refKind, v string) {
	if kind == atStart {
		s.start, s.startBound = v, true
	} else {
		s.end, s.endBound = v, true
	}
}

func (c *compiler) ownWay(s scope, ref ref, own *hub.Field, target *place) way {
	switch ref.kind {
	case atStart:
		return way{to: newScope(target, s.start)}
	case atEnd:
		return way{to: newScope(target, s.end), condition: s.end + ":" + target.label + " AND "}
	case byEdge:
		to := newScope(target, c.variable())
		return way{to: to, pattern: edgePattern(s.v, "", ref, to.v+":"+target.label)}
	}
	to := newScope(target, c.variable())
	return way{to: to, pattern: to.pattern(), condition: to.v + ".id = " + s.v + "." + own.Name + " AND "}
}
