package graph

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"polehub/graph/input"
	"polehub/hub"
)

// write runs one mutation with an input and gives its payload as text.
func write(t *testing.T, api *API, field, selection string, in map[string]any) string {
	t.Helper()
	typ := strings.ToUpper(field[:1]) + field[1:] + "Input"
	switch {
	case strings.HasPrefix(field, "delete"):
		typ = "DeleteInput"
	case strings.HasPrefix(field, "end"):
		typ = "EndInput"
	case field == "recordAssessment":
		typ = "CreateAssessmentInput"
	}
	document := fmt.Sprintf(`mutation($in:%s!){%s(input:$in){%s userErrors{field code message} revision}}`, typ, field, selection)
	return answer(t, api, document, map[string]any{"in": in})
}

// expect looks for texts in an answer.
func expect(t *testing.T, got string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(got, w) {
			t.Errorf("no %s in\n%s", w, got)
		}
	}
}

type object = map[string]any

// TestCreate: every noun can be created; ids are readable and say what they
// are made of.
func TestCreate(t *testing.T) {
	rows := []struct {
		field, selection string
		in               object
		want             []string
	}{
		{"createSource", "source{id kind}", object{"title": "Enquête 2024", "kind": "SURVEY"}, []string{`"id":"source:enquete-2024"`}},
		{"createOrganisation", "organisation{__typename id siren identifiers{scheme} claims{claim}}", object{"name": "Coop", "kind": "ENTERPRISE",
			"identifiers": []any{object{"scheme": "SIREN", "value": "552100554", "raw": "552 100 554"}},
			"claims":      []any{object{"claim": "SCIC", "value": "YES", "basis": "DECLARED"}}},
			[]string{`"__typename":"Enterprise","id":"org:siren-552100554","siren":"552100554"`, `[{"claim":"SCIC"}]`}},
		{"createIdentifier", "identifier{id}", object{"organisationId": "org:labo", "scheme": "RNA", "raw": "W1"}, []string{"identifier:labo.RNA.W1"}},
		{"createClaim", "claim{id value}", object{"organisationId": "org:labo", "claim": "ESS", "value": "NO", "basis": "DECLARED"}, []string{`"value":"NO"`}},
		{"createLink", "link{id child{name}}", object{"childId": "org:labo", "parentId": "org:reseau"}, []string{`"name":"Labo"`}},
		{"createPole", "pole{id statusClaims{status} sites{name shared}}", object{"name": "Pôle Est", "statusClaims": []any{object{"status": "DECLARED"}}, "sites": []any{object{"name": "Halle"}}},
			[]string{"pole:pole-est", `[{"status":"DECLARED"}]`, `[{"name":"Halle","shared":"UNKNOWN"}]`}},
		{"createPoleStatus", "poleStatus{id}", object{"poleId": "pole:nord", "status": "PHASE_1"}, []string{"status:nord.PHASE_1"}},
		{"createSite", "site{id latitude}", object{"poleId": "pole:nord", "name": "Halle", "latitude": 48.5}, []string{`"latitude":48.5`}},
		{"createMembership", "membership{id organisation{name}}", object{"poleId": "pole:nord", "organisationId": "org:labo", "circle": "PARTNER", "validFrom": "2024-01-01"}, []string{"membership:nord.labo.2024-01-01", "Labo"}},
		{"createPoleRole", "poleRole{id capitalShare}", object{"poleId": "pole:nord", "organisationId": "org:labo", "role": "HOST", "basis": "DECLARED", "capitalShare": "0.125"}, []string{`"capitalShare":"0.125"`}},
		{"createObservation", "observation{id roster{organisation{name}}}", object{"poleId": "pole:nord", "kind": "SURVEY", "covers": []any{"TIES"}, "observedFrom": "2024-01-01", "roster": []any{object{"organisationId": "org:labo", "responded": "YES"}}},
			[]string{"observation:nord.survey.2024-01-01", "Labo"}},
		{"createRosterEntry", "rosterEntry{id}", object{"observationId": "observation:o1", "organisationId": "org:labo", "responded": "NO"}, []string{"roster:o1.labo"}},
		{"createTie", "tie{from{name} to{name} strengths}", object{"type": "INFORMATION", "fromId": "org:labo", "toId": "org:atelier", "claimedBy": []any{"FIRST"}, "strengths": []any{3}},
			[]string{`"from":{"name":"L’Atelier"},"to":{"name":"Labo"},"strengths":[3]`}}, // mutual: the smaller id first
		{"createContract", "contract{id amount parties{role organisation{name}} amendments{newAmount}}", object{"type": "GRANT", "title": "Aide", "amount": "1234.50", "poleIds": []any{"pole:nord"},
			"parties":    []any{object{"role": "FUNDER", "organisationId": "org:commune", "position": 1}, object{"role": "BENEFICIARY", "organisationId": "org:labo", "position": 2}},
			"amendments": []any{object{"number": "1", "newAmount": 2000}}},
			[]string{"contract:aide", `"amount":"1234.50"`, `[{"role":"FUNDER","organisation":{"name":"Commune d’Écluse"}},{"role":"BENEFICIARY","organisation":{"name":"Labo"}}]`, `"newAmount":"2000.00"`}},
		{"createAmendment", "amendment{id}", object{"contractId": "contract:c1", "number": "2"}, []string{"amendment:c1.2"}},
		{"createParty", "party{organisation{name}}", object{"contractId": "contract:c2", "role": "BUYER", "organisationId": "org:commune"}, []string{"Commune"}},
		{"createDocument", "document{id signatories{name}}", object{"poleId": "pole:nord", "kind": "STATUTES", "title": "Statuts", "signatoryIds": []any{"org:labo"}}, []string{"document:nord.statuts", "Labo"}},
		{"createAssessment", "assessment{id verdict}", object{"poleId": "pole:nord", "grid": "labo-2012", "criterion": "M3", "verdict": "NOT_SATISFIED", "author": "Jury", "dated": "2024-02-01"}, []string{"NOT_SATISFIED"}},
		{"recordAssessment", "assessment{id verdict}", object{"poleId": "pole:nord", "grid": "labo-2012", "criterion": "X1", "verdict": "RAISED", "author": "Jury", "dated": "2024-02-01"}, []string{"RAISED"}},
	}
	seen := map[string]bool{}
	for _, row := range rows {
		t.Run(row.field, func(t *testing.T) {
			api := testAPI(t, testHub(t, village()...))
			expect(t, write(t, api, row.field, row.selection, row.in), append(row.want, `"userErrors":[],"revision":2`)...)
			if again := write(t, api, row.field, row.selection, row.in); !strings.Contains(again, `"code":"CONFLICT"`) || !strings.Contains(again, `"field":["id"]`) {
				t.Errorf("a second create: %s", again)
			}
		})
		seen[row.field] = true
	}
	for _, n := range hub.Nouns() {
		if !seen["create"+typeOf(n)] {
			t.Errorf("create%s is not tried", typeOf(n))
		}
	}
}

