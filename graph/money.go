package graph

import (
	"context"
	"encoding/json"

	"polehub/analysis"
	"polehub/graph/load"
	"polehub/graph/relay"
	"polehub/hub"
)

// money opens the ledger of a pole, for all sibling poles together.
func (r *Resolver) money(ctx context.Context, pole *hub.Pole, at, from, to *string, w analysis.Window) (*relay.Money, error) {
	if from == nil && to == nil {
		day, err := load.From(ctx).Day(at)
		if err != nil {
			return nil, err
		}
		w.AsOf = string(day)
	} else {
		if at != nil {
			return nil, hub.Invalid("at", "is given together with a period: give the one or the other")
		}
		first, last, err := days(ctx, from, to)
		if err != nil {
			return nil, err
		}
		w.From, w.To = string(first), string(last)
	}
	// A struct of texts, lists and numbers always encodes.
	key, _ := json.Marshal(w)
	all, err := load.PerCohort(ctx, pole, "money "+string(key), func(ids []hub.ID) (map[hub.ID]*hub.PoleLedger, error) {
		list, err := r.hub.Ledgers(ctx, ids, w)
		return byPole(ids, list), err
	})
	return relay.NewMoney(all[pole.ID]), err
}

// byPole gives what was made for poles by their ids.
func byPole[T any](ids []hub.ID, made []*T) map[hub.ID]*T {
	out := make(map[hub.ID]*T, len(made))
	for i, v := range made {
		out[ids[i]] = v
	}
	return out
}

// days reads the two days of a period; the second is today when absent, the first a
// year before it.
func days(ctx context.Context, from, to *string) (first, last hub.Date, err error) {
	if last, err = load.From(ctx).Day(to); err != nil {
		return "", "", inArgument(err, "to")
	}
	if from == nil {
		return last.AddMonths(-12), last, nil
	}
	if first, err = load.From(ctx).Day(from); err != nil {
		return "", "", inArgument(err, "from")
	}
	if last <= first {
		return "", "", hub.Invalid("to", "%s is not after %s", last, first)
	}
	return first, last, nil
}

func flows(m *relay.Money) ([]*relay.MoneyFlow, error) {
	out := []*relay.MoneyFlow{}
	for f := range m.Ledger.Flows() {
		if len(out) == maxPairs {
			return nil, hub.Invalid("", "the money of %s has more than %d flows: ask for some types of contracts", m.PoleID, maxPairs)
		}
		out = append(out, relay.NewMoneyFlow(f))
	}
	return out, nil
}

// measured computes the indicators of a subject: all when ids is nil.
func measured(ctx context.Context, subject analysis.Subject, ids []analysis.Indicator, measure func() []analysis.Measure) ([]*analysis.Measure, error) {
	if ids != nil && len(ids) == 0 {
		return nil, nil
	}
	if err := onlyOf(subject, ids); err != nil {
		return nil, err
	}
	var out []*analysis.Measure
	err := load.Compute(ctx, func() {
		all := measure()
		out = make([]*analysis.Measure, len(all))
		for i := range all {
			out[i] = &all[i]
		}
	})
	return out, err
}

func contractCodes(types []hub.ContractType) []string {
	out := make([]string, len(types))
	for i, t := range types {
		out[i] = string(t)
	}
	return out
}
