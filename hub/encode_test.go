package hub_test

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"polehub/hub"
	"polehub/store/storetest"
)

func TestEncodeRecord(t *testing.T) {
	tests := []struct {
		record hub.Record
		want   string
	}{
		{&hub.Pole{}, `{}`},
		{&hub.Contract{ID: "contract:c", Title: "a\"b\\\n\x00é", Amount: new(hub.Money(-5)), DurationMonths: new(0), PoleIDs: []hub.ID{"pole:b", "pole:a"}},
			`{"id":"contract:c","title":"a\"b\\\n\u0000é","amount":-5,"durationMonths":0,"socialClause":"UNKNOWN","reserved":"UNKNOWN","poles":["pole:b","pole:a"]}`},
		{&hub.Tie{ID: "tie:t", Strengths: []int{2, 4}, ClaimedBy: []hub.Claimant{hub.ByFirst}}, `{"id":"tie:t","strengths":["2","4"],"claimedBy":["FIRST"]}`},
		{&hub.Organisation{ID: "org:o", Latitude: new(45.75), Longitude: new(0.0)}, `{"id":"org:o","latitude":45.75,"longitude":0}`},
		{&hub.Source{Flags: []hub.Flag{{Code: "X", Raw: "a\tb"}}}, `{"flags":["X\t\ta\\tb\t"]}`},
	}
	for _, test := range tests {
		if got := string(hub.EncodeRecord(test.record)); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

func TestDecodeRecordRefuses(t *testing.T) {
	for _, text := range []string{
		``, `{`, `[]`, `"a"`, `{"id":"org:a"} x`, `{"id":"org:a"}{}`,
		`{"colour":"red"}`, // no such field
		`{"name":7}`, `{"name":["a"]}`, `{"name":true}`, `{"name":{}}`,
		`{"sizeBandYear":"2020"}`, `{"sizeBandYear":1.5}`, `{"sizeBandYear":1e300}`,
		`{"latitude":"45"}`, `{"latitude":1e999}`,
		`{"aliases":"a"}`, `{"aliases":[7]}`, `{"aliases":[null]}`, `{"sources":7}`,
	} {
		if r, err := hub.DecodeRecord(hub.OrganisationNoun, []byte(text)); err == nil {
			t.Errorf("%s is read as %s", text, hub.EncodeRecord(r))
		}
	}
	if r, err := hub.DecodeRecord(hub.TieNoun, []byte(`{"strengths":["x"]}`)); err == nil {
		t.Errorf("a strength x is read as %s", hub.EncodeRecord(r))
	}
}

// Every record reads back from its encoding, clones to an equal, and tells
// itself from one with another field.
func TestRecordsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, r := range storetest.Hubs(2).Draw(t, "hub") {
			text := hub.EncodeRecord(r)
			if !json.Valid(text) {
				t.Fatalf("not JSON: %s", text)
			}
			back, err := hub.DecodeRecord(r.Noun(), text)
			if err != nil || !hub.Equal(back, r) || !hub.Equal(hub.Clone(r), r) {
				t.Fatalf("%s reads back with %v", text, err)
			}
			if again := hub.EncodeRecord(back); string(again) != string(text) {
				t.Fatalf("%s is written again as %s", text, again)
			}
			for _, f := range r.Noun().Fields {
				other := hub.Clone(r)
				if err := f.Set(other, nil); err != nil {
					t.Fatal(err)
				}
				if same := f.Get(r) == nil || f.Get(other) == f.Get(r); f.List(r) == nil && hub.Equal(r, other) != same {
					t.Fatalf("without %s, %s is equal: %t", f.Name, text, !same)
				}
			}
		}
	})
}

func TestEqual(t *testing.T) {
	pole := func(change func(*hub.Pole)) *hub.Pole {
		p := &hub.Pole{ID: "pole:p", Name: "P", COGYear: new(2024), Communes: []string{"69123", "01001"}}
		change(p)
		return p
	}
	tests := []struct {
		name   string
		change func(*hub.Pole)
		want   bool
	}{
		{"nothing", func(*hub.Pole) {}, true},
		{"another pointer", func(p *hub.Pole) { p.COGYear = new(2024) }, true},
		{"another number", func(p *hub.Pole) { p.COGYear = new(2025) }, false},
		{"a missing number", func(p *hub.Pole) { p.COGYear = nil }, false},
		{"the order of a list", func(p *hub.Pole) { p.Communes = []string{"01001", "69123"} }, false},
		{"a shorter list", func(p *hub.Pole) { p.Communes = p.Communes[:1] }, false},
		{"an empty list for none", func(p *hub.Pole) { p.Sectors = []hub.Sector{} }, true},
		{"a flag", func(p *hub.Pole) { p.Flags = []hub.Flag{{Code: "X"}} }, false},
	}
	for _, test := range tests {
		if got := hub.Equal(pole(func(*hub.Pole) {}), pole(test.change)); got != test.want {
			t.Errorf("%s: %t", test.name, got)
		}
	}
	if hub.Equal(&hub.Pole{ID: "x"}, &hub.Source{ID: "x"}) {
		t.Error("a pole equals a source")
	}
	if !hub.Equal(&hub.Contract{Reserved: hub.TriUnknown}, &hub.Contract{}) {
		t.Error("an unknown Tri is not a missing one")
	}
}

func TestCloneIsApart(t *testing.T) {
	r := &hub.Contract{ID: "contract:c", Amount: new(hub.Money(1)), PoleIDs: []hub.ID{"pole:a"}, ExternalIDs: []string{"x"}, Fact: hub.Fact{Flags: []hub.Flag{{Code: "X"}}}}
	c := hub.Clone(r).(*hub.Contract)
	*c.Amount, c.PoleIDs[0], c.ExternalIDs[0], c.Flags[0].Code = 2, "pole:b", "y", "Y"
	if got := string(hub.EncodeRecord(r)); strings.Contains(got, "pole:b") || strings.Contains(got, `"amount":2`) || strings.ContainsAny(got, "yY") {
		t.Errorf("a change of the clone reaches %s", got)
	}
}

func FuzzDecodeRecord(f *testing.F) {
	f.Add(0, `{"id":"source:a","title":"A","flags":["X\t\ta"]}`)
	f.Add(1, `{"latitude":-0,"aliases":["","é"],"sizeBandYear":9223372036854775807}`)
	f.Add(12, `{"strengths":["07"],"claimedBy":[]}`)
	f.Add(13, `{"amount":-1,"amount":null,"socialClause":""}`)
	f.Fuzz(func(t *testing.T, noun int, text string) {
		nouns := hub.Nouns()
		n := nouns[uint(noun)%uint(len(nouns))]
		r, err := hub.DecodeRecord(n, []byte(text))
		if err != nil {
			return
		}
		encoded := hub.EncodeRecord(r)
		back, err := hub.DecodeRecord(n, encoded)
		if err != nil || !hub.Equal(back, r) {
			t.Errorf("%q is read as %s, which reads back with %v", text, encoded, err)
		}
	})
}
