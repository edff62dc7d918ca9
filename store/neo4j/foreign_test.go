package neo4j_test

import (
	"testing"
	"time"

	"polehub/hub"
	"polehub/store/neo4j/neo4jtest"
)

// TestForeignFacts reads what another program has written into the graph.
func TestForeignFacts(t *testing.T) {
	store := open(t)
	server := neo4jtest.Start(t)
	cypher(t, server, `
CREATE (a:Organisation {id: 'org:a', name: 'A', kind: 'ENTERPRISE', mood: 'good', createdOn: '2014-05-01', sizeBandYear: 'many'})
CREATE (b:Organisation:Enterprise {id: 'org:b'})
CREATE (p:Pole {id: 'pole:p', name: 'P', nameKey: 'p', nameFold: 'p'})
CREATE (a)-[:MEMBER_OF {id: 'membership:1', circle: 'FOUNDER', validFrom: date('2015-01-01')}]->(p)
CREATE (a)-[:MEMBER_OF {circle: 'PARTNER'}]->(p)
CREATE (a)-[:COOPERATES {type: 'SUPPLY'}]->(b)
CREATE (a)-[:COOPERATES {id: 'tie:1', type: 'SUPPLY', strengths: [3]}]->(b)
CREATE (c:Contract {id: 'contract:c', title: 'C'})-[:CONCERNS]->(p)
CREATE (c)-[:PARTY {id: 'party:1', role: 'BUYER'}]->(a)
CREATE (c)-[:PARTY {id: 'party:2', role: 'SUPPLIER'}]->(:UnknownParty)
CREATE (:Contract {title: 'without an id'})
CREATE (:Film {id: 'org:film'})-[:PART_OF {id: 'link:film'}]->(a)`, nil)

	found, err := store.Find(t.Context(), hub.OrganisationNoun, []hub.ID{"org:a", "org:b", "org:film"})
	if err != nil {
		t.Fatal(err)
	}
	a := found[0].(*hub.Organisation)
	if a.Name != "A" || a.CreatedOn != "2014-05-01" || a.SizeBandYear != nil {
		t.Errorf("a is %s", hub.EncodeRecord(a))
	}
	if found[1] == nil || found[2] != nil {
		t.Errorf("b is %v, the film is %v", found[1], found[2])
	}
	for _, want := range []struct {
		noun *hub.Noun
		ids  []hub.ID
	}{
		{hub.MembershipNoun, []hub.ID{"membership:1"}}, // what has no id is left out
		{hub.TieNoun, []hub.ID{"tie:1"}},
		{hub.ContractNoun, []hub.ID{"contract:c"}},
		{hub.PartyNoun, []hub.ID{"party:1", "party:2"}},
		{hub.LinkNoun, nil}, // a film is no organisation
	} {
		var ids []hub.ID
		for row, err := range store.Rows(t.Context(), hub.Query{Noun: want.noun}) {
			if err != nil {
				t.Fatal(err)
			}
			ids = append(ids, row.Record.Key())
		}
		if len(ids) != len(want.ids) {
			t.Errorf("%s: %v, want %v", want.noun.Name, ids, want.ids)
		}
	}
	ofPole := hub.Query{Noun: hub.MembershipNoun, Parents: &hub.Parents{Relation: hub.PoleNoun.Relation("members"), IDs: []hub.ID{"pole:p"}}}
	if counts, err := store.Tally(t.Context(), ofPole); err != nil || len(counts) != 1 || counts[0].Count != 1 {
		t.Errorf("the pole has %v members, %v", counts, err)
	}
}

// TestForeignFactsStay: a change of ours leaves the properties of others alone,
// and a delete that would take their facts along is refused.
func TestForeignFactsStay(t *testing.T) {
	store := open(t)
	server := neo4jtest.Start(t)
	h := &hub.Hub{Store: store, Clock: time.Now}
	put := func(records ...hub.Record) {
		t.Helper()
		if _, err := h.Update(t.Context(), "test", func(b *hub.Batch) error { b.Put(records...); return nil }); err != nil {
			t.Fatal(err)
		}
	}
	member := func(circle hub.Circle, pole hub.ID) *hub.Membership {
		return &hub.Membership{ID: "membership:1", OrganisationID: "org:a", PoleID: pole, Circle: circle}
	}
	put(&hub.Organisation{ID: "org:a", Name: "A", Kind: hub.KindEnterprise, Website: "https://a.example"},
		&hub.Pole{ID: "pole:p", Name: "P"}, &hub.Pole{ID: "pole:q", Name: "Q"}, member(hub.CircleFounder, "pole:p"))
	cypher(t, server, "MATCH (a:Organisation {id: 'org:a'})-[m:MEMBER_OF]->(p) SET a.mood = 'good', m.mood = 'fine' CREATE (p)<-[:VISITED]-(:Person)", nil)
	put(&hub.Organisation{ID: "org:a", Name: "A2", Kind: hub.KindNetwork}, member(hub.CirclePartner, "pole:q"))
	rows := cypher(t, server, "MATCH (a:Organisation)-[m:MEMBER_OF]->(p) RETURN a.mood, m.mood, m.circle, p.id, a.name, a.website, 'Network' IN labels(a), 'Enterprise' IN labels(a)", nil)
	want := []any{"good", "fine", "PARTNER", "pole:q", "A2", nil, true, false}
	if len(rows) != 1 {
		t.Fatalf("%d memberships", len(rows))
	}
	for i := range want {
		if rows[0][i] != want[i] {
			t.Errorf("column %d is %v, want %v", i, rows[0][i], want[i])
		}
	}
	_, err := h.Update(t.Context(), "test", func(b *hub.Batch) error { b.Delete("pole:p"); return nil })
	if hub.CodeOf(err) != hub.Conflict {
		t.Errorf("deleting a pole that a person visited gives %v", err)
	}
}
