package hub_test

import (
	"testing"

	"polehub/hub"
)

func TestCheckParties(t *testing.T) {
	party := func(organisation hub.ID, role hub.PartyRole) *hub.Party {
		return &hub.Party{OrganisationID: organisation, Role: role}
	}
	replaced := party("org:b", hub.PartySupplier)
	replaced.Amendment = "1"
	tests := []struct {
		name    string
		parties []*hub.Party
		want    string
	}{
		{"two", []*hub.Party{party("org:a", hub.PartyBuyer), party("org:b", hub.PartySupplier)}, ""},
		{"a buyer and an unknown supplier", []*hub.Party{party("org:a", hub.PartyBuyer), party("", hub.PartySupplier)}, ""},
		{"none yet", nil, ""},
		{"one", []*hub.Party{party("org:a", hub.PartyBuyer)}, "parties: 1 of 1 parties are different or…"},
		{"one with itself", []*hub.Party{party("org:a", hub.PartyLessor), party("org:a", hub.PartyLessee)}, "parties: 1 of 2 parties are different or…"},
		{"two unknown", []*hub.Party{party("", hub.PartyBuyer), party("", hub.PartySupplier)}, "parties: 0 of 2 parties are different or…"},
		{"the second came by an amendment", []*hub.Party{party("org:a", hub.PartyBuyer), replaced}, "parties: 1 of 1 parties are different or…"},
	}
	for _, test := range tests {
		if got := faults(hub.CheckParties(test.parties)); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}
