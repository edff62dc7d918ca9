package hub_test

import (
	"math"
	"strings"
	"testing"

	"polehub/hub"
)

// faults writes the errors as field: message, cut at the first 40 bytes.
func faults(errs hub.Errors) string {
	shown := make([]string, len(errs))
	for i, e := range errs {
		shown[i] = hub.Clip(e.Error(), 40)
	}
	return strings.Join(shown, " | ")
}

func TestValidate(t *testing.T) {
	period := hub.Period{ValidFrom: "2020-01-02", ValidTo: "2020-01-01"}
	tests := []struct {
		name   string
		record hub.Record
		want   string // empty: valid
	}{
		{"least source", &hub.Source{ID: "source:s", Title: "S", Kind: hub.SourceSurvey}, ""},
		{"all faults at once", &hub.Source{ID: "org:s", Kind: "RUMOUR", RetrievedOn: "2020-02-30"},
			`id: "org:s" is not an id of this kind: e… | title: is required | kind: "RUMOUR" is not one of OPEN_DATA S… | retrievedOn: "2020-02-30" is not a date:…`},
		{"no id", &hub.Pole{Name: "P"}, "id: is required"},
		{"no id form", &hub.Pole{ID: "pole:a b", Name: "P"}, `id: "pole:a b" is not an id of this kind…`},
		{"reference of another kind", &hub.Membership{ID: "membership:m", PoleID: "org:o", OrganisationID: "o", Circle: hub.CirclePartner},
			`poleId: "org:o" is not the id of a recor… | organisationId: "o" is not the id of a r…`},
		{"references twice", &hub.Document{ID: "document:d", PoleID: "pole:p", Kind: hub.DocumentStudy, Title: "D", SignatoryIDs: []hub.ID{"org:a", "org:b", "org:a"}},
			`signatories: "org:a" stands twice`},
		{"invalid UTF-8", &hub.Pole{ID: "pole:p", Name: "a\xff", Communes: []string{"69123"}, Summary: "\xc3"},
			`name: "a\xff" is not valid UTF-8 | summary: "\xc3" is not valid UTF-8`},
		{"invalid UTF-8 in a list", &hub.Organisation{ID: "org:o", Name: "O", Kind: hub.KindOther, Aliases: []string{"a", "\xff"}}, "aliases: item 2 is not valid UTF-8"},
		{"control characters in names", &hub.Organisation{ID: "org:o", Name: "La\x00Ruche", Kind: hub.KindOther, Aliases: []string{"La\nRuche"}, Website: "a\tb"},
			`name: "La\x00Ruche" holds a control char… | aliases: "La\nRuche" holds a control cha…`},
		{"control characters in titles", &hub.Contract{ID: "contract:c", Type: hub.ContractOther, Title: "a\x7f", Object: "a\nb", ExternalIDs: []string{"x:\u0092"}},
			`title: "a\x7f" holds a control character…`},
		{"empty item", &hub.Organisation{ID: "org:o", Name: "O", Kind: hub.KindOther, Aliases: []string{""}}, "aliases: item 1 is empty"},
		{"unknown item", &hub.Pole{ID: "pole:p", Name: "P", Sectors: []hub.Sector{hub.SectorFood, "MAGIC"}}, `sectors: "MAGIC" is not one of CULTURE F…`},
		{"negative number", &hub.Membership{ID: "membership:m", PoleID: "pole:p", OrganisationID: "org:o", Circle: hub.CirclePartner, Votes: new(-1)}, "votes: -1 is negative"},
		{"negative amount", &hub.Contract{ID: "contract:c", Type: hub.ContractOther, Title: "C", Amount: new(hub.Money(-1))}, ""},
		{"share of one", &hub.Party{ID: "party:p", ContractID: "contract:c", Role: hub.PartyBuyer, Share: new(hub.Ratio(1_000_000))}, ""},
		{"share over one", &hub.Party{ID: "party:p", ContractID: "contract:c", Role: hub.PartyBuyer, Share: new(hub.Ratio(1_000_001))}, "share: 1.000001 is over 1"},
		{"coordinates", &hub.Organisation{ID: "org:o", Name: "O", Kind: hub.KindOther, Latitude: new(90.0), Longitude: new(-180.0)}, ""},
		{"coordinates outside", &hub.Organisation{ID: "org:o", Name: "O", Kind: hub.KindOther, Latitude: new(90.1), Longitude: new(math.NaN())},
			"latitude: 90.1 is outside -90..90 | longitude: NaN is outside -180..180"},
		{"period reversed", &hub.Site{ID: "site:s", PoleID: "pole:p", Name: "S", Period: period}, "validTo: 2020-01-01 is before validFrom …"},
		{"period of no day", &hub.Site{ID: "site:s", PoleID: "pole:p", Name: "S", Period: hub.Period{ValidFrom: "2020-01-01", ValidTo: "2020-01-01"}}, ""},
		{"rules wait for fields", &hub.Site{ID: "site:s", PoleID: "pole:p", Period: period}, "name: is required"},
		{"pole ends before it starts", &hub.Pole{ID: "pole:p", Name: "P", StartedOn: "2020-01-01", EndedOn: "2019-01-01", Communes: []string{"6912", "2A004", "2C004"}},
			`communes: "6912" is not a commune code (… | communes: "2C004" is not a commune code … | endedOn: 2019-01-01 is before startedOn …`},
		{"organisation", &hub.Organisation{ID: "org:o", Name: "O", Kind: hub.KindOther, LegalCategory: "571", Commune: "69 12", CreatedOn: "2020-01-02", ClosedOn: "2020-01-01"},
			`legalCategory: "571" is not a legal cate… | commune: "69 12" is not a commune code (… | closedOn: 2020-01-01 is before createdOn…`},
		{"codes of the seat", &hub.Organisation{ID: "org:o", Name: "O", Kind: hub.KindOther, Departement: "20", Region: "084", EPCI: "200013181", ActivityCode: "9001Z", ActivityNomenclature: "NAF_REV2"},
			`activityCode: "9001Z" is not a code of N… | departement: "20" is not a département … | region: "084" is not a region code (INSE… | epci: "200013181" is not the SIREN of an…`},
		{"code of another nomenclature", &hub.Organisation{ID: "org:o", Name: "O", Kind: hub.KindOther, ActivityCode: "9001Z", ActivityNomenclature: "NAF_2025", Departement: "2A", Region: "94", EPCI: "200013183"}, ""},
		{"codes of the territory", &hub.Pole{ID: "pole:p", Name: "P", Communes: []string{"20004"}, EPCIs: []string{"200013183", "1"}, Departements: []string{"01", "97", "974", "100"}, Regions: []string{"84", "Bretagne"}},
			`communes: "20004" is not a commune code … | epcis: "1" is not the SIREN of an interc… | departements: "97" is not a département… | departements: "100" is not a départemen… | regions: "Bretagne" is not a region code…`},
		{"commune of a site", &hub.Site{ID: "site:s", PoleID: "pole:p", Name: "S", Commune: "Lyon", Period: period}, `validTo: 2020-01-01 is before validFrom … | commune: "Lyon" is not a commune code (I…`},
		{"flag without code", &hub.Pole{ID: "pole:p", Name: "P", Fact: hub.Fact{Flags: []hub.Flag{{Code: "X"}, {Field: "name", Raw: "?"}}}}, "flags: flag 2 has no code"},
		{"part of itself", &hub.Link{ID: "link:l", ChildID: "org:a", ParentID: "org:a"}, "parentId: org:a is part of itself"},
		{"tie to itself", &hub.Tie{ID: "tie:t", Type: hub.TieSupply, FromID: "org:a", ToID: "org:a", ClaimedBy: []hub.Claimant{hub.ByFirst}}, "toId: org:a has a tie to itself"},
		{"tie without claim", &hub.Tie{ID: "tie:t", Type: hub.TieSupply, FromID: "org:a", ToID: "org:b"}, "claimedBy: is required"},
		{"one claim twice", &hub.Tie{ID: "tie:t", Type: hub.TieSupply, FromID: "org:a", ToID: "org:b", ClaimedBy: []hub.Claimant{hub.ByFirst, hub.ByFirst}, Strengths: []int{1, 2}}, "claimedBy: FIRST stands twice"},
		{"strengths", &hub.Tie{ID: "tie:t", Type: hub.TieSupply, FromID: "org:a", ToID: "org:b", ClaimedBy: []hub.Claimant{hub.ByFirst}, Strengths: []int{0, 5}},
			"strengths: 2 strengths for 1 claims: giv… | strengths: 0 is outside 1..4 | strengths: 5 is outside 1..4"},
		{"derived basis", &hub.Role{ID: "role:r", PoleID: "pole:p", OrganisationID: "org:o", Role: hub.RoleHost, Basis: hub.RoleBasisContract, Seats: new(3), SeatsTotal: new(2), Currency: "eur"},
			`currency: "eur" is not a currency code s… | basis: CONTRACT is derived from contract… | seats: 3 seats of 2`},
		{"contract ends before it starts", &hub.Contract{ID: "contract:c", Type: hub.ContractOther, Title: "C", Currency: "EUR", StartsOn: "2020-01-02", EndsOn: "2020-01-01"},
			"endsOn: 2020-01-01 is before startsOn 20…"},
		{"types observed", &hub.Observation{ID: "observation:o", PoleID: "pole:p", Covers: []hub.Coverage{hub.CoversTies}, TieTypes: []string{"ALL", "TRUST", "LOVE"}, ContractTypes: []string{"TRUST"}, ObservedFrom: "2020-01-02", ObservedTo: "2020-01-01"},
			`observedTo: 2020-01-01 is before observe… | tieTypes: "LOVE" is not ALL or one of SH… | contractTypes: "TRUST" is not ALL or one…`},
		{"blank name", &hub.Pole{ID: "pole:p", Name: " \u00a0\t "}, "name: is required"},
		{"assessment by a blank", &hub.Assessment{ID: "assessment:a", PoleID: "pole:p", Grid: "labo-2012", Criterion: "M3", Verdict: hub.VerdictSatisfied, Author: "  ", Dated: "2024-01-01"}, "author: is required when authorOrganisat…"},
		{"assessment by nobody", &hub.Assessment{ID: "assessment:a", PoleID: "pole:p", Grid: "labo-2012", Criterion: "M3", Verdict: hub.VerdictSatisfied, Dated: "2024-01-01"}, "author: is required when authorOrganisat…"},
		{"assessment of another grid", &hub.Assessment{ID: "assessment:a", PoleID: "pole:p", Grid: "labo-2013", Criterion: "M3", Verdict: hub.VerdictSatisfied, Author: "Jury", Dated: "2024-01-01"}, `grid: "labo-2013" is not a grid: expecte…`},
		{"assessment of no criterion", &hub.Assessment{ID: "assessment:a", PoleID: "pole:p", Grid: "labo-2012", Criterion: "M9", Verdict: hub.VerdictSatisfied, Author: "Jury", Dated: "2024-01-01"}, `criterion: "M9" is not a criterion of la…`},
		{"assessment with the verdict of an exclusion", &hub.Assessment{ID: "assessment:a", PoleID: "pole:p", Grid: "labo-2012", Criterion: "M3", Verdict: hub.VerdictRaised, Author: "Jury", Dated: "2024-01-01"}, `verdict: "RAISED" is no answer to M3 of …`},
		{"assessment of an exclusion", &hub.Assessment{ID: "assessment:a", PoleID: "pole:p", Grid: "labo-2012", Criterion: "X1", Verdict: hub.VerdictPartlySatisfied, Dated: "2024-01-01"},
			`author: is required when authorOrganisat… | verdict: "PARTLY_SATISFIED" is no answer…`},
		{"unknown is an answer", &hub.RosterEntry{ID: "roster:r", ObservationID: "observation:o", OrganisationID: "org:o"}, ""},
	}
	for _, test := range tests {
		errs := hub.Validate(test.record)
		if got := faults(errs); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.name, got, test.want)
		}
		for _, e := range errs {
			if e.Code != hub.BadUserInput || test.record.Noun().Field(e.Field) == nil {
				t.Errorf("%s: code %s, field %q", test.name, e.Code, e.Field)
			}
		}
	}
}

