package criteria_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"polehub/hub"
	"polehub/hub/criteria"
	"polehub/store/storetest"
)

// TestCases reads testdata/cases: networks of facts in words, a dashed line,
// and the states that the texts of the grids ask for. testdata/cases/README.md
// says how they are written.
func TestCases(t *testing.T) {
	for _, c := range readCases(t) {
		t.Run(c.file+"/"+c.name, func(t *testing.T) { runCase(t, c.facts, c.expected) })
	}
}

// TestEveryCriterionHasCases asks for cases that come out in different ways, one
// of them for want of data, and for one that moves each threshold.
func TestEveryCriterionHasCases(t *testing.T) {
	judged := map[string]string{
		"loi-2014-art-9/L5":  "innovation is for people to judge",
		"loi-2014-art-9/L6":  "so is what becomes of the territory",
		"decret-2015-431/D7": "and innovation again",
	}
	never := map[string]string{
		"labo-2012/T1":       "no record says that a pole has no place",
		"loi-2014-art-9/L7":  "nor that it has no territory",
		"decret-2015-431/D6": "nor that it has no territory",
	}
	states, moved := map[string]map[criteria.State]bool{}, map[string]bool{}
	for _, c := range readCases(t) {
		for _, line := range lines(c.expected) {
			words := strings.Fields(line)
			if states[words[1]] == nil {
				states[words[1]] = map[criteria.State]bool{}
			}
			states[words[1]][criteria.State(words[2])] = true
			for _, word := range words[3:] {
				threshold, _, _ := strings.Cut(word, "=")
				moved[words[1]+"."+threshold] = true
			}
		}
	}
	for _, g := range criteria.Grids() {
		for _, c := range g.Criteria {
			name := g.ID + "/" + c.ID
			wanted := []criteria.State{criteria.Satisfied, criteria.Not, criteria.Insufficient}
			switch {
			case judged[name] != "":
				wanted = []criteria.State{criteria.Insufficient}
			case never[name] != "":
				wanted = []criteria.State{criteria.Satisfied, criteria.Insufficient}
			case c.Kind == criteria.Exclusion:
				wanted = []criteria.State{criteria.Raised, criteria.NotRaised, criteria.Insufficient}
			}
			for _, threshold := range c.Thresholds {
				if !moved[name+"."+threshold.Name] {
					t.Errorf("%s has no case that moves %s", name, threshold.Name)
				}
			}
			for _, state := range wanted {
				if !states[name][state] {
					t.Errorf("%s has no case that is %s", name, state)
				}
			}
			if len(states[name]) > 1 && judged[name] != "" {
				t.Errorf("%s is decided, although %s", name, judged[name])
			}
			if states[name][criteria.Not] && never[name] != "" {
				t.Errorf("%s is denied, although %s", name, never[name])
			}
		}
	}
}

// oneCase is one block of a file of cases.
type oneCase struct{ file, name, facts, expected string }

func readCases(t *testing.T) (cases []oneCase) {
	files, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for block := range strings.SplitSeq(string(data), "\n===\n") {
			facts, expected, ok := strings.Cut(block, "\n---\n")
			if !ok {
				t.Fatalf("%s: a case without a dashed line:\n%s", file, block)
			}
			name, _, _ := strings.Cut(strings.TrimPrefix(facts, "# "), "\n")
			cases = append(cases, oneCase{filepath.Base(file), name, facts, expected})
		}
	}
	return cases
}

// runCase checks one case: each line after the dashes is a day, grid/criterion,
// the state, and then notes, missing codes (with ?) and thresholds (name=value).
func runCase(t *testing.T, facts, expected string) {
	h, pole := hubOf(t, storetest.NewOracle(), lines(facts))
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
		answers, err := criteria.Ask(t.Context(), h, []*criteria.Grid{grid}, []hub.ID{pole}, q)
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
			if code, unwanted := strings.CutPrefix(n, "!"); said[code] == unwanted {
				t.Errorf("%s: %s stands against %v", line, n, said)
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
