package hub_test

import (
	"fmt"
	"strings"
	"testing"

	"polehub/hub"
)

// network: o1 and o2 are members of p and tied in it, as survey v saw; c is a
// contract of p between them, amended once.
func deletable() []hub.Record {
	return []hub.Record{
		org("org:1"), org("org:2"),
		&hub.Identifier{ID: "identifier:1", OrganisationID: "org:1", Scheme: "SIREN", Raw: "1"},
		&hub.Pole{ID: "pole:p", Name: "P"}, &hub.Pole{ID: "pole:q", Name: "Q"},
		member("pole:p", "org:1"), member("pole:p", "org:2"),
		&hub.Observation{ID: "observation:v", PoleID: "pole:p", Covers: []hub.Coverage{hub.CoversTies}},
		&hub.RosterEntry{ID: "roster:1", ObservationID: "observation:v", OrganisationID: "org:1"},
		&hub.Tie{ID: "tie:1", Type: hub.TieSupply, FromID: "org:1", ToID: "org:2", PoleID: "pole:p", ObservationID: "observation:v", ClaimedBy: []hub.Claimant{hub.ByFirst}},
		&hub.Contract{ID: "contract:c", Type: hub.ContractOther, Title: "C", PoleIDs: []hub.ID{"pole:p", "pole:q"}},
		&hub.Amendment{ID: "amendment:1", ContractID: "contract:c", Number: "1"},
		&hub.Party{ID: "party:1", ContractID: "contract:c", OrganisationID: "org:1", Role: hub.PartyBuyer},
	}
}

func TestDelete(t *testing.T) {
	moved := func() *hub.Tie {
		return &hub.Tie{ID: "tie:1", Type: hub.TieSupply, FromID: "org:1", ToID: "org:2", ClaimedBy: []hub.Claimant{hub.ByFirst}}
	}
	tests := []struct {
		name string
		fn   func(*hub.Batch)
		want string // what is deleted, dependants first, or code and field of the errors
	}{
		{"parts go along", func(b *hub.Batch) { b.Delete("contract:c") }, "[party:1 amendment:1 contract:c]"},
		{"facts refuse", func(b *hub.Batch) { b.Delete("org:2") }, "WOULD_ORPHAN id, WOULD_ORPHAN id"},
		{"a cascade reaches what depends on what it takes", func(b *hub.Batch) { b.Delete("pole:p", "membership", "observation", "tie", "contract") },
			"[tie:1 roster:1 observation:v membership:p.1. membership:p.2. pole:p]"},
		{"a cascade takes what refers to nothing else", func(b *hub.Batch) {
			b.Delete("pole:p", "membership", "observation", "tie", "contract")
			b.Delete("pole:q", "contract")
		}, "[party:1 amendment:1 contract:c tie:1 roster:1 observation:v membership:p.1. membership:p.2. pole:p pole:q]"},
		{"a cascade that stops short", func(b *hub.Batch) { b.Delete("pole:p", "membership", "observation", "contract") }, "WOULD_ORPHAN id, WOULD_ORPHAN id"},
		{"deletes that free each other", func(b *hub.Batch) {
			for _, id := range []hub.ID{"org:2", "tie:1", "membership:p.2."} {
				b.Delete(id)
			}
		}, "[tie:1 membership:p.2. org:2]"},
		{"what is rewritten in the batch does not refuse", func(b *hub.Batch) {
			b.Put(moved())
			b.Delete("observation:v")
		}, "[roster:1 observation:v]"},
		{"unless it still refers to what goes", func(b *hub.Batch) {
			tie := moved()
			tie.ObservationID = "observation:v"
			b.Put(tie)
			b.Delete("observation:v")
		}, "NOT_FOUND observationId"},
		{"nor to what a cascade takes", func(b *hub.Batch) {
			tie := moved()
			tie.ObservationID = "observation:v"
			b.Put(tie)
			b.Delete("pole:p", "membership", "observation", "contract")
		}, "NOT_FOUND observationId"},
		{"a new fact about what goes", func(b *hub.Batch) {
			b.Put(&hub.Amendment{ID: "amendment:2", ContractID: "contract:c", Number: "2"})
			b.Delete("contract:c")
		}, "NOT_FOUND contractId"},
		{"a list refuses", func(b *hub.Batch) { b.Delete("pole:q") }, "WOULD_ORPHAN id"},
		{"one refused delete of two", func(b *hub.Batch) { b.Delete("pole:q"); b.Delete("tie:1") }, "WOULD_ORPHAN id"},
	}
	for _, test := range tests {
		h := newHub(t, deletable()...)
		out, err := h.Update(t.Context(), "x", func(b *hub.Batch) error { test.fn(b); return nil })
		got := fmt.Sprint(out.Deleted)
		if err != nil {
			got = codes(err)
		}
		if got != test.want {
			t.Errorf("%s\n got %s\nwant %s\n%v", test.name, got, test.want, err)
		}
	}
}

