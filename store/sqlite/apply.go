package sqlite

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"polehub/hub"
)

// update is the state inside an Update.
type update struct {
	reader
	revision hub.Revision // of this update; 0 before changes are applied
	sequence int          // of the next change
	keys     map[*table]int64
}

// Apply writes changes to the tables and to the log.
func (u *update) Apply(ctx context.Context, stamp hub.Stamp, changes []hub.Change) error {
	if len(changes) == 0 {
		return nil
	}
	return failure(ctx, u.apply(ctx, stamp, changes))
}

func (u *update) apply(ctx context.Context, stamp hub.Stamp, changes []hub.Change) error {
	if u.revision == 0 {
		if err := u.moveRevision(ctx); err != nil {
			return err
		}
	}
	first := position(u.revision, u.sequence)
	if _, err := u.conn.exec(ctx, "INSERT INTO stamps (position, at, by) VALUES (?, ?, ?)", first, stamp.At.UnixMilli(), stamp.By); err != nil {
		return err
	}
	w := &writer{update: u, log: newInserter(u.conn, "changes", "position", "stamp", "noun", "id", "before", "after")}
	for p := range u.schema.prepare(changes) {
		if u.sequence%cancelEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if err := w.write(p); err != nil {
			return err
		}
		record := p.Record()
		if err := w.log.add(position(u.revision, u.sequence), first, record.Noun().Name, string(record.Key()), p.before, p.after); err != nil {
			return err
		}
		u.sequence++
	}
	return w.finish()
}

// cancelEvery is after how many changes an Apply looks whether it is still
// wanted. Its statements are short, so they do not watch the context, which
// costs more than running them.
const cancelEvery = 64

// moveRevision counts this update.
func (u *update) moveRevision(ctx context.Context) error {
	var revision int64
	_, err := u.conn.first(ctx, "UPDATE hub SET revision = revision + 1 RETURNING revision", nil, &revision)
	u.revision = hub.Revision(revision)
	return err
}

// nextKey gives the key of a new row.
func (u *update) nextKey(t *table) (int64, error) {
	key, known := u.keys[t]
	if !known {
		if _, err := u.conn.first(context.Background(), "SELECT coalesce(max(key), 0) FROM "+t.name, nil, &key); err != nil {
			return 0, err
		}
	}
	key++
	u.keys[t] = key
	return key, nil
}

// writer writes the changes of one Apply. New rows of one table are collected
// and inserted together; so are the log and the words.
type writer struct {
	*update
	log   *inserter
	rows  *inserter // of table
	table *table
	words map[*table][]word
}

// word is one search token of one row.
type word struct {
	token string
	key   int64
}

func (w *writer) write(p prepared) error {
	switch {
	case p.Before == nil:
		return w.insert(p)
	case p.After == nil:
		return w.remove(p.table, p.Before)
	default:
		return w.replace(p.table, p.Before, p.After)
	}
}

// insert adds a new row with its companions.
func (w *writer) insert(p prepared) error {
	t := p.table
	if w.table != t {
		if err := w.flush(); err != nil {
			return err
		}
		names := make([]string, len(t.columns))
		for i, c := range t.columns {
			names[i] = c.name
		}
		w.table, w.rows = t, newInserter(w.conn, t.name, names...)
	}
	key, err := w.nextKey(t)
	if err != nil {
		return err
	}
	p.values[0] = key
	if err := w.rows.add(p.values...); err != nil {
		return err
	}
	w.addWords(t, key, p.tokens)
	return w.addLinks(t, key, nil, p.After)
}

// remove deletes a row with its companions.
func (w *writer) remove(t *table, before hub.Record) error {
	key, err := w.stored(t, before)
	if err != nil {
		return err
	}
	if err := w.removeWords(t, key, tokens(t, before)); err != nil {
		return err
	}
	if err := w.removeLinks(t, key, before, nil); err != nil {
		return err
	}
	_, err = w.conn.exec(context.Background(), "DELETE FROM "+t.name+" WHERE key = ?", key)
	return err
}

