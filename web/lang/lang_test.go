package lang

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func both(t *testing.T) (fr, en *Language) {
	t.Helper()
	fr, ok := Of("fr")
	if !ok {
		t.Fatal("no French")
	}
	en, ok = Of("en")
	if !ok {
		t.Fatal("no English")
	}
	return fr, en
}

func TestNumbersDatesAndLists(t *testing.T) {
	fr, en := both(t)
	for _, c := range []struct{ what, fr, en, wantFr, wantEn string }{
		{"number", fr.Number(1234567.5, 1), en.Number(1234567.5, 1), "1\u202f234\u202f567,5", "1,234,567.5"},
		{"below a thousand", fr.Number(999, 0), en.Number(999, 0), "999", "999"},
		{"half away from zero", fr.Number(0.125, 2), en.Number(-0.125, 2), "0,13", "−0.13"},
		{"no minus before nothing", fr.Number(-0.004, 2), en.Number(-0.004, 2), "0,00", "0.00"},
		{"index", fr.Index(0.35), en.Index(4), "0,35", "4"},
		{"share", fr.Percent(0.173), en.Percent(0.173), "17\u00a0%", "17%"},
		{"share of nearly nothing", fr.Percent(0.001), en.Percent(0.999), "< 1\u00a0%", "> 99%"},
		{"nothing and everything", fr.Percent(0), en.Percent(1), "0\u00a0%", "100%"},
		{"interval", fr.Interval(-0.08, 0.22), en.Interval(-0.08, 0.22), "[−0,08\u00a0; 0,22]", "[−0.08, 0.22]"},
		{"money", fr.Money("1250000.00", "EUR"), en.Money("1250000.00", ""), "1\u202f250\u202f000\u00a0€", "€1,250,000"},
		{"cents", fr.Money("6095.68", "EUR"), en.Money("-6095.5", "EUR"), "6\u202f095,68\u00a0€", "−€6,095.50"},
		{"another currency", fr.Money("12", "XPF"), en.Money("12", "XPF"), "12\u00a0XPF", "12\u00a0XPF"},
		{"no amount", fr.Money("n/a", "EUR"), en.Money("", "EUR"), "n/a", ""},
		{"day", fr.Date("2026-03-03"), en.Date("2026-03-03"), "3\u00a0mars 2026", "3\u00a0March 2026"},
		{"first day", fr.Date("2026-03-01"), en.Date("2026-03-01"), "1er\u00a0mars 2026", "1\u00a0March 2026"},
		{"month", fr.Date("2026-03"), en.Date("2026-03"), "mars 2026", "March 2026"},
		{"year", fr.Date("2026"), en.Date("2026"), "2026", "2026"},
		{"no day", fr.Date("2026-02-30"), en.Date("today"), "2026-02-30", "today"},
		{"list", fr.List([]string{"a", "b", "c"}), en.List([]string{"a", "b", "c"}), "a, b et c", "a, b and c"},
		{"short lists", fr.List([]string{"a"}), en.List(nil), "a", ""},
	} {
		if c.fr != c.wantFr || c.en != c.wantEn {
			t.Errorf("%s: %q and %q, want %q and %q", c.what, c.fr, c.en, c.wantFr, c.wantEn)
		}
	}
}

func TestPlurals(t *testing.T) {
	fr, en := both(t)
	for n, want := range map[int][2]string{
		0: {"0 membre", "0 members"}, 1: {"1 membre", "1 member"}, 2: {"2 membres", "2 members"}, 1000: {"1\u202f000 membres", "1,000 members"},
	} {
		for i, l := range []*Language{fr, en} {
			if got, err := l.Text("measures.members", "n", n); err != nil || got != want[i] {
				t.Errorf("%s, %d: %q, %v; want %q", l.Code, n, got, err, want[i])
			}
		}
	}
}

func TestTextRefusesWhatItCannotSay(t *testing.T) {
	fr, _ := both(t)
	if _, err := fr.Text("no.such.key"); err == nil || !strings.Contains(err.Error(), "no.such.key") {
		t.Errorf("unknown key: %v", err)
	}
	if _, err := fr.Text("report.since"); err == nil || !strings.Contains(err.Error(), `"date"`) {
		t.Errorf("missing part: %v", err)
	}
	if got, err := fr.Text("report.since", "date", "{n} <b>"); err != nil || !strings.HasSuffix(got, "{n} <b>") {
		t.Errorf("a value with braces: %q, %v", got, err)
	}
	if _, ok := Of("de"); ok {
		t.Error("there is German")
	}
}

// TestLanguagesSayTheSame: both have the same keys with the same parts, in all
// forms, and none is empty.
func TestLanguagesSayTheSame(t *testing.T) {
	fr, en := both(t)
	part := regexp.MustCompile(`{[a-zA-Z]+}`)
	parts := func(text string) string {
		found := part.FindAllString(text, -1)
		slices.Sort(found)
		return strings.Join(slices.Compact(found), " ")
	}
	for key, m := range fr.messages {
		other, ok := en.messages[key]
		if !ok {
			t.Errorf("English has no %q", key)
			continue
		}
		for _, text := range []string{m.one, m.other, other.one, other.other} {
			if strings.TrimSpace(text) == "" {
				t.Errorf("%q has an empty form", key)
			}
		}
		if parts(m.other) != parts(other.other) || m.one != m.other && parts(m.one) != parts(other.one) && !strings.Contains(key, "lead") {
			t.Errorf("%q has the parts %s in French, %s in English", key, parts(m.other), parts(other.other))
		}
	}
	for key := range en.messages {
		if !fr.Has(key) {
			t.Errorf("French has no %q", key)
		}
	}
}

// TestWordsThatReportsAvoid: criteria are answered, poles are not rated.
func TestWordsThatReportsAvoid(t *testing.T) {
	avoided := regexp.MustCompile(`(?i)\b(score|scores|note|notes|classement|classé|performance|performances|retard|rank|ranking|rating)\b|!`)
	fr, en := both(t)
	for _, l := range []*Language{fr, en} {
		for key, m := range l.messages {
			if found := avoided.FindString(m.one + " " + m.other); found != "" && key != "reason.NO_RATINGS" {
				t.Errorf("%s %q says %q", l.Code, key, found)
			}
		}
	}
}
