// Command polehub serves the hub of the poles of economic cooperation (PTCE) and
// brings data into it. It is a table of contents: package cli has the commands.
package main

import (
	"context"
	"os"

	"polehub/cli"
)

func main() {
	os.Exit(cli.Run(context.Background(), os.Args[1:], os.Getenv, os.Stdout, os.Stderr))
}
