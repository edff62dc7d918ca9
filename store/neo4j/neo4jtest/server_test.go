package neo4jtest

import (
	"context"
	"errors"
	"runtime"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"polehub/store/neo4j/neo4jtest/launch"
)

// query runs one statement and returns the first value of its first record.
func query(t *testing.T, driver neo4j.DriverWithContext, statement string, params map[string]any) any {
	t.Helper()
	result, err := neo4j.ExecuteQuery(t.Context(), driver, statement, params, neo4j.EagerResultTransformer,
		neo4j.ExecuteQueryWithDatabase("neo4j"))
	if err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	if len(result.Records) == 0 {
		return nil
	}
	return result.Records[0].Values[0]
}

func TestCleanEmptiesTheDatabase(t *testing.T) {
	server := Start(t)
	server.Clean(t)
	driver := server.Driver(t)
	for _, statement := range []string{
		"CREATE CONSTRAINT own FOR (n:Pole) REQUIRE n.id IS UNIQUE",
		"CREATE CONSTRAINT `own tie` FOR ()-[r:TIE]-() REQUIRE r.id IS UNIQUE",
		"CREATE INDEX name FOR (n:Pole) ON (n.name)",
		"CREATE FULLTEXT INDEX words FOR (n:Pole) ON EACH [n.name]",
		"CREATE (hub:Pole {id: 0}) WITH hub UNWIND range(1, 12000) AS i CREATE (:Pole {id: i})-[:TIE {id: i}]->(hub)",
	} {
		query(t, driver, statement, nil)
	}
	server.Clean(t)
	for statement, want := range map[string]int64{
		"MATCH (n) RETURN count(n)":                     0,
		"SHOW CONSTRAINTS YIELD name RETURN count(*)":   0,
		"SHOW INDEXES YIELD name, type RETURN count(*)": 2, // the token look-ups of a new database
	} {
		if got := query(t, driver, statement, nil); got != want {
			t.Errorf("after Clean %s gives %v, want %d", statement, got, want)
		}
	}
}

func TestStartSharesOneServer(t *testing.T) {
	if a, b := Start(t), Start(t); a != b {
		t.Errorf("two servers: %v and %v", a, b)
	}
}

func TestOwnServerChecksThePassword(t *testing.T) {
	server := StartOwn(t, Options{Auth: true})
	if err := server.Driver(t).VerifyConnectivity(t.Context()); err != nil {
		t.Error("the right password:", err)
	}
	wrong := server.Server
	wrong.Password = "not the password"
	err := wrong.Driver(t).VerifyConnectivity(t.Context())
	if refused, ok := errors.AsType[*neo4j.Neo4jError](err); !ok || refused.Code != "Neo.ClientError.Security.Unauthorized" {
		t.Errorf("the wrong password: %v, want Unauthorized", err)
	}
}

func TestOwnServerComesBack(t *testing.T) {
	server := StartOwn(t, Options{})
	driver := server.Driver(t)
	query(t, driver, "CREATE (:Pole {id: 'p1'})", nil)

	server.Stop()
	server.Stop() // leaves a stopped server alone
	if err := driver.VerifyConnectivity(t.Context()); err == nil {
		t.Error("a stopped server answers")
	}
	server.Restart()
	if got := query(t, driver, "MATCH (n:Pole) RETURN n.id", nil); got != "p1" {
		t.Errorf("after the restart the pole's id is %v, want p1", got)
	}
}

func TestFromEnv(t *testing.T) {
	env := map[string]string{"NEO4J_TEST_URI": "neo4j://db:7687", "NEO4J_TEST_USER": "u", "NEO4J_TEST_PASSWORD": "p"}
	getenv := func(name string) string { return env[name] }
	want := Server{URI: "neo4j://db:7687", User: "u", Password: "p", Database: "neo4j"}
	if got, ok := fromEnv(getenv); !ok || got != want {
		t.Errorf("got %v, %t, want %v", got, ok, want)
	}
	env["NEO4J_TEST_DATABASE"] = "tests"
	if got, _ := fromEnv(getenv); got.Database != "tests" {
		t.Errorf("got the database %q, want tests", got.Database)
	}
	delete(env, "NEO4J_TEST_URI")
	if _, ok := fromEnv(getenv); ok {
		t.Error("a server without NEO4J_TEST_URI")
	}
}

func TestReserveKeepsOthersOut(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	server := Server{URI: "bolt://" + t.Name(), Database: "neo4j"}
	unlock, err := reserve(t.Context(), server)
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	short, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := reserve(short, server); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a reserved server: %v, want the deadline", err)
	}
	server.Database = "other"
	other, err := reserve(t.Context(), server)
	if err != nil {
		t.Fatal("another database of the same server:", err)
	}
	other()
}

// outcome records how a test would end.
type outcome struct {
	testing.TB
	ended string
}

func (o *outcome) Helper()      {}
func (o *outcome) Skip(...any)  { o.ended = "skipped"; runtime.Goexit() }
func (o *outcome) Fatal(...any) { o.ended = "failed"; runtime.Goexit() }

func TestRequire(t *testing.T) {
	missing := &launch.MissingError{What: "java"}
	broken := errors.New("does not start")
	for _, test := range []struct {
		name, required string
		err            error
		want           string
	}{
		{"a server", "1", nil, ""},
		{"nothing to start one", "", missing, "skipped"},
		{"nothing to start one, required", "1", missing, "failed"},
		{"broken", "", broken, "failed"},
		{"broken, required", "1", broken, "failed"},
	} {
		o := &outcome{}
		done := make(chan struct{})
		go func() {
			defer close(done)
			require(o, func(string) string { return test.required }, test.err)
		}()
		<-done
		if o.ended != test.want {
			t.Errorf("%s: the test %s, want %s", test.name, o.ended, test.want)
		}
	}
}
