package analysis

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestProjectTwoModeAgainstOneMode: joined by the contracts they share, members are
// tied as they are when the projection expands contracts to pairs.
func TestProjectTwoModeAgainstOneMode(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := dice{rapid.SliceOfN(rapid.Byte(), 0, 200).Draw(t, "bytes")}
		in, p := d.input()
		in.Observations = nil
		p = Projection{AsOf: p.AsOf, Horizon: p.Horizon, Groups: p.Groups, Carrier: p.Carrier}
		two, err := ProjectTwoMode(in, p)
		if err != nil {
			t.Fatal(err)
		}
		p.NoRelations, p.AllContracts, p.Silence = true, true, AbsentSilence
		one, err := Project(in, p)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := draw(two.OneMode(RowMode, Unweighted)), draw(one); got != want {
			t.Fatalf("%s by shared contracts, %s by pairs", got, want)
		}
		if two.Echo().Imputed != one.Echo().Imputed || two.Echo().Dropped.NotInForce != one.Echo().Dropped.NotInForce {
			t.Fatalf("%+v, then %+v", *two.Echo(), *one.Echo())
		}
	})
}

// drawTwo writes who takes part in what, and the isolates of both modes by themselves.
func drawTwo(n *TwoMode) string {
	out := append(n.Rows(), n.Columns()...)
	for i, j := range n.Ties() {
		out = append(out, n.Rows()[i]+"-"+n.Columns()[j])
	}
	for i, j := range n.UnknownPairs() {
		out = append(out, n.Rows()[i]+"?"+n.Columns()[j])
	}
	return strings.Join(out, " ")
}

func signed(key, kind, parties string) Contract {
	c := Contract{Key: key, Type: kind, Validity: since, Source: "register"}
	for id := range strings.SplitSeq(parties, "") {
		c.Parties = append(c.Parties, Party{ID: id})
	}
	return c
}

// TestProjectTwoMode: five parties make 10 pairs that weigh 5/2 together; one party
// makes none, and its contract stays; so does one without a member.
func TestProjectTwoMode(t *testing.T) {
	in := testInput("a", "b", "c", "d", "e", "f")
	ended, old := signed("5", "GRANT", "ab"), signed("6", "GRANT", "ab")
	ended.End = today
	old.LastSeen, old.Start = "2020-01-01", "2020-01-01"
	in.Contracts = []Contract{signed("2", "PARTNERSHIP", "a"), signed("1", "GRANT", "abcde"), signed("3", "GRANT", "yz"), signed("4", "GRANT", "fz"), ended, old}
	two, err := ProjectTwoMode(in, Projection{AsOf: today})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := drawTwo(two), "a b c d e f 1 2 3 4 6 a-1 a-2 b-1 c-1 d-1 e-1 f-4 a?6 b?6"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	echo := two.Echo()
	if d := echo.Dropped; d.OutsidePerimeter != 3 || d.NotInForce != 1 || echo.Imputed != 5 || echo.Members != 6 || !slices.Equal(echo.Sources, []string{"register"}) {
		t.Errorf("%+v", *echo)
	}
	if !strings.HasSuffix(echo.Inclusion.En, "it was last seen.") || !strings.Contains(echo.Inclusion.Fr, "les contrats de types : GRANT, PARTNERSHIP ; une ligne participe") {
		t.Errorf("%+v", echo.Inclusion)
	}
	newman := two.OneMode(RowMode, NewmanWeight)
	var total sum
	for e := range newman.Ties() {
		total.add(e.Weight)
	}
	if newman.M() != 10 || newman.PairsUnknown() != 0 || !near(total.value(), 5.0/2) || newman.Echo().Projection.Weight != NewmanWeight {
		t.Errorf("%d pairs weigh %v", newman.M(), total.value())
	}
	m := two.Measure(t.Context(), []Indicator{NewmanTieTotal, TwoModeDensity}, Options{})
	if *m[0].Value != 5.0/2 || *m[1].Num != 7 || *m[1].Den != 6*5-2 || *m[1].AsOf != today || !slices.Contains(m[1].Warnings, ImputedDates) {
		t.Errorf("%+v", m)
	}
}

func TestProjectTwoModeGroupsAndClasses(t *testing.T) {
	in := testInput("a", "b", "c")
	in.Nodes[2].Carrier = true
	in.Nodes[0].Classes = map[string]string{"family": "X"}
	in.Attributes = []Attribute{{Name: "family", Possible: []string{"X", "Y"}}}
	in.Ownership = []Ownership{{Child: "b", Parent: "a"}}
	in.Contracts = []Contract{signed("1", "GRANT", "abc")}
	two, err := ProjectTwoMode(in, Projection{AsOf: today, Groups: Collapse, Carrier: WithoutCarrier, Contracts: []string{"GRANT"}})
	if err != nil {
		t.Fatal(err)
	}
	if got, d := drawTwo(two), two.Echo().Dropped; got != "a 1 a-1" || d.Merged != 1 || d.Carrier != 1 {
		t.Errorf("%s, %+v", got, d)
	}
	if class := two.OneMode(RowMode, Unweighted).Class("family", 0); class != "X" {
		t.Errorf("the class of a is %q", class)
	}
	if len(two.OneMode(ColumnMode, Unweighted).Attributes()) != 0 {
		t.Error("contracts have the classes of members")
	}
}

func TestProjectTwoModeRefuses(t *testing.T) {
	in := testInput("a")
	in.Contracts = []Contract{signed("1", "GRANT", "a"), signed("1", "PARTNERSHIP", "a")}
	for _, tc := range []struct {
		p     Projection
		field string
	}{
		{Projection{AsOf: "yesterday", Contracts: []string{"GRANT"}}, "asOf"},
		{Projection{Contracts: []string{"LOAN"}}, "contracts"},
		{Projection{}, "contracts"}, // two contracts with one key
		{Projection{Relations: []string{"SUPPLY"}}, "relations"},
		{Projection{Direction: Either}, "direction"},
		{Projection{Confirm: One}, "confirm"},
		{Projection{Silence: AbsentSilence}, "silence"},
		{Projection{Rule: AnyResponds}, "rule"},
		{Projection{Absence: UntilHorizon}, "absence"},
		{Projection{Weight: CountWeight}, "weight"},
		{Projection{Expansion: AllPairs}, "expansion"},
	} {
		if tc.p.AsOf == "" {
			tc.p.AsOf = today
		}
		_, err := ProjectTwoMode(in, tc.p)
		if bad, ok := errors.AsType[*InputError](err); !ok || bad.Field != tc.field {
			t.Errorf("%s: %v", fmt.Sprintf("%+v", tc.p), err)
		}
	}
	in.Attributes = []Attribute{{Name: "family", Distances: []ClassDistance{{"X", "Y", -1}}}}
	if _, err := ProjectTwoMode(in, Projection{AsOf: today, Contracts: []string{"GRANT"}}); err == nil {
		t.Error("a distance below 0 is accepted")
	}
}
