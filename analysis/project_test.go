package analysis

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// The types of the tests: one symmetric, two directed, one contract type.
var (
	testRelations = []Relation{{Code: "JOINT_PROJECT"}, {Code: "SUPPLY", Directed: true}, {Code: "TRAINING", Directed: true}}
	testContracts = []string{"GRANT", "PARTNERSHIP"}
)

func testInput(ids ...string) Input {
	in := Input{Relations: testRelations, ContractTypes: testContracts}
	for _, id := range ids {
		in.Nodes = append(in.Nodes, Node{ID: id})
	}
	return in
}

// since is a fact that started in 2024 and was seen on the day of the tests.
var since = Validity{Start: "2024-01-01", LastSeen: "2025-01-01"}

const today = "2025-01-01"

func joint(a, b string) Fact {
	return Fact{Type: "JOINT_PROJECT", From: a, To: b, ByFrom: true, Validity: since}
}

func supply(a, b string) Fact {
	return Fact{Type: "SUPPLY", From: a, To: b, ByFrom: true, Validity: since}
}

func project(t *testing.T, in Input, p Projection) *Network {
	t.Helper()
	if p.AsOf == "" {
		p.AsOf = today
	}
	n, err := Project(in, p)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// draw writes a network as text: ties a-b or a>b, weights a-b*2, unknown a?b.
func draw(n *Network) string {
	var out []string
	sign := "-"
	if n.Directed() {
		sign = ">"
	}
	for e := range n.Ties() {
		s := n.ID(e.From) + sign + n.ID(e.To)
		if n.Weighted() {
			s += fmt.Sprintf("*%.4g", e.Weight)
		}
		out = append(out, s)
	}
	for i, j := range n.UnknownPairs() {
		out = append(out, n.ID(i)+"?"+n.ID(j))
	}
	return strings.Join(out, " ")
}

func one(t *testing.T, n *Network, id Indicator) Measure {
	t.Helper()
	m := n.Measure([]Indicator{id}, Options{})
	if len(m) != 1 {
		t.Fatalf("%s gives %d measures", id, len(m))
	}
	return m[0]
}

func value(t *testing.T, n *Network, id Indicator) float64 {
	t.Helper()
	m := one(t, n, id)
	if m.Value == nil {
		t.Fatalf("%s is null %s", id, m.Reason)
	}
	return *m.Value
}

func TestProject(t *testing.T) {
	absent := AbsentSilence
	survey := func(respondents ...string) Observation {
		return Observation{AllRelations: true, From: today, Roster: []string{"a", "b", "c"}, Respondents: respondents}
	}
	says := func(f Fact, s State) Fact { f.State = s; return f }
	document := func(f Fact) Fact { f.ByFrom, f.ByDocument = false, true; return f }
	back := func(f Fact) Fact { f.ByFrom, f.ByTo = false, true; return f }
	nobody := func(f Fact) Fact { f.ByFrom = false; return f }
	joints := []string{"JOINT_PROJECT"}
	flows := []string{"SUPPLY", "TRAINING"}
	training := func(a, b string) Fact { f := supply(a, b); f.Type = "TRAINING"; return f }

	for _, tc := range []struct {
		name  string
		facts []Fact
		seen  []Observation
		p     Projection
		want  string
	}{
		{"silence is unknown", []Fact{joint("a", "b")}, nil, Projection{Relations: joints}, "a-b a?c b?c"},
		{"silence as absence", []Fact{joint("a", "b")}, nil, Projection{Relations: joints, Silence: absent}, "a-b"},
		{"a stated absence is known", []Fact{says(joint("a", "b"), Absent)}, nil, Projection{Relations: joints}, "a?c b?c"},
		{"presence wins over absence", []Fact{joint("a", "b"), back(says(joint("a", "b"), Absent))}, nil, Projection{Relations: joints}, "a-b a?c b?c"},
		{"a stated unknown is no silence", []Fact{says(joint("a", "b"), Unknown)}, nil, Projection{Relations: joints, Silence: absent}, "a?b"},
		{"union of types: unknown in one stays unknown", []Fact{says(joint("a", "b"), Absent)}, nil, Projection{}, "a?b a?c b?c"},

		{"one respondent makes its pairs known", []Fact{joint("a", "b")}, []Observation{survey("a")}, Projection{}, "a-b b?c"},
		{"both must respond", []Fact{joint("a", "b")}, []Observation{survey("a", "c")}, Projection{Rule: BothRespond}, "a-b b?c"},
		{"nobody responds", nil, []Observation{survey()}, Projection{}, "a?b a?c b?c"},
		{"a respondent who does not know", []Fact{says(joint("a", "b"), Unknown)}, []Observation{survey("a")}, Projection{}, "a?b b?c"},
		{"an observation of another type", nil, []Observation{{Relations: flows, From: today, Roster: []string{"a", "b"}, Respondents: []string{"a"}}}, Projection{Relations: joints, Direction: Either}, "a?b a?c b?c"},

		{"two: one voice is not enough", []Fact{joint("a", "b")}, nil, Projection{Relations: joints, Confirm: Two, Silence: absent}, "a?b"},
		{"two: both voices, two rows", []Fact{joint("a", "b"), joint("b", "a")}, nil, Projection{Relations: joints, Confirm: Two, Silence: absent}, "a-b"},
		{"two: the other one answered and did not name", []Fact{joint("a", "b")}, []Observation{survey("a", "b", "c")}, Projection{Confirm: Two}, ""},
		{"documented", []Fact{document(joint("a", "b")), joint("b", "c")}, nil, Projection{Relations: joints, Confirm: Documented, Silence: absent}, "a-b b?c"},
		{"documented: absence of the rest", []Fact{says(joint("a", "b"), Absent)}, nil, Projection{Relations: joints, Confirm: Documented}, "a?c b?c"},
		{"a source that is nobody", []Fact{nobody(joint("a", "b"))}, nil, Projection{Relations: joints, Silence: absent}, "a-b"},
		{"a source that is nobody confirms nothing", []Fact{nobody(joint("a", "b"))}, nil, Projection{Relations: joints, Silence: absent, Confirm: Two}, "a?b"},

		{"either", []Fact{supply("a", "b"), supply("b", "a"), supply("c", "b")}, nil, Projection{Silence: absent}, "a-b b-c"},
		{"both", []Fact{supply("a", "b"), supply("b", "a"), supply("c", "b")}, nil, Projection{Silence: absent, Direction: Both}, "a-b"},
		{"both: of one type", []Fact{supply("a", "b"), training("b", "a")}, nil, Projection{Silence: absent, Direction: Both}, ""},
		{"both: symmetric types have both", []Fact{joint("b", "a")}, nil, Projection{Silence: absent, Direction: Both}, "a-b"},
		{"both: unknown back", []Fact{supply("a", "b"), says(supply("b", "c"), Absent), says(supply("a", "c"), Absent)}, nil, Projection{Relations: flows[:1], Direction: Both}, "a?b"},
		{"arcs", []Fact{supply("a", "b"), supply("c", "b")}, nil, Projection{Relations: flows, Silence: absent, Direction: Arcs}, "a>b c>b"},
		{"arcs: unknown one way", []Fact{supply("a", "b")}, []Observation{{Relations: flows, From: today, Roster: []string{"a", "b"}, Respondents: []string{"b"}}},
			Projection{Relations: flows, Direction: Arcs}, "a>b a?c b?c c?a c?b"},

		{"count", []Fact{supply("a", "b"), supply("b", "a"), training("a", "b")}, nil, Projection{Silence: absent, Weight: CountWeight}, "a-b*3"},
		{"types", []Fact{supply("a", "b"), supply("b", "a"), training("a", "b")}, nil, Projection{Silence: absent, Weight: TypesWeight}, "a-b*2"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			in := testInput("a", "b", "c")
			in.Facts, in.Observations = tc.facts, tc.seen
			if got := draw(project(t, in, tc.p)); got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
			slices.Reverse(in.Facts)
			slices.Reverse(in.Nodes)
			if got := draw(project(t, in, tc.p)); got != tc.want {
				t.Errorf("in reverse order: got %q, want %q", got, tc.want)
			}
		})
	}
}

