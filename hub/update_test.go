package hub_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"polehub/hub"
	"polehub/store/storetest"
)

func clock() time.Time {
	return time.Date(2026, 1, 1, 12, 0, 0, 123_456_789, time.FixedZone("", 60*60))
}

func org(id hub.ID) *hub.Organisation {
	return &hub.Organisation{ID: id, Name: string(id), Kind: hub.KindOther}
}

func member(pole, organisation hub.ID) *hub.Membership {
	return &hub.Membership{PoleID: pole, OrganisationID: organisation, Circle: hub.CirclePartner}
}

func TestUpdateOutcome(t *testing.T) {
	ctx, h := t.Context(), newHub(t, org("org:same"), org("org:old"), org("org:gone"))
	changed := org("org:old")
	changed.Name = "changed"
	out, err := h.Update(ctx, "tester", func(b *hub.Batch) error {
		b.Put(org("org:new"), org("org:same"), changed, &hub.Source{ID: "source:s", Title: "S", Kind: hub.SourceSurvey})
		b.Delete("org:gone")
		return nil
	})
	want := "{2 [source:s org:new] [org:old] [org:same] [org:gone]}" // revision, added, updated, unchanged, deleted
	if got := fmt.Sprint(out); got != want || err != nil {
		t.Errorf("got  %s, %v\nwant %s", got, err, want)
	}
	for c, err := range h.Store.Changes(ctx, hub.ChangeQuery{Since: 1, First: 1}) {
		if err != nil || c.Stamp.By != "tester" || !c.Stamp.At.Equal(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)) {
			t.Errorf("stamped %+v, %v", c.Stamp, err)
		}
	}
}

// The stamp is in UTC and whole milliseconds, as the log keeps it.
func TestUpdateStamp(t *testing.T) {
	h := &hub.Hub{Store: storetest.NewOracle(), Clock: clock}
	put(t, h, org("org:a"))
	for c, err := range h.Store.Changes(t.Context(), hub.ChangeQuery{}) {
		if want := time.Date(2026, 1, 1, 11, 0, 0, 123_000_000, time.UTC); err != nil || c.Stamp.At != want {
			t.Errorf("stamped %v, want %v, %v", c.Stamp.At, want, err)
		}
	}
}

func TestUpdateWithinABatch(t *testing.T) {
	pole := &hub.Pole{ID: "pole:p", Name: "P"}
	tests := []struct {
		name string
		fn   func(*hub.Batch)
		want string // added ids, or the code and field of the errors
	}{
		{"the last of two wins", func(b *hub.Batch) { b.Put(&hub.Pole{ID: "pole:p"}, pole) }, "[pole:p]"},
		{"references in any order", func(b *hub.Batch) { b.Put(member("pole:p", "org:a"), org("org:a"), pole) }, "[org:a pole:p membership:p.a.]"},
		{"delete of what is put", func(b *hub.Batch) { b.Put(pole); b.Delete("pole:p") }, "NOT_FOUND id"},
		{"delete of nothing", func(b *hub.Batch) { b.Delete("pole:x"); b.Delete("org:x") }, "NOT_FOUND id, NOT_FOUND id"},
		{"delete of no id", func(b *hub.Batch) { b.Delete("x") }, "BAD_USER_INPUT id"},
		{"no id and no key", func(b *hub.Batch) { b.Put(&hub.Pole{Name: "P"}) }, "BAD_USER_INPUT id"},
		{"two invalid", func(b *hub.Batch) { b.Put(&hub.Pole{ID: "pole:a"}, &hub.Pole{ID: "pole:b"}) }, "BAD_USER_INPUT name, BAD_USER_INPUT name"},
		{"two dangling", func(b *hub.Batch) { b.Put(pole, member("pole:p", "org:x"), member("pole:y", "org:x")) }, "NOT_FOUND organisationId, NOT_FOUND poleId"},
		{"dangling in a list", func(b *hub.Batch) {
			b.Put(&hub.Contract{ID: "contract:c", Type: hub.ContractOther, Title: "C", PoleIDs: []hub.ID{"pole:x"}})
		}, "NOT_FOUND poles"},
		{"nothing", func(*hub.Batch) {}, "[]"},
	}
	for _, test := range tests {
		h := newHub(t)
		out, err := h.Update(t.Context(), "x", func(b *hub.Batch) error { test.fn(b); return nil })
		got := fmt.Sprint(out.Added)
		if err != nil {
			got = codes(err)
		}
		if got != test.want {
			t.Errorf("%s: got %s, want %s (%v)", test.name, got, test.want, err)
		}
	}
}

