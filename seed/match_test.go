package seed

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"polehub/hub"
	"polehub/store/storetest"
)

// atelier are ways in which a bundle may say that its org:x is 000000117, which
// marche names as a supplier by its SIRET.
var atelier = map[string]bundle{
	"a SIREN beside it":  {"organisations.csv": "id,name,kind,siren\norg:x,Atelier Vélo,ENTERPRISE,000000117\n"},
	"a SIRET beside it":  {"organisations.csv": "id,name,kind,siret\norg:x,Atelier Vélo,ENTERPRISE,00000011700028\n"},
	"a SIREN of its own": {"organisations.csv": "id,name,kind\norg:x,Atelier Vélo,ENTERPRISE\n", "identifiers.csv": "organisation_id,scheme,raw\norg:x,SIREN,000 000 117\n"},
	"a SIRET of its own": {"organisations.csv": "id,name,kind\norg:x,Atelier Vélo,ENTERPRISE\n", "identifiers.csv": "organisation_id,scheme,raw\norg:x,SIRET,00000011700028\n"},
}

// withFacts adds facts about org:x to a bundle.
func withFacts(b bundle) bundle {
	all := bundle{
		"poles.csv":       "id,name\npole:p,P\n",
		"memberships.csv": "pole_id,organisation_id,circle\npole:p,org:x,PARTNER\n",
		"ties.csv":        "type,from_org,to_org,claimed_by\nSUPPLY,org:x,org:other,FIRST\nRESEARCH,org:x,org:other,FIRST\n",
		"documents.csv":   "id,pole_id,kind,title,signatories\ndocument:d,pole:p,CHARTER,Charte,org:x|org:other\n",
	}
	maps.Copy(all, b)
	all["organisations.csv"] += "org:other,Autre,ENTERPRISE\n"
	return all
}

// holders lists the organisations that facts of the hub name, beside org:other
// and the buyer.
func holders(t *testing.T, r hub.Reader) string {
	t.Helper()
	var all []string
	for _, n := range hub.Nouns() {
		for row, err := range r.Rows(t.Context(), hub.Query{Noun: n}) {
			if err != nil {
				t.Fatal(err)
			}
			if n == hub.OrganisationNoun {
				all = append(all, string(row.Record.Key()))
			}
			eachReference(row.Record, func(f *hub.Field, id hub.ID) {
				if f.Ref == hub.OrganisationNoun.Name {
					all = append(all, string(id))
				}
			})
		}
	}
	slices.Sort(all)
	all = slices.DeleteFunc(slices.Compact(all), func(id string) bool { return id == "org:other" || id == "org:siren-000000125" })
	return strings.Join(all, " ")
}

// TestOneNumberOneOrganisation: an organisation that a bundle knows by an id of
// its own and DECP by its number is one, under the id that came first; its
// facts are its own, in any order and size of batches, and importing all again
// changes nothing. The dry run tells the same.
func TestOneNumberOneOrganisation(t *testing.T) {
	decp := func() Items { return ReadDECP(bundle{"a.json": marches(marche("A00"))}.files(), "") }
	for how, b := range atelier {
		inBundle := func() Items { return ReadBundle(withFacts(b).files(), survey().ID) }
		for _, c := range []struct {
			order string
			files []func() Items
			id    string
		}{
			{"bundle first", []func() Items{inBundle, decp}, "org:x"},
			{"DECP first", []func() Items{decp, inBundle}, "org:siren-000000117"},
		} {
			for _, size := range []int{1, 3, 1000} {
				t.Run(fmt.Sprintf("%s, %s, %d", how, c.order, size), func(t *testing.T) {
					h := newHub()
					for _, items := range c.files {
						dry := importItems(t, h, items(), Options{Source: survey(), BatchSize: size, DryRun: true})
						if real := importItems(t, h, items(), Options{Source: survey(), BatchSize: size}); !reflect.DeepEqual(dry, real) {
							t.Errorf("the dry run told %+v, the real one %+v", dry, real)
						}
						if n := revision(t, h.Store); n == 0 {
							t.Error("nothing came in")
						}
					}
					if got := holders(t, h.Store); got != c.id {
						t.Errorf("facts are of %s, want %s only", got, c.id)
					}
					if name := get[*hub.Organisation](t, h.Store, hub.ID(c.id)); name.Name != "Atelier Vélo" || name.Kind != hub.KindEnterprise {
						t.Errorf("%+v", name)
					}
					before, rev := dump(t, h.Store), revision(t, h.Store)
					for _, items := range c.files {
						importItems(t, h, items(), Options{Source: survey(), BatchSize: 1000 / size})
					}
					if revision(t, h.Store) != rev {
						t.Errorf("the second import changed the hub: %s", storetest.Diff(before, dump(t, h.Store)))
					}
				})
			}
		}
	}
}

