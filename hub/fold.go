package hub

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Limits of what is stored beside a name to sort and to find it.
const (
	// MaxSortKey is the length of the longest sort key, in bytes.
	MaxSortKey = 120
	// MaxToken is the length of the longest search token, in bytes.
	MaxToken = 64
	// MaxTokens is how many search tokens one record keeps.
	MaxTokens = 64
)

// Fold writes a text in lower-case ASCII without accents, so that comparing
// bytes compares names: "L’Écluse – Œuvres" folds to "l'ecluse - oeuvres".
//
// Letters lose their accents (NFKD without marks), ligatures and barred
// letters are spelled out (œ→oe, ß→ss, ø→o, þ→th), typographic quotes and
// dashes become ' " and -. What cannot be seen (zero-width characters, soft
// hyphens) vanishes; every other rune that has no ASCII form (Greek, Cyrillic,
// symbols, emoji, invalid bytes) and every control character is a space, for it
// separates words. Runs of spaces are one space, none at either end. Folding a
// folded text changes nothing, and costs nothing.
func Fold(s string) string {
	clean := foldedPrefix(s)
	if clean == len(s) {
		return s
	}
	b := append(make([]byte, 0, 192), s[:clean]...) // on the stack for a name
	for i := clean; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			b = appendFolded(b, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		b = foldRune(b, s[i:i+size], r)
		i += size
	}
	return string(trimLastSpace(b))
}

// foldedPrefix is the length of the longest prefix that folding keeps as it
// is, whatever follows; the whole length when the text is folded already.
func foldedPrefix(s string) int {
	for i := range len(s) {
		c := s[i]
		switch {
		case c == ' ' && (i == 0 || s[i-1] == ' '), c < ' ', c >= 0x7F, 'A' <= c && c <= 'Z':
			return i
		}
	}
	if strings.HasSuffix(s, " ") {
		return len(s) - 1
	}
	return len(s)
}

// appendFolded appends one ASCII byte: lower case, control characters as
// spaces, a space only between two words.
func appendFolded(b []byte, c byte) []byte {
	switch {
	case 'A' <= c && c <= 'Z':
		return append(b, c+'a'-'A')
	case c > ' ' && c < 0x7F:
		return append(b, c)
	case len(b) > 0 && b[len(b)-1] != ' ':
		return append(b, ' ')
	}
	return b
}

func trimLastSpace(b []byte) []byte {
	if n := len(b); n > 0 && b[n-1] == ' ' {
		return b[:n-1]
	}
	return b
}

// foldRune appends the ASCII form of the non-ASCII rune r, encoded as text.
func foldRune(b []byte, text string, r rune) []byte {
	d := norm.NFKD.PropertiesString(text).Decomposition()
	if d == nil {
		return appendASCII(b, r)
	}
	for len(d) > 0 {
		part, size := utf8.DecodeRune(d)
		b = appendASCII(b, part)
		d = d[size:]
	}
	return b
}

// appendASCII appends the ASCII form of a rune that has no decomposition.
func appendASCII(b []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		return appendFolded(b, byte(r))
	}
	if s := spelledOut(unicode.ToLower(r)); s != "" {
		return append(b, s...)
	}
	switch {
	case unicode.In(r, unicode.M, unicode.Cf):
		return b
	case unicode.Is(unicode.Pd, r), r == '\u2212': // dashes and the minus sign
		return append(b, '-')
	}
	return appendFolded(b, ' ')
}

// spelledOut is the ASCII spelling of letters and signs that Unicode does not
// decompose.
func spelledOut(r rune) string {
	switch r {
	case 'œ':
		return "oe"
	case 'æ':
		return "ae"
	case 'ß':
		return "ss"
	case 'þ':
		return "th"
	case 'ŋ':
		return "ng"
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'ħ':
		return "h"
	case 'ŧ':
		return "t"
	case 'ı':
		return "i"
	case 'ĸ':
		return "k"
	case '‘', '’', '‛', 'ʼ', 'ʻ', '′':
		return "'"
	case '“', '”', '„', '‟', '«', '»', '″':
		return `"`
	case '⁄':
		return "/"
	}
	return ""
}

// SortKey is the folded text by which names are ordered and compared, at most
// MaxSortKey bytes. It is stored beside the name: no database collation decides
// an order.
func SortKey(s string) string {
	key := Fold(s)
	if len(key) > MaxSortKey {
		key = strings.TrimSuffix(key[:MaxSortKey], " ")
	}
	return key
}

// Tokens lists the words by which texts are found: the runs of letters and
// digits of the folded texts, sorted, each once, at most MaxToken bytes each.
// Of more than MaxTokens different words the first in reading order stay, so
// the important texts come first. A text made of symbols has no word.
func Tokens(texts ...string) []string {
	var tokens []string
	for _, text := range texts {
		folded := Fold(text)
		for start := 0; start < len(folded) && len(tokens) < MaxTokens; {
			if !wordByte(folded[start]) {
				start++
				continue
			}
			end := start + 1
			for end < len(folded) && wordByte(folded[end]) {
				end++
			}
			if token := folded[start:min(end, start+MaxToken)]; !slices.Contains(tokens, token) {
				tokens = append(tokens, token)
			}
			start = end
		}
	}
	slices.Sort(tokens)
	return tokens
}

func wordByte(c byte) bool { return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' }

// OneLine is a text with a blank in place of each ASCII control character, line
// breaks among them: s itself when it has none.
func OneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
}
