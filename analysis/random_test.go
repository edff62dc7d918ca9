package analysis

import (
	"math"
	"slices"
	"testing"
)

// TestStreamIsSplitMix64 compares with the first numbers of the reference
// implementation for seed 1234567 (Vigna, splitmix64.c).
func TestStreamIsSplitMix64(t *testing.T) {
	s := stream(1234567)
	for i, want := range []uint64{6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821} {
		if got := s.next(); got != want {
			t.Errorf("number %d is %d, want %d", i, got, want)
		}
	}
}

// TestBelowIsUniform: each of n numbers comes up N/n times, within 5 sd.
func TestBelowIsUniform(t *testing.T) {
	const draws = 300_000
	for _, n := range []int{1, 2, 3, 7, 10, 64} {
		s := newStreams(5, "test").of(n)
		counts := make([]int, n)
		for range draws {
			counts[s.below(n)]++
		}
		p := 1 / float64(n)
		for k, c := range counts {
			if math.Abs(float64(c)-draws*p) > 5*math.Sqrt(draws*p*(1-p)) {
				t.Errorf("%d of %d came up %d times, expected %.0f", k, n, c, draws*p)
			}
		}
	}
}

// TestBelowRejects: with n just above half of the range, a product alone would
// give every second number twice as often; the numbers must stay below n and
// reach both halves.
func TestBelowRejects(t *testing.T) {
	const n = 1<<62 + 1
	s := newStreams(1, "test").of(0)
	upper := 0
	for range 1000 {
		x := s.below(n)
		if x < 0 || x >= n {
			t.Fatalf("%d is not below %d", x, n)
		}
		if x >= n/2 {
			upper++
		}
	}
	if upper < 420 || upper > 580 { // 500 ± 5·sqrt(250)
		t.Errorf("%d of 1,000 numbers are in the upper half", upper)
	}
}

// TestShuffleIsUniform: the 24 orders of four items, each within 5 sd.
func TestShuffleIsUniform(t *testing.T) {
	const draws = 240_000
	counts := map[[4]int]int{}
	all := newStreams(9, "shuffle")
	for r := range draws {
		s, list := all.of(r), [4]int{0, 1, 2, 3}
		shuffle(&s, list[:])
		counts[list]++
	}
	if len(counts) != 24 {
		t.Fatalf("%d orders of 24", len(counts))
	}
	for order, c := range counts {
		if p := 1.0 / 24; math.Abs(float64(c)-draws*p) > 5*math.Sqrt(draws*p*(1-p)) {
			t.Errorf("%v came up %d times, expected %.0f", order, c, draws*p)
		}
	}
}

// TestStreamsDiffer: by seed, purpose and replicate.
func TestStreamsDiffer(t *testing.T) {
	var first []uint64
	for _, base := range []streams{newStreams(1, "a"), newStreams(2, "a"), newStreams(1, "b")} {
		for r := range 100 {
			s := base.of(r)
			first = append(first, s.next())
		}
	}
	slices.Sort(first)
	if got := len(slices.Compact(first)); got != 300 {
		t.Errorf("%d of 300 streams start differently", got)
	}
	if again, once := newStreams(1, "a").of(7), newStreams(1, "a").of(7); again != once {
		t.Error("one replicate has two streams")
	}
}
