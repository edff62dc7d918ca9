package hub

import (
	"context"
	"encoding/json"
	"slices"

	"polehub/analysis"
)

// MaxSteps is the greatest number of days in one timeline on which something may
// change.
const MaxSteps = 2000

// PoleTimeline is how indicators of a pole went in a period, as step functions.
type PoleTimeline struct {
	PoleID   ID
	From, To Date
	Revision Revision
	Series   []analysis.Series
}

// Timeline measures indicators of networks and of money on one pole in [from, to),
// under a projection without a day; contracts in ledgers are those that the
// projection names, all when it names none. nil when there is no such pole. The
// number of calls to the store is constant. What is refused is BadUserInput naming
// the parameter.
func (h *Hub) Timeline(ctx context.Context, pole ID, p analysis.Projection, from, to Date, ids []analysis.Indicator, attributes []string) (*PoleTimeline, error) {
	if from >= to {
		return nil, Invalid("to", "%s is not after %s", to, from)
	}
	p.AsOf, p.From, p.To, p.MembersIn = "", string(from), string(to), ""
	var networks, money []analysis.Indicator
	for _, id := range slices.Compact(slices.Sorted(slices.Values(ids))) {
		switch d, _ := analysis.DefinitionOf(id); {
		case !d.Stepwise():
			return nil, Invalid("measures", "%s is no step function of time", id)
		case d.Subject == analysis.SubjectNetwork:
			networks = append(networks, id)
		default:
			money = append(money, id)
		}
	}
	key, _ := json.Marshal([]any{ids, attributes}) // texts always encode
	out, err := perPole(ctx, h, []ID{pole}, "timeline "+string(key)+projectionKey(p), func(ctx context.Context, r Reader, revision Revision, asked []ID, into map[ID]*PoleTimeline) error {
		f, err := readNetworkFacts(ctx, r, asked, p)
		if err != nil {
			return err
		}
		w := analysis.Window{AsOf: string(from), Types: p.Contracts}
		var ledgers *networkFacts
		if len(money) > 0 {
			of := ledgerProjection(w)
			of.AsOf, of.From, of.To = "", p.From, p.To
			if ledgers, err = readLedgerFacts(ctx, r, asked, of); err != nil {
				return err
			}
		}
		return eachPole(ctx, f.there(asked), into, func(pole ID) (*PoleTimeline, error) {
			t := &PoleTimeline{PoleID: pole, From: from, To: to, Revision: revision}
			if len(networks) > 0 {
				if t.Series, err = f.networkSeries(ctx, pole, p, networks, attributes); err != nil {
					return nil, projectionError(err)
				}
			}
			if len(money) == 0 {
				return t, nil
			}
			more, err := ledgers.moneySeries(ctx, pole, p, w, money)
			t.Series = append(t.Series, more...)
			return t, projectionError(err)
		})
	})
	if err != nil {
		return nil, err
	}
	return out[0], nil
}

func (f *networkFacts) networkSeries(ctx context.Context, pole ID, p analysis.Projection, ids []analysis.Indicator, attributes []string) ([]analysis.Series, error) {
	changes, err := f.changes(pole, p)
	if err != nil {
		return nil, err
	}
	return analysis.TimeSeries(p.From, p.To, changes, func(day string) (analysis.Moment, error) {
		if err := ctx.Err(); err != nil {
			return analysis.Moment{}, err
		}
		n, err := f.project(asOf(p, Date(day)), pole)
		if err != nil {
			return analysis.Moment{}, err
		}
		return n.Network.Moment(ctx, ids, analysis.Options{Attributes: attributes, Workers: 1}), nil
	})
}

func (f *networkFacts) moneySeries(ctx context.Context, pole ID, p analysis.Projection, w analysis.Window, ids []analysis.Indicator) ([]analysis.Series, error) {
	changes, err := f.changes(pole, p)
	if err != nil {
		return nil, err
	}
	contracts := f.contractsOf(pole)
	return analysis.TimeSeries(p.From, p.To, changes, func(day string) (analysis.Moment, error) {
		if err := ctx.Err(); err != nil {
			return analysis.Moment{}, err
		}
		w.AsOf = day
		l, err := openLedger(f.ledgerInput(pole, contracts, ledgerProjection(w)), w)
		if err != nil {
			return analysis.Moment{}, err
		}
		return l.Moment(ids), nil
	})
}

// changes are the days of a period on which the members of a pole, their classes,
// groups, ties or contracts may change.
func (f *networkFacts) changes(pole ID, p analysis.Projection) ([]string, error) {
	in, members := f.input(p, pole)
	in.Contracts = nil
	var days []Date
	add := func(period Period) { days = append(days, period.ValidFrom, period.ValidTo) }
	for _, m := range f.membersOf(pole, p) {
		add(m.Belonging(f.poles[pole]))
	}
	for _, o := range members {
		for _, c := range f.claims[o.ID] {
			add(c.Period)
		}
		for _, id := range f.signed[o.ID] {
			c := f.contracts[id]
			in.Contracts = append(in.Contracts, c.input(Date(p.From)))
			for _, a := range c.amendments {
				if a.Dated != "" {
					days = append(days, a.Dated)
					in.Contracts = append(in.Contracts, c.input(a.Dated))
				}
			}
		}
	}
	for _, l := range f.links {
		add(l.Period)
	}
	all, err := in.Changes(p, p.From, p.To)
	if err != nil {
		return nil, err
	}
	for _, d := range days {
		if string(d) > p.From && string(d) < p.To {
			all = append(all, string(d))
		}
	}
	slices.Sort(all)
	if all = slices.Compact(all); len(all) > MaxSteps {
		return nil, Invalid("to", "%d days from %s to %s change something: at most %d", len(all), p.From, p.To, MaxSteps)
	}
	return all, nil
}
