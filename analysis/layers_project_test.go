package analysis

import (
	"slices"
	"testing"
)

// TestProjectLayers: each type by itself, and the contracts beside them.
func TestProjectLayers(t *testing.T) {
	in := testInput("a", "b", "c")
	in.Facts = []Fact{joint("a", "b"), supply("b", "a"), supply("b", "c")}
	in.Contracts = []Contract{signed("1", "GRANT", "bc"), signed("2", "PARTNERSHIP", "ac")}
	p := Projection{AsOf: today, Silence: AbsentSilence}
	l, err := ProjectLayers(in, p)
	if err != nil {
		t.Fatal(err)
	}
	if got := l.Relations(); !slices.Equal(got, []string{"JOINT_PROJECT", "SUPPLY", "TRAINING"}) {
		t.Errorf("relations %v", got)
	}
	if draw(l.Relation("JOINT_PROJECT")) != "a-b c" && l.Relation("JOINT_PROJECT").M() != 1 || l.Relation("SUPPLY").M() != 2 || l.Relation("OTHER") != nil {
		t.Error("the relations have other ties")
	}
	list := l.Measure(t.Context(), nil, Options{})
	if m := find(list, Multiplexity); *m.Value != 1.0/2 || *m.AsOf != today {
		t.Errorf("%+v", m)
	}
	if m := find(list, TiesWithContract); *m.Value != 1.0/2 { // b and c; a and c do not cooperate
		t.Errorf("%+v", m)
	}
	p.Contracts = []string{"PARTNERSHIP"}
	grants, err := ProjectLayers(in, p)
	if err != nil {
		t.Fatal(err)
	}
	if m := find(grants.Measure(t.Context(), nil, Options{}), TiesWithContract); *m.Value != 0 || m.InputHash == find(list, TiesWithContract).InputHash {
		t.Errorf("%+v", m)
	}
	one, err := Project(in, Projection{AsOf: today, Silence: AbsentSilence})
	if err != nil || draw(one) != draw(l.Union()) {
		t.Errorf("the union is %s, together %s", draw(l.Union()), draw(one))
	}
	for _, bad := range []Projection{{AsOf: today, Relations: []string{"LOVE"}}, {AsOf: today, NoRelations: true}, {AsOf: today, Contracts: []string{"LOAN"}}} {
		if _, err := ProjectLayers(in, bad); err == nil {
			t.Errorf("%+v is accepted", bad)
		}
	}
	if _, err := NewLayers(map[string]*Network{"a": mustBuild(t, NewBuilder(false, "1")), "b": mustBuild(t, NewBuilder(false, "2"))}); err == nil {
		t.Error("layers of other nodes are accepted")
	}
}
