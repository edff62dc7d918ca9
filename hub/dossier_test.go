package hub_test

import (
	"fmt"
	"slices"
	"testing"

	"polehub/hub"
)

func dossiersOf(t *testing.T, h *hub.Hub, ids ...hub.ID) (out []*hub.Dossier) {
	t.Helper()
	err := h.Store.View(t.Context(), func(r hub.Reader) (err error) {
		out, err = hub.ReadDossiers(t.Context(), r, ids)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestDossierAgreements reads the contracts of members, once where two of them
// signed, and those that are only declared for the pole.
func TestDossierAgreements(t *testing.T) {
	declared := &hub.Contract{ID: "contract:declared", Type: hub.ContractGrant, Title: "t", StartsOn: "2025-01-01", PoleIDs: []hub.ID{"pole:p"}}
	both := &hub.Contract{ID: "contract:both", Type: hub.ContractGrant, Title: "t", StartsOn: "2025-01-01", PoleIDs: []hub.ID{"pole:p"}}
	outside := func(contract hub.ID, who hub.ID) *hub.Party {
		return &hub.Party{ContractID: contract, OrganisationID: who, Role: hub.PartyFunder}
	}
	h := newHub(t, append(append(moneyPole("p"), moneyPole("q")...),
		declared, outside(declared.ID, "org:q-region"), &hub.Party{ContractID: declared.ID, Role: hub.PartyBeneficiary},
		both, outside(both.ID, "org:q-region"), outside(both.ID, "org:p-a"))...)
	d := dossiersOf(t, h, "pole:p", "pole:none")
	if d[1] != nil {
		t.Error("an unknown pole has a dossier")
	}
	var found []string
	for _, a := range d[0].Agreements {
		found = append(found, fmt.Sprintf("%s %d", a.Contract.ID, len(a.Parties("2025-06-01"))))
	}
	want := []string{"contract:both 2", "contract:declared 2", "contract:p-frame 3", "contract:p-grant 2", "contract:p-pending 2", "contract:p-service 2"}
	if !slices.Equal(found, want) {
		t.Errorf("contracts with their number of parties: %v, expected %v", found, want)
	}
	for _, id := range []hub.ID{"org:p-a", "org:p-region", "org:q-region"} {
		if d[0].Organisation(id) == nil {
			t.Errorf("%s, a member or a party, was not read", id)
		}
	}
	if d[0].Organisation("org:q-b") != nil {
		t.Error("an organisation of another pole was read")
	}
}

func TestDossiersCallTheStoreAConstantNumberOfTimes(t *testing.T) {
	count := func(poles int) int {
		h := newHub(t)
		var ids []hub.ID
		for i := range poles {
			name := fmt.Sprint("p", i)
			put(t, h, moneyPole(name)...)
			ids = append(ids, hub.ID("pole:"+name))
		}
		calls := 0
		h.Store = counting{h.Store, &calls}
		dossiersOf(t, h, ids...)
		return calls
	}
	if few, many := count(2), count(40); few != many || few == 0 {
		t.Errorf("%d store calls for 2 poles, %d for 40", few, many)
	}
}

// TestDossierLinks follows groups over organisations outside, as networks do: a and
// b have one grandparent, by different parents.
func TestDossierLinks(t *testing.T) {
	records := append(smallPole("p"), smallPole("q")...)
	for _, local := range []string{"h", "i", "top"} {
		records = append(records, &hub.Organisation{ID: hub.ID("org:" + local), Name: local, Kind: hub.KindEnterprise})
	}
	for _, l := range [][2]hub.ID{{"org:p-a", "org:h"}, {"org:p-b", "org:i"}, {"org:h", "org:top"}, {"org:i", "org:top"}, {"org:q-a", "org:q-b"}} {
		records = append(records, &hub.Link{ChildID: l[0], ParentID: l[1], Kind: hub.LinkGroup})
	}
	for i, d := range dossiersOf(t, newHub(t, records...), "pole:p", "pole:q") {
		if want := []int{4, 1}[i]; len(d.Links) != want {
			t.Errorf("%s: %d links, expected %d: %v", d.Pole.ID, len(d.Links), want, d.Links)
		}
	}
}
