package analysis

import (
	"cmp"
	"context"
	"crypto/sha256"
	"maps"
	"slices"
)

// Change is what became of the members and ties of a perimeter between two days,
// and how long ties and memberships lasted in between. It is immutable.
//
// Ties are compared by pair and not by fact: one that was renewed by a new contract
// between the same parties is kept.
type Change struct {
	before, after        *Network
	from, to             string
	ids                  []string // the actors compared, sorted
	Kept                 []Pair
	Formed, Dissolved    []Pair
	Stayed, Joined, Left []string
	unknown              map[twoStates]int64 // pairs of which a state is unknown
	history              *History
	tenures              Survival
	digest               [32]byte
}

// Pair is two members by id: the smaller first, or the origin when directed.
type Pair struct{ From, To string }

// twoStates is the state of a pair on both days.
type twoStates struct{ before, after State }

// Actors says among whom ties are compared.
type Actors string

// Actor rules. With AllActors, a pair of which one was no member is untied on that
// day, so that ties are also formed by joining and dissolved by leaving.
const (
	BothDates Actors = "BOTH_DATES" // members on both days
	AllActors Actors = "ALL"        // members on either day
)

// ChangeOptions is what a [Change] is made of besides two networks.
type ChangeOptions struct {
	Actors  Actors     // among whom ties are compared; BothDates when empty
	History *History   // of the ties of the period, for their durations; nil: none
	Stays   []Validity // memberships of the period, for their durations
}

// NewChange compares the networks of two days under one projection, that of before
// dated earlier. Comparing a directed network with an undirected one, and networks
// without a day, are mistakes of the programmer and panic. The error is an
// [*InputError]: a stay that is not a period of days.
func NewChange(before, after *Network, opts ChangeOptions) (*Change, error) {
	if before.directed != after.directed || before.echo == nil || after.echo == nil || before.echo.Projection.Day() >= after.echo.Projection.Day() {
		panic("analysis: networks that are not of one kind on two days, the earlier first")
	}
	c := &Change{
		before: before, after: after, from: before.echo.Projection.Day(), to: after.echo.Projection.Day(),
		unknown: map[twoStates]int64{}, history: opts.History,
	}
	c.members(opts.Actors == AllActors)
	c.ties()
	if err := c.stays(opts.Stays); err != nil {
		return nil, err
	}
	c.digest = c.hash(opts)
	return c, nil
}

func (c *Change) members(all bool) {
	for _, id := range c.before.ids {
		if _, stays := c.after.Index(id); stays {
			c.Stayed = append(c.Stayed, id)
		} else {
			c.Left = append(c.Left, id)
		}
	}
	for _, id := range c.after.ids {
		if _, was := c.before.Index(id); !was {
			c.Joined = append(c.Joined, id)
		}
	}
	if c.ids = c.Stayed; all {
		c.ids = sortedSet(slices.Concat(c.Stayed, c.Joined, c.Left))
	}
}

func (c *Change) ties() {
	for x, a := range c.ids {
		for y, b := range c.ids {
			if x == y || x > y && !c.before.directed {
				continue
			}
			s := twoStates{c.before.state(a, b), c.after.state(a, b)}
			pair := Pair{a, b}
			switch s {
			case twoStates{Present, Present}:
				c.Kept = append(c.Kept, pair)
			case twoStates{Absent, Present}:
				c.Formed = append(c.Formed, pair)
			case twoStates{Present, Absent}:
				c.Dissolved = append(c.Dissolved, pair)
			case twoStates{Absent, Absent}:
			default:
				c.unknown[s]++
			}
		}
	}
}

// state is what is known of a pair by ids; those who are no members are not tied.
func (n *Network) state(a, b string) State {
	i, isA := n.Index(a)
	j, isB := n.Index(b)
	switch {
	case !isA || !isB:
		return Absent
	case n.Tied(i, j):
		return Present
	case n.Unknown(i, j):
		return Unknown
	}
	return Absent
}

// stays estimates how long memberships last, from those that are known to have
// begun.
func (c *Change) stays(stays []Validity) error {
	if stays == nil {
		return nil
	}
	window, err := readPeriod(c.from, c.to)
	if err != nil {
		return err
	}
	var spells []spell
	for _, v := range stays {
		start, starts, err := optionalDay("start", v.Start, firstDay)
		if err != nil {
			return err
		}
		end, _, err := optionalDay("end", v.End, lastDay)
		if err != nil {
			return err
		}
		if run := (period{start, end}); starts && !run.clip(window).empty() {
			spells = append(spells, spellIn(run, window, end <= window.to))
		}
	}
	c.tenures = survive(spells)
	return nil
}

