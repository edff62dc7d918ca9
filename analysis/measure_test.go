package analysis

import (
	"slices"
	"strings"
	"testing"
)

// TestDefinitions: the table is complete, sorted, and no two indicators share a
// name in either language.
func TestDefinitions(t *testing.T) {
	names := map[string]Indicator{}
	list := Definitions()
	for i, d := range list {
		if i > 0 && list[i-1].ID >= d.ID {
			t.Errorf("%s stands after %s", d.ID, list[i-1].ID)
		}
		for _, s := range []string{d.Name.En, d.Name.Fr, d.Explanation.En, d.Explanation.Fr, d.Formula, d.Range, string(d.Direction), d.Reference} {
			if s == "" {
				t.Errorf("%s: a text is missing in %+v", d.ID, d)
			}
		}
		for _, key := range []string{"en " + d.Name.En, "fr " + d.Name.Fr} {
			if other, taken := names[key]; taken {
				t.Errorf("%s and %s are both called %q", d.ID, other, key)
			}
			names[key] = d.ID
		}
		if d.Version < 1 || d.Rank < 1 || (len(d.Kinds) == 0) != (d.Subject != SubjectNetwork) || len(d.Scopes) == 0 {
			t.Errorf("%+v", d)
		}
		if got, ok := DefinitionOf(d.ID); !ok || got.ID != d.ID {
			t.Errorf("DefinitionOf(%s) = %+v", d.ID, got)
		}
	}
	if _, ok := DefinitionOf("NOTHING"); ok {
		t.Error("an id that is not in the table has no definition")
	}
	list[0].Scopes[0] = "CHANGED"
	if Definitions()[0].Scopes[0] == "CHANGED" {
		t.Error("the table can be changed from outside")
	}
}

// TestMeasuresKeepToTheirDefinition: scopes and bounds methods are those announced.
func TestMeasuresKeepToTheirDefinition(t *testing.T) {
	onClasses := []Indicator{EIIndex, BlockDensity, NominalAssortativity, YuleQ, HomophilyH, HomophilyHStar, PartitionModularity, PartitionModularityDirected}
	for name, c := range readCases(t) {
		for _, m := range c.measure(t) {
			d, _ := DefinitionOf(m.ID)
			if m.Version != d.Version || m.Value != nil && !slices.Contains(d.Scopes, m.Scope.Kind) || m.Bounds != nil && m.Bounds.Method != d.Bounds {
				t.Errorf("%s: %s has scope %+v, bounds %+v", name, m.ID, m.Scope, m.Bounds)
			}
			if m.ID != TypeCorrelation && (m.Scope.Attribute != "") != (d.Basis == OnMembers && m.ID != Nodes || slices.Contains(onClasses, m.ID) || strings.HasPrefix(string(m.ID), "BROKERAGE_")) {
				t.Errorf("%s: %s has attribute %q", name, m.ID, m.Scope.Attribute)
			}
		}
	}
}

// TestOrder: measures follow the ids asked for, and scopes are sorted.
func TestOrder(t *testing.T) {
	b := NewBuilder(false, "1", "2", "3")
	for i, class := range []string{"Y", "X", "Z"} {
		b.Class("family", string(rune('1'+i)), class)
		b.Class("ess", string(rune('1'+i)), "yes")
	}
	var got []string
	for _, m := range mustBuild(t, b).Measure(t.Context(), []Indicator{Ties, Composition, Nodes}, Options{}) {
		got = append(got, strings.TrimSpace(string(m.ID)+" "+m.Scope.Attribute+" "+strings.Join(m.Scope.Keys, " ")))
	}
	want := []string{"TIES", "COMPOSITION ess yes", "COMPOSITION family X", "COMPOSITION family Y", "COMPOSITION family Z", "NODES"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestUnknownIndicatorPanics(t *testing.T) {
	defer func() {
		if s, ok := recover().(string); !ok || !strings.HasPrefix(s, "analysis: ") {
			t.Errorf("panicked with %q", s)
		}
	}()
	mustBuild(t, NewBuilder(false)).Measure(t.Context(), []Indicator{"NOTHING"}, Options{})
}

func TestWarnings(t *testing.T) {
	ids := strings.Split("abcdefghij", "")
	ten := NewBuilder(false, ids...)
	ten.Tie("a", "b")
	ten.Unknown("a", "c")
	few := NewBuilder(false, ids[:9]...)
	few.Tie("a", "b")
	many := NewBuilder(false, ids...)
	for _, id := range ids[2:] {
		many.Unknown("a", id)
		many.Unknown("b", id)
	}
	many.Unknown("c", "d") // 8 + 8 + 1 unknown dyads
	sixteen := NewBuilder(false, ids...)
	for _, id := range ids[2:] {
		sixteen.Unknown("a", id)
		sixteen.Unknown("b", id)
	}
	single := NewBuilder(false, ids...)
	single.Tie("a", "b")
	for _, id := range ids {
		single.Class("family", id, "X")
	}
	for _, tc := range []struct {
		name string
		b    *Builder
		id   Indicator
		want []Warning
	}{
		{"the known pairs are the base", ten, Density, nil},
		{"observed ties", ten, Connectedness, []Warning{UnknownAsAbsent}},
		{"members are known", ten, Nodes, nil},
		{"fewer than ten", few, Density, []Warning{SmallN}},
		{"a count of few is no index", few, Ties, nil},
		{"too many to enumerate", many, DegreeCentralization, []Warning{UnknownAsAbsent, UnknownTooMany}},
		{"as many as are enumerated", sixteen, DegreeCentralization, []Warning{UnknownAsAbsent}},
		{"one class", single, EIIndex, []Warning{DegenerateRange}},
	} {
		n := mustBuild(t, tc.b)
		m := n.Measure(t.Context(), []Indicator{tc.id}, Options{})[0]
		if !slices.Equal(m.Warnings, tc.want) {
			t.Errorf("%s: %s warns of %v, want %v", tc.name, tc.id, m.Warnings, tc.want)
		}
	}
}

// TestEIExpected: knoke/information has .510 against an expected .422, between
// −.061 and 1. Its classes are of 4, 4 and 2 members, with 49 arcs, 12 inside.
func TestEIExpected(t *testing.T) {
	m := &mix{size: []int64{4, 4, 2}, known: 10}
	got := m.chance(mixing{internal: 12, external: 37}, true)
	internal, pairs := 4.0*3+4*3+2*1, 10.0*9
	want := Chance{Expected: 1 - 2*internal/pairs, Lowest: (49 - 2*internal) / 49, Highest: 1}
	if !near(got.Expected, want.Expected) || !near(got.Lowest, want.Lowest) || got.Highest != want.Highest {
		t.Errorf("got %+v, want %+v", *got, want)
	}
	if full := m.chance(mixing{internal: 26, external: 64}, true); full.Lowest != full.Highest {
		t.Errorf("all pairs tied leaves one value, got %+v", *full)
	}
}
