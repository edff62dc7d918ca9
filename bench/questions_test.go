package bench

import (
	"fmt"
	"strings"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"polehub/hub"
	"polehub/seed/synthetic"
)

// question is one of the questions that the figures are given for, as a GraphQL
// document and as the Cypher statement that an expert would write for it. Both
// give the same data in the same shape; only texts such as dates and amounts
// are written differently.
type question struct {
	name, title string
	document    string
	cypher      string
	// variables are those of the i-th request, parameters the same for Cypher;
	// way tells apart what several ways create.
	variables  func(way string, i int) map[string]any
	parameters func(way string, i int) map[string]any
	writes     bool
}

// inForce are the conditions that hold for a membership on $day.
const inForce = "(m.validFrom IS NULL OR m.validFrom <= $day) AND (m.validTo IS NULL OR m.validTo > $day)"

// questions lists q1 to q7 for a hub of this size; q7 comes last, for it writes.
func questions(size synthetic.Size) []question {
	pole := func(_ string, i int) map[string]any {
		return map[string]any{"id": string(synthetic.PoleID(i % size.Poles))}
	}
	nothing := func(string, int) map[string]any { return map[string]any{} }
	busiest := func(string, int) map[string]any {
		return map[string]any{"id": string(synthetic.OrganisationID(0))}
	}
	all := []question{
		{
			name: "q1", title: "a pole with 20 members", variables: pole,
			document: `query($id: ID!) { pole(id: $id) { id name startedOn
				members(first: 20) { nodes { circle validFrom organisation { id name kind commune } } } } }`,
			cypher: `MATCH (p:Pole {id: $id})
				RETURN {pole: p {.id, .name, .startedOn, members: {nodes: COLLECT {
					MATCH (p)<-[m:MEMBER_OF]-(o:Organisation) WHERE ` + inForce + `
					WITH m, o ORDER BY m.id LIMIT 20
					RETURN m {.circle, .validFrom, organisation: o {.id, .name, .kind, .commune}}
				}}}}`,
		},
		{
			name: "q2", title: "50 poles with their first 20 members and member counts", variables: nothing,
			document: `{ poles(first: 50) { nodes { id name
				members(first: 20) { totalCount nodes { circle validFrom organisation { id name kind commune } } } } } }`,
			cypher: `MATCH (p:Pole) WHERE p.id > ''
				WITH p ORDER BY p.id LIMIT 50
				WITH p {.id, .name, members: {
					totalCount: COUNT { MATCH (p)<-[m:MEMBER_OF]-() WHERE ` + inForce + ` },
					nodes: COLLECT {
						MATCH (p)<-[m:MEMBER_OF]-(o:Organisation) WHERE ` + inForce + `
						WITH m, o ORDER BY m.id LIMIT 20
						RETURN m {.circle, .validFrom, organisation: o {.id, .name, .kind, .commune}}
					}}} AS pole
				RETURN {poles: {nodes: collect(pole)}}`,
		},
		{
			name: "q3", title: "a pole, its members, their first 10 contracts, the parties", variables: pole,
			document: `query($id: ID!) { pole(id: $id) { id name
				members(first: 20) { nodes { circle organisation { id name
					contracts(first: 10) { nodes { id title amount signedOn
						parties { role organisation { id name } } } } } } } } }`,
			cypher: `MATCH (p:Pole {id: $id})
				RETURN {pole: p {.id, .name, members: {nodes: COLLECT {
					MATCH (p)<-[m:MEMBER_OF]-(o:Organisation) WHERE ` + inForce + `
					WITH m, o ORDER BY m.id LIMIT 20
					RETURN m {.circle, organisation: o {.id, .name, contracts: {nodes: COLLECT {
						MATCH (o)<-[:PARTY]-(c:Contract)
						WITH DISTINCT c ORDER BY c.id LIMIT 10
						RETURN c {.id, .title, .amount, .signedOn, parties: COLLECT {
							MATCH (c)-[q:PARTY]->(x:Organisation)
							WITH q, x ORDER BY q.position, q.id
							RETURN {role: q.role, organisation: x {.id, .name}}
						}}
					}}}}
				}}}}`,
		},
		{
			name: "q4", title: "local authorities with a grant over 100,000 signed after 2020, 50 by name, and how many", variables: nothing,
			document: `{ organisations(first: 50, orderBy: [{field: NAME}], where: {kind: {eq: LOCAL_AUTHORITY},
				contracts: {some: {type: {eq: GRANT}, amount: {gt: "100000"}, signedOn: {gt: "2020-12-31"}}}}) {
				totalCount nodes { id name commune } } }`,
			cypher: `MATCH (o:LocalAuthority) WHERE EXISTS {
					MATCH (o)<-[:PARTY]-(c:Contract) WHERE c.type = 'GRANT' AND c.amount > 10000000 AND c.signedOn > date('2020-12-31') }
				WITH o ORDER BY o.nameKey, o.id
				WITH collect(o) AS found
				RETURN {organisations: {totalCount: size(found), nodes: [o IN found[..50] | o {.id, .name, .commune}]}}`,
		},
		{
			name: "q5", title: "the latest 100 contracts, with parties, of the organisation that has most", variables: busiest,
			document: `query($id: ID!) { organisation(id: $id) { id name
				contracts(first: 100, orderBy: [{field: SIGNED_ON, direction: DESC}]) { nodes { id title amount signedOn
					parties { role organisation { id name } } } } } }`,
			cypher: `MATCH (o:Organisation {id: $id})
				RETURN {organisation: o {.id, .name, contracts: {nodes: COLLECT {
					MATCH (o)<-[:PARTY]-(c:Contract)
					WITH DISTINCT c ORDER BY c.signedOn IS NULL, c.signedOn DESC, c.id LIMIT 100
					RETURN c {.id, .title, .amount, .signedOn, parties: COLLECT {
						MATCH (c)-[q:PARTY]->(x:Organisation)
						WITH q, x ORDER BY q.position, q.id
						RETURN {role: q.role, organisation: x {.id, .name}}
					}}
				}}}}`,
		},
		{
			name: "q6", title: "a pole's members by kind and the number of its contracts", variables: pole,
			document: `query($id: ID!) { pole(id: $id) { id
				members { countBy(field: KIND) { value count } } contracts { totalCount } } }`,
			cypher: `MATCH (p:Pole {id: $id})
				WITH p, COLLECT {
						MATCH (p)<-[m:MEMBER_OF]-(o:Organisation) WHERE ` + inForce + `
						WITH o.kind AS kind, count(*) AS n ORDER BY kind
						RETURN {value: kind, count: n} } AS kinds,
					COUNT { (p)<-[:CONCERNS]-(:Contract) } AS contracts
				RETURN {pole: p {.id, members: {countBy: kinds}, contracts: {totalCount: contracts}}}`,
		},
		creation(size),
	}
	for i := range all {
		q := &all[i]
		if q.parameters == nil {
			q.parameters = func(way string, i int) map[string]any {
				parameters := q.variables(way, i)
				parameters["day"] = cypherDate(today)
				return parameters
			}
		}
	}
	return all
}