func TestHalfOpen(t *testing.T) {
	for _, tc := range []struct {
		name     string
		validity Validity
		horizon  *int
		day      string
		want     string
		imputed  int
	}{
		{"the day before", Validity{Start: "2025-01-01", End: "2026-01-01"}, nil, "2024-12-31", "", 0},
		{"the first day", Validity{Start: "2025-01-01", End: "2026-01-01"}, nil, "2025-01-01", "a-b", 0},
		{"the last day", Validity{Start: "2025-01-01", End: "2026-01-01"}, nil, "2025-12-31", "a-b", 0},
		{"the exclusive end", Validity{Start: "2025-01-01", End: "2026-01-01"}, nil, "2026-01-01", "", 0},
		{"reversed dates hold on no day", Validity{Start: "2026-01-01", End: "2025-01-01"}, nil, "2025-06-01", "", 0},
		{"no end, inside the horizon", Validity{Start: "2025-01-01"}, new(10), "2025-01-10", "a-b", 1},
		{"no end, past the horizon", Validity{Start: "2025-01-01"}, new(10), "2025-01-11", "a?b", 1},
		{"no end, seen again", Validity{Start: "2025-01-01", LastSeen: "2025-01-05"}, new(10), "2025-01-14", "a-b", 1},
		{"no end, seen before it starts", Validity{Start: "2025-01-01", LastSeen: "2024-01-01"}, new(10), "2025-01-10", "a-b", 1},
		{"no end, no horizon", Validity{Start: "1990-01-01"}, new(0), "2025-01-01", "a-b", 1},
		{"no end, three years by default", Validity{Start: "2022-01-01"}, nil, "2024-12-31", "a-b", 1},
		{"no end, after 1096 days", Validity{Start: "2022-01-01"}, nil, "2025-01-01", "a?b", 1},
		{"no start, before it was seen", Validity{FirstSeen: "2025-01-01", End: "2026-01-01"}, nil, "2024-12-31", "a?b", 1},
		{"no start, from when it was seen", Validity{FirstSeen: "2025-01-01", End: "2026-01-01"}, nil, "2025-01-01", "a-b", 1},
		{"no start, ended", Validity{FirstSeen: "2025-01-01", End: "2026-01-01"}, nil, "2026-01-01", "", 0},
		{"no date at all", Validity{}, nil, "2025-01-01", "a?b", 1},
	} {
		t.Run(tc.name, func(t *testing.T) {
			in := testInput("a", "b")
			in.Facts = []Fact{{Type: "JOINT_PROJECT", From: "a", To: "b", Validity: tc.validity}}
			n := project(t, in, Projection{AsOf: tc.day, Horizon: tc.horizon, Silence: AbsentSilence})
			if got := draw(n); got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
			if n.Echo().Imputed != tc.imputed || (n.Echo().Dropped.NotInForce == 1) != (tc.want == "") {
				t.Errorf("imputed %d, want %d; not in force %d", n.Echo().Imputed, tc.imputed, n.Echo().Dropped.NotInForce)
			}
			warned := slices.Contains(one(t, n, Density).Warnings, ImputedDates)
			if warned != (tc.imputed > 0) {
				t.Errorf("warned of imputed dates: %t", warned)
			}
		})
	}
}

