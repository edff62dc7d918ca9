package sqlite

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"polehub/hub"
)

// condition is the SQL of a filter on organisations (or n) under the alias a.
func condition(t *testing.T, n *hub.Noun, f hub.Filter) (string, []any) {
	t.Helper()
	b := &builder{schema: newSchema()}
	b.filter(f, b.schema[n], "a")
	if b.err != nil {
		t.Fatal(b.err)
	}
	return b.text.String(), b.args
}

func TestConditions(t *testing.T) {
	o, c, p := hub.OrganisationNoun, hub.ContractNoun, hub.PartyNoun
	kind, name, created := o.Field("kind"), o.Field("name"), o.Field("createdOn")
	long := strings.Repeat("ab", 100)
	tests := []struct {
		name   string
		noun   *hub.Noun
		filter hub.Filter
		want   string
		args   []any
	}{
		{"nothing", o, nil, "1", nil},
		{"empty and", o, hub.And{}, "1", nil},
		{"empty or", o, hub.Or{}, "0", nil},
		{"one value", o, hub.In(kind, "OTHER"), "a.kind = ?", []any{"OTHER"}},
		{"two values", o, hub.In(kind, "OTHER", "NETWORK"), "a.kind IN (?, ?)", []any{"OTHER", "NETWORK"}},
		{"no values", o, hub.In[string](kind), "0", nil},
		{"nine values", o, hub.In(kind, "1", "2", "3", "4", "5", "6", "7", "8", `"9`),
			"a.kind IN (SELECT value FROM json_each(?))", []any{`["1","2","3","4","5","6","7","8","\"9"]`}},
		{"order", o, hub.Compare(created, hub.OpGte, "2020-01-01"), "a.created_on >= ?", []any{"2020-01-01"}},
		{"missing", o, hub.Missing(created), "a.created_on IS NULL", nil},
		{"not", o, hub.Not{Filter: hub.In(kind, "OTHER")}, "(a.kind = ?) IS NOT TRUE", []any{"OTHER"}},
		{"and, or", o, hub.And{hub.Missing(created), hub.Or{hub.Missing(created), hub.In(kind, "OTHER")}},
			"(a.created_on IS NULL AND (a.created_on IS NULL OR a.kind = ?))", []any{"OTHER"}},
		{"contains", o, hub.Compare(name, hub.OpContains, "ÉTÉ"), "instr(coalesce(a.name_fold, a.name_key), ?) > 0", []any{"ete"}},
		{"contains what folds to nothing", o, hub.Compare(name, hub.OpContains, "…"), "instr(coalesce(a.name_fold, a.name_key), ?) > 0", []any{"..."}},
		{"contains a symbol", o, hub.Compare(name, hub.OpContains, "🦓"), "0", nil},
		{"starts", o, hub.Compare(name, hub.OpStartsWith, "Œuvre"), "(a.name_key >= ? AND a.name_key < ?)", []any{"oeuvre", "oeuvre\x7f"}},
		{"starts with more than a sort key", o, hub.Compare(name, hub.OpStartsWith, long),
			"(a.name_key >= ? AND a.name_key < ? AND substr(coalesce(a.name_fold, a.name_key), 1, ?) = ?)", []any{long[:120], long[:120] + "\x7f", int64(200), long}},
		{"words", o, hub.Words{"sa", "jean"},
			"(a.key IN (SELECT w.key FROM organisations_words AS w WHERE w.token >= ? AND w.token < ?) AND a.key IN (SELECT w.key FROM organisations_words AS w WHERE w.token >= ? AND w.token < ?))",
			[]any{"sa", "sa\x7f", "jean", "jean\x7f"}},
		{"words of what has none", p, hub.Words{"sa"}, "(0)", nil},
		{"item of a list", o, hub.In(o.Field("aliases"), "x"), "EXISTS (SELECT 1 FROM json_each(a.aliases) AS j WHERE j.value = ?)", []any{"x"}},
		{"reference of a list with a relation", c, hub.In(c.Field("poles"), "pole:1"), "a.key IN (SELECT l.key FROM contracts_poles AS l WHERE l.ref = ?)", []any{"pole:1"}},
		{"source", c, hub.In(c.Field("sources"), "source:1"), "EXISTS (SELECT 1 FROM json_each(a.sources) AS j WHERE j.value = ?)", []any{"source:1"}},
		{"flag", c, hub.In(c.Field("flags"), `A\B`), `EXISTS (SELECT 1 FROM json_each(a.flags) AS j WHERE substr(j.value, 1, instr(j.value, char(9)) - 1) = ?)`, []any{`A\\B`}},
		{"some parties", o, hub.Has{Relation: o.Relation("parties")}, "EXISTS (SELECT 1 FROM contract_parties AS t1 WHERE (t1.organisation_id = a.id))", nil},
		{"no ties", o, hub.Has{Relation: o.Relation("ties"), Quantifier: hub.None},
			"(EXISTS (SELECT 1 FROM ties AS t1 WHERE (t1.from_org = a.id OR t1.to_org = a.id))) IS NOT TRUE", nil},
		{"all parties", o, hub.Has{Relation: o.Relation("parties"), Quantifier: hub.All, Where: hub.In(p.Field("role"), "BUYER")},
			"(EXISTS (SELECT 1 FROM contract_parties AS t1 WHERE (t1.organisation_id = a.id) AND (t1.role = ?) IS NOT TRUE)) IS NOT TRUE", []any{"BUYER"}},
		{"all of nothing", o, hub.Has{Relation: o.Relation("parties"), Quantifier: hub.All}, "1", nil},
		{"contract of a party", p, hub.Has{Relation: p.Relation("contract"), Where: hub.Missing(c.Field("amount"))},
			"EXISTS (SELECT 1 FROM contracts AS t1 WHERE t1.id = a.contract_id AND t1.amount IS NULL)", nil},
		{"contracts of an organisation", o, hub.Has{Relation: o.Relation("contracts"), Where: hub.Missing(c.Field("amount"))},
			"EXISTS (SELECT 1 FROM contract_parties AS t2 CROSS JOIN contracts AS t1 ON t1.id = t2.contract_id WHERE t2.organisation_id = a.id AND t1.amount IS NULL)", nil},
		{"a contract that is named", o, hub.Has{Relation: o.Relation("contracts"), Where: hub.In(c.ID(), "contract:1")},
			"a.id IN (SELECT t2.organisation_id FROM contracts AS t1 JOIN contract_parties AS t2 ON t2.contract_id = t1.id WHERE t1.id = ?)", []any{"contract:1"}},
		{"a pole that is named", c, hub.Has{Relation: c.Relation("poles"), Where: hub.In(hub.PoleNoun.ID(), "pole:1")},
			"a.key IN (SELECT t2.key FROM poles AS t1 JOIN contracts_poles AS t2 ON t2.ref = t1.id WHERE t1.id = ?)", []any{"pole:1"}},
		{"ties that are named", o, hub.Has{Relation: o.Relation("ties"), Where: hub.In(hub.TieNoun.Field("poleId"), "pole:1")},
			"a.id IN (SELECT t1.from_org FROM ties AS t1 WHERE t1.pole_id = ? UNION ALL SELECT t2.to_org FROM ties AS t2 WHERE t2.pole_id = ?)", []any{"pole:1", "pole:1"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, args := condition(t, test.noun, test.filter)
			if got != test.want {
				t.Errorf("\n%s, want\n%s", got, test.want)
			}
			if !reflect.DeepEqual(args, test.args) {
				t.Errorf("parameters %q, want %q", args, test.args)
			}
		})
	}
}

