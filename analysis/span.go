package analysis

// span is the lowest and the highest of some values; empty until one is included.
type span struct {
	low, high float64
	some      bool
}

func (s *span) include(x float64) {
	if !s.some {
		s.low, s.high, s.some = x, x, true
		return
	}
	s.low, s.high = min(s.low, x), max(s.high, x)
}

// attach gives a measure the bounds that a span found.
func (m *Measure) attach(s span, method BoundsMethod) {
	if s.some {
		m.Bounds = &Bounds{Lower: s.low, Upper: s.high, Method: method}
	}
}