// replace writes the columns that differ.
func (w *writer) replace(t *table, before, after hub.Record) error {
	key, err := w.stored(t, before)
	if err != nil {
		return err
	}
	var set []string
	var args []any
	for _, c := range t.columns[1:] {
		if v := c.stored(after); v != c.stored(before) {
			set = append(set, c.name+" = ?")
			args = append(args, v)
		}
	}
	if len(set) > 0 {
		if _, err := w.conn.exec(context.Background(), "UPDATE "+t.name+" SET "+strings.Join(set, ", ")+" WHERE key = ?", append(args, key)...); err != nil {
			return err
		}
	}
	was, is := tokens(t, before), tokens(t, after)
	if err := w.removeWords(t, key, without(was, is)); err != nil {
		return err
	}
	w.addWords(t, key, without(is, was))
	if err := w.removeLinks(t, key, before, after); err != nil {
		return err
	}
	return w.addLinks(t, key, before, after)
}

// stored finds the key of a row that must be there.
func (w *writer) stored(t *table, r hub.Record) (int64, error) {
	if err := w.flush(); err != nil {
		return 0, err
	}
	var key int64
	found, err := w.conn.first(context.Background(), "SELECT key FROM "+t.name+" WHERE id = ?", []any{string(r.Key())}, &key)
	if err == nil && !found {
		err = &hub.Error{Code: hub.Conflict, Field: "id", Msg: fmt.Sprintf("%s is no longer stored", r.Key())}
	}
	return key, err
}

// without gives the items of a that are not in b.
func without[T comparable](a, b []T) []T {
	var out []T
	for _, item := range a {
		if !slices.Contains(b, item) {
			out = append(out, item)
		}
	}
	return out
}

func (w *writer) addWords(t *table, key int64, tokens []string) {
	if w.words == nil {
		w.words = map[*table][]word{}
	}
	for _, token := range tokens {
		w.words[t] = append(w.words[t], word{token, key})
	}
}

func (w *writer) removeWords(t *table, key int64, tokens []string) error {
	for _, token := range tokens {
		if _, err := w.conn.exec(context.Background(), "DELETE FROM "+t.wordTable()+" WHERE token = ? AND key = ?", token, key); err != nil {
			return err
		}
	}
	return nil
}

// addLinks adds the references that after has and before has not.
func (w *writer) addLinks(t *table, key int64, before, after hub.Record) error {
	return w.changeLinks(t, key, after, before, "INSERT INTO %s (ref, key) VALUES (?, ?)")
}

// removeLinks removes the references that before has and after has not.
func (w *writer) removeLinks(t *table, key int64, before, after hub.Record) error {
	return w.changeLinks(t, key, before, after, "DELETE FROM %s WHERE ref = ? AND key = ?")
}

// changeLinks runs a statement for each reference of r that other has not.
func (w *writer) changeLinks(t *table, key int64, r, other hub.Record, format string) error {
	for _, f := range t.links {
		refs := f.List(r)
		if other != nil {
			refs = without(refs, f.List(other))
		}
		for _, ref := range refs {
			if _, err := w.conn.exec(context.Background(), fmt.Sprintf(format, t.linkTable(f)), ref, key); err != nil {
				return err
			}
		}
	}
	return nil
}

// flush inserts the rows that are collected.
func (w *writer) flush() error {
	if w.rows == nil {
		return nil
	}
	return w.rows.flush()
}

// finish inserts all that is collected. Words go in their order, so that a page
// of their table is touched once for all rows of the Apply.
func (w *writer) finish() error {
	if err := w.flush(); err != nil {
		return err
	}
	for _, n := range hub.Nouns() {
		t := w.schema[n]
		words := w.words[t]
		if len(words) == 0 {
			continue
		}
		slices.SortFunc(words, func(a, b word) int {
			if c := strings.Compare(a.token, b.token); c != 0 {
				return c
			}
			return int(a.key - b.key)
		})
		in := newInserter(w.conn, t.wordTable(), "token", "key")
		for _, x := range words {
			if err := in.add(x.token, x.key); err != nil {
				return err
			}
		}
		if err := in.flush(); err != nil {
			return err
		}
	}
	return w.log.flush()
}
