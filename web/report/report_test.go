package report

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"polehub/graph"
	"polehub/hub"
	"polehub/web/lang"
	"polehub/web/page"
)

// cases are the reports whose pages are kept: a pole with everything, and one
// too small for most of it.
func cases() map[string]Question {
	return map[string]Question{
		"silence.fr": {Pole: "pole:demo-silence", Grids: []string{"labo-2012"}, At: "2025-12-31", Lang: "fr"},
		"petit.en":   {Pole: "pole:demo-petit", Grids: []string{"decret-2015-431", "loi-2014-art-9"}, At: "2025-12-31", Lang: "en"},
	}
}

func TestReportsAreAsExpected(t *testing.T) {
	for name, question := range cases() {
		t.Run(name, func(t *testing.T) {
			if *update {
				rerecord(t, name, question)
			}
			r, err := Ask(t.Context(), record(t, name), question)
			if err != nil {
				t.Fatal(err)
			}
			var html, machine bytes.Buffer
			if err := r.WriteHTML(&html, Form{StyleAt: "/static/report.css"}); err != nil {
				t.Fatal(err)
			}
			if err := r.WriteJSON(&machine); err != nil {
				t.Fatal(err)
			}
			golden(t, name+".html.golden", html.Bytes())
			golden(t, name+".json.golden", machine.Bytes())
		})
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(got, want) {
		return
	}
	gotLines, wantLines := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(gotLines), len(wantLines)) {
		if i >= len(gotLines) || i >= len(wantLines) || gotLines[i] != wantLines[i] {
			t.Fatalf("%s differs at line %d (look at it, then go test ./web/report -update):\n%.300s\nwant\n%.300s", name, i+1,
				strings.Join(gotLines[min(i, len(gotLines)):], "\n"), strings.Join(wantLines[min(i, len(wantLines)):], "\n"))
		}
	}
}

// TestOperationsAreOfTheSchema: what a report asks exists, and the recorded
// answers have all that is asked.
func TestOperationsAreOfTheSchema(t *testing.T) {
	schema := graph.Schema(graph.New(&hub.Hub{})).Schema()
	for _, document := range []string{Operation, InvolvementOperation, namesOperation, polesOperation} {
		parsed, errs := gqlparser.LoadQueryWithRules(schema, document, rules.NewDefaultRules())
		if errs != nil {
			t.Fatal(errs)
		}
		for name := range cases() {
			answer, ok := record(t, name).answers[parsed.Operations[0].Name]
			if !ok {
				continue
			}
			var value any
			if err := json.Unmarshal(answer, &value); err != nil {
				t.Fatal(err)
			}
			complete(t, name, parsed.Operations[0].SelectionSet, value)
		}
	}
}

// complete checks that an answer has every field that is selected of it, where
// that does not depend on its type, and no other.
func complete(t *testing.T, at string, set ast.SelectionSet, value any) {
	t.Helper()
	switch value := value.(type) {
	case []any:
		for _, v := range value {
			complete(t, at, set, v)
		}
	case map[string]any:
		asked := map[string]ast.SelectionSet{}
		var typed bool
		var collect func(ast.SelectionSet)
		collect = func(set ast.SelectionSet) {
			for _, s := range set {
				switch s := s.(type) {
				case *ast.Field:
					asked[s.Alias] = s.SelectionSet
				case *ast.FragmentSpread:
					collect(s.Definition.SelectionSet)
				case *ast.InlineFragment:
					typed = true
					collect(s.SelectionSet)
				}
			}
		}
		collect(set)
		for key, below := range asked {
			v, ok := value[key]
			if !ok && !typed {
				t.Errorf("%s has no %s", at, key)
			}
			complete(t, at+"."+key, below, v)
		}
		for key := range value {
			if _, ok := asked[key]; !ok {
				t.Errorf("%s has %s, which is not asked", at, key)
			}
		}
	}
}

