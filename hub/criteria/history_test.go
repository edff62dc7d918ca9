package criteria_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"polehub/hub"
	"polehub/hub/criteria"
	"polehub/store/storetest"
)

func dossierOf(t tester, facts []string) *hub.Dossier {
	t.Helper()
	h, pole := hubOf(t, storetest.NewOracle(), facts)
	dossiers, err := h.Dossiers(t.Context(), []hub.ID{pole})
	if err != nil {
		t.Fatal(err)
	}
	return dossiers[0]
}

// drawDatedWorld draws facts whose dates, and whose terms of one or two months, fall
// into the first months of 2020, at the ends of months too; ties of 2017 are then past
// their horizon.
func drawDatedWorld(t *rapid.T) []string {
	pick := func(from ...string) string { return rapid.SampledFrom(from).Draw(t, "pick") }
	day := func() string {
		return string(hub.Date("2019-12-25").AddDays(rapid.IntRange(0, 120).Draw(t, "day")))
	}
	start := func() string { return pick("2012-01-31", "2019-11-30", "?", day(), day(), day()) }
	end := func() string { return pick("", "2030-01-01", day(), day()) }
	var facts []string
	add := func(format string, values ...any) { facts = append(facts, fmt.Sprintf(format, values...)) }
	add("pole started=%s", pick("2012-01-31", "?", day()))
	names := []string{"a", "b", "c", "d"}
	for _, n := range names {
		from, to := start(), end()
		if to != "" && to <= from {
			to = ""
		}
		add("member %s kind=%s circle=%s from=%s to=%s college=%s votes=1", n, pick("ENTERPRISE", "ENTERPRISE", "LOCAL_AUTHORITY", "RESEARCH_CENTRE"), pick("CARRIER", "PARTNER", "PARTNER"), from, to, pick("A", "B"))
		add("claim %s %s value=%s from=%s to=%s", n, pick("ESS", "SCIC"), pick("YES", "NO"), day(), end())
	}
	add("observed TIES name=w from=%s asked=a,b,c,d answered=%s to=%s", day(), pick("a,b", "a,b,c,d"), pick("2020-04-30", "2026-01-01", "?"))
	for range rapid.IntRange(1, 12).Draw(t, "facts") {
		a, b := pick("a", "b"), pick("c", "d")
		switch pick("tie", "tie", "contract", "contract", "role", "document", "site", "observed", "asked", "link") {
		case "tie":
			old := hub.Date(day()).AddDays(-1096)
			add("tie %s %s %s from=%s to=%s in=%s", pick("JOINT_OFFER", "SHARED_STAFF", "RESEARCH", "INFORMATION"), a, b, pick(start(), string(old)), end(), pick("", "w"))
		case "contract":
			add("contract %s %s z:%s %s from=%s to=%s", pick("SERVICE", "CAPITAL", "PARTNERSHIP"), pick(a, b+" "+a), pick("BUYER", "FUNDER"), pick("", b), start(), end())
		case "role":
			add("role z %s from=%s to=%s", pick("GRANT_FUNDER", "HOST"), day(), end())
		case "document":
			add("document %s dated=%s signed=%s", pick("STRATEGY", "EVALUATION"), day(), pick("", "a", "a,b"))
		case "site":
			add("site shared=YES address=rue from=%s to=%s", day(), end())
		case "observed":
			add("observed %s from=%s to=%s", pick("CONTRACTS", "DOCUMENTS", "ROLES"), pick("2012-01-01", day()), pick("2026-01-01", day()))
		case "asked": // what it did not find is unknown 1096 days after its last day
			add("observed TIES from=2016-01-01 to=%s asked=a,b,c,d answered=a,b,c,d", hub.Date(day()).AddDays(-1095))
		case "link":
			add("link a b from=%s to=%s", day(), end())
		}
	}
	add("org z kind=LOCAL_AUTHORITY tier=REGION")
	// What ends before it begins is refused by the hub.
	return slices.DeleteFunc(facts, func(f string) bool {
		from, to := "", ""
		for w := range strings.FieldsSeq(f) {
			if v, ok := strings.CutPrefix(w, "from="); ok {
				from = v
			}
			if v, ok := strings.CutPrefix(w, "to="); ok {
				to = v
			}
		}
		return from != "?" && to != "?" && to != "" && to <= from
	})
}

