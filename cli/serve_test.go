package cli

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"polehub/hub"
	"polehub/store/neo4j/neo4jtest"
	"polehub/web"
)

// Without a command the program serves the demonstration from a store that is
// gone afterwards, and says how to keep data.
func TestNoCommandServesTheDemonstration(t *testing.T) {
	tmp := t.TempDir()
	t.Setenv("TMPDIR", tmp)
	// A store of the environment is not what somebody who only looks means.
	s := start(t, env("POLEHUB_LISTEN", "127.0.0.1:0"))
	if !strings.HasPrefix(s.url, "http://127.0.0.1:") {
		t.Errorf("listening on %s", s.url)
	}
	if left, _ := filepath.Glob(filepath.Join(tmp, "polehub-*", "hub.db")); len(left) != 1 {
		t.Errorf("temporary stores: %v", left)
	}
	status, body := s.ask(web.ExampleQuery, nil)
	if status != http.StatusOK {
		t.Errorf("status %d", status)
	}
	expect(t, "the example's answer", body, []string{`"demonstration":true`, `"totalCount":14`, "(démonstration)"}, []string{`"errors"`})
	for path, want := range map[string]string{
		"/console": "<!doctype html>", "/console/console.js": "use strict", "/schema.graphqls": "type Query {",
		"/healthz": `"ok"`, "/readyz": `"ready"`, "/": "<!doctype html>",
	} {
		if status, body := s.get(path); status != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%s: %d without %q", path, status, want)
		}
	}
	if status := s.stop(); status != 0 {
		t.Errorf("status %d", status)
	}
	expect(t, "standard error", s.stderr.String(),
		[]string{"to keep data: polehub serve --store sqlite:hub.db", "read-only", "path=/graphql status=200"}, []string{"level=ERROR", "level=WARN"})
	if left, _ := filepath.Glob(filepath.Join(tmp, "*")); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestReadOnlyServerSaysSo(t *testing.T) {
	s := start(t, env(), "serve", "--demo", "--listen", "127.0.0.1:0")
	_, body := s.ask(`mutation{createPole(input:{name:"Pôle Est"}){pole{id}}}`, nil)
	expect(t, "the answer", body, []string{`"code":"FORBIDDEN"`, "read-only", "POLEHUB_WRITE_TOKEN", "--write-token-file"}, nil)
	_, body = s.ask(`{hub{isReadOnly}}`, nil)
	expect(t, "the answer", body, []string{`"isReadOnly":true`}, nil)
}

func TestWritesWithTheToken(t *testing.T) {
	const token = "a-long-and-secret-token"
	dsn := sqliteFile(t)
	for _, c := range []struct {
		name   string
		getenv func(string) string
		args   []string
	}{
		{"Pôle Est", env("POLEHUB_WRITE_TOKEN", token), nil},
		{"Pôle Ouest", env(), []string{"--write-token-file", write(t, "token", token+"\n")}},
		{"Pôle Nord", env("POLEHUB_WRITE_TOKEN_FILE", write(t, "token", token)), nil},
	} {
		s := start(t, c.getenv, append([]string{"serve", "--listen", "127.0.0.1:0", "--store", dsn}, c.args...)...)
		create := `mutation($n:String!){createPole(input:{name:$n}){pole{name} userErrors{message}}}`
		_, body := s.ask(create, map[string]any{"n": c.name})
		expect(t, "without token", body, []string{"FORBIDDEN", "send the write token"}, nil)
		status, body := s.ask(create, map[string]any{"n": c.name}, token+"x")
		if status != http.StatusUnauthorized {
			t.Errorf("a wrong token: %d", status)
		}
		expect(t, "with a wrong token", body, []string{"UNAUTHENTICATED"}, []string{c.name})
		_, body = s.ask(create, map[string]any{"n": c.name}, token)
		expect(t, "with the token", body, []string{`"name":"` + c.name + `"`, `"userErrors":[]`}, []string{"errors\":[{"})
		_, body = s.ask(`{changes{nodes{by noun}}}`, nil)
		expect(t, "the change log", body, []string{`"by":"write-token"`}, nil)
		if status := s.stop(); status != 0 {
			t.Errorf("status %d", status)
		}
		expect(t, "standard error", s.stderr.String(), nil, []string{token, "read-only", c.name, "level=ERROR"})
	}
	if got := revision(t, dsn); got != 3 {
		t.Errorf("revision %d after 3 creations", got)
	}
}

