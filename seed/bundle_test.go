package seed

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"polehub/hub"
)

func TestHeaders(t *testing.T) {
	for _, c := range []struct {
		name, header string
		columns      []string // by cell; empty for none
		notices      []hub.Flag
	}{
		{"as they are", "id,name", []string{"id", "name"}, nil},
		{"case, stars, blanks", " ID ;NAME*", []string{"id", "name"}, nil},
		{"alias", "id,Nom", []string{"id", "name"}, []hub.Flag{{Field: "name", Code: hub.FlagHeaderAlias, Raw: "Nom"}}},
		{"name of the field", "id,name,startedOn", []string{"id", "name", "started_on"}, nil},
		{"unknown", "id,name,colour", []string{"id", "name", ""}, []hub.Flag{{Code: hub.FlagUnknownColumn, Raw: "colour"}}},
		{"twice", "id,name,name", []string{"id", "name", ""}, []hub.Flag{{Code: hub.FlagUnknownColumn, Raw: "name"}}},
		{"missing", "id,summary", []string{"id", "summary"}, []hub.Flag{{Field: "name", Code: hub.FlagColumnMissing}}},
		{"mojibake", "id,name,rÃ©sumÃ©", []string{"id", "name", "summary"}, []hub.Flag{
			{Field: "rÃ©sumÃ©", Code: hub.FlagMojibakeSuspected, Raw: "résumé"},
			{Field: "summary", Code: hub.FlagHeaderAlias, Raw: "résumé"}}},
		{"Windows-1252", "id,name,r\xe9sum\xe9", []string{"id", "name", "summary"}, []hub.Flag{
			{Code: hub.FlagEncodingGuessed}, {Field: "summary", Code: hub.FlagHeaderAlias, Raw: "résumé"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := readHeader(hub.PoleNoun, csvRow{raw: c.header}, findDelimiter([]byte(c.header)))
			var names []string
			for _, f := range got.fields {
				name := ""
				if f != nil {
					name = f.Column
				}
				names = append(names, name)
			}
			if !slices.Equal(names, c.columns) || !slices.Equal(got.notices, c.notices) {
				t.Errorf("got %q and %v", names, got.notices)
			}
		})
	}
}

// TestCells shows what one cell of each type becomes, and its flags.
func TestCells(t *testing.T) {
	contract, pole, role := hub.ContractNoun, hub.PoleNoun, hub.RoleNoun
	for _, c := range []struct {
		noun         *hub.Noun
		column, cell string
		want         any
		flags        []hub.FlagCode
	}{
		{contract, "amount", "1234.5", int64(123450), nil},
		{contract, "amount", "-3", int64(-300), nil},
		{contract, "amount", "1 234,50 €", int64(123450), []hub.FlagCode{hub.FlagAmountCleaned}},
		{contract, "amount", "beaucoup", nil, []hub.FlagCode{hub.FlagAmountMissing}},
		{contract, "signed_on", "2014-05-01", "2014-05-01", nil},
		{contract, "signed_on", "2014-05", "2014-05-01", []hub.FlagCode{hub.FlagDatePartial}},
		{contract, "signed_on", "2017-30-05", nil, []hub.FlagCode{hub.FlagDateImpossible}},
		{contract, "duration_months", "12", int64(12), nil},
		{contract, "duration_months", "NC", nil, []hub.FlagCode{hub.FlagDurationCleaned}},
		{contract, "reserved", "oui", "YES", nil},
		{contract, "reserved", "0", "NO", nil},
		{contract, "reserved", "FALSE", "NO", nil},
		{contract, "reserved", "peut-être", "UNKNOWN", []hub.FlagCode{hub.FlagValueInvalid}},
		{contract, "type", "grant", "GRANT", nil},
		{contract, "type", "Subvention", "GRANT", nil},
		{contract, "title", "'=1+1", "=1+1", nil},
		{contract, "title", "''=1", "'=1", nil},
		{contract, "title", "'quoted'", "'quoted'", nil},
		{contract, "poles", "pole:a | pole:b|pole:a", []string{"pole:a", "pole:b"}, nil},
		{contract, "external_ids", `a\|b|c\\d`, []string{"a|b", `c\d`}, nil},
		{pole, "sectors", "FOOD|mobilité|astrologie", []string{"FOOD", "MOBILITY"}, []hub.FlagCode{hub.FlagValueInvalid}},
		{pole, "cog_year", "2024", int64(2024), nil},
		{pole, "cog_year", "l'an dernier", nil, []hub.FlagCode{hub.FlagValueInvalid}},
		{role, "capital_share", "0.25", int64(250_000), nil},
		{role, "capital_share", "25 %", int64(250_000), []hub.FlagCode{hub.FlagShareAsPercent}},
		{hub.SiteNoun, "latitude", "44,9", 44.9, nil},
		{hub.SiteNoun, "latitude", "nord", nil, []hub.FlagCode{hub.FlagValueInvalid}},
		{hub.TieNoun, "strength", "3|2", []string{"3", "2"}, nil},
		{hub.ObservationNoun, "tie_types", "recherche|TOUS", []string{"RESEARCH", "ALL"}, nil},
	} {
		r, f := c.noun.New(), c.noun.Column(c.column)
		readCell(r, f, c.cell, false)
		var codes []hub.FlagCode
		for _, flag := range flagsOf(r) {
			codes = append(codes, flag.Code)
			if string(flag.Raw) != c.cell || string(flag.Field) != c.column {
				t.Errorf("%s %q: flag %v", c.column, c.cell, flag)
			}
		}
		if got := f.Get(r); fmt.Sprint(got) != fmt.Sprint(c.want) || !slices.Equal(codes, c.flags) {
			t.Errorf("%s %q: got %v %v, want %v %v", c.column, c.cell, got, codes, c.want, c.flags)
		}
	}
}

func TestIDs(t *testing.T) {
	for _, c := range []struct{ name, file, row, want string }{
		{"SIREN", "organisations.csv", "siren,name,kind\n000000109,A,OTHER", "org:siren-000000109"},
		{"SIRET", "organisations.csv", "siret,name,kind\n35600000049837,La Poste,ENTERPRISE", "org:siren-356000000"},
		{"RNA", "organisations.csv", "rna,name,kind\nw9p1002760,Assoc,ENTERPRISE", "org:rna-W9P1002760"},
		{"SIREN before RNA", "organisations.csv", "rna,siren,name,kind\nW9P1002760,000000109,A,OTHER", "org:siren-000000109"},
		{"bad number, so the name", "organisations.csv", "siret,name,kind\n12345678901234,L'Œuvre d'Été !,OTHER", "org:l-oeuvre-d-ete"},
		{"pole by its name", "poles.csv", "name\nPôle Sud", "pole:pole-sud"},
		{"contract by its DECP uid", "contracts.csv", "external_ids,type,title\ndecp:2018 M1,GRANT,T", "contract:2018%20M1"},
		{"contract by another number", "contracts.csv", "external_ids,type,title\nfoo:1,GRANT,T", "contract:foo%3A1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := newHub()
			importInto(t, h, bundle{c.file: c.row + "\n"}, Options{})
			get[hub.Record](t, h.Store, hub.ID(c.want))
		})
	}
}