// codes writes the code and field of each error.
func codes(err error) string {
	var text strings.Builder
	for i, e := range hub.AsErrors(err) {
		if i > 0 {
			text.WriteString(", ")
		}
		text.WriteString(string(e.Code) + " " + e.Field)
	}
	return text.String()
}

func TestUpdateMayRunAgain(t *testing.T) {
	h := &hub.Hub{Store: again{storetest.NewOracle()}, Clock: clock}
	tie := &hub.Tie{Type: hub.TieJointOffer, FromID: "org:b", ToID: "org:a", ClaimedBy: []hub.Claimant{hub.ByFirst}}
	out, err := h.Update(t.Context(), "x", func(b *hub.Batch) error { b.Put(org("org:a"), org("org:b"), tie); return nil })
	if err != nil || len(out.Added) != 3 || out.Revision != 1 {
		t.Fatalf("%+v, %v", out, err)
	}
	if tie.FromID != "org:a" || !slices.Equal(tie.ClaimedBy, []hub.Claimant{hub.BySecond}) {
		t.Errorf("the second run turned the tie back: %s", hub.EncodeRecord(tie))
	}
}

// again is a store that runs every update twice and undoes the first.
type again struct{ hub.Store }

func (s again) Update(ctx context.Context, fn func(hub.Tx) error) (hub.Revision, error) {
	undo := errors.New("undo")
	_, err := s.Store.Update(ctx, func(tx hub.Tx) error { return errors.Join(fn(tx), undo) })
	if !errors.Is(err, undo) {
		return 0, err
	}
	return s.Store.Update(ctx, fn)
}

// Create refuses what is stored, and says so of each record; Put replaces it.
func TestCreate(t *testing.T) {
	h := newHub(t, org("org:a"), org("org:b"))
	for _, test := range []struct{ create, put, want string }{
		{"org:c", "org:d", "[org:c org:d]"},
		{"org:c", "org:a", "CONFLICT id"}, // org:c was created just now
		{"org:a org:x org:b", "", "CONFLICT id, CONFLICT id"},
		{"", "org:a org:b", "[]"},
	} {
		out, err := h.Update(t.Context(), "x", func(b *hub.Batch) error {
			for id := range strings.FieldsSeq(test.create) {
				b.Create(org(hub.ID(id)))
			}
			for id := range strings.FieldsSeq(test.put) {
				b.Put(org(hub.ID(id)))
			}
			return nil
		})
		got := fmt.Sprint(out.Added)
		if err != nil {
			got = codes(err)
		}
		if got != test.want {
			t.Errorf("create %q, put %q: got %s, want %s (%v)", test.create, test.put, got, test.want, err)
		}
	}
}

// An update looks up in one call what it refers to and what it replaces, of all
// nouns, and not again what the caller has prepared.
func TestUpdateLooksUpOnce(t *testing.T) {
	source := &hub.Source{ID: "source:s", Title: "S", Kind: hub.SourceSurvey}
	h := newHub(t, source, org("org:a"), &hub.Pole{ID: "pole:p", Name: "P"})
	records := func() []hub.Record {
		o, m := org("org:a"), member("pole:p", "org:a")
		o.SourceIDs, m.SourceIDs = []hub.ID{"source:s"}, []hub.ID{"source:s"}
		return []hub.Record{m, o}
	}
	for name, prepare := range map[string]func(*hub.Batch) error{
		"nothing prepared": func(*hub.Batch) error { return nil },
		"all prepared": func(b *hub.Batch) error {
			return b.Prepare(t.Context(), []hub.ID{"org:a", "membership:p.a."}, []hub.ID{"source:s", "pole:p", "org:a"})
		},
		"only read": func(b *hub.Batch) error {
			return b.Prepare(t.Context(), []hub.ID{"org:a", "membership:p.a.", "source:s", "pole:p"}, nil)
		},
	} {
		calls := 0
		counted := &hub.Hub{Store: countingUpdates{h.Store, &calls}, Clock: clock}
		_, err := counted.Update(t.Context(), "x", func(b *hub.Batch) error {
			b.Put(records()...)
			return prepare(b)
		})
		if err != nil || calls != 1 {
			t.Errorf("%s: %d calls of Lookup, %v", name, calls, err)
		}
	}
}

