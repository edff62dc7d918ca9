package criteria_test

import (
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"polehub/hub"
	"polehub/hub/criteria"
	"polehub/store/storetest"
)

// ownGrid is a grid that somebody adds: one folder, and nothing else.
const ownGrid = `{
	"id": "region-2026", "version": 1,
	"title": {"en": "Call of a region", "fr": "Appel d'une région"},
	"summary": {"en": "Two questions.", "fr": "Deux questions."},
	"reference": {"en": "Invented.", "fr": "Inventé."},
	"criteria": [
		{"id": "R1", "kind": "ESSENTIAL", "rule": "members",
			"name": {"en": "Two members", "fr": "Deux membres"},
			"explanation": {"en": "Members.", "fr": "Membres."},
			"beyondData": {"en": "Nothing.", "fr": "Rien."},
			"thresholds": {
				"noteAbove": {"value": 3, "origin": "TEXT"},
				"partly": {"value": 1, "origin": "HUB"},
				"satisfied": {"value": 2, "origin": "TEXT"}}},
		{"id": "R2", "kind": "EXCLUSION", "rule": "nature-of-carrier",
			"name": {"en": "A choir", "fr": "Une chorale"},
			"explanation": {"en": "By its name.", "fr": "Par son nom."},
			"beyondData": {"en": "Whether it sings.", "fr": "Si elle chante."},
			"thresholds": {"economicContracts": {"value": 1, "origin": "HUB"}},
			"lists": {"activities": [], "kinds": [], "legalCategories": [], "words": ["chorale"]}}
	]
}`

func folder(grid string) fstest.MapFS {
	return fstest.MapFS{"region-2026/grid.json": {Data: []byte(grid)}}
}

func TestGridIsOneFolder(t *testing.T) {
	grids, err := criteria.ReadGrids(folder(ownGrid))
	if err != nil || len(grids) != 1 {
		t.Fatal(grids, err)
	}
	h, pole := hubOf(t, storetest.NewOracle(), []string{"member a circle=CARRIER name=La_Chorale_du_Val", "member b", "observed CONTRACTS"})
	answers, err := criteria.Ask(t.Context(), h, grids, []hub.ID{pole, "pole:nowhere"}, criteria.OnDay("2020-01-01"))
	if err != nil {
		t.Fatal(err)
	}
	if answers[1] != nil {
		t.Errorf("a pole that is not there: %+v", answers[1])
	}
	got := answers[0][0]
	if got.Answers[0].State != criteria.Satisfied || got.Answers[1].State != criteria.Raised {
		t.Errorf("%s %s, not SATISFIED RAISED", got.Answers[0].State, got.Answers[1].State)
	}
	if open := got.OpenEssentials(); len(open) != 0 {
		t.Errorf("open: %v", open)
	}
	counts := map[criteria.State]int{}
	for _, c := range got.Counts() {
		counts[c.State] += c.N
	}
	if counts[criteria.Satisfied] != 1 || counts[criteria.Raised] != 1 || len(got.Counts()) != 4+3 {
		t.Errorf("counts: %+v", got.Counts())
	}
}

func TestGridsThatAreRefused(t *testing.T) {
	for _, c := range []struct{ old, new, says string }{
		{`"rule": "members"`, `"rule": "membres"`, `"membres" is not a rule: expected one of commitment`},
		{`"noteAbove"`, `"noteUnder"`, "has the thresholds [noteAbove partly satisfied], not [noteUnder partly satisfied]"},
		{`"partly": {"value": 1, "origin": "HUB"},`, ``, "has the thresholds"},
		{`{"value": 1, "origin": "HUB"},`, `{"origin": "HUB"},`, "threshold partly"},
		{`{"value": 1, "origin": "HUB"},`, `{"value": 1, "origin": "ASKER"},`, "threshold partly"},
		{`{"value": 1, "origin": "HUB"},`, `{"value": 1, "origin": "HEARSAY"},`, "threshold partly"},
		{`{"value": 1, "origin": "HUB"},`, `{"value": -1, "origin": "HUB"},`, "threshold partly is -1: a count is"},
		{`"words": ["chorale"]`, `"names": ["chorale"]`, "has the lists"},
		{`"fr": "Membres."`, `"fr": ""`, "criterion R1: id, name, explanation and beyondData are required"},
		{`"fr": "Inventé."`, `"fr": ""`, "reference and criteria are required"},
		{`"version": 1`, `"version": 0`, "version"},
		{`"kind": "ESSENTIAL"`, `"kind": "VITAL"`, `kind "VITAL"`},
		{`"kind": "ESSENTIAL"`, `"kind": "EXCLUSION"`, "does not fit"},
		{`"id": "R2"`, `"id": "R1"`, "stands twice"},
		{`"id": "region-2026"`, `"id": "region-2027"`, "must have its name"},
		{`"version": 1`, `"version": 1, "total": 14`, "total"},
		{`"criteria": [`, `"criteria": `, "region-2026/grid.json"},
	} {
		if strings.Count(ownGrid, c.old) == 0 {
			t.Fatalf("%s is not in the grid", c.old)
		}
		grids, err := criteria.ReadGrids(folder(strings.Replace(ownGrid, c.old, c.new, 1)))
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s instead of %s: %v, %v", c.new, c.old, grids, err)
		}
	}
}

func TestQuestionsThatAreRefused(t *testing.T) {
	_, err := criteria.GridByID("labo-2013")
	if err == nil || !strings.Contains(err.Error(), `"labo-2013" is not a grid: expected one of decret-2015-431 labo-2012 loi-2014-art-9`) {
		t.Errorf("unknown grid: %v", err)
	}
	h, pole := hubOf(t, storetest.NewOracle(), []string{"member a"})
	valued := func(criterion, name string, value float64) criteria.Question {
		q := criteria.OnDay("2020-01-01")
		q.Thresholds = []criteria.Override{{Criterion: criterion, Name: name, Value: value}}
		return q
	}
	override := func(criterion, name string) criteria.Question { return valued(criterion, name, 1) }
	for _, c := range []struct {
		q    criteria.Question
		says string
	}{
		{criteria.Question{From: "2020-01-02", To: "2020-01-01"}, "2020-01-01 is not after 2020-01-02"},
		{criteria.Question{From: "2020-01-01", To: "2020-01-01"}, "is not after"},
		{override("M99", "satisfied"), `"M99.satisfied" is not a threshold of the grid: expected one of`},
		{override("M2", "months"), "M2.noteAbove M2.partly M2.satisfied"},
		{valued("M4", "isolates", math.NaN()), "M4.isolates is NaN: a share is a number from 0 to 1"},
		{valued("M4", "connectedness", 1.01), "a share is a number from 0 to 1"},
		{valued("M6", "months", 1.5), "months are a whole number from 0 to 1200"},
		{valued("M6", "months", 1201), "months are a whole number from 0 to 1200"},
		{valued("M2", "satisfied", math.Inf(1)), "a count is a number from 0 to 1000000"},
		{valued("M2", "satisfied", -1), "a count is a number from 0 to 1000000"},
	} {
		if _, err := criteria.Ask(t.Context(), h, criteria.Grids(), []hub.ID{pole}, c.q); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%+v: %v, not %s", c.q, err, c.says)
		}
	}
}
