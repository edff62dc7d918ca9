package graph

import (
	"context"
	"polehub/analysis"
	"polehub/graph/actor"
	"polehub/graph/generated"
	"polehub/graph/load"
	"polehub/graph/relay"
	"polehub/hub"
)

func (r *flagResolver) Code(ctx context.Context, obj *hub.Flag) (string, error) {
	return string(obj.Code), nil
}

func (r *hubResolver) Counts(ctx context.Context, obj *relay.Hub) ([]*relay.NounCount, error) {
	return r.counts(ctx)
}

func (r *hubResolver) Demonstration(ctx context.Context, obj *relay.Hub) (*bool, error) {
	return r.demonstration(ctx)
}

func (r *queryResolver) Node(ctx context.Context, id string) (hub.Record, error) {
	return r.node(ctx, id)
}

func (r *queryResolver) Nodes(ctx context.Context, ids []string) ([]hub.Record, error) {
	return r.nodes(ctx, ids)
}

func (r *queryResolver) Pole(ctx context.Context, id string) (*hub.Pole, error) {
	return load.Record[*hub.Pole](ctx, hub.PoleNoun, id)
}

func (r *queryResolver) Poles(ctx context.Context, where map[string]any, criterion *relay.CriterionFilter, orderBy []map[string]any, first *int32, after *string, last *int32, before *string) (*relay.Connection[*hub.Pole], error) {
	return r.poles(ctx, criterion)
}

func (r *queryResolver) Organisation(ctx context.Context, id *string, siren *string, siret *string, rna *string) (actor.Organisation, error) {
	return r.organisation(ctx, id, siren, siret, rna)
}

func (r *queryResolver) Organisations(ctx context.Context, where map[string]any, orderBy []map[string]any, first *int32, after *string, last *int32, before *string) (*relay.Connection[actor.Organisation], error) {
	return actor.Connection(load.Roots[*hub.Organisation](ctx, hub.OrganisationNoun))
}

func (r *queryResolver) Contract(ctx context.Context, id string) (*hub.Contract, error) {
	return load.Record[*hub.Contract](ctx, hub.ContractNoun, id)
}

func (r *queryResolver) Contracts(ctx context.Context, where map[string]any, orderBy []map[string]any, first *int32, after *string, last *int32, before *string) (*relay.Connection[*hub.Contract], error) {
	return load.Roots[*hub.Contract](ctx, hub.ContractNoun)
}

func (r *queryResolver) Ties(ctx context.Context, at *string, history *bool, types []hub.TieType, where map[string]any, orderBy []map[string]any, first *int32, after *string, last *int32, before *string) (*relay.Connection[*hub.Tie], error) {
	return load.Roots[*hub.Tie](ctx, hub.TieNoun)
}

func (r *queryResolver) Sources(ctx context.Context, where map[string]any, orderBy []map[string]any, first *int32, after *string, last *int32, before *string) (*relay.Connection[*hub.Source], error) {
	return load.Roots[*hub.Source](ctx, hub.SourceNoun)
}

func (r *queryResolver) Search(ctx context.Context, query string, nouns []string, first *int32, after *string) (*relay.Connection[hub.Record], error) {
	return r.search(ctx, query, nouns)
}

func (r *queryResolver) Hub(ctx context.Context) (*relay.Hub, error) {
	return r.about(ctx)
}

func (r *queryResolver) Indicators(ctx context.Context, ids []analysis.Indicator) ([]*analysis.Definition, error) {
	return definitions(ids...), nil
}

func (r *queryResolver) Vocabularies(ctx context.Context, name *string) ([]*hub.Enum, error) {
	return vocabularies(name), nil
}

func (r *queryResolver) Changes(ctx context.Context, since *int32, first *int32, after *string, where map[string]any) (*relay.Connection[*relay.Change], error) {
	return r.changes(ctx)
}

func (r *vocabularyValueResolver) Label(ctx context.Context, obj *hub.EnumValue, lang string) (string, error) {
	return inLanguage(lang, obj.French, obj.English), nil
}

func (r *Resolver) Flag() generated.FlagResolver { return &flagResolver{r} }

func (r *Resolver) Hub() generated.HubResolver { return &hubResolver{r} }

func (r *Resolver) Query() generated.QueryResolver { return &queryResolver{r} }

func (r *Resolver) VocabularyValue() generated.VocabularyValueResolver {
	return &vocabularyValueResolver{r}
}

type (
	flagResolver            struct{ *Resolver }
	hubResolver             struct{ *Resolver }
	queryResolver           struct{ *Resolver }
	vocabularyValueResolver struct{ *Resolver }
)
