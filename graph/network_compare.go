package graph

import (
	"cmp"
	"context"
	"fmt"

	"polehub/analysis"
	"polehub/graph/load"
	"polehub/hub"
)

func (r *Resolver) compare(ctx context.Context, poles []string, at *string, dates []string) (*hub.Comparison, error) {
	sides, err := sidesOf(ctx, poles, at, dates)
	if err != nil {
		return nil, err
	}
	if given, _ := rawArguments(ctx)["projection"].(map[string]any); given["asOf"] != nil {
		return nil, hub.Invalid("projection.asOf", "the days compared are given by at or dates")
	}
	p, err := projection(ctx)
	if err != nil {
		return nil, err
	}
	c, err := r.hub.Compare(ctx, sides[0], sides[1], p)
	if err != nil || c == nil {
		return nil, err
	}
	load.Join(ctx, c.First.Members)
	load.Join(ctx, c.Second.Members)
	return c, nil
}

// sidesOf reads which two poles and days are compared.
func sidesOf(ctx context.Context, poles []string, at *string, dates []string) (sides [2]hub.Side, err error) {
	switch {
	case len(poles) < 1 || len(poles) > 2:
		return sides, hub.Invalid("poles", "names %d poles: give two, or one with two dates", len(poles))
	case at != nil && dates != nil:
		return sides, hub.Invalid("at", "give at or dates, not both")
	case dates != nil && len(dates) != 2:
		return sides, hub.Invalid("dates", "names %d days: give two", len(dates))
	case len(poles) == 1 && dates == nil:
		return sides, hub.Invalid("dates", "one pole is compared on two days")
	}
	for k := range sides {
		pole := min(k, len(poles)-1)
		if sides[k].PoleID, err = hub.ParseID(poles[pole]); err != nil {
			return sides, inArgument(err, fmt.Sprintf("poles[%d]", pole))
		}
		day, argument := at, "at"
		if dates != nil {
			day, argument = &dates[k], fmt.Sprintf("dates[%d]", k)
		}
		if sides[k].At, err = load.From(ctx).Day(day); err != nil {
			return sides, inArgument(err, argument)
		}
	}
	return sides, nil
}

func compared(ctx context.Context, c *hub.Comparison, ids []analysis.Indicator, opts analysis.Options) ([]*analysis.Contrast, error) {
	if err := checkDraws(opts); err != nil {
		return nil, err
	}
	return contrasts(ctx, c.First, c.Second, ids, opts, c.Contrasts)
}

// contrasts measures two networks, which compute puts side by side.
func contrasts(ctx context.Context, first, second *hub.PoleNetwork, ids []analysis.Indicator, opts analysis.Options,
	compute func(context.Context, []analysis.Indicator, analysis.Options) []analysis.Contrast) ([]*analysis.Contrast, error) {
	if err := cmp.Or(tooLarge(first, 0, ""), tooLarge(second, 0, ""), onlyOf(analysis.SubjectNetwork, ids)); err != nil {
		return nil, err
	}
	if ids != nil && len(ids) == 0 {
		return nil, nil
	}
	var out []*analysis.Contrast
	err := load.Compute(ctx, func() {
		all := compute(ctx, ids, opts)
		for k := range all {
			out = append(out, &all[k])
		}
	})
	return out, err
}

// either is the measure that tells indicator and scope of a contrast.
func either(c *analysis.Contrast) *analysis.Measure { return cmp.Or(c.First, c.Second) }
