package hub

import (
	"regexp"
	"strconv"
	"strings"
)

// The readers of this file take dates, amounts, shares and durations as files
// give them. They refuse nothing: what cannot be used comes back empty with the
// code that says why, and the caller keeps the raw text in a flag. A blank text
// is a value that is not stated.

// DatePrecision is how much of a date was stated.
type DatePrecision string

// The precisions of a date.
const (
	PrecisionDay   DatePrecision = "DAY"
	PrecisionMonth DatePrecision = "MONTH"
	PrecisionYear  DatePrecision = "YEAR"
)

// length is how much of an ISO day the precision keeps.
func (p DatePrecision) length() int {
	switch p {
	case PrecisionYear:
		return len("2006")
	case PrecisionMonth:
		return len("2006-01")
	}
	return len("2006-01-02")
}

// DateReading is what could be made of a date as received.
type DateReading struct {
	// Day is the day stated, or the first day of the month or year stated;
	// empty when there is none.
	Day Date
	// Precision is empty when Day is.
	Precision DatePrecision
	Flags     []FlagCode
}

// A time of the day or a zone after a full date says nothing about a day of the
// calendar and is passed over. A zone of hours alone needs a time before it.
const timeAndZone = `(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:[+-]\d{2})?)? ?(?:Z|[+-]\d{2}:?\d{2})?`

var (
	yearFirst = regexp.MustCompile(`^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})` + timeAndZone + `)?)?$`)
	dayFirst  = regexp.MustCompile(`^(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})(?:` + timeAndZone + `)?$`)
)

// ReadDate reads a day (2016-12-05, also with a time or a zone behind it; or
// 05/12/2016, day first, DATE_CLEANED), a month or a year (2014-02, 2014:
// DATE_PARTIAL). A day that the calendar lacks, a year outside 1000 to 2999 and
// any other text is DATE_IMPOSSIBLE.
func ReadDate(raw string) DateReading {
	text := strings.TrimFunc(raw, invisible)
	if text == "" {
		return DateReading{}
	}
	var year, month, day string
	if m := yearFirst.FindStringSubmatch(text); m != nil {
		year, month, day = m[1], m[2], m[3]
	} else if m := dayFirst.FindStringSubmatch(text); m != nil {
		year, month, day = m[3], m[2], m[1]
	}
	reading := DateReading{Precision: PrecisionDay}
	if day == "" {
		reading.Precision = PrecisionMonth
	}
	if month == "" {
		reading.Precision = PrecisionYear
	}
	date, err := ParseDate(year + "-" + twoDigits(month) + "-" + twoDigits(day))
	if err != nil {
		return DateReading{Flags: []FlagCode{FlagDateImpossible}}
	}
	reading.Day = date
	if !strings.HasPrefix(text, string(date[:reading.Precision.length()])) {
		reading.Flags = append(reading.Flags, FlagDateCleaned)
	}
	if reading.Precision != PrecisionDay {
		reading.Flags = append(reading.Flags, FlagDatePartial)
	}
	return reading
}

// twoDigits writes the number of a month or a day; a missing one is the first.
func twoDigits(s string) string {
	switch len(s) {
	case 0:
		return "01"
	case 1:
		return "0" + s
	}
	return s
}

// PeriodReading is what could be made of the two ends of a period. The flags of
// each end are its own; Flags holds those of the period.
type PeriodReading struct {
	From, To DateReading
	Flags    []FlagCode
}

// ReadPeriod reads the ends of a period. When it ends before it starts neither
// day is used: PERIOD_REVERSED. Partial dates are compared as far as both are
// stated, so 2017-06 to 2017 is in order.
func ReadPeriod(rawFrom, rawTo string) PeriodReading {
	p := PeriodReading{From: ReadDate(rawFrom), To: ReadDate(rawTo)}
	if p.From.Day == "" || p.To.Day == "" {
		return p
	}
	n := min(p.From.Precision.length(), p.To.Precision.length())
	if p.From.Day[:n] > p.To.Day[:n] {
		p.From.Day, p.From.Precision = "", ""
		p.To.Day, p.To.Precision = "", ""
		p.Flags = []FlagCode{FlagPeriodReversed}
	}
	return p
}

