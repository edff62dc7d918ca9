package quality_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"polehub/hub"
	"polehub/hub/hubtest"
	"polehub/hub/quality"
	"polehub/store/sqlite"
)

// ruleCase is facts and what is found in them.
type ruleCase struct {
	name            string // "CODE: words", "not CODE: words"
	facts, expected []string
}

// ruleCases reads testdata: the name of a case behind #, its facts, a line of three
// dashes, and all that is found, as CODE place, place; cases stand apart by a line of
// three equals signs.
func ruleCases(t *testing.T) []ruleCase {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	var cases []ruleCase
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for part := range strings.SplitSeq(string(text), "\n===\n") {
			facts, expected, ok := strings.Cut(part, "\n---")
			lines := linesOf(facts)
			if !ok || !strings.HasPrefix(lines[0], "# ") {
				t.Fatalf("%s: a case without name or dashes: %q", file, part)
			}
			cases = append(cases, ruleCase{lines[0][2:], lines[1:], linesOf(expected)})
		}
	}
	return cases
}

func linesOf(text string) (lines []string) {
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// found are the findings of a hub, as the cases write them; numbers and the values of
// names go without their words.
func found(t *testing.T, s hub.Store) []string {
	t.Helper()
	report, err := quality.Check(t.Context(), s, quality.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, f := range report.Findings {
		var places []string
		for _, p := range f.Places {
			if f.Rule.Code == quality.PossibleDuplicate {
				p.Value = ""
			}
			places = append(places, strings.Join(strings.Fields(string(p.Record)+" "+string(p.Field)+" "+string(p.Value)), " "))
		}
		lines = append(lines, string(f.Rule.Code)+" "+strings.Join(places, ", "))
	}
	return lines
}

func TestCases(t *testing.T) {
	for _, c := range ruleCases(t) {
		t.Run(c.name, func(t *testing.T) {
			records := hubtest.Facts(t, c.facts)
			file, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "hub.db"), sqlite.Options{})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = file.Close(context.WithoutCancel(t.Context())) })
			for _, s := range []hub.Store{oracle(), file} {
				if got := found(t, filled(t, s, records)); !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(c.expected))) {
					t.Errorf("%s found\n%s\nwant\n%s", s.Kind(), strings.Join(got, "\n"), strings.Join(c.expected, "\n"))
				}
			}
		})
	}
}

// TestEveryRuleHasCases asks of each rule words in both languages, a fix, a case that
// raises it, and one that nearly does.
func TestEveryRuleHasCases(t *testing.T) {
	raised, nearly := map[quality.Code]bool{}, map[quality.Code]bool{}
	for _, c := range ruleCases(t) {
		name, _, _ := strings.Cut(c.name, ":")
		code, not := strings.CutPrefix(name, "not ")
		is := slices.ContainsFunc(c.expected, func(line string) bool { return strings.HasPrefix(line, code+" ") })
		if is == not {
			t.Errorf("case %q does not do what its name says", c.name)
		}
		if not {
			nearly[quality.Code(code)] = true
		} else {
			raised[quality.Code(code)] = true
		}
	}
	seen := map[quality.Code]bool{}
	for _, r := range quality.Rules() {
		switch {
		case seen[r.Code]:
			t.Errorf("%s stands twice", r.Code)
		case r.Name.French == "" || r.Name.English == "" || r.Fix.French == "" || r.Fix.English == "":
			t.Errorf("%s has no words or no fix: %+v", r.Code, r)
		case !slices.Contains(quality.Severities(), r.Severity):
			t.Errorf("%s has the severity %q", r.Code, r.Severity)
		case !raised[r.Code] || !nearly[r.Code]:
			t.Errorf("%s: a case that raises it: %v; one that nearly does: %v", r.Code, raised[r.Code], nearly[r.Code])
		}
		seen[r.Code] = true
		delete(raised, r.Code)
	}
	for code := range raised {
		t.Errorf("cases of %s, which is no rule", code)
	}
}

// TestOrderChangesNothing writes the facts of a case in any order.
func TestOrderChangesNothing(t *testing.T) {
	cases := ruleCases(t)
	rapid.Check(t, func(rt *rapid.T) {
		c := rapid.SampledFrom(cases).Draw(rt, "case")
		records := hubtest.Facts(t, c.facts)
		want := found(t, filled(t, oracle(), records))
		if got := found(t, filled(t, oracle(), rapid.Permutation(records).Draw(rt, "order"))); !slices.Equal(got, want) {
			rt.Fatalf("found\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	})
}
