package graph

import (
	"context"
	"polehub/graph/actor"
	"polehub/graph/generated"
	"polehub/hub"
)

func (r *hubNetworkResolver) SharedMembers(ctx context.Context, obj *hub.HubNetwork) ([]*actor.SharedMember, error) {
	return sharedMembers(obj), nil
}

func (r *hubNetworkResolver) Links(ctx context.Context, obj *hub.HubNetwork) ([]*actor.PoleLink, error) {
	return poleLinks(obj)
}

func (r *queryResolver) HubNetwork(ctx context.Context, where map[string]any, projection map[string]any) (*hub.HubNetwork, error) {
	return r.hubNetwork(ctx)
}

func (r *Resolver) HubNetwork() generated.HubNetworkResolver { return &hubNetworkResolver{r} }

type hubNetworkResolver struct{ *Resolver }
