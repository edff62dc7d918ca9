package hub

import (
	"fmt"
	"math"
	"math/big"
	"os"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestReadDate(t *testing.T) {
	flags := func(codes ...FlagCode) []FlagCode { return codes }
	impossible := DateReading{Flags: flags(FlagDateImpossible)}
	day := func(d Date, codes ...FlagCode) DateReading { return DateReading{d, PrecisionDay, codes} }
	for _, c := range []struct {
		raw  string
		want DateReading
	}{
		{"2019-04-25", day("2019-04-25")},
		{" 2019-04-25\u00A0", day("2019-04-25")},
		{"2019-04-25+02:00", day("2019-04-25")},
		{"2019-04-25-0600", day("2019-04-25")},
		{"2019-04-25Z", day("2019-04-25")},
		{"2019-04-25T23:30:00.000+02:00", day("2019-04-25")},
		{"2019-04-25T23:30:00Z", day("2019-04-25")},
		{"2019-04-25 10:00:00+00", day("2019-04-25")},
		{"2016-02-29", day("2016-02-29")},
		{"1000-01-01", day("1000-01-01")},
		{"2999-12-31", day("2999-12-31")},

		{"05/12/2016", day("2016-12-05", FlagDateCleaned)},
		{"5.2.2016", day("2016-02-05", FlagDateCleaned)},
		{"31-12-2016 00:00", day("2016-12-31", FlagDateCleaned)},
		{"2016/12/05", day("2016-12-05", FlagDateCleaned)},
		{"2016-3-7", day("2016-03-07", FlagDateCleaned)},

		{"2014", DateReading{"2014-01-01", PrecisionYear, flags(FlagDatePartial)}},
		{"2014-02", DateReading{"2014-02-01", PrecisionMonth, flags(FlagDatePartial)}},
		{"02/2014", DateReading{"2014-02-01", PrecisionMonth, flags(FlagDateCleaned, FlagDatePartial)}},

		{"", DateReading{}},
		{" \t", DateReading{}},
		{"2017-30-05", impossible},
		{"2015-02-29", impossible},
		{"2015-02-00", impossible},
		{"12/31/2016", impossible}, // month 31
		{"0001-01-01", impossible},
		{"3000-01-01", impossible},
		{"0999", impossible},
		{"05/12/16", impossible},
		{"2014-13", impossible},
		{"2016-12-05-06", impossible},
		{"NC", impossible},
		{"5 décembre 2016", impossible},
	} {
		if got := ReadDate(c.raw); fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("ReadDate(%q) = %+v, want %+v", c.raw, got, c.want)
		}
	}
}

// TestReadDateOfEveryForm writes any day in each form and reads it back.
func TestReadDateOfEveryForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := time.Date(1000, 1, 1, 0, 0, 0, 0, time.UTC)
		d := start.AddDate(0, 0, rapid.IntRange(0, 2000*365).Draw(t, "day"))
		want := DateOf(d)
		for _, layout := range []string{"2006-01-02", "2006-01-02T15:04:05Z07:00", "02/01/2006", "2/1/2006", "2006-1-2", "02.01.2006"} {
			if got := ReadDate(d.Format(layout)); got.Day != want || got.Precision != PrecisionDay {
				t.Fatalf("%q is read as %+v", d.Format(layout), got)
			}
		}
	})
}

