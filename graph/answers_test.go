package graph

import (
	"context"
	"fmt"
	"log/slog"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"pgregory.net/rapid"

	"polehub/graph/recent"
	"polehub/hub"
	"polehub/store/sqlite"
)

// counting is an API over a hub whose every execution gives another answer, the
// number of executions so far; work, when it is given, goes with each.
func counting(t *testing.T, h *hub.Hub, work func(ctx context.Context, n int64) string) *API {
	t.Helper()
	var executed atomic.Int64
	limits := DefaultLimits()
	limits.Query = 50 * time.Millisecond
	api := NewAPI(newTestSchema(t, func(ctx context.Context) string {
		n := executed.Add(1)
		if work != nil {
			return work(ctx, n)
		}
		return fmt.Sprint(n)
	}), limits, slog.New(slog.DiscardHandler))
	api.KeepAnswers(h, 4<<20)
	api.KeepAnswers(h, 0) // does nothing
	return api
}

// byAnybody asks as nobody in particular.
func byAnybody(t *testing.T, api *API, document string) string {
	t.Helper()
	return answerTo(t, api, Caller{}, document, nil)
}

// TestAnswersAreGivenAgain: the first time a question is only noted, the second
// time its answer is kept, from the third time on it is given.
func TestAnswersAreGivenAgain(t *testing.T) {
	clock := noon
	h := testHub(t, village()...)
	h.Clock = func() time.Time { return clock }
	api := counting(t, h, nil)
	touched := 0
	for i, step := range []struct {
		name string
		do   func()
		want string
	}{
		{"first", func() {}, "1"},
		{"second", func() {}, "2"},
		{"third", func() {}, "2"},
		{"fourth, a minute later", func() { clock = clock.Add(time.Minute) }, "2"},
		{"older than a minute", func() { clock = clock.Add(1) }, "3"},
		{"again", func() {}, "3"},
		{"after a change", func() { touch(t, h, &touched) }, "4"},
		{"again", func() {}, "4"},
		// 2024-06-01 22:00 UTC is midnight in Paris.
		{"a second before midnight", func() { clock = time.Date(2024, 6, 1, 21, 59, 59, 0, time.UTC) }, "5"},
		{"on the next day", func() { clock = clock.Add(time.Second) }, "6"},
		{"again", func() {}, "6"},
	} {
		step.do()
		if got := byAnybody(t, api, "{text}"); got != `{"data":`+step.want+`}` {
			t.Fatalf("%d, %s: %s, want %s", i, step.name, got, step.want)
		}
	}
}

