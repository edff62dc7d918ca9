package seed

import (
	"slices"
	"testing"

	"polehub/hub"
	"polehub/store/storetest"
)

// twoSources are sources in the order of their ids.
const twoSources = "id,title,kind\nsource:a,A,SURVEY\nsource:b,B,DOCUMENT\n"

// TestSameFactFromTwoSources: one fact with both sources; what one leaves open
// the other fills, and the smaller source's value stands where they disagree,
// whichever comes first.
func TestSameFactFromTwoSources(t *testing.T) {
	header := "id,name,kind,commune,website,aliases,sources\n"
	a := header + "org:x,La Ruche,ENTERPRISE,26281,,Ruche,source:a\n"
	b := header + "org:x,Ruche SCIC,ENTERPRISE,26001,https://ruche.example,Ruche 26,source:b\n"
	want := &hub.Organisation{
		ID: "org:x", Name: "La Ruche", Kind: hub.KindEnterprise, Commune: "26281", Website: "https://ruche.example",
		Aliases: []string{"Ruche", "Ruche 26", "Ruche SCIC"},
		Fact: hub.Fact{SourceIDs: []hub.ID{"source:a", "source:b"}, Flags: []hub.Flag{
			{Field: "name", Code: hub.FlagNameConflict, Raw: "Ruche SCIC", Message: "source:b"},
			{Field: "commune", Code: hub.FlagSourcesDisagree, Raw: "26001", Message: "source:b"},
		}},
	}
	for name, order := range map[string][]string{"a then b": {a, b}, "b then a": {b, a}, "a, b, a": {a, b, a}} {
		h := newHub()
		importInto(t, h, bundle{"sources.csv": twoSources}, Options{})
		for _, file := range order {
			importInto(t, h, bundle{"organisations.csv": file}, Options{})
		}
		got := get[*hub.Organisation](t, h.Store, "org:x")
		if !hub.Equal(got, want) {
			t.Errorf("%s: %s", name, storetest.Diff(string(hub.EncodeRecord(want)), string(hub.EncodeRecord(got))))
		}
	}
}

// TestNamesThatDifferByCase: a name that lost together with one that differs from
// it by the case of a letter is not news when its file comes again.
func TestNamesThatDifferByCase(t *testing.T) {
	row := func(name, source string) bundle {
		return bundle{"organisations.csv": "id,name,kind,sources\norg:x," + name + ",OTHER," + source + "\n"}
	}
	h := newHub()
	importInto(t, h, bundle{"sources.csv": twoSources + "source:c,C,SURVEY\n"}, Options{})
	files := []bundle{row("Atelier", "source:c"), row("ATELIER", "source:b"), row("La Ruche", "source:a")}
	for _, file := range files {
		importInto(t, h, file, Options{})
	}
	before, rev := dump(t, h.Store), revision(t, h.Store)
	for i, file := range files {
		if importInto(t, h, file, Options{}); revision(t, h.Store) != rev {
			t.Fatalf("file %d again changed the hub: %s", i, storetest.Diff(before, dump(t, h.Store)))
		}
	}
}

// TestOnlyTheSameSourceOverwrites: a source corrects its own value, also one
// that lost against another source's.
func TestOnlyTheSameSourceOverwrites(t *testing.T) {
	row := func(votes, source string) bundle {
		return bundle{"memberships.csv": "pole_id,organisation_id,circle,votes,sources\npole:p,org:x,PARTNER," + votes + "," + source + "\n"}
	}
	h := newHub()
	importInto(t, h, bundle{"sources.csv": twoSources, "poles.csv": "id,name\npole:p,P\n", "organisations.csv": "id,name,kind\norg:x,X,OTHER\n"}, Options{})
	for i, c := range []struct {
		votes, source string
		stands        int
		flag          hub.Text
	}{
		{"1", "source:a", 1, ""},
		{"2", "source:a", 2, ""},  // corrected
		{"3", "source:b", 2, "3"}, // disagrees
		{"4", "source:b", 2, "4"}, // corrects its own, which lost
		{"5", "source:b", 2, "5"}, // once more
		{"2", "source:b", 2, ""},  // agrees at last
	} {
		importInto(t, h, row(c.votes, c.source), Options{})
		m := get[*hub.Membership](t, h.Store, "membership:p.x.")
		var flag hub.Text
		for _, f := range m.Flags {
			flag += f.Raw
		}
		if *m.Votes != c.stands || flag != c.flag {
			t.Errorf("step %d: votes %d, flags %v; want %d and %q", i+1, *m.Votes, m.Flags, c.stands, c.flag)
		}
	}
}

