package involvement

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"polehub/hub"
	"polehub/hub/hubtest"
	"polehub/store/sqlite"
	"polehub/store/storetest"
)

// TestCases reads testdata: the name of a case behind #, its facts as hubtest reads
// them, a line of three dashes, a day or two, and what is answered about pole:p then.
// Cases stand apart by a line of three equals signs; more lines behind # are remarks. All lines of an answer that begin
// with a word that the case uses are in the case. testdata/README.md says what they
// hold. Two stores give the same.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for part := range strings.SplitSeq(string(text), "\n===\n") {
			facts, expected, ok := strings.Cut(part, "\n---\n")
			lines := caseLines(facts)
			if !ok || !strings.HasPrefix(lines[0], "# ") {
				t.Fatalf("%s: a case without name or dashes: %q", file, part)
			}
			t.Run(filepath.Base(file)+"/"+lines[0][2:], func(t *testing.T) { runCase(t, lines[1:], caseLines(expected)) })
		}
	}
}

func caseLines(text string) (lines []string) {
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") && len(lines) > 0 {
			continue
		}
		lines = append(lines, line)
	}
	return lines
}

func runCase(t *testing.T, facts, expected []string) {
	records := hubtest.Facts(t, facts)
	file, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "hub.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close(context.WithoutCancel(t.Context())) })
	days := strings.Fields(expected[0])
	q := OnDay(hub.Date(days[0]))
	if len(days) == 2 {
		q.To = hub.Date(days[1])
	}
	for _, store := range []hub.Store{storetest.NewOracle(), file} {
		answers, err := Ask(t.Context(), hubWith(t, store, records...), []hub.ID{"pole:p"}, q)
		if err != nil || answers[0] == nil {
			t.Fatal(answers, err)
		}
		got := inWords(t, answers[0])
		wanted := map[string][]string{}
		for _, line := range expected[1:] {
			word, _, _ := strings.Cut(line, " ")
			wanted[word] = append(wanted[word], line)
		}
		for word, want := range wanted {
			if slices.Equal(want, []string{word + " -"}) {
				want = nil
			}
			if !slices.Equal(got[word], want) {
				t.Errorf("%s\n%s\nwant\n%s", store.Kind(), strings.Join(got[word], "\n"), strings.Join(want, "\n"))
			}
		}
	}
}

