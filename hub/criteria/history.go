package criteria

import (
	"context"
	"maps"
	"slices"

	"polehub/hub"
)

// GridHistory is how the answers to a grid for one pole changed in a period, day by
// day: exact, for between two days on which a date of a fact says something new no
// answer moves.
type GridHistory struct {
	Grid     *Grid
	PoleID   hub.ID
	Revision hub.Revision
	// From and To bound the period, half open.
	From, To hub.Date
	// Collapsed says that the organisations of one group counted once.
	Collapsed bool
	Criteria  []*CriterionHistory // in the order of the grid
}

// CriterionHistory is how the state of one criterion changed.
type CriterionHistory struct {
	Criterion  *Criterion
	Thresholds []Threshold // as used
	// State is that of the first day.
	State   State
	Changes []StateChange // by day
}

// StateChange is a day from which the state of a criterion is another.
type StateChange struct {
	On       hub.Date
	From, To State
	// Facts are those behind the change, sorted: those that began, ended, were made,
	// went past their horizon or became as old as a threshold asks on that day, and
	// but for which the state would not have become this one. Where several would
	// each have been enough, all of these; where only some together, all of the day.
	Facts []hub.ID
}

// later is how many days later a fact would have come that did not come on a day:
// enough for what follows by months, which may fall on the same last day of a month.
const later = 7

// History follows the answers to a grid over a period, q.From to q.To, from a dossier
// alone. Errors are those of [Answers], and BadUserInput naming "to" for more than
// [hub.MaxSteps] days on which an answer may change.
func History(ctx context.Context, d *hub.Dossier, g *Grid, q Question) (*GridHistory, error) {
	if err := q.check([]*Grid{g}); err != nil {
		return nil, err
	}
	h := &GridHistory{Grid: g, PoleID: d.Pole.ID, Revision: d.Revision, From: q.From, To: q.To, Collapsed: q.Collapse}
	run := &historian{GridHistory: h, dossier: d, values: make([]values, len(g.Criteria))}
	for i, c := range g.Criteria {
		one := &CriterionHistory{Criterion: c}
		one.Thresholds, run.values[i] = c.values(q.Thresholds)
		h.Criteria = append(h.Criteria, one)
	}
	if err := run.plan(); err != nil {
		return nil, err
	}
	return h, run.follow(ctx)
}

// historian makes one history.
type historian struct {
	*GridHistory
	dossier *hub.Dossier
	values  []values                  // by criterion
	moments map[hub.Date][]hub.Moment // by day on which an answer may change
	days    []hub.Date                // of moments, after From and before To
	network map[hub.Date]bool         // days on which the network may change
}

// plan finds the days on which an answer may change.
func (h *historian) plan() error {
	h.moments = map[hub.Date][]hub.Moment{}
	months := h.months()
	for _, m := range h.dossier.Moments() {
		days := []hub.Date{m.Day}
		for _, n := range months {
			days = append(days, agedOn(m.Day, n), recentUntil(m.Day, n))
		}
		slices.Sort(days)
		for _, day := range slices.Compact(days) {
			if h.From < day && day < h.To {
				h.moments[day] = append(h.moments[day], m)
			}
		}
	}
	h.days = slices.Sorted(maps.Keys(h.moments))
	if len(h.days) > hub.MaxSteps {
		return hub.Invalid("to", "%d days from %s to %s may change an answer: at most %d", len(h.days), h.From, h.To, hub.MaxSteps)
	}
	h.network = map[hub.Date]bool{}
	if !h.Grid.onNetwork() {
		return nil
	}
	days, err := h.dossier.NetworkChanges(cooperationNetwork(h.Collapsed), h.From, h.To)
	for _, day := range days {
		h.network[day] = true
	}
	return err
}

func (h *historian) question(day hub.Date) Question {
	return Question{From: day, To: day.AddDays(1), Collapse: h.Collapsed}
}

