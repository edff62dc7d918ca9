package storetest

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"pgregory.net/rapid"

	"polehub/hub"
)

// targets lists the ids of the records that a reference may point to, by the
// name of their noun.
type targets map[string][]hub.ID

func targetsOf(records []hub.Record) targets {
	ids := targets{}
	for _, r := range records {
		ids[r.Noun().Name] = append(ids[r.Noun().Name], r.Key())
	}
	return ids
}

// Hubs generates the records of a whole hub, most of each noun or somewhat
// less, in an order in which references point backwards: for the properties of
// whatever reads and writes hubs.
func Hubs(most int) *rapid.Generator[[]hub.Record] {
	return rapid.Custom(func(t *rapid.T) []hub.Record {
		var records []hub.Record
		known := targets{}
		for _, n := range hub.Nouns() {
			for range rapid.IntRange(most/2, most).Draw(t, n.File) {
				id := drawID(t, n)
				if slices.Contains(known[n.Name], id) {
					continue
				}
				if r := drawRecord(t, n, id, known); r != nil {
					records = append(records, r)
					known[n.Name] = append(known[n.Name], id)
				}
			}
		}
		return records
	})
}

// drawID makes an id whose local part tries the order of bytes, percent signs
// and the greatest length.
func drawID(t *rapid.T, n *hub.Noun) hub.ID {
	local := rapid.StringMatching(`[a-cA-C1-3][a-c0-1._%-]{0,2}`).Draw(t, "id")
	if rapid.IntRange(0, 30).Draw(t, "long id") == 30 {
		local += strings.Repeat("x", hub.MaxIDLength-len(n.Prefix)-1-len(local))
	}
	return hub.ID(n.Prefix + ":" + local)
}

// drawRecord fills every field of a record by its type. What the rules of the
// noun refuse is taken back; nil when that cannot be done, or when there is
// nothing that a required reference could point to.
func drawRecord(t *rapid.T, n *hub.Noun, id hub.ID, known targets) hub.Record {
	r := n.New()
	set(r, n.ID(), string(id))
	for _, f := range n.Fields[1:] {
		set(r, f, drawValue(t, f, known))
	}
	const attempts = 4 // a rule may find another fault once the first is mended
	for range attempts {
		errs := hub.Validate(r)
		if len(errs) == 0 {
			return r
		}
		for _, e := range errs {
			f := n.Field(e.Field)
			switch {
			case f == nil:
				return nil
			case !f.Required:
				set(r, f, nil)
			case f.Type == hub.TypeEnum:
				set(r, f, f.Enum.Values[0].Code)
			default:
				return nil
			}
		}
	}
	return nil
}

// set puts a generated value into a field; in a list of numbers, the numbers
// of its items.
func set(r hub.Record, f *hub.Field, v any) {
	err := f.Set(r, v)
	if items, ok := v.([]string); ok && err != nil {
		for i := range items {
			items[i] = strconv.Itoa(len(items[i]))
		}
		err = f.Set(r, items)
	}
	if err != nil {
		panic("storetest: " + err.Error())
	}
}

// drawValue makes a canonical value for a field; nil for a third of those that
// may be missing.
func drawValue(t *rapid.T, f *hub.Field, known targets) any {
	if !f.Required && rapid.IntRange(0, 2).Draw(t, "missing") == 0 {
		return nil
	}
	switch f.Type {
	case hub.TypeList:
		if f.Enum != nil { // no claim of a tie stands twice
			return rapid.SliceOfNDistinct(itemsOf(f), 1, 3, rapid.ID).Draw(t, f.Name)
		}
		return rapid.SliceOfN(itemsOf(f), 1, 3).Draw(t, f.Name)
	case hub.TypeRefs:
		if ids := known[f.Ref]; len(ids) > 0 {
			picked := rapid.SliceOfNDistinct(rapid.SampledFrom(ids), 1, min(3, len(ids)), rapid.ID).Draw(t, f.Name)
			return textsOf(picked)
		}
		return nil
	case hub.TypeFlags:
		return rapid.SliceOfN(rapid.Custom(drawFlag), 1, 2).Draw(t, f.Name)
	case hub.TypeRef:
		if ids := known[f.Ref]; len(ids) > 0 {
			return string(rapid.SampledFrom(ids).Draw(t, f.Name))
		}
		return nil
	case hub.TypeText, hub.TypeEnum:
		return clip(itemsOf(f).Draw(t, f.Name), f.MaxLength)
	}
	return drawScalar(t, f)
}

