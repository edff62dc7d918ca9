// Package sqlite keeps a hub in one SQLite file.
//
// A noun is a table with a column for each field, made by the numbered files of
// migration; statements are put together from the table of nouns and from
// constant fragments, and everything a caller gives is a parameter. One
// connection writes, several read, and write-ahead logging lets them go on side
// by side: each read sees the state of the last commit before it began.
//
// A list of the children of many parents is one statement: the parents are the
// outer loop, and each finds its first children in an index. The pages of a list
// are found by seeking to their position, not by counting to it.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"iter"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"polehub/hub"
)

// Options tune a store; the zero value is good.
type Options struct {
	// Logger hears of migrations and of trouble that no caller sees; nil for none.
	Logger *slog.Logger
	// ReadOnly opens an existing file that must not change, not even its
	// schema. Update is refused with Forbidden.
	ReadOnly bool
	// BusyTimeout is how long to wait for another process that writes to the
	// file; 0 for 5 seconds.
	BusyTimeout time.Duration
}

const (
	// maxReaders is how many calls may read at once; more wait.
	maxReaders = 64
	// keptReaders is how many connections stay open between calls, with
	// their statements.
	keptReaders = 8
)

// Store is a hub in a SQLite file.
type Store struct {
	path    string
	options Options
	schema  schema
	writers *pool // of one; nil when read-only
	readers *pool
}

var (
	_ hub.Store = (*Store)(nil)
	_ hub.Tx    = (*update)(nil)
)

// DefaultPath is the file in the user's data folder: polehub/hub.db below
// $XDG_DATA_HOME or ~/.local/share; on Windows and macOS below the folder where
// programs keep what is theirs.
func DefaultPath() (string, error) {
	dir := os.Getenv("XDG_DATA_HOME")
	var err error
	switch {
	case runtime.GOOS == "windows" || runtime.GOOS == "darwin":
		dir, err = os.UserConfigDir()
	case !filepath.IsAbs(dir):
		dir, err = os.UserHomeDir()
		dir = filepath.Join(dir, ".local", "share")
	}
	if err != nil {
		return "", &hub.Error{Code: hub.Unavailable, Msg: "the user has no data folder: give the path of a file", Cause: err}
	}
	return filepath.Join(dir, "polehub", "hub.db"), nil
}

// Open opens the file, or makes it with the folders that it needs, and brings
// its schema up to date. What is wrong with the file comes back as one line, an
// Error with the code Unavailable: it is not a database, not a hub's, damaged,
// of a newer version, not writable, or held by another writer.
func Open(ctx context.Context, path string, options Options) (*Store, error) {
	if options.Logger == nil {
		options.Logger = slog.New(slog.DiscardHandler)
	}
	if options.BusyTimeout == 0 {
		options.BusyTimeout = 5 * time.Second
	}
	if err := checkFile(path, options.ReadOnly); err != nil {
		return nil, err
	}
	s := &Store{path: path, options: options, schema: newSchema()}
	if err := s.open(ctx); err != nil {
		// Closing what did not open can fail in no new way.
		_ = s.Close(context.WithoutCancel(ctx))
		return nil, openError(ctx, path, err)
	}
	return s, nil
}

func (s *Store) open(ctx context.Context) error {
	readers := reading
	if s.options.ReadOnly {
		readers = onlyRead
	} else {
		db, err := sql.Open("sqlite", dsn(s.path, writing, s.options.BusyTimeout))
		if err != nil {
			return err
		}
		s.writers = newPool(db, 1, 1)
		if err := s.migrate(ctx); err != nil {
			return err
		}
	}
	db, err := sql.Open("sqlite", dsn(s.path, readers, s.options.BusyTimeout))
	if err != nil {
		return err
	}
	s.readers = newPool(db, maxReaders, keptReaders)
	return s.checkVersion(ctx)
}

// checkFile makes the folders of a new file, and refuses what the database
// would refuse later or not clearly.
func checkFile(path string, readOnly bool) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && readOnly:
		return unusable(path, "there is no such file", nil)
	case errors.Is(err, fs.ErrNotExist):
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return unusable(path, "its folder cannot be made", err)
		}
		return nil
	case err != nil:
		return unusable(path, "the file cannot be reached", err)
	case info.IsDir():
		return unusable(path, "it is a folder", nil)
	case !readOnly && info.Mode().Perm()&0o222 == 0:
		return unusable(path, "the file is read-only", nil)
	}
	return nil
}

// Kind is "sqlite".
func (s *Store) Kind() string { return "sqlite" }

// Path is the file.
func (s *Store) Path() string { return s.path }

// Close waits for running calls and closes the file; the last connection copies
// the write-ahead log back. Calls that come later fail with Unavailable.
func (s *Store) Close(ctx context.Context) error {
	var errs []error
	if s.readers != nil {
		errs = append(errs, s.readers.close(ctx))
	}
	if s.writers != nil {
		errs = append(errs, s.writers.close(ctx))
	}
	return failure(ctx, errors.Join(errs...))
}