// creation is q7. The statement writes the properties that the hub would, which
// are made here beforehand; it checks nothing but the ids of the organisations.
func creation(size synthetic.Size) question {
	id := func(way string, i int) string { return fmt.Sprintf("contract:bench-%s-%09d", way, i) }
	title := func(i int) string { return fmt.Sprintf("Subvention %d pour une étude", i) }
	parties := func(i int) (funder, beneficiary string) {
		return string(synthetic.OrganisationID(i * 100 % size.Organisations)), string(synthetic.OrganisationID((i*100 + 55) % size.Organisations))
	}
	return question{
		name: "q7", title: "a new contract with two parties", writes: true,
		document: `mutation($input: CreateContractInput!) { createContract(input: $input) { contract { title amount signedOn
			parties { role organisation { id name } } } } }`,
		variables: func(way string, i int) map[string]any {
			funder, beneficiary := parties(i)
			return map[string]any{"input": map[string]any{
				"id": id(way, i), "type": "GRANT", "title": title(i), "amount": "60000.00", "currency": "EUR", "signedOn": "2025-03-04",
				"sourceIds": []string{string(synthetic.SourceID)},
				"parties": []map[string]any{
					{"position": 1, "organisationId": funder, "role": "FUNDER", "sourceIds": []string{string(synthetic.SourceID)}},
					{"position": 2, "organisationId": beneficiary, "role": "BENEFICIARY", "sourceIds": []string{string(synthetic.SourceID)}},
				},
			}}
		},
		cypher: `MATCH (a:Organisation {id: $funder}) MATCH (b:Organisation {id: $beneficiary})
			CREATE (c:Contract) SET c = $contract
			CREATE (c)-[p:PARTY]->(a) SET p = $first
			CREATE (c)-[q:PARTY]->(b) SET q = $second
			RETURN {createContract: {contract: c {.title, .amount, .signedOn, parties: [
				{role: p.role, organisation: a {.id, .name}}, {role: q.role, organisation: b {.id, .name}}]}}}`,
		parameters: func(way string, i int) map[string]any {
			funder, beneficiary := parties(i)
			contract := &hub.Contract{
				ID: hub.ID(id(way, i)), Type: hub.ContractGrant, Title: title(i), Amount: new(hub.Money(60_000_00)), Currency: "EUR", SignedOn: "2025-03-04",
				Fact: hub.Fact{SourceIDs: []hub.ID{synthetic.SourceID}},
			}
			first := &hub.Party{ContractID: contract.ID, Position: new(1), OrganisationID: hub.ID(funder), Role: hub.PartyFunder, Fact: contract.Fact}
			second := &hub.Party{ContractID: contract.ID, Position: new(2), OrganisationID: hub.ID(beneficiary), Role: hub.PartyBeneficiary, Fact: contract.Fact}
			return map[string]any{
				"funder": funder, "beneficiary": beneficiary,
				"contract": properties(contract), "first": properties(first), "second": properties(second),
			}
		},
	}
}

