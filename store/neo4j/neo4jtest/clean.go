package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Clean empties the database: its constraints, its indexes except the two token look-ups that every new database has, its
// relationships and its nodes. A test begins with it.
func (s Server) Clean(t testing.TB) {
	t.Helper()
	if err := s.clean(t.Context()); err != nil {
		t.Fatal("neo4jtest: clean the database:", err)
	}
}

func (s Server) clean(ctx context.Context) (err error) {
	driver, err := s.open()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, driver.Close(context.WithoutCancel(ctx))) }()
	session := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: s.Database})
	defer func() { err = errors.Join(err, session.Close(context.WithoutCancel(ctx))) }()

	// A constraint takes its index along, so constraints go first.
	if err := dropAll(ctx, session, "SHOW CONSTRAINTS YIELD name RETURN name", "DROP CONSTRAINT $name"); err != nil {
		return err
	}
	err = dropAll(ctx, session, "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name", "DROP INDEX $name")
	if err != nil {
		return err
	}
	// Batches keep the transactions small; they need auto-commit.
	for _, statement := range []string{
		"MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS",
		"MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 10000 ROWS",
	} {
		if _, err := collect(ctx, session, statement, nil); err != nil {
			return err
		}
	}
	return nil
}

// dropAll runs the statement drop for each name that the statement show returns.
func dropAll(ctx context.Context, session neo4j.SessionWithContext, show, drop string) error {
	records, err := collect(ctx, session, show, nil)
	if err != nil {
		return err
	}
	for _, record := range records {
		if _, err := collect(ctx, session, drop, map[string]any{"name": record.Values[0]}); err != nil {
			return err
		}
	}
	return nil
}

func collect(ctx context.Context, session neo4j.SessionWithContext, statement string, params map[string]any) ([]*neo4j.Record, error) {
	result, err := session.Run(ctx, statement, params)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", statement, err)
	}
	records, err := result.Collect(ctx)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", statement, err)
	}
	return records, nil
}
