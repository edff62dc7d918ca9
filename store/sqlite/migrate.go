package sqlite

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	lib "modernc.org/sqlite/lib"

	"polehub/hub"
)

//go:embed migration/*.sql
var migrations embed.FS

// applicationID marks a file as a hub's (PRAGMA application_id): "PHUB".
const applicationID = 0x50485542

// migrationFiles are the files in order; the n-th leads to version n.
func migrationFiles() ([]string, error) {
	files, err := fs.Glob(migrations, "migration/*.sql")
	if err != nil {
		return nil, err
	}
	for i, name := range files {
		number, _, _ := strings.Cut(strings.TrimPrefix(name, "migration/"), "_")
		if n, err := strconv.Atoi(number); err != nil || n != i+1 {
			return nil, fmt.Errorf("sqlite: %s is not migration %d", name, i+1)
		}
	}
	return files, nil
}

// migrate brings the schema up to date, in one transaction. It takes the lock
// of the writer even when there is nothing to do, so that a file that cannot be
// written is found out at the start.
func (s *Store) migrate(ctx context.Context) error {
	c, err := s.writers.take(ctx)
	if err != nil {
		return err
	}
	failed := true
	defer func() { s.writers.give(c, failed) }()
	if _, err := c.exec(ctx, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	if err := s.step(ctx, c); err != nil {
		c.exec(context.WithoutCancel(ctx), "ROLLBACK")
		return err
	}
	if _, err := c.exec(ctx, "COMMIT"); err != nil {
		return err
	}
	failed = false
	return nil
}

// step runs the migrations that the file lacks.
func (s *Store) step(ctx context.Context, c *conn) error {
	files, err := migrationFiles()
	if err != nil {
		return err
	}
	version, err := fileVersion(ctx, c)
	if err != nil {
		return err
	}
	if version > len(files) {
		return newerVersion(s.path, version, len(files))
	}
	for i, name := range files[version:] {
		text, err := fs.ReadFile(migrations, name)
		if err != nil {
			return err
		}
		if _, err := c.sql.ExecContext(ctx, string(text)); err != nil {
			return fmt.Errorf("sqlite: %s: %w", name, err)
		}
		s.options.Logger.InfoContext(ctx, "schema migrated", "path", s.path, "version", version+i+1)
	}
	if version < len(files) {
		// A pragma takes no parameter.
		if _, err := c.sql.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(files))); err != nil {
			return err
		}
	}
	return nil
}

// fileVersion is the version of the schema in the file, 0 when it is empty. A
// database of another program is refused.
func fileVersion(ctx context.Context, c *conn) (int, error) {
	var application, version, tables int
	for text, dest := range map[string]*int{
		"PRAGMA application_id":              &application,
		"PRAGMA user_version":                &version,
		"SELECT count(*) FROM sqlite_schema": &tables,
	} {
		if _, err := c.first(ctx, text, nil, dest); err != nil {
			return 0, err
		}
	}
	if application == applicationID {
		return version, nil
	}
	if application != 0 || version != 0 || tables != 0 {
		return 0, &hub.Error{Code: hub.Unavailable, Msg: "it is the database of another program"}
	}
	return 0, nil
}

// checkVersion makes sure that readers know the schema.
func (s *Store) checkVersion(ctx context.Context) error {
	return s.read(ctx, func(r *reader) error {
		files, err := migrationFiles()
		if err != nil {
			return err
		}
		version, err := fileVersion(ctx, r.conn)
		switch {
		case err != nil:
			return err
		case version > len(files):
			return newerVersion(s.path, version, len(files))
		case version < len(files):
			return unusable(s.path, fmt.Sprintf("its schema has version %d, of %d, and a store opened read-only does not bring it up to date", version, len(files)), nil)
		}
		return nil
	})
}

func newerVersion(path string, version, known int) error {
	return unusable(path, fmt.Sprintf("its schema has version %d, and this program knows %d: it was written by a newer one", version, known), nil)
}

// unusable says in one line why a file cannot be opened.
func unusable(path, why string, cause error) error {
	return &hub.Error{Code: hub.Unavailable, Msg: fmt.Sprintf("cannot open %s: %s", path, why), Cause: cause}
}

// openError makes one line of what went wrong with the file.
func openError(ctx context.Context, path string, err error) error {
	if e := hub.AsErrors(err); len(e) > 0 {
		if strings.Contains(e[0].Msg, path) {
			return err
		}
		return unusable(path, e[0].Msg, e[0].Cause)
	}
	switch sqliteCode(err) {
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return unusable(path, "another program is writing to it", err)
	case lib.SQLITE_NOTADB:
		return unusable(path, "the file is not a database", err)
	case lib.SQLITE_CORRUPT:
		return unusable(path, "the database is damaged", err)
	case lib.SQLITE_READONLY, lib.SQLITE_PERM:
		return unusable(path, "the file is read-only", err)
	case lib.SQLITE_CANTOPEN:
		return unusable(path, "the file cannot be opened", err)
	}
	return failure(ctx, err)
}
