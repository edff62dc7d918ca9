package sqlite

import (
	"context"
	"database/sql"
	"iter"
	"time"

	"polehub/hub"
)

// reader answers on one connection: one consistent state when a transaction is
// open on it.
type reader struct {
	schema schema
	conn   *conn
}

// Revision reads the one row of the hub.
func (r *reader) Revision(ctx context.Context) (hub.Revision, error) {
	var revision int64
	_, err := r.conn.first(ctx, "SELECT revision FROM hub", nil, &revision)
	return hub.Revision(revision), failure(ctx, err)
}

// Find reads records by id.
func (r *reader) Find(ctx context.Context, noun *hub.Noun, ids []hub.ID) ([]hub.Record, error) {
	found := make(map[hub.ID]hub.Record, len(ids))
	if len(ids) > 0 {
		if err := r.find(ctx, noun, ids, found); err != nil {
			return nil, err
		}
	}
	return hub.Arrange(ids, found), nil
}

// find adds the records with these ids to found.
func (r *reader) find(ctx context.Context, noun *hub.Noun, ids []hub.ID, found map[hub.ID]hub.Record) error {
	s, err := r.schema.find(noun, ids)
	if err != nil {
		return err
	}
	scan := newScanner(selectionOf(noun, nil))
	err = r.conn.query(ctx, s.text, s.args, func(rows *sql.Rows) (bool, error) {
		if err := rows.Scan(scan.dest...); err != nil {
			return false, err
		}
		record, err := scan.record(0)
		if err == nil {
			found[record.Key()] = record
		}
		return true, err
	})
	return failure(ctx, err)
}

// Lookup reads some records and looks whether others are there: a statement for
// each noun.
func (r *reader) Lookup(ctx context.Context, read, check []hub.ID) ([]hub.Record, []hub.ID, error) {
	found := make(map[hub.ID]hub.Record, len(read))
	for noun, ids := range hub.ByNoun(read) {
		if err := r.find(ctx, noun, ids, found); err != nil {
			return nil, nil, err
		}
	}
	there := make(map[hub.ID]bool, len(check))
	for noun, ids := range hub.ByNoun(check) {
		for _, id := range ids {
			there[id] = true
		}
		err := r.conn.query(ctx, r.schema.absent(noun), []any{encodeList(ids)}, func(rows *sql.Rows) (bool, error) {
			var id string
			err := rows.Scan(&id)
			there[hub.ID(id)] = false
			return true, err
		})
		if err != nil {
			return nil, nil, failure(ctx, err)
		}
	}
	var missing []hub.ID
	for _, id := range check {
		if !there[id] {
			missing = append(missing, id)
		}
	}
	return hub.Arrange(read, found), missing, nil
}

// Rows streams records. For one parent or none, a position makes the answer a
// few statements, of which the later ones run only when the limit asks for more.
func (r *reader) Rows(ctx context.Context, q hub.Query) iter.Seq2[hub.Row, error] {
	return func(yield func(hub.Row, error) bool) {
		if q.Parents != nil && len(q.Parents.IDs) == 0 {
			return
		}
		more, err := r.rows(ctx, q, func(row hub.Row) bool { return yield(row, nil) })
		if err != nil && more {
			yield(hub.Row{}, failure(ctx, err))
		}
	}
}

// rows gives each row to yield; it reports whether that still wants more.
func (r *reader) rows(ctx context.Context, q hub.Query, yield func(hub.Row) bool) (bool, error) {
	if q.Parents != nil && len(q.Parents.IDs) > 1 {
		s, err := r.schema.rowsOfMany(q)
		if err != nil {
			return true, err
		}
		_, more, err := r.stream(ctx, q, s, yield)
		return more, err
	}
	runs := []segment{nil}
	if q.After != nil {
		runs = segments(sortKeys(q.Order, q.Backward), *q.After, q.Backward)
	}
	left := q.Limit
	for _, run := range runs {
		s, err := r.schema.rowsOf(q, run, left)
		if err != nil {
			return true, err
		}
		n, more, err := r.stream(ctx, q, s, yield)
		if err != nil || !more || q.Limit > 0 && n == left {
			return more, err
		}
		left -= min(n, left)
	}
	return true, nil
}

