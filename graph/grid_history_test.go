package graph

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"polehub/hub"
	"polehub/store/storetest"
)

// TestGridHistory follows a pole of the demonstration and compares with grids of the
// days around each change.
func TestGridHistory(t *testing.T) {
	api := testAPI(t, demoHub(t))
	got := answer(t, api, `{gridHistory(pole: "pole:demo-velo", grid: "labo-2012", from: "2010-01-01", to: "2025-06-01") {
		from to poleId isCollapsed grid { id } criteria(ids: ["M1", "M2", "M4", "M6", "M7"]) {
			criterion { id } state thresholds { unit } changes { on before after factIds } } }}`, nil)
	var a struct {
		Data struct {
			GridHistory struct {
				From, To string
				Criteria []struct {
					Criterion struct{ ID string }
					State     string
					Changes   []struct {
						On, Before, After string
						FactIDs           []string
					}
				}
			}
		}
		Errors []any
	}
	if err := json.Unmarshal([]byte(got), &a); err != nil || a.Errors != nil {
		t.Fatalf("%v in %.2000s", err, got)
	}
	changes := 0
	for _, c := range a.Data.GridHistory.Criteria {
		state := c.State
		for _, one := range c.Changes {
			if one.Before != state || one.After == state || len(one.FactIDs) == 0 {
				t.Errorf("%s: %+v after %s", c.Criterion.ID, one, state)
			}
			state = one.After
			changes++
			around := fmt.Sprintf(`{pole(id: "pole:demo-velo") {
				before: grid(id: "labo-2012", at: %q) { answers(ids: [%q]) { state } }
				after: grid(id: "labo-2012", at: %q) { answers(ids: [%[2]q]) { state } } }
				nodes(ids: [%[4]q]) { id } }`, hub.Date(one.On).AddDays(-1), c.Criterion.ID, one.On, one.FactIDs[0])
			want := fmt.Sprintf(`"before":{"answers":[{"state":%q}]},"after":{"answers":[{"state":%q}]}},"nodes":[{"id":%q}]`, one.Before, one.After, one.FactIDs[0])
			if said := answer(t, api, around, nil); !strings.Contains(said, want) {
				t.Errorf("%s %+v: %s", c.Criterion.ID, one, said)
			}
		}
	}
	if len(a.Data.GridHistory.Criteria) != 5 || changes < 5 {
		t.Errorf("%d criteria, %d changes", len(a.Data.GridHistory.Criteria), changes)
	}
}

// TestGridHistoryCalls: one reading, however many days something changes on.
func TestGridHistoryCalls(t *testing.T) {
	store := &counter{Store: storetest.NewOracle(), calls: map[string]int{}}
	h := hubOver(t, store, crowd(3)...)
	calls := func() string {
		store.take()
		got := answer(t, testAPI(t, &hub.Hub{Store: store, Clock: noonClock}), `{gridHistory(pole: "pole:p00", grid: "labo-2012", from: "2000-01-01", to: "2030-01-01") { criteria { changes { on } } }}`, nil)
		if contains(got, `"errors"`) {
			t.Fatalf("%.300s", got)
		}
		return fmt.Sprint(store.take())
	}
	before := calls()
	var more []hub.Record
	for day := hub.Date("2005-01-01"); day < "2020-01-01"; day = day.AddMonths(1) {
		more = append(more, &hub.Contract{ID: hub.ID("contract:" + day), Type: hub.ContractService, Title: "t", StartsOn: day, EndsOn: day.AddDays(10), Fact: hub.Fact{SourceIDs: []hub.ID{"source:s"}}},
			&hub.Party{ContractID: hub.ID("contract:" + day), OrganisationID: "org:p00-m0", Role: hub.PartySupplier}, &hub.Party{ContractID: hub.ID("contract:" + day), OrganisationID: "org:funder", Role: hub.PartyBuyer})
	}
	if _, err := h.Update(t.Context(), "test", func(b *hub.Batch) error { b.Put(more...); return nil }); err != nil {
		t.Fatal(err)
	}
	if after := calls(); after != before {
		t.Errorf("%s, and with 180 contracts more %s", before, after)
	}
}

func TestGridHistoryRefuses(t *testing.T) {
	api := testAPI(t, demoHub(t))
	for arguments, want := range map[string]string{
		`grid: "labo"`: "expected one of decret-2015-431 labo-2012 loi-2014-art-9",
		`grid: "labo-2012", from: "2020-01-01", to: "2019-01-01"`:                             "2019-01-01 is not after 2020-01-01",
		`grid: "labo-2012", from: "2020-01-01", to: "2020-01-01"`:                             "is not after",
		`grid: "labo-2012", to: "2020-13-01"`:                                                 "2020-13-01",
		`grid: "labo-2012", thresholds: [{criterion: "M4", name: "isolates", value: 1.5}]`:    "M4.isolates is 1.5: a share is a number from 0 to 1",
		`grid: "labo-2012", thresholds: [{criterion: "M6", name: "months", value: 1e300}]`:    "months are a whole number from 0 to 1200",
		`grid: "labo-2012", thresholds: [{criterion: "M2", name: "satisfied", value: -1}]`:    "a count is a number from 0 to 1000000",
		`grid: "labo-2012", thresholds: [{criterion: "M2", name: "connectedness", value: 1}]`: "M2.noteAbove M2.partly M2.satisfied",
	} {
		got := answer(t, api, `{gridHistory(pole: "pole:demo-velo", `+arguments+`) { poleId }}`, nil)
		if !strings.Contains(got, string(hub.BadUserInput)) || !strings.Contains(got, want) {
			t.Errorf("%s: %s", arguments, got)
		}
	}
	if got := answer(t, api, `{gridHistory(pole: "org:none", grid: "labo-2012") { poleId }}`, nil); !strings.Contains(got, `"field":"pole"`) {
		t.Errorf("no pole: %s", got)
	}
	if got := answer(t, api, `{gridHistory(pole: "pole:none", grid: "labo-2012") { poleId }}`, nil); got != `{"data":{"gridHistory":null}}` {
		t.Errorf("no such pole: %s", got)
	}
	if got := answer(t, api, `{gridHistory(pole: "pole:demo-velo", grid: "labo-2012") { criteria(ids: ["M9"]) { state } }}`, nil); !strings.Contains(got, "expected one of M1 M2") {
		t.Errorf("unknown criterion: %s", got)
	}
}
