package analysis

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestLoops: a loop is dropped and counted; the density of two nodes stays 0.
func TestLoops(t *testing.T) {
	in := testInput("a", "b")
	in.Facts = []Fact{joint("a", "a")}
	n := project(t, in, Projection{Silence: AbsentSilence})
	if value(t, n, Density) != 0 || n.Echo().Dropped.Loops != 1 {
		t.Errorf("density %v, dropped %+v", value(t, n, Density), n.Echo().Dropped)
	}
}

// TestParallels: three nodes, one dyad with three contracts, one with one.
func TestParallels(t *testing.T) {
	in := testInput("a", "b", "c")
	for i, pair := range []string{"ab", "ba", "ab", "bc"} {
		in.Contracts = append(in.Contracts, Contract{Key: fmt.Sprint(i), Type: "GRANT", Validity: since,
			Parties: []Party{{ID: pair[:1]}, {ID: pair[1:]}}})
	}
	p := Projection{NoRelations: true, AllContracts: true, Silence: AbsentSilence, Weight: CountWeight}
	n := project(t, in, p)
	if got := draw(n); got != "a-b*3 b-c*1" {
		t.Errorf("got %q", got)
	}
	if got := value(t, n, Density); !near(got, 2.0/3.0) {
		t.Errorf("density %v, want 2/3", got)
	}
	if n.Echo().Dropped.Merged != 4-2 {
		t.Errorf("dropped %+v", n.Echo().Dropped)
	}
}

// TestSymmetricStoredTwice: once, twice or both ways round is one tie.
func TestSymmetricStoredTwice(t *testing.T) {
	var hashes []string
	for _, facts := range [][]Fact{
		{joint("a", "b")},
		{joint("a", "b"), joint("a", "b")},
		{joint("a", "b"), {Type: "JOINT_PROJECT", From: "b", To: "a", ByTo: true, Validity: since}},
	} {
		in := testInput("a", "b", "c")
		in.Facts = facts
		n := project(t, in, Projection{})
		hashes = append(hashes, one(t, n, Density).InputHash)
		if n.M() != 1 || n.Echo().Dropped.Duplicates != len(facts)-1 {
			t.Errorf("%d ties, dropped %+v", n.M(), n.Echo().Dropped)
		}
	}
	if len(slices.Compact(hashes)) != 1 {
		t.Errorf("hashes differ: %v", hashes)
	}
}

// TestCoMembership: members, contracts and no cooperation tie give no cooperation.
func TestCoMembership(t *testing.T) {
	in := testInput(strings.Split("abcdefgh", "")...)
	for i := range 20 {
		in.Contracts = append(in.Contracts, Contract{Key: fmt.Sprint(i), Type: "GRANT", Validity: since,
			Parties: []Party{{ID: in.Nodes[i%8].ID}, {ID: in.Nodes[(i+3)%8].ID}}})
	}
	if got := one(t, project(t, in, Projection{}), Density); got.Value != nil || got.Reason != NoKnownPairs {
		t.Errorf("density %s %s, want unknown", text(got.Value), got.Reason)
	}
	if got := value(t, project(t, in, Projection{Silence: AbsentSilence}), Density); got != 0 {
		t.Errorf("density %v, want 0", got)
	}
}

// TestProjectionTwoMode: five parties make ten pairs, of Newman weight 5/2 in all.
func TestProjectionTwoMode(t *testing.T) {
	in := testInput("a", "b", "c", "d", "e", "f")
	parties := []Party{{ID: "a", Side: Payer}, {ID: "b", Side: Payee}, {ID: "c", Side: Payee}, {ID: "d"}, {ID: "e"}}
	in.Contracts = []Contract{
		{Key: "five", Type: "PARTNERSHIP", Parties: parties, Validity: since},
		{Key: "one", Type: "PARTNERSHIP", Parties: []Party{{ID: "f"}}, Validity: since},
	}
	p := Projection{NoRelations: true, Contracts: []string{"PARTNERSHIP"}, Silence: AbsentSilence, Weight: NewmanWeight}
	n := project(t, in, p)
	total := 0.0
	for tie := range n.Ties() {
		total += tie.Weight
	}
	if n.M() != 5*4/2 || total != 5.0/2 || n.N() != 6 || n.Echo().Dropped.SingleParty != 1 {
		t.Errorf("%d ties of weight %v on %d nodes, dropped %+v", n.M(), total, n.N(), n.Echo().Dropped)
	}
	p.Expansion, p.Direction = ByRole, Arcs
	if got := draw(project(t, in, p)); got != "a>b*0.25 a>c*0.25" {
		t.Errorf("by role: %q", got)
	}
	in.Nodes = in.Nodes[:3] // two parties are not members: k = 3
	p = Projection{NoRelations: true, AllContracts: true, Silence: AbsentSilence, Weight: NewmanWeight}
	n = project(t, in, p)
	if got := draw(n); got != "a-b*0.5 a-c*0.5 b-c*0.5" || n.Echo().Dropped.OutsidePerimeter != 10-3 {
		t.Errorf("among members: %q, dropped %+v", got, n.Echo().Dropped)
	}
}