func TestReadPeriod(t *testing.T) {
	for _, c := range []struct {
		name, from, to, want string
	}{
		{"in order", "2016-12-05", "2017-12-05", "2016-12-05 2017-12-05 []"},
		{"one day", "2016-12-05", "2016-12-05", "2016-12-05 2016-12-05 []"},
		{"reversed", "2017-12-05", "2016-12-05", "  [PERIOD_REVERSED]"},
		{"reversed by the year alone", "2017-01", "2016", "  [PERIOD_REVERSED]"},
		{"a month of the year it ends in", "2017-06", "2017", "2017-06-01 2017-01-01 []"},
		{"no end", "2017-06-01", "", "2017-06-01  []"},
		{"no start", "", "2017-06-01", " 2017-06-01 []"},
		{"impossible end", "2017-06-01", "2017-30-05", "2017-06-01  []"},
	} {
		got := ReadPeriod(c.from, c.to)
		if s := fmt.Sprintf("%s %s %v", got.From.Day, got.To.Day, got.Flags); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}

func TestSplitPeriod(t *testing.T) {
	for raw, want := range map[string][2]string{
		"2016-12-05/2017-12-05": {"2016-12-05", "2017-12-05"},
		"2017-06-27_2018-06-27": {"2017-06-27", "2018-06-27"},
		"05/12/2016/05/12/2017": {"05/12/2016", "05/12/2017"},
		"05/12/2016_05/12/2017": {"05/12/2016", "05/12/2017"},
		"2017-02-13":            {"2017-02-13", ""},
		"05/12/2016":            {"05/12/2016", ""},
		"12/2016":               {"12/2016", ""},
		"2016-12-05/":           {"2016-12-05", ""},
		"/2017":                 {"", "2017"},
		"":                      {"", ""},
	} {
		if from, to := SplitPeriod(raw); from != want[0] || to != want[1] {
			t.Errorf("SplitPeriod(%q) = %q, %q, want %q", raw, from, to, want)
		}
	}
}

func TestReadAmount(t *testing.T) {
	clean := func(cents Money) AmountReading { return AmountReading{cents, true, nil} }
	cleaned := func(cents Money) AmountReading { return AmountReading{cents, true, []FlagCode{FlagAmountCleaned}} }
	missing := AmountReading{Flags: []FlagCode{FlagAmountMissing}}
	implausible := AmountReading{Flags: []FlagCode{FlagAmountImplausible}}
	for _, c := range []struct {
		raw  string
		want AmountReading
	}{
		{"80000", clean(80_000_00)},
		{"23465.87", clean(23_465_87)},
		{"25.0", clean(25_00)},
		{"1", clean(1_00)},
		{"0080", clean(80_00)},
		{"1.2E+6", clean(1_200_000_00)},
		{"1.2345e4", clean(12_345_00)},
		{"8000000E-2", clean(80_000_00)},
		{"10000000000", clean(10_000_000_000_00)},
		{"9007199254740993e-7", cleaned(900_719_925_47)}, // 900719925.4740993

		{"100000,1", cleaned(100_000_10)},
		{"1 234 567,89 €", cleaned(1_234_567_89)},
		{"1\u00A0234\u202F567", cleaned(1_234_567_00)},
		{"€ 12,50", cleaned(12_50)},
		{"12.50 EUR", cleaned(12_50)},
		{"300 euros", cleaned(300_00)},
		{"1.234.567,8", cleaned(1_234_567_80)},
		{"1,234,567.8", cleaned(1_234_567_80)},
		{"1.234.567", cleaned(1_234_567_00)},
		{"1'234'567.80", cleaned(1_234_567_80)},
		{" 12", cleaned(12_00)},
		{"+12", cleaned(12_00)},
		{"12.", cleaned(12_00)},
		{"12.344", cleaned(12_34)},
		{"12.345", cleaned(12_35)},
		{"12.3449999999999999999", cleaned(12_34)},
		{"10.000", cleaned(10_00)}, // doubtful: flagged
		{"0.999", cleaned(1_00)},   // 0.999 rounds to 1.00

		{"", missing},
		{"0", missing},
		{"0,00 €", missing},
		{"0.99", missing},
		{".5", missing},
		{"-500", missing},
		{"NC", missing},
		{"12 5000", missing},
		{"1e", missing},
		{"1e+-5", missing},
		{"1e-999999999999999999999", missing},
		{"80000 40000", missing},
		{"1,2,3", missing},
		{".", missing},

		{"10000000000.01", implausible},
		{"1e17", implausible},
		{"100000000000000000", implausible},
		{"1e999999999999999999999", implausible},
		{"0e999999999", missing},
	} {
		if got := ReadAmount(c.raw); fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("ReadAmount(%q) = %+v, want %+v", c.raw, got, c.want)
		}
	}
}

