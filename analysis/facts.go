package analysis

import (
	"cmp"
	"slices"
)

// Standing is what a fact is worth on a day, or on the best of the days of a period.
type Standing int

// The standings of facts.
const (
	NotInForce Standing = iota
	InForce
	Expired // it may still hold, but nobody has seen it for too long, or not yet
)

// Standing is what a fact is worth on [from, to) under a horizon, in days; 0 is no
// limit. What is no day is an *InputError.
func (v Validity) Standing(from, to string, horizon int) (Standing, error) {
	when, err := readPeriod(from, to)
	if err != nil {
		return NotInForce, err
	}
	s, _, bad := v.standing(when, horizon)
	if bad != nil {
		return NotInForce, bad
	}
	return s, nil
}

// standing applies the half-open validity, the horizon and the days on which the
// fact was attested. imputed reports that an unknown start or end was bridged. The
// error lacks its Item.
func (v Validity) standing(when period, horizon int) (s Standing, imputed bool, err *InputError) {
	days := [4]day{}
	known := [4]bool{}
	for i, text := range [4]string{v.Start, v.End, v.FirstSeen, v.LastSeen} {
		var ok bool
		if days[i], known[i], ok = parseDay(text); !ok {
			return 0, false, &InputError{Field: [4]string{"start", "end", "firstSeen", "lastSeen"}[i], Msg: text + " is not a day YYYY-MM-DD"}
		}
	}
	start, end, first, last := days[0], days[1], days[2], days[3]
	hasStart, hasEnd, seen := known[0], known[1], known[2] || known[3]
	if !known[2] {
		first = last
	}
	if !known[3] {
		last = first
	}
	may := period{firstDay, lastDay} // it is in force on these days at most
	if hasStart {
		may.from = start
	}
	if hasEnd {
		may.to = end
	}
	if may.clip(when).empty() {
		return NotInForce, false, nil
	}
	must := may // and on these at least
	switch {
	case hasStart:
	case seen:
		must.from = first
	default:
		must.from = must.to
	}
	if hasStart && (!seen || last < start) {
		last = start
	}
	if !hasEnd && horizon > 0 {
		must.to = min(must.to, last+day(horizon))
	}
	if must.clip(when).empty() {
		return Expired, true, nil
	}
	return InForce, !hasStart || !hasEnd, nil
}

// dated is a statement with what it is worth on the day.
type dated struct {
	statement
	standing Standing
	imputed  bool
	source   string
}

// facts selects the cooperation statements in force.
func (j *projector) facts() error {
	all := make([]dated, 0, len(j.in.Facts))
	for _, f := range j.in.Facts {
		k := j.kind(f.Type, false)
		if k < 0 {
			j.echo.Dropped.OtherTypes++
			continue
		}
		standing, imputed, err := f.standing(j.when, *j.p.Horizon)
		if err != nil {
			err.Item = f.Type + " " + f.From + " " + f.To
			return err
		}
		if !j.kinds[k].directed && f.From > f.To {
			f.From, f.To = f.To, f.From
			f.ByFrom, f.ByTo = f.ByTo, f.ByFrom
		}
		bits, ok := f.bits(standing)
		if !ok {
			return &InputError{Field: "state", Item: string(f.State), Msg: "is not one of PRESENT, ABSENT, UNKNOWN"}
		}
		key := f.Key
		if key == "" {
			key = f.Start
		}
		all = append(all, dated{statement{kind: k, key: key, a: f.From, b: f.To, bits: bits, weight: 1}, standing, imputed, f.Source})
	}
	j.statements = make([]statement, 0, len(all))
	j.mergeFacts(all)
	return nil
}

// mergeFacts makes one statement of all rows of a fact and places it.
func (j *projector) mergeFacts(all []dated) {
	slices.SortFunc(all, func(x, y dated) int { return x.compare(y.statement) })
	for len(all) > 0 {
		merged := all[0].statement
		merged.bits = 0
		current, imputed, n := false, false, 0
		for n < len(all) && all[n].compare(merged) == 0 {
			if d := all[n]; d.standing != NotInForce {
				merged.bits |= d.bits
				current, imputed = true, imputed || d.imputed
			}
			n++
		}
		same := all[:n]
		all = all[n:]
		j.echo.Dropped.Duplicates += n - 1
		if !current {
			j.echo.Dropped.NotInForce++
			continue
		}
		if !j.place(merged) {
			continue
		}
		if imputed {
			j.echo.Imputed++
		}
		for _, d := range same {
			if d.standing != NotInForce {
				j.source(d.source)
			}
		}
	}
}

// compare orders statements by what makes them one fact.
func (s statement) compare(t statement) int {
	return cmp.Or(cmp.Compare(s.kind, t.kind), cmp.Compare(s.a, t.a), cmp.Compare(s.b, t.b), cmp.Compare(s.key, t.key))
}

func (j *projector) source(s string) {
	if k := len(j.echo.Sources); s != "" && (k == 0 || j.echo.Sources[k-1] != s) {
		j.echo.Sources = append(j.echo.Sources, s)
	}
}