// TestInvalidValueStaysRaw: a rule of the hub broken in an optional field costs
// the value, not the row.
func TestInvalidValueStaysRaw(t *testing.T) {
	h := newHub()
	out := importInto(t, h, bundle{"organisations.csv": "id,name,kind,commune,latitude\norg:x,X,OTHER,Romans,4400\n"}, Options{})
	o := get[*hub.Organisation](t, h.Store, "org:x")
	if o.Commune != "" || o.Latitude != nil || len(o.Flags) != 2 || out.report.Flags[hub.FlagValueInvalid] != 2 {
		t.Errorf("%s, report %v", hub.EncodeRecord(o), out.report.Flags)
	}
	if raws := []hub.Text{o.Flags[0].Raw, o.Flags[1].Raw}; !slices.Contains(raws, "Romans") || !slices.Contains(raws, "4400") {
		t.Errorf("flags %v", o.Flags)
	}
}

func TestWindows1252(t *testing.T) {
	h := newHub()
	out := importInto(t, h, bundle{"organisations.csv": "id;name;kind\r\norg:x;Atelier V\xe9lo \x80;OTHER\r\norg:y;\xc9t\xe9;OTHER\r\n"}, Options{})
	if o := get[*hub.Organisation](t, h.Store, "org:x"); o.Name != "Atelier Vélo €" {
		t.Errorf("name %q", o.Name)
	}
	if n := out.report.Flags[hub.FlagEncodingGuessed]; n != 1 {
		t.Errorf("%d notices, want one for the file", n)
	}
}

