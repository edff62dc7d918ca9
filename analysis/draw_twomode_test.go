package analysis

import "testing"

// TestTwoModeDraws: three rows and three columns. There are C(9,4) sets of four ties;
// those with the degrees 2, 1, 1 of the rows and 1, 2, 1 of the columns are counted by
// trying all. Draws never tie two rows.
func TestTwoModeDraws(t *testing.T) {
	b := NewTwoModeBuilder([]string{"a", "b", "c"}, []string{"x", "y", "z"})
	for _, tie := range []string{"ax", "ay", "by", "cz"} {
		b.Tie(tie[:1], tie[1:])
	}
	two, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	p := newPlan(two.net, two)
	same := 0
	for set := range 1 << len(p.free.cells) {
		bits := newPairBits(6)
		for k, c := range p.free.cells {
			if set>>k&1 == 1 {
				bits.set(int(c>>16), int(c&0xffff))
			}
		}
		if bits.mirror(); degreesOf(bits, two.net) == degreesOf(p.observed, two.net) {
			same++
		}
	}
	for _, tc := range []struct {
		model    NullModel
		outcomes int
	}{{CUGTies, 126}, {EdgeSwitch, same}} {
		d, base, seen := newDrawn(p), newStreams(5, string(tc.model)), map[[6]uint64]int{}
		draws := 300 * tc.outcomes
		for r := range draws {
			d.draw(purpose(tc.model), base, r)
			var key [6]uint64
			copy(key[:], d.ties.words)
			seen[key]++
			for i, w := range key {
				if across := uint64(0b111000) >> (i / 3 * 3); w&^across != 0 {
					t.Fatalf("%s ties row %d to %b", tc.model, i, w)
				}
			}
		}
		checkEven(t, "two-mode "+string(tc.model), seen, tc.outcomes, draws)
	}
}

// TestTwoModeNulls: every indicator with a null model has its test, with its model.
func TestTwoModeNulls(t *testing.T) {
	two := sharedTwoMode(t, referenceNets(t), "galaskiewicz")
	tested := 0
	for _, m := range two.Measure(t.Context(), nil, Options{Nulls: true, Replicates: 199}) {
		if d, _ := lookup(m.ID); len(d.Nulls) > 0 && m.inferable() {
			tested++
			if m.Null == nil || m.Null.Model != d.Nulls[0] || m.Null.SD == 0 || m.Seed == 0 {
				t.Errorf("%s: %+v, warnings %v", m.ID, m.Null, m.Warnings)
			}
		} else if m.Null != nil {
			t.Errorf("%s is tested", m.ID)
		}
	}
	if tested < 6 {
		t.Errorf("%d indicators are tested", tested)
	}
}
