package hub

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"folded already", "la ruche 26", "la ruche 26"},
		{"capitals", "La Ruche", "la ruche"},
		{"accents", "Économie à Çà-et-là, Noël où", "economie a ca-et-la, noel ou"},
		{"accents as separate marks", "E\u0301cole", "ecole"},
		{"ligatures", "Œuvres & CŒUR, Ægidius, straße, STRAẞE", "oeuvres & coeur, aegidius, strasse, strasse"},
		{"barred letters", "Øresund Łódź Đakovo Þór ıŊħŧ", "oresund lodz dakovo thor inght"},
		{"more letters without decomposition", "Garðabær ĸ", "gardabaer k"},
		{"only the last space is loose", "la ruche ", "la ruche"},
		{"compatibility forms", "ﬁn n° №5 ½ Ⅳ ²", "fin n no5 1/2 iv 2"},
		{"typographic signs", "L’écluse « neuve » – “A”‑B", `l'ecluse " neuve " - "a"-b`},
		{"invisible", "co\u00ADopé\u200Bra\uFEFFtive", "cooperative"},
		{"control characters", "a\x00b\tc\r\nd\x7Fe\u0085f", "a b c d e f"},
		{"spaces", " \u00A0a \u202F b\u2009 ", "a b"},
		{"only spaces", " \t\u00A0 ", ""},
		{"other scripts", "Αθήνα SCOP Москва", "scop"},
		{"emoji separates", "vélo🚲café", "velo cafe"},
		{"emoji with selectors", "❤️ 👩‍🌾", ""},
		{"inclusive writing", "adhérent·e·s", "adherent e s"},
		{"invalid bytes", "caf\xe9 \xff\xfe", "caf"},
		{"capital after a clean prefix", "ruche à Écluse ", "ruche a ecluse"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Fold(c.in); got != c.want {
				t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestSortKeyIsCut(t *testing.T) {
	long := strings.Repeat("é", 119) + " suite"
	if got, want := SortKey(long), strings.Repeat("e", 119); got != want {
		t.Errorf("119 letters and a space are cut after the last letter: got %d bytes %q", len(got), got)
	}
	if got := SortKey(strings.Repeat("Œ", 100)); len(got) != MaxSortKey {
		t.Errorf("100 letters of two bytes each: got %d bytes, want %d", len(got), MaxSortKey)
	}
	if got := SortKey("Zébrure"); got != "zebrure" {
		t.Errorf("a short key stays whole: %q", got)
	}
}

func TestTokens(t *testing.T) {
	for _, c := range []struct {
		name string
		in   []string
		want []string
	}{
		{"words sorted", []string{"La Ruche, 26 rue d’Écluse"}, []string{"26", "d", "ecluse", "la", "ruche", "rue"}},
		{"once each, over all texts", []string{"La Ruche", "RUCHE la"}, []string{"la", "ruche"}},
		{"acronym with points", []string{"S.C.O.P."}, []string{"c", "o", "p", "s"}},
		{"symbols only", []string{"🚲❤️", "«…»"}, nil},
		{"nothing", nil, nil},
		{"long word", []string{strings.Repeat("x", 70)}, []string{strings.Repeat("x", 64)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Tokens(c.in...); !slices.Equal(got, c.want) {
				t.Errorf("Tokens(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestTokensKeepTheFirstInReadingOrder(t *testing.T) {
	var words []string
	for i := range 100 {
		words = append(words, "z"+strings.Repeat("y", 100-i))
	}
	got := Tokens("Zoé", strings.Join(words, " "), "aaa")
	if len(got) != MaxTokens || !slices.Contains(got, "zoe") || slices.Contains(got, "aaa") {
		t.Errorf("got %d tokens, first text in: %v, last text in: %v; want %d, true, false",
			len(got), slices.Contains(got, "zoe"), slices.Contains(got, "aaa"), MaxTokens)
	}
}

// TestFoldAgreesWithNormalisation checks Latin text against the definition:
// normalise the whole text (NFKD), drop the marks, lower the case.
func TestFoldAgreesWithNormalisation(t *testing.T) {
	letters := rapid.RuneFrom([]rune("aBcÀÉîõÜçÿžŠğİȘǍ\u0301\u0327ﬁ²"))
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(letters).Draw(t, "text")
		want := strings.Map(func(r rune) rune {
			if unicode.Is(unicode.M, r) {
				return -1
			}
			return unicode.ToLower(r)
		}, norm.NFKD.String(s))
		if got := Fold(s); got != want {
			t.Fatalf("Fold(%q) = %q, want %q", s, got, want)
		}
	})
}

func TestFoldOfFoldedTextAllocatesNothing(t *testing.T) {
	const folded = "societe cooperative d'interet collectif de l'ecluse"
	if n := testing.AllocsPerRun(100, func() { Fold(folded) }); n != 0 {
		t.Errorf("%v allocations, want 0", n)
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "La Ruche", "L’Écluse – Œuvres", "caf\xe9", "a\x00 \u00A0b", "🚲½№ﬁ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		folded := Fold(s)
		for i := range len(folded) {
			if c := folded[i]; c < ' ' || c >= 0x7F || 'A' <= c && c <= 'Z' {
				t.Fatalf("Fold(%q) = %q holds %#x", s, folded, c)
			}
		}
		if strings.Contains(folded, "  ") || strings.TrimSpace(folded) != folded {
			t.Fatalf("Fold(%q) = %q has loose spaces", s, folded)
		}
		if again := Fold(folded); again != folded {
			t.Fatalf("Fold(%q) = %q, folded again %q", s, folded, again)
		}
		if key := SortKey(s); len(key) > MaxSortKey || SortKey(key) != key || !strings.HasPrefix(folded, key) {
			t.Fatalf("SortKey(%q) = %q of %q", s, key, folded)
		}
		tokens := Tokens(s)
		if len(tokens) > MaxTokens || !slices.IsSorted(tokens) || len(slices.Compact(slices.Clone(tokens))) != len(tokens) {
			t.Fatalf("Tokens(%q) = %q", s, tokens)
		}
		for _, token := range tokens {
			if token == "" || len(token) > MaxToken || !strings.Contains(folded, token) {
				t.Fatalf("Tokens(%q) holds %q", s, token)
			}
		}
	})
}

func BenchmarkFold(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"folded", "association pour le developpement du velo"},
		{"ascii", "ASSOCIATION POUR LE DEVELOPPEMENT DU VELO"},
		{"french", "Société coopérative d’intérêt collectif de l’Écluse"},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Fold(c.text)
			}
		})
	}
}

func BenchmarkTokens(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Tokens("Société coopérative d’intérêt collectif de l’Écluse", "SCIC L'ÉCLUSE")
	}
}
