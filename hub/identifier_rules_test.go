package hub

import (
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestValidSIREN(t *testing.T) {
	for _, c := range []struct {
		siren string
		want  bool
	}{
		{"732829320", true},  // 7+6+2+7(16)+2+9(18)+3+4+0 = 40
		{"732829321", false}, // 41
		{"356000000", true},  // 3+1(10)+6 = 10
		{"000000109", true},  // 1 + 9 = 10, the demonstration's first
		{"000000117", true},  // 7 + 1·2 + 1 = 10
		{"000000000", false}, // 0: passes the sum, is no number
		{"73282932", false},
		{"7328293200", false},
		{"73282932x", false},
		{"", false},
		{"٧٣٢٨٢٩٣٢٠", false},
	} {
		if got := ValidSIREN(c.siren); got != c.want {
			t.Errorf("ValidSIREN(%q) = %v", c.siren, got)
		}
	}
}

func TestValidSIRET(t *testing.T) {
	for _, c := range []struct {
		siret string
		want  bool
	}{
		{"73282932000074", true},
		{"73282932000075", false},
		{"35600000000048", true},  // La Poste, by Luhn: 8 + 4·2 + 6·2(12→3) + 5 + 3·2 = 30
		{"35600000049837", true},  // La Poste, by the exception: 3+5+6+4+9+8+3+7 = 45
		{"35600000049838", false}, // 46
		{"00000000000000", false},
		{"00024021385000", false}, // sums to 30, but its SIREN 000240213 to 15
		{"21860194600000", false},
		{"38103128500491", true},
		{"38103128500574", true},
		{"87127639200012", false},
	} {
		if got := ValidSIRET(c.siret); got != c.want {
			t.Errorf("ValidSIRET(%q) = %v", c.siret, got)
		}
	}
}

func TestValidRNA(t *testing.T) {
	for s, want := range map[string]bool{
		"W333216789": true, "W9P1002760": true, "W2B1234567": true,
		"W3222": false, "W12455": false, "W1234567": false, "w333216789": false,
		"W33321678É": false, "WA33216789": false, "W3a3216789": false, "": false,
	} {
		if got := ValidRNA(s); got != want {
			t.Errorf("ValidRNA(%q) = %v", s, got)
		}
	}
}

func TestIsDemonstrationSIREN(t *testing.T) {
	for s, want := range map[string]bool{
		"000000109": true, "000000117": true, "000000118": false, "732829320": false, "000000000": false,
	} {
		if got := IsDemonstrationSIREN(s); got != want {
			t.Errorf("IsDemonstrationSIREN(%q) = %v", s, got)
		}
	}
}

func TestReadIdentifier(t *testing.T) {
	flags := func(codes ...FlagCode) []FlagCode { return codes }
	for _, c := range []struct {
		name   string
		scheme Scheme
		raw    string
		want   IdentifierReading
	}{
		{"a SIREN", SchemeSIREN, "732829320",
			IdentifierReading{SchemeSIREN, "732829320", true, "732829320", nil}},
		{"a SIRET", SchemeSIRET, "38103128500491",
			IdentifierReading{SchemeSIRET, "38103128500491", true, "381031285", nil}},
		{"La Poste by the exception", SchemeSIRET, "35600000049837",
			IdentifierReading{SchemeSIRET, "35600000049837", true, "356000000", nil}},
		{"a SIRET saved by its SIREN", SchemeSIRET, "21860194600000",
			IdentifierReading{SchemeSIRET, "21860194600000", false, "218601946", flags(FlagSiretInvalidSirenOK)}},
		{"the buyer of the DECP example", SchemeSIRET, "21750001630066",
			IdentifierReading{SchemeSIRET, "21750001630066", false, "217500016", flags(FlagSiretInvalidSirenOK)}},
		{"fifteen digits", SchemeSIRET, "868768687576575",
			IdentifierReading{Scheme: SchemeSIRET, Flags: flags(FlagIdentifierInvalid)}},
		{"six digits", SchemeSIRET, "214356",
			IdentifierReading{Scheme: SchemeSIRET, Flags: flags(FlagIdentifierInvalid)}},
		{"counting", SchemeSIRET, "12345678901234",
			IdentifierReading{Scheme: SchemeSIRET, Flags: flags(FlagIdentifierInvalid)}},
		{"bad in both halves", SchemeSIRET, "87127639200012",
			IdentifierReading{Scheme: SchemeSIRET, Flags: flags(FlagIdentifierInvalid)}},
		{"a SIREN in a SIRET field", SchemeSIRET, "218601946",
			IdentifierReading{SchemeSIREN, "218601946", true, "218601946", flags(FlagSirenGiven)}},
		{"a SIRET in a SIREN field", SchemeSIREN, "38103128500491",
			IdentifierReading{SchemeSIRET, "38103128500491", true, "381031285", nil}},
		{"a decimal, saved by its SIREN", SchemeSIRET, "32402138500000.0",
			IdentifierReading{SchemeSIRET, "32402138500000", false, "324021385", flags(FlagIdentifierCleaned, FlagSiretInvalidSirenOK)}},
		{"blanks of all widths", SchemeSIRET, " 381\u00A0031\u202F285 00491\t",
			IdentifierReading{SchemeSIRET, "38103128500491", true, "381031285", flags(FlagIdentifierCleaned)}},
		{"xx for the establishment", SchemeSIRET, "381031285xxxxx",
			IdentifierReading{SchemeSIREN, "381031285", true, "381031285", flags(FlagIdentifierCleaned, FlagSirenGiven)}},
		{"an apostrophe", SchemeSIREN, "'000000109",
			IdentifierReading{SchemeSIREN, "000000109", true, "000000109", flags(FlagIdentifierCleaned)}},
		{"an exponent", SchemeSIRET, "4.85E+13",
			IdentifierReading{Scheme: SchemeSIRET, Flags: flags(FlagIdentifierInvalid)}},
		{"cleaned in vain", SchemeSIRET, " 11111111.0 ",
			IdentifierReading{Scheme: SchemeSIRET, Flags: flags(FlagIdentifierInvalid)}},
		{"a digit short, and no zero helps", SchemeSIRET, "5520135401175", // 05520135401175 sums to 41
			IdentifierReading{Scheme: SchemeSIRET, Flags: flags(FlagIdentifierInvalid)}},
		{"two lost zeros, a SIREN", SchemeSIREN, "5580121", // 005580121: 1 + 2·2 + 1 + 0 + 8 + 5·2(10→1) + 5 = 20
			IdentifierReading{SchemeSIREN, "005580121", true, "005580121", flags(FlagLeadingZeroRestored)}},
		{"a decimal with lost zeros in a SIRET field", SchemeSIRET, "5580121.0",
			IdentifierReading{SchemeSIREN, "005580121", true, "005580121", flags(FlagIdentifierCleaned, FlagLeadingZeroRestored, FlagSirenGiven)}},
		{"zeros that are there are not lost", SchemeSIREN, "05580121",
			IdentifierReading{Scheme: SchemeSIREN, Flags: flags(FlagIdentifierInvalid)}},
		{"four lost zeros", SchemeSIREN, "10009", // 000010009: 9+1 = 10 would pass
			IdentifierReading{Scheme: SchemeSIREN, Flags: flags(FlagIdentifierInvalid)}},
		{"nothing", SchemeSIRET, " \u00A0", IdentifierReading{Scheme: SchemeSIRET}},

		{"an RNA number", SchemeRNA, "W9P1002760", IdentifierReading{SchemeRNA, "W9P1002760", true, "", nil}},
		{"an RNA number in small letters", SchemeRNA, " w333 216789",
			IdentifierReading{SchemeRNA, "W333216789", true, "", flags(FlagIdentifierCleaned)}},
		{"a short RNA number", SchemeRNA, "W1234567",
			IdentifierReading{Scheme: SchemeRNA, Flags: flags(FlagRNAFormat)}},

		{"a foreign number", SchemeTVA, "DE814864138", IdentifierReading{SchemeTVA, "DE814864138", false, "", nil}},
		{"outside the Union", SchemeHorsUE, " CH-1 ", IdentifierReading{SchemeHorsUE, "CH-1", false, "", nil}},
		{"an unknown scheme", "GB-COH", "11111111.0", IdentifierReading{"GB-COH", "11111111.0", false, "", nil}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ReadIdentifier(c.scheme, c.raw)
			if fmt.Sprint(got) != fmt.Sprint(c.want) {
				t.Errorf("ReadIdentifier(%s, %q)\n got %+v\nwant %+v", c.scheme, c.raw, got, c.want)
			}
		})
	}
}