// TestEveryMessageIsSaid: no key of the languages is unused, and all codes of the
// API that are put into words have words.
func TestEveryMessageIsSaid(t *testing.T) {
	var text strings.Builder
	for _, pattern := range []string{"*.go", "*.html"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			content, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			text.Write(content)
		}
	}
	fr, _ := lang.Of("fr")
	schema := graph.Schema(graph.New(&hub.Hub{})).Schema()
	for prefix, enum := range map[string]string{"kind.": "CriterionKind", "agreement.": "Agreement", "reason.": "MeasureReason", "warning.": "MeasureWarning", "instrument.": "PublicInstrument", "peers.": "PeerReason"} {
		for _, v := range schema.Types[enum].EnumValues {
			if !fr.Has(prefix + v.Name) {
				t.Errorf("no message for %s %s", enum, v.Name)
			}
		}
	}
	for _, key := range fr.Keys() {
		prefix, code, _ := strings.Cut(key, ".")
		if enum := map[string]string{"kind": "CriterionKind", "agreement": "Agreement", "reason": "MeasureReason", "warning": "MeasureWarning", "instrument": "PublicInstrument", "peers": "PeerReason"}[prefix]; enum != "" && code == strings.ToUpper(code) {
			if schema.Types[enum].EnumValues.ForName(code) == nil {
				t.Errorf("%q is a message for no %s", key, enum)
			}
			continue
		}
		if prefix == "family" || prefix == "strokes" {
			continue
		}
		if !strings.Contains(text.String(), `"`+key+`"`) {
			t.Errorf("nobody says %q", key)
		}
	}
	if found := regexp.MustCompile(`(?i)>[^<{]*[a-zà-ÿ]{3,}[^<{]*<`).FindString(withoutTags(t)); found != "" {
		t.Errorf("the template itself says %q", found)
	}
}

// withoutTags is the template without its style, title and actions.
func withoutTags(t *testing.T) string {
	t.Helper()
	text, err := files.ReadFile("report.html")
	if err != nil {
		t.Fatal(err)
	}
	s := regexp.MustCompile(`(?s)\{\{.*?\}\}`).ReplaceAllString(string(text), "")
	s = regexp.MustCompile(`&[a-z]+;`).ReplaceAllString(s, "")
	return regexp.MustCompile(`(?s)<title>.*?</title>`).ReplaceAllString(s, "")
}

// TestHostileNames: names of facts are texts, whatever they hold.
func TestHostileNames(t *testing.T) {
	const hostile = `<script>alert(\"x\")</script><img src=x onerror=alert(1)>{{.}}&amp;\u202e`
	q := changed{record(t, "silence.fr"), func(_, answer string) string {
		return regexp.MustCompile(`"(name|title|summary|territory|label|reasons|author|reference|beyondData|publisher|licence|url)":"[^"]*"`).
			ReplaceAllString(answer, `"$1":"`+hostile+`"`)
	}, nil}
	r, err := Ask(t.Context(), q, cases()["silence.fr"])
	if err != nil {
		t.Fatal(err)
	}
	var html bytes.Buffer
	if err := r.WriteHTML(&html, Form{}); err != nil {
		t.Fatal(err)
	}
	if found := regexp.MustCompile(`(?i)<script|<img| on[a-z]+="|javascript:`).FindString(html.String()); found != "" {
		t.Errorf("the page has %q", found)
	}
	if n := strings.Count(html.String(), "&lt;script&gt;"); n < 20 {
		t.Errorf("the names are there %d times only", n)
	}
}

func TestReportRefuses(t *testing.T) {
	q := demonstration(t)
	good := cases()["silence.fr"]
	for name, c := range map[string]struct {
		change     func(*Question)
		code, want string
	}{
		"pole":         {func(q *Question) { q.Pole = "pole:nulle-part" }, page.NotFound, `"pole:nulle-part" is not a pole of this hub: expected one of pole:demo-`},
		"no id":        {func(q *Question) { q.Pole = "%s <nulle part>" }, page.NotFound, `"%s <nulle part>" is not a pole of this hub: expected one of`},
		"long id":      {func(q *Question) { q.Pole = strings.Repeat("é", 500) }, page.NotFound, `…" is not a pole`},
		"organisation": {func(q *Question) { q.Pole = "org:siren-000000356" }, page.NotFound, `is not a pole of this hub`},
		"grid":         {func(q *Question) { q.Grids = []string{"labo-2012", "labo"} }, page.BadUserInput, `"labo" is not a grid: expected one of decret-2015-431 labo-2012 loi-2014-art-9`},
		"day":          {func(q *Question) { q.At = "31/12/2025" }, page.BadUserInput, `at: "31/12/2025" is not a day: expected one such as 2025-12-31`},
		"no such day":  {func(q *Question) { q.At = "2025-02-30" }, page.BadUserInput, `"2025-02-30"`},
		"language":     {func(q *Question) { q.Lang = "de" }, page.BadUserInput, `lang: "de" is not a language: expected one of fr en`},
	} {
		question := good
		c.change(&question)
		_, err := Ask(t.Context(), q, question)
		refusal, ok := err.(*page.Error)
		if !ok || refusal.Code != c.code || !strings.Contains(refusal.Message, c.want) {
			t.Errorf("%s: %#v, want %s with %s", name, err, c.code, c.want)
		}
	}
}

