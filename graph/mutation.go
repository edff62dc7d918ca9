package graph

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"polehub/graph/actor"
	"polehub/graph/input"
	"polehub/graph/load"
	"polehub/graph/relay"
	"polehub/hub"
)

// anonymous stands in the change log for a caller without a name; @hasRole
// lets none write over HTTP.
const anonymous = "anonymous"

// draft is the records of one create with their places in the input.
type draft struct {
	records []hub.Record
	paths   map[hub.ID]string
	errs    hub.Errors
}

// createRecord creates a record of a noun and its parts.
func createRecord[T hub.Record](ctx context.Context, r *Resolver, n *hub.Noun) (*relay.Payload[T], error) {
	in := inputOf(ctx)
	scope := caller(ctx) + " " + graphql.GetFieldContext(ctx).Field.Name
	return once(r.keys, scope, in, func() (*relay.Payload[T], error) {
		d := draftOf(n, in)
		if len(d.errs) > 0 {
			return refused[T](d.errs, nil)
		}
		out, err := r.update(ctx, func(b *hub.Batch) error {
			b.Create(d.records...)
			return nil
		})
		if err != nil {
			return refused[T](err, d.paths)
		}
		return &relay.Payload[T]{Record: d.records[0].(T), UserErrors: []*relay.UserError{}, Revision: new(int(out.Revision))}, nil
	})
}

// inputOf is the input of the mutation being resolved, as the document and its
// variables give it.
func inputOf(ctx context.Context) map[string]any {
	in, _ := rawArguments(ctx)["input"].(map[string]any)
	return in
}

// update changes the hub on behalf of the caller; what the operation had read
// before is read anew.
func (r *Resolver) update(ctx context.Context, fn func(*hub.Batch) error) (hub.Outcome, error) {
	defer load.From(ctx).Forget()
	return r.hub.Update(ctx, caller(ctx), func(b *hub.Batch) error {
		b.RequireParties()
		return fn(b)
	})
}

// draftOf makes the record that an input describes, then its parts, and checks
// each.
func draftOf(n *hub.Noun, in map[string]any) *draft {
	d := &draft{paths: map[hub.ID]string{}}
	whole := n.New()
	d.add(whole, in, "")
	for _, name := range slices.Sorted(maps.Keys(in)) {
		rel := n.Relation(name)
		if rel == nil || !rel.Many || len(rel.Via) != 1 || !rel.Via[0].Part {
			continue
		}
		parts, err := input.Parts(in[name], name)
		if err != nil {
			d.errs = append(d.errs, hub.AsErrors(err)...)
		}
		for i, fields := range parts {
			part := hub.NounNamed(rel.To).New()
			// A reference takes any text; the id of the whole is checked with it.
			_ = rel.Via[0].Set(part, string(whole.Key()))
			d.add(part, fields, name+"."+strconv.Itoa(i)+".")
		}
	}
	if n == hub.ContractNoun && len(d.errs) == 0 {
		d.errs = hub.CheckParties(partiesOf(d.records))
	}
	return d
}

func partiesOf(records []hub.Record) []*hub.Party {
	var parties []*hub.Party
	for _, r := range records {
		if p, ok := r.(*hub.Party); ok {
			parties = append(parties, p)
		}
	}
	return parties
}

// add fills and checks one record; the path of what is at fault begins with
// prefix.
func (d *draft) add(r hub.Record, fields map[string]any, prefix string) {
	errs := input.Apply(r, fields)
	id, err := input.ID(fields, r.Noun())
	if err != nil {
		errs = append(errs, hub.AsErrors(err)...)
	}
	if id == "" {
		id = input.NewID(r, fields)
	}
	// The id field is text, which Set always takes.
	_ = r.Noun().ID().Set(r, string(id))
	hub.Complete(r)
	if len(errs) == 0 {
		errs = append(hub.Validate(r), hub.CheckKind(nil, r)...)
	}
	for _, e := range errs {
		d.errs = append(d.errs, &hub.Error{Code: e.Code, Field: prefix + input.NameOf(e.Field), Msg: e.Msg})
	}
	if other, twice := d.paths[r.Key()]; twice && len(errs) == 0 {
		d.errs = append(d.errs, &hub.Error{Code: hub.Conflict, Field: prefix + "id", Msg: "is the same record as " + strings.TrimSuffix(other, ".")})
	}
	d.paths[r.Key()] = prefix
	d.records = append(d.records, r)
}

// updateRecord changes the fields of a record that the input names.
func updateRecord[T hub.Record](ctx context.Context, r *Resolver, n *hub.Noun) (*relay.Payload[T], error) {
	return change[T](ctx, r, n, inputOf(ctx))
}

