package graph

import (
	"testing"

	"polehub/hub"
)

// valley is two poles that share the member c, and an organisation of no pole:
//
//	pole:p  a, b and c form a triangle; c – d – e hangs on it; f is alone
//	pole:q  c – x – y; y – z leads out of the pole
//
// Everybody in p was asked and answered; in q nobody was asked. a, b, d, f are
// enterprises, c and x authorities, e and z research centres; y is a training body.
func valley() []hub.Record {
	fact := hub.Fact{SourceIDs: []hub.ID{"source:s"}}
	records := []hub.Record{
		&hub.Source{ID: "source:s", Title: "S", Kind: hub.SourceSurvey},
		&hub.Pole{ID: "pole:p", Name: "P", Fact: fact}, &hub.Pole{ID: "pole:q", Name: "Q", Fact: fact}, &hub.Pole{ID: "pole:void", Name: "Void", Fact: fact},
		&hub.Observation{ID: "observation:p", PoleID: "pole:p", Kind: hub.ObservationSurvey, Covers: []hub.Coverage{hub.CoversTies}, TieTypes: []string{"ALL"},
			ObservedFrom: "2025-01-01", ObservedTo: "2025-02-01", Fact: fact},
	}
	for kind, names := range map[hub.OrganisationKind]string{hub.KindEnterprise: "abdf", hub.KindLocalAuthority: "cx", hub.KindResearchCentre: "ez", hub.KindTrainingBody: "y"} {
		for _, name := range names {
			records = append(records, &hub.Organisation{ID: hub.ID("org:" + string(name)), Name: string(name), Kind: kind, Fact: fact})
		}
	}
	for pole, names := range map[hub.ID]string{"pole:p": "abcdef", "pole:q": "cxy"} {
		for _, name := range names {
			records = append(records, &hub.Membership{PoleID: pole, OrganisationID: hub.ID("org:" + string(name)), Circle: hub.CirclePartner, Fact: fact})
		}
	}
	for _, name := range "abcdef" {
		records = append(records, &hub.RosterEntry{ObservationID: "observation:p", OrganisationID: hub.ID("org:" + string(name)), Responded: hub.TriYes, Fact: fact})
	}
	for _, ends := range []string{"ab", "ac", "bc", "cd", "de", "cx", "xy", "yz"} {
		records = append(records, &hub.Tie{Type: hub.TieJointProject, FromID: hub.ID("org:" + ends[:1]), ToID: hub.ID("org:" + ends[1:]),
			ClaimedBy: []hub.Claimant{hub.ByFirst}, Period: hub.Period{ValidFrom: "2025-01-01", ValidTo: "2027-01-01"}, Fact: fact})
	}
	return records
}

const onTheDay = `projection:{asOf:"2025-06-01"}`

