package hub

import (
	"strings"
	"unicode"
)

const (
	sirenLength = 9
	siretLength = 14
	// maxLostZeros is how many leading zeros are put back: no real SIREN starts
	// with more than three.
	maxLostZeros = 3

	laPoste            = "356000000"
	demonstrationStart = "0000"
)

// Scheme is the register that an identifier belongs to. The list is open:
// files bring schemes of other countries, and they are kept.
type Scheme string

// The schemes of French open data. The first three have a rule that the hub
// knows; the others are the remaining types of the national format for public
// contracts, and their numbers are kept unchecked.
const (
	// SchemeSIREN numbers legal units.
	SchemeSIREN Scheme = "SIREN"
	// SchemeSIRET numbers establishments: the SIREN and five digits.
	SchemeSIRET Scheme = "SIRET"
	// SchemeRNA numbers associations.
	SchemeRNA Scheme = "RNA"
	// SchemeTVA is the VAT number of the European Union.
	SchemeTVA Scheme = "TVA"
	// SchemeTAHITI is the register of French Polynesia.
	SchemeTAHITI Scheme = "TAHITI"
	// SchemeRIDET is the register of New Caledonia.
	SchemeRIDET Scheme = "RIDET"

	SchemeFRWF   Scheme = "FRWF"
	SchemeIREP   Scheme = "IREP"
	SchemeUE     Scheme = "UE"
	SchemeHorsUE Scheme = "HORS-UE"
)

// SchemeHub is no register: the number is the id under which a bundle knows an
// organisation that the hub has under another id.
const SchemeHub Scheme = "POLEHUB"

// ValidSIREN reports whether s is the number of a legal unit: nine digits whose
// Luhn sum is a multiple of 10. Nine zeros pass the sum and are no number.
func ValidSIREN(s string) bool {
	return len(s) == sirenLength && allDigits(s) && strings.Trim(s, "0") != "" && luhn(s)
}

// ValidSIRET reports whether s is the number of an establishment: 14 digits
// whose Luhn sum is a multiple of 10, the first nine a valid SIREN.
// Establishments of La Poste (356000000) beyond its seat are numbered so that
// the plain sum of the digits is a multiple of 5.
func ValidSIRET(s string) bool {
	if len(s) != siretLength || !allDigits(s) || !ValidSIREN(s[:sirenLength]) {
		return false
	}
	return luhn(s) || strings.HasPrefix(s, laPoste) && digitSum(s)%5 == 0
}

// ValidRNA reports whether s has the form of a number of the national register
// of associations: W, the département's digit and a digit or letter (overseas
// numbers carry a letter, W9P1002760), then seven digits. It has no check
// digit.
func ValidRNA(s string) bool {
	return len(s) == 10 && s[0] == 'W' && digit(s[1]) &&
		(digit(s[2]) || 'A' <= s[2] && s[2] <= 'Z') && allDigits(s[3:])
}

// IsDemonstrationSIREN reports whether s is a number of the demonstration data:
// valid, and starting with 0000 as no real one does.
func IsDemonstrationSIREN(s string) bool {
	return ValidSIREN(s) && strings.HasPrefix(s, demonstrationStart)
}

// Checked reports whether the hub has a rule for the numbers of the scheme.
// Those of the others are kept unchecked: for them "not valid" means nothing.
func (s Scheme) Checked() bool {
	return s == SchemeSIREN || s == SchemeSIRET || s == SchemeRNA
}

// IdentifierReading is what could be made of an identifier as received. The
// caller keeps the raw text beside it.
type IdentifierReading struct {
	// Scheme is the scheme that the value turned out to belong to: a SIREN in
	// a field for SIRETs is a SIREN.
	Scheme Scheme
	// Value is the identifier after cleaning, empty when no check passes; for
	// an unchecked scheme, the raw text without blanks at its ends.
	Value string
	// Valid says that Value passes the check of its scheme; never so for a
	// scheme that is not Checked.
	Valid bool
	// SIREN is the legal unit, when it can be told: also for a SIRET that
	// fails its own check.
	SIREN string
	// Flags are the codes of what was noticed, none for a clean value.
	Flags []FlagCode
}

