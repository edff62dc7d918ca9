package seed

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"polehub/hub"
	"polehub/store/storetest"
)

// marches writes a file of format 1.5.
func marches(contracts ...string) string {
	return `{"marches":[` + strings.Join(contracts, ",") + `]}`
}

// marche writes one contract; members come after the usual ones and win.
func marche(id string, members ...string) string {
	usual := []string{
		`"id":"` + id + `"`, `"acheteur":{"id":"00000012500013","nom":"Commune"}`, `"objet":"Vélos"`, `"montant":50000`,
		`"dateNotification":"2019-02-01"`, `"titulaires":[{"typeIdentifiant":"SIRET","id":"00000011700010","denominationSociale":"Atelier"}]`,
	}
	return "{" + strings.Join(append(usual, members...), ",") + "}"
}

// importTexts imports files with these texts, one import each, each a source of
// its own.
func importTexts(t *testing.T, h *hub.Hub, texts ...string) []outcomeOf {
	t.Helper()
	var all []outcomeOf
	for i, text := range texts {
		name := fmt.Sprintf("%c.json", 'a'+i)
		all = append(all, importItems(t, h, ReadDECP(bundle{name: text}.files(), ""), Options{}))
	}
	return all
}

const demoBuyer = "contract:00000012500013"

// TestDECPRevisions: which contracts are one.
func TestDECPRevisions(t *testing.T) {
	for _, c := range []struct {
		title string
		files []string
		want  map[string]string // flags by the number of the contract
	}{
		{"two ranks", []string{marches(marche("A00")), marches(marche("A01"))},
			map[string]string{"A00": " MERGED_REVISION(00000012500013A01)"}},
		{"the later first", []string{marches(marche("A02")), marches(marche("A01")), marches(marche("A00"))},
			map[string]string{"A00": " MERGED_REVISION(00000012500013A01) MERGED_REVISION(00000012500013A02)"}},
		{"within one file", []string{marches(marche("A01"), marche("A00"))},
			map[string]string{"A00": " MERGED_REVISION(00000012500013A01)"}},
		{"another amount", []string{marches(marche("A00")), marches(marche("A01", `"montant":50001`))},
			map[string]string{"A00": " POSSIBLE_REVISION(00000012500013A)", "A01": " POSSIBLE_REVISION(00000012500013A)"}},
		{"another object", []string{marches(marche("A00"), marche("A01", `"objet":"Lot 2"`))},
			map[string]string{"A00": " POSSIBLE_REVISION(00000012500013A)", "A01": " POSSIBLE_REVISION(00000012500013A)"}},
		{"another supplier", []string{marches(marche("A00"), marche("A01", `"titulaires":[{"id":"00000010900017"}]`))},
			map[string]string{"A00": " POSSIBLE_REVISION(00000012500013A)", "A01": " POSSIBLE_REVISION(00000012500013A)"}},
		{"one supplier more", []string{marches(marche("A00"), marche("A01", `"titulaires":[{"id":"00000011700010"},{"id":"00000010900017"}]`))},
			map[string]string{"A00": " POSSIBLE_REVISION(00000012500013A)", "A01": " POSSIBLE_REVISION(00000012500013A)"}},
		{"another buyer", []string{marches(marche("A00"), marche("A01", `"acheteur":{"id":"00000013300017"}`))},
			map[string]string{"A00": ""}},
		{"since 2024", []string{marches(marche("A00", `"dateNotification":"2024-01-01"`), marche("A01", `"dateNotification":"2024-01-01"`))},
			map[string]string{"A00": "", "A01": ""}},
		{"no rank", []string{marches(marche("A0B"), marche("A0C"))},
			map[string]string{"A0B": "", "A0C": ""}},
	} {
		t.Run(c.title, func(t *testing.T) {
			h := newHub()
			importTexts(t, h, c.files...)
			got := map[string]string{}
			for _, local := range localIDs(t, h.Store, hub.ContractNoun) {
				if number, ok := strings.CutPrefix(local, "00000012500013"); ok {
					got[number] = codesOf(get[*hub.Contract](t, h.Store, hub.NewID("contract", local)))
				}
			}
			if fmt.Sprint(got) != fmt.Sprint(c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestDECPMergedParts: the parts of a contract that is put together with an
// earlier one move to it, and nothing stays of the other.
func TestDECPMergedParts(t *testing.T) {
	first := `{"dateNotificationModification":"2019-05-01","montant":60000}`
	second := `{"dateNotificationModification":"2019-06-01","titulaires":[{"id":"00000010900017"}]}`
	h := newHub()
	importTexts(t, h, marches(marche("A02", `"modifications":[`+first+`,`+second+`]`)), marches(marche("A01", `"modifications":[`+first+`]`)))
	const want = `PUBLIC_PROCUREMENT 50000.00 notified "2019-02-01" signed "", - months, 2 sources
amendment 2019-05-01 of 2019-05-01: 60000.00, - months
amendment 2019-06-01 of 2019-06-01: -, - months
BUYER org:siren-000000125 -
SUPPLIER org:siren-000000117 -
by 2019-06-01: SUPPLIER org:siren-000000109 -
flags MERGED_REVISION(00000012500013A02)`
	if got := describe(t, h.Store, demoBuyer+"A01"); got != want {
		t.Error(storetest.Diff(want, got))
	}
	if parts := partsIn(t, h.Store, hub.PartyNoun, demoBuyer+"A02"); len(parts) > 0 {
		t.Errorf("%d parties are left of the contract that is gone", len(parts))
	}
}

// TestDECPDryRunForgets: what a dry run puts together is gone for the rest of it,
// as in the real run, so that another contract may have the number.
func TestDECPDryRunForgets(t *testing.T) {
	texts := bundle{"b.json": marches(marche("A00")), "c.json": marches(marche("A01", `"montant":70000`))}
	var seen [2]outcomeOf
	for i := range seen {
		h := newHub()
		importTexts(t, h, marches(marche("A01"))) // a.json
		seen[i] = importItems(t, h, ReadDECP(texts.files(), ""), Options{DryRun: i == 0, BatchSize: 1})
	}
	if dry, done := fmt.Sprint(seen[0]), fmt.Sprint(seen[1]); dry != done {
		t.Errorf("dry run\n%s\nreal run\n%s", dry, done)
	}
	if n := seen[1].report.Flags[hub.FlagPossibleRevision]; n == 0 {
		t.Errorf("the two amounts are not told apart: %+v", seen[1].report)
	}
}

// TestDECPCorrections: a source corrects what it alone has said, in a later
// import; what two sources say differently is kept.
func TestDECPCorrections(t *testing.T) {
	contract := func(amount string) string { return marches(marche("X", `"montant":`+amount)) }
	read := func(h *hub.Hub, name, text string) {
		importItems(t, h, ReadDECP(bundle{name: text}.files(), ""), Options{})
	}
	for _, c := range []struct {
		title string
		steps [][2]string // file and amount
		want  string
	}{
		{"same file, other amount", [][2]string{{"a.json", "10000"}, {"a.json", "9000"}, {"a.json", "30000"}}, "30000.00"},
		{"two files", [][2]string{{"a.json", "30000"}, {"b.json", "10000"}}, "10000.00 SOURCES_DISAGREE(30000.00)"},
		{"two files, the other way", [][2]string{{"b.json", "10000"}, {"a.json", "30000"}}, "10000.00 SOURCES_DISAGREE(30000.00)"},
		{"two files that agree", [][2]string{{"b.json", "10000"}, {"a.json", "10000"}}, "10000.00"},
		{"found out at last", [][2]string{{"a.json", "0"}, {"b.json", "10000"}}, "10000.00"},
		{"known before", [][2]string{{"b.json", "10000"}, {"a.json", "null"}}, "10000.00"},
		{"never known", [][2]string{{"a.json", "0"}}, "- AMOUNT_MISSING(0)"},
		{"three files", [][2]string{{"a.json", "3000"}, {"b.json", "1000"}, {"c.json", "2000"}}, "1000.00 SOURCES_DISAGREE(2000.00) SOURCES_DISAGREE(3000.00)"},
	} {
		t.Run(c.title, func(t *testing.T) {
			h := newHub()
			for _, step := range c.steps {
				read(h, step[0], contract(step[1]))
			}
			x := get[*hub.Contract](t, h.Store, demoBuyer+"X")
			if got := money(x.Amount) + codesOf(x); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// TestDECPSupplierLists: a corrected list of suppliers replaces that of the same
// source; lists of two sources are united and tell so.
func TestDECPSupplierLists(t *testing.T) {
	list := func(sirets ...string) string {
		for i, s := range sirets {
			sirets[i] = `{"id":"` + s + `"}`
		}
		return marches(marche("X", `"titulaires":[`+strings.Join(sirets, ",")+`]`))
	}
	const one, two = "00000011700010", "00000010900017"
	for _, c := range []struct {
		title string
		files [2]string
		texts [2]string
		want  string
	}{
		{"corrected", [2]string{"a.json", "a.json"}, [2]string{list(one), list(two)}, "SUPPLIER 1 org:siren-000000109;"},
		{"completed", [2]string{"a.json", "a.json"}, [2]string{list(one), list(two, one)}, "CO_SUPPLIER 1 org:siren-000000109;CO_SUPPLIER 1 org:siren-000000117;"},
		{"two sources", [2]string{"a.json", "b.json"}, [2]string{list(one), list(two)}, "CO_SUPPLIER 1 org:siren-000000109;CO_SUPPLIER 1 org:siren-000000117; SOURCES_DISAGREE"},
		{"two sources, other order", [2]string{"a.json", "b.json"}, [2]string{list(one, two), list(two, one)}, "CO_SUPPLIER 1 org:siren-000000109;CO_SUPPLIER 1 org:siren-000000117;"},
	} {
		t.Run(c.title, func(t *testing.T) {
			h := newHub()
			for i, text := range c.texts {
				importItems(t, h, ReadDECP(bundle{c.files[i]: text}.files(), ""), Options{})
			}
			var got strings.Builder
			for _, r := range partsIn(t, h.Store, hub.PartyNoun, demoBuyer+"X") {
				if p := r.(*hub.Party); isSupplier(p.Role) {
					got.WriteString(fmt.Sprintf("%s %d %s;", p.Role, *p.Position, p.OrganisationID))
				}
			}
			if got.WriteString(codesOf(get[*hub.Contract](t, h.Store, demoBuyer+"X"))); got.String() != c.want {
				t.Errorf("got %s, want %s", got.String(), c.want)
			}
		})
	}
}

// TestDECPConfluence: random files in any order, read at once or one by one,
// give the same hub, and reading them again changes nothing. What identifies
// revisions is one for each uid; everything else may differ from file to file.
func TestDECPConfluence(t *testing.T) {
	numbers := []string{"A00", "A01", "A02", "A05", "B", "C00"}
	rapid.Check(t, func(rt *rapid.T) {
		identity := map[string]map[string]any{}
		for _, n := range numbers {
			identity[n] = map[string]any{
				"montant":          rapid.SampledFrom([]int{1000, 2000}).Draw(rt, "amount"),
				"dateNotification": rapid.SampledFrom([]string{"2019-01-01", "2024-02-01"}).Draw(rt, "day"),
				"titulaires":       drawSuppliers(rt),
			}
		}
		files := bundle{}
		for i := range rapid.IntRange(2, 4).Draw(rt, "files") {
			var contracts []any
			for range rapid.IntRange(1, 3).Draw(rt, "contracts") {
				contracts = append(contracts, drawContract(rt, rapid.SampledFrom(numbers).Draw(rt, "number"), identity))
			}
			text, err := json.Marshal(map[string]any{"marches": contracts})
			if err != nil {
				rt.Fatal(err)
			}
			files[fmt.Sprintf("%d.json", i)] = string(text)
		}
		source := rapid.SampledFrom([]hub.ID{"", "source:national"}).Draw(rt, "source")
		options := Options{}
		if source != "" {
			options.Source = DECPSource(source, "national")
		}
		inOrder := files.files()
		shuffled := files.files()
		shuffled.Names = rapid.Permutation(inOrder.Names).Draw(rt, "order")
		first, second := newHub(), newHub()
		importItems(t, first, ReadDECP(inOrder, source), options)
		options.BatchSize = rapid.SampledFrom([]int{1, 7, 1000}).Draw(rt, "size")
		if source == "" && rapid.Bool().Draw(rt, "one by one") {
			for _, name := range shuffled.Names {
				importItems(t, second, ReadDECP(BundleFiles{Names: []string{name}, Open: shuffled.Open}, source), options)
			}
		} else {
			importItems(t, second, ReadDECP(shuffled, source), options)
		}
		if diff := storetest.Diff(dump(t, first.Store), dump(t, second.Store)); diff != "" {
			rt.Fatalf("%v\n%s", files, diff)
		}
		before := revision(t, first.Store)
		importItems(t, first, ReadDECP(shuffled, source), options)
		if after := revision(t, first.Store); after != before {
			rt.Fatalf("%v: the second import moved the revision from %d to %d", files, before, after)
		}
	})
}

func drawSuppliers(rt *rapid.T) []any {
	names := []string{"Atelier", "Cycles", "Roue"}
	all := []any{}
	for _, siret := range rapid.SliceOfN(rapid.SampledFrom([]string{"00000011700010", "00000010900017", "12"}), 0, 3).Draw(rt, "suppliers") {
		all = append(all, map[string]any{"id": siret, "denominationSociale": rapid.SampledFrom(names).Draw(rt, "name")})
	}
	return all
}

func drawContract(rt *rapid.T, number string, identity map[string]map[string]any) map[string]any {
	c := map[string]any{
		"id": number, "objet": "Vélos", "acheteur": map[string]any{"id": "00000012500013", "nom": rapid.SampledFrom([]string{"Commune", "commune", "Ville"}).Draw(rt, "buyer")},
		"procedure": rapid.SampledFrom([]string{"", "MAPA", "AO", "Négocié"}).Draw(rt, "procedure"),
		"dureeMois": rapid.SampledFrom([]any{nil, 12, 24, "NC"}).Draw(rt, "months"),
	}
	maps.Copy(c, identity[number])
	var changes []any
	for _, day := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"2018-05-01", "2019-05-01", "2019-06-01"}), 0, 3, rapid.ID[string]).Draw(rt, "days") {
		m := map[string]any{"dateNotificationModification": day, "montant": rapid.SampledFrom([]int{0, 3000, 4000}).Draw(rt, "new amount")}
		if rapid.Bool().Draw(rt, "replaced") {
			m["titulaires"] = drawSuppliers(rt)
		}
		changes = append(changes, m)
	}
	slices.Reverse(changes)
	c["modifications"] = changes
	return c
}