// SplitPeriod parts a period written as one text, 2016-12-05/2017-12-05 or with
// an underscore; one date alone is the start.
func SplitPeriod(raw string) (from, to string) {
	if from, to, ok := strings.Cut(raw, "_"); ok {
		return from, to
	}
	slashes := strings.Count(raw, "/")
	if slashes%2 == 0 || ReadDate(raw).Day != "" {
		return raw, ""
	}
	at := -1
	for range slashes/2 + 1 { // the middle one: dates may hold slashes too
		at += 1 + strings.IndexByte(raw[at+1:], '/')
	}
	return raw[:at], raw[at+1:]
}

// maxAmount is the largest plausible amount, 10 billion.
const maxAmount Money = 10_000_000_000_00

// AmountReading is what could be made of an amount as received.
type AmountReading struct {
	// Cents is the exact amount, zero unless OK.
	Cents Money
	// OK says that there is an amount that sums may use.
	OK    bool
	Flags []FlagCode
}

// ReadAmount reads an amount exactly, never through a float: 80000, 23465.87,
// 1.2E+6, and what people write: 100 000,10 €, 1.234.567,89 (AMOUNT_CLEANED, as
// is an amount of more than two decimals, rounded half away from zero). A lone
// comma or point is the decimal sign. No number, and less than 1, is
// AMOUNT_MISSING; more than 10 billion AMOUNT_IMPLAUSIBLE.
func ReadAmount(raw string) AmountReading {
	d, ok := readDecimal(raw, "€", "EUR", "euros", "euro")
	if !ok || d.negative {
		return AmountReading{Flags: []FlagCode{FlagAmountMissing}}
	}
	cents, fits := d.scaled(2)
	switch {
	case !fits || Money(cents) > maxAmount:
		return AmountReading{Flags: []FlagCode{FlagAmountImplausible}}
	case cents < 1_00:
		return AmountReading{Flags: []FlagCode{FlagAmountMissing}}
	}
	reading := AmountReading{Cents: Money(cents), OK: true}
	if d.cleaned || d.decimals() > 2 {
		reading.Flags = []FlagCode{FlagAmountCleaned}
	}
	return reading
}

// ShareReading is what could be made of a share as received.
type ShareReading struct {
	// Share is in millionths, zero unless OK.
	Share Ratio
	OK    bool
	Flags []FlagCode
}

// ReadShare reads a share of a whole: 0.8 or 0,8. With a % sign, and over 1 up
// to 100, it is a percentage: SHARE_AS_PERCENT. One is the whole. What is no
// share is SHARE_UNREADABLE.
func ReadShare(raw string) ShareReading {
	if strings.TrimFunc(raw, invisible) == "" {
		return ShareReading{}
	}
	d, ok := readDecimal(raw, "%")
	share, fits := d.scaled(6)
	percent := d.unit || share > 1_000_000
	if percent {
		share, fits = d.scaled(4)
	}
	if !ok || !fits || d.negative || share < 1 || share > 1_000_000 {
		return ShareReading{Flags: []FlagCode{FlagShareUnreadable}}
	}
	reading := ShareReading{Share: Ratio(share), OK: true}
	if percent {
		reading.Flags = []FlagCode{FlagShareAsPercent}
	}
	return reading
}

// maxMonths is a century: the longest French lease runs 99 years.
const maxMonths = 1200

// DurationReading is what could be made of a duration as received.
type DurationReading struct {
	// Months is at least 1 when OK, else zero.
	Months int
	OK     bool
	Flags  []FlagCode
}

// ReadDuration reads a number of months. NC, 0 and what else is no duration
// are unknown, and a part of a month is rounded, half up: DURATION_CLEANED.
func ReadDuration(raw string) DurationReading {
	if strings.TrimFunc(raw, invisible) == "" {
		return DurationReading{}
	}
	d, ok := readDecimal(raw, "mois")
	months, _ := d.scaled(0)
	if millionths, fits := d.scaled(6); ok && fits && !d.negative && months >= 1 && months <= maxMonths {
		reading := DurationReading{Months: int(months), OK: true}
		if d.cleaned || millionths != months*1_000_000 {
			reading.Flags = []FlagCode{FlagDurationCleaned}
		}
		return reading
	}
	return DurationReading{Flags: []FlagCode{FlagDurationCleaned}}
}

// MonthsOfDays turns a duration in days into months of 30.5 days, rounded
// (1189 days are 39 months); 15 days and less give 0.
func MonthsOfDays(days int) int {
	days = max(days, 0)
	return days/61*2 + (days%61*4+61)/122 // 61 days are two months; days/30.5 + 1/2
}

