package analysis

// day counts days from 1970-01-01.
type day int32

// parseDay reads an ISO day, YYYY-MM-DD, in the years 0001 to 9999. The empty
// text is an unknown day: known is false.
func parseDay(s string) (d day, known, ok bool) {
	if s == "" {
		return 0, false, true
	}
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, false, false
	}
	y, okY := digits(s[:4])
	m, okM := digits(s[5:7])
	dd, okD := digits(s[8:])
	if !okY || !okM || !okD || y < 1 || m < 1 || m > 12 || dd < 1 || dd > daysIn(y, m) {
		return 0, false, false
	}
	// Days from civil: the year starts in March, so that the leap day is its last.
	if m <= 2 {
		y--
		m += 12
	}
	return day(365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + dd - 719469), true, true
}

func digits(s string) (int, bool) {
	v := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		v = 10*v + int(c-'0')
	}
	return v, true
}

func daysIn(y, m int) int {
	switch m {
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}
