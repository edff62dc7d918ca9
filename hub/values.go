package hub

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Text is optional text: empty means "not stated", and shows as null.
type Text string

// Date is a day written as in ISO 8601 (2014-05-01), so that dates compare as
// text. Empty means unknown, and shows as null. A date received with less
// precision (2014, 2014-05) holds the first day; the raw value stays in a flag
// of its record.
type Date string

// Money is an exact amount in cents. Shown as a decimal string: "60000.00".
type Money int64

// Ratio is a share in millionths (250000 is a quarter), shown as "0.25".
type Ratio int64

// ParseDate reads an ISO day of the years 1000 to 2999 and nothing else.
func ParseDate(s string) (Date, error) {
	if len(s) == len("2006-01-02") && s[0] >= '1' && s[0] <= '2' {
		if _, err := time.Parse(time.DateOnly, s); err == nil {
			return Date(s), nil
		}
	}
	return "", &Error{Code: BadUserInput, Msg: fmt.Sprintf("%q is not a date: expected a day such as 2024-01-31", Clip(s, 40))}
}

// DateOf is the calendar day of t in t's own location.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// AddDays moves a date; the unknown date stays unknown, and a day outside the
// years 1 to 9999 becomes unknown.
func (d Date) AddDays(n int) Date {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return d
	}
	return fourDigitYear(t.AddDate(0, 0, n))
}

// AddMonths moves a date by calendar months; a day that the month does not have
// becomes its last day (31 January and one month is the last of February). Days
// out of range are as in AddDays.
func (d Date) AddMonths(n int) Date {
	const tenThousandYears = 12 * 10_000
	t, err := time.Parse(time.DateOnly, string(d))
	switch {
	case err != nil:
		return d
	case n < -tenThousandYears || n > tenThousandYears:
		return ""
	}
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return fourDigitYear(first.AddDate(0, 0, min(t.Day(), last)-1))
}

// fourDigitYear is the day of t; unknown when its year does not have the four
// digits by which dates compare as text.
func fourDigitYear(t time.Time) Date {
	if t.Year() < 1 || t.Year() > 9999 {
		return ""
	}
	return DateOf(t)
}

// InForce reports whether [from, to) holds the day; an unknown end is open.
func (d Date) InForce(from, to Date) bool {
	return (from == "" || from <= d) && (to == "" || d < to)
}

// ParseMoney reads a decimal with at most two digits after the point.
func ParseMoney(s string) (Money, error) {
	n, err := parseScaled(s, 2)
	return Money(n), err
}

// ParseRatio reads a decimal with at most six digits after the point.
func ParseRatio(s string) (Ratio, error) {
	n, err := parseScaled(s, 6)
	return Ratio(n), err
}

// parseScaled reads an exact decimal as an integer of 10^-digits units.
func parseScaled(s string, digits int) (int64, error) {
	bad := func() error {
		return &Error{Code: BadUserInput, Msg: fmt.Sprintf("%q is not a decimal: expected a form such as 1234.5 with at most %d decimals", Clip(s, 40), digits)}
	}
	body, negative := strings.CutPrefix(s, "-")
	whole, frac, dot := strings.Cut(body, ".")
	if whole == "" || dot && frac == "" || len(frac) > digits {
		return 0, bad()
	}
	frac += strings.Repeat("0", digits-len(frac))
	for _, c := range whole + frac {
		if c < '0' || c > '9' {
			return 0, bad()
		}
	}
	sign := ""
	if negative {
		sign = "-"
	}
	n, err := strconv.ParseInt(sign+whole+frac, 10, 64)
	if err != nil {
		return 0, bad()
	}
	return n, nil
}

// String writes the amount with two decimals.
func (m Money) String() string { return formatScaled(int64(m), 2, 2) }

// String writes the share without trailing zeros.
func (r Ratio) String() string { return formatScaled(int64(r), 6, 0) }