// The limits of lengths: the last that passes and the first that does not.
func TestValidateLengths(t *testing.T) {
	flags := func(n int) hub.Fact {
		return hub.Fact{Flags: []hub.Flag{{Code: "X", Raw: hub.Text(strings.Repeat("r", n))}}}
	}
	tests := []struct {
		field  string
		length int // the greatest
		record func(n int) hub.Record
	}{
		{"name", 16 << 10, func(n int) hub.Record { return &hub.Pole{ID: "pole:p", Name: strings.Repeat("n", n)} }},
		{"summary", 64 << 10, func(n int) hub.Record {
			return &hub.Pole{ID: "pole:p", Name: "P", Summary: hub.Text(strings.Repeat("s", n))}
		}},
		{"id", hub.MaxIDLength, func(n int) hub.Record { return &hub.Pole{ID: hub.ID("pole:" + strings.Repeat("i", n-5)), Name: "P"} }},
		{"poleId", hub.MaxIDLength, func(n int) hub.Record {
			return &hub.Site{ID: "site:s", Name: "S", PoleID: hub.ID("pole:" + strings.Repeat("i", n-5))}
		}},
		{"number", 100, func(n int) hub.Record {
			return &hub.Amendment{ID: "amendment:a", ContractID: "contract:c", Number: strings.Repeat("1", n)}
		}},
		{"communes", 1000, func(n int) hub.Record {
			return &hub.Pole{ID: "pole:p", Name: "P", Communes: strings.Fields(strings.Repeat("69123 ", n))}
		}},
		{"aliases", 16 << 10, func(n int) hub.Record {
			return &hub.Organisation{ID: "org:o", Name: "O", Kind: hub.KindOther, Aliases: []string{strings.Repeat("a", n)}}
		}},
		{"flags", 64 << 10, func(n int) hub.Record { return &hub.Pole{ID: "pole:p", Name: "P", Fact: flags(n - len("X\t\t\t"))} }},
	}
	for _, test := range tests {
		if errs := hub.Validate(test.record(test.length)); len(errs) > 0 {
			t.Errorf("%s of length %d: %s", test.field, test.length, faults(errs))
		}
		if errs := hub.Validate(test.record(test.length + 1)); len(errs) != 1 || errs[0].Field != test.field {
			t.Errorf("%s of length %d: %s", test.field, test.length+1, faults(errs))
		} else if len(errs[0].Msg) > 300 {
			t.Errorf("%s: a message of %d bytes", test.field, len(errs[0].Msg))
		}
	}
}
