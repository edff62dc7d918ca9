package analysis

import (
	"slices"
	"strings"
	"time"
)

// dice reads choices from bytes, so that a fuzzer can steer them; 0 when exhausted.
type dice struct{ bytes []byte }

func (d *dice) roll(n int) int {
	if len(d.bytes) == 0 {
		return 0
	}
	b := d.bytes[0]
	d.bytes = d.bytes[1:]
	return int(b) % n
}

func (d *dice) day() string {
	return []string{"", "2024-12-31", "2025-01-01", "2025-01-02", "2025-02-01", "2020-01-01"}[d.roll(6)]
}

func (d *dice) id() string { return string(rune('a' + d.roll(6))) } // members are a to e at most

func (d *dice) validity() Validity {
	return Validity{Start: d.day(), End: d.day(), FirstSeen: d.day(), LastSeen: d.day()}
}

// input draws facts of all sorts about at most five members and one outsider.
func (d *dice) input() (Input, Projection) {
	in := testInput(strings.Split("abcde"[:d.roll(6)], "")...)
	for i := range in.Nodes {
		in.Nodes[i].Carrier = d.roll(6) == 1
	}
	for range d.roll(3) {
		in.Ownership = append(in.Ownership, Ownership{Child: d.id(), Parent: d.id()})
	}
	for range d.roll(12) {
		in.Facts = append(in.Facts, Fact{
			Type: []string{"JOINT_PROJECT", "SUPPLY", "TRAINING", "OTHER"}[d.roll(4)], From: d.id(), To: d.id(),
			State: []State{Present, "", Absent, Unknown}[d.roll(4)], Validity: d.validity(),
			ByFrom: d.roll(2) == 1, ByTo: d.roll(2) == 1, ByDocument: d.roll(4) == 1,
		})
	}
	for k := range d.roll(4) {
		c := Contract{Key: string(rune('0' + k)), Type: testContracts[d.roll(2)], Validity: d.validity()}
		for range d.roll(4) {
			c.Parties = append(c.Parties, Party{ID: d.id(), Side: []Side{NoSide, Payer, Payee}[d.roll(3)]})
		}
		in.Contracts = append(in.Contracts, c)
	}
	for range d.roll(3) {
		o := Observation{From: "2025-01-01", To: []string{"", "2025-01-02", "2025-02-01"}[d.roll(3)],
			AllRelations: d.roll(2) == 1, Relations: []string{"SUPPLY"}, AllContracts: d.roll(2) == 1}
		for range d.roll(6) {
			o.Roster = append(o.Roster, d.id())
			if d.roll(2) == 1 {
				o.Respondents = append(o.Respondents, o.Roster[len(o.Roster)-1])
			}
		}
		in.Observations = append(in.Observations, o)
	}
	p := Projection{
		AsOf: today, Horizon: new([]int{1096, 0, 20}[d.roll(3)]), AllContracts: d.roll(2) == 1,
		Direction: []Direction{Either, Both, Arcs}[d.roll(3)], Confirm: []Confirm{One, Two, Documented}[d.roll(3)],
		Silence: []Silence{UnknownSilence, AbsentSilence}[d.roll(2)], Rule: []KnownRule{AnyResponds, BothRespond}[d.roll(2)],
		Absence: []AbsenceRule{UntilHorizon, WhileObserved}[d.roll(2)], Groups: []Groups{Keep, Collapse}[d.roll(2)],
		Carrier: []CarrierRule{WithCarrier, WithoutCarrier}[d.roll(2)], Expansion: []Expansion{AllPairs, ByRole}[d.roll(2)],
	}
	if p.Direction == Arcs {
		p.Relations, p.Expansion = []string{"SUPPLY", "TRAINING"}, ByRole
	}
	return in, p
}

// twin projects the slow way: one pair and one type at a time, straight from the
// text of the rules, with dates of the standard library.
type twin struct {
	in Input
	p  Projection
}

