package hub_test

import (
	"testing"

	"polehub/analysis"
	"polehub/hub"
)

// TestStanding: a tie of 2015 without an end is known for 1096 days after the last
// day on which it was seen.
func TestStanding(t *testing.T) {
	wave := &hub.Observation{ID: "observation:w", PoleID: "pole:p", ObservedFrom: "2018-01-01", ObservedTo: "2018-02-01"}
	d := &hub.Dossier{Observations: []*hub.Observation{wave}}
	for _, c := range []struct {
		to       hub.Date
		observed hub.ID
		day      hub.Date
		want     analysis.Standing
	}{
		{"", "", "2014-12-31", analysis.NotInForce},
		{"", "", "2015-01-01", analysis.InForce},
		{"", "", "2017-12-31", analysis.InForce}, // 365 + 366 + 365 = 1096 days of 2015, 2016, 2017
		{"", "", "2018-01-01", analysis.Expired},
		{"", wave.ID, "2021-01-30", analysis.InForce}, // 2018-01-31 + 1095
		{"", wave.ID, "2021-01-31", analysis.Expired},
		{"", "observation:other", "2018-01-01", analysis.Expired}, // of another pole
		{"2024-01-01", "", "2023-12-31", analysis.InForce},
		{"2024-01-01", wave.ID, "2024-01-01", analysis.NotInForce},
	} {
		tie := &hub.Tie{Type: hub.TieResearch, FromID: "org:a", ToID: "org:b", ObservationID: c.observed, Period: hub.Period{ValidFrom: "2015-01-01", ValidTo: c.to}}
		if got := d.Standing(tie, c.day, c.day.AddDays(1)); got != c.want {
			t.Errorf("until %q, seen by %q, on %s: %d, expected %d", c.to, c.observed, c.day, got, c.want)
		}
	}
}
