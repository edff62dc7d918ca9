package analysis

import (
	"cmp"
	"slices"
)

// maxHistory bounds the work of a history: days on which something changes, times
// facts. Larger ones are not computed.
const maxHistory = 20_000_000

// History is when each pair of a perimeter was tied, until the end of a period: its
// runs of days, renewals chained. It is immutable.
type History struct {
	within   period
	runs     []tieRun // by pair, then by day
	tooLarge bool
}

// tieRun is a maximal run of days on which a pair is tied; empty when it begins on the
// day that ends the period.
type tieRun struct {
	pair  Pair
	days  period
	began bool // it began on the first day; else it is older than that, nobody knows by how much
	ended bool // it ended on days.to; else nobody knows what became of it
}

// NewHistory follows the ties of the nodes of in, whenever they were members, from
// the first fact to the end of the period of the projection. Pairs on which nobody
// says anything are untied here, whatever the projection says of silence: else
// every beginning would be unknown. The error is that of [Project].
func NewHistory(in Input, p Projection) (*History, error) {
	within, err := p.when()
	if err != nil {
		return nil, err
	}
	if p.AsOf != "" {
		return nil, &InputError{Field: "asOf", Item: p.AsOf, Msg: "is no period"}
	}
	days, err := in.changes(p)
	if err != nil {
		return nil, err
	}
	h := &History{within: within}
	if h.tooLarge = len(days)*(len(in.Facts)+len(in.Contracts)+len(in.Observations)) > maxHistory; h.tooLarge {
		return h, nil
	}
	p.From, p.To, p.MembersIn, p.Silence = "", "", "", AbsentSilence
	running := map[Pair]tieRun{}
	var before *Network
	if len(days) > 0 {
		days = slices.Insert(days, 0, days[0]-1) // on which nothing has begun that has a beginning
	}
	for _, d := range days {
		if d > within.to {
			break
		}
		p.AsOf = d.String()
		now, err := Project(in, p)
		if err != nil {
			return nil, err
		}
		h.step(before, now, d, running)
		before = now
	}
	for _, r := range running {
		r.days.to = within.to
		h.runs = append(h.runs, r)
	}
	slices.SortFunc(h.runs, func(a, b tieRun) int { return cmp.Or(a.pair.compare(b.pair), cmp.Compare(a.days.from, b.days.from)) })
	return h, nil
}

// step closes the runs that do not go on to the day and opens those that begin.
func (h *History) step(before, now *Network, d day, running map[Pair]tieRun) {
	for pair, r := range running {
		if s := now.state(pair.From, pair.To); s != Present {
			r.days.to, r.ended = d, s == Absent
			h.runs = append(h.runs, r)
			delete(running, pair)
		}
	}
	for t := range now.Ties() {
		pair := Pair{now.ids[t.From], now.ids[t.To]}
		if _, runs := running[pair]; !runs {
			running[pair] = tieRun{pair: pair, days: period{from: d}, began: before == nil || before.state(pair.From, pair.To) == Absent}
		}
	}
}

func (p Pair) compare(q Pair) int {
	return cmp.Or(cmp.Compare(p.From, q.From), cmp.Compare(p.To, q.To))
}

// changes are the days on which what the facts and observations say may change,
// sorted.
func (in Input) changes(p Projection) ([]day, error) {
	horizon := DefaultHorizon
	if p.Horizon != nil {
		horizon = *p.Horizon
	}
	days := make([]day, 0, 2*len(in.Facts))
	add := func(v Validity) error {
		known := 0
		last := firstDay
		for i, text := range []string{v.Start, v.FirstSeen, v.LastSeen, v.End} {
			d, ok, err := optionalDay("validity", text, firstDay)
			if err != nil {
				return err
			}
			if ok {
				days = append(days, d)
				known++
			}
			if i < 3 {
				last = max(last, d)
			}
		}
		if known > 0 && horizon > 0 {
			days = append(days, last+day(horizon))
		}
		return nil
	}
	for _, f := range in.Facts {
		if err := add(f.Validity); err != nil {
			return nil, err
		}
	}
	for _, c := range in.Contracts {
		if err := add(c.Validity); err != nil {
			return nil, err
		}
	}
	for _, o := range in.Observations {
		from, err := readDay("observation", o.From)
		if err != nil {
			return nil, err
		}
		to, _, err := optionalDay("observation", o.To, from+1)
		if err != nil {
			return nil, err
		}
		days = append(days, from, to, to-1+day(horizon))
	}
	slices.Sort(days)
	return slices.Compact(days), nil
}