// Whether related records are looked at one by one or collected, the answer is
// the same: an organisation counts once, whatever its contracts.
func TestCountOfFunders(t *testing.T) {
	s := openTemp(t)
	var records []hub.Record
	for _, name := range []string{"twice", "late", "poor", "buyer", "enterprise"} {
		kind := hub.KindLocalAuthority
		if name == "enterprise" {
			kind = hub.KindEnterprise
		}
		records = append(records, &hub.Organisation{ID: hub.ID("org:" + name), Name: name, Kind: kind})
	}
	for _, c := range []struct {
		id, signed string
		amount     hub.Money
		role       hub.PartyRole
		parties    []hub.ID
	}{
		{"contract:1", "2021-01-01", 10_000_001, "FUNDER", []hub.ID{"org:twice", "org:enterprise"}},
		{"contract:2", "2020-01-01", 20_000_000, "FUNDER", []hub.ID{"org:twice", "org:late"}},
		{"contract:3", "2019-12-31", 20_000_000, "FUNDER", []hub.ID{"org:late", "org:enterprise"}},
		{"contract:4", "2021-01-01", 10_000_000, "FUNDER", []hub.ID{"org:poor", "org:enterprise"}},
		{"contract:5", "2021-01-01", 20_000_000, "BENEFICIARY", []hub.ID{"org:buyer", "org:enterprise"}},
	} {
		records = append(records, &hub.Contract{ID: hub.ID(c.id), Type: "GRANT", Title: "T", Amount: new(c.amount), Currency: "EUR", AmountBasis: "FIXED", SignedOn: hub.Date(c.signed)})
		for i, id := range c.parties {
			records = append(records, &hub.Party{ContractID: hub.ID(c.id), OrganisationID: id, Role: c.role, Position: new(i + 1)})
		}
	}
	put(t, s, records...)
	// By role: contract 1 and 2 have funders twice and late. By contract alone
	// buyer, too.
	contracts := hub.And{hub.In(hub.OrganisationNoun.Field("kind"), hub.KindLocalAuthority),
		hub.Has{Relation: hub.OrganisationNoun.Relation("contracts"), Where: grantsOver(10_000_000, "2020-01-01")}}
	for where, want := range map[*hub.And]int{new(funded().(hub.And)): 2, &contracts: 3} {
		tallies, err := s.Tally(t.Context(), hub.Query{Noun: hub.OrganisationNoun, Where: *where})
		if err != nil || len(tallies) != 1 || tallies[0].Count != want {
			t.Errorf("%v, %v, want %d", tallies, err, want)
		}
		rows := 0
		for _, err := range s.Rows(t.Context(), hub.Query{Noun: hub.OrganisationNoun, Where: *where}) {
			if err != nil {
				t.Fatal(err)
			}
			rows++
		}
		if rows != want {
			t.Errorf("%d rows, want %d", rows, want)
		}
	}
}

