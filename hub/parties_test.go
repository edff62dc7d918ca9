package hub_test

import (
	"fmt"
	"strings"
	"testing"

	"polehub/hub"
)

func party(id, contract, organisation hub.ID, amendment hub.Text) *hub.Party {
	return &hub.Party{ID: id, ContractID: contract, OrganisationID: organisation, Role: hub.PartyPartner, Amendment: amendment}
}

// TestRequireParties: an update that asks for it may not leave a contract with
// fewer than two parties, nor a party that came with no amendment; contracts that
// were short of parties before may be.
func TestRequireParties(t *testing.T) {
	records := []hub.Record{
		org("org:1"), org("org:2"), org("org:3"),
		&hub.Contract{ID: "contract:c", Type: hub.ContractOther, Title: "C"}, &hub.Contract{ID: "contract:d", Type: hub.ContractOther, Title: "D"},
		&hub.Contract{ID: "contract:short", Type: hub.ContractOther, Title: "S"},
		&hub.Amendment{ID: "amendment:1", ContractID: "contract:c", Number: "1"},
		party("party:c1", "contract:c", "org:1", ""), party("party:c2", "contract:c", "org:2", ""), party("party:c3", "contract:c", "org:3", "1"),
		party("party:d1", "contract:d", "org:1", ""), party("party:d2", "contract:d", "", ""),
		party("party:s1", "contract:short", "org:1", ""),
	}
	for _, c := range []struct {
		name string
		fn   func(*hub.Batch)
		want string // code, record, field and part of the message of each error; empty when it passes
	}{
		{"delete one of two", func(b *hub.Batch) { b.Delete("party:c1") }, "WOULD_ORPHAN contract:c id would be left with 1 of its 2 parties"},
		{"delete all", func(b *hub.Batch) { b.Delete("party:c1"); b.Delete("party:c2") }, "WOULD_ORPHAN contract:c id would be left with 0 of its 2 parties"},
		{"delete one by cascade", func(b *hub.Batch) { b.Delete("org:2", "party") }, "WOULD_ORPHAN contract:c id would be left with 1 of its 2 parties"},
		{"delete the contract", func(b *hub.Batch) { b.Delete("contract:c") }, ""},
		{"delete one and put another", func(b *hub.Batch) { b.Delete("party:c1"); b.Put(party("party:c4", "contract:c", "org:3", "")) }, ""},
		{"delete the unknown one", func(b *hub.Batch) { b.Delete("party:d2") }, "WOULD_ORPHAN contract:d id would be left with 1 of its 2 parties"},
		{"delete one of an amendment", func(b *hub.Batch) { b.Delete("party:c3") }, ""},
		{"delete the last of a short one", func(b *hub.Batch) { b.Delete("party:s1") }, ""},
		{"forget the organisation of one", func(b *hub.Batch) { b.Put(party("party:c1", "contract:c", "", "")) }, ""},
		{"of the other too", func(b *hub.Batch) { b.Put(party("party:d1", "contract:d", "", "")) }, "BAD_USER_INPUT party:d1 organisationId contract:d would be left with 2 of its 2 parties, 0 of them different organisations"},
		{"the same organisation twice", func(b *hub.Batch) { b.Put(party("party:c1", "contract:c", "org:2", "")) }, "BAD_USER_INPUT party:c1 organisationId contract:c would be left with 2 of its 2 parties, 1 of them different organisations"},
		{"move one to an amendment", func(b *hub.Batch) { b.Put(party("party:c1", "contract:c", "org:1", "1")) }, "BAD_USER_INPUT party:c1 amendment contract:c would be left with 1 of its 2 parties"},
		{"move one to another contract", func(b *hub.Batch) { b.Put(party("party:c1", "contract:d", "org:3", "")) }, "BAD_USER_INPUT party:c1 contractId contract:c would be left with 1 of its 2 parties"},
		{"the first of a new contract", func(b *hub.Batch) {
			b.Put(&hub.Contract{ID: "contract:n", Type: hub.ContractOther, Title: "N"}, party("party:n1", "contract:n", "org:1", ""))
		}, ""},
		{"an amendment that there is not", func(b *hub.Batch) { b.Put(party("party:c4", "contract:c", "org:1", "2")) }, `NOT_FOUND party:c4 amendment contract:c has no amendment "2"`},
		{"nor in a new contract", func(b *hub.Batch) {
			b.Put(&hub.Contract{ID: "contract:n", Type: hub.ContractOther, Title: "N"}, party("party:n1", "contract:n", "org:1", "1"))
		}, `NOT_FOUND party:n1 amendment contract:n has no amendment "1"`},
		{"an amendment of the batch", func(b *hub.Batch) {
			b.Put(&hub.Amendment{ID: "amendment:2", ContractID: "contract:c", Number: "2"}, party("party:c4", "contract:c", "org:1", "2"))
		}, ""},
		{"delete an amendment with parties", func(b *hub.Batch) { b.Delete("amendment:1") }, "WOULD_ORPHAN party:c3 id 1 contract_parties came with amendment \"1\" of contract:c: party:c3"},
		{"with its parties", func(b *hub.Batch) { b.Delete("amendment:1"); b.Delete("party:c3") }, ""},
		{"number it anew", func(b *hub.Batch) { b.Put(&hub.Amendment{ID: "amendment:1", ContractID: "contract:c", Number: "2"}) }, "BAD_USER_INPUT amendment:1 number 1 contract_parties came with amendment \"1\""},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, strict := range []bool{true, false} {
				h := newHub(t, records...)
				_, err := h.Update(t.Context(), "tester", func(b *hub.Batch) error {
					if strict {
						b.RequireParties()
					}
					c.fn(b)
					return nil
				})
				var got []string
				for _, e := range hub.AsErrors(err) {
					got = append(got, fmt.Sprintf("%s %s %s %s", e.Code, e.Record, e.Field, e.Msg))
				}
				switch said := strings.Join(got, "; "); {
				case !strict && err != nil:
					t.Errorf("an import is refused: %v", err)
				case strict && (c.want == "" && err != nil || c.want != "" && (len(got) != 1 || !matches(said, c.want))):
					t.Errorf("got  %s (%v)\nwant %s", said, err, c.want)
				}
			}
		})
	}
}

// matches holds code, record and field, and what the message must contain.
func matches(said, want string) bool {
	a, b := strings.SplitN(said, " ", 4), strings.SplitN(want, " ", 4)
	return a[0] == b[0] && a[1] == b[1] && a[2] == b[2] && strings.Contains(a[3], b[3])
}
