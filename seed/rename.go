package seed

import (
	"cmp"
	"slices"

	"polehub/hub"
)

// rewrite names the organisations of an item as the hub does. A fact that is
// known by its organisations gets the id that follows from them.
func (w *matcher) rewrite(item *Item) {
	mentions, records := item.Mentions, item.Records
	item.Mentions, item.Records = make([]hub.Record, len(mentions)), nil
	for i, r := range mentions {
		item.Mentions[i] = w.renamed(r)
	}
	for _, r := range records {
		next := w.renamed(r)
		item.Records = append(item.Records, next)
		if next.Noun() == hub.OrganisationNoun && next.Key() != r.Key() {
			item.Records = append(item.Records, otherID(next, r.Key()))
		}
		if errs := hub.Validate(next); len(errs) > 0 {
			item.Reject = &Rejection{Code: hub.FlagValueInvalid, Field: errs[0].Field, Reason: "its organisations are one: " + errs.Error()}
		}
	}
}

// otherID says by which id a file knows an organisation.
func otherID(org hub.Record, id hub.ID) *hub.Identifier {
	i := &hub.Identifier{OrganisationID: org.Key(), Scheme: hub.SchemeHub, Raw: string(id)}
	i.SourceIDs = slices.Clone(sourcesOf(org))
	hub.Complete(i)
	return i
}

func (w *matcher) renamed(r hub.Record) hub.Record {
	named := func(id hub.ID) hub.ID { return cmp.Or(w.same[id], id) }
	if o, ok := r.(*hub.Organisation); ok {
		next := hub.Clone(o).(*hub.Organisation)
		next.ID = named(o.ID)
		return next
	}
	next := hub.Clone(r)
	n := r.Noun()
	set(n.ID(), next, nil)
	hub.Complete(next)
	derived := len(n.Key) > 0 && next.Key() == r.Key()
	for _, f := range n.Fields {
		switch {
		case f.Ref != hub.OrganisationNoun.Name:
		case f.Type == hub.TypeRef && f.Text(r) != "":
			set(f, next, string(named(hub.ID(f.Text(r)))))
		case f.Type == hub.TypeRefs:
			list := slices.Clone(f.List(r))
			for i, id := range list {
				list[i] = string(named(hub.ID(id)))
			}
			set(f, next, distinct(list))
		}
	}
	if !derived {
		set(n.ID(), next, string(r.Key()))
	} else {
		set(n.ID(), next, nil)
	}
	hub.Complete(next)
	return next
}
