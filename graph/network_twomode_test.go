package graph

import (
	"strings"
	"testing"

	"polehub/hub"
)

// meetingPole is a pole of a carrier, a partner and a town: the first two share
// premises and staff, the last two a project; the first two signed a partnership with
// the town, the carrier a lease alone.
func meetingPole() []hub.Record {
	records := []hub.Record{
		&hub.Pole{ID: "pole:meet", Name: "Meet"},
		&hub.Contract{ID: "contract:all", Type: hub.ContractPartnership, Title: "all", StartsOn: "2025-01-01", EndsOn: "2026-01-01"},
		&hub.Contract{ID: "contract:lease", Type: hub.ContractPremises, Title: "lease", StartsOn: "2025-01-01", EndsOn: "2026-01-01"},
		&hub.Party{ContractID: "contract:lease", OrganisationID: "org:carrier", Role: hub.PartyLessee},
	}
	for id, kind := range map[hub.ID]hub.OrganisationKind{"org:carrier": hub.KindEnterprise, "org:partner": hub.KindEnterprise, "org:town": hub.KindLocalAuthority} {
		records = append(records,
			&hub.Organisation{ID: id, Name: string(id), Kind: kind},
			&hub.Membership{PoleID: "pole:meet", OrganisationID: id, Circle: hub.CirclePartner, Period: hub.Period{ValidFrom: "2020-01-01"}},
			&hub.Party{ContractID: "contract:all", OrganisationID: id, Role: hub.PartyPartner})
	}
	for _, tie := range []struct {
		kind     hub.TieType
		from, to hub.ID
	}{{hub.TieSharedPremises, "org:carrier", "org:partner"}, {hub.TieSharedStaff, "org:carrier", "org:partner"}, {hub.TieJointProject, "org:partner", "org:town"}} {
		records = append(records, &hub.Tie{Type: tie.kind, FromID: tie.from, ToID: tie.to, ClaimedBy: []hub.Claimant{hub.ByDocument}, Period: hub.Period{ValidFrom: "2024-06-01", ValidTo: "2027-01-01"}})
	}
	return records
}

