package criteria_test

import (
	"context"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"polehub/hub"
	"polehub/hub/criteria"
	"polehub/hub/hubtest"
	"polehub/seed/demo/invent"
	"polehub/store/sqlite"
	"polehub/store/storetest"
)

// demonstration is the hub of the demonstration in a store, with its poles.
func demonstration(t *testing.T, store hub.Store) (*hub.Hub, []hub.ID) {
	t.Helper()
	h := &hub.Hub{Store: store, Clock: func() time.Time { return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) }}
	records := invent.Records()
	if _, err := h.Update(t.Context(), "test", func(b *hub.Batch) error { b.Put(records...); return nil }); err != nil {
		t.Fatal(err)
	}
	var poles []hub.ID
	for _, r := range records {
		if p, ok := r.(*hub.Pole); ok {
			poles = append(poles, p.ID)
		}
	}
	return h, poles
}

// TestStoresAgree asks the same of the demonstration in two stores: every
// figure, fact, note and gap is the same.
func TestStoresAgree(t *testing.T) {
	file, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "hub.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close(context.WithoutCancel(t.Context())) })
	oracle, poles := demonstration(t, storetest.NewOracle())
	sqlite, _ := demonstration(t, file)
	for _, q := range []criteria.Question{
		criteria.OnDay("2014-06-01"), criteria.OnDay("2025-06-01"),
		{From: "2020-01-01", To: "2024-01-01"}, {From: "2025-06-01", To: "2025-06-02", Collapse: true},
	} {
		one, err := criteria.Ask(t.Context(), oracle, criteria.Grids(), poles, q)
		if err != nil {
			t.Fatal(err)
		}
		other, err := criteria.Ask(t.Context(), sqlite, criteria.Grids(), poles, q)
		if err != nil {
			t.Fatal(err)
		}
		for i, pole := range poles {
			for j, g := range one[i] {
				for k, a := range g.Answers {
					if b := other[i][j].Answers[k]; !reflect.DeepEqual(a, b) {
						t.Errorf("%s %s/%s %+v:\n%+v\n%+v", pole, g.Grid.ID, a.Criterion.ID, q, a, b)
					}
				}
			}
		}
	}
}

// TestStoresAgreeOnHistories follows the first poles of the demonstration in two stores.
func TestStoresAgreeOnHistories(t *testing.T) {
	file, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "hub.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close(context.WithoutCancel(t.Context())) })
	changes := 0
	histories := func(store hub.Store) (all []*criteria.GridHistory) {
		h, poles := demonstration(t, store)
		dossiers, err := h.Dossiers(t.Context(), poles[:4])
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range dossiers {
			g, _ := criteria.GridByID("labo-2012")
			history, err := criteria.History(t.Context(), d, g, criteria.Question{From: "2016-01-01", To: "2020-01-01"})
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range history.Criteria {
				changes += len(c.Changes)
			}
			all = append(all, history)
		}
		return all
	}
	if one, other := histories(storetest.NewOracle()), histories(file); !reflect.DeepEqual(one, other) || changes == 0 {
		t.Errorf("%d changes, two histories:\n%+v\n%+v", changes, one, other)
	}
}

// TestCallsDoNotDependOnPoles counts the calls to the store of one pole and of
// five, with all grids.
func TestCallsDoNotDependOnPoles(t *testing.T) {
	h, poles := demonstration(t, storetest.NewOracle())
	calls := func(poles []hub.ID) int {
		n := 0
		counted := &hub.Hub{Store: hubtest.Counted{Store: h.Store, Calls: &n}, Clock: h.Clock}
		if _, err := criteria.Ask(t.Context(), counted, criteria.Grids(), poles, criteria.OnDay("2025-06-01")); err != nil {
			t.Fatal(err)
		}
		return n
	}
	if one, five := calls(poles[:1]), calls(poles[:5]); one != five || one == 0 {
		t.Errorf("%d calls for one pole, %d for five", one, five)
	}
}