// drawScalar makes a date or a number, often a boundary of its range.
func drawScalar(t *rapid.T, f *hub.Field) any {
	switch f.Type {
	case hub.TypeDate:
		return rapid.SampledFrom(days()).Draw(t, f.Name)
	case hub.TypeInt:
		return rapid.OneOf(rapid.Int64Range(0, 3), rapid.SampledFrom([]int64{12, 2024, math.MaxInt32 + 1, math.MaxInt64})).Draw(t, f.Name)
	case hub.TypeMoney:
		return rapid.OneOf(rapid.Int64Range(-2, 3), rapid.SampledFrom(amounts())).Draw(t, f.Name)
	case hub.TypeRatio:
		return rapid.OneOf(rapid.Int64Range(0, 2), rapid.SampledFrom([]int64{250_000, 333_333, 999_999, 1_000_000})).Draw(t, f.Name)
	case hub.TypeFloat:
		return rapid.OneOf(rapid.SampledFrom([]float64{0, 1, 45.75, -0.1, 90, -90, math.SmallestNonzeroFloat64}), rapid.Float64Range(-90, 90)).Draw(t, f.Name)
	}
	panic(fmt.Sprintf("storetest: no values for field type %d", f.Type))
}

// amounts are sums in cents around the limits of float64 and int64.
func amounts() []int64 {
	return []int64{100, 6_000_000, 1<<53 - 1, 1 << 53, 1<<53 + 1, math.MinInt64, math.MaxInt64}
}

func days() []string {
	return []string{"2013-12-31", "2014-01-01", "2014-01-02", "2020-02-29", "1000-01-01", "2999-12-31"}
}

// itemsOf generates texts for a field or the items of a list: codes of its
// enumeration, what its rules ask for, or any text.
func itemsOf(f *hub.Field) *rapid.Generator[string] {
	if f.Enum != nil {
		return rapid.SampledFrom(codesOf(f.Enum))
	}
	switch f.Name {
	case "legalCategory":
		return rapid.SampledFrom([]string{"5710", "5499", "7210"})
	case "commune", "communes":
		return rapid.SampledFrom([]string{"69123", "2A004", "01001"})
	case "departement", "departements":
		return rapid.SampledFrom([]string{"69", "2A", "974"})
	case "region", "regions":
		return rapid.SampledFrom([]string{"84", "04"})
	case "epci", "epcis":
		return rapid.SampledFrom([]string{"200013183", "000000109"})
	case "currency":
		return rapid.SampledFrom([]string{"EUR", "CHF"})
	case "tieTypes":
		return rapid.SampledFrom(append(codesOf(hub.TieTypes), hub.AllTypes))
	case "contractTypes":
		return rapid.SampledFrom(append(codesOf(hub.ContractTypes), hub.AllTypes))
	case "grid":
		return rapid.Just("labo-2012")
	case "criterion":
		return rapid.SampledFrom([]string{"M1", "M3", "T6"})
	case "strengths":
		return rapid.SampledFrom([]string{"1", "2", "3", "4"})
	}
	texts := rapid.OneOf(rapid.SampledFrom(plainTexts()), rapid.SampledFrom(hardTexts()), rapid.StringN(1, 8, 40))
	if f.IsName() {
		return rapid.Map(texts, hub.OneLine)
	}
	return texts
}

func codesOf(e *hub.Enum) []string {
	codes := make([]string, len(e.Values))
	for i, v := range e.Values {
		codes[i] = v.Code
	}
	return codes
}

func drawFlag(t *rapid.T) string {
	text := rapid.SampledFrom(append(hardTexts(), "", `\t`, "a\tb"))
	return hub.Flag{
		Code:    rapid.SampledFrom([]hub.FlagCode{hub.FlagNameMissing, hub.FlagSirenGiven}).Draw(t, "code"),
		Field:   rapid.SampledFrom([]hub.Text{"", "siret", "amount"}).Draw(t, "field"),
		Raw:     hub.Text(text.Draw(t, "raw")),
		Message: hub.Text(text.Draw(t, "message")),
	}.Encode()
}

// plainTexts are few, so that values repeat, with several spellings of what
// folds to the same.
func plainTexts() []string {
	return []string{"a", "b", "Éclair", "eclair", "e\u0301clair ", "Œuvre", "oeuvre d'art", "Pôle Sud", "pole-sud 12"}
}

// hardTexts are those that quoting, collations, tokenizers and encodings get
// wrong.
func hardTexts() []string {
	return []string{
		"🦓", "👩‍👩‍👧 famille", "\u200b", "ﬁlière Straße", "Ωμέγα", "\ufffd", "\uffff", "\U00010000", "\U0010ffff",
		"it's", `say "hi"`, `back\slash\`, "line\nbreak\r\n", "tab\t", "nul\x00byte", " padded ", "100%", "under_score", "a*", "[ab]", "(a|b)?",
		"'; DROP TABLE poles; --", "`}) DETACH DELETE n //", "$1 ? :x {x} ${x}", "null", "NULL", "true", "0012", "12", "1e3", "-0", "2014-01-01", "org:a", "UNKNOWN",
		strings.Repeat("é", 50), strings.Repeat("n", 130) + "b", strings.Repeat("n", 130) + "a", strings.Repeat("dix mille ", 1000),
	}
}

// clip cuts a text to a length in bytes without breaking a rune.
func clip(s string, length int) string {
	return strings.TrimSuffix(hub.Clip(s, length), "…")
}

func textsOf(ids []hub.ID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}
