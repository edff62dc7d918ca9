package criteria

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"polehub/analysis"
	"polehub/hub"
)

// Question is what is asked of poles.
type Question struct {
	// From and To bound the time, half open; a day is a period of one day.
	From, To hub.Date
	// Collapse counts the organisations of one group once.
	Collapse bool
	// Thresholds override the values of a grid, by criterion and name.
	Thresholds []Override
}

// Override is a threshold that the asker sets.
type Override struct {
	Criterion, Name string
	Value           float64
}

// OnDay asks about one day.
func OnDay(day hub.Date) Question { return Question{From: day, To: day.AddDays(1)} }

// Ask answers grids for poles: one list of grids for each pole, in the orders
// given; nil for a pole that is not there. The number of calls to the store does
// not depend on the number of poles. Errors are those of [Answers].
func Ask(ctx context.Context, h *hub.Hub, grids []*Grid, poles []hub.ID, q Question) ([][]*GridAnswer, error) {
	if err := q.check(grids); err != nil {
		return nil, err
	}
	dossiers, err := h.Dossiers(ctx, poles)
	if err != nil {
		return nil, err
	}
	return Answers(ctx, dossiers, grids, q)
}

// Answers is [Ask] of dossiers that were read before. Errors name what is wrong in
// the question: BadUserInput for reversed dates or a threshold that no criterion has.
func Answers(ctx context.Context, dossiers []*hub.Dossier, grids []*Grid, q Question) ([][]*GridAnswer, error) {
	if err := q.check(grids); err != nil {
		return nil, err
	}
	out := make([][]*GridAnswer, len(dossiers))
	for i, d := range dossiers {
		if d == nil {
			continue
		}
		f := newFacts(d, q)
		if slices.ContainsFunc(grids, (*Grid).onNetwork) {
			if err := f.measure(ctx); err != nil {
				return nil, err
			}
		}
		for _, g := range grids {
			out[i] = append(out[i], answer(g, f, q.Thresholds))
		}
	}
	return out, nil
}

// InState are the poles that satisfy a filter, nil for all, and have an answer of a
// grid in one of some states, by id. The number of calls to the store does not depend
// on the number of poles; more than [hub.MaxHubPoles] that satisfy the filter are
// BadUserInput. Errors are those of [Answers] besides.
func InState(ctx context.Context, h *hub.Hub, where hub.Filter, g *Grid, q Question, states []State) ([]hub.ID, error) {
	if err := q.check([]*Grid{g}); err != nil {
		return nil, err
	}
	var poles []hub.ID
	for row, err := range h.Store.Rows(ctx, hub.Query{Noun: hub.PoleNoun, Where: where, Limit: hub.MaxHubPoles + 1, Fields: []*hub.Field{hub.PoleNoun.ID()}}) {
		if err != nil {
			return nil, err
		}
		poles = append(poles, row.Record.Key())
	}
	if len(poles) > hub.MaxHubPoles {
		return nil, hub.Invalid("where", "more than %d poles satisfy it: a criterion is answered for at most %d", hub.MaxHubPoles, hub.MaxHubPoles)
	}
	answers, err := Ask(ctx, h, []*Grid{g}, poles, q)
	if err != nil {
		return nil, err
	}
	var in []hub.ID
	for _, list := range answers {
		for _, grid := range list { // none for a pole that was deleted meanwhile
			if slices.ContainsFunc(grid.Answers, func(a *Answer) bool { return slices.Contains(states, a.State) }) {
				in = append(in, grid.PoleID)
			}
		}
	}
	return in, nil
}

// check refuses a time that ends before it begins, and thresholds that no criterion
// of the grids has.
func (q Question) check(grids []*Grid) error {
	if q.From == "" || q.To <= q.From {
		return hub.Invalid("to", "%s is not after %s: a time ends after it begins", q.To, q.From)
	}
	for _, o := range q.Thresholds {
		if err := o.check(grids); err != nil {
			return err
		}
	}
	return nil
}

// check refuses an override that fits no criterion of the grids, or whose value is
// out of the range of its unit.
func (o Override) check(grids []*Grid) error {
	var there []string
	for _, g := range grids {
		for _, c := range g.Criteria {
			for _, t := range c.Thresholds {
				if c.ID != o.Criterion || t.Name != o.Name {
					there = append(there, c.ID+"."+t.Name)
				} else if wrong := t.Unit.check(o.Value); wrong != "" {
					return hub.Invalid("thresholds", "%s.%s is %v: %s", c.ID, t.Name, o.Value, wrong)
				} else {
					return nil
				}
			}
		}
	}
	return hub.Invalid("thresholds", "%q is not a threshold of the grid: expected one of %s", hub.Clip(o.Criterion+"."+o.Name, 60), strings.Join(there, " "))
}