// Ping reads the revision.
func (s *Store) Ping(ctx context.Context) error {
	_, err := s.Revision(ctx)
	return err
}

// read lends a reader for one call.
func (s *Store) read(ctx context.Context, fn func(*reader) error) error {
	c, err := s.readers.take(ctx)
	if err != nil {
		return failure(ctx, err)
	}
	failed := true
	defer func() { s.readers.give(c, failed) }()
	err = fn(&reader{s.schema, c})
	failed = ctx.Err() != nil || sqliteCode(err) != 0
	return err
}

// View runs fn in a read transaction.
func (s *Store) View(ctx context.Context, fn func(hub.Reader) error) error {
	return s.read(ctx, func(r *reader) error {
		if _, err := r.conn.exec(ctx, "BEGIN"); err != nil {
			return failure(ctx, err)
		}
		defer r.conn.exec(context.WithoutCancel(ctx), "ROLLBACK")
		// The state is fixed by the first read.
		if _, err := r.Revision(ctx); err != nil {
			return err
		}
		return fn(r)
	})
}

// Update runs fn on the one connection that writes.
func (s *Store) Update(ctx context.Context, fn func(hub.Tx) error) (hub.Revision, error) {
	if s.writers == nil {
		return 0, &hub.Error{Code: hub.Forbidden, Msg: "the store was opened read-only"}
	}
	c, err := s.writers.take(ctx)
	if err != nil {
		return 0, failure(ctx, err)
	}
	failed := true
	defer func() { s.writers.give(c, failed) }()
	if _, err := c.exec(ctx, "BEGIN IMMEDIATE"); err != nil {
		return 0, failure(ctx, err)
	}
	committed := false
	defer func() {
		if !committed {
			_, err := c.exec(context.WithoutCancel(ctx), "ROLLBACK")
			failed = err != nil || ctx.Err() != nil
		}
	}()
	u := &update{reader: reader{s.schema, c}, keys: map[*table]int64{}}
	if err := fn(u); err != nil {
		return 0, err
	}
	revision, err := u.Revision(ctx)
	if err != nil {
		return 0, err
	}
	if _, err := c.exec(ctx, "COMMIT"); err != nil {
		return 0, failure(ctx, err)
	}
	committed, failed = true, false
	return revision, nil
}

// Revision is the number of the last committed update.
func (s *Store) Revision(ctx context.Context) (revision hub.Revision, err error) {
	err = s.read(ctx, func(r *reader) error {
		revision, err = r.Revision(ctx)
		return err
	})
	return revision, err
}

// Find gives records by id.
func (s *Store) Find(ctx context.Context, noun *hub.Noun, ids []hub.ID) (records []hub.Record, err error) {
	err = s.read(ctx, func(r *reader) error {
		records, err = r.Find(ctx, noun, ids)
		return err
	})
	return records, err
}

// Lookup gives records by id and the ids that nothing has, of one state.
func (s *Store) Lookup(ctx context.Context, read, check []hub.ID) (found []hub.Record, missing []hub.ID, err error) {
	err = s.View(ctx, func(r hub.Reader) error {
		found, missing, err = r.Lookup(ctx, read, check)
		return err
	})
	return found, missing, err
}

// Tally counts records.
func (s *Store) Tally(ctx context.Context, q hub.Query) (tallies []hub.Tally, err error) {
	err = s.read(ctx, func(r *reader) error {
		tallies, err = r.Tally(ctx, q)
		return err
	})
	return tallies, err
}

// Rows streams records; a connection is held until the caller stops.
func (s *Store) Rows(ctx context.Context, q hub.Query) iter.Seq2[hub.Row, error] {
	return func(yield func(hub.Row, error) bool) {
		stream(ctx, s, yield, func(r hub.Reader) iter.Seq2[hub.Row, error] { return r.Rows(ctx, q) }, q.After != nil)
	}
}

// Changes streams the change log.
func (s *Store) Changes(ctx context.Context, q hub.ChangeQuery) iter.Seq2[hub.Change, error] {
	return func(yield func(hub.Change, error) bool) {
		stream(ctx, s, yield, func(r hub.Reader) iter.Seq2[hub.Change, error] { return r.Changes(ctx, q) }, false)
	}
}

// stream passes on what a reader streams. An answer of several statements runs
// in a transaction, so that it sees one state.
func stream[T any](ctx context.Context, s *Store, yield func(T, error) bool, open func(hub.Reader) iter.Seq2[T, error], several bool) {
	var none T
	over := false // the caller knows, or has stopped
	pass := func(r hub.Reader) error {
		for item, err := range open(r) {
			if err != nil {
				return err
			}
			if !yield(item, nil) {
				over = true
				return nil
			}
		}
		return nil
	}
	var err error
	if several {
		err = s.View(ctx, pass)
	} else {
		err = s.read(ctx, func(r *reader) error { return pass(r) })
	}
	if err != nil && !over {
		yield(none, err)
	}
}
