package neo4j_test

import (
	"fmt"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"polehub/hub"
	"polehub/seed/synthetic"
	"polehub/store/neo4j/neo4jtest"
)

// BenchmarkRead compares calls of the store with statements that somebody would
// write by hand for the same data, through the same driver, in the same run.
func BenchmarkRead(b *testing.B) {
	store := open(b)
	server := neo4jtest.Start(b)
	d := server.Driver(b)
	importSynthetic(b, store, synthetic.Times(1))
	var poles []hub.ID
	for i := range 50 {
		poles = append(poles, synthetic.PoleID(i))
	}
	member, party := hub.MembershipNoun, hub.PartyNoun
	members := hub.Query{
		Noun: member, Limit: 20, With: []*hub.Relation{member.Relation("organisation")},
		Parents: &hub.Parents{Relation: hub.PoleNoun.Relation("members"), IDs: poles},
	}
	grants := hub.Query{
		Noun: hub.OrganisationNoun, Limit: 50, Order: []hub.Order{{Field: hub.OrganisationNoun.Field("name")}},
		Where: hub.And{
			hub.In(hub.OrganisationNoun.Field("kind"), string(hub.KindLocalAuthority)),
			hub.Has{Relation: hub.OrganisationNoun.Relation("contracts"), Where: hub.And{
				hub.In(hub.ContractNoun.Field("type"), string(hub.ContractGrant)),
				hub.Compare(hub.ContractNoun.Field("amount"), hub.OpGt, int64(10_000_000)),
				hub.Compare(hub.ContractNoun.Field("signedOn"), hub.OpGte, "2021-01-01"),
			}},
		},
	}
	latest := hub.Query{
		Noun: hub.ContractNoun, Limit: 100, Order: []hub.Order{{Field: hub.ContractNoun.Field("signedOn"), Desc: true}},
		Parents: &hub.Parents{Relation: hub.OrganisationNoun.Relation("contracts"), IDs: []hub.ID{synthetic.OrganisationID(0)}},
	}
	read := func(b *testing.B, q hub.Query) (ids []hub.ID) {
		for row, err := range store.Rows(b.Context(), q) {
			if err != nil {
				b.Fatal(err)
			}
			ids = append(ids, row.Record.Key())
		}
		return ids
	}
	count := func(b *testing.B, q hub.Query) {
		if _, err := store.Tally(b.Context(), q); err != nil {
			b.Fatal(err)
		}
	}
	cypher := func(b *testing.B, text string, params map[string]any) {
		_, err := driver.ExecuteQuery(b.Context(), d, text, params, driver.EagerResultTransformer,
			driver.ExecuteQueryWithDatabase(server.Database), driver.ExecuteQueryWithReadersRouting())
		if err != nil {
			b.Fatal(err)
		}
	}
	ids := make([]string, len(poles))
	for i, id := range poles {
		ids[i] = string(id)
	}
	for _, pair := range []struct {
		name        string
		hub, cypher func(*testing.B)
	}{
		{"Members", func(b *testing.B) { read(b, members) }, func(b *testing.B) {
			cypher(b, `UNWIND $ids AS id MATCH (p:Pole {id: id})
CALL (p) { MATCH (o:Organisation)-[m:MEMBER_OF]->(p) RETURN m, o ORDER BY m.id LIMIT 20 }
RETURN id, m, o`, map[string]any{"ids": ids})
		}},
		{"MembersAndCount", func(b *testing.B) {
			if _, err := store.Find(b.Context(), hub.PoleNoun, poles); err != nil {
				b.Fatal(err)
			}
			read(b, members)
			count(b, members)
		}, func(b *testing.B) {
			cypher(b, `UNWIND $ids AS id MATCH (p:Pole {id: id})
CALL (p) { MATCH (o:Organisation)-[m:MEMBER_OF]->(p) WITH m, o ORDER BY m.id LIMIT 20 RETURN collect([m, o]) AS members }
RETURN p, members, COUNT { (:Organisation)-[:MEMBER_OF]->(p) } AS total`, map[string]any{"ids": ids})
		}},
		{"Grants", func(b *testing.B) { read(b, grants); count(b, grants) }, func(b *testing.B) {
			cypher(b, `MATCH (o:Organisation {kind: 'LOCAL_AUTHORITY'})
WHERE EXISTS { MATCH (o)<-[:PARTY]-(c:Contract) WHERE c.type = 'GRANT' AND c.amount > 10000000 AND c.signedOn >= date('2021-01-01') }
WITH o ORDER BY o.name WITH collect(o) AS found RETURN size(found), found[..50]`, nil)
		}},
		{"Latest", func(b *testing.B) {
			read(b, hub.Query{Noun: party, Limit: 101, Parents: &hub.Parents{Relation: hub.ContractNoun.Relation("parties"), IDs: read(b, latest)}, With: []*hub.Relation{party.Relation("organisation")}})
		}, func(b *testing.B) {
			cypher(b, `MATCH (o:Organisation {id: $id})<-[:PARTY]-(c:Contract)
WITH DISTINCT c ORDER BY c.signedOn DESC LIMIT 100
MATCH (c)-[p:PARTY]->(x) RETURN c, collect([p, x])`, map[string]any{"id": string(synthetic.OrganisationID(0))})
		}},
		{"One", func(b *testing.B) {
			if _, err := store.Find(b.Context(), hub.PoleNoun, poles[:1]); err != nil {
				b.Fatal(err)
			}
		}, func(b *testing.B) {
			cypher(b, "MATCH (p:Pole {id: $id}) RETURN p", map[string]any{"id": ids[0]})
		}},
	} {
		b.Run(pair.name+"/hub", func(b *testing.B) {
			for b.Loop() {
				pair.hub(b)
			}
		})
		b.Run(pair.name+"/cypher", func(b *testing.B) {
			for b.Loop() {
				pair.cypher(b)
			}
		})
	}
}

