package neo4j_test

import (
	"os"
	"strings"
	"testing"

	"polehub/seed/synthetic"
	"polehub/store/neo4j/neo4jtest"
)

// TestReadme runs every statement of the README; all but the one for facts of
// other programs find something.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(text), "```")
	store := open(t)
	fill(t, store, synthetic.Size{Poles: 5, Organisations: 200, Contracts: 1000, PartiesPerContract: 3, Memberships: 150, Ties: 2000})
	server := neo4jtest.Start(t)
	run := 0
	for _, block := range blocks {
		statement, ok := strings.CutPrefix(block, "cypher\n")
		if !ok {
			continue
		}
		run++
		rows := cypher(t, server, statement, nil)
		if len(rows) == 0 {
			t.Errorf("nothing found by%s", statement)
		}
	}
	if run < 6 {
		t.Errorf("%d statements, want at least 6", run)
	}
}
