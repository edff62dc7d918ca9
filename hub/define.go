package hub

import (
	"strings"
	"unicode"
)

// The limits of texts, in bytes.
const (
	maxCode = 100
	maxName = 16 << 10
	maxText = 64 << 10
)

type option func(*Field)

func required(f *Field)         { f.Required = true }
func sortable(f *Field)         { f.Sortable = true }
func searched(f *Field)         { f.Searched = true }
func part(f *Field)             { f.Part = true }
func named(f *Field)            { f.Named, f.Sortable, f.MaxLength = true, true, maxName }
func long(f *Field)             { f.MaxLength = maxText }
func codes(e *Enum) option      { return func(f *Field) { f.Enum = e } }
func column(name string) option { return func(f *Field) { f.Column = name } }

// field declares one field of T; the column is the name in snake_case.
func field[T any, P interface {
	*T
	Record
}](name string, typ FieldType, pointer func(P) any, options ...option) *Field {
	f := &Field{Name: name, Column: snake(name), Type: typ, MaxLength: maxCode, pointer: func(r Record) any { return pointer(r.(P)) }}
	for _, o := range options {
		o(f)
	}
	return f
}

// ref declares a reference to a record of another noun.
func ref[T any, P interface {
	*T
	Record
}](name, to string, pointer func(P) *ID, options ...option) *Field {
	f := field(name, TypeRef, func(p P) any { return (*string)(pointer(p)) }, options...)
	f.Ref, f.MaxLength = to, MaxIDLength
	return f
}

func idField[T any, P interface {
	*T
	Record
}](pointer func(P) *ID) *Field {
	f := field("id", TypeText, func(p P) any { return (*string)(pointer(p)) }, required, sortable)
	f.MaxLength = MaxIDLength
	return f
}

// factFields are the two fields that every sourced record ends with.
func factFields[T any, P interface {
	*T
	Record
}](fact func(P) *Fact) []*Field {
	sources := field("sources", TypeRefs, func(p P) any { return &fact(p).SourceIDs })
	sources.Ref = "source"
	return []*Field{sources, field("flags", TypeFlags, func(p P) any { return &fact(p).Flags })}
}

func periodFields[T any, P interface {
	*T
	Record
}](period func(P) *Period) []*Field {
	return []*Field{
		field("validFrom", TypeDate, func(p P) any { return (*string)(&period(p).ValidFrom) }, sortable),
		field("validTo", TypeDate, func(p P) any { return (*string)(&period(p).ValidTo) }, sortable),
	}
}

func join(groups ...[]*Field) []*Field {
	var all []*Field
	for _, g := range groups {
		all = append(all, g...)
	}
	return all
}

// keyed names the natural key of a noun.
func (n *Noun) keyed(names ...string) *Noun {
	for _, name := range names {
		n.Key = append(n.Key, n.Field(name))
	}
	return n
}

func snake(name string) string {
	var b strings.Builder
	for _, c := range name {
		if unicode.IsUpper(c) {
			b.WriteByte('_')
			c = unicode.ToLower(c)
		}
		b.WriteRune(c)
	}
	return b.String()
}

// refs declares a list of references to records of another noun.
func refs[T any, P interface {
	*T
	Record
}](name, to string, pointer func(P) *[]ID) *Field {
	f := field(name, TypeRefs, func(p P) any { return pointer(p) })
	f.Ref = to
	return f
}