func TestTwoModeAndLayers(t *testing.T) {
	api := testAPI(t, testHub(t, meetingPole()...))
	for _, row := range []struct {
		name, document string
		want           []string
	}{
		{"contracts", `{pole(id:"pole:meet"){twoMode(projection:{asOf:"2025-06-01"}){poleId asOf rows columns ties{from to weight} unknownPairs{from} measures(ids:[TWO_MODE_DENSITY,TWO_MODE_DEGREE,NEWMAN_TIE_TOTAL,DENSITY]){id value num den reason scope{kind mode keys}} projection{contracts}}}}`, []string{
			`"poleId":"pole:meet","asOf":"2025-06-01","rows":["org:carrier","org:partner","org:town"],"columns":["contract:all","contract:lease"]`,
			`{"from":"org:carrier","to":"contract:lease","weight":1}`, `"unknownPairs":[]`,
			`{"id":"TWO_MODE_DENSITY","value":0.6666666666666666,"num":4,"den":6,"reason":null,"scope":{"kind":"NETWORK","mode":null,"keys":[]}}`,
			`{"id":"TWO_MODE_DEGREE","value":1,"num":2,"den":2,"reason":null,"scope":{"kind":"NODE","mode":"ROWS","keys":["org:carrier"]}}`,
			`"scope":{"kind":"NODE","mode":"COLUMNS","keys":["contract:lease"]}`, `{"id":"NEWMAN_TIE_TOTAL","value":1.5,`,
			`{"id":"DENSITY","value":null,"num":null,"den":null,"reason":"NOT_ONE_MODE"`}},
		{"contracts against chance", `{pole(id:"pole:meet"){twoMode(projection:{asOf:"2025-06-01"}){measures(ids:[TWO_MODE_DENSITY,TWO_MODE_OVERLAP_ROWS],nulls:true,model:CUG_TIES,replicates:99,seed:7,adjust:HOLM){nullTest{model replicates adjusted{family}} seed}}}}`, []string{
			`[{"nullTest":null,"seed":null},{"nullTest":{"model":"CUG_TIES","replicates":99,"adjusted":{"family":1}},"seed":"7"}]`}},
		{"too few networks", `{pole(id:"pole:meet"){twoMode{measures(replicates:5){id}}}}`, []string{`BAD_USER_INPUT`, `replicates`}},
		{"poles", `{pole(id:"pole:meet"){twoMode(columns:POLES,projection:{asOf:"2025-06-01"}){columns measures(ids:[]){id}}}}`, []string{`"columns":["pole:meet"],"measures":[]`}},
		{"documents", `{pole(id:"pole:meet"){twoMode(columns:DOCUMENTS){columns measures{id reason}}}}`, []string{`{"id":"TWO_MODE_DENSITY","reason":"NO_NODES"}`}},
		{"a parameter of one mode", `{pole(id:"pole:meet"){twoMode(projection:{direction:ARCS}){rows}}}`, []string{`BAD_USER_INPUT`, `projection.direction`}},
		{"layers", `{pole(id:"pole:meet"){layers(projection:{asOf:"2025-06-01",silence:ABSENT,relations:[SHARED_PREMISES,SHARED_STAFF,JOINT_PROJECT]}){asOf relations measures(ids:[MULTIPLEXITY,TIES_WITH_CONTRACT,TYPE_JACCARD,DENSITY]){id value num den reason scope{kind keys}} projection{relations}}}}`, []string{
			`"relations":["JOINT_PROJECT","SHARED_PREMISES","SHARED_STAFF"]`, `{"id":"MULTIPLEXITY","value":0.5,"num":1,"den":2,`, `{"id":"TIES_WITH_CONTRACT","value":1,"num":2,"den":2,`,
			`{"id":"TYPE_JACCARD","value":1,"num":1,"den":1,"reason":null,"scope":{"kind":"RELATION_PAIR","keys":["SHARED_PREMISES","SHARED_STAFF"]}}`, `"reason":"NOT_ONE_MODE"`}},
		{"correlation", `{pole(id:"pole:meet"){layers(projection:{asOf:"2025-06-01",silence:ABSENT,relations:[SHARED_PREMISES,SHARED_STAFF]}){measures(ids:[TYPE_CORRELATION],nulls:true,by:[KIND]){value seed scope{attribute keys} nullTest{model exact pUpper pLower replicates}}}}}`, []string{
			`{"value":1,"seed":null,"scope":{"attribute":null,"keys":["SHARED_PREMISES","SHARED_STAFF"]},"nullTest":{"model":"QAP","exact":true,"pUpper":0.3333333333333333,"pLower":1,"replicates":0}}`,
			`"scope":{"attribute":"KIND","keys":["SHARED_STAFF"]}`}},
		{"too few orders", `{pole(id:"pole:meet"){layers{measures(replicates:5){id}}}}`, []string{`BAD_USER_INPUT`, `replicates`}},
		{"regression", `{pole(id:"pole:meet"){layers(projection:{asOf:"2025-06-01",silence:ABSENT,relations:[SHARED_PREMISES,SHARED_STAFF,JOINT_PROJECT]}){regression(of:JOINT_PROJECT,on:[SHARED_STAFF]){dependent status reason cells exact replicates seed coefficients{relation attribute estimate pTwoSided undefined}}}}}`, []string{
			// One pair of three each, not the same one: −1/2.
			`{"dependent":"JOINT_PROJECT","status":"OK","reason":null,"cells":3,"exact":true,"replicates":0,"seed":null,"coefficients":[{"relation":"SHARED_STAFF","attribute":null,"estimate":-0.5,"pTwoSided":1,"undefined":2}]}`}},
		{"too few cells", `{pole(id:"pole:meet"){layers(projection:{asOf:"2025-06-01",silence:ABSENT}){regression(of:JOINT_PROJECT,on:[SHARED_STAFF],sameClass:[KIND]){status reason n coefficients{t}}}}}`, []string{`{"status":"UNDEFINED","reason":"TOO_FEW_NODES","n":3,"coefficients":[]}`}},
		{"regression on nothing", `{pole(id:"pole:meet"){layers{regression(of:JOINT_PROJECT){cells}}}}`, []string{`BAD_USER_INPUT`, `"on"`}},
		{"regression of what is not asked for", `{pole(id:"pole:meet"){layers(projection:{relations:[SHARED_STAFF]}){regression(of:JOINT_PROJECT,on:[SHARED_STAFF]){cells}}}}`, []string{`BAD_USER_INPUT`, `"of"`}},
		{"two modes of one", `{pole(id:"pole:meet"){network(projection:{asOf:"2025-06-01"}){measures(ids:[TWO_MODE_DENSITY,MULTIPLEXITY]){reason}}}}`, []string{`[{"reason":"NOT_TWO_MODE"},{"reason":"SINGLE_RELATION"}]`}},
		{"of no network", `{pole(id:"pole:meet"){twoMode{measures(ids:[HHI]){id}}}}`, []string{`BAD_USER_INPUT`, `HHI is measured of MONEY`}},
	} {
		t.Run(row.name, func(t *testing.T) { ask(t, api, row.document, row.want, nil) })
	}
}

// TestEveryIndicatorHasAField: an indicator is measured by the field that the schema
// names for its subject, which is there.
func TestEveryIndicatorHasAField(t *testing.T) {
	schema := schemaOf()
	measured := map[string]bool{}
	for _, v := range schema.Types["IndicatorSubject"].EnumValues {
		_, field, _ := strings.Cut(v.Description, ": ")
		typ := schema.Types[strings.TrimSuffix(field, ".measures.")]
		if typ == nil || typ.Fields.ForName("measures") == nil {
			t.Errorf("%s: there is no field %s", v.Name, field)
		}
		measured[v.Name] = true
	}
	for _, d := range definitions() {
		if !measured[string(d.Subject)] {
			t.Errorf("%s is of %s, which no field measures", d.ID, d.Subject)
		}
	}
}
