package hub

import (
	"slices"
	"strings"
)

// Fact is what every sourced record carries: the sources that state it, and
// the flags that tell what was received and could not be used as it was.
type Fact struct {
	SourceIDs []ID
	Flags     []Flag
}

// Period is the validity [ValidFrom, ValidTo) of a fact; an empty end is
// unknown or open.
type Period struct {
	ValidFrom Date
	ValidTo   Date
}

// Flag keeps a raw value that could not be used as received, with a code that
// says why. The field is a column of the record, empty for the whole record.
type Flag struct {
	Field   Text
	Code    FlagCode
	Raw     Text
	Message Text
}

// addFlag adds a flag unless the fact has one of its code on its field.
func (f *Fact) addFlag(flag Flag) {
	if !slices.ContainsFunc(f.Flags, func(have Flag) bool { return have.Code == flag.Code && have.Field == flag.Field }) {
		f.Flags = append(f.Flags, flag)
	}
}

// Encode writes the flag as one text: code, field, raw and message with tabs
// between. Tabs and backslashes inside are escaped, so that DecodeFlag gives
// the same flag back.
func (f Flag) Encode() string {
	escape := strings.NewReplacer(`\`, `\\`, "\t", `\t`)
	return strings.Join([]string{
		escape.Replace(string(f.Code)), escape.Replace(string(f.Field)),
		escape.Replace(string(f.Raw)), escape.Replace(string(f.Message)),
	}, "\t")
}

// DecodeFlag reads what Encode wrote; missing parts are empty.
func DecodeFlag(s string) Flag {
	unescape := strings.NewReplacer(`\\`, `\`, `\t`, "\t")
	parts := append(strings.SplitN(s, "\t", 4), "", "", "")
	return Flag{
		Code: FlagCode(unescape.Replace(parts[0])), Field: Text(unescape.Replace(parts[1])),
		Raw: Text(unescape.Replace(parts[2])), Message: Text(unescape.Replace(parts[3])),
	}
}
