package cli

import (
	"bufio"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"polehub/graph"
	"polehub/hub"
	"polehub/store/storetest"
)

// pipes is a listener whose connections are pipes, so that time can be made up.
type pipes chan net.Conn

func (p pipes) Accept() (net.Conn, error) {
	conn, open := <-p
	if !open {
		return nil, net.ErrClosed
	}
	return conn, nil
}

func (p pipes) Close() error   { return nil }
func (p pipes) Addr() net.Addr { return &net.TCPAddr{} }

// TestSlowClients: whatever a client leaves undone, its connection ends.
func TestSlowClients(t *testing.T) {
	const post = "POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\nContent-Type: "
	for _, c := range []struct {
		name, send string
		reads      bool
		within     time.Duration
	}{
		{"sends nothing", "", true, readHeaderTimeout},
		{"sends half a header", "POST /graphql HT", true, readHeaderTimeout},
		{"sends half a body", post + "application/json\r\n\r\n{", true, 30 * time.Second},
		{"sends half a body that nobody reads", post + "text/plain\r\n\r\n{", true, 30 * time.Second},
		{"sends half a body with a wrong credential", post + "text/plain\r\nAuthorization: Bearer no\r\n\r\n{", true, 30 * time.Second},
		{"sends half a body to another place", strings.Replace(post, "/graphql", "/readyz", 1) + "text/plain\r\n\r\n{", true, 30 * time.Second},
		{"does not read", "GET /schema.graphqls HTTP/1.1\r\nHost: h\r\n\r\n", false, 90 * time.Second},
		{"asks no more", "GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n", true, idleTimeout},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				command := &serveCommand{QueryTimeout: 10 * time.Second, MutationTimeout: 30 * time.Second}
				quiet := slog.New(slog.DiscardHandler)
				server := command.server(command.handler(&hub.Hub{Store: storetest.NewOracle(), Clock: time.Now}, "token", quiet), quiet)
				closed := make(chan struct{})
				server.ConnState = func(_ net.Conn, state http.ConnState) {
					if state == http.StateClosed {
						close(closed)
					}
				}
				listener := make(pipes, 1)
				go func() { _ = server.Serve(listener) }()
				ours, theirs := net.Pipe()
				listener <- theirs
				start := time.Now()
				go func() { _, _ = io.WriteString(ours, c.send) }()
				if c.reads {
					go func() { _, _ = io.Copy(io.Discard, bufio.NewReader(ours)) }()
				}
				select {
				case <-closed:
				case <-time.After(time.Hour):
					t.Error("the connection stays open")
				}
				if took := time.Since(start); took > c.within+time.Second {
					t.Errorf("ended after %v, want at most %v", took, c.within)
				}
				_ = ours.Close()
				close(listener)
				_ = server.Close()
			})
		})
	}
}

// TestWritingIsLimited: the limit leaves every operation its time.
func TestWritingIsLimited(t *testing.T) {
	limits := graph.DefaultLimits()
	command := &serveCommand{QueryTimeout: limits.Query, MutationTimeout: limits.Mutation}
	if got := command.server(nil, slog.New(slog.DiscardHandler)).WriteTimeout; got <= limits.Mutation || got <= limits.Query {
		t.Errorf("%v for writing leaves no time for a change of %v", got, limits.Mutation)
	}
}
