package hub_test

import (
	"testing"

	"polehub/analysis"
	"polehub/hub"
	"polehub/seed/demo/invent"
)

// TestDossierViews: what a dossier makes of itself on any day is what the hub reads
// for that day. A hash covers all that a measure depends on.
func TestDossierViews(t *testing.T) {
	h := newHub(t, invent.Records()...)
	var poles []hub.ID
	for _, r := range invent.Records() {
		if p, ok := r.(*hub.Pole); ok {
			poles = append(poles, p.ID)
		}
	}
	dossiers := dossiersOf(t, h, poles...)
	members, contracts := 0, 0
	for _, when := range [][3]string{{"2014-06-01"}, {"2025-06-01"}, {"", "2020-01-01", "2024-01-01"}} {
		w := analysis.Window{AsOf: when[0], From: when[1], To: when[2]}
		ledgers, err := h.Ledgers(t.Context(), poles, w)
		if err != nil {
			t.Fatal(err)
		}
		for i, d := range dossiers {
			l, err := d.Ledger(w)
			if err != nil {
				t.Fatal(err)
			}
			ids := []analysis.Indicator{analysis.PublicMoneyShare}
			if a, b := l.Measure(ids, false)[0], ledgers[i].Ledger.Measure(ids, false)[0]; a.InputHash != b.InputHash {
				t.Errorf("%s %v: two ledgers, %+v and %+v", poles[i], when, a, b)
			}
			contracts += l.Contracts()
		}
		for _, p := range []analysis.Projection{
			{}, {Groups: analysis.Collapse}, {AllContracts: true, NoRelations: true}, {Relations: []string{"JOINT_OFFER"}, Carrier: analysis.WithoutCarrier},
		} {
			p.AsOf, p.From, p.To = when[0], when[1], when[2]
			networks, err := h.Networks(t.Context(), poles, p)
			if err != nil {
				t.Fatal(err)
			}
			for i, d := range dossiers {
				n, err := d.Network(p)
				if err != nil {
					t.Fatal(err)
				}
				ids := []analysis.Indicator{analysis.Density}
				if a, b := n.Measure(t.Context(), ids, analysis.Options{})[0], networks[i].Network.Measure(t.Context(), ids, analysis.Options{})[0]; a.InputHash != b.InputHash {
					t.Errorf("%s %+v: two networks, %+v and %+v", poles[i], p, a, b)
				}
				members += n.N()
			}
		}
	}
	if members == 0 || contracts == 0 {
		t.Errorf("%d members, %d contracts: nothing was compared", members, contracts)
	}
}
