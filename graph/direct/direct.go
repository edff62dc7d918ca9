// Package direct answers the common part of the API without the executor. The
// executor starts goroutines and makes several objects for each field of each
// record; a page of records whose fields are plain values, references and lists
// of the same kind is written here in one pass, from the table of nouns, and so
// is a struct that has the value of every field selected, such as a measure.
//
// What is written is, byte for byte, what the executor would have written. What
// this package does not know, and whatever is not as it should be (a failure, a
// missing value that may not be missing), is left to the executor, which finds
// what was read for the operation and says in its own way what is wrong.
package direct

import (
	"context"
	"io"
	"reflect"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"polehub/graph/actor"
	"polehub/graph/load"
	"polehub/graph/relay"
	"polehub/hub"
)

// page is a page of records of any kind.
type page = *relay.Connection[hub.Record]

// Fields is the middleware of the fields of a schema: it answers those that give
// a page of records or plain structs, with all that is selected of them.
func Fields(schema *ast.Schema) graphql.FieldMiddleware {
	kinds := typesOf(schema)
	return func(ctx context.Context, next graphql.Resolver) (any, error) {
		result, err := next(ctx)
		f := graphql.GetFieldContext(ctx).Field
		if err != nil || result == nil || len(f.Selections) == 0 {
			return result, err
		}
		w := load.Once(ctx, &f.Selections[0], func() *fieldWriter {
			return (&printer{ctx, graphql.GetOperationContext(ctx), kinds}).result(reflect.TypeOf(result), f)
		})
		if w.write == nil || w.fails.Load() {
			return result, nil
		}
		if b, ok := w.write(nil, result); ok {
			return text(b), nil
		}
		w.fails.Store(true)
		return result, nil
	}
}

// fieldWriter is what writes the results of one field, unless that failed: then
// it is not tried again.
type fieldWriter struct {
	write writer[any]
	fails atomic.Bool
}

// result is how the results of a field are written, which are of type t.
func (p *printer) result(t reflect.Type, f graphql.CollectedField) *fieldWriter {
	if t.Implements(reflect.TypeFor[recordList]()) {
		object := p.connection(f)
		return &fieldWriter{write: func(b []byte, result any) ([]byte, bool) {
			if reflect.ValueOf(result).IsNil() {
				return b, false
			}
			records, ok := result.(recordList).Records()
			if !ok {
				return b, false
			}
			return object.write(b, records)
		}}
	}
	if write := p.plain(t, f.Definition.Type, f); write != nil {
		return &fieldWriter{write: func(b []byte, result any) ([]byte, bool) { return write(b, reflect.ValueOf(result)) }}
	}
	return &fieldWriter{}
}

// recordList is a page of a list, which may be one of records.
type recordList interface{ Records() (page, bool) }

// text is JSON that is written as it is.
type text []byte

// MarshalGQL writes the text; the executor has no way to take an error.
func (t text) MarshalGQL(w io.Writer) { _, _ = w.Write(t) }

// types are the types of the API that show records, by noun and, for
// organisations, by kind.
type types struct {
	schema  *ast.Schema
	ofNoun  map[*hub.Noun]*ast.Definition
	ofActor map[hub.OrganisationKind]*ast.Definition
}

func typesOf(schema *ast.Schema) types {
	t := types{schema, map[*hub.Noun]*ast.Definition{}, map[hub.OrganisationKind]*ast.Definition{}}
	for _, d := range schema.Types {
		if n := load.NounOf(d); n != nil && d.Kind == ast.Object {
			t.ofNoun[n] = d
		}
	}
	for _, v := range hub.OrganisationKinds.Values {
		kind := hub.OrganisationKind(v.Code)
		// The Go types have the names of those of the API.
		t.ofActor[kind] = schema.Types[reflect.TypeOf(actor.Of(&hub.Organisation{Kind: kind})).Name()]
	}
	return t
}

func (t types) of(r hub.Record) *ast.Definition {
	if o, ok := r.(*hub.Organisation); ok {
		if d := t.ofActor[o.Kind]; d != nil {
			return d
		}
		return t.ofActor[hub.KindOther]
	}
	return t.ofNoun[r.Noun()]
}

// printer writes for one operation.
type printer struct {
	ctx   context.Context
	oc    *graphql.OperationContext
	types types
}

// writer appends one value of a T; false leaves the answer to the executor.
type writer[T any] func(b []byte, v T) ([]byte, bool)

// step writes one field. read, when there is one, reads what it needs, for all
// records of a level.
type step[T any] struct {
	key   string // `"alias":`
	write writer[T]
	read  func(T)
}

// object is how values of one type are written.
type object[T any] []step[T]

func (o object[T]) write(b []byte, v T) ([]byte, bool) {
	b = append(b, '{')
	for i, s := range o {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, s.key...)
		var ok bool
		if s.write == nil {
			return b, false
		}
		if b, ok = s.write(b, v); !ok {
			return b, false
		}
	}
	return append(b, '}'), true
}