// shortTerms are terms of one and two months, so that they end soon.
func shortTerms(g *criteria.Grid) (overrides []criteria.Override) {
	for _, c := range g.Criteria {
		for _, t := range c.Thresholds {
			if t.Unit == criteria.UnitMonths {
				overrides = append(overrides, criteria.Override{Criterion: c.ID, Name: t.Name, Value: map[bool]float64{true: 2, false: 1}[t.Name == "months"]})
			}
		}
	}
	return overrides
}

// TestHistoryIsEveryDay answers the grids anew on every day of half a year: the
// states are those of the history.
func TestHistoryIsEveryDay(t *testing.T) {
	const from, to = hub.Date("2020-01-01"), hub.Date("2020-07-01")
	changes := map[string]bool{}
	rapid.Check(t, func(t *rapid.T) {
		facts := drawDatedWorld(t)
		d := dossierOf(t, facts)
		for _, g := range criteria.Grids() {
			q := criteria.Question{From: from, To: to, Collapse: rapid.Bool().Draw(t, "collapse"), Thresholds: shortTerms(g)}
			h, err := criteria.History(t.Context(), d, g, q)
			if err != nil {
				t.Fatal(err)
			}
			states, next := make([]criteria.State, len(h.Criteria)), make([]int, len(h.Criteria))
			for day := from; day < to; day = day.AddDays(1) {
				q.From, q.To = day, day.AddDays(1)
				answers, err := criteria.Answers(t.Context(), []*hub.Dossier{d}, []*criteria.Grid{g}, q)
				if err != nil {
					t.Fatal(err)
				}
				for i, c := range h.Criteria {
					if day == from {
						states[i] = c.State
					}
					for next[i] < len(c.Changes) && c.Changes[next[i]].On == day {
						one := c.Changes[next[i]]
						if one.From != states[i] || one.To == one.From || len(one.Facts) == 0 {
							t.Fatalf("%s/%s: %+v after %s in\n%s", g.ID, c.Criterion.ID, one, states[i], strings.Join(facts, "\n"))
						}
						states[i], next[i] = one.To, next[i]+1
						changes[c.Criterion.Rule] = true
					}
					if got := answers[0][0].Answers[i].State; got != states[i] {
						t.Fatalf("%s/%s is %s on %s, by its history %s: %+v\n%s", g.ID, c.Criterion.ID, got, day, states[i], c.Changes, strings.Join(facts, "\n"))
					}
				}
			}
		}
	})
	for _, rule := range []string{"enterprise-mix", "members", "cooperation", "commitment", "contracts", "research", "public-involvement", "continuous-strategy", "one-off-venture", "signed-document"} {
		if !changes[rule] {
			t.Errorf("no answer of rule %s has changed", rule)
		}
	}
}

