package involvement

import (
	"context"

	"polehub/analysis"
	"polehub/hub"
)

// MaxWithout is how many public actors are supposed to leave one by one: the first in
// the order of the answer.
const MaxWithout = 100

// Without is what would remain of a pole if public actors left it and paid nothing:
// computed, never written, and no forecast, for others may take their place.
type Without struct {
	// Gone are the actors that are supposed to leave.
	Gone []*hub.Organisation
	// All says that they are all public actors of the time.
	All bool
	// Connectedness, Compactness and Isolates are those of the network with them
	// (First) and without (Second), each with its bounds. Who is no member of the last
	// day is in neither.
	Connectedness, Compactness, Isolates *analysis.Contrast
	// Before is the money that members are known to receive, After what neither comes
	// from those who left nor goes to them.
	Before, After Sum
}

// received is the money that members receive by the flows that count.
func received(l *analysis.Ledger, counts func(analysis.Flow) bool) Sum {
	return sumOf(l.Received(counts))
}

// newWithout supposes that public actors leave: each, then all of them when there are
// several.
func newWithout(ctx context.Context, f *Facts, actors []*Actor) ([]*Without, error) {
	n, l, err := f.views()
	if err != nil {
		return nil, err
	}
	out := []*Without{}
	for _, a := range actors[:min(len(actors), MaxWithout)] {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		out = append(out, f.without(ctx, n, l, []*Actor{a}))
	}
	if len(actors) > 1 {
		out = append(out, f.without(ctx, n, l, actors))
	}
	for _, w := range out {
		w.All = len(w.Gone) == len(actors)
	}
	return out, nil
}

func (f *Facts) without(ctx context.Context, n *analysis.Network, l *analysis.Ledger, actors []*Actor) *Without {
	w := &Without{}
	gone := map[string]bool{}
	for _, a := range actors {
		w.Gone = append(w.Gone, a.Organisation)
		gone[string(a.Organisation.ID)] = true
	}
	w.Before = received(l, func(analysis.Flow) bool { return true })
	w.After = received(l, func(p analysis.Flow) bool { return !gone[p.From] && !gone[p.To] })
	ids := []analysis.Indicator{analysis.Connectedness, analysis.Compactness, analysis.Isolates}
	found := analysis.Compare(ctx, n, n.Without(f.nodes(actors)...), ids, analysis.Options{Workers: 1})
	w.Connectedness, w.Compactness, w.Isolates = &found[0], &found[1], &found[2]
	return w
}
