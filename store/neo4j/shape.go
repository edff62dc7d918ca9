package neo4j

import (
	"slices"
	"strings"

	"polehub/hub"
)

// shape is what a query reads of the records of a place: some of the fields as
// columns in the order of the table, or all properties as one map.
type shape struct {
	*place
	whole bool
	// columns are the properties to read, the id first, unless whole.
	columns []*property
	// joined are the references to read that the graph keeps as relationships.
	joined []*hub.Field
}

// shaped gives the shape of a place for the fields that are wanted; nil for all.
func (p *place) shaped(fields []*hub.Field) shape {
	if fields == nil {
		return shape{place: p, whole: true, joined: p.structural}
	}
	s := shape{place: p}
	for i := range p.fields {
		if f := p.fields[i].Field; f == p.noun.ID() || slices.Contains(fields, f) {
			s.columns = append(s.columns, &p.fields[i])
		}
	}
	for _, f := range p.structural {
		if slices.Contains(fields, f) {
			s.joined = append(s.joined, f)
		}
	}
	return s
}

// width is the number of columns.
func (s shape) width() int {
	if s.whole {
		return 1 + len(s.joined)
	}
	return len(s.columns) + len(s.joined)
}

// columns lists the expressions of the columns of a shape.
func (c *compiler) columns(s scope, sh shape) []string {
	var out []string
	if sh.whole {
		out = append(out, "properties("+s.v+")")
	}
	for _, f := range sh.columns {
		out = append(out, s.v+"."+f.Name)
	}
	for _, f := range sh.joined {
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

// list is the expression of the columns as one list.
func (c *compiler) list(s scope, sh shape) string {
	return "[" + strings.Join(c.columns(s, sh), ", ") + "]"
}

// record makes a record of its columns.
func (s shape) record(columns []any, misfit func(*hub.Field, any)) hub.Record {
	record := s.noun.New()
	if s.whole {
		props, _ := columns[0].(map[string]any)
		s.load(record, props, misfit)
		columns = columns[1:]
	}
	for i, f := range s.columns {
		f.load(record, columns[i], misfit)
	}
	for i, v := range columns[len(s.columns):][:len(s.joined)] {
		switch p := s.joined[i].Pointer(record).(type) {
		case *string:
			*p, _ = v.(string)
		case *[]hub.ID:
			pairs, _ := v.([]any)
			*p = ordered(pairs)
		}
	}
	return record
}

// load reads all properties of a record. Properties that the noun does not know
// are ignored.
func (p *place) load(r hub.Record, props map[string]any, misfit func(*hub.Field, any)) {
	for i := range p.fields {
		f := &p.fields[i]
		f.load(r, props[f.Name], misfit)
	}
}

// load puts a value of the graph into the field. A value of a type that does not
// fit, which only other programs write, counts as missing and is reported.
func (f *property) load(r hub.Record, v any, misfit func(*hub.Field, any)) {
	switch {
	case v == nil:
		if f.Enum == hub.Tris {
			*f.Pointer(r).(*string) = string(hub.TriUnknown)
		}
	case !f.set(r, v):
		misfit(f.Field, v)
	}
}
