package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"polehub/graph"
	"polehub/hub"
	"polehub/web/page"
	"polehub/web/report"
)

// reportCommand writes the report of a pole.
type reportCommand struct {
	Pole       string   `required:"" placeholder:"ID" help:"The pole, such as pole:demo-silence."`
	Grid       []string `placeholder:"ID" help:"The grids, in this order: labo-2012 (when absent), loi-2014-art-9, decret-2015-431."`
	At         string   `placeholder:"DATE" help:"The day, such as 2025-12-31; by default today."`
	Lang       string   `default:"fr" help:"The language: fr (default) or en."`
	Format     string   `enum:"html,json" default:"html" help:"html (default), to read and to print on A4, or json."`
	Output     string   `placeholder:"FILE" help:"Where to write; by default to standard output."`
	Store      string   `placeholder:"DSN" help:"The store of the pole: sqlite:PATH, neo4j://HOST:PORT, neo4j+s://… or bolt://…; by default a SQLite file in the user's data folder, and invented demonstration data when there is none."`
	storeLogin `embed:""`
}

// Help is what --help says besides the flags.
func (*reportCommand) Help() string {
	return `Examples:

  polehub report --pole pole:demo-silence --grid labo-2012 --at 2025-12-31 --output report.html

  polehub report --pole pole:demo-velo --lang en --format json --store sqlite:hub.db

The page is complete in one file; a browser prints it on A4. A server gives the same reports at /fr/poles/ID/report and /en/poles/ID/report, with at and grid as parameters, and as JSON at report.json.`
}

// Run asks the API in process, as a page of the server does.
func (c *reportCommand) Run(p *process) (err error) {
	h, closed, err := c.hub(p)
	if err != nil {
		return err
	}
	defer func() { err = closed(err) }()
	api := graph.NewAPI(graph.Schema(graph.New(h, graph.WithVersion(version()))), graph.DefaultLimits(), p.logger())
	r, err := report.Ask(p.soft, inProcess{api}, report.Question{Pole: c.Pole, Grids: c.Grid, At: c.At, Lang: c.Lang})
	if refusal, ok := errors.AsType[*page.Error](err); ok {
		return &hub.Error{Code: hub.Code(refusal.Code), Msg: refusal.Message}
	}
	if err != nil {
		return err
	}
	if len(r.Unread) > 0 {
		fmt.Fprintln(p.stderr, "incomplete: could not read "+strings.Join(r.Unread, ", "))
	}
	var text bytes.Buffer
	if c.Format == "json" {
		err = r.WriteJSON(&text)
	} else {
		err = r.WriteHTML(&text, report.Form{})
	}
	if err != nil {
		return err
	}
	if c.Output == "" {
		_, err = io.Copy(p.stdout, &text)
		return err
	}
	if err := os.WriteFile(c.Output, text.Bytes(), 0o644); err != nil {
		return hub.Invalid("output", "%v", err)
	}
	return nil
}

// hub opens the store that is named, else the user's, else one with the
// demonstration, which it says. closed ends it.
func (c *reportCommand) hub(p *process) (h *hub.Hub, closed func(error) error, err error) {
	dsn, remove := c.Store, func() {}
	if dsn == "" {
		if dsn, err = defaultStore(); err != nil {
			return nil, nil, err
		}
	}
	isDemo := c.Store == "" && missingFile(dsn)
	switch {
	case isDemo:
		fmt.Fprintln(p.stderr, "no data in "+strings.TrimPrefix(dsn, "sqlite:")+": the report is of invented demonstration data")
		if dsn, remove, err = temporaryStore(); err != nil {
			return nil, nil, err
		}
	case missingFile(dsn):
		return nil, nil, hub.Invalid("store", "%s does not exist", dsn)
	}
	s, err := c.open(p, dsn, p.logger())
	if err != nil {
		remove()
		return nil, nil, err
	}
	closed = func(err error) error {
		defer remove()
		return closeStore(s, err)
	}
	h = &hub.Hub{Store: s, Clock: time.Now}
	if isDemo {
		if err := fillWithDemo(p.soft, h); err != nil {
			return nil, nil, closed(err)
		}
	}
	return h, closed, nil
}