// TestIncompleteReports: a part that could not be read is missing and named, the
// rest stands.
func TestIncompleteReports(t *testing.T) {
	gone := &page.Partial{Missing: []*page.Error{{Code: "TIMEOUT", Path: "pole.network", Message: "too slow"}, {Code: "TIMEOUT", Path: "pole.grids", Message: "too slow"}}}
	q := changed{record(t, "silence.fr"), func(operation, answer string) string {
		var a map[string]any
		if err := json.Unmarshal([]byte(answer), &a); err != nil {
			t.Fatal(err)
		}
		if pole, ok := a["pole"].(map[string]any); ok && operation == "Report" {
			for _, field := range []string{"network", "withoutCarrier", "history", "pooling", "grids", "dataGaps", "demonstration"} {
				pole[field] = nil
			}
			pole["members"].(map[string]any)["nodes"].([]any)[0].(map[string]any)["organisation"] = nil
		}
		text, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}, gone}
	r, err := Ask(t.Context(), q, cases()["silence.fr"])
	if err != nil {
		t.Fatal(err)
	}
	if r.Network != nil || len(r.Measures)+len(r.Grids)+len(r.Gaps) != 0 || r.Composition.Shown != 15 || strings.Join(r.Unread, " ") != "pole.network pole.grids" {
		t.Errorf("%+v", r)
	}
	var html bytes.Buffer
	if err := r.WriteHTML(&html, Form{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Ce rapport est incomplet", "pole.network, pole.grids", "Collectivités"} {
		if !strings.Contains(html.String(), want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

// TestStartsOfUnknownDay: a start of which the month or the year is known is not told
// to the day, and no pair is not a number of pairs.
func TestStartsOfUnknownDay(t *testing.T) {
	for _, row := range []struct{ column, raw, want string }{
		{"started_on", "2007-04", "depuis avril 2007<"},
		{"started_on", "04/2007", "depuis avril 2007<"},
		{"started_on", "2007", "depuis 2007<"},
		{"ended_on", "2007", "depuis le 1er\u00a0avril 2007<"},
	} {
		q := changed{record(t, "silence.fr"), func(_, answer string) string {
			answer = regexp.MustCompile(`"startedOn":\s*"[^"]*"`).ReplaceAllString(answer, `"startedOn":"2007-04-01"`)
			flags := `"flags":[{"field":"` + row.column + `","code":"DATE_PARTIAL","raw":"` + row.raw + `"}]`
			return regexp.MustCompile(`"flags":\s*\[\]`).ReplaceAllString(answer, flags)
		}, nil}
		r, err := Ask(t.Context(), q, cases()["silence.fr"])
		if err != nil {
			t.Fatal(err)
		}
		r.Network.Known = 0
		var html bytes.Buffer
		if err := r.WriteHTML(&html, Form{}); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{row.want, "Aucune paire d&#39;organisations n&#39;est documentée."} {
			if !strings.Contains(html.String(), want) {
				t.Errorf("%s %s: the page does not say %q", row.column, row.raw, want)
			}
		}
	}
}

// sourcesOnly names sources, at most as many at once as the API does.
type sourcesOnly struct{}

func (sourcesOnly) Query(_ context.Context, _ string, variables map[string]any, out any) error {
	ids := variables["ids"].([]string)
	if len(ids) > maxNames {
		return fmt.Errorf("%d ids at once", len(ids))
	}
	nodes := make([]map[string]string, len(ids))
	for i, id := range ids {
		nodes[i] = map[string]string{"id": id, "title": "title of " + id, "kind": "SURVEY"}
	}
	text, err := json.Marshal(map[string]any{"nodes": nodes})
	if err != nil {
		return err
	}
	return json.Unmarshal(text, out)
}

// TestAllSourcesAreNamed: those too that are more than one question may ask for.
func TestAllSourcesAreNamed(t *testing.T) {
	a := &answer{Pole: &poleAnswer{}}
	for i := range 2*maxNames + 50 {
		a.Pole.Sources = append(a.Pole.Sources, identified{ID: fmt.Sprintf("source:%03d", i)})
	}
	m := &maker{answer: a, names: map[string]string{}}
	if err := m.askNames(t.Context(), sourcesOnly{}); err != nil {
		t.Fatal(err)
	}
	if len(m.sources) != 250 || m.sources[249].Title != "title of source:249" || len(m.names) != 250 {
		t.Errorf("%d sources and %d names, want 250", len(m.sources), len(m.names))
	}
}
