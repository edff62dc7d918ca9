package neo4j

import (
	"context"
	"iter"
	"time"

	"polehub/hub"
)

// log records changes under the next revision, and moves the hub to it.
func (tx *transaction) log(ctx context.Context, stamp hub.Stamp, changes []hub.Change) error {
	rows := make([]any, len(changes))
	for i, change := range changes {
		r := change.Record()
		row := []any{int64(tx.changes + i), r.Noun().Name, string(r.Key()), nil, nil}
		if change.Before != nil {
			row[3] = string(hub.EncodeRecord(change.Before))
		}
		if change.After != nil {
			row[4] = string(hub.EncodeRecord(change.After))
		}
		rows[i] = row
	}
	tx.changes += len(changes)
	return tx.send(ctx, `MATCH (h:Hub {id: 'hub'}) SET h.revision = $revision
WITH h UNWIND $rows AS row
CREATE (:Change {revision: $revision, sequence: row[0], at: $at, by: $by, noun: row[1], id: row[2], before: row[3], after: row[4]})
RETURN count(*)`, rows, map[string]any{"revision": int64(tx.revision) + 1, "at": stamp.At.UTC(), "by": stamp.By})
}

// Changes streams the change log: see hub.Reader.
func (r reader) Changes(ctx context.Context, q hub.ChangeQuery) iter.Seq2[hub.Change, error] {
	return func(yield func(hub.Change, error) bool) {
		for values, err := range r.run(ctx, changesOf(q)) {
			change := hub.Change{}
			if err == nil {
				change, err = decodeChange(values)
			}
			if !yield(change, err) || err != nil {
				return
			}
		}
	}
}

func changesOf(q hub.ChangeQuery) statement {
	params := map[string]any{"since": int64(q.Since)}
	text := "MATCH (c:Change) WHERE c.revision > $since"
	if len(q.IDs) > 0 {
		params["ids"] = texted(q.IDs)
		text += " AND c.id IN $ids"
	}
	if len(q.Nouns) > 0 {
		names := make([]string, len(q.Nouns))
		for i, n := range q.Nouns {
			names[i] = n.Name
		}
		params["nouns"] = names
		text += " AND c.noun IN $nouns"
	}
	if q.By != "" {
		params["by"] = q.By
		text += " AND c.by = $by"
	}
	text += " RETURN c.revision, c.sequence, c.at, c.by, c.noun, c.before, c.after ORDER BY c.revision, c.sequence"
	if q.First > 0 {
		params["first"] = q.First
		text += " LIMIT $first"
	}
	return statement{text, params}
}

// decodeChange reads a row of the log.
func decodeChange(values []any) (hub.Change, error) {
	var change hub.Change
	revision, _ := values[0].(int64)
	sequence, _ := values[1].(int64)
	at, _ := values[2].(time.Time)
	by, _ := values[3].(string)
	name, _ := values[4].(string)
	change.Revision, change.Sequence = hub.Revision(revision), int(sequence)
	change.Stamp = hub.Stamp{At: at.UTC(), By: by}
	noun := hub.NounNamed(name)
	if noun == nil {
		return change, &hub.Error{Code: hub.Internal, Msg: "the change log names a noun that is not known: " + hub.Clip(name, 40)}
	}
	for i, target := range []*hub.Record{&change.Before, &change.After} {
		text, ok := values[5+i].(string)
		if !ok {
			continue
		}
		record, err := hub.DecodeRecord(noun, []byte(text))
		if err != nil {
			return change, &hub.Error{Code: hub.Internal, Msg: "the change log cannot be read", Cause: err}
		}
		*target = record
	}
	return change, nil
}
