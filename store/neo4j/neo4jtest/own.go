package neo4jtest

import (
	"cmp"
	"context"
	"os"
	"testing"

	"polehub/store/neo4j/neo4jtest/launch"
)

// Options says what a server of one test asks of its clients.
type Options struct {
	// Auth turns authentication on, for the user "neo4j".
	Auth bool
	// Password is the right one; with Auth and no Password it is "polehub-test".
	Password string
}

// OwnServer is a server of one test, which may stop it and start it again. Its URI stays the same over restarts.
type OwnServer struct {
	Server

	t       testing.TB
	options launch.Options
	process *launch.Process // nil while stopped
}

// StartOwn starts a server that only this test uses and that ends with it. It costs some seconds and up to a gigabyte of
// memory: [Start] serves every test that does not need a password or an outage. It skips and fails as Start does, and never
// uses NEO4J_TEST_URI.
func StartOwn(t testing.TB, options Options) *OwnServer {
	t.Helper()
	o := &OwnServer{t: t, options: launch.Options{Home: t.TempDir()}}
	if options.Auth {
		o.options.Password = cmp.Or(options.Password, "polehub-test")
	}
	o.run()
	o.Server = local(o.process, o.options.Password)
	o.options.Port = o.process.Port
	t.Cleanup(o.Stop)
	return o
}

// Stop ends the server in good order: clients lose their connections and new ones are refused. The data stay.
// A stopped server is left alone.
func (o *OwnServer) Stop() {
	o.t.Helper()
	if o.process == nil {
		return
	}
	process := o.process
	o.process = nil
	if err := process.Stop(); err != nil {
		o.t.Error("neo4jtest:", err)
	}
}

// Restart starts the server again, on the same port and with the same data, after stopping it where it runs.
func (o *OwnServer) Restart() {
	o.t.Helper()
	o.Stop()
	o.run()
}

func (o *OwnServer) run() {
	o.t.Helper()
	ctx, cancel := context.WithTimeout(o.t.Context(), startTimeout)
	defer cancel()
	process, err := launch.Run(ctx, o.options)
	require(o.t, os.Getenv, err)
	o.process = process
}
