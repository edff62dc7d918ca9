package recent

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestCache compares with a plain list, last used first.
func TestCache(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		type plain struct{ key, value, bytes int }
		maxEntries, maxBytes := rapid.IntRange(1, 5).Draw(rt, "entries"), rapid.IntRange(1, 30).Draw(rt, "bytes")
		c := New[int, int](maxEntries, maxBytes)
		var twin []plain
		sum := func() (total int) {
			for _, p := range twin {
				total += p.bytes
			}
			return total
		}
		for i := range rapid.IntRange(1, 60).Draw(rt, "steps") {
			key := rapid.IntRange(0, 7).Draw(rt, "key")
			at := slices.IndexFunc(twin, func(p plain) bool { return p.key == key })
			var old plain
			if at >= 0 {
				old = twin[at]
				twin = slices.Delete(twin, at, at+1)
			}
			if rapid.Bool().Draw(rt, "put") {
				bytes := rapid.IntRange(0, 40).Draw(rt, "size")
				c.Put(key, i, bytes)
				if bytes <= maxBytes {
					twin = slices.Insert(twin, 0, plain{key, i, bytes})
				}
				for len(twin) > maxEntries || sum() > maxBytes {
					twin = twin[:len(twin)-1]
				}
			} else {
				got, ok := c.Get(key)
				if ok != (at >= 0) || got != old.value {
					rt.Fatalf("Get(%d) is %d, %t; want %v", key, got, ok, old)
				}
				if at >= 0 {
					twin = slices.Insert(twin, 0, old)
				}
			}
			if entries, bytes := c.Size(); entries != len(twin) || bytes != sum() || c.order.Len() != entries {
				rt.Fatalf("%d entries of %d bytes; want %v", entries, bytes, twin)
			}
		}
	})
}

// BenchmarkGet is what finding costs in a full cache.
func BenchmarkGet(b *testing.B) {
	c := New[string, int](1000, 1<<20)
	keys := make([]string, 1000)
	for i := range keys {
		keys[i] = fmt.Sprint("key ", i)
		c.Put(keys[i], i, 100)
	}
	for i := 0; b.Loop(); i++ {
		if _, ok := c.Get(keys[i%len(keys)]); !ok {
			b.Fatal("lost a key")
		}
	}
}
