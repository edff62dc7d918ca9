package graph

import (
	"cmp"
	"context"
	"encoding/json"
	"sync"

	"polehub/analysis"
	"polehub/graph/actor"
	"polehub/graph/load"
	"polehub/hub"
	"polehub/hub/involvement"
)

// computedPart computes a part of an answer; nil when the time was up.
func computedPart[T any](ctx context.Context, compute func(context.Context) (T, error)) (out T, err error) {
	busy := load.Compute(ctx, func() { out, err = compute(ctx) })
	return out, cmp.Or(busy, err, ctx.Err()) // what was not computed in time is no answer
}

func posture(ctx context.Context, a *involvement.Answer, t involvement.Thresholds) (*involvement.Posture, error) {
	return computedPart(ctx, func(ctx context.Context) (*involvement.Posture, error) { return a.Posture(ctx, t) })
}

// trajectory joins the actors of all years, so that what is asked of them is read
// together.
func trajectory(ctx context.Context, a *involvement.Answer) ([]*involvement.Year, error) {
	years, err := computedPart(ctx, a.Trajectory)
	var actors []*hub.Organisation
	for _, y := range years {
		for _, actor := range y.Actors {
			actors = append(actors, actor.Organisation)
		}
	}
	load.Join(ctx, actors)
	return years, err
}

// peers compares a pole with all others, which are read once in an operation for each
// time that is asked about.
func (r *Resolver) peers(ctx context.Context, a *involvement.Answer) (*involvement.Peers, error) {
	q := a.Question()
	key, _ := json.Marshal(q) // texts always encode
	read := load.Once(ctx, "peers "+string(key), func() func() (*involvement.Profiles, error) {
		return sync.OnceValues(func() (*involvement.Profiles, error) {
			return computedPart(ctx, func(ctx context.Context) (*involvement.Profiles, error) {
				return involvement.ReadProfiles(ctx, r.hub, q)
			})
		})
	})
	all, err := read()
	if err != nil {
		return nil, err
	}
	return computedPart(ctx, func(ctx context.Context) (*involvement.Peers, error) { return a.Peers(ctx, all) })
}

func comparisons(p *involvement.Peers, err error) ([]*involvement.Comparison, error) {
	if err != nil {
		return nil, err
	}
	return p.Values, nil
}

func postures(p *involvement.Peers, err error) ([]*involvement.PosturePeers, error) {
	if err != nil {
		return nil, err
	}
	return p.Postures, nil
}

func organisations(list []*hub.Organisation) []actor.Organisation {
	out := make([]actor.Organisation, len(list))
	for i, o := range list {
		out[i] = actor.Of(o)
	}
	return out
}

// said is a text of package analysis in the language asked for.
func said(lang string, t analysis.Text) string { return inLanguage(lang, t.Fr, t.En) }
