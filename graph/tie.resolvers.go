package graph

import (
	"context"
	"polehub/graph/actor"
	"polehub/graph/generated"
	"polehub/graph/load"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *mutationResolver) CreateObservation(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Observation], error) {
	return createRecord[*hub.Observation](ctx, r.Resolver, hub.ObservationNoun)
}

func (r *mutationResolver) UpdateObservation(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Observation], error) {
	return updateRecord[*hub.Observation](ctx, r.Resolver, hub.ObservationNoun)
}

func (r *mutationResolver) DeleteObservation(ctx context.Context, input map[string]any) (*relay.DeletePayload, error) {
	return r.delete(ctx, hub.ObservationNoun)
}

func (r *mutationResolver) CreateRosterEntry(ctx context.Context, input map[string]any) (*relay.Payload[*hub.RosterEntry], error) {
	return createRecord[*hub.RosterEntry](ctx, r.Resolver, hub.RosterEntryNoun)
}

func (r *mutationResolver) UpdateRosterEntry(ctx context.Context, input map[string]any) (*relay.Payload[*hub.RosterEntry], error) {
	return updateRecord[*hub.RosterEntry](ctx, r.Resolver, hub.RosterEntryNoun)
}

func (r *mutationResolver) DeleteRosterEntry(ctx context.Context, input map[string]any) (*relay.DeletePayload, error) {
	return r.delete(ctx, hub.RosterEntryNoun)
}

func (r *mutationResolver) CreateTie(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Tie], error) {
	return createRecord[*hub.Tie](ctx, r.Resolver, hub.TieNoun)
}

func (r *mutationResolver) UpdateTie(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Tie], error) {
	return updateRecord[*hub.Tie](ctx, r.Resolver, hub.TieNoun)
}

func (r *mutationResolver) EndTie(ctx context.Context, input map[string]any) (*relay.Payload[*hub.Tie], error) {
	return endRecord[*hub.Tie](ctx, r.Resolver, hub.TieNoun)
}

func (r *mutationResolver) DeleteTie(ctx context.Context, input map[string]any) (*relay.DeletePayload, error) {
	return r.delete(ctx, hub.TieNoun)
}

func (r *observationResolver) Pole(ctx context.Context, obj *hub.Observation) (*hub.Pole, error) {
	return load.One[*hub.Pole](ctx, obj, "poleId")
}

func (r *observationResolver) Roster(ctx context.Context, obj *hub.Observation) ([]*hub.RosterEntry, error) {
	return load.List[*hub.RosterEntry](ctx, obj, "roster", nil)
}

func (r *observationResolver) Ties(ctx context.Context, obj *hub.Observation, where map[string]any, orderBy []map[string]any, first *int32, after *string, last *int32, before *string) (*relay.Connection[*hub.Tie], error) {
	return load.Children[*hub.Tie](ctx, obj, "ties")
}

func (r *observationResolver) Sources(ctx context.Context, obj *hub.Observation) ([]*hub.Source, error) {
	return load.Sources(ctx, obj)
}

func (r *observationResolver) Demonstration(ctx context.Context, obj *hub.Observation) (*bool, error) {
	return load.Demonstration(ctx, obj)
}

func (r *rosterEntryResolver) Observation(ctx context.Context, obj *hub.RosterEntry) (*hub.Observation, error) {
	return load.One[*hub.Observation](ctx, obj, "observationId")
}

func (r *rosterEntryResolver) Organisation(ctx context.Context, obj *hub.RosterEntry) (actor.Organisation, error) {
	return actor.One(load.One[*hub.Organisation](ctx, obj, "organisationId"))
}

func (r *rosterEntryResolver) Sources(ctx context.Context, obj *hub.RosterEntry) ([]*hub.Source, error) {
	return load.Sources(ctx, obj)
}

func (r *rosterEntryResolver) Demonstration(ctx context.Context, obj *hub.RosterEntry) (*bool, error) {
	return load.Demonstration(ctx, obj)
}

func (r *tieResolver) Family(ctx context.Context, obj *hub.Tie) (string, error) {
	return obj.Type.Family(), nil
}

func (r *tieResolver) IsDirected(ctx context.Context, obj *hub.Tie) (bool, error) {
	return obj.Type.Directed(), nil
}

func (r *tieResolver) From(ctx context.Context, obj *hub.Tie) (actor.Organisation, error) {
	return actor.One(load.One[*hub.Organisation](ctx, obj, "fromId"))
}

func (r *tieResolver) To(ctx context.Context, obj *hub.Tie) (actor.Organisation, error) {
	return actor.One(load.One[*hub.Organisation](ctx, obj, "toId"))
}

func (r *tieResolver) Pole(ctx context.Context, obj *hub.Tie) (*hub.Pole, error) {
	return load.One[*hub.Pole](ctx, obj, "poleId")
}

func (r *tieResolver) Observation(ctx context.Context, obj *hub.Tie) (*hub.Observation, error) {
	return load.One[*hub.Observation](ctx, obj, "observationId")
}

func (r *tieResolver) Sources(ctx context.Context, obj *hub.Tie) ([]*hub.Source, error) {
	return load.Sources(ctx, obj)
}

func (r *tieResolver) Demonstration(ctx context.Context, obj *hub.Tie) (*bool, error) {
	return load.Demonstration(ctx, obj)
}

func (r *Resolver) Observation() generated.ObservationResolver { return &observationResolver{r} }

func (r *Resolver) RosterEntry() generated.RosterEntryResolver { return &rosterEntryResolver{r} }

func (r *Resolver) Tie() generated.TieResolver { return &tieResolver{r} }

type (
	observationResolver struct{ *Resolver }
	rosterEntryResolver struct{ *Resolver }
	tieResolver         struct{ *Resolver }
)
