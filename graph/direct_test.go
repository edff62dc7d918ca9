package graph

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"log/slog"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"

	"polehub/graph/load"
	"polehub/hub"
)

// lame is a store that cannot read one noun.
type lame struct {
	hub.Store
	noun *hub.Noun
}

var errDown = &hub.Error{Code: hub.Unavailable, Msg: "down"}

func (f lame) Rows(ctx context.Context, q hub.Query) iter.Seq2[hub.Row, error] {
	if q.Noun == f.noun {
		return func(yield func(hub.Row, error) bool) { yield(hub.Row{}, errDown) }
	}
	return f.Store.Rows(ctx, q)
}

func (f lame) Find(ctx context.Context, n *hub.Noun, ids []hub.ID) ([]hub.Record, error) {
	if n == f.noun {
		return nil, errDown
	}
	return f.Store.Find(ctx, n, ids)
}

func (f lame) Tally(ctx context.Context, q hub.Query) ([]hub.Tally, error) {
	if q.Noun == f.noun && q.Parents != nil {
		return nil, errDown
	}
	return f.Store.Tally(ctx, q)
}

// writer draws documents.
type writer struct {
	t       *rapid.T
	schema  *ast.Schema
	aliases int
}

func (w *writer) chance(percent int) bool { return rapid.IntRange(0, 99).Draw(w.t, "chance") < percent }

func (w *writer) pick(from ...string) string { return rapid.SampledFrom(from).Draw(w.t, "pick") }

// selections draws what is selected of a type: fields, aliases, fragments of
// the types it can be, conditions.
func (w *writer) selections(d *ast.Definition, depth int) string {
	parts := []string{}
	for range rapid.IntRange(1, 4).Draw(w.t, "fields") {
		if depth > 0 && w.chance(15) {
			of := rapid.SampledFrom(append([]*ast.Definition{d}, w.schema.GetPossibleTypes(d)...)).Draw(w.t, "type")
			parts = append(parts, "... on "+of.Name+w.condition()+w.selections(of, depth-1))
			continue
		}
		parts = append(parts, w.field(d, depth))
	}
	return "{" + strings.Join(parts, " ") + "}"
}

func (w *writer) condition() string {
	if w.chance(85) {
		return ""
	}
	return w.pick(" @skip(if:true)", " @skip(if:false)", " @include(if:$yes)", " @include(if:$no)", " @skip(if:$no) @include(if:$yes)")
}

func (w *writer) field(d *ast.Definition, depth int) string {
	fields := slices.DeleteFunc(slices.Clone(d.Fields), func(f *ast.FieldDefinition) bool {
		to := w.schema.Types[f.Type.Name()]
		known := load.NounOf(d) != nil || f.Name == "countBy" || d.Fields.ForName("cursor") != nil || d.Fields.ForName("pageInfo") != nil || d.Name == "PageInfo"
		needs := slices.ContainsFunc(f.Arguments, func(a *ast.ArgumentDefinition) bool { return a.Type.NonNull && a.DefaultValue == nil })
		return strings.HasPrefix(f.Name, "__") || needs && f.Name != "countBy" || !known && d != w.schema.Query && !to.IsLeafType() ||
			d == w.schema.Query && f.Arguments.ForName("last") == nil || depth == 0 && !to.IsLeafType()
	})
	if len(fields) == 0 || w.chance(8) {
		return w.pick("__typename", "t: __typename")
	}
	f := rapid.SampledFrom(fields).Draw(w.t, "field")
	w.aliases++
	text := fmt.Sprintf("f%d: %s", w.aliases, f.Name)
	if len(f.Arguments) == 0 && w.chance(70) {
		text = f.Name
	}
	if f.Arguments.ForName("last") != nil {
		text += w.pick("", "(first:1)", "(first:3)", "(last:2)", "(first:100)", "(first:0)", `(after:"x")`)
	}
	if f.Name == "countBy" {
		by := w.schema.Types[f.Arguments[0].Type.Name()].EnumValues
		text += "(field:" + rapid.SampledFrom(by).Draw(w.t, "by").Name + ")"
	}
	text += w.condition()
	if to := w.schema.Types[f.Type.Name()]; !to.IsLeafType() {
		text += w.selections(to, depth-1)
	}
	return text
}

// outcome is the data of an answer as it is and its errors in order, for
// siblings fail in any.
func outcome(t testing.TB, api *API, document string) string {
	ctx := WithCaller(context.Background(), Caller{Name: "ed", Role: RoleEditor})
	resp := api.Query(ctx, document, "", map[string]any{"yes": true, "no": false})
	var errs []string
	for _, e := range resp.Errors {
		text, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		errs = append(errs, string(text))
	}
	slices.Sort(errs)
	return string(resp.Data) + "\n" + strings.Join(errs, "\n")
}

