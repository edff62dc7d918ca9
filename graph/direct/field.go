package direct

import (
	"fmt"
	"strconv"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"polehub/graph/load"
	"polehub/hub"
)

// field makes the step of a field of a noun; it writes nothing when the field
// is not known here.
func (p *printer) field(noun *hub.Noun, f graphql.CollectedField) step[hub.Record] {
	field, relation, declared := noun.Field(f.Name), noun.Relation(f.Name), f.Definition.Type
	ctx := graphql.WithFieldContext(p.ctx, &graphql.FieldContext{Object: f.ObjectDefinition.Name, Field: f})
	switch {
	case relation == nil && field != nil && len(f.SelectionSet) == 0:
		return step[hub.Record]{write: value(field, declared)}
	case relation != nil && relation.Own != nil && !relation.Many:
		object := p.record(f)
		return step[hub.Record]{write: func(b []byte, r hub.Record) ([]byte, bool) {
			target, err := load.One[hub.Record](ctx, r, relation.Own.Name)
			if target == nil {
				return append(b, "null"...), err == nil && !declared.NonNull
			}
			return object(target).write(b, target)
		}}
	case relation != nil && relation.Own == nil && declared.Elem == nil:
		return nested(p.connection(f).write, func(r hub.Record) (page, error) {
			return load.Children[hub.Record](ctx, r, relation.Name)
		})
	case relation != nil && relation.Own == nil:
		return nested(p.list(f), func(r hub.Record) ([]hub.Record, error) {
			return load.List[hub.Record](ctx, r, relation.Name, nil)
		})
	case relation != nil || field != nil && field.Type == hub.TypeRefs:
		name := f.Name
		if relation != nil {
			name = relation.Own.Name
		}
		return nested(p.list(f), func(r hub.Record) ([]hub.Record, error) {
			return load.Refs[hub.Record](ctx, r, name)
		})
	}
	return step[hub.Record]{}
}

// nested makes the step of a field that has to be read.
func nested[T any](write writer[T], read func(hub.Record) (T, error)) step[hub.Record] {
	return step[hub.Record]{
		read: func(r hub.Record) { _, _ = read(r) }, // who writes it sees the error
		write: func(b []byte, r hub.Record) ([]byte, bool) {
			v, err := read(r)
			if err != nil {
				return b, false
			}
			return write(b, v)
		},
	}
}

// value writes a field that is no record. What is missing and may not be is
// left to the executor.
func value(f *hub.Field, declared *ast.Type) writer[hub.Record] {
	quote := declared.Name() != "Int"
	return func(b []byte, r hub.Record) ([]byte, bool) {
		switch f.Type {
		case hub.TypeText, hub.TypeEnum, hub.TypeDate, hub.TypeRef:
			if s := f.Text(r); s != "" {
				return appendText(b, s)
			}
			return append(b, "null"...), !declared.NonNull
		case hub.TypeList, hub.TypeRefs:
			b = append(b, '[')
			for i, item := range f.List(r) {
				if i > 0 {
					b = append(b, ',')
				}
				ok := true
				if !quote {
					b = append(b, item...)
				} else if b, ok = appendText(b, item); !ok || item == "" {
					return b, false
				}
			}
			return append(b, ']'), true
		}
		switch v := f.Get(r).(type) {
		case float64:
			return fmt.Appendf(b, "%g", v), true
		case int64:
			switch f.Type {
			case hub.TypeMoney:
				return appendText(b, hub.Money(v).String())
			case hub.TypeRatio:
				return appendText(b, hub.Ratio(v).String())
			}
			return strconv.AppendInt(b, v, 10), true
		}
		return append(b, "null"...), !declared.NonNull
	}
}

// appendText writes a string; one with characters that are written in several
// ways is left to the executor.
func appendText(b []byte, s string) ([]byte, bool) {
	b = append(b, '"')
	start := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ':
			return b, false
		case c == '"' || c == '\\':
			b = append(append(b, s[start:i]...), '\\')
			start = i
		}
	}
	return append(append(b, s[start:]...), '"'), utf8.ValidString(s)
}
