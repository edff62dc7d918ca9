package graph

import (
	"context"
	"encoding/json"
	"errors"
	"slices"

	"polehub/analysis"
	"polehub/graph/load"
	"polehub/graph/relay"
	"polehub/hub"
	"polehub/hub/criteria"
)

// maxThresholds limits what one question may override.
const maxThresholds = 100

// asked is the time that a grid is asked about, as the arguments give it.
type asked struct{ at, from, to *string }

// question reads the time: a day, or a period.
func (a asked) question(ctx context.Context) (criteria.Question, error) {
	from, to, err := load.From(ctx).Time(a.at, a.from, a.to)
	return criteria.Question{From: from, To: to}, err
}

// under completes a question with how groups count and with thresholds.
func under(q criteria.Question, groups analysis.Groups, thresholds []*criteria.Override) (criteria.Question, error) {
	if len(thresholds) > maxThresholds {
		return q, hub.Invalid("thresholds", "%d thresholds: at most %d", len(thresholds), maxThresholds)
	}
	q.Collapse = groups == analysis.Collapse
	for _, t := range thresholds {
		q.Thresholds = append(q.Thresholds, *t)
	}
	return q, nil
}

// grid answers a grid, named by an argument, for a pole; it is read for all sibling
// poles and for all grids together.
func (r *Resolver) grid(ctx context.Context, pole *hub.Pole, argument, id string, when asked, groups analysis.Groups, thresholds []*criteria.Override) (*criteria.GridAnswer, error) {
	g, err := criteria.GridByID(id)
	if err != nil {
		return nil, inArgument(err, argument)
	}
	q, err := when.question(ctx)
	if err != nil {
		return nil, err
	}
	if q, err = under(q, groups, thresholds); err != nil {
		return nil, err
	}
	grids := criteria.Grids()
	if len(thresholds) > 0 {
		grids = []*criteria.Grid{g}
	}
	answers, err := r.answers(ctx, pole, grids, q)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(answers, func(a *criteria.GridAnswer) bool { return a.Grid == g })
	if i < 0 {
		return nil, &hub.Error{Code: hub.NotFound, Msg: string(pole.ID) + " was deleted meanwhile"}
	}
	return answers[i], nil
}

// grids answers several grids; all when ids is nil.
func (r *Resolver) grids(ctx context.Context, pole *hub.Pole, ids []string, when asked, groups analysis.Groups) ([]*criteria.GridAnswer, error) {
	if ids == nil {
		for _, g := range criteria.Grids() {
			ids = append(ids, g.ID)
		}
	}
	if len(ids) > maxPage {
		return nil, hub.Invalid("ids", "has %d items: at most %d", len(ids), maxPage)
	}
	answers := make([]*criteria.GridAnswer, len(ids))
	for i, id := range ids {
		var err error
		if answers[i], err = r.grid(ctx, pole, "ids", id, when, groups, nil); err != nil {
			return nil, err
		}
	}
	return answers, nil
}

// answers asks grids about the cohort of a pole.
func (r *Resolver) answers(ctx context.Context, pole *hub.Pole, grids []*criteria.Grid, q criteria.Question) ([]*criteria.GridAnswer, error) {
	key, err := json.Marshal(struct {
		Question criteria.Question
		Grids    int
		First    string
	}{q, len(grids), grids[0].ID})
	if err != nil {
		return nil, hub.Invalid("thresholds", "%v", err)
	}
	byPole, err := load.PerCohort(ctx, pole, "grids "+string(key), func(ids []hub.ID) (map[hub.ID][]*criteria.GridAnswer, error) {
		dossiers, err := r.dossiers(ctx, pole)
		if err != nil {
			return nil, err
		}
		all, err := criteria.Answers(ctx, dossiers, grids, q)
		byPole := make(map[hub.ID][]*criteria.GridAnswer, len(all))
		var judged []*hub.Assessment
		for i, answers := range all {
			byPole[ids[i]] = answers
			for _, g := range answers {
				for _, a := range g.Answers {
					judged = append(judged, a.Assessments...)
				}
			}
		}
		load.Join(ctx, judged)
		return byPole, err
	})
	return byPole[pole.ID], err
}

// dossiers are those of the cohort of a pole, in its order: read once in an
// operation, whatever days and grids are asked about.
func (r *Resolver) dossiers(ctx context.Context, pole *hub.Pole) ([]*hub.Dossier, error) {
	return load.PerCohort(ctx, pole, "dossiers", func(ids []hub.ID) ([]*hub.Dossier, error) { return r.hub.Dossiers(ctx, ids) })
}

