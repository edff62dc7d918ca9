package graph

import (
	"testing"

	"polehub/hub"
)

// twice is a hub with one SIREN in two organisations, which are members of a pole that
// nobody carries and of which no start is known.
func twice() []hub.Record {
	fact := hub.Fact{SourceIDs: []hub.ID{"source:s"}}
	return []hub.Record{
		&hub.Source{ID: "source:s", Title: "S", Kind: hub.SourceDocument},
		&hub.Organisation{ID: "org:siren-000000018", Name: "A", Kind: hub.KindEnterprise, Fact: fact},
		&hub.Organisation{ID: "org:b", Name: "B", Kind: hub.KindEnterprise, Fact: fact},
		&hub.Identifier{OrganisationID: "org:b", Scheme: hub.SchemeSIREN, Raw: "000000018", Fact: fact},
		&hub.Pole{ID: "pole:p", Name: "P", Fact: fact},
		&hub.Membership{ID: "membership:m", PoleID: "pole:p", OrganisationID: "org:b", Circle: hub.CirclePartner, Fact: fact},
	}
}

func TestQuality(t *testing.T) {
	api := testAPI(t, testHub(t, twice()...))
	for _, row := range []struct {
		name, document string
		want, lacks    []string
	}{
		{"findings", `{hub{quality{revision records findings(severities:[ERROR]){rule{code severity noun name fix(lang:EN)} places{recordId field value}}}}}`, []string{
			`"revision":1,"records":6`, `"code":"POSSIBLE_DUPLICATE","severity":"ERROR","noun":"ORGANISATION","name":"un numéro (SIREN, RNA), plusieurs organisations"`, `"fix":"if they are one`,
			`"places":[{"recordId":"org:b","field":null,"value":"SIREN 000000018"},{"recordId":"org:siren-000000018","field":null,"value":"SIREN 000000018"}]`}, []string{"POLE_UNDATED"}},
		{"a fact without a value", `{hub{quality{findings(codes:["MEMBERSHIP_UNDATED"]){places{recordId field value}}}}}`, []string{
			`"findings":[{"places":[{"recordId":"membership:m","field":"validFrom","value":null}]}]`}, nil},
		{"counts", `{hub{quality{counts(codes:["MEMBERSHIP_UNDATED","FACT_WITHOUT_SOURCE","POLE_WITHOUT_CARRIER"]){rule{code noun} count}}}}`, []string{
			`"counts":[{"rule":{"code":"FACT_WITHOUT_SOURCE","noun":null},"count":0},{"rule":{"code":"POLE_WITHOUT_CARRIER","noun":"POLE"},"count":1},{"rule":{"code":"MEMBERSHIP_UNDATED","noun":"MEMBERSHIP"},"count":1}]`}, nil},
		{"a page", `{hub{quality{a:findings(first:1){rule{code}} b:findings(first:1,skip:1){rule{code}} c:findings(skip:100){rule{code}}}}}`, []string{
			`"a":[{"rule":{"code":"POSSIBLE_DUPLICATE"}}],"b":[{"rule":{"code":"POLE_WITHOUT_CARRIER"}}],"c":[]`}, nil},
		{"nothing asked for", `{hub{quality{findings(severities:[]){rule{code}} counts(severities:[INFO],codes:["POSSIBLE_DUPLICATE"]){count}}}}`, []string{`"findings":[],"counts":[]`}, nil},
		{"no such rule", `{hub{quality{findings(codes:["NOTHING"]){rule{code}}}}}`, []string{"BAD_USER_INPUT", `\"NOTHING\" is not the code of a rule: expected one of POSSIBLE_DUPLICATE`}, nil},
		{"a page too long", `{hub{quality{findings(first:101){rule{code}}}}}`, []string{"BAD_USER_INPUT", "101 is not between 1 and 100"}, nil},
		{"a page before the first", `{hub{quality{findings(skip:-1){rule{code}}}}}`, []string{"BAD_USER_INPUT", "-1 is negative"}, nil},
	} {
		t.Run(row.name, func(t *testing.T) { ask(t, api, row.document, row.want, row.lacks) })
	}
}