func (c *Change) hash(opts ChangeOptions) [32]byte {
	e := encoder{sum: sha256.New()}
	e.text("polehub change 1")
	e.buf = append(e.buf, c.before.digest[:]...)
	e.buf = append(e.buf, c.after.digest[:]...)
	e.texts(c.ids)
	if c.history != nil {
		c.history.encode(&e)
	}
	stays := slices.SortedFunc(slices.Values(opts.Stays), func(a, b Validity) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	for _, v := range stays {
		e.texts([]string{v.Start, v.End})
		e.flush()
	}
	e.sum.Write(e.buf)
	return [32]byte(e.sum.Sum(nil))
}

// Days are the two days, the earlier first.
func (c *Change) Days() (from, to string) { return c.from, c.to }

// pairsUnknown counts the pairs of which a state is unknown.
func (c *Change) pairsUnknown() (total int64) {
	for _, k := range c.unknown {
		total += k
	}
	return total
}

// Measure computes indicators of change; none asked for means all of them. An id
// that is none panics. Of the options, those of intervals count. A cancelled context
// leaves intervals out.
func (c *Change) Measure(ctx context.Context, ids []Indicator, opts Options) []Measure {
	if len(ids) == 0 {
		ids = IndicatorsOf(SubjectChange)
	}
	r := &changeRun{c: c}
	for _, id := range ids {
		r.definition = definitionFor(SubjectChange, id)
		r.measure(id)
	}
	if opts.Intervals {
		opts.resolve()
		r.intervals(ctx, opts)
	}
	return r.out
}

// changeRun is one call of Measure.
type changeRun struct {
	c          *Change
	definition *Definition
	out        []Measure
}

func (r *changeRun) measure(id Indicator) {
	c := r.c
	switch id {
	case TieChange:
		r.counts(map[string]int{"KEPT": len(c.Kept), "FORMED": len(c.Formed), "DISSOLVED": len(c.Dissolved)})
	case MemberChange:
		r.counts(map[string]int{"STAYED": len(c.Stayed), "JOINED": len(c.Joined), "LEFT": len(c.Left)})
	case TieJaccard:
		r.share(NoTies, c.pairsUnknown())
	case TiePersistence:
		u := c.unknown
		r.share(NoFactsAtT1, u[twoStates{Present, Unknown}]+u[twoStates{Unknown, Unknown}]+u[twoStates{Unknown, Absent}])
	case LongTieShare:
		r.longTies()
	case TieDurationMedian:
		r.durations()
	case MemberTenureMedian:
		m := r.start(Scope{Kind: ScopeNetwork})
		c.tenures.median(&m, NoFacts)
		r.add(m)
	default:
		panic("analysis: indicator without a formula: " + string(id))
	}
}

func (r *changeRun) start(scope Scope) Measure {
	c := r.c
	n := Network{digest: c.digest}
	m := Measure{
		ID: r.definition.ID, Version: r.definition.Version, Scope: scope, Status: Undefined,
		N: len(c.ids), Ties: len(c.Kept) + len(c.Formed), Echo: c.after.echo,
		From: &c.from, To: &c.to, InputHash: n.inputHash(r.definition.ID, r.definition.Version),
	}
	if r.definition.Basis == OnTies {
		pairs := int64(len(c.ids)) * int64(len(c.ids)-1)
		if !c.before.directed {
			pairs /= 2
		}
		m.pairs(pairs, c.pairsUnknown())
	}
	return m
}

func (r *changeRun) add(m Measure) {
	if r.definition.Basis == OnTies {
		if r.c.before.echo.Imputed+r.c.after.echo.Imputed > 0 {
			m.warn(ImputedDates)
		}
		if !r.definition.count && m.Status == OK && m.N < 10 {
			m.warn(SmallN)
		}
	}
	slices.Sort(m.Warnings)
	r.out = append(r.out, m)
}

// counts gives one measure for each part, by key.
func (r *changeRun) counts(parts map[string]int) {
	for _, key := range slices.Sorted(maps.Keys(parts)) {
		m := r.start(Scope{Kind: ScopeClass, Keys: []string{key}})
		m.value(float64(parts[key]))
		r.add(m)
	}
}

// share is the part of tied pairs that is kept. A pair that is unknown on a day is
// left out; at best each becomes kept when it is tied where it is known, at worst so
// many of them lower it.
func (r *changeRun) share(none Reason, worst int64) {
	m := r.start(Scope{Kind: ScopeNetwork})
	m.undefined(none)
	c := r.c
	kept, all := fates{int32(len(c.Kept)), int32(len(c.Formed)), int32(len(c.Dissolved))}.share(m.ID)
	if all > 0 {
		m.Reason = ""
		m.ratio(kept, all)
	}
	r.bounds(&m, kept, all, worst)
	r.add(m)
}

// bounds attaches the limits of kept/all over all ways to fill in what is unknown,
// worst being the number of pairs that may lower it.
func (r *changeRun) bounds(m *Measure, kept, all, worst int64) {
	u := r.c.unknown
	best := u[twoStates{Present, Unknown}] + u[twoStates{Unknown, Present}] + u[twoStates{Unknown, Unknown}]
	if m.PairsUnknown == 0 || all+max(best, worst) == 0 {
		return
	}
	b := Bounds{Lower: 1, Method: ClosedForm}
	if all+worst > 0 {
		b.Lower = float64(kept) / float64(all+worst)
	}
	if all+best > 0 {
		b.Upper = float64(kept+best) / float64(all+best)
	}
	m.Bounds = &b
}
