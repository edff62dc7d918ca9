package sqlite

import (
	"bytes"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"polehub/hub"
)

// script runs statements on a file, behind the back of any store.
func script(t *testing.T, path, text string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(text); err != nil {
		t.Fatal(err)
	}
}

// filled makes the file of a hub with one source.
func filled(t *testing.T, path string) {
	t.Helper()
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	put(t, s, &hub.Source{ID: "source:a", Title: "A", Kind: "SURVEY"})
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// put writes records in one update.
func put(tb testing.TB, s hub.Store, records ...hub.Record) hub.Revision {
	tb.Helper()
	h := &hub.Hub{Store: s, Clock: time.Now}
	out, err := h.Update(tb.Context(), "test", func(b *hub.Batch) error {
		b.Put(records...)
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return out.Revision
}

func TestOpenRefuses(t *testing.T) {
	tests := []struct {
		name    string
		prepare func(t *testing.T, path string)
		options Options
		want    string
	}{
		{"folder", func(t *testing.T, path string) { os.Mkdir(path, 0o755) }, Options{}, "it is a folder"},
		{"below a file", func(t *testing.T, path string) {
			os.Remove(filepath.Dir(path))
			os.WriteFile(filepath.Dir(path), nil, 0o644)
		}, Options{}, "cannot be"},
		{"text file", func(t *testing.T, path string) {
			os.WriteFile(path, bytes.Repeat([]byte("no database\n"), 1000), 0o644)
		}, Options{}, "not a database"},
		{"damaged", func(t *testing.T, path string) {
			filled(t, path)
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			// The head of the first page is whole, the rest of the file is not.
			for i := 100; i < len(data); i++ {
				data[i] = 0xA5
			}
			os.WriteFile(path, data, 0o644)
		}, Options{}, "the database is damaged"},
		{"other program", func(t *testing.T, path string) { script(t, path, "CREATE TABLE songs (title TEXT)") }, Options{}, "another program"},
		{"newer version", func(t *testing.T, path string) {
			filled(t, path)
			script(t, path, "PRAGMA user_version = 99")
		}, Options{}, "version 99, and this program knows 1"},
		{"newer version, only read", func(t *testing.T, path string) {
			filled(t, path)
			script(t, path, "PRAGMA user_version = 99")
		}, Options{ReadOnly: true}, "version 99, and this program knows 1"},
		{"older version, only read", func(t *testing.T, path string) { script(t, path, "PRAGMA user_version = 0") }, Options{ReadOnly: true}, "version 0, of 1"},
		{"read-only file", func(t *testing.T, path string) { filled(t, path); os.Chmod(path, 0o444) }, Options{}, "the file is read-only"},
		{"nothing to read", func(t *testing.T, path string) {}, Options{ReadOnly: true}, "no such file"},
		{"held by a writer", func(t *testing.T, path string) {
			filled(t, path)
			db, err := sql.Open("sqlite", "file:"+path+"?_txlock=immediate")
			if err != nil {
				t.Fatal(err)
			}
			tx, err := db.Begin()
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { tx.Rollback(); db.Close() })
		}, Options{BusyTimeout: 20 * time.Millisecond}, "another program is writing to it"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "sub", "hub.db")
			os.Mkdir(filepath.Dir(path), 0o755)
			test.prepare(t, path)
			s, err := Open(t.Context(), path, test.options)
			if err == nil {
				s.Close(t.Context())
				t.Fatal("it opened")
			}
			if code := hub.CodeOf(err); code != hub.Unavailable {
				t.Errorf("code %s", code)
			}
			msg := err.Error()
			if !strings.Contains(msg, test.want) || !strings.Contains(msg, path) || strings.Contains(msg, "\n") {
				t.Errorf("%q does not say %q about %s in one line", msg, test.want, path)
			}
		})
	}
}

func TestOpenMakesFolders(t *testing.T) {
	// A path may hold what means something in a URI.
	path := filepath.Join(t.TempDir(), "données", "a b?c#d%20e", "hub.db")
	for revision := hub.Revision(1); revision <= 2; revision++ {
		s, err := Open(t.Context(), path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := put(t, s, &hub.Source{ID: "source:a", Title: strings.Repeat("A", int(revision)), Kind: "SURVEY"}); got != revision {
			t.Errorf("revision %d after opening %d times", got, revision)
		}
		if err := s.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(path + "-wal"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the log stays after closing: %v", err)
	}
}

func TestReadOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "hub.db")
	filled(t, path)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Open(t.Context(), path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	found, err := s.Find(t.Context(), hub.SourceNoun, []hub.ID{"source:a"})
	if err != nil || found[0] == nil {
		t.Errorf("read %v, %v", found, err)
	}
	called := false
	_, err = s.Update(t.Context(), func(hub.Tx) error { called = true; return nil })
	if hub.CodeOf(err) != hub.Forbidden || called {
		t.Errorf("an update gives %v, ran %v", err, called)
	}
	if err := s.Close(t.Context()); err != nil {
		t.Error(err)
	}
	after, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file changed, %v", err)
	}
}

func TestDefaultPath(t *testing.T) {
	t.Setenv("HOME", "/home/x")
	for dir, want := range map[string]string{
		"":         "/home/x/.local/share/polehub/hub.db",
		"relative": "/home/x/.local/share/polehub/hub.db",
		"/data":    "/data/polehub/hub.db",
	} {
		t.Setenv("XDG_DATA_HOME", dir)
		if got, err := DefaultPath(); err != nil || got != want {
			t.Errorf("XDG_DATA_HOME=%q: %q, %v, want %q", dir, got, err, want)
		}
	}
}

func TestPragmas(t *testing.T) {
	s := openTemp(t)
	tests := []struct {
		pragma         string
		writer, reader string
	}{
		{"journal_mode", "wal", "wal"},
		{"foreign_keys", "1", "1"},
		{"busy_timeout", "5000", "5000"},
		{"synchronous", "1", "2"}, // of a reader it does not matter
		{"temp_store", "2", "2"},
		{"query_only", "0", "1"},
		{"cache_size", "-98304", "-8192"},
		{"wal_autocheckpoint", "32768", "1000"},
		{"mmap_size", "0", "1073741824"},
	}
	for _, test := range tests {
		for i, p := range []*pool{s.writers, s.readers} {
			c, err := p.take(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			var got string
			if _, err := c.first(t.Context(), "PRAGMA "+test.pragma, nil, &got); err != nil {
				t.Error(err)
			}
			if want := []string{test.writer, test.reader}[i]; got != want {
				t.Errorf("%s of %s is %s, want %s", test.pragma, []string{"the writer", "a reader"}[i], got, want)
			}
			p.give(c, false)
		}
	}
}

func TestReaderCannotWrite(t *testing.T) {
	s := openTemp(t)
	c, err := s.readers.take(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer s.readers.give(c, false)
	if _, err := c.exec(t.Context(), "UPDATE hub SET revision = 7"); err == nil {
		t.Error("a reader wrote")
	}
}
