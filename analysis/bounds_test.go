package analysis

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestBoundsByEnumeration: bounds are the lowest and highest value over all
// fillings of the unknown pairs, and hold the value where it reads unknown as absent.
func TestBoundsByEnumeration(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drafts(6, 7).Draw(t, "network")
		unknown := make([][2]int, 0, len(d.unknown))
		for p := range d.unknown {
			unknown = append(unknown, p)
		}
		type span struct{ low, high float64 }
		spans := map[string]span{}
		for filling := range 1 << len(unknown) {
			full := d
			full.unknown, full.tie = nil, map[[2]int]bool{}
			for p := range d.tie {
				full.tie[p] = true
			}
			for k, p := range unknown {
				if filling>>k&1 == 1 {
					full.tie[p] = true
				}
			}
			for key, m := range byScope(all(full.build(t, name)), func(s string) string { return s }) {
				if m.Value == nil {
					continue
				}
				s, ok := spans[key]
				if !ok {
					s = span{*m.Value, *m.Value}
				}
				spans[key] = span{min(s.low, *m.Value), max(s.high, *m.Value)}
			}
		}
		for key, m := range byScope(all(d.build(t, name)), func(s string) string { return s }) {
			s, reached := spans[key]
			definition, _ := DefinitionOf(m.ID)
			if definition.Basis == OnMembers || strings.HasSuffix(key, "@SIZE") {
				continue // nothing unknown; the size of the largest core has no bounds
			}
			if m.Bounds == nil {
				if reached && s.low != s.high {
					t.Fatalf("%s goes from %v to %v without bounds", key, s.low, s.high)
				}
				continue
			}
			if !reached || !near(m.Bounds.Lower, s.low) || !near(m.Bounds.Upper, s.high) {
				t.Fatalf("%s within %+v, enumerated %+v", key, *m.Bounds, s)
			}
			if m.Value != nil && (*m.Value < m.Bounds.Lower-1e-12 || *m.Value > m.Bounds.Upper+1e-12) {
				t.Fatalf("%s = %v is outside %+v", key, *m.Value, *m.Bounds)
			}
		}
	})
}

// TestVarietyBoundsByEnumeration: every assignment of classes to the members of
// unknown class stays inside the bounds, which are reached.
func TestVarietyBoundsByEnumeration(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draft{k: rapid.IntRange(1, 3).Draw(t, "k"), class: rapid.SliceOfN(rapid.IntRange(-1, 0), 0, 6).Draw(t, "class")}
		d.n = len(d.class)
		var open []int
		for i := range d.class {
			if d.class[i] >= 0 {
				d.class[i] = rapid.IntRange(0, d.k-1).Draw(t, "of")
			} else {
				open = append(open, i)
			}
		}
		for _, id := range []Indicator{Blau, BlauUnbiased, IQV} {
			bounds := d.build(t, name).Measure(t.Context(), []Indicator{id}, Options{Attributes: []string{"family"}})[0].Bounds
			low, high := math.Inf(1), math.Inf(-1)
			total := 1
			for range open {
				total *= d.k
			}
			for code := range total {
				full := d
				full.class = slices.Clone(d.class)
				for _, i := range open {
					full.class[i] = code % d.k
					code /= d.k
				}
				if v := full.build(t, name).Measure(t.Context(), []Indicator{id}, Options{})[0].Value; v != nil {
					low, high = min(low, *v), max(high, *v)
				}
			}
			switch {
			case bounds == nil:
				if len(open) > 0 && low <= high {
					t.Fatalf("%s: no bounds, enumerated %v .. %v", id, low, high)
				}
			case !near(bounds.Lower, low) || !near(bounds.Upper, high):
				t.Fatalf("%s within %+v, enumerated %v .. %v", id, *bounds, low, high)
			}
		}
	})
}

// TestKnowingMore: a pair that becomes known never widens the bounds.
func TestKnowingMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drafts(6, 6).Draw(t, "network")
		if len(d.unknown) == 0 {
			return
		}
		known := d
		known.tie, known.unknown = map[[2]int]bool{}, map[[2]int]bool{}
		first := slices.MinFunc(slices.Collect(maps.Keys(d.unknown)), comparePairs)
		present := rapid.Bool().Draw(t, "present")
		for p := range d.tie {
			known.tie[p] = true
		}
		for p := range d.unknown {
			if p != first {
				known.unknown[p] = true
			} else if present {
				known.tie[p] = true
			}
		}
		after := byScope(all(known.build(t, name)), func(s string) string { return s })
		for key, m := range byScope(all(d.build(t, name)), func(s string) string { return s }) {
			if b := after[key].Bounds; b != nil && m.Bounds != nil && (b.Lower < m.Bounds.Lower-1e-12 || b.Upper > m.Bounds.Upper+1e-12) {
				t.Fatalf("%s: %+v, then %+v", key, *m.Bounds, *b)
			}
		}
	})
}

func comparePairs(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) }
