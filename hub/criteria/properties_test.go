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

// drawWorld draws facts about a pole of two to six members, one a line, in the
// words of testdata/cases. Members come first, with what belongs to them only.
func drawWorld(t *rapid.T) (members, others []string) {
	pick := func(from ...string) string { return rapid.SampledFrom(from).Draw(t, "pick") }
	add := func(p int, line string, values ...string) {
		if rapid.IntRange(0, 99).Draw(t, "there") < p {
			others = append(others, fmt.Sprintf(line, anys(values)...))
		}
	}
	names := []string{"a", "b", "c", "d", "e", "f"}[:rapid.IntRange(2, 6).Draw(t, "members")]
	for _, n := range names {
		kind := pick("ENTERPRISE", "ENTERPRISE", "ENTERPRISE", "LOCAL_AUTHORITY", "NETWORK", "RESEARCH_CENTRE", "PUBLIC_BODY")
		member := fmt.Sprintf("member %s kind=%s circle=%s from=%s", n, kind, pick("CARRIER", "PARTNER", "PARTNER"), pick("2012-01-01", "2015-01-01", "2019-03-01", "?"))
		if rapid.Bool().Draw(t, "votes") {
			member += " college=" + pick("A", "B") + " votes=" + pick("1", "2", "3")
		}
		members = append(members, member)
		ess, legal := pick("yes", "no"), "5710"
		if ess == "yes" { // facts that disagree are another matter: less of them may say the opposite
			legal = pick("9220", "5710", "5460")
		}
		add(60, "org %s ess=%s", n, ess)
		add(50, "org %s band=%s", n, pick("01", "11", "21"))
		switch kind {
		case "ENTERPRISE":
			add(40, "org %s legal=%s", n, legal)
		case "PUBLIC_BODY":
			add(50, "org %s legal=%s", n, pick("7381", "7389"))
		}
	}
	for i, a := range names {
		for _, b := range names[i+1:] {
			for _, kind := range []string{"JOINT_OFFER", "SHARED_STAFF", "RESEARCH", "INFORMATION"} {
				add(20, "tie %s %s %s from=%s to=%s", kind, a, b, pick("2014-01-01", "2019-06-01"), pick("2019-09-01", "2024-01-01"))
			}
			add(15, "contract %s %s %s from=%s to=%s", pick("SERVICE", "CAPITAL", "PARTNERSHIP", "CHARTER"), a, b, pick("2016-01-01", "2019-06-01", "?"), pick("2019-12-01", "2021-01-01", ""))
		}
		add(15, "contract %s z:%s %s:SUPPLIER from=2018-01-01 to=%s", pick("SERVICE", "GRANT"), pick("BUYER", "FUNDER"), a, pick("2019-01-01", "2024-01-01"))
	}
	add(50, "role z %s", pick("GRANT_FUNDER", "HOST", "CONVENER"))
	for _, kind := range []string{"STRATEGY", "EVALUATION"} {
		add(40, "document %s dated=2018-01-01 signed=%s", kind, strings.Join(names[:rapid.IntRange(0, len(names)).Draw(t, "signed")], ","))
	}
	add(30, "site shared=%s address=%s", pick("YES", "NO"), pick("rue", ""))
	everybody := strings.Join(names, ",")
	for _, covers := range []string{"TIES", "CONTRACTS", "DOCUMENTS", "ROLES"} {
		add(60, "observed %s from=%s asked=%s answered=%s", covers, pick("2012-01-01", "2019-01-01"), everybody, pick(everybody, names[0]))
	}
	return append(members, "org z kind=LOCAL_AUTHORITY tier=REGION"), others
}

func anys(values []string) []any {
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = v
	}
	return out
}

// ask answers every grid of the release about a day of 2020.
func ask(t tester, facts []string, collapse bool) map[string]*criteria.Answer {
	t.Helper()
	h, pole := hubOf(t, storetest.NewOracle(), facts)
	q := criteria.OnDay("2020-01-01")
	q.Collapse = collapse
	q.Thresholds = []criteria.Override{{Criterion: "T6", Name: "jobs", Value: 30}}
	answers, err := criteria.Ask(t.Context(), h, criteria.Grids(), []hub.ID{pole}, q)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*criteria.Answer{}
	for _, g := range answers[0] {
		for _, a := range g.Answers {
			out[g.Grid.ID+"/"+a.Criterion.ID] = a
		}
	}
	return out
}

