package graph

import (
	"fmt"
	"testing"

	"polehub/analysis"
	"polehub/hub"
)

// paidPole is a pole of a carrier and a partner: a region grants the carrier 900
// euros for 2025; the carrier buys from the partner for 100; a framework contract
// between the two may reach 5000. They have cooperated since 2020, by two ties of
// which the second followed the first; the partner trusts the carrier.
func paidPole() []hub.Record {
	contract := func(local string, t hub.ContractType, cents int64, basis hub.AmountBasis) *hub.Contract {
		return &hub.Contract{
			ID: hub.ID("contract:" + local), Type: t, Title: local, Amount: new(hub.Money(cents)), AmountBasis: basis,
			StartsOn: "2025-01-01", EndsOn: "2026-01-01",
		}
	}
	party := func(of, who string, role hub.PartyRole) *hub.Party {
		return &hub.Party{ContractID: hub.ID("contract:" + of), OrganisationID: hub.ID("org:" + who), Role: role}
	}
	tie := func(t hub.TieType, from, to string, start, end hub.Date, strengths ...int) *hub.Tie {
		return &hub.Tie{
			Type: t, FromID: hub.ID("org:" + from), ToID: hub.ID("org:" + to), ClaimedBy: []hub.Claimant{hub.ByFirst}, Strengths: strengths,
			Period: hub.Period{ValidFrom: start, ValidTo: end},
		}
	}
	return []hub.Record{
		&hub.Pole{ID: "pole:paid", Name: "Paid", Communes: []string{"26108"}},
		&hub.Organisation{ID: "org:carrier", Name: "carrier", Kind: hub.KindEnterprise, Commune: "26108"},
		&hub.Organisation{ID: "org:partner", Name: "partner", Kind: hub.KindEnterprise},
		&hub.Organisation{ID: "org:region", Name: "region", Kind: hub.KindLocalAuthority, PublicTier: hub.TierRegion},
		&hub.Membership{PoleID: "pole:paid", OrganisationID: "org:carrier", Circle: hub.CircleCarrier, Period: hub.Period{ValidFrom: "2020-01-01"}},
		&hub.Membership{PoleID: "pole:paid", OrganisationID: "org:partner", Circle: hub.CirclePartner, Period: hub.Period{ValidFrom: "2021-01-01"}},
		contract("grant", hub.ContractGrant, 90000, hub.AmountFixed), party("grant", "region", hub.PartyFunder), party("grant", "carrier", hub.PartyBeneficiary),
		contract("service", hub.ContractService, 10000, hub.AmountFixed), party("service", "carrier", hub.PartyBuyer), party("service", "partner", hub.PartySupplier),
		contract("frame", hub.ContractService, 500000, hub.AmountMaximum), party("frame", "carrier", hub.PartyBuyer), party("frame", "partner", hub.PartySupplier),
		tie(hub.TieJointOffer, "carrier", "partner", "2020-01-01", "2023-01-01"),
		tie(hub.TieSupply, "carrier", "partner", "2023-01-01", "2027-01-01"),
		tie(hub.TieTrust, "partner", "carrier", "2025-01-01", "2027-01-01", 4),
	}
}

