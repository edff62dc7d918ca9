package criteria_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"polehub/hub"
	"polehub/hub/criteria"
	"polehub/store/storetest"
)

// TestCases reads testdata/cases: networks of facts in words, a dashed line,
// and the states that the texts of the grids ask for. testdata/cases/README.md
// says how they are written.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range strings.Split(string(data), "\n===\n") {
			facts, expected, ok := strings.Cut(block, "\n---\n")
			if !ok {
				t.Fatalf("%s: a case without a dashed line:\n%s", file, block)
			}
			name, _, _ := strings.Cut(strings.TrimPrefix(facts, "# "), "\n")
			t.Run(filepath.Base(file)+"/"+name, func(t *testing.T) { runCase(t, facts, expected) })
		}
	}
}

// runCase checks one case: each line after the dashes is a day, grid/criterion,
// the state, and then notes, missing codes (with ?) and thresholds (name=value).
func runCase(t *testing.T, facts, expected string) {
	h := &hub.Hub{Store: storetest.NewOracle(), Clock: func() time.Time { return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) }}
	w := &world{t: t, orgs: map[hub.ID]*hub.Organisation{}, pole: &hub.Pole{ID: "pole:case", Name: "case"}}
	for _, line := range lines(facts) {
		w.read(line)
	}
	records := append([]hub.Record{w.pole}, w.records...)
	for _, o := range w.orgs {
		records = append(records, o)
	}
	if _, err := h.Update(t.Context(), "test", func(b *hub.Batch) error { b.Put(records...); return nil }); err != nil {
		t.Fatal(err)
	}
	for _, line := range lines(expected) {
		words := strings.Fields(line)
		day, name, state := words[0], words[1], criteria.State(words[2])
		id, criterion, _ := strings.Cut(name, "/")
		q := criteria.OnDay(hub.Date(day))
		if from, to, period := strings.Cut(day, ".."); period {
			q = criteria.Question{From: hub.Date(from), To: hub.Date(to)}
		}
		var notes []string
		for _, word := range words[3:] {
			if threshold, raw, ok := strings.Cut(word, "="); ok && threshold != "groups" {
				value, err := strconv.ParseFloat(raw, 64)
				if err != nil {
					t.Fatal(err)
				}
				q.Thresholds = append(q.Thresholds, criteria.Override{Criterion: criterion, Name: threshold, Value: value})
			} else if word == "groups=COLLAPSE" {
				q.Collapse = true
			} else {
				notes = append(notes, word)
			}
		}
		grid, err := criteria.GridByID(id)
		if err != nil {
			t.Fatal(err)
		}
		answers, err := criteria.Ask(t.Context(), h, []*criteria.Grid{grid}, []hub.ID{w.pole.ID}, q)
		if err != nil {
			t.Fatal(err)
		}
		checkAnswer(t, line, answers[0][0], criterion, state, notes)
	}
}

func checkAnswer(t *testing.T, line string, g *criteria.GridAnswer, criterion string, state criteria.State, notes []string) {
	for _, a := range g.Answers {
		if a.Criterion.ID != criterion {
			continue
		}
		said := map[string]bool{}
		for _, n := range a.Notes {
			said[string(n)] = true
		}
		for _, gap := range a.Missing {
			said["?"+string(gap.Code)] = true
		}
		if a.State != state {
			t.Errorf("%s: %s, with %+v", line, a.State, said)
		}
		for _, n := range notes {
			if !said[n] {
				t.Errorf("%s: no %s among %v", line, n, said)
			}
		}
		for _, e := range a.Evidence {
			if e.Code.Words() == (criteria.Text{}) {
				t.Errorf("figure %s has no words", e.Code)
			}
		}
		for _, n := range a.Notes {
			if n.Words() == (criteria.Text{}) {
				t.Errorf("note %s has no words", n)
			}
		}
		for _, gap := range a.Missing {
			if gap.Code.Words() == (criteria.Text{}) {
				t.Errorf("gap %s has no words", gap.Code)
			}
		}
		return
	}
	t.Errorf("%s: no such criterion", line)
}

// lines are those that say something, without comments.
func lines(text string) []string {
	var out []string
	scanner := bufio.NewScanner(strings.NewReader(text))
	for scanner.Scan() {
		line, _, _ := strings.Cut(scanner.Text(), "#")
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}
