package hub

import (
	"context"

	"polehub/analysis"
)

// Side is one side of a comparison: a pole on a day.
type Side struct {
	PoleID ID
	At     Date
}

// Comparison is the networks of two sides under one projection. Whether they are
// comparable at all comes first: Differences lists in which respects they are not.
type Comparison struct {
	First, Second *PoleNetwork
	// Paired says that both sides are one pole, so that a difference is measured on
	// the organisations that are members on both days.
	Paired      bool
	Differences []analysis.Difference
}

// Compare reads the networks of two sides; the day of the projection is theirs. It
// is nil when one of the poles does not exist. One side twice is BadUserInput.
func (h *Hub) Compare(ctx context.Context, first, second Side, p analysis.Projection) (*Comparison, error) {
	if first == second {
		return nil, Invalid("poles", "%s on %s is compared with itself", first.PoleID, first.At)
	}
	c := &Comparison{Paired: first.PoleID == second.PoleID}
	for _, side := range []struct {
		Side
		into **PoleNetwork
	}{{first, &c.First}, {second, &c.Second}} {
		p.AsOf = string(side.At)
		networks, err := h.Networks(ctx, []ID{side.PoleID}, p)
		if err != nil || networks[0] == nil {
			return nil, err
		}
		*side.into = networks[0]
	}
	for _, d := range analysis.Comparable(*c.First.Network.Echo(), *c.Second.Network.Echo()) {
		if !c.Paired || d.Parameter != analysis.ParameterDate { // two days are what is asked for
			c.Differences = append(c.Differences, d)
		}
	}
	return c, nil
}

// Contrasts measures both sides and what lies between them: with the same actors
// drawn from both for one pole on two days, else independently.
func (c *Comparison) Contrasts(ctx context.Context, ids []analysis.Indicator, opts analysis.Options) []analysis.Contrast {
	if c.Paired {
		return analysis.ComparePaired(ctx, c.First.Network, c.Second.Network, ids, opts)
	}
	return analysis.Compare(ctx, c.First.Network, c.Second.Network, ids, opts)
}
