package cli

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"polehub/hub"
	"polehub/store"
)

// TestMain runs the tests, or the program itself when a test starts this binary
// as such, and finds goroutines that a command left behind.
func TestMain(m *testing.M) {
	if os.Getenv("POLEHUB_TEST_RUN") == "1" {
		os.Exit(Run(context.Background(), os.Args[1:], os.Getenv, os.Stdout, os.Stderr))
	}
	goleak.VerifyTestMain(m)
}

// output is what a command writes, read while it runs.
type output struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (o *output) Write(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.Write(b)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

// env is an environment of these variables only.
func env(pairs ...string) func(string) string {
	return func(name string) string {
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1]
			}
		}
		return ""
	}
}

// command runs a command line to its end.
func command(t *testing.T, getenv func(string) string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, errs output
	status = Run(t.Context(), args, getenv, &out, &errs)
	return status, out.String(), errs.String()
}

// server is a running serve command.
type server struct {
	t      *testing.T
	url    string
	client *http.Client
	stderr *output
	cancel context.CancelFunc
	status chan int
}

// start runs a command line that serves on a free port, and waits for its
// first line.
func start(t *testing.T, getenv func(string) string, args ...string) *server {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	out, in := io.Pipe()
	s := &server{t: t, client: &http.Client{Transport: &http.Transport{}}, stderr: &output{}, cancel: cancel, status: make(chan int, 1)}
	go func() {
		status := Run(ctx, args, getenv, in, s.stderr)
		in.Close()
		s.status <- status
	}()
	lines := bufio.NewScanner(out)
	lines.Scan()
	url, ok := strings.CutPrefix(lines.Text(), "listening on ")
	if !ok {
		t.Fatalf("the first line is %q; status %d; %s", lines.Text(), <-s.status, s.stderr)
	}
	s.url = url
	go func() { _, _ = io.Copy(io.Discard, out) }()
	t.Cleanup(func() { s.stop() })
	return s
}

// stop interrupts the server and gives its exit status.
func (s *server) stop() int {
	s.t.Helper()
	s.cancel()
	s.client.CloseIdleConnections()
	select {
	case status := <-s.status:
		s.status <- status
		return status
	case <-time.After(20 * time.Second):
		s.t.Fatal("the server does not stop")
		return 0
	}
}

// get reads a page.
func (s *server) get(path string) (status int, body string) {
	s.t.Helper()
	req, err := http.NewRequestWithContext(s.t.Context(), "GET", s.url+path, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	return s.do(req)
}

// ask sends a document.
func (s *server) ask(document string, variables map[string]any, token ...string) (status int, body string) {
	s.t.Helper()
	text, err := json.Marshal(map[string]any{"query": document, "variables": variables})
	if err != nil {
		s.t.Fatal(err)
	}
	req, err := http.NewRequestWithContext(s.t.Context(), "POST", s.url+"/graphql", bytes.NewReader(text))
	if err != nil {
		s.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	for _, tok := range token {
		req.Header.Set("Authorization", "Bearer "+tok)
	}
	return s.do(req)
}

func (s *server) do(req *http.Request) (int, string) {
	s.t.Helper()
	resp, err := s.client.Do(req)
	if err != nil {
		s.t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return resp.StatusCode, string(body)
}

// sqliteFile is the DSN of a file of this test.
func sqliteFile(t *testing.T) string { return "sqlite:" + filepath.Join(t.TempDir(), "hub.db") }

// inspect opens a store for one look.
func inspect(t *testing.T, dsn string, look func(hub.Store)) {
	t.Helper()
	s, err := store.Open(t.Context(), dsn, store.Credentials{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	look(s)
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func revision(t *testing.T, dsn string) (rev hub.Revision) {
	t.Helper()
	inspect(t, dsn, func(s hub.Store) {
		var err error
		if rev, err = s.Revision(t.Context()); err != nil {
			t.Fatal(err)
		}
	})
	return rev
}

// expect compares an output with what it must and must not say.
func expect(t *testing.T, what, text string, has, lacks []string) {
	t.Helper()
	for _, s := range has {
		if !strings.Contains(text, s) {
			t.Errorf("%s lacks %q:\n%s", what, s, text)
		}
	}
	for _, s := range lacks {
		if strings.Contains(text, s) {
			t.Errorf("%s has %q:\n%s", what, s, text)
		}
	}
}

func write(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestHelp(t *testing.T) {
	for _, c := range []struct {
		args []string
		has  []string
	}{
		{[]string{"--help"}, []string{"Usage: polehub <command>", "serve", "import", "copy", "version", "Without a command it serves invented demonstration data"}},
		{[]string{"-h"}, []string{"Usage: polehub <command>"}},
		{[]string{"serve", "--help"}, []string{"--listen", "127.0.0.1:8080", "$POLEHUB_LISTEN", "--store", "$POLEHUB_STORE)", "--demo", "--write-token-file", "POLEHUB_WRITE_TOKEN", "POLEHUB_STORE_PASSWORD", "--query-timeout=10s", "--mutation-timeout=30s", "--max-cost=50000", "--answer-cache=32"}},
		{[]string{"import", "--help"}, []string{"<file> ...", "--format", "--dry-run", "--report", "--rejects", "--strict", "--source", "$POLEHUB_STORE)"}},
		{[]string{"copy", "--help"}, []string{"--from=DSN", "--to=DSN", "--store-user", "--store-password-file"}},
		{[]string{"analyse", "--help"}, []string{"[<edges>]", "--nodes=FILE", "--layer", "--two-mode", "--measures=ID", "Examples:", "polehub analyse edges.csv --nodes nodes.csv --directed --class sector"}},
		{[]string{"version", "--help"}, []string{"Print the version."}},
	} {
		status, out, errs := command(t, env(), c.args...)
		if status != 0 || errs != "" {
			t.Errorf("%v: status %d, %s", c.args, status, errs)
		}
		expect(t, fmt.Sprint(c.args), out, c.has, nil)
	}
}

func TestVersion(t *testing.T) {
	status, out, errs := command(t, env(), "version")
	if fields := strings.Fields(out); status != 0 || errs != "" || len(fields) != 4 || fields[0] != "polehub" || !strings.HasPrefix(fields[2], "go1.") {
		t.Errorf("status %d, %q, %q", status, out, errs)
	}
}
