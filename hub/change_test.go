package hub_test

import (
	"errors"
	"testing"

	"polehub/analysis"
	"polehub/hub"
)

// pastPole is smallPole whose member d came in 2022, and left again in March 2025;
// a and b had a tie until 2023, which another one followed at once.
func pastPole() []hub.Record {
	records := smallPole("p")
	for _, r := range records {
		if m, ok := r.(*hub.Membership); ok && m.OrganisationID == "org:p-d" {
			m.ValidFrom, m.ValidTo = "2022-01-01", "2025-03-01"
		}
	}
	return append(records, &hub.Tie{
		Type: hub.TieJointOffer, FromID: "org:p-a", ToID: "org:p-b", ClaimedBy: []hub.Claimant{hub.ByDocument},
		Period: hub.Period{ValidFrom: "2020-01-01", ValidTo: "2024-01-01"},
	}, &hub.Tie{
		Type: hub.TieTrust, FromID: "org:p-b", ToID: "org:p-a", ClaimedBy: []hub.Claimant{hub.ByFirst}, Strengths: []int{3},
		Period: hub.Period{ValidFrom: "2025-01-15", ValidTo: "2025-12-01"},
	})
}

func TestChanges(t *testing.T) {
	h := newHub(t, pastPole()...)
	all, err := h.Changes(t.Context(), []hub.ID{"pole:p", "pole:none"}, analysis.Projection{Silence: analysis.AbsentSilence}, "2021-01-01", "2025-06-01", "")
	if err != nil || all[1] != nil {
		t.Fatal(all, err)
	}
	c := all[0].Change
	// a–b since 2020, a–c since 2024; d came and went in between.
	for id, want := range map[analysis.Indicator]float64{
		analysis.TieJaccard: 1.0 / 2, analysis.TiePersistence: 1, analysis.LongTieShare: 1.0 / 2,
	} {
		if m := c.Measure(t.Context(), []analysis.Indicator{id}, analysis.Options{})[0]; m.Value == nil || *m.Value != want {
			t.Errorf("%s: %+v, want %v", id, m, want)
		}
	}
	if len(c.Stayed) != 3 || len(c.Kept) != 1 || len(c.Formed) != 1 || len(c.Joined)+len(c.Left) != 0 {
		t.Errorf("%+v", c)
	}
	if s := c.MemberTenures(); s.Spells != 4 || s.Ended != 1 {
		t.Errorf("tenures: %+v", s)
	}
	_, err = h.Changes(t.Context(), []hub.ID{"pole:p"}, analysis.Projection{}, "2025-01-01", "2025-01-01", "")
	if bad, ok := errors.AsType[*hub.Error](err); !ok || bad.Field != "to" {
		t.Errorf("two equal days: %v", err)
	}
}

// TestPeriodNetworks: in a period the members are those of any of its days, or of
// all, and a tie is there when it is on one.
func TestPeriodNetworks(t *testing.T) {
	h := newHub(t, pastPole()...)
	for _, tc := range []struct {
		in             analysis.MembersIn
		members, tiesN float64
	}{{"", 4, 2}, {analysis.AllDays, 3, 2}} {
		networks, err := h.Networks(t.Context(), []hub.ID{"pole:p"}, analysis.Projection{From: "2023-06-01", To: "2025-06-01", MembersIn: tc.in})
		if err != nil {
			t.Fatal(err)
		}
		n := networks[0]
		near(t, "members", *value(t, n, analysis.Nodes, analysis.Options{}).Value, tc.members)
		near(t, "ties", float64(n.Network.M()), tc.tiesN)
		if n.AsOf != "2025-05-31" {
			t.Errorf("as of %s", n.AsOf)
		}
	}
}

func TestTimeline(t *testing.T) {
	h := newHub(t, append(pastPole(), moneyPole("q")...)...)
	ids := []analysis.Indicator{analysis.Ties, analysis.Nodes}
	line, err := h.Timeline(t.Context(), "pole:p", analysis.Projection{}, "2023-01-01", "2025-01-01", ids, nil)
	if err != nil {
		t.Fatal(err)
	}
	// One tie (a–b) in 2023, two in 2024; 365 and 366 days.
	for _, s := range line.Series {
		switch s.ID {
		case analysis.Ties:
			near(t, "mean ties", *s.Mean, (365.0*1+366*2)/731)
			if len(s.Steps) != 2 || s.Steps[1].From != "2024-01-01" || s.Steps[1].To != "2025-01-01" {
				t.Errorf("%+v", s.Steps)
			}
		case analysis.Nodes:
			near(t, "mean members", *s.Mean, 4)
		}
	}
	money, err := h.Timeline(t.Context(), "pole:q", analysis.Projection{}, "2025-01-01", "2026-01-01", []analysis.Indicator{analysis.PublicMoneyShare}, nil)
	if err != nil || len(money.Series) != 1 {
		t.Fatal(money, err)
	}
	// 182 days of 900 in 1000, then 183 of 1200 in 1300.
	near(t, "mean public share", *money.Series[0].Mean, (182*.9+183*1200.0/1300)/365)
	for _, id := range []analysis.Indicator{analysis.TieJaccard, analysis.ContractRemainingMean, analysis.TrustScore} {
		_, err := h.Timeline(t.Context(), "pole:p", analysis.Projection{}, "2023-01-01", "2025-01-01", []analysis.Indicator{id}, nil)
		if bad, ok := errors.AsType[*hub.Error](err); !ok || bad.Field != "measures" {
			t.Errorf("%s: %v", id, err)
		}
	}
	if none, err := h.Timeline(t.Context(), "pole:none", analysis.Projection{}, "2023-01-01", "2025-01-01", ids, nil); none != nil || err != nil {
		t.Errorf("%v, %v", none, err)
	}
}

func TestSurveys(t *testing.T) {
	h := newHub(t, pastPole()...)
	all, err := h.Surveys(t.Context(), []hub.ID{"pole:p"}, analysis.Projection{AsOf: "2025-06-01"})
	if err != nil {
		t.Fatal(err)
	}
	s := all[0].Survey
	m := s.Measure(t.Context(), []analysis.Indicator{analysis.TrustScore}, true)
	if s.Ratings() != 1 || *m[0].Value != 3 || m[0].Raters != 1 || m[1].Scope.Keys[0] != "org:p-a" || *m[1].Value != 3 || m[2].Value != nil {
		t.Errorf("%+v", m)
	}
	// The carrier a is tied to b and c, of three members with three known pairs.
	if hint := s.Measure(t.Context(), []analysis.Indicator{analysis.GovernanceHint}, false)[0]; hint.Label != analysis.LeadOrganisation || len(hint.Inputs) != 3 {
		t.Errorf("%+v", hint)
	}
}
