package sqlite

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"

	"polehub/hub"
)

// plan is how the database would run a statement, one step a line.
func plan(t *testing.T, s *Store, st statement) string {
	t.Helper()
	c, err := s.readers.take(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer s.readers.give(c, false)
	var lines []string
	err = c.query(t.Context(), "EXPLAIN QUERY PLAN "+st.text, st.args, func(rows *sql.Rows) (bool, error) {
		var id, parent, unused int
		var detail string
		err := rows.Scan(&id, &parent, &unused, &detail)
		lines = append(lines, detail)
		return true, err
	})
	if err != nil {
		t.Fatalf("%s: %v", st.text, err)
	}
	return strings.Join(lines, "\n")
}

// first is the statement that answers a query, the first one when it takes
// several.
func first(t *testing.T, s *Store, q hub.Query) statement {
	t.Helper()
	var st statement
	var err error
	switch {
	case q.Parents != nil && len(q.Parents.IDs) > 1:
		st, err = s.schema.rowsOfMany(q)
	case q.After != nil:
		st, err = s.schema.rowsOf(q, segments(sortKeys(q.Order, q.Backward), *q.After, q.Backward)[0], q.Limit)
	default:
		st, err = s.schema.rowsOf(q, nil, q.Limit)
	}
	if err != nil {
		t.Fatal(err)
	}
	return st
}

// membersOf asks for the first 20 members of many poles with their
// organisations.
func membersOf(poles []hub.ID) hub.Query {
	return hub.Query{
		Noun: hub.MembershipNoun, Limit: 20,
		Parents: &hub.Parents{Relation: hub.PoleNoun.Relation("members"), IDs: poles},
		With:    []*hub.Relation{hub.MembershipNoun.Relation("organisation")},
	}
}

// funded asks for the local authorities that fund a grant over an amount since
// a day.
func funded() hub.Filter {
	party, organisation := hub.PartyNoun, hub.OrganisationNoun
	return hub.And{
		hub.In(organisation.Field("kind"), "LOCAL_AUTHORITY"),
		hub.Has{Relation: organisation.Relation("parties"), Where: hub.And{
			hub.In(party.Field("role"), "FUNDER"),
			hub.Has{Relation: party.Relation("contract"), Where: grantsOver(10_000_000, "2020-01-01")},
		}},
	}
}

func grantsOver(amount int64, since string) hub.Filter {
	n := hub.ContractNoun
	return hub.And{
		hub.In(n.Field("type"), "GRANT"),
		hub.Compare(n.Field("amount"), hub.OpGt, amount),
		hub.Compare(n.Field("signedOn"), hub.OpGte, since),
	}
}

// The lists that pages show must be read along an index, whatever the size of
// the hub: no table is scanned, and what is sorted is one parent's children or
// one page.
func TestPlans(t *testing.T) {
	s := openTemp(t)
	o, c, p := hub.OrganisationNoun, hub.ContractNoun, hub.PartyNoun
	poles, orgs := []hub.ID{"pole:1", "pole:2"}, []hub.ID{"org:1", "org:2"}
	children := func(r *hub.Relation, ids []hub.ID) hub.Query {
		return hub.Query{Noun: hub.NounNamed(r.To), Limit: 10, Parents: &hub.Parents{Relation: r, IDs: ids}}
	}
	ordered := func(q hub.Query, field string, desc bool) hub.Query {
		q.Order = []hub.Order{{Field: q.Noun.Field(field), Desc: desc}}
		return q
	}
	list := func(n *hub.Noun, where hub.Filter) hub.Query { return hub.Query{Noun: n, Where: where, Limit: 50} }
	has := func(n *hub.Noun, relation string, where hub.Filter) hub.Has {
		return hub.Has{Relation: n.Relation(relation), Where: where}
	}
	const parents = "SCAN p VIRTUAL TABLE INDEX 1:\n"
	const sorted = "USE TEMP B-TREE FOR ORDER BY"
	tests := []struct {
		name  string
		query hub.Query
		want  string
	}{
		{"members of poles with organisations", membersOf(poles), parents +
			"SEARCH a USING INTEGER PRIMARY KEY (rowid=?)\nCORRELATED LIST SUBQUERY 1\nSEARCH c USING COVERING INDEX memberships_pole (pole_id=?)\n" +
			"SEARCH t1 USING INDEX sqlite_autoindex_organisations_1 (id=?) LEFT-JOIN\n" + sorted},
		{"members of one pole with organisations", membersOf(poles[:1]),
			"SEARCH a USING INDEX memberships_pole (pole_id=?)\nSEARCH t1 USING INDEX sqlite_autoindex_organisations_1 (id=?) LEFT-JOIN"},
		{"all ties of organisations", hub.Query{Noun: hub.TieNoun, Parents: &hub.Parents{Relation: o.Relation("ties"), IDs: orgs}}, parents +
			"MULTI-INDEX OR\nINDEX 1\nSEARCH a USING INDEX ties_from (from_org=?)\nINDEX 2\nSEARCH a USING INDEX ties_to (to_org=?)\n" + sorted},
		{"latest contracts of organisations", ordered(children(o.Relation("contracts"), orgs), "signedOn", true), parents +
			"SEARCH a USING INTEGER PRIMARY KEY (rowid=?)\nCORRELATED LIST SUBQUERY 2\nSEARCH c USING INDEX sqlite_autoindex_contracts_1 (id=?)\n" +
			"CORRELATED LIST SUBQUERY 1\nSEARCH t1 USING COVERING INDEX parties_organisation (organisation_id=?)\n" + sorted + "\n" + sorted},
		{"contracts of poles", children(hub.PoleNoun.Relation("contracts"), poles), parents +
			"SEARCH a USING INTEGER PRIMARY KEY (rowid=?)\nCORRELATED LIST SUBQUERY 2\nSEARCH c USING INTEGER PRIMARY KEY (rowid=?)\n" +
			"CORRELATED LIST SUBQUERY 1\nSEARCH t1 USING PRIMARY KEY (ref=?)\n" + sorted + "\n" + sorted},
		{"local authorities with great grants, by name", ordered(list(o, funded()), "name", false),
			"SEARCH a USING INDEX organisations_kind (kind=?)\nSEARCH t1 EXISTS USING COVERING INDEX parties_organisation (organisation_id=? AND role=?)\n" +
				"CORRELATED SCALAR SUBQUERY 1\nSEARCH t2 USING INDEX sqlite_autoindex_contracts_1 (id=?)\nUSE TEMP B-TREE FOR LAST TERM OF ORDER BY"},
		{"contracts, latest first", ordered(list(c, nil), "signedOn", true),
			"SCAN a USING INDEX contracts_signed\nUSE TEMP B-TREE FOR LAST TERM OF ORDER BY"},
		{"contracts from the end", func() hub.Query {
			q := ordered(list(c, nil), "signedOn", false)
			q.Backward = true
			return q
		}(), "SCAN a USING INDEX contracts_signed\nUSE TEMP B-TREE FOR LAST TERM OF ORDER BY"},
		{"contracts behind a position", func() hub.Query {
			q := ordered(list(c, nil), "signedOn", true)
			q.After = &hub.Position{Values: []any{"2020-01-01"}, ID: "contract:1"}
			return q
		}(), "SEARCH a USING INDEX contracts_signed (signed_on=?)\nUSE TEMP B-TREE FOR LAST TERM OF ORDER BY"},
		{"contracts by id", list(c, nil), "SCAN a USING INDEX sqlite_autoindex_contracts_1"},
		{"organisations by name", ordered(list(o, nil), "name", false),
			"SCAN a USING INDEX organisations_name\nUSE TEMP B-TREE FOR LAST TERM OF ORDER BY"},
		{"organisations whose name begins", list(o, hub.Compare(o.Field("name"), hub.OpStartsWith, "Saint")),
			"SEARCH a USING INDEX organisations_name (name_key>? AND name_key<?)\n" + sorted},
		{"a contract by a word", list(c, hub.SearchFor(c, "voirie")),
			"SEARCH a USING INTEGER PRIMARY KEY (rowid=?)\nLIST SUBQUERY 1\nSEARCH w USING PRIMARY KEY (token>? AND token<?)\n" + sorted},
		{"contracts of the holder of a number", list(c, has(c, "parties", has(p, "organisation", has(o, "identifiers", hub.In(hub.IdentifierNoun.Field("value"), "1"))))),
			"SEARCH a USING INDEX sqlite_autoindex_contracts_1 (id=?)\nLIST SUBQUERY 3\nSEARCH t1 USING COVERING INDEX parties_organisation (organisation_id=?)\n" +
				"LIST SUBQUERY 2\nSEARCH t2 USING COVERING INDEX sqlite_autoindex_organisations_1 (id=?)\nLIST SUBQUERY 1\nSEARCH t3 USING INDEX identifiers_value (value=?)"},
		{"organisations of a pole", list(o, has(o, "poles", hub.In(hub.MembershipNoun.Field("poleId"), "pole:1"))),
			"SEARCH a USING INDEX sqlite_autoindex_organisations_1 (id=?)\nLIST SUBQUERY 1\nSEARCH t1 USING INDEX memberships_pole (pole_id=?)"},
		{"organisations without membership", list(o, hub.Has{Relation: o.Relation("poles"), Quantifier: hub.None}),
			"SCAN a USING INDEX sqlite_autoindex_organisations_1\nCORRELATED SCALAR SUBQUERY 1\nSEARCH t1 USING COVERING INDEX memberships_organisation (organisation_id=?)"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			st := first(t, s, test.query)
			if got := plan(t, s, st); got != test.want {
				t.Errorf("%s\nis run as\n%s\nwant\n%s", st.text, got, test.want)
			}
		})
	}
}