func TestRosterMissing(t *testing.T) {
	b := small()
	delete(b, "roster.csv")
	out := importInto(t, newHub(), b, Options{})
	if n := out.report.Flags[hub.FlagRosterMissing]; n != 1 {
		t.Errorf("%d notices", n)
	}
	if n := importInto(t, newHub(), small(), Options{}).report.Flags[hub.FlagRosterMissing]; n != 0 {
		t.Errorf("%d notices with a roster", n)
	}
}

// packed makes a zip of a bundle.
func packed(t *testing.T, b bundle, folder string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range b.files().Names {
		f, err := w.Create(folder + name)
		if err == nil {
			_, err = io.WriteString(f, b[name])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestFolderAndZip: the same bundle from a folder, a zip and a zip of a folder
// gives the same hub.
func TestFolderAndZip(t *testing.T) {
	dir := t.TempDir()
	for name, text := range small() {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want := newHub()
	importInto(t, want, small(), Options{})
	paths := map[string]string{"folder": dir}
	for name, folder := range map[string]string{"flat.zip": "", "deep.zip": "bundle/"} {
		paths[name] = filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(paths[name], packed(t, small(), folder), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, path := range paths {
		if format, err := Detect(path); err != nil || format != FormatBundle {
			t.Errorf("%s: format %q, %v", name, format, err)
		}
		files, closer, err := OpenBundle(path)
		if err != nil {
			t.Fatal(err)
		}
		h := newHub()
		importItems(t, h, ReadBundle(files, "source:survey"), Options{Source: survey()})
		if dump(t, h.Store) != dump(t, want.Store) {
			t.Errorf("%s gives another hub", name)
		}
		if err := closer.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestZipLimits(t *testing.T) {
	many := bundle{}
	for i := range maxZipEntries + 1 {
		many[fmt.Sprintf("%d.csv", i)] = "a"
	}
	for name, data := range map[string][]byte{
		"too many entries": packed(t, many, ""),
		"too large":        forged(t, maxZipUnpacked/2, maxZipUnpacked/2+1),
		"a name twice":     twice(t),
		"too dense":        packed(t, bundle{"poles.csv": strings.Repeat("x", 4<<20)}, ""),
		"no zip":           []byte("nonsense"),
	} {
		if _, err := OpenZip(bytes.NewReader(data), int64(len(data))); hub.CodeOf(err) != hub.BadUserInput {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// forged makes a zip whose directory claims these sizes.
func forged(t *testing.T, sizes ...uint64) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i, size := range sizes {
		_, err := w.CreateRaw(&zip.FileHeader{Name: fmt.Sprintf("%d.csv", i), Method: zip.Deflate, UncompressedSize64: size, CompressedSize64: size / 2})
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// twice makes a zip with one file of a bundle in two folders.
func twice(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range []string{"a/poles.csv", "b/poles.csv"} {
		if _, err := w.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestZipThatLies: an entry longer than the directory says stops the import.
func TestZipThatLies(t *testing.T) {
	u := &unpacking{ReadCloser: io.NopCloser(strings.NewReader("abcdef")), left: 3}
	if _, err := io.ReadAll(u); hub.CodeOf(err) != hub.BadUserInput {
		t.Errorf("got %v", err)
	}
}

// FuzzBundle: whatever the bytes, nothing panics, every row has a position,
// and a second run of the same file changes nothing.
func FuzzBundle(f *testing.F) {
	for name, text := range awkward() {
		f.Add(name, text)
	}
	f.Add("organisations.csv", "id;name;kind\r\norg:x;V\xe9lo;OTHER\r\n")
	f.Add("ties.csv", "type,from_org,to_org,claimed_by,strength\nRESEARCH,org:commune-demo,org:siren-000000109,FIRST|SECOND,9\n")
	f.Fuzz(func(t *testing.T, name, text string) {
		b := small()
		if !knownFile(name) {
			name = "organisations.csv"
		}
		b[name] = text
		h := newHub()
		out := importInto(t, h, b, Options{})
		for _, row := range out.rows {
			if row.Position == "" && row.Code != hub.FlagUnknownFile {
				t.Errorf("a row without a position: %+v", row)
			}
		}
		before := dump(t, h.Store)
		rev := revision(t, h.Store)
		importInto(t, h, b, Options{})
		if revision(t, h.Store) != rev {
			t.Errorf("%s %q: a second run changed the hub\n%s\nto\n%s", name, text, before, dump(t, h.Store))
		}
	})
}
