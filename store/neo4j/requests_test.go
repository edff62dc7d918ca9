package neo4j_test

import (
	"fmt"
	"testing"

	"polehub/hub"
	"polehub/seed/synthetic"
	"polehub/store/neo4j/neo4jtest"
)

// TestRequests: each call is one statement, however many parents it has.
func TestRequests(t *testing.T) {
	server := neo4jtest.Start(t)
	server.Clean(t)
	proxy, count := neo4jtest.CountRequests(t, server.URI)
	store := openAt(t, proxy, server)
	fill(t, store, synthetic.Size{Poles: 50, Organisations: 200, Contracts: 200, PartiesPerContract: 3, Memberships: 500, Ties: 100})
	for _, parents := range []int{5, 50} {
		var ids []hub.ID
		for i := range parents {
			ids = append(ids, synthetic.PoleID(i))
		}
		members := hub.Query{
			Noun: hub.MembershipNoun, Limit: 3,
			Parents: &hub.Parents{Relation: hub.PoleNoun.Relation("members"), IDs: ids},
			With:    []*hub.Relation{hub.MembershipNoun.Relation("organisation")},
		}
		calls := map[string]func() (int, error){
			"Rows": func() (n int, err error) {
				for _, err := range store.Rows(t.Context(), members) {
					if err != nil {
						return n, err
					}
					n++
				}
				return n, nil
			},
			"Tally": func() (int, error) { counts, err := store.Tally(t.Context(), members); return len(counts), err },
			"Find": func() (int, error) {
				found, err := store.Find(t.Context(), hub.PoleNoun, ids)
				return len(found), err
			},
		}
		for name, call := range calls {
			t.Run(fmt.Sprint(name, parents), func(t *testing.T) {
				before := count()
				n, err := call()
				if err != nil || n < parents {
					t.Fatalf("%d answers, %v", n, err)
				}
				if sent := count() - before; sent != 1 {
					t.Errorf("%d statements", sent)
				}
			})
		}
	}
}

// TestRequestsOfUpdate: an update is a statement for all that it looks up and one
// for all that it writes.
func TestRequestsOfUpdate(t *testing.T) {
	server := neo4jtest.Start(t)
	server.Clean(t)
	proxy, count := neo4jtest.CountRequests(t, server.URI)
	h := fill(t, openAt(t, proxy, server), synthetic.Size{Poles: 1, Organisations: 10, Contracts: 1, PartiesPerContract: 1})
	before := count()
	_, err := h.Update(t.Context(), "test", func(b *hub.Batch) error {
		b.Put(&hub.Contract{ID: "contract:a", Type: hub.ContractGrant, Title: "Une subvention", Fact: hub.Fact{SourceIDs: []hub.ID{synthetic.SourceID}}},
			&hub.Party{ContractID: "contract:a", OrganisationID: synthetic.OrganisationID(1), Role: hub.PartyFunder},
			&hub.Party{ContractID: "contract:a", OrganisationID: synthetic.OrganisationID(2), Role: hub.PartyBeneficiary})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if sent := count() - before; sent != 2 {
		t.Errorf("%d statements, want 2", sent)
	}
}