// compile makes an object of a selection, one step for each key.
func compile[T any](p *printer, d *ast.Definition, set ast.SelectionSet, of func(graphql.CollectedField) step[T]) object[T] {
	satisfied := []string{d.Name}
	for _, i := range p.types.schema.GetImplements(d) {
		satisfied = append(satisfied, i.Name)
	}
	var o object[T]
	for _, f := range graphql.CollectFields(p.oc, set, satisfied) {
		key := `"` + f.Alias + `":`
		if slices.ContainsFunc(o, func(s step[T]) bool { return s.key == key }) {
			continue
		}
		var s step[T]
		switch {
		case len(f.Deferrables) > 0: // comes later
		case f.Name == "__typename":
			s.write = func(b []byte, _ T) ([]byte, bool) { return appendText(b, d.Name) }
		default:
			s = of(f)
		}
		s.key = key
		o = append(o, s)
	}
	return o
}

// connection is how the pages of a field are written.
func (p *printer) connection(f graphql.CollectedField) object[page] {
	return compile(p, p.types.schema.Types[f.Definition.Type.Name()], f.Selections, func(f graphql.CollectedField) (s step[page]) {
		switch f.Name {
		case "nodes":
			list := p.list(f)
			s.write = func(b []byte, c page) ([]byte, bool) { return list(b, c.Nodes) }
		case "edges":
			list := each(p.edge(f).write)
			s.write = func(b []byte, c page) ([]byte, bool) { return list(b, c.Edges()) }
		case "totalCount":
			s.write = func(b []byte, c page) ([]byte, bool) {
				n, err := c.TotalCount(p.ctx)
				if err != nil {
					return b, false
				}
				return strconv.AppendInt(b, int64(*n), 10), true
			}
		case "countBy":
			by, _ := f.ArgumentMap(p.oc.Variables)["field"].(string)
			s.write = made(p, f, func(c page) ([]*relay.ValueCount, error) { return c.CountBy(p.ctx, by) })
		case "pageInfo":
			s.write = made(p, f, func(c page) (*relay.PageInfo, error) { return c.PageInfo(), nil })
		case "at":
			s.write = made(p, f, func(c page) (hub.Date, error) { return c.At, nil })
		}
		return s
	})
}

// edge is how a record is written with its cursor.
func (p *printer) edge(f graphql.CollectedField) object[relay.Edge[hub.Record]] {
	return compile(p, p.types.schema.Types[f.Definition.Type.Name()], f.Selections, func(f graphql.CollectedField) (s step[relay.Edge[hub.Record]]) {
		switch f.Name {
		case "cursor":
			s.write = func(b []byte, e relay.Edge[hub.Record]) ([]byte, bool) { return appendText(b, e.Cursor()) }
		case "node":
			node := p.listed(f)
			s.write = func(b []byte, e relay.Edge[hub.Record]) ([]byte, bool) { return node(b, e.Node) }
		}
		return s
	})
}

// record is how records are written, each as the type that it has.
func (p *printer) record(f graphql.CollectedField) func(hub.Record) object[hub.Record] {
	var objects sync.Map // by *ast.Definition
	return func(r hub.Record) object[hub.Record] {
		d := p.types.of(r)
		if o, made := objects.Load(d); made {
			return o.(object[hub.Record])
		}
		o := compile(p, d, f.Selections, func(f graphql.CollectedField) step[hub.Record] { return p.field(r.Noun(), f) })
		objects.Store(d, o)
		return o
	}
}

// list is how lists of records are written.
func (p *printer) list(f graphql.CollectedField) writer[[]hub.Record] { return each(p.listed(f)) }

// listed is how records of lists are written. What they need of several relations
// is read at the same time, when the first record comes: asking for one does it
// for all of a level.
func (p *printer) listed(f graphql.CollectedField) writer[hub.Record] {
	object := p.record(f)
	var begin sync.Once
	return func(b []byte, r hub.Record) ([]byte, bool) {
		r = actor.Plain(r)
		steps := object(r)
		var reading sync.WaitGroup
		defer reading.Wait()
		begin.Do(func() {
			reads := slices.DeleteFunc(slices.Clone(steps), func(s step[hub.Record]) bool { return s.read == nil })
			for _, s := range reads[min(1, len(reads)):] { // the other one is read by writing
				reading.Go(func() { s.read(r) })
			}
		})
		return steps.write(b, r)
	}
}

// each writes lists of what one writes.
func each[T any](one writer[T]) writer[[]T] {
	return func(b []byte, list []T) ([]byte, bool) {
		b = append(b, '[')
		for i, v := range list {
			if i > 0 {
				b = append(b, ',')
			}
			var ok bool
			if b, ok = one(b, v); !ok {
				return b, false
			}
		}
		return append(b, ']'), true
	}
}
