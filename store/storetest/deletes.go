package storetest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"polehub/hub"
)

// testDeletes: what a record takes along, and what refuses to be orphaned.
// Each case begins with the fixture; refused deletes change nothing.
func testDeletes(t *testing.T, s hub.Store) {
	tests := []struct {
		name    string
		id      hub.ID
		cascade []string
		gone    string // local ids by noun, as logged: dependants first
		refused string // the nouns that refuse
	}{
		{"Alone", "tie:3", nil, "tie:3", ""},
		{"PartsOfOneNoun", "contract:don", nil, "amendment:2 amendment:3 contract:don", ""},
		{"Parts", "contract:bail", nil, "party:1 party:2 party:3 contract:bail", ""},
		{"PartsOfSeveralNouns", "contract:achat", nil, "party:4 party:5 party:6 party:7 amendment:1 contract:achat", ""},
		{"RosterOfObservation", "observation:1", []string{"tie"}, "tie:1 roster:1 observation:1", ""},
		{"RefusesTies", "observation:1", nil, "", "tie"},
		{"RefusesFacts", "org:c", nil, "", "link membership tie party document"},
		{"CascadeOfSome", "org:c", []string{"tie", "link"}, "", "membership party document"},
		{"CascadeOfAll", "org:c", []string{"link", "membership", "tie", "party", "document"},
			"party:3 tie:2 membership:3 link:1 org:c", ""}, // document:1 stays with one signatory less
		{"EmptyPole", "pole:vide", nil, "pole:vide", ""},
		{"RefsRefuse", "pole:nord", nil, "", "membership observation contract"},
		{"SourcesRefuse", "source:s", nil, "", "membership"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			wipe(t, s)
			load(t, s, fixture())
			before, base := dump(t, s), revisionOf(t, s)
			_, err := remove(t.Context(), s, test.id, test.cascade...)
			if test.refused != "" {
				if got := refusals(err); got != test.refused {
					t.Errorf("want refusals by %q, got %q: %v", test.refused, got, err)
				}
				if diff := Diff(before, dump(t, s)); diff != "" || revisionOf(t, s) != base {
					t.Errorf("the refused delete changed the hub:\n%s", diff)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			var gone []string
			for _, c := range collect(t, s.Changes(t.Context(), hub.ChangeQuery{Since: base})) {
				if c.After == nil {
					gone = append(gone, string(c.Record().Key()))
				} else if c.After.Key() != "document:1" {
					t.Errorf("logged as %s", showChange(c))
				}
			}
			if got := strings.Join(gone, " "); got != test.gone {
				t.Errorf("want deleted %s\n got %s", test.gone, got)
			}
			if want, got := strings.Count(before, "\n")-len(gone), strings.Count(dump(t, s), "\n"); got != want {
				t.Errorf("%d records are left, want %d", got, want)
			}
		})
	}
}

// refusals lists the nouns that a delete would orphan.
func refusals(err error) string {
	var names []string
	for _, e := range hub.AsErrors(err) {
		name := fmt.Sprint(e.Code)
		if _, after, ok := strings.Cut(e.Msg, "; name "); ok && e.Code == hub.WouldOrphan {
			name, _, _ = strings.Cut(after, " ")
		}
		names = append(names, name)
	}
	return strings.Join(names, " ")
}

// testLogFilters asks the log by revision, number, noun, record and author. It
// is about revisions base+1 to base+4.
func testLogFilters(t *testing.T, s hub.Store) {
	wipe(t, s)
	ctx, base := t.Context(), revisionOf(t, s)
	pole := &hub.Pole{ID: "pole:p", Name: "P"}
	renamed := &hub.Pole{ID: "pole:p", Name: "Q"}
	a := &hub.Organisation{ID: "org:a", Name: "A", Kind: hub.KindOther}
	b := &hub.Organisation{ID: "org:b", Name: "B", Kind: hub.KindOther}
	for _, step := range []struct {
		by      string
		records []hub.Record
	}{{"ann", []hub.Record{pole, a}}, {"bob", []hub.Record{b}}, {"ann", []hub.Record{renamed}}} {
		if _, err := put(ctx, s, step.by, step.records...); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := remove(ctx, s, "org:a"); err != nil {
		t.Fatal(err)
	}
	org := []*hub.Noun{hub.OrganisationNoun}
	tests := []struct {
		name  string
		query hub.ChangeQuery
		want  string // revision.sequence id
	}{
		{"All", hub.ChangeQuery{}, "1.0 org:a, 1.1 pole:p, 2.0 org:b, 3.0 pole:p, 4.0 org:a"},
		{"Since", hub.ChangeQuery{Since: 2}, "3.0 pole:p, 4.0 org:a"},
		{"SinceTheLast", hub.ChangeQuery{Since: 4}, ""},
		{"SinceTheFuture", hub.ChangeQuery{Since: 99}, ""},
		{"First", hub.ChangeQuery{First: 2}, "1.0 org:a, 1.1 pole:p"},
		{"FirstCutsARevision", hub.ChangeQuery{First: 1}, "1.0 org:a"},
		{"Nouns", hub.ChangeQuery{Nouns: org}, "1.0 org:a, 2.0 org:b, 4.0 org:a"},
		{"TwoNouns", hub.ChangeQuery{Nouns: []*hub.Noun{hub.PoleNoun, hub.OrganisationNoun}, Since: 1}, "2.0 org:b, 3.0 pole:p, 4.0 org:a"},
		{"NounWithoutChanges", hub.ChangeQuery{Nouns: []*hub.Noun{hub.TieNoun}}, ""},
		{"IDs", hub.ChangeQuery{IDs: []hub.ID{"org:a", "org:x"}}, "1.0 org:a, 4.0 org:a"},
		{"NounsAndIDs", hub.ChangeQuery{Nouns: org, IDs: []hub.ID{"org:a", "pole:p"}}, "1.0 org:a, 4.0 org:a"},
		{"By", hub.ChangeQuery{By: "ann"}, "1.0 org:a, 1.1 pole:p, 3.0 pole:p"},
		{"ByNobody", hub.ChangeQuery{By: "an"}, ""},
		{"FirstOfFiltered", hub.ChangeQuery{Since: 1, First: 1, By: "ann", Nouns: []*hub.Noun{hub.PoleNoun}}, "3.0 pole:p"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			q := test.query
			q.Since += base
			var got []string
			for _, c := range collect(t, s.Changes(ctx, q)) {
				got = append(got, fmt.Sprintf("%d.%d %s", c.Revision-base, c.Sequence, c.Record().Key()))
			}
			if shown := strings.Join(got, ", "); shown != test.want {
				t.Errorf("want %s\n got %s", test.want, shown)
			}
		})
	}
	last := collect(t, s.Changes(ctx, hub.ChangeQuery{Since: base + 2}))
	if len(last) != 2 {
		t.Fatalf("the log ends with\n%s", showChanges(last))
	}
	pairs := []hub.Record{last[0].Before, last[0].After, last[1].Before, last[1].After}
	if !slices.EqualFunc(pairs, []hub.Record{pole, renamed, a, nil}, sameRecord) {
		t.Errorf("before and after are wrong:\n%s", showChanges(last))
	}
}