// TestReadIdentifierRestoresZeros drops the leading zeros of valid numbers, as
// a spreadsheet does, and asks for them back.
func TestReadIdentifierRestoresZeros(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zeros := rapid.IntRange(1, maxLostZeros).Draw(t, "zeros")
		unit := rapid.StringMatching(fmt.Sprintf(`[1-9][0-9]{%d}`, sirenLength-2-zeros)).Draw(t, "unit")
		establishment := rapid.StringMatching(`[0-9]{4}`).Draw(t, "establishment")
		siret := withCheckDigit(withCheckDigit(strings.Repeat("0", zeros)+unit) + establishment)
		got := ReadIdentifier(SchemeSIRET, siret[zeros:])
		if got.Value != siret || !got.Valid || !slices.Equal(got.Flags, []FlagCode{FlagLeadingZeroRestored}) {
			t.Fatalf("%s without its zeros is read as %+v", siret, got)
		}
	})
}

// TestLuhnFindsEveryWrongDigit changes one digit of a valid number.
func TestLuhnFindsEveryWrongDigit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		siren := withCheckDigit(rapid.StringMatching(`[1-9][0-9]{7}`).Draw(t, "digits"))
		at := rapid.IntRange(0, len(siren)-1).Draw(t, "position")
		by := rapid.IntRange(1, 9).Draw(t, "difference")
		wrong := []byte(siren)
		wrong[at] = '0' + (wrong[at]-'0'+byte(by))%10
		if !ValidSIREN(siren) || ValidSIREN(string(wrong)) {
			t.Fatalf("%s valid: %v, %s valid: %v", siren, ValidSIREN(siren), wrong, ValidSIREN(string(wrong)))
		}
	})
}

