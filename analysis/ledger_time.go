package analysis

import "slices"

// coverage is the part of the days, and of the calendar months, of the window on
// which an agreement is in force.
func (r *ledgerRun) coverage() {
	var runs []period
	for i := range r.l.entries {
		runs = append(runs, r.l.entries[i].runs...)
	}
	runs = joinRuns(runs)
	days, months := int64(0), int64(0)
	next := 0 // the first month not yet counted
	for _, p := range runs {
		days += p.days()
		first, last := max(next, p.from.month()), (p.to - 1).month()
		months += int64(max(0, last-first+1))
		next = last + 1
	}
	w := r.l.within
	r.covered("DAYS", days, w.days())
	r.covered("MONTHS", months, int64((w.to-1).month()-w.from.month()+1))
}

func (r *ledgerRun) covered(unit string, covered, all int64) {
	m := r.start(Scope{Kind: ScopeClass, Keys: []string{unit}})
	m.undefined(NoFacts)
	if r.l.any {
		m.ratio(covered, all)
		m.Reason = ""
	}
	r.add(m)
}

// joinRuns joins runs of days that touch, in order.
func joinRuns(runs []period) []period {
	slices.SortFunc(runs, func(a, b period) int { return int(a.from) - int(b.from) })
	var out []period
	for _, p := range runs {
		if k := len(out) - 1; k >= 0 && p.from <= out[k].to {
			out[k].to = max(out[k].to, p.to)
		} else {
			out = append(out, p)
		}
	}
	return out
}

// remaining is how many days the agreements in force on the last day of the window
// still have, those without a known end left out.
func (r *ledgerRun) remaining(id Indicator) {
	last := r.l.within.to - 1
	var days []int64
	for i := range r.l.entries {
		e := &r.l.entries[i]
		if e.ends && e.runs[len(e.runs)-1].to == r.l.within.to {
			days = append(days, int64(e.life.to)-int64(last))
		}
	}
	m := r.start(Scope{Kind: ScopeNetwork})
	m.undefined(NoFacts)
	if k := len(days); k > 0 {
		slices.Sort(days)
		m.value(float64(days[k/2]+days[(k-1)/2]) / 2)
		if id == ContractRemainingMean {
			total := int64(0)
			for _, d := range days {
				total += d
			}
			m.ratio(total, int64(k))
		}
		m.Reason = ""
	}
	r.add(m)
}

// terms is the median validity of agreements, those that run on past the window
// censored there.
func (r *ledgerRun) terms() {
	var spells []spell
	for i := range r.l.entries {
		e := &r.l.entries[i]
		spells = append(spells, spellIn(period{e.life.from, e.runs[len(e.runs)-1].to}, r.l.within, e.ends && e.life.to <= r.l.within.to))
	}
	m := r.start(Scope{Kind: ScopeNetwork})
	survive(spells).median(&m, NoFacts)
	r.add(m)
}

// Moment is the ledger as a moment of a series.
func (l *Ledger) Moment(ids []Indicator) Moment {
	dated := *l
	dated.window.AsOf, dated.window.From, dated.window.To = "", "", ""
	dated.entries = slices.Clone(l.entries)
	for i := range dated.entries {
		dated.entries[i].runs = nil // they are the day
	}
	return Moment{dated.hash(), func() []Measure { return l.Measure(ids, false) }}
}