// place maps the ends of a statement to members and keeps it, or counts why not. It
// reports whether it is kept.
func (j *projector) place(s statement) bool {
	s.from, s.to = j.member(s.a), j.member(s.b)
	node := func(m int32) int32 {
		if m < 0 {
			return -2
		}
		return j.group[m]
	}
	from, to := node(s.from), node(s.to)
	switch {
	case s.a == s.b || from >= 0 && from == to:
		j.echo.Dropped.Loops++
	case from == -1 || to == -1:
		j.echo.Dropped.Carrier++
	case from == -2 || to == -2:
		j.echo.Dropped.OutsidePerimeter++
	default:
		j.statements = append(j.statements, s)
		return true
	}
	return false
}

// contracts merges the rows of each contract in force and expands it to pairs.
func (j *projector) contracts() error {
	asked := make([]Contract, 0, len(j.in.Contracts))
	for _, c := range j.in.Contracts {
		if j.kind(c.Type, true) < 0 {
			j.echo.Dropped.OtherTypes++
			continue
		}
		asked = append(asked, c)
	}
	slices.SortStableFunc(asked, func(x, y Contract) int { return cmp.Or(cmp.Compare(x.Type, y.Type), cmp.Compare(x.Key, y.Key)) })
	for len(asked) > 0 {
		n := 1
		for n < len(asked) && asked[0].Key != "" && asked[n].Key == asked[0].Key && asked[n].Type == asked[0].Type {
			n++
		}
		if err := j.contract(asked[:n]); err != nil {
			return err
		}
		j.echo.Dropped.Duplicates += n - 1
		asked = asked[n:]
	}
	return nil
}

// contract expands one contract, given by one or more rows: it is in force when a
// row is, with the parties of those rows.
func (j *projector) contract(rows []Contract) error {
	best, anyImputed := NotInForce, false
	var parties []Party
	for _, c := range rows {
		standing, imputed, err := c.standing(j.when, *j.p.Horizon)
		if err != nil {
			err.Item = c.Type + " " + c.Key
			return err
		}
		if standing == NotInForce {
			continue
		}
		if best != InForce {
			best = standing
		}
		anyImputed = anyImputed || imputed
		parties = append(parties, c.Parties...)
		j.source(c.Source)
	}
	if best == NotInForce {
		j.echo.Dropped.NotInForce++
		return nil
	}
	if anyImputed {
		j.echo.Imputed++
	}
	c := rows[0]
	c.Parties = parties
	j.take(c, j.kind(c.Type, true), best)
	return nil
}

func (j *projector) expand(c Contract, k int32, standing Standing) {
	ids := make([]string, 0, len(c.Parties))
	members := 0
	for _, p := range c.Parties {
		ids = append(ids, p.ID)
	}
	ids = sortedSet(ids)
	for _, id := range ids {
		if j.member(id) >= 0 {
			members++
		}
	}
	if len(ids) < 2 {
		j.echo.Dropped.SingleParty++
		return
	}
	s := statement{kind: k, key: c.Key, bits: presentFrom | presentTo | presentDocument}
	if standing == Expired {
		s.bits = unknownOther
	}
	if members >= 2 {
		s.weight = 1 / float64(members-1)
	}
	side := func(id string, side Side) bool {
		return slices.Contains(c.Parties, Party{ID: id, Side: side})
	}
	for x, a := range ids {
		for y, b := range ids {
			if j.p.Expansion == AllPairs && x < y || j.p.Expansion == ByRole && x != y && side(a, Payer) && side(b, Payee) {
				s.a, s.b = a, b
				j.place(s)
			}
		}
	}
}

// observations resolves the data collections that cover the day.
func (j *projector) observations() error {
	asked := make([]bool, len(j.ids))
	answered := make([]bool, len(j.ids))
	for _, o := range j.in.Observations {
		covers := j.covers(o)
		current, err := j.covered(o)
		if err != nil {
			return err
		}
		if !current || !slices.Contains(covers, true) {
			continue
		}
		s := survey{covers: covers, answered: make([]bool, len(j.ids))}
		for _, id := range sortedSet(o.Roster) {
			if m := j.member(id); m >= 0 {
				s.roster = append(s.roster, m)
				asked[m] = true
				s.answered[m] = slices.Contains(o.Respondents, id)
				answered[m] = answered[m] || s.answered[m]
			}
		}
		j.source(o.Source)
		j.surveys = append(j.surveys, s)
	}
	for m := range j.ids {
		if asked[m] {
			j.echo.Asked++
		}
		if answered[m] {
			j.echo.Answered++
		}
	}
	return nil
}

func (j *projector) covers(o Observation) []bool {
	covers := make([]bool, len(j.kinds))
	for k, kind := range j.kinds {
		if kind.contract {
			covers[k] = o.AllContracts || slices.Contains(o.Contracts, kind.code)
		} else {
			covers[k] = o.AllRelations || slices.Contains(o.Relations, kind.code)
		}
	}
	return covers
}

// covered reports whether the absences found by an observation hold on the day, or
// on all days of the period: nobody knows what happened on the others.
func (j *projector) covered(o Observation) (bool, error) {
	from, hasFrom, okFrom := parseDay(o.From)
	to, hasTo, okTo := parseDay(o.To)
	if !okFrom || !hasFrom || !okTo {
		return false, &InputError{Field: "observation", Item: o.Source, Msg: o.From + " to " + o.To + " is not a period of days YYYY-MM-DD"}
	}
	if !hasTo {
		to = from + 1
	}
	if j.p.Absence == WhileObserved {
		return from <= j.when.from && j.when.to <= to, nil
	}
	last := to - 1 + day(*j.p.Horizon)
	return from <= j.when.from && (*j.p.Horizon == 0 || j.when.to <= last), nil
}
