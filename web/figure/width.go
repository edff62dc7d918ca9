package figure

import (
	"strings"
	"unicode"
)

const labelSize = 13.0 // px, labels of a map and most text of a figure

// width estimates how wide a text is in pixels, a little on the large side: the
// advances of Helvetica, which Arial and Liberation Sans share, times 1.08 for
// other fonts that may stand in, and times 1.07 more for bold.
func width(text string, size float64, bold bool) float64 {
	units := 0
	for _, r := range text {
		units += advance(r)
	}
	w := float64(float64(units) * size * 1.08 / 1000)
	if bold {
		return float64(w * 1.07)
	}
	return w
}

// advance is the width of a character in thousandths of the font size.
// Characters without a known width count as the widest letter of their script
// in common fonts; marks that combine with a letter, and invisible ones, as 0.
func advance(r rune) int {
	for _, group := range [...]struct {
		characters string
		advance    int
	}{
		{"aeonudpgbqhé0123456789LàâäáãåèêëôöòóõùûüúñÀ_?#$«»€–¤¢£", 556},
		{"ft I,./:;![]\\\u00a0îïìíÎÏÌÍ·", 278},
		{"ijl’‘", 222},
		{"csvxzkyJçÿý", 500},
		{"r-()°`“”\u00ad", 333},
		{"ABEKPSVXY&ÉÈÊËÂÄÁÅÝ", 667},
		{"CDHNRUwÇÑÙÛÜÚ", 722},
		{"GOQÔÖÓÒØ", 778},
		{"FTZø", 611},
		{"mM", 833},
		{"'", 191}, {"\"", 355}, {"*", 389}, {"|{}", 334}, {"+<=>~^−×", 584},
		{"%æ", 889}, {"Wœ", 944}, {"@ÆŒ—…", 1015},
	} {
		if strings.ContainsRune(group.characters, r) {
			return group.advance
		}
	}
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc):
		return 0
	case r == '\u202f' || r == '\u2009':
		return 278
	case r >= 0x1100:
		return 1015
	case unicode.IsUpper(r):
		return 778
	}
	return 611
}

// shorten cuts a text to a width in pixels, at a character, and ends it with "…".
func shorten(text string, size float64, bold bool, limit float64) string {
	if width(text, size, bold) <= limit {
		return text
	}
	runes := []rune(text)
	for n := len(runes) - 1; n > 0; n-- {
		cut := strings.TrimRightFunc(string(runes[:n]), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) }) + "…"
		if width(cut, size, bold) <= limit {
			return cut
		}
	}
	return "…"
}

// wrap breaks a text between words into at most n lines of at most limit
// pixels; what is left over shortens the last line, or the only word.
func wrap(text string, size float64, bold bool, limit float64, n int) []string {
	words := strings.Fields(text)
	var lines []string
	for len(words) > 0 && len(lines) < n-1 {
		taken := 1
		for taken < len(words) && width(strings.Join(words[:taken+1], " "), size, bold) <= limit {
			taken++
		}
		lines = append(lines, shorten(strings.Join(words[:taken], " "), size, bold, limit))
		words = words[taken:]
	}
	if len(words) > 0 {
		lines = append(lines, shorten(strings.Join(words, " "), size, bold, limit))
	}
	return lines
}
