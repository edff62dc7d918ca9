package criteria_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"polehub/analysis"
	"polehub/hub"
	"polehub/hub/criteria"
)

// gapsOf lists the gaps of a pole on a day.
func gapsOf(t tester, facts []string) []*criteria.DataGap {
	t.Helper()
	d := dossierOf(t, facts)
	answers, err := criteria.Answers(t.Context(), []*hub.Dossier{d}, criteria.Grids(), criteria.OnDay("2020-01-01"))
	if err != nil {
		t.Fatal(err)
	}
	gaps, err := criteria.DataGaps(t.Context(), d, answers[0], "2020-01-01")
	if err != nil {
		t.Fatal(err)
	}
	return gaps
}

func gapOf(gaps []*criteria.DataGap, code criteria.GapCode, about ...hub.ID) *criteria.DataGap {
	for _, g := range gaps {
		if g.Code == code && slices.Equal(g.About, about) {
			return g
		}
	}
	return nil
}

// TestGapsOfMeasures: what is missing for a measure is a gap as what is missing for a
// criterion, and tells by name which measures wait.
func TestGapsOfMeasures(t *testing.T) {
	gaps := gapsOf(t, []string{
		"member a ess=yes", "member b", "member c kind=RESEARCH_CENTRE ess=no", "org z kind=LOCAL_AUTHORITY tier=REGION",
		"tie JOINT_OFFER a b to=2026-01-01", "observed TIES asked=a,c answered=a",
		"contract GRANT z:FUNDER a:BENEFICIARY from=2018-01-01 to=2024-01-01",
		"contract GRANT z:FUNDER a:BENEFICIARY from=2014-01-01 to=2015-01-01",
	})
	pair := gapOf(gaps, criteria.GapTies, "org:b", "org:c")
	if pair == nil || !slices.Contains(pair.Measures, analysis.Density) || !slices.Contains(pair.Measures, analysis.Connectedness) || slices.Contains(pair.Measures, analysis.Nodes) || slices.Contains(pair.Measures, analysis.Blau) {
		t.Errorf("nobody asked b and c: %+v", pair)
	}
	if known := gapOf(gaps, criteria.GapTies, "org:a", "org:b"); known != nil && len(known.Measures) > 0 {
		t.Errorf("a and b are tied: %+v", known)
	}
	if known := gapOf(gaps, criteria.GapTies, "org:a", "org:c"); known != nil {
		t.Errorf("a was asked about c: %+v", known)
	}
	ess := gapOf(gaps, criteria.GapESS, "org:b")
	if ess == nil || !slices.Contains(ess.Measures, analysis.Blau) || len(ess.Criteria) == 0 {
		t.Errorf("the status of b: %+v", ess)
	}
	if gapOf(gaps, criteria.GapESS, "org:a") != nil {
		t.Error("the status of a is known")
	}
	if public := gapOf(gaps, criteria.GapPublicness, "org:c"); public == nil || len(public.Measures) == 0 || len(public.Criteria) != 0 {
		t.Errorf("whether c is public: %+v", public)
	}
	amount := 0
	for _, g := range gaps {
		if g.Code == criteria.GapAmount {
			amount++
			if len(g.Measures) == 0 || !slices.Contains(g.Measures, analysis.PublicMoneyShare) {
				t.Errorf("the amount of the grant: %+v", g)
			}
		}
	}
	if amount != 1 { // one grant has ended
		t.Errorf("%d amounts missing, expected 1", amount)
	}
}

// TestGapsComeInOrder: by how many criteria wait, then by measures; no fact stands
// twice, and each has something waiting for it, and words.
func TestGapsComeInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		members, others := drawWorld(t)
		gaps := gapsOf(t, slices.Concat(members, others))
		seen := map[string]bool{}
		for i, g := range gaps {
			if key := fmt.Sprint(g.Code, g.About); seen[key] || len(g.Criteria)+len(g.Measures) == 0 || g.Code.Words() == (criteria.Text{}) {
				t.Fatalf("gap %d: %+v\n%s", i, g, strings.Join(slices.Concat(members, others), "\n"))
			} else {
				seen[key] = true
			}
			if i > 0 && slices.Compare([]int{len(g.Criteria), len(g.Measures)}, []int{len(gaps[i-1].Criteria), len(gaps[i-1].Measures)}) > 0 {
				t.Fatalf("gap %d: %+v after %+v", i, g, gaps[i-1])
			}
		}
	})
}