// TestUnknown: 5 nodes, 4 ties, 2 unknown dyads; silence changes u, not m.
func TestUnknown(t *testing.T) {
	in := testInput("a", "b", "c", "d", "e")
	in.Facts = []Fact{joint("a", "b"), joint("a", "c"), joint("a", "d"), joint("a", "e")}
	for _, pair := range []string{"bc", "bd", "cd", "de"} {
		f := joint(pair[:1], pair[1:])
		f.State = Absent
		in.Facts = append(in.Facts, f)
	}
	p := Projection{Relations: []string{"JOINT_PROJECT"}}
	m := one(t, project(t, in, p), Density)
	if *m.Value != 4.0/8 || *m.Num != 4 || *m.Den != 8 || *m.Bounds != (Bounds{4.0 / 10, 6.0 / 10, ClosedForm}) {
		t.Errorf("density %v within %v", *m.Value, *m.Bounds)
	}
	p.Silence = AbsentSilence
	m = one(t, project(t, in, p), Density)
	if *m.Value != 4.0/10 || m.Bounds != nil || m.Ties != 4 || m.PairsUnknown != 0 {
		t.Errorf("with silence as absence: %v %v", *m.Value, m.Bounds)
	}
}

// TestCarrier: a star around the carrier falls apart without it.
func TestCarrier(t *testing.T) {
	in := testInput("a", "b", "c", "hub")
	in.Nodes[3].Carrier = true
	in.Facts = []Fact{joint("hub", "a"), joint("hub", "b"), joint("c", "hub")}
	with := project(t, in, Projection{Silence: AbsentSilence})
	without := project(t, in, Projection{Silence: AbsentSilence, Carrier: WithoutCarrier})
	if value(t, with, Connectedness) != 1 || value(t, without, Connectedness) != 0 {
		t.Error("connectedness must be 1 with the carrier and 0 without")
	}
	if value(t, with, Density) != 2.0/4 || value(t, without, Density) != 0 {
		t.Error("density must be 2/n with the carrier and 0 without")
	}
	if without.Echo().Dropped.Carrier != 3 || without.N() != 3 {
		t.Errorf("dropped %+v", without.Echo().Dropped)
	}
	taken := with.Without("hub", "nobody")
	if draw(taken) != draw(without) || !slices.Equal(taken.Echo().Removed, []string{"hub"}) || len(with.Echo().Removed) != 0 {
		t.Errorf("taken out afterwards: %q, removed %v", draw(taken), taken.Echo().Removed)
	}
}

// TestGroups: two subsidiaries with three ties to each other are one node.
func TestGroups(t *testing.T) {
	in := testInput("b-sub", "a-sub", "other", "head")
	classes := []Attribute{{Name: "family", Possible: []string{"ENT", "PUB"}}}
	in.Attributes = classes
	in.Nodes[0].Classes = map[string]string{"family": "PUB"}
	in.Nodes[3].Classes = map[string]string{"family": "ENT"}
	in.Nodes[3].Carrier = true
	in.Facts = []Fact{joint("a-sub", "b-sub"), supply("a-sub", "b-sub"), supply("b-sub", "a-sub"), joint("b-sub", "other"), joint("other", "a-sub")}
	in.Ownership = []Ownership{{Child: "a-sub", Parent: "head"}, {Child: "b-sub", Parent: "a-sub"}}
	p := Projection{Silence: AbsentSilence, Groups: Collapse, Weight: CountWeight}
	n := project(t, in, p)
	if got := draw(n); got != "a-sub-other*2" || n.N() != 2 || n.Echo().Dropped.Loops != 3 {
		t.Errorf("collapsed: %q on %d nodes, dropped %+v", got, n.N(), n.Echo().Dropped)
	}
	if n.Class("family", 0) != "ENT" || n.Class("family", 1) != "" {
		t.Errorf("classes %q %q, want that of the head and none", n.Class("family", 0), n.Class("family", 1))
	}
	p.Carrier = WithoutCarrier
	if got := project(t, in, p); got.N() != 1 || got.ID(0) != "other" {
		t.Errorf("without the carrier's group: %v", got.IDs())
	}
	in.Nodes = in.Nodes[:3] // the head is no member any more: still one group, of unknown class
	n = project(t, in, Projection{Silence: AbsentSilence, Groups: Collapse})
	if n.N() != 2 || n.Class("family", 0) != "" {
		t.Errorf("absent head: %v of class %q", n.IDs(), n.Class("family", 0))
	}
}

