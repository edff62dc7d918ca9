package cli

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"time"

	"polehub/hub"
	"polehub/seed"
)

// importCommand brings files into a hub.
type importCommand struct {
	Files []string `arg:"" name:"file" help:"Files to import: a CSV bundle as folder, zip or single files, or DECP contracts in JSON."`

	Store      string `placeholder:"DSN" help:"The store to fill: sqlite:PATH, neo4j://HOST:PORT, neo4j+s://… or bolt://…; by default a SQLite file in the user's data folder."`
	storeLogin `embed:""`

	Format  string `enum:"auto,bundle,decp" default:"auto" help:"Format of the files: bundle, decp, or auto to tell it from their names."`
	DryRun  bool   `help:"Do everything but write, and give the same report."`
	Report  string `placeholder:"FILE" help:"Write the report as JSON, with a row for each flagged or rejected record."`
	Rejects string `placeholder:"FOLDER" help:"Write the rejected rows as they were received, to be mended and imported alone: rows of CSV with line, code and reason in front, contracts as JSON."`
	Strict  bool   `help:"Exit with status 2 when something was rejected."`

	Source          string `placeholder:"ID" help:"Where the files come from, such as source:survey-2026, for rows that name no source."`
	SourceTitle     string `placeholder:"TEXT" help:"Title of that source."`
	SourcePublisher string `placeholder:"TEXT" help:"Publisher of that source."`
	SourceURL       string `placeholder:"URL" help:"Address of that source."`
	SourceLicence   string `placeholder:"TEXT" help:"Licence of that source."`
}

// Run imports the files in the order given, whole batches at a time, and prints
// what became of their records.
func (c *importCommand) Run(p *process) (err error) {
	dsn := c.Store
	if dsn == "" {
		if dsn, err = defaultStore(); err != nil {
			return err
		}
		fmt.Fprintln(p.stderr, "data in "+dsn[len("sqlite:"):])
	}
	inputs, err := openInputs(c.Files, seed.Format(c.Format))
	if err != nil {
		return err
	}
	defer inputs.close()
	if err := c.sparesInputs(); err != nil {
		return err
	}
	if c.DryRun && missingFile(dsn) {
		var remove func()
		if dsn, remove, err = temporaryStore(); err != nil {
			return err
		}
		defer remove()
	}
	s, err := c.open(p, dsn, p.logger())
	if err != nil {
		return err
	}
	defer func() { err = closeStore(s, err) }()
	source, err := c.source(p, s)
	if err != nil {
		return err
	}
	out, err := newReportWriter(c.Report, p.stdout)
	if err != nil {
		return err
	}
	// An import makes little garbage beside what it remembers and the pages of
	// the database: collecting twice as often costs nothing that can be measured
	// and saves memory.
	defer debug.SetGCPercent(debug.SetGCPercent(50))
	meter := newMeter(p.stderr)
	report, err := seed.Import(p.soft, &hub.Hub{Store: s, Clock: time.Now}, seed.Options{
		Source:    source,
		DryRun:    c.DryRun,
		BatchSize: batchOf(s),
		Rows:      out.row,
		Progress: func(now seed.Progress) {
			meter.show("%s: %d items, %d records", printable(filepath.Base(now.File)), now.Items, now.Records)
		},
		Rejects: c.rejects(),
	}, inputs.items(hub.ID(c.Source)))
	meter.clear()
	if err != nil && p.soft.Err() != nil {
		err = fmt.Errorf("interrupted, what was written is whole, and the same import goes on from there: %w", err)
	}
	if failed := out.close(report, c.DryRun, err); err == nil {
		err = failed
	}
	if n := report.RejectedItems(); err == nil && c.Strict && n > 0 {
		err = &hub.Error{Code: hub.BadUserInput, Msg: fmt.Sprintf("%d rejected", n)}
	}
	return err
}

// batchOf is how many records one update of a store takes, 0 for the usual. A
// file writes each page that an update has touched once, so greater updates
// write less; a server would hold the locks and the memory of greater ones.
func batchOf(s hub.Store) int {
	if s.Kind() == "sqlite" {
		return 4000
	}
	return 0
}

// rejects opens the files of rejected rows; nil when nobody asked for them. A
// file goes by the name of the one it came from, so that it can be imported; a
// second one of that name goes into a folder of its own.
func (c *importCommand) rejects() func(string) (io.WriteCloser, error) {
	if c.Rejects == "" {
		return nil
	}
	named := map[string]int{}
	return func(file string) (io.WriteCloser, error) {
		folder, name := c.Rejects, filepath.Base(file)
		if named[name]++; named[name] > 1 {
			folder = filepath.Join(folder, strconv.Itoa(named[name]))
		}
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return nil, err
		}
		return os.Create(filepath.Join(folder, name))
	}
}

// sparesInputs refuses to write the report or the rejected rows over the files
// that are read.
func (c *importCommand) sparesInputs() error {
	for _, name := range c.Files {
		folder, report := filepath.Dir(name), c.Report
		if info, err := os.Stat(name); err == nil && info.IsDir() {
			folder, report = name, filepath.Dir(c.Report)
		}
		if c.Report != "" && sameFile(report, name) {
			return hub.Invalid("report", "%s is, or lies among, the files to import", c.Report)
		}
		if c.Rejects != "" && sameFile(c.Rejects, folder) {
			return hub.Invalid("rejects", "%s holds the files to import", c.Rejects)
		}
	}
	return nil
}

// sameFile reports two paths of one file or folder.
func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// source is the record of --source: what the hub knows of it, completed by the
// flags, with the digest and the day of the file when there is one file. It is
// nil without --source.
func (c *importCommand) source(p *process, r hub.Reader) (*hub.Source, error) {
	if c.Source == "" {
		return nil, nil
	}
	id, err := hub.ParseID(c.Source)
	if err != nil || hub.NounOf(id) != hub.SourceNoun {
		return nil, hub.Invalid("source", "%q is not the id of a source, such as source:survey-2026", hub.Clip(c.Source, 60))
	}
	source := &hub.Source{ID: id, Title: id.Local(), Kind: hub.SourceOpenData}
	known, err := r.Find(p.soft, hub.SourceNoun, []hub.ID{id})
	if err != nil {
		return nil, err
	}
	if stored, ok := known[0].(*hub.Source); ok {
		source = stored
	}
	source.Title = cmp.Or(c.SourceTitle, source.Title)
	source.Publisher = cmp.Or(hub.Text(c.SourcePublisher), source.Publisher)
	source.URL = cmp.Or(hub.Text(c.SourceURL), source.URL)
	source.Licence = cmp.Or(hub.Text(c.SourceLicence), source.Licence)
	if len(c.Files) == 1 {
		err = describe(source, c.Files[0])
	}
	return source, err
}

// describe adds digest and day of a file to its source; the day is that of the
// file's last change, so that importing it again later changes nothing.
func describe(source *hub.Source, name string) error {
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() {
		return err
	}
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	digest := sha256.New()
	if _, err := io.Copy(digest, file); err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	source.SHA256 = hub.Text(hex.EncodeToString(digest.Sum(nil)))
	source.RetrievedOn = hub.Date(info.ModTime().Format(time.DateOnly))
	return nil
}
