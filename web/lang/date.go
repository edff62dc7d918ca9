package lang

import (
	"strconv"
	"strings"
	"time"
)

// Date writes a day given as 2025-12-31, or a month given as 2025-12, in full;
// anything else, such as a year, is given back.
func (l *Language) Date(day string) string {
	if t, err := time.Parse("2006-01", day); err == nil {
		return strings.Fields(l.style.months)[t.Month()-1] + " " + strconv.Itoa(t.Year())
	}
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	number := strconv.Itoa(t.Day())
	if t.Day() == 1 {
		number = l.style.first
	}
	return number + "\u00a0" + strings.Fields(l.style.months)[t.Month()-1] + " " + strconv.Itoa(t.Year())
}

// List joins texts as a sentence does: a, b and c.
func (l *Language) List(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + l.style.and + items[last]
}