// BenchmarkCreate compares creating a contract with two parties, with all
// checks and the change log, with one bare statement for the same facts.
func BenchmarkCreate(b *testing.B) {
	store := open(b)
	server := neo4jtest.Start(b)
	d := server.Driver(b)
	importSynthetic(b, store, synthetic.Size{Poles: 10, Organisations: 500, Contracts: 500, PartiesPerContract: 3, Memberships: 100, Ties: 100})
	h := &hub.Hub{Store: store, Clock: time.Now}
	n := 0
	b.Run("hub", func(b *testing.B) {
		for b.Loop() {
			n++
			id := hub.NewID("contract", fmt.Sprint("new-", n))
			_, err := h.Update(b.Context(), "test", func(batch *hub.Batch) error {
				batch.Put(&hub.Contract{ID: id, Type: hub.ContractGrant, Title: "Nouveau"},
					&hub.Party{ContractID: id, OrganisationID: synthetic.OrganisationID(1), Role: hub.PartyFunder},
					&hub.Party{ContractID: id, OrganisationID: synthetic.OrganisationID(2), Role: hub.PartyBeneficiary})
				return nil
			})
			if err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("cypher", func(b *testing.B) {
		for b.Loop() {
			n++
			_, err := driver.ExecuteQuery(b.Context(), d, `CREATE (c:Contract {id: $id, type: 'GRANT', title: 'Nouveau'})
WITH c UNWIND $parties AS row MATCH (o:Organisation {id: row.to}) CREATE (c)-[p:PARTY]->(o) SET p = row.p`, map[string]any{
				"id": fmt.Sprint("contract:new-", n),
				"parties": []any{
					map[string]any{"to": string(synthetic.OrganisationID(1)), "p": map[string]any{"id": fmt.Sprint("party:a-", n), "role": "FUNDER"}},
					map[string]any{"to": string(synthetic.OrganisationID(2)), "p": map[string]any{"id": fmt.Sprint("party:b-", n), "role": "BENEFICIARY"}},
				},
			}, driver.EagerResultTransformer, driver.ExecuteQueryWithDatabase(server.Database))
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}
