package analysis

import "fmt"

// firstDay and lastDay bound the days that have four digits of years: unknown
// starts and ends lie beyond them.
const (
	firstDay day = -719162 // 0001-01-01
	lastDay  day = 2932897 // the day after 9999-12-31
)

// civil is the calendar date of a day: days to civil of H. Hinnant, the year
// starting in March.
func (d day) civil() (year, month, dayOfMonth int) {
	z := int(d) + 719468
	era := (z - mod(z, 146097)) / 146097
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	dayOfMonth = doy - (153*mp+2)/5 + 1
	month = mp + 3
	if month > 12 {
		month -= 12
		yoe++
	}
	return yoe + era*400, month, dayOfMonth
}

// mod is the remainder of a division rounded down.
func mod(a, b int) int { return (a%b + b) % b }

// String writes the day as YYYY-MM-DD.
func (d day) String() string {
	y, m, dd := d.civil()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, dd)
}

// month counts calendar months from the year 0.
func (d day) month() int {
	y, m, _ := d.civil()
	return 12*y + m - 1
}

// addYears moves a day by calendar years; 29 February becomes 28 February.
func (d day) addYears(n int) day {
	y, m, dd := d.civil()
	moved, _, _ := parseDay(fmt.Sprintf("%04d-%02d-%02d", y+n, m, min(dd, daysIn(y+n, m))))
	return moved
}

// period is the half-open run of days [from, to).
type period struct{ from, to day }

func (p period) days() int64 { return int64(p.to) - int64(p.from) }

// clip is the part of p inside q; empty when from is not before to.
func (p period) clip(q period) period { return period{max(p.from, q.from), min(p.to, q.to)} }

func (p period) empty() bool { return p.from >= p.to }

// readDay reads a day that must be given.
func readDay(field, text string) (day, error) {
	d, known, ok := parseDay(text)
	if !ok || !known {
		return 0, &InputError{Field: field, Item: text, Msg: "is not a day YYYY-MM-DD"}
	}
	return d, nil
}

// readPeriod reads two days, the first before the second.
func readPeriod(from, to string) (period, error) {
	var p period
	var err error
	if p.from, err = readDay("from", from); err != nil {
		return p, err
	}
	if p.to, err = readDay("to", to); err != nil {
		return p, err
	}
	if p.empty() {
		return p, &InputError{Field: "to", Item: to, Msg: "is not after " + from}
	}
	return p, nil
}

// optionalDay reads a validity's end: fallback when it is unknown.
func optionalDay(field, text string, fallback day) (d day, known bool, err error) {
	d, known, ok := parseDay(text)
	if !ok {
		return 0, false, &InputError{Field: field, Item: text, Msg: "is not a day YYYY-MM-DD"}
	}
	if !known {
		d = fallback
	}
	return d, known, nil
}
