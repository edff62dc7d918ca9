package neo4j

import (
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
const gathered = 2000

// gathers reports whether the rows of the query come as lists.
func gathers(q hub.Query) bool { return q.Limit > 0 && q.Limit <= gathered }

// answer is a compiled query with the shapes of the records that it gives.
type answer struct {
	statement
	own    shape
	joined []shape // as Query.With
}

// rows compiles a query to one statement that gives, row by row: the parent's
// id when there are parents, the columns of the record, and one list of columns
// for each joined record. With a limit it gives lists of such rows instead,
// without the parent's id, one for each parent.
func rows(q hub.Query) (answer, error) {
	c := newCompiler()
	c.lazily = gathers(q) && q.Parents == nil
	source, s, err := c.source(q)
	if err != nil {
		return answer{}, err
	}
	order, err := orderBy(s, q)
	if err != nil {
		return answer{}, err
	}
	source += " ORDER BY " + order
	if len(c.late) > 0 {
		source += "\nWHERE " + strings.Join(c.late, " AND ") + "\nWITH " + strings.Join(s.variables(), ", ")
	}
	if q.Limit > 0 {
		c.params["limit"] = q.Limit
		source += " LIMIT $limit"
	}
	a := answer{own: s.shaped(q.Fields)}
	columns := c.columns(s, a.own)
	for _, r := range q.With {
		if r.Own == nil || r.Many || s.noun.Relation(r.Name) != r {
			return answer{}, hub.Invalid("with", "%s has no single %s", s.noun.Name, r.Name)
		}
		sh := placeNamed(r.To).shaped(q.Fields)
		a.joined = append(a.joined, sh)
		columns = append(columns, c.joinedRecord(s, r, sh))
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
		a.statement = statement{source + "\nRETURN " + row, c.params}
		return a, nil
	}
	c.params["parents"] = texted(q.Parents.IDs)
	a.statement = statement{forEachParent(source+"\nRETURN "+given, parentName+", "+row), c.params}
	return a, nil
}

// forEachParent runs a part of a statement once for each of $parents.
func forEachParent(part, columns string) string {
	return "UNWIND $parents AS " + parentName + "\nCALL (" + parentName + ") {\n" + part + "\n}\nRETURN " + columns
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
	var out strings.Builder
	out.WriteString(s.v)
	for _, end := range [][2]string{{s.start, s.v + "_start"}, {s.end, s.v + "_end"}} {
		out.WriteString(", " + end[0])
		if end[0] != end[1] {
			out.WriteString(" AS " + end[1])
		}
	}
	return out.String()
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

// joinedRecord is the list of the columns of the target of a to-one relation,
// or null.
func (c *compiler) joinedRecord(s scope, r *hub.Relation, sh shape) string {
	w := c.ways(s, r)[0]
	list := c.list(w.to, sh)
	switch ref := s.refs[r.Own.Name]; ref.kind {
	case byEdge:
		return "head([ " + w.pattern + " | " + list + " ])"
	case byProperty:
		return "head(COLLECT { MATCH " + w.pattern + " WHERE " + w.condition + "true RETURN " + list + " })"
	default:
		return "CASE WHEN " + w.to.v + ":" + w.to.label + " THEN " + list + " END"
	}
}
