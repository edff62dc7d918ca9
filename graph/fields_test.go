package graph

import (
	"context"
	"io"
	"io/fs"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"polehub/graph/load"
	"polehub/hub"
	"polehub/seed"
	"polehub/seed/demo"
	"polehub/store/storetest"
)

// demoHub is a hub over the oracle with the demonstration data.
func demoHub(t testing.TB) *hub.Hub {
	t.Helper()
	h := &hub.Hub{Store: storetest.NewOracle(), Clock: noonClock}
	bundle := demo.Bundle()
	names, err := fs.Glob(bundle, "*")
	if err != nil {
		t.Fatal(err)
	}
	files := seed.BundleFiles{Names: names, Open: func(name string) (io.ReadCloser, error) { return bundle.Open(name) }}
	if _, err := seed.Import(t.Context(), h, seed.Options{}, seed.ReadBundle(files, "")); err != nil {
		t.Fatal(err)
	}
	return h
}

// whole is a store that always gives whole records.
type whole struct{ hub.Store }

func (s whole) Rows(ctx context.Context, q hub.Query) iter.Seq2[hub.Row, error] {
	q.Fields = nil
	return s.Store.Rows(ctx, q)
}

// way leads through a document from the root to records of a type.
type way struct {
	open, close string
	to          *ast.Definition
}

// onward is the ways that go one field on from the records of a way.
func (w way) onward(schema *ast.Schema) []way {
	var out []way
	for _, f := range w.to.Fields {
		to := schema.Types[f.Type.Name()]
		if slices.ContainsFunc(f.Arguments, func(a *ast.ArgumentDefinition) bool { return a.Type.NonNull && a.DefaultValue == nil }) {
			continue
		}
		if load.NounOf(to) != nil && w.to != schema.Query {
			out = append(out, way{w.open + f.Name + "{", "}" + w.close, to})
		} else if nodes := to.Fields.ForName("nodes"); nodes != nil && to.Fields.ForName("pageInfo") != nil && f.Arguments.ForName("last") != nil {
			to = schema.Types[nodes.Type.Name()]
			out = append(out,
				way{w.open + f.Name + "(first:3){nodes{", "}}" + w.close, to},
				way{w.open + f.Name + "(last:2){edges{cursor node{", "}}}" + w.close, to})
		}
	}
	return out
}

// waysToAll is a shortest way to each type of record, and all that go one field
// on from those.
func waysToAll(schema *ast.Schema) []way {
	var all []way
	seen := map[string]bool{}
	for next := []way{{"{", "}", schema.Query}}; len(next) > 0; next = next[1:] {
		for _, w := range next[0].onward(schema) {
			all = append(all, w)
			if !seen[w.to.Name] {
				seen[w.to.Name] = true
				next = append(next, w)
			}
		}
	}
	return all
}

// selected is a field with the least that can be selected of a record, and
// everything of what is none.
func selected(schema *ast.Schema, f *ast.FieldDefinition) string {
	to := schema.Types[f.Type.Name()]
	if f.Name == "grid" && f.Arguments.ForName("id") != nil {
		return `grid(id:"labo-2012"){__typename poleId from to}`
	}
	switch {
	case to.IsLeafType():
		return f.Name
	case load.NounOf(to) != nil || to.Fields.ForName("nodes") != nil:
		return f.Name + "{__typename}"
	}
	var inner []string
	for _, g := range to.Fields {
		if len(g.Arguments) == 0 && (schema.Types[g.Type.Name()].IsLeafType() || load.NounOf(schema.Types[g.Type.Name()]) != nil) {
			inner = append(inner, selected(schema, g))
		}
	}
	return f.Name + "{__typename " + strings.Join(inner, " ") + "}"
}

// TestFieldsThatAreRead: a document reads what its fields are made of. Every
// field of every record, asked for alone, is answered from the fields that are
// read for it as it is from whole records.
func TestFieldsThatAreRead(t *testing.T) {
	h := demoHub(t)
	some, all := testAPI(t, h), testAPI(t, &hub.Hub{Store: whole{h.Store}, Clock: noonClock})
	schema := schemaOf()
	compared := map[string]bool{}
	for _, w := range waysToAll(schema) {
		for _, f := range w.to.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			document := w.open + selected(schema, f) + w.close
			got, want := answer(t, some, document, nil), answer(t, all, document, nil)
			if got != want || strings.Contains(got, `"errors"`) {
				t.Errorf("%s gives\n%.800s\nand with whole records\n%.800s", document, got, want)
			}
			compared[w.to.Name+"."+f.Name] = true
		}
	}
	if len(compared) < 280 {
		t.Errorf("only %d fields were compared", len(compared))
	}
}

// TestEveryFieldIsKnown: there is no field of a record of which nobody knows
// what it is made of, for then everything would be read.
func TestEveryFieldIsKnown(t *testing.T) {
	nouns := map[*hub.Noun]bool{}
	ours(schemaOf(), func(d *ast.Definition) {
		if d.Kind == ast.InputObject || load.NounOf(d) == nil {
			return
		}
		nouns[load.NounOf(d)] = true
		for _, f := range d.Fields {
			fields, known := load.Behind(load.NounOf(d), f.Name)
			if !known {
				t.Errorf("nobody knows what %s.%s is made of", d.Name, f.Name)
			}
			for _, name := range fields {
				noun, field, _ := strings.Cut(name, ".")
				if n := hub.NounNamed(noun); n == nil || n.Field(field) == nil {
					t.Errorf("%s.%s is made of %s, which does not exist", d.Name, f.Name, name)
				}
			}
		}
	})
	if len(nouns) != len(hub.Nouns()) {
		t.Errorf("the schema shows %d kinds of records of %d", len(nouns), len(hub.Nouns()))
	}
}
