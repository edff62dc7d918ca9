package report

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"polehub/graph"
	"polehub/hub"
	"polehub/seed"
	"polehub/seed/demo"
	"polehub/store"
	"polehub/web/page"
)

var update = flag.Bool("update", false, "record the answers of the demonstration and write the expected pages anew")

// live is the API over a hub of the demonstration data.
type live struct{ api *graph.API }

func (q live) Query(ctx context.Context, document string, variables map[string]any, out any) error {
	answer := q.api.Query(ctx, document, "", variables)
	var refusals []*page.Error
	for _, e := range answer.Errors {
		code, _ := e.Extensions["code"].(string)
		refusals = append(refusals, &page.Error{Code: code, Path: e.Path.String(), Message: e.Message})
	}
	return page.Decode(answer.Data, refusals, out)
}

// demonstration is a live API; its today is that of the recorded answers.
func demonstration(t testing.TB) live {
	t.Helper()
	s, err := store.Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "hub.db"), store.Credentials{}, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	h := &hub.Hub{Store: s, Clock: func() time.Time { return time.Date(2026, 2, 1, 12, 0, 0, 0, time.UTC) }}
	bundle := demo.Bundle()
	names, err := fs.Glob(bundle, "*")
	if err != nil {
		t.Fatal(err)
	}
	files := seed.BundleFiles{Names: names, Open: func(name string) (io.ReadCloser, error) { return bundle.Open(name) }}
	if _, err := seed.Import(t.Context(), h, seed.Options{By: "test"}, seed.ReadBundle(files, "")); err != nil {
		t.Fatal(err)
	}
	return live{graph.NewAPI(graph.Schema(graph.New(h, graph.WithVersion("test"))), graph.DefaultLimits(), slog.New(slog.DiscardHandler))}
}

// recorded gives the answers in testdata/NAME.json, one for each operation, by its
// name.
type recorded struct{ answers map[string]json.RawMessage }

func record(t *testing.T, name string) recorded {
	t.Helper()
	var r recorded
	text, err := os.ReadFile(filepath.Join("testdata", name+".json"))
	if err == nil {
		err = json.Unmarshal(text, &r.answers)
	}
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func (r recorded) Query(_ context.Context, document string, _ map[string]any, out any) error {
	answer, ok := r.answers[operationName(document)]
	if !ok {
		return &page.Error{Code: page.NotFound, Message: "no answer to " + operationName(document) + " is recorded"}
	}
	return json.Unmarshal(answer, out)
}

// recorder keeps the answers of the live API for testdata.
type recorder struct {
	live
	recorded
}

func (r recorder) Query(ctx context.Context, document string, variables map[string]any, out any) error {
	var answer json.RawMessage
	if err := r.live.Query(ctx, document, variables, &answer); err != nil {
		return err
	}
	r.answers[operationName(document)] = answer
	return json.Unmarshal(answer, out)
}

// rerecord asks the demonstration the question and keeps its answers.
func rerecord(t *testing.T, name string, question Question) {
	t.Helper()
	r := recorder{demonstration(t), recorded{map[string]json.RawMessage{}}}
	if _, err := Ask(t.Context(), r, question); err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	text.WriteString("{\n")
	for i, operation := range slices.Sorted(maps.Keys(r.answers)) {
		if i > 0 {
			text.WriteString(",\n")
		}
		text.WriteString(fmt.Sprintf("%q: %s", operation, r.answers[operation]))
	}
	if err := os.WriteFile(filepath.Join("testdata", name+".json"), []byte(text.String()+"\n}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}

func operationName(document string) string {
	_, after, _ := strings.Cut(document, "query ")
	name, _, _ := strings.Cut(after, "(")
	name, _, _ = strings.Cut(name, " ")
	return name
}

// changed is a querier whose answers are changed as texts before they are read.
type changed struct {
	recorded
	change func(operation, answer string) string
	err    error
}

func (c changed) Query(_ context.Context, document string, _ map[string]any, out any) error {
	name := operationName(document)
	if err := json.Unmarshal([]byte(c.change(name, string(c.answers[name]))), out); err != nil {
		return err
	}
	if name == "Report" {
		return c.err
	}
	return nil
}

// failing answers nothing.
type failing struct{ err error }

func (f failing) Query(context.Context, string, map[string]any, any) error { return f.err }
