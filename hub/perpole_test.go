package hub

import (
	"fmt"
	"testing"
	"time"

	"polehub/analysis"
)

// ballast is a thing of a weight.
type ballast struct{ bytes int }

func (b *ballast) weight() int { return b.bytes }

func TestMemoryIsBounded(t *testing.T) {
	m, now := &memory{}, time.Unix(0, 0)
	there := func(what string) bool {
		found, _ := recall[ballast](m, now, 1, what, []ID{"pole:p"})
		return found["pole:p"] != nil
	}
	if there("first") {
		t.Fatal("an empty memory recalls")
	}
	put := func(what string, bytes int) { keep(m, 1, what, map[ID]*ballast{"pole:p": {bytes}}) }
	// Nearly a half each: two stay, the third finds no room and stays alone.
	for i, want := range []int{1, 2, 1, 2} {
		put(fmt.Sprint("network ", i), maxKept/2-100)
		if len(m.kept) != want || m.bytes > maxKept {
			t.Errorf("after %d: %d kept in %d bytes, expected %d in at most %d", i+1, len(m.kept), m.bytes, want, maxKept)
		}
	}
	bytes := m.bytes
	put("network 3", maxKept/2-100) // made twice at the same time
	if m.bytes != bytes {
		t.Errorf("kept again: %d bytes, expected %d", m.bytes, bytes)
	}
	put("huge", maxKept)
	if there("huge") || !there("network 3") {
		t.Error("what has no room at all is kept, or drives out the others")
	}
	keep(m, 2, "late", map[ID]*ballast{"pole:p": {1}})
	if there("late") {
		t.Error("what was made at another revision is kept")
	}
	if now = now.Add(maxKeptAge + 1); there("network 3") || m.bytes != 0 {
		t.Error("what is too old is kept")
	}
}

// TestWeights holds the estimates against what they stand for: 1,000 members have
// half a million pairs, a bit each way, and 600,000 bytes of organisations.
func TestWeights(t *testing.T) {
	ids := make([]string, 1000)
	for i := range ids {
		ids[i] = fmt.Sprint(i)
	}
	n, err := analysis.NewBuilder(false, ids...).Build()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := (&PoleNetwork{Network: n}).weight(), 2048+600_000+125_000; got != want {
		t.Errorf("network: %d, expected %d", got, want)
	}
	steps := &PoleTimeline{Series: []analysis.Series{{Steps: make([]analysis.Step, 9)}, {}}}
	if got, want := steps.weight(), 1024+600*10+600; got != want {
		t.Errorf("timeline: %d, expected %d", got, want)
	}
}
