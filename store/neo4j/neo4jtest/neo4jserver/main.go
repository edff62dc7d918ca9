// Command neo4jserver runs a real Neo4j Community server by hand, for benchmarks and for trying things:
//
//	go run ./store/neo4j/neo4jtest/neo4jserver --port 7687
//
// It prints "ready bolt://127.0.0.1:7687" once the server answers and stops it on Ctrl-C. Without --home the data are
// gone afterwards; without NEO4J_TEST_PASSWORD in the environment there is no authentication.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"polehub/store/neo4j/neo4jtest/launch"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Getenv, os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "neo4jserver:", err)
		os.Exit(1)
	}
}

// run serves until ctx ends.
func run(ctx context.Context, args []string, getenv func(string) string, stdout, stderr io.Writer) error {
	options := launch.Options{Password: getenv("NEO4J_TEST_PASSWORD")}
	flags := flag.NewFlagSet("neo4jserver", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.IntVar(&options.Port, "port", 0, "Bolt `port` on 127.0.0.1; 0 takes a free one")
	flags.StringVar(&options.Home, "home", "", "`folder` that keeps the data; empty forgets them at the end")
	flags.StringVar(&options.Heap, "heap", "1g", "largest Java heap, as `size` for -Xmx")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return nil
		}
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	server, err := launch.Run(ctx, options)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintln(stdout, "ready", server.URI()); err != nil {
		return errors.Join(err, server.Stop())
	}
	<-ctx.Done()
	return server.Stop()
}
