// Package quality looks over a whole hub for facts that contradict each other,
// facts that are probably wrong, and gaps that computations trip over.
//
// A rule (Rules) is a row of a table: a code that never changes meaning, how bad it
// is, what it says and what to do about it, in French and English. Check reads each
// noun once, as a stream and in one consistent state of the store; what has to be
// remembered from one noun to the next grows with organisations, memberships, roles
// and rosters, never with contracts, parties and ties, of which there are most.
// What Validate refuses is not looked for again.
//
// A contradiction is certain: days of which only the month or the year is known
// (DATE_PARTIAL) contradict nothing that another day of that month or year allows,
// and an unknown day contradicts nothing.
package quality

import (
	"cmp"
	"context"
	"slices"

	"polehub/hub"
)

// Code names a rule. Codes never change meaning; those of flags (hub.FlagCode) mean
// the same here.
type Code string

// Severity says how bad a finding is.
type Severity string

// The severities, worst first.
const (
	// Error: facts that cannot all be true.
	Error Severity = "ERROR"
	// Warning: a fact that is probably wrong, that the law does not allow, or that
	// computations have to leave out.
	Warning Severity = "WARNING"
	// Info: a gap.
	Info Severity = "INFO"
)

// Severities lists the severities, worst first.
func Severities() []Severity { return []Severity{Error, Warning, Info} }

// Text says something in both languages.
type Text struct{ French, English string }

// Rule is one row of the table of rules.
type Rule struct {
	Code     Code
	Severity Severity
	// Noun is the kind of record that is at fault; nil for any.
	Noun *hub.Noun
	// Name says what is found, Fix what to do about it.
	Name, Fix Text
}

// Place is where something was found.
type Place struct {
	Record hub.ID
	// Field is the camelCase name of the field; empty for the record as a whole.
	Field hub.Text
	// Value is what stands there, or the raw value that was received in its place;
	// empty when nothing does.
	Value hub.Text
}

// Finding is something that a rule found.
type Finding struct {
	Rule *Rule
	// Places are the facts that make it, the one at fault first.
	Places []Place
}

// Count is how often a rule found something.
type Count struct {
	Rule  *Rule
	Count int
}

// Report is what was found in a hub at a revision.
type Report struct {
	Revision hub.Revision
	// Records is how many records were read.
	Records int
	// Counts has every rule asked for, those that found nothing too, in the order of
	// Rules.
	Counts []Count
	// Findings are ordered by rule, then by places. Of each rule there are at most
	// as many as were asked for.
	Findings []Finding
}

// Total is how many findings of a severity there are, listed or not.
func (r *Report) Total(s Severity) int {
	n := 0
	for _, c := range r.Counts {
		if c.Rule.Severity == s {
			n += c.Count
		}
	}
	return n
}

// Options are choices about a check.
type Options struct {
	// Only names the rules that are asked for; nil for all.
	Only []Code
	// Limit is how many findings of each rule are listed at most; 0 for all. All are
	// counted.
	Limit int
	// Progress is called now and then with the noun being read and the number of
	// records read so far; nil for nobody.
	Progress func(noun *hub.Noun, records int)
}

// Check looks over the hub as it is in one moment. The number of calls to the store
// is constant. Failures are those of the store; findings are no failure.
func Check(ctx context.Context, s hub.Store, o Options) (*Report, error) {
	var report *Report
	err := s.View(ctx, func(r hub.Reader) error {
		revision, err := r.Revision(ctx)
		if err != nil {
			return err
		}
		c := newCheck(ctx, r, o)
		for _, p := range passes() {
			if err := c.read(p); err != nil {
				return err
			}
		}
		for _, conclude := range []func(*check) error{
			(*check).duplicates, (*check).disagreements, (*check).cycles, (*check).poles,
			(*check).overlaps, (*check).shares, (*check).unasked, (*check).parties,
		} {
			if err := conclude(c); err != nil {
				return err
			}
		}
		report = c.report(revision)
		return nil
	})
	return report, err
}

// check is one run over a hub.
type check struct {
	ctx     context.Context
	r       hub.Reader
	options Options
	rules   map[Code]*Rule
	ordered []*Rule
	counts  map[Code]int
	found   map[Code][]Finding
	records int
	memory
}

func newCheck(ctx context.Context, r hub.Reader, o Options) *check {
	c := &check{ctx: ctx, r: r, options: o, ordered: Rules(), rules: map[Code]*Rule{}, counts: map[Code]int{}, found: map[Code][]Finding{}, memory: newMemory()}
	c.ordered = slices.DeleteFunc(c.ordered, func(rule *Rule) bool {
		c.rules[rule.Code] = rule
		return o.Only != nil && !slices.Contains(o.Only, rule.Code)
	})
	return c
}

// raise notes a finding.
func (c *check) raise(code Code, places ...Place) {
	rule := c.rules[code]
	if rule == nil {
		panic("quality: no rule " + string(code))
	}
	c.counts[code]++
	if list := c.found[code]; c.options.Limit == 0 || len(list) < c.options.Limit {
		c.found[code] = append(list, Finding{rule, places})
	}
}

// report sums up.
func (c *check) report(revision hub.Revision) *Report {
	out := &Report{Revision: revision, Records: c.records}
	for _, rule := range c.ordered {
		out.Counts = append(out.Counts, Count{rule, c.counts[rule.Code]})
		list := c.found[rule.Code]
		slices.SortFunc(list, func(a, b Finding) int { return slices.CompareFunc(a.Places, b.Places, comparePlaces) })
		out.Findings = append(out.Findings, list...)
	}
	return out
}

func comparePlaces(a, b Place) int {
	return cmp.Or(cmp.Compare(a.Record, b.Record), cmp.Compare(a.Field, b.Field), cmp.Compare(a.Value, b.Value))
}

// at is the place of a field of a record.
func at(r hub.Record, field string) Place {
	return Place{r.Key(), hub.Text(field), hub.Text(written(r.Noun().Field(field), r))}
}
