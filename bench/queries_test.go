package bench

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"text/tabwriter"
	"time"

	"polehub/hub"
	"polehub/seed/synthetic"
	"polehub/store/neo4j/neo4jtest"
)

// turn is how long one way is asked before the next has its turn.
const turn = 100 * time.Millisecond

// warming is how long each way is asked before the clock starts: the plans of
// Neo4j and the code of its Java machine are compiled by then.
const warming = 2 * time.Second

// BenchmarkQueries asks q1 to q7 in all ways: see the package comment.
func BenchmarkQueries(b *testing.B) {
	size := synthetic.Times(scale(b))
	open := openWays(b, size)
	results := table{}
	for _, q := range questions(size) {
		b.Run(q.name, func(b *testing.B) {
			w := open(b, q)
			w.compare(b)
			for _, atOnce := range []int{1, 4} {
				b.Run(fmt.Sprintf("c%d", atOnce), func(b *testing.B) { results.add(q, atOnce, w.measure(b, atOnce)) })
			}
		})
	}
	b.Logf("requests a second\n%s", results.text())
}

// openWays fills the hubs that the wanted ways need, and gives what makes the
// ways of a question.
func openWays(b *testing.B, size synthetic.Size) func(*testing.B, question) *ways {
	var makers []func(*testing.B, question) way
	graphQL := func(name string, h *hub.Hub) {
		fill(b, h, size)
		if wanted(name) {
			c := newClient(b, serve(b, h, 0))
			makers = append(makers, func(_ *testing.B, q question) way { return overHTTP(name, c, q) })
		}
		if keeping := name + "-cached"; wanted(keeping) {
			c := newClient(b, serve(b, h, keptAnswers))
			makers = append(makers, func(_ *testing.B, q question) way { return cached(keeping, c, q) })
		}
	}
	if wanted("neo4j") || wanted("neo4j-cached") || wanted("cypher") {
		server := neo4jtest.Start(b)
		graphQL("neo4j", neo4jHub(b, server))
		if wanted("cypher") {
			d := server.Driver(b)
			makers = append(makers, func(_ *testing.B, q question) way { return byCypher(d, server.Database, q) })
		}
	}
	path := ""
	if wanted("sqlite") || wanted("sqlite-cached") || wanted("sql") {
		var h *hub.Hub
		h, path = sqliteHub(b)
		graphQL("sqlite", h)
	}
	return func(b *testing.B, q question) *ways {
		w := &ways{}
		for _, maker := range makers {
			if way := maker(b, q); !q.writes || way.kept == 0 {
				w.all = append(w.all, way)
			}
		}
		if q.name == "q2" && wanted("sql") {
			w.all = append(w.all, bySQL(b, path))
		}
		return w
	}
}

// ways are those to answer one question, with the number of requests so far.
type ways struct {
	all  []way
	next [8]atomic.Int64
	warm bool
}

// compare fails unless all ways give the same answers.
func (w *ways) compare(b *testing.B) {
	b.Helper()
	for range 20 {
		var first string
		for k, way := range w.all {
			answer, err := way.answer(b.Context(), int(w.next[k].Add(1)))
			if err != nil {
				b.Fatal(way.name, err)
			}
			text, err := json.Marshal(answer)
			if err != nil {
				b.Fatal(err)
			}
			if len(text) < 50 || strings.Contains(string(text), `"contract":null`) {
				b.Fatalf("%s answers %s", way.name, text)
			}
			if k == 0 {
				first = string(text)
			} else if string(text) != first {
				b.Fatalf("%s and %s differ:\n%.3000s\n%.3000s", w.all[0].name, way.name, first, text)
			}
		}
	}
}

// rates are requests a second by the name of the way; 0 when it was not asked.
type rates map[string]float64