// TestFactsAfterTheirOrganisation: a bundle of facts alone finds the
// organisation that an earlier bundle called by the same id, or by its number.
func TestFactsAfterTheirOrganisation(t *testing.T) {
	h := newHub()
	importTexts(t, h, marches(marche("A00")))
	importInto(t, h, withFacts(atelier["a SIREN beside it"]), Options{})
	out := importInto(t, h, bundle{"memberships.csv": "pole_id,organisation_id,circle,valid_from\npole:p,org:x,PARTNER,2020\n"}, Options{})
	if n := out.report.RejectedItems(); n != 0 {
		t.Errorf("%d rejected: %v", n, out.rows)
	}
	get[*hub.Membership](t, h.Store, "membership:p.siren-000000117.2020-01-01")

	h = newHub()
	importInto(t, h, withFacts(atelier["a SIREN beside it"]), Options{})
	importInto(t, h, bundle{"memberships.csv": "pole_id,organisation_id,circle,valid_from\npole:p,org:siren-000000117,PARTNER,2020\n"}, Options{})
	get[*hub.Membership](t, h.Store, "membership:p.x.2020-01-01")
}

// TestTwoBundlesOneNumber: two bundles with ids of their own mean one
// organisation, and a tie between its two ids is one to itself.
func TestTwoBundlesOneNumber(t *testing.T) {
	h := newHub()
	importInto(t, h, bundle{"organisations.csv": "id,name,kind,rna\norg:x,Atelier,ENTERPRISE,W9P1002760\n"}, Options{})
	out := importInto(t, h, bundle{
		"organisations.csv": "id,name,kind,siren,rna\norg:y,Atelier,ENTERPRISE,000000117,W9P1002760\n",
		"ties.csv":          "type,from_org,to_org,claimed_by\nRESEARCH,org:y,org:x,FIRST\n",
	}, Options{})
	if got := holders(t, h.Store); got != "org:x" {
		t.Errorf("facts are of %s", got)
	}
	if n := out.report.Rejected[hub.FlagValueInvalid]; n != 1 {
		t.Errorf("%d ties to oneself were rejected, want 1: %v", n, out.rows)
	}
	// Another unit with the same association's number is another organisation.
	importInto(t, h, bundle{"organisations.csv": "id,name,kind,siren,rna\norg:z,Atelier,ENTERPRISE,000000125,W9P1002760\n"}, Options{})
	get[*hub.Organisation](t, h.Store, "org:z")
}

