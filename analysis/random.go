package analysis

import (
	"hash/fnv"
	"math/bits"
)

// stream is a sequence of random numbers: a counter whose values are mixed
// (SplitMix64, Steele, Lea & Flood 2014). It is written out here so that no change
// of a library moves a result.
type stream uint64

// mix64 is the finalizer of SplitMix64, a bijection of 64-bit words.
func mix64(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// next returns 64 random bits.
func (s *stream) next() uint64 {
	*s += 0x9e3779b97f4a7c15
	return mix64(uint64(*s))
}

// below returns a number from 0 to n−1, each equally likely: the high word of a
// product, drawn anew in the few cases that would favour some (Lemire 2019).
func (s *stream) below(n int) int {
	high, low := bits.Mul64(s.next(), uint64(n))
	if low < uint64(n) {
		for reject := -uint64(n) % uint64(n); low < reject; {
			high, low = bits.Mul64(s.next(), uint64(n))
		}
	}
	return int(high)
}

// shuffle puts a list in a random order, all orders being equally likely (Fisher &
// Yates).
func shuffle[T any](s *stream, list []T) {
	for i := len(list) - 1; i > 0; i-- {
		j := s.below(i + 1)
		list[i], list[j] = list[j], list[i]
	}
}

// streams gives each replicate of one purpose a stream of its own, so that results
// do not depend on who draws which, and the first replicates of a longer run are
// the same. The purpose alone is hashed, not the indicator: all indicators are
// evaluated on one draw, which costs a fraction and keeps their replicates
// comparable with each other.
type streams uint64

func newStreams(seed uint64, purpose string) streams {
	h := fnv.New64a()
	h.Write([]byte(purpose))
	return streams(mix64(seed ^ h.Sum64()))
}

func (s streams) of(replicate int) stream { return stream(mix64(uint64(s) ^ uint64(replicate))) }
