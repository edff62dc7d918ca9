package neo4j

import (
	"context"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"polehub/hub"
)

// schemaVersion is the version of the graph's shape that this program writes.
const schemaVersion = 1

// migrate refuses a hub of a newer version, creates the constraints and indexes
// that are missing, and then the node that counts the updates.
func (s *Store) migrate(ctx context.Context) error {
	values, err := single(s.auto(ctx, statement{text: "MATCH (h:Hub {id: 'hub'}) RETURN h.schema"}))
	if err != nil {
		return err
	}
	if len(values) > 0 {
		if version, _ := values[0].(int64); version > schemaVersion {
			return &hub.Error{Code: hub.Conflict, Field: "store", Msg: fmt.Sprintf("this hub has schema version %d, and this program knows versions up to %d: use a newer polehub", version, schemaVersion)}
		}
	}
	for _, text := range schemaStatements() {
		if err := s.execute(ctx, text); err != nil {
			return err
		}
	}
	return s.execute(ctx, fmt.Sprintf("MERGE (h:Hub {id: 'hub'}) ON CREATE SET h.revision = 0 SET h.schema = %d", schemaVersion))
}

// schemaStatements lists what makes the schema, each for a transaction of its
// own. Names are of the table of places, so that they stay over the versions.
func schemaStatements() []string {
	out := []string{
		"CREATE CONSTRAINT hub_Hub_id IF NOT EXISTS FOR (n:Hub) REQUIRE n.id IS UNIQUE",
		"CREATE INDEX hub_Change_revision IF NOT EXISTS FOR (n:Change) ON (n.revision)",
	}
	for _, p := range sortedPlaces() {
		pattern := "(n:" + p.label + ")"
		if p.relationship() {
			pattern = "()-[n:" + p.label + "]-()"
		}
		out = append(out, "CREATE CONSTRAINT hub_"+p.label+"_id IF NOT EXISTS FOR "+pattern+" REQUIRE n.id IS UNIQUE")
		for _, name := range p.indexed {
			out = append(out, "CREATE INDEX hub_"+p.label+"_"+name+" IF NOT EXISTS FOR "+pattern+" ON (n."+name+")")
		}
	}
	return append(out, "CALL db.awaitIndexes(60)")
}

// execute runs one statement that is safe to run again.
func (s *Store) execute(ctx context.Context, text string) error {
	_, err := neo4j.ExecuteQuery(ctx, s.driver, language+text, nil, neo4j.EagerResultTransformer,
		neo4j.ExecuteQueryWithDatabase(s.options.Database), neo4j.ExecuteQueryWithTransactionConfig(s.transaction(ctx)))
	return translate(ctx, err)
}
