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
	m := n.Measure(t.Context(), []Indicator{id}, Options{})
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
		{"a respondent at the other end who does not know", []Fact{back(says(joint("a", "b"), Unknown))}, []Observation{survey("b")}, Projection{}, "a?b a?c"},
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

// TestDroppedByRules: facts that the confirm and direction rules leave out, and
// facts beyond the first on a tie.
func TestDroppedByRules(t *testing.T) {
	in := testInput("a", "b", "c")
	in.Facts = []Fact{supply("a", "b"), supply("b", "a"), supply("b", "c"), joint("a", "b")}
	n := project(t, in, Projection{Direction: Both, Silence: AbsentSilence})
	if d := n.Echo().Dropped; draw(n) != "a-b" || d.OneWay != 1 || d.Unconfirmed != 0 || d.Merged != 3-1 {
		t.Errorf("both: %q, dropped %+v", draw(n), d)
	}
	n = project(t, in, Projection{Confirm: Two, Silence: AbsentSilence})
	if d := n.Echo().Dropped; n.M() != 0 || d.OneWay != 0 || d.Unconfirmed != 4 || d.Merged != 0 {
		t.Errorf("two: %q, dropped %+v", draw(n), d)
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
	outside := joint("a", "z") // is no fact of the network, nor is its source
	outside.Source = "elsewhere"
	in.Facts = []Fact{f, f, outside}
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