// What is checked may still turn out to be missing.
func TestPrepareOfNothing(t *testing.T) {
	h := newHub(t)
	_, err := h.Update(t.Context(), "x", func(b *hub.Batch) error {
		b.Put(member("pole:p", "org:a"))
		return b.Prepare(t.Context(), []hub.ID{"org:a"}, []hub.ID{"pole:p"})
	})
	if got := codes(err); got != "NOT_FOUND organisationId, NOT_FOUND poleId" {
		t.Errorf("got %s", got)
	}
}

// Stored reads once, also what is not there, and spares the update its reading.
func TestStoredReadsOnce(t *testing.T) {
	calls := 0
	h := newHub(t, org("org:a"))
	h.Store = countingUpdates{h.Store, &calls}
	_, err := h.Update(t.Context(), "x", func(b *hub.Batch) error {
		for range 2 {
			found, err := b.Stored(t.Context(), []hub.ID{"org:a", "org:b", "org:a"})
			if err != nil || found[0] == nil || found[1] != nil || found[2] != found[0] {
				t.Errorf("stored are %v, %v", found, err)
			}
		}
		b.Put(org("org:a"), org("org:b"))
		return nil
	})
	if err != nil || calls != 1 {
		t.Errorf("%d calls of Lookup, %v", calls, err)
	}
}

type countingUpdates struct {
	hub.Store
	calls *int
}

func (s countingUpdates) Update(ctx context.Context, fn func(hub.Tx) error) (hub.Revision, error) {
	return s.Store.Update(ctx, func(tx hub.Tx) error { return fn(countingTx{tx, s.calls}) })
}

type countingTx struct {
	hub.Tx
	calls *int
}

func (tx countingTx) Lookup(ctx context.Context, read, check []hub.ID) ([]hub.Record, []hub.ID, error) {
	*tx.calls++
	return tx.Tx.Lookup(ctx, read, check)
}

func TestComplete(t *testing.T) {
	tests := []struct {
		record hub.Record
		want   hub.ID
	}{
		{member("pole:p", "org:o"), "membership:p.o."},
		{&hub.Membership{ID: "membership:mine", PoleID: "pole:p"}, "membership:mine"},
		{&hub.Pole{Name: "P"}, ""}, // a pole has no natural key
		{&hub.Identifier{OrganisationID: "org:o", Scheme: "SIREN", Raw: "123 456"}, "identifier:o.SIREN.123%20456"},
		{&hub.Claim{OrganisationID: "org:o", Claim: hub.ClaimEss, Basis: hub.BasisDeclared, Fact: hub.Fact{SourceIDs: []hub.ID{"source:a", "source:b"}}}, "claim:o.ESS.DECLARED..a%2Eb"},
		{&hub.Party{ContractID: "contract:c", OrganisationID: "org:o", Role: hub.PartyBuyer, Position: new(2)}, "party:c..o.BUYER.2"},
		{&hub.Party{ContractID: "contract:c", Role: hub.PartyBuyer}, "party:c...BUYER."},
		{&hub.Site{PoleID: "pole:p", Name: "Halle: nord"}, "site:p.Halle%3A%20nord."},
		{&hub.Tie{Type: hub.TieJointOffer, FromID: "org:b", ToID: "org:a"}, "tie:JOINT_OFFER.a.b.."}, // mutual: the smaller id first
		{&hub.Tie{Type: hub.TieSupply, FromID: "org:b", ToID: "org:a"}, "tie:SUPPLY.b.a.."},          // directed
	}
	for _, test := range tests {
		hub.Complete(test.record)
		if got := test.record.Key(); got != test.want {
			t.Errorf("%s, want id %s", hub.EncodeRecord(test.record), test.want)
		}
	}
}