// TestTwoOrganisationsOneNumber: organisations that are two, in the hub or in
// one bundle, stay two; the later to come by the number says so.
func TestTwoOrganisationsOneNumber(t *testing.T) {
	two := "id,name,kind\norg:x,X,OTHER\norg:y,Y,OTHER\n"
	numbers := "organisation_id,scheme,raw\norg:y,SIREN,000000117\norg:x,SIREN,000000117\n"
	beside := "id,name,kind,siren\norg:y,Y,OTHER,000000117\norg:x,X,OTHER,000000117\n"
	for name, imports := range map[string][]bundle{
		"in one bundle":   {{"organisations.csv": two, "identifiers.csv": numbers}},
		"in one file":     {{"organisations.csv": beside}},
		"numbers later":   {{"organisations.csv": two}, {"identifiers.csv": numbers}},
		"one after other": {{"organisations.csv": two}, {"identifiers.csv": "organisation_id,scheme,raw\norg:y,SIREN,000000117\n"}, {"identifiers.csv": numbers}},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHub()
			flagged := 0
			for _, b := range imports {
				flagged += importInto(t, h, b, Options{}).report.Flags[hub.FlagPossibleDuplicate]
			}
			want := hub.Flag{Code: hub.FlagPossibleDuplicate, Raw: "SIREN 000000117", Message: "org:y"}
			if got := flagsOf(get[*hub.Organisation](t, h.Store, "org:x")); !slices.Equal(got, []hub.Flag{want}) || flagged != 1 {
				t.Errorf("org:x has %v, %d flagged; want %v", got, flagged, want)
			}
			if got := flagsOf(get[*hub.Organisation](t, h.Store, "org:y")); len(got) != 0 {
				t.Errorf("org:y has %v", got)
			}
			before, rev := dump(t, h.Store), revision(t, h.Store)
			for _, b := range imports {
				importInto(t, h, b, Options{BatchSize: 1})
			}
			if revision(t, h.Store) != rev {
				t.Errorf("the second import changed the hub: %s", storetest.Diff(before, dump(t, h.Store)))
			}
			exported, err := write(t.Context(), h.Store)
			if err != nil {
				t.Fatal(err)
			}
			other := newHub()
			importInto(t, other, exported, Options{})
			if got := dump(t, other.Store); factsOnly(got) != factsOnly(before) {
				t.Errorf("the copy differs: %s", storetest.Diff(before, got))
			}
			// A contract of that number goes to one of the two.
			importTexts(t, h, marches(marche("A00")))
			if got := holders(t, h.Store); got != "org:x org:y" {
				t.Errorf("facts are of %s", got)
			}
		})
	}
}

// factsOnly cuts the change log off a dump.
func factsOnly(text string) string {
	facts, _, _ := strings.Cut(text, "\nchange ")
	return facts
}

// callCounter counts the calls inside the updates of a store.
type callCounter struct {
	hub.Store
	calls int
}

type countedTx struct {
	hub.Tx
	calls *int
}

func (c *callCounter) Update(ctx context.Context, fn func(hub.Tx) error) (hub.Revision, error) {
	return c.Store.Update(ctx, func(tx hub.Tx) error { return fn(countedTx{tx, &c.calls}) })
}

func (c countedTx) Find(ctx context.Context, n *hub.Noun, ids []hub.ID) ([]hub.Record, error) {
	*c.calls++
	return c.Tx.Find(ctx, n, ids)
}

func (c countedTx) Rows(ctx context.Context, q hub.Query) iter.Seq2[hub.Row, error] {
	*c.calls++
	return c.Tx.Rows(ctx, q)
}

func (c countedTx) Tally(ctx context.Context, q hub.Query) ([]hub.Tally, error) {
	*c.calls++
	return c.Tx.Tally(ctx, q)
}

// TestMatchingCallsPerBatch: how many organisations of a batch are known by
// other ids does not change the number of calls to the store.
func TestMatchingCallsPerBatch(t *testing.T) {
	calls := func(n int) int {
		known, named, facts := "id,name,kind,siren\n", "id,name,kind,siren\n", "pole_id,organisation_id,circle\n"
		for i := range n {
			siren := luhnSIREN(i)
			known += fmt.Sprintf("org:x%d,X,OTHER,%s\n", i, siren)
			named += fmt.Sprintf("org:y%d,Y,OTHER,%s\n", i, siren)
			facts += fmt.Sprintf("pole:p,org:y%d,PARTNER\n", i)
		}
		h := newHub()
		importInto(t, h, bundle{"organisations.csv": known, "poles.csv": "id,name\npole:p,P\n"}, Options{})
		counter := &callCounter{Store: h.Store}
		h.Store = counter
		if out := importInto(t, h, bundle{"organisations.csv": named, "memberships.csv": facts}, Options{BatchSize: 10_000}); out.report.RejectedItems() > 0 {
			t.Fatal(out.rows[0])
		}
		if got, err := h.Store.Tally(t.Context(), hub.Query{Noun: hub.OrganisationNoun}); err != nil || got[0].Count != n {
			t.Fatalf("%v organisations, want %d (%v)", got, n, err)
		}
		return counter.calls
	}
	if few, many := calls(2), calls(200); few != many {
		t.Errorf("%d calls for 2 organisations, %d for 200", few, many)
	}
}