func TestMoney(t *testing.T) {
	api := testAPI(t, testHub(t, paidPole()...))
	for _, row := range []struct {
		name, document string
		want           []string
	}{
		{"a day", `{pole(id:"pole:paid"){money(at:"2025-06-01"){asOf from members contracts unknownAmounts openEnded measures(ids:[PUBLIC_MONEY_SHARE,NET_POSITION,CR1]){id value asOf from unknownAmounts warnings scope{kind keys}}}}}`, []string{
			`"asOf":"2025-06-01","from":null,"members":2,"contracts":3,"unknownAmounts":1,"openEnded":0`,
			`{"id":"PUBLIC_MONEY_SHARE","value":0.9,"asOf":"2025-06-01","from":null,"unknownAmounts":1,"warnings":["UNKNOWN_AMOUNTS"],"scope":{"kind":"NETWORK","keys":[]}}`,
			`{"id":"NET_POSITION","value":-10000,`, `"keys":["org:carrier"]`, `{"id":"CR1","value":0.9,`}},
		{"a period", `{pole(id:"pole:paid"){money(from:"2024-07-02",to:"2025-07-02"){asOf from to flows{contractId payerId payeeId amount} measures(ids:[CONTRACT_COVERAGE]){value num den from to scope{keys}}}}}`, []string{
			`"asOf":null,"from":"2024-07-02","to":"2025-07-02"`, `{"contractId":"contract:frame","payerId":"org:carrier","payeeId":"org:partner","amount":null}`,
			`{"contractId":"contract:grant","payerId":"org:region","payeeId":"org:carrier","amount":"448.76"}`, `{"value":0.4986301369863014,"num":182,"den":365,"from":"2024-07-02","to":"2025-07-02","scope":{"keys":["DAYS"]}}`}},
		{"maxima between members", `{pole(id:"pole:paid"){money(at:"2025-06-01",between:true,maxima:true,types:[SERVICE]){contracts measures(ids:[RETENTION_SHARE,HHI]){value}}}}`, []string{`"contracts":2,"measures":[{"value":1},{"value":1}]`}},
		{"every indicator", `{pole(id:"pole:paid"){money(at:"2025-06-01"){measures(nodes:true){id value reason}}}}`, []string{`{"id":"INSIDE_PERIMETER_SHARE","value":1,"reason":null}`, `{"id":"GINI","value":null,"reason":"NO_AMOUNTS"}`}},
		{"a day and a period", `{pole(id:"pole:paid"){money(at:"2025-06-01",from:"2025-01-01"){contracts}}}`, []string{`BAD_USER_INPUT`, `"at"`}},
		{"a period backwards", `{pole(id:"pole:paid"){money(from:"2025-06-01",to:"2025-01-01"){contracts}}}`, []string{`BAD_USER_INPUT`, `"to"`}},
		{"an indicator of networks", `{pole(id:"pole:paid"){money{measures(ids:[DENSITY]){value}}}}`, []string{`BAD_USER_INPUT`, `DENSITY is measured of NETWORK, not of MONEY`}},
		{"money of a network", `{pole(id:"pole:paid"){network{measures(ids:[HHI]){value}}}}`, []string{`BAD_USER_INPUT`, `HHI is measured of MONEY, not of NETWORK`}},
	} {
		t.Run(row.name, func(t *testing.T) { ask(t, api, row.document, row.want, nil) })
	}
}

