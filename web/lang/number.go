package lang

import (
	"math"
	"strconv"
	"strings"
)

const minus = "\u2212"

// Number writes a number with so many decimals, rounded half away from zero.
func (l *Language) Number(v float64, decimals int) string {
	scale := math.Pow10(decimals)
	rounded := math.Round(math.Abs(v)*scale) / scale
	digits := strconv.FormatFloat(rounded, 'f', decimals, 64)
	sign := ""
	if v < 0 && rounded != 0 {
		sign = minus
	}
	whole, fraction, _ := strings.Cut(digits, ".")
	return sign + l.grouped(whole) + l.fraction(fraction)
}

func (l *Language) grouped(digits string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + l.style.group + digits[i:]
	}
	return digits
}

func (l *Language) fraction(digits string) string {
	if digits == "" {
		return ""
	}
	return l.style.point + digits
}

// Index writes an index, whole numbers as such and others with two decimals.
func (l *Language) Index(v float64) string {
	if v == math.Trunc(v) {
		return l.Number(v, 0)
	}
	return l.Number(v, 2)
}

// Percent writes a share as a percentage without decimals: shares on pages are of
// fewer than 100 things. One that is neither nothing nor everything is never
// written as 0 % or 100 %.
func (l *Language) Percent(share float64) string {
	percent := math.Round(share * 100)
	sign := ""
	switch {
	case share > 0 && percent == 0:
		sign, percent = "< ", 1
	case share < 1 && percent == 100:
		sign, percent = "> ", 99
	}
	return sign + l.Number(percent, 0) + l.style.percent + "%"
}

// Interval writes the ends of an interval.
func (l *Language) Interval(low, high float64) string {
	return "[" + l.Number(low, 2) + l.style.rangeSeparator + l.Number(high, 2) + "]"
}

// Money writes an amount given as a decimal text, such as 60000.00, to the unit
// when it has no cents and to the cent otherwise. A currency other than the euro
// keeps its code. A text that is no amount is given back.
func (l *Language) Money(amount, currency string) string {
	whole, cents, _ := strings.Cut(strings.TrimPrefix(amount, "-"), ".")
	if whole == "" || strings.Trim(whole+cents, "0123456789") != "" {
		return amount
	}
	cents = strings.TrimRight(cents, "0")
	if len(cents) == 1 {
		cents += "0"
	}
	number := l.grouped(whole) + l.fraction(cents)
	sign := ""
	if strings.HasPrefix(amount, "-") {
		sign = minus
	}
	if currency == "" || currency == "EUR" {
		return sign + l.style.amount(number, "€")
	}
	return sign + number + "\u00a0" + currency
}
