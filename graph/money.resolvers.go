package graph

import (
	"context"
	"polehub/analysis"
	"polehub/graph/generated"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *moneyResolver) Flows(ctx context.Context, obj *relay.Money) ([]*relay.MoneyFlow, error) {
	return flows(obj)
}

func (r *moneyResolver) Measures(ctx context.Context, obj *relay.Money, ids []analysis.Indicator, nodes bool) ([]*analysis.Measure, error) {
	return measured(ctx, analysis.SubjectMoney, ids, func() []analysis.Measure { return obj.Ledger.Measure(ids, nodes) })
}

func (r *poleResolver) Money(ctx context.Context, obj *hub.Pole, at *string, from *string, to *string, types []hub.ContractType, between bool, maxima bool) (*relay.Money, error) {
	return r.money(ctx, obj, at, from, to, analysis.Window{Types: contractCodes(types), Between: between, Maxima: maxima})
}

func (r *Resolver) Money() generated.MoneyResolver { return &moneyResolver{r} }

type moneyResolver struct{ *Resolver }
