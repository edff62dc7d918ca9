package bench

import (
	"context"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"polehub/hub"
	"polehub/seed"
	"polehub/seed/synthetic"
	"polehub/store/neo4j/neo4jtest"
)

// BenchmarkImportSQLite imports a bundle into a new SQLite file by the built
// program.
func BenchmarkImportSQLite(b *testing.B) {
	program := build(b)
	dir, rows := writeBundle(b, synthetic.Times(scale(b)))
	var greatest int64
	for b.Loop() {
		to := filepath.Join(b.TempDir(), "hub.db")
		greatest = max(greatest, run(b, program, "import", "--store", "sqlite:"+to, dir))
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
	b.ReportMetric(float64(greatest)/(1<<20), "MiB")
}

// BenchmarkImportNeo4j imports the same records into Neo4j by the code of the
// command and by bare statements, in turns: see the package comment.
func BenchmarkImportNeo4j(b *testing.B) {
	server := neo4jtest.Start(b)
	size := synthetic.Times(scale(b))
	dir, rows := writeBundle(b, size)
	batches := mergeBatches(size)
	d := server.Driver(b)
	// A cold Java machine would slow down whoever comes first.
	importInto(b, neo4jHub(b, server), dir)
	var ours, bare time.Duration
	for b.Loop() {
		h := neo4jHub(b, server)
		ours += timed(func() { importInto(b, h, dir) })
		imported := shape(b, d, server.Database)
		neo4jHub(b, server) // empty again, with constraints and indexes
		bare += timed(func() { merge(b, d, server.Database, batches) })
		if merged := shape(b, d, server.Database); !slices.Equal(merged, imported) {
			b.Fatalf("the graphs differ: %v by import, %v by merge", imported, merged)
		}
	}
	b.ReportMetric(0, "ns/op")
	all := float64(rows) * float64(b.N)
	b.ReportMetric(all/ours.Seconds(), "import-rows/s")
	b.ReportMetric(all/bare.Seconds(), "merge-rows/s")
	b.ReportMetric(bare.Seconds()/ours.Seconds(), "import/merge")
}

func timed(fn func()) time.Duration {
	start := time.Now()
	fn()
	return time.Since(start)
}

// shape counts the nodes, the properties of nodes, the relationships and their
// properties, without the change log.
func shape(b *testing.B, d driver.DriverWithContext, database string) []any {
	b.Helper()
	result, err := driver.ExecuteQuery(b.Context(), d, `
		MATCH (n) WHERE NOT n:Change AND NOT n:Hub WITH count(*) AS nodes, sum(size(keys(n))) AS properties
		MATCH ()-[r]->() RETURN nodes, properties, count(*) AS relationships, sum(size(keys(r))) AS theirs`, nil,
		driver.EagerResultTransformer, driver.ExecuteQueryWithDatabase(database), driver.ExecuteQueryWithReadersRouting())
	if err != nil {
		b.Fatal(err)
	}
	return result.Records[0].Values
}

// importInto imports a bundle as the command does.
func importInto(b *testing.B, h *hub.Hub, dir string) {
	b.Helper()
	files, closer, err := seed.OpenBundle(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer closer.Close()
	report, err := seed.Import(b.Context(), h, seed.Options{}, seed.ReadBundle(files, ""))
	if err != nil {
		b.Fatal(err)
	}
	if report.RejectedItems() > 0 || report.Total().Added == 0 {
		b.Fatalf("%+v", report)
	}
}

// writeBundle writes the synthetic hub as a CSV bundle and gives the number of
// rows of its files.
func writeBundle(b *testing.B, size synthetic.Size) (dir string, rows int) {
	b.Helper()
	dir = b.TempDir()
	from := &generated{}
	next, stop := iter.Pull(synthetic.Records(size, randomSeed))
	defer stop()
	from.next = next
	from.advance()
	err := seed.WriteBundle(b.Context(), from, func(name string) (io.WriteCloser, error) { return os.Create(filepath.Join(dir, name)) })
	if err != nil {
		b.Fatal(err)
	}
	return dir, from.rows
}

// generated reads the records of the generator, which come noun by noun in the
// order in which a bundle is written.
type generated struct {
	hub.Reader // nothing else is asked for
	next       func() (hub.Record, bool)
	record     hub.Record
	rows       int
}

func (g *generated) advance() {
	g.record, _ = g.next()
}

// Rows gives the records of the noun; none of them has flags.
func (g *generated) Rows(_ context.Context, q hub.Query) iter.Seq2[hub.Row, error] {
	return func(yield func(hub.Row, error) bool) {
		for q.Where == nil && g.record != nil && g.record.Noun() == q.Noun {
			if !yield(hub.Row{Record: g.record}, nil) {
				return
			}
			g.rows++
			g.advance()
		}
	}
}

// mergeRows is how many rows a bare transaction writes: as many records as the
// import takes into one.
const mergeRows = 1000

// mergeBatch is the rows of one bare statement.
type mergeBatch struct {
	text string
	rows []map[string]any
}

// mergeBatches makes the bare import of the synthetic hub: for each noun one
// statement (for organisations one for each kind), and in the end one for the
// contracts that concern poles.
func mergeBatches(size synthetic.Size) []*mergeBatch {
	var all, last []*mergeBatch
	filling := map[string]*mergeBatch{}
	add := func(to *[]*mergeBatch, text string, row map[string]any) {
		batch := filling[text]
		if batch == nil || len(batch.rows) == mergeRows {
			batch = &mergeBatch{text: text}
			filling[text] = batch
			*to = append(*to, batch)
		}
		batch.rows = append(batch.rows, row)
	}
	for r := range synthetic.Records(size, randomSeed) {
		props := properties(r)
		row := map[string]any{"id": props["id"], "p": props}
		for _, f := range r.Noun().Fields {
			if isEdge(r.Noun(), f) && f.Type == hub.TypeRef {
				row[f.Name] = f.Text(r)
			}
		}
		add(&all, mergeText(r), row)
		if c, ok := r.(*hub.Contract); ok {
			for i, pole := range c.PoleIDs {
				add(&last, `UNWIND $rows AS row MATCH (c:Contract {id: row.id}) MATCH (p:Pole {id: row.pole}) MERGE (c)-[e:CONCERNS]->(p) SET e.position = row.position`,
					map[string]any{"id": string(c.ID), "pole": string(pole), "position": i})
			}
		}
	}
	return append(all, last...)
}

// mergeText is the statement for records such as r.
func mergeText(r hub.Record) string {
	node := func(labels string) string {
		return "UNWIND $rows AS row MERGE (n:" + labels + " {id: row.id}) SET n = row.p"
	}
	between := func(start, startField, name, end, endField string) string {
		return "UNWIND $rows AS row MATCH (a:" + start + " {id: row." + startField + "}) MATCH (b:" + end + " {id: row." + endField + "}) MERGE (a)-[r:" + name + " {id: row.id}]->(b) SET r = row.p"
	}
	switch r := r.(type) {
	case *hub.Source:
		return node("Source")
	case *hub.Organisation:
		return "UNWIND $rows AS row MERGE (n:Organisation {id: row.id}) SET n = row.p, n:" + kindLabels()[r.Kind]
	case *hub.Identifier:
		return "UNWIND $rows AS row MATCH (a:Organisation {id: row.organisationId}) MERGE (n:Identifier {id: row.id}) SET n = row.p MERGE (a)-[:HAS_IDENTIFIER]->(n)"
	case *hub.Pole:
		return node("Pole")
	case *hub.Membership:
		return between("Organisation", "organisationId", "MEMBER_OF", "Pole", "poleId")
	case *hub.Observation:
		return "UNWIND $rows AS row MATCH (a:Pole {id: row.poleId}) MERGE (n:Observation {id: row.id}) SET n = row.p MERGE (n)-[:OBSERVES]->(a)"
	case *hub.RosterEntry:
		return between("Observation", "observationId", "ASKED", "Organisation", "organisationId")
	case *hub.Tie:
		return between("Organisation", "fromId", "COOPERATES", "Organisation", "toId")
	case *hub.Contract:
		return node("Contract")
	case *hub.Party:
		return between("Contract", "contractId", "PARTY", "Organisation", "organisationId")
	}
	panic("bench: no statement for " + r.Noun().Name)
}

func kindLabels() map[hub.OrganisationKind]string {
	return map[hub.OrganisationKind]string{
		hub.KindEnterprise: "Enterprise", hub.KindLocalAuthority: "LocalAuthority", hub.KindResearchCentre: "ResearchCentre",
		hub.KindTrainingBody: "TrainingBody", hub.KindPublicBody: "PublicBody", hub.KindNetwork: "Network",
	}
}

// merge writes the batches, each in a transaction of its own.
func merge(b *testing.B, d driver.DriverWithContext, database string, batches []*mergeBatch) {
	b.Helper()
	for _, batch := range batches {
		_, err := driver.ExecuteQuery(b.Context(), d, batch.text, map[string]any{"rows": batch.rows},
			driver.EagerResultTransformer, driver.ExecuteQueryWithDatabase(database))
		if err != nil {
			b.Fatal(err)
		}
	}
}
