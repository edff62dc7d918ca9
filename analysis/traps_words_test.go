package analysis

import (
	"strings"
	"testing"
)

// spokes is a star from or to node 0, with so many rays.
func spokes(t *testing.T, directed, inward bool, rays int) *Network {
	ids := strings.Split("0123456789"[:rays+1], "")
	b := NewBuilder(directed, ids...)
	for _, id := range ids[1:] {
		if inward {
			b.Tie(id, "0")
		} else {
			b.Tie("0", id)
		}
	}
	return mustBuild(t, b)
}

// TestDenominators: each centralisation is 1 for its own star and for no other.
func TestDenominators(t *testing.T) {
	for _, tc := range []struct {
		name string
		n    *Network
		id   Indicator
		want float64
	}{
		{"out-star", spokes(t, true, false, 4), OutDegreeCentralization, 4 * 4 / (4.0 * 4)},
		{"out-star", spokes(t, true, false, 4), InDegreeCentralization, (5*1 - 4) / (4.0 * 4)},
		{"out-star", spokes(t, true, false, 4), DegreeCentralization, 1},
		{"out-star", spokes(t, true, false, 4), BetweennessCentralizationDirected, 0},
		{"in-star", spokes(t, true, true, 4), InDegreeCentralization, 1},
		{"in-star", spokes(t, true, true, 4), OutDegreeCentralization, 1 / 16.0},
		{"star", spokes(t, false, false, 5), BetweennessCentralization, 5 * (5 * 4 / 2) * 2 / (5.0 * 5 * 4)},
		{"star", spokes(t, false, false, 5), ClosenessCentralization, 1},
	} {
		if got := value(t, tc.n, tc.id); !near(got, tc.want) {
			t.Errorf("%s: %s = %v, want %v", tc.name, tc.id, got, tc.want)
		}
	}
}

// TestSameWord: one word in several tools is several numbers under several ids, and
// no two ids share a name in a language (TestDefinitions).
func TestSameWord(t *testing.T) {
	dir := referenceNets(t)
	campnet := sharedNetwork(t, dir, "campnet", "top3", "", true)
	for id, want := range map[Indicator]float64{
		Connectedness: 1, Reachability: 206.0 / (18 * 17), WeakComponents: 1, StrongComponents: 4,
		ArcReciprocity: 2 * 19.0 / (2*19 + 16), DyadReciprocity: 19.0 / (19 + 16), DyadicSymmetry: (19.0 + 118) / 153,
	} {
		if got := value(t, campnet, id); !near(got, want) {
			t.Errorf("campnet %s = %v, want %v", id, got, want)
		}
	}
	lesmis := sharedNetwork(t, dir, "lesmis", "cooccurrence", "", false)
	if pairs, ties := value(t, lesmis, AverageTieValuePairs), value(t, lesmis, AverageTieValueTies); !near(pairs, 820.0/(77*76/2)) || !near(ties, 820.0/254) {
		t.Errorf("lesmis: %v over all pairs, %v over ties", pairs, ties)
	}
}

// TestNoTwoPath: a single tie has no transitivity, and the two means of local
// clustering differ by the members with fewer than two partners.
func TestNoTwoPath(t *testing.T) {
	b := NewBuilder(false, "a", "b")
	b.Tie("a", "b")
	for _, m := range mustBuild(t, b).Measure(t.Context(), []Indicator{Transitivity, AverageClustering, AverageClusteringAll}, Options{}) {
		if m.Value != nil || m.Reason != NoTwoPaths {
			t.Errorf("%s of a single tie: %s %s", m.ID, text(m.Value), m.Reason)
		}
	}
	marriage := sharedNetwork(t, referenceNets(t), "padgett", "marriage", "", false)
	if got := value(t, marriage, AverageClustering); !near(got, 2.4/11) {
		t.Errorf("over the 11 with two partners %v", got)
	}
	if got := value(t, marriage, AverageClusteringAll); !near(got, 2.4/16) {
		t.Errorf("over all 16 %v", got)
	}
}

// TestNodesByName: an indicator of nodes gives them when it is asked for by name,
// and is left out of a list of everything without nodes.
func TestNodesByName(t *testing.T) {
	star := spokes(t, false, false, 5)
	named := star.Measure(t.Context(), []Indicator{Betweenness, Density}, Options{})
	if len(named) != 6+1 || named[0].Scope.Kind != ScopeNode || named[0].Scope.Keys[0] != "0" || named[6].ID != Density {
		t.Errorf("by name: %d measures", len(named))
	}
	if n := *named[0].Normalized; !near(n, 1) {
		t.Errorf("the centre has normalised betweenness %v", n)
	}
	if m := find(star.Measure(t.Context(), nil, Options{}), Betweenness, "0"); m != nil {
		t.Error("nodes without asking for nodes")
	}
	two := NewBuilder(false, "a", "b")
	for _, m := range mustBuild(t, two).Measure(t.Context(), []Indicator{Betweenness}, Options{}) {
		if m.Normalized != nil {
			t.Errorf("two nodes leave nothing to normalise by, got %v", *m.Normalized)
		}
	}
}