// TestRefusals: refusals are user errors with the path of the input, all at
// once, and change nothing.
func TestRefusals(t *testing.T) {
	rows := []struct {
		name, field, selection string
		in                     object
		want                   []string
	}{
		{"several fields", "createPole", "pole{id}", object{"name": "", "startedOn": "2024-02-30", "communes": []any{"1"}, "cogYear": -1},
			[]string{`{"field":["startedOn"],"code":"BAD_USER_INPUT","message":"\"2024-02-30\" is not a date`}},
		{"rules of the noun", "createPole", "pole{id}", object{"name": "X", "communes": []any{"1"}, "startedOn": "2024-01-01", "endedOn": "2023-01-01"},
			[]string{`"field":["communes"]`, `"field":["endedOn"]`, "is before startedOn"}},
		{"parts", "createContract", "contract{id}", object{"type": "GRANT", "title": "T", "parties": []any{object{"role": "FUNDER", "share": "0.5"}, object{"role": "BENEFICIARY", "share": "1.5"}}},
			[]string{`"field":["parties","1","share"]`, "1.5"}},
		{"reference of a part", "createContract", "contract{id}", object{"type": "GRANT", "title": "T", "parties": []any{object{"role": "FUNDER"}, object{"role": "BENEFICIARY", "organisationId": "org:gone"}}},
			[]string{`"field":["parties","1","organisationId"],"code":"NOT_FOUND"`, "org:gone"}},
		{"one party", "createContract", "contract{id}", object{"type": "GRANT", "title": "T", "parties": []any{object{"role": "FUNDER", "organisationId": "org:labo"}}},
			[]string{`"field":["parties"],"code":"BAD_USER_INPUT"`, "1 of 1 parties are different organisations"}},
		{"a party the same as the other", "updateParty", "party{id}", object{"id": "party:c1..ruche.BENEFICIARY.2", "organisationId": "org:commune"},
			[]string{`"field":["organisationId"],"code":"BAD_USER_INPUT"`, "contract:c1 would be left with 2 of its 2 parties, 1 of them different"}},
		{"one party left", "deleteParty", "deletedIds", object{"id": "party:c1..ruche.BENEFICIARY.2"}, []string{`"field":["id"],"code":"WOULD_ORPHAN"`, "contract:c1 would be left with 1 of its 2 parties"}},
		{"no such amendment", "createParty", "party{id}", object{"contractId": "contract:c1", "role": "PARTNER", "organisationId": "org:labo", "amendment": "7"},
			[]string{`"field":["amendment"],"code":"NOT_FOUND"`, `contract:c1 has no amendment \"7`}},
		{"the same part twice", "createContract", "contract{id}", object{"type": "GRANT", "title": "T", "amendments": []any{object{"number": "1"}, object{"number": "1"}}},
			[]string{`"field":["amendments","1","id"],"code":"CONFLICT"`}},
		{"101 parts", "createPole", "pole{id}", object{"name": "X", "sites": make([]any, 101)}, []string{`"field":["sites"]`, "has 101 items: at most 100"}},
		{"unknown reference", "createMembership", "membership{id}", object{"poleId": "pole:gone", "organisationId": "org:labo", "circle": "PARTNER"}, []string{`"field":["poleId"],"code":"NOT_FOUND"`}},
		{"list of references", "createDocument", "document{id}", object{"poleId": "pole:sud", "kind": "STUDY", "title": "T", "signatoryIds": []any{"pole:sud"}}, []string{`"field":["signatoryIds"]`}},
		{"id of another kind", "createPole", "pole{id}", object{"id": "org:x", "name": "X"}, []string{`"field":["id"],"code":"BAD_USER_INPUT"`}},
		{"malformed decimal", "createPoleRole", "poleRole{id}", object{"poleId": "pole:sud", "organisationId": "org:labo", "role": "HOST", "basis": "DECLARED", "amount": "1,5", "capitalShare": "x"},
			[]string{`"field":["amount"]`, `"field":["capitalShare"]`}},
		{"derived basis", "createPoleRole", "poleRole{id}", object{"poleId": "pole:sud", "organisationId": "org:labo", "role": "BUYER", "basis": "CONTRACT"}, []string{`"field":["basis"]`}},
		{"tie to oneself", "createTie", "tie{id}", object{"type": "TRUST", "fromId": "org:labo", "toId": "org:labo", "claimedBy": []any{"FIRST"}}, []string{`"field":["toId"]`}},
		{"kind without its reason", "createOrganisation", "organisation{id}", object{"name": "Mairie", "kind": "ENTERPRISE", "legalCategory": "7210", "commune": "1"},
			[]string{`"field":["kind"],"code":"BAD_USER_INPUT","message":"\"ENTERPRISE\" is not what legal category 7210 (Commune et commune nouvelle) says, LOCAL_AUTHORITY: give kindReason`, `"field":["commune"]`}},
		{"kind that loses its ground", "updateOrganisation", "organisation{id}", object{"id": "org:labo", "legalCategory": "7210"}, []string{`"field":["kind"],"code":"BAD_USER_INPUT"`}},
		{"update of nothing", "updatePole", "pole{id}", object{"id": "pole:gone", "name": "X"}, []string{`"field":["id"],"code":"NOT_FOUND"`}},
		{"update to nothing", "updatePole", "pole{id}", object{"id": "pole:sud", "name": nil}, []string{`"field":["name"]`, "is required"}},
		{"end before the start", "endMembership", "membership{id}", object{"id": "membership:sud.ruche.2014-01-01", "on": "2013-01-01"}, []string{`"field":["on"]`, "2014-01-01"}},
		{"delete of nothing", "deletePole", "deletedIds", object{"id": "pole:gone"}, []string{`"field":["id"],"code":"NOT_FOUND"`, `"deletedIds":[]`}},
		{"delete of another kind", "deletePole", "deletedIds", object{"id": "org:labo"}, []string{"BAD_USER_INPUT"}},
		{"delete of what is needed", "deleteOrganisation", "deletedIds", object{"id": "org:commune"}, []string{"WOULD_ORPHAN", "membership", "party", "role", "tie"}},
		{"key too long", "createPole", "pole{id}", object{"name": "X", "idempotencyKey": strings.Repeat("k", 65)}, []string{`"field":["idempotencyKey"],"code":"BAD_USER_INPUT"`}},
		{"key with an accent", "createPole", "pole{id}", object{"name": "X", "idempotencyKey": "é"}, []string{`"field":["idempotencyKey"]`}},
	}
	h := testHub(t, village()...)
	api := testAPI(t, h)
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			if sites, ok := row.in["sites"].([]any); ok {
				for i := range sites {
					sites[i] = object{"name": "X"}
				}
			}
			got := write(t, api, row.field, row.selection, row.in)
			expect(t, got, append(row.want, `"revision":null`)...)
			if strings.Contains(got, `"errors":`) {
				t.Errorf("an error beside user errors: %s", got)
			}
		})
	}
	if revision, err := h.Store.Revision(t.Context()); err != nil || revision != 1 {
		t.Errorf("refusals moved the revision to %d %v", revision, err)
	}
}

