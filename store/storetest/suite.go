package storetest

import (
	"testing"

	"polehub/hub"
)

// Test checks that a store keeps the contract of hub.Store. open gives an
// empty store at each call and closes it when the test ends; because that may
// be expensive, Test calls it once for each group of checks.
//
// The random checks make -rapid.checks tries each (100 unless told), repeat
// one failure by -rapid.seed, and show the smallest failing query or update.
func Test(t *testing.T, open func(t testing.TB) hub.Store) {
	t.Run("Reads", func(t *testing.T) { testReads(t, open(t)) })
	t.Run("Writes", func(t *testing.T) { testWrites(t, open(t)) })
	t.Run("Together", func(t *testing.T) { testTogether(t, open(t)) })
	t.Run("Random", func(t *testing.T) { testRandom(t, open(t)) })
}