func TestPerimeter(t *testing.T) {
	in := testInput("a", "b", "c")
	in.Nodes[0].Circles = []string{"FOUNDER", "CARRIER"}
	in.Nodes[1].Circles = []string{"FOUNDER"}
	in.Nodes[2].Circles = []string{"PARTNER"}
	in.Facts = []Fact{joint("a", "b"), joint("a", "c"), joint("b", "gone"), {Type: "OTHER", From: "a", To: "b"}}
	n := project(t, in, Projection{Circles: []string{"FOUNDER"}, Silence: AbsentSilence})
	d := n.Echo().Dropped
	if draw(n) != "a-b" || n.N() != 2 || d.OtherCircles != 1 || d.OutsidePerimeter != 2 || d.OtherTypes != 1 {
		t.Errorf("%q, dropped %+v", draw(n), d)
	}
}

// TestDiversity: IQV depends on the possible classes, not on the observed ones; a
// class without a member changes nothing else.
func TestDiversity(t *testing.T) {
	ids := []Indicator{Blau, BlauUnbiased, Shannon, Pielou, Hill0, Hill1, Hill2, HillInf, IQV}
	measures := func(possible ...string) []Measure {
		b := NewBuilder(false, "a", "b", "c")
		for i, class := range []string{"X", "X", "Y"} {
			b.Class("family", string(rune('a'+i)), class)
		}
		b.Possible("family", possible...)
		return mustBuild(t, b).Measure(t.Context(), ids, Options{})
	}
	observed, published := measures(), measures("W", "Z")
	for i, id := range ids[:8] {
		if !same(observed[i].Value, published[i].Value) {
			t.Errorf("%s: %v with observed classes, %v with published ones", id, *observed[i].Value, *published[i].Value)
		}
	}
	blau := 1 - (2.0*2+1*1)/(3*3)
	if !near(*observed[8].Value, blau*2/1) || !near(*published[8].Value, blau*4/3) {
		t.Errorf("IQV %v and %v, want %v·2/1 and %v·4/3", *observed[8].Value, *published[8].Value, blau, blau)
	}
}

// TestContractTwice: two rows of one contract are one fact, with the parties of the
// rows in force, whatever their order.
func TestContractTwice(t *testing.T) {
	party := func(ids string) (list []Party) {
		for id := range strings.SplitSeq(ids, "") {
			list = append(list, Party{ID: id})
		}
		return list
	}
	in := testInput("a", "b", "c", "d")
	in.Contracts = []Contract{
		{Key: "1", Type: "GRANT", Parties: party("ab"), Validity: since},
		{Key: "1", Type: "GRANT", Parties: party("bc"), Validity: since},
		{Key: "1", Type: "GRANT", Parties: party("ad"), Validity: Validity{Start: "2020-01-01", End: "2021-01-01"}},
		{Key: "", Type: "GRANT", Parties: party("cd"), Validity: since},
		{Key: "", Type: "GRANT", Parties: party("cd"), Validity: since},
	}
	p := Projection{NoRelations: true, AllContracts: true, Silence: AbsentSilence, Weight: CountWeight}
	for range 2 {
		n := project(t, in, p)
		if got := draw(n); got != "a-b*1 a-c*1 b-c*1 c-d*2" || n.Echo().Dropped.Duplicates != 2 {
			t.Errorf("got %q, dropped %+v", got, n.Echo().Dropped)
		}
		slices.Reverse(in.Contracts)
	}
}
