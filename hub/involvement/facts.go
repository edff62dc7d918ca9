package involvement

import (
	"strconv"
	"sync"

	"polehub/analysis"
	"polehub/hub"
)

// MaxYears is how many years a course over years shows at most, the last ones.
const MaxYears = 30

// Facts are what the parts of an answer read about one pole: its dossier, seen at
// a time. Nothing changes them.
type Facts struct {
	*hub.Dossier
	// From and To bound the time asked about, half open: a day is one day long.
	From, To hub.Date
	// Network is the cooperation network of the last day, in which a tie counts by
	// how many types it has.
	Network func() (*analysis.Network, error)
	// Ledger is the money of the time: on a day that of the contracts in force, whole;
	// in a period what falls on its days.
	Ledger func() (*analysis.Ledger, error)
	// Years are the facts of the calendar years of a period; for a day, of those from
	// the first that facts tell to that of the day. The first and the last end where
	// the time does.
	Years func() []*Facts

	groups analysis.Groups
}

// look sees a dossier at a time.
func look(d *hub.Dossier, q Question) *Facts {
	if q.From == q.To.AddDays(-1) {
		return through(d, q, analysis.Window{AsOf: string(q.From)})
	}
	return through(d, q, analysis.Window{From: string(q.From), To: string(q.To)})
}

// through sees a dossier at a time, and its money through a window. Networks,
// ledgers and years are made once, when they are asked for.
func through(d *hub.Dossier, q Question, w analysis.Window) *Facts {
	f := &Facts{Dossier: d, From: q.From, To: q.To, groups: q.Groups}
	f.Network = sync.OnceValues(func() (*analysis.Network, error) {
		return d.Network(analysis.Projection{AsOf: string(f.Day()), Weight: analysis.TypesWeight, Groups: q.Groups})
	})
	f.Ledger = sync.OnceValues(func() (*analysis.Ledger, error) { return d.Ledger(w) })
	f.Years = sync.OnceValue(func() []*Facts {
		var years []*Facts
		from, last := f.firstDay(), year(f.Day())
		for y := max(year(from), last-MaxYears+1); y <= last; y++ {
			begin, end := hub.Date(strconv.Itoa(y)+"-01-01"), hub.Date(strconv.Itoa(y+1)+"-01-01")
			of := Question{From: max(begin, from), To: min(end, f.To), Groups: q.Groups}
			years = append(years, through(d, of, analysis.Window{From: string(of.From), To: string(of.To)}))
		}
		return years
	})
	return f
}

// Day is the last day of the time asked about.
func (f *Facts) Day() hub.Date { return f.To.AddDays(-1) }

// OneDay reports whether the time is a single day.
func (f *Facts) OneDay() bool { return f.From == f.Day() }

// Year is the calendar year of the last day.
func (f *Facts) Year() int { return year(f.Day()) }

// firstDay is where years begin.
func (f *Facts) firstDay() hub.Date {
	if !f.OneDay() {
		return f.From
	}
	first := f.Pole.StartedOn
	for _, m := range f.Memberships {
		first = earliest(first, m.ValidFrom)
	}
	for _, r := range f.Roles {
		first = earliest(first, r.ValidFrom)
	}
	if first = earliest(first, f.From); first == f.From {
		return first
	}
	return first[:len("2006")] + "-01-01"
}

// year is the calendar year of a day.
func year(day hub.Date) int {
	y, _ := strconv.Atoi(string(day[:len("2006")])) // a day begins with four digits
	return y
}

// public reports whether an organisation is a public actor, if that is known.
func (f *Facts) public(id hub.ID) (is, known bool) {
	o := f.Organisation(id)
	if o == nil {
		return false, false
	}
	p := o.Publicness()
	return p == hub.ClassPublic, p != ""
}

// isPublic reports whether an organisation is known to be a public actor.
func (f *Facts) isPublic(id hub.ID) bool {
	is, _ := f.public(id)
	return is
}
