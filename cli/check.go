package cli

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"polehub/hub"
	"polehub/hub/quality"
	"polehub/seed"
)

// checkCommand lists contradictions and gaps of a hub.
type checkCommand struct {
	Store      string `placeholder:"DSN" help:"The store to look over: sqlite:PATH, neo4j://HOST:PORT, neo4j+s://… or bolt://…; by default a SQLite file in the user's data folder."`
	storeLogin `embed:""`

	Severity string   `enum:"error,warning,info" default:"info" help:"Only what is at least as bad: error, warning or info."`
	Code     []string `placeholder:"CODE" help:"Only these rules, by their codes, such as POSSIBLE_DUPLICATE,PARTY_LEFT."`
	Limit    int      `placeholder:"N" default:"20" help:"List at most so many findings of each rule; 0 for all. All are counted."`
	Lang     string   `enum:"fr,en" default:"en" help:"Language of the words: fr or en."`
	Format   string   `enum:"table,json,csv" default:"table" help:"How the answer is written: table, json or csv."`
}

// Help is what --help says besides the flags.
func (*checkCommand) Help() string {
	return `Looks over all facts and lists those that contradict each other (errors), those that are probably wrong or have to be left out of computations (warnings), and gaps (info), each with what to do about it. Nothing is changed.

The exit status is 9 when there are errors among what was asked for, else 0; other failures have their own.`
}

// exitFindings is the exit status of a check that found errors; those of hub.ErrorTable
// are others.
const exitFindings = 9

// findings is a check that found errors. It is no failure of the program.
type findings struct{ errors int }

// Error says how many errors.
func (f findings) Error() string {
	if f.errors == 1 {
		return "1 error found"
	}
	return fmt.Sprintf("%d errors found", f.errors)
}

// Run looks over the hub and writes what it found.
func (c *checkCommand) Run(p *process) (err error) {
	severities := quality.Severities()
	worst := slices.Index(severities, quality.Severity(strings.ToUpper(c.Severity)))
	chosen, err := quality.Choose(c.Code, severities[:worst+1])
	if err != nil {
		return err
	}
	if c.Limit < 0 {
		return hub.Invalid("limit", "%d is negative", c.Limit)
	}
	dsn := c.Store
	if dsn == "" {
		if dsn, err = defaultStore(); err != nil {
			return err
		}
	}
	if missingFile(dsn) {
		return hub.Invalid("store", "%s does not exist", dsn)
	}
	s, err := c.open(p, dsn, p.logger())
	if err != nil {
		return err
	}
	defer func() { err = closeStore(s, err) }()
	meter := newMeter(p.stderr)
	defer meter.clear()
	report, err := quality.Check(p.soft, s, quality.Options{Limit: c.Limit, Only: chosen, Progress: func(noun *hub.Noun, records int) {
		meter.show("%s: %d records", noun.File, records)
	}})
	meter.clear()
	if err != nil && p.soft.Err() != nil {
		return fmt.Errorf("interrupted: %w", err)
	}
	if err != nil {
		return err
	}
	write := map[string]func(*process, *quality.Report) error{"table": c.table, "json": c.json, "csv": c.csv}[c.Format]
	if err := write(p, report); err != nil {
		return err
	}
	if n := report.Total(quality.Error); n > 0 {
		return findings{n}
	}
	return nil
}

func (c *checkCommand) words(t quality.Text) string {
	if c.Lang == "fr" {
		return t.French
	}
	return t.English
}

func (c *checkCommand) table(p *process, r *quality.Report) error {
	out := bufio.NewWriter(p.stdout)
	rest := r.Findings
	for _, count := range r.Counts {
		if count.Count == 0 {
			continue
		}
		fmt.Fprintf(out, "%s %s: %d\n  %s\n  -> %s\n", count.Rule.Severity, count.Rule.Code, count.Count, c.words(count.Rule.Name), c.words(count.Rule.Fix))
		listed := 0
		for ; len(rest) > 0 && rest[0].Rule == count.Rule; rest = rest[1:] {
			for i, place := range rest[0].Places {
				mark := "   "
				if i == 0 {
					mark = "  -"
				}
				fmt.Fprintln(out, mark, printable(strings.Join(strings.Fields(string(place.Record)+" "+string(place.Field)+" "+string(place.Value)), " ")))
			}
			listed++
		}
		if more := count.Count - listed; more > 0 {
			fmt.Fprintf(out, "  and %d more; --limit 0 lists all\n", more)
		}
	}
	for _, severity := range quality.Severities() {
		fmt.Fprintf(out, "%s: %d\n", severity, r.Total(severity))
	}
	fmt.Fprintf(out, "records: %d, revision: %d\n", r.Records, r.Revision)
	return out.Flush()
}

// ruleJSON is a rule under the names that GraphQL has for its parts.
type ruleJSON struct {
	Code     quality.Code     `json:"code"`
	Severity quality.Severity `json:"severity"`
	Name     string           `json:"name"`
	Fix      string           `json:"fix"`
	Count    int              `json:"count"`
}

type placeJSON struct {
	RecordID hub.ID    `json:"recordId"`
	Field    *hub.Text `json:"field"`
	Value    *hub.Text `json:"value"`
}

type findingJSON struct {
	Code   quality.Code `json:"code"`
	Places []placeJSON  `json:"places"`
}

func (c *checkCommand) json(p *process, r *quality.Report) error {
	answer := struct {
		Revision hub.Revision  `json:"revision"`
		Records  int           `json:"records"`
		Rules    []ruleJSON    `json:"rules"`
		Findings []findingJSON `json:"findings"`
	}{r.Revision, r.Records, []ruleJSON{}, []findingJSON{}}
	for _, count := range r.Counts {
		answer.Rules = append(answer.Rules, ruleJSON{count.Rule.Code, count.Rule.Severity, c.words(count.Rule.Name), c.words(count.Rule.Fix), count.Count})
	}
	for _, f := range r.Findings {
		out := findingJSON{Code: f.Rule.Code}
		for _, place := range f.Places {
			out.Places = append(out.Places, placeJSON{place.Record, stated(place.Field), stated(place.Value)})
		}
		answer.Findings = append(answer.Findings, out)
	}
	enc := json.NewEncoder(p.stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(answer)
}

// stated is a text, nil when there is none.
func stated(text hub.Text) *hub.Text {
	if text == "" {
		return nil
	}
	return &text
}

// csv writes a row for each place; those of one finding have one number.
func (c *checkCommand) csv(p *process, r *quality.Report) error {
	w := csv.NewWriter(p.stdout)
	rows := [][]string{{"finding", "code", "severity", "name", "fix", "record_id", "field", "value"}}
	for i, f := range r.Findings {
		for _, place := range f.Places {
			rows = append(rows, []string{strconv.Itoa(i + 1), string(f.Rule.Code), string(f.Rule.Severity), c.words(f.Rule.Name), c.words(f.Rule.Fix),
				string(place.Record), string(place.Field), seed.Guard(string(place.Value))})
		}
	}
	return w.WriteAll(rows)
}
