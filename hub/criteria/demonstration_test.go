package criteria_test

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"polehub/hub"
	"polehub/hub/criteria"
	"polehub/store/storetest"
)

// TestDemonstrationShowsEveryState asks the demonstration what
// testdata/demonstration.txt says it shows, and looks for states of criteria
// that the list forgets.
func TestDemonstrationShowsEveryState(t *testing.T) {
	text, err := os.ReadFile("testdata/demonstration.txt")
	if err != nil {
		t.Fatal(err)
	}
	h, _ := demonstration(t, storetest.NewOracle())
	listed := map[string]bool{}
	for number, line := range strings.Split(string(text), "\n") {
		line, _, _ = strings.Cut(line, "#")
		words := strings.Fields(line)
		switch {
		case len(words) == 0:
		case words[1] == "never":
			for criterion := range strings.SplitSeq(words[0], ",") {
				for _, state := range words[2:] {
					listed[criterion+" "+state] = true
				}
			}
		default:
			listed[words[0]+" "+words[1]] = true
			if a := asked(t, h, words); string(a.State) != words[1] {
				t.Errorf("line %d: %s is %s", number+1, strings.Join(words, " "), a.State)
			}
		}
	}
	for _, g := range criteria.Grids() {
		for _, c := range g.Criteria {
			for _, state := range statesOf(c.Kind) {
				key := g.ID + "/" + c.ID + " " + string(state)
				if !listed[key] {
					t.Errorf("nothing shows %s", key)
				}
				delete(listed, key)
			}
		}
	}
	if len(listed) > 0 {
		t.Errorf("there is no such criterion, or no such state of it: %v", listed)
	}
}

func statesOf(kind criteria.CriterionKind) []criteria.State {
	if kind == criteria.Exclusion {
		return []criteria.State{criteria.Raised, criteria.NotRaised, criteria.Insufficient}
	}
	return []criteria.State{criteria.Satisfied, criteria.Partly, criteria.Not, criteria.Insufficient}
}

// asked answers the criterion of a line: GRID/CRITERION STATE POLE DAY, then
// thresholds that the asker gives.
func asked(t *testing.T, h *hub.Hub, words []string) *criteria.Answer {
	t.Helper()
	grid, criterion, _ := strings.Cut(words[0], "/")
	q := criteria.OnDay(hub.Date(words[3]))
	for _, word := range words[4:] {
		name, number, _ := strings.Cut(word, "=")
		value, err := strconv.ParseFloat(number, 64)
		if err != nil {
			t.Fatalf("%v: %v", words, err)
		}
		q.Thresholds = append(q.Thresholds, criteria.Override{Criterion: criterion, Name: name, Value: value})
	}
	g := slices.IndexFunc(criteria.Grids(), func(g *criteria.Grid) bool { return g.ID == grid })
	if g < 0 {
		t.Fatalf("%v: no such grid", words)
	}
	got, err := criteria.Ask(t.Context(), h, criteria.Grids()[g:g+1], []hub.ID{hub.ID("pole:demo-" + words[2])}, q)
	if err != nil || got[0] == nil {
		t.Fatalf("%v: %v", words, err)
	}
	answers := got[0][0].Answers
	i := slices.IndexFunc(answers, func(a *criteria.Answer) bool { return a.Criterion.ID == criterion })
	if i < 0 {
		t.Fatalf("%v: no such criterion", words)
	}
	return answers[i]
}