// TestCascadeKeepsWhatOthersState: a fact that names others besides what goes
// loses the reference only, in an update of the log of its own; one that a
// cascade deletes for another reason goes.
func TestCascadeKeepsWhatOthersState(t *testing.T) {
	fact := hub.Fact{SourceIDs: []hub.ID{"source:a", "source:b"}}
	records := []hub.Record{
		&hub.Source{ID: "source:a", Title: "A", Kind: hub.SourceSurvey}, &hub.Source{ID: "source:b", Title: "B", Kind: hub.SourceSurvey},
		&hub.Organisation{ID: "org:1", Name: "1", Kind: hub.KindOther, Fact: fact}, &hub.Organisation{ID: "org:2", Name: "2", Kind: hub.KindOther, Fact: hub.Fact{SourceIDs: []hub.ID{"source:a"}}},
		&hub.Pole{ID: "pole:p", Name: "P"},
		&hub.Document{ID: "document:d", PoleID: "pole:p", Kind: hub.DocumentCharter, Title: "D", SignatoryIDs: []hub.ID{"org:1", "org:2"}, Fact: fact},
	}
	for _, c := range []struct {
		fn   func(*hub.Batch)
		want string // updated and deleted
		left string // signatories and sources of the document
	}{
		{func(b *hub.Batch) { b.Delete("source:a", "organisation", "document") }, "[org:1 document:d] [org:2 source:a]", "[org:1] [source:b]"},
		{func(b *hub.Batch) { b.Delete("org:1", "document") }, "[document:d] [org:1]", "[org:2] [source:a source:b]"},
		{func(b *hub.Batch) { b.Delete("org:1", "document"); b.Delete("org:2", "document") }, "[] [document:d org:1 org:2]", ""},
		{func(b *hub.Batch) { b.Delete("source:a", "organisation", "document"); b.Delete("pole:p", "document") }, "[org:1] [document:d pole:p org:2 source:a]", ""},
		{func(b *hub.Batch) { b.Put(org("org:3")); b.Delete("org:1", "document") }, "[document:d] [org:1]", "[org:2] [source:a source:b]"},
	} {
		h := newHub(t, records...)
		out, err := h.Update(t.Context(), "x", func(b *hub.Batch) error { c.fn(b); return nil })
		if got := fmt.Sprint(out.Updated, out.Deleted); got != c.want || err != nil {
			t.Errorf("got %s (%v), want %s", got, err, c.want)
		}
		found, err := h.Store.Find(t.Context(), hub.DocumentNoun, []hub.ID{"document:d"})
		var left string
		if d, ok := found[0].(*hub.Document); ok {
			left = fmt.Sprint(d.SignatoryIDs, d.SourceIDs)
		}
		if left != c.left || err != nil {
			t.Errorf("the document is left with %s (%v), want %s", left, err, c.left)
		}
	}
}

// A refusal says what stands in the way, and how to let it go.
func TestOrphanMessages(t *testing.T) {
	records := []hub.Record{&hub.Pole{ID: "pole:p", Name: "P"}}
	for i := range 7 {
		id := hub.ID(fmt.Sprintf("org:%d", i))
		records = append(records, org(id), member("pole:p", id))
	}
	h := newHub(t, records...)
	_, err := h.Update(t.Context(), "x", func(b *hub.Batch) error { b.Delete("pole:p"); return nil })
	want := "id: 7 memberships need this pole: membership:p.0. membership:p.1. membership:p.2. membership:p.3. membership:p.4. …; name membership in cascade to delete them too"
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
	if _, err = h.Update(t.Context(), "x", func(b *hub.Batch) error { b.Delete("zebra:p"); return nil }); err == nil || !strings.Contains(err.Error(), `"zebra:p" has no known prefix`) {
		t.Errorf("got %v", err)
	}
}
