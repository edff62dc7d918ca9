package hub_test

import (
	"encoding/json"
	"io"
	"math"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"polehub/hub"
)

// marshal is what a value writes into a GraphQL answer.
func marshal(v interface{ MarshalGQL(io.Writer) }) string {
	var b strings.Builder
	v.MarshalGQL(&b)
	return b.String()
}

func TestParseDate(t *testing.T) {
	for _, s := range []string{"2024-02-29", "1000-01-01", "2999-12-31", "2000-02-29"} {
		if d, err := hub.ParseDate(s); err != nil || string(d) != s {
			t.Errorf("%q gives %q, %v", s, d, err)
		}
	}
	for _, s := range []string{"", "2014", "2014-05", "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-01", "2024-01-32", "0999-12-31", "3000-01-01", "2024-1-1", "24-01-01", "2024-01-01 ", "2024/01/01", "２024-01-01", "2024-01-01T00:00:00Z"} {
		if d, err := hub.ParseDate(s); err == nil || d != "" || hub.CodeOf(err) != hub.BadUserInput {
			t.Errorf("%q gives %q, %v", s, d, err)
		}
	}
}

func TestDateArithmetic(t *testing.T) {
	tests := []struct {
		from hub.Date
		days int
		want hub.Date
	}{
		{"2024-02-28", 1, "2024-02-29"},
		{"2023-02-28", 1, "2023-03-01"},
		{"2024-01-01", -1, "2023-12-31"},
		{"2024-01-01", 366, "2025-01-01"},
		{"2024-01-01", 0, "2024-01-01"},
		{"", 5, ""},
	}
	for _, test := range tests {
		if got := test.from.AddDays(test.days); got != test.want {
			t.Errorf("%q and %d days are %q, want %q", test.from, test.days, got, test.want)
		}
	}
	months := []struct {
		from   hub.Date
		months int
		want   hub.Date
	}{
		{"2023-01-31", 1, "2023-02-28"}, // the last day of a shorter month
		{"2024-01-31", 1, "2024-02-29"},
		{"2024-03-31", -1, "2024-02-29"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-12-15", 1, "2025-01-15"},
		{"2024-01-15", -13, "2022-12-15"},
		{"2999-12-31", 12, "3000-12-31"},
		{"2999-12-31", 12 * 7001, ""}, // the year 10000
		{"1000-01-01", -12 * 1000, ""},
		{"2020-01-01", math.MaxInt, ""},
		{"", 5, ""},
	}
	for _, test := range months {
		if got := test.from.AddMonths(test.months); got != test.want {
			t.Errorf("%q and %d months are %q, want %q", test.from, test.months, got, test.want)
		}
	}
	midnight := time.Date(2024, 3, 31, 23, 30, 0, 0, time.UTC)
	if got := hub.DateOf(midnight); got != "2024-03-31" {
		t.Errorf("in UTC the day is %s", got)
	}
	if got := hub.DateOf(midnight.In(time.FixedZone("", 2*60*60))); got != "2024-04-01" {
		t.Errorf("two hours east the day is %s", got)
	}
}

func TestDateInForce(t *testing.T) {
	tests := []struct {
		day, from, to hub.Date
		want          bool
	}{
		{"2020-01-01", "2020-01-01", "2021-01-01", true},
		{"2021-01-01", "2020-01-01", "2021-01-01", false}, // half open
		{"2019-12-31", "2020-01-01", "", false},
		{"2999-12-31", "2020-01-01", "", true},
		{"1000-01-01", "", "2021-01-01", true},
		{"2020-01-01", "", "", true},
		{"2020-01-01", "2020-01-01", "2020-01-01", false}, // an empty interval
	}
	for _, test := range tests {
		if got := test.day.InForce(test.from, test.to); got != test.want {
			t.Errorf("%s in [%s, %s) is %t", test.day, test.from, test.to, got)
		}
	}
}

func TestParseMoney(t *testing.T) {
	tests := []struct {
		text  string
		cents hub.Money
		shown string
	}{
		{"60000", 60_000 * 100, "60000.00"},
		{"1234.5", 1234*100 + 50, "1234.50"},
		{"0.01", 1, "0.01"},
		{"-0.05", -5, "-0.05"},
		{"-0", 0, "0.00"},
		{"007", 700, "7.00"},
		{"92233720368547758.07", math.MaxInt64, "92233720368547758.07"},
		{"-92233720368547758.08", math.MinInt64, "-92233720368547758.08"},
	}
	for _, test := range tests {
		if m, err := hub.ParseMoney(test.text); err != nil || m != test.cents || m.String() != test.shown {
			t.Errorf("%q is %d cents, shown as %s, %v", test.text, m, m, err)
		}
	}
	for _, s := range []string{"", "-", ".", ".5", "5.", "1.234", "1e3", "+1", "--1", "1,5", "1 000", "٣", "0x1", "NaN", "92233720368547758.08", "-92233720368547758.09", strings.Repeat("9", 400)} {
		if m, err := hub.ParseMoney(s); err == nil || hub.CodeOf(err) != hub.BadUserInput || len(err.Error()) > 200 {
			t.Errorf("%q gives %d, %v", s, m, err)
		}
	}
}

func TestParseRatio(t *testing.T) {
	tests := []struct {
		text      string
		millionth hub.Ratio
		shown     string
	}{
		{"0.25", 250_000, "0.25"},
		{"1", 1_000_000, "1"},
		{"0.333333", 333_333, "0.333333"},
		{"0.000001", 1, "0.000001"},
		{"0.100000", 100_000, "0.1"},
		{"0", 0, "0"},
	}
	for _, test := range tests {
		if r, err := hub.ParseRatio(test.text); err != nil || r != test.millionth || r.String() != test.shown {
			t.Errorf("%q is %d millionths, shown as %s, %v", test.text, r, r, err)
		}
	}
	if r, err := hub.ParseRatio("0.3333333"); err == nil {
		t.Errorf("seven digits give %d", r)
	}
}

func TestScalarsInGraphQL(t *testing.T) {
	written := []struct {
		value interface{ MarshalGQL(io.Writer) }
		want  string
	}{
		{hub.Money(6_000_000), `"60000.00"`},
		{hub.Ratio(250_000), `"0.25"`},
		{hub.Date("2024-01-31"), `"2024-01-31"`},
		{hub.Date(""), `null`},
		{hub.Text(""), `null`},
		{hub.Text("<é>\x00\t\"\\\u2028"), `"<é>\u0000\t\"\\` + "\u2028" + `"`},
		{hub.Tri(""), `"UNKNOWN"`},
		{hub.TriYes, `"YES"`},
		{hub.OrganisationKind(""), `null`},
	}
	for _, test := range written {
		if got := marshal(test.value); got != test.want {
			t.Errorf("%#v is written as %s, want %s", test.value, got, test.want)
		}
	}
	for _, v := range []any{"12.5", json.Number("12.5")} {
		if m := hub.Money(0); m.UnmarshalGQL(v) != nil || m != 1250 {
			t.Errorf("%#v is read as %d", v, m)
		}
	}
	for _, v := range []any{int64(12), 12, 12.0, json.Number("12")} {
		if m := hub.Money(0); m.UnmarshalGQL(v) != nil || m != 1200 {
			t.Errorf("%#v is read as %d", v, m)
		}
	}
	for _, v := range []any{12.5, 1e300, math.NaN(), math.Inf(1), true, nil, json.Number("1e2")} {
		m, r := hub.Money(0), hub.Ratio(0)
		if hub.CodeOf(m.UnmarshalGQL(v)) != hub.BadUserInput || hub.CodeOf(r.UnmarshalGQL(v)) != hub.BadUserInput {
			t.Errorf("%#v is read as %d and %d", v, m, r)
		}
	}
	for _, v := range []any{"2024-02-30", 20240101, nil} {
		if d := hub.Date(""); hub.CodeOf(d.UnmarshalGQL(v)) != hub.BadUserInput {
			t.Errorf("%#v is read as %q", v, d)
		}
	}
	if x := hub.Text(""); hub.CodeOf(x.UnmarshalGQL(7)) != hub.BadUserInput || x.UnmarshalGQL("a") != nil || x != "a" {
		t.Errorf("a text is read as %q", x)
	}
	if k := hub.OrganisationKind(""); hub.CodeOf(k.UnmarshalGQL("enterprise")) != hub.BadUserInput || k.UnmarshalGQL("ENTERPRISE") != nil || k != hub.KindEnterprise {
		t.Errorf("a code is read as %q", k)
	}
}

// What is written of any text is JSON, and reads back as the same text.
func TestTextIsWrittenAsJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes")) + rapid.String().Draw(t, "text") + "."
		var back string
		if err := json.Unmarshal([]byte(marshal(hub.Text(s))), &back); err != nil {
			t.Fatal(err)
		}
		if want := strings.ToValidUTF8(s, "\ufffd"); back != want {
			t.Fatalf("%q reads back as %q", want, back)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2024-02-29", "2023-02-29", "0000-00-00", "2999-12-31", "1-1-1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := hub.ParseDate(s)
		if err != nil {
			return
		}
		day, err := time.Parse(time.DateOnly, s)
		if err != nil || hub.DateOf(day) != d || string(d) != s || d.AddDays(1).AddDays(-1) != d {
			t.Errorf("%q is read as %q, %v", s, d, err)
		}
	})
}

func FuzzParseMoney(f *testing.F) {
	for _, s := range []string{"60000.00", "-0.5", "1.234", "92233720368547758.08", "-92233720368547758.08", "1e9"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := hub.ParseMoney(s)
		if err != nil {
			return
		}
		if back, err := hub.ParseMoney(m.String()); err != nil || back != m {
			t.Errorf("%q is %d, shown as %s, read back as %d, %v", s, m, m, back, err)
		}
		if r, err := hub.ParseRatio(s); err == nil {
			if back, err := hub.ParseRatio(r.String()); err != nil || back != r {
				t.Errorf("%q is %d, shown as %s, read back as %d, %v", s, r, r, back, err)
			}
		}
	})
}
