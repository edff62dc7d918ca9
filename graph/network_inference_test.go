package graph

import (
	"strings"
	"testing"

	"polehub/hub"
)

// In pole:p five of 15 pairs are tied, one of them between two enterprises.
func TestNetworkInference(t *testing.T) {
	api := testAPI(t, testHub(t, valley()...))
	for _, row := range []struct {
		name, arguments, fields string
		want                    []string
	}{
		{"an interval", `ids:[DENSITY],intervals:true,replicates:199,seed:"18446744073709551615"`, `interval{lo hi level se bias method replicates undefined} nullTest{z} seed warnings`, []string{
			`"level":0.95,`, `"method":"VERTEX_BOOTSTRAP_PERCENTILE","replicates":199,"undefined":0},"nullTest":null,"seed":"18446744073709551615","warnings":["SMALL_N"]`}},
		{"a level", `ids:[DENSITY],intervals:true,level:0.5`, `interval{level replicates}`, []string{`{"level":0.5,"replicates":1999}`}},
		{"a null model", `ids:[TRANSITIVITY],nulls:true,replicates:999,seed:7`, `interval{se} nullTest{model mean sd z pLower pUpper pTwoSided exact replicates undefined reachLo} seed`, []string{
			`"interval":null,"nullTest":{"model":"CUG_TIES","mean":0.`, `"exact":false,"replicates":999,"undefined":0,"reachLo":null},"seed":"7"`}},
		{"another null model", `ids:[TRANSITIVITY,DENSITY],nulls:true,replicates:99,model:EDGE_SWITCH`, `nullTest{model}`, []string{`[{"nullTest":{"model":"EDGE_SWITCH"}},{"nullTest":null}]`}},
		// Enterprises are 4 of 6: 6 of 15 pairs are inside. 1 of 5 ties is: the chance of 0 or 1 is
		// (C(6,0)·C(9,5) + C(6,1)·C(9,4))/C(15,5) = (126 + 756)/3003.
		{"an exact test", `ids:[EI_INDEX],by:[KIND],nulls:true`, `scope{kind} nullTest{model pUpper exact replicates reachLo reachHi} seed`, []string{
			`{"scope":{"kind":"NETWORK"},"nullTest":{"model":"EXACT_EI","pUpper":0.29370629370629`, `"exact":true,"replicates":0,"reachLo":-1,"reachHi":1},"seed":null}`}},

		{"adjusted", `ids:[EI_INDEX,TRANSITIVITY],by:[KIND],nulls:true,replicates:99,adjust:HOLM`, `nullTest{pTwoSided adjusted{method p family}}`, []string{
			`{"nullTest":{"pTwoSided":0.58741258741258`, `"adjusted":{"method":"HOLM","p":1,"family":5}}`}},
		{"members drawn", `ids:[RAREFIED_RICHNESS],by:[KIND],sample:1`, `value`, []string{`[{"value":1}]`}}, // one member is of one kind
		{"no member drawn", `sample:0`, `id`, []string{"BAD_USER_INPUT", "sample: must be 1 to 1000, not 0"}},
		{"neither asked for", `ids:[DENSITY]`, `interval{se} nullTest{z} seed`, []string{`{"interval":null,"nullTest":null,"seed":null}`}},
		{"too few replicates", `replicates:98`, `id`, []string{"BAD_USER_INPUT", "replicates: must be 99 to 9999, not 98"}},
		{"too many replicates", `replicates:10000`, `id`, []string{"BAD_USER_INPUT"}},
		{"a level of percent", `level:95`, `id`, []string{"BAD_USER_INPUT", "level: must be .5 to .999, not 95"}},
		{"a seed that is no number", `seed:"x"`, `id`, []string{"BAD_USER_INPUT", "seed: must be a whole number"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			document := `{pole(id:"pole:p"){network(` + onTheDay + `){measures(` + row.arguments + `){` + row.fields + `}}}}`
			ask(t, api, document, row.want, nil)
			got := answer(t, api, document, nil)
			if again := answer(t, testAPI(t, testHub(t, valley()...)), document, nil); again != got {
				t.Errorf("asked again:\n%s\n%s", got, again)
			}
		})
	}
}

// Random networks have a price: ten cost a point, for intervals and nulls apart.
func TestInferenceCost(t *testing.T) {
	schema := Schema(New(&hub.Hub{})).Schema()
	for _, c := range []struct {
		arguments string
		want      int
	}{
		{`ids:[DENSITY,TIES]`, 2 * 20},
		{`ids:[DENSITY,TIES],intervals:true`, 2*20 + 199},
		{`ids:[DENSITY,TIES],intervals:true,nulls:true,replicates:500`, 2*20 + 50 + 50},
		{`ids:[DENSITY,TIES],nulls:true,replicates:100000000`, 2*20 + 999},
		{`ids:[DENSITY,TIES],nulls:$no,replicates:500`, 2 * 20},
		{`ids:[DENSITY,TIES],nulls:$yes,replicates:500`, 2*20 + 50},
	} {
		cost := func(arguments string) int {
			variables := ""
			if _, name, ok := strings.Cut(arguments, "$"); ok {
				name, _, _ = strings.Cut(name, ",")
				variables = "query($" + name + ":Boolean!)"
			}
			doc, op := parse(t, schema, variables+`{pole(id:"pole:p"){network{measures(`+arguments+`){id}}}}`)
			return costOf(doc, op, map[string]any{"yes": true, "no": false})
		}
		if got := cost(c.arguments) - cost(`ids:[]`); got != c.want {
			t.Errorf("%s costs %d more, want %d", c.arguments, got, c.want)
		}
	}
	change := func(arguments string) int {
		doc, op := parse(t, schema, `{pole(id:"pole:p"){change{measures(ids:[TIE_JACCARD]`+arguments+`){id}}}}`)
		return costOf(doc, op, nil)
	}
	if got := change(`,intervals:true,replicates:999`) - change(``); got != 99 {
		t.Errorf("the intervals of a change cost %d more", got)
	}
}
