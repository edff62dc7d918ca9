package figure

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Advances of Helvetica in thousandths of the size, from its metrics.
func TestWidth(t *testing.T) {
	for text, units := range map[string]float64{
		"":        0,
		"Polehub": 667 + 556 + 222 + 556 + 556 + 556 + 556,
		"Île 2":   278 + 222 + 556 + 278 + 556,
		"œWM":     944 + 944 + 833,
		"e\u0301": 556, // an accent of its own takes no room
	} {
		near(t, text, width(text, 13, false), units*13*1.08/1000)
		near(t, text+" in bold", width(text, 13, true), units*13*1.08*1.07/1000)
	}
}

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		text  string
		limit float64
		want  string
	}{
		{"Régie", 100, "Régie"},
		{"Coopérative d’activités", 100, "Coopérative…"}, // no space before the dots
		{"Régie", 0, "…"},
		{"", 10, ""},
	} {
		if got := shorten(c.text, 13, false, c.limit); got != c.want {
			t.Errorf("%q in %v px is %q, want %q", c.text, c.limit, got, c.want)
		}
	}
}

func TestWrap(t *testing.T) {
	const name = "Communauté de communes du Haut-Val"
	for _, c := range []struct {
		limit float64
		n     int
		want  string
	}{
		{400, 2, name},
		{160, 2, "Communauté de|communes du Haut-Val"},
		{160, 1, "Communauté de com…"},
		{90, 3, "Communauté|de communes|du Haut-Val"},
		{60, 2, "Comm…|de co…"},
	} {
		if got := strings.Join(wrap(name, 13, false, c.limit, c.n), "|"); got != c.want {
			t.Errorf("%v px, %d lines: %q, want %q", c.limit, c.n, got, c.want)
		}
	}
}

// No line is wider than allowed, and there are no more lines than allowed.
func TestWrapKeepsLimits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, limit, n := rapid.String().Draw(t, "text"), rapid.Float64Range(20, 200).Draw(t, "limit"), rapid.IntRange(1, 3).Draw(t, "n")
		lines := wrap(text, 13, false, limit, n)
		if len(lines) > n {
			t.Fatalf("%d lines", len(lines))
		}
		for _, l := range lines {
			if width(l, 13, false) > limit {
				t.Fatalf("%q is %v px wide, more than %v", l, width(l, 13, false), limit)
			}
		}
	})
}
