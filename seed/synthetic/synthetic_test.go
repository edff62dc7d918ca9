package synthetic

import (
	"slices"
	"testing"

	"polehub/hub"
)

func TestRecords(t *testing.T) {
	counts := map[string]int{}
	ids := map[hub.ID]bool{}
	var last int
	for r := range Records(Times(1), 1) {
		n := r.Noun()
		counts[n.Name]++
		if ids[r.Key()] {
			t.Fatalf("%s comes twice", r.Key())
		}
		ids[r.Key()] = true
		if errs := hub.Validate(r); len(errs) > 0 {
			t.Fatalf("%s: %v", r.Key(), errs)
		}
		at := slices.Index(hub.Nouns(), n)
		if at < last {
			t.Fatalf("%s comes after a later noun", r.Key())
		}
		last = at
		for _, f := range n.Fields {
			if target := hub.ID(f.Text(r)); f.Type == hub.TypeRef && target != "" && !ids[target] {
				t.Fatalf("%s refers to %s, which has not come", r.Key(), target)
			}
		}
	}
	for noun, want := range map[string]int{"pole": 200, "organisation": 5000, "contract": 20_000, "party": 60_000, "membership": 4000, "tie": 12_000} {
		if counts[noun] != want {
			t.Errorf("%d of %s, expected %d", counts[noun], noun, want)
		}
	}
	if n := Times(25); n.Contracts != 500_000 || n.Organisations != 125_000 {
		t.Errorf("twenty-five times: %+v", n)
	}
}

func TestSameSeedSameRecords(t *testing.T) {
	first := func(seed uint64) []byte {
		var all []byte
		n := 0
		for r := range Records(Times(1), seed) {
			if all = append(all, hub.EncodeRecord(r)...); n == 12_000 {
				return all
			}
			n++
		}
		return all
	}
	if !slices.Equal(first(1), first(1)) {
		t.Error("one seed gave two hubs")
	}
	if slices.Equal(first(1), first(2)) {
		t.Error("two seeds gave one hub")
	}
}