// decimal is a number as written, exactly: 0.digits × 10^point.
type decimal struct {
	digits   string // without leading zeros
	point    int
	negative bool
	// unit says that one of the units stood beside the number.
	unit bool
	// cleaned says that the text was not a plain number.
	cleaned bool
}

// scaled is the number in units of 10^-places, rounded half away from zero,
// without its sign. It tells when that exceeds 18 digits.
func (d decimal) scaled(places int) (n int64, fits bool) {
	keep := d.point + places
	switch {
	case d.digits == "" || keep < 0:
		return 0, true
	case keep > 18:
		return 0, false
	}
	for i := range keep {
		n *= 10
		if i < len(d.digits) {
			n += int64(d.digits[i] - '0')
		}
	}
	if keep < len(d.digits) && d.digits[keep] >= '5' {
		n++
	}
	return n, true
}

// decimals is how many digits are written after the point.
func (d decimal) decimals() int { return len(d.digits) - d.point }

// readDecimal reads a number, with one of the units before or behind it.
func readDecimal(raw string, units ...string) (decimal, bool) {
	var d decimal
	text := strings.TrimFunc(raw, invisible)
	text, d.unit = withoutUnit(text, units)
	text, d.negative = strings.CutPrefix(text, "-")
	text = strings.TrimPrefix(text, "+")
	mantissa, exponent := text, ""
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		mantissa, exponent = text[:i], text[i:]
	}
	whole, frac, ok := splitMantissa(mantissa)
	shift, valid := readExponent(exponent)
	if !ok || !valid {
		return decimal{}, false
	}
	plain := whole + exponent
	if frac != "" {
		plain = whole + "." + frac + exponent
	}
	if d.negative {
		plain = "-" + plain
	}
	d.cleaned = plain != raw
	d.digits = strings.TrimLeft(whole+frac, "0")
	d.point = len(whole) + shift - (len(whole+frac) - len(d.digits))
	return d, true
}

// withoutUnit takes off the first unit found at either end, in any case.
func withoutUnit(s string, units []string) (string, bool) {
	for _, unit := range units {
		n := len(s) - len(unit)
		switch {
		case n < 0:
		case strings.EqualFold(s[n:], unit):
			return strings.TrimRightFunc(s[:n], invisible), true
		case strings.EqualFold(s[:len(unit)], unit):
			return strings.TrimLeftFunc(s[len(unit):], invisible), true
		}
	}
	return s, false
}

// readExponent reads E+6 as 6. Exponents beyond any number of ours are cut to
// a million: the result is too large or rounds to zero all the same.
func readExponent(s string) (int, bool) {
	if s == "" {
		return 0, true
	}
	const limit = 1_000_000
	negative := strings.HasPrefix(s[1:], "-")
	digits := strings.TrimLeft(s[1:], "+-")
	if digits == "" || !allDigits(digits) || len(s)-len(digits) > len("e+") {
		return 0, false
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n > limit {
		n = limit
	}
	if negative {
		n = -n
	}
	return n, true
}

// splitMantissa parts a number at its decimal sign and drops the signs between
// its groups of three digits. A sign that stands once is the decimal sign, of
// comma and point the later one.
func splitMantissa(s string) (whole, frac string, ok bool) {
	at := strings.LastIndexAny(s, ".,")
	if at >= 0 && strings.Count(s, s[at:at+1]) > 1 {
		at = -1 // 1.234.567: it groups
	}
	whole = s
	if at >= 0 {
		whole, frac = s[:at], s[at+1:]
	}
	if !allDigits(frac) || whole+frac == "" {
		return "", "", false
	}
	whole, ok = joinGroups(whole)
	return whole, frac, ok
}

// joinGroups joins groups of three digits (the first may be shorter) that are
// parted by blanks, points, commas or apostrophes.
func joinGroups(s string) (string, bool) {
	switch {
	case s == "":
		return "0", true
	case allDigits(s):
		return s, true
	}
	groups := strings.FieldsFunc(s, func(r rune) bool {
		return invisible(r) || r == '.' || r == ',' || r == '\'' || r == '’'
	})
	for i, group := range groups {
		if !allDigits(group) || len(group) > 3 || i > 0 && len(group) < 3 {
			return "", false
		}
	}
	return strings.Join(groups, ""), len(groups) > 0
}