// A count of many candidates collects the contracts that are asked for once,
// from an index; a count of few looks at their own.
func TestPlansOfCounts(t *testing.T) {
	s := openTemp(t)
	o, c := hub.OrganisationNoun, hub.ContractNoun
	grants := hub.Has{Relation: o.Relation("contracts"), Where: grantsOver(1, "2020-12-31")}
	const collected = "LIST SUBQUERY 1\nSEARCH %s USING COVERING INDEX contracts_type (type=? AND signed_on>?)\nCREATE BLOOM FILTER"
	tests := []struct {
		name  string
		where hub.Filter
		want  string
	}{
		{"funders of a kind", funded(), "SEARCH a USING INDEX organisations_kind (kind=?)\n" +
			"SEARCH t1 EXISTS USING COVERING INDEX parties_organisation (organisation_id=? AND role=?)\n" + fmt.Sprintf(collected, "t2")},
		{"all organisations with contracts", grants, "SCAN a USING COVERING INDEX sqlite_autoindex_organisations_1\n" +
			"SEARCH t1 EXISTS USING COVERING INDEX parties_organisation (organisation_id=?)\n" + fmt.Sprintf(collected, "t2")},
		{"organisations of a commune", hub.And{hub.In(o.Field("commune"), "75101"), grants}, "SEARCH a USING INDEX organisations_commune (commune=?)\n" +
			"CORRELATED SCALAR SUBQUERY 1\nSEARCH t2 USING COVERING INDEX parties_organisation (organisation_id=?)\n" +
			"SEARCH t1 USING INDEX sqlite_autoindex_contracts_1 (id=?)"},
		{"contracts with a title", hub.Has{Relation: o.Relation("contracts"), Where: hub.And{
			hub.In(c.Field("type"), "GRANT"), hub.Compare(c.Field("title"), hub.OpContains, "voirie"),
		}}, "SCAN a USING COVERING INDEX sqlite_autoindex_organisations_1\n" +
			"CORRELATED SCALAR SUBQUERY 1\nSEARCH t2 USING COVERING INDEX parties_organisation (organisation_id=?)\n" +
			"SEARCH t1 USING INDEX sqlite_autoindex_contracts_1 (id=?)"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			st, err := s.schema.tally(hub.Query{Noun: o, Where: test.where})
			if err != nil {
				t.Fatal(err)
			}
			if got := plan(t, s, st); got != test.want {
				t.Errorf("%s\nis run as\n%s\nwant\n%s", st.text, got, test.want)
			}
		})
	}
}

