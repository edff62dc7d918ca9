package analysis

import (
	"context"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestNodeMeasures: one at a time they are those of the list, whatever is asked for, and
// reading them may end early.
func TestNodeMeasures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := drafts(7, 2).Draw(t, "network").build(t, name)
		for _, id := range IndicatorsOf(SubjectNetwork) {
			want := n.Measure(context.Background(), []Indicator{id}, Options{})
			if nodes := slices.DeleteFunc(slices.Clone(want), func(m Measure) bool { return m.Scope.Kind != ScopeNode }); len(nodes) > 0 {
				want = nodes
			}
			got := slices.Collect(n.NodeMeasures(context.Background(), id, Options{}))
			if len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
				t.Fatalf("%s: %+v, listed %+v", id, got, want)
			}
			for m := range n.NodeMeasures(context.Background(), id, Options{}) {
				if !reflect.DeepEqual(m, want[0]) {
					t.Fatalf("%s begins with %+v, listed %+v", id, m, want[0])
				}
				break
			}
		}
	})
}
