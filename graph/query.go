package graph

import (
	"context"
	"slices"

	"polehub/analysis"
	"polehub/graph/actor"
	"polehub/graph/input"
	"polehub/graph/load"
	"polehub/graph/relay"
	"polehub/hub"
)

// maxNodes is the greatest number of ids in nodes.
const maxNodes = 100

func (r *Resolver) node(ctx context.Context, id string) (hub.Record, error) {
	found, err := r.nodes(ctx, []string{id})
	if err != nil {
		return nil, err
	}
	return found[0], nil
}

func (r *Resolver) nodes(ctx context.Context, texts []string) ([]hub.Record, error) {
	if len(texts) > maxNodes {
		return nil, hub.Invalid("ids", "has %d items: at most %d", len(texts), maxNodes)
	}
	ids := make([]hub.ID, len(texts))
	for i, text := range texts {
		id, err := hub.ParseID(text)
		if err != nil {
			return nil, err
		}
		if hub.NounOf(id) == nil {
			return nil, hub.Invalid("id", "%q is not an id of any kind of record", id)
		}
		ids[i] = id
	}
	found, err := load.From(ctx).Find(ctx, ids)
	for i, record := range found {
		if record != nil {
			found[i] = actor.Record(record)
		}
	}
	return found, err
}

// organisation finds an organisation by exactly one of its id and numbers.
func (r *Resolver) organisation(ctx context.Context, id, siren, siret, rna *string) (actor.Organisation, error) {
	given := 0
	for _, is := range []bool{id != nil, siren != nil, siret != nil, rna != nil} {
		if is {
			given++
		}
	}
	switch {
	case given != 1:
		return nil, hub.Invalid("", "exactly one of id, siren, siret and rna is to be given, not %d", given)
	case id != nil:
		return actor.One(load.Record[*hub.Organisation](ctx, hub.OrganisationNoun, *id))
	case siren != nil && !hub.ValidSIREN(*siren):
		return nil, hub.Invalid("siren", "%q is not a SIREN: expected 9 digits that pass the check", hub.Clip(*siren, 40))
	case siren != nil:
		return r.unit(ctx, *siren)
	case rna != nil && !hub.ValidRNA(*rna):
		return nil, hub.Invalid("rna", "%q is not an RNA number: expected a form such as W123456789", hub.Clip(*rna, 40))
	case rna != nil:
		return r.identified(ctx, hub.SchemeRNA, *rna)
	case !hub.ValidSIRET(*siret):
		return nil, hub.Invalid("siret", "%q is not a SIRET: expected 14 digits that pass the check", hub.Clip(*siret, 40))
	}
	found, err := r.identified(ctx, hub.SchemeSIRET, *siret)
	if found != nil || err != nil {
		return found, err
	}
	return r.unit(ctx, (*siret)[:9])
}

// unit finds a legal unit by its SIREN, which the id of one tells that is known
// by its SIRETs only.
func (r *Resolver) unit(ctx context.Context, siren string) (actor.Organisation, error) {
	found, err := r.identified(ctx, hub.SchemeSIREN, siren)
	if found != nil || err != nil {
		return found, err
	}
	return actor.One(load.Record[*hub.Organisation](ctx, hub.OrganisationNoun, "org:siren-"+siren))
}

// identified finds the organisation with a number: the first by id, should
// several have it.
func (r *Resolver) identified(ctx context.Context, scheme hub.Scheme, value string) (actor.Organisation, error) {
	n, i := hub.OrganisationNoun, hub.IdentifierNoun
	rows, err := load.From(ctx).Rows(ctx, hub.Query{Noun: n, Limit: 1, Where: hub.Has{
		Relation: n.Relation("identifiers"),
		Where:    hub.And{hub.In(i.Field("scheme"), scheme), hub.In(i.Field("value"), value)},
	}})
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return actor.Of(rows[0].Record.(*hub.Organisation)), nil
}

// about is what the hub says of itself without counting.
func (r *Resolver) about(ctx context.Context) (*relay.Hub, error) {
	revision, err := r.hub.Store.Revision(ctx)
	if err != nil {
		return nil, err
	}
	return &relay.Hub{
		Revision: int(revision), StoreKind: r.hub.Store.Kind(), Version: r.version,
		Today: load.From(ctx).Today(), IsReadOnly: isReadOnly(ctx),
	}, nil
}

func (r *Resolver) counts(ctx context.Context) ([]*relay.NounCount, error) {
	nouns := hub.Nouns()
	counts := make([]*relay.NounCount, len(nouns))
	for i, n := range nouns {
		counts[i] = &relay.NounCount{Noun: input.Screaming(n.Name)}
		tallies, err := r.hub.Store.Tally(ctx, hub.Query{Noun: n})
		if err != nil {
			return nil, err
		}
		for _, t := range tallies {
			counts[i].Count += t.Count
		}
	}
	return counts, nil
}

// demonstration says whether any source is a demonstration.
func (r *Resolver) demonstration(ctx context.Context) (*bool, error) {
	rows, err := load.From(ctx).Rows(ctx, hub.Query{Noun: hub.SourceNoun, Limit: 1,
		Where: hub.In(hub.SourceNoun.Field("kind"), hub.SourceDemonstration)})
	return new(len(rows) > 0), err
}

// definitions are those of the indicators named, by id; all when ids is nil.
func definitions(ids ...analysis.Indicator) []*analysis.Definition {
	var out []*analysis.Definition
	for _, d := range analysis.Definitions() {
		if ids == nil || slices.Contains(ids, d.ID) {
			out = append(out, &d)
		}
	}
	return out
}

// vocabularies are the enumerations of the hub and the codes of flags, by name;
// only one when it is named.
func vocabularies(name *string) []*hub.Enum {
	flags := &hub.Enum{Name: "FlagCode"}
	for _, f := range hub.FlagCodes() {
		flags.Values = append(flags.Values, hub.EnumValue{Code: string(f.Code), French: f.French, English: f.English})
	}
	all := []*hub.Enum{flags}
	for _, n := range hub.Nouns() {
		for _, f := range n.Fields {
			if f.Enum != nil && !slices.Contains(all, f.Enum) {
				all = append(all, f.Enum)
			}
		}
	}
	slices.SortFunc(all, func(a, b *hub.Enum) int {
		if a.Name < b.Name {
			return -1
		}
		return 1
	})
	if name != nil {
		all = slices.DeleteFunc(all, func(e *hub.Enum) bool { return e.Name != *name })
	}
	return all
}

func inLanguage(lang, french, english string) string {
	if lang == "EN" {
		return english
	}
	return french
}