// TestKindWithItsReason: a mutation may leave the kind without a reason that an
// import left so, and its flag goes when the reason comes.
func TestKindWithItsReason(t *testing.T) {
	school := &hub.Organisation{ID: "org:ecole", Name: "École", Kind: hub.KindTrainingBody, LegalCategory: "9220"}
	api := testAPI(t, testHub(t, append(village(), school)...))
	const selection = "organisation{website kindReason flags{code}}"
	expect(t, write(t, api, "updateOrganisation", selection, object{"id": "org:ecole", "website": "https://e.example"}), `"website":"https://e.example"`, `[{"code":"KIND_UNEXPLAINED"}]`)
	expect(t, write(t, api, "updateOrganisation", selection, object{"id": "org:ecole", "kindReason": "organisme de formation"}), `"flags":[]`, `"userErrors":[]`)
	expect(t, write(t, api, "updateOrganisation", selection, object{"id": "org:ecole", "kindReason": nil}), `"field":["kind"]`, `"revision":null`)
	expect(t, write(t, api, "createOrganisation", selection, object{"name": "Coop", "kind": "NETWORK", "legalCategory": "9220", "kindReason": "fédération"}), `"flags":[]`, `"userErrors":[]`)
}

// TestEndAndDelete: ending keeps the record, deleting takes parts and named
// cascades along, and the log names who did it.
func TestEndAndDelete(t *testing.T) {
	api := testAPI(t, testHub(t, village()...))
	expect(t, write(t, api, "endMembership", "membership{validTo}", object{"id": "membership:sud.ruche.2014-01-01", "on": "2024-05-01"}), `"validTo":"2024-05-01"`, `"revision":2`)
	expect(t, write(t, api, "endPole", "pole{endedOn}", object{"id": "pole:nord", "on": "2024-05-01"}), `"endedOn":"2024-05-01"`)
	expect(t, write(t, api, "endContract", "contract{endsOn}", object{"id": "contract:c2", "on": "2024-05-01"}), `"endsOn":"2024-05-01"`)
	expect(t, write(t, api, "endOrganisation", "organisation{closedOn}", object{"id": "org:labo", "on": "2024-05-01"}), `"closedOn":"2024-05-01"`)
	expect(t, write(t, api, "deleteContract", "deletedIds", object{"id": "contract:c1"}), `"amendment:c1.1"`, `"contract:c1"`, `"party:c1..commune.FUNDER.1"`, `"revision":6`)
	expect(t, write(t, api, "deleteOrganisation", "deletedIds", object{"id": "org:commune", "cascade": []any{"MEMBERSHIP", "ROLE", "TIE", "DOCUMENT"}}), `"org:commune"`, `"userErrors":[]`)
	// The other signatory's document stays, without the one that went.
	expect(t, answer(t, api, `{node(id:"document:charte"){... on Document{signatories{name}}} changes(since:6,first:2){nodes{by action}} pole(id:"pole:sud"){members{nodes{organisation{name}}}}}`, nil),
		`"signatories":[{"name":"La Ruche"}]`, `[{"by":"ed","action":"UPDATED"},{"by":"ed","action":"DELETED"}]`, `"nodes":[{"organisation":{"name":"Labo"}}]`)
}