// inWords writes an answer line by line, by the first word.
func inWords(t *testing.T, a *Answer) map[string][]string {
	lines := map[string][]string{}
	add := func(words ...any) {
		line := strings.Join(strings.Fields(fmt.Sprintln(words...)), " ")
		word, _, _ := strings.Cut(line, " ")
		lines[word] = append(lines[word], line)
	}
	for _, actor := range a.Actors {
		add("actor", actor.Organisation.ID, orUnknown(actor.Tier()), "since", orUnknown(actor.Since), "paid", sumInWords(actor.Paid))
		for _, r := range actor.Roles {
			add("role", actor.Organisation.ID, roleInWords(r), r.FactIDs())
		}
	}
	add("first", orUnknown(a.First.Since), a.First.Reason, kindsOf(a.First.Actors), "undated", len(a.First.Undated))
	money, err := a.Money()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range money.Totals {
		add("total", amountInWords(s))
	}
	years, err := money.Years(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range years {
		add("year", *s.Year, amountInWords(s))
	}
	for _, s := range money.Stated {
		add("stated", orUnknown(s.Tier), s.Instrument, decimal(s.Amount), s.Currency, s.Roles)
	}
	add("payers", sumInWords(money.Public), sumInWords(money.Other), sumInWords(money.Unclassed))
	add("contracts", money.Contracts, money.UnknownAmounts, money.Undated)
	measures, err := money.Measures()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range measures {
		add("measure", m.ID, strings.Join(m.Scope.Keys, " "), number(m.Value), m.Reason)
	}
	decisionInWords(a.Decision(), add)
	gaps, err := a.Gaps()
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range gaps {
		if g.Code.Words().En == "" || g.Code.Words().Fr == "" {
			t.Errorf("gap %s has no words", g.Code)
		}
		add("gap", g.Code, g.About)
	}
	for _, n := range a.Notes() {
		add("note", n)
	}
	return lines
}

func roleInWords(r *Role) string {
	kind := string(r.Kind)
	if r.Derived {
		kind += "*"
	}
	return fmt.Sprint(kind, " ", orUnknown(r.ValidFrom), "..", r.ValidTo)
}

// kindsOf are organisations with their roles.
func kindsOf(actors []*Actor) (words []string) {
	for _, a := range actors {
		for _, r := range a.Roles {
			words = append(words, string(a.Organisation.ID)+"="+string(r.Kind))
		}
	}
	return words
}

func amountInWords(a *Amount) string {
	return fmt.Sprint(a.Direction, " ", orUnknown(a.Tier), " ", a.Instrument, " ", a.Contracts, " ", sumInWords(a.Sum))
}

// sumInWords is the amount, or why there is none, and how many are unknown.
func sumInWords(s Sum) string {
	what := string(s.Reason)
	if s.Amount != nil {
		what = decimal(*s.Amount)
	}
	return fmt.Sprint(what, "+", s.UnknownAmounts, "?")
}

func decimal(m hub.Money) string { return fmt.Sprintf("%.2f", float64(m)/100) }

func decisionInWords(d *Decision, add func(...any)) {
	for name, p := range map[string]Part{"seats": d.Seats, "votes": d.Votes} {
		total := "?"
		if p.Total != nil {
			total = fmt.Sprint(*p.Total)
		}
		add(name, p.Held, "unclassed", p.Unclassed, "known", p.Known, "of", total, "share", number(p.Share), p.Reason, "unknown", p.Unknown, "public", p.PublicUnknown)
		add(name+"Bounds", number(&p.Least), number(&p.Most))
	}
	c := d.Capital
	add("capital", int(c.Public), "local", int(c.Local), "known", int(c.Known), "unknown", c.Unknown, c.PublicUnknown, c.LocalUnknown, "scic", c.Applies, "over", c.Over, c.Reason)
	add("capitalBounds", number(&c.Least), number(&c.Most))
}

func number(v *float64) string {
	if v == nil {
		return "?"
	}
	return fmt.Sprintf("%.4g", *v)
}

func orUnknown[T ~string](s T) string {
	if s == "" {
		return "?"
	}
	return string(s)
}

// TestBadTimes names the day that is none, or the end before the beginning.
func TestBadTimes(t *testing.T) {
	h := hubWith(t, storetest.NewOracle(), valley()...)
	for _, c := range []struct {
		q           Question
		field, says string
	}{
		{Question{}, "from", `""`},
		{Question{From: "2025-02-30", To: "2026-01-01"}, "from", "2025-02-30"},
		{Question{From: "2025-01-01", To: "soon"}, "to", "soon"},
		{Question{From: "2025-01-01", To: "2025-01-01"}, "to", "2025-01-01 is not after 2025-01-01"},
	} {
		one, err := Ask(t.Context(), h, []hub.ID{"pole:valley"}, c.q)
		_, ofRegion := AskRegion(t.Context(), h, nil, c.q)
		_, ofTown := AskAuthorities(t.Context(), h, []hub.ID{"org:town"}, c.q)
		for _, err := range []error{err, ofRegion, ofTown} {
			if e, ok := err.(*hub.Error); !ok || e.Code != hub.BadUserInput || e.Field != c.field || !strings.Contains(e.Msg, c.says) || one != nil {
				t.Errorf("%+v: %v", c.q, err)
			}
		}
	}
	if answers, err := Ask(t.Context(), h, []hub.ID{"pole:none", "pole:valley"}, in2025()); err != nil || answers[0] != nil || answers[1] == nil {
		t.Errorf("a pole that is not there: %v, %v", answers, err)
	}
}
