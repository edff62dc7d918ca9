package graph

import "testing"

func TestPath(t *testing.T) {
	api := testAPI(t, testHub(t, valley()...))
	for _, row := range []struct {
		name, document string
		want           []string
	}{
		// a – c – x – y – z; in pole q, c – y is not known, and would be shorter.
		{"across poles", `{path(from:"org:a",to:"org:z",at:"2025-06-01"){from{id} to{name} at length total undocumentedPairs isComplete organisationsSeen
			paths{steps{from{id} to{id name} ties{id type validFrom sources{title} from{name}}}}}}`, []string{
			`"from":{"id":"org:a"},"to":{"name":"z"},"at":"2025-06-01","length":4,"total":1,"undocumentedPairs":1,"isComplete":true`,
			`{"from":{"id":"org:a"},"to":{"id":"org:c","name":"c"},"ties":[{"id":"tie:`, `"type":"JOINT_PROJECT","validFrom":"2025-01-01","sources":[{"title":"S"}],"from":{"name":"a"}}]}`}},
		{"none", `{path(from:"org:a",to:"org:f",at:"2025-06-01"){length paths{steps{from{id}}} total undocumentedPairs}}`, []string{`"length":null,"paths":[],"total":0,"undocumentedPairs":0`}},
		{"too far", `{path(from:"org:a",to:"org:z",at:"2025-06-01",maxLength:3){length undocumentedPairs}}`, []string{`"length":null,"undocumentedPairs":1`}},
		{"of no type", `{path(from:"org:a",to:"org:z",types:[]){length}}`, []string{"BAD_USER_INPUT", "types: names no type"}},
		{"of no organisation", `{path(from:"org:a",to:"org:none"){length}}`, []string{"BAD_USER_INPUT", "to: no organisation has the id"}},
		{"of no id", `{path(from:"a",to:"org:z"){length}}`, []string{"BAD_USER_INPUT", "from: "}},
		{"of length 0", `{path(from:"org:a",to:"org:z",maxLength:0){length}}`, []string{"BAD_USER_INPUT", "maxLength: 0 is not between 1 and 10"}},
		{"on no day", `{path(from:"org:a",to:"org:z",at:"soon"){length}}`, []string{"BAD_USER_INPUT", "at: "}},
	} {
		t.Run(row.name, func(t *testing.T) { ask(t, api, row.document, row.want, nil) })
	}
}
