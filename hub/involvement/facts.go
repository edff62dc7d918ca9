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
func look(d *hub.Dossier, q Question) *Facts { return through(d, q, q.window()) }

// through sees a dossier at a time, and its money through a window. Networks,
// ledgers and years are made once, when they are asked for.
func through(d *hub.Dossier, q Question, w analysis.Window) *Facts {
	f := &Facts{Dossier: d, From: q.From, To: q.To, groups: q.Groups}
	f.Network = sync.OnceValues(func() (*analysis.Network, error) {
		return d.Network(analysis.Projection{AsOf: string(f.Day()), Weight: analysis.TypesWeight, Groups: q.Groups})
	})
	f.Ledger = sync.OnceValues(func() (*analysis.Ledger, error) {
		w.Searched = new(f.Searched(q.From, q.To, hub.CoversContracts))
		return d.Ledger(w)
	})
	f.Years = sync.OnceValue(func() []*Facts {
		var years []*Facts
		for _, of := range q.years(f.firstDay()) {
			years = append(years, through(d, of, analysis.Window{From: string(of.From), To: string(of.To)}))
		}
		return years
	})
	return f
}

// Day is the last day of the time asked about.
func (f *Facts) Day() hub.Date { return f.To.AddDays(-1) }

// OneDay reports whether the time is a single day.
func (f *Facts) OneDay() bool { return Question{From: f.From, To: f.To}.oneDay() }

// Year is the calendar year of the last day.
func (f *Facts) Year() int { return year(f.Day()) }

// firstDay is the first day that facts tell, the first of the time at the latest.
func (f *Facts) firstDay() hub.Date {
	first := earliest(f.Pole.StartedOn, f.From)
	for _, m := range f.Memberships {
		first = earliest(first, m.ValidFrom)
	}
	for _, r := range f.Roles {
		first = earliest(first, r.ValidFrom)
	}
	return first
}

// years are the calendar years of a period; of a day those from the year of the first
// day on. The first and the last end where the time does.
func (q Question) years(first hub.Date) []Question {
	from, last := q.From, year(q.To.AddDays(-1))
	if q.oneDay() {
		from = min(q.From, startOf(year(first)))
	}
	var years []Question
	for y := max(year(from), last-MaxYears+1); y <= last; y++ {
		years = append(years, Question{From: max(startOf(y), from), To: min(startOf(y+1), q.To), Groups: q.Groups})
	}
	return years
}

func (q Question) oneDay() bool { return q.From == q.To.AddDays(-1) }

// asOf is the day of a question about one day; empty for a period.
func (q Question) asOf() hub.Date {
	if q.oneDay() {
		return q.From
	}
	return ""
}

// window is how money is seen at the time.
func (q Question) window() analysis.Window {
	if q.oneDay() {
		return analysis.Window{AsOf: string(q.From)}
	}
	return analysis.Window{From: string(q.From), To: string(q.To)}
}

func startOf(year int) hub.Date { return hub.Date(strconv.Itoa(year) + "-01-01") }

// year is the calendar year of a day.
func year(day hub.Date) int {
	y, _ := strconv.Atoi(string(day[:len("2006")])) // a day begins with four digits
	return y
}

// publicness says whether an organisation is a public actor, if that is known.
func publicness(o *hub.Organisation) (public, known bool) {
	if o == nil {
		return false, false
	}
	p := o.Publicness()
	return p == hub.ClassPublic, p != ""
}

// isPublic reports whether an organisation is known to be a public actor.
func (f *Facts) isPublic(id hub.ID) bool {
	public, _ := publicness(f.Organisation(id))
	return public
}
