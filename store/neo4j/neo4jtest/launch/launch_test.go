package launch

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// parentVariable makes the test binary play a program that starts a server and is then killed.
const parentVariable = "POLEHUB_LAUNCH_PARENT"

func TestMain(m *testing.M) {
	if os.Getenv(parentVariable) == "" {
		os.Exit(m.Run())
	}
	process, err := Run(context.Background(), Options{})
	if err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
	fmt.Println("port", process.Port)
	time.Sleep(time.Hour)
	fmt.Println(process.Stop()) // keeps process reachable
}

func TestPomAsksForVersion(t *testing.T) {
	if want := "<version>" + Version + "</version>"; strings.Count(string(pom), want) != 1 {
		t.Errorf("pom.xml does not hold %s once", want)
	}
}

// fakeMaven puts a shell script in the place of mvn; $lib is the folder it shall fill, and each run adds a line to $runs.
func fakeMaven(t *testing.T, script string) (runs string) {
	t.Helper()
	bin := t.TempDir()
	runs = filepath.Join(bin, "runs")
	script = "#!/bin/sh\nruns=" + runs + "\necho run >>$runs\nfor a; do lib=${a#-DoutputDirectory=}; done\n" + script
	if err := os.WriteFile(filepath.Join(bin, "mvn"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	return runs
}

func TestJarsFetchesOnceForAll(t *testing.T) {
	runs := fakeMaven(t, "mkdir $lib && sleep 0.3 && echo jar >$lib/neo4j-"+Version+".jar")
	cache := filepath.Join(t.TempDir(), "new", "cache")
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			lib, err := Jars(t.Context(), cache)
			if err != nil {
				t.Error(err)
			}
			if _, err := os.Stat(filepath.Join(lib, "neo4j-"+Version+".jar")); err != nil {
				t.Error("Jars returned before the fetch was whole:", err)
			}
		})
	}
	group.Wait()
	if got, _ := os.ReadFile(runs); string(got) != "run\n" {
		t.Errorf("Maven ran %d times, want 1", strings.Count(string(got), "\n"))
	}
	if left := entries(t, cache); left != "lib lock" {
		t.Errorf("the cache holds %q, want %q", left, "lib lock")
	}
}

func TestJarsKeepsNothingOfAFailedFetch(t *testing.T) {
	for _, test := range []struct{ name, script, want string }{
		{"stops halfway", "mkdir $lib && echo jar >$lib/neo4j-" + Version + ".jar; echo no network; exit 1", "no network"},
		{"without the server", "mkdir $lib && echo jar >$lib/other.jar", "without the server's jar"},
	} {
		t.Run(test.name, func(t *testing.T) {
			fakeMaven(t, test.script)
			cache := t.TempDir()
			_, err := Jars(t.Context(), cache)
			if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("got %v, want one line with %q", err, test.want)
			}
			if left := entries(t, cache); left != "lock" {
				t.Errorf("the cache holds %q, want %q", left, "lock")
			}
		})
	}
}

func TestMissingPrograms(t *testing.T) {
	empty := t.TempDir()
	t.Setenv("PATH", empty)
	_, err := Jars(t.Context(), empty)
	if missing, ok := errors.AsType[*MissingError](err); !ok || !strings.Contains(missing.What, "mvn") {
		t.Errorf("Jars without Maven: %v", err)
	}
	_, err = Run(t.Context(), Options{})
	if missing, ok := errors.AsType[*MissingError](err); !ok || !strings.Contains(missing.What, "java") {
		t.Errorf("Run without Java: %v", err)
	}
}

func TestLockWaitsForItsHolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	unlock, err := Lock(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	short, cancel := context.WithTimeout(t.Context(), 2*lockPoll)
	defer cancel()
	if _, err := Lock(short, path); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a held lock gave %v, want the deadline", err)
	}
	unlock()
	again, err := Lock(t.Context(), path)
	if err != nil {
		t.Fatal("a free lock:", err)
	}
	again()
}

// run starts a real server or skips, by the rule of package neo4jtest.
func run(t *testing.T, options Options) *Process {
	t.Helper()
	process, err := Run(t.Context(), options)
	if _, missing := errors.AsType[*MissingError](err); missing && os.Getenv("POLEHUB_REQUIRE_NEO4J") != "1" {
		t.Skip("no Neo4j:", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return process
}

func TestRunAndStop(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	process := run(t, Options{})
	if !answers(process.Port) {
		t.Error("nothing answers on the port of a ready server")
	}

	home := t.TempDir()
	_, err := Run(t.Context(), Options{Home: home, Port: process.Port})
	if err == nil || !strings.Contains(err.Error(), "in use") {
		t.Errorf("a second server on the same port: %v, want the cause from its log", err)
	}
	if _, err := os.Stat(filepath.Join(home, logName)); err != nil {
		t.Error("a named home was not kept:", err)
	}

	stop(t, process)
	if answers(process.Port) {
		t.Error("the port answers after Stop")
	}
	if left := entries(t, os.TempDir()); strings.Contains(left, "polehub-neo4j-") {
		t.Errorf("the temporary home was not deleted: %s", left)
	}
}

func TestRunEndsWithItsContext(t *testing.T) {
	stop(t, run(t, Options{})) // the jars are there, so that the deadline meets the start
	t.Setenv("TMPDIR", t.TempDir())
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	begin := time.Now()
	if _, err := Run(ctx, Options{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want the deadline", err)
	}
	if took := time.Since(begin); took > 5*time.Second {
		t.Errorf("Run took %v beyond a deadline of 300ms", took)
	}
	if left := entries(t, os.TempDir()); left != "" {
		t.Errorf("the temporary home was not deleted: %s", left)
	}
}

func TestServerEndsWithAKilledParent(t *testing.T) {
	stop(t, run(t, Options{})) // skips where there is no Neo4j
	temp := t.TempDir()
	parent := exec.CommandContext(t.Context(), os.Args[0])
	parent.Env = append(os.Environ(), parentVariable+"=1", "TMPDIR="+temp)
	stdout, err := parent.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := parent.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(stdout).ReadString('\n')
	port, convErr := strconv.Atoi(strings.TrimSpace(strings.TrimPrefix(line, "port ")))
	if err != nil || convErr != nil || !answers(port) {
		t.Fatalf("the parent printed %q: %v", line, errors.Join(err, convErr))
	}
	if err := parent.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = parent.Wait()
	for deadline := time.Now().Add(30 * time.Second); answers(port) || entries(t, temp) != ""; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("30s after its parent was killed the server answers (%t) or left %q", answers(port), entries(t, temp))
		}
	}
}

func stop(t *testing.T, process *Process) {
	t.Helper()
	if err := process.Stop(); err != nil {
		t.Error(err)
	}
}

func answers(port int) bool {
	c, err := net.Dial("tcp", "127.0.0.1:"+strconv.Itoa(port))
	if err != nil {
		return false
	}
	_ = c.Close()
	return true
}

func entries(t *testing.T, folder string) string {
	t.Helper()
	found, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	names := make([]string, len(found))
	for i, entry := range found {
		names[i] = entry.Name()
	}
	return strings.Join(names, " ")
}