func mention(name string, source hub.ID, kindStated bool) *hub.Organisation {
	o := &hub.Organisation{ID: "org:x", Name: name, Kind: hub.KindOther, Fact: hub.Fact{SourceIDs: []hub.ID{source}}}
	if name == "" {
		o.Name = "SIRET 1"
		o.Flags = append(o.Flags, hub.Flag{Field: "name", Code: hub.FlagNameMissing})
	}
	if kindStated {
		o.Kind = hub.KindEnterprise
	} else {
		o.Flags = append(o.Flags, hub.Flag{Field: "kind", Code: hub.FlagKindMissing})
	}
	return o
}

func TestMentions(t *testing.T) {
	const s = "source:a"
	conflict := func(raw hub.Text) hub.Flag {
		return hub.Flag{Field: "name", Code: hub.FlagNameConflict, Raw: raw, Message: s}
	}
	for _, c := range []struct {
		title    string
		mentions []*hub.Organisation
		name     string
		aliases  []string
		kind     hub.OrganisationKind
		conflict []hub.Flag
	}{
		{"again", []*hub.Organisation{mention("A", s, false), mention("A", s, false)}, "A", nil, hub.KindOther, nil},
		{"name found later", []*hub.Organisation{mention("", s, false), mention("A", s, false)}, "A", nil, hub.KindOther, nil},
		{"name known before", []*hub.Organisation{mention("A", s, false), mention("", s, false)}, "A", nil, hub.KindOther, nil},
		{"two names", []*hub.Organisation{mention("B", s, false), mention("A", s, false)}, "A", []string{"B"}, hub.KindOther, []hub.Flag{conflict("B")}},
		{"two names, the other way", []*hub.Organisation{mention("A", s, false), mention("B", s, false)}, "A", []string{"B"}, hub.KindOther, []hub.Flag{conflict("B")}},
		{"names that differ by an accent", []*hub.Organisation{mention("Éva", s, false), mention("Eva", s, false)}, "Eva", []string{"Éva"}, hub.KindOther, nil},
		{"kind found later", []*hub.Organisation{mention("A", s, false), mention("A", s, true)}, "A", nil, hub.KindEnterprise, nil},
	} {
		t.Run(c.title, func(t *testing.T) {
			var got hub.Record = c.mentions[0]
			for _, m := range c.mentions[1:] {
				got = complete(got, m)
			}
			o := got.(*hub.Organisation)
			var conflicts []hub.Flag
			for _, f := range o.Flags {
				if f.Code == hub.FlagNameConflict {
					conflicts = append(conflicts, f)
				}
			}
			if o.Name != c.name || !slices.Equal(o.Aliases, c.aliases) || o.Kind != c.kind || !slices.Equal(conflicts, c.conflict) {
				t.Errorf("got %q, aliases %q, kind %s, flags %v", o.Name, o.Aliases, o.Kind, o.Flags)
			}
			if again := complete(got, c.mentions[0]); again != got {
				t.Errorf("the first mention, again, changes %s to %s", hub.EncodeRecord(got), hub.EncodeRecord(again))
			}
		})
	}
}

// TestMentionAndRecord: what a file of organisations states stands over what
// another file only named, whichever comes first.
func TestMentionAndRecord(t *testing.T) {
	stated := Item{Records: []hub.Record{&hub.Organisation{ID: "org:x", Name: "Zoé", Kind: hub.KindNetwork, Fact: hub.Fact{SourceIDs: []hub.ID{"source:b"}}}}}
	named := Item{Mentions: []hub.Record{mention("Ada", "source:a", false)}}
	for name, order := range map[string][]Item{"stated first": {stated, named}, "named first": {named, stated}} {
		h := newHub()
		importInto(t, h, bundle{"sources.csv": twoSources}, Options{})
		for _, item := range order {
			importItems(t, h, func(yield func(Item, error) bool) { yield(item, nil) }, Options{})
		}
		o := get[*hub.Organisation](t, h.Store, "org:x")
		want := []hub.Flag{{Field: "name", Code: hub.FlagNameConflict, Raw: "Ada", Message: "source:a"}}
		if o.Name != "Zoé" || o.Kind != hub.KindNetwork || !slices.Equal(o.Aliases, []string{"Ada"}) || !slices.Equal(o.Flags, want) {
			t.Errorf("%s: %s", name, hub.EncodeRecord(o))
		}
	}
}

