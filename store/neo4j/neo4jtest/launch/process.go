package launch

import (
	"bufio"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

//go:embed Server.java
var program []byte

const (
	// passwordVariable carries the password: unlike an argument it is not shown in process lists.
	passwordVariable = "POLEHUB_NEO4J_PASSWORD"
	// stopTimeout is how long a server may take to write its last checkpoint before it is killed.
	stopTimeout = time.Minute
	logName     = "server.log"
)

// Options says how a server runs. The zero value is a throw-away server without authentication on a free port.
type Options struct {
	// Home holds the data. Empty means a temporary folder that the server deletes when it ends, however its parent ends.
	// A named one is created when needed and kept.
	Home string
	// Port is the Bolt port on 127.0.0.1; 0 lets the system choose.
	Port int
	// Password turns authentication on: the user is "neo4j". At least 8 characters.
	Password string
	// Heap is the largest Java heap, "1g" when empty.
	Heap string
}

// Process is a running server. Keep it reachable: the server ends when it is collected as garbage.
type Process struct {
	// Port is the Bolt port it listens on.
	Port int

	cmd   *exec.Cmd
	stdin io.Closer
}

// Run starts a server and returns when it answers. ctx limits the fetch and the start, not the life of the server.
func Run(ctx context.Context, options Options) (*Process, error) {
	java, err := findJava()
	if err != nil {
		return nil, err
	}
	cache, err := CacheDir()
	if err != nil {
		return nil, err
	}
	lib, err := Jars(ctx, cache)
	if err != nil {
		return nil, err
	}
	home, err := makeHome(options.Home)
	if err != nil {
		return nil, fmt.Errorf("launch: %w", err)
	}
	process, err := start(ctx, command(java, lib, home, options), home)
	if err != nil && options.Home == "" {
		err = errors.Join(err, os.RemoveAll(home))
	}
	return process, err
}

// URI is the address for a driver.
func (p *Process) URI() string {
	return "bolt://127.0.0.1:" + strconv.Itoa(p.Port)
}

// Stop shuts the server down in good order and waits for its end. Call it once.
func (p *Process) Stop() error {
	_ = p.stdin.Close() // an error means that the server is gone already; Wait tells how
	killer := time.AfterFunc(stopTimeout, func() { _ = p.cmd.Process.Kill() })
	defer killer.Stop()
	if err := p.cmd.Wait(); err != nil {
		return fmt.Errorf("launch: stop Neo4j: %w", err)
	}
	return nil
}

// findJava asks for the compiler as well, because a single source file is started with it.
func findJava() (string, error) {
	java, err := exec.LookPath("java")
	if err != nil {
		return "", &MissingError{What: "java (a Java Development Kit 17 or later) is not in PATH"}
	}
	if _, err := exec.LookPath("javac"); err != nil {
		return "", &MissingError{What: "javac is not in PATH (a Java Development Kit 17 or later is needed, not only a runtime)"}
	}
	return java, nil
}

func makeHome(path string) (string, error) {
	if path == "" {
		return os.MkdirTemp("", "polehub-neo4j-")
	}
	path, err := filepath.Abs(path) // Neo4j refuses a relative home
	if err != nil {
		return "", err
	}
	return path, os.MkdirAll(path, 0o755)
}

func command(java, lib, home string, options Options) *exec.Cmd {
	heap := options.Heap
	if heap == "" {
		heap = "1g"
	}
	atEnd := "keep"
	if options.Home == "" {
		atEnd = "delete"
	}
	cmd := exec.Command(java,
		"--add-opens=java.base/java.nio=ALL-UNNAMED",
		"--add-opens=java.base/java.io=ALL-UNNAMED",
		"--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
		"-Xmx"+heap, "-XX:+UseSerialGC",
		"-cp", filepath.Join(lib, "*"),
		filepath.Join(home, "Server.java"), home, strconv.Itoa(options.Port), atEnd)
	if options.Password != "" {
		cmd.Env = append(os.Environ(), passwordVariable+"="+options.Password)
	}
	return cmd
}

// start runs cmd with its output in a file of home and waits for the line "ready PORT".
func start(ctx context.Context, cmd *exec.Cmd, home string) (*Process, error) {
	if err := os.WriteFile(filepath.Join(home, "Server.java"), program, 0o644); err != nil {
		return nil, fmt.Errorf("launch: %w", err)
	}
	log, err := os.Create(filepath.Join(home, logName))
	if err != nil {
		return nil, fmt.Errorf("launch: %w", err)
	}
	defer func() { _ = log.Close() }()
	cmd.Stderr = log
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("launch: %w", err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("launch: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("launch: %w", err)
	}
	port, err := waitReady(ctx, cmd, stdout)
	if err != nil {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		return nil, fmt.Errorf("launch: Neo4j does not start: %w\n%s", err, tail(filepath.Join(home, logName)))
	}
	return &Process{Port: port, cmd: cmd, stdin: stdin}, nil
}

// waitReady reads the port from the server's output. Killing the server when ctx ends makes the read return.
func waitReady(ctx context.Context, cmd *exec.Cmd, stdout io.Reader) (int, error) {
	release := context.AfterFunc(ctx, func() { _ = cmd.Process.Kill() })
	defer release()
	lines := bufio.NewScanner(stdout)
	for lines.Scan() {
		if text, ok := strings.CutPrefix(lines.Text(), "ready "); ok {
			return strconv.Atoi(text)
		}
	}
	if err := context.Cause(ctx); err != nil {
		return 0, err
	}
	return 0, errors.Join(errors.New("it ended before it was ready"), lines.Err())
}

// tail returns the end of a log, which holds the cause.
func tail(path string) string {
	const size = 2000
	text, err := os.ReadFile(path)
	if err != nil {
		return err.Error()
	}
	return string(text[max(0, len(text)-size):])
}