func formatScaled(n int64, digits, keep int) string {
	sign := ""
	u := uint64(n)
	if n < 0 {
		sign, u = "-", -u
	}
	s := strconv.FormatUint(u, 10)
	if len(s) <= digits {
		s = strings.Repeat("0", digits+1-len(s)) + s
	}
	whole, frac := s[:len(s)-digits], s[len(s)-digits:]
	for len(frac) > keep && frac[len(frac)-1] == '0' {
		frac = frac[:len(frac)-1]
	}
	if frac == "" {
		return sign + whole
	}
	return sign + whole + "." + frac
}

// MarshalGQL writes the text, null when it is empty.
func (t Text) MarshalGQL(w io.Writer) { writeOptional(w, string(t)) }

// UnmarshalGQL reads a string.
func (t *Text) UnmarshalGQL(v any) error {
	s, ok := v.(string)
	if !ok {
		return &Error{Code: BadUserInput, Msg: Clip(fmt.Sprint(v), 40) + " is not a text"}
	}
	*t = Text(s)
	return nil
}

// MarshalGQL writes the day, null when it is unknown.
func (d Date) MarshalGQL(w io.Writer) { writeOptional(w, string(d)) }

// UnmarshalGQL reads an ISO day.
func (d *Date) UnmarshalGQL(v any) error {
	s, ok := v.(string)
	if !ok {
		s = fmt.Sprint(v)
	}
	parsed, err := ParseDate(s)
	*d = parsed
	return err
}

// MarshalGQL writes the amount as a decimal string.
func (m Money) MarshalGQL(w io.Writer) { writeQuoted(w, m.String()) }

// UnmarshalGQL reads a decimal from a string or a whole number.
func (m *Money) UnmarshalGQL(v any) error {
	parsed, err := ParseMoney(decimalText(v))
	*m = parsed
	return err
}

// MarshalGQL writes the share as a decimal string.
func (r Ratio) MarshalGQL(w io.Writer) { writeQuoted(w, r.String()) }

// UnmarshalGQL reads a decimal from a string or a whole number.
func (r *Ratio) UnmarshalGQL(v any) error {
	parsed, err := ParseRatio(decimalText(v))
	*r = parsed
	return err
}

// decimalText is the text of a decimal as clients send it. A JSON float is
// refused by giving a text that does not parse: it may have lost digits.
func decimalText(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case int64:
		return strconv.FormatInt(v, 10)
	case int:
		return strconv.Itoa(v)
	case float64:
		if v == math.Trunc(v) && math.Abs(v) < 1<<53 {
			return strconv.FormatFloat(v, 'f', -1, 64)
		}
	}
	return fmt.Sprintf("%v (not a string)", v)
}

func writeOptional(w io.Writer, s string) {
	if s == "" {
		io.WriteString(w, "null")
		return
	}
	writeQuoted(w, s)
}

// writeQuoted writes s as a JSON string; one that needs no escape, as nearly all,
// is not copied.
func writeQuoted(w io.Writer, s string) {
	if !isPlain(s) {
		w.Write(appendJSONString(nil, s))
		return
	}
	io.WriteString(w, `"`)
	io.WriteString(w, s)
	io.WriteString(w, `"`)
}

// isPlain reports whether s stands in JSON as it is.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < 0x20 || c == '"' || c == '\\' {
			return false
		}
	}
	return utf8.ValidString(s)
}

// appendJSONString appends s as a JSON string without escaping <, > and &;
// invalid UTF-8 becomes U+FFFD.
func appendJSONString(b []byte, s string) []byte {
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x20 && c < 0x80 && c != '"' && c != '\\' {
			continue
		}
		if c >= 0x80 {
			b = append(b, s[start:i]...)
			j := i
			for j < len(s) && s[j] >= 0x80 {
				j++
			}
			b = append(b, strings.ToValidUTF8(s[i:j], "�")...)
			i, start = j-1, j
			continue
		}
		b = append(b, s[start:i]...)
		start = i + 1
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\r':
			b = append(b, '\\', 'r')
		case '\t':
			b = append(b, '\\', 't')
		default:
			const hexDigits = "0123456789abcdef"
			b = append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
		}
	}
	b = append(b, s[start:]...)
	return append(b, '"')
}
