package bench

import (
	"context"
	"encoding/json"
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"polehub/hub"
	"polehub/seed/synthetic"
	"polehub/store/neo4j/neo4jtest"
)

// gridsOfPole asks for the states of all criteria of the three grids.
const gridsOfPole = `
	fragment grids on Pole { id
		definition: grid(id: "labo-2012") { ...answers }
		decree: grid(id: "decret-2015-431") { ...answers }
		law: grid(id: "loi-2014-art-9") { ...answers } }
	fragment answers on GridAnswer { answers { state } }`

const (
	onePoleGrids  = `query ($id: ID!) { pole(id: $id) { ...grids } }` + gridsOfPole
	allPolesGrids = `{ a: poles(first: 100) { nodes { ...grids } } b: poles(last: 100) { nodes { ...grids } } }` + gridsOfPole
)

// poleInFull asks for the three grids of one pole, and how public authorities take
// part in it.
const poleInFull = `query ($id: ID!) { pole(id: $id) { ...grids publicInvolvement(at: "2024-06-01") {
	actors { organisation { id name } tier since roles { role isDerived factIds } paid { amount } } first { since }
	money { totals { tier instrument amount } years { year tier instrument amount } measures { id value } }
	decision { seats { share } votes { share } capital { local isOverCeiling } } gaps { code aboutIds } notes { code }
	network { eiIndex { value } contracts { value } positions { ties brokerage { value } } }
	without { isAll connectedness { first { value } second { value } } moneyAfter { amount } }
	posture { code inputs { code value } } trajectory { year publicShare { value } posture { code } } } } }` + gridsOfPole

// BenchmarkGrids asks for the three grids of one pole and of all poles. Dossiers are
// kept, answers are not: the first round of a pole reads it.
func BenchmarkGrids(b *testing.B) {
	size := synthetic.Times(scale(b))
	b.Run("sqlite", func(b *testing.B) {
		h, _ := sqliteHub(b)
		benchmarkGrids(b, h, size)
	})
	b.Run("neo4j", func(b *testing.B) {
		benchmarkGrids(b, neo4jHub(b, neo4jtest.Start(b)), size)
	})
}

func benchmarkGrids(b *testing.B, h *hub.Hub, size synthetic.Size) {
	fill(b, h, size)
	c := newClient(b, serve(b, h, 0))
	if err := checkGrids(b.Context(), c, size.Poles); err != nil {
		b.Fatal(err)
	}
	asked := 0
	b.Run("pole", func(b *testing.B) {
		timeAsked(b, func() error {
			asked++
			_, err := c.ask(b.Context(), onePoleGrids, map[string]any{"id": synthetic.PoleID(asked % size.Poles)})
			return err
		})
	})
	b.Run("full", func(b *testing.B) {
		// By this clock all that was kept is too old.
		var hours atomic.Int64
		later := func() time.Time { return time.Unix(hours.Add(1)*3600, 0) }
		cold := newClient(b, serve(b, &hub.Hub{Store: h.Store, Clock: later}, 0))
		timeAsked(b, func() error {
			asked++
			_, err := cold.ask(b.Context(), poleInFull, map[string]any{"id": synthetic.PoleID(asked % size.Poles)})
			return err
		})
	})
	b.Run("poles", func(b *testing.B) {
		timeAsked(b, func() error {
			_, err := c.ask(b.Context(), allPolesGrids, nil)
			return err
		})
	})
}

// timeAsked reports how long a question takes, and how much of the processor.
func timeAsked(b *testing.B, ask func() error) {
	before := processorTime()
	for b.Loop() {
		if err := ask(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N), "ms")
	b.ReportMetric((processorTime()-before).Seconds()*1000/float64(b.N), "cpu-ms")
}

// checkGrids fails unless each grid of every pole has answers.
func checkGrids(ctx context.Context, c *client, poles int) error {
	text, err := c.ask(ctx, allPolesGrids, nil)
	if err != nil {
		return err
	}
	type grid struct{ Answers []struct{ State string } }
	var answer struct {
		Data map[string]struct {
			Nodes []struct {
				ID                      string
				Definition, Decree, Law grid
			}
		}
	}
	if err := json.Unmarshal(text, &answer); err != nil {
		return err
	}
	answered := map[string]bool{}
	for _, page := range answer.Data {
		for _, p := range page.Nodes {
			for _, g := range []grid{p.Definition, p.Decree, p.Law} {
				if len(g.Answers) == 0 {
					return fmt.Errorf("%s: a grid without answers", p.ID)
				}
			}
			answered[p.ID] = true
		}
	}
	if len(answered) != poles {
		return fmt.Errorf("%d poles, expected %d", len(answered), poles)
	}
	return nil
}