// Changes are the days after from and before to on which what the facts and
// observations say under a projection may change, sorted: starts, ends, first
// attestations, and the days on which a fact without an end is past its horizon.
func (in Input) Changes(p Projection, from, to string) ([]string, error) {
	within, err := readPeriod(from, to)
	if err != nil {
		return nil, err
	}
	days, err := in.changes(p)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, d := range days {
		if within.from < d && d < within.to {
			out = append(out, d.String())
		}
	}
	return out, nil
}

// Durations estimates how long ties last, from those that were running in the
// period and are known to have begun. Ties that were running before it enter late.
func (h *History) Durations() Survival {
	var spells []spell
	for _, r := range h.runs {
		if r.began && !r.days.clip(h.within).empty() {
			spells = append(spells, spellIn(r.days, h.within, r.ended))
		}
	}
	return survive(spells)
}

// runningAt is the run of a pair that holds the day.
func (h *History) runningAt(pair Pair, d day) (tieRun, bool) {
	k, _ := slices.BinarySearchFunc(h.runs, pair, func(r tieRun, p Pair) int { return r.pair.compare(p) })
	for ; k < len(h.runs) && h.runs[k].pair == pair; k++ {
		if r := h.runs[k]; r.days.from <= d && (d < r.days.to || d == r.days.to && !r.ended && d == h.within.to) {
			return r, true
		}
	}
	return tieRun{}, false
}

func (h *History) encode(e *encoder) {
	e.int(int(h.within.from))
	e.int(int(h.within.to))
	for _, r := range h.runs {
		e.texts([]string{r.pair.From, r.pair.To})
		e.int(int(r.days.from))
		e.int(int(r.days.to))
		e.flag(r.began)
		e.flag(r.ended)
		e.flush()
	}
	e.flag(h.tooLarge)
}

// longYears is the age, in calendar years, from which a tie is a long one.
const longYears = 3

// longTies counts the ties of the later day that are at least three years old. One
// of which nobody knows when it began counts when it was attested so long ago, and
// is left out else.
func (r *changeRun) longTies() {
	h := r.c.history
	m := r.start(Scope{Kind: ScopeNetwork})
	m.undefined(NoTies)
	if h != nil && h.tooLarge {
		m.tooLarge()
		r.add(m)
		return
	}
	if h == nil {
		m.undefined(NoFacts)
		r.add(m)
		return
	}
	long, unknown, all := int64(0), int64(0), int64(0)
	for t := range r.c.after.Ties() {
		all++
		run, found := h.runningAt(Pair{r.c.after.ids[t.From], r.c.after.ids[t.To]}, h.within.to)
		switch {
		case found && run.days.from.addYears(longYears) <= h.within.to:
			long++
		case !found || !run.began:
			unknown++
		}
	}
	m.Ties = int(all)
	m.shareOf(long, unknown, all)
	r.add(m)
}

func (r *changeRun) durations() {
	m := r.start(Scope{Kind: ScopeNetwork})
	m.undefined(NoFacts)
	switch h := r.c.history; {
	case h != nil && h.tooLarge:
		m.tooLarge()
	case h != nil:
		h.Durations().median(&m, NoTies)
	}
	r.add(m)
}

// TieDurations is how long ties last; MemberTenures how long memberships do.
func (c *Change) TieDurations() Survival {
	if c.history == nil {
		return Survival{}
	}
	return c.history.Durations()
}

// MemberTenures is how long memberships last.
func (c *Change) MemberTenures() Survival { return c.tenures }
