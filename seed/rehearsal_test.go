package seed

import (
	"testing"

	"polehub/hub"
)

// TestRehearsedIdentifiers: a dry run finds an identifier by the field that it is
// asked by, though it is remembered by its organisation and its value alike.
func TestRehearsedIdentifiers(t *testing.T) {
	store, err := newRehearsal(newHub().Store)
	if err != nil {
		t.Fatal(err)
	}
	defer store.discard()
	number := &hub.Identifier{OrganisationID: "org:x", Scheme: hub.SchemeSIREN, Raw: "000000117"}
	other := &hub.Identifier{OrganisationID: "org:y", Scheme: hub.SchemeHub, Raw: "org:x"}
	n := hub.IdentifierNoun
	_, err = store.Update(t.Context(), func(tx hub.Tx) error {
		var changes []hub.Change
		for _, i := range []*hub.Identifier{number, other} {
			hub.Complete(i)
			changes = append(changes, hub.Change{After: i})
		}
		if err := tx.Apply(t.Context(), hub.Stamp{}, changes); err != nil {
			return err
		}
		for field, want := range map[string]*hub.Identifier{"value": other, "organisationId": number} {
			var got []hub.ID
			for row, err := range tx.Rows(t.Context(), hub.Query{Noun: n, Where: hub.In(n.Field(field), "org:x")}) {
				if err != nil {
					return err
				}
				got = append(got, row.Record.Key())
			}
			if len(got) != 1 || got[0] != want.ID {
				t.Errorf("by %s: %v, want %s", field, got, want.ID)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
