package sqlite

import (
	"slices"
	"testing"

	"polehub/hub"
)

func columnsOf(s selection) string {
	b := &builder{}
	b.selected(s, "a")
	return b.text.String()
}

func TestSelected(t *testing.T) {
	m, o := hub.MembershipNoun, hub.OrganisationNoun
	tests := []struct {
		name   string
		noun   *hub.Noun
		fields []*hub.Field
		want   string
	}{
		{"all", hub.RosterEntryNoun, nil, "json_array(a.id, a.observation_id, a.organisation_id, a.responded), a.sources, a.flags"},
		{"only the id", m, []*hub.Field{}, "a.id"},
		{"the id is among them", m, []*hub.Field{m.ID()}, "a.id"},
		{"two values", m, []*hub.Field{m.Field("circle")}, "a.id, a.circle"},
		{"three values", m, []*hub.Field{m.Field("votes"), m.Field("circle")}, "json_array(a.id, a.circle, a.votes)"},
		{"fractions and lists", o, []*hub.Field{o.Field("latitude"), o.Field("kind"), o.Field("name"), o.Field("aliases")},
			"json_array(a.id, a.name, a.kind), a.aliases, a.latitude"},
		{"fields of another noun", m, []*hub.Field{o.Field("name")}, "a.id"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := selectionOf(test.noun, test.fields)
			if got := columnsOf(s); got != test.want {
				t.Errorf("%s, want %s", got, test.want)
			}
		})
	}
}

// What SQLite packs comes back as it was, whatever a text holds.
func TestUnpackWhatTheDatabasePacks(t *testing.T) {
	s := openTemp(t)
	n := hub.ContractNoun
	fields := []*hub.Field{n.ID(), n.Field("title"), n.Field("amount"), n.Field("object"), n.Field("durationMonths")}
	for _, text := range []string{
		"plain", "d'œuvre", `"`, `\`, `\"`, `","`, "]", "[null,1]", "null", "12", "tab\tline\nnul\x00bell\a", "del\x7f", "𝒳 é \u2028", `ends in \\`, "a/b",
	} {
		array := texts(t, s, "SELECT json_array(?, ?, ?, ?, ?)", "contract:1", text, int64(-1<<53), nil, int64(7))[0]
		got := &hub.Contract{}
		if err := unpack(array, fields, got); err != nil {
			t.Errorf("%s: %v", array, err)
			continue
		}
		want := &hub.Contract{ID: "contract:1", Title: text, Amount: new(hub.Money(-1 << 53)), DurationMonths: new(7)}
		if !hub.Equal(got, want) {
			t.Errorf("%s becomes %+v", array, got)
		}
	}
}

func TestUnpackRefusesOtherTexts(t *testing.T) {
	n := hub.MembershipNoun
	fields := []*hub.Field{n.ID(), n.Field("votes")}
	for _, text := range []string{
		"", "[", "[]", `["membership:1"]`, `["membership:1",1`, `["membership:1",1.5]`, `["membership:1","1"]`, `["membership:1`, `["\`, `["\"`, `["\x",1]`,
		`["membership:1",1,2]`, `["membership:1",1] `, `[1,1]`,
	} {
		if err := unpack(text, fields, n.New()); err == nil {
			t.Errorf("%s was read", text)
		}
	}
}

// A record that is not joined has an array of NULLs.
func TestNoRecord(t *testing.T) {
	n := hub.MembershipNoun
	for _, fields := range [][]*hub.Field{nil, {}} {
		s := selectionOf(n, fields)
		values := make([]any, s.width())
		if s.isPacked() {
			values[0] = "[" + string(slices.Repeat([]byte("null,"), len(s.packed)-1)) + "null]"
		}
		if r, err := s.record(values); r != nil || err != nil {
			t.Errorf("%v, %v", r, err)
		}
	}
}