// luhnSIREN is a number of the demonstration's range that passes its check.
func luhnSIREN(i int) string {
	for digit := range 10 {
		if s := fmt.Sprintf("0000%04d%d", i+1, digit); hub.ValidSIREN(s) {
			return s
		}
	}
	panic("no digit passes")
}

// TestAnyNumbersTwice: whichever numbers, each its own, two bundles give to
// organisations, with a file of contracts between them, importing all again
// changes nothing, in batches of any size, and a dry run tells what
// the real run does.
func TestAnyNumbersTwice(t *testing.T) {
	all := []string{"org:x", "org:y", "org:siren-000000117", "org:rna-W9P1002760"}
	unit := func(number string) string { return number[:min(9, len(number))] }
	rapid.Check(t, func(rt *rapid.T) {
		siren := map[string]string{"org:siren-000000117": "000000117"}
		for _, id := range []string{"org:x", "org:y", "org:rna-W9P1002760"} {
			siren[id] = rapid.SampledFrom([]string{"000000117", "000000109", "", "00000011700028"}).Draw(rt, id)
		}
		draw := func(source string) bundle {
			ids := rapid.Permutation(all).Draw(rt, "ids")[:rapid.IntRange(1, len(all)).Draw(rt, "organisations")]
			var organisations strings.Builder
			organisations.WriteString("id,name,kind,siren,rna,sources\n")
			ids = slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
				return slices.ContainsFunc(ids[:slices.Index(ids, id)], func(other string) bool { return siren[id] != "" && unit(siren[id]) == unit(siren[other]) })
			})
			for i, id := range ids {
				rna := ""
				if id == "org:rna-W9P1002760" || i == 0 && !slices.Contains(ids, "org:rna-W9P1002760") {
					rna = "W9P1002760"
				}
				organisations.WriteString(strings.Join([]string{
					id, rapid.SampledFrom([]string{"X", "Y"}).Draw(rt, "name"), rapid.SampledFrom([]string{"OTHER", "NETWORK"}).Draw(rt, "kind"),
					rapid.SampledFrom([]string{"", siren[id]}).Draw(rt, "siren"), rapid.SampledFrom([]string{"", rna}).Draw(rt, "rna"), source,
				}, ",") + "\n")
			}
			return bundle{
				"sources.csv":       twoSources,
				"organisations.csv": organisations.String(),
				"identifiers.csv": rowsOf(rt, "identifiers", map[string][]string{
					"organisation_id": ids, "scheme": {"RNA", "TVA"}, "raw": {"W3222", "1"}, "sources": {source},
				}, []string{"organisation_id", "scheme", "raw", "sources"}),
				"ties.csv": rowsOf(rt, "ties", map[string][]string{
					"type": {"RESEARCH", "SUPPLY"}, "from_org": ids, "to_org": ids, "claimed_by": {"FIRST", "SECOND"}, "sources": {source},
				}, []string{"type", "from_org", "to_org", "claimed_by", "sources"}),
			}
		}
		one, other := draw("source:a"), draw("source:b")
		files := []func() Items{
			func() Items { return ReadBundle(one.files(), survey().ID) },
			func() Items { return ReadDECP(bundle{"a.json": marches(marche("A00"))}.files(), "") },
			func() Items { return ReadBundle(other.files(), survey().ID) },
		}
		size := rapid.IntRange(1, 10).Draw(rt, "batch")
		h := newHub()
		for _, items := range files {
			dry := importItems(t, h, items(), Options{BatchSize: size, DryRun: true, Source: survey()})
			if real := importItems(t, h, items(), Options{BatchSize: size, Source: survey()}); !reflect.DeepEqual(dry, real) {
				rt.Errorf("the dry run told %+v, the real one %+v", dry, real)
			}
		}
		for i, items := range files {
			before, rev := dump(t, h.Store), revision(t, h.Store)
			importItems(t, h, items(), Options{BatchSize: 11 - size, Source: survey()})
			if revision(t, h.Store) != rev {
				rt.Errorf("file %d changed the hub again: %s\nof %q\nand %q", i, storetest.Diff(before, dump(t, h.Store)), one, other)
			}
		}
	})
}