func (w twin) date(s string) (time.Time, bool) {
	d, err := time.Parse(time.DateOnly, s)
	return d, err == nil
}

func (w twin) standing(v Validity) Standing {
	now, _ := w.date(w.p.AsOf)
	start, hasStart := w.date(v.Start)
	end, hasEnd := w.date(v.End)
	if hasStart && now.Before(start) || hasEnd && !now.Before(end) {
		return NotInForce
	}
	seen := slices.DeleteFunc([]string{v.FirstSeen, v.LastSeen}, func(s string) bool { return s == "" })
	if !hasStart {
		if len(seen) == 0 {
			return Expired
		}
		if first, _ := w.date(seen[0]); now.Before(first) {
			return Expired
		}
	}
	if hasEnd || *w.p.Horizon == 0 {
		return InForce
	}
	last := start
	if len(seen) > 0 {
		if l, _ := w.date(seen[len(seen)-1]); l.After(last) {
			last = l
		}
	}
	if now.Before(last.AddDate(0, 0, *w.p.Horizon)) {
		return InForce
	}
	return Expired
}

// stated is everything said about the arc a→b in one type: by a, by b, by others.
type stated struct {
	says     map[string][]State
	document bool
	any      bool
}

func (w twin) stated(code string, contract, symmetric bool, a, b string) stated {
	s := stated{says: map[string][]State{}}
	say := func(who string, what State) { s.says[who], s.any = append(s.says[who], what), true }
	for _, f := range w.in.Facts {
		forth, back := f.From == a && f.To == b, symmetric && f.From == b && f.To == a
		force := w.standing(f.Validity)
		if contract || f.Type != code || !forth && !back || force == NotInForce {
			continue
		}
		state := f.State
		if state == "" {
			state = Present
		}
		if force == Expired {
			say("past", Unknown)
			continue
		}
		if f.ByFrom {
			say(f.From, state)
		}
		if f.ByTo {
			say(f.To, state)
		}
		if f.ByDocument || !f.ByFrom && !f.ByTo {
			say("other", state)
		}
		s.document = s.document || f.ByDocument && state == Present
	}
	for _, c := range w.in.Contracts {
		force := w.standing(c.Validity)
		if !contract || c.Type != code || force == NotInForce {
			continue
		}
		has := func(id string, side Side) bool {
			return slices.ContainsFunc(c.Parties, func(p Party) bool { return p.ID == id && (p.Side == side || w.p.Expansion == AllPairs) })
		}
		switch {
		case !has(a, Payer) || !has(b, Payee):
		case force == Expired:
			say("past", Unknown)
		default:
			say(a, Present)
			say(b, Present)
			s.document = true
		}
	}
	for _, o := range w.in.Observations {
		w.imply(o, code, contract, a, b, say, s)
	}
	return s
}

// imply adds the absences stated by respondents that did not name the other.
func (w twin) imply(o Observation, code string, contract bool, a, b string, say func(string, State), s stated) {
	now, _ := w.date(w.p.AsOf)
	from, _ := w.date(o.From)
	to, ok := w.date(o.To)
	if !ok {
		to = from.AddDate(0, 0, 1)
	}
	if w.p.Absence == UntilHorizon {
		to = to.AddDate(0, 0, *w.p.Horizon-1)
	}
	over := !now.Before(to) && (w.p.Absence == WhileObserved || *w.p.Horizon > 0)
	covers := contract && o.AllContracts || !contract && (o.AllRelations || slices.Contains(o.Relations, code))
	if now.Before(from) || over || !covers || !slices.Contains(o.Roster, a) || !slices.Contains(o.Roster, b) {
		return
	}
	for _, who := range []string{a, b} {
		answered := slices.Contains(o.Respondents, who)
		if w.p.Rule == BothRespond {
			answered = slices.Contains(o.Respondents, a) && slices.Contains(o.Respondents, b)
		}
		named := slices.Contains(s.says[who], Present) || slices.Contains(s.says[who], Unknown)
		if answered && !named {
			say(who, Absent)
		} else if answered {
			say(who, s.says[who][0])
		}
	}
}

