package quality

import "polehub/hub"

// days is the time from the first to the last day that a date may stand for: one day,
// or those of the month or the year that was stated (DATE_PARTIAL). Both ends are
// empty for an unknown date.
type days struct{ first, last hub.Date }

// daysOf reads a date of a record; nothing for a record that is nil.
func daysOf(r hub.Record, field string) days {
	if r == nil {
		return days{}
	}
	f := r.Noun().Field(field)
	d := days{hub.Date(f.Text(r)), hub.Date(f.Text(r))}
	for _, flag := range flagsOf(r) {
		if flag.Code != hub.FlagDatePartial || string(flag.Field) != f.Column || d.first == "" {
			continue
		}
		switch read := hub.ReadDate(string(flag.Raw)); {
		case read.Day != d.first: // the day was written later
		case read.Precision == hub.PrecisionYear:
			d.last = d.first.AddMonths(12).AddDays(-1)
		case read.Precision == hub.PrecisionMonth:
			d.last = d.first.AddMonths(1).AddDays(-1)
		}
	}
	return d
}

// isBefore reports whether the date is before the other for certain.
func (d days) isBefore(other days) bool {
	return d.last != "" && other.first != "" && d.last < other.first
}

// reaches reports whether the date is the other or after it for certain.
func (d days) reaches(other days) bool {
	return d.first != "" && other.last != "" && d.first >= other.last
}

// bounds names the fields between which a record holds.
func bounds(r hub.Record) (start, end string) {
	switch r.(type) {
	case *hub.Organisation:
		return "createdOn", "closedOn"
	case *hub.Pole:
		return "startedOn", "endedOn"
	}
	return "validFrom", "validTo"
}

// conflict finds the two dates, of a fact and of what it is about, that cannot both be
// right; nil when there are none for certain. A fact that isFree may begin before and
// end after what it is about, and only needs a day in common with it. One that ends on
// the day after the last of what it is about is within it.
func conflict(fact, about hub.Record, isFree bool) []Place {
	if about == nil {
		return nil
	}
	from, to := bounds(fact)
	start, end := bounds(about)
	begins, ends := daysOf(fact, from), daysOf(fact, to)
	opens, closes := daysOf(about, start), daysOf(about, end)
	switch {
	case begins.reaches(closes):
		return []Place{at(fact, from), at(about, end)}
	case opens.reaches(ends):
		return []Place{at(fact, to), at(about, start)}
	case isFree:
		return nil
	case begins.isBefore(opens):
		return []Place{at(fact, from), at(about, start)}
	case days{closes.first, closes.last.AddDays(1)}.isBefore(ends):
		return []Place{at(fact, to), at(about, end)}
	}
	return nil
}

// isLeftOpen reports whether a fact has no end although what it is about has one.
func isLeftOpen(fact, about hub.Record) bool {
	if about == nil {
		return false
	}
	_, to := bounds(fact)
	_, end := bounds(about)
	return daysOf(fact, to).first == "" && daysOf(about, end).first != ""
}

// within raises one rule for a fact outside the life of what it is about, another for a
// fact that has no end where that has one.
func (c *check) within(code, open Code, fact, about hub.Record) {
	if places := conflict(fact, about, false); places != nil {
		c.raise(code, places...)
	} else if isLeftOpen(fact, about) {
		_, to := bounds(fact)
		_, end := bounds(about)
		c.raise(open, at(fact, to), at(about, end))
	}
}

// startField names the date from which a contract is in force: its start, else its
// signature, else its notification; empty when it has none.
func startField(c *hub.Contract) string {
	for _, name := range []string{"startsOn", "signedOn", "notifiedOn"} {
		if hub.ContractNoun.Field(name).Text(c) != "" {
			return name
		}
	}
	return ""
}
