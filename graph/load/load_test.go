package load

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"polehub/hub"
	"polehub/store/storetest"
)

// finder counts the calls of Find, and fails them on demand.
type finder struct {
	hub.Store
	calls atomic.Int32
	fail  atomic.Bool
}

func (f *finder) Find(ctx context.Context, n *hub.Noun, ids []hub.ID) ([]hub.Record, error) {
	f.calls.Add(1)
	if f.fail.Load() {
		return nil, &hub.Error{Code: hub.Unavailable, Msg: "down"}
	}
	return f.Store.Find(ctx, n, ids)
}

// operation is an operation on a hub of 10 organisations that share 2 sources.
func operation(t *testing.T, now time.Time) (context.Context, *finder) {
	t.Helper()
	store := &finder{Store: storetest.NewOracle()}
	h := &hub.Hub{Store: store, Clock: func() time.Time { return now }}
	if _, err := h.Update(t.Context(), "test", func(b *hub.Batch) error {
		for i := range 2 {
			b.Put(&hub.Source{ID: hub.ID(fmt.Sprintf("source:s%d", i)), Title: "S", Kind: hub.SourceSurvey})
		}
		for i := range 10 {
			b.Put(&hub.Organisation{ID: hub.ID(fmt.Sprintf("org:o%d", i)), Name: "O", Kind: hub.KindOther,
				Fact: hub.Fact{SourceIDs: []hub.ID{hub.ID(fmt.Sprintf("source:s%d", i%2))}}})
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	store.calls.Store(0)
	return Begin(t.Context(), h), store
}

func TestToday(t *testing.T) {
	// In summer Paris is two hours ahead: 23:30 UTC is the next day there.
	for at, want := range map[string]hub.Date{"2024-06-30T21:59:59Z": "2024-06-30", "2024-06-30T22:00:00Z": "2024-07-01", "2024-12-31T23:00:00Z": "2025-01-01"} {
		now, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		ctx, _ := operation(t, now)
		if got := From(ctx).Today(); got != want {
			t.Errorf("%s: %s, want %s", at, got, want)
		}
	}
}

func TestFindKeepsOrderHolesAndRepeats(t *testing.T) {
	ctx, store := operation(t, time.Now())
	ids := []hub.ID{"org:o3", "source:s0", "org:gone", "org:o1", "org:o3"}
	found, err := From(ctx).Find(ctx, ids)
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range found {
		if gone := ids[i] == "org:gone"; gone != (r == nil) || !gone && r.Key() != ids[i] {
			t.Errorf("%d: %v, want %s", i, r, ids[i])
		}
	}
	if found[0] != found[4] {
		t.Error("one id, two records")
	}
	if _, err := From(ctx).Find(ctx, ids); err != nil || store.calls.Load() != 2 { // organisations, sources
		t.Errorf("%d calls for two kinds asked twice: %v", store.calls.Load(), err)
	}
}

// TestOneCallForACohort: whoever asks first, and however many ask at once.
func TestOneCallForACohort(t *testing.T) {
	ctx, store := operation(t, time.Now())
	rows, err := From(ctx).Rows(ctx, hub.Query{Noun: hub.OrganisationNoun})
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for _, row := range rows {
		wg.Go(func() {
			sources, err := Sources(ctx, row.Record)
			want := row.Record.(*hub.Organisation).SourceIDs[0]
			if err != nil || len(sources) != 1 || sources[0].ID != want {
				t.Errorf("%s: %v %v, want %s", row.Record.Key(), sources, err, want)
			}
		})
	}
	wg.Wait()
	if n := store.calls.Load(); n != 1 {
		t.Errorf("%d calls for %d records", n, len(rows))
	}
	ids, err := PerCohort(ctx, rows[4].Record, "key", func(ids []hub.ID) ([]hub.ID, error) { return ids, nil })
	if err != nil || len(ids) != 10 || !slices.IsSorted(ids) {
		t.Errorf("the cohort is %v %v", ids, err)
	}
	again, err := PerCohort(ctx, rows[7].Record, "key", func([]hub.ID) ([]hub.ID, error) { return nil, errors.New("twice") })
	if err != nil || len(again) != 10 {
		t.Errorf("the second reading: %v %v", again, err)
	}
}

func TestAFailureIsEverybodys(t *testing.T) {
	ctx, store := operation(t, time.Now())
	rows, err := From(ctx).Rows(ctx, hub.Query{Noun: hub.OrganisationNoun})
	if err != nil {
		t.Fatal(err)
	}
	store.fail.Store(true)
	for _, row := range rows {
		if _, err := Sources(ctx, row.Record); hub.CodeOf(err) != hub.Unavailable {
			t.Errorf("%s: %v", row.Record.Key(), err)
		}
	}
	if n := store.calls.Load(); n != 1 {
		t.Errorf("%d calls", n)
	}
}

// TestAPanicIsAnError of everybody who needs the reading.
func TestAPanicIsAnError(t *testing.T) {
	ctx, _ := operation(t, time.Now())
	lone := &hub.Pole{ID: "pole:a"}
	for range 2 {
		_, err := PerCohort(ctx, lone, "k", func([]hub.ID) (int, error) { panic("boom") })
		if err == nil || !strings.Contains(err.Error(), "boom") {
			t.Errorf("a panic gives %v", err)
		}
	}
}

func TestRecordsByThemselves(t *testing.T) {
	ctx, _ := operation(t, time.Now())
	lone := &hub.Membership{ID: "membership:m", OrganisationID: "org:gone", PoleID: ""}
	if o, err := One[*hub.Organisation](ctx, lone, "organisationId"); o != nil || err != nil {
		t.Errorf("a dangling reference: %v %v", o, err)
	}
	if p, err := One[*hub.Pole](ctx, lone, "poleId"); p != nil || err != nil {
		t.Errorf("no reference: %v %v", p, err)
	}
	if _, err := Record[*hub.Organisation](ctx, hub.OrganisationNoun, "pole:a"); hub.CodeOf(err) != hub.BadUserInput {
		t.Errorf("an id of another kind: %v", err)
	}
}

func TestForget(t *testing.T) {
	ctx, _ := operation(t, time.Now())
	o := From(ctx)
	before, err := o.Find(ctx, []hub.ID{"org:o1"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.Hub.Update(ctx, "test", func(b *hub.Batch) error {
		b.Put(&hub.Organisation{ID: "org:o1", Name: "New", Kind: hub.KindOther})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	o.Forget()
	after, err := o.Find(ctx, []hub.ID{"org:o1"})
	if err != nil || after[0].(*hub.Organisation).Name != "New" || before[0].(*hub.Organisation).Name != "O" {
		t.Errorf("%+v %v", after[0], err)
	}
}