// without leaves out some facts, and with them what says that all of their kind
// were looked for.
func without(facts []string, gone func(i int) bool) []string {
	covers := map[string]string{"tie": "TIES", "contract": "CONTRACTS", "document": "DOCUMENTS", "role": "ROLES"}
	unsearched := map[string]bool{}
	for i, f := range facts {
		if kind, _, _ := strings.Cut(f, " "); gone(i) && covers[kind] != "" {
			unsearched[covers[kind]] = true
		}
	}
	var kept []string
	for i, f := range facts {
		if words := strings.Fields(f); !gone(i) && !(words[0] == "observed" && unsearched[words[1]]) {
			kept = append(kept, f)
		}
	}
	return kept
}

// TestLessIsNeverAnotherAnswer takes facts away, with the observations that
// would make them absent: answers stay, or become insufficient. Two say other
// than that in words: an answer decided on what is known (M4), which says so,
// and the signatures of documents that exist (M3, T3), which the grid takes as
// recorded. Not even these become satisfied for what was taken away.
func TestLessIsNeverAnotherAnswer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		members, others := drawWorld(t)
		gone := map[int]bool{}
		for _, i := range rapid.SliceOfN(rapid.IntRange(0, max(0, len(others)-1)), 1, 6).Draw(t, "gone") {
			gone[i] = true
		}
		less := without(others, func(i int) bool { return gone[i] })
		before := ask(t, slices.Concat(members, others), false)
		for name, after := range ask(t, slices.Concat(members, less), false) {
			was := before[name].State
			signed := was == criteria.Satisfied && (name == "labo-2012/M3" || name == "labo-2012/T3")
			taken := after.State != criteria.Satisfied && (after.OnKnown || signed)
			if after.State != was && after.State != criteria.Insufficient && !taken {
				t.Fatalf("%s: %s became %s without\n%v of\n%s", name, was, after.State, gone, strings.Join(slices.Concat(members, others), "\n"))
			}
		}
	})
}

// TestOrderAndNamesChangeNothing gives the same facts in another order and with
// other ids.
func TestOrderAndNamesChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		members, others := drawWorld(t)
		facts := slices.Concat(members, others)
		if rapid.Bool().Draw(t, "group") {
			facts = append(facts, "link a b")
		}
		collapse := rapid.Bool().Draw(t, "collapse")
		names := rapid.Permutation([]string{"a", "b", "c", "d", "e", "f", "z"}).Draw(t, "names")
		renamed := rapid.Permutation(facts).Draw(t, "order")
		for i, f := range renamed {
			words := strings.Split(f, " ")
			for j, w := range words[1:] {
				words[1+j] = rename(w, names)
			}
			renamed[i] = strings.Join(words, " ")
		}
		before := ask(t, facts, collapse)
		for name, after := range ask(t, renamed, collapse) {
			was := before[name]
			if after.State != was.State || !slices.Equal(after.Notes, was.Notes) || len(after.Missing) != len(was.Missing) {
				t.Fatalf("%s: %s %v %v became %s %v %v", name, was.State, was.Notes, was.Missing, after.State, after.Notes, after.Missing)
			}
		}
	})
}

// rename gives the organisations of a word their new names: "a", "a:ROLE",
// "asked=a,b".
func rename(word string, names []string) string {
	key, list, isList := strings.Cut(word, "=")
	if isList && key != "asked" && key != "answered" && key != "signed" {
		return word
	}
	if !isList {
		list = word
	}
	parts := strings.Split(list, ",")
	for i, p := range parts {
		local, role, hasRole := strings.Cut(p, ":")
		if k := slices.Index([]string{"a", "b", "c", "d", "e", "f", "z"}, local); k >= 0 {
			local = names[k]
		}
		if parts[i] = local; hasRole {
			parts[i] += ":" + role
		}
	}
	if list = strings.Join(parts, ","); isList {
		return key + "=" + list
	}
	return list
}
