package hub_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"polehub/analysis"
	"polehub/hub"
)

// takingPart is a small pole with two contracts, a signed text and a second pole of
// which two of its members are members too.
func takingPart(pole string) []hub.Record {
	id := func(local string) hub.ID { return hub.ID("org:" + pole + "-" + local) }
	grant, lease, other := hub.ID("contract:"+pole+"-grant"), hub.ID("contract:"+pole+"-lease"), hub.ID("pole:"+pole+"-other")
	return append(smallPole(pole),
		&hub.Contract{ID: grant, Type: hub.ContractGrant, Title: "grant", StartsOn: "2025-01-01", EndsOn: "2026-01-01"},
		&hub.Party{ContractID: grant, OrganisationID: id("c"), Role: hub.PartyFunder},
		&hub.Party{ContractID: grant, OrganisationID: id("a"), Role: hub.PartyBeneficiary},
		&hub.Party{ContractID: grant, OrganisationID: id("b"), Role: hub.PartyBeneficiary},
		&hub.Contract{ID: lease, Type: hub.ContractPremises, Title: "lease", StartsOn: "2025-01-01", EndsOn: "2026-01-01"},
		&hub.Party{ContractID: lease, OrganisationID: id("a"), Role: hub.PartyLessor},
		&hub.Document{ID: hub.ID("document:" + pole), PoleID: hub.ID("pole:" + pole), Kind: hub.DocumentCharter, Title: "charter", Dated: "2013-02-01", SignatoryIDs: []hub.ID{id("a"), id("d")}},
		&hub.Document{ID: hub.ID("document:" + pole + "-undated"), PoleID: hub.ID("pole:" + pole), Kind: hub.DocumentCharter, Title: "undated", SignatoryIDs: []hub.ID{id("b")}},
		&hub.Document{ID: hub.ID("document:" + pole + "-later"), PoleID: hub.ID("pole:" + pole), Kind: hub.DocumentCharter, Title: "later", Dated: "2025-07-01", SignatoryIDs: []hub.ID{id("b")}},
		&hub.Pole{ID: other, Name: "other"},
		&hub.Membership{PoleID: other, OrganisationID: id("a"), Circle: hub.CirclePartner, Period: hub.Period{ValidFrom: "2020-01-01"}},
		&hub.Membership{PoleID: other, OrganisationID: id("c"), Circle: hub.CirclePartner, Period: hub.Period{ValidFrom: "2020-01-01", ValidTo: "2025-06-01"}},
	)
}

// cellsOf writes who takes part in what; a question mark where nobody knows.
func cellsOf(n *analysis.TwoMode) string {
	rows, columns := n.Rows(), n.Columns()
	var cells []string
	for i, j := range n.Ties() {
		cells = append(cells, strings.TrimPrefix(rows[i], "org:p-")+" "+columns[j])
	}
	for i, j := range n.UnknownPairs() {
		cells = append(cells, strings.TrimPrefix(rows[i], "org:p-")+"?"+columns[j])
	}
	slices.Sort(cells)
	return strings.Join(cells, ", ")
}

