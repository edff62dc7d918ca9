package analysis

import "testing"

// TestDirections: where two networks differ in what a direction speaks of, no indicator
// of that direction says the opposite.
func TestDirections(t *testing.T) {
	const n = 8
	shape := func(directed bool, tied func(i, j int) bool) *Network {
		var ids []string
		for i := range n {
			ids = append(ids, name(i))
		}
		b := NewBuilder(directed, ids...)
		for i := range n {
			for j := range n {
				if i != j && (directed || i < j) && tied(i, j) {
					b.Tie(name(i), name(j))
				}
			}
		}
		return mustBuild(t, b)
	}
	complete := func(_, _ int) bool { return true }
	ring := func(i, j int) bool { return j == (i+1)%n || i == 0 && j == n-1 }
	oneWay := func(i, j int) bool { return j == (i+1)%n }
	pairs := func(i, j int) bool { return i/2 == j/2 }
	star := func(i, _ int) bool { return i == 0 }
	for _, row := range []struct {
		what       string
		low, high  *Network
		more, less Reading
		strictly   int // indicators that must differ, at least
	}{
		{"a ring and all with all", shape(false, ring), shape(false, complete), MoreCohesive, LessCohesive, 12},
		{"a ring of arcs and all with all", shape(true, oneWay), shape(true, complete), MoreCohesive, LessCohesive, 12},
		{"four pairs and a ring", shape(false, pairs), shape(false, ring), MoreCohesive, "", 5},
		{"a ring and a star", shape(false, ring), shape(false, star), MoreCentralised, "", 4},
		{"a ring of arcs and a star of arcs", shape(true, oneWay), shape(true, star), MoreCentralised, "", 4},
		{"all with all and a star", shape(false, complete), shape(false, star), MoreFragile, MoreCohesive, 8},
	} {
		low, high := row.low.Measure(t.Context(), nil, Options{}), row.high.Measure(t.Context(), nil, Options{})
		differ := 0
		for _, a := range low {
			d, _ := DefinitionOf(a.ID)
			sign := map[Reading]float64{row.more: 1, row.less: -1}[d.Direction]
			if sign == 0 || a.Scope.Kind == ScopeNode || a.Value == nil {
				continue
			}
			b := find(high, a.ID, a.Scope.Keys...)
			if b == nil || b.Value == nil {
				continue
			}
			switch change := sign * (*b.Value - *a.Value); {
			case change < -1e-12:
				t.Errorf("%s: %s is %v, then %v, and is %s", row.what, a.ID, *a.Value, *b.Value, d.Direction)
			case change > 1e-12:
				differ++
			}
		}
		if differ < row.strictly {
			t.Errorf("%s: only %d indicators differ", row.what, differ)
		}
	}
}
