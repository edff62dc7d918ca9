package cli

import (
	"database/sql"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"polehub/hub"
)

// What a user can get wrong ends with one clear line and the status of its kind.
func TestFailures(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	dir := t.TempDir()
	place := func(name string) string { return filepath.Join(dir, name) }
	if err := os.WriteFile(place("read-only.db"), nil, 0o400); err != nil {
		t.Fatal(err)
	}
	token := write(t, "token", "secret-of-the-file")
	serve := func(args ...string) []string {
		return append([]string{"serve", "--listen", "127.0.0.1:0"}, args...)
	}
	for _, c := range []struct {
		name   string
		getenv func(string) string
		args   []string
		code   hub.Code
		has    string
		lacks  string
	}{
		{"an unknown command", env(), []string{"destroy"}, hub.BadUserInput, `unexpected argument destroy; see polehub --help`, ""},
		{"an unknown flag", env(), serve("--storee", "x"), hub.BadUserInput, `unknown flag --storee, did you mean "--store"?`, ""},
		{"a variable of the wrong type", env("POLEHUB_MAX_COST", "many"), serve(), hub.BadUserInput, "--max-cost", ""},
		{"a word that is no format of logs", env(), serve("--log-format", "xml"), hub.BadUserInput, "must be one of", ""},
		{"no store", env(), serve("--store", "hub.db"), hub.BadUserInput, `"hub.db" is not a store: expected sqlite:PATH`, ""},
		{"a password in the address", env(), serve("--store", "neo4j://neo4j:hunter2@localhost"), hub.BadUserInput, "POLEHUB_STORE_PASSWORD", "hunter2"},
		{"a folder", env(), serve("--store", "sqlite:"+dir), hub.Unavailable, "it is a folder", ""},
		{"a read-only file", env(), serve("--store", "sqlite:"+place("read-only.db")), hub.Unavailable, "the file is read-only", ""},
		{"no database", env(), serve("--store", "sqlite:"+write(t, "hub.db", strings.Repeat("not a database ", 100))), hub.Unavailable, "cannot open", ""},
		{"a locked file", env(), serve("--store", "sqlite:"+locked(t)), hub.Unavailable, "cannot open", ""},
		{"a newer schema", env(), serve("--store", "sqlite:"+newer(t)), hub.Unavailable, "it was written by a newer one", ""},
		{"nobody listens", env(), serve("--store", "bolt://127.0.0.1:1"), hub.Unavailable, "Neo4j", ""},
		{"the address is taken", env(), []string{"serve", "--demo", "--listen", taken.Addr().String()}, hub.BadUserInput, "listen: ", ""},
		{"no address", env(), []string{"serve", "--demo", "--listen", "somewhere"}, hub.BadUserInput, "missing port", ""},
		{"two tokens", env("POLEHUB_WRITE_TOKEN", "secret-of-the-variable"), serve("--write-token-file", token), hub.BadUserInput, "give POLEHUB_WRITE_TOKEN or a file, not both", "secret-of"},
		{"no file of the token", env(), serve("--write-token-file", place("none")), hub.BadUserInput, "no such file", ""},
		{"an empty token", env(), serve("--write-token-file", write(t, "empty", " \n")), hub.BadUserInput, "is empty", ""},
		{"a token with a blank", env("POLEHUB_WRITE_TOKEN", "secret-token "), serve("--demo"), hub.BadUserInput, "ends with a blank", "secret-token"},
		{"an empty password", env(), serve("--store", "bolt://127.0.0.1:1", "--store-password-file", write(t, "empty", "")), hub.BadUserInput, "store-password-file: ", ""},
		{"nothing to import", env(), []string{"import"}, hub.BadUserInput, `expected "<file> ..."`, ""},
		{"no such file", env(), []string{"import", place("none.csv"), "--store", sqliteFile(t)}, hub.BadUserInput, "none.csv does not exist", ""},
		{"a file of unknown format", env(), []string{"import", token, "--store", sqliteFile(t)}, hub.BadUserInput, "give bundle or decp", ""},
		{"a report that cannot be written", env(), []string{"import", write(t, "sources.csv", "id\n"), "--store", sqliteFile(t), "--report", place("none/r.json")}, hub.BadUserInput, "report: ", ""},
		{"a copy to nowhere", env(), []string{"copy", "--from", sqliteFile(t)}, hub.BadUserInput, "missing flags: --to=DSN", ""},
		{"a copy from no file", env(), []string{"copy", "--from", sqliteFile(t), "--to", sqliteFile(t)}, hub.BadUserInput, "from: sqlite:", ""},
		{"a copy to no store", env(), []string{"copy", "--from", "sqlite:" + write(t, "empty.db", ""), "--to", "x"}, hub.BadUserInput, "--to: ", ""},
		{"a source that is none", env(), []string{"import", write(t, "sources.csv", "id\n"), "--store", sqliteFile(t), "--source", "survey"}, hub.BadUserInput, `source: "survey" is not the id of a source`, ""},
		{"an empty folder", env(), []string{"import", t.TempDir(), "--store", sqliteFile(t)}, hub.BadUserInput, "has no file of a bundle", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Setenv("TMPDIR", t.TempDir())
			status, out, errs := command(t, c.getenv, c.args...)
			if want := c.code.Info().Exit; status != want {
				t.Errorf("status %d, want %d", status, want)
			}
			if out != "" {
				t.Errorf("standard output %q", out)
			}
			lines := strings.Split(strings.TrimSuffix(errs, "\n"), "\n")
			last := lines[len(lines)-1]
			if !strings.HasPrefix(last, "polehub: ") || !strings.Contains(last, c.has) || strings.Count(errs, "polehub: ") > 2 {
				t.Errorf("said %q, want %q", errs, c.has)
			}
			if c.lacks != "" && strings.Contains(errs, c.lacks) {
				t.Errorf("said the secret: %q", errs)
			}
			if strings.Contains(errs, "goroutine") {
				t.Errorf("a stack: %q", errs)
			}
			if left, _ := filepath.Glob(filepath.Join(os.Getenv("TMPDIR"), "polehub-*")); len(left) != 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

// database opens a file without the hub.
func database(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	return db
}

// locked is a file that another process does not let go.
func locked(t *testing.T) string {
	path := filepath.Join(t.TempDir(), "hub.db")
	if _, err := database(t, path).Exec("BEGIN EXCLUSIVE"); err != nil {
		t.Fatal(err)
	}
	return path
}

// newer is a hub of a version of the future.
func newer(t *testing.T) string {
	dsn := sqliteFile(t)
	inspect(t, dsn, func(hub.Store) {})
	path := strings.TrimPrefix(dsn, "sqlite:")
	if _, err := database(t, path).Exec("PRAGMA user_version = 9999"); err != nil {
		t.Fatal(err)
	}
	return path
}
