package hub

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// ownFlagCodes are the codes that the import guide does not name.
var ownFlagCodes = []FlagCode{
	FlagShareUnreadable, FlagKindMissing, FlagKindUnexplained, FlagUnknownFile, FlagPartyMissing,
	FlagRecordUnreadable, FlagRecordDuplicate, FlagValueInvalid,
}

func TestFlagCodesAreExplained(t *testing.T) {
	form := regexp.MustCompile(`^[A-Z]+(_[A-Z]+)+$`)
	seen := map[FlagCode]bool{}
	for _, row := range FlagCodes() {
		if seen[row.Code] {
			t.Errorf("%s stands twice", row.Code)
		}
		seen[row.Code] = true
		if !form.MatchString(string(row.Code)) {
			t.Errorf("%q is not a code", row.Code)
		}
		if row.French == "" || row.English == "" || row.French == row.English {
			t.Errorf("%s: French %q, English %q", row.Code, row.French, row.English)
		}
		if got, ok := row.Code.Info(); !ok || got != row {
			t.Errorf("Info of %s gives %v, %v", row.Code, got, ok)
		}
	}
	if _, ok := FlagCode("NO_SUCH_CODE").Info(); ok {
		t.Error("an unknown code has an explanation")
	}
}

// TestFlagCodesHaveConstants reads the source: every constant has a row, so
// that no code is shown without an explanation.
func TestFlagCodesHaveConstants(t *testing.T) {
	source, err := os.ReadFile("flag_codes.go")
	if err != nil {
		t.Fatal(err)
	}
	constants := regexp.MustCompile(`FlagCode = "([A-Z_]+)"`).FindAllSubmatch(source, -1)
	if got, want := len(FlagCodes()), len(constants); got != want {
		t.Errorf("%d rows, %d constants", got, want)
	}
	for _, c := range constants {
		if _, ok := FlagCode(c[1]).Info(); !ok {
			t.Errorf("%s has no row", c[1])
		}
	}
}

// TestFlagCodesAreThoseOfTheGuide compares both ways with the import guide.
func TestFlagCodesAreThoseOfTheGuide(t *testing.T) {
	guide, err := os.ReadFile("../../shared/guides/exchange.md")
	if err != nil {
		t.Skip("no guide beside the repository")
	}
	text := string(guide)
	for _, row := range FlagCodes() {
		named := strings.Contains(text, "`"+string(row.Code)+"`")
		own := false
		for _, code := range ownFlagCodes {
			own = own || code == row.Code
		}
		if named == own {
			t.Errorf("%s: named in the guide %v, listed as our own %v", row.Code, named, own)
		}
	}
	// Codes with an underscore between back quotes in the chapters on imports,
	// except values of enumerations and columns of files.
	_, imports, _ := strings.Cut(text, "## 2. Imports")
	imports, _, _ = strings.Cut(imports, "### 3.4")
	for _, m := range regexp.MustCompile("`([A-Z]{2,}(?:_[A-Z]+)+)`").FindAllStringSubmatch(imports, -1) {
		switch m[1] {
		case string(ContractPublicProcurement), string(PartyCoSupplier):
			continue
		}
		if _, ok := FlagCode(m[1]).Info(); !ok {
			t.Errorf("the guide names %s", m[1])
		}
	}
}
