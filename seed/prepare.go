package seed

import (
	"fmt"
	"slices"
	"strings"

	"polehub/hub"
)

// sourceItem brings the source of the import itself into the hub.
func (o Options) sourceItem() Item {
	s := *o.Source
	if s.Title == "" {
		s.Title = s.ID.Local()
	}
	item := Item{File: "--source", Position: string(s.ID), Records: []hub.Record{&s}}
	o.prepare(&item)
	return item
}

// prepare completes the records of an item and holds them against the rules of
// the hub: a value in an optional field that breaks one is moved into a flag, a
// fault in a required one rejects the item.
func (o Options) prepare(item *Item) {
	if item.Reject != nil {
		return
	}
	for _, list := range [][]hub.Record{item.Mentions, item.Records} {
		for _, r := range list {
			if p := sourcesPointer(r); p != nil && len(*p) == 0 && o.Source != nil {
				*p = []hub.ID{o.Source.ID}
			}
			cleanNames(r)
			hub.Complete(r)
			if reject := settleFaults(r); reject != nil {
				item.Reject = reject
				return
			}
		}
	}
}

// cleanNames puts blanks in place of the control characters of names, which the
// hub does not take; the name as received stays in a flag.
func cleanNames(r hub.Record) {
	for _, f := range r.Noun().Fields {
		if !f.IsName() {
			continue
		}
		received := f.Get(r)
		switch v := received.(type) {
		case string:
			if line := hub.OneLine(v); line != v {
				set(f, r, strings.TrimSpace(line))
				flagCell(r, f, v, hub.FlagValueInvalid)
			}
		case []string:
			items := slices.Clone(v)
			for i, item := range items {
				items[i] = strings.TrimSpace(hub.OneLine(item))
			}
			if slices.ContainsFunc(v, func(item string) bool { return hub.OneLine(item) != item }) {
				set(f, r, distinct(slices.DeleteFunc(items, func(item string) bool { return item == "" })))
				flagCell(r, f, text(f, received), hub.FlagValueInvalid)
			}
		}
	}
}

// rawLimit is how much of a value that could not be used is kept, in bytes.
const rawLimit = 32 << 10

// settleFaults moves values that break a rule into flags until the record
// keeps the rules, or says why it cannot.
func settleFaults(r hub.Record) *Rejection {
	const rounds = 3 // one value may hide the fault of another
	for range rounds {
		errs := hub.Validate(r)
		if len(errs) == 0 {
			return nil
		}
		for _, e := range errs {
			f := r.Noun().Field(e.Field)
			if f == nil || f.Required || f.Type == hub.TypeRef || f.Type == hub.TypeRefs || f.Type == hub.TypeFlags {
				return invalid(r, f, e)
			}
			v := f.Get(r)
			if v == nil {
				continue // two faults of one value
			}
			set(f, r, nil)
			addFlag(r, hub.Flag{
				Field: hub.Text(f.Column), Code: hub.FlagValueInvalid,
				Raw: hub.Text(hub.Clip(text(f, v), rawLimit)), Message: hub.Text(e.Msg),
			})
		}
	}
	return &Rejection{Code: hub.FlagValueInvalid, Reason: hub.Validate(r).Error()}
}

// invalid rejects a record for a fault in a field it cannot do without.
func invalid(r hub.Record, f *hub.Field, e *hub.Error) *Rejection {
	if f == nil {
		return &Rejection{Code: hub.FlagValueInvalid, Reason: e.Error()}
	}
	var raw string
	if v := f.Get(r); v != nil {
		raw = hub.Clip(text(f, v), rawLimit)
	}
	for _, flag := range flagsOf(r) {
		if string(flag.Field) == f.Column && flag.Raw != "" && raw == "" {
			return &Rejection{
				Code: flag.Code, Field: f.Column, Raw: string(flag.Raw),
				Reason: fmt.Sprintf("%s: %q cannot be used, and %s", f.Column, hub.Clip(string(flag.Raw), 60), e.Msg),
			}
		}
	}
	return &Rejection{Code: hub.FlagValueInvalid, Field: f.Column, Raw: raw, Reason: fmt.Sprintf("%s: %s", f.Column, e.Msg)}
}
