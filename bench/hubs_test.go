package bench

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"polehub/graph"
	"polehub/hub"
	"polehub/seed/synthetic"
	"polehub/store/neo4j"
	"polehub/store/neo4j/neo4jtest"
	"polehub/store/sqlite"
)

// randomSeed makes every hub here.
const randomSeed = 1

// writeToken allows the mutations of q7.
const writeToken = "bench"

// today is the day that every hub here takes for the present, so that answers
// do not depend on when they are asked for.
const today = "2026-01-15"

func clock() time.Time { return time.Date(2026, 1, 15, 12, 0, 0, 0, time.UTC) }

// keptAnswers is what the program keeps of answers when it is not told.
const keptAnswers = 32 << 20

// scale is how many times the base hub is measured.
func scale(tb testing.TB) int {
	tb.Helper()
	text := os.Getenv("POLEHUB_BENCH_SCALE")
	if text == "" {
		return 1
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		tb.Fatalf("POLEHUB_BENCH_SCALE is %q: expected a number such as 1, 10 or 25", text)
	}
	return n
}

// wanted reports whether a way is to be measured.
func wanted(way string) bool {
	ways := os.Getenv("POLEHUB_BENCH_WAYS")
	return ways == "" || slices.Contains(strings.Split(ways, ","), way)
}

// sqliteHub is a hub in a new SQLite file.
func sqliteHub(tb testing.TB) (h *hub.Hub, path string) {
	tb.Helper()
	path = filepath.Join(tb.TempDir(), "hub.db")
	store, err := sqlite.Open(tb.Context(), path, sqlite.Options{Logger: quiet()})
	if err != nil {
		tb.Fatal(err)
	}
	return hubOf(tb, store), path
}

// neo4jHub is a hub in the emptied database of the test server.
func neo4jHub(tb testing.TB, server neo4jtest.Server) *hub.Hub {
	tb.Helper()
	server.Clean(tb)
	store, err := neo4j.Open(tb.Context(), server.URI, neo4j.Options{User: server.User, Password: server.Password, Database: server.Database, Logger: quiet()})
	if err != nil {
		tb.Fatal(err)
	}
	return hubOf(tb, store)
}

func hubOf(tb testing.TB, store hub.Store) *hub.Hub {
	tb.Cleanup(func() {
		if err := store.Close(context.WithoutCancel(tb.Context())); err != nil {
			tb.Error(err)
		}
	})
	return &hub.Hub{Store: store, Clock: clock}
}

// quiet formats what is logged, as a server does, and drops it.
func quiet() *slog.Logger { return slog.New(slog.NewTextHandler(io.Discard, nil)) }

// fill writes the synthetic hub.
func fill(tb testing.TB, h *hub.Hub, size synthetic.Size) {
	tb.Helper()
	var part []hub.Record
	flush := func() {
		_, err := h.Update(tb.Context(), "bench", func(b *hub.Batch) error { b.Put(part...); return nil })
		if err != nil {
			tb.Fatal(err)
		}
		part = nil
	}
	for r := range synthetic.Records(size, randomSeed) {
		if part = append(part, r); len(part) == 5000 {
			flush()
		}
	}
	flush()
}

// serve answers GraphQL for a hub over HTTP and gives the address of the endpoint.
// It keeps so many bytes of answers.
func serve(tb testing.TB, h *hub.Hub, answers int) string {
	tb.Helper()
	api := graph.NewAPI(graph.Schema(graph.New(h)), graph.DefaultLimits(), quiet())
	api.KeepAnswers(h, answers)
	server := httptest.NewServer(api.Handler(graph.Site{WriteToken: writeToken, Ready: h.Store.Ping, Console: http.NotFoundHandler()}))
	tb.Cleanup(server.Close)
	return server.URL + "/graphql"
}
