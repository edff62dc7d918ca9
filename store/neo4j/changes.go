package neo4j

import (
	"context"
	"iter"
	"slices"
	"time"

	"polehub/hub"
)

// entries is how many changes one node of the log holds. One node for each
// change took a third of the time of an import; nodes of many changes take a
// twentieth.
const entries = 64

// logText makes a node of the log of an item of $log.
const logText = "CREATE (:Change {revision: $revision, sequence: row[0], at: $at, by: $by, nouns: row[1], ids: row[2], before: row[3], after: row[4]})"

// log records changes under the next revision and moves the hub to it.
func (tx *transaction) log(ctx context.Context, stamp hub.Stamp, changes []hub.Change) error {
	params := logged(tx.revision+1, stamp, changes, tx.changes)
	tx.changes += len(changes)
	_, err := single(tx.run(ctx, statement{"MATCH (h:Hub {id: 'hub'}) SET h.revision = $revision WITH h UNWIND $log AS row " + logText + " RETURN count(*)", params}))
	return err
}

// logged gives the parameters of the log: nodes that hold up to entries changes
// as parallel lists, from the sequence first on. A state that there is not
// (before a create, after a delete) is an empty text.
func logged(revision hub.Revision, stamp hub.Stamp, changes []hub.Change, first int) map[string]any {
	var rows []any
	for part := range slices.Chunk(changes, entries) {
		nouns, ids := make([]string, len(part)), make([]string, len(part))
		before, after := make([]string, len(part)), make([]string, len(part))
		for i, change := range part {
			r := change.Record()
			nouns[i], ids[i] = r.Noun().Name, string(r.Key())
			before[i], after[i] = encoded(change.Before), encoded(change.After)
		}
		rows = append(rows, []any{int64(first), nouns, ids, before, after})
		first += len(part)
	}
	return map[string]any{"log": rows, "revision": int64(revision), "at": stamp.At.UTC(), "by": stamp.By}
}

func encoded(r hub.Record) string {
	if r == nil {
		return ""
	}
	return string(hub.EncodeRecord(r))
}

// Changes streams the change log: see hub.Reader.
func (r reader) Changes(ctx context.Context, q hub.ChangeQuery) iter.Seq2[hub.Change, error] {
	return func(yield func(hub.Change, error) bool) {
		given := 0
		for values, err := range r.run(ctx, changesOf(q)) {
			if err != nil {
				yield(hub.Change{}, err)
				return
			}
			for change, err := range decodeChanges(values, q) {
				if given++; !yield(change, err) || err != nil || given == q.First {
					return
				}
			}
		}
	}
}

// changesOf finds the nodes of the log that hold something of what is asked
// for, so that as many nodes as changes are always enough.
func changesOf(q hub.ChangeQuery) statement {
	params := map[string]any{"since": int64(q.Since)}
	text := "MATCH (c:Change) WHERE c.revision > $since"
	if q.By != "" {
		params["by"] = q.By
		text += " AND c.by = $by"
	}
	if len(q.IDs) > 0 {
		params["ids"] = texted(q.IDs)
		text += " AND any(id IN c.ids WHERE id IN $ids)"
	}
	if len(q.Nouns) > 0 {
		names := make([]string, len(q.Nouns))
		for i, n := range q.Nouns {
			names[i] = n.Name
		}
		params["nouns"] = names
		text += " AND any(noun IN c.nouns WHERE noun IN $nouns)"
	}
	text += " RETURN c.revision, c.sequence, c.at, c.by, c.nouns, c.ids, c.before, c.after ORDER BY c.revision, c.sequence"
	// A node that holds the id and the noun may hold them of different records.
	if q.First > 0 && (len(q.IDs) == 0 || len(q.Nouns) == 0) {
		params["first"] = q.First
		text += " LIMIT $first"
	}
	return statement{text, params}
}

// decodeChanges reads those changes of a node of the log that are asked for.
func decodeChanges(values []any, q hub.ChangeQuery) iter.Seq2[hub.Change, error] {
	return func(yield func(hub.Change, error) bool) {
		revision, _ := values[0].(int64)
		sequence, _ := values[1].(int64)
		at, _ := values[2].(time.Time)
		by, _ := values[3].(string)
		var lists [4][]any
		for i := range lists {
			lists[i], _ = values[4+i].([]any)
			if len(lists[i]) != len(lists[0]) {
				yield(hub.Change{}, &hub.Error{Code: hub.Internal, Msg: "a node of the change log is damaged"})
				return
			}
		}
		for i := range lists[0] {
			name, _ := lists[0][i].(string)
			id, _ := lists[1][i].(string)
			noun := hub.NounNamed(name)
			if noun == nil {
				yield(hub.Change{}, &hub.Error{Code: hub.Internal, Msg: "the change log names a noun that is not known: " + hub.Clip(name, 40)})
				return
			}
			if len(q.Nouns) > 0 && !slices.Contains(q.Nouns, noun) || len(q.IDs) > 0 && !slices.Contains(q.IDs, hub.ID(id)) {
				continue
			}
			change := hub.Change{Revision: hub.Revision(revision), Sequence: int(sequence) + i, Stamp: hub.Stamp{At: at.UTC(), By: by}}
			err := decodeStates(&change, noun, lists[2][i], lists[3][i])
			if !yield(change, err) || err != nil {
				return
			}
		}
	}
}

// decodeStates reads the record before and after a change.
func decodeStates(change *hub.Change, noun *hub.Noun, before, after any) (err error) {
	if change.Before, err = decoded(noun, before); err == nil {
		change.After, err = decoded(noun, after)
	}
	return err
}

func decoded(noun *hub.Noun, state any) (hub.Record, error) {
	text, _ := state.(string)
	if text == "" {
		return nil, nil
	}
	record, err := hub.DecodeRecord(noun, []byte(text))
	if err != nil {
		return nil, &hub.Error{Code: hub.Internal, Msg: "the change log cannot be read", Cause: err}
	}
	return record, nil
}
