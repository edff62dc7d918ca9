package seed

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"polehub/hub"
	"polehub/store/storetest"
)

// samples opens the examples that the State publishes with the format, beside
// the repository.
func samples(t *testing.T, names ...string) BundleFiles {
	t.Helper()
	const folder = "../../shared/data/decp"
	if _, err := os.Stat(folder); err != nil {
		t.Skip("no ../shared/data beside the repository")
	}
	paths := make([]string, len(names))
	for i, name := range names {
		paths[i] = filepath.Join(folder, name)
	}
	return OpenDECP(paths...)
}

// sampleNames are all of them that are contracts in JSON.
func sampleNames() []string {
	return []string{
		"reel_v1.5_marche_lasat_2018.json", "reel_v1.5_modification_montant.json", "reel_v1.5_titulaire_en_double.json",
		"v1.5_cc-avec-modifications.json", "v1.5_mar-avec-modifications.json", "v1.5_mar-basique-avec-uid.json", "v1.5_paquet.json",
		"v2_concessions_avec_modifications.json", "v2_marches_avec_modifications.json", "v2_marches_concessions.json",
	}
}

// describe shows a contract as its readers see it: what it is, its amendments
// and parties in order, and its flags.
func describe(t *testing.T, r hub.Reader, id hub.ID) string {
	t.Helper()
	c := get[*hub.Contract](t, r, id)
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %s, %s months, %d sources\n", c.Type, money(c.Amount), days(c), number(c.DurationMonths), len(c.SourceIDs))
	for _, row := range partsIn(t, r, hub.AmendmentNoun, id) {
		a := row.(*hub.Amendment)
		fmt.Fprintf(&b, "amendment %s of %s: %s, %s months%s\n", a.Number, a.Dated, money(a.NewAmount), number(a.NewDurationMonths), codesOf(a))
	}
	var parties []string
	for _, row := range partsIn(t, r, hub.PartyNoun, id) {
		p := row.(*hub.Party)
		parties = append(parties, fmt.Sprintf("%s%s %s %s\n", orSigned(p.Amendment), p.Role, p.OrganisationID, money(p.Amount)))
	}
	slices.Sort(parties)
	b.WriteString(strings.Join(parties, ""))
	fmt.Fprintf(&b, "flags%s", codesOf(c))
	return b.String()
}

func days(c *hub.Contract) string {
	return fmt.Sprintf("notified %q signed %q", c.NotifiedOn, c.SignedOn)
}

func orSigned(amendment hub.Text) string {
	if amendment == "" {
		return ""
	}
	return "by " + string(amendment) + ": "
}

func money(m *hub.Money) string {
	if m == nil {
		return "-"
	}
	return m.String()
}

func number(n *int) string {
	if n == nil {
		return "-"
	}
	return fmt.Sprint(*n)
}

func codesOf(r hub.Record) string {
	var b strings.Builder
	for _, flag := range flagsOf(r) {
		fmt.Fprintf(&b, " %s", flag.Code)
		if flag.Raw != "" {
			fmt.Fprintf(&b, "(%s)", flag.Raw)
		}
	}
	return b.String()
}

func partsIn(t *testing.T, r hub.Reader, n *hub.Noun, contract hub.ID) []hub.Record {
	t.Helper()
	var records []hub.Record
	for row, err := range r.Rows(t.Context(), hub.Query{Noun: n, Where: hub.In(n.Field("contractId"), contract)}) {
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, row.Record)
	}
	return records
}

func localIDs(t *testing.T, r hub.Reader, n *hub.Noun) []string {
	t.Helper()
	var found []string
	for row, err := range r.Rows(t.Context(), hub.Query{Noun: n}) {
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, row.Record.Key().Local())
	}
	return found
}