// state is the state of the arc a→b in one type.
func (w twin) state(code string, contract, symmetric bool, a, b string) State {
	s := w.stated(code, contract, symmetric, a, b)
	if !s.any && len(s.says) == 0 {
		return State(w.p.Silence)
	}
	has := func(state State, who ...string) bool {
		for name, list := range s.says {
			if slices.Contains(list, state) && (len(who) == 0 || slices.Contains(who, name)) {
				return true
			}
		}
		return false
	}
	switch {
	case w.p.Confirm == One && has(Present), w.p.Confirm == Two && has(Present, a) && has(Present, b), w.p.Confirm == Documented && s.document:
		return Present
	case w.p.Confirm == Documented && has(Present):
		return Unknown
	case has(Absent):
		return Absent
	}
	return Unknown
}

// pick returns the first of the states, in order of precedence, that is in list.
func pick(list []State, order ...State) State {
	for _, s := range order {
		if slices.Contains(list, s) {
			return s
		}
	}
	return Absent
}

// groups returns the nodes: lists of members joined by ownership, by smallest id.
func (w twin) groups() [][]string {
	label := map[string]string{}
	for _, n := range w.in.Nodes {
		label[n.ID] = n.ID
	}
	if w.p.Groups == Collapse {
		for range 20 { // more rounds than the longest chain of links
			for _, l := range w.in.Ownership {
				for _, id := range []string{l.Child, l.Parent} {
					if label[id] == "" {
						label[id] = "~" + id // after every member
					}
				}
				low := min(label[l.Child], label[l.Parent])
				label[l.Child], label[l.Parent] = low, low
			}
		}
	}
	byLabel := map[string][]string{}
	carrier := map[string]bool{}
	for _, n := range w.in.Nodes {
		byLabel[label[n.ID]] = append(byLabel[label[n.ID]], n.ID)
		carrier[label[n.ID]] = carrier[label[n.ID]] || n.Carrier
	}
	var out [][]string
	for l, list := range byLabel {
		if w.p.Carrier == WithCarrier || !carrier[l] {
			slices.Sort(list)
			out = append(out, list)
		}
	}
	slices.SortFunc(out, slices.Compare)
	return out
}

// network lists the ties and unknown pairs of the twin.
func (w twin) network() (ties, unknown []string) {
	groups := w.groups()
	for x, from := range groups {
		for y, to := range groups {
			if x == y || w.p.Direction != Arcs && x > y {
				continue
			}
			var types []State
			for _, r := range w.kinds() {
				arc := func(from, to []string) State {
					var list []State
					for _, a := range from {
						for _, b := range to {
							list = append(list, w.state(r.code, r.contract, !r.directed, a, b))
						}
					}
					return pick(list, Present, Unknown)
				}
				there, back := arc(from, to), arc(to, from)
				switch w.p.Direction {
				case Either:
					types = append(types, pick([]State{there, back}, Present, Unknown))
				case Both:
					types = append(types, pick([]State{there, back}, Absent, Unknown, Present))
				case Arcs:
					types = append(types, there)
				}
			}
			switch pick(types, Present, Unknown) {
			case Present:
				ties = append(ties, from[0]+to[0])
			case Unknown:
				unknown = append(unknown, from[0]+to[0])
			}
		}
	}
	return ties, unknown
}

func (w twin) kinds() []kind {
	var all []kind
	for _, r := range testRelations {
		if len(w.p.Relations) == 0 || slices.Contains(w.p.Relations, r.Code) {
			all = append(all, kind{code: r.Code, directed: r.Directed})
		}
	}
	if w.p.AllContracts {
		for _, code := range testContracts {
			all = append(all, kind{code: code, contract: true, directed: w.p.Expansion == ByRole})
		}
	}
	return all
}