func TestClaimsOfTies(t *testing.T) {
	claims := func(claimants []hub.Claimant, strengths ...int) *hub.Tie {
		return &hub.Tie{ID: "tie:t", Type: hub.TieResearch, FromID: "org:a", ToID: "org:b", ClaimedBy: claimants, Strengths: strengths}
	}
	first, second := []hub.Claimant{hub.ByFirst}, []hub.Claimant{hub.BySecond}
	document := []hub.Claimant{hub.ByDocument}
	both := []hub.Claimant{hub.ByFirst, hub.BySecond}
	for _, c := range []struct {
		name                string
		stored, other, want *hub.Tie
	}{
		{"both rate it", claims(first, 3), claims(second, 2), claims(both, 3, 2)},
		{"second first", claims(second, 2), claims(first, 3), claims(both, 3, 2)},
		{"one rating holds for the tie", claims(first, 3), claims(second), claims(both, 3)},
		{"no rating", claims(first), claims(second), claims(both)},
		{"corrected", claims(first, 3), claims(first, 4), claims(first, 4)},
		{"a part again", claims(both, 3, 2), claims(second, 2), claims(both, 3, 2)},
		{"a tie-wide rating again", claims(both, 3), claims(first, 3), claims(both, 3)},
		{"a claim without a rating", claims(both, 3, 2), claims(document), func() *hub.Tie {
			tie := claims(both, 3, 2) // a place for two ratings, not for three claims
			tie.Flags = []hub.Flag{unratedClaim(hub.ByDocument)}
			return tie
		}()},
		{"the same claim, rated", func() *hub.Tie {
			tie := claims(both, 3, 2)
			tie.Flags = []hub.Flag{unratedClaim(hub.ByDocument)}
			return tie
		}(), claims(document, 4), claims(claimOrder, 3, 2, 4)},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := replaceTie(c.stored, c.other)
			if !hub.Equal(got, c.want) {
				t.Errorf("got %s, want %s", hub.EncodeRecord(got), hub.EncodeRecord(c.want))
			}
			if errs := hub.Validate(got); errs != nil {
				t.Error(errs)
			}
		})
	}
}

// TestKindAndLegalCategory: a kind that the legal category does not say is kept
// and flagged until a reason comes, whichever file comes first and whoever
// states which part.
func TestKindAndLegalCategory(t *testing.T) {
	const header = "id,name,kind,legal_category,kind_reason,sources\n"
	flagged := []hub.Flag{{Field: "kind", Code: hub.FlagKindUnexplained, Raw: "TRAINING_BODY", Message: "legal category 9220 (Association déclarée) says ENTERPRISE"}}
	kind, category := "org:x,X,TRAINING_BODY,,,source:a\n", "org:x,X,TRAINING_BODY,9220,,source:b\n"
	for _, c := range []struct {
		name  string
		files []string
		want  []hub.Flag
	}{
		{"one row", []string{header + category}, flagged},
		{"twice", []string{header + category, header + category}, flagged},
		{"as it says", []string{header + "org:x,X,ENTERPRISE,9220,,source:b\n"}, nil},
		{"with a reason", []string{header + "org:x,X,TRAINING_BODY,9220,organisme de formation,source:b\n"}, nil},
		{"unknown category", []string{header + "org:x,X,TRAINING_BODY,9999,,source:b\n"}, nil},
		{"two sources", []string{header + kind, header + category}, flagged},
		{"two sources, the other way", []string{header + category, header + kind}, flagged},
		{"a reason from elsewhere", []string{header + category, header + "org:x,X,TRAINING_BODY,,organisme de formation,source:a\n"}, nil},
		{"a reason first", []string{header + "org:x,X,TRAINING_BODY,,organisme de formation,source:a\n", header + category}, nil},
		{"a category that stays", []string{header + category, "id,name,kind,sources\norg:x,Y,TRAINING_BODY,source:b\n"}, flagged},
		{"a reason afterwards", []string{header + category, header + "org:x,X,TRAINING_BODY,9220,organisme de formation,source:b\n"}, nil},
	} {
		h := newHub()
		importInto(t, h, bundle{"sources.csv": twoSources}, Options{})
		for _, file := range c.files {
			importInto(t, h, bundle{"organisations.csv": file}, Options{})
		}
		if got := get[*hub.Organisation](t, h.Store, "org:x").Flags; !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, not %v", c.name, got, c.want)
		}
		before := revision(t, h.Store)
		last := c.files[len(c.files)-1]
		importInto(t, h, bundle{"organisations.csv": last}, Options{})
		if after := revision(t, h.Store); after != before {
			t.Errorf("%s: its last file again takes revision %d to %d", c.name, before, after)
		}
	}
}
