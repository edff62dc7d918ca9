package seed

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"polehub/hub"
	"polehub/store/storetest"
)

// TestDECPFixtures reads the two small files of testdata, one of each format.
func TestDECPFixtures(t *testing.T) {
	h := newHub()
	out := importItems(t, h, ReadDECP(OpenDECP("testdata/decp/v1.5.json", "testdata/decp/v2.json"), ""), Options{})
	if n := out.report.RejectedItems(); n != 0 {
		t.Errorf("%d items rejected: %v", n, out.rows)
	}
	for id, want := range map[hub.ID]string{
		demoBuyer + "2019DEMO0100": `PUBLIC_PROCUREMENT 45000.50 notified "2019-02-01" signed "", 24 months, 1 sources
amendment 2019-06-01 of 2019-06-01: 52000.00, - months
BUYER org:siren-000000125 -
CO_SUPPLIER org:siren-000000117 -
CO_SUPPLIER org:tva-BE0123456789 -
flags MERGED_REVISION(000000125000132019DEMO0101)`,
		demoBuyer + "2024DEMO1": `PUBLIC_PROCUREMENT 60000.00 notified "2024-03-01" signed "", 12 months, 1 sources
amendment 1 of 2024-05-01: 66000.00, 15 months
amendment sous-traitance-1 of 2024-04-01: -, - months
BUYER org:siren-000000125 -
CO_SUPPLIER org:siren-000000109 -
CO_SUPPLIER org:siren-000000117 -
by 1: SUPPLIER org:siren-000000117 -
by sous-traitance-1: SUBCONTRACTOR org:siren-000000133 12000.00
flags GROUPING_INCONSISTENT(Pas de groupement)`,
		demoBuyer + "2024DEMO2": `CONCESSION 300000.00 notified "" signed "2024-02-01", 60 months, 1 sources
BUYER org:siren-000000125 -
SUPPLIER org:siren-000000117 -
flags`,
	} {
		if got := describe(t, h.Store, id); got != want {
			t.Errorf("%s\n%s", id, storetest.Diff(want, got))
		}
	}
	c := get[*hub.Contract](t, h.Store, demoBuyer+"2024DEMO1")
	got := fmt.Sprint(c.CPV, c.Procedure, c.Nature, c.Framework, c.AmountBasis, c.Tax, c.SocialClause, c.Reserved, c.PlaceCode, c.PlaceCodeType, c.ExternalIDs)
	if want := fmt.Sprint("50111000-9", "Procédure adaptée", "Marché", "AC-7", hub.AmountMaximum, hub.TaxExcluded, hub.TriYes, hub.TriYes, "26100", "Code postal", "[decp:000000125000132024DEMO1]"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	c = get[*hub.Contract](t, h.Store, demoBuyer+"2024DEMO2")
	if c.StartsOn != "2024-04-01" || money(c.PublicSubsidy) != "25000.00" || c.SocialClause != hub.TriNo || c.Reserved != hub.TriNo {
		t.Errorf("starts %s, subsidy %s, clause %s, reserved %s", c.StartsOn, money(c.PublicSubsidy), c.SocialClause, c.Reserved)
	}
	source := get[*hub.Source](t, h.Store, "source:decp-v2")
	if len(source.SHA256) != 64 || !strings.Contains(source.Title, "40 000") || source.Licence == "" || source.Publisher == "" {
		t.Errorf("source %s", hub.EncodeRecord(source))
	}
}

// TestDECPVariants: what was seen in the wild comes in, and what cannot be used
// is kept in a flag.
func TestDECPVariants(t *testing.T) {
	const supplier, buyer = "SUPPLIER org:siren-000000117 -\n", "BUYER org:siren-000000125 -\n"
	for _, c := range []struct {
		title, members, want string
	}{
		{"nested suppliers", `"titulaires":[[[[{"id":"00000011700010"}]]]]`, buyer + supplier + "flags"},
		{"a wrapped list", `"titulaires":{"titulaire":[{"id":"00000011700010"}]}`, buyer + supplier + "flags"},
		{"a flat buyer", `"acheteur":null,"acheteur.id":"00000012500013","acheteur.nom":"Commune"`, buyer + supplier + "flags"},
		{"a text for a supplier", `"titulaires":[{"titulaire":"typeIdentifiant"},{"titulaire":{"id":"00000011700010"}}]`,
			buyer + supplier + `flags PARTY_UNREADABLE("typeIdentifiant")`},
		{"no supplier", `"titulaires":[]`, buyer + "flags PARTY_MISSING"},
		{"two establishments", `"titulaires":[{"id":"00000011700010"},{"id":"00000011700028"}]`,
			buyer + supplier + "flags PARTY_SAME_UNIT(SIRET 00000011700028)"},
		{"a SIREN", `"titulaires":[{"id":"000000117"}]`, buyer + supplier + "flags"},
		{"remains of a spreadsheet", `"titulaires":[{"id":"00000011700010.0"}]`, buyer + supplier + "flags"},
		{"a name and no number", `"titulaires":[{"denominationSociale":" Atelier "}]`, buyer + "SUPPLIER org:decp.atelier -\nflags"},
		{"a register of its own", `"titulaires":[{"typeIdentifiant":"tahiti","id":"123456"}]`, buyer + "SUPPLIER org:tahiti-123456 -\nflags"},
		{"an unreadable amendment", `"modifications":[null,7,{}]`, buyer + supplier + "flags VALUE_INVALID(7) VALUE_INVALID({})"},
		{"an object for a text", `"procedure":{"a":1}`, buyer + supplier + `flags VALUE_INVALID({"a":1})`},
		{"an impossible day", `"dateDebutExecution":"2017-30-05"`, buyer + supplier + "flags DATE_IMPOSSIBLE(2017-30-05)"},
		{"a day with a zone", `"dateDebutExecution":"2019-04-25+02:00"`, buyer + supplier + "flags"},
		{"no duration", `"dureeMois":"NC"`, buyer + supplier + "flags DURATION_CLEANED(NC)"},
		{"an amount in words", `"montant":"80 000,50 €"`, buyer + supplier + "flags AMOUNT_CLEANED(80 000,50 €)"},
		{"an amount beyond reason", `"montant":1e17`, buyer + supplier + "flags AMOUNT_IMPLAUSIBLE(1e17)"},
		{"no amount", `"montant":null`, buyer + supplier + "flags AMOUNT_MISSING"},
		{"damaged accents", `"procedure":"ProcÃ©dure adaptÃ©e"`, buyer + supplier + "flags MOJIBAKE_SUSPECTED(ProcÃ©dure adaptÃ©e)"},
		{"no object", `"objet":""`, buyer + supplier + "flags NAME_MISSING"},
		{"a code too long", `"codeCPV":"` + strings.Repeat("1", 101) + `"`, buyer + supplier + "flags VALUE_INVALID(" + strings.Repeat("1", 101) + ")"},
	} {
		t.Run(c.title, func(t *testing.T) {
			h := newHub()
			out := importTexts(t, h, marches(marche("X", c.members)))
			contracts := localIDs(t, h.Store, hub.ContractNoun)
			if len(contracts) != 1 {
				t.Fatalf("contracts %q, rows %+v", contracts, out[0].rows)
			}
			_, got, _ := strings.Cut(describe(t, h.Store, hub.NewID("contract", contracts[0])), "\n")
			lines := strings.SplitAfter(got, "\n")
			slices.Sort(lines)
			if got = strings.Join(lines, ""); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestDECPUnknownBuyer: a contract whose buyer cannot be told comes in with its
// supplier; without either it is rejected.
func TestDECPUnknownBuyer(t *testing.T) {
	h := newHub()
	out := importTexts(t, h, marches(
		marche("X", `"acheteur":null,"autoriteConcedante":{}`),
		marche("Y", `"acheteur":{},"titulaires":["typeIdentifiant"]`),
		marche("Z", `"acheteur":{"nom":"Ville"}`),
	))
	const want = `CONCESSION 50000.00 notified "2019-02-01" signed "", - months, 1 sources
BUYER  -
SUPPLIER org:siren-000000117 -
flags PARTY_UNREADABLE({})`
	if got := describe(t, h.Store, "contract:decp.X.siren-000000117"); got != want {
		t.Error(storetest.Diff(want, got))
	}
	get[*hub.Contract](t, h.Store, "contract:decp.Z.siren-000000117")
	rejected := out[0].rows[slices.IndexFunc(out[0].rows, func(r Row) bool { return r.Rejected })]
	if rejected.Position != "/marches/1" || rejected.Message != "neither the buyer nor a supplier is named" {
		t.Errorf("rejected %+v", rejected)
	}
}

// TestDECPKeepsKinds: a kind that a source states is never replaced by a
// contract that only names the organisation.
func TestDECPKeepsKinds(t *testing.T) {
	stated := bundle{"organisations.csv": "id,name,kind\norg:siren-000000125,Commune de démonstration,LOCAL_AUTHORITY\n"}
	for _, decpFirst := range []bool{true, false} {
		h := newHub()
		if !decpFirst {
			importInto(t, h, stated, Options{})
		}
		importTexts(t, h, marches(marche("X")))
		if decpFirst {
			importInto(t, h, stated, Options{})
		}
		o := get[*hub.Organisation](t, h.Store, "org:siren-000000125")
		if o.Kind != hub.KindLocalAuthority || o.Name != "Commune de démonstration" || strings.Contains(codesOf(o), "KIND_MISSING") {
			t.Errorf("DECP first %v: %s %q%s", decpFirst, o.Kind, o.Name, codesOf(o))
		}
	}
}

// TestDECPFaultyFiles: a bad record costs itself only, a file that breaks off
// what comes behind; each says where.
func TestDECPFaultyFiles(t *testing.T) {
	good, deep := marche("GOOD"), strings.Repeat("[", 65)+strings.Repeat("]", 65)
	for _, c := range []struct {
		title, text string
		contracts   int
		rows        string // positions and codes of rejections and notices
	}{
		{"a byte order mark", "\ufeff" + marches(good), 1, ""},
		{"a bare list", "[" + good + "]", 1, ""},
		{"a lone object", `{"marches":{"marche":` + good + `}}`, 1, ""},
		{"not an object", marches("12", `"x"`, "null", good), 1, "/marches/0 RECORD_UNREADABLE;/marches/1 RECORD_UNREADABLE;/marches/2 RECORD_UNREADABLE;"},
		{"no JSON", marches(`{"id":tru}`, `{"id":"a" "b"}`, good), 1, "/marches/0 RECORD_UNREADABLE;/marches/1 RECORD_UNREADABLE;"},
		{"a text over two lines", marches("{\"objet\":\"Vélos\nrouges\"}", good), 1, "/marches/0 RECORD_UNREADABLE;"},
		{"a quote on the next line", marches("{\"objet\":\"Vélos\n\"}", good), 1, "/marches/0 RECORD_UNREADABLE;"},
		{"a quote forgotten", marches("{\"objet\":\"Vélos,\n\"nature\":\"x\"}", good), 1, "/marches/0 RECORD_UNREADABLE;"},
		{"the last quote forgotten", marches("{\"objet\":\"Vélos\n}", good), 1, "/marches/0 RECORD_UNREADABLE;"},
		{"too deep", marches(marche("DEEP", `"objet":`+deep), good), 1, "/marches/0 RECORD_UNREADABLE;"},
		{"too long", marches(`{"objet":"`+strings.Repeat("x", maxRow)+`"}`, good), 1, "/marches/0 RECORD_UNREADABLE;"},
		{"an id of the wrong kind", marches(marche("X", `"id":["X"]`), marche("X", `"id":null`), good), 1, "/marches/0 RECORD_UNREADABLE;/marches/1 RECORD_UNREADABLE;"},
		{"the end is missing", `{"marches":[` + good + `,{"id":"X"`, 1, "/marches/1 RECORD_UNREADABLE;/marches RECORD_UNREADABLE;"},
		{"empty", " ", 0, "# RECORD_UNREADABLE;"},
		{"no list", `{"marchés":[]}`, 0, "/marchés UNKNOWN_COLUMN;# COLUMN_MISSING;"},
		{"text behind", marches(good) + "x", 1, "# RECORD_UNREADABLE;"},
		{"unknown members", `{"a~/b":1,"marches":[` + marche("GOOD", `"zz":1,"yy":2`) + `,` + marche("B", `"zz":1`) + `]}`, 2,
			"/a~0~1b UNKNOWN_COLUMN;/marches/0 UNKNOWN_COLUMN;/marches/0 UNKNOWN_COLUMN;"},
	} {
		t.Run(c.title, func(t *testing.T) {
			h := newHub()
			out := importTexts(t, h, c.text)[0]
			var rows strings.Builder
			for _, row := range out.rows {
				if row.Rejected || row.Record == "" {
					rows.WriteString(row.Position + " " + string(row.Code) + ";")
				}
			}
			if n := len(localIDs(t, h.Store, hub.ContractNoun)); n != c.contracts || rows.String() != c.rows {
				t.Errorf("%d contracts, rows %s\nwant %d, %s", n, rows.String(), c.contracts, c.rows)
			}
		})
	}
}

// TestDECPNoSource: a file without contracts, such as the schema of the format,
// is no source.
func TestDECPNoSource(t *testing.T) {
	h := newHub()
	importTexts(t, h, `{"title":"Schéma","properties":{"marches":{}}}`)
	if got := localIDs(t, h.Store, hub.SourceNoun); len(got) > 0 {
		t.Errorf("sources %q", got)
	}
}

// TestDECPManyNames: an organisation known under more names than the hub keeps
// does not stop its contracts, and the names kept do not depend on the order.
func TestDECPManyNames(t *testing.T) {
	var contracts []string
	for i := range maxAliases + 100 {
		contracts = append(contracts, marche(fmt.Sprintf("X%dA", i), fmt.Sprintf(`"acheteur":{"id":"00000012500013","nom":"Nom %03d"}`, i)))
	}
	var first string
	for range 2 {
		h := newHub()
		out := importTexts(t, h, marches(contracts...))[0]
		o := get[*hub.Organisation](t, h.Store, "org:siren-000000125")
		if out.report.RejectedItems() > 0 || o.Name != "Nom 000" || len(o.Aliases) != maxAliases || o.Aliases[maxAliases-1] != "Nom 500" {
			t.Errorf("%d rejected, %q and %d aliases", out.report.RejectedItems(), o.Name, len(o.Aliases))
		}
		if got := string(hub.EncodeRecord(o)); first == "" {
			first = got
		} else if got != first {
			t.Error("the other order gives another organisation")
		}
		slices.Reverse(contracts)
	}
}

// TestDECPEncoding: a file that is not UTF-8 is read as Windows-1252.
func TestDECPEncoding(t *testing.T) {
	h := newHub()
	out := importTexts(t, h, marches(marche("X", "\"objet\":\"V\xe9los\"")))[0]
	if c := get[*hub.Contract](t, h.Store, demoBuyer+"X"); c.Title != "Vélos" || out.report.Flags[hub.FlagEncodingGuessed] != 1 {
		t.Errorf("title %q, flags %v", c.Title, out.report.Flags)
	}
}

// TestExamine: runes that a reading cuts are no fault.
func TestExamine(t *testing.T) {
	for _, c := range []struct {
		text string
		utf8 bool
	}{
		{"", true}, {"é", true}, {"\xe9", false}, {"a\xc3", false}, {"\xf0\x9f\x90", false}, {"🐝🐝", true}, {"\x80\x80\x80\x80", false},
		{strings.Repeat("a", 64<<10-1) + "é", true}, {strings.Repeat("a", 64<<10-2) + "🐝", true}, {strings.Repeat("a", 64<<10-1) + "\xc3a", false},
	} {
		for _, step := range []int{1, 3, 1 << 20} {
			open := func(string) (io.ReadCloser, error) {
				return io.NopCloser(&slowReader{strings.NewReader(c.text), step}), nil
			}
			_, utf8, err := examine(open, "")
			if err != nil || utf8 != c.utf8 {
				t.Errorf("%.20q by %d: %v, %v", c.text, step, utf8, err)
			}
		}
	}
}

// slowReader gives a few bytes at a time.
type slowReader struct {
	io.Reader
	step int
}

func (r *slowReader) Read(p []byte) (int, error) { return r.Reader.Read(p[:min(len(p), r.step)]) }

// TestDECPRejectedRows: what is rejected is written as a file that can be mended
// and imported; what is no JSON is a text in it.
func TestDECPRejectedRows(t *testing.T) {
	var rejects strings.Builder
	bad, broken := `{"id":"X", "acheteur":{} }`, `{"id":"Y",}`
	options := Options{Rejects: func(string) (io.WriteCloser, error) { return nopWriter{&rejects}, nil }}
	importItems(t, newHub(), ReadDECP(bundle{"a.json": marches(bad, marche("A00"), broken)}.files(), ""), options)
	if want := "{\"marches\":[\n" + bad + ",\n" + `"{\"id\":\"Y\",}"` + "\n]}\n"; rejects.String() != want {
		t.Errorf("got  %s\nwant %s", rejects.String(), want)
	}
	h := newHub()
	mended := strings.NewReplacer(`"acheteur":{}`, `"acheteur":{"id":"00000012500013"}`, `"{\"id\":\"Y\",}"`, marche("Y")).Replace(rejects.String())
	if out := importTexts(t, h, mended)[0]; out.report.RejectedItems() != 0 {
		t.Errorf("mended, it is rejected: %v", out.rows)
	}
	get[*hub.Contract](t, h.Store, demoBuyer+"X")
	get[*hub.Contract](t, h.Store, demoBuyer+"Y")
}

type nopWriter struct{ io.Writer }

func (nopWriter) Close() error { return nil }

// TestDECPMissingFile: a file that cannot be opened ends the reading.
func TestDECPMissingFile(t *testing.T) {
	for _, err := range ReadDECP(OpenDECP("testdata/none.json"), "") {
		if !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("got %v", err)
		}
	}
}