// change applies the fields of an input object to a stored record.
func change[T hub.Record](ctx context.Context, r *Resolver, n *hub.Noun, in map[string]any) (*relay.Payload[T], error) {
	id, err := input.ID(in, n)
	if err != nil {
		return refused[T](err, nil)
	}
	var after hub.Record
	out, err := r.update(ctx, func(b *hub.Batch) error {
		stored, err := b.Stored(ctx, []hub.ID{id})
		if err != nil {
			return err
		}
		if stored[0] == nil {
			return &hub.Error{Code: hub.NotFound, Field: "id", Msg: "no record has the id " + string(id)}
		}
		after = hub.Clone(stored[0])
		errs := input.Apply(after, in)
		if len(errs) == 0 {
			errs = append(hub.Validate(after), hub.CheckKind(stored[0], after)...)
		}
		if len(errs) > 0 {
			return errs
		}
		b.Put(after)
		return nil
	})
	if err != nil {
		return refused[T](err, nil)
	}
	return &relay.Payload[T]{Record: after.(T), UserErrors: []*relay.UserError{}, Revision: new(int(out.Revision))}, nil
}

// endRecord sets the first day a record no longer holds.
func endRecord[T hub.Record](ctx context.Context, r *Resolver, n *hub.Noun) (*relay.Payload[T], error) {
	in, end := inputOf(ctx), endField(n)
	payload, err := change[T](ctx, r, n, map[string]any{"id": in["id"], end: in["on"]})
	if payload != nil {
		for _, e := range payload.UserErrors {
			if len(e.Field) == 1 && e.Field[0] == end {
				e.Field = []string{"on"}
			}
		}
	}
	return payload, err
}

// endField names the field that says when records of a noun end.
func endField(n *hub.Noun) string {
	for _, name := range []string{"validTo", "endedOn", "closedOn", "endsOn"} {
		if n.Field(name) != nil {
			return name
		}
	}
	panic("graph: records of kind " + n.Name + " have no end")
}

// delete deletes a record with its parts and what cascade names.
func (r *Resolver) delete(ctx context.Context, n *hub.Noun) (*relay.DeletePayload, error) {
	in := inputOf(ctx)
	id, err := input.ID(in, n)
	if err != nil {
		return refusedDelete(err)
	}
	var cascade []string
	if in["cascade"] != nil {
		nouns, err := input.Nouns(in["cascade"], "cascade")
		if err != nil {
			return refusedDelete(err)
		}
		for _, n := range nouns {
			cascade = append(cascade, n.Name)
		}
	}
	out, err := r.update(ctx, func(b *hub.Batch) error {
		b.Delete(id, cascade...)
		return nil
	})
	if err != nil {
		return refusedDelete(err)
	}
	return &relay.DeletePayload{DeletedIds: out.Deleted, UserErrors: []*relay.UserError{}, Revision: new(int(out.Revision))}, nil
}

func refusedDelete(err error) (*relay.DeletePayload, error) {
	errs, err := userErrors(err, nil)
	return &relay.DeletePayload{DeletedIds: []hub.ID{}, UserErrors: errs}, err
}

// refused answers a change that was refused; a fault stays an error.
func refused[T any](err error, paths map[hub.ID]string) (*relay.Payload[T], error) {
	errs, err := userErrors(err, paths)
	return &relay.Payload[T]{UserErrors: errs}, err
}

// userErrors turns refusals that the caller can mend into user errors, with
// the paths of the records they concern. Any other failure is given back.
func userErrors(err error, paths map[hub.ID]string) ([]*relay.UserError, error) {
	refusals := hub.AsErrors(err)
	if len(refusals) == 0 {
		return nil, err
	}
	out := make([]*relay.UserError, len(refusals))
	for i, e := range refusals {
		switch e.Code {
		case hub.BadUserInput, hub.NotFound, hub.Conflict, hub.WouldOrphan, hub.IdempotencyClash:
		default:
			return nil, err
		}
		out[i] = &relay.UserError{Code: e.Code, Message: e.Msg}
		if e.Field != "" {
			out[i].Field = strings.Split(paths[e.Record]+input.NameOf(e.Field), ".")
		}
	}
	return out, nil
}

// caller names who asks, for the change log.
func caller(ctx context.Context) string {
	if name := CallerOf(ctx).Name; name != "" {
		return name
	}
	return anonymous
}

// organisationPayload gives the organisation of a payload the type of its kind.
func organisationPayload(p *relay.Payload[*hub.Organisation], err error) (*actor.OrganisationPayload, error) {
	if p == nil {
		return nil, err
	}
	return &actor.OrganisationPayload{Record: actor.Of(p.Record), UserErrors: p.UserErrors, Revision: p.Revision}, err
}
