package sqlite

import (
	"database/sql"
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

func TestShow(t *testing.T) {
	s := openTemp(t)
	show := func(name string, q hub.Query) {
		var st statement
		var err error
		if q.Parents != nil && len(q.Parents.IDs) > 1 {
			st, err = s.schema.rowsOfMany(q)
		} else {
			var seg segment
			if q.After != nil {
				seg = segments(sortKeys(q.Order, q.Backward), *q.After, q.Backward)[0]
			}
			st, err = s.schema.rowsOf(q, seg, q.Limit)
		}
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s\n%s\n%s\n\n", name, st.text[strings.Index(st.text, " FROM "):], plan(t, s, st))
	}
	many := []hub.ID{"pole:1", "pole:2"}
	orgs := []hub.ID{"org:1", "org:2"}
	show("members", membersOf(many))
	show("members1", membersOf(many[:1]))
	o, c := hub.OrganisationNoun, hub.ContractNoun
	show("ties", hub.Query{Noun: hub.TieNoun, Limit: 10, Parents: &hub.Parents{Relation: o.Relation("ties"), IDs: orgs}})
	show("ties all", hub.Query{Noun: hub.TieNoun, Parents: &hub.Parents{Relation: o.Relation("ties"), IDs: orgs}})
	signed := []hub.Order{{Field: c.Field("signedOn"), Desc: true}}
	show("contracts", hub.Query{Noun: c, Limit: 10, Order: signed, Parents: &hub.Parents{Relation: o.Relation("contracts"), IDs: orgs}})
	show("contracts of one", hub.Query{Noun: c, Limit: 10, Order: signed, Parents: &hub.Parents{Relation: o.Relation("contracts"), IDs: orgs[:1]}})
	show("contracts of poles", hub.Query{Noun: c, Limit: 10, Order: signed, Parents: &hub.Parents{Relation: hub.PoleNoun.Relation("contracts"), IDs: many}})
	show("parties", hub.Query{Noun: hub.PartyNoun, Limit: 10, Parents: &hub.Parents{Relation: c.Relation("parties"), IDs: []hub.ID{"contract:1", "contract:2"}}, With: []*hub.Relation{hub.PartyNoun.Relation("organisation")}})
	show("funded", hub.Query{Noun: o, Limit: 50, Where: funded(), Order: []hub.Order{{Field: o.Field("name")}}})
	show("contracts first", hub.Query{Noun: c, Limit: 50, Order: signed})
	asc := []hub.Order{{Field: c.Field("signedOn")}}
	show("contracts asc", hub.Query{Noun: c, Limit: 50, Order: asc})
	show("contracts page", hub.Query{Noun: c, Limit: 50, Order: signed, After: &hub.Position{Values: []any{"2020-01-01"}, ID: "contract:1"}})
	show("contracts back", hub.Query{Noun: c, Limit: 50, Order: signed, Backward: true})
	show("contracts id", hub.Query{Noun: c, Limit: 50})
	show("orgs by name", hub.Query{Noun: o, Limit: 50, Order: []hub.Order{{Field: o.Field("name")}}})
	show("search", hub.Query{Noun: o, Limit: 50, Where: hub.SearchFor(o, "saint jean"), Order: []hub.Order{{Field: o.Field("name")}}})
	show("members of", hub.Query{Noun: o, Limit: 50, Where: hub.Has{Relation: o.Relation("memberships"), Where: hub.In(hub.MembershipNoun.Field("poleId"), "pole:1")}})
	show("contract of org", hub.Query{Noun: c, Limit: 50, Where: hub.Has{Relation: c.Relation("parties"), Where: hub.In(hub.PartyNoun.Field("organisationId"), "org:1")}})
	show("contract of siren", hub.Query{Noun: c, Limit: 50, Where: hub.Has{Relation: c.Relation("parties"), Where: hub.Has{Relation: hub.PartyNoun.Relation("organisation"), Where: hub.Has{Relation: o.Relation("identifiers"), Where: hub.In(hub.IdentifierNoun.Field("value"), "123")}}}})
	show("amount", hub.Query{Noun: c, Limit: 50, Where: hub.Compare(c.Field("amount"), hub.OpGt, int64(5))})
	show("inforce", hub.Query{Noun: hub.MembershipNoun, Limit: 20, Where: hub.InForce(hub.MembershipNoun, "2020-01-01"), Parents: &hub.Parents{Relation: hub.PoleNoun.Relation("members"), IDs: many}})
}
