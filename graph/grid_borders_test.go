package graph

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"polehub/hub"
)

// TestRecordAssessment: a judgement stands beside the computed state, and what there
// is to judge is listed when it names something else.
func TestRecordAssessment(t *testing.T) {
	api := testAPI(t, testHub(t, village()...))
	judged := func(grid, criterion, verdict string) string {
		return write(t, api, "recordAssessment", "assessment{id}", object{"poleId": "pole:nord", "grid": grid, "criterion": criterion, "verdict": verdict, "author": "Jury", "dated": "2024-02-01"})
	}
	for _, row := range []struct{ grid, criterion, verdict, field, want string }{
		{"labo", "M2", "SATISFIED", "grid", "is not a grid: expected one of [decret-2015-431 labo-2012 loi-2014-art-9]"},
		{"decret-2015-431", "M2", "SATISFIED", "criterion", "is not a criterion of decret-2015-431: expected one of [D1 D2 D3 D4 D5 D6 D7]"},
		{"labo-2012", "M2", "RAISED", "verdict", "expected one of [SATISFIED PARTLY_SATISFIED NOT_SATISFIED INSUFFICIENT_DATA]"},
		{"labo-2012", "X3", "SATISFIED", "verdict", "expected one of [RAISED NOT_RAISED INSUFFICIENT_DATA]"},
	} {
		got := judged(row.grid, row.criterion, row.verdict)
		if !strings.Contains(got, row.want) || !strings.Contains(got, fmt.Sprintf(`"field":[%q]`, row.field)) || !strings.Contains(got, `"assessment":null`) {
			t.Errorf("%+v: %s", row, got)
		}
	}
	const ask = `{pole(id: "pole:nord") { grid(id: "labo-2012", at: "2024-06-01") { answers(ids: ["M2", "T1", "X1"]) { state agreement assessments { verdict } } } }}`
	expect(t, judged("labo-2012", "M2", "SATISFIED"), `"userErrors":[]`)
	expect(t, judged("labo-2012", "T1", "NOT_SATISFIED"), `"userErrors":[]`)
	expect(t, answer(t, api, ask, nil),
		`{"state":"NOT_SATISFIED","agreement":"DISAGREES","assessments":[{"verdict":"SATISFIED"}]}`,
		`{"state":"INSUFFICIENT_DATA","agreement":"OPEN","assessments":[{"verdict":"NOT_SATISFIED"}]}`,
		`"agreement":null,"assessments":[]}`)
	expect(t, write(t, api, "recordAssessment", "assessment{id}", object{"poleId": "pole:nord", "grid": "labo-2012", "criterion": "M2", "verdict": "NOT_SATISFIED", "author": "Jury", "dated": "2024-03-01"}), `"userErrors":[]`)
	expect(t, answer(t, api, ask, nil), `{"state":"NOT_SATISFIED","agreement":"AGREES","assessments":[{"verdict":"NOT_SATISFIED"},{"verdict":"SATISFIED"}]}`)
}

// TestGridsOfOddPoles: a pole without a carrier, without members, or ended before the
// day is answered, with the reasons; nothing of it is an error.
func TestGridsOfOddPoles(t *testing.T) {
	api := testAPI(t, testHub(t,
		&hub.Pole{ID: "pole:empty", Name: "Vide"},
		&hub.Pole{ID: "pole:ended", Name: "Fini", StartedOn: "2010-01-01", EndedOn: "2015-01-01"},
		&hub.Pole{ID: "pole:headless", Name: "Sans porteur"},
		&hub.Organisation{ID: "org:a", Name: "A", Kind: hub.KindEnterprise},
		&hub.Membership{PoleID: "pole:headless", OrganisationID: "org:a", Circle: hub.CirclePartner, Period: hub.Period{ValidFrom: "2010-01-01"}},
		&hub.Membership{PoleID: "pole:ended", OrganisationID: "org:a", Circle: hub.CircleCarrier, Period: hub.Period{ValidFrom: "2010-01-01", ValidTo: "2015-01-01"}},
	))
	for _, row := range []struct{ pole, criterion, state, note, missing string }{
		{"empty", "M2", "INSUFFICIENT_DATA", "NO_MEMBERS", "MEMBERS"},
		{"empty", "M4", "INSUFFICIENT_DATA", "NO_MEMBERS", ""},
		{"empty", "M6", "INSUFFICIENT_DATA", "NO_MEMBERS", ""},
		{"empty", "T4", "INSUFFICIENT_DATA", "NO_CARRIER", "CARRIER"},
		{"headless", "T4", "INSUFFICIENT_DATA", "NO_CARRIER", "CARRIER"},
		{"headless", "X3", "INSUFFICIENT_DATA", "NO_CARRIER", "CARRIER"},
		{"headless", "M2", "NOT_SATISFIED", "", ""},
		{"ended", "M2", "NOT_SATISFIED", "ENDED", ""},
		{"ended", "M8", "INSUFFICIENT_DATA", "ENDED", "ROLES"},
	} {
		got := answer(t, api, fmt.Sprintf(`{pole(id: "pole:%s") { dataGaps { code } grid(id: "labo-2012", at: "2020-01-01") { answers(ids: [%q]) { state notes { code } missing { code } } }
			grids { answers { state } } } gridHistory(pole: "pole:%[1]s", grid: "labo-2012") { criteria(ids: [%[2]q]) { state changes { on } } }}`, row.pole, row.criterion), nil)
		var a struct {
			Data struct {
				Pole struct {
					Grid struct {
						Answers []struct {
							State          string
							Notes, Missing []struct{ Code string }
						}
					}
				}
				GridHistory struct{ Criteria []struct{ State string } }
			}
			Errors []any
		}
		if err := json.Unmarshal([]byte(got), &a); err != nil || a.Errors != nil {
			t.Fatalf("%+v: %v in %s", row, err, got)
		}
		one := a.Data.Pole.Grid.Answers[0]
		if one.State != row.state || row.note != "" && !strings.Contains(fmt.Sprint(one.Notes), row.note) || row.missing != "" && !strings.Contains(fmt.Sprint(one.Missing), row.missing) {
			t.Errorf("%+v: %+v", row, one)
		}
		if h := a.Data.GridHistory.Criteria; len(h) != 1 || h[0].State != row.state {
			t.Errorf("%+v: history %+v", row, h)
		}
	}
}
