package sqlite

import (
	"iter"
	"slices"
	"sync"

	"polehub/hub"
)

// prepared is a change with what is written of it.
type prepared struct {
	hub.Change
	table *table
	// values are the columns of a new row; the first is left for its key.
	values []any
	// tokens are the search tokens of a new row.
	tokens []string
	// before and after are the records as the log keeps them, nil for none.
	before, after any
}

// ahead is how many changes are prepared together.
const ahead = 64

// prepare works out what is written of each change, in order. Folding names and
// encoding records is done by another goroutine, while the database writes what
// came before.
func (s schema) prepare(changes []hub.Change) iter.Seq[prepared] {
	return func(yield func(prepared) bool) {
		chunks, stop := make(chan []prepared, 2), make(chan struct{})
		var wg sync.WaitGroup
		// The records are the caller's again when this returns.
		defer wg.Wait()
		defer close(stop)
		wg.Go(func() {
			defer close(chunks)
			for chunk := range slices.Chunk(changes, ahead) {
				list := make([]prepared, len(chunk))
				for i, change := range chunk {
					list[i] = s.prepareOne(change)
				}
				select {
				case chunks <- list:
				case <-stop:
					return
				}
			}
		})
		for list := range chunks {
			for _, p := range list {
				if !yield(p) {
					return
				}
			}
		}
	}
}

func (s schema) prepareOne(change hub.Change) prepared {
	t := s[change.Record().Noun()]
	p := prepared{Change: change, table: t, before: encoded(change.Before), after: encoded(change.After)}
	if change.Before == nil {
		p.values = make([]any, len(t.columns))
		for i, c := range t.columns[1:] {
			p.values[i+1] = c.stored(change.After)
		}
		p.tokens = tokens(t, change.After)
	}
	return p
}

func encoded(r hub.Record) any {
	if r == nil {
		return nil
	}
	return string(hub.EncodeRecord(r))
}

func tokens(t *table, r hub.Record) []string {
	if !t.words {
		return nil
	}
	return hub.SearchTokens(r)
}
