package graph

import (
	"strings"
	"testing"

	"polehub/hub"
)

func TestWhatIf(t *testing.T) {
	api := testAPI(t, testHub(t, valley()...))
	for _, row := range []struct {
		name, arguments, selection string
		want                       []string
	}{
		// Of 15 pairs 5 are tied. Without c: ab and de of 10.
		{"a member leaves", `remove:["org:c"]`, `before{measures(ids:[NODES]){value}} after{nodes{id organisation{name}} measures(ids:[DENSITY]){num den}} measures(ids:[TIES,DENSITY,ISOLATES]){id first{value} second{value} difference}`, []string{
			`"before":{"measures":[{"value":6}]}`, `"after":{"nodes":[{"id":"org:a","organisation":{"name":"a"}},{"id":"org:b",`, `"measures":[{"num":2,"den":10}]`,
			`{"id":"TIES","first":{"value":5},"second":{"value":2},"difference":-3}`, `{"id":"ISOLATES","first":{"value":1},"second":{"value":1},"difference":0}`}},
		{"a tie is made", `add:[{from:"org:f",to:"org:e"}]`, `measures(ids:[TIES,WEAK_COMPONENTS]){first{value} second{value} difference}`, []string{
			`"measures":[{"first":{"value":5},"second":{"value":6},"difference":1},{"first":{"value":2},"second":{"value":1},"difference":-1}]`}},
		// z comes with one tie; of its other five pairs nobody said anything.
		{"an organisation joins", `add:[{from:"org:z",to:"org:a"}]`, `after{unknownPairs{from to} nodes{id organisation{name} classes{by class}} measures(ids:[DENSITY]){num den pairsUnknown}} measures(ids:[DEGREE],nodes:true){scope{keys} first{value} second{value} difference}`, []string{
			`{"id":"org:z","organisation":{"name":"z"},"classes":[{"by":"ESS","class":null},{"by":"KIND","class":"RESEARCH_CENTRE"}`, `{"num":6,"den":16,"pairsUnknown":5}`,
			`{"scope":{"keys":["org:z"]},"first":null,"second":{"value":1},"difference":null}`, `{"scope":{"keys":["org:a"]},"first":{"value":2},"second":{"value":3},"difference":1}`}},
		{"somebody takes the place of another", `remove:["org:d"],add:[{from:"org:z",to:"org:c"},{from:"org:z",to:"org:e"}]`, `measures(ids:[NODES,TIES,KEY_PLAYER_NEG_F]){id scope{keys} first{scope{keys}} second{scope{keys}} difference}`, []string{
			`{"id":"NODES","scope":{"keys":[]},"first":{"scope":{"keys":[]}},"second":{"scope":{"keys":[]}},"difference":0}`, `{"id":"TIES",`, `"first":{"scope":{"keys":["org:c"]}},"second":{"scope":{"keys":["org:c"]}},"difference":0`}},
		{"everybody leaves", `remove:["org:a","org:b","org:c","org:d","org:e","org:f"]`, `after{nodes{id}} measures(ids:[DENSITY]){first{value} second{value reason} difference}`, []string{`"after":{"nodes":[]}`, `"second":{"value":null,"reason":"NO_NODES"},"difference":null`}},
		{"nothing", ``, `before{asOf}`, []string{"BAD_USER_INPUT", "remove: nothing is supposed"}},
		{"somebody who is not there leaves", `remove:["org:a","org:x"]`, `before{asOf}`, []string{"BAD_USER_INPUT", "remove[1]: org:x is not in the network of pole:p"}},
		{"nobody joins", `add:[{from:"org:nobody",to:"org:a"}]`, `before{asOf}`, []string{"BAD_USER_INPUT", `add[0].from: no organisation has the id`}},
		{"a loop", `add:[{from:"org:a",to:"org:b"},{from:"org:a",to:"org:a"}]`, `before{asOf}`, []string{"BAD_USER_INPUT", "add[1]: org:a would be tied to itself"}},
		{"a tie of one who leaves", `remove:["org:a"],add:[{from:"org:a",to:"org:b"}]`, `before{asOf}`, []string{"BAD_USER_INPUT", "add[0]: org:a leaves"}},
		{"too many leave", `remove:[` + strings.Repeat(`"org:a",`, hub.MaxSupposed+1) + `]`, `before{asOf}`, []string{"BAD_USER_INPUT", "remove: 101 members leave: at most 100"}},
		{"no id", `remove:["a b"]`, `before{asOf}`, []string{"BAD_USER_INPUT", "remove[0]: "}},
		{"no indicator", `remove:["org:a"]`, `measures(ids:[]){id}`, []string{`"measures":[]`}},
	} {
		t.Run(row.name, func(t *testing.T) {
			arguments := strings.TrimPrefix(row.arguments+","+onTheDay, ",")
			ask(t, api, `{whatIf(pole:"pole:p",`+arguments+`){`+row.selection+`}}`, row.want, nil)
		})
	}
	ask(t, api, `{whatIf(pole:"pole:nowhere",remove:["org:a"]){before{asOf}} hub{revision}}`, []string{`"whatIf":null`, `"revision":1`}, nil)
}
