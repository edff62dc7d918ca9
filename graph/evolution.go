package graph

import (
	"context"
	"encoding/json"

	"polehub/analysis"
	"polehub/graph/load"
	"polehub/graph/relay"
	"polehub/hub"
)

// maxTimeline is the greatest number of indicators in one timeline.
const maxTimeline = 20

// undated reads a projection that names no day: something else does.
func undated(ctx context.Context) (analysis.Projection, error) {
	if p, ok := rawArguments(ctx)["projection"].(map[string]any); ok {
		for _, field := range []string{"asOf", "from", "to", "membersIn"} {
			if p[field] != nil {
				return analysis.Projection{}, hub.Invalid("projection."+field, "is given by the days of the field")
			}
		}
	}
	p, err := projection(ctx)
	p.AsOf = ""
	return p, err
}

// change compares a pole on two days, for all sibling poles together.
func (r *Resolver) change(ctx context.Context, pole *hub.Pole, from, to *string, actors analysis.Actors) (*relay.PoleChange, error) {
	p, err := undated(ctx)
	if err != nil {
		return nil, err
	}
	first, last, err := days(ctx, from, to)
	if err != nil {
		return nil, err
	}
	// Texts, lists and numbers always encode.
	key, _ := json.Marshal([]any{"change", p, first, last, actors})
	all, err := load.PerCohort(ctx, pole, string(key), func(ids []hub.ID) (map[hub.ID]*hub.PoleChange, error) {
		list, err := r.hub.Changes(ctx, ids, p, first, last, actors)
		return byPole(ids, list), err
	})
	return relay.NewPoleChange(all[pole.ID]), err
}

func changedPairs(c *relay.PoleChange, pairs []analysis.Pair) ([]*relay.NetworkPair, error) {
	if len(pairs) > maxPairs {
		return nil, hub.Invalid("", "%d pairs of %s: at most %d are shown", len(pairs), c.PoleID, maxPairs)
	}
	out := make([]*relay.NetworkPair, len(pairs))
	for i, p := range pairs {
		out[i] = &relay.NetworkPair{From: hub.ID(p.From), To: hub.ID(p.To)}
	}
	return out, nil
}

func (r *Resolver) timeline(ctx context.Context, pole string, ids []analysis.Indicator, from, to *string, by []string) (*hub.PoleTimeline, error) {
	if len(ids) == 0 || len(ids) > maxTimeline {
		return nil, hub.Invalid("measures", "must name 1 to %d indicators, not %d", maxTimeline, len(ids))
	}
	p, err := undated(ctx)
	if err != nil {
		return nil, err
	}
	first, last, err := days(ctx, from, to)
	if err != nil {
		return nil, err
	}
	of, err := load.Record[*hub.Pole](ctx, hub.PoleNoun, pole)
	if of == nil || err != nil {
		return nil, err
	}
	var line *hub.PoleTimeline
	computed := load.Compute(ctx, func() { line, err = r.hub.Timeline(ctx, of.ID, p, first, last, ids, by) })
	if computed != nil {
		return nil, computed
	}
	return line, err
}

// survey reads the ratings among the members of a pole, for all sibling poles
// together.
func (r *Resolver) survey(ctx context.Context, pole *hub.Pole) (*relay.Survey, error) {
	p, err := projection(ctx)
	if err != nil {
		return nil, err
	}
	key, _ := json.Marshal([]any{"survey", p}) // texts, lists and numbers always encode
	all, err := load.PerCohort(ctx, pole, string(key), func(ids []hub.ID) (map[hub.ID]*hub.PoleSurvey, error) {
		list, err := r.hub.Surveys(ctx, ids, p)
		return byPole(ids, list), err
	})
	return relay.NewSurvey(all[pole.ID]), err
}

func changeMeasures(ctx context.Context, c *relay.PoleChange, ids []analysis.Indicator, opts analysis.Options) ([]*analysis.Measure, error) {
	if err := checkDraws(opts); err != nil {
		return nil, err
	}
	return measured(ctx, analysis.SubjectChange, ids, func() []analysis.Measure { return c.Change.Measure(ctx, ids, opts) })
}