// The changes of one record are found by its id.
func TestPlanOfChanges(t *testing.T) {
	s := openTemp(t)
	st, err := s.schema.changes(hub.ChangeQuery{IDs: []hub.ID{"org:1"}})
	if err != nil {
		t.Fatal(err)
	}
	if got := plan(t, s, st); !strings.Contains(got, "SEARCH c USING INDEX changes_id (id=? AND rowid>?)") {
		t.Error(got)
	}
}

func TestSegments(t *testing.T) {
	name, kind := hub.OrganisationNoun.Field("name"), hub.OrganisationNoun.Field("kind")
	tests := []struct {
		name     string
		order    []hub.Order
		position hub.Position
		backward bool
		want     []string
	}{
		{"by id", nil, hub.Position{ID: "org:5"}, false, []string{"id > org:5"}},
		{"by id backwards", nil, hub.Position{ID: "org:5"}, true, []string{"id < org:5"}},
		{"by name", []hub.Order{{Field: name}}, hub.Position{Values: []any{"m"}, ID: "org:5"}, false,
			[]string{"name_key = m, id > org:5", "name_key > m", "name_key IS NULL"}},
		{"missing name", []hub.Order{{Field: name}}, hub.Position{Values: []any{nil}, ID: "org:5"}, false,
			[]string{"name_key IS NULL, id > org:5"}},
		{"missing name backwards", []hub.Order{{Field: name}}, hub.Position{Values: []any{nil}, ID: "org:5"}, true,
			[]string{"name_key IS NULL, id < org:5", "name_key IS NOT NULL"}},
		{"name descending, backwards", []hub.Order{{Field: name, Desc: true}}, hub.Position{Values: []any{"m"}, ID: "org:5"}, true,
			[]string{"name_key = m, id < org:5", "name_key > m"}},
		{"kind and name", []hub.Order{{Field: kind, Desc: true}, {Field: name}}, hub.Position{Values: []any{"OTHER", "m"}, ID: "org:5"}, false,
			[]string{"kind = OTHER, name_key = m, id > org:5", "kind = OTHER, name_key > m", "kind = OTHER, name_key IS NULL", "kind < OTHER"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, s := range segments(sortKeys(test.order, test.backward), test.position, test.backward) {
				var terms []string
				for _, term := range s {
					text := term.column + term.operator
					if term.value != nil {
						text += term.value.(string)
					}
					terms = append(terms, text)
				}
				got = append(got, strings.Join(terms, ", "))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

// TestPlanAbsent: each id is looked up in the index of ids.
func TestPlanAbsent(t *testing.T) {
	s := openTemp(t)
	for _, n := range hub.Nouns() {
		got := plan(t, s, statement{s.schema.absent(n), []any{`["x"]`}})
		if !strings.Contains(got, "SEARCH a USING COVERING INDEX") || strings.Contains(got, "SCAN a") {
			t.Errorf("%s:\n%s", n.Name, got)
		}
	}
}