// ReadIdentifier reads an identifier as files give it. Nothing is refused: a
// SIREN or SIRET is looked for behind spreadsheet remains and lost zeros, what
// passes no check is flagged, foreign and unknown schemes are kept as they are.
// An empty text gives an empty value without flags; whether a number had to be
// there is for the caller to know.
func ReadIdentifier(scheme Scheme, raw string) IdentifierReading {
	text := strings.TrimFunc(raw, invisible)
	switch {
	case text == "":
		return IdentifierReading{Scheme: scheme}
	case scheme == SchemeSIREN || scheme == SchemeSIRET:
		return readUnit(scheme, raw)
	case scheme == SchemeRNA:
		return readRNA(raw)
	}
	return IdentifierReading{Scheme: scheme, Value: text}
}

// readUnit looks for a SIRET or a SIREN.
func readUnit(scheme Scheme, raw string) IdentifierReading {
	digits := withoutRemains(raw)
	padded := restoreZeros(digits)
	found := IdentifierReading{Value: padded}
	if digits != raw {
		found.Flags = append(found.Flags, FlagIdentifierCleaned)
	}
	if padded != digits {
		found.Flags = append(found.Flags, FlagLeadingZeroRestored)
	}
	switch {
	case ValidSIRET(padded):
		found.Scheme, found.Valid, found.SIREN = SchemeSIRET, true, padded[:sirenLength]
	case ValidSIREN(padded):
		found.Scheme, found.Valid, found.SIREN = SchemeSIREN, true, padded
		if scheme == SchemeSIRET {
			found.Flags = append(found.Flags, FlagSirenGiven)
		}
	case len(padded) == siretLength && allDigits(padded) && ValidSIREN(padded[:sirenLength]):
		found.Scheme, found.SIREN = SchemeSIRET, padded[:sirenLength]
		found.Flags = append(found.Flags, FlagSiretInvalidSirenOK)
	default:
		return IdentifierReading{Scheme: scheme, Flags: []FlagCode{FlagIdentifierInvalid}}
	}
	return found
}

func readRNA(raw string) IdentifierReading {
	cleaned := strings.ToUpper(withoutBlanks(raw))
	switch {
	case !ValidRNA(cleaned):
		return IdentifierReading{Scheme: SchemeRNA, Flags: []FlagCode{FlagRNAFormat}}
	case cleaned != raw:
		return IdentifierReading{Scheme: SchemeRNA, Value: cleaned, Valid: true, Flags: []FlagCode{FlagIdentifierCleaned}}
	}
	return IdentifierReading{Scheme: SchemeRNA, Value: cleaned, Valid: true}
}

// withoutRemains takes off what spreadsheets and forms leave around a number:
// blanks, the apostrophe that marks a text, xx in place of digits, and the
// decimals of a number that was taken for a quantity (32402138500000.0).
func withoutRemains(raw string) string {
	s := strings.Trim(withoutBlanks(raw), "'")
	s = strings.Trim(s, "xX")
	if i := strings.IndexAny(s, ".,"); i > 0 && i < len(s)-1 && strings.Trim(s[i+1:], "0") == "" {
		s = s[:i]
	}
	return s
}

func withoutBlanks(s string) string {
	return strings.Map(func(r rune) rune {
		if invisible(r) {
			return -1
		}
		return r
	}, s)
}

// invisible reports blanks of any width, control characters and zero-width
// marks.
func invisible(r rune) bool {
	return unicode.IsSpace(r) || unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r)
}

// restoreZeros puts back the leading zeros that a spreadsheet dropped, when the
// check digit is right after that; otherwise s stays. A text that starts with
// a zero has lost none. A SIRET must pass as a whole: with its first nine
// digits alone, one random number in ten would pass.
func restoreZeros(s string) string {
	if !allDigits(s) || s == "" || s[0] == '0' {
		return s
	}
	for _, length := range []int{sirenLength, siretLength} {
		lost := length - len(s)
		if lost < 1 || lost > maxLostZeros {
			continue
		}
		if padded := strings.Repeat("0", lost) + s; ValidSIREN(padded) || ValidSIRET(padded) {
			return padded
		}
	}
	return s
}

// luhn reports whether the digits pass the Luhn check: every second digit from
// the right doubled, the digits of the products added, a multiple of 10.
func luhn(digits string) bool {
	sum := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			d *= 2
			if d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

func digitSum(digits string) int {
	sum := 0
	for i := range len(digits) {
		sum += int(digits[i] - '0')
	}
	return sum
}

func allDigits(s string) bool {
	for i := range len(s) {
		if !digit(s[i]) {
			return false
		}
	}
	return true
}

func digit(c byte) bool { return '0' <= c && c <= '9' }
