package graph

import (
	"encoding/json"
	"strings"
	"testing"

	"polehub/hub"
)

// TestGrids asks for a grid of the demonstration as a funder would.
func TestGrids(t *testing.T) {
	api := testAPI(t, demoHub(t))
	got := answer(t, api, `{
		grids { id version criteria { id } }
		pole(id: "pole:demo-velo") {
			grid(id: "labo-2012", at: "2025-06-01") {
				from to counts { kind state count }
				answers(ids: ["M2"]) { state evidence { code label(lang: EN) value n factIds } thresholds { name value origin isOverridden } missing { code } notes { code } }
			}
			strict: grid(id: "labo-2012", at: "2025-06-01", thresholds: [{criterion: "M2", name: "satisfied", value: 100}]) {
				answers(ids: ["M2"]) { state thresholds { name isOverridden } }
			}
			dataGaps(at: "2025-06-01", first: 3) { code label(lang: EN) aboutIds criteria measures }
		}
	}`, nil)
	var a struct {
		Data struct {
			Grids []struct {
				ID       string
				Criteria []struct{ ID string }
			}
			Pole struct {
				Grid struct {
					From, To string
					Counts   []struct {
						Kind, State string
						Count       int
					}
					Answers []struct {
						State    string
						Evidence []struct {
							Code    string
							Value   float64
							FactIDs []string
						}
					}
				}
				Strict   struct{ Answers []struct{ State string } }
				DataGaps []struct {
					Code, Label        string
					Criteria, Measures []string
				}
			}
		}
		Errors []any
	}
	if err := json.Unmarshal([]byte(got), &a); err != nil || a.Errors != nil {
		t.Fatalf("%v in %s", err, got)
	}
	criteria := map[string]int{}
	for _, g := range a.Data.Grids {
		criteria[g.ID] = len(g.Criteria)
	}
	if criteria["labo-2012"] != 8+6+5 || criteria["loi-2014-art-9"] == 0 || criteria["decret-2015-431"] == 0 {
		t.Errorf("grids with criteria: %v", criteria)
	}
	grid := a.Data.Pole.Grid
	total := 0
	for _, c := range grid.Counts {
		total += c.Count
	}
	if grid.From != "2025-06-01" || grid.To != "2025-06-02" || total != 19 {
		t.Errorf("from %s to %s, %d criteria counted", grid.From, grid.To, total)
	}
	if e := grid.Answers[0].Evidence[0]; grid.Answers[0].State != "SATISFIED" || e.Code != "MEMBERS" || int(e.Value) != len(e.FactIDs) {
		t.Errorf("M2: %+v", grid.Answers[0])
	}
	if a.Data.Pole.Strict.Answers[0].State != "NOT_SATISFIED" && a.Data.Pole.Strict.Answers[0].State != "PARTLY_SATISFIED" {
		t.Errorf("M2 against 100 members: %+v", a.Data.Pole.Strict)
	}
	for i, g := range a.Data.Pole.DataGaps {
		if g.Label == "" || len(g.Criteria)+len(g.Measures) == 0 ||
			i > 0 && len(g.Criteria) > len(a.Data.Pole.DataGaps[i-1].Criteria) {
			t.Errorf("gap %d: %+v after %+v", i, g, a.Data.Pole.DataGaps)
		}
	}
}

// TestSeveralGridsAreThoseAskedOneByOne also asks for all of them.
func TestSeveralGridsAreThoseAskedOneByOne(t *testing.T) {
	api := testAPI(t, demoHub(t))
	const fields = `{grid{id} from to counts{kind state count} answers{criterion{id} state}}`
	ask := func(field string) string {
		t.Helper()
		got := answer(t, api, `{pole(id: "pole:demo-velo") {a: `+field+` `+fields+`}}`, nil)
		got, ok := strings.CutPrefix(got, `{"data":{"pole":{"a":`)
		if !ok {
			t.Fatalf("%s: %s", field, got)
		}
		return strings.TrimSuffix(got, "}}}")
	}
	labo := ask(`grid(id: "labo-2012", at: "2025-06-01")`)
	law := ask(`grid(id: "loi-2014-art-9", at: "2025-06-01")`)
	decree := ask(`grid(id: "decret-2015-431", at: "2025-06-01")`)
	if got, want := ask(`grids(ids: ["loi-2014-art-9", "labo-2012"], at: "2025-06-01")`), "["+law+","+labo+"]"; got != want {
		t.Errorf("two grids: %s\nwant %s", got, want)
	}
	if got, want := ask(`grids(at: "2025-06-01")`), "["+decree+","+labo+","+law+"]"; got != want {
		t.Errorf("all grids: %s\nwant %s", got, want)
	}
	if got := answer(t, api, `{pole(id: "pole:demo-velo") { id grids(ids: ["labo"]) { poleId } }}`, nil); !strings.Contains(got, `"grids":null`) || !strings.Contains(got, `"field":"ids"`) || !strings.Contains(got, "expected one of decret-2015-431 labo-2012 loi-2014-art-9") {
		t.Errorf("unknown grid: %s", got)
	}
}

func TestGridsRefuse(t *testing.T) {
	api := testAPI(t, demoHub(t))
	for arguments, want := range map[string]string{
		`id: "labo"`: "labo-2012",
		`id: "labo-2012", from: "2020-01-01", to: "2019-01-01"`:                                     "2020-01-01",
		`id: "labo-2012", from: "2020-01-01"`:                                                       "from and to",
		`id: "labo-2012", at: "2020"`:                                                               "2020",
		`id: "labo-2012", thresholds: [{criterion: "M9", name: "x", value: 1}]`:                     "M9.x",
		`id: "labo-2012", thresholds: [{criterion: "D2", name: "satisfied", value: 1}]`:             "M2.satisfied",
		`id: "labo-2012", thresholds: [{criterion: "M2", name: "satisfied", value: 1}], at: "1000"`: "1000",
	} {
		got := answer(t, api, `{pole(id: "pole:demo-velo") { grid(`+arguments+`) { poleId } }}`, nil)
		if !strings.Contains(got, string(hub.BadUserInput)) || !strings.Contains(got, want) {
			t.Errorf("%s: %s", arguments, got)
		}
	}
	const others = `"data":{"pole":{"id":"pole:demo-velo","grid":null,"dataGaps":null}}`
	if got := answer(t, api, `{pole(id: "pole:demo-velo") { id grid(id: "labo") { poleId } dataGaps(first: 0) { code } }}`, nil); !strings.Contains(got, others) {
		t.Errorf("what is refused takes the rest of the pole away: %s", got)
	}
	if got := answer(t, api, `{pole(id: "pole:demo-velo") { grid(id: "labo-2012") { answers(ids: ["M9"]) { state } } }}`, nil); !strings.Contains(got, "expected one of M1 M2") {
		t.Errorf("unknown criterion: %s", got)
	}
}
