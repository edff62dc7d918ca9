package storetest

import (
	"testing"

	"polehub/hub"
)

// Test checks that a store keeps the contract of hub.Store. open gives an
// empty store at each call and closes it when the test ends; because that may
// be expensive, Test calls it once for each group of checks.
func Test(t *testing.T, open func(t testing.TB) hub.Store) {
	t.Run("Reads", func(t *testing.T) { testReads(t, open(t)) })
	t.Run("Random", func(t *testing.T) { testRandom(t, open(t)) })
}

func testReads(t *testing.T, s hub.Store) {
	testEmpty(t, s)
}

// testEmpty checks the answers of a store without records.
func testEmpty(t *testing.T, s hub.Store) {
	ctx := t.Context()
	if err := s.Ping(ctx); err != nil {
		t.Errorf("ping: %v", err)
	}
	if revision, err := s.Revision(ctx); revision != 0 || err != nil {
		t.Errorf("the revision of an empty store is %d, %v", revision, err)
	}
	if dump, err := Dump(ctx, s); dump != "" || err != nil {
		t.Errorf("an empty store holds %s, %v", dump, err)
	}
	for _, n := range hub.Nouns() {
		if tallies, err := s.Tally(ctx, hub.Query{Noun: n}); len(tallies) != 0 || err != nil {
			t.Errorf("an empty store counts %v, %v", tallies, err)
		}
		found, err := s.Find(ctx, n, []hub.ID{hub.ID(n.Prefix + ":none")})
		if err != nil || len(found) != 1 || found[0] != nil {
			t.Errorf("an empty store finds %v, %v", found, err)
		}
	}
	for c, err := range s.Changes(ctx, hub.ChangeQuery{}) {
		t.Errorf("an empty store logs %v, %v", c, err)
	}
}