// measure lets the ways take turns and gives their rates.
func (w *ways) measure(b *testing.B, atOnce int) rates {
	if !w.warm {
		for k, way := range w.all {
			for range 2 * way.kept { // an answer is kept the second time
				if err := w.ask(b.Context(), k); err != nil {
					b.Fatal(way.name, err)
				}
			}
			w.turn(b, k, atOnce, warming)
		}
		w.warm = true
	}
	asked, spent, worked := make([]int, len(w.all)), make([]time.Duration, len(w.all)), make([]time.Duration, len(w.all))
	b.ResetTimer()
	for b.Loop() {
		for k := range w.all {
			before := processorTime()
			n, took := w.turn(b, k, atOnce, turn)
			asked[k] += n
			spent[k] += took
			worked[k] += processorTime() - before
		}
	}
	r := rates{}
	for k, way := range w.all {
		r[way.name] = float64(asked[k]) / spent[k].Seconds()
		b.ReportMetric(r[way.name], way.name+"/s")
		b.ReportMetric(worked[k].Seconds()*1000/float64(asked[k]), way.name+"-cpu-ms")
	}
	b.ReportMetric(0, "ns/op") // of a round of turns: says nothing
	for _, pair := range ratios {
		if r[pair.of] > 0 && r[pair.to] > 0 {
			b.ReportMetric(r[pair.of]/r[pair.to], pair.of+"/"+pair.to)
		}
	}
	return r
}

// turn asks one way for some time, several requests at once, and gives the
// number of answers and the time that they took.
func (w *ways) turn(b *testing.B, k, atOnce int, limit time.Duration) (int, time.Duration) {
	var asked atomic.Int64
	var failure atomic.Pointer[error]
	var wait sync.WaitGroup
	start := time.Now()
	for range atOnce {
		wait.Go(func() {
			for time.Since(start) < limit && failure.Load() == nil {
				if err := w.ask(b.Context(), k); err != nil {
					failure.CompareAndSwap(nil, &err)
					return
				}
				asked.Add(1)
			}
		})
	}
	wait.Wait()
	took := time.Since(start)
	if err := failure.Load(); err != nil {
		b.Fatal(w.all[k].name, *err)
	}
	return int(asked.Load()), took
}

// processorTime is what this process has used of the processors: client and
// server of GraphQL, or the driver alone. On a busy machine it says more than
// the clock; what the server of Neo4j uses is not in it.
func processorTime() time.Duration {
	var used syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &used) != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

func (w *ways) ask(ctx context.Context, k int) error {
	return w.all[k].run(ctx, int(w.next[k].Add(1)))
}

// ratios are what the figures are about, with the least that they have to be.
var ratios = []struct {
	of, to string
	least  float64
}{
	{"neo4j", "cypher", 0.7}, {"neo4j-cached", "cypher", 0.7}, {"sqlite", "cypher", 3}, {"sqlite-cached", "cypher", 3}, {"sqlite", "sql", 1.0 / 3},
}

// table is the results of all questions.
type table struct{ rows []row }

type row struct {
	name, title string
	rates       rates
}

// add keeps the last of several measurements of a question: the benchmark runs
// it with more and more rounds.
func (t *table) add(q question, atOnce int, r rates) {
	name := fmt.Sprintf("%s c%d", q.name, atOnce)
	if n := len(t.rows); n > 0 && t.rows[n-1].name == name {
		t.rows = t.rows[:n-1]
	}
	t.rows = append(t.rows, row{name, q.title, r})
}

// text writes the table; a ratio below its least is marked.
func (t *table) text() string {
	var out strings.Builder
	w := tabwriter.NewWriter(&out, 0, 0, 2, ' ', tabwriter.AlignRight)
	names := []string{"neo4j", "neo4j-cached", "cypher", "sqlite", "sqlite-cached", "sql"}
	fmt.Fprint(w, "\t", strings.Join(names, "\t"), "\t")
	for _, pair := range ratios {
		fmt.Fprintf(w, "%s/%s\t", pair.of, pair.to)
	}
	fmt.Fprintln(w)
	for _, row := range t.rows {
		fmt.Fprint(w, row.name, "\t")
		for _, name := range names {
			fmt.Fprint(w, cell(row.rates[name], "%.0f"), "\t")
		}
		for _, pair := range ratios {
			text := ""
			if row.rates[pair.of] > 0 && row.rates[pair.to] > 0 {
				ratio := row.rates[pair.of] / row.rates[pair.to]
				if text = cell(ratio, "%.2f"); ratio < pair.least {
					text += " !"
				}
			}
			fmt.Fprint(w, text, "\t")
		}
		fmt.Fprintln(w)
	}
	w.Flush()
	return out.String()
}

func cell(v float64, format string) string {
	if v == 0 {
		return ""
	}
	return fmt.Sprintf(format, v)
}
