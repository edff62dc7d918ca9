package seed

import (
	"context"

	"polehub/hub"
)

// absent knows which records cannot be in the hub, so that they are not looked
// up. In an import into a new hub, as long as nobody else writes, that is all
// that the run has not come across, of nouns of which there was nothing (other
// programs may have put something there) when they were first asked for.
type absent struct {
	seen  *seen
	at    hub.Revision       // after the last update of the run
	empty map[*hub.Noun]bool // nil when the hub was not new or others write
}

func newAbsent(seen *seen) absent { return absent{seen: seen, empty: map[*hub.Noun]bool{}} }

// within is the state of an update, looked up with what is known.
func (a *absent) within(ctx context.Context, r hub.Reader) (hub.Reader, error) {
	at, err := r.Revision(ctx)
	if at != a.at {
		a.empty = nil
	}
	return knowing{r, a}, err
}

// knowing is a Reader that asks only for records that can be there.
type knowing struct {
	hub.Reader
	*absent
}

// Lookup asks for all that is checked: what the run wrote may be the part of a
// contract that became another's.
func (k knowing) Lookup(ctx context.Context, read, check []hub.ID) ([]hub.Record, []hub.ID, error) {
	var asked []hub.ID
	for noun, ids := range hub.ByNoun(read) {
		empty, err := k.nothing(ctx, noun)
		if err != nil {
			return nil, nil, err
		}
		for _, id := range ids {
			if !empty || k.seen.written(id) {
				asked = append(asked, id)
			}
		}
	}
	found, missing, err := k.Reader.Lookup(ctx, asked, check)
	if err != nil {
		return nil, nil, err
	}
	byID := make(map[hub.ID]hub.Record, len(found))
	for i, id := range asked {
		if found[i] != nil {
			byID[id] = found[i]
		}
	}
	return hub.Arrange(read, byID), missing, nil
}

// nothing says whether the hub held no record of a noun before those of the run.
func (k knowing) nothing(ctx context.Context, noun *hub.Noun) (bool, error) {
	empty, known := k.empty[noun]
	if known || k.empty == nil {
		return empty, nil
	}
	empty = true
	for _, err := range k.Rows(ctx, hub.Query{Noun: noun, Limit: 1, Fields: []*hub.Field{noun.ID()}}) {
		if err != nil {
			return false, err
		}
		empty = false
	}
	k.empty[noun] = empty
	return empty, nil
}