// stream runs one statement of Rows.
func (r *reader) stream(ctx context.Context, q hub.Query, s statement, yield func(hub.Row) bool) (n int, more bool, err error) {
	scan := newScanner(selections(q)...)
	var parent int64
	dest := append([]any{&parent}, scan.dest...)
	more = true
	err = r.conn.query(ctx, s.text, s.args, func(rows *sql.Rows) (bool, error) {
		if err := rows.Scan(dest...); err != nil {
			return false, err
		}
		var row hub.Row
		var err error
		if row.Record, err = scan.record(0); err != nil {
			return false, err
		}
		if q.Parents != nil {
			row.Parent = q.Parents.IDs[parent]
		}
		if len(q.With) > 0 {
			row.With = make([]hub.Record, len(q.With))
			for i := range row.With {
				if row.With[i], err = scan.record(1 + i); err != nil {
					return false, err
				}
			}
		}
		n++
		more = yield(row)
		return more, nil
	})
	return n, more, err
}

// scanner reads rows into records: the values of a row are read as the driver
// gives them, and put into the fields of its records without conversion.
type scanner struct {
	selections []selection
	values     []any
	dest       []any
}

func newScanner(selections ...selection) *scanner {
	s := &scanner{selections: selections}
	n := 0
	for _, x := range selections {
		n += x.width()
	}
	s.values, s.dest = make([]any, n), make([]any, n)
	for i := range s.values {
		s.dest[i] = &s.values[i]
	}
	return s
}

// record makes the n-th record of the row.
func (s *scanner) record(n int) (hub.Record, error) {
	at := 0
	for _, x := range s.selections[:n] {
		at += x.width()
	}
	return s.selections[n].record(s.values[at:])
}

// Tally counts.
func (r *reader) Tally(ctx context.Context, q hub.Query) ([]hub.Tally, error) {
	if q.Parents != nil && len(q.Parents.IDs) == 0 {
		return nil, nil
	}
	s, err := r.schema.tally(q)
	if err != nil {
		return nil, err
	}
	var out []hub.Tally
	err = r.conn.query(ctx, s.text, s.args, func(rows *sql.Rows) (bool, error) {
		var parent int64
		var value sql.NullString
		var count int
		if err := rows.Scan(&parent, &value, &count); err != nil {
			return false, err
		}
		if count > 0 {
			tally := hub.Tally{Value: value.String, Count: count}
			if q.Parents != nil {
				tally.Parent = q.Parents.IDs[parent]
			}
			out = append(out, tally)
		}
		return true, nil
	})
	return out, failure(ctx, err)
}

// Changes streams the change log.
func (r *reader) Changes(ctx context.Context, q hub.ChangeQuery) iter.Seq2[hub.Change, error] {
	return func(yield func(hub.Change, error) bool) {
		s, err := r.schema.changes(q)
		more := true
		if err == nil {
			err = r.conn.query(ctx, s.text, s.args, func(rows *sql.Rows) (bool, error) {
				change, err := scanChange(rows)
				if err != nil {
					return false, err
				}
				more = yield(change, nil)
				return more, nil
			})
		}
		if err != nil && more {
			yield(hub.Change{}, failure(ctx, err))
		}
	}
}

func scanChange(rows *sql.Rows) (hub.Change, error) {
	var place, at int64
	var by, name string
	var before, after sql.NullString
	if err := rows.Scan(&place, &at, &by, &name, &before, &after); err != nil {
		return hub.Change{}, err
	}
	noun := hub.NounNamed(name)
	change := hub.Change{
		Revision: hub.Revision(place >> sequenceBits),
		Sequence: int(place & (1<<sequenceBits - 1)),
		Stamp:    hub.Stamp{At: time.UnixMilli(at).UTC(), By: by},
	}
	var err error
	if before.Valid {
		change.Before, err = hub.DecodeRecord(noun, []byte(before.String))
	}
	if after.Valid && err == nil {
		change.After, err = hub.DecodeRecord(noun, []byte(after.String))
	}
	return change, err
}