// cohesion is the network of cooperation with what rules read of it.
type cohesion struct {
	*analysis.Network
	measures []analysis.Measure // density, connectedness, inclusiveness
	bare     analysis.Measure   // connectedness without the carriers
}

// cooperationNetwork is the projection that makes it, without a day.
func cooperationNetwork(collapse bool) analysis.Projection {
	p := analysis.Projection{Weight: analysis.TypesWeight}
	if collapse {
		p.Groups = analysis.Collapse
	}
	return p
}

// measure computes the indicators that rules read, of the last day of the time
// asked about.
func (f *Facts) measure(ctx context.Context) error {
	p := cooperationNetwork(f.Collapsed)
	p.AsOf = string(f.day())
	n, err := f.Dossier.Network(p)
	if err != nil {
		return err
	}
	bare := n.Without(f.carrierNodes()...)
	f.Network = &cohesion{
		Network:  n,
		measures: n.Measure(ctx, []analysis.Indicator{analysis.Density, analysis.Connectedness, analysis.Inclusiveness}, analysis.Options{}),
		bare:     bare.Measure(ctx, []analysis.Indicator{analysis.Connectedness}, analysis.Options{})[0],
	}
	return ctx.Err()
}

// carrierNodes are the nodes of the network that the carriers are in.
func (f *Facts) carrierNodes() []string {
	var nodes []string
	for _, c := range f.carriers() {
		nodes = append(nodes, string(c.countedAs(f)))
	}
	slices.Sort(nodes)
	return slices.Compact(nodes)
}

// answer answers one grid from the facts.
func answer(g *Grid, f *Facts, overrides []Override) *GridAnswer {
	a := &GridAnswer{Grid: g, PoleID: f.Pole.ID, Revision: f.Revision, From: f.From, To: f.To, Collapsed: f.Collapsed}
	for _, c := range g.Criteria {
		thresholds, v := c.values(overrides)
		found := c.find(f, v)
		one := &Answer{
			Criterion: c, State: found.state, Evidence: found.evidence, Thresholds: thresholds,
			Missing: found.missing, Notes: found.notes, OnKnown: found.guessed,
		}
		one.assessed(g.ID, f)
		a.Answers = append(a.Answers, one)
	}
	return a
}

// find applies the rule of a criterion to facts.
func (c *Criterion) find(f *Facts, v values) finding {
	found := c.rule.apply(f, v)
	f.frame(&found)
	return found
}

// values are the thresholds of a criterion as used, for people and for its rule.
func (c *Criterion) values(overrides []Override) ([]Threshold, values) {
	thresholds := slices.Clone(c.Thresholds)
	v := values{numbers: map[string]float64{}, lists: c.Lists}
	for i := range thresholds {
		t := &thresholds[i]
		for _, o := range overrides {
			if o.Criterion == c.ID && o.Name == t.Name {
				t.Value, t.Overridden = &o.Value, true
			}
		}
		if t.Value != nil {
			v.numbers[t.Name] = *t.Value
		}
	}
	return thresholds, v
}

// frame remarks on the time asked about, and takes back what was denied of a
// pole of which no member is recorded.
func (f *Facts) frame(out *finding) {
	switch {
	case f.Pole.EndedOn != "" && f.Pole.EndedOn <= f.From:
		out.note(NoteEnded)
	case f.Pole.StartedOn != "" && f.Pole.StartedOn >= f.To:
		out.note(NoteNotStarted)
	}
	if len(f.Members) == 0 {
		out.note(NoteNoMembers)
	}
	if len(f.Memberships) == 0 {
		if out.state == Not {
			out.state, out.guessed = Insufficient, false
		}
		if out.state == Insufficient && len(out.missing) == 0 {
			out.needPole(GapMembers)
		}
	}
	if out.guessed {
		out.note(NoteOnKnown)
	}
	slices.Sort(out.notes)
}

// assessed puts the human judgements beside the state.
func (a *Answer) assessed(grid string, f *Facts) {
	for _, s := range f.Dossier.Assessments {
		if s.Grid == grid && s.Criterion == a.Criterion.ID && s.Dated < f.To {
			a.Assessments = append(a.Assessments, s)
		}
	}
	slices.SortFunc(a.Assessments, func(x, y *hub.Assessment) int {
		return cmp.Or(cmp.Compare(y.Dated, x.Dated), cmp.Compare(x.ID, y.ID))
	})
	if len(a.Assessments) == 0 {
		return
	}
	switch latest := a.Assessments[0].Verdict; {
	case latest == Insufficient || a.State == Insufficient:
		a.Agreement = Open
	case latest == a.State:
		a.Agreement = Agrees
	default:
		a.Agreement = Disagrees
	}
}