// withCheckDigit appends the digit that makes the Luhn sum a multiple of 10.
func withCheckDigit(digits string) string {
	for c := '0'; c <= '9'; c++ {
		if s := digits + string(c); luhn(s) {
			return s
		}
	}
	panic("hub: no check digit for " + digits)
}

// TestReadIdentifierOnSamples counts what the files of the import guide must
// show (exchange.md §6).
func TestReadIdentifierOnSamples(t *testing.T) {
	const dir = "../../shared/data/subventions/"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no sample data beside the repository")
	}
	for _, c := range []struct {
		file, column string
		scheme       Scheme
		want         map[string]int
	}{
		{"scdl_exemple_valide_antibes.csv", "idBeneficiaire", SchemeSIRET,
			map[string]int{"valid": 28, "empty": 1}},
		{"scdl_exemple_invalide_cellules.csv", "idAttribuant", SchemeSIRET,
			map[string]int{"SIRET_INVALID_SIREN_OK": 28, "SIREN_GIVEN": 1}},
		{"scdl_exemple_invalide_cellules.csv", "idBeneficiaire", SchemeSIRET,
			map[string]int{"valid": 5, "SIRET_INVALID_SIREN_OK": 17, "IDENTIFIER_CLEANED SIRET_INVALID_SIREN_OK": 1, "IDENTIFIER_INVALID": 2, "empty": 4}},
		{"scdl_exemple_invalide_cellules.csv", "rnaBeneficiaire", SchemeRNA,
			map[string]int{"valid": 3, "RNA_FORMAT": 3, "empty": 23}},
	} {
		t.Run(c.file+" "+c.column, func(t *testing.T) {
			got := map[string]int{}
			for _, raw := range csvColumn(t, dir+c.file, c.column) {
				got[outcomeOf(ReadIdentifier(c.scheme, raw))]++
			}
			if !maps.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func outcomeOf(r IdentifierReading) string {
	switch {
	case r.Value == "" && r.Flags == nil:
		return "empty"
	case len(r.Flags) == 0 && r.Valid:
		return "valid"
	}
	return strings.Trim(fmt.Sprint(r.Flags), "[]")
}

func csvColumn(t *testing.T, file, column string) []string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := slices.Index(rows[0], column)
	var cells []string
	for _, row := range rows[1:] {
		cells = append(cells, row[at])
	}
	return cells
}

func FuzzReadIdentifier(f *testing.F) {
	for _, raw := range []string{"38103128500491", "218601946", "32402138500000.0", "4.85E+13", " 381 031 285xx", "W9P1002760", "5580121", "'\xff"} {
		for _, scheme := range []Scheme{SchemeSIRET, SchemeRNA, "GB-COH"} {
			f.Add(string(scheme), raw)
		}
	}
	f.Fuzz(func(t *testing.T, scheme, raw string) {
		got := ReadIdentifier(Scheme(scheme), raw)
		if got.SIREN != "" && !ValidSIREN(got.SIREN) {
			t.Fatalf("legal unit of %q: %+v", raw, got)
		}
		if !Scheme(scheme).Checked() {
			if got.Valid || got.Flags != nil || !strings.Contains(raw, got.Value) {
				t.Fatalf("unchecked %s %q: %+v", scheme, raw, got)
			}
			return
		}
		if got.Valid {
			again := ReadIdentifier(got.Scheme, got.Value)
			if !again.Valid || again.Value != got.Value || again.Flags != nil {
				t.Fatalf("%q is %+v, read again %+v", raw, got, again)
			}
		}
		useless := slices.Contains(got.Flags, FlagIdentifierInvalid) || slices.Contains(got.Flags, FlagRNAFormat)
		if blank := strings.TrimFunc(raw, invisible) == ""; (useless || blank) != (got.Value == "") || useless && blank {
			t.Fatalf("%q: %+v", raw, got)
		}
	})
}
