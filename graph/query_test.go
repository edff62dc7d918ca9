package graph

import (
	"strings"
	"testing"

	"polehub/hub"
)

// TestQueries asks the village and looks for what must and must not be in the
// answer.
func TestQueries(t *testing.T) {
	rows := []struct {
		name, document string
		want, not      []string
	}{
		{"nodes keep their order and holes", `{nodes(ids:["org:labo","pole:gone","pole:sud"]){__typename id}}`,
			[]string{`[{"__typename":"ResearchCentre","id":"org:labo"},null,{"__typename":"Pole","id":"pole:sud"}]`}, nil},
		{"node of any kind", `{node(id:"document:charte"){... on Document{title signatories{name}}}}`,
			[]string{`{"title":"Charte","signatories":[{"name":"La Ruche"},{"name":"Commune d’Écluse"}]}`}, nil},
		{"unknown id", `{pole(id:"pole:gone"){id} node(id:"org:gone"){id} organisation(siren:"552100554"){id}}`,
			[]string{`{"pole":null,"node":null,"organisation":null}`}, []string{"errors"}},
		{"id of another kind", `{pole(id:"org:labo"){id}}`, []string{"BAD_USER_INPUT", "org:labo"}, nil},
		{"malformed id", `{pole(id:"sud"){id}}`, []string{"BAD_USER_INPUT", `\"sud\" is not an id`}, nil},
		{"members today", `{pole(id:"pole:sud"){members{at totalCount nodes{organisation{name}}}}}`,
			[]string{`"at":"2024-06-01"`, `"totalCount":3`, "La Ruche", "Labo"}, []string{"Atelier"}},
		{"members of a day", `{pole(id:"pole:sud"){members(at:"2015-06-01"){at nodes{organisation{name}}}}}`,
			[]string{`"at":"2015-06-01"`, "La Ruche", "Atelier", "Labo"}, []string{"Commune"}},
		{"the last day is outside", `{pole(id:"pole:sud"){members(at:"2020-01-01"){nodes{organisation{name}}}}}`, nil, []string{"Atelier"}},
		{"members of all times", `{pole(id:"pole:sud"){members(history:true){at totalCount}}}`, []string{`"at":null,"totalCount":4`}, nil},
		{"members of circles", `{pole(id:"pole:sud"){members(circle:[CARRIER FOUNDER],history:true){nodes{circle}}}}`,
			[]string{"CARRIER", "FOUNDER"}, []string{"PARTNER"}},
		{"members counted by kind", `{pole(id:"pole:sud"){members(first:1){countBy(field:KIND){value count}}}}`,
			[]string{`[{"value":"ENTERPRISE","count":1},{"value":"LOCAL_AUTHORITY","count":1},{"value":"RESEARCH_CENTRE","count":1}]`}, nil},
		{"members counted by tier, missing last", `{pole(id:"pole:sud"){members{countBy(field:PUBLIC_TIER){value count}}}}`,
			[]string{`[{"value":"MUNICIPALITY","count":1},{"value":null,"count":2}]`}, nil},
		{"filter through relations", `{organisations(where:{kind:{eq:LOCAL_AUTHORITY},parties:{some:{role:{eq:FUNDER},contract:{amount:{gt:"50000"},type:{eq:GRANT}}}}}){totalCount nodes{id}}}`,
			[]string{`"totalCount":1`, "org:commune"}, nil},
		{"numbers as received", `{organisations(where:{identifiers:{some:{raw:{eq:"732 829 320"}}}}){nodes{id}}}`, []string{"org:ruche"}, []string{"org:labo"}},
		{"none and not", `{organisations(where:{NOT:{poles:{some:{}}}}){nodes{id}}}`, []string{"org:reseau"}, []string{"org:ruche", "org:labo"}},
		{"or of nothing", `{poles(where:{OR:[]}){totalCount}}`, []string{`"totalCount":0`}, nil},
		{"and of nothing", `{poles(where:{AND:[]}){totalCount}}`, []string{`"totalCount":2`}, nil},
		{"names ignore accents", `{organisations(where:{name:{startsWith:"commune d'ecl"}}){nodes{id}}}`, []string{"org:commune"}, nil},
		{"missing dates", `{poles(where:{startedOn:{isNull:true}}){nodes{id}}}`, []string{"pole:nord"}, []string{"pole:sud"}},
		{"sectors", `{poles(where:{sectors:{includes:FOOD}}){nodes{id sectors}}}`, []string{`"sectors":["FOOD"]`}, []string{"pole:nord"}},
		{"flags", `{contracts(where:{flags:{includes:"AMOUNT_CLEANED"}}){nodes{id flags{field code raw message}}}}`,
			[]string{"contract:c1", `{"field":"amount","code":"AMOUNT_CLEANED","raw":"60 000,00 €","message":null}`}, []string{"contract:c2"}},
		{"order, missing last", `{contracts(orderBy:[{field:AMOUNT,direction:DESC}]){nodes{id amount}}}`,
			[]string{`[{"id":"contract:c1","amount":"60000.00"},{"id":"contract:c2","amount":null}]`}, nil},
		{"search an alias", `{search(query:"fabr"){totalCount nodes{... on Node{id}}}}`, []string{`"totalCount":1`, "org:atelier"}, nil},
		{"search an identifier", `{search(query:"732829"){nodes{... on Node{id}}}}`, []string{"org:ruche"}, nil},
		{"search one kind", `{search(query:"pole",nouns:[ORGANISATION]){nodes{... on Node{id}}}}`, nil, []string{"pole:"}},
		{"organisation by siret of its unit", `{organisation(siret:"73282932000074"){id}}`, []string{"org:ruche"}, nil},
		{"organisation by siren that its id tells", `{a:organisation(siren:"000000117"){id} b:organisation(siret:"00000011700028"){id}}`,
			[]string{`{"a":{"id":"org:siren-000000117"},"b":{"id":"org:siren-000000117"}}`}, nil},
		{"organisation by two keys", `{organisation(id:"org:ruche",rna:"W123456789"){id}}`, []string{"BAD_USER_INPUT", "exactly one"}, nil},
		{"malformed siren", `{organisation(siren:"732829321"){id}}`, []string{"BAD_USER_INPUT", "732829321"}, nil},
		{"ess: derived, declared", `{a:organisation(id:"org:ruche"){ess{value derived}} b:organisation(id:"org:atelier"){ess{value basis at}}}`,
			[]string{`"a":{"ess":{"value":"YES","derived":true}}`, `"b":{"ess":{"value":"NO","basis":"DECLARED","at":"2024-06-01"}}`}, nil},
		{"partners", `{organisation(id:"org:ruche"){partners{organisation{name} ties{type family isDirected}}}}`,
			[]string{"Labo", `"family":"COOPERATION","isDirected":true`, "Commune"}, nil},
		{"partners of types", `{organisation(id:"org:ruche"){partners(types:[SUPPLY]){organisation{name}}}}`, []string{"Commune"}, []string{"Labo"}},
		{"partners of a day", `{organisation(id:"org:ruche"){partners(at:"2022-01-01"){organisation{name}}}}`, []string{`"partners":[]`}, nil},
		{"part of", `{organisation(id:"org:ruche"){partOf{kind parent{__typename name}}}}`, []string{`"kind":"FEDERATION"`, `"OtherOrganisation"`}, nil},
		{"units", `{organisation(id:"org:reseau"){units{nodes{child{name}}}}}`, []string{"La Ruche"}, nil},
		{"contract with an unknown party", `{contract(id:"contract:c2"){poles{name} parties{role organisation{name}}}}`,
			[]string{`{"role":"SUPPLIER","organisation":null}`, "Pôle Sud", "Pôle Nord"}, nil},
		{"money is exact", `{contract(id:"contract:c1"){amount amendments{newAmount} parties{share}}}`, []string{`"60000.00"`, `"70000.50"`, `"0.25"`}, nil},
		{"statuses of all times and of a day", `{pole(id:"pole:sud"){all:statusClaims{status} then:statusClaims(at:"2013-12-01"){status} before:statusClaims(at:"2013-11-30"){status}}}`,
			[]string{`"all":[{"status":"LAUREATE_2013"}],"then":[{"status":"LAUREATE_2013"}],"before":[]`}, nil},
		{"sites and claims of a day", `{pole(id:"pole:sud"){sites(at:"2020-01-01"){name}} organisation(id:"org:atelier"){claims(at:"2020-01-01"){value}}}`,
			[]string{`"sites":[]`, `"claims":[{"value":"NO"}]`}, nil},
		{"claims of no day", `{organisation(id:"org:atelier"){claims(at:"2020"){value}}}`, []string{"BAD_USER_INPUT", `at: \"2020\" is not a date`}, nil},
		{"roles, observations, assessments", `{pole(id:"pole:sud"){roles{nodes{role amount currency}} observations{nodes{covers tieTypes roster{responded}}} assessments{nodes{verdict authorOrganisation{name}}}}}`,
			[]string{`"role":"GRANT_FUNDER","amount":"50000.00","currency":"EUR"`, `"tieTypes":["ALL"]`, `"responded":"YES"`, `"SATISFIED"`, "Labo"}, nil},
		{"demonstration", `{poles{nodes{id demonstration}} hub{demonstration}}`,
			[]string{`{"id":"pole:nord","demonstration":false}`, `{"id":"pole:sud","demonstration":true}`, `"hub":{"demonstration":true}`}, nil},
		{"labels", `{vocabularies(name:"Circle"){values{code fr:label en:label(lang:EN)}}}`, []string{`"code":"CARRIER"`, `"fr":"structure porteuse"`}, nil},
		{"network", `{pole(id:"pole:sud"){network{asOf nodes{id degree organisation{name} classes{by class}} ties{from to weight} projection{relations members inclusion(lang:EN)}}}}`,
			[]string{`{"from":"org:labo","to":"org:ruche","weight":1}`, `{"from":"org:commune","to":"org:ruche","weight":1}`, `"members":3`, `{"by":"KIND","class":"ENTERPRISE"}`}, nil},
		{"network of contracts", `{pole(id:"pole:sud"){network(projection:{noRelations:true,contracts:[GRANT],asOf:"2024-01-01"}){ties{from to}}}}`,
			[]string{`"ties":[{"from":"org:commune","to":"org:ruche"}]`}, nil},
		// The members are ruche, commune and labo: 2 of 3 pairs are tied; the third is unknown.
		{"density", `{pole(id:"pole:sud"){cooperationDensity{value num den pairsUnknown bounds{lower upper}}}}`,
			[]string{`"value":1,"num":2,"den":2,"pairsUnknown":1`, `"lower":0.6666666666666666,"upper":1`}, nil},
		{"density of a type", `{pole(id:"pole:sud"){cooperationDensity(types:[SUPPLY]){num}}}`, []string{`"num":1`}, nil},
		// Three members of three kinds: 1 - 3·(1/3)².
		{"mix", `{pole(id:"pole:sud"){mix{members unknown blau{value} classes{class count}}}}`, []string{`"members":3,"unknown":0`, `"value":0.6666666666666666`, `{"class":"RESEARCH_CENTRE","count":1}`}, nil},
		{"density of no type", `{pole(id:"pole:sud"){cooperationDensity(types:[]){num}}}`, []string{"BAD_USER_INPUT", "types: names no type"}, nil},
		{"no indicator", `{pole(id:"pole:sud"){network{measures(ids:[]){id}}}}`, []string{`"measures":[]`}, nil},
		{"mix without members", `{pole(id:"pole:sud"){mix(at:"1990-01-01",by:ESS){members unknown classes{class} blau{value reason}}}}`,
			[]string{`"members":0,"unknown":0,"classes":[],"blau":{"value":null,"reason":"`}, nil},
		{"mix before everything", `{pole(id:"pole:nord"){mix(at:"1990-01-01"){members classes{class} blau{value reason}}}}`,
			[]string{`"members":0,"classes":[],"blau":{"value":null,"reason":"`}, nil},
		{"refused projection", `{pole(id:"pole:sud"){network(projection:{direction:ARCS}){asOf}}}`, []string{"BAD_USER_INPUT", "projection.direction"}, nil},
		{"indicators", `{indicators{id name explanation(lang:EN) formula bounds}}`, []string{`"id":"DENSITY"`, `"bounds":null`}, nil},
		{"indicators by name", `{indicators(ids:[HHI,DENSITY]){id}}`, []string{`{"indicators":[{"id":"DENSITY"},{"id":"HHI"}]}`}, nil},
		{"change log of a kind", `{changes(where:{nouns:[POLE_STATUS]}){nodes{id action by before after fields}}}`,
			[]string{`"action":"CREATED","by":"test","before":null,"after":{"id":"status:sud`, `"poleId"`}, []string{"org:"}},
	}
	for kind, open := range stores(t) {
		api := testAPI(t, hubOver(t, open(), append(village(), &hub.Organisation{ID: "org:siren-000000117", Name: "Atelier", Kind: hub.KindOther})...))
		for _, row := range rows {
			t.Run(kind+"/"+row.name, func(t *testing.T) { ask(t, api, row.document, row.want, row.not) })
		}
	}
}

