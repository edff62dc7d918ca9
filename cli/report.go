package cli

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
	"unicode"

	"polehub/hub"
	"polehub/seed"
)

// shownRejections is how many rejections the summary lists; the report has all.
const shownRejections = 20

// reportWriter writes what became of the records of an import: a summary for
// people, and the report as one JSON object whose rows stream into their file.
type reportWriter struct {
	summary  io.Writer
	rejected []seed.Row // the first ones
	file     *os.File   // nil without --report
	out      *bufio.Writer
	rows     int
}

func newReportWriter(path string, summary io.Writer) (*reportWriter, error) {
	w := &reportWriter{summary: summary}
	if path == "" {
		return w, nil
	}
	file, err := os.Create(path)
	if err != nil {
		return nil, hub.Invalid("report", "%v", err)
	}
	w.file, w.out = file, bufio.NewWriter(file)
	_, err = w.out.WriteString(`{"rows":[`)
	return w, err
}

// row takes one flag, notice or rejection.
func (w *reportWriter) row(r seed.Row) error {
	if r.Rejected && len(w.rejected) < shownRejections {
		w.rejected = append(w.rejected, r)
	}
	if w.file == nil {
		return nil
	}
	separator := ",\n"
	if w.rows == 0 {
		separator = "\n"
	}
	w.rows++
	line, err := json.Marshal(r)
	if err != nil {
		return err
	}
	_, err = w.out.WriteString(separator + string(line))
	return err
}

// close ends the report and prints the summary. failure is what ended the
// import early, if anything did.
func (w *reportWriter) close(report seed.Report, dryRun bool, failure error) error {
	if err := w.end(report, dryRun, failure); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	return w.summarise(report, dryRun)
}

func (w *reportWriter) end(report seed.Report, dryRun bool, failure error) error {
	if w.file == nil {
		return nil
	}
	defer w.file.Close()
	type counts struct {
		Added     int `json:"added"`
		Updated   int `json:"updated"`
		Unchanged int `json:"unchanged"`
		Flagged   int `json:"flagged"`
	}
	rest := struct {
		DryRun   bool                 `json:"dryRun"`
		Items    int                  `json:"items"`
		Records  map[string]counts    `json:"records"`
		Flags    map[hub.FlagCode]int `json:"flags"`
		Rejected map[hub.FlagCode]int `json:"rejected"`
		Failure  string               `json:"failure,omitempty"`
	}{dryRun, report.Items, map[string]counts{}, report.Flags, report.Rejected, ""}
	for noun, c := range report.Nouns {
		rest.Records[noun] = counts(c)
	}
	if failure != nil {
		rest.Failure = oneLine(failure)
	}
	text, err := json.Marshal(rest)
	if err != nil {
		return err
	}
	// The object began with its rows: go on after them.
	if _, err := w.out.WriteString("\n],\n" + string(text[1:]) + "\n"); err != nil {
		return err
	}
	return cmp.Or(w.out.Flush(), w.file.Close())
}

// summarise prints the counts, nouns in the order of the hub.
func (w *reportWriter) summarise(report seed.Report, dryRun bool) error {
	if dryRun {
		fmt.Fprintln(w.summary, "dry run: nothing was written")
	}
	table := tabwriter.NewWriter(w.summary, 0, 0, 2, ' ', tabwriter.AlignRight)
	line := func(name string, c seed.Counts) {
		fmt.Fprintf(table, "%s\t%d\t%d\t%d\t%d\t\n", name, c.Added, c.Updated, c.Unchanged, c.Flagged)
	}
	fmt.Fprintln(table, "\tadded\tupdated\tunchanged\tflagged\t")
	for _, noun := range hub.Nouns() {
		if c, ok := report.Nouns[noun.Name]; ok {
			line(noun.Name, c)
		}
	}
	line("total", report.Total())
	if err := table.Flush(); err != nil {
		return err
	}
	for _, code := range slices.Sorted(maps.Keys(report.Flags)) {
		fmt.Fprintf(w.summary, "flag %s: %d\n", code, report.Flags[code])
	}
	fmt.Fprintf(w.summary, "rejected: %d\n", report.RejectedItems())
	for _, r := range w.rejected {
		fmt.Fprintf(w.summary, "  %s, %s: %s %s\n", printable(r.File), printable(r.Position), r.Code, printable(r.Message))
	}
	if more := report.RejectedItems() - len(w.rejected); more > 0 && len(w.rejected) > 0 {
		fmt.Fprintf(w.summary, "  and %d more; --report FILE lists all\n", more)
	}
	return nil
}

// printable replaces what a terminal would obey: texts from files are shown, not
// run.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return unicode.ReplacementChar
	}, text)
}