// poles is a page of poles, of those in some states of a criterion when one is asked
// for.
func (r *Resolver) poles(ctx context.Context, criterion *relay.CriterionFilter) (*relay.Connection[*hub.Pole], error) {
	if criterion == nil {
		return load.Roots[*hub.Pole](ctx, hub.PoleNoun)
	}
	return load.Narrowed[*hub.Pole](ctx, hub.PoleNoun, func(where hub.Filter) (hub.Filter, error) {
		ids, err := r.inState(ctx, where, criterion)
		return hub.In(hub.PoleNoun.ID(), ids...), err
	})
}

// inState are the poles that satisfy a filter and are in some states of a criterion.
func (r *Resolver) inState(ctx context.Context, where hub.Filter, asking *relay.CriterionFilter) ([]hub.ID, error) {
	g, err := criteria.GridByID(asking.Grid)
	if err != nil {
		return nil, inArgument(err, "criterion.grid")
	}
	c, err := g.Criterion(asking.Criterion)
	if err != nil {
		return nil, inArgument(err, "criterion.criterion")
	}
	for _, s := range asking.States {
		if verdicts := hub.VerdictsOn(string(c.Kind)); !slices.Contains(verdicts, s) {
			return nil, hub.Invalid("criterion.states", "%s is no state of %s: expected some of %v", s, c.ID, verdicts)
		}
	}
	if len(asking.States) == 0 {
		return nil, hub.Invalid("criterion.states", "names no state")
	}
	q, err := asked{at: asking.At}.question(ctx)
	if err != nil {
		return nil, inArgument(err, "criterion.at")
	}
	if q, err = under(q, asking.Groups, asking.Thresholds); err != nil {
		return nil, inArgument(err, "criterion.thresholds")
	}
	ids, err := criteria.InState(ctx, r.hub, where, g.Only(c), q, asking.States)
	if e, ok := errors.AsType[*hub.Error](err); ok && e.Field == "thresholds" {
		err = inArgument(err, "criterion.thresholds")
	}
	return ids, err
}

// answersOf chooses the answers to some criteria; all when none is named.
func answersOf(g *criteria.GridAnswer, ids []string) ([]*criteria.Answer, error) {
	return named(g.Grid, g.Answers, ids, func(a *criteria.Answer) *criteria.Criterion { return a.Criterion })
}

// named chooses what is of some criteria of a grid from a list with one of each; all
// when ids is nil.
func named[T any](g *criteria.Grid, list []T, ids []string, of func(T) *criteria.Criterion) ([]T, error) {
	if ids == nil {
		return list, nil
	}
	for _, id := range ids {
		if _, err := g.Criterion(id); err != nil {
			return nil, inArgument(err, "ids")
		}
	}
	return slices.DeleteFunc(slices.Clone(list), func(one T) bool { return !slices.Contains(ids, of(one).ID) }), nil
}

// gridHistory follows a grid of a pole over a period.
func (r *Resolver) gridHistory(ctx context.Context, pole, grid string, from, to *string, groups analysis.Groups, thresholds []*criteria.Override) (*criteria.GridHistory, error) {
	g, err := criteria.GridByID(grid)
	if err != nil {
		return nil, err
	}
	first, last, err := days(ctx, from, to)
	if err != nil {
		return nil, err
	}
	q, err := under(criteria.Question{From: first, To: last}, groups, thresholds)
	if err != nil {
		return nil, err
	}
	of, err := load.Record[*hub.Pole](ctx, hub.PoleNoun, pole)
	if of == nil || err != nil {
		return nil, inArgument(err, "pole")
	}
	dossiers, err := r.hub.Dossiers(ctx, []hub.ID{of.ID})
	if err != nil || dossiers[0] == nil {
		return nil, err
	}
	var h *criteria.GridHistory
	computed := load.Compute(ctx, func() { h, err = criteria.History(ctx, dossiers[0], g, q) })
	if computed != nil {
		return nil, computed
	}
	return h, err
}

// dataGaps lists what open criteria of all grids, and measures, wait for.
func (r *Resolver) dataGaps(ctx context.Context, pole *hub.Pole, at *string, first int32) ([]*criteria.DataGap, error) {
	if first < 1 || first > maxPage {
		return nil, hub.Invalid("first", "%d is not between 1 and %d", first, maxPage)
	}
	q, err := asked{at: at}.question(ctx)
	if err != nil {
		return nil, err
	}
	answers, err := r.answers(ctx, pole, criteria.Grids(), q)
	if err != nil {
		return nil, err
	}
	dossiers, err := r.dossiers(ctx, pole)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(dossiers, func(d *hub.Dossier) bool { return d != nil && d.Pole.ID == pole.ID })
	if i < 0 {
		return nil, &hub.Error{Code: hub.NotFound, Msg: string(pole.ID) + " was deleted meanwhile"}
	}
	gaps, err := criteria.DataGaps(ctx, dossiers[i], answers, q.From)
	return gaps[:min(int(first), len(gaps))], err
}

// worded is a text in the language asked for.
func worded(lang string, t criteria.Text) string { return inLanguage(lang, t.Fr, t.En) }