// ask looks for what must and what must not be in an answer.
func ask(t *testing.T, api *API, document string, wants, nots []string) {
	t.Helper()
	got := answer(t, api, document, nil)
	for _, want := range wants {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	for _, not := range nots {
		if strings.Contains(got, not) {
			t.Errorf("%s is in\n%s", not, got)
		}
	}
	if refused := strings.Contains(got, `"errors"`); refused != strings.Contains(strings.Join(wants, " "), "BAD_USER_INPUT") {
		t.Errorf("errors: %v in\n%s", refused, got)
	}
}

// TestLimits: what is out of range is refused with the limit and the value.
func TestLimits(t *testing.T) {
	api := testAPI(t, testHub(t, village()...))
	deep := func(n int) map[string]any {
		where := map[string]any{}
		for range n - 1 {
			where = map[string]any{"NOT": where}
		}
		return where
	}
	long := func(n int) []any {
		items := make([]any, n)
		for i := range items {
			items[i] = "org:x"
		}
		return items
	}
	const byWhere = `query($w:OrganisationWhere){organisations(where:$w){totalCount}}`
	rows := []struct {
		name, document string
		variables      map[string]any
		want           string // in the error; empty: accepted
	}{
		{"first 0", `{poles(first:0){totalCount}}`, nil, "first: 0 is not a number from 1 to 100"},
		{"first -1", `{poles(first:-1){totalCount}}`, nil, "first: -1"},
		{"first 100", `{poles(first:100){totalCount}}`, nil, ""},
		{"first 101", `{poles(first:101){totalCount}}`, nil, "first: 101"},
		{"last 101 nested", `{poles{nodes{members(last:101){totalCount}}}}`, nil, "last: 101"},
		{"first and last", `{poles(first:1,last:1){totalCount}}`, nil, "last: cannot be given together with first"},
		{"after with last", `{poles(last:1,after:"x"){totalCount}}`, nil, "after: goes with first"},
		{"before with first", `{poles(first:1,before:"x"){totalCount}}`, nil, "before: goes with last"},
		{"nesting 6", byWhere, map[string]any{"w": deep(6)}, ""},
		{"nesting 7", byWhere, map[string]any{"w": deep(7)}, "nested more than 6 deep"},
		{"nesting 32", byWhere, map[string]any{"w": deep(32)}, "nested more than 6 deep"},
		{"100 items", byWhere, map[string]any{"w": map[string]any{"id": map[string]any{"in": long(100)}}}, ""},
		{"101 items", byWhere, map[string]any{"w": map[string]any{"id": map[string]any{"in": long(101)}}}, "where.id.in: has 101 items: at most 100"},
		{"200 characters", byWhere, map[string]any{"w": map[string]any{"search": strings.Repeat("é", 200)}}, ""},
		{"201 characters", byWhere, map[string]any{"w": map[string]any{"search": strings.Repeat("é", 201)}}, "where.search: is 201 characters long: at most 200"},
		{"4 keys", `{poles(orderBy:[{field:NAME},{field:NAME},{field:NAME},{field:NAME}]){totalCount}}`, nil, "orderBy: has 4 keys: at most 3"},
		{"101 nodes", `query($i:[ID!]!){nodes(ids:$i){id}}`, map[string]any{"i": long(101)}, "ids: has 101 items: at most 100"},
		{"malformed date", `{contracts(where:{signedOn:{lt:"2024-13-01"}}){totalCount}}`, nil, `where.signedOn.lt: "2024-13-01" is not a date`},
		{"malformed decimal", `{contracts(where:{amount:{lt:"1,5"}}){totalCount}}`, nil, `where.amount.lt: "1,5"`},
		{"malformed day", `{pole(id:"pole:sud"){members(at:"yesterday"){at}}}`, nil, `"yesterday" is not a date`},
		{"a day that is not there", `{ties(at:"2024-02-30"){at}}`, nil, `at: "2024-02-30" is not a date`},
		{"a year for a day", `{ties(at:2024){at}}`, nil, `at: "2024" is not a date`},
		{"1000 bytes", byWhere, map[string]any{"w": map[string]any{"name": map[string]any{"contains": strings.Repeat("x", 1000)}}}, ""},
		{"1001 bytes", byWhere, map[string]any{"w": map[string]any{"name": map[string]any{"contains": strings.Repeat("x", 1001)}}}, "where.name.contains: is 1001 bytes long: at most 1000"},
		{"1001 bytes of a name in the log", `query($s:String){changes(where:{by:$s}){nodes{id}}}`, map[string]any{"s": strings.Repeat("x", 1001)}, "where.by: is 1001 bytes long"},
		{"at with history", `{pole(id:"pole:sud"){members(at:"2020-01-01",history:true){at}}}`, nil, "at: cannot be given together with history"},
		{"null operators count as absent", byWhere, map[string]any{"w": map[string]any{"name": map[string]any{"eq": nil}}}, ""},
		{"negative since", `{changes(since:-1){nodes{id}}}`, nil, "since: -1"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			got := strings.ReplaceAll(answer(t, api, row.document, row.variables), `\"`, `"`)
			if row.want == "" {
				if strings.Contains(got, `"errors"`) {
					t.Errorf("refused: %s", got)
				}
			} else if !strings.Contains(got, row.want) || !strings.Contains(got, string(hub.BadUserInput)) {
				t.Errorf("no %s in\n%.500s", row.want, got)
			}
		})
	}
}