// TestDECPSamples holds each row of the table of the import guide (§6).
func TestDECPSamples(t *testing.T) {
	const lasat = "200013183000212018MAPA20180500"
	for _, c := range []struct {
		title     string
		files     []string
		contracts []string
		shows     map[hub.ID]string
	}{
		{"a contract of 2018", []string{"reel_v1.5_marche_lasat_2018.json"}, []string{lasat}, map[hub.ID]string{
			"contract:" + lasat: `PUBLIC_PROCUREMENT 80000.00 notified "2018-12-03" signed "", 39 months, 1 sources
BUYER org:siren-200013183 -
SUPPLIER org:siren-380243923 -
flags`,
		}},
		{"a supplier twice", []string{"reel_v1.5_titulaire_en_double.json"}, []string{lasat}, map[hub.ID]string{
			"contract:" + lasat: `PUBLIC_PROCUREMENT 80000.00 notified "2018-12-03" signed "", 39 months, 1 sources
BUYER org:siren-200013183 -
SUPPLIER org:siren-380243923 -
flags PARTY_DUPLICATE(SIRET 38024392300089)`,
		}},
		{"a later state", []string{"reel_v1.5_modification_montant.json", "reel_v1.5_marche_lasat_2018.json"}, []string{lasat}, map[hub.ID]string{
			"contract:" + lasat: `PUBLIC_PROCUREMENT 80000.00 notified "2018-12-03" signed "", 39 months, 2 sources
amendment 2019-05-19 of 2019-05-19: 100000.00, - months
BUYER org:siren-200013183 -
SUPPLIER org:siren-380243923 -
flags MERGED_REVISION(200013183000212018MAPA20180501)`,
		}},
		{"co-suppliers, one replaced", []string{"v1.5_mar-basique-avec-uid.json", "v1.5_paquet.json", "v1.5_mar-avec-modifications.json"},
			[]string{"21350238800019200103452112", "213502388000192010345211200"}, map[hub.ID]string{
				"contract:213502388000192010345211200": `PUBLIC_PROCUREMENT 127000.00 notified "2007-08-13" signed "", 24 months, 3 sources
amendment 2008-07-20 of 2008-07-20: -, - months
BUYER org:siren-213502388 -
CO_SUPPLIER org:siren-812231132 -
CO_SUPPLIER org:tva-DE814864138 -
by 2008-07-20: CO_SUPPLIER org:decp.amandier-sa-siret-87127639200012 -
by 2008-07-20: CO_SUPPLIER org:siren-812231132 -
flags MERGED_REVISION(213502388000192010345211201)`,
				"contract:21350238800019200103452112": `CONCESSION 27860000.00 notified "" signed "2001-02-21", 360 months, 1 sources
BUYER org:siren-213502388 -
SUPPLIER org:siren-812231132 -
flags`,
			}},
		{"two amendments of one day", []string{"v1.5_cc-avec-modifications.json"}, []string{"2135023880001920010345211202"}, map[hub.ID]string{
			"contract:2135023880001920010345211202": `CONCESSION 27860000.00 notified "" signed "2001-02-21", 360 months, 1 sources
amendment 2002-01-06 of 2002-01-06: -, 410 months
amendment 2002-01-06-2 of 2002-01-06: 33890000.00, 540 months
BUYER org:siren-213502388 -
SUPPLIER org:siren-812231132 -
flags`,
		}},
		{"format 2", []string{"v2_marches_avec_modifications.json", "v2_concessions_avec_modifications.json", "v2_marches_concessions.json"},
			[]string{
				"123456789012340612202306122023", "123456789012340612202306122024", "123456789012500612202306122023", "123456789012500612202306122024",
				"21750001630040TEST2022Bis", "21750001630066TEST2022",
			}, map[hub.ID]string{
				"contract:21750001630066TEST2022": `PUBLIC_PROCUREMENT 575000.00 notified "2024-05-15" signed "", 48 months, 2 sources
amendment 1 of 2022-10-18: 123457.87, 12 months DATE_ORDER(2022-10-18)
amendment sous-traitance-1 of 2023-10-11: -, - months DATE_ORDER(2023-10-11)
amendment sous-traitance-modification-1 of 2022-10-20: -, - months DATE_ORDER(2022-10-20)
BUYER org:siren-217500016 -
SUPPLIER org:siren-552045999 -
by 1: SUPPLIER org:decp.siret-868768687576575 -
by sous-traitance-1: SUBCONTRACTOR org:decp.siret-214356 123456.89
by sous-traitance-modification-1: SUBCONTRACTOR org:decp.siret-214356 23465.87
flags`,
				"contract:123456789012500612202306122024": `CONCESSION 10.30 notified "" signed "2024-04-02", 12 months, 1 sources
amendment 1 of 2023-04-19: 25.00, 14 months DATE_ORDER(2023-04-19)
BUYER org:decp.siret-12345678901250 -
SUPPLIER org:siren-381031285 -
flags AMOUNT_MISSING(0.5) PARTY_SAME_UNIT(SIRET 38103128500574)`,
			}},
	} {
		t.Run(c.title, func(t *testing.T) {
			h := newHub()
			importItems(t, h, ReadDECP(samples(t, c.files...), ""), Options{})
			if got := localIDs(t, h.Store, hub.ContractNoun); !slices.Equal(got, c.contracts) {
				t.Errorf("contracts %q, want %q", got, c.contracts)
			}
			for _, id := range slices.Sorted(maps.Keys(c.shows)) {
				if got := describe(t, h.Store, id); got != c.shows[id] {
					t.Errorf("%s\n%s", id, storetest.Diff(c.shows[id], got))
				}
			}
		})
	}
}

