package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"os"
	"strings"
	"testing"

	"polehub/store/neo4j/neo4jtest/launch"
)

func TestRunServesUntilItIsStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	out, in := io.Pipe()
	done := make(chan error, 1)
	go func() {
		err := run(ctx, []string{"--port", "0"}, func(string) string { return "" }, in, io.Discard)
		_ = in.CloseWithError(err)
		done <- err
	}()
	line, err := bufio.NewReader(out).ReadString('\n')
	if _, missing := errors.AsType[*launch.MissingError](err); missing && os.Getenv("POLEHUB_REQUIRE_NEO4J") != "1" {
		t.Skip("no Neo4j:", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	host, ok := strings.CutPrefix(strings.TrimSpace(line), "ready bolt://")
	if !ok {
		t.Fatalf("printed %q, want ready bolt://…", line)
	}
	conn, err := net.Dial("tcp", host)
	if err != nil {
		t.Error("the announced address:", err)
	} else {
		_ = conn.Close()
	}
	cancel()
	if err := <-done; err != nil {
		t.Error("after the stop:", err)
	}
}

func TestRunRefusesBadArguments(t *testing.T) {
	for _, args := range [][]string{{"--prot", "1"}, {"--port", "x"}, {"7687"}} {
		if err := run(t.Context(), args, func(string) string { return "" }, io.Discard, io.Discard); err == nil {
			t.Errorf("%q: no error", args)
		}
	}
	if err := run(t.Context(), []string{"-h"}, func(string) string { return "" }, io.Discard, io.Discard); err != nil {
		t.Errorf("-h: %v", err)
	}
}