// Natural keys that differ give ids that differ, also when a text looks like
// the id of a record.
func TestCompleteKeepsKeysApart(t *testing.T) {
	site := func(name string) hub.Record { return &hub.Site{PoleID: "pole:p", Name: name} }
	number := func(s string) hub.Record { return &hub.Amendment{ContractID: "contract:c", Number: s} }
	raw := func(s string) hub.Record { return &hub.Identifier{OrganisationID: "org:o", Scheme: "X", Raw: s} }
	for _, records := range [][]hub.Record{
		{site("nord"), site("site:nord"), site("org:nord"), site("site%3Anord"), site("Nord"), site("nord.")},
		{number("1"), number("party:1"), number("1."), number("01")},
		{raw("1"), raw("org:1"), raw("1 ")},
	} {
		ids := map[hub.ID]bool{}
		for _, r := range records {
			hub.Complete(r)
			if ids[r.Key()] {
				t.Errorf("%s has the id of another", hub.EncodeRecord(r))
			}
			ids[r.Key()] = true
		}
	}
}

// What is said of the validity of an identifier does not count.
func TestCompleteReadsIdentifiers(t *testing.T) {
	tests := []struct {
		in   hub.Identifier
		want string // scheme value valid flags
	}{
		{hub.Identifier{Scheme: "SIREN", Value: "123456789", Raw: "123456789", Valid: hub.TriYes}, "SIREN 123456789 NO []"}, // its Luhn sum is 47
		{hub.Identifier{Scheme: "SIREN", Value: "000000109", Raw: "000000109", Valid: hub.TriNo}, "SIREN 000000109 YES []"}, // 1 + 9 = 10
		{hub.Identifier{Scheme: "SIREN", Raw: "000 000 109"}, "SIREN 000000109 YES [IDENTIFIER_CLEANED]"},
		{hub.Identifier{Scheme: "SIREN", Value: "000 000 109", Raw: "no 109"}, "SIREN 000000109 YES []"},
		{hub.Identifier{Scheme: "SIRET", Raw: "000000109"}, "SIREN 000000109 YES [SIREN_GIVEN]"},
		{hub.Identifier{Scheme: "SIRET", Raw: "rubbish", Valid: hub.TriYes}, "SIRET  NO [IDENTIFIER_INVALID]"},
		{hub.Identifier{Scheme: "RNA", Raw: "w9p1002760"}, "RNA W9P1002760 YES [IDENTIFIER_CLEANED]"},
		{hub.Identifier{Scheme: "TVA", Raw: "DE814864138", Valid: hub.TriYes}, "TVA DE814864138 UNKNOWN []"},
		{hub.Identifier{Scheme: "SIREN", Valid: hub.TriYes}, "SIREN  NO []"},
	}
	for _, test := range tests {
		for range 2 { // completing twice is completing once
			r := &test.in
			hub.Complete(r)
			codes := []hub.FlagCode{}
			for _, f := range r.Flags {
				codes = append(codes, f.Code)
			}
			if got := fmt.Sprint(r.Scheme, " ", r.Value, " ", r.Valid, " ", codes); got != test.want {
				t.Errorf("%s: got %s, want %s", hub.EncodeRecord(r), got, test.want)
			}
		}
	}
}

func TestCompleteLeavesSharedClaims(t *testing.T) {
	claims := []hub.Claimant{hub.ByFirst}
	for range 2 {
		tie := &hub.Tie{Type: hub.TieJointOffer, FromID: "org:b", ToID: "org:a", ClaimedBy: claims}
		hub.Complete(tie)
		if tie.ClaimedBy[0] != hub.BySecond || claims[0] != hub.ByFirst {
			t.Errorf("the tie is claimed by %s, the caller's list holds %s", tie.ClaimedBy, claims)
		}
	}
}
