// Package cli is the command line of polehub: it reads flags and environment,
// opens stores, and wires hub, API and pages together. Each command is a struct
// whose fields are its flags; every flag has an environment variable too
// (--store-user is POLEHUB_STORE_USER). Secrets come from the environment or
// from files, never from flags, which every user of a machine can read.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"

	"polehub/hub"
)

const description = `Polehub keeps the poles of economic cooperation (PTCE), their members, ties and contracts, and answers questions about their networks by GraphQL.

Without a command it serves invented demonstration data from a temporary store.`

// commands is the command line. Kong makes the help from it.
type commands struct {
	Serve   serveCommand   `cmd:"" help:"Serve a hub over HTTP."`
	Import  importCommand  `cmd:"" help:"Bring files into a hub. The same files a second time change nothing."`
	Copy    copyCommand    `cmd:"" help:"Copy a whole hub into an empty store, with its history."`
	Check   checkCommand   `cmd:"" help:"List contradictions and gaps of a hub."`
	Analyse analyseCommand `cmd:"" help:"Compute indicators of a network in files, or of a pole."`
	Report  reportCommand  `cmd:"" help:"Write the report of a pole, to print or as JSON."`
	Version versionCommand `cmd:"" help:"Print the version."`

	LogFormat string `enum:"text,json" default:"text" help:"How log lines are written: text or json."`
}

// process is what a command may touch of the world.
type process struct {
	// soft ends at the first interrupt: finish what runs. hard ends at the
	// second: drop everything.
	soft, hard     context.Context
	getenv         func(string) string
	stdout, stderr io.Writer
	logFormat      string
}

// Run runs one command line and gives its exit status, that of hub.ErrorTable; a check
// that found errors has its own.
// The context ends what it does as an interrupt would.
func Run(ctx context.Context, args []string, getenv func(string) string, stdout, stderr io.Writer) int {
	soft, hard, stop := interrupts(ctx)
	defer stop()
	p := &process{soft: soft, hard: hard, getenv: getenv, stdout: stdout, stderr: stderr}
	if err := p.run(args); err != nil {
		fmt.Fprintln(stderr, "polehub: "+oneLine(err))
		if _, found := errors.AsType[findings](err); found {
			return exitFindings
		}
		return hub.CodeOf(err).Info().Exit
	}
	return 0
}

func (p *process) run(args []string) error {
	if len(args) == 0 || strings.HasPrefix(args[0], "-") && !asksForHelp(args) {
		args = append([]string{"serve", "--demo"}, args...)
	}
	var c commands
	helped := false
	parser, err := kong.New(&c,
		kong.Name("polehub"),
		kong.Description(description),
		kong.Writers(p.stdout, p.stderr),
		kong.Exit(func(int) { helped = true }),
		kong.Resolvers(kong.ResolverFunc(p.fromEnvironment)),
		kong.ValueFormatter(withVariable),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
	)
	if err != nil {
		return fmt.Errorf("the command line is ill-defined: %w", err)
	}
	parsed, err := parser.Parse(args)
	if helped {
		return nil
	}
	if err != nil {
		return &hub.Error{Code: hub.BadUserInput, Msg: err.Error() + "; see polehub --help"}
	}
	p.logFormat = c.LogFormat
	return parsed.Run(p)
}

// asksForHelp tells whether a line without command wants the help of the whole
// program.
func asksForHelp(args []string) bool {
	for _, a := range args {
		if a == "--help" || a == "-h" {
			return true
		}
	}
	return false
}

// fromEnvironment gives a flag that is absent the value of its variable.
func (p *process) fromEnvironment(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
	if flag.Name == "help" {
		return nil, nil
	}
	if value := p.getenv(variable(flag.Name)); value != "" {
		return value, nil
	}
	return nil, nil
}

// variable is the environment variable of a flag.
func variable(flag string) string {
	return "POLEHUB_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

// withVariable is the help of a flag with its variable.
func withVariable(v *kong.Value) string {
	if v.Flag == nil || v.Name == "help" {
		return v.Help
	}
	return v.Help + " ($" + variable(v.Name) + ")"
}

// oneLine is an error as one line.
func oneLine(err error) string {
	return strings.Join(strings.Fields(err.Error()), " ")
}
