package bench

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// build makes the program as users have it.
func build(tb testing.TB) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "polehub")
	if out, err := exec.CommandContext(tb.Context(), "go", "build", "-o", path, "polehub").CombinedOutput(); err != nil {
		tb.Fatalf("go build: %v\n%s", err, out)
	}
	return path
}

// run runs a command of the program to its end and gives its greatest resident
// size in bytes.
func run(tb testing.TB, program string, args ...string) int64 {
	tb.Helper()
	cmd := exec.CommandContext(tb.Context(), program, args...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		tb.Fatalf("%s: %v\n%s", strings.Join(args, " "), err, out)
	}
	used, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		tb.Fatal("the system does not tell what a process has used")
	}
	return used.Maxrss << 10
}

// server is a running program that serves.
type server struct {
	cmd *exec.Cmd
	url string
}

// start runs the program as a server and waits until it tells its address.
func start(tb testing.TB, program string, args ...string) *server {
	tb.Helper()
	cmd := exec.CommandContext(tb.Context(), program, args...)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	if err != nil {
		tb.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		tb.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	address, ok := strings.CutPrefix(strings.TrimSpace(line), "listening on ")
	if err != nil || !ok {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		tb.Fatalf("the server says %q, not its address\n%s", line, &said)
	}
	go func() { _, _ = io.Copy(io.Discard, out) }()
	return &server{cmd: cmd, url: address + "/graphql"}
}

// stop ends the server in good order.
func (s *server) stop(tb testing.TB) {
	tb.Helper()
	if err := s.cmd.Process.Signal(os.Interrupt); err != nil {
		tb.Fatal(err)
	}
	if err := s.cmd.Wait(); err != nil {
		tb.Fatal("the server ended with", err)
	}
}

// resident is the resident size of the server in bytes.
func (s *server) resident(tb testing.TB) int64 {
	tb.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	if err != nil {
		tb.Skip("this system does not tell the size of a process:", err)
	}
	for line := range strings.Lines(string(status)) {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] == "VmRSS:" {
			kilobytes, err := strconv.ParseInt(fields[1], 10, 64)
			if err != nil {
				tb.Fatal(err)
			}
			return kilobytes << 10
		}
	}
	tb.Fatal("no VmRSS in the status of the process")
	return 0
}
