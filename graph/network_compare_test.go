package graph

import (
	"strings"
	"testing"

	"polehub/hub"
)

// later is valley with a pole r like p, of which nobody was asked, and a member g
// who joins p in July 2025 and ties with a.
func later() []hub.Record {
	fact := hub.Fact{SourceIDs: []hub.ID{"source:s"}}
	records := append(valley(),
		&hub.Pole{ID: "pole:r", Name: "R", Fact: fact},
		&hub.Organisation{ID: "org:g", Name: "g", Kind: hub.KindEnterprise, Fact: fact},
		&hub.Membership{PoleID: "pole:p", OrganisationID: "org:g", Circle: hub.CirclePartner, Period: hub.Period{ValidFrom: "2025-07-01"}, Fact: fact},
		&hub.Tie{Type: hub.TieJointProject, FromID: "org:a", ToID: "org:g", ClaimedBy: []hub.Claimant{hub.ByFirst}, Period: hub.Period{ValidFrom: "2025-07-01", ValidTo: "2027-01-01"}, Fact: fact},
		&hub.Tie{Type: hub.TieJointProject, FromID: "org:b", ToID: "org:e", ClaimedBy: []hub.Claimant{hub.ByFirst}, Period: hub.Period{ValidFrom: "2025-07-01", ValidTo: "2027-01-01"}, Fact: fact})
	for _, name := range "abcdef" {
		records = append(records, &hub.Membership{PoleID: "pole:r", OrganisationID: hub.ID("org:" + string(name)), Circle: hub.CirclePartner, Fact: fact})
	}
	return records
}

func TestCompare(t *testing.T) {
	api := testAPI(t, testHub(t, later()...))
	for _, row := range []struct {
		name, arguments, selection string
		want                       []string
	}{
		// All of p answered, nobody of q; 6 members and 3.
		{"two poles", `poles:["pole:p","pole:q"],at:"2025-06-01"`, `isComparable isPaired differences{parameter first second} first{poleId} second{poleId nodes{organisation{name}}}
			measures(ids:[NODES,TIES,DENSITY],replicates:99,seed:3){id first{value} second{value} difference interval{lo hi} seed}`, []string{
			`"isComparable":false,"isPaired":false,"differences":[{"parameter":"COVERAGE","first":"100 %","second":"0 %"}],"first":{"poleId":"pole:p"},"second":{"poleId":"pole:q","nodes":[{"organisation":{"name":"c"}},`,
			`{"id":"NODES","first":{"value":6},"second":{"value":3},"difference":-3,"interval":null,"seed":null}`, `{"id":"TIES","first":{"value":5},"second":{"value":2},"difference":-3`}},
		// On the members of both days, a to f: 5 ties of 15 pairs, then 6. Of the second
		// day 6 of 7 members answered.
		{"two days", `poles:["pole:p"],dates:["2025-06-01","2025-08-01"]`, `isComparable isPaired differences{parameter first second} first{asOf} second{asOf nodes{id}}
			measures(ids:[TIES,DENSITY],replicates:199,seed:3){id first{value n} second{value n} difference interval{level replicates} z pTwoSided seed}`, []string{
			`"isComparable":false,"isPaired":true,"differences":[{"parameter":"COVERAGE","first":"100 %","second":"86 %"}],"first":{"asOf":"2025-06-01"}`, `{"id":"org:g"}`,
			`{"id":"TIES","first":{"value":5,"n":6},"second":{"value":6,"n":6},"difference":1,"interval":null,`, `{"id":"DENSITY","first":{"value":0.3333333333333333,"n":6},"second":{"value":0.4,"n":6},`, `"interval":{"level":0.95,"replicates":199},"z":null,"pTwoSided":null,"seed":"3"}`}},
		{"two days of like coverage", `poles:["pole:p"],dates:["2025-06-01","2025-06-02"]`, `isComparable differences{parameter} measures(ids:[DENSITY],replicates:99){difference}`, []string{`"isComparable":true,"differences":[],"measures":[{"difference":0}]`}},
		{"two poles on two days", `poles:["pole:p","pole:r"],dates:["2025-06-01","2025-08-01"]`, `isPaired differences{parameter first second} measures(ids:[DENSITY],intervals:false){interval{lo} z}`, []string{
			`"isPaired":false,"differences":[{"parameter":"DATE","first":"2025-06-01","second":"2025-08-01"},{"parameter":"COVERAGE",`, `"measures":[{"interval":null,"z":null}]`}},
		{"different poles have a test", `poles:["pole:p","pole:r"],at:"2025-06-01"`, `measures(ids:[AVERAGE_DEGREE],replicates:99){difference z pTwoSided interval{method}}`, []string{`"measures":[{"difference":0,"z":0,"pTwoSided":1,`}},
		{"without indicators", `poles:["pole:p","pole:r"]`, `measures(ids:[]){id}`, []string{`"measures":[]`}},
		{"three poles", `poles:["pole:p","pole:q","pole:r"]`, `isPaired`, []string{"BAD_USER_INPUT", "poles: names 3 poles"}},
		{"one pole", `poles:["pole:p"]`, `isPaired`, []string{"BAD_USER_INPUT", "dates: one pole is compared on two days"}},
		{"three days", `poles:["pole:p"],dates:["2025-01-01"]`, `isPaired`, []string{"BAD_USER_INPUT", "dates: names 1 days"}},
		{"at and dates", `poles:["pole:p"],at:"2025-01-01",dates:["2025-01-01"]`, `isPaired`, []string{"BAD_USER_INPUT", "at: give at or dates"}},
		{"no day", `poles:["pole:p"],dates:["2025-01-01","soon"]`, `isPaired`, []string{"BAD_USER_INPUT", "dates[1]: "}},
		{"no id", `poles:["pole:p","q"]`, `isPaired`, []string{"BAD_USER_INPUT", "poles[1]: "}},
		{"one side twice", `poles:["pole:p","pole:p"],at:"2025-01-01"`, `isPaired`, []string{"BAD_USER_INPUT", "is compared with itself"}},
		{"a day in the projection", `poles:["pole:p","pole:q"],projection:{asOf:"2025-01-01"}`, `isPaired`, []string{"BAD_USER_INPUT", "projection.asOf: the days"}},
		{"too few replicates", `poles:["pole:p","pole:q"]`, `measures(replicates:9){id}`, []string{"BAD_USER_INPUT", "replicates: must be 99 to 9999"}},
		{"a pole that is not there", `poles:["pole:p","pole:none"]`, `isPaired`, []string{`"compare":null`}},
	} {
		t.Run(row.name, func(t *testing.T) { ask(t, api, `{compare(`+row.arguments+`){`+row.selection+`}}`, row.want, nil) })
	}
	// Swapping the sides changes signs only.
	document := func(poles string) string {
		return answer(t, api, `{compare(poles:[`+poles+`],at:"2025-06-01"){measures(ids:[NODES]){difference}}}`, nil)
	}
	if one, other := document(`"pole:p","pole:q"`), document(`"pole:q","pole:p"`); !strings.Contains(one, "-3") || strings.Replace(one, "-3", "3", 1) != other {
		t.Errorf("%s and %s", one, other)
	}
}
