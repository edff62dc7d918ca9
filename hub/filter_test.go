package hub_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"polehub/hub"
	"polehub/store/storetest"
)

func TestIn(t *testing.T) {
	kind := hub.OrganisationNoun.Field("kind")
	want := hub.Match{Field: kind, Op: hub.OpIn, Values: []any{"ENTERPRISE", "OTHER"}} // canonical: plain strings
	if got := hub.In(kind, hub.KindEnterprise, hub.KindOther); !reflect.DeepEqual(got, want) {
		t.Errorf("got %#v", got)
	}
	if got := hub.In[hub.ID](kind); len(got.Values) != 0 || got.Op != hub.OpIn {
		t.Errorf("no values give %#v", got)
	}
}

// InForce says of stored periods what Date.InForce says.
func TestInForceAgreesWithDates(t *testing.T) {
	day := rapid.SampledFrom([]hub.Date{"", "2019-12-31", "2020-01-01", "2020-01-02"})
	rapid.Check(t, func(t *rapid.T) {
		period := hub.Period{ValidFrom: day.Draw(t, "from"), ValidTo: day.Draw(t, "to")}
		if period.ValidFrom != "" && period.ValidTo != "" && period.ValidTo < period.ValidFrom {
			period.ValidTo = ""
		}
		at := day.Filter(func(d hub.Date) bool { return d != "" }).Draw(t, "at")
		h := &hub.Hub{Store: storetest.NewOracle(), Clock: clock}
		pole := &hub.Pole{ID: "pole:p", Name: "P"}
		site := &hub.Site{ID: "site:s", PoleID: "pole:p", Name: "S", Period: period}
		if _, err := h.Update(t.Context(), "x", func(b *hub.Batch) error { b.Put(pole, site); return nil }); err != nil {
			t.Fatal(err)
		}
		tallies, err := h.Store.Tally(t.Context(), hub.Query{Noun: hub.SiteNoun, Where: hub.InForce(hub.SiteNoun, at)})
		if err != nil {
			t.Fatal(err)
		}
		if got, want := len(tallies) == 1, at.InForce(period.ValidFrom, period.ValidTo); got != want {
			t.Fatalf("%s in [%s, %s) is %t by filter and %t by date", at, period.ValidFrom, period.ValidTo, got, want)
		}
	})
}

func TestSearchFor(t *testing.T) {
	pole, org := hub.PoleNoun, hub.OrganisationNoun
	either := func(word string) hub.Filter {
		return hub.Or{hub.Words{word}, hub.Has{Relation: org.Relation("identifiers"), Quantifier: hub.Some, Where: hub.Words{word}}}
	}
	tests := []struct {
		noun *hub.Noun
		text string
		want hub.Filter
	}{
		{pole, "  Pôle-Sud pole ", hub.Words{"pole", "sud"}},
		{pole, "🦓 !", hub.Or{}},
		{pole, "", hub.Or{}},
		{org, "Éclair 123", hub.And{either("123"), either("eclair")}},
	}
	for _, test := range tests {
		if got := hub.SearchFor(test.noun, test.text); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%q in %s gives %s, want %s", test.text, test.noun.File, storetest.ShowFilter(got), storetest.ShowFilter(test.want))
		}
	}
}

func TestSearchTokens(t *testing.T) {
	tests := []struct {
		record hub.Record
		want   []string
	}{
		{&hub.Organisation{Name: "L'Éclair d'Or", Aliases: []string{"SCOP éclair", "A.B"}, Website: "http://not.searched"}, []string{"a", "b", "d", "eclair", "l", "or", "scop"}},
		{&hub.Contract{Title: "Vélos", ExternalIDs: []string{"decp:2018M1"}}, []string{"2018m1", "decp", "velos"}},
		{&hub.Identifier{Value: "123456782", Raw: "raw"}, []string{"123456782"}},
		{&hub.Party{ContractID: "contract:c"}, nil},
		{&hub.Pole{Name: "🦓"}, nil},
	}
	for _, test := range tests {
		if got := hub.SearchTokens(test.record); !slices.Equal(got, test.want) {
			t.Errorf("%s has tokens %q, want %q", hub.EncodeRecord(test.record), got, test.want)
		}
	}
}

func TestPositions(t *testing.T) {
	name, created := hub.OrganisationNoun.Field("name"), hub.OrganisationNoun.Field("createdOn")
	order := []hub.Order{{Field: name}, {Field: created, Desc: true}}
	tests := []struct {
		record *hub.Organisation
		want   hub.Position
	}{
		{&hub.Organisation{ID: "org:a", Name: "Éclair ", CreatedOn: "2020-01-01"}, hub.Position{Values: []any{"eclair", "2020-01-01"}, ID: "org:a"}},
		{&hub.Organisation{ID: "org:b", Name: "🦓"}, hub.Position{Values: []any{nil, nil}, ID: "org:b"}},
	}
	for _, test := range tests {
		if got := hub.PositionOf(test.record, order); !reflect.DeepEqual(got, test.want) {
			t.Errorf("the position of %q is %v, want %v", test.record.Name, got, test.want)
		}
	}
}
