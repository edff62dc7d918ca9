package seed

import (
	"slices"
	"strings"
	"testing"

	"polehub/hub"
)

// contractsOf is a bundle of two contracts, one amended, with these parties.
func contractsOf(parties string) bundle {
	return bundle{
		"organisations.csv":    "id,name,kind\norg:x,X,OTHER\norg:y,Y,OTHER\n",
		"contracts.csv":        "id,type,title\ncontract:c,OTHER,C\ncontract:d,OTHER,D\n",
		"amendments.csv":       "contract_id,number\ncontract:c,1\n",
		"contract_parties.csv": "contract_id,amendment,organisation_id,role\n" + parties,
	}
}

// TestPartyOfNoAmendment: a party whose amendment there is not comes in and is
// flagged, until the amendment is there.
func TestPartyOfNoAmendment(t *testing.T) {
	b := contractsOf("contract:c,,org:x,PARTNER\ncontract:c,,org:y,PARTNER\ncontract:c,1,org:x,SUBCONTRACTOR\ncontract:c,2,org:y,SUBCONTRACTOR\n")
	flags := func(h *hub.Hub) []hub.Flag { return get[*hub.Party](t, h.Store, "party:c.2.y.SUBCONTRACTOR.").Flags }
	for _, size := range []int{1, 1000} {
		h := newHub()
		dry, out := importInto(t, h, b, Options{BatchSize: size, DryRun: true}), importInto(t, h, b, Options{BatchSize: size})
		if n := out.report.Flags[hub.FlagUnknownReference]; n != 1 || dry.report.Flags[hub.FlagUnknownReference] != 1 || out.report.RejectedItems() != 0 {
			t.Errorf("%d flagged: %v", n, out.rows)
		}
		if got, want := flags(h), (hub.Flag{Field: "amendment", Code: hub.FlagUnknownReference, Raw: "2", Message: "contract:c has no such amendment"}); !slices.Equal(got, []hub.Flag{want}) {
			t.Errorf("got %v, want %v", got, want)
		}
		if got := get[*hub.Party](t, h.Store, "party:c.1.x.SUBCONTRACTOR.").Flags; len(got) != 0 {
			t.Errorf("the party of an amendment has %v", got)
		}
		rev := revision(t, h.Store)
		if importInto(t, h, b, Options{BatchSize: size}); revision(t, h.Store) != rev {
			t.Error("the second import changed the hub")
		}
		importInto(t, h, bundle{"amendments.csv": "contract_id,number\ncontract:c,2\n"}, Options{BatchSize: size})
		if importInto(t, h, b, Options{BatchSize: size}); len(flags(h)) != 0 {
			t.Errorf("with its amendment it has %v", flags(h))
		}
	}
}

// TestContractsShortOfParties: the report tells of contracts with one party.
func TestContractsShortOfParties(t *testing.T) {
	for parties, want := range map[string]string{
		"contract:c,,org:x,PARTNER\ncontract:c,,org:y,PARTNER\n":                            "",
		"contract:c,,org:x,BUYER\ncontract:c,,,SUPPLIER\n":                                  "",
		"contract:c,,org:x,PARTNER\ncontract:d,,org:x,PARTNER\ncontract:c,,org:y,PARTNER\n": "contract:d",
		"contract:c,,org:x,BUYER\ncontract:c,,org:x,SUPPLIER\n":                             "contract:c",
		"contract:c,,,BUYER\ncontract:c,,,SUPPLIER\n":                                       "contract:c",
		"contract:c,,org:x,BUYER\ncontract:c,1,org:y,SUPPLIER\n":                            "contract:c",
	} {
		h := newHub()
		out := importInto(t, h, contractsOf(parties), Options{})
		var got strings.Builder
		for _, row := range out.rows {
			if row.Code == hub.FlagPartyMissing {
				got.WriteString(row.Raw)
			}
		}
		if got.String() != want {
			t.Errorf("%q: told of %q, want %q", parties, got.String(), want)
		}
		b, err := write(t.Context(), h.Store)
		if err != nil {
			t.Fatal(err)
		}
		if n := importInto(t, newHub(), b, Options{}).report.Flags[hub.FlagPartyMissing]; n != 0 && want == "" || n != 1 && want != "" {
			t.Errorf("%q: the copy tells of %d", parties, n)
		}
	}
}

// TestDECPShortOfParties: a contract without supplier says so, until another
// file names one.
func TestDECPShortOfParties(t *testing.T) {
	h := newHub()
	importTexts(t, h, marches(marche("A00", `"titulaires":[]`)))
	if got := codesOf(get[*hub.Contract](t, h.Store, demoBuyer+"A00")); got != " PARTY_MISSING" {
		t.Errorf("flags%s", got)
	}
	importTexts(t, h, marches(marche("A00", `"titulaires":[]`)), marches(marche("A00")))
	if got := codesOf(get[*hub.Contract](t, h.Store, demoBuyer+"A00")); got != "" {
		t.Errorf("with a supplier it has%s", got)
	}
}