func TestNetworkParts(t *testing.T) {
	api := testAPI(t, testHub(t, valley()...))
	for _, row := range []struct {
		name, part string
		want, not  []string
	}{
		// Enterprises a, b, d, f: one of 4·3/2 pairs is tied; with c: 3 of 4; with e: 1 of 4.
		{"matrix", `matrix{by classes{class count share} unknownMembers excludedTies cells{row column ties share density{num den value}}}`, []string{
			`"by":"KIND","classes":[{"class":"ENTERPRISE","count":4,"share":0.6666666666666666},{"class":"LOCAL_AUTHORITY","count":1,`,
			`"unknownMembers":0,"excludedTies":0`,
			`{"row":"ENTERPRISE","column":"ENTERPRISE","ties":1,"share":0.2,"density":{"num":1,"den":6,`,
			`{"row":"ENTERPRISE","column":"LOCAL_AUTHORITY","ties":3,"share":0.6,"density":{"num":3,"den":4,"value":0.75}}`,
			`{"row":"LOCAL_AUTHORITY","column":"LOCAL_AUTHORITY","ties":0,"share":0,"density":{"num":null,"den":null,"value":null}}`}, []string{"OTHER"}},
		{"matrix without classes", `matrix(by:ESS){classes{class} unknownMembers excludedTies cells{row}}`, []string{`"classes":[],"unknownMembers":6,"excludedTies":5,"cells":[]`}, nil},
		{"components", `components{size members{id}}`, []string{`[{"size":5,"members":[{"id":"org:a"},{"id":"org:b"},{"id":"org:c"},{"id":"org:d"},{"id":"org:e"}]},{"size":1,"members":[{"id":"org:f"}]}]`}, nil},
		// Core a, b, c: all 3 pairs tied; periphery d, e, f: 1 of 3.
		{"core", `corePeriphery{starts reached core{id} periphery{id organisation{name}} fit{id value optima}}`, []string{
			`"core":[{"id":"org:a"},{"id":"org:b"},{"id":"org:c"}],"periphery":[{"id":"org:d","organisation":{"name":"d"}}`, `"fit":{"id":"CORE_PERIPHERY_FIT","value":0.7`}, nil},
		{"cliques", `cliques{size members{organisation{name}}}`, []string{`[{"size":3,"members":[{"organisation":{"name":"a"}},{"organisation":{"name":"b"}},{"organisation":{"name":"c"}}]}]`}, nil},
		// The triangle and d – e: (3/5 - (7/10)²) + (1/5 - (3/10)²).
		{"communities", `communities{groups{members{id}} modularity{value optima} searches{count}}`, []string{
			`{"groups":[{"members":[{"id":"org:a"},{"id":"org:b"},{"id":"org:c"}]},{"members":[{"id":"org:d"},{"id":"org:e"}]},{"members":[{"id":"org:f"}]}],"modularity":{"value":0.22`, `"optima":1},"searches":null`}, nil},
		// Without c – d, 3·2 pairs; without d – e, 4·1.
		{"bridges", `bridges{from{id} to{id} partedPairs}`, []string{`[{"from":{"id":"org:c"},"to":{"id":"org:d"},"partedPairs":6},{"from":{"id":"org:d"},"to":{"id":"org:e"},"partedPairs":4}]`}, nil},
		{"articulation points", `articulationPoints{member{id} added{id value}}`, []string{`[{"member":{"id":"org:c"},"added":{"id":"ARTICULATION_POINTS","value":1}},{"member":{"id":"org:d"},"added":{"id":"ARTICULATION_POINTS","value":1}}]`}, nil},
		// F is 1 - 20/30. Without c {a, b}, {d, e}, f remain: 1 - 4/20.
		{"removals", `removals(first:2){member{id} fragmentation{value} breadth{id value}}`, []string{`"removals":[{"member":{"id":"org:c"},"fragmentation":{"value":0.46666666666666`, `},{"member":{"id":"org:d"}`, `"REMOVAL_EFFECT_DF"`}, []string{"org:a"}},
		{"too many removals", `removals(first:101){member{id}}`, []string{"BAD_USER_INPUT", "first: 101 is not between 1 and 100"}, nil},
		{"key players", `keyPlayers{criterion members{id} left{value num den optima}}`, []string{`{"criterion":"KEY_PLAYER_NEG_F","members":[{"id":"org:c"}],"left":{"value":0.8,"num":16,"den":20,"optima":1}}`, `"KEY_PLAYER_NEG_DF"`}, nil},
		{"columns", `nodes{id measures(ids:[DEGREE,CONSTRAINT,EI_INDEX],by:[KIND]){id value reason scope{attribute}}}`, []string{
			`{"id":"org:f","measures":[{"id":"DEGREE","value":0,"reason":null,"scope":{"attribute":null}},{"id":"CONSTRAINT","value":null,"reason":"ISOLATE",`,
			`{"id":"org:e","measures":[{"id":"DEGREE","value":1,"reason":null,"scope":{"attribute":null}},{"id":"CONSTRAINT","value":1,`,
			`{"id":"EI_INDEX","value":1,"reason":null,"scope":{"attribute":"KIND"}}`}, nil},
		{"columns of parts", `bridges{from{measures(ids:[DEGREE]){value}}}`, []string{`"bridges":[{"from":{"measures":[{"value":3}]}}`}, nil},
		{"no columns", `nodes{id measures(ids:[]){id}}`, []string{`{"id":"org:a","measures":[]}`}, nil},
		{"a column that no node has", `nodes{measures(ids:[CLOSENESS_CENTRALITY]){value reason scope{kind}}}`, []string{`{"measures":[{"value":null,"reason":"NOT_CONNECTED"`}, nil},
		{"no column", `nodes{measures(ids:[DENSITY]){id}}`, []string{"BAD_USER_INPUT", "ids: DENSITY has no values of single members"}, nil},
	} {
		t.Run(row.name, func(t *testing.T) {
			ask(t, api, `{pole(id:"pole:p"){network(`+onTheDay+`){`+row.part+`}}}`, row.want, row.not)
		})
	}
	t.Run("nobody", func(t *testing.T) {
		ask(t, api, `{pole(id:"pole:void"){network{matrix{cells{row} classes{class}} components{size} corePeriphery{fit{id}} communities{searches{agreement}} cliques{size} bridges{partedPairs}
			articulationPoints{added{value}} removals{member{id}} keyPlayers{members{id} left{reason}} nodes{measures(ids:[DEGREE]){id}}}}}`, []string{
			`"matrix":{"cells":[],"classes":[]},"components":[],"corePeriphery":null,"communities":null,"cliques":null,"bridges":[],"articulationPoints":[],"removals":[],"keyPlayers":[{"members":[],"left":{"reason":"NO_NODES"}},`, `"nodes":[]`}, nil)
	})
}

// Organisations of parts come with the members of the network: no call for each.
func TestPartsCostNoCalls(t *testing.T) {
	counting := &counter{Store: testHub(t, valley()...).Store, calls: map[string]int{}}
	api := testAPI(t, &hub.Hub{Store: counting, Clock: noonClock})
	document := func(parts string) string {
		return `{pole(id:"pole:p"){network(` + onTheDay + `){nodes{id} ` + parts + `}}}`
	}
	counting.take()
	answer(t, api, document(""), nil)
	plain := counting.take()
	api = testAPI(t, &hub.Hub{Store: counting, Clock: noonClock})
	answer(t, api, document(`components{members{organisation{name}}} bridges{from{organisation{name}}} removals{member{organisation{name}}} keyPlayers{members{organisation{name}}}`), nil)
	if parts := counting.take(); len(parts) != len(plain) || len(plain) == 0 {
		t.Errorf("with parts %v, without %v", parts, plain)
	}
}
