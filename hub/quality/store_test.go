package quality_test

import (
	"testing"
	"time"

	"polehub/hub"
	"polehub/store/storetest"
)

// filled is a store with these records.
func filled(t *testing.T, s hub.Store, records []hub.Record) hub.Store {
	t.Helper()
	h := &hub.Hub{Store: s, Clock: func() time.Time { return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) }}
	if _, err := h.Update(t.Context(), "test", func(b *hub.Batch) error { b.Put(records...); return nil }); err != nil {
		t.Fatal(err)
	}
	return s
}

func oracle() hub.Store { return storetest.NewOracle() }