// TestHistoryNamesFacts: each change of a criterion, as DAY STATE and the facts
// behind it.
func TestHistoryNamesFacts(t *testing.T) {
	for _, c := range []struct{ name, criterion, facts, want string }{
		{"the third member joins, the fifth, and one leaves", "M2",
			"member a/member b/member c from=2016-03-01/member d/member e from=2017-01-01 to=2018-05-01",
			"PARTLY_SATISFIED; 2017-01-01 SATISFIED by membership e; 2018-05-01 PARTLY_SATISFIED by membership e"},
		{"two join on one day, both are needed", "M2",
			"member a/member b/member c/member d from=2017-01-01/member e from=2017-01-01",
			"PARTLY_SATISFIED; 2017-01-01 SATISFIED by membership d, membership e"},
		{"two contracts begin, each is enough", "M7",
			"member a/member b/observed CONTRACTS/contract SERVICE a z:BUYER from=2018-01-01 to=2030-01-01/contract SERVICE b z:BUYER from=2018-01-01 to=2030-01-01/site shared=YES address=rue from=2018-01-01",
			"NOT_SATISFIED; 2018-01-01 SATISFIED by contract, contract"},
		{"a contract of the last 36 months", "M1",
			"member a ess=yes/member b ess=no/observed CONTRACTS TIES from=2010-01-01 asked=a,b answered=a,b/contract SERVICE a:SUPPLIER z:BUYER from=2016-01-01 to=2017-01-02",
			"SATISFIED; 2020-01-02 PARTLY_SATISFIED by contract"},
		{"a joint offer past its horizon", "M1",
			"member a ess=yes/member b ess=no/observed CONTRACTS from=2010-01-01/tie JOINT_OFFER a b",
			"SATISFIED; 2018-01-01 INSUFFICIENT_DATA by tie"},
		{"a status that begins", "D4",
			"member a/claim a ESS value=NO from=2017-05-01/member b ess=yes",
			"INSUFFICIENT_DATA; 2017-05-01 SATISFIED by claim"},
		{"a search begins, and ends", "M3",
			"member a/member b/observed DOCUMENTS from=2017-01-01 to=2019-01-01",
			"INSUFFICIENT_DATA; 2017-01-01 NOT_SATISFIED by observation; 2019-01-01 INSUFFICIENT_DATA by observation"},
		{"members stay for 12 and 36 months", "M6",
			"member a from=2016-06-15/member b from=2016-06-15/observed CONTRACTS from=2010-01-01",
			"NOT_SATISFIED; 2017-06-14 PARTLY_SATISFIED by membership a, membership b; 2019-06-14 SATISFIED by membership a, membership b"},
		{"the median of 12 months is reached on the day of one of them", "M6",
			"member a from=2015-02-10/member b from=2016-07-20/observed CONTRACTS from=2010-01-01",
			"PARTLY_SATISFIED; 2016-07-20 NOT_SATISFIED by membership b; 2016-11-09 PARTLY_SATISFIED by membership a; 2018-11-09 SATISFIED by membership a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := dossierOf(t, strings.Split(c.facts, "/"))
			for _, g := range criteria.Grids() {
				h, err := criteria.History(t.Context(), d, g, criteria.Question{From: "2016-06-16", To: "2021-01-01"})
				if err != nil {
					t.Fatal(err)
				}
				for _, one := range h.Criteria {
					if one.Criterion.ID == c.criterion {
						if got := told(d, one); got != c.want {
							t.Errorf("%s\nexpected\n%s", got, c.want)
						}
					}
				}
			}
		})
	}
}

// told says a history in words, memberships by their organisation.
func told(d *hub.Dossier, c *criteria.CriterionHistory) string {
	text := []string{string(c.State)}
	for _, change := range c.Changes {
		var facts []string
		for _, id := range change.Facts {
			var name strings.Builder
			name.WriteString(id.Prefix())
			for _, m := range d.Memberships {
				if m.ID == id {
					name.WriteString(" " + strings.TrimPrefix(string(m.OrganisationID), "org:"))
				}
			}
			facts = append(facts, name.String())
		}
		text = append(text, fmt.Sprintf("%s %s by %s", change.On, change.To, strings.Join(facts, ", ")))
	}
	return strings.Join(text, "; ")
}

// TestHistoryRefuses a period that ends before it begins, thresholds, and too many
// days on which something may change.
func TestHistoryRefuses(t *testing.T) {
	facts := []string{"member a"}
	for i := range hub.MaxSteps/2 + 1 { // each role begins on a day and ends on the next
		day := hub.Date("1990-01-01").AddDays(3 * i)
		facts = append(facts, fmt.Sprintf("role z HOST from=%s to=%s", day, day.AddDays(1)))
	}
	d := dossierOf(t, facts)
	g, _ := criteria.GridByID("labo-2012")
	for _, c := range []struct {
		q    criteria.Question
		says string
	}{
		{criteria.Question{From: "2020-01-01", To: "2020-01-01"}, "is not after"},
		{criteria.Question{From: "1980-01-01", To: "2020-01-01"}, fmt.Sprintf("may change an answer: at most %d", hub.MaxSteps)},
		{criteria.Question{From: "2020-01-01", To: "2021-01-01", Thresholds: []criteria.Override{{Criterion: "M2", Name: "satisfied", Value: -1}}}, "M2.satisfied is -1"},
	} {
		if _, err := criteria.History(t.Context(), d, g, c.q); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%+v: %v, not %s", c.q, err, c.says)
		}
	}
}
