package graph

import (
	"context"
	"fmt"
	"math"
	"reflect"

	"polehub/graph/input"
	"polehub/graph/relay"
	"polehub/hub"
)

// changes reads a page of the change log.
func (r *Resolver) changes(ctx context.Context) (*relay.ChangeConnection, error) {
	args := rawArguments(ctx)
	page, err := relay.ReadPage(args)
	if err != nil {
		return nil, err
	}
	q, err := input.ChangeQuery(args)
	if err != nil {
		return nil, err
	}
	list := relay.NewList("Query.changes", args["where"])
	skip := 0 // changes of the revision of the cursor that were shown before
	last := hub.Change{Revision: -1}
	if page.Cursor != "" {
		if last, err = changePosition(list, page.Cursor); err != nil {
			return nil, err
		}
		q.Since, skip = last.Revision-1, last.Sequence+1
	}
	q.First = page.Limit + 1 + skip
	c := &relay.ChangeConnection{Page: page, Cursor: func(c *relay.Change) string {
		return list.Cursor(hub.Position{ID: placeOf(c.Revision, c.Sequence)})
	}}
	for change, err := range r.hub.Store.Changes(ctx, q) {
		if err != nil {
			return nil, err
		}
		if change.Revision == last.Revision && change.Sequence <= last.Sequence {
			continue
		}
		if len(c.Nodes) == page.Limit {
			c.More = true
			break
		}
		c.Nodes = append(c.Nodes, shown(change))
	}
	return c, nil
}

// placeOf names a change in a cursor.
func placeOf(revision, sequence int) hub.ID {
	return hub.ID(fmt.Sprintf("change:%d.%d", revision, sequence))
}

// changePosition reads a cursor. What no hub has made is refused: a store must
// not be asked for the revision after the last that there can be.
func changePosition(list relay.List, cursor string) (hub.Change, error) {
	position, err := list.Position(cursor, nil)
	if err != nil {
		return hub.Change{}, inArgument(err, "after")
	}
	var revision, sequence int
	_, err = fmt.Sscanf(string(position.ID), "change:%d.%d", &revision, &sequence)
	if err != nil || position.ID != placeOf(revision, sequence) || min(revision, sequence) < 0 || max(revision, sequence) > math.MaxInt32 {
		return hub.Change{}, hub.Invalid("after", "%q is not a cursor of this hub", hub.Clip(cursor, 60))
	}
	return hub.Change{Revision: hub.Revision(revision), Sequence: sequence}, nil
}

// shown is a change as the API shows it.
func shown(c hub.Change) *relay.Change {
	record := c.Record()
	out := &relay.Change{
		Revision: int(c.Revision), Sequence: c.Sequence, At: c.Stamp.At, By: c.Stamp.By,
		Noun: input.Screaming(record.Noun().Name), ID: record.Key(), Action: "UPDATED",
	}
	if c.Before == nil {
		out.Action = "CREATED"
	} else {
		out.Before = hub.EncodeRecord(c.Before)
	}
	if c.After == nil {
		out.Action = "DELETED"
	} else {
		out.After = hub.EncodeRecord(c.After)
	}
	for _, f := range record.Noun().Fields {
		if !reflect.DeepEqual(valueOf(f, c.Before), valueOf(f, c.After)) {
			out.Fields = append(out.Fields, f.Name)
		}
	}
	return out
}

func valueOf(f *hub.Field, r hub.Record) any {
	if r == nil {
		return nil
	}
	return f.Get(r)
}