// bothWays is an API as it is and one whose executor answers everything.
func bothWays(t testing.TB, h *hub.Hub) (fast, slow *API) {
	limits := DefaultLimits()
	limits.Cost, limits.Errors = 1<<40, 1<<20
	schema, log := Schema(New(h)), slog.New(slog.DiscardHandler)
	return NewAPI(schema, limits, log), newSlowAPI(schema, limits, log)
}

// TestDirectAnswers: what is answered without the executor is what the executor
// answers, byte for byte, also when something cannot be read.
func TestDirectAnswers(t *testing.T) {
	h := demoHub(t)
	healthyFast, healthySlow := bothWays(t, h)
	brokenFast, brokenSlow := map[string]*API{}, map[string]*API{}
	for _, n := range hub.Nouns() {
		brokenFast[n.Name], brokenSlow[n.Name] = bothWays(t, &hub.Hub{Store: lame{h.Store, n}, Clock: noonClock})
	}
	schema := schemaOf()
	rapid.Check(t, func(rt *rapid.T) {
		w := &writer{t: rt, schema: schema}
		document := "query($yes:Boolean=true,$no:Boolean=false)" + w.selections(schema.Query, 8)
		if got, want := outcome(t, healthyFast, document), outcome(t, healthySlow, document); got != want {
			rt.Fatalf("%s gives\n%s\nand the executor\n%s", document, got, want)
		}
		n := rapid.SampledFrom(hub.Nouns()).Draw(rt, "broken").Name
		if got, want := outcome(t, brokenFast[n], document), outcome(t, brokenSlow[n], document); got != want {
			rt.Fatalf("%s without %s gives\n%s\nand the executor\n%s", document, n, got, want)
		}
	})
}

// TestDirectFields: each field of each record, by each way to it.
func TestDirectFields(t *testing.T) {
	fast, slow := bothWays(t, demoHub(t))
	schema := schemaOf()
	for _, w := range waysToAll(schema) {
		for _, f := range w.to.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			document := w.open + selected(schema, f) + w.close
			if got, want := outcome(t, fast, document), outcome(t, slow, document); got != want {
				t.Errorf("%s gives\n%.800s\nand the executor\n%.800s", document, got, want)
			}
		}
	}
}

// everything is a field with all that can be selected of what is no record, so
// many levels down.
func everything(schema *ast.Schema, f *ast.FieldDefinition, depth int) string {
	to := schema.Types[f.Type.Name()]
	if to.IsLeafType() {
		return f.Name
	}
	inner := []string{"__typename"}
	for _, g := range to.Fields {
		if depth > 0 && load.NounOf(to) == nil && !strings.HasPrefix(g.Name, "__") &&
			!slices.ContainsFunc(g.Arguments, func(a *ast.ArgumentDefinition) bool { return a.Type.NonNull && a.DefaultValue == nil }) {
			inner = append(inner, everything(schema, g, depth-1))
		}
	}
	return f.Name + "{" + strings.Join(inner, " ") + "}"
}

// TestPlainFields: each field of each type that is no record, alone and with all
// below it, where it has a value and where it has none.
func TestPlainFields(t *testing.T) {
	fast, slow := bothWays(t, demoHub(t))
	schema := schemaOf()
	documents := []string{"{hub{revision nouns:counts{noun count} counts{noun}}}", "{changes(first:3){pageInfo{hasNextPage endCursor}}}"}
	for _, f := range schema.Query.Fields {
		if len(f.Arguments) == 0 {
			documents = append(documents, "{"+everything(schema, f, 3)+"}")
		}
	}
	pole := schema.Types["Pole"]
	for _, name := range []string{"cooperationDensity", "mix"} {
		documents = append(documents, "{poles(first:100){nodes{"+everything(schema, pole.Fields.ForName(name), 4)+"}}}")
	}
	for _, f := range schema.Types["Network"].Fields {
		if !strings.HasPrefix(f.Name, "__") && f.Name != "measures" {
			documents = append(documents, `{pole(id:"pole:demo-silence"){network{`+everything(schema, f, 4)+"}}}")
		}
	}
	const measures = `{pole(id:"pole:demo-silence"){network(projection:{asOf:"2025-12-31"}){measures(ids:[DENSITY EI_INDEX CLOSENESS_CENTRALITY COMPOSITION] by:[KIND] nodes:true intervals:true nulls:true replicates:99)%s}}}`
	for _, f := range schema.Types["Measure"].Fields {
		documents = append(documents, fmt.Sprintf(measures, "{"+everything(schema, f, 3)+"}"))
	}
	for _, document := range documents {
		got, want := outcome(t, fast, document), outcome(t, slow, document)
		if got != want {
			t.Errorf("%s gives\n%.800s\nand the executor\n%.800s", document, got, want)
		}
		if contains(got, `"errors"`) || len(got) < 30 {
			t.Errorf("%s gives %.300s", document, got)
		}
	}
}