// months are the terms that the thresholds name, sorted.
func (h *historian) months() []int {
	terms := map[int]bool{}
	for _, c := range h.Criteria {
		for _, t := range c.Thresholds {
			if t.Unit == UnitMonths && t.Value != nil {
				terms[int(*t.Value)] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(terms))
}

// agedOn is the day at whose end a fact of a day is n months old.
func agedOn(day hub.Date, n int) hub.Date { return day.AddMonths(n).AddDays(-1) }

// recentUntil is the first day that is n months after a day, reckoned backwards.
func recentUntil(day hub.Date, n int) hub.Date {
	then := day.AddMonths(n)
	for then != "" && then.AddMonths(-n) < day {
		then = then.AddDays(1)
	}
	return then
}

// follow answers the first day and every day that may change something.
func (h *historian) follow(ctx context.Context) error {
	f, err := h.see(ctx, h.dossier, h.From, nil)
	if err != nil {
		return err
	}
	for i, c := range h.Grid.Criteria {
		h.Criteria[i].State = c.find(f, h.values[i]).state
	}
	ends := append(h.days, h.To)
	for _, end := range ends {
		for _, day := range h.agings(f, end) {
			if f, err = h.step(ctx, day, f); err != nil {
				return err
			}
		}
		if end == h.To {
			break
		}
		if f, err = h.step(ctx, end, f); err != nil {
			return err
		}
	}
	return nil
}

// see gives the facts of a day; before are those of an earlier one whose network is
// still that of the day, or nil.
func (h *historian) see(ctx context.Context, d *hub.Dossier, day hub.Date, before *Facts) (*Facts, error) {
	f := newFacts(d, h.question(day))
	switch {
	case !h.Grid.onNetwork():
	case before != nil:
		f.Network = before.Network
	default:
		return f, f.measure(ctx)
	}
	return f, ctx.Err()
}

// agings are the days after that of f and before end on which an answer changes by
// the time that has passed alone.
func (h *historian) agings(f *Facts, end hub.Date) []hub.Date {
	var days []hub.Date
	for i, c := range h.Grid.Criteria {
		if c.rule.agings != nil {
			days = append(days, c.rule.agings(f, h.values[i], end)...)
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// step records what changed from the facts of an earlier day to a day.
func (h *historian) step(ctx context.Context, day hub.Date, before *Facts) (*Facts, error) {
	if h.network[day] {
		before = nil
	}
	f, err := h.see(ctx, h.dossier, day, before)
	if err != nil {
		return nil, err
	}
	for i, c := range h.Grid.Criteria {
		one := h.Criteria[i]
		was, is := one.last(), c.find(f, h.values[i]).state
		if was == is {
			continue
		}
		facts, err := h.behind(ctx, day, i, is)
		if err != nil {
			return nil, err
		}
		one.Changes = append(one.Changes, StateChange{On: day, From: was, To: is, Facts: facts})
	}
	return f, nil
}

// last is the state after the changes so far.
func (c *CriterionHistory) last() State {
	if n := len(c.Changes); n > 0 {
		return c.Changes[n-1].To
	}
	return c.State
}

// behind finds the facts behind a change of criterion i to a state.
func (h *historian) behind(ctx context.Context, day hub.Date, i int, to State) ([]hub.ID, error) {
	moments := h.moments[day]
	if h.Grid.Criteria[i].rule.agings != nil {
		moments = append(slices.Clone(moments), h.anniversaries(day)...)
	}
	// becomes reports whether the state would be this one with some moments later.
	becomes := func(late ...hub.Moment) (bool, error) {
		f, err := h.see(ctx, h.dossier.Postponed(later, late...), day, nil)
		return err == nil && h.Grid.Criteria[i].find(f, h.values[i]).state == to, err
	}
	var needed, enough, all []hub.ID
	for k, m := range moments {
		all = append(all, m.Fact.Key())
		without, err := becomes(m)
		if err != nil {
			return nil, err
		}
		if !without {
			needed = append(needed, m.Fact.Key())
			continue
		}
		alone, err := becomes(slices.Delete(slices.Clone(moments), k, k+1)...)
		if err != nil {
			return nil, err
		}
		if alone {
			enough = append(enough, m.Fact.Key())
		}
	}
	for _, facts := range [][]hub.ID{needed, enough, all} {
		if len(facts) > 0 {
			slices.Sort(facts)
			return slices.Compact(facts), nil
		}
	}
	return nil, nil
}

// anniversaries are the moments of memberships that are a month older at the end of a
// day.
func (h *historian) anniversaries(day hub.Date) []hub.Moment {
	var found []hub.Moment
	for _, m := range h.dossier.Moments() {
		if _, ok := m.Fact.(*hub.Membership); ok && m.Day < day && monthsBetween(m.Day, day.AddDays(1)) > monthsBetween(m.Day, day) {
			found = append(found, m)
		}
	}
	return found
}