// TestReadAmountIsExact compares with rational arithmetic: round half away
// from zero, then the two limits.
func TestReadAmountIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := rapid.StringMatching(`[0-9]{1,16}(\.[0-9]{1,12})?([eE][+-]?[0-9]{1,2})?`).Draw(t, "number")
		exact, ok := new(big.Rat).SetString(raw)
		if !ok {
			t.Fatalf("%q is no number", raw)
		}
		// cents = floor(2·100·x + 1) / 2, halves going up
		twice := exact.Mul(exact, big.NewRat(200, 1))
		twice.Add(twice, big.NewRat(1, 1))
		cents := new(big.Int).Quo(twice.Num(), twice.Denom())
		cents.Rsh(cents, 1)
		got := ReadAmount(raw)
		if want := cents.Cmp(big.NewInt(1_00)) >= 0 && cents.Cmp(big.NewInt(int64(maxAmount))) <= 0; got.OK != want {
			t.Fatalf("ReadAmount(%q) = %+v, exactly %v cents", raw, got, cents)
		}
		if got.OK && int64(got.Cents) != cents.Int64() {
			t.Fatalf("ReadAmount(%q) = %d, exactly %v cents", raw, got.Cents, cents)
		}
	})
}

// TestReadAmountAsPeopleWriteIt writes amounts the French way and reads them
// back.
func TestReadAmountAsPeopleWriteIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cents := Money(rapid.Int64Range(1_00, int64(maxAmount)).Draw(t, "cents"))
		blank := rapid.SampledFrom([]string{" ", "\u00A0", "\u202F", "."}).Draw(t, "blank")
		whole, frac, _ := strings.Cut(cents.String(), ".")
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + blank + whole[i:]
		}
		got := ReadAmount(whole + "," + frac + " €")
		if got.Cents != cents || len(got.Flags) != 1 || got.Flags[0] != FlagAmountCleaned {
			t.Fatalf("%s,%s € is read as %+v", whole, frac, got)
		}
	})
}

func TestReadShare(t *testing.T) {
	share := func(r Ratio) ShareReading { return ShareReading{r, true, nil} }
	percent := func(r Ratio) ShareReading { return ShareReading{r, true, []FlagCode{FlagShareAsPercent}} }
	unreadable := ShareReading{Flags: []FlagCode{FlagShareUnreadable}}
	for _, c := range []struct {
		raw  string
		want ShareReading
	}{
		{"1", share(1_000_000)},
		{"0.8", share(800_000)},
		{"0,5", share(500_000)},
		{"0.01", share(10_000)},
		{"0.3333333", share(333_333)},
		{"100", percent(1_000_000)},
		{"80", percent(800_000)},
		{"33,333333", percent(333_333)},
		{"1.5", percent(15_000)},
		{"1 %", percent(10_000)},
		{"50%", percent(500_000)},
		{"", ShareReading{}},
		{"0", unreadable},
		{"-0.5", unreadable},
		{"100.1", unreadable},
		{"1e30", unreadable},
		{"moitié", unreadable},
	} {
		if got := ReadShare(c.raw); fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("ReadShare(%q) = %+v, want %+v", c.raw, got, c.want)
		}
	}
}

func TestReadDuration(t *testing.T) {
	months := func(n int) DurationReading { return DurationReading{n, true, nil} }
	cleaned := func(n int) DurationReading { return DurationReading{n, n > 0, []FlagCode{FlagDurationCleaned}} }
	for _, c := range []struct {
		raw  string
		want DurationReading
	}{
		{"12", months(12)}, {"12.0", months(12)}, {"1200", months(1200)},
		{"12.4", cleaned(12)}, {"12,5", cleaned(13)}, {"24 mois", cleaned(24)},
		{"", DurationReading{}},
		{"NC", cleaned(0)}, {"0", cleaned(0)}, {"-3", cleaned(0)}, {"1201", cleaned(0)}, {"9e99", cleaned(0)},
	} {
		if got := ReadDuration(c.raw); fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("ReadDuration(%q) = %+v, want %+v", c.raw, got, c.want)
		}
	}
}

func TestMonthsOfDays(t *testing.T) {
	for days, want := range map[int]int{
		1189: 39, // 1189 / 30.5 = 38.98
		365:  12, // 11.97
		61:   2,
		30:   1, // 0.98
		16:   1, // 0.52
		15:   0, // 0.49
		0:    0,
		-40:  0,
	} {
		if got := MonthsOfDays(days); got != want {
			t.Errorf("%d days are %d months, want %d", days, got, want)
		}
	}
	if got := MonthsOfDays(math.MaxInt); got <= 0 {
		t.Errorf("the longest duration overflows: %d", got)
	}
}

