package graph

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"polehub/hub"
	"polehub/store/storetest"
)

// polesPage is what a page of poles tells here.
type polesPage struct {
	Data struct {
		Poles struct {
			TotalCount int
			Nodes      []struct{ ID string }
			PageInfo   struct {
				HasNextPage bool
				EndCursor   string
			}
		}
	}
	Errors []any
}

func polesOf(t *testing.T, api *API, arguments string) polesPage {
	t.Helper()
	var a polesPage
	got := answer(t, api, `{poles(`+arguments+`) { totalCount nodes { id } pageInfo { hasNextPage endCursor } }}`, nil)
	if err := json.Unmarshal([]byte(got), &a); err != nil || a.Errors != nil {
		t.Fatalf("%s: %v in %.500s", arguments, err, got)
	}
	return a
}

// TestPolesByState: each pole of the demonstration stands under the state that its
// grid tells, and pages of one give what one page of all does.
func TestPolesByState(t *testing.T) {
	api := testAPI(t, demoHub(t))
	var a struct {
		Data struct {
			Poles struct {
				Nodes []struct {
					ID   string
					Grid struct{ Answers []struct{ State string } }
				}
			}
		}
	}
	got := answer(t, api, `{poles(first: 100, where: {name: {contains: "e"}}) { nodes { id grid(id: "labo-2012", at: "2022-01-01") { answers(ids: ["M7"]) { state } } } }}`, nil)
	if err := json.Unmarshal([]byte(got), &a); err != nil || len(a.Data.Poles.Nodes) == 0 {
		t.Fatalf("%v in %.500s", err, got)
	}
	want := map[string][]string{}
	for _, p := range a.Data.Poles.Nodes {
		state := p.Grid.Answers[0].State
		want[state] = append(want[state], p.ID)
	}
	if len(want) < 2 {
		t.Fatalf("all in one state: %v", want)
	}
	for _, state := range []string{"SATISFIED", "PARTLY_SATISFIED", "NOT_SATISFIED", "INSUFFICIENT_DATA"} {
		filter := fmt.Sprintf(`where: {name: {contains: "e"}}, criterion: {grid: "labo-2012", criterion: "M7", states: [%s], at: "2022-01-01"}`, state)
		var ids []string
		after := ""
		for {
			page := polesOf(t, api, filter+`, first: 1`+after)
			for _, n := range page.Data.Poles.Nodes {
				ids = append(ids, n.ID)
			}
			if page.Data.Poles.TotalCount != len(want[state]) {
				t.Fatalf("%s: %d in all, expected %d", state, page.Data.Poles.TotalCount, len(want[state]))
			}
			if !page.Data.Poles.PageInfo.HasNextPage {
				break
			}
			after = fmt.Sprintf(`, after: %q`, page.Data.Poles.PageInfo.EndCursor)
		}
		if !slices.Equal(ids, want[state]) {
			t.Errorf("%s: %v, expected %v", state, ids, want[state])
		}
		if after != "" { // a cursor belongs to its filter
			other := answer(t, api, `{poles(`+strings.Replace(filter, "2022", "2023", 1)+`, first: 1`+after+`) { nodes { id } }}`, nil)
			if !strings.Contains(other, `"field":"after"`) {
				t.Errorf("a cursor of another day: %s", other)
			}
		}
	}
	strict := polesOf(t, api, `criterion: {grid: "labo-2012", criterion: "M2", states: [SATISFIED], at: "2022-01-01", thresholds: [{criterion: "M2", name: "satisfied", value: 1000}]}`)
	if strict.Data.Poles.TotalCount != 0 || len(strict.Data.Poles.Nodes) != 0 {
		t.Errorf("poles of a thousand members: %+v", strict)
	}
}

// TestPolesByStateCalls: as many calls for 3 poles as for 30.
func TestPolesByStateCalls(t *testing.T) {
	var calls []string
	for _, poles := range []int{3, 30} {
		store := &counter{Store: storetest.NewOracle(), calls: map[string]int{}}
		api := testAPI(t, hubOver(t, store, crowd(poles)...))
		store.take()
		page := polesOf(t, api, `first: 2, criterion: {grid: "labo-2012", criterion: "M4", states: [INSUFFICIENT_DATA]}`)
		if page.Data.Poles.TotalCount != poles {
			t.Errorf("%d poles, expected %d", page.Data.Poles.TotalCount, poles)
		}
		calls = append(calls, fmt.Sprint(store.take()))
	}
	if calls[0] != calls[1] {
		t.Errorf("3 poles: %s; 30 poles: %s", calls[0], calls[1])
	}
}

func TestPolesByStateRefuses(t *testing.T) {
	records := make([]hub.Record, hub.MaxHubPoles+1)
	for i := range records {
		records[i] = &hub.Pole{ID: hub.ID(fmt.Sprintf("pole:p%04d", i)), Name: fmt.Sprintf("Pole %04d", i)}
	}
	api := testAPI(t, testHub(t, records...))
	for filter, want := range map[string]string{
		`grid: "labo", criterion: "M2", states: [SATISFIED]`:                                                                   `"field":"criterion.grid"`,
		`grid: "labo-2012", criterion: "L2", states: [SATISFIED]`:                                                              "L2\\\" is not a criterion of labo-2012: expected one of M1 M2",
		`grid: "labo-2012", criterion: "X1", states: [SATISFIED]`:                                                              "SATISFIED is no state of X1: expected some of [RAISED NOT_RAISED INSUFFICIENT_DATA]",
		`grid: "labo-2012", criterion: "M2", states: []`:                                                                       "names no state",
		`grid: "labo-2012", criterion: "M2", states: [SATISFIED], at: "2024-02-30"`:                                            `"field":"criterion.at"`,
		`grid: "labo-2012", criterion: "M2", states: [SATISFIED], thresholds: [{criterion: "M4", name: "isolates", value: 1}]`: "expected one of M2.noteAbove M2.partly M2.satisfied",
		`grid: "labo-2012", criterion: "M2", states: [SATISFIED], thresholds: [{criterion: "M2", name: "partly", value: -1}]`:  `"field":"criterion.thresholds"`,
		`grid: "labo-2012", criterion: "M2", states: [SATISFIED]`:                                                              "more than 1000 poles satisfy it",
	} {
		got := answer(t, api, `{poles(criterion: {`+filter+`}) { totalCount }}`, nil)
		if !strings.Contains(got, string(hub.BadUserInput)) || !strings.Contains(got, want) {
			t.Errorf("%s: %s", filter, got)
		}
	}
	if page := polesOf(t, api, `where: {name: {startsWith: "Pole 000"}}, criterion: {grid: "labo-2012", criterion: "M2", states: [INSUFFICIENT_DATA]}`); page.Data.Poles.TotalCount != 10 {
		t.Errorf("ten poles of many: %+v", page)
	}
}
