package analysis

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestWith(t *testing.T) {
	in := Input{
		Nodes:      []Node{{ID: "a", Classes: map[string]string{"kind": "x"}}, {ID: "c", Classes: map[string]string{"kind": "y"}}},
		Relations:  []Relation{{Code: "help"}},
		Attributes: []Attribute{{Name: "kind", Possible: []string{"x", "y"}}},
		Facts:      []Fact{{Type: "help", From: "a", To: "c", Validity: Validity{Start: "2024-01-01", End: "2030-01-01"}}},
	}
	for _, c := range []struct {
		silence Silence
		unknown int64
	}{{UnknownSilence, 5 - 1}, {AbsentSilence, 0}} { // b and d make 4·3/2 - 1 new pairs; b – c is one of them
		n, err := Project(in, Projection{AsOf: "2025-01-01", Silence: c.silence})
		if err != nil {
			t.Fatal(err)
		}
		with, err := n.With([]Node{{ID: "d"}, {ID: "b", Classes: map[string]string{"kind": "y", "size": "small"}}}, [][2]string{{"c", "b"}, {"c", "a"}})
		if err != nil {
			t.Fatal(err)
		}
		if got := slices.Collect(with.Ties()); !slices.Equal(got, []Tie{{0, 2, 1}, {1, 2, 1}}) || with.PairsUnknown() != c.unknown {
			t.Errorf("%s: ties %v, %d pairs unknown", c.silence, got, with.PairsUnknown())
		}
		if with.Class("kind", 0) != "x" || with.Class("kind", 1) != "y" || with.Class("kind", 3) != "" || !slices.Equal(with.Echo().Added, []string{"b", "d"}) || n.Echo().Added != nil {
			t.Errorf("%s: the newcomers are of class %q, %q; echo %v", c.silence, with.Class("kind", 1), with.Class("kind", 3), with.Echo().Added)
		}
		for field, bad := range map[string]func() (*Network, error){
			"nodes": func() (*Network, error) { return n.With([]Node{{ID: "a"}}, nil) },
			"tie":   func() (*Network, error) { return n.With(nil, [][2]string{{"a", "z"}}) },
			"ties":  func() (*Network, error) { return n.With(nil, [][2]string{{"a", "a"}}) },
		} {
			_, err := bad()
			if e, ok := errors.AsType[*InputError](err); !ok || e.Field != field {
				t.Errorf("%s: %v", field, err)
			}
		}
	}
}

// What is taken out and put back is the network it was, but for the weights of
// ties and for what is unknown of the newcomer.
func TestWithUndoesWithout(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := []string{"a", "b", "c", "d", "e"}
		b := NewBuilder(rapid.Bool().Draw(t, "directed"), ids...)
		for range rapid.IntRange(0, 9).Draw(t, "ties") {
			b.Tie(rapid.SampledFrom(ids).Draw(t, "from"), rapid.SampledFrom(ids).Draw(t, "to"))
		}
		for range rapid.IntRange(0, 3).Draw(t, "unknown") {
			b.Unknown(rapid.SampledFrom(ids[1:]).Draw(t, "from"), rapid.SampledFrom(ids[1:]).Draw(t, "to"))
		}
		for _, id := range ids {
			b.Class("kind", id, rapid.SampledFrom([]string{"", "x", "y"}).Draw(t, "class"))
		}
		n, err := b.Build()
		if err != nil {
			t.Fatal(err)
		}
		var ties [][2]string
		for tie := range n.Ties() {
			if tie.From == 0 || tie.To == 0 {
				ties = append(ties, [2]string{n.ID(tie.From), n.ID(tie.To)})
			}
		}
		back, err := n.Without("a").With([]Node{{ID: "a", Classes: map[string]string{"kind": n.Class("kind", 0)}}}, ties)
		if err != nil {
			t.Fatal(err)
		}
		if back.digest != n.digest {
			t.Fatalf("ties %v, were %v", slices.Collect(back.Ties()), slices.Collect(n.Ties()))
		}
	})
}
