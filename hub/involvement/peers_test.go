package involvement

import (
	"fmt"
	"slices"
	"testing"

	"polehub/hub"
)

func TestSizeClasses(t *testing.T) {
	for members, want := range map[int]SizeClass{0: {}, 2: {}, 3: {3, 4}, 4: {3, 4}, 5: {5, 10}, 10: {5, 10}, 11: {11, 20}, 20: {11, 20}, 21: {21, 0}, 900: {21, 0}} {
		if got, ok := SizeClassOf(members); got != want || ok != (want != SizeClass{}) {
			t.Errorf("%d members: %+v, %v", members, got, ok)
		}
	}
}

// TestQuantiles has the values of R: quantile(c(1,2,4,8), c(.25,.5,.75)).
func TestQuantiles(t *testing.T) {
	for _, row := range []struct {
		values []float64
		p, at  float64
	}{
		{[]float64{1, 2, 4, 8}, .25, 1 + .75*(2-1)}, {[]float64{1, 2, 4, 8}, .5, 2 + .5*(4-2)}, {[]float64{1, 2, 4, 8}, .75, 4 + .25*(8-4)},
		{[]float64{3}, .25, 3}, {[]float64{3, 5}, 1, 5}, {[]float64{3, 5, 9}, .5, 5},
	} {
		got := quantile(row.values, row.p)
		near(t, fmt.Sprint(row.values, row.p), &got, row.at)
	}
}

// TestPeers: own has 5 members and 2 public actors; of its class, one each has 1, 3, 4
// and 8, and one has no value.
func TestPeers(t *testing.T) {
	profile := func(pole string, members int, actors float64, p PostureCode) *Profile {
		out := &Profile{Pole: hub.ID(pole), Members: members, Posture: p, values: map[Compared]*float64{ComparedActors: &actors}}
		if actors < 0 {
			out.values = nil
		}
		return out
	}
	own := profile("own", 5, 2, Stakeholder)
	all := []*Profile{
		profile("a", 10, 8, Dominant), profile("b", 6, 1, Stakeholder), own, profile("c", 7, 4, Stakeholder), profile("d", 5, 3, FunderOnly),
		profile("none", 9, -1, InsufficientData), profile("small", 4, 100, Absent), profile("large", 11, 100, Absent), profile("tiny", 2, 100, Absent),
	}
	p := newPeers(own, &Profiles{poles: all})
	c := p.Values[0]
	if c.Code != ComparedActors || c.N != 4 || c.Reason != "" || *c.LeastMembers != 5 || *c.MostMembers != 10 {
		t.Errorf("%+v", c)
	}
	near(t, "own", c.Own, 2)
	near(t, "first quartile", c.Q1, 1+.75*(3-1))
	near(t, "median", c.Median, (3.0+4)/2)
	near(t, "third quartile", c.Q3, 4+.25*(8-4))
	if m := p.Values[1]; m.Own != nil || m.N != 0 || m.Median != nil || m.Reason != TooFewPeers {
		t.Errorf("what nobody has: %+v", m)
	}
	var counts []string
	for _, c := range p.Postures {
		counts = append(counts, fmt.Sprintf("%s %d of %d", c.Posture, c.Poles, c.N))
	}
	if want := []string{"ABSENT 0 of 5", "FUNDER_ONLY 1 of 5", "STAKEHOLDER 2 of 5", "DOMINANT 1 of 5", "INSUFFICIENT_DATA 1 of 5"}; !slices.Equal(counts, want) {
		t.Error(counts)
	}
	for _, row := range []struct {
		own    *Profile
		all    *Profiles
		reason PeerReason
	}{
		{own, &Profiles{poles: all[:3]}, TooFewPeers},
		{own, &Profiles{tooMany: true}, TooManyPoles},
		{profile("tiny", 2, 1, Absent), &Profiles{poles: all}, TooSmall},
	} {
		p := newPeers(row.own, row.all)
		if c := p.Values[0]; c.Reason != row.reason || c.Own == nil || c.Q1 != nil || c.Median != nil || c.Q3 != nil || len(p.Postures) != 0 {
			t.Errorf("%s: %+v, %v", row.reason, c, p.Postures)
		}
	}
	if len(p.Values) != len(ComparedCodes()) {
		t.Errorf("%d values of %d", len(p.Values), len(ComparedCodes()))
	}
	for _, code := range ComparedCodes() {
		if words := code.Words(); words.En == "" || words.Fr == "" {
			t.Errorf("%s has no words", code)
		}
	}
	for _, code := range PostureCodes() {
		if words := code.Words(); words.En == "" || words.Fr == "" {
			t.Errorf("%s has no words", code)
		}
	}
}

// TestPeersOfOneKind: among members of one kind the E-I index could be nothing but −1,
// which says nothing of a pole beside others.
func TestPeersOfOneKind(t *testing.T) {
	own, err := newProfile(t.Context(), answerOf(t, in2025(), valley()...).facts)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "E-I", own.values[ComparedEI], (3.0-1)/(3+1))
	alone, err := newProfile(t.Context(), answerOf(t, in2025(), but(valley(), "org:town")...).facts)
	if err != nil || alone.Members == 0 || alone.values[ComparedEI] != nil {
		t.Errorf("%+v, %v", alone, err)
	}
}