// TestIdempotency: a key makes a repeated create harmless for a day.
func TestIdempotency(t *testing.T) {
	h := testHub(t, village()...)
	now := noon
	h.Clock = func() time.Time { return now }
	api := testAPI(t, h)
	in := object{"name": "Pôle Est", "idempotencyKey": "k1"}
	first := write(t, api, "createPole", "pole{id}", in)
	if again := write(t, api, "createPole", "pole{id}", in); again != first || !strings.Contains(first, `"revision":2`) {
		t.Errorf("first %s, again %s", first, again)
	}
	expect(t, write(t, api, "createPole", "pole{id}", object{"name": "Pôle Ouest", "idempotencyKey": "k1"}), "IDEMPOTENCY_CONFLICT")
	expect(t, write(t, api, "createSource", "source{id}", object{"title": "S", "kind": "SURVEY", "idempotencyKey": "k1"}), `"id":"source:s"`)
	refused := object{"name": "Pôle Sud", "id": "pole:sud", "idempotencyKey": "k2"}
	expect(t, write(t, api, "createPole", "pole{id}", refused), "CONFLICT")
	refused["id"] = "pole:sud-2"
	expect(t, write(t, api, "createPole", "pole{id}", refused), `"id":"pole:sud-2"`)
	now = now.Add(keyLifetime)
	expect(t, write(t, api, "createPole", "pole{id}", in), "CONFLICT", "exists already")
}