// TestDECPOrganisations holds what the guide says of identifiers (§2.3).
func TestDECPOrganisations(t *testing.T) {
	h := newHub()
	importItems(t, h, ReadDECP(samples(t, sampleNames()...), ""), Options{})
	for _, c := range []struct {
		org         hub.ID
		name, flags string
		aliases     []string
	}{
		{"org:siren-213502388", "Ville de Millau", " KIND_MISSING NAME_CONFLICT(Ville de Rennes)", []string{"Ville de Rennes"}},
		{"org:siren-812231132", "Atlas SAS", " KIND_MISSING NAME_CONFLICT(Garami SARL)", []string{"Garami SARL"}},
		{"org:siren-217500016", "SIRET 21750001630040", " KIND_MISSING NAME_MISSING", nil},
		{"org:tva-DE814864138", "Hellman Gmbh", " KIND_MISSING", nil},
	} {
		o := get[*hub.Organisation](t, h.Store, c.org)
		if o.Name != c.name || codesOf(o) != c.flags || !slices.Equal(o.Aliases, c.aliases) {
			t.Errorf("%s: %q, aliases %q, flags%s", c.org, o.Name, o.Aliases, codesOf(o))
		}
	}
	for _, c := range []struct {
		id    hub.ID
		valid hub.Tri
		flags string
	}{
		{"identifier:siren-217500016.SIRET.21750001630066", hub.TriNo, " SIRET_INVALID_SIREN_OK(21750001630066)"},
		{"identifier:siren-217500016.SIRET.21750001630040", hub.TriYes, ""},
		{"identifier:siren-381031285.SIRET.38103128500574", hub.TriYes, ""},
		{"identifier:tva-DE814864138.TVA.DE814864138", hub.TriUnknown, ""},
		{"identifier:decp%2Esiret-214356.SIRET.214356", hub.TriNo, " IDENTIFIER_INVALID(214356)"},
	} {
		if i := get[*hub.Identifier](t, h.Store, c.id); i.Valid != c.valid || codesOf(i) != c.flags {
			t.Errorf("%s: valid %s, flags%s", c.id, i.Valid, codesOf(i))
		}
	}
}

// TestDECPAnyOrder: whatever the order of the files and the way they are parted
// into imports and updates, the hub is the same, and reading them again changes
// nothing.
func TestDECPAnyOrder(t *testing.T) {
	names := sampleNames()
	samples(t)
	want := newHub()
	importItems(t, want, ReadDECP(samples(t, names...), ""), Options{})
	random := rand.New(rand.NewPCG(1, 2))
	for range 30 {
		random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		h := newHub()
		cut := random.IntN(len(names) + 1)
		for _, part := range [][]string{names[:cut], names[cut:]} {
			importItems(t, h, ReadDECP(samples(t, part...), ""), Options{BatchSize: 1 + random.IntN(40)})
		}
		if diff := storetest.Diff(dump(t, want.Store), dump(t, h.Store)); diff != "" {
			t.Fatalf("%q, then %q:\n%s", names[:cut], names[cut:], diff)
		}
		before := revision(t, h.Store)
		again := importItems(t, h, ReadDECP(samples(t, names...), ""), Options{})
		if total := again.report.Total(); total.Added+total.Updated > 0 || revision(t, h.Store) != before {
			t.Fatalf("reading %q again: %+v, revision %d after %d", names, again.report.Nouns, revision(t, h.Store), before)
		}
	}
}

// TestDECPOneSource: the same holds when one source is given for all files.
func TestDECPOneSource(t *testing.T) {
	names := sampleNames()
	var want string
	random := rand.New(rand.NewPCG(3, 4))
	for range 10 {
		h := newHub()
		options := Options{Source: DECPSource("source:national", "national"), BatchSize: 1 + random.IntN(40)}
		importItems(t, h, ReadDECP(samples(t, names...), "source:national"), options)
		got := dump(t, h.Store)
		if want == "" {
			want = got
		}
		if diff := storetest.Diff(want, got); diff != "" {
			t.Fatalf("%q:\n%s", names, diff)
		}
		before := revision(t, h.Store)
		importItems(t, h, ReadDECP(samples(t, names...), "source:national"), options)
		if after := revision(t, h.Store); after != before {
			t.Fatalf("reading %q again moved the revision from %d to %d", names, before, after)
		}
		random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	}
}

// TestDECPDryRun: a dry run says what the real one does and writes nothing,
// also when it puts contracts together that the hub holds apart.
func TestDECPDryRun(t *testing.T) {
	names := sampleNames()
	for cut := range names {
		h := newHub()
		importItems(t, h, ReadDECP(samples(t, names[cut:]...), ""), Options{})
		before := dump(t, h.Store)
		for _, size := range []int{1, 1000} {
			dry := importItems(t, h, ReadDECP(samples(t, names...), ""), Options{DryRun: true, BatchSize: size})
			if dump(t, h.Store) != before {
				t.Fatal("the dry run wrote")
			}
			real := newHub()
			importItems(t, real, ReadDECP(samples(t, names[cut:]...), ""), Options{})
			done := importItems(t, real, ReadDECP(samples(t, names...), ""), Options{BatchSize: size})
			if got, want := fmt.Sprint(dry.report, dry.rows), fmt.Sprint(done.report, done.rows); got != want {
				t.Fatalf("from file %d, updates of %d:\n%s", cut, size, storetest.Diff(want, got))
			}
		}
	}
}