func TestDefaultStoreIsInTheDataFolder(t *testing.T) {
	data := t.TempDir()
	t.Setenv("XDG_DATA_HOME", data)
	s := start(t, env(), "serve", "--listen", "127.0.0.1:0")
	file := filepath.Join(data, "polehub", "hub.db")
	expect(t, "standard error", s.stderr.String(), []string{"data in " + file}, []string{"demonstration"})
	_, body := s.ask(`{hub{revision} poles{totalCount}}`, nil)
	expect(t, "an empty hub", body, []string{`"revision":0`, `"totalCount":0`}, []string{"errors"})
	s.stop()
	if _, err := os.Stat(file); err != nil {
		t.Error(err)
	}
}

func TestDemoOnAStoreOfOnesOwn(t *testing.T) {
	dsn := sqliteFile(t)
	var before hub.Revision
	for range 2 {
		s := start(t, env("POLEHUB_STORE", dsn, "POLEHUB_DEMO", "1", "POLEHUB_LISTEN", "127.0.0.1:0"), "serve")
		_, body := s.ask(`{poles{totalCount}}`, nil)
		expect(t, "the answer", body, []string{`"totalCount":14`}, nil)
		s.stop()
		now := revision(t, dsn)
		if before != 0 && now != before {
			t.Errorf("filling it again moved the revision from %d to %d", before, now)
		}
		before = now
	}
	// Other data does not mix with it.
	own := sqliteFile(t)
	bundle := write(t, "sources.csv", "id,title,kind\nsource:s,Annuaire,OPEN_DATA\n")
	if status, _, errs := command(t, env(), "import", bundle, "--store", own); status != 0 {
		t.Fatal(errs)
	}
	status, _, errs := command(t, env(), "serve", "--demo", "--store", own, "--listen", "127.0.0.1:0")
	if want := hub.Conflict.Info().Exit; status != want {
		t.Errorf("status %d, want %d", status, want)
	}
	expect(t, "standard error", errs, []string{`polehub: demo: the hub holds data of its own, such as from "Annuaire"`}, nil)
}

// An interrupted server takes no new requests and answers the running ones.
func TestGracefulStop(t *testing.T) {
	s := start(t, env(), "serve", "--demo", "--listen", "127.0.0.1:0")
	conn := halfARequest(t, s.url)
	defer conn.Close()
	s.cancel()
	waitFor(t, "no new connections", func() bool {
		other, err := net.Dial("tcp", strings.TrimPrefix(s.url, "http://"))
		if err == nil {
			other.Close()
		}
		return err != nil
	})
	fmt.Fprint(conn, secondHalf)
	resp, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != 200 {
		t.Errorf("status %d, %v", resp.StatusCode, err)
	}
	expect(t, "the answer", string(body), []string{`{"data":{"hub":{"revision":`}, nil)
	if status := s.stop(); status != 0 {
		t.Errorf("status %d", status)
	}
	expect(t, "standard error", s.stderr.String(), []string{"stopping: running requests have 30s to end"}, []string{"level=ERROR"})
}

const (
	runningRequest = `{"query":"{hub{revision}}"}`
	secondHalf     = `revision}}"}`
)

// halfARequest begins a request that the server waits to read on.
func halfARequest(t *testing.T, url string) net.Conn {
	t.Helper()
	conn, err := net.Dial("tcp", strings.TrimPrefix(url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	first := strings.TrimSuffix(runningRequest, secondHalf)
	fmt.Fprintf(conn, "POST /graphql HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: %d\r\n\r\n", len(runningRequest))
	// The server says this when it begins to read the body: the request runs.
	line, err := bufio.NewReaderSize(conn, 16).ReadString('\n')
	if err != nil || !strings.HasPrefix(line, "HTTP/1.1 100") {
		t.Fatalf("%q, %v", line, err)
	}
	fmt.Fprint(conn, first)
	return conn
}

func waitFor(t *testing.T, what string, done func() bool) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); !done(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("waited in vain for: " + what)
		}
	}
}

