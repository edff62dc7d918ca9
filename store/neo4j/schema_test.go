package neo4j_test

import (
	"slices"
	"strings"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"polehub/hub"
	"polehub/store/neo4j"
	"polehub/store/neo4j/neo4jtest"
)

// cypher runs a statement as another program would, and gives its rows.
func cypher(t testing.TB, server neo4jtest.Server, text string, params map[string]any) [][]any {
	t.Helper()
	result, err := driver.ExecuteQuery(t.Context(), server.Driver(t), text, params, driver.EagerResultTransformer, driver.ExecuteQueryWithDatabase(server.Database))
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	rows := make([][]any, len(result.Records))
	for i, record := range result.Records {
		rows[i] = record.Values
	}
	return rows
}

func TestSchema(t *testing.T) {
	open(t)
	server := neo4jtest.Start(t)
	openAt(t, server.URI, server) // again, on what is there
	var constraints []string
	for _, row := range cypher(t, server, "SHOW CONSTRAINTS YIELD labelsOrTypes, properties, type RETURN labelsOrTypes[0], properties[0], type", nil) {
		constraints = append(constraints, row[0].(string)+"."+row[1].(string))
		if kind := row[2].(string); kind != "UNIQUENESS" && kind != "RELATIONSHIP_UNIQUENESS" {
			t.Errorf("%v is of type %s, which Community does not have", row[0], kind)
		}
	}
	for _, want := range []string{"Organisation.id", "Pole.id", "Contract.id", "MEMBER_OF.id", "PARTY.id", "COOPERATES.id", "Hub.id"} {
		if !slices.Contains(constraints, want) {
			t.Errorf("no constraint on %s in %v", want, constraints)
		}
	}
	if want := len(hub.Nouns()) + 1; len(constraints) != want {
		t.Errorf("%d constraints, want %d: one for each noun and one for the hub", len(constraints), want)
	}
}

func TestNewerSchema(t *testing.T) {
	open(t)
	server := neo4jtest.Start(t)
	cypher(t, server, "MATCH (h:Hub) SET h.schema = 1000", nil)
	_, err := neo4j.Open(t.Context(), server.URI, neo4j.Options{User: server.User, Password: server.Password, Database: server.Database})
	refused(t, err, hub.Conflict)
	if !strings.Contains(err.Error(), "1000") {
		t.Errorf("%v does not name the version", err)
	}
}
