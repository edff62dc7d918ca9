package seed

import (
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"polehub/hub"
	"polehub/store/storetest"
)

// TestRoundTrip: what a hub writes, an empty hub reads, writes again to the
// byte, and finds nothing to change on a second reading.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		records := storetest.Hubs(5).Draw(rt, "hub")
		first := newHub()
		if _, err := first.Update(t.Context(), "test", func(b *hub.Batch) error { b.Put(records...); return nil }); err != nil {
			rt.Fatal(err)
		}
		written, err := write(t.Context(), first.Store)
		if err != nil {
			rt.Fatal(err)
		}
		second := newHub()
		report, err := Import(t.Context(), second, Options{BatchSize: 7}, ReadBundle(written.files(), ""))
		if err != nil {
			rt.Fatal(err)
		}
		if n := report.RejectedItems(); n > 0 {
			rt.Fatalf("%d rejected: %v", n, report.Rejected)
		}
		again, err := write(t.Context(), second.Store)
		if err != nil {
			rt.Fatal(err)
		}
		for _, name := range slices.Sorted(maps.Keys(written)) {
			if diff := storetest.Diff(written[name], again[name]); diff != "" {
				rt.Fatalf("%s: %s", name, diff)
			}
		}
		before := revision(t, second.Store)
		if _, err := Import(t.Context(), second, Options{}, ReadBundle(written.files(), "")); err != nil {
			rt.Fatal(err)
		}
		if after := revision(t, second.Store); after != before {
			rt.Fatalf("a second import moved the revision from %d to %d", before, after)
		}
	})
}
