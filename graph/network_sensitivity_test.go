package graph

import (
	"testing"

	"polehub/hub"
)

// The pole of the valley: the triangle a, b, c, then c – d – e, and f alone.
func TestSensitivity(t *testing.T) {
	api := testAPI(t, testHub(t, valley()...))
	for _, row := range []struct {
		name, part string
		want       []string
	}{
		// Without c 2 of 10 pairs are tied, without d or a, b 3, without e 4, without f 5.
		{"one is missing", `sensitivity(ids:[DENSITY],lost:[10]){id measure{num den} percent lost median lo hi rankCorrelation undefined subsets isExhaustive seed}`, []string{
			`[{"id":"DENSITY","measure":{"num":5,"den":15},"percent":10,"lost":1,"median":0.3,"lo":0.2,"hi":0.5,"rankCorrelation":null,"undefined":0,"subsets":6,"isExhaustive":true,"seed":null}]`}},
		{"by default", `sensitivity(ids:[TIES]){percent lost subsets}`, []string{`[{"percent":10,"lost":1,"subsets":6},{"percent":20,"lost":2,"subsets":15},{"percent":30,"lost":2,"subsets":15}]`}},
		{"rankings", `sensitivity(ids:[DEGREE],lost:[10],nodes:true){id measure{id} median rankCorrelation}`, []string{`{"id":"DEGREE","measure":null,"median":null,"rankCorrelation":0.`}},
		{"without a value", `sensitivity(ids:[CLOSENESS_CENTRALIZATION],lost:[10]){id}`, []string{`"sensitivity":[]`}},
		{"of another subject", `sensitivity(ids:[HHI]){id}`, []string{`BAD_USER_INPUT`, `ids: HHI is measured of MONEY`}},
		{"nothing asked", `sensitivity(ids:[]){id}`, []string{`BAD_USER_INPUT`, `ids: must name 1 to 20 indicators, not 0`}},
		{"nobody is missing", `sensitivity(ids:[TIES],lost:[10,0]){id}`, []string{`BAD_USER_INPUT`, `lost[1]: 0 is not between 1 and 99`}},
		{"too many losses", `sensitivity(ids:[TIES],lost:[1,2,3,4,5,6]){id}`, []string{`BAD_USER_INPUT`, `lost: must name 1 to 5 percentages, not 6`}},
		{"too few replicates", `sensitivity(ids:[TIES],replicates:5){id}`, []string{`BAD_USER_INPUT`, `replicates: must be 99 to 9999, not 5`}},
		{"one left out", `leaveOneOut(ids:[DENSITY,CLOSENESS_CENTRALIZATION]){measure{id num den} lowest lowestWithout{id organisation{name}} highest highestWithout{id} undefined}`, []string{
			`"leaveOneOut":[{"measure":{"id":"DENSITY","num":5,"den":15},"lowest":0.2,"lowestWithout":{"id":"org:c","organisation":{"name":"c"}},"highest":0.5,"highestWithout":{"id":"org:f"},"undefined":0}]`}},
		{"no indicators to leave out of", `leaveOneOut(ids:[]){undefined}`, []string{`BAD_USER_INPUT`, `ids: must name 1 to 20 indicators, not 0`}},
	} {
		t.Run(row.name, func(t *testing.T) {
			ask(t, api, `{pole(id:"pole:p"){network(`+onTheDay+`){`+row.part+`}}}`, row.want, nil)
		})
	}
	ask(t, api, `{pole(id:"pole:void"){network{sensitivity(ids:[NODES]){undefined} leaveOneOut(ids:[NODES]){measure{value} lowest lowestWithout{id} undefined}}}}`, []string{
		`"leaveOneOut":[{"measure":{"value":0},"lowest":null,"lowestWithout":null,"undefined":0}]`}, nil)
}

// Networks without some members have a price: each indicator on ten costs a point.
func TestSensitivityCost(t *testing.T) {
	schema := Schema(New(&hub.Hub{})).Schema()
	cost := func(part string) int {
		doc, op := parse(t, schema, `{pole(id:"pole:p"){network{`+part+`}}}`)
		return costOf(doc, op, nil)
	}
	nothing := cost("revision") - 1
	for part, want := range map[string]int{
		`sensitivity(ids:[DENSITY],lost:[10]){lost}`:                         1 + 20 + 1*1*500 + 100,
		`sensitivity(ids:[DENSITY,TIES],lost:[10,20],replicates:9999){lost}`: 1 + 20 + 2*2*999 + 100,
		`sensitivity(ids:[DENSITY]){lost}`:                                   1 + 20 + 1*3*500 + 100,
		`leaveOneOut(ids:[DENSITY,TIES]){undefined}`:                         1 + 20 + 2*10 + 100,
		`leaveOneOut(ids:[DENSITY,TIES]){undefined lowestWithout{id}}`:       1 + 20 + 2*10 + 100*3,
	} {
		if got := cost(part) - nothing; got != want {
			t.Errorf("%s costs %d, want %d", part, got, want)
		}
	}
}