func TestEvolution(t *testing.T) {
	api := testAPI(t, testHub(t, paidPole()...))
	for _, row := range []struct {
		name, document string
		want           []string
	}{
		{"a renewed tie", `{pole(id:"pole:paid"){change(from:"2022-01-01",to:"2024-01-01"){from to kept{from to} formed{from} dissolved{from} stayed joined
			measures{id value reason scope{keys}} tieDurations{spells ended steps{days}} projection{asOf silence}}}}`, []string{
			`"from":"2022-01-01","to":"2024-01-01","kept":[{"from":"org:carrier","to":"org:partner"}],"formed":[],"dissolved":[],"stayed":["org:carrier","org:partner"],"joined":[]`,
			`{"id":"TIE_PERSISTENCE","value":1,"reason":null,"scope":{"keys":[]}}`, `{"id":"LONG_TIE_SHARE","value":1,`, `{"id":"TIE_DURATION_MEDIAN","value":null,"reason":"ALL_CENSORED",`,
			`"tieDurations":{"spells":1,"ended":0,"steps":[]}`, `"projection":{"asOf":"2024-01-01","silence":"UNKNOWN"}`}},
		{"with those who joined", `{pole(id:"pole:paid"){change(from:"2020-06-01",to:"2024-01-01",actors:ALL){joined formed{from to} memberTenures{spells ended}}}}`, []string{
			`"joined":["org:partner"],"formed":[{"from":"org:carrier","to":"org:partner"}],"memberTenures":{"spells":2,"ended":0}`}},
		{"a period of a network", `{pole(id:"pole:paid"){network(projection:{from:"2020-01-01",to:"2021-06-01",membersIn:ALL}){asOf nodes{id} measures(ids:[NODES]){value asOf from to} projection{asOf from to membersIn}}}}`, []string{
			`"asOf":"2021-05-31","nodes":[{"id":"org:carrier"}],"measures":[{"value":1,"asOf":null,"from":"2020-01-01","to":"2021-06-01"}]`, `"projection":{"asOf":null,"from":"2020-01-01","to":"2021-06-01","membersIn":"ALL"}`}},
		{"a timeline", `{timeline(pole:"pole:paid",measures:[TIES,PUBLIC_MONEY_SHARE],from:"2020-07-01",to:"2025-07-01"){from to series{id mean bounds{lower} days undefinedDays reason steps{from to measure{value reason}}}}}`, []string{
			// No tie before the partner came, on 2021-01-01, 184 days in; 181 days of money.
			`"from":"2020-07-01","to":"2025-07-01","series":[{"id":"TIES","mean":0.8992332968236583,"bounds":null,"days":1826,"undefinedDays":0,"reason":null,"steps":[{"from":"2020-07-01","to":"2021-01-01","measure":{"value":0,"reason":null}},{"from":"2021-01-01",`,
			`{"id":"PUBLIC_MONEY_SHARE","mean":0.9,"bounds":null,"days":1826,"undefinedDays":1645,"reason":null,`}},
		{"ratings", `{pole(id:"pole:paid"){survey(projection:{asOf:"2025-06-01"}){ratings self measures(nodes:true){id value label raters reason inputs{id value}}}}}`, []string{
			`"ratings":1,"self":0`, `{"id":"TRUST_SCORE","value":4,"label":null,"raters":1,"reason":null,"inputs":[]}`, `{"id":"VALUE_SCORE","value":null,"label":null,"raters":0,"reason":"NO_RATINGS","inputs":[]}`,
			`{"id":"GOVERNANCE_HINT","value":null,"label":null,"raters":0,"reason":"TOO_FEW_NODES","inputs":[{"id":"NODES","value":2},{"id":"DENSITY","value":1},{"id":"DEGREE_CENTRALIZATION","value":null}]}`}},
		{"too few members for an interval", `{pole(id:"pole:paid"){change(from:"2022-01-01",to:"2024-01-01"){measures(ids:[TIE_JACCARD],intervals:true,seed:7){value interval{lo} warnings}}}}`, []string{
			`"value":1,"interval":null,"warnings":["SMALL_N","TOO_FEW_NODES_FOR_INTERVAL"]`}},
		{"too many replicates", `{pole(id:"pole:paid"){change(from:"2022-01-01"){measures(intervals:true,replicates:10000){value}}}}`, []string{`BAD_USER_INPUT`, `replicates`}},
		{"a projection with a day", `{pole(id:"pole:paid"){change(from:"2020-06-01",projection:{asOf:"2025-01-01"}){to}}}`, []string{`BAD_USER_INPUT`, `projection.asOf`}},
		{"no days between", `{pole(id:"pole:paid"){change(from:"2020-06-01",to:"2020-06-01"){to}}}`, []string{`BAD_USER_INPUT`, `"to"`}},
		{"no step function", `{timeline(pole:"pole:paid",measures:[TIE_JACCARD],from:"2020-01-01"){from}}`, []string{`BAD_USER_INPUT`, `TIE_JACCARD is no step function of time`}},
		{"a timeline of nothing", `{timeline(pole:"pole:paid",measures:[],from:"2020-01-01"){from}}`, []string{`BAD_USER_INPUT`, `measures`}},
		{"no such pole", `{timeline(pole:"pole:none",measures:[TIES],from:"2020-01-01"){from}}`, []string{`"timeline":null`}},
		{"a refused relation", `{timeline(pole:"pole:paid",measures:[TIES],from:"2020-01-01",projection:{direction:ARCS}){from}}`, []string{`BAD_USER_INPUT`, `projection.direction`}},
		{"a period backwards", `{pole(id:"pole:paid"){network(projection:{from:"2021-01-01",to:"2020-01-01"}){asOf}}}`, []string{`BAD_USER_INPUT`, `projection.to`}},
		{"half a period", `{pole(id:"pole:paid"){network(projection:{from:"2021-01-01"}){asOf}}}`, []string{`BAD_USER_INPUT`, `projection.to`}},
	} {
		t.Run(row.name, func(t *testing.T) { ask(t, api, row.document, row.want, nil) })
	}
}

// TestEveryIndicatorIsAnswered: each indicator can be had from the field of its
// subject, and its definition says which that is.
func TestEveryIndicatorIsAnswered(t *testing.T) {
	api := testAPI(t, testHub(t, paidPole()...))
	fields := map[analysis.Subject]string{
		analysis.SubjectNetwork: `network{measures(ids:[%s],nodes:true){id}}`,
		analysis.SubjectTwoMode: `twoMode(projection:{asOf:"2025-06-01"}){measures(ids:[%s],nodes:true){id}}`,
		analysis.SubjectLayers:  `layers(projection:{asOf:"2025-06-01"}){measures(ids:[%s]){id}}`,
		analysis.SubjectMoney:   `money(at:"2025-06-01"){measures(ids:[%s],nodes:true){id}}`,
		analysis.SubjectChange:  `change(from:"2022-01-01"){measures(ids:[%s]){id}}`,
		analysis.SubjectSurvey:  `survey{measures(ids:[%s],nodes:true){id}}`,
	}
	for _, d := range analysis.Definitions() {
		ask(t, api, `{pole(id:"pole:paid"){`+fmt.Sprintf(fields[d.Subject], d.ID)+`}}`, []string{`{"id":"` + string(d.ID) + `"}`}, []string{"errors"})
	}
	ask(t, api, `{indicators{id subject direction}}`, []string{`{"id":"HHI","subject":"MONEY","direction":"MORE_DEPENDENT"}`, `{"id":"DENSITY","subject":"NETWORK","direction":"MORE_COHESIVE"}`}, nil)
}
