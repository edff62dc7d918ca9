package demo_test

import (
	"testing"

	"polehub/hub"
	"polehub/hub/involvement"
)

// TestPosturesShow: every posture of public actors is there.
func TestPosturesShow(t *testing.T) {
	h := demonstration(t)
	shown := map[involvement.PostureCode]bool{}
	for _, c := range []struct {
		pole, day string
		posture   involvement.PostureCode
		because   string
	}{
		{"scierie", "2018-06-01", involvement.Absent, "roles and contracts were searched, and nobody found"},
		{"reseau", "2025-12-31", involvement.FunderOnly, "a département that only pays"},
		{"ressources", "2025-12-31", involvement.Stakeholder, "a community that carries with others"},
		{"autonomie", "2020-06-01", involvement.Stakeholder, "two authorities with 40 % of the capital"},
		{"autonomie", "2025-12-31", involvement.Dominant, "three with 55 %"},
		{"consulaire", "2025-12-31", involvement.Dominant, "a chamber with 7 votes of 11, and all money public"},
		{"un-seul", "2025-12-31", involvement.Dominant, "a region that pays nearly all"},
		{"couveuse", "2025-12-31", involvement.InsufficientData, "nobody is recorded, and roles were not searched"},
	} {
		answers, err := involvement.Ask(t.Context(), h, []hub.ID{hub.ID("pole:demo-" + c.pole)}, involvement.OnDay(hub.Date(c.day)))
		if err != nil {
			t.Fatal(err)
		}
		posture, err := answers[0].Posture(t.Context(), involvement.DefaultThresholds())
		if err != nil {
			t.Fatal(err)
		}
		if posture.Code != c.posture {
			t.Errorf("%s on %s: %s, expected %s: %s", c.pole, c.day, posture.Code, c.posture, c.because)
		}
		shown[c.posture] = true
	}
	for _, code := range involvement.PostureCodes() {
		if !shown[code] {
			t.Errorf("nothing shows %s", code)
		}
	}
}
