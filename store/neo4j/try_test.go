package neo4j_test

import (
	"fmt"
	"testing"
	"time"

	"polehub/hub"
	"polehub/store/neo4j/neo4jtest"
)

// TestOtherPrograms: what another program commits between two updates of this
// one, or while one runs, makes it run again on the new state.
func TestOtherPrograms(t *testing.T) {
	store := open(t)
	server := neo4jtest.Start(t)
	ours, theirs := &hub.Hub{Store: store, Clock: time.Now}, &hub.Hub{Store: openAt(t, server.URI, server), Clock: time.Now}
	put := func(h *hub.Hub, id hub.ID, during func()) (runs int) {
		t.Helper()
		_, err := h.Update(t.Context(), "test", func(b *hub.Batch) error {
			if runs++; during != nil && runs == 1 {
				during()
			}
			seen, err := b.Tally(t.Context(), hub.Query{Noun: hub.PoleNoun})
			count := 0
			for _, tally := range seen {
				count = tally.Count
			}
			b.Put(&hub.Pole{ID: id, Name: fmt.Sprint(count, " autres")})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return runs
	}
	for _, step := range []struct {
		what   string
		h      *hub.Hub
		id     hub.ID
		during func()
		runs   int
		before string // the number of poles that the update sees
	}{
		{"the first", ours, "pole:a", nil, 1, "0"},
		{"the first of the other program, which asks for the revision", theirs, "pole:b", nil, 1, "1"},
		{"one that still believes in revision 1", ours, "pole:c", nil, 2, "2"},
		{"one that knows", ours, "pole:d", nil, 1, "3"},
		{"one under which the other commits", ours, "pole:f", func() { put(theirs, "pole:e", nil) }, 2, "5"},
	} {
		if runs := put(step.h, step.id, step.during); runs != step.runs {
			t.Errorf("%s ran %d times, want %d", step.what, runs, step.runs)
		}
		found, err := store.Find(t.Context(), hub.PoleNoun, []hub.ID{step.id})
		if err != nil || found[0] == nil || found[0].(*hub.Pole).Name != step.before+" autres" {
			t.Errorf("%s wrote %v, %v, want a pole after %s others", step.what, found, err, step.before)
		}
	}
	if revision, err := store.Revision(t.Context()); err != nil || revision != 6 {
		t.Errorf("revision %d, %v, want 6: one for each pole", revision, err)
	}
}

// TestLostBetween: what a program that does not know the hub deletes between the
// check of a reference and the write undoes the whole update.
func TestLostBetween(t *testing.T) {
	store := open(t)
	server := neo4jtest.Start(t)
	h := &hub.Hub{Store: store, Clock: time.Now}
	organisation := &hub.Organisation{ID: "org:a", Name: "A", Kind: hub.KindNetwork}
	if _, err := h.Update(t.Context(), "test", func(b *hub.Batch) error { b.Put(organisation); return nil }); err != nil {
		t.Fatal(err)
	}
	stamp := hub.Stamp{At: time.Now().UTC().Truncate(time.Millisecond), By: "test"}
	contract := &hub.Contract{ID: "contract:a", Type: hub.ContractGrant}
	party := &hub.Party{ID: "party:a", ContractID: contract.ID, OrganisationID: organisation.ID, Role: hub.PartyFunder}
	_, err := store.Update(t.Context(), func(tx hub.Tx) error {
		cypher(t, server, "MATCH (o:Organisation) DELETE o", nil)
		return tx.Apply(t.Context(), stamp, []hub.Change{{After: contract}, {After: party}})
	})
	refused(t, err, hub.Conflict)
	found, err := store.Find(t.Context(), hub.ContractNoun, []hub.ID{contract.ID})
	if err != nil || found[0] != nil {
		t.Errorf("the contract stays: %v, %v", found, err)
	}
	if revision, err := store.Revision(t.Context()); err != nil || revision != 1 {
		t.Errorf("revision %d, %v, want 1", revision, err)
	}
}
