package neo4j_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"polehub/hub"
	"polehub/seed/synthetic"
	"polehub/store/neo4j"
	"polehub/store/neo4j/neo4jtest"
)

// call is one call of the store and the statement that somebody would write by
// hand for the same data.
type call struct {
	name   string
	hub    func(ctx context.Context, i int) error
	cypher string
	params func(i int) map[string]any
	writes bool
}

// BenchmarkCalls compares calls of the store with statements written by hand,
// through the same driver, in turns; package bench asks whole questions.
// hub/cypher is how much of the speed of the statement a call has.
func BenchmarkCalls(b *testing.B) {
	const turn = 50 * time.Millisecond
	store := open(b)
	server := neo4jtest.Start(b)
	d := server.Driver(b)
	h := fill(b, store, synthetic.Times(1))
	for _, c := range slices.Concat(memberCalls(store), contractCalls(store), []call{createCall(h)}) {
		routing := driver.ExecuteQueryWithReadersRouting()
		if c.writes {
			routing = driver.ExecuteQueryWithWritersRouting()
		}
		byHand := func(ctx context.Context, i int) error {
			_, err := driver.ExecuteQuery(ctx, d, c.cypher, c.params(i), driver.EagerResultTransformer, driver.ExecuteQueryWithDatabase(server.Database), routing)
			return err
		}
		ways := []func(context.Context, int) error{c.hub, byHand}
		n := 0
		b.Run(c.name, func(b *testing.B) {
			var asked [2]int
			var spent [2]time.Duration
			for b.Loop() {
				for k, way := range ways {
					for start := time.Now(); time.Since(start) < turn; asked[k]++ {
						began := time.Now()
						n++
						if err := way(b.Context(), n); err != nil {
							b.Fatal(err)
						}
						spent[k] += time.Since(began)
					}
				}
			}
			each := [2]float64{}
			for k := range each {
				each[k] = spent[k].Seconds() * 1000 / float64(asked[k])
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(each[0], "hub-ms")
			b.ReportMetric(each[1], "cypher-ms")
			b.ReportMetric(each[1]/each[0], "hub/cypher")
		})
	}
}

// named lists fields of a noun.
func named(n *hub.Noun, names ...string) []*hub.Field {
	out := make([]*hub.Field, len(names))
	for i, name := range names {
		out[i] = n.Field(name)
	}
	return out
}

// rowsOf is a call that reads all rows of a query, tallyOf one that counts.
func rowsOf(store *neo4j.Store, q hub.Query) func(context.Context, int) error {
	return func(ctx context.Context, _ int) error {
		n := 0
		for _, err := range store.Rows(ctx, q) {
			if err != nil {
				return err
			}
			n++
		}
		if n == 0 {
			return errors.New("no rows")
		}
		return nil
	}
}

func tallyOf(store *neo4j.Store, q hub.Query) func(context.Context, int) error {
	return func(ctx context.Context, _ int) error {
		counts, err := store.Tally(ctx, q)
		if err == nil && len(counts) == 0 {
			err = errors.New("no counts")
		}
		return err
	}
}

// given are the parameters of the statements of reading calls.
func given(ids ...hub.ID) func(int) map[string]any {
	day := driver.DateOf(time.Date(2026, 1, 15, 0, 0, 0, 0, time.UTC))
	return func(int) map[string]any { return map[string]any{"ids": ids, "id": string(ids[0]), "day": day} }
}

// memberCalls read what q1, q2 and q6 of package bench ask of poles.
func memberCalls(store *neo4j.Store) []call {
	const valid = "(m.validFrom IS NULL OR m.validFrom <= $day) AND (m.validTo IS NULL OR m.validTo > $day)"
	membership, organisation := hub.MembershipNoun, hub.OrganisationNoun
	var poles []hub.ID
	for i := range 50 {
		poles = append(poles, synthetic.PoleID(i))
	}
	counts := hub.Query{
		Noun: membership, Where: hub.InForce(membership, "2026-01-15"),
		Parents: &hub.Parents{Relation: hub.PoleNoun.Relation("members"), IDs: poles},
	}
	members := counts
	members.Limit, members.With = 21, []*hub.Relation{membership.Relation("organisation")}
	members.Fields = append(named(membership, "circle", "validFrom"), named(organisation, "name", "kind", "commune")...)
	kinds := counts
	kinds.Parents = &hub.Parents{Relation: counts.Parents.Relation, IDs: poles[:1]}
	kinds.By, kinds.ByOf = organisation.Field("kind"), membership.Relation("organisation")
	return []call{
		{name: "Find", params: given(poles...), cypher: "MATCH (p:Pole {id: $id}) RETURN p", hub: func(ctx context.Context, _ int) error {
			_, err := store.Find(ctx, hub.PoleNoun, poles[:1])
			return err
		}},
		{name: "Members", params: given(poles...), hub: rowsOf(store, members), cypher: `UNWIND $ids AS id MATCH (p:Pole {id: id}) RETURN id, COLLECT {
			MATCH (p)<-[m:MEMBER_OF]-(o:Organisation) WHERE ` + valid + ` WITH m, o ORDER BY m.id LIMIT 20
			RETURN m {.circle, .validFrom, organisation: o {.id, .name, .kind, .commune}} }`},
		{name: "MemberCounts", params: given(poles...), hub: tallyOf(store, counts), cypher: `UNWIND $ids AS id MATCH (p:Pole {id: id})
			RETURN id, COUNT { MATCH (p)<-[m:MEMBER_OF]-() WHERE ` + valid + ` }`},
		{name: "Kinds", params: given(poles...), hub: tallyOf(store, kinds), cypher: `MATCH (p:Pole {id: $id})<-[m:MEMBER_OF]-(o:Organisation) WHERE ` + valid + `
			WITH o.kind AS kind, count(*) AS n ORDER BY kind RETURN kind, n`},
	}
}

// contractCalls read what q3, q4 and q5 ask of contracts.
func contractCalls(store *neo4j.Store) []call {
	party, contract, organisation := hub.PartyNoun, hub.ContractNoun, hub.OrganisationNoun
	var contracts []hub.ID
	for i := range 100 {
		contracts = append(contracts, synthetic.ContractID(i))
	}
	parties := hub.Query{
		Noun: party, Limit: 1001, With: []*hub.Relation{party.Relation("organisation")}, Order: []hub.Order{{Field: party.Field("position")}},
		Parents: &hub.Parents{Relation: contract.Relation("parties"), IDs: contracts},
		Fields:  append(named(party, "position", "role"), organisation.Field("name")),
	}
	latest := hub.Query{
		Noun: contract, Limit: 101, Order: []hub.Order{{Field: contract.Field("signedOn"), Desc: true}},
		Parents: &hub.Parents{Relation: organisation.Relation("contracts"), IDs: []hub.ID{synthetic.OrganisationID(0)}},
		Fields:  named(contract, "title", "amount", "signedOn"),
	}
	grants := hub.Query{
		Noun: organisation, Limit: 51, Order: []hub.Order{{Field: organisation.Field("name")}}, Fields: named(organisation, "name", "commune"),
		Where: hub.And{
			hub.In(organisation.Field("kind"), string(hub.KindLocalAuthority)),
			hub.Has{Relation: organisation.Relation("contracts"), Where: hub.And{
				hub.In(contract.Field("type"), string(hub.ContractGrant)),
				hub.Compare(contract.Field("amount"), hub.OpGt, int64(10_000_000)),
				hub.Compare(contract.Field("signedOn"), hub.OpGt, "2020-12-31"),
			}},
		},
	}
	const granted = `MATCH (o:LocalAuthority) WHERE EXISTS {
		MATCH (o)<-[:PARTY]-(c:Contract) WHERE c.type = 'GRANT' AND c.amount > 10000000 AND c.signedOn > date('2020-12-31') } `
	return []call{
		{name: "Parties", params: given(contracts...), hub: rowsOf(store, parties), cypher: `UNWIND $ids AS id MATCH (c:Contract {id: id}) RETURN id, COLLECT {
			MATCH (c)-[q:PARTY]->(x:Organisation) WITH q, x ORDER BY q.position, q.id RETURN {role: q.role, organisation: x {.id, .name}} }`},
		{name: "Latest", params: given(synthetic.OrganisationID(0)), hub: rowsOf(store, latest), cypher: `MATCH (o:Organisation {id: $id}) RETURN COLLECT {
			MATCH (o)<-[:PARTY]-(c:Contract) WITH DISTINCT c ORDER BY c.signedOn IS NULL, c.signedOn DESC, c.id LIMIT 100
			RETURN c {.id, .title, .amount, .signedOn} }`},
		{name: "Grants", params: given(""), hub: rowsOf(store, grants), cypher: granted + `WITH o ORDER BY o.nameKey, o.id LIMIT 50 RETURN o {.id, .name, .commune}`},
		{name: "GrantsCount", params: given(""), hub: tallyOf(store, grants), cypher: granted + `RETURN count(*)`},
	}
}

// createCall creates a contract with two parties, by hand without checks and
// without a change log.
func createCall(h *hub.Hub) call {
	funder, beneficiary := synthetic.OrganisationID(1), synthetic.OrganisationID(2)
	return call{
		name: "Create", writes: true,
		hub: func(ctx context.Context, i int) error {
			id := hub.NewID("contract", fmt.Sprint("new-", i))
			_, err := h.Update(ctx, "bench", func(batch *hub.Batch) error {
				batch.Put(&hub.Contract{ID: id, Type: hub.ContractGrant, Title: "Nouveau", Fact: hub.Fact{SourceIDs: []hub.ID{synthetic.SourceID}}},
					&hub.Party{ContractID: id, OrganisationID: funder, Role: hub.PartyFunder},
					&hub.Party{ContractID: id, OrganisationID: beneficiary, Role: hub.PartyBeneficiary})
				return nil
			})
			return err
		},
		cypher: `MATCH (a:Organisation {id: $a}) MATCH (b:Organisation {id: $b}) CREATE (c:Contract) SET c = $contract
			CREATE (c)-[p:PARTY]->(a) SET p = $first CREATE (c)-[q:PARTY]->(b) SET q = $second`,
		params: func(i int) map[string]any {
			return map[string]any{
				"a": string(funder), "b": string(beneficiary), "contract": map[string]any{"id": fmt.Sprint("contract:bare-", i), "type": "GRANT", "title": "Nouveau", "titleKey": "nouveau"},
				"first":  map[string]any{"id": fmt.Sprint("party:a-", i), "role": "FUNDER"},
				"second": map[string]any{"id": fmt.Sprint("party:b-", i), "role": "BENEFICIARY"},
			}
		},
	}
}
