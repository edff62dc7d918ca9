package bench

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"polehub/hub"
	"polehub/seed/synthetic"
	"polehub/store/neo4j/neo4jtest"
)

// networksDocument asks for density and mix of all 200 poles; a page has 100.
const networksDocument = `
	{ a: poles(first: 100) { nodes { ...figures } } b: poles(last: 100) { nodes { ...figures } } }
	fragment figures on Pole { id
		cooperationDensity { status value pairsKnown pairsUnknown }
		mix { members classes { class count share } blau { value } effectiveNumber { value } } }`

// BenchmarkNetworks asks for the density and mix of all poles in one document,
// cold, with a write before each, warm, and warm with the answer kept.
func BenchmarkNetworks(b *testing.B) {
	size := synthetic.Times(scale(b))
	b.Run("sqlite", func(b *testing.B) {
		h, _ := sqliteHub(b)
		benchmarkNetworks(b, h, size)
	})
	b.Run("neo4j", func(b *testing.B) {
		benchmarkNetworks(b, neo4jHub(b, neo4jtest.Start(b)), size)
	})
}

func benchmarkNetworks(b *testing.B, h *hub.Hub, size synthetic.Size) {
	fill(b, h, size)
	c := newClient(b, serve(b, h, 0))
	writes := 0
	touched := func(b *testing.B) {
		writes++
		touch(b, h, writes)
	}
	if err := checkNetworks(b.Context(), c); err != nil {
		b.Fatal(err)
	}
	b.Run("cold", func(b *testing.B) { timeNetworks(b, c, touched) })
	nothing := func(*testing.B) {}
	b.Run("warm", func(b *testing.B) { timeNetworks(b, c, nothing) })
	keeping := newClient(b, serve(b, h, keptAnswers))
	for range 2 { // the second answer is kept
		if err := checkNetworks(b.Context(), keeping); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("cached", func(b *testing.B) { timeNetworks(b, keeping, nothing) })
}

// timeNetworks asks after prepare, which is not timed.
func timeNetworks(b *testing.B, c *client, prepare func(*testing.B)) {
	var worked time.Duration
	for b.Loop() {
		b.StopTimer()
		prepare(b)
		before := processorTime()
		b.StartTimer()
		if _, err := c.ask(b.Context(), networksDocument, nil); err != nil {
			b.Fatal(err)
		}
		worked += processorTime() - before
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N), "ms")
	b.ReportMetric(worked.Seconds()*1000/float64(b.N), "cpu-ms")
}

// touch moves the revision.
func touch(b *testing.B, h *hub.Hub, i int) {
	b.Helper()
	_, err := h.Update(b.Context(), "bench", func(batch *hub.Batch) error {
		batch.Put(&hub.Source{ID: "source:touch", Title: fmt.Sprint("Touched ", i), Kind: hub.SourceDemonstration})
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
}

// checkNetworks fails unless every pole has a density and all its members.
func checkNetworks(ctx context.Context, c *client) error {
	text, err := c.ask(ctx, networksDocument, nil)
	if err != nil {
		return err
	}
	var answer struct {
		Data map[string]struct {
			Nodes []struct {
				ID                 string
				CooperationDensity struct{ Value *float64 }
				Mix                struct{ Members int }
			}
		}
	}
	if err := json.Unmarshal(text, &answer); err != nil {
		return err
	}
	poles := map[string]bool{}
	for _, page := range answer.Data {
		for _, p := range page.Nodes {
			if p.CooperationDensity.Value == nil || p.Mix.Members < 20 {
				return fmt.Errorf("%s: no density, or %d members", p.ID, p.Mix.Members)
			}
			poles[p.ID] = true
		}
	}
	if len(poles) != 200 {
		return fmt.Errorf("%d poles, expected 200", len(poles))
	}
	return nil
}