// TestSignals starts the program as such: the first signal lets a running
// request go on, the second drops it, and the temporary store is gone both ways.
func TestSignals(t *testing.T) {
	for _, c := range []struct {
		name    string
		signals []os.Signal
		busy    bool
		status  int
	}{
		{"SIGTERM", []os.Signal{syscall.SIGTERM}, false, 0},
		{"SIGINT", []os.Signal{os.Interrupt}, false, 0},
		{"twice while a request runs", []os.Signal{os.Interrupt, os.Interrupt}, true, hub.Timeout.Info().Exit},
	} {
		t.Run(c.name, func(t *testing.T) {
			tmp := t.TempDir()
			cmd := exec.CommandContext(t.Context(), os.Args[0], "--listen", "127.0.0.1:0")
			cmd.Env = []string{"POLEHUB_TEST_RUN=1", "TMPDIR=" + tmp, "HOME=" + tmp}
			var errs output
			cmd.Stderr = &errs
			out, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			line, err := bufio.NewReader(out).ReadString('\n')
			if err != nil {
				t.Fatalf("%v: %s", err, &errs)
			}
			if c.busy {
				conn := halfARequest(t, strings.TrimSpace(strings.TrimPrefix(line, "listening on ")))
				defer conn.Close()
			}
			for i, sig := range c.signals {
				if i > 0 {
					waitFor(t, "the first signal to be heard", func() bool { return strings.Contains(errs.String(), "stopping") })
				}
				if err := cmd.Process.Signal(sig); err != nil {
					t.Fatal(err)
				}
			}
			begin := time.Now()
			_ = cmd.Wait() // the status is looked at below
			if took := time.Since(begin); took > 10*time.Second {
				t.Errorf("took %v", took)
			}
			if got := cmd.ProcessState.ExitCode(); got != c.status {
				t.Errorf("status %d, want %d: %s", got, c.status, &errs)
			}
			if left, _ := filepath.Glob(filepath.Join(tmp, "polehub-*")); len(left) != 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

// A store that goes away makes requests fail and readiness red; when it is
// back, so is the server, without a restart.
func TestStoreThatGoesAwayAndComesBack(t *testing.T) {
	db := neo4jtest.StartOwn(t, neo4jtest.Options{Auth: true})
	login := []string{"--store", db.URI, "--store-user", db.User, "--listen", "127.0.0.1:0"}
	status, out, errs := command(t, env("POLEHUB_STORE_PASSWORD", "not the password"), append([]string{"serve"}, login...)...)
	if want := hub.Unauthenticated.Info().Exit; status != want || out != "" || strings.Count(errs, "\n") != 1 {
		t.Errorf("a wrong password: status %d, %q, %q", status, out, errs)
	}
	expect(t, "standard error", errs, []string{"polehub: store: Neo4j refuses the user or the password"}, []string{"not the password"})

	s := start(t, env("POLEHUB_STORE_PASSWORD_FILE", write(t, "password", db.Password+"\n")), append([]string{"serve", "--demo"}, login...)...)
	answers := func() (string, int) {
		_, body := s.ask(`{poles{totalCount} hub{storeKind}}`, nil)
		ready, _ := s.get("/readyz")
		return body, ready
	}
	up := func() bool {
		body, ready := answers()
		return ready == http.StatusOK && strings.Contains(body, `"totalCount":14`) && strings.Contains(body, `"storeKind":"neo4j"`)
	}
	if !up() {
		t.Fatal(answers())
	}
	db.Stop()
	body, ready := answers()
	if ready != http.StatusServiceUnavailable {
		t.Errorf("readiness %d", ready)
	}
	expect(t, "the answer", body, []string{`"code":"SERVICE_UNAVAILABLE"`}, []string{"7687", db.URI, "dial tcp", `"totalCount":14`})
	if status, _ := s.get("/healthz"); status != http.StatusOK {
		t.Errorf("health %d", status)
	}
	db.Restart()
	waitFor(t, "the store to be back", up)
	if status := s.stop(); status != 0 {
		t.Errorf("status %d", status)
	}
	expect(t, "standard error", s.stderr.String(), nil, []string{db.Password})
}

// The context of a command ends it as an interrupt does.
func TestServeEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, errs output
	if status := Run(ctx, []string{"serve", "--store", sqliteFile(t), "--listen", "127.0.0.1:0"}, env(), &out, &errs); status == 0 {
		t.Errorf("status 0: %s %s", &out, &errs)
	}
}