// Nothing that a caller gives becomes part of a statement.
func TestValuesStayOutOfStatements(t *testing.T) {
	const hostile = `x' OR 1; DROP TABLE hub; --`
	n := hub.OrganisationNoun
	filter := hub.And{
		hub.In(n.Field("kind"), hostile), hub.In(n.Field("aliases"), hostile), hub.In(n.Field("flags"), hostile),
		hub.Compare(n.Field("createdOn"), hub.OpLt, hostile), hub.Compare(n.Field("name"), hub.OpContains, hostile),
		hub.Compare(n.Field("name"), hub.OpStartsWith, hostile), hub.Words{hostile},
	}
	q := hub.Query{
		Noun: n, Where: filter, Order: []hub.Order{{Field: n.Field("name")}}, After: &hub.Position{Values: []any{hostile}, ID: hostile},
		Parents: &hub.Parents{Relation: hub.TieNoun.Relation("from"), IDs: []hub.ID{hostile, "tie:1"}}, Limit: 3,
	}
	s := openTemp(t)
	statements := map[string]func() (statement, error){
		"rows":  func() (statement, error) { return s.schema.rowsOfMany(q) },
		"tally": func() (statement, error) { return s.schema.tally(q) },
		"find":  func() (statement, error) { return s.schema.find(n, []hub.ID{hostile}) },
		"changes": func() (statement, error) {
			return s.schema.changes(hub.ChangeQuery{IDs: []hub.ID{hostile}, By: hostile})
		},
	}
	for name, build := range statements {
		st, err := build()
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(st.text, "DROP") || strings.Contains(st.text, "'") {
			t.Errorf("%s: %s", name, st.text)
		}
		if !strings.Contains(fmt.Sprint(st.args...), "DROP") && !strings.Contains(strings.ToUpper(fmt.Sprint(st.args...)), "DROP") {
			t.Errorf("%s: the value is not among the parameters %q", name, st.args)
		}
		plan(t, s, st) // it is a statement that the database takes
	}
}

// Queries that the port does not allow are errors, not other answers.
func TestUnknownQueries(t *testing.T) {
	s := newSchema()
	pole := hub.PoleNoun
	if _, err := s.rowsOf(hub.Query{Noun: pole, With: []*hub.Relation{pole.Relation("members")}}, nil, 0); err == nil {
		t.Error("joined many records to a row")
	}
	if _, err := s.tally(hub.Query{Noun: pole, By: hub.MembershipNoun.Field("circle"), ByOf: pole.Relation("members")}); err == nil {
		t.Error("counted by many records")
	}
	for _, f := range []hub.Filter{
		hub.Match{Field: pole.Field("name"), Op: hub.Op(99)},
		hub.Has{Relation: pole.Relation("members"), Quantifier: hub.Quantifier(99)},
	} {
		if _, err := s.rowsOf(hub.Query{Noun: pole, Where: f}, nil, 0); err == nil {
			t.Errorf("%#v was compiled", f)
		}
	}
}