func TestIdempotencyIsBounded(t *testing.T) {
	k := newIdempotency(func() time.Time { return noon })
	for i := range 3 * maxKeys {
		k.entry(fmt.Sprint(i))
	}
	if len(k.entries) > maxKeys || len(k.queue) > maxKeys {
		t.Errorf("%d entries, %d in the queue", len(k.entries), len(k.queue))
	}
	oldest := k.queue[0]
	if k.entry(oldest.name) != oldest {
		t.Error("a full memory forgets the key that is asked for")
	}
}

// TestMutationsSeeWhatTheyDid: two changes in one document do not read each
// other's past.
func TestMutationsSeeWhatTheyDid(t *testing.T) {
	api := testAPI(t, testHub(t, village()...))
	got := answer(t, api, `mutation{
		a:updatePole(input:{id:"pole:sud",name:"A"}){pole{members(first:1){nodes{pole{name}}}}}
		b:updatePole(input:{id:"pole:sud",name:"B"}){pole{members(first:1){nodes{pole{name}}}}}}`, nil)
	expect(t, got, `"a":{"pole":{"members":{"nodes":[{"pole":{"name":"A"}}]}}}`, `"b":{"pole":{"members":{"nodes":[{"pole":{"name":"B"}}]}}}`)
}

func TestOnlyEditorsWrite(t *testing.T) {
	api := testAPI(t, testHub(t, village()...))
	got := answerTo(t, api, Caller{}, `mutation{createPole(input:{name:"X"}){revision}}`, nil)
	expect(t, got, `"code":"FORBIDDEN"`)
	if strings.Contains(answer(t, api, `{hub{revision}}`, nil), `"revision":2`) {
		t.Error("a reader wrote")
	}
}

