package involvement

import (
	"context"
	"testing"

	"polehub/analysis"
	"polehub/hub"
)

// TestNetwork: of the 3 pairs of the town with a, b and c all cooperate; of the 3 pairs
// among these, one does. The town stands between a and c and between b and c, both
// ways, as one who joins two others of one class.
func TestNetwork(t *testing.T) {
	n, err := answerOf(t, in2025(), valley()...).Network(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if b := n.Between; *b.Num != 3 || *b.Den != 3 || b.PairsUnknown != 0 || b.ID != analysis.BlockDensity {
		t.Errorf("between: %+v", b)
	}
	if n.Among.Value != nil || n.Among.Reason != analysis.NoPairsInBlock {
		t.Errorf("among one public member: %+v", n.Among)
	}
	near(t, "E-I", n.EI.Value, (3.0-1)/(3+1))
	near(t, "E-I expected", &n.EI.Chance.Expected, 1-2*3.0/6)
	// I is hypergeometric: 4 ties on 6 pairs, 3 of them internal. P(I = 1) is
	// C(3,1)·C(3,3)/C(6,4), and no lower I is possible.
	near(t, "P of as high an E-I", &n.EI.Null.PUpper, 3.0*1/15)
	if *n.Contracts.Num != 3 || *n.Contracts.Den != 4 {
		t.Errorf("contracts with a public party: %+v", n.Contracts)
	}
	if len(n.Positions) != 2 {
		t.Fatalf("%d positions", len(n.Positions))
	}
	town, region := n.Positions[0], n.Positions[1]
	if town.Organisation.ID != "org:town" || !town.IsMember || town.Ties != 3 || town.KnownPairs != 3 || town.UnknownPairs != 0 || town.Contracts != 1 {
		t.Errorf("town: %+v", town)
	}
	for i, want := range []float64{0, 4, 0, 0, 0, 4} {
		near(t, string(town.Brokerage[i].ID), town.Brokerage[i].Value, want)
	}
	if region.Organisation.ID != "org:region" || region.IsMember || region.Ties+region.KnownPairs != 0 || region.Contracts != 2 || region.Brokerage != nil {
		t.Errorf("region: %+v", region)
	}
}

// TestNetworkOfUnknownPairs: c was not asked, and said nothing of a and b.
func TestNetworkOfUnknownPairs(t *testing.T) {
	records := but(valley(), "org:c")
	records = append(records, organisation("c", hub.KindEnterprise), member("c"))
	n, err := answerOf(t, in2025(), records...).Network(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if b := n.Between; *b.Num != 2 || *b.Den != 2 || b.PairsUnknown != 1 || b.Bounds == nil || b.Bounds.Lower != 2.0/3 || b.Bounds.Upper != 1 {
		t.Errorf("between: %+v", b)
	}
	if town := n.Positions[0]; town.Ties != 2 || town.KnownPairs != 2 || town.UnknownPairs != 1 {
		t.Errorf("town: %+v", town)
	}
}

// TestNetworkOfGroups: the town owns a; counted once they are the node a, of class
// PUBLIC as the head is.
func TestNetworkOfGroups(t *testing.T) {
	q := in2025()
	q.Groups = analysis.Collapse
	a := answerOf(t, q, append(valley(), &hub.Link{ChildID: "org:a", ParentID: "org:town", Kind: hub.LinkGroup})...)
	n, err := a.Network(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	// Of the pairs a–b and a–c both cooperate.
	if town := n.Positions[0]; !town.IsMember || town.Ties != 2 || town.KnownPairs != 2 || *n.Between.Den != 2 {
		t.Errorf("town: %+v, between %+v", town, n.Between)
	}
	both := answerOf(t, q, append(valley(), member("region"), &hub.Link{ChildID: "org:town", ParentID: "org:region", Kind: hub.LinkGroup})...)
	if n, err = both.Network(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, p := range n.Positions {
		if !p.IsMember || p.Ties != 3 || len(p.Brokerage) != 6 {
			t.Errorf("of two in one group: %+v", p)
		}
	}
	w, err := a.Without(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if c := w[0].Connectedness; c.First.N != 3 || c.Second.N != 2 || *c.Second.Value != 0 {
		t.Errorf("without the town and what it owns: %+v", c.Second)
	}
}

// TestNobody: without members, and without public actors, there are reasons.
func TestNobody(t *testing.T) {
	for name, records := range map[string][]hub.Record{
		"no member":       {&hub.Pole{ID: "pole:valley", Name: "valley"}},
		"no public actor": but(valley(), "org:town", "org:region"),
	} {
		a := answerOf(t, in2025(), records...)
		n, err := a.Network(t.Context())
		if err != nil {
			t.Fatal(name, err)
		}
		if n.Between == nil || n.Between.Value != nil || n.Between.Reason == "" || n.Among == nil || len(n.Positions) != 0 || n.EI.Value != nil && *n.EI.Value != -1 {
			t.Errorf("%s: between %+v, E-I %+v", name, n.Between, n.EI)
		}
		if w, err := a.Without(t.Context()); err != nil || len(w) != 0 {
			t.Errorf("%s: without nobody: %v, %v", name, w, err)
		}
	}
}

// TestWithout: without the town, c is alone, of 6 ordered pairs of the other three 2
// reach each other; with it all 12 do, 8 of them at distance 1 and 4 at 2.
func TestWithout(t *testing.T) {
	w, err := answerOf(t, in2025(), valley()...).Without(t.Context())
	if err != nil || len(w) != 3 {
		t.Fatalf("%d without, %v", len(w), err)
	}
	for i, row := range []struct {
		gone                                []hub.ID
		connectedness, compactness, isolate float64
		money                               hub.Money
		unknown                             int
	}{
		{[]hub.ID{"org:town"}, 2.0 / 6, 2.0 / 6, 1, 90000 + 5000, 1},
		{[]hub.ID{"org:region"}, 1, (8.0 + 4.0/2) / 12, 0, 10000 + 5000, 0},
		{[]hub.ID{"org:town", "org:region"}, 2.0 / 6, 2.0 / 6, 1, 5000, 0},
	} {
		got := w[i]
		for k, o := range got.Gone {
			if len(got.Gone) != len(row.gone) || o.ID != row.gone[k] {
				t.Fatalf("%d: %s leaves, want %v", i, o.ID, row.gone)
			}
		}
		near(t, "connectedness with", got.Connectedness.First.Value, 1)
		near(t, "connectedness without", got.Connectedness.Second.Value, row.connectedness)
		near(t, "compactness with", got.Compactness.First.Value, (8.0+4.0/2)/12)
		near(t, "compactness without", got.Compactness.Second.Value, row.compactness)
		near(t, "isolates without", got.Isolates.Second.Value, row.isolate)
		if got.All != (len(row.gone) == 2) || *got.Before.Amount != 90000+10000+5000 || got.Before.UnknownAmounts != 1 || got.Before.Currency != "EUR" {
			t.Errorf("before: %+v", got)
		}
		if got.After.Amount == nil || *got.After.Amount != row.money || got.After.UnknownAmounts != row.unknown {
			t.Errorf("without %v: %+v, want %d and %d unknown", row.gone, got.After, row.money, row.unknown)
		}
	}
}

// TestWithoutKnownMoney: what remains is 0 where all known money was theirs and all
// contracts were searched for, and else not known.
func TestWithoutKnownMoney(t *testing.T) {
	all := but(valley(), "contract:works", "contract:parts") // the region's 900 and unknown amount
	all = append(all, contract("loan", hub.ContractLoanOrGuarantee, nil, "c", hub.PartyLender, "b", hub.PartyBorrower)...)
	w, err := answerOf(t, in2025(), all...).Without(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if m := w[1].After; m.Amount != nil || m.Reason != analysis.NoAmounts || m.UnknownAmounts != 1 {
		t.Errorf("an unknown amount remains: %+v", m)
	}
	all = but(all, "contract:loan")
	w, err = answerOf(t, in2025(), all...).Without(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if m := w[1].After; m.Amount != nil || m.Reason != analysis.NoAmounts || m.UnknownAmounts != 0 {
		t.Errorf("nobody looked for what remains: %+v", m)
	}
	w, err = answerOf(t, in2025(), append(all, searched())...).Without(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if m := w[1].After; m.Amount == nil || *m.Amount != 0 || m.UnknownAmounts != 0 {
		t.Errorf("nothing remains: %+v", m)
	}
	if m := w[0].After; *m.Amount != 90000 || m.UnknownAmounts != 1 {
		t.Errorf("the town pays nothing: %+v", m)
	}
}

func TestCancelled(t *testing.T) {
	a := answerOf(t, in2025(), valley()...)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if w, err := a.Without(ctx); err == nil {
		t.Errorf("what was not computed is an answer: %+v", w)
	}
	m, err := a.Money()
	if err != nil {
		t.Fatal(err)
	}
	if y, err := m.Years(ctx); err == nil {
		t.Errorf("what was not computed is an answer: %+v", y)
	}
	if y, err := a.Trajectory(ctx); err == nil {
		t.Errorf("what was not computed is an answer: %+v", y)
	}
}
