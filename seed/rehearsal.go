package seed

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"os"
	"slices"
	"strings"

	"polehub/hub"
)

// rehearsal is a store for a dry run: it shows what a real one holds together
// with what the updates of the run would have written. Those records wait in
// a temporary file, so that memory stays small however long the run is.
type rehearsal struct {
	hub.Store
	file   *os.File
	out    *bufio.Writer
	size   int64
	places map[uint64]place
	seed   maphash.Seed
}

// place is where a record lies in the file.
type place struct {
	offset int64
	length int32
}

func newRehearsal(store hub.Store) (*rehearsal, error) {
	file, err := os.CreateTemp("", "polehub-dry-run-*")
	if err != nil {
		return nil, fmt.Errorf("dry run: %w", err)
	}
	return &rehearsal{Store: store, file: file, out: bufio.NewWriter(file), places: map[uint64]place{}, seed: maphash.MakeSeed()}, nil
}

// discard removes the file.
func (s *rehearsal) discard() error {
	return errors.Join(s.file.Close(), os.Remove(s.file.Name()))
}

// Update runs fn on the present state and keeps what it applies to itself.
func (s *rehearsal) Update(ctx context.Context, fn func(hub.Tx) error) (hub.Revision, error) {
	var revision hub.Revision
	err := s.View(ctx, func(r hub.Reader) error {
		var err error
		if revision, err = r.Revision(ctx); err != nil {
			return err
		}
		return fn(&rehearsed{Reader: r, store: s})
	})
	return revision, err
}

// rehearsed is the state inside an Update of a rehearsal.
type rehearsed struct {
	hub.Reader
	store *rehearsal
}

// Find looks among the records of the run first.
func (tx *rehearsed) Find(ctx context.Context, noun *hub.Noun, ids []hub.ID) ([]hub.Record, error) {
	found, err := tx.Reader.Find(ctx, noun, ids)
	if err != nil {
		return nil, err
	}
	for i, id := range ids {
		r, err := tx.store.read(noun, id)
		if err != nil {
			return nil, err
		}
		if r != nil {
			found[i] = r
		}
	}
	return found, nil
}

// Tally knows the records of the run where it is asked which ids there are, as
// an update asks to check its references; else it counts the real store.
func (tx *rehearsed) Tally(ctx context.Context, q hub.Query) ([]hub.Tally, error) {
	tallies, err := tx.Reader.Tally(ctx, q)
	asked, ok := q.Where.(hub.Match)
	if err != nil || !ok || q.By != q.Noun.ID() || asked.Field != q.By || asked.Op != hub.OpIn {
		return tallies, err
	}
	known := map[string]bool{}
	for _, t := range tallies {
		known[t.Value] = true
	}
	for _, v := range asked.Values {
		id := v.(string)
		if _, kept := tx.store.places[maphash.String(tx.store.seed, id)]; kept && !known[id] {
			known[id] = true
			tallies = append(tallies, hub.Tally{Value: id, Count: 1})
		}
	}
	slices.SortFunc(tallies, func(a, b hub.Tally) int { return strings.Compare(a.Value, b.Value) })
	return tallies, nil
}

// Apply keeps the new states; an import deletes nothing.
func (tx *rehearsed) Apply(_ context.Context, _ hub.Stamp, changes []hub.Change) error {
	for _, c := range changes {
		if err := tx.store.keep(c.After); err != nil {
			return err
		}
	}
	return tx.store.out.Flush()
}

func (s *rehearsal) keep(r hub.Record) error {
	data := hub.EncodeRecord(r)
	if _, err := s.out.Write(data); err != nil {
		return fmt.Errorf("dry run: %w", err)
	}
	s.places[maphash.String(s.seed, string(r.Key()))] = place{s.size, int32(len(data))}
	s.size += int64(len(data))
	return nil
}

// read gives a record of the run; nil when it has none with this id.
func (s *rehearsal) read(noun *hub.Noun, id hub.ID) (hub.Record, error) {
	p, ok := s.places[maphash.String(s.seed, string(id))]
	if !ok {
		return nil, nil
	}
	data := make([]byte, p.length)
	if _, err := s.file.ReadAt(data, p.offset); err != nil {
		return nil, fmt.Errorf("dry run: %w", err)
	}
	r, err := hub.DecodeRecord(noun, data)
	if err != nil || r.Key() != id {
		return nil, err
	}
	return r, nil
}
