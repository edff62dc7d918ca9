package neo4jtest

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	neo4jconfig "github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"polehub/store/neo4j/neo4jtest/launch"
)

// startTimeout covers the first fetch of the jars on a slow line, or another program's turn on a shared server.
const startTimeout = 8 * time.Minute

// Server is where a test finds Neo4j. User and Password are empty when the server asks for none.
type Server struct {
	URI, User, Password, Database string
}

// holding is what this test binary holds until it ends.
type holding struct {
	server Server
	// owned is the server's process, or the lock on somebody else's server. Nothing reads it, but were it garbage, so were
	// the open file in it, and the collector would close that file and end the server or the lock.
	owned any
}

// shared finds or starts the server of this test binary once. It is the only state of the package: a process has one such
// server whatever the number of tests, and the operating system ends the server with the process.
var shared = sync.OnceValues(func() (holding, error) {
	ctx, cancel := context.WithTimeout(context.Background(), startTimeout)
	defer cancel()
	if server, ok := fromEnv(os.Getenv); ok {
		unlock, err := reserve(ctx, server)
		return holding{server, unlock}, err
	}
	process, err := launch.Run(ctx, launch.Options{})
	if err != nil {
		return holding{}, err
	}
	server := local(process, "")
	return holding{server, process}, server.warmUp(ctx)
})

// Start returns the one server of this test binary, started on first use. It skips the test when this machine cannot run one,
// and fails it when POLEHUB_REQUIRE_NEO4J=1 forbids that or when the server does not start.
func Start(t testing.TB) Server {
	t.Helper()
	held, err := shared()
	require(t, os.Getenv, err)
	return held.server
}

// Driver opens a driver on the server and closes it at the end of the test.
func (s Server) Driver(t testing.TB) neo4j.DriverWithContext {
	t.Helper()
	driver, err := s.open()
	if err != nil {
		t.Fatal("neo4jtest:", err)
	}
	t.Cleanup(func() {
		if err := driver.Close(context.WithoutCancel(t.Context())); err != nil {
			t.Error("neo4jtest: close the driver:", err)
		}
	})
	return driver
}

func (s Server) open() (neo4j.DriverWithContext, error) {
	auth := neo4j.NoAuth()
	if s.User != "" {
		auth = neo4j.BasicAuth(s.User, s.Password, "")
	}
	return neo4j.NewDriverWithContext(s.URI, auth, func(c *neo4jconfig.Config) { c.TelemetryDisabled = true })
}

// warmUp runs one small write and one small read, so that the first test does not pay for a cold Java machine, whose first
// statements take seconds.
func (s Server) warmUp(ctx context.Context) error {
	driver, err := s.open()
	if err != nil {
		return err
	}
	defer func() { _ = driver.Close(ctx) }()
	for _, statement := range []string{
		"UNWIND range(1, 100) AS i MERGE (a:WarmUp {id: i}) MERGE (b:WarmUp {id: i + 1}) MERGE (a)-[:NEXT]->(b)",
		"MATCH (a:WarmUp)-[:NEXT]->(b) WHERE a.id > 3 WITH a, collect(b.id) AS next RETURN a.id, next ORDER BY a.id LIMIT 5",
		"MATCH (a:WarmUp) DETACH DELETE a",
	} {
		_, err := neo4j.ExecuteQuery(ctx, driver, statement, nil, neo4j.EagerResultTransformer,
			neo4j.ExecuteQueryWithDatabase(s.Database))
		if err != nil {
			return fmt.Errorf("warm up: %w", err)
		}
	}
	return nil
}

// local describes a server of package launch, which calls its user and its database "neo4j".
func local(process *launch.Process, password string) Server {
	server := Server{URI: process.URI(), Password: password, Database: "neo4j"}
	if password != "" {
		server.User = "neo4j"
	}
	return server
}

func fromEnv(getenv func(string) string) (server Server, ok bool) {
	uri := getenv("NEO4J_TEST_URI")
	return Server{
		URI:      uri,
		User:     getenv("NEO4J_TEST_USER"),
		Password: getenv("NEO4J_TEST_PASSWORD"),
		Database: cmp.Or(getenv("NEO4J_TEST_DATABASE"), "neo4j"),
	}, uri != ""
}

// reserve keeps a server that several test binaries may be pointed at for this one until it ends, so that one's Clean does not
// empty the database under another: go test runs the binaries of several packages at once.
func reserve(ctx context.Context, server Server) (unlock func(), err error) {
	key := sha256.Sum256([]byte(server.URI + "\n" + server.Database))
	return launch.Lock(ctx, filepath.Join(os.TempDir(), fmt.Sprintf("polehub-neo4j-%x.lock", key[:8])))
}

// require decides what an error means for the test: see [Start].
func require(t testing.TB, getenv func(string) string, err error) {
	t.Helper()
	if err == nil {
		return
	}
	if _, missing := errors.AsType[*launch.MissingError](err); missing && getenv("POLEHUB_REQUIRE_NEO4J") != "1" {
		t.Skip("no Neo4j (set NEO4J_TEST_URI, or install what is missing):", err)
	}
	t.Fatal("neo4jtest:", err)
}
