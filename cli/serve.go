package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"time"

	"polehub/graph"
	"polehub/hub"
	"polehub/web"
)

const (
	readHeaderTimeout = 5 * time.Second
	idleTimeout       = 120 * time.Second
	maxHeaderBytes    = 64 << 10
	// answerTimeout is how long a client may take to read its answer once it is
	// there.
	answerTimeout = 60 * time.Second
	// drainTimeout is how long running requests may take after an interrupt.
	drainTimeout = 30 * time.Second
)

// serveCommand serves a hub over HTTP.
type serveCommand struct {
	Listen         string `default:"127.0.0.1:8080" placeholder:"ADDR" help:"Address to listen on, 127.0.0.1:8080 by default; port 0 picks one. Other machines reach it only when this names an address of theirs, such as 0.0.0.0:8080."`
	Store          string `placeholder:"DSN" help:"Where the hub is kept: sqlite:PATH, neo4j://HOST:PORT, neo4j+s://… or bolt://…; by default a SQLite file in the user's data folder."`
	Demo           bool   `help:"Fill an empty hub with invented demonstration data; without --store in a temporary store that is removed at the end."`
	WriteTokenFile string `placeholder:"FILE" help:"File with the token that allows changes; or set POLEHUB_WRITE_TOKEN. Without a token the server is read-only."`
	storeLogin     `embed:""`

	AnswerCache     int           `default:"32" help:"Memory for answers that are given again while the hub does not change, in MiB; 0 keeps none."`
	MaxCost         int           `default:"50000" help:"Points that one operation may cost."`
	QueryTimeout    time.Duration `default:"10s" help:"Time that a query may take."`
	MutationTimeout time.Duration `default:"30s" help:"Time that a change may take."`
}

// Run serves until interrupted. The first line on standard output says where.
func (c *serveCommand) Run(p *process) (err error) {
	token, err := p.secret("POLEHUB_WRITE_TOKEN", "write-token-file", c.WriteTokenFile)
	if err != nil {
		return err
	}
	if strings.TrimSpace(token) != token {
		return hub.Invalid("POLEHUB_WRITE_TOKEN", "begins or ends with a blank, which a header cannot carry")
	}
	dsn, remove, err := c.dsn(p)
	if err != nil {
		return err
	}
	defer remove()
	log := p.logger()
	s, err := c.open(p, dsn, log)
	if err != nil {
		return err
	}
	defer func() { err = closeStore(s, err) }()
	h := &hub.Hub{Store: s, Clock: time.Now}
	if c.Demo {
		if err := fillWithDemo(p.soft, h); err != nil {
			return err
		}
	}
	if token == "" {
		fmt.Fprintln(p.stderr, "read-only: set POLEHUB_WRITE_TOKEN or --write-token-file to allow changes")
	}
	return c.serve(p, log, c.handler(h, token, log))
}

// dsn chooses the store and says where the data is.
func (c *serveCommand) dsn(p *process) (dsn string, remove func(), err error) {
	switch {
	case c.Store != "":
		return c.Store, func() {}, nil
	case c.Demo:
		dsn, remove, err = temporaryStore()
		if err == nil {
			fmt.Fprintln(p.stderr, "invented demonstration data in a temporary store, removed at the end\n"+
				"to keep data: polehub serve --store sqlite:hub.db")
		}
		return dsn, remove, err
	}
	dsn, err = defaultStore()
	if err == nil {
		fmt.Fprintln(p.stderr, "data in "+strings.TrimPrefix(dsn, "sqlite:"))
	}
	return dsn, func() {}, err
}

// handler wires hub, API and pages.
func (c *serveCommand) handler(h *hub.Hub, token string, log *slog.Logger) http.Handler {
	limits := graph.DefaultLimits()
	limits.Cost, limits.Query, limits.Mutation = c.MaxCost, c.QueryTimeout, c.MutationTimeout
	api := graph.NewAPI(graph.Schema(graph.New(h, graph.WithVersion(version()))), limits, log)
	api.KeepAnswers(h, c.AnswerCache<<20)
	return api.Handler(graph.Site{
		WriteToken: token,
		SDL:        graph.SDL(),
		Ready:      h.Store.Ping,
		Console:    web.Console(),
		Pages:      web.Pages(inProcess{api}, log),
	})
}

// server has a limit for everything that a slow client can do: sending its
// headers (and its body, see package graph), reading its answer, staying idle. A
// route that streams moves the limit of writing as it writes.
func (c *serveCommand) server(handler http.Handler, log *slog.Logger) *http.Server {
	return &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: readHeaderTimeout,
		WriteTimeout:      max(c.QueryTimeout, c.MutationTimeout) + answerTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
}

// serve listens, and stops in two steps: at the first interrupt it takes no new
// requests and lets the running ones end, at the second it drops them.
func (c *serveCommand) serve(p *process, log *slog.Logger, handler http.Handler) error {
	var lc net.ListenConfig
	listener, err := lc.Listen(p.soft, "tcp", c.Listen)
	if err != nil {
		return hub.Invalid("listen", "%v", err)
	}
	server := c.server(handler, log)
	server.BaseContext = func(net.Listener) context.Context { return p.hard }
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	fmt.Fprintln(p.stdout, "listening on http://"+listener.Addr().String())
	select {
	case err := <-served:
		return fmt.Errorf("serve: %w", err)
	case <-p.soft.Done():
	}
	fmt.Fprintf(p.stderr, "stopping: running requests have %v to end; interrupt again to drop them\n", drainTimeout)
	ctx, cancel := context.WithTimeout(p.hard, drainTimeout)
	defer cancel()
	err = server.Shutdown(ctx)
	if err != nil {
		err = errors.Join(&hub.Error{Code: hub.Timeout, Msg: "running requests were dropped"}, server.Close())
	}
	<-served
	return err
}
