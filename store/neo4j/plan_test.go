package neo4j

import (
	"context"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"polehub/hub"
	"polehub/seed/synthetic"
	"polehub/store/neo4j/neo4jtest"
)

// planned is a statement that must begin with an index: scans names the
// operators that would read everything, and hits is a ceiling of database hits.
type planned struct {
	name string
	statement
	hits int64
}

func plannedRows(t *testing.T, name string, hits int64, q hub.Query) planned {
	t.Helper()
	s, err := rows(q)
	if err != nil {
		t.Fatal(name, err)
	}
	return planned{name, s.statement, hits}
}

// TestPlans profiles the main texts on a hub of some size: right after it was
// filled, when the server has not yet counted what its indexes hold, those that
// begin with the ids of parents or records; the others once it has.
func TestPlans(t *testing.T) {
	server := neo4jtest.Start(t)
	server.Clean(t)
	s, err := Open(t.Context(), server.URI, Options{User: server.User, Password: server.Password, Database: server.Database, Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close(context.WithoutCancel(t.Context()))
	size := synthetic.Size{Poles: 40, Organisations: 1000, Contracts: 2000, PartiesPerContract: 3, Memberships: 800, Ties: 1000}
	h := &hub.Hub{Store: s, Clock: time.Now}
	if _, err := h.Update(t.Context(), "test", func(b *hub.Batch) error { b.Put(slices.Collect(synthetic.Records(size, 1))...); return nil }); err != nil {
		t.Fatal(err)
	}
	for _, p := range byIDs(t) {
		t.Run(p.name, func(t *testing.T) { p.check(t, s) })
	}
	if err := s.execute(t.Context(), "CALL db.resampleOutdatedIndexes()"); err != nil {
		t.Fatal(err)
	}
	for _, p := range listed(t) {
		t.Run(p.name, func(t *testing.T) { p.check(t, s) })
	}
}

// byIDs are the children of parents, and records by their ids.
func byIDs(t *testing.T) []planned {
	poles := []hub.ID{synthetic.PoleID(1), synthetic.PoleID(2)}
	organisations := []hub.ID{synthetic.OrganisationID(1), synthetic.OrganisationID(2)}
	contracts := []hub.ID{synthetic.ContractID(1)}
	var one []hub.ID
	for _, n := range hub.Nouns() {
		one = append(one, hub.ID(n.Prefix+":x"))
	}
	children := func(name string, hits int64, n, parent *hub.Noun, relation string, ids []hub.ID) planned {
		return plannedRows(t, name, hits, hub.Query{Noun: n, Limit: 10, Parents: &hub.Parents{Relation: parent.Relation(relation), IDs: ids}})
	}
	return []planned{
		children("members of poles", 1500, hub.MembershipNoun, hub.PoleNoun, "members", poles),
		children("contracts of poles", 5000, hub.ContractNoun, hub.PoleNoun, "contracts", poles),
		children("ties of poles", 1500, hub.TieNoun, hub.PoleNoun, "ties", poles),
		children("ties of organisations", 500, hub.TieNoun, hub.OrganisationNoun, "ties", organisations),
		children("contracts of organisations", 1000, hub.ContractNoun, hub.OrganisationNoun, "contracts", organisations),
		children("identifiers of organisations", 100, hub.IdentifierNoun, hub.OrganisationNoun, "identifiers", organisations),
		children("parties of contracts", 100, hub.PartyNoun, hub.ContractNoun, "parties", contracts),
		{"a new contract with its parties", newLookup([]hub.ID{"contract:x", "party:x", "party:y"}, append(organisations, synthetic.SourceID)).statement, 50},
		{"records of all nouns", newLookup(one, one).statement, 200},
	}
}

// listed are lists of all records of a noun, restricted by what an index holds.
func listed(t *testing.T) []planned {
	organisations := []hub.ID{synthetic.OrganisationID(1), synthetic.OrganisationID(2)}
	siren := hub.Has{Relation: hub.OrganisationNoun.Relation("identifiers"), Where: hub.In(hub.IdentifierNoun.Field("value"), "000000018")}
	return []planned{
		plannedRows(t, "organisation by number", 100, hub.Query{Noun: hub.OrganisationNoun, Where: siren}),
		plannedRows(t, "contracts by the number of a party", 1000, hub.Query{Noun: hub.ContractNoun, Where: hub.Has{
			Relation: hub.ContractNoun.Relation("parties"), Where: hub.Has{Relation: hub.PartyNoun.Relation("organisation"), Where: siren}}}),
		plannedRows(t, "identifiers that refer to organisations", 100, hub.Query{Noun: hub.IdentifierNoun, Where: hub.In(hub.IdentifierNoun.Field("organisationId"), organisations...)}),
		plannedRows(t, "parties that refer to organisations", 500, hub.Query{Noun: hub.PartyNoun, Where: hub.In(hub.PartyNoun.Field("organisationId"), organisations...)}),
		plannedRows(t, "memberships by id", 50, hub.Query{Noun: hub.MembershipNoun, Where: hub.In(hub.MembershipNoun.ID(), "membership:x")}),
		plannedRows(t, "organisations by the start of the name", 3000, hub.Query{Noun: hub.OrganisationNoun, Where: hub.Compare(hub.OrganisationNoun.Field("name"), hub.OpStartsWith, "Ruche")}),
		plannedRows(t, "a page of contracts by id", 400, hub.Query{Noun: hub.ContractNoun, Limit: 20, After: &hub.Position{ID: synthetic.ContractID(100)}}),
		{"the log", changesOf(hub.ChangeQuery{Since: 1}), 50},
	}
}

// check fails unless the statement begins with an index and stays below its
// ceiling.
func (p planned) check(t *testing.T, s *Store) {
	operators, hits := profile(t, s, p.statement)
	for _, operator := range operators {
		for _, scan := range []string{"AllNodesScan", "NodeByLabelScan", "RelationshipTypeScan", "AllRelationshipsScan"} {
			if strings.Contains(operator, scan) {
				t.Errorf("%s in %v of\n%s", operator, operators, p.text)
			}
		}
	}
	if hits > p.hits {
		t.Errorf("%d database hits, at most %d expected, in %v of\n%s", hits, p.hits, operators, p.text)
	}
}

// profile runs a statement and gives the operators of its plan and their
// database hits.
func profile(t *testing.T, s *Store, st statement) (operators []string, hits int64) {
	t.Helper()
	result, err := neo4j.ExecuteQuery(t.Context(), s.driver, "CYPHER 5 PROFILE "+st.text, st.params, neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase("neo4j"))
	if err != nil {
		t.Fatalf("%v in\n%s", err, st.text)
	}
	var walk func(neo4j.ProfiledPlan)
	walk = func(p neo4j.ProfiledPlan) {
		operators = append(operators, p.Operator())
		hits += p.DbHits()
		for _, child := range p.Children() {
			walk(child)
		}
	}
	walk(result.Summary.Profile())
	return operators, hits
}

// TestShape: queries of one shape have one text, whatever their values, so that
// the server finds its plan again; and no value is ever in a text.
func TestShape(t *testing.T) {
	const secret = "x'}) DETACH DELETE n //"
	query := func(text, day string, ids ...hub.ID) hub.Query {
		name := hub.OrganisationNoun.Field("name")
		return hub.Query{
			Noun: hub.OrganisationNoun, Limit: len(ids),
			Where: hub.And{
				hub.Compare(name, hub.OpContains, text), hub.In(hub.OrganisationNoun.Field("commune"), text, day),
				hub.Not{Filter: hub.Compare(hub.OrganisationNoun.Field("createdOn"), hub.OpGt, day)},
				hub.Has{Relation: hub.OrganisationNoun.Relation("ties"), Quantifier: hub.All, Where: hub.In(hub.TieNoun.Field("note"), text)},
			},
			Order:   []hub.Order{{Field: name, Desc: true}},
			After:   &hub.Position{Values: []any{text}, ID: "org:x"},
			Parents: &hub.Parents{Relation: hub.MembershipNoun.Relation("organisation"), IDs: ids},
		}
	}
	a, err := rows(query("ruche", "2014-01-01", "membership:a"))
	if err != nil {
		t.Fatal(err)
	}
	b, err := rows(query(secret, "2020-12-31", "membership:b", "membership:c"))
	if err != nil {
		t.Fatal(err)
	}
	if a.text != b.text {
		t.Errorf("two texts:\n%s\n%s", a.text, b.text)
	}
	if strings.Contains(b.text, secret) || strings.Contains(b.text, "DETACH") {
		t.Errorf("the text holds a value:\n%s", b.text)
	}
}