// TestUpdateLeavesClearsSets: for every field of every update input, absent
// leaves, null clears (or is refused where the field is required), a value
// sets.
func TestUpdateLeavesClearsSets(t *testing.T) {
	schema := schemaOf()
	records := map[*hub.Noun]hub.Record{}
	for _, r := range append(village(), &hub.Site{ID: "site:s", PoleID: "pole:sud", Name: "Halle"}) {
		hub.Complete(r)
		records[r.Noun()] = r
	}
	tried := 0
	for _, n := range hub.Nouns() {
		for _, f := range schema.Types["Update"+typeOf(n)+"Input"].Fields {
			field := input.FieldNamed(n, f.Name)
			if f.Name == "id" || field == nil {
				continue
			}
			tried++
			t.Run(n.Name+"."+f.Name, func(t *testing.T) {
				r := hub.Clone(records[n])
				value := sampleOf(f.Type, func(name string) any { return fieldSample(field, name) })
				if errs := input.Apply(r, object{f.Name: value}); len(errs) > 0 || field.Get(r) == nil {
					t.Fatalf("set to %v: %v %v", value, field.Get(r), errs)
				}
				set := fmt.Sprint(field.Get(r))
				if errs := input.Apply(r, object{"id": "x"}); len(errs) > 0 || fmt.Sprint(field.Get(r)) != set {
					t.Errorf("absent: %v, was %s: %v", field.Get(r), set, errs)
				}
				if errs := input.Apply(r, object{f.Name: nil}); len(errs) > 0 {
					t.Fatalf("null: %v", errs)
				}
				cleared := field.Get(r)
				if field.Enum == hub.Tris && field.Type == hub.TypeEnum {
					if cleared != "UNKNOWN" {
						t.Errorf("null left %v", cleared)
					}
				} else if cleared != nil {
					t.Errorf("null left %v", cleared)
				} else if refused := strings.Contains(hub.Validate(r).Error(), field.Name+": is required"); refused != field.Required {
					t.Errorf("null is refused: %v, required: %v", refused, field.Required)
				}
			})
		}
	}
	if tried < 150 {
		t.Errorf("only %d fields were tried", tried)
	}
}

// fieldSample is a value of the type of an input field.
func fieldSample(f *hub.Field, name string) any {
	if enum := enumCodes[name]; enum != nil {
		return enum.Values[len(enum.Values)-1].Code
	}
	switch {
	case name == "FlagInput":
		return object{"code": "AMOUNT_CLEANED", "raw": "1"}
	case f.Ref != "":
		return hub.NounNamed(f.Ref).Prefix + ":x"
	}
	return scalarSample(name)
}

// TestUpdateThroughTheAPI does the same for one record by variables and by
// literals.
func TestUpdateThroughTheAPI(t *testing.T) {
	api := testAPI(t, testHub(t, village()...))
	const selection = "contract{title amount signedOn flags{code} poles{id} sources{id} currency}"
	expect(t, write(t, api, "updateContract", selection, object{"id": "contract:c1", "amount": json.Number("12"), "signedOn": nil, "poleIds": []any{}, "flags": nil}),
		`"title":"Subvention","amount":"12.00","signedOn":null,"flags":[],"poles":[],"sources":[{"id":"source:survey"}],"currency":"EUR"`, `"revision":2`)
	expect(t, answer(t, api, `mutation{updateContract(input:{id:"contract:c1",amount:null,signedOn:"2022-02-02",sourceIds:["source:demo"],poleIds:"pole:nord"}){`+selection+` revision}}`, nil),
		`"amount":null,"signedOn":"2022-02-02"`, `"poles":[{"id":"pole:nord"}]`, `"sources":[{"id":"source:demo"}]`, `"revision":3`)
	expect(t, write(t, api, "updateContract", selection, object{"id": "contract:c1"}), `"revision":3`)
}
