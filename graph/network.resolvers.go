package graph

import (
	"context"
	"fmt"
	"polehub/analysis"
	"polehub/graph/actor"
	"polehub/graph/generated"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *networkResolver) Revision(ctx context.Context, obj *hub.PoleNetwork) (int32, error) {
	return int32(obj.Revision), nil
}

func (r *networkResolver) IsDirected(ctx context.Context, obj *hub.PoleNetwork) (bool, error) {
	return obj.Network.Directed(), nil
}

func (r *networkResolver) IsWeighted(ctx context.Context, obj *hub.PoleNetwork) (bool, error) {
	return obj.Network.Weighted(), nil
}

func (r *networkResolver) Nodes(ctx context.Context, obj *hub.PoleNetwork) ([]*actor.NetworkNode, error) {
	return networkNodes(obj)
}

func (r *networkResolver) Ties(ctx context.Context, obj *hub.PoleNetwork) ([]*relay.NetworkTie, error) {
	return networkTies(obj)
}

func (r *networkResolver) UnknownPairs(ctx context.Context, obj *hub.PoleNetwork) ([]*relay.NetworkPair, error) {
	return unknownPairs(obj)
}

func (r *networkResolver) Measures(ctx context.Context, obj *hub.PoleNetwork, ids []analysis.Indicator, by []string, nodes bool) ([]*analysis.Measure, error) {
	return measures(obj, ids, by, nodes), nil
}

func (r *networkResolver) Projection(ctx context.Context, obj *hub.PoleNetwork) (*relay.Projection, error) {
	return relay.NewProjection(obj.Network.Echo()), nil
}

func (r *projectionInputResolver) AsOf(ctx context.Context, obj relay.Input, data *hub.Date) error {
	panic(fmt.Errorf("not implemented: AsOf - asOf"))
}

func (r *projectionInputResolver) Circles(ctx context.Context, obj relay.Input, data []hub.Circle) error {
	panic(fmt.Errorf("not implemented: Circles - circles"))
}

func (r *projectionInputResolver) Relations(ctx context.Context, obj relay.Input, data []hub.TieType) error {
	panic(fmt.Errorf("not implemented: Relations - relations"))
}

func (r *projectionInputResolver) NoRelations(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: NoRelations - noRelations"))
}

func (r *projectionInputResolver) Contracts(ctx context.Context, obj relay.Input, data []hub.ContractType) error {
	panic(fmt.Errorf("not implemented: Contracts - contracts"))
}

func (r *projectionInputResolver) AllContracts(ctx context.Context, obj relay.Input, data *bool) error {
	panic(fmt.Errorf("not implemented: AllContracts - allContracts"))
}

func (r *projectionInputResolver) Direction(ctx context.Context, obj relay.Input, data *analysis.Direction) error {
	panic(fmt.Errorf("not implemented: Direction - direction"))
}

func (r *projectionInputResolver) Confirm(ctx context.Context, obj relay.Input, data *analysis.Confirm) error {
	panic(fmt.Errorf("not implemented: Confirm - confirm"))
}

func (r *projectionInputResolver) Silence(ctx context.Context, obj relay.Input, data *analysis.Silence) error {
	panic(fmt.Errorf("not implemented: Silence - silence"))
}

func (r *projectionInputResolver) Rule(ctx context.Context, obj relay.Input, data *analysis.KnownRule) error {
	panic(fmt.Errorf("not implemented: Rule - rule"))
}

func (r *projectionInputResolver) Absence(ctx context.Context, obj relay.Input, data *analysis.AbsenceRule) error {
	panic(fmt.Errorf("not implemented: Absence - absence"))
}

func (r *projectionInputResolver) Horizon(ctx context.Context, obj relay.Input, data *int32) error {
	panic(fmt.Errorf("not implemented: Horizon - horizon"))
}

func (r *projectionInputResolver) Groups(ctx context.Context, obj relay.Input, data *analysis.Groups) error {
	panic(fmt.Errorf("not implemented: Groups - groups"))
}

func (r *projectionInputResolver) Carrier(ctx context.Context, obj relay.Input, data *analysis.CarrierRule) error {
	panic(fmt.Errorf("not implemented: Carrier - carrier"))
}

func (r *projectionInputResolver) Weight(ctx context.Context, obj relay.Input, data *analysis.Weight) error {
	panic(fmt.Errorf("not implemented: Weight - weight"))
}

func (r *projectionInputResolver) Expansion(ctx context.Context, obj relay.Input, data *analysis.Expansion) error {
	panic(fmt.Errorf("not implemented: Expansion - expansion"))
}

func (r *Resolver) Network() generated.NetworkResolver { return &networkResolver{r} }

func (r *Resolver) ProjectionInput() generated.ProjectionInputResolver {
	return &projectionInputResolver{r}
}

type (
	networkResolver         struct{ *Resolver }
	projectionInputResolver struct{ *Resolver }
)