func TestObservationAges(t *testing.T) {
	in := testInput("a", "b")
	in.Observations = []Observation{{AllRelations: true, From: "2025-01-01", To: "2025-02-01", Roster: []string{"a", "b"}, Respondents: []string{"a"}}}
	for _, tc := range []struct {
		day     string
		rule    AbsenceRule
		asked   int
		unknown int64
	}{
		{"2024-12-31", UntilHorizon, 0, 1},
		{"2025-01-01", UntilHorizon, 2, 0},
		{"2025-02-09", UntilHorizon, 2, 0}, // last seen 31 January, 10 days: until 9 February
		{"2025-02-10", UntilHorizon, 0, 1},
		{"2025-01-31", WhileObserved, 2, 0},
		{"2025-02-01", WhileObserved, 0, 1},
	} {
		n := project(t, in, Projection{AsOf: tc.day, Absence: tc.rule, Horizon: new(10)})
		if n.PairsUnknown() != tc.unknown || n.Echo().Asked != tc.asked || n.Echo().Answered != tc.asked/2 {
			t.Errorf("%s %s: %d unknown, %+v", tc.day, tc.rule, n.PairsUnknown(), n.Echo())
		}
	}
}

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

func TestProjectRefuses(t *testing.T) {
	for _, tc := range []struct {
		field string
		p     Projection
		spoil func(*Input)
	}{
		{"asOf", Projection{}, nil},
		{"asOf", Projection{AsOf: "2025-02-29"}, nil},
		{"direction", Projection{AsOf: today, Direction: Arcs}, nil}, // JOINT_PROJECT is symmetric
		{"direction", Projection{AsOf: today, Direction: Arcs, NoRelations: true, AllContracts: true}, nil},
		{"direction", Projection{AsOf: today, Direction: "SIDEWAYS"}, nil},
		{"confirm", Projection{AsOf: today, Confirm: "THREE"}, nil},
		{"horizon", Projection{AsOf: today, Horizon: new(-1)}, nil},
		{"relations", Projection{AsOf: today, Relations: []string{"FRIENDSHIP"}}, nil},
		{"relations", Projection{AsOf: today, Relations: []string{"SUPPLY"}, NoRelations: true}, nil},
		{"relations", Projection{AsOf: today, NoRelations: true}, nil},
		{"contracts", Projection{AsOf: today, Contracts: []string{"TREATY"}}, nil},
		{"nodes", Projection{AsOf: today}, func(in *Input) { in.Nodes = append(in.Nodes, Node{ID: "a"}) }},
		{"end", Projection{AsOf: today}, func(in *Input) { in.Facts = []Fact{{Type: "SUPPLY", Validity: Validity{End: "2025"}}} }},
		{"start", Projection{AsOf: today, AllContracts: true}, func(in *Input) {
			in.Contracts = []Contract{{Type: "GRANT", Validity: Validity{Start: "?"}}}
		}},
		{"state", Projection{AsOf: today}, func(in *Input) { in.Facts = []Fact{{Type: "SUPPLY", State: "MAYBE", Validity: since}} }},
		{"observation", Projection{AsOf: today}, func(in *Input) { in.Observations = []Observation{{}} }},
	} {
		in := testInput("a", "b")
		if tc.spoil != nil {
			tc.spoil(&in)
		}
		_, err := Project(in, tc.p)
		if e, ok := errors.AsType[*InputError](err); !ok || e.Field != tc.field || e.Error() == "" {
			t.Errorf("%s %+v: error %v", tc.field, tc.p, err)
		}
	}
}

