// Package store opens the store that a DSN names. It is the only place that
// knows all technologies.
package store

import (
	"context"
	"log/slog"
	"net/url"
	"strings"

	"polehub/hub"
	"polehub/store/neo4j"
	"polehub/store/sqlite"
)

// Credentials open a Neo4j server; SQLite needs none.
type Credentials struct {
	User     string
	Password string
}

// Open opens a store by its DSN: sqlite:PATH (a file, created when missing), or
// neo4j://, neo4j+s:// or bolt:// with host, port and, as the path, the name of
// the database. A DSN that holds a password is refused: it would show in process
// lists.
func Open(ctx context.Context, dsn string, c Credentials, log *slog.Logger) (hub.Store, error) {
	scheme, rest, ok := strings.Cut(dsn, ":")
	if !ok {
		return nil, badDSN(dsn)
	}
	switch scheme {
	case "sqlite":
		if rest == "" {
			return nil, hub.Invalid("store", "sqlite: needs the path of a file, such as sqlite:hub.db")
		}
		return sqlite.Open(ctx, rest, sqlite.Options{Logger: log})
	case "neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc":
		u, err := url.Parse(dsn)
		if err != nil || u.Host == "" {
			return nil, badDSN(scheme + ":…")
		}
		if u.User != nil {
			return nil, hub.Invalid("store", "give user and password by POLEHUB_STORE_USER and POLEHUB_STORE_PASSWORD or a file, not in the address")
		}
		database := strings.Trim(u.Path, "/")
		u.Path = ""
		return neo4j.Open(ctx, u.String(), neo4j.Options{User: c.User, Password: c.Password, Database: database, Logger: log})
	}
	return nil, badDSN(scheme + ":…")
}

// badDSN names a text without scheme, or the scheme only: what follows it may
// hold a password.
func badDSN(what string) error {
	return hub.Invalid("store", "%q is not a store: expected sqlite:PATH, neo4j://HOST:PORT, neo4j+s://… or bolt://…", hub.Clip(what, 40))
}