// properties are what the graph keeps of a record besides its ends, as the
// store does: days as dates, unknown values left out, and the companions of
// named and searched fields.
func properties(r hub.Record) map[string]any {
	hub.Complete(r)
	props := map[string]any{}
	searched := false
	for _, f := range r.Noun().Fields {
		searched = searched || f.Searched
		v := f.Get(r)
		unknown := f.Enum == hub.Tris && !f.Required && v == string(hub.TriUnknown)
		if v == nil || unknown || isEdge(r.Noun(), f) {
			continue
		}
		if f.Type == hub.TypeDate {
			v = cypherDate(v.(string))
		}
		props[f.Name] = v
		if f.Named {
			folded, key := hub.Fold(f.Text(r)), hub.SortKey(f.Text(r))
			props[f.Name+"Key"] = key
			if folded != key {
				props[f.Name+"Fold"] = folded
			}
		}
	}
	if searched {
		props["search"] = searchText(r)
	}
	return props
}

func searchText(r hub.Record) string {
	var text strings.Builder
	for _, token := range hub.SearchTokens(r) {
		text.WriteString(" " + token)
	}
	return text.String()
}

// isEdge reports whether the graph says a reference by a relationship; those of
// ties to pole and observation are properties.
func isEdge(n *hub.Noun, f *hub.Field) bool {
	return f.Ref != "" && f.Ref != hub.SourceNoun.Name && !(n == hub.TieNoun && (f.Name == "poleId" || f.Name == "observationId"))
}

func cypherDate(day string) driver.Date {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic("bench: " + err.Error())
	}
	return driver.DateOf(t)
}
