package direct

import (
	"bytes"
	"go/token"
	"math"
	"reflect"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"polehub/graph/load"
)

// plain is how values of a Go type are written as a declared type: numbers,
// texts, and structs, pointers and lists of them. It is nil when one of the
// fields selected by f has to be resolved.
func (p *printer) plain(t reflect.Type, declared *ast.Type, f graphql.CollectedField) writer[reflect.Value] {
	switch d := p.types.schema.Types[declared.Name()]; {
	case t.Kind() == reflect.Pointer:
		return orNull(p.plain(t.Elem(), declared, f), declared)
	case t.Implements(reflect.TypeFor[graphql.Marshaler]()):
		return func(b []byte, v reflect.Value) ([]byte, bool) {
			w := bytes.NewBuffer(b)
			v.Interface().(graphql.Marshaler).MarshalGQL(w)
			return w.Bytes(), true
		}
	case declared.Elem != nil && t.Kind() == reflect.Slice:
		return items(p.plain(t.Elem(), declared.Elem, f), declared)
	case declared.Elem != nil:
		return nil
	case d.Kind == ast.Object && t.Kind() == reflect.Struct && load.NounOf(d) == nil:
		object := compile(p, d, f.Selections, func(f graphql.CollectedField) step[reflect.Value] { return p.member(t, f) })
		for _, s := range object {
			if s.write == nil {
				return nil
			}
		}
		return object.write
	case d.Kind == ast.Enum || d.BuiltIn:
		return leaf(t.Kind(), d, declared)
	}
	return nil
}

// made is how plain values are written that are made of others; nil as plain is.
func made[T, V any](p *printer, f graphql.CollectedField, of func(T) (V, error)) writer[T] {
	write := p.plain(reflect.TypeFor[V](), f.Definition.Type, f)
	if write == nil {
		return nil
	}
	return func(b []byte, from T) ([]byte, bool) {
		v, err := of(from)
		if err != nil {
			return b, false
		}
		return write(b, reflect.ValueOf(v))
	}
}

// member makes the step of a field of a struct.
func (p *printer) member(t reflect.Type, f graphql.CollectedField) step[reflect.Value] {
	member, found := t.FieldByNameFunc(func(name string) bool { return token.IsExported(name) && strings.EqualFold(name, f.Name) })
	if !found || len(f.Definition.Arguments) > 0 {
		return step[reflect.Value]{}
	}
	write := p.plain(member.Type, f.Definition.Type, f)
	if write == nil {
		return step[reflect.Value]{}
	}
	return step[reflect.Value]{write: func(b []byte, v reflect.Value) ([]byte, bool) { return write(b, v.FieldByIndex(member.Index)) }}
}

// orNull writes what a pointer leads to.
func orNull(write writer[reflect.Value], declared *ast.Type) writer[reflect.Value] {
	if write == nil {
		return nil
	}
	return func(b []byte, v reflect.Value) ([]byte, bool) {
		if v.IsNil() {
			return append(b, "null"...), !declared.NonNull
		}
		return write(b, v.Elem())
	}
}

// items writes a list.
func items(write writer[reflect.Value], declared *ast.Type) writer[reflect.Value] {
	if write == nil {
		return nil
	}
	return func(b []byte, v reflect.Value) ([]byte, bool) {
		if v.IsNil() && !declared.NonNull {
			return append(b, "null"...), true
		}
		b = append(b, '[')
		for i := range v.Len() {
			if i > 0 {
				b = append(b, ',')
			}
			var ok bool
			if b, ok = write(b, v.Index(i)); !ok {
				return b, false
			}
		}
		return append(b, ']'), true
	}
}

// leaf writes numbers and texts. The empty text is null where an enumeration may
// be missing; where a text may be missing, only the executor knows.
func leaf(k reflect.Kind, d *ast.Definition, declared *ast.Type) writer[reflect.Value] {
	switch {
	case d.Name == "Int" && k >= reflect.Int && k <= reflect.Int64:
		return func(b []byte, v reflect.Value) ([]byte, bool) { return strconv.AppendInt(b, v.Int(), 10), true }
	case d.Name == "Float" && k == reflect.Float64:
		return func(b []byte, v reflect.Value) ([]byte, bool) {
			x := v.Float()
			return strconv.AppendFloat(b, x, 'g', -1, 64), !math.IsInf(x, 0) && !math.IsNaN(x)
		}
	case d.Name == "Boolean" && k == reflect.Bool:
		return func(b []byte, v reflect.Value) ([]byte, bool) { return strconv.AppendBool(b, v.Bool()), true }
	case k == reflect.String && (d.Kind == ast.Enum || d.Name == "String" || d.Name == "ID"):
		return func(b []byte, v reflect.Value) ([]byte, bool) {
			if v.Len() == 0 && !declared.NonNull {
				return append(b, "null"...), d.Kind == ast.Enum
			}
			return appendText(b, v.String())
		}
	}
	return nil
}
