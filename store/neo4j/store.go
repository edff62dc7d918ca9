// Package neo4j keeps a hub in Neo4j as a graph that people read in Browser,
// Bloom or Cypher: (:Organisation:Enterprise)-[:MEMBER_OF]->(:Pole),
// (:Contract)-[:PARTY]->(:Organisation), and so on; README.md shows it.
package neo4j

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"

	"polehub/hub"
)

// Options say how to reach the database.
type Options struct {
	User     string
	Password string
	// Database is the name of the database; "neo4j" when empty.
	Database string
	// Patience is how long a call without a deadline waits for the server to
	// say something; 30 seconds when zero.
	Patience time.Duration
	// Metadata gives what the server shows about a running transaction, such
	// as the id of the request; nil for nothing.
	Metadata func(context.Context) map[string]any
	// Logger gets what the driver warns of; slog.Default when nil.
	Logger *slog.Logger
}

// Store is a hub.Store in Neo4j.
type Store struct {
	reader
	driver  neo4j.DriverWithContext
	options Options
	gate    *gate
	writing chan struct{} // holds a token while an update runs
	known   known
}

// Open connects to the server at uri (neo4j://, neo4j+s://, bolt://, …), and
// creates constraints and indexes that are missing. It fails at once when the
// server does not answer, refuses the password, or holds a hub that a newer
// version of this program has written.
func Open(ctx context.Context, uri string, options Options) (*Store, error) {
	if options.Database == "" {
		options.Database = "neo4j"
	}
	if options.Patience == 0 {
		options.Patience = 30 * time.Second
	}
	if options.Logger == nil {
		options.Logger = slog.Default()
	}
	auth := neo4j.NoAuth()
	if options.User != "" || options.Password != "" {
		auth = neo4j.BasicAuth(options.User, options.Password, "")
	}
	driver, err := neo4j.NewDriverWithContext(uri, auth, func(c *config.Config) {
		c.TelemetryDisabled = true
		c.NotificationsMinSeverity = notifications.WarningLevel
		c.ConnectionAcquisitionTimeout = 5 * time.Second
		c.SocketConnectTimeout = 5 * time.Second
		c.ConnectionLivenessCheckTimeout = 30 * time.Second
		c.MaxTransactionRetryTime = 5 * time.Second
	})
	if err != nil {
		return nil, &hub.Error{Code: hub.BadUserInput, Field: "store", Msg: "not an address of Neo4j: expected a form such as neo4j://localhost:7687", Cause: err}
	}
	s := &Store{driver: driver, options: options, gate: newGate(), writing: make(chan struct{}, 1)}
	s.reader = newReader(s.auto, options.Logger)
	if err := s.start(ctx); err != nil {
		// The reason why it did not open matters more than how it closes.
		_ = driver.Close(context.WithoutCancel(ctx))
		return nil, err
	}
	return s, nil
}

// start checks that the server is there and makes the schema.
func (s *Store) start(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	if err := s.driver.VerifyConnectivity(ctx); err != nil {
		if server, ok := errors.AsType[*neo4j.Neo4jError](err); ok && server.Code == "Neo.ClientError.Security.Unauthorized" {
			return &hub.Error{Code: hub.Unauthenticated, Field: "store", Msg: "Neo4j refuses the user or the password", Cause: err}
		}
		return translate(ctx, err)
	}
	return s.migrate(ctx)
}

// Ping says whether the server answers, within the context's deadline.
func (s *Store) Ping(ctx context.Context) error {
	if err := s.gate.enter(ctx); err != nil {
		return err
	}
	defer s.gate.leave()
	ctx, cancel := context.WithTimeout(ctx, s.options.Patience)
	defer cancel()
	return translate(ctx, s.driver.VerifyConnectivity(ctx))
}

// Kind is "neo4j".
func (s *Store) Kind() string { return "neo4j" }

// Close waits for running calls to end, until the context is over, and releases
// the connections.
func (s *Store) Close(ctx context.Context) error {
	waited := s.gate.shut(ctx)
	return errors.Join(waited, translate(ctx, s.driver.Close(context.WithoutCancel(ctx))))
}