func TestTwoModes(t *testing.T) {
	h := newHub(t, takingPart("p")...)
	for _, tt := range []struct {
		columns hub.TwoModeColumns
		p       analysis.Projection
		want    string
	}{
		{hub.ColumnsContracts, analysis.Projection{}, "a contract:p-grant, a contract:p-lease, b contract:p-grant, c contract:p-grant"},
		{hub.ColumnsContracts, analysis.Projection{Contracts: []string{"PREMISES"}}, "a contract:p-lease"},
		{hub.ColumnsContracts, analysis.Projection{Carrier: analysis.WithoutCarrier}, "b contract:p-grant, c contract:p-grant"},
		{hub.ColumnsDocuments, analysis.Projection{}, "a document:p, b?document:p-undated, d document:p"},
		{hub.ColumnsPoles, analysis.Projection{}, "a pole:p, a pole:p-other, b pole:p, c pole:p, d pole:p"},
		{hub.ColumnsPoles, analysis.Projection{AsOf: "2025-05-31"}, "a pole:p, a pole:p-other, b pole:p, c pole:p, c pole:p-other, d pole:p"},
		{hub.ColumnsPoles, analysis.Projection{From: "2025-05-01", To: "2025-07-01"}, "a pole:p, a pole:p-other, b pole:p, c pole:p, c pole:p-other, d pole:p"},
	} {
		if tt.p.AsOf+tt.p.From == "" {
			tt.p.AsOf = "2025-06-01"
		}
		n, err := h.TwoModes(t.Context(), []hub.ID{"pole:none", "pole:p"}, tt.columns, tt.p)
		if err != nil || n[0] != nil {
			t.Fatalf("%s: %v, %v", tt.columns, n, err)
		}
		if got := cellsOf(n[1].TwoMode); got != tt.want {
			t.Errorf("%s %+v: %s, want %s", tt.columns, tt.p, got, tt.want)
		}
		again, err := h.TwoModes(t.Context(), []hub.ID{"pole:p"}, tt.columns, tt.p)
		if err != nil || again[0] != n[1] {
			t.Error("the same question was computed twice at one revision")
		}
	}
	for _, p := range []analysis.Projection{{AsOf: "2025-06-01", Direction: analysis.Arcs}, {AsOf: "2025-06-01", Contracts: []string{"LOVE"}}} {
		if _, err := h.TwoModes(t.Context(), []hub.ID{"pole:p"}, hub.ColumnsContracts, p); hub.CodeOf(err) != hub.BadUserInput {
			t.Errorf("%+v: %v", p, err)
		}
	}
	if _, err := h.TwoModes(t.Context(), []hub.ID{"pole:p"}, hub.ColumnsPoles, analysis.Projection{AsOf: "2025-06-01", Contracts: []string{"GRANT"}}); hub.CodeOf(err) != hub.BadUserInput {
		t.Errorf("contracts among poles: %v", err)
	}
}

func TestLayersOf(t *testing.T) {
	h := newHub(t, takingPart("p")...)
	layers, err := h.LayersOf(t.Context(), []hub.ID{"pole:p", "pole:none"}, analysis.Projection{AsOf: "2025-06-01", Relations: []string{"SHARED_PREMISES", "SUPPLY"}})
	if err != nil || layers[1] != nil {
		t.Fatal(layers, err)
	}
	for _, m := range layers[0].Layers.Measure(t.Context(), []analysis.Indicator{analysis.Multiplexity, analysis.TiesWithContract, analysis.TypeJaccard}, analysis.Options{}) {
		// a–b and a–c are tied in one type each; the grant joins both pairs.
		want := map[analysis.Indicator]float64{analysis.Multiplexity: 0.0 / 2, analysis.TiesWithContract: 2.0 / 2, analysis.TypeJaccard: 0.0 / 2}
		near(t, string(m.ID), *m.Value, want[m.ID])
	}
	if _, err := h.LayersOf(t.Context(), []hub.ID{"pole:p"}, analysis.Projection{AsOf: "2025-06-01", Relations: []string{"LOVE"}}); hub.CodeOf(err) != hub.BadUserInput {
		t.Errorf("an unknown type: %v", err)
	}
}

func TestTwoModesCallTheStoreAConstantNumberOfTimes(t *testing.T) {
	count := func(poles int) int {
		h := newHub(t)
		var ids []hub.ID
		for i := range poles {
			name := fmt.Sprint("p", i)
			put(t, h, takingPart(name)...)
			ids = append(ids, hub.ID("pole:"+name))
		}
		calls := 0
		h.Store = counting{h.Store, &calls}
		p := analysis.Projection{AsOf: "2025-06-01", Groups: analysis.Collapse}
		for _, columns := range []hub.TwoModeColumns{hub.ColumnsContracts, hub.ColumnsDocuments, hub.ColumnsPoles} {
			if n, err := h.TwoModes(t.Context(), ids, columns, p); err != nil || len(n) != poles || n[poles-1] == nil {
				t.Fatal(n, err)
			}
		}
		if n, err := h.LayersOf(t.Context(), ids, p); err != nil || n[poles-1] == nil {
			t.Fatal(n, err)
		}
		return calls
	}
	if few, many := count(2), count(20); few != many || few == 0 {
		t.Errorf("%d store calls for 2 poles, %d for 20", few, many)
	}
}
