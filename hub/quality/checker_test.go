package quality_test

import (
	"context"
	"errors"
	"iter"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"polehub/hub"
	"polehub/hub/hubtest"
	"polehub/hub/quality"
	"polehub/seed/demo/invent"
)

// watched counts the views of a store, how many are open at once, and the calls in
// them; views fail when they are told to.
type watched struct {
	hub.Store
	views, open, most, calls atomic.Int64
	failure                  error
}

func (s *watched) View(ctx context.Context, fn func(hub.Reader) error) error {
	s.views.Add(1)
	if now := s.open.Add(1); now > s.most.Load() {
		s.most.Store(now)
	}
	defer s.open.Add(-1)
	if s.failure != nil {
		return s.failure
	}
	return s.Store.View(ctx, func(r hub.Reader) error { return fn(countingReader{r, s}) })
}

type countingReader struct {
	hub.Reader
	store *watched
}

func (r countingReader) Rows(ctx context.Context, q hub.Query) iter.Seq2[hub.Row, error] {
	r.store.calls.Add(1)
	return r.Reader.Rows(ctx, q)
}

// TestKeptByRevision looks once while nothing changes, for a minute.
func TestKeptByRevision(t *testing.T) {
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	s := &watched{Store: filled(t, oracle(), hubtest.Facts(t, []string{"membership organisationId=org:a validFrom=?"}))}
	h := &hub.Hub{Store: s, Clock: func() time.Time { return now }}
	c := quality.NewChecker(h)
	look := func(want int64, count int) {
		t.Helper()
		report, err := c.Report(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if n := report.Total(quality.Info); s.views.Load() != want || n != count {
			t.Errorf("looked %d times, expected %d; found %d, expected %d", s.views.Load(), want, n, count)
		}
	}
	look(1, 1)
	look(1, 1)
	now = now.Add(time.Minute)
	look(1, 1)
	now = now.Add(time.Second)
	look(2, 1)
	if _, err := h.Update(t.Context(), "test", func(b *hub.Batch) error {
		b.Put(hubtest.Fact(t, "membership organisationId=org:a circle=FOUNDER validFrom=? membership:other"))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	look(3, 2)
	s.failure = &hub.Error{Code: hub.Unavailable, Msg: "gone"}
	look(3, 2)
	now = now.Add(2 * time.Minute)
	if _, err := c.Report(t.Context()); !errors.Is(err, s.failure) {
		t.Errorf("a store that fails: %v", err)
	}
	s.failure = nil
	look(5, 2)
}

// TestOneAtATime asks from many sides at once.
func TestOneAtATime(t *testing.T) {
	s := &watched{Store: filled(t, oracle(), invent.Records())}
	c := quality.NewChecker(&hub.Hub{Store: s, Clock: time.Now})
	var asking sync.WaitGroup
	for range 8 {
		asking.Go(func() {
			if _, err := c.Report(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	asking.Wait()
	if s.views.Load() != 1 || s.most.Load() != 1 {
		t.Errorf("looked %d times, %d at once", s.views.Load(), s.most.Load())
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := quality.Check(ctx, s, quality.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// TestCallsDoNotDependOnSize counts the calls to the store of a hub of one pole and of
// the demonstration.
func TestCallsDoNotDependOnSize(t *testing.T) {
	calls := func(records []hub.Record) int64 {
		s := &watched{Store: filled(t, oracle(), records)}
		if _, err := quality.Check(t.Context(), s, quality.Options{}); err != nil {
			t.Fatal(err)
		}
		return s.calls.Load()
	}
	if one, all := calls(hubtest.Facts(t, []string{"membership organisationId=org:a"})), calls(invent.Records()); one != all || one == 0 {
		t.Errorf("%d calls for one pole, %d for the demonstration", one, all)
	}
}

// TestLimits counts everything, whatever is listed, and lists only what is asked for.
func TestLimits(t *testing.T) {
	s := filled(t, oracle(), invent.Records())
	all, err := quality.Check(t.Context(), s, quality.Options{})
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	some, err := quality.Check(t.Context(), s, quality.Options{Limit: 2, Progress: func(*hub.Noun, int) { told++ }})
	if err != nil || told == 0 {
		t.Fatal(err, told)
	}
	if !slices.Equal(countsOf(all), countsOf(some)) || some.Records != all.Records {
		t.Error("a limit changes the counts")
	}
	of := func(r *quality.Report, code quality.Code) (out []quality.Finding) {
		for _, f := range r.Findings {
			if f.Rule.Code == code {
				out = append(out, f)
			}
		}
		return out
	}
	for _, c := range all.Counts {
		if got := len(of(all, c.Rule.Code)); got != c.Count {
			t.Errorf("%s: %d found, %d listed", c.Rule.Code, c.Count, got)
		}
		if got := len(of(some, c.Rule.Code)); got != min(c.Count, 2) {
			t.Errorf("%s: %d found, %d listed of two", c.Rule.Code, c.Count, got)
		}
	}
	one, err := quality.Check(t.Context(), s, quality.Options{Only: []quality.Code{quality.ClaimsDisagree}})
	if err != nil || len(one.Counts) != 1 || len(one.Findings) != len(of(all, quality.ClaimsDisagree)) || len(one.Findings) == 0 {
		t.Errorf("%v: counts %v, %d findings", err, one.Counts, len(one.Findings))
	}
}

func countsOf(r *quality.Report) (out []int) {
	for _, c := range r.Counts {
		out = append(out, c.Count)
	}
	return out
}
