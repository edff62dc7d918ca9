package seed

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"iter"
	"os"
	"slices"

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
	// parts are the records of the run by the hashes of what they are asked for
	// by: see handles.
	parts map[uint64][]uint64
	seed  maphash.Seed
}

// place is where a record lies in the file; one without length was deleted.
type place struct {
	offset int64
	length int32
}

func newRehearsal(store hub.Store) (*rehearsal, error) {
	file, err := os.CreateTemp("", "polehub-dry-run-*")
	if err != nil {
		return nil, fmt.Errorf("dry run: %w", err)
	}
	return &rehearsal{Store: store, file: file, out: bufio.NewWriter(file), places: map[uint64]place{}, parts: map[uint64][]uint64{}, seed: maphash.MakeSeed()}, nil
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
		if hub.NounOf(id) == noun {
			if err := tx.rehearse(id, &found[i]); err != nil {
				return nil, err
			}
		}
	}
	return found, nil
}

// rehearse puts what the run made of a record in its place.
func (tx *rehearsed) rehearse(id hub.ID, record *hub.Record) error {
	r, known, err := tx.store.read(id)
	if known {
		*record = r
	}
	return err
}

// Lookup looks among the records of the run first.
func (tx *rehearsed) Lookup(ctx context.Context, read, check []hub.ID) ([]hub.Record, []hub.ID, error) {
	found, missing, err := tx.Reader.Lookup(ctx, read, check)
	if err != nil {
		return nil, nil, err
	}
	for i, id := range read {
		if err := tx.rehearse(id, &found[i]); err != nil {
			return nil, nil, err
		}
	}
	absent := map[hub.ID]bool{}
	for _, id := range missing {
		absent[id] = true
	}
	missing = slices.DeleteFunc(slices.Clone(check), func(id hub.ID) bool {
		if p, known := tx.store.places[tx.store.hash(string(id))]; known {
			return p.length > 0
		}
		return !absent[id]
	})
	return found, missing, nil
}

// Rows knows the records of the run where it is asked for the parts of
// contracts or for identifiers; else it reads the real store.
func (tx *rehearsed) Rows(ctx context.Context, q hub.Query) iter.Seq2[hub.Row, error] {
	asked, ok := q.Where.(hub.Match)
	if !ok || q.Noun != hub.IdentifierNoun && (!asked.Field.Part || asked.Field.Ref != hub.ContractNoun.Name) {
		return tx.Reader.Rows(ctx, q)
	}
	return func(yield func(hub.Row, error) bool) {
		for row, err := range tx.Reader.Rows(ctx, q) {
			if err == nil {
				if _, known := tx.store.places[tx.store.hash(string(row.Record.Key()))]; known {
					continue
				}
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
		for _, handle := range asked.Values {
			for _, part := range tx.store.parts[tx.store.hash(handle.(string))] {
				r, err := tx.store.readAt(q.Noun, tx.store.places[part])
				if err == nil && (r == nil || asked.Field.Text(r) != handle) {
					continue // of another noun, deleted, or known by another field
				}
				if !yield(hub.Row{Record: r}, err) || err != nil {
					return
				}
			}
		}
	}
}

// Apply keeps the new states and what is deleted.
func (tx *rehearsed) Apply(_ context.Context, _ hub.Stamp, changes []hub.Change) error {
	for _, c := range changes {
		if c.After == nil {
			tx.store.places[tx.store.hash(string(c.Before.Key()))] = place{}
			continue
		}
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
	key := s.hash(string(r.Key()))
	s.places[key] = place{s.size, int32(len(data))}
	s.size += int64(len(data))
	for _, handle := range handles(r) {
		if of := s.hash(handle); !slices.Contains(s.parts[of], key) {
			s.parts[of] = append(s.parts[of], key)
		}
	}
	return nil
}

// handles are what an import asks for records by, besides their ids: the
// contract of a part, organisation and number of an identifier.
func handles(r hub.Record) []string {
	if i, ok := r.(*hub.Identifier); ok {
		return []string{string(i.OrganisationID), string(i.Value)}
	}
	if contract := contractOf(r); contract != "" {
		return []string{string(contract)}
	}
	return nil
}

func (s *rehearsal) hash(id string) uint64 { return maphash.String(s.seed, id) }

// read gives a record as the run left it: nil when the run deleted it. It tells
// whether the run touched a record with this id at all.
func (s *rehearsal) read(id hub.ID) (r hub.Record, known bool, err error) {
	p, known := s.places[s.hash(string(id))]
	if !known || p.length == 0 {
		return nil, known, nil
	}
	r, err = s.readAt(hub.NounOf(id), p)
	if err != nil || r == nil || r.Key() != id {
		return nil, false, err
	}
	return r, true, nil
}

// readAt gives the record at a place; nil when it is not of this noun.
func (s *rehearsal) readAt(noun *hub.Noun, p place) (hub.Record, error) {
	if p.length == 0 {
		return nil, nil
	}
	data := make([]byte, p.length)
	if _, err := s.file.ReadAt(data, p.offset); err != nil {
		return nil, fmt.Errorf("dry run: %w", err)
	}
	if !bytes.HasPrefix(data, []byte(`{"id":"`+noun.Prefix+`:`)) {
		return nil, nil
	}
	return hub.DecodeRecord(noun, data)
}
