package load

import (
	"context"

	"polehub/hub"
)

// Find gives the records with these ids, of any nouns, in the order asked; nil
// where there is none. It makes one call for each noun, and they are cohorts.
func (o *Operation) Find(ctx context.Context, ids []hub.ID) ([]hub.Record, error) {
	if err := o.fetch(ctx, ids); err != nil {
		return nil, err
	}
	return o.known(ids), nil
}

// fetch reads those of the records that are not known yet.
func (o *Operation) fetch(ctx context.Context, ids []hub.ID) error {
	missing := map[*hub.Noun][]hub.ID{}
	seen := map[hub.ID]bool{}
	o.mu.RLock()
	for _, id := range ids {
		if _, known := o.records[id]; !known && !seen[id] {
			seen[id] = true
			n := hub.NounOf(id)
			missing[n] = append(missing[n], id)
		}
	}
	o.mu.RUnlock()
	for _, n := range hub.Nouns() {
		if len(missing[n]) == 0 {
			continue
		}
		found, err := o.Hub.Store.Find(ctx, n, missing[n])
		if err != nil {
			return err
		}
		o.learn(missing[n], found)
	}
	return nil
}

// learn makes a cohort of what was found, and remembers what was not.
func (o *Operation) learn(ids []hub.ID, found []hub.Record) {
	there := make([]hub.Record, 0, len(found))
	o.mu.Lock()
	for i, r := range found {
		if r != nil {
			there = append(there, r)
		} else if _, known := o.records[ids[i]]; !known {
			o.records[ids[i]] = nil
		}
	}
	o.mu.Unlock()
	o.join(newCohort(there...))
}

func (o *Operation) known(ids []hub.ID) []hub.Record {
	out := make([]hub.Record, len(ids))
	o.mu.RLock()
	defer o.mu.RUnlock()
	for i, id := range ids {
		out[i] = o.records[id]
	}
	return out
}

// refs gives the records that field f of r refers to; those of the whole
// cohort are read together.
func (o *Operation) refs(ctx context.Context, r hub.Record, f *hub.Field) ([]hub.Record, error) {
	ids := references(r, f)
	if len(ids) == 0 {
		return nil, nil
	}
	c := o.cohortOf(r)
	_, err := loaded(c, f, func() (struct{}, error) {
		var all []hub.ID
		for _, r := range c.records {
			all = append(all, references(r, f)...)
		}
		return struct{}{}, o.fetch(ctx, all)
	})
	if err != nil {
		return nil, err
	}
	return o.known(ids), nil
}

func references(r hub.Record, f *hub.Field) []hub.ID {
	if f.Type == hub.TypeRef {
		if s := f.Text(r); s != "" {
			return []hub.ID{hub.ID(s)}
		}
		return nil
	}
	list := f.List(r)
	ids := make([]hub.ID, len(list))
	for i, s := range list {
		ids[i] = hub.ID(s)
	}
	return ids
}

// One is the record that a field of r refers to; nil when it refers to none.
func One[T hub.Record](ctx context.Context, r hub.Record, field string) (T, error) {
	var none T
	o, f := From(ctx), fieldOf(r.Noun(), field)
	// What was read together with r, as most are, is there without a list.
	if targets := o.cohortOf(r).targets[f]; targets != nil {
		target, _ := targets[hub.ID(f.Text(r))].(T)
		return target, nil
	}
	found, err := o.refs(ctx, r, f)
	if err != nil || len(found) == 0 || found[0] == nil {
		return none, err
	}
	return found[0].(T), nil
}

// Refs are the records that a field of r refers to, in its order.
func Refs[T hub.Record](ctx context.Context, r hub.Record, field string) ([]T, error) {
	found, err := From(ctx).refs(ctx, r, fieldOf(r.Noun(), field))
	if err != nil {
		return nil, err
	}
	out := make([]T, 0, len(found))
	for _, r := range found {
		if r != nil {
			out = append(out, r.(T))
		}
	}
	return out, nil
}

// Sources are the sources of a fact.
func Sources(ctx context.Context, r hub.Record) ([]*hub.Source, error) {
	return Refs[*hub.Source](ctx, r, "sources")
}

// Demonstration says whether a source of the fact is a demonstration.
func Demonstration(ctx context.Context, r hub.Record) (*bool, error) {
	sources, err := Sources(ctx, r)
	if err != nil {
		return nil, err
	}
	for _, s := range sources {
		if s.Kind == hub.SourceDemonstration {
			return new(true), nil
		}
	}
	return new(false), nil
}

// fieldOf finds a field that must be there.
func fieldOf(n *hub.Noun, name string) *hub.Field {
	f := n.Field(name)
	if f == nil {
		panic("load: " + n.Name + " has no field " + name)
	}
	return f
}

// Record reads one record of a noun by id; nil when there is none. An id of
// another noun is refused.
func Record[T hub.Record](ctx context.Context, n *hub.Noun, text string) (T, error) {
	var none T
	id, err := hub.ParseID(text)
	if err != nil {
		return none, err
	}
	if id.Prefix() != n.Prefix {
		return none, hub.Invalid("id", "%q is not the id of a record of kind %s: expected %s:…", id, n.Name, n.Prefix)
	}
	found, err := From(ctx).Find(ctx, []hub.ID{id})
	if err != nil || found[0] == nil {
		return none, err
	}
	return found[0].(T), nil
}