// TestRawValuesOfTheSamples counts what the valid sample must show
// (exchange.md §6).
func TestRawValuesOfTheSamples(t *testing.T) {
	const file = "../../shared/data/subventions/scdl_exemple_valide_antibes.csv"
	if _, err := os.Stat(file); err != nil {
		t.Skip("no sample data beside the repository")
	}
	var total Money
	for _, raw := range csvColumn(t, file, "montant") {
		total += ReadAmount(raw).Cents
	}
	if total != 2_821_393_50 {
		t.Errorf("the amounts sum to %s, want 2821393.50", total)
	}
	counts := map[FlagCode]int{}
	for _, raw := range csvColumn(t, file, "datesPeriodeVersement") {
		p := ReadPeriod(SplitPeriod(raw))
		for _, code := range append(append(p.Flags, p.From.Flags...), p.To.Flags...) {
			counts[code]++
		}
	}
	for _, raw := range csvColumn(t, file, "dateConvention") {
		for _, code := range ReadDate(raw).Flags {
			counts[code]++
		}
	}
	if got, want := fmt.Sprint(counts), fmt.Sprint(map[FlagCode]int{FlagDateImpossible: 1, FlagPeriodReversed: 3}); got != want {
		t.Errorf("flags %s, want %s", got, want)
	}
}

func FuzzReadDate(f *testing.F) {
	for _, raw := range []string{"2019-04-25+02:00", "05/12/2016", "2014-02", "2014", "2017-30-05", "2016-12-05/2017-12-05", "\xff", ""} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		got := ReadDate(raw)
		if got.Day == "" {
			if blank := strings.TrimFunc(raw, invisible) == ""; blank != (got.Flags == nil) || got.Precision != "" {
				t.Fatalf("ReadDate(%q) = %+v", raw, got)
			}
		} else {
			if _, err := ParseDate(string(got.Day)); err != nil {
				t.Fatalf("ReadDate(%q) = %+v: %v", raw, got, err)
			}
			if again := ReadDate(string(got.Day[:got.Precision.length()])); again.Day != got.Day || again.Precision != got.Precision {
				t.Fatalf("ReadDate(%q) = %+v, read again %+v", raw, got, again)
			}
		}
		p := ReadPeriod(SplitPeriod(raw))
		if p.Flags != nil && (p.From.Day != "" || p.To.Day != "") {
			t.Fatalf("period %q = %+v", raw, p)
		}
	})
}

func FuzzReadAmount(f *testing.F) {
	for _, raw := range []string{"80000", "1 234 567,89 €", "1.2E+6", "1e17", "-0", "1.234.567,8", "\u00A012", "1e-999999999999999999999", "€", ".", ""} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		got := ReadAmount(raw)
		if got.OK != (got.Cents >= 1_00 && got.Cents <= maxAmount) || !got.OK && (got.Cents != 0 || len(got.Flags) != 1) {
			t.Fatalf("ReadAmount(%q) = %+v", raw, got)
		}
		if again := ReadAmount(got.Cents.String()); got.OK && (again.Cents != got.Cents || again.Flags != nil) {
			t.Fatalf("ReadAmount(%q) = %+v, read again %+v", raw, got, again)
		}
	})
}

func FuzzReadShare(f *testing.F) {
	for _, raw := range []string{"0,5", "100", "33.333 %", "1.0000001", "0.0000001", "-1", ""} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		got := ReadShare(raw)
		if got.OK != (got.Share > 0) || got.Share < 0 || got.Share > 1_000_000 {
			t.Fatalf("ReadShare(%q) = %+v", raw, got)
		}
		if again := ReadShare(got.Share.String()); got.OK && (again.Share != got.Share || again.Flags != nil) {
			t.Fatalf("ReadShare(%q) = %+v, read again %+v", raw, got, again)
		}
	})
}

func FuzzReadDuration(f *testing.F) {
	for _, raw := range []string{"12", "NC", "0", "12,5", "24 mois", "1e400", ""} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		got := ReadDuration(raw)
		if got.OK != (got.Months > 0) || got.Months < 0 || got.Months > maxMonths {
			t.Fatalf("ReadDuration(%q) = %+v", raw, got)
		}
		if again := ReadDuration(fmt.Sprint(got.Months)); got.OK && (again.Months != got.Months || again.Flags != nil) {
			t.Fatalf("ReadDuration(%q) = %+v, read again %+v", raw, got, again)
		}
	})
}