// TestDensityByRelation: the union over types is not the sum.
func TestDensityByRelation(t *testing.T) {
	in := testInput("a", "b", "c")
	in.Facts = []Fact{joint("a", "b"), supply("a", "b"), supply("b", "c")}
	p := Projection{AsOf: today, Silence: AbsentSilence}
	for relation, want := range map[string]float64{"JOINT_PROJECT": 1.0 / 3, "SUPPLY": 2.0 / 3, "TRAINING": 0} {
		if got := value(t, project(t, in, p.Only(relation)), Density); !near(got, want) {
			t.Errorf("%s: density %v, want %v", relation, got, want)
		}
	}
	if got := value(t, project(t, in, p), Density); !near(got, 2.0/3) {
		t.Errorf("union: density %v, want 2/3", got)
	}
}

func TestEcho(t *testing.T) {
	in := testInput("a", "b")
	f := joint("a", "b")
	f.Source = "survey"
	in.Facts = []Fact{f, f}
	n := project(t, in, Projection{Perimeter: []string{"pole:b", "pole:a"}})
	e := n.Echo()
	if !slices.Equal(e.Sources, []string{"survey"}) || !slices.Equal(e.Projection.Perimeter, []string{"pole:a", "pole:b"}) || e.Members != 2 {
		t.Errorf("%+v", e)
	}
	if e.Projection.Direction != Either || *e.Projection.Horizon != 1096 || len(e.Projection.Relations) != 3 {
		t.Errorf("unresolved projection %+v", e.Projection)
	}
	if !strings.Contains(e.Inclusion.En, "no contract makes a tie") || !strings.Contains(e.Inclusion.Fr, "aucun contrat ne fait un lien") {
		t.Errorf("inclusion %+v", e.Inclusion)
	}
	m := one(t, n, Nodes)
	if m.Echo != e || *m.AsOf != today || len(m.InputHash) != 64 {
		t.Errorf("%+v", m)
	}
}
