package neo4j_test

import (
	"iter"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"polehub/hub"
	"polehub/seed/synthetic"
	"polehub/store/neo4j/neo4jtest"
)

// importRows is how many records one update of the benchmarks holds.
const importRows = 2000

// importSynthetic writes the synthetic hub the way imports do, and gives the
// number of its records.
func importSynthetic(tb testing.TB, store hub.Store, size synthetic.Size) int {
	tb.Helper()
	h := &hub.Hub{Store: store, Clock: time.Now}
	total := 0
	for part := range chunks(synthetic.Records(size, 1), importRows) {
		if _, err := h.Update(tb.Context(), "import synthetic", func(b *hub.Batch) error { b.Put(part...); return nil }); err != nil {
			tb.Fatal(err)
		}
		total += len(part)
	}
	return total
}

func chunks(records iter.Seq[hub.Record], size int) iter.Seq[[]hub.Record] {
	return func(yield func([]hub.Record) bool) {
		var part []hub.Record
		for r := range records {
			if part = append(part, r); len(part) == size {
				if !yield(part) {
					return
				}
				part = nil
			}
		}
		if len(part) > 0 {
			yield(part)
		}
	}
}

// BenchmarkImport compares the rate of an import, with its validation, its
// reads and its change log, with a bare UNWIND … MERGE of the same nodes and
// relationships.
func BenchmarkImport(b *testing.B) {
	size := synthetic.Times(1)
	b.Run("hub", func(b *testing.B) {
		total := 0
		for b.Loop() {
			b.StopTimer()
			store := open(b)
			b.StartTimer()
			total += importSynthetic(b, store, size)
		}
		b.ReportMetric(float64(total)/b.Elapsed().Seconds(), "rows/s")
	})
	b.Run("merge", func(b *testing.B) {
		total := 0
		for b.Loop() {
			b.StopTimer()
			server := neo4jtest.Start(b)
			open(b)
			d := server.Driver(b)
			b.StartTimer()
			total += merge(b, d, size)
		}
		b.ReportMetric(float64(total)/b.Elapsed().Seconds(), "rows/s")
	})
}

// mergeTexts are the statements that somebody would write by hand for the nouns
// of the synthetic hub.
func mergeTexts() map[string]string {
	node := func(label string) string {
		return "UNWIND $rows AS row MERGE (n:" + label + " {id: row.id}) SET n += row"
	}
	between := func(start, rel, end, from, to string) string {
		return "UNWIND $rows AS row MATCH (a:" + start + " {id: row." + from + "}) MATCH (b:" + end + " {id: row." + to + "}) MERGE (a)-[r:" + rel + " {id: row.id}]->(b) SET r += row"
	}
	part := func(owner, rel, label, ref string) string {
		return "UNWIND $rows AS row MATCH (a:" + owner + " {id: row." + ref + "}) MERGE (n:" + label + " {id: row.id}) SET n += row MERGE (a)-[:" + rel + "]->(n)"
	}
	return map[string]string{
		"source": node("Source"), "organisation": node("Organisation"), "pole": node("Pole"),
		"contract":    node("Contract") + " WITH n, row UNWIND row.poles AS pole MATCH (p:Pole {id: pole}) MERGE (n)-[:CONCERNS]->(p)",
		"identifier":  part("Organisation", "HAS_IDENTIFIER", "Identifier", "organisationId"),
		"observation": part("Pole", "OBSERVES", "Observation", "poleId"),
		"membership":  between("Organisation", "MEMBER_OF", "Pole", "organisationId", "poleId"),
		"rosterEntry": between("Observation", "ASKED", "Organisation", "observationId", "organisationId"),
		"tie":         between("Organisation", "COOPERATES", "Organisation", "fromId", "toId"),
		"party":       between("Contract", "PARTY", "Organisation", "contractId", "organisationId"),
	}
}

// merge writes the synthetic hub by the texts of mergeTexts.
func merge(b testing.TB, d driver.DriverWithContext, size synthetic.Size) int {
	texts := mergeTexts()
	total := 0
	send := func(noun *hub.Noun, rows []map[string]any) {
		if len(rows) == 0 {
			return
		}
		if texts[noun.Name] == "" {
			b.Fatal("no text for", noun.Name)
		}
		_, err := driver.ExecuteQuery(b.Context(), d, texts[noun.Name], map[string]any{"rows": rows}, driver.EagerResultTransformer, driver.ExecuteQueryWithDatabase("neo4j"))
		if err != nil {
			b.Fatal(err)
		}
		total += len(rows)
	}
	var noun *hub.Noun
	var rows []map[string]any
	for r := range synthetic.Records(size, 1) {
		hub.Complete(r)
		if r.Noun() != noun || len(rows) == importRows {
			send(noun, rows)
			noun, rows = r.Noun(), nil
		}
		row := map[string]any{}
		for _, f := range noun.Fields {
			if v := f.Get(r); v != nil {
				row[f.Name] = v
			}
		}
		rows = append(rows, row)
	}
	send(noun, rows)
	return total
}
