package graph

import (
	"context"
	"polehub/graph/actor"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *networkResolver) Matrix(ctx context.Context, obj *hub.PoleNetwork, by string) (*relay.ClassMatrix, error) {
	return classMatrix(ctx, obj, by)
}

func (r *networkResolver) Components(ctx context.Context, obj *hub.PoleNetwork) ([]*actor.NetworkGroup, error) {
	return components(ctx, obj)
}

func (r *networkResolver) CorePeriphery(ctx context.Context, obj *hub.PoleNetwork) (*actor.CorePeriphery, error) {
	return corePeriphery(ctx, obj)
}

func (r *networkResolver) Cliques(ctx context.Context, obj *hub.PoleNetwork) ([]*actor.NetworkGroup, error) {
	return cliques(ctx, obj)
}

func (r *networkResolver) Communities(ctx context.Context, obj *hub.PoleNetwork) (*actor.Communities, error) {
	return communities(ctx, obj)
}

func (r *networkResolver) Bridges(ctx context.Context, obj *hub.PoleNetwork) ([]*actor.Bridge, error) {
	return bridges(ctx, obj)
}

func (r *networkResolver) ArticulationPoints(ctx context.Context, obj *hub.PoleNetwork) ([]*actor.ArticulationPoint, error) {
	return articulationPoints(ctx, obj)
}

func (r *networkResolver) Removals(ctx context.Context, obj *hub.PoleNetwork, first int32) ([]*actor.Removal, error) {
	return removals(ctx, obj, first)
}

func (r *networkResolver) KeyPlayers(ctx context.Context, obj *hub.PoleNetwork) ([]*actor.KeyPlayers, error) {
	return keyPlayers(ctx, obj)
}