// touch changes the hub.
func touch(t testing.TB, h *hub.Hub, times *int) {
	t.Helper()
	*times++
	if _, err := h.Update(t.Context(), "test", func(b *hub.Batch) error {
		b.Put(&hub.Source{ID: "source:touch", Title: fmt.Sprint(*times), Kind: hub.SourceSurvey})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

// TestQuestionsAreToldApart: whatever an answer may follow from.
func TestQuestionsAreToldApart(t *testing.T) {
	api := counting(t, testHub(t), nil)
	type asked struct {
		who       Caller
		gate      *gate
		document  string
		operation string
		variables map[string]any
	}
	const two = "query A($id:ID=\"1\"){nodes(ids:[$id]){id}} query B($id:ID=\"1\"){nodes(ids:[$id]){id}}"
	open, shut := newGate("t"), newGate("")
	seen := map[string]int{}
	questions := []asked{
		{document: "{text}"},
		{document: "{text }"},
		{document: "{text}", who: Caller{Role: RoleEditor}},
		{document: "{text}", who: Caller{Role: RoleAdmin}},
		{document: "{text}", who: Caller{Name: "a", Role: RoleAdmin}},
		{document: "{text}", gate: &shut},
		{document: two, operation: "A"},
		{document: two, operation: "B"},
		{document: two, operation: "B", variables: map[string]any{"id": nil}},
		{document: two, operation: "B", variables: map[string]any{"id": "2"}},
		{document: two, operation: "B", variables: map[string]any{"id": "\ufffd"}},
		{document: two, operation: "B", variables: map[string]any{"id": `","2`}},
	}
	ask := func(q asked) string {
		ctx := WithCaller(t.Context(), q.who)
		if q.gate != nil {
			ctx = context.WithValue(ctx, gateKey{}, *q.gate)
		}
		resp := api.Query(ctx, q.document, q.operation, q.variables)
		if len(resp.Errors) > 0 {
			t.Fatal(q, resp.Errors)
		}
		return string(resp.Data)
	}
	for range 2 {
		for _, q := range questions {
			ask(q)
		}
	}
	for i, q := range questions {
		got := ask(q)
		if j, twice := seen[got]; twice {
			t.Errorf("questions %d and %d share answer %s", i, j, got)
		}
		seen[got] = i
		if again := ask(q); again != got {
			t.Errorf("question %d gets %s, then %s", i, got, again)
		}
	}
	// A gate that lets somebody write is as none, and a default as its value.
	if ask(questions[0]) != ask(asked{document: "{text}", gate: &open}) || ask(questions[7]) != ask(asked{document: two, operation: "B", variables: map[string]any{"id": "1"}}) {
		t.Error("equal questions have different answers")
	}
	// Texts that JSON cannot tell apart.
	for range 3 {
		one, other := ask(asked{document: two, operation: "B", variables: map[string]any{"id": "\xfe"}}), ask(asked{document: two, operation: "B", variables: map[string]any{"id": "\xff"}})
		if one == other {
			t.Error("different bytes share an answer")
		}
	}
}

// TestWhatIsNotKept: mutations, errors, long answers, answers that were given when
// the time was up or around which the hub changed, and all when the revision
// cannot be read.
func TestWhatIsNotKept(t *testing.T) {
	changed := 0
	long := `"` + strings.Repeat("x", longAnswer) + `"`
	for _, row := range []struct {
		name, document string
		work           func(h *hub.Hub) func(ctx context.Context, n int64) string
	}{
		{"mutation", "mutation{touch}", nil},
		{"error", "{text}", func(*hub.Hub) func(context.Context, int64) string {
			return func(ctx context.Context, n int64) string {
				graphql.AddError(ctx, errDown)
				return fmt.Sprint(n)
			}
		}},
		{"long", "{text}", func(*hub.Hub) func(context.Context, int64) string {
			return func(_ context.Context, n int64) string { return long[:len(long)-1] + fmt.Sprint(n) + `"` }
		}},
		{"time is up", "{text}", func(*hub.Hub) func(context.Context, int64) string {
			return func(ctx context.Context, n int64) string {
				<-ctx.Done()
				return fmt.Sprint(n)
			}
		}},
		{"change", "{text}", func(h *hub.Hub) func(context.Context, int64) string {
			return func(_ context.Context, n int64) string {
				touch(t, h, &changed)
				return fmt.Sprint(n)
			}
		}},
	} {
		t.Run(row.name, func(t *testing.T) {
			h := testHub(t)
			h.Store = patient{h.Store}
			var work func(context.Context, int64) string
			if row.work != nil {
				work = row.work(h)
			}
			api := counting(t, h, work)
			seen := map[string]bool{}
			for range 4 {
				seen[byAnybody(t, api, row.document)] = true
			}
			if len(seen) != 4 {
				t.Errorf("%d different answers to 4 questions", len(seen))
			}
		})
	}
	h := testHub(t)
	h.Store = ageless{h.Store}
	api := counting(t, h, nil)
	for i := range 4 {
		if got, want := byAnybody(t, api, "{text}"), fmt.Sprintf(`{"data":%d}`, i+1); got != want {
			t.Errorf("without revision: %s, want %s", got, want)
		}
	}
}

// patient is a store that tells its revision when the time is up, too.
type patient struct{ hub.Store }

func (p patient) Revision(ctx context.Context) (hub.Revision, error) {
	return p.Store.Revision(context.WithoutCancel(ctx))
}

// ageless is a store that cannot tell its revision.
type ageless struct{ hub.Store }

func (ageless) Revision(context.Context) (hub.Revision, error) { return 0, errDown }

// TestAnswersAreBounded by their bytes.
func TestAnswersAreBounded(t *testing.T) {
	h := testHub(t)
	text := strings.Repeat("x", 1000)
	api := NewAPI(newTestSchema(t, func(context.Context) string { return `"` + text + `"` }), DefaultLimits(), slog.New(slog.DiscardHandler))
	const room = 10 * (answerOverhead + 1002)
	a := answers{h, recent.New[question, kept](keptAnswers, room)}
	api.exec.AroundOperations(a.around)
	for i := range 12 {
		for range 3 {
			byAnybody(t, api, fmt.Sprintf("{a%d:text}", i))
		}
	}
	if entries, bytes := a.recent.Size(); entries != 10 || bytes != room {
		t.Errorf("keeps %d answers in %d bytes, want 10 in %d", entries, bytes, room)
	}
}

// TestChangesOfOtherProcesses: two programs on one file.
func TestChangesOfOtherProcesses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "hub.db")
	open := func() hub.Store {
		s, err := sqlite.Open(t.Context(), path, sqlite.Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = s.Close(context.WithoutCancel(t.Context())) })
		return s
	}
	here := hubOver(t, open(), village()...)
	there := &hub.Hub{Store: open(), Clock: noonClock}
	store := &counter{Store: here.Store, calls: map[string]int{}}
	api := testAPI(t, &hub.Hub{Store: store, Clock: noonClock})
	api.KeepAnswers(here, 1<<20)
	ask := func() string { return byAnybody(t, api, `{node(id:"source:survey"){... on Source{title}}}`) }
	for range 3 {
		if got := ask(); !contains(got, "Enquête") {
			t.Fatal(got)
		}
	}
	if calls := store.take(); calls["Find source"] != 2 {
		t.Errorf("three questions read the store %v", calls)
	}
	if _, err := there.Update(t.Context(), "other", func(b *hub.Batch) error {
		b.Put(&hub.Source{ID: "source:survey", Title: "Relevé", Kind: hub.SourceSurvey})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if got := ask(); !contains(got, "Relevé") {
			t.Errorf("after a change by another program: %s", got)
		}
	}
	if calls := store.take(); calls["Find source"] != 1 {
		t.Errorf("two questions after the change read the store %v", calls)
	}
}

// TestKeptAnswersAreThoseOfTheExecutor: the third answer is the first, byte for
// byte, whatever is asked, also when something cannot be read.
func TestKeptAnswersAreThoseOfTheExecutor(t *testing.T) {
	h := demoHub(t)
	schema := schemaOf()
	apis := map[string][2]*API{}
	for _, n := range append(hub.Nouns(), nil) {
		name, over := "nothing", h
		if n != nil {
			name, over = n.Name, &hub.Hub{Store: lame{h.Store, n}, Clock: noonClock}
		}
		keeping, plain := bothWays(t, over)
		keeping.KeepAnswers(over, 1<<20)
		apis[name] = [2]*API{keeping, plain}
	}
	rapid.Check(t, func(rt *rapid.T) {
		w := &writer{t: rt, schema: schema}
		document := "query($yes:Boolean=true,$no:Boolean=false)" + w.selections(schema.Query, 6)
		for _, broken := range []string{"nothing", rapid.SampledFrom(hub.Nouns()).Draw(rt, "broken").Name} {
			want := outcome(t, apis[broken][1], document)
			for i := range 3 {
				if got := outcome(t, apis[broken][0], document); got != want {
					rt.Fatalf("%s without %s gives, the %d. time,\n%s\nand the executor\n%s", document, broken, i+1, got, want)
				}
			}
		}
	})
}

// TestKeptAnswersManyAtOnce: who asks after a change has been made sees it.
func TestKeptAnswersManyAtOnce(t *testing.T) {
	h := hubOver(t, stores(t)["sqlite"](), village()...)
	api := testAPI(t, h)
	api.KeepAnswers(h, 1<<20)
	var written atomic.Int64
	var wait sync.WaitGroup
	stop := make(chan struct{})
	for range 4 {
		wait.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				least := written.Load()
				got := byAnybody(t, api, `{node(id:"source:touch"){... on Source{title}}}`)
				n := int64(0)
				if _, err := fmt.Sscanf(got, `{"data":{"node":{"title":"%d"}}}`, &n); n < least {
					t.Errorf("%d was written before, the answer is %s (%v)", least, got, err)
					return
				}
			}
		})
	}
	times := 0
	for range 30 {
		touch(t, h, &times)
		written.Store(int64(times))
		time.Sleep(time.Millisecond)
	}
	close(stop)
	wait.Wait()
}
